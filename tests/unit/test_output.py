from __future__ import annotations

import json

import pytest

from tocgraph.answers import Answer, AnswerSet, Table
from tocgraph.cli import output, plain
from tocgraph.cli.drawing import draw
from tocgraph.cli.queries import kind_of, with_prefixes
from tocgraph.cli.sheets import Notes, Sheet, text_of
from tocgraph.store import OpenStore
from tocgraph.store.claims import CitedPlace
from tocgraph.vocabulary import Vocabulary

HOSTILE = "a\x1b[31mred\x07\x9b2J\x7f\u202egnp\u2066x\nsecond\tline\r"


def cited(name: str, *places: tuple[str, str], **more: object) -> Answer:
    citations = tuple(CitedPlace(source, f"Title of {source}", at) for source, at in places)
    return Answer(id=name, label={"en": name.upper()}, citations=citations, **more)  # type: ignore[arg-type]


def test_no_control_character_gets_through() -> None:
    for text in (plain.clean(HOSTILE), plain.clean_lines(HOSTILE).replace("\n", " ")):
        assert text.isprintable() or all(c.isprintable() or c == "\ufffd" for c in text)
        assert "\x1b" not in text and "\u202e" not in text
    assert plain.clean("می\u200cخواهم") == "می\u200cخواهم"
    assert plain.clean("lone \udcff") == "lone \ufffd"


def test_json_stays_the_same_value() -> None:
    text = plain.clean_json(json.dumps({"x": HOSTILE + "\udcff"}, ensure_ascii=False))
    assert json.loads(text) == {"x": HOSTILE + "\udcff"}
    assert all(c.isprintable() for c in text)
    text.encode()


def test_notes_number_each_place_once() -> None:
    notes = Notes()
    assert notes.mark(cited("a", ("s", "1"), ("s", "2")).citations) == "[1][2]"
    assert notes.mark(cited("b", ("s", "2"), ("t", "")).citations) == "[2][3]"
    assert notes.texts == ["Title of s, 1", "Title of s, 2", "Title of t"]
    assert Notes(wanted=False).mark(cited("a", ("s", "1")).citations) == ""


def test_texts_by_language() -> None:
    assert text_of({"en": "x", "ar": "س"}, "ar") == "س"
    assert text_of({"en": "x"}, "ar") == "x"
    assert [text_of(v, "en") for v in (None, True, 3, {})] == ["", "true", "3", ""]


@pytest.mark.parametrize("form", ["table", "markdown", "csv", "json"])
def test_brackets_survive_and_controls_do_not(opened: OpenStore, capsys: pytest.CaptureFixture[str], form: str) -> None:
    found = AnswerSet("q", answers=(cited("x", ("s", "[art. 18]"), note={"en": f"[bold]see[/bold] {HOSTILE}"}),))
    output.show(found, opened, output.View(form))
    text = capsys.readouterr().out
    assert "[art. 18]" in text and "[bold]see[/bold]" in text
    assert not set(text) & set("\x1b\x07\x9b\x7f\u202e\u2066\r")


def test_a_drawn_table_shows_markup_as_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    text = draw(Sheet(["answer", "note"], [["[red]x[/red]", ":smile:"], ["[art. 18]", ""]]), "en")
    assert "[red]x[/red]" in text and ":smile:" in text and "[art. 18]" in text and "\x1b" not in text


def test_a_narrow_terminal_gets_blocks_instead_of_slivers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "30")
    text = draw(Sheet(["id", "url", "title"], [["x", "https://example.org/a-long-address", ""]]), "en")
    assert text == "id: x\nurl: https://example.org/a-long-address\n"


def test_arabic_cells_are_isolated_when_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    text = draw(Sheet(["answer"], [["مالي (mali)"]]), "ar")
    assert f"{plain.ISOLATE}مالي (mali){plain.POP}" in text


def test_markdown_cells_cannot_break_the_table() -> None:
    lines = output.markdown_lines(Sheet(["answer"], [["a|b *c* <i> [x](y) [art. 18] `z`"]]), "en")
    assert lines[2] == "| a\\|b \\*c\\* \\<i> [x]\\(y) [art. 18] \\`z\\` |"


def test_empty_lists_are_honest(opened: OpenStore, capsys: pytest.CaptureFixture[str]) -> None:
    output.show(AnswerSet("q"), opened, output.View())
    assert "does not mean that there is none" in capsys.readouterr().out
    output.show(AnswerSet("q", table=Table(("a",), ()), complete="yes"), opened, output.View(language="ar"))
    assert capsys.readouterr().out == "لا شيء: السجل في هذا كامل.\n"


def test_lists_of_states_say_how_complete_they_are(opened: OpenStore, capsys: pytest.CaptureFixture[str]) -> None:
    states = (Answer(id="mali", label={"en": "Mali"}, type="state"),)
    said = {}
    for complete in ("yes", "no", "unknown"):
        output.show(AnswerSet("q", answers=states, complete=complete), opened, output.View(open_world=True))
        said[complete] = capsys.readouterr().out.splitlines()[-1]
    assert said["yes"] == "This list is complete." and said["no"] == "This list is not complete."
    assert said["unknown"].startswith("The list may be incomplete")
    bodies = (Answer(id="unodc", type="un-body"),)
    output.show(AnswerSet("q", answers=bodies), opened, output.View(open_world=True))
    assert "incomplete" not in capsys.readouterr().out


def test_queries_get_our_prefixes_only_where_they_are_missing() -> None:
    names = Vocabulary("https://w3id.org/tocgraph/")
    text = 'PREFIX toc: <x> # dcterms:no\nSELECT ?s WHERE { ?s a toc:X ; skos:prefLabel "rdf:no" ; <urn:eli:x> ?y }'
    assert with_prefixes(text, names) == f"PREFIX skos: <{names.prefixes['skos']}> {text}"
    assert kind_of("# SELECT\nPREFIX ask: <http://x/select> ASK {}") == "ASK"
    assert kind_of("INSERT DATA {}") == ""
