"""Reading -> one SPARQL 1.1 text, and its rows back into answers.

Every query binds the claims that carry each answer, so that the sources come with it. Claims of every
standing are found; the answer shows a standing that is not normal.
"""

from __future__ import annotations

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
        body = writer.body(reading.conditions) + lines
        claims = " ".join(f"?claim{n}" for n in range(1, len(reading.conditions) + 1))
        variables = f"?answer {claims}".strip()
    header = opened.vocabulary.header("claim", "id", "rdf", "toc", "xsd")
    return f"{header}SELECT DISTINCT {variables} WHERE {{\n{writer.head}{body}}}"


class _Writer:
    def __init__(self, opened: OpenStore, as_of: str | None) -> None:
        self.opened, self.names, self.as_of = opened, opened.vocabulary, as_of
        self.head = ""

    def bind_answer(self, entities: tuple[str, ...]) -> None:
        self.head = self._values("answer", [self.names.entity(e) for e in entities])

    def _values(self, variable: str, iris: list[str]) -> str:
        return f"  VALUES ?{variable} {{ {' '.join(f'<{iri}>' for iri in iris)} }}\n"

    def body(self, conditions: tuple[Condition, ...]) -> str:
        return "".join(self._condition(n, condition) for n, condition in enumerate(conditions, 1))

    def _condition(self, n: int, condition: Condition) -> str:
        claim, other = f"?claim{n}", f"?other{n}"
        lines = ""
        if condition.other.entities:
            lines = self._values(f"other{n}", [self.names.entity(e) for e in condition.other.entities]) + lines
        elif condition.other.value:
            other = f'"{condition.other.value}"'
        elif condition.other.type:
            lines += f"  {other} a <{self.names.entity_type(condition.other.type)}> .\n"
        if not condition.relations:
            lines += f"  {{ {claim} rdf:subject ?answer ; rdf:object {other} }}\n"
            lines += f"  UNION {{ {claim} rdf:subject {other} ; rdf:object ?answer }}\n"
            return lines + holds_on(self.as_of, claim)
        wanted = list(dict.fromkeys(n for r in condition.relations for n in self.opened.schema.narrower_relations(r)))
        lines += self._values(f"relation{n}", [self.names.relation(r) for r in wanted])
        lines += f"  {claim} rdf:predicate ?relation{n} .\n"
        subject, target = ("?answer", other) if condition.role == SUBJECT else (other, "?answer")
        if any(self.opened.schema.symmetric(r) for r in wanted):
            lines += f"  {{ {claim} rdf:subject {subject} ; rdf:object {target} }}\n"
            lines += f"  UNION {{ {claim} rdf:subject {target} ; rdf:object {subject} }}\n"
        else:
            lines += f"  {claim} rdf:subject {subject} ; rdf:object {target} .\n"
        return lines + holds_on(self.as_of, claim)

    def around(self, reading: Reading) -> str:
        first = self._values("this", [self.names.entity(reading.about[0])])
        lines = first
        if reading.kind == "between":
            lines = self._values("end", [self.names.entity(e) for e in reading.about[1:]]) + lines
        lines += "  { ?claim rdf:subject ?this ; rdf:object ?end }\n"
        lines += "  UNION { ?claim rdf:object ?this ; rdf:subject ?end }\n"
        return lines + holds_on(self.as_of)
