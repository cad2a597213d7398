"""explain: why a claim stands, as a tree: the claim, the rule that it follows from, and what that rests on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from tocgraph.errors import QueryError, StoreError, TocgraphError, UnknownIdError
from tocgraph.reports.common import quoted, relation_label, relation_type, term
from tocgraph.store import OpenStore
from tocgraph.store.claims import Claim, read_claims
from tocgraph.store.resolve import resolve
from tocgraph.text import nearest

_CLAIM = re.compile(r"c[0-9a-f]{12}(?:[0-9a-f]{4})?")
_LOOKS_LIKE_ID = re.compile(r"c?[0-9a-f]{4,16}", re.IGNORECASE)
_MENTIONED = 3
"""How many other claims are suggested when there is no such claim."""

_SAYING = """SELECT DISTINCT ?claim WHERE {{
  VALUES ?relation {{ {relations} }}
  {ends}
  ?claim a toc:Claim .
}}
ORDER BY ?claim"""


class Proof(NamedTuple):
    """A claim and what it rests on.

    `sentence` says the claim in the language asked for; `rule` is the label of the rule and `reason` its
    description, both empty for a stated claim, whose citations are in `claim`. A derived claim that was
    shown before in the same answer is `repeated`, without its premises.
    """

    claim: Claim
    sentence: str
    rule: str = ""
    reason: str = ""
    premises: tuple[Proof, ...] = ()
    repeated: bool = False

    def walk(self, depth: int = 0) -> Iterator[tuple[int, Proof]]:
        """This proof and those within it, each with its depth, from the top down."""
        yield depth, self
        for premise in self.premises:
            yield from premise.walk(depth + 1)

    def json(self) -> dict[str, Any]:
        """The proof as plain JSON values; citations stand at the stated claims."""
        claim = self.claim
        found: dict[str, Any] = {"id": claim.id, "sentence": self.sentence}
        found |= {k: getattr(claim, k) for k in ("subject", "relation", "object", "value")}
        found |= {k: getattr(claim, k) for k in ("since", "until", "qualifiers", "note") if getattr(claim, k)}
        found["standing"] = claim.standing
        if claim.rule:
            found["rule"] = {"id": claim.rule, "label": self.rule, "description": self.reason}
            found["premises"] = [premise.json() for premise in self.premises]
            if self.repeated:
                found["repeated"] = True
        else:
            found["citations"] = [{"source": c.source, "title": c.title, "at": c.at} for c in claim.citations]
        return found


def explain(opened: OpenStore, *what: str, language: str = "en") -> list[Proof]:
    """The proofs of a claim, or of every claim that says something, whatever its dates.

    Args:
        opened: The store.
        what: A claim id or address; or subject, relation type and object (or value), by id or name, as
            three texts or as one.
        language: The language of the sentences.

    Raises:
        UnknownIdError: there is no such claim; the nearest are suggested.
        QueryError: the text is neither.
        StoreError: the store does not hold all premises.
    """
    named = opened.vocabulary.local(" ".join(what).strip())
    if _CLAIM.fullmatch(named):
        wanted = [named]
    elif len(what) == 3:
        wanted = _claims_saying(opened, *_parts(opened, *what))
    else:
        wanted = _claims_saying(opened, *_read(opened, named))
    claims = _with_premises(opened, wanted)
    if not any(claim in claims for claim in wanted):
        raise UnknownIdError("claim", named, _near(opened, named))
    writer = _Writer(opened, claims, language)
    return [writer.proof(claims[claim]) for claim in wanted if claim in claims]


class _Writer:
    def __init__(self, opened: OpenStore, claims: dict[str, Claim], language: str) -> None:
        self.opened = opened
        self.claims = claims
        self.language = language
        self.named = opened.names.entities(e for c in claims.values() for e in (c.subject, c.object) if e)
        self.shown: set[str] = set()

    def proof(self, claim: Claim) -> Proof:
        rule = self.opened.schema.rules.get(claim.rule, {})
        about = rule.get("description", "")
        reason = about if isinstance(about, str) else about.get(self.language) or about.get("en", "")
        label = self.opened.schema.label("rules", claim.rule, self.language) if claim.rule else ""
        repeated = bool(claim.rule) and claim.id in self.shown
        self.shown.add(claim.id)
        behind = () if repeated else tuple(self.proof(self.claims[p]) for p in self._ordered(claim))
        return Proof(claim, self.sentence(claim), label, reason, behind, repeated)

    def _ordered(self, claim: Claim) -> list[str]:
        """The premises in the order of the rule, as far as their relations tell it."""
        patterns = self.opened.schema.rules.get(claim.rule, {}).get("if", [])
        places = {p["relation"]: place for place, p in reversed(list(enumerate(patterns))) if "relation" in p}
        return sorted(claim.premises, key=lambda p: (places.get(self.claims[p].relation, len(places)), p))

    def sentence(self, claim: Claim) -> str:
        """The claim in words, without its dates."""
        ends = [
            self.named[end].name(self.language) if end in self.named else str(end)
            for end in (claim.subject, claim.object if claim.object is not None else claim.value)
        ]
        known = claim.relation in self.opened.schema.relations
        label = relation_label(self.opened, claim.relation, False, self.language) if known else claim.relation
        return f"{ends[0]} {label} {ends[1]}"


def _with_premises(opened: OpenStore, wanted: Iterable[str]) -> dict[str, Claim]:
    """Those claims and all that they rest on, read level by level; unknown ids are left out at the top."""
    found = read_claims(opened, wanted)
    level = list(found.values())
    while level:
        missing = {p for claim in level for p in claim.premises} - found.keys()
        read = read_claims(opened, sorted(missing))
        if len(read) != len(missing):
            raise StoreError("the store does not hold all premises of the claim", "does it hold the whole graph?")
        found |= read
        level = list(read.values())
    return found


def _parts(opened: OpenStore, subject: str, relation: str, filler: str) -> tuple[str, str, str]:
    """Subject, relation type and object as ids, turned round where the relation was read from its object."""
    kind, turned = relation_type(opened, relation)
    first, second = (filler, subject) if turned else (subject, filler)
    if opened.schema.relations[kind].get("value"):
        return resolve(opened, first).id, kind, second
    return resolve(opened, first).id, kind, resolve(opened, second).id


def _read(opened: OpenStore, text: str) -> tuple[str, str, str]:
    """The parts of one text, in the way that takes the longest relation."""
    words = text.split()
    spans = [(start, end) for start in range(1, len(words) - 1) for end in range(start + 1, len(words))]
    failed: TocgraphError | None = None
    for start, end in sorted(spans, key=lambda span: (span[0] - span[1], span[0])):
        parts = [" ".join(part) for part in (words[:start], words[start:end], words[end:])]
        try:
            relation_type(opened, parts[1])
        except UnknownIdError:
            continue
        try:
            return _parts(opened, parts[0], parts[1], parts[2])
        except TocgraphError as error:
            failed = failed or error
    if failed:
        raise failed
    if _LOOKS_LIKE_ID.fullmatch(text):
        raise UnknownIdError("claim", text, _near(opened, text))
    raise QueryError(f"{text!r} is no claim", "give the id of a claim, or its subject, relation type and object")


def _claims_saying(opened: OpenStore, subject: str, relation: str, filler: str) -> list[str]:
    """The ids of the claims that say this; narrower relation types count.

    Raises:
        UnknownIdError: nothing says it.
    """
    names = opened.vocabulary
    start = term(opened, names.entity(subject))
    if opened.schema.relations[relation].get("value"):
        ends = f"?claim rdf:subject {start} ; rdf:object ?value . FILTER(STR(?value) = {quoted(filler)})"
    else:
        end = term(opened, names.entity(filler))
        ends = f"?claim rdf:subject {start} ; rdf:object {end} ."
        if opened.schema.symmetric(relation):
            ends = f"{{ {ends} }} UNION {{ ?claim rdf:subject {end} ; rdf:object {start} . }}"
    found = _select(opened, opened.schema.narrower_relations(relation), ends)
    if not found:
        others = _select(opened, opened.schema.narrower_relations(relation), f"?claim rdf:subject {start} .")
        near = read_claims(opened, others).values()
        fillers = {c.object if c.object is not None else c.value or "": c.id for c in near}
        suggested = nearest(filler, fillers, limit=_MENTIONED, cutoff=0) if fillers else []
        said = [f"{fillers[f]} ({subject} {relation} {f})" for f in suggested]
        raise UnknownIdError("claim", f"{subject} {relation} {filler}", said)
    return found


def _select(opened: OpenStore, relations: Iterable[str], ends: str) -> list[str]:
    names = opened.vocabulary
    listed = " ".join(f"<{names.relation(r)}>" for r in relations)
    ends += " ?claim rdf:predicate ?relation ."
    query = names.header("id", "rdf", "toc") + _SAYING.format(relations=listed, ends=ends)
    return [names.local(row["claim"].value) for row in opened.store.select(query).rows]


def _near(opened: OpenStore, word: str) -> list[str]:
    """The claim ids that are most like a text."""
    query = opened.vocabulary.header("toc") + "SELECT ?claim WHERE { ?claim a toc:Claim } ORDER BY ?claim"
    known = [opened.vocabulary.local(row["claim"].value) for row in opened.store.select(query).rows]
    return nearest(word.lower(), known, limit=_MENTIONED, cutoff=0)
