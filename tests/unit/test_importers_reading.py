"""Files that importers read: markup with its lines, and files that are broken or cannot be read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocgraph.errors import TocgraphError, UnknownIdError
from tocgraph.importers import coe, read, untc
from tocgraph.importers.markup import parse_html, parse_xml


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


def test_files_that_cannot_be_read(tmp_path):
    (tmp_path / "empty").write_bytes(b" \n")
    for name, message in (("empty", "is empty"), ("none", "cannot read"), ("", "cannot read")):
        with pytest.raises(TocgraphError, match=message):
            read("untc", tmp_path / name)
    with pytest.raises(UnknownIdError):
        read("icao", tmp_path / "empty")
