"""Claims that follow from others by the rules of the schema, each with the rule and the claims that it rests on.

Premises are claims of standing preferred, normal or unverified; a conclusion has the worst standing of its
premises. Disputed and rejected claims derive nothing, and nothing is derived that they contest.
"""

from __future__ import annotations

from tocgraph.dates import parse_date
from tocgraph.inference.engine import Conclusion, Engine, Fact, plain_content
from tocgraph.inference.force import DAY, SUCCESSION, bound_on
from tocgraph.inference.periods import Period, apart, contradicts, more_exact
from tocgraph.model import STANDINGS, Dataset, Derivation, Relation, claim_id
from tocgraph.reader import collector_paused

__all__ = ["derive"]

CONTESTED = STANDINGS[3:]
_Triple = tuple[str, str, str]


def derive(dataset: Dataset) -> list[Relation]:
    """The relations that follow from those of a data set by the rules of its schema, sorted by their keys.

    What is stated is never derived again, unless the dates of the conclusion are more exact. The result
    does not depend on the order of relations or rules.
    """
    if not dataset.schema_.rules:
        return []
    with collector_paused():
        return _derived(dataset)


def _derived(dataset: Dataset) -> list[Relation]:
    rules = dataset.schema_.rules
    types = {entity.id: entity.type for entity in dataset.entities}
    known = _Known(dataset)
    facts = [
        Fact(r.key, STANDINGS.index(r.standing), r.qualifiers) for r in dataset.relations if r.standing not in CONTESTED
    ]
    # Dates that are computed count as stated ones for the other rules: they say when something began.
    dated = Engine(dataset.schema_, types, known.admits, known.entry_into_force)
    computed = _most_exact(dated.run(facts, [rule for rule in rules if rule.compute]))
    for fact in computed:
        known.add(fact.key, contested=False)
    engine = Engine(dataset.schema_, types, known.admits)
    engine.run([*facts, *computed], [rule for rule in rules if not rule.compute])
    return [_relation(engine.facts[key]) for key in sorted(engine.facts) if engine.facts[key].rule]


def _relation(fact: Fact) -> Relation:
    subject, kind, filler, since, until = fact.key
    literal = filler.startswith("=")
    return Relation.model_construct(  # made of checked records: nothing to validate, and thousands of them
        subject=subject,
        relation=kind,
        object=None if literal else filler,
        value=filler[1:] if literal else None,
        since=since or None,
        until=until or None,
        qualifiers=dict(fact.qualifiers),
        standing=STANDINGS[fact.rank],
        derived=Derivation.model_construct(rule=fact.rule, premises=[claim_id(key) for key in fact.premises]),
    )


def _most_exact(facts: list[Fact]) -> list[Fact]:
    """Those that no other one on the same subject, relation and object says more exactly."""
    together: dict[_Triple, list[Period]] = {}
    for fact in facts:
        together.setdefault(fact.key[:3], []).append(_period(fact.key))
    return [f for f in facts if not any(more_exact(other, _period(f.key)) for other in together[f.key[:3]])]


def _period(key: tuple[str, str, str, str, str]) -> Period:
    return key[3] or None, key[4] or None


class _Known:
    """What is stated, by subject, relation (broader ones too) and object, and what may be added to it."""

    def __init__(self, dataset: Dataset) -> None:
        self._schema = dataset.schema_
        self._periods: dict[_Triple, list[tuple[Period, bool]]] = {}
        self._ending: dict[_Triple, list[Fact]] = {}
        for relation in dataset.relations:
            contested = relation.standing in CONTESTED
            self.add(relation.key, contested)
            if relation.until is not None and not contested:
                fact = Fact(relation.key, STANDINGS.index(relation.standing), {})
                self._ending.setdefault(relation.key[:3], []).append(fact)

    def add(self, key: tuple[str, str, str, str, str], contested: bool) -> None:
        """Takes a claim in."""
        subject, kind, filler = key[:3]
        declared = self._schema.relations.get(kind)
        if declared is not None and "symmetric" in declared.flags and filler < subject:
            subject, filler = filler, subject
        for relation in self._schema.relation_line(kind):
            self._periods.setdefault((subject, relation, filler), []).append((_period(key), contested))

    def admits(self, found: Conclusion, period: Period) -> bool:
        """Whether a conclusion adds something to what is stated, and no contested claim speaks against it."""
        stated = self._periods.get((found.subject, found.relation, found.filler))
        if stated is None:
            return True
        if found.rule.dates == "within":
            return False
        return all(
            contradicts(period, other) if contested else more_exact(period, other) or apart(period, other)
            for other, contested in stated
        )

    def entry_into_force(self, found: Conclusion) -> tuple[Period, tuple[Fact, ...]] | None:
        """From when a party is bound, by its consent, the time that must pass, and the instrument's own entry.

        The premises are the consent with its date, the duration and the day of entry, in this order. A stated
        claim that says when it ended gives the end. A state that succeeded to the treaty is bound by other rules.
        """
        if len(found.premises) != 3:
            return None
        consent, wait, general = found.premises
        if plain_content(consent.qualifiers.get("act", "")) == SUCCESSION:
            return None
        counting = plain_content(wait.qualifiers.get("counting", DAY))
        since = bound_on(consent.key[3], wait.key[2][1:], counting, general.key[2][1:])
        if since is None:
            return None
        ends = [f for f in (consent, *self._ending.get((found.subject, found.relation, found.filler), ())) if f.key[4]]
        ends = [f for f in ends if parse_date(f.key[4]).latest >= parse_date(since).earliest]
        if not ends:
            return (since, None), found.premises
        ending = min(ends, key=lambda f: (parse_date(f.key[4]).earliest, f.key))
        return (since, ending.key[4]), (*found.premises, ending)
