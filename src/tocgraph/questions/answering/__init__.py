"""Readings -> cited answers: SPARQL, rows, verdicts, wording, and what is asked where nothing is found."""
