"""What is offered while a question is typed: on plain values, and on the tiny graph as it is compiled."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

import pytest

from tocgraph.cli.completing import MOST, SHORTEST, Completing, Phrase, phrases
from tocgraph.store import OpenStore, beginnings
from tocgraph.store.beginnings import Begun, plain, spellings

NAMES = {
    "budapest-convention": "Budapest Convention",
    "budapest": "Budapest",
    "impact": "IMPACT coalition",
    "interpol": "الإنتربول",
    "palermo": "اتفاقية باليرمو",
    "hague": "The Hague Academy",
}
PHRASES = [
    Phrase("implement", "implement", "relation"),
    Phrase("implemented by", "implemented by", "relation"),
    Phrase("imposed by", "imposed by", "relation"),
]


def named(beginning: str, limit: int) -> Sequence[Begun]:
    held = {text: entity for entity, text in NAMES.items()}
    return [
        Begun(text, "ar" if not text.isascii() else "en", entity, "thing")
        for text, entity in held.items()
        if any(spelt.startswith(beginning) for spelt in spellings(text))
    ][:limit]


@pytest.fixture
def completing() -> Completing:
    return Completing(PHRASES, named, lambda entity_type, language: f"{entity_type} ({language})")


def offered(completing: Completing, text: str) -> list[tuple[str, int]]:
    return [(offer.text, offer.length) for offer in completing.offers(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Budapest", "budapest"),
        ("Budapest ", "budapest "),
        ("24/", "24 "),
        ("24/7 N", "24 7 n"),
        ("Côte d'", "cote d"),
        ("INTERPOL's r", "interpol r"),
        ("الاتّفاقيّة ", "الاتفاقيه "),
        ("٢٤", "24"),
        (" ", ""),
        ("…", ""),
    ],
)
def test_a_beginning_is_normalized_but_not_stemmed(text: str, expected: str) -> None:
    assert plain(text) == expected


def test_articles_may_be_left_out_when_a_name_is_typed() -> None:
    assert list(spellings("The Hague Academy")) == ["the hague academy", "hague academy"]
    assert list(spellings("الإنتربول")) == ["الانتربول", "انتربول"]
    assert list(spellings("Mali")) == ["mali"]
    assert list(spellings("The")) == ["the"]
    assert list(spellings("الم")) == ["الم"]
    assert list(spellings("!")) == []


def test_the_last_word_goes_on(completing: Completing) -> None:
    assert offered(completing, "which bodies impl") == [("implement", 4), ("implemented by", 4)]
    assert completing.offers("which bodies impl")[0].about == "relation"


def test_a_name_of_several_words_takes_the_place_of_all_of_them(completing: Completing) -> None:
    assert offered(completing, "who joined the budapest c") == [("Budapest Convention", 10)]
    assert offered(completing, "who joined budapest ") == [("Budapest Convention", 9)]
    assert offered(completing, 'who joined ("budapest c') == [("Budapest Convention", 10)]
    assert offered(completing, "the hag") == [("The Hague Academy", 7)]
    assert offered(completing, "in hag") == [("The Hague Academy", 3)]


def test_a_capital_letter_means_a_name(completing: Completing) -> None:
    assert offered(completing, "imp")[0] == ("implement", 3)
    assert offered(completing, "IMP")[0] == ("IMPACT coalition", 3)


def test_what_is_typed_already_is_not_offered(completing: Completing) -> None:
    assert offered(completing, "Budapest") == [("Budapest Convention", 8)]
    assert offered(completing, "imposed by") == []


def test_the_arabic_article_and_what_is_joined_to_it(completing: Completing) -> None:
    assert offered(completing, "متى تأسست الإنت") == [("الإنتربول", 5)]
    assert offered(completing, "متى تأسست انتر") == [("الإنتربول", 4)]
    assert offered(completing, "مصر والإنت") == [("الإنتربول", 5)]
    assert offered(completing, "معوقات للإنت") == [("للإنتربول", 5)]
    assert offered(completing, "للاتف") == []  # the name has no article of its own
    assert completing.offers("اتفاقية ب")[0].about == "thing (ar)"


@pytest.mark.parametrize("text", ["", " ", "i", "who i", "?!", "\x00\udcff", "zzzz", "a" * 5000, "b " * 5000])
def test_there_may_be_nothing_to_offer(completing: Completing, text: str) -> None:
    assert completing.offers(text) == []


def test_there_is_an_end_to_what_is_offered() -> None:
    many = [Phrase(f"many men {n}", f"many men {n}", "") for n in range(100)]
    crowd = [Begun(f"Many things {n}", "en", str(n), "thing") for n in range(100)]
    completing = Completing(many, lambda beginning, limit: crowd[:limit], lambda entity_type, language: "")
    assert SHORTEST < len(completing.offers("many m")) == MOST


def test_names_of_the_compiled_graph(opened: OpenStore) -> None:
    def texts(beginning: str) -> list[str]:
        return [begun.text for begun in opened.names.beginning(beginning)]

    assert texts("inter") == ["INTERPOL"]  # one name of each entity, the shortest
    assert texts("international c") == ["International Criminal Police Organization"]
    assert texts("icpo") == ["ICPO"]
    assert texts("untoc")[0] == "UNTOC" and "UNTOC article 16" in texts("untoc")
    assert texts("انتر") == ["الإنتربول"]
    assert texts("trafficking in persons")[0] == "Trafficking in persons"  # the whole name before longer ones
    assert texts("q8475") == []  # identifiers are not typed in questions
    assert texts("%") == texts("zz") == texts("\udcff") == []
    assert opened.names.beginning("mali") == [Begun("Mali", "en", "mali", "state")]
    assert len(opened.names.beginning("", 3)) == 3


def test_offers_of_the_compiled_graph(opened: OpenStore) -> None:
    completing = Completing.of(opened.names)
    assert ("UNTOC", 3, "convention") in [tuple(o) for o in completing.offers("who implements UNT")]
    assert ("اتفاقية باليرمو", 10, "اتفاقية") in [
        tuple(o) for o in completing.offers("ما الهيئات التي تنفذ اتفاقية با")
    ]
    assert "implement" in [o.text for o in completing.offers("which bodies impl")]
    assert "missions" in [o.text for o in completing.offers("miss")]
    assert "بعثات" in [o.text for o in completing.offers("بعثا")]


def test_every_phrase_and_word_of_the_schema_can_be_typed(opened: OpenStore) -> None:
    found = {phrase.text for phrase in phrases(opened.schema)}
    assert {"implement", "is part of", "parts of", "missions", "organisation"} <= found
    assert not found & {"S", "O", "in", "of", "within", "في"}
    assert not [text for text in found if {"S", "O"} & set(text.split())]
    for entity_type in opened.schema.types.values():
        assert set(entity_type["label"].values()) <= found


def test_a_beginning_is_a_range_of_the_index(opened: OpenStore) -> None:
    """However many names there are: none is read that does not begin so."""
    plan = opened.names._rows("EXPLAIN QUERY PLAN " + beginnings.QUERY, beginnings.values("un", 10))
    steps = [row[3] for row in plan]
    assert any("SEARCH beginning USING PRIMARY KEY (plain>? AND plain<?)" in step for step in steps)
    assert not any(step.startswith("SCAN") and "found" not in step for step in steps)


def test_the_best_known_of_very_many_come_first() -> None:
    database = sqlite3.connect(":memory:")
    database.executescript(
        "CREATE TABLE name (key, text, language, kind, entity); CREATE TABLE entity (id PRIMARY KEY, type, degree)"
    )
    count, degrees = 5000, {4321: 9, 77: 7}
    database.executemany(
        "INSERT INTO entity VALUES (?, 'unit', ?)", ((f"e{n}", degrees.get(n, 0)) for n in range(count))
    )
    for kind in ("label", "id"):
        rows = (("", f"Unit {n}" if kind == "label" else f"Unit {n} by id", "en", kind, f"e{n}") for n in range(count))
        database.executemany("INSERT INTO name VALUES (?, ?, ?, ?, ?)", rows)
    beginnings.write(database)
    rows = database.execute(beginnings.QUERY, beginnings.values("unit", 3)).fetchall()
    assert [begun.entity for begun in beginnings.chosen(rows, 3)][:2] == ["e4321", "e77"]
    assert database.execute("SELECT COUNT(*) FROM beginning").fetchone() == (count,)
    assert database.execute(beginnings.QUERY, beginnings.values("unit 77", 3)).fetchone()[2] == "e77"
