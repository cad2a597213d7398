"""Reports: fixed questions put to the store. One file a report; each gives an AnswerSet with its SPARQL."""
