"""Openings: whatever the patterns can match is looked for."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tocgraph.questions.rewording import courtesy

PATTERNS = (*courtesy._ENGLISH_START, *courtesy._ARABIC_START)


@pytest.mark.parametrize("pattern", PATTERNS)
def test_no_opening_begins_with_a_word_that_is_spared_the_patterns(pattern: str) -> None:
    matching = st.from_regex(re.compile(pattern.partition("(?= ")[0]), fullmatch=True)  # without what must follow

    @settings(max_examples=60, deadline=None, database=None)
    @given(matching)
    def no_such_word(text: str) -> None:
        assume(text.strip() and not text.startswith(" "))
        first, *rest = text.split()
        assert first not in courtesy.STRAIGHT
        assert first != "what" or rest[0] == "i"

    no_such_word()
