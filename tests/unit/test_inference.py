"""What follows from claims: rules, dates, standings, qualifiers, entry into force."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tocgraph.checks import load_checked
from tocgraph.graph import KnowledgeGraph, load
from tocgraph.inference import derive
from tocgraph.inference.force import bound_on
from tocgraph.inference.periods import apart, contradicts, covering, more_exact, overlap
from tocgraph.model import Dataset

SAMPLE = Path(__file__).parent.parent / "data" / "inference"
Triple = tuple[str, str, str]

SCHEMA: dict[str, Any] = {
    "base": "https://example.org/",
    "entity_types": [
        {"id": "thing", "label": {}, "plural": {}},
        {"id": "law", "label": {}, "plural": {}},
        {"id": "article", "label": {}, "plural": {}, "broader": "law"},
        {"id": "state", "label": {}, "plural": {}},
    ],
    "relation_types": [
        {"id": "part-of", "label": {}, "from": ["law", "thing"], "to": ["law", "thing"]},
        {"id": "unit-of", "label": {}, "from": ["thing"], "to": ["thing"], "broader": "part-of"},
        {"id": "covers", "label": {}, "from": ["law"], "to": ["thing"]},
        {"id": "near", "label": {}, "from": ["thing", "state"], "to": ["thing", "state"], "flags": ["symmetric"]},
        {"id": "named", "label": {}, "from": ["thing"], "value": "text"},
        {"id": "consents-to", "label": {}, "from": ["state"], "to": ["law"]},
        {"id": "party-to", "label": {}, "from": ["state"], "to": ["law"]},
        {"id": "binds-after", "label": {}, "from": ["law"], "value": "text"},
        {"id": "in-force-on", "label": {}, "from": ["law"], "value": "date"},
    ],
    "qualifiers": [
        {"id": "strength", "value": "text", "label": {}, "order": ["must", "should", "may"]},
        {"id": "counting", "value": "text", "label": {}},
        {"id": "act", "value": "text", "label": {}},
    ],
}
ENTITIES = {
    **dict.fromkeys(("treaty", "protocol"), "law"),
    **dict.fromkeys(("article-1", "article-2", "paragraph"), "article"),
    **dict.fromkeys(("crime", "tool", "a", "b", "c", "d"), "thing"),
    **dict.fromkeys(("egypt", "mali"), "state"),
}


def pattern(text: str) -> dict[str, str]:
    """A claim of a rule: subject, relation, object; = before a value; `type of` a condition."""
    words = text.split()
    if len(words) == 2:
        return {"type": words[0], "of": words[1]}
    filler = {"value": words[2][1:]} if words[2].startswith("=") else {"object": words[2]}
    return {"subject": words[0], "relation": words[1], **filler}


def rule(name: str, premises: list[str], conclusion: str, **more: Any) -> dict[str, Any]:
    return {"id": name, "label": {}, "if": [pattern(p) for p in premises], "then": pattern(conclusion), **more}


COVERS = rule("covers", ["?p part-of ?w", "?p covers ?x", "article ?p"], "?w covers ?x", keeps=["strength"])
WITHIN = rule("within", ["?a part-of ?b", "?b part-of ?c"], "?a part-of ?c")
FORCE = rule(
    "force",
    ["?s consents-to ?i", "?i binds-after =?d", "?i in-force-on =?f"],
    "?s party-to ?i",
    compute="entry-into-force",
)


def claim(text: str, since: str = "", until: str = "", standing: str = "normal", **qualifiers: Any) -> dict[str, Any]:
    found: dict[str, Any] = {**pattern(text), "standing": standing, "qualifiers": qualifiers}
    return found | ({"since": since} if since else {}) | ({"until": until} if until else {})


def dataset(rules: list[dict[str, Any]], *claims: dict[str, Any]) -> Dataset:
    entities = [{"id": name, "type": kind} for name, kind in ENTITIES.items()]
    return Dataset.model_validate(
        {"schema": {**SCHEMA, "rules": rules}, "sources": [], "entities": entities, "relations": list(claims)}
    )


def derived(rules: list[dict[str, Any]], *claims: dict[str, Any]) -> list[str]:
    """What follows, each as `subject relation object since/until standing`, what is usual left out."""
    found = []
    for r in derive(dataset(rules, *claims)):
        dates = f"{r.since or ''}/{r.until or ''}" if r.since or r.until else ""
        standing = "" if r.standing == "normal" else r.standing
        filler = r.object or f"={r.value}"
        found.append(" ".join(filter(None, (r.subject, r.relation, filler, dates, standing))))
    return found


PART = claim("article-1 part-of treaty")


def test_what_a_part_says_the_whole_says():
    assert derived([COVERS], PART, claim("article-1 covers crime")) == ["treaty covers crime"]


def test_the_derivation_names_rule_and_premises():
    data = dataset([COVERS], PART, claim("article-1 covers crime"))
    [found] = derive(data)
    assert found.derived is not None
    assert found.derived.rule == "covers"
    assert found.derived.premises == [relation.id for relation in data.relations]
    assert found.cite == []


def test_rules_feed_each_other_until_nothing_is_new():
    found = derived([COVERS, WITHIN], PART, claim("paragraph part-of article-1"), claim("paragraph covers crime"))
    assert found == ["article-1 covers crime", "paragraph part-of treaty", "treaty covers crime"]


def test_a_cycle_ends_and_nothing_stands_to_itself():
    found = derived([WITHIN], claim("a part-of b"), claim("b part-of c"), claim("c part-of a"))
    assert found == ["a part-of c", "b part-of a", "c part-of b"]


def test_a_type_condition_leaves_out_other_things():
    assert derived([COVERS], claim("protocol part-of treaty"), claim("protocol covers crime")) == []


def test_a_conclusion_has_the_ends_that_its_relation_takes():
    anything = rule("anything", ["?p part-of ?w"], "?w covers ?p")
    assert derived([anything], claim("a part-of b"), claim("article-1 part-of treaty")) == []
    assert derived([anything], claim("a part-of treaty")) == ["treaty covers a"]


def test_a_narrower_relation_counts_as_the_broader_one():
    assert derived([WITHIN], claim("a unit-of b"), claim("b part-of c")) == ["a part-of c"]
    assert derived([rule("same", ["?a unit-of ?b"], "?a part-of ?b")], claim("a unit-of b")) == []


def test_what_holds_both_ways_matches_both_ways_and_is_concluded_once():
    chain = rule("chain", ["?a near ?b", "?b near ?c"], "?a near ?c")
    assert derived([chain], claim("b near d"), claim("a near b")) == ["a near d"]


def test_constants_and_values():
    named = rule("named", ["?a named =Tool", "?a part-of b"], "b named =Box")
    assert derived([named], claim("a named =Tool"), claim("a part-of b")) == ["b named =Box"]
    assert derived([named], claim("a named =Other"), claim("a part-of b")) == []
    handed = rule("handed", ["?a named =?n", "?a part-of ?b"], "?b named =?n")
    assert derived([handed], claim("a named =Tool"), claim("a part-of b")) == ["b named =Tool"]


def test_one_fact_may_meet_two_premises():
    assert derived([rule("r", ["?a part-of ?b", "?a part-of ?c"], "?b near ?c")], claim("a part-of b")) == []


@pytest.mark.parametrize(
    ("standings", "result"),
    [
        (("normal", "unverified"), ["treaty covers crime unverified"]),
        (("preferred", "unverified"), ["treaty covers crime unverified"]),
        (("preferred", "normal"), ["treaty covers crime"]),
        (("preferred", "preferred"), ["treaty covers crime preferred"]),
        (("normal", "disputed"), []),
        (("rejected", "normal"), []),
    ],
)
def test_the_worst_standing_counts(standings: tuple[str, str], result: list[str]):
    part, whole = standings
    claims = claim("article-1 part-of treaty", standing=part), claim("article-1 covers crime", standing=whole)
    assert derived([COVERS], *claims) == result


def test_the_best_derivation_counts():
    claims = [
        PART,
        claim("article-2 part-of treaty"),
        claim("article-1 covers crime", standing="unverified"),
        claim("article-2 covers crime"),
    ]
    assert derived([COVERS], *claims) == ["treaty covers crime"]


def test_a_better_derivation_that_comes_later_counts_as_well():
    claims = [
        PART,
        claim("paragraph part-of article-2"),
        claim("article-2 part-of treaty"),
        claim("article-1 covers crime", standing="unverified"),
        claim("paragraph covers crime"),
    ]
    assert derived([COVERS], *claims) == ["article-2 covers crime", "treaty covers crime"]


@pytest.mark.parametrize(
    ("first", "second", "result"),
    [
        ("may", "must", "must"),
        ("must", "may", "must"),
        ("may", "nothing known", "may"),
        ({"en": "should", "ar": "ينبغي"}, "may", {"en": "should", "ar": "ينبغي"}),
    ],
)
def test_the_strongest_strength_is_kept(first: Any, second: Any, result: Any):
    claims = claim("article-1 covers crime", strength=first), claim("article-2 covers crime", strength=second)
    [found] = derive(dataset([COVERS], PART, claim("article-2 part-of treaty"), *claims))
    assert found.qualifiers == {"strength": result}


@pytest.mark.parametrize(
    ("first", "second", "result"),
    [
        (("2004", ""), ("", ""), "2004/"),
        (("2004", ""), ("2006-05", ""), "2006-05/"),
        (("2004", "2010"), ("2006-05", "2008"), "2006-05/2008"),
        (("2004-03-05", ""), ("2004", ""), "2004/"),
        (("2004-12", ""), ("2004", ""), "2004-12/"),
        (("", "2008-01"), ("", "2008"), "/2008-01"),
        (("2004", "2004"), ("2004", ""), "2004/2004"),
    ],
)
def test_the_dates_are_what_the_premises_have_in_common(first: tuple[str, str], second: tuple[str, str], result: str):
    found = derived([COVERS], claim("article-1 part-of treaty", *first), claim("article-1 covers crime", *second))
    assert found == [f"treaty covers crime {result}"]


def test_without_common_time_nothing_follows():
    claims = claim("article-1 part-of treaty", until="2003"), claim("article-1 covers crime", since="2004")
    assert derived([COVERS], *claims) == []


@pytest.mark.parametrize(
    ("stated", "result"),
    [
        (claim("treaty covers crime"), ["treaty covers crime 2004-05/"]),
        (claim("treaty covers crime", "2004"), ["treaty covers crime 2004-05/"]),
        (claim("treaty covers crime", "2004-05"), []),
        (claim("treaty covers crime", "2004-05-02"), []),
        (claim("treaty covers crime", "2001"), []),
        (claim("treaty covers crime", "2001", "2003"), ["treaty covers crime 2004-05/"]),
        (claim("treaty covers crime", "", "2009"), []),
        (claim("treaty covers crime", standing="unverified"), ["treaty covers crime 2004-05/"]),
        (claim("treaty covers crime", standing="rejected"), []),
        (claim("treaty covers crime", "2004", standing="disputed"), []),
        (claim("treaty covers crime", "1999", standing="rejected"), ["treaty covers crime 2004-05/"]),
    ],
)
def test_what_is_stated_is_not_derived_unless_more_exactly(stated: dict[str, Any], result: list[str]):
    claims = claim("article-1 part-of treaty", "2004-05"), claim("article-1 covers crime")
    assert derived([COVERS], *claims, stated) == result


def test_dates_within_add_nothing_to_what_is_stated():
    within = {**COVERS, "dates": "within"}
    claims = claim("article-1 part-of treaty", "2004-05"), claim("article-1 covers crime")
    assert derived([within], *claims) == ["treaty covers crime 2004-05/"]
    assert derived([within], *claims, claim("treaty covers crime")) == []


def test_a_data_set_without_rules_derives_nothing():
    assert derived([], PART, claim("article-1 covers crime")) == []


@pytest.mark.parametrize(
    ("consented", "period", "counting", "in_force", "bound"),
    [
        # UNTOC, article 38 (2): thirtieth day after deposit; in force on 29 September 2003.
        ("2004-03-05", "P30D", "day", "2003-09-29", "2004-04-04"),
        ("2004-02-01", "P30D", "day", "2003-09-29", "2004-03-02"),
        ("2003-12-31", "P30D", "day", "2003-09-29", "2004-01-30"),
        ("2002-04-12", "P30D", "day", "2003-09-29", "2003-09-29"),
        ("2003-08-30", "P30D", "day", "2003-09-29", "2003-09-29"),
        ("2003-08-31", "P30D", "day", "2003-09-29", "2003-09-30"),
        # 1988 drugs convention, article 29 (2): ninetieth day.
        ("1991-03-15", "P90D", "day", "1990-11-11", "1991-06-13"),
        # UNESCO 1970, article 21: three months after deposit, on the day of the same number or the last of the month.
        ("1983-09-02", "P3M", "day", "1972-04-24", "1983-12-02"),
        ("2002-11-30", "P3M", "day", "1972-04-24", "2003-02-28"),
        # Convention on Cybercrime, article 36 (4): first day of the month after three months; Romania, United States.
        ("2004-05-12", "P3M", "first day of the month", "2004-07-01", "2004-09-01"),
        ("2006-09-29", "P3M", "first day of the month", "2004-07-01", "2007-01-01"),
        ("2006-09-01", "P3M", "first day of the month", "2004-07-01", "2007-01-01"),
        ("2003-06-01", "P3M", "first day of the month", "2004-07-01", "2004-07-01"),
        # Partial dates: their first and their last day must come to one day, month or year.
        ("2004-11", "P30D", "day", "2003-09-29", "2004-12"),
        ("2004-01", "P30D", "day", "2003-09-29", "2004"),
        ("2004-12", "P30D", "day", "2003-09-29", None),
        ("2004", "P30D", "day", "2003-09-29", None),
        ("2004-11", "P3M", "first day of the month", "2004-07-01", "2005-03-01"),
        ("2002", "P30D", "day", "2003-09-29", "2003-09-29"),
        ("2003-08-30", "P30D", "day", "2003", "2003"),
        ("2004-01-15", "P30D", "day", "2003", "2004-02-14"),
        # Other lengths, and what is no length or counting.
        ("2004-03-05", "P1Y", "day", "2003-09-29", "2005-03-05"),
        ("2004-02-29", "P1Y", "day", "2003-09-29", "2005-02-28"),
        ("2004-03-05", "P2W", "day", "2003-09-29", "2004-03-19"),
        ("2004-03-05", "P1M15D", "day", "2003-09-29", "2004-04-20"),
        ("2004-03-05", "P", "day", "2003-09-29", None),
        ("2004-03-05", "30 days", "day", "2003-09-29", None),
        ("2004-03-05", "P30D", "hour", "2003-09-29", None),
        ("", "P30D", "day", "2003-09-29", None),
        ("9999-12-31", "P30D", "day", "2003-09-29", None),
    ],
)
def test_entry_into_force(consented: str, period: str, counting: str, in_force: str, bound: str | None):
    assert bound_on(consented, period, counting, in_force) == bound


def consent(since: str = "", **more: Any) -> list[dict[str, Any]]:
    return [
        claim("egypt consents-to treaty", since, **more),
        claim("treaty binds-after =P30D", counting="day"),
        claim("treaty in-force-on =2003-09-29"),
    ]


def test_consent_and_the_final_clauses_make_a_party():
    assert derived([FORCE], *consent("2004-03-05")) == ["egypt party-to treaty 2004-04-04/"]


def test_before_the_instrument_is_in_force_nobody_is_party():
    assert derived([FORCE], *consent("2004-03-05")[:2]) == []


@pytest.mark.parametrize("act", ["succession", {"en": "succession", "ar": "خلافة"}])
def test_a_successor_state_is_not_bound_by_counting_from_its_deposit(act: Any):
    assert derived([FORCE], *consent("2006-10-23", act=act)) == []
    assert derived([FORCE], *consent("2006-10-23", act="accession")) == ["egypt party-to treaty 2006-11-22/"]


def test_counting_may_be_told_in_two_languages():
    claims = consent("2004-03-05")
    claims[1] = claim("treaty binds-after =P3M", counting={"en": "first day of the month", "ar": "أول الشهر"})
    assert derived([FORCE], *claims) == ["egypt party-to treaty 2004-07-01/"]


@pytest.mark.parametrize(
    ("stated", "result"),
    [
        (claim("egypt party-to treaty"), ["egypt party-to treaty 2004-04-04/"]),
        (claim("egypt party-to treaty", "2004"), ["egypt party-to treaty 2004-04-04/"]),
        (claim("egypt party-to treaty", "2004-04-04"), []),
        (claim("egypt party-to treaty", "2004-04-05"), []),
        (claim("egypt party-to treaty", "", "2010-06"), ["egypt party-to treaty 2004-04-04/2010-06"]),
        (claim("egypt party-to treaty", "2004", "2010"), ["egypt party-to treaty 2004-04-04/2010"]),
        (claim("egypt party-to treaty", "1990", "2001"), ["egypt party-to treaty 2004-04-04/"]),
        (claim("egypt party-to treaty", standing="rejected"), []),
    ],
)
def test_a_stated_end_is_kept(stated: dict[str, Any], result: list[str]):
    assert derived([FORCE], *consent("2004-03-05"), stated) == result


def test_of_two_computed_dates_the_more_exact_one_counts():
    claims = [*consent("2004-03-05"), claim("egypt consents-to treaty", "2004-03")]
    assert derived([FORCE], *claims) == ["egypt party-to treaty 2004-04-04/"]


def test_an_unverified_consent_makes_an_unverified_party():
    assert derived([FORCE], *consent("2004-03-05", standing="unverified")) == [
        "egypt party-to treaty 2004-04-04/ unverified"
    ]


def test_periods():
    assert overlap([]) == (None, None)
    assert overlap([("2004", "2010"), ("2006", None), (None, "2009-05")]) == ("2006", "2009-05")
    assert overlap([("2004", None), (None, "2003-12-31")]) is None
    assert overlap([("2004", None), (None, "2004")]) == ("2004", "2004")
    assert covering("2004-03-05", "2004-03-31") == "2004-03"
    assert covering("2004-03-05", "2005-01-01") is None
    assert more_exact(("2004-03", None), ("2004", None)) and not more_exact(("2004", None), ("2004-03", None))
    assert not more_exact(("2004", None), (None, "2010"))
    assert not more_exact(("2004", None), ("2004", None))
    assert apart(("2004", None), (None, "2003")) and not apart(("2004", None), (None, "2004-01"))
    assert contradicts(("2004", None), ("2005", None)) and not contradicts(("2004", None), ("2004-03", "2009"))


def saying(graph: KnowledgeGraph, rule: str) -> set[tuple[str, str, str, str]]:
    found = [r for r in graph.derived if r.derived is not None and r.derived.rule == rule]
    return {(r.subject, r.relation, r.object or "", r.since or "") for r in found}


@pytest.fixture(scope="module")
def sample() -> KnowledgeGraph:
    return load(SAMPLE)


def test_the_shipped_rules_on_a_sample(sample: KnowledgeGraph):
    assert saying(sample, "part-provides") == {
        ("untoc", "provides-for", "extradition", ""),
        ("untoc", "provides-for", "treaty-as-extradition-basis", ""),
        ("untoc-art-16", "provides-for", "treaty-as-extradition-basis", ""),
    }
    assert saying(sample, "part-criminalizes") == {("tip-protocol", "criminalizes", "trafficking-in-persons", "")}
    assert saying(sample, "protocol-offence") == {("untoc", "applies-to", "trafficking-in-persons", "")}
    assert saying(sample, "provision-within") == {("untoc-art-16-5", "part-of", "untoc", "")}
    assert saying(sample, "entry-into-force") == {
        ("african-union", "party-to", "untoc", "2014-03-31"),
        ("egypt", "party-to", "tip-protocol", "2004-04-04"),
        ("egypt", "party-to", "untoc", "2004-04-04"),
        ("mali", "party-to", "untoc", "2003-09-29"),
    }
    # Egypt's own consent says when it became party to the convention; Kenya's says the year alone.
    assert saying(sample, "protocol-party") == {("kenya", "party-to", "untoc", "2005-02-04")}


def test_members_of_a_party_are_not_thereby_parties(sample: KnowledgeGraph):
    assert any(r.key[:3] == ("ghana", "member-of", "african-union") for r in sample.relations)
    assert any(r.key[:3] == ("african-union", "party-to", "untoc") for r in sample.relations)
    assert not [r for r in sample.relations if r.subject == "ghana" and r.relation == "party-to"]


def test_the_graph_holds_stated_and_derived_claims(sample: KnowledgeGraph):
    assert len(sample.stated) == len(load_checked(SAMPLE).relations)
    assert len(sample.stated) + len(sample.derived) == len(sample.relations)
    assert all(premise in sample.claims for r in sample.derived if r.derived for premise in r.derived.premises)
    [party] = [r for r in sample.derived if r.key[:3] == ("egypt", "party-to", "untoc")]
    edge = sample.networkx.edges["egypt", "untoc", party.id]
    assert edge["derived"] == "entry-into-force"
    assert "egypt" not in {r.subject for r in sample.as_of("2004-03").derived}


def test_proofs_end_at_stated_claims(sample: KnowledgeGraph):
    below: dict[str, list[str]] = {r.id: r.derived.premises for r in sample.derived if r.derived}

    def height(claim: str, above: frozenset[str] = frozenset()) -> int:
        assert claim not in above
        return 1 + max((height(p, above | {claim}) for p in below[claim]), default=0) if claim in below else 0

    assert max(height(claim) for claim in below) == 2
