"""Turns of a clause that stretch over several stretches of words: a passive relative, a relative behind its verb."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tocgraph.lexicon import PASSIVE
from tocgraph.questions.elements import Element
from tocgraph.store import OpenStore

Pattern = tuple[str, str, str, str]
"""Relation type, role to the left, role to the right, words; see `lexicon.build`."""

Segment = tuple[Element, ...]
"""The meanings of one stretch of words."""

BEHIND = 0.2
"""What it costs to bring a relative clause beside its noun."""


def passive(patterns: Iterable[Iterable[str]]) -> tuple[Pattern, ...]:
    """The patterns of an active phrase with its ends turned round: "X supplements Y", "Y supplemented by X"."""
    return tuple((r, right, left, "") for r, left, right, loose in patterns if left and right and not loose)


SAID_IN = frozenset("in under at within".split())
"""What a text or a meeting does is done in, under or at it: "listed under a sanctions regime"."""

_SAYS = frozenset("instrument provision document event sanctions-regime".split())


def turned(
    opened: OpenStore, key: str, entries: Iterable[Iterable[str]], said: list[str], table: str = "relations"
) -> list[Pattern]:
    """The patterns of a passive that its active phrase in the schema gives: "supplemented by", "listed under"."""
    if len(said) < 2 or said[-1] not in PASSIVE | SAID_IN:
        return []
    known = {relation for relation, *_ in entries}
    active = opened.names.meta("lexicon")[table].get(key.rpartition(" ")[0], ())
    if said[-1] in SAID_IN:
        active = _said_in(opened, active) if not known and said[-2].endswith("ed") else []
    return [pattern for pattern in passive(active) if pattern[0] not in known]


def _said_in(opened: OpenStore, patterns: Iterable[Iterable[str]]) -> list[Iterable[str]]:
    """Those of the active patterns whose agent says or does it as texts, meetings and regimes do."""
    found: list[Iterable[str]] = []
    for relation, left, right, loose in patterns:
        spec = opened.schema.relations[relation]
        if left and right and _SAYS & set(spec["from"] if left == "S" else spec.get("to", ())):
            found.append((relation, left, right, loose))
    return found


def whereby(segments: list[Segment]) -> list[Segment]:
    """Bodies by which MINUSCA (was) established: the verb of that clause is passive."""
    for at, segment in enumerate(segments):
        if segment[0].kind != "that" or segment[0].sign != "by":
            continue
        for place in range(at + 1, len(segments)):
            turned = tuple(
                e._replace(patterns=passive(e.patterns))
                for e in segments[place]
                if e.kind == "relation" and passive(e.patterns)
            )
            if turned:
                return [*segments[:place], turned, *segments[place + 1 :]]
    return segments


def orders(segments: list[Segment]) -> Iterator[tuple[float, list[Segment]]]:
    """The segments as they stand; and with a verb before a relative clause brought behind it.

    "Where was the convention signed that the protocol supplements": the clause belongs to the noun before the verb.
    """
    segments = whereby(segments)
    yield 0.0, segments
    for at in range(2, len(segments) - 1):
        before = segments[at - 2][0]
        verb = tuple(e for e in segments[at - 1] if e.kind == "relation")
        relative = any(e.kind == "that" for e in segments[at])
        if relative and verb and before.kind in ("type", "group"):
            yield BEHIND, [*segments[: at - 1], *segments[at:], verb]
            return
