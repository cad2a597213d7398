"""Words of about one meaning, by which a statement in other words is found again.

The data lists them (`senses.yaml`). They are wider than `roots`: only for comparing all the words of a question with
all that is recorded of one thing, where a word that fits by chance does not make the others fit.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from tocgraph.roots import root
from tocgraph.text import is_arabic, words


def by_root(groups: Iterable[Iterable[str]]) -> dict[str, list[str]]:
    """The roots of the words that mean about the same as a word, by its root; in order, so that they can be stored."""
    found: dict[str, set[str]] = defaultdict(set)
    for group in groups:
        members = {root(word) for said in group for word in words(said)}
        for member in members:
            found[member] |= members
    return {member: sorted(others) for member, others in sorted(found.items())}


def senses(word: str, known: Mapping[str, Collection[str]]) -> frozenset[str]:
    """The roots that one normalized word may be found under; of an Arabic one also without what may be attached.

    `known` is what `by_root` gave.
    """
    ways = [word]
    if is_arabic(word):
        ways += [word[1:]] if len(word) > 3 and word[0] in "وبلكف" else []
        ways += [f"ال{word[2:]}"] if len(word) > 4 and word.startswith("لل") else []
    found = {root(way) for way in ways}
    return frozenset(found.union(*(known.get(r, ()) for r in found)))
