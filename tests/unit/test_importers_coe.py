"""Charts of signatures of the Council of Europe, as JSON and as a saved page: what they say, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tocgraph.errors import TocgraphError
from tocgraph.importers import coe, read

SAMPLES = Path(__file__).parent.parent / "data" / "depositary"


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
