"""Checks of the words of one meaning."""

from __future__ import annotations

from collections.abc import Iterator

from tocgraph.checks.context import Context
from tocgraph.checks.names import language_codes
from tocgraph.errors import Problem
from tocgraph.roots import root
from tocgraph.text import words


def senses(context: Context) -> Iterator[Problem]:
    """bad-sense and bad-language, for the blocks of senses.yaml."""
    for sense in context.dataset.senses:
        yield from language_codes(context, sense, ["words"], sense.words)
        listed = [(code, n, word) for code, said in sense.words.items() for n, word in enumerate(said)]
        several = [told for told in listed if len(words(told[2])) != 1]
        for code, n, word in several:
            message = f"{word!r} is not one word"
            yield context.problem(sense, ["words", code, n], "bad-sense", message, "write words one by one")
        if not several and not context.lost.part(sense) and len({root(words(word)[0]) for *_, word in listed}) < 2:
            message = "the block has no two words that differ in more than their form"
            yield context.problem(sense, ["words"], "bad-sense", message, "add a word of the same meaning")
