"""Are the citations true to their sources? Each one is looked up in a saved copy of the source.

So is every label that is said to come from one of them.

`audit` needs the outlines of the data and a folder with texts; `coverage` needs the outlines alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from tocgraph.audit.words import Words
from tocgraph.errors import DataError, Problem, TocgraphError
from tocgraph.locate import Data, layered
from tocgraph.model import Citation, Entity, Outline, Part, Relation
from tocgraph.reader import Reading, read
from tocgraph.vocabulary import TRANSLATION

OUTLINES = "outlines.yaml"
_PARENTHESES = re.compile(r"\s*\([^()]*\)\s*$")


class Audited(NamedTuple):
    """What the audit of one source found.

    `citations` counts the citations of the source and `held` those that hold: the pinpoint is a part
    of the outline that was found in the text, and all words stand there. `unread` counts the others
    that could not be looked up because the text or the part was not found. `labels` counts the labels
    that come from the source and `labels_held` those that stand in the text.
    """

    source: str
    file: str
    parts: int
    citations: int
    held: int
    unread: int
    labels: int
    labels_held: int
    problems: list[Problem]


class Span(NamedTuple):
    """Where a part begins and ends in a text, counted in letters and digits."""

    start: int
    end: int


def outlined(data: Data) -> Reading:
    """The data of a folder, with what is laid over it, which must be readable and have outlines.

    Raises:
        DataError: the data cannot be read without errors.
        TocgraphError: there are no outlines.
    """
    reading = read(data)
    folder = layered(data).base
    if any(problem.level == "error" for problem in reading.problems):
        raise DataError(sorted(set(reading.problems)))
    if not reading.dataset.outlines:
        raise TocgraphError(f"the data folder {str(folder)!r} has no outlines", f"write them in {OUTLINES}")
    return reading


def audit(reading: Reading, texts: Path) -> list[Audited]:
    """The citations of every outlined source looked up in the saved copies in a folder, source by source.

    Raises:
        TocgraphError: there is no such folder, or a text cannot be read.
    """
    if not texts.is_dir():
        raise TocgraphError(f"no folder of texts {str(texts)!r}", "name a folder with copies of the sources")
    return [_audit_source(reading, outline, texts) for outline in reading.dataset.outlines]


def without_outline(reading: Reading) -> dict[str, int]:
    """The number of citations of each source that has no outline, by source id: nothing can be told of them."""
    known = {outline.source for outline in reading.dataset.outlines}
    cited = (c.source for relation in reading.dataset.relations for c in relation.cite)
    return dict(sorted(Counter(source for source in cited if source not in known).items()))


def labels_without_outline(reading: Reading) -> dict[str, int]:
    """The number of labels that come from each source that has no outline, by source id."""
    known = {TRANSLATION, *(outline.source for outline in reading.dataset.outlines)}
    origins = (origin for entity in reading.dataset.entities for origin in entity.label_from.values())
    return dict(sorted(Counter(origin for origin in origins if origin not in known).items()))


def _audit_source(reading: Reading, outline: Outline, texts: Path) -> Audited:
    cited = list(_citations(reading, outline.source))
    labels = list(_labels(reading, outline.source))
    parts = list(outline.walk())
    try:
        path = _copy(outline, texts)
    except _NoTextError as error:
        problem = reading.problem(outline, [error.field], "no-text", error.message, error.hint)
        return Audited(outline.source, "", len(parts), len(cited), 0, len(cited), len(labels), 0, [problem])
    words = Words(_text(path))
    spans = locate(words, outline.parts, Span(0, len(words)))
    around = {place: part.at for place, part in parts}
    problems = [
        reading.problem(
            outline,
            [*place, "begins"],
            "part-not-found",
            f"the part {part.at!r} was not found in {path.name}",
            f"{part.begins!r} must stand within the part that contains it, after the part before it",
        )
        for place, part in parts
        # A part that is missing takes those within it along: they are not reported again.
        if part.at not in spans and around.get(place[:-2], part.at) in {part.at, *spans}
    ]
    known = {part.at for _, part in parts}
    held = unread = 0
    for relation, index, citation in cited:
        if citation.at not in known:
            message = f"the outline of {outline.source!r} has no part {citation.at!r}"
            where: list[str | int] = ["cite", index, "at"]
            problems.append(reading.problem(relation, where, "unknown-pinpoint", message, f"see {OUTLINES}"))
        elif citation.at not in spans:
            unread += 1
        else:
            missing = list(_missing(reading, relation, index, citation, words, spans))
            problems += missing
            held += not missing
    strange = [_label_problem(reading, e, code, path) for e, code in labels if not stands(words, e.label[code])]
    return Audited(
        outline.source,
        path.name,
        len(parts),
        len(cited),
        held,
        unread,
        len(labels),
        len(labels) - len(strange),
        problems + strange,
    )


def _labels(reading: Reading, source: str) -> Iterator[tuple[Entity, str]]:
    """The entities with a label from that source, each with the language of that label."""
    for entity in reading.dataset.entities:
        for code, origin in entity.label_from.items():
            if origin == source and code in entity.label:
                yield entity, code


def stands(words: Words, label: str) -> bool:
    """Whether a label stands in a text: in the same words, or as a bibliography has it.

    Parentheses at the end of a label are ours: they tell things of one name apart. A name may stand
    with its last part first (`Rossi, Anna` for `Anna Rossi`).
    """
    bare = _PARENTHESES.sub("", label)
    parts = bare.split()
    turned = (" ".join([*parts[place:], *parts[:place]]) for place in range(1, len(parts)))
    return any(words.find(form) >= 0 for form in (label, bare, *turned))


def _label_problem(reading: Reading, entity: Entity, code: str, path: Path) -> Problem:
    message = f"the label {entity.label[code]!r} does not stand in {entity.label_from[code]!r} ({path.name})"
    hint = f"write it as it stands there, or name where it comes from; a translation of our own is {TRANSLATION!r}"
    return reading.problem(entity, ["label", code], "label-not-found", message, hint)


def _citations(reading: Reading, source: str) -> Iterator[tuple[Relation, int, Citation]]:
    for relation in reading.dataset.relations:
        for index, citation in enumerate(relation.cite):
            if citation.source == source:
                yield relation, index, citation


def _missing(
    reading: Reading, relation: Relation, index: int, citation: Citation, words: Words, spans: dict[str, Span]
) -> Iterator[Problem]:
    span = spans[citation.at]
    for number, wanted in enumerate(citation.finds):
        if words.find(wanted, *span) < 0:
            elsewhere = _places(words, wanted, spans)
            hint = f"they stand in {', '.join(map(repr, elsewhere))}" if elsewhere else "they stand nowhere in the text"
            message = f"{wanted!r} does not stand in {citation.source!r} at {citation.at!r}"
            yield reading.problem(relation, ["cite", index, "finds", number], "finds-not-found", message, hint)


def _places(words: Words, wanted: str, spans: dict[str, Span]) -> list[str]:
    """The innermost parts that hold those words, at most three."""
    holding = {at: span for at, span in spans.items() if words.find(wanted, *span) >= 0}
    inner = [
        at
        for at, span in holding.items()
        if not any(o != at and span.start <= s.start and s.end <= span.end and s != span for o, s in holding.items())
    ]
    return inner[:3]


def locate(words: Words, parts: Iterable[Part], within: Span) -> dict[str, Span]:
    """The spans of the parts that are found, by pinpoint, with those of the parts within them.

    A part begins with the first match of `begins` after the beginning of the part before it, and ends
    where the next part that is found begins, or with the span that contains them all.
    """
    begun: list[tuple[Part, int]] = []
    after = within.start
    for part in parts:
        place = words.find(part.begins, after, within.end)
        if place >= 0:
            begun.append((part, place))
            after = words.next_word(place)
    found: dict[str, Span] = {}
    for index, (part, place) in enumerate(begun):
        span = Span(place, begun[index + 1][1] if index + 1 < len(begun) else within.end)
        found[part.at] = span
        found |= locate(words, part.parts, span)
    return found


class _NoTextError(Exception):
    """There is not exactly one copy of a source."""

    def __init__(self, field: str, message: str, hint: str) -> None:
        self.field, self.message, self.hint = field, message, hint


def _copy(outline: Outline, texts: Path) -> Path:
    if not outline.text:
        message = f"the outline of {outline.source!r} does not name its text"
        raise _NoTextError("source", message, "add text: with a pattern for the name of saved copies")
    if "/" in outline.text or "\\" in outline.text:
        raise _NoTextError("text", f"{outline.text!r} is no file name", "name the file alone, without folders")
    found = sorted(path for path in texts.glob(outline.text) if path.is_file())
    if not found:
        message = f"no file {outline.text!r} in the folder of texts"
        raise _NoTextError("text", message, f"save a copy of {outline.source!r} there")
    if len(found) > 1:
        names = ", ".join(path.name for path in found[:3])
        message = f"{len(found)} files match {outline.text!r}: {names}"
        raise _NoTextError("text", message, "make the pattern match one")
    return found[0]


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise TocgraphError(f"{path.name} is not UTF-8 text", "save it as UTF-8") from error
    except OSError as error:
        raise TocgraphError(f"cannot read {path.name}: {error.strerror}", "check that the file may be read") from error
