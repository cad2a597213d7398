"""Typing errors: the index of words near a mistyped one, and what a question makes of them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tocgraph.questions.linking.link import link
from tocgraph.questions.linking.linked import Linked
from tocgraph.questions.linking.spell import plain
from tocgraph.store import OpenStore, open_store
from tocgraph.store.spelling import distance, errors_allowed, split_article, variants

TINY = Path(__file__).parent.parent / "data" / "tiny"

MORE = """
- id: amarita
  type: state
  label: {en: Amarita, ar: أماريتا}

- id: amarina
  type: state
  label: {en: Amarina, ar: أمارينا}

- id: cyberunit
  type: organization
  label: {en: Cybercrime Forum, ar: منتدى الجرائم السيبرانية}
  aliases: {en: [Forum on Drug Smuggling]}
  description: An assembly that speaks of distrust secretly.

- id: zebco
  type: organization
  label: {en: ZEBCO, ar: منظمة زيبكو}
"""


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenStore]:
    folder = tmp_path_factory.mktemp("data")
    shutil.copytree(TINY, folder, dirs_exist_ok=True)
    entities = folder / "entities.yaml"
    entities.write_text(entities.read_text(encoding="utf-8") + MORE, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TOCGRAPH_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield open_store(folder)


def near(opened: OpenStore, word: str) -> list[tuple[str, int]]:
    return [(known, errors) for known, errors, _ in opened.names.corrections(word)]


@pytest.mark.parametrize(
    ("typed", "known", "errors"),
    [
        ("traficking", "trafficking", 1),  # a letter left out
        ("trafffficking", "trafficking", 2),  # two put in
        ("traffikcing", "trafficking", 1),  # neighbours exchanged
        ("traffiking", "trafficking", 1),
        ("trafficling", "trafficking", 1),  # another letter
        ("draffickink", "trafficking", None),  # of two errors none is in the first letter
        ("rafficking", "trafficking", 1),
        ("molo", "mali", None),  # two in a short word
        ("mlai", "mali", 1),
        ("mal", "mali", None),  # words under four letters are never compared
        ("wakanda", "uganda", None),
    ],
)
def test_the_errors_between_two_words(typed: str, known: str, errors: int | None) -> None:
    assert distance(typed, known) == errors


def test_how_many_errors_are_allowed() -> None:
    assert [errors_allowed("a" * n, "a" * n) for n in (3, 4, 7, 8)] == [0, 1, 1, 2]
    assert errors_allowed("abcdefgh", "abcdefg") == 1
    assert errors_allowed("abcdefgh", "bcdefghi") == 1


def test_a_word_is_held_under_few_variants() -> None:
    assert len(variants("mali")) == 5
    assert len(variants("abcdefg")) == 8
    assert len(variants("abcdefghijklmnop")) == 1 + 7 + 15


@pytest.mark.parametrize(
    ("typed", "known"),
    [
        ("conventoin", "convention"),
        ("convntion", "convention"),
        ("convenntion", "convention"),
        ("konvention", "convention"),
        ("implemnt", "implement"),  # a phrase of the schema
        ("missoins", "missions"),  # the plural of a type
        ("بروتكول", "بروتوكول"),
        ("البروتوكلو", "بروتوكول"),
        ("اتفاقيت", "اتفاقيه"),
    ],
)
def test_the_index_finds_the_word_that_was_meant(opened: OpenStore, typed: str, known: str) -> None:
    assert near(opened, typed)[0] == (known, 1)


def test_the_nearest_and_most_frequent_come_first(opened: OpenStore) -> None:
    found = opened.names.corrections("amarida")
    assert found == [("amarina", 1, 1), ("amarita", 1, 1)]
    assert opened.names.corrections("amarida", 1) == found[:1]
    assert all(frequency > 0 for _, _, frequency in opened.names.corrections("conventoin"))


@pytest.mark.parametrize("typed", ["mal", "ma1i", "", "x" * 2000, "zzzzzzzzzz", "\ud800bcdef", "' OR 1=1 --"])
def test_nothing_is_near(opened: OpenStore, typed: str) -> None:
    assert near(opened, typed) == []


def test_an_acronym_is_near_by_its_own_letters_only(opened: OpenStore) -> None:
    assert near(opened, "zecbo") == [("zebco", 1)]
    assert near(opened, "zebca") == []
    assert near(opened, "zebbco") == []
    assert near(opened, "zbco") == [("zebco", 1)]  # one inside may be lost
    assert near(opened, "zebc") == near(opened, "ebco") == []


def test_words_of_prose_are_words(opened: OpenStore) -> None:
    assert opened.names.written(["secretly", "distrust", "santcion"]) == {"secretly", "distrust"}
    assert opened.names.spelt(["cybercrime", "drug", "cyber"]) == {"cybercrime", "drug"}


def test_an_article_is_no_part_of_a_word() -> None:
    assert split_article("الاتفاقيه") == ("ال", "اتفاقيه")
    assert split_article("والاتفاقيه") == ("وال", "اتفاقيه")
    assert split_article("الي") == ("", "الي")
    assert split_article("convention") == ("", "convention")


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_any_single_error_in_a_long_word_is_found(opened: OpenStore, data: st.DataObject) -> None:
    known = data.draw(st.sampled_from(["convention", "trafficking", "organization", "extradition", "بروتوكول"]))
    letters = "ابتحسعمني" if known > "z" else "abcehinorstz"
    letter = data.draw(st.sampled_from(letters))
    at = data.draw(st.integers(0, len(known) - 1))
    edit = data.draw(st.sampled_from(["in", "out", "other", "exchanged"]))
    typed = {
        "in": known[:at] + letter + known[at:],
        "out": known[:at] + known[at + 1 :],
        "other": known[:at] + letter + known[at + 1 :],
        "exchanged": known[:at] + known[at : at + 2][::-1] + known[at + 2 :],
    }[edit]
    if split_article(typed)[1] == typed != known:
        assert (known, 1) in near(opened, typed) or len(typed) < 4


@pytest.mark.parametrize(
    ("typed", "known", "mistyped"),
    [
        ("headquaters", "headquarters", True),
        ("opperated", "operated", True),
        ("santcions", "sanctions", True),
        ("parris", "paris", True),
        ("seperate", "separate", True),
        ("secretly", "secretary", False),
        ("district", "distrust", False),
        ("rate", "date", False),
        ("season", "reason", False),
        ("nigerian", "nigeria", False),
        ("losing", "closing", False),
        ("factory", "factor", False),
        ("sing", "sign", False),
    ],
)
def test_words_of_a_language_are_not_mistyped_ones(typed: str, known: str, mistyped: bool) -> None:
    assert plain(typed, known) is mistyped


def told(linked: Linked) -> set[str]:
    """What the elements say of guesses."""
    elements = [s[0] for _, segments in linked.covers for s in segments]
    return {e.guess for e in elements if e.guess} | {e.remark for e in elements if e.remark}


@pytest.mark.parametrize(
    ("question", "guess"),
    [
        ("which misssions operate in Mali", "missions"),
        ("which bodies implemnt UNTOC", "implemnt → implement"),
        ("whcih bodies implement UNTOC", "whcih → which"),
        ("when was the Trafficking in Perosns Protocol adopted", "trafficking in persons protocol"),
        ("what is the Forum on Drugsmuggling", "forum on drug smuggling"),
        ("what is the Cyber crime Forum", "cybercrime forum"),
        ("which bodies neverr implement UNTOC", "neverr → never"),  # what may be a "not" is nothing else
        ("is mlai party to UNTOC", "mali"),
        ("whch bodies implement UNTOC", "whch → which"),
        ("ما املنظمات التي تنفذ اتفاقية باليرمو", "المنظمات"),  # a slip in the article
        ("أي الدل طرف في اتفاقية باليرمو", "دول"),
        ("ما الهيئات التي تنفذ اتفاقبة باليرمو", "اتفاقيه باليرمو"),
    ],
)
def test_what_is_mended_is_told(opened: OpenStore, question: str, guess: str) -> None:
    linked = link(opened, question)
    assert linked.unused == []
    assert guess in {text.casefold() for text in told(linked)}


def test_what_was_typed_stays_the_text_of_the_element(opened: OpenStore) -> None:
    [element] = [e for e in link(opened, "which misssions operate in Mali").elements if e.kind == "type"]
    assert (element.text, element.guess, element.types) == ("misssions", "missions", ("mission",))


def test_two_words_equally_near_stay_open(opened: OpenStore) -> None:
    linked = link(opened, "is Amaritna party to UNTOC")
    assert linked.unused == []
    meant = {e for cost, s in linked.covers if cost == 0 for part in s for e in part[0].entities}
    assert meant >= {"amarita", "amarina"}


@pytest.mark.parametrize(
    ("question", "unused"),
    [
        ("which bodies secretly implement UNTOC", "secretly"),
        ("which bodies implement ZEBCA", "ZEBCA"),
        ("is Wakanda party to UNTOC", "Wakanda"),
        ("is Malo party to UNTOC", "Malo"),
        ("which bodies implement UNTOC for protest", "protest"),
    ],
)
def test_other_words_stay_without_a_meaning(opened: OpenStore, question: str, unused: str) -> None:
    assert unused in link(opened, question).unused


def test_a_name_is_found_by_some_of_its_stems(opened: OpenStore) -> None:
    names = opened.names
    assert names.holding({"cybercrim", "forum"}) == ["cyberunit"]
    assert names.holding({"cybercrim", "nothing"}) == names.holding(set()) == []
    assert names.holding({"forum"}, types=["state"]) == []
    assert names.holding({"forum"}, types=["organization"]) == ["cyberunit"]
    assert names.holding({"drug"}, longest=2) == []
    assert len(names.holding({"convent"}, most=0)) == 1
    assert names.side_by_side("drug", "smuggl") and not names.side_by_side("smuggl", "drug")
