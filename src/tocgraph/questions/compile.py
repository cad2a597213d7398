"""Reading -> one SPARQL 1.1 text, and its rows back into answers.

Every query binds the claims that carry each answer, so that the sources come with it. Claims of every
standing are found; the answer shows a standing that is not normal.
"""

from __future__ import annotations

from tocgraph.questions.elements import Period
from tocgraph.questions.groups import inside
from tocgraph.questions.reading import SUBJECT, Condition, Reading
from tocgraph.store import OpenStore
from tocgraph.store.claims import exists_on, holds_on


def sparql(reading: Reading, opened: OpenStore, as_of: str | None = None) -> str:
    """The query of a reading.

    Its variables: ?answer (an entity or literal; absent for whether, dates and about), ?claim1, ?claim2 ...
    one for each condition, ?end (the other end, for about and between).
    """
    writer = _Writer(opened, as_of)
    if reading.kind in ("about", "between"):
        body, variables = writer.around(reading), "?claim ?end"
    elif reading.kind in ("whether", "dates"):
        writer.bind_answer(reading.about)
        body, variables = writer.body(reading.conditions), "?answer ?claim1"
    else:
        lines = "" if reading.type is None else f"  ?answer a <{opened.vocabulary.entity_type(reading.type)}> .\n"
        if not reading.conditions:
            lines += exists_on(as_of, "?answer")
        if reading.excluded:
            left_out = ", ".join(f"<{opened.vocabulary.entity(e)}>" for e in reading.excluded)
            lines += f"  FILTER(?answer NOT IN ({left_out}))\n"
        if reading.period:
            lines += _existing(reading.period)
        body = writer.body(reading.conditions) + lines
        bound = [(n, c) for n, c in enumerate(reading.conditions, 1) if not c.negated]
        claims = " ".join(f"?claim{n} ?member{n}" if c.other.group else f"?claim{n}" for n, c in bound)
        variables = f"?answer {claims}".strip()
    header = opened.vocabulary.header("claim", "id", "rdf", "toc", "xsd")
    return f"{header}SELECT DISTINCT {variables} WHERE {{\n{writer.head}{body}}}"


def _compared(variable: str, sign: str, day: str, period: Period) -> str:
    """A filter on a day, the given day itself left out for after and before; empty for an open end."""
    strict = period.how in ("after", "before")
    return f'FILTER({variable} {sign}{"" if strict else "="} "{day}"^^xsd:date) ' if day else ""


def _existing(period: Period) -> str:
    """Keeps the answers that may have existed in the period; what has no dates stays unless one is asked for."""
    lines = (
        "" if period.first else f"  ?answer toc:existsFrom ?began . {_compared('?began', '<', period.last, period)}\n"
    )
    if period.first and period.last:
        lines += (
            f'  FILTER NOT EXISTS {{ ?answer toc:existsFrom ?begins FILTER(?begins > "{period.last}"^^xsd:date) }}\n'
        )
    if period.first:
        lines += f'  FILTER NOT EXISTS {{ ?answer toc:existsTo ?ends FILTER(?ends < "{period.first}"^^xsd:date) }}\n'
    return lines


def _timing(condition: Condition, n: int, figure: bool = False) -> str:
    """Keeps the claims whose literal date, beginning or time of holding lies in the period of the condition.

    A `figure` is of the date that its claim gives, and of no other.
    """
    period, claim = condition.period, f"?claim{n}"
    if period is None:
        return ""
    early, late = f"?early{n}", f"?late{n}"
    if condition.timing in ("literal", "begins"):
        name = "value" if condition.timing == "literal" else "since"
        # A partial date is in the period when it may mean a day of it.
        within = _compared(late, ">", period.first, period) + _compared(early, "<", period.last, period)
        if period.how in ("after", "before"):  # all of the date lies there: 2000 is not after November 2000
            within = _compared(early, ">", period.first, period) + _compared(late, "<", period.last, period)
        dated = f"{claim} toc:{name}Earliest {early} ; toc:{name}Latest {late} . {within}"
        if condition.timing == "literal":
            return f"  {dated}\n"
        if figure:
            return f"  {dated}\n"
        # What happened once is often dated by the thing itself: an adoption by the date of the treaty.
        begun = _compared(early, ">", period.first, period) + _compared(early, "<", period.last, period)
        undated = f"FILTER NOT EXISTS {{ {claim} toc:since ?since{n} }}"
        return f"  {{ {dated}}}\n  UNION {{ {claim} rdf:subject/toc:existsFrom {early} . {undated} {begun}}}\n"
    lines = ""
    if condition.timing == "held" or not period.first:
        lines += f"  {claim} toc:holdsFrom {early} . {_compared(early, '<', period.last, period)}\n"
    elif period.last:
        later = f'FILTER({early} > "{period.last}"^^xsd:date)'
        lines += f"  FILTER NOT EXISTS {{ {claim} toc:holdsFrom {early} {later} }}\n"
    if period.first:
        over = f'FILTER({late} < "{period.first}"^^xsd:date)'
        lines += f"  FILTER NOT EXISTS {{ {claim} toc:holdsTo {late} {over} }}\n"
    return lines


class _Writer:
    def __init__(self, opened: OpenStore, as_of: str | None) -> None:
        self.opened, self.names, self.as_of = opened, opened.vocabulary, as_of
        self.head = ""

    def bind_answer(self, entities: tuple[str, ...]) -> None:
        self.head = self._values("answer", [self.names.entity(e) for e in entities])

    def _values(self, variable: str, iris: list[str]) -> str:
        return f"  VALUES ?{variable} {{ {' '.join(f'<{iri}>' for iri in iris)} }}\n"

    def body(self, conditions: tuple[Condition, ...]) -> str:
        # What does not hold is no matter of a pattern without claims: see questions/negation.py.
        return "".join(self._condition(n, c) for n, c in enumerate(conditions, 1) if not c.negated)

    def _condition(self, n: int, condition: Condition) -> str:
        claim, other = f"?claim{n}", f"?other{n}"
        lines = ""
        if condition.within:
            lines = inside(self.opened, other, condition.other.entities)
        elif condition.other.entities:
            lines = self._values(f"other{n}", [self.names.entity(e) for e in condition.other.entities]) + lines
        elif condition.other.value:
            other = f'"{condition.other.value}"'
        elif condition.other.type:
            lines += f"  {other} a <{self.names.entity_type(condition.other.type)}> .\n"
            if condition.other.group:
                ties = self._values(f"tie{n}", [self.names.relation(r) for r in condition.other.tie])
                lines += f"{ties}  ?member{n} rdf:predicate ?tie{n} ; rdf:subject {other} ; rdf:object ?group{n} .\n"
                lines += inside(self.opened, f"?group{n}", condition.other.group)
        if not condition.relations:
            lines += f"  {{ {claim} rdf:subject ?answer ; rdf:object {other} }}\n"
            lines += f"  UNION {{ {claim} rdf:subject {other} ; rdf:object ?answer }}\n"
            return lines + _timing(condition, n) + holds_on(self.as_of, claim)
        wanted = list(dict.fromkeys(n for r in condition.relations for n in self.opened.schema.narrower_relations(r)))
        lines += self._values(f"relation{n}", [self.names.relation(r) for r in wanted])
        lines += f"  {claim} rdf:predicate ?relation{n} .\n"
        if condition.unit:
            unit = f"LCASE(STR(?unit{n}))"
            words = " || ".join(f'CONTAINS({unit}, "{w}") && !CONTAINS({unit}, "of {w}")' for w in condition.unit)
            lines += f"  {claim} <{self.names.qualifier('unit')}> ?unit{n} . FILTER({words})\n"
        subject, target = ("?answer", other) if condition.role == SUBJECT else (other, "?answer")
        if any(self.opened.schema.symmetric(r) for r in wanted):
            lines += f"  {{ {claim} rdf:subject {subject} ; rdf:object {target} }}\n"
            lines += f"  UNION {{ {claim} rdf:subject {target} ; rdf:object {subject} }}\n"
        else:
            lines += f"  {claim} rdf:subject {subject} ; rdf:object {target} .\n"
        figure = any("value" in self.opened.schema.relations[r] for r in wanted)
        return lines + _timing(condition, n, figure) + holds_on(self.as_of, claim)

    def around(self, reading: Reading) -> str:
        first = self._values("this", [self.names.entity(reading.about[0])])
        lines = first
        if reading.kind == "between":
            lines = self._values("end", [self.names.entity(e) for e in reading.about[1:]]) + lines
        lines += "  { ?claim rdf:subject ?this ; rdf:object ?end }\n"
        lines += "  UNION { ?claim rdf:object ?this ; rdf:subject ?end }\n"
        return lines + holds_on(self.as_of)
