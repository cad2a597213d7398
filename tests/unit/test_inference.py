"""What follows from claims by rules: matching, dates, standings, qualifiers."""

from __future__ import annotations

from typing import Any

import pytest
from deriving import COVERS, PART, WITHIN, claim, dataset, derived, rule

from tocgraph.inference import derive
from tocgraph.inference.periods import apart, contradicts, covering, more_exact, overlap


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
