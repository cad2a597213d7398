"""Rules applied to claims until nothing new follows: semi-naive evaluation of Horn rules with indexes.

A round joins the premises of each rule so that at least one of them is new in the round before; what follows
is taken in at the end of the round. The result does not depend on the order of claims or rules: within a
round the best derivation of a claim counts (standing, strength of its qualifiers, then rule and premises by
name), and a later one replaces it only when it gives a better standing or strength.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from tocgraph.inference.periods import Period, overlap
from tocgraph.model import InferenceRule, Pattern, Schema, Text

Key = tuple[str, str, str, str, str]
"""What a claim says, as Relation.key has it: subject, relation, object or =value, since, until."""
Qualifiers = Mapping[str, str | Text]
Binding = dict[str, str]
_View = tuple[str, str, Key]
"""A fact as a pattern sees it: subject, filler (swapped where the relation holds both ways), and its key."""


class Fact(NamedTuple):
    """A claim that rules may use: its rank of standing, qualifiers, and how it was derived, if it was."""

    key: Key
    rank: int
    qualifiers: Qualifiers
    rule: str = ""
    premises: tuple[Key, ...] = ()


class Conclusion(NamedTuple):
    """What follows once: for a rule, its binding and its premises in the order of the rule."""

    rule: InferenceRule
    subject: str
    relation: str
    filler: str
    premises: tuple[Fact, ...]


Dating = Callable[[Conclusion], tuple[Period, tuple[Fact, ...]] | None]
"""The dates of a conclusion and the premises that gave them; None when nothing is concluded."""
Admission = Callable[[Conclusion, Period], bool]
"""Whether a conclusion with those dates adds anything to what is stated."""


def common_dates(found: Conclusion) -> tuple[Period, tuple[Fact, ...]] | None:
    """The dates that the premises have in common, with all of the premises."""
    period = overlap((fact.key[3] or None, fact.key[4] or None) for fact in found.premises)
    return None if period is None else (period, found.premises)


def plain_content(content: str | Text) -> str:
    """A qualifier's content as one text: of a text by language the English one."""
    return content if isinstance(content, str) else content.get("en", "")


class Engine:
    """Facts with their indexes, and the ways to join them."""

    def __init__(
        self, schema: Schema, types: Mapping[str, str], admits: Admission, dating: Dating = common_dates
    ) -> None:
        """Args: the schema, the type of each entity by id, and how conclusions are admitted and dated."""
        self.facts: dict[Key, Fact] = {}
        self._relations = schema.relations
        kinds = {kind: frozenset(schema.ancestors(kind)) for kind in set(types.values())}
        self._kinds = {entity: kinds[kind] for entity, kind in types.items()}
        self._lines = {kind: tuple(schema.relation_line(kind)) for kind in schema.relations}
        self._orders = {q.id: {text: place for place, text in enumerate(q.order)} for q in schema.qualifiers if q.order}
        self._admits = admits
        self._dating = dating
        self._indexed: set[Key] = set()
        self._asked: set[str] = set()
        """The relation types that the rules ask for: no others are indexed."""
        self._by_subject: dict[tuple[str, str], list[_View]] = {}
        self._by_filler: dict[tuple[str, str], list[_View]] = {}
        self._by_relation: dict[str, list[_View]] = {}

    def run(self, stated: Iterable[Fact], rules: Iterable[InferenceRule]) -> list[Fact]:
        """Takes in facts and everything that follows from them by the rules; gives what was derived, sorted.

        An engine runs once.
        """
        plans = [Plan(rule) for rule in rules if rule.premises]
        self._asked = {pattern.relation for plan in plans for pattern in plan.patterns}
        fresh = list(stated)
        self.facts.update((fact.key, fact) for fact in fresh)
        derived: set[Key] = set()
        first = True
        while fresh:
            news = self._take_in(fresh)
            best: dict[Key, Fact] = {}
            for plan in plans:
                # In the first round everything is new: whichever premise the joins start from, they find all.
                for order in plan.orders[:1] if first else plan.orders:
                    for found in self._conclusions(plan, order, news):
                        fact = self._concluded(found)
                        if fact is not None and (
                            fact.key not in best or self._preference(fact) < self._preference(best[fact.key])
                        ):
                            best[fact.key] = fact
            fresh = [best[key] for key in sorted(best) if self._accept(best[key])]
            derived.update(fact.key for fact in fresh)
            first = False
        return [self.facts[key] for key in sorted(derived)]

    def _take_in(self, fresh: Iterable[Fact]) -> dict[str, list[_View]]:
        """Indexes facts that are not indexed yet; gives all of them by relation type, as patterns see them."""
        news: dict[str, list[_View]] = {}
        for fact in fresh:
            subject, kind, filler, _, _ = fact.key
            asked = [relation for relation in self._lines.get(kind, ()) if relation in self._asked]
            if not asked:
                continue
            views = [(subject, filler, fact.key)]
            if "symmetric" in self._relations[kind].flags:
                views.append((filler, subject, fact.key))
            known = fact.key in self._indexed
            self._indexed.add(fact.key)
            for relation in asked:
                news.setdefault(relation, []).extend(views)
                if not known:
                    self._by_relation.setdefault(relation, []).extend(views)
                    for view in views:
                        self._by_subject.setdefault((relation, view[0]), []).append(view)
                        self._by_filler.setdefault((relation, view[1]), []).append(view)
        return news

    def _conclusions(self, plan: Plan, order: list[int], news: dict[str, list[_View]]) -> Iterator[Conclusion]:
        """Every way to meet the patterns in that order, the first of them by a new fact."""
        patterns, then = plan.patterns, plan.rule.conclusion
        used: dict[int, Key] = {}

        def join(depth: int, binding: Binding) -> Iterator[Conclusion]:
            if depth == len(order):
                subject, filler = binding.get(then.subject, then.subject), _filler(then, binding)
                premises = tuple(self.facts[used[index]] for index in range(len(patterns)))
                yield Conclusion(plan.rule, subject, then.relation, filler, premises)
                return
            pattern = patterns[order[depth]]
            for view in self._views(pattern, binding) if depth else news.get(pattern.relation, ()):
                bound = self._bound(plan, pattern, view, binding)
                if bound is not None:
                    used[order[depth]] = view[2]
                    yield from join(depth + 1, bound)

        if all(self._is_a(entity, wanted) for entity, wanted in plan.fixed):
            yield from join(0, {})

    def _views(self, pattern: Pattern, binding: Binding) -> list[_View]:
        """The facts that a pattern may match, by the narrowest index."""
        subject = binding.get(pattern.subject, pattern.subject)
        if not subject.startswith("?"):
            return self._by_subject.get((pattern.relation, subject), [])
        filler = _filler(pattern, binding)
        if not filler.startswith(("?", "=?")):
            return self._by_filler.get((pattern.relation, filler), [])
        return self._by_relation.get(pattern.relation, [])

    def _bound(self, plan: Plan, pattern: Pattern, view: _View, binding: Binding) -> Binding | None:
        """The binding with the variables of the pattern; None when the fact does not fit."""
        fresh = binding
        filler = pattern.object if pattern.object is not None else f"={pattern.value}"
        for term, found in ((pattern.subject, view[0]), (filler, view[1])):
            name = term.removeprefix("=")
            if not name.startswith("?"):
                if term != found:
                    return None
            elif name in fresh:
                if fresh[name] != found:
                    return None
            elif not all(self._is_a(found, wanted) for wanted in plan.types.get(name, ())):
                return None
            else:
                fresh = {**fresh, name: found}
        return fresh

    def _is_a(self, entity: str, wanted: str) -> bool:
        return wanted in self._kinds.get(entity, ())

    def _concluded(self, found: Conclusion) -> Fact | None:
        """The fact of a conclusion; None when its ends do not fit or it adds nothing."""
        declared = self._relations.get(found.relation)
        if declared is None or found.subject == found.filler or not self._takes(found.subject, declared.subjects):
            return None
        if declared.value is None:
            if not self._takes(found.filler, declared.objects):
                return None
        elif not found.filler.startswith("="):
            return None
        if "symmetric" in declared.flags and found.filler < found.subject:
            found = found._replace(subject=found.filler, filler=found.subject)
        dated = self._dating(found)
        if dated is None or not self._admits(found, dated[0]):
            return None
        (since, until), premises = dated
        return Fact(
            (found.subject, found.relation, found.filler, since or "", until or ""),
            max(fact.rank for fact in premises),
            self._kept(found.rule, premises),
            found.rule.id,
            tuple(dict.fromkeys(fact.key for fact in premises)),
        )

    def _takes(self, entity: str, allowed: Iterable[str]) -> bool:
        return not self._kinds.get(entity, frozenset()).isdisjoint(allowed)

    def _kept(self, rule: InferenceRule, premises: tuple[Fact, ...]) -> Qualifiers:
        """The qualifiers that the conclusion takes over: the weakest of the premises, by their declared order."""
        kept: dict[str, str | Text] = {}
        for name in rule.keeps:
            having = [fact for fact in premises if name in fact.qualifiers]
            if having:
                kept[name] = max(having, key=lambda fact: self._strength(name, fact)).qualifiers[name]
        return kept

    def _strength(self, qualifier: str, fact: Fact) -> int:
        """The place of a qualifier's content in the declared order; after the last without one, or without a place."""
        order = self._orders.get(qualifier, {})
        content = fact.qualifiers.get(qualifier)
        return len(order) + 1 if content is None else order.get(plain_content(content), len(order))

    def _cost(self, fact: Fact) -> tuple[int, ...]:
        """What counts among derivations of one claim, smallest first: standing, then strength."""
        return (fact.rank, *(self._strength(name, fact) for name in self._orders))

    def _preference(self, fact: Fact) -> tuple[tuple[int, ...], str, tuple[Key, ...]]:
        return self._cost(fact), fact.rule, fact.premises

    def _accept(self, fact: Fact) -> bool:
        """Takes a conclusion that is new, or better derived than before; says whether it was taken."""
        before = self.facts.get(fact.key)
        if before is not None and (not before.rule or self._cost(fact) >= self._cost(before) or self._circular(fact)):
            return False
        self.facts[fact.key] = fact
        return True

    def _circular(self, fact: Fact) -> bool:
        """Whether the premises of a fact rest on the fact itself."""
        waiting, seen = list(fact.premises), set(fact.premises)
        while waiting:
            key = waiting.pop()
            if key == fact.key:
                return True
            waiting += set(self.facts[key].premises) - seen
            seen.update(self.facts[key].premises)
        return False


def _filler(pattern: Pattern, binding: Binding) -> str:
    """The object, or = and the value, with what its variable stands for."""
    term = pattern.filler
    if term in binding:
        return binding[term]
    return term if pattern.object is not None else f"={term}"


class Plan:
    """How to evaluate a rule: its claim patterns, the types of its variables, and the orders of joining."""

    def __init__(self, rule: InferenceRule) -> None:
        self.rule = rule
        self.patterns = [pattern for pattern in rule.premises if pattern.relation]
        conditions = [pattern for pattern in rule.premises if not pattern.relation]
        self.types: dict[str, list[str]] = {}
        """The types that each variable must have."""
        self.fixed = [(c.of, c.type) for c in conditions if not c.of.startswith("?")]
        """The types that named entities must have."""
        for condition in conditions:
            self.types.setdefault(condition.of, []).append(condition.type)
        self.orders = [self._order(start) for start in range(len(self.patterns))]
        """For each pattern an order that begins with it; each next one shares variables with those before."""

    def _order(self, start: int) -> list[int]:
        order, bound = [start], set(self.patterns[start].variables)
        rest = [index for index in range(len(self.patterns)) if index != start]
        while rest:
            following = max(rest, key=lambda index: (len(bound.intersection(self.patterns[index].variables)), -index))
            rest.remove(following)
            order.append(following)
            bound.update(self.patterns[following].variables)
        return order
