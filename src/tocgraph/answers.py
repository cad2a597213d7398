"""What every answering command gives: one shape for questions, lists, paths and comparisons."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from tocgraph.store import OpenStore
from tocgraph.store.claims import CitedPlace, Claim, Qualifier, rank, read_claims
from tocgraph.store.names import Named

ANSWERED = "answered"
AMBIGUOUS = "ambiguous"
NOT_UNDERSTOOD = "not-understood"
NOT_IN_GRAPH = "not-in-graph"


_VERDICTS = {
    "en": {"true": "yes", "false": "no", "unknown": "unknown"},
    "ar": {"true": "نعم", "false": "لا", "unknown": "غير معروف"},
}


class Answer(NamedTuple):
    """One answer: an entity (`id`, `label`, `type`) or a literal (`value`), with the claims behind it.

    `label` holds the entity's label by language. `inverse` tells that the answer is the subject of its
    relation and the entity asked about the object. `qualifiers`, `since`, `until` and `standing` are
    those of the claims; where several claims carry the answer, the first one's stand here. `derived` is the
    rule of a claim that the answer cannot do without and that follows from others.
    """

    id: str | None = None
    label: dict[str, str] = {}  # noqa: RUF012 (never changed)
    type: str | None = None
    value: Any = None
    relation: str | None = None
    inverse: bool = False
    qualifiers: dict[str, Qualifier] = {}  # noqa: RUF012 (never changed)
    since: str = ""
    until: str = ""
    standing: str = "normal"
    note: dict[str, str] = {}  # noqa: RUF012 (never changed)
    claims: tuple[str, ...] = ()
    citations: tuple[CitedPlace, ...] = ()
    derived: str = ""

    def name(self, language: str = "en") -> str:
        """What to print for this answer: the label in that language, or the value."""
        if self.id is None:
            verdict = str(self.value).lower() if isinstance(self.value, bool) else self.value
            return _VERDICTS.get(language, {}).get(verdict, str(self.value))
        return self.label.get(language) or next(iter(self.label.values()), self.id)

    def json(self) -> dict[str, Any]:
        """The answer as plain JSON values."""
        found: dict[str, Any] = {
            "id": self.id,
            "label": self.label,
            "type": self.type,
            "value": self.value,
            "qualifiers": self.qualifiers,
            "claims": list(self.claims),
            "citations": [{"source": c.source, "title": c.title, "at": c.at} for c in self.citations],
        }
        if self.relation:
            found["relation"] = self.relation
        if self.inverse:
            found["inverse"] = True
        if self.since:
            found["since"] = self.since
        if self.until:
            found["until"] = self.until
        if self.standing != "normal":
            found["standing"] = self.standing
        if self.derived:
            found["derived"] = self.derived
        if self.note:
            found["note"] = self.note
        return found


class Table(NamedTuple):
    """A comparison or listing as columns and rows of plain values.

    A value may be a text by language, and may then hold `citations` as well, which are numbered where it is shown.
    `labels` are the names by language of columns that stand for an entity; `notes` are lines by language that
    belong under the table.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    labels: dict[str, dict[str, str]] = {}  # noqa: RUF012 (never changed)
    notes: tuple[dict[str, str], ...] = ()


class AnswerSet(NamedTuple):
    """The whole answer to one question or command (the JSON of every answering command)."""

    question: str
    status: str = ANSWERED
    reading: str = ""
    sparql: str = ""
    answers: tuple[Answer, ...] = ()
    path: tuple[dict[str, Any], ...] | None = None
    table: Table | None = None
    complete: str = "unknown"
    as_of: str | None = None
    suggestions: tuple[str, ...] = ()
    about: dict[str, Any] | None = None
    """The entity itself, for an answer that tells everything about one: names, type, identifiers."""
    remarks: tuple[str, ...] = ()
    """What must be said with the answer, such as how complete it is, each a sentence or two."""
    nothing: str = ""
    """What it means that there are no answers, where more is known than that none is recorded."""

    def json(self) -> dict[str, Any]:
        """The answer set as plain JSON values, in documented order; `about`, `remarks` and `nothing` only if any."""
        table: dict[str, Any] | None = None
        if self.table is not None:
            table = {"columns": list(self.table.columns), "rows": [list(r) for r in self.table.rows]}
            if self.table.labels:
                table["labels"] = self.table.labels
            if self.table.notes:
                table["notes"] = list(self.table.notes)
        found = {
            "question": self.question,
            "status": self.status,
            "reading": self.reading,
            "sparql": self.sparql,
            "answers": [answer.json() for answer in self.answers],
            "path": None if self.path is None else list(self.path),
            "table": table,
            "complete": self.complete,
            "as_of": self.as_of,
            "suggestions": list(self.suggestions),
        }
        if self.about is not None:
            sections = [section.json() for section in self.about.get("profile", ())]
            found["about"] = {**self.about, **({"profile": sections} if "profile" in self.about else {})}
        if self.remarks:
            found["remarks"] = list(self.remarks)
        if self.nothing:
            found["nothing"] = self.nothing
        return found


Ask = Callable[[str], AnswerSet]
"""Answers one question."""


def said_nothing(told: AnswerSet) -> bool:
    """Whether that is a refusal, or a yes or no of which nothing is known."""
    if told.status == AMBIGUOUS:
        return False
    unknown = bool(told.answers) and all(a.value == "unknown" and not a.claims for a in told.answers)
    return told.status != ANSWERED or unknown


def answers_from_claims(opened: OpenStore, found: dict[str | tuple[str, str], list[list[str]]]) -> list[Answer]:
    """Cited answers, in order: each key is an entity id or ("value", literal), each item its claim ids by condition."""
    claims = read_claims(opened, (c for groups in found.values() for group in groups for c in group))
    entities = opened.names.entities(k for k in found if isinstance(k, str))
    answers = []
    for key, groups in found.items():
        common = claimed(*([claims[c] for c in group if c in claims] for group in groups))
        if isinstance(key, tuple):
            answers.append(Answer(value=key[1], **common))
        elif key in entities:
            answers.append(Answer(id=key, label=entities[key].label, type=entities[key].type, **common))
        else:
            answers.append(Answer(id=key, **common))
    return answers


def other_end(claim: Claim, entity: str, named: dict[str, Named]) -> Answer:
    """The other end of a claim as an answer, seen from one of its ends; `named` knows the entities by id."""
    end = claim.object if claim.subject == entity else claim.subject
    known = named.get(end or "")
    return Answer(
        id=end,
        label=known.label if known else {},
        type=known.type if known else None,
        value=claim.value if end is None else None,
        inverse=claim.subject != entity,
        **claimed([claim]),
    )


def claimed(*conditions: Sequence[Claim]) -> dict[str, Any]:
    """What the claims behind an answer say of it, as fields of Answer.

    One sequence of claims for each condition that the answer meets. Within a condition the best standing
    counts, and a stated claim goes before a derived one; over several conditions the worst does, for the
    answer rests on all of them.
    """
    ordered = [sorted(claims, key=lambda c: (rank(c.standing), c.rule != "")) for claims in conditions if claims]
    if not ordered:
        return {}
    lead = ordered[0][0]
    weakest = max((claims[0] for claims in ordered), key=lambda c: rank(c.standing))
    behind = list(dict.fromkeys(c.id for claims in ordered for c in claims))
    return {
        "relation": lead.relation,
        "qualifiers": lead.qualifiers,
        "since": lead.since,
        "until": lead.until,
        "standing": weakest.standing,
        "note": weakest.note if weakest.standing != lead.standing else lead.note,
        "claims": tuple(behind),
        "derived": next((claims[0].rule for claims in ordered if claims[0].rule), ""),
        "citations": tuple(dict.fromkeys(place for claims in ordered for c in claims for place in c.citations)),
    }
