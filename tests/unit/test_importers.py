"""Importers: what a status document says, whose names it uses, and what of it changes a row."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocgraph.errors import TocgraphError, UnknownIdError
from tocgraph.importers import apply, coe, merge, plan, read, untc
from tocgraph.importers.markup import parse_html, parse_xml
from tocgraph.importers.names import States, comparable, variants
from tocgraph.importers.status import Participant, Status
from tocgraph.model import Entity

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


@given(st.binary(max_size=300) | st.text(max_size=200).map(str.encode))
def test_no_file_breaks_the_readers(data):
    for reader in (untc.read, coe.read):
        try:
            reader(data, "f")
        except TocgraphError as error:
            assert error.message.startswith("f")


def test_an_element_knows_its_line_and_its_text():
    root = parse_xml(b"<a>\n<b>x<c>y</c>z</b></a>", "f")
    assert [(e.tag, e.line) for e in root.walk()] == [("a", 1), ("b", 2), ("c", 2)]
    assert root.children("b")[0].text == "x<c>y</c>z"


def test_tables_of_html_with_tags_left_open():
    page = parse_html(
        "<script>'<table>'</script><table><tr><th colspan=2>A<tr><td>1<sup>9<td>2 &amp; 3"
        "<table><tr><td>in</table></table><p>end"
    )
    assert [[row.cells for row in rows] for rows in page.tables] == [[["A", ""], ["1", "2 & 3"]], [["in"]]]
    assert page.text.endswith("end") and "'" not in page.text


def test_the_samples_of_the_council_of_europe():
    status = read("coe", SAMPLES / "chart-185.json")
    assert (status.scheme, status.numbers) == ("cets", ("185",))
    rows = {p.name: p for p in status.participants}
    assert not rows["Bulgaria"].acted
    assert rows["Albania"][2:] == (
        "2001-11-23", rows["Albania"].acts, "2002-06-20", "2004-07-01", "", False, (), "",
    )  # fmt: skip
    assert rows["Albania"].acts[0] == "unspecified" and "ratification" in rows["Albania"].acts
    assert (rows["Turkey"].withdrawn, rows["Turkey"].notes) == ("2020-06-01", ("Denounced on 2020-02-03.",))
    page = read("coe", SAMPLES / "chart-185.html")
    assert (page.numbers, page.as_of) == (("185",), "2026-11-22")
    found = {p.name: p for p in page.participants}
    assert list(found) == ["Albania", "Netherlands", "Türkiye", "Kenya"]
    assert found["Kenya"][3:6] == (("accession",), "2026-05-04", "2026-09-01")
    assert found["Netherlands"].notes == ("Footnote 55 of the depositary.",)
    assert (found["Türkiye"].signed, found["Türkiye"].consented, found["Türkiye"].acts) == ("2010-11-10", "", ())


def chart(**fields: object) -> bytes:
    entry = {"LibPaysOrga": "Egypt", "NumSTE": "185", "DateConsentement": None, **fields}
    return json.dumps([[entry]]).encode()


def test_an_entry_of_the_chart_that_is_unclear():
    for value in ("2020-02-31", "31/12/2020", "2020-02-01T23:00:00Z", 5):
        [found] = coe.read(chart(DateConsentement=value), "c.json").participants
        assert found.unclear == f"DateConsentement is no day: {value}"
    [found] = coe.read(chart(DateDenonciation="2020-01-01"), "c.json").participants
    assert found.unclear == "denounced on 2020-01-01, effect not told"
    [found] = coe.read(chart(DateSuspension="2020-01-01", DateSignature="2019-01-01"), "c.json").participants
    assert found.notes == ("Suspended on 2020-01-01.",)


TABLE = "<table><tr><th><th>Signature<th>Ratification<th>Entry into Force<tr><td>Egypt<td>{}<td>{}<td>{}</table>"


@pytest.mark.parametrize(
    ("cells", "acts", "unclear"),
    [
        (("", "01/02/2003 s", ""), ("definitive signature",), ""),
        (("", "01/02/2003", "-"), ("ratification", "acceptance", "approval"), ""),
        (("", "01/02/2003 x", ""), ("unspecified",), "the mark 'x' is not known: 01/02/2003 x"),
        (("32/01/2003", "", ""), (), "no date in 'signature': 32/01/2003"),
    ],
)
def test_a_row_of_the_saved_page(cells, acts, unclear):
    [found] = coe.read(TABLE.format(*cells).encode(), "c.html").participants
    assert (found.acts, found.unclear) == (acts, unclear)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"<!DOCTYPE html><noscript>You need to enable JavaScript to run this app.</noscript>", "without its table"),
        (b"<html><table><tr><td>x</table>", "no table with Signature"),
        (TABLE.split("<tr><td>")[0].encode(), "no entries"),
        (b"<?xml version='1.0'?><m/>", "is XML"),
        (b"\xff\xfe", "c:1: is not UTF-8"),
        (b"[[\n{", "c:2: not JSON"),
        (b"[" * 100_000, "c:1: n"),
        (b"[]", "not a chart"),
        (b'[[{"LibPaysOrga": 5}]]', "not a chart"),
        (b'[[{"LibPaysOrga": "Egypt"}]]', "DateConsentement"),
        (chart()[:-2] + b"," + chart(NumSTE="186")[2:], "mixes treaties 185, 186"),
    ],
)
def test_a_wrong_chart_is_refused_with_a_reason(data, message):
    with pytest.raises(TocgraphError, match=message):
        coe.read(data, "c")


def test_files_that_cannot_be_read(tmp_path):
    (tmp_path / "empty").write_bytes(b" \n")
    for name, message in (("empty", "is empty"), ("none", "cannot read"), ("", "cannot read")):
        with pytest.raises(TocgraphError, match=message):
            read("untc", tmp_path / name)
    with pytest.raises(UnknownIdError):
        read("icao", tmp_path / "empty")


STATES = {
    "BOL": (["Bolivia", "بوليفيا"], []),
    "COD": (["Democratic Republic of the Congo"], ["DRC"]),
    "COG": (["Congo"], []),
    "KNA": (["Saint Kitts and Nevis"], []),
    "KOR": (["South Korea"], ["Republic of Korea"]),
    "MDA": (["Republic of Moldova"], []),
    "NLD": (["Netherlands"], []),
    "TUR": (["Türkiye"], ["Turkey"]),
    "XXA": (["Twin"], []),
    "XXB": (["Twin"], []),
}


@pytest.fixture(scope="module")
def states() -> States:
    return States(
        [
            Entity(
                id=code.lower(),
                type="state",
                label=dict(zip(("en", "ar"), labels, strict=False)),
                aliases={"en": aliases},
                identifiers={"iso3": code},
            )
            for code, (labels, aliases) in STATES.items()
        ],
        "iso3",
    )


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Bolivia (Plurinational State of)", "BOL"),
        ("بوليفيا", "BOL"),
        ("TURKIYE", "TUR"),
        ("Netherlands (Kingdom of the)", "NLD"),
        ("Netherlands, Kingdom of the", "NLD"),
        ("the Netherlands", "NLD"),
        ("Congo (Democratic Republic of the)", "COD"),
        ("Korea (Republic of)", "KOR"),
        ("Korea (Democratic People's Republic of)", ""),
        ("Moldova, Republic of", "MDA"),
        ("St. Kitts & Nevis", "KNA"),
        ("Congo (Brazzaville)", ""),
        ("Twin", ""),
        ("Ruritania", ""),
        ("", ""),
    ],
)
def test_names_of_states(states, name, code):
    assert states.code(name) == code


def test_names_that_are_near(states):
    assert states.near("Bolvia") == ["BOL"]
    assert comparable("The Gambia") == "gambia" and list(variants("A (B) C"))[1] == "B A C"


@pytest.fixture
def folder(tmp_path) -> Path:
    return Path(shutil.copytree(SAMPLES / "data", tmp_path / "data"))


def status(
    *participants: Participant, numbers: tuple[str, ...] = ("XVIII-12",), scheme: str = "untc", **more
) -> Status:
    return Status(scheme, numbers, more.pop("title", ""), participants, **more)


def said(name: str, **fields) -> Participant:
    return Participant(name, "d:1", **fields)


def planned(folder, *participants, **more):
    return plan(folder, status(*participants), "d", "untc-status", **more)


def row(made, state):
    lines = [line.split(",") for line in made.after.decode().splitlines() if line.startswith(f"untoc,{state}")]
    return lines[0][2:] if lines else None


def put(folder, line):
    """Puts a row into the table, in its place."""
    path = folder / "tables" / "parties.csv"
    header, *lines = path.read_text(encoding="utf-8").splitlines()
    key = line.split(",")[:2]
    lines = sorted([*(one for one in lines if one.split(",")[:2] != key), line])
    path.write_text("\n".join([header, *lines, ""]), encoding="utf-8")


RATIFIED = {"signed": "2000-12-13", "acts": ("ratification",), "consented": "2004-03-05"}


def test_a_row_that_says_the_same_stays_to_the_letter(folder):
    made = planned(folder, said("Egypt", **RATIFIED))
    assert (made.unchanged, made.changed, made.added, made.gone) == (["EGY"], [], [], ["KEN", "MLI", "TUR"])
    assert made.after == made.before and made.diff("x") == ""


def test_what_the_document_does_not_tell_is_kept(folder):
    put(folder, "untoc,EGY,2000-12-13,ratification,2004,yes,2004-04-04,,,A note.,old-list @ Egypt")
    made = planned(folder, said("Egypt", **RATIFIED))
    kept = ["2000-12-13", "ratification", "2004-03-05", "yes", "2004-04-04", "", "", "A note."]
    assert row(made, "EGY") == [*kept, "old-list @ Egypt; untc-status @ status of Egypt"]
    assert (made.changed, made.notes) == (["EGY"], ["EGY"])


def test_a_day_of_entry_into_force_goes_with_the_consent_that_it_followed(folder):
    put(folder, "untoc,EGY,,ratification,2005-01-01,yes,2005-01-31,,,,old-list @ Egypt")
    assert row(planned(folder, said("Egypt", **RATIFIED)), "EGY")[3:5] == ["", ""]
    # ... and stays out when the document knows of no consent at all.
    signed = row(planned(folder, said("Egypt", signed="2000-12-13")), "EGY")
    assert signed == ["2000-12-13", "", "", "", "", "", "", "", "untc-status @ status of Egypt"]


def test_party_is_said_where_it_cannot_be_computed(folder):
    assert row(planned(folder, said("Bolivia", **RATIFIED)), "BOL")[3] == ""
    (folder / "relations.yaml").write_text("[]\n", encoding="utf-8")
    assert row(planned(folder, said("Bolivia", **RATIFIED)), "BOL")[3] == "yes"
    in_force = said("Bolivia", in_force="2004-04-01", withdrawn="", **RATIFIED)
    assert row(planned(folder, in_force), "BOL")[3:6] == ["yes", "2004-04-01", ""]


def test_an_unverified_row_that_the_document_confirms_is_no_longer_unverified(folder):
    made = planned(folder, said("Mali", signed="2000-12-15", acts=("ratification",), consented="2002-04-12"))
    assert row(made, "MLI")[5:] == ["", "", "", "untc-status @ status of Mali"]


def test_withdrawals(folder):
    left = said("Egypt", ended=True, **RATIFIED)
    made = planned(folder, left)
    assert [(one.name, one.near) for one in made.unsettled] == [("Egypt", ["EGY"])]
    assert made.after == made.before and "EGY" not in made.gone
    put(folder, "untoc,EGY,2000-12-13,ratification,2004-03-05,yes,,2020-01-01,,,old-list @ Egypt")
    assert planned(folder, left).unchanged == ["EGY"]
    # Without brackets the state is a party again.
    assert row(planned(folder, said("Egypt", **RATIFIED)), "EGY")[5] == ""


def test_what_must_be_settled_by_hand(folder):
    made = planned(
        folder, said("Ruritania", **RATIFIED), said("Turkey", **RATIFIED), said("Türkiye", **RATIFIED),
        said("Egypt", unclear="why"), said("Mali"),
    )  # fmt: skip
    assert [(one.name, one.reason) for one in made.unmatched] == [("Ruritania", "no state of this name")]
    reasons = {one.name: one.reason for one in made.unsettled}
    assert reasons == {"Turkey": "named more than once", "Türkiye": "named more than once", "Egypt": "why"}
    assert made.gone == ["KEN", "MLI"]
    with pytest.raises(TocgraphError, match="those of Ruritania, Turkey"):
        planned(folder, said("Ruritania", **RATIFIED), said("Turkey", unclear="why"), remove_gone=True)


def test_rows_that_are_gone_are_taken_out_when_told(folder):
    made = planned(folder, said("Egypt", **RATIFIED), remove_gone=True)
    assert made.removed and made.gone == ["KEN", "MLI", "TUR"]
    assert [line.split(",")[1] for line in made.after.decode().splitlines()[1:]] == ["ALB", "EGY"]


def test_a_kind_of_act_that_the_document_leaves_open_is_kept(folder):
    put(folder, "untoc,EGY,2000-12-13,approval,2004-03-05,yes,,,,,old-list @ Egypt")
    open_act = {**RATIFIED, "acts": ("unspecified", "ratification", "approval")}
    assert planned(folder, said("Egypt", **open_act)).unchanged == ["EGY"]
    assert row(planned(folder, said("Bolivia", **open_act)), "BOL")[1] == "unspecified"


def test_doubts_are_told(folder):
    counted = status(said("Egypt", **RATIFIED), signatories=1, parties=2, warnings=("line 3: odd",))
    assert plan(folder, counted, "d", "untc-status").warnings == [
        "d: line 3: odd",
        "d: it counts 2 parties, but its table has 1: see whether it is whole",
    ]
    mapping = folder / "tables.yaml"
    text = mapping.read_text(encoding="utf-8").replace("when: [act]", "when: {act: accession}")
    mapping.write_text(text, encoding="utf-8")
    assert planned(folder, said("Egypt", **RATIFIED)).warnings == [
        "tables.yaml: no template of parties.csv makes a claim of the act 'ratification'"
    ]


@pytest.mark.parametrize(
    ("document", "chosen", "found"),
    [
        (status(), None, "untoc"),
        (status(), "untoc", "untoc"),
        (status(numbers=("XVIII-12", "XVIII-12-a")), "untoc-protocol", "untoc-protocol"),
        (status(numbers=("185",), scheme="cets"), None, "budapest-convention"),
        (status(numbers=(), title="trafficking protocol"), None, "untoc-protocol"),
        (status(numbers=()), "untoc", "untoc"),
        (status(numbers=("XVIII-99",)), "budapest-convention", "budapest-convention"),
        (status(), "untoc-protocol", "is about untc XVIII-12 (untoc), not about untoc-protocol"),
        (status(numbers=("XVIII-99",)), "untoc", "but untoc is XVIII-12"),
        (status(numbers=("XVIII-12", "XVIII-12-a")), None, "its heading and its name differ"),
        (status(numbers=("XVIII-99",)), None, "which no entity has"),
        (status(numbers=(), title="Another"), None, "its title is 'Another'"),
        (status(numbers=()), None, "does not say which treaty"),
        (status(), "untok", "no instrument named 'untok'"),
    ],
)
def test_which_instrument(folder, document, chosen, found):
    try:
        assert plan(folder, document, "d", "untc-status", chosen).instrument == found
    except TocgraphError as error:
        assert found in error.message


def test_the_source_must_be_known(folder):
    with pytest.raises(UnknownIdError) as caught:
        plan(folder, status(), "d", "untc-statu")
    assert "did you mean untc-status" in caught.value.hint and "sources.yaml" in caught.value.hint


def test_a_name_cannot_break_a_citation(folder):
    entities = folder / "entities.yaml"
    entities.write_text(entities.read_text(encoding="utf-8").replace("[Turkey]", "['Tur; key']"), encoding="utf-8")
    made = planned(folder, said("Tur; key", signed="2000-01-01"))
    assert "untc-status @ status of Tur, key" in made.after.decode()


def test_a_table_is_needed(folder):
    (folder / "tables.yaml").unlink()
    with pytest.raises(TocgraphError, match="no table parties"):
        planned(folder)


def test_the_table_is_written_whole_or_not_at_all(folder, monkeypatch):
    made = planned(folder, said("Bolivia", **RATIFIED))
    path = folder / "tables" / "parties.csv"

    def fail(*_):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", fail)
        with pytest.raises(TocgraphError, match="No space left"):
            apply(made)
    assert path.read_bytes() == made.before and [p.name for p in path.parent.iterdir()] == ["parties.csv"]
    path.write_bytes(made.before + b"\n")
    with pytest.raises(TocgraphError, match="changed meanwhile"):
        apply(made)
    path.write_bytes(made.before)
    installed = Path(merge.__file__).parent.parent / "data" / "tables" / "parties.csv"
    with pytest.raises(TocgraphError, match="installed data"):
        apply(made._replace(file=installed))
    apply(made)
    assert path.read_bytes() == made.after
    again = planned(folder, said("Bolivia", **RATIFIED))
    assert again.unchanged == ["BOL"] and again.after == again.before
