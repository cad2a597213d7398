"""`show` for people: the entity, then its relations grouped by type."""

from __future__ import annotations

from collections.abc import Iterator

from tocgraph.answers import Answer, AnswerSet
from tocgraph.cli.plain import clean
from tocgraph.cli.sheets import Notes, details, standing_of, text_of
from tocgraph.cli.words import has_word, heading, word
from tocgraph.reports.common import relation_label
from tocgraph.reports.profile import TREATY_RELATIONS, Line
from tocgraph.store import OpenStore
from tocgraph.vocabulary import TRANSLATION


def facts(found: AnswerSet, opened: OpenStore, language: str) -> tuple[str, list[tuple[str, str]]]:
    """The title of the entity's page, and what it is called and how others identify it, as pairs."""
    about = found.about or {}
    labels = dict(about["label"])
    name = labels.pop(language, "") or next(iter(labels.values()), about["id"])
    pairs = [(heading("label", language), text) for code, text in sorted(labels.items()) if text != name]
    pairs += [_origin(code, origin, opened, language) for code, origin in about["label_from"].items()]
    pairs.append((heading("type", language), opened.schema.label("types", about["type"], language)))
    if about["description"]:
        pairs.append((heading("description", language), text_of(about["description"], language)))
    aliases = [alias for texts in about["aliases"].values() for alias in texts]
    if aliases:
        pairs.append((heading("aliases", language), "; ".join(aliases)))
    pairs += list(about["identifiers"].items())
    return clean(f"{name} ({about['id']})"), [(clean(key), clean(value)) for key, value in pairs]


def _origin(code: str, origin: str, opened: OpenStore, language: str) -> tuple[str, str]:
    """Where the label in one language comes from: `Arabic name`, `as in United Nations Treaty Collection`."""
    known = has_word(f"label-{code}")
    opening = heading(f"label-{code}", language) if known else f"{heading('label', language)} ({code})"
    if origin == TRANSLATION:
        return opening, word("translation", language)
    return opening, f"{word('as-in', language)} {opened.names.source_title(origin)}"


def groups(found: AnswerSet, opened: OpenStore, language: str, notes: Notes) -> Iterator[tuple[str, list[str]]]:
    """The sections of the profile, then the relation types in the order of the answers, each with its lines.

    Relations of a State that its profile sums up are not told again one by one.
    """
    sections = (found.about or {}).get("profile", ())
    for section in sections:
        yield heading(section.id, language), [_told(line, language, notes) for line in section.lines]
    summed_up = {line.about for section in sections for line in section.lines}
    lines: dict[tuple[str, bool], list[str]] = {}
    for answer in found.answers:
        if answer.relation in TREATY_RELATIONS and not answer.inverse and answer.id in summed_up:
            continue
        lines.setdefault((answer.relation or "", answer.inverse), []).append(_line(answer, opened, language, notes))
    for (relation, inverse), items in lines.items():
        known = relation in opened.schema.relations
        yield clean(relation_label(opened, relation, inverse, language) if known else relation), items


def _told(line: Line, language: str, notes: Notes) -> str:
    mark = notes.mark(line.citations)
    text = text_of(line.text, language) + (f" ({line.about})" if line.about else "")
    return clean(f"{text} {mark}" if mark else text)


def _line(answer: Answer, opened: OpenStore, language: str, notes: Notes) -> str:
    parts = [answer.name(language) + (f" ({answer.id})" if answer.id else "")]
    parts += [
        f"{word(name, language)} {date}" for name, date in (("since", answer.since), ("until", answer.until)) if date
    ]
    parts.append(details(answer, opened, language))
    parts.append(standing_of(answer, language))
    if answer.note:
        parts.append(f"{word('note', language)}: {text_of(answer.note, language)}")
    text = "; ".join(part for part in parts if part)
    mark = notes.mark(answer.citations)
    return clean(f"{text} {mark}" if mark else text)
