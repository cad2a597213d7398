"""Status documents of the United Nations Treaty Collection: what they say, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from tocgraph.errors import TocgraphError
from tocgraph.importers import read, untc
from tocgraph.importers.status import Participant

SAMPLES = Path(__file__).parent.parent / "data" / "depositary"
HEADINGS = ("Signature", "Ratification, Acceptance(A), Accession(a), Succession(d)")


def xml(*rows: tuple[str, ...], headings: tuple[str, ...] = HEADINGS, header: str = "") -> bytes:
    entries = ["".join(f"<Entry>{cell}</Entry>" for cell in row) for row in (("Participant", *headings), *rows)]
    body = "".join(f"\n<Row>{row}</Row>" for row in entries[1:])
    table = f"<Thead><Row>{entries[0]}</Row></Thead><Tbody><Rows>{body}</Rows></Tbody>"
    text = f"<M>{header}<Participants><Table><TGroup>{table}</TGroup></Table></Participants></M>"
    return text.encode()


def one(*cells: str, headings: tuple[str, ...] = HEADINGS) -> Participant:
    [found] = untc.read(xml(cells, headings=headings), "s.xml").participants
    return found


def test_the_sample_of_the_treaty_collection():
    status = read("untc", SAMPLES / "XVIII-12.en.xml")
    assert (status.scheme, status.numbers, status.signatories, status.parties) == ("untc", ("XVIII-12",), 6, 7)
    assert status.title == "United Nations Convention against Transnational Organized Crime"
    rows = {p.name: p for p in status.participants}
    assert rows["Bolivia (Plurinational State of)"][2:5] == ("2000-12-12", ("ratification",), "2005-10-10")
    assert rows["Côte d'Ivoire"].acts == ("accession",)
    assert rows["European Union"].acts == ("approval",)
    assert rows["European Union"].notes == ("Footnote 2 of the depositary.",)
    assert rows["Netherlands (Kingdom of the)"].notes == ("Footnotes 3, 4 of the depositary.",)
    assert rows["Kenya"].signed == ""
    assert rows["Ruritania"].ended
    assert rows["Egypt"].place.endswith("XVIII-12.en.xml:20")


@pytest.mark.parametrize(
    ("cell", "acts", "consented"),
    [
        ("12 Dec\t 2000 ", ("ratification",), "2000-12-12"),
        ("1 Sep 2003 A", ("acceptance",), "2003-09-01"),
        ("29 Feb 2004 a", ("accession",), "2004-02-29"),
        ("29 Feb 2004 d&lt;superscript&gt;7&lt;/superscript&gt;", ("succession",), "2004-02-29"),
        ("", (), ""),
    ],
)
def test_a_mark_means_what_the_heading_says(cell, acts, consented):
    found = one("Egypt", "", cell)
    assert (found.acts, found.consented, found.ended, found.unclear) == (acts, consented, False, "")


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("30 Feb 2004 a", "no date"),
        ("3 Foo 2004", "no date"),
        ("3 May 2004 AA", "does not explain 'AA'"),
        ("yes", "not understood"),
        ("3 May 2004 a see note", "not understood"),
        ("3 May 2004 a 4 May 2005 a", "several dates"),
        ("3 May 2004 a" + "&lt;superscript&gt;" * 200_000, "not understood"),
    ],
)
def test_what_is_unclear_is_said_and_not_guessed(cell, told):
    assert told in one("Egypt", "", cell).unclear


def test_brackets_mean_that_an_act_no_longer_stands():
    gone = one("Egypt", "22 Apr 2016", "[20 Jan 2021 A]")
    assert (gone.ended, gone.signed, gone.consented, gone.acts) == (True, "2016-04-22", "2021-01-20", ("acceptance",))
    back = one("Egypt", "", "[3 Sep 2016 A] 20 Jan 2021 A")
    assert (back.ended, back.consented, back.notes) == (False, "2021-01-20", ("Another act stands in brackets.",))
    assert "in brackets" in one("Egypt", "[1 May 2000]", "").unclear


def test_other_headings():
    headings = (
        "Signature, Succession to signature(d), Definitive signature(s)",
        "Accession(a)",
        "Provisional application",
    )
    assert one("Egypt", "1 May 2000 d", "", "", headings=headings).notes == ("Succession to signature.",)
    definitive = one("Egypt", "1 May 2000 s", "", "", headings=headings)
    assert (definitive.signed, definitive.acts, definitive.consented) == (
        "2000-05-01", ("definitive signature",), "2000-05-01",
    )  # fmt: skip
    assert one("Egypt", "", "1 May 2000", "2 May 2000", headings=headings).acts == ("accession",)
    status = untc.read(xml(("Egypt", "", "", ""), headings=headings), "s.xml")
    assert status.warnings == ("line 1: the column 'Provisional application' was not read",)
    assert not status.participants[0].acted


@pytest.mark.parametrize(
    ("header", "file", "numbers"),
    [
        ("<H>CHAPTER XVIII</H><N>12</N><Titlesect>T</Titlesect>", "saved.xml", ("XVIII-12",)),
        ("<H>CHAPTER XVIII</H><N>12. a</N><Titlesect>T</Titlesect>", "saved.xml", ("XVIII-12-a",)),
        ("<Titlesect>T</Titlesect>", "/x/xxvii-7-d.en.xml", ("XXVII-7-d",)),
        ("<H>CHAPTER XVIII</H><N>12</N><Titlesect>T</Titlesect>", "XVIII-12-a.en.xml", ("XVIII-12", "XVIII-12-a")),
        ("<H>CHAPTER XI</H><Titlesect>T</Titlesect>", "XI-B-14 (1).en.xml", ("XI-B-14",)),
        ("", "status.xml", ()),
    ],
)
def test_the_number_of_the_treaty(header, file, numbers):
    assert untc.read(xml(("Egypt", "", ""), header=header), file).numbers == numbers


@pytest.mark.parametrize(
    ("text", "same"),
    [("XVIII-12-a", "XVIII-12-a"), ("xviii.12.a", "XVIII-12-a"), ("VI-19", "VI-19"), ("XI.B.14", "XI-B-14"), ("x", "")],
)
def test_references_have_one_notation(text, same):
    assert untc.reference(text) == same


BOMB = b'<?xml version="1.0"?>\n<!DOCTYPE m [\n<!ENTITY a "ha">\n<!ENTITY b "&a;&a;&a;">]>\n<m>&b;</m>'
OUTSIDE = b'<!DOCTYPE m [<!ENTITY x SYSTEM "file:///etc/passwd">]><m>&x;</m>'


@pytest.mark.parametrize(
    ("data", "message", "hint"),
    [
        (b"\n<!DOCTYPE html>\n<html><body>maintenance</body></html>", "s.xml:1: is an HTML page", "choose XML"),
        (b"[[]]", "is JSON", "import coe"),
        (BOMB, "s.xml:3: declares the XML entity 'a'", "do not use"),
        (OUTSIDE, "s.xml:1: declares the XML entity 'x'", "do not use"),
        (xml(("Egypt", "", ""))[:-30], "s.xml:2: not well-formed XML", "cut off"),
        (b"<m>", "not well-formed", "cut off"),
        (b"<m></n>", "not well-formed", "save the document again"),
        (b"<?xml version='1.0' encoding='klingon'?><m/>", "s.xml:", "save the document again"),
        (b"<m>" * 300, "nested too deep", ""),
        (b"<m/>", "has no Participants", "choose XML"),
        (b"<m><Participants/></m>", "hold no table", ""),
        (xml(), "no participants", ""),
        (xml(("Egypt", "")), "s.xml:2: a row of 2 cells where the heading has 3", ""),
        (xml(("", "", "")), "without a participant", ""),
        (xml(("Egypte", "", ""), headings=("Signer", "Adhésion(a)")), "no heading is known", ".en.xml"),
        (xml(("a", "", "")).replace(b"Participant<", b"Etat<"), "not headed 'Participant'", ".en.xml"),
    ],
)
def test_a_wrong_file_is_refused_with_a_reason(data, message, hint):
    with pytest.raises(TocgraphError) as caught:
        untc.read(data, "s.xml")
    assert message in caught.value.message and hint in caught.value.hint
