"""Partial dates: what they mean and what is refused."""

import pytest

from tocgraph.dates import parse_date


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2004", "2004-01-01", "2004-12-31"),
        ("2004-11", "2004-11-01", "2004-11-30"),
        ("2004-02", "2004-02-01", "2004-02-29"),
        ("1900-02", "1900-02-01", "1900-02-28"),
        ("2000-02-29", "2000-02-29", "2000-02-29"),
        ("0001", "0001-01-01", "0001-12-31"),
        ("9999-12-31", "9999-12-31", "9999-12-31"),
    ],
)
def test_a_partial_date_has_a_first_and_a_last_day(text, earliest, latest):
    assert parse_date(text) == (text, earliest, latest)


@pytest.mark.parametrize(
    "text",
    ["", "04", "20045", "0000", "2004-00", "2004-13", "2004-1", "2004-02-30", "1900-02-29", "2004-11-00", "2004/11",
     "2004-11-15T00:00", " 2004", "2004\n", "٢٠٠٤", "-2004", "soon"],
)  # fmt: skip
def test_what_is_no_date_is_refused_and_named(text):
    with pytest.raises(ValueError, match=r"date|month|year"):
        parse_date(text)
