"""Reading -> one SPARQL 1.1 text.

Every query binds the claims that carry each answer, so that the sources come with it. Claims of every
standing are found; the answer shows a standing that is not normal.
"""

from __future__ import annotations

from tocgraph.questions.answering.hops import claim_of_part
from tocgraph.questions.answering.over import left_behind
from tocgraph.questions.answering.patterns import by_itself, either_way, none_of
from tocgraph.questions.elements import AMID, Period
from tocgraph.questions.grammar.foremost import LASTING
from tocgraph.questions.grammar.negation import decided
from tocgraph.questions.grammar.units import unit_filter
from tocgraph.questions.linking.groups import inside, narrowing
from tocgraph.questions.reading import SUBJECT, Condition, End, Reading
from tocgraph.store import OpenStore
from tocgraph.store.claims import TAKEN_AS_FACT, exists_on, holds_on


def sparql(reading: Reading, opened: OpenStore, as_of: str | None = None) -> str:
    """The query of a reading.

    Its variables: ?answer (an entity or literal; absent for about and between), ?claim1, ?claim2 ... one for each
    condition, ?claim1_2 the second one of the other end of the first, ?counted1 what is to be counted there,
    ?ranked and ?rankedClaim what the answers are ranked by, ?end (the other end, for about and between) with
    ?own (true where the claim is of the thing itself).
    """
    present = reading.kind in ("things", "count") and not (reading.past or as_of)
    writer = _Writer(opened, as_of, reading.sources, present)
    if reading.kind in ("about", "between"):
        body = writer.around(reading)
        variables = "?claim ?end ?own"
    else:
        if reading.kind in ("whether", "dates"):
            body = writer.values("answer", [opened.vocabulary.entity(e) for e in reading.about])
        else:
            body = ""
        body += writer.end("?answer", reading.asked, "")
        variables = " ".join(["?answer", *dict.fromkeys(writer.bound)])
    header = opened.vocabulary.header("claim", "id", "rdf", "toc", "xsd", "prov", "source")
    return f"{header}SELECT DISTINCT {variables} WHERE {{\n{body}}}"


def _compared(variable: str, sign: str, day: str, period: Period) -> str:
    """A filter on a day, the given day itself left out for after and before; empty for an open end."""
    if not day:
        return ""
    if period.how in ("after", "before", AMID):
        return f'FILTER({variable} {sign} "{day}"^^xsd:date) '
    # Not greater, rather than less or equal, which Virtuoso gets wrong (see tocgraph.store.portable).
    return f'FILTER(!({variable} {">" if sign == "<" else "<"} "{day}"^^xsd:date)) '


def _lying(period: Period, early: str, late: str) -> str:
    """A filter on a date, given by the first and last day that it may mean."""
    if period.how in ("after", "before", AMID):  # all of the date lies there: 2000 is not after November 2000
        return _compared(early, ">", period.first, period) + _compared(late, "<", period.last, period)
    # A partial date is in the period when it may mean a day of it.
    return _compared(late, ">", period.first, period) + _compared(early, "<", period.last, period)


def _existing(thing: str, period: Period) -> str:
    """Keeps the things that may have existed in the period; what has no dates stays unless one is asked for."""
    tag = thing.removeprefix("?")
    lines = ""
    if not period.first:
        lines = f"  {thing} toc:existsFrom ?began_{tag} . {_compared(f'?began_{tag}', '<', period.last, period)}\n"
    if period.first and period.last:
        later = f'FILTER(?begins_{tag} > "{period.last}"^^xsd:date)'
        lines += f"  FILTER NOT EXISTS {{ {thing} toc:existsFrom ?begins_{tag} {later} }}\n"
    if period.first:
        over = f'FILTER(?ends_{tag} < "{period.first}"^^xsd:date)'
        lines += f"  FILTER NOT EXISTS {{ {thing} toc:existsTo ?ends_{tag} {over} }}\n"
    return lines


def _timing(condition: Condition, n: str, figure: bool = False) -> str:
    """Keeps the claims whose literal date, beginning or time of holding lies in the period of the condition.

    A `figure` is of the date that its claim gives, and of no other.
    """
    period, claim = condition.period, f"?claim{n}"
    early, late = f"?early{n}", f"?late{n}"
    if condition.timing == "over":
        within = _lying(period, early, late) if period else ""
        return f"  {claim} toc:untilEarliest {early} ; toc:untilLatest {late} . {within}\n"
    if period is None:
        return ""
    if condition.timing in ("literal", "age", "begins"):
        name = "since" if condition.timing == "begins" else "value"
        within = _lying(period, early, late)
        dated = f"{claim} toc:{name}Earliest {early} ; toc:{name}Latest {late} . {within}"
        if condition.timing == "age" and period.how == "after":  # none of its dates may lie before
            began = f"{claim} rdf:subject/toc:existsFrom ?began{n} . "
            return f"  {dated}\n  {began}{_compared(f'?began{n}', '>', period.first, period)}\n"
        if condition.timing in ("literal", "age") or figure:
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
    def __init__(self, opened: OpenStore, as_of: str | None, sources: tuple[str, ...], present: bool) -> None:
        self.opened, self.names, self.as_of, self.sources = opened, opened.vocabulary, as_of, sources
        self.present = present
        self.bound: list[str] = []

    def values(self, variable: str, iris: list[str]) -> str:
        return f"  VALUES ?{variable} {{ {' '.join(f'<{iri}>' for iri in iris)} }}\n"

    def end(self, thing: str, end: End, n: str) -> str:
        """The pattern of a set; its claims are bound under numbers that begin with `n`."""
        lines = without = ""
        tag = thing.removeprefix("?")
        if end.told or (end.entities and thing == "?answer"):
            lines += self.values(tag, [self.names.entity(e) for e in end.entities])
        for place, condition in enumerate(end.conditions, 1):
            if not decided(condition):
                told = self._condition(thing, condition, f"{n}_{place}" if n else str(place))
                lines, without = (lines, without + told) if condition.negated else (lines + told, without)
        if end.types:
            types = [self.names.entity_type(t) for t in end.types]
            if len(types) == 1:
                lines += f"  {thing} a <{types[0]}> .\n"
            else:
                lines += self.values(f"type_{tag}", types) + f"  {thing} a ?type_{tag} .\n"
        if not end.conditions and thing == "?answer":
            lines += exists_on(self.as_of, thing)
        if end.excluded:
            lines += none_of(thing, [self.names.entity(e) for e in end.excluded])
        if end.period:
            lines += _existing(thing, end.period)
        if end.rank and end.rank.relations:
            lines += self._measured(thing, end.rank.relations, end.rank.unit)
            lines += self._lasted(thing) if end.rank.how in LASTING else ""
        return lines + without  # what is taken away comes last: MINUS knows only what stands before it

    def _measured(self, thing: str, relations: tuple[str, ...], unit: tuple[str, ...]) -> str:
        # What is not verified may be foremost as well; the answer tells.
        self.bound += ["?ranked", "?rankedClaim", "?rankedStanding"]
        known = ", ".join(f"<{self.names.standing(s)}>" for s in (*TAKEN_AS_FACT, "unverified"))
        return self.values("rankedBy", [self.names.relation(r) for r in relations]) + (
            f"  ?rankedClaim rdf:predicate ?rankedBy ; rdf:subject {thing} ; rdf:object ?ranked .\n"
            + unit_filter(self.opened, "?rankedClaim", unit, "Ranked")
            + f"  ?rankedClaim toc:standing ?rankedStanding . FILTER(?rankedStanding IN ({known}))\n"
        )

    def _lasted(self, thing: str) -> str:
        """When a thing came to its end, where that is recorded."""
        self.bound += ["?endedOn", "?endedClaim"]
        relations = self.opened.schema.relations
        ends = [self.names.relation(r) for r, spec in relations.items() if "ends" in spec.get("flags", ())]
        return (
            f"  OPTIONAL {{\n{self.values('endedBy', ends)}"
            f"  ?endedClaim rdf:predicate ?endedBy ; rdf:subject {thing} ; rdf:object ?endedOn .\n"
            f"{self._taken('?endedClaim')}  }}\n"
        )

    def _taken(self, claim: str) -> str:
        """Only claims taken as fact."""
        good = ", ".join(f"<{self.names.standing(standing)}>" for standing in TAKEN_AS_FACT)
        standing = f"?standing_{claim[1:]}"
        return f"  {claim} toc:standing {standing} . FILTER({standing} IN ({good}))\n"

    def _condition(self, thing: str, condition: Condition, n: str) -> str:
        if condition.either:
            # The branches share their variables: an answer is as good as the best of them.
            branches = [
                "".join(self._condition(thing, c, f"{n}_{i}" if i > 1 else n) for i, c in enumerate(branch, 1))
                for branch in condition.either
            ]
            return "  UNION\n".join(f"  {{\n{inner}  }}\n" for inner in branches)
        if condition.negated:
            bound, self.bound = self.bound, []
            inner = self._pattern(thing, condition, n) + self._taken(f"?claim{n}")
            self.bound = bound
            return f"  MINUS {{\n{inner}  }}\n"
        return self._pattern(thing, condition, n)

    def _pattern(self, thing: str, condition: Condition, n: str) -> str:
        claim, other = f"?claim{n}", f"?other{n}"
        described = condition.other.told or not (condition.other.entities or condition.other.value)
        if not condition.relations and described:
            return self.end(thing, condition.other, n)  # no relation: what the thing is
        self.bound.append(claim)
        lines = ""
        if condition.within:
            lines = inside(self.opened, other, condition.other.entities)
        elif condition.kinds and condition.other.entities:
            lines = self._kinds(other, condition)
        elif condition.other.entities and condition.other.conditions:
            lines = self.values(f"other{n}", [self.names.entity(e) for e in condition.other.entities])
            lines += self.end(other, condition.other, n)
        elif len(condition.other.entities) == 1:
            other = f"<{self.names.entity(condition.other.entities[0])}>"
        elif condition.other.entities:
            lines = self.values(f"other{n}", [self.names.entity(e) for e in condition.other.entities])
        elif condition.other.value:
            other = f'"{condition.other.value}"'
        else:
            before = len(self.bound)
            lines = self.end(other, condition.other, n)
            if any(c.other.conditions or not c.relations for c in condition.other.conditions):
                lines = by_itself(other, self.bound[before:], lines)
            if condition.other.rank or condition.other.limit:
                self.bound.append(other)
        rest = holds_on(self.as_of, claim) + self._said(claim)
        if not condition.relations:
            return lines + either_way(claim, thing, other) + _timing(condition, n) + rest
        wanted = list(dict.fromkeys(n for r in condition.relations for n in self.opened.schema.narrower_relations(r)))
        symmetric = any(self.opened.schema.symmetric(r) for r in wanted)
        subject, target = (thing, other) if condition.role == SUBJECT else (other, thing)
        # Engines that keep the order of patterns begin with the claims of one thing, not with all of a relation type.
        known = "<" in (subject[0], target[0]) and not symmetric and not condition.whole
        if known:
            lines += f"  {claim} rdf:subject {subject} ; rdf:object {target} .\n"
        relations = [self.names.relation(r) for r in wanted]
        if len(relations) == 1:
            lines += f"  {claim} rdf:predicate <{relations[0]}> .\n"
        elif known:
            listed = ", ".join(f"<{iri}>" for iri in relations)
            lines += f"  {claim} rdf:predicate ?relation{n} . FILTER(?relation{n} IN ({listed}))\n"
        elif condition.other.conditions:
            # From the described things to their claims: with VALUES all claims of those types would be gone through.
            lines += " UNION ".join(f"{{ {claim} rdf:predicate <{iri}> }}" for iri in relations) + "\n"
        else:
            lines += self.values(f"relation{n}", relations)
            lines += f"  {claim} rdf:predicate ?relation{n} .\n"
        lines += unit_filter(self.opened, claim, condition.unit, n)
        lines += self._told_by(claim, condition.qualified, n)
        if condition.whole:
            lines += claim_of_part(self.opened, condition, n, subject, target)
        elif symmetric:
            lines += either_way(claim, subject, target)
        elif not known:
            lines += f"  {claim} rdf:subject {subject} ; rdf:object {target} .\n"
        if condition.other.rank or condition.other.limit:
            lines += self._taken(claim)  # what is not known for sure is not counted
        if condition.rank:
            self.bound.append("?ranked")
            limit = "until" if condition.timing == "over" else "since"  # who left first, by the day of leaving
            lines += f"  {claim} toc:{limit}Earliest ?ranked .\n" + self._taken(claim)
        if self.present and not condition.timing and any(self.opened.schema.relations[r].get("ending") for r in wanted):
            lines += none_of(claim, list(left_behind(self.opened)))
        figure = any("value" in self.opened.schema.relations[r] for r in wanted)
        return lines + _timing(condition, n, figure) + rest

    def _told_by(self, claim: str, qualified: tuple[tuple[str, tuple[str, ...]], ...], n: str) -> str:
        """Only claims that say one of those things by each qualifier."""
        lines = ""
        for place, (qualifier, things) in enumerate(qualified):
            told = f"told{place}_{n}"
            lines += self.values(told, [self.names.entity(e) for e in things])
            lines += f"  {claim} <{self.names.qualifier(qualifier)}> ?{told} .\n"
        return lines

    def _kinds(self, other: str, condition: Condition) -> str:
        path, entities = self.names.relation(narrowing(self.opened, condition)), condition.other.entities
        whole = f"{other}Whole"
        return self.values(whole[1:], [self.names.entity(e) for e in entities]) + f"  {other} <{path}>* {whole} .\n"

    def _said(self, claim: str) -> str:
        """Only claims that one of the given sources makes."""
        if not self.sources:
            return ""
        cited = self.values(f"said_{claim[1:]}", [self.names.source(s) for s in self.sources])
        return cited + f"  {claim} prov:hadPrimarySource ?said_{claim[1:]} .\n"

    def around(self, reading: Reading) -> str:
        # In both branches, so that no engine joins all claims with them first.
        ends = self.values("this", [self.names.entity(reading.about[0])])
        if reading.kind == "between":
            ends += self.values("end", [self.names.entity(e) for e in reading.about[1:]])
        lines = ""
        if reading.qualities:
            lines += self.values("quality", [self.names.qualifier(q) for q in reading.qualities])
            lines += "  ?claim ?quality ?told .\n"
        lines += f"  {{\n{ends}  ?claim rdf:subject ?this ; rdf:object ?end BIND(true AS ?own) }}\n"
        lines += f"  UNION {{\n{ends}  ?claim rdf:object ?this ; rdf:subject ?end }}\n"
        if reading.standing:
            lines = lines.replace("rdf:object ?end BIND", "rdf:object|toc:value ?end BIND", 1)
            good = [self.names.standing(s) for s in reading.standing]
            lines += self.values("standing", good) + "  ?claim toc:standing ?standing .\n"
        return lines + holds_on(self.as_of) + self._said("?claim")
