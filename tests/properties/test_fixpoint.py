"""On small random graphs: the same as naive evaluation, whatever the order, with proofs that end."""

from __future__ import annotations

from itertools import product
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tocgraph.dates import parse_date
from tocgraph.inference import derive
from tocgraph.model import STANDINGS, Dataset

NODES = ("a", "b", "c", "d")
DATES = ("", "2003", "2004", "2004-05", "2004-05-06", "2006-01-01")
TYPES = {"a": "thing", "b": "thing", "c": "thing", "d": "place"}


def pattern(text: str) -> dict[str, str]:
    words = text.split()
    return dict(zip(("subject", "relation", "object") if len(words) == 3 else ("type", "of"), words, strict=True))


RULES: list[tuple[list[str], str]] = [
    (["?x r ?y", "?y r ?z"], "?x r ?z"),
    (["?x r ?y"], "?x s ?y"),
    (["?x s ?y", "?y t ?z"], "?z r ?x"),
    (["?x s ?y", "?x t ?y", "thing ?y"], "?y s ?x"),
    (["a r ?y", "?x t ?y"], "?x t a"),
    (["?x r ?y", "?y s ?z", "?z t ?x", "place ?x"], "?y t ?z"),
]
rules = st.lists(st.sampled_from(RULES), min_size=1, max_size=4, unique_by=str)
claims = st.lists(
    st.tuples(
        st.sampled_from(NODES), st.sampled_from("rst"), st.sampled_from(NODES), st.sampled_from(DATES),
        st.sampled_from(("", "", "2005", "2009")), st.sampled_from(("preferred", "normal", "unverified", "rejected")),
    ).filter(lambda c: c[0] != c[2] and not (c[3] > "2005" and c[4] == "2005")),
    max_size=7,
    unique_by=lambda c: c[:5],
)  # fmt: skip


def dataset(chosen: list[tuple[list[str], str]], stated: list[tuple[str, ...]]) -> Dataset:
    declared = [
        {"id": f"rule-{RULES.index(r)}", "label": {}, "if": [pattern(p) for p in r[0]], "then": pattern(r[1])}
        for r in chosen
    ]
    schema: dict[str, Any] = {
        "base": "https://example.org/",
        "entity_types": [{"id": name, "label": {}, "plural": {}} for name in ("thing", "place")],
        "relation_types": [
            {"id": name, "label": {}, "from": ["thing", "place"], "to": ["thing", "place"]} for name in "rst"
        ],
        "rules": declared,
    }
    fields = ("subject", "relation", "object", "since", "until", "standing")
    relations = [{k: v for k, v in zip(fields, c, strict=True) if v} for c in stated]
    entities = [{"id": name, "type": kind} for name, kind in TYPES.items()]
    return Dataset.model_validate({"schema": schema, "sources": [], "entities": entities, "relations": relations})


def said(data: Dataset) -> dict[tuple[str, ...], str]:
    return {relation.key: relation.standing for relation in derive(data)}


def combined(dates: list[str], choose: Any) -> str:
    """The latest or earliest of partial dates, by every day they can mean, written from scratch."""
    known = [parse_date(date) for date in dates if date]
    if not known:
        return ""
    first, last = choose(d.earliest for d in known), choose(d.latest for d in known)
    for length in (10, 7):
        if first[:length] == last[:length]:
            return first[:length]
    return first[:4]


def inside(date: str, other: str) -> bool:
    if not other:
        return True
    if not date:
        return False
    a, b = parse_date(date), parse_date(other)
    return b.earliest <= a.earliest and a.latest <= b.latest


def ended(since: str, until: str) -> bool:
    return bool(since and until) and parse_date(since).earliest > parse_date(until).latest


def naive(chosen: list[tuple[list[str], str]], stated: list[tuple[str, ...]]) -> dict[tuple[str, ...], str]:
    """Every combination of facts is tried for every rule, again and again, until nothing changes."""
    ranks = {c[:5]: STANDINGS.index(c[5]) for c in stated if c[5] not in ("disputed", "rejected")}
    base = set(ranks)

    def adds(key: tuple[str, ...]) -> bool:
        for other in stated:
            if other[:3] != key[:3]:
                continue
            if other[5] == "rejected":
                pairs = [(key[3], other[3]), (key[4], other[4])]
                if not any(m and t and not inside(m, t) and not inside(t, m) for m, t in pairs):
                    return False
            elif not ended(combined([key[3], other[3]], max), combined([key[4], other[4]], min)) and not (
                key != other[:5] and inside(key[3], other[3]) and inside(key[4], other[4])
            ):
                return False
        return True

    changed = True
    while changed:
        changed = False
        for premises, conclusion in chosen:
            patterns = [p.split() for p in premises if len(p.split()) == 3]
            kinds = [p.split() for p in premises if len(p.split()) == 2]
            for facts in list(product(list(ranks), repeat=len(patterns))):
                bound: dict[str, str] = {}
                fits = all(
                    term == value if not term.startswith("?") else bound.setdefault(term, value) == value
                    for fact, terms in zip(facts, patterns, strict=True)
                    for term, value in zip(terms, fact[:3], strict=True)
                )
                if not fits or any(TYPES[bound[name]] != kind for kind, name in kinds):
                    continue
                subject, kind, filler = (bound.get(term, term) for term in conclusion.split())
                since = combined([fact[3] for fact in facts], max)
                until = combined([fact[4] for fact in facts], min)
                key = (subject, kind, filler, since, until)
                rank = max(ranks[fact] for fact in facts)
                if subject == filler or ended(since, until) or not adds(key) or ranks.get(key, 9) <= rank:
                    continue
                ranks[key] = rank
                changed = True
    return {key: STANDINGS[rank] for key, rank in ranks.items() if key not in base}


@settings(max_examples=120, deadline=None)
@given(rules, claims)
def test_the_fixpoint_is_that_of_naive_evaluation(chosen, stated):
    assert said(dataset(chosen, stated)) == naive(chosen, stated)


@settings(max_examples=100, deadline=None)
@given(rules, claims, st.randoms(use_true_random=False))
def test_order_makes_no_difference(chosen, stated, random):
    before = derive(dataset(chosen, stated))
    random.shuffle(chosen)
    random.shuffle(stated)
    assert derive(dataset(chosen, stated)) == before


@settings(max_examples=100, deadline=None)
@given(rules, claims)
def test_proofs_end_at_stated_claims(chosen, stated):
    data = dataset(chosen, stated)
    below = {r.id: r.derived.premises for r in derive(data) if r.derived}
    proved = {r.id for r in data.relations}
    waiting = set(below)
    while waiting:
        ready = {claim for claim in waiting if proved.issuperset(below[claim])}
        assert ready, "a proof rests on itself"
        proved |= ready
        waiting -= ready
