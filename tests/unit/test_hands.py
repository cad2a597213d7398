"""How plausible slips of the hand are."""

from __future__ import annotations

import pytest

from tocgraph.questions.words.hands import LOST, OTHER_KEY, STRANGE, doubled, slip


@pytest.mark.parametrize(
    ("typed", "known", "rank"),
    [
        ("cnovention", "convention", LOST),
        ("convntion", "convention", LOST),
        ("convenntion", "convention", LOST),
        ("conventiom", "convention", OTHER_KEY),
        ("convemtion", "convention", OTHER_KEY),
        ("conbention", "convention", OTHER_KEY),
        ("conxention", "convention", STRANGE),
        ("hadquaters", "headquarters", OTHER_KEY),
        ("الاتفاقبه", "الاتفاقيه", OTHER_KEY),
        ("convention", "convention", None),
        ("conference", "convention", None),
        ("", "convention", None),
    ],
)
def test_slips_that_hands_make_are_told_from_others(typed: str, known: str, rank: int | None) -> None:
    assert slip(typed, known) == rank


def test_a_letter_typed_twice() -> None:
    assert doubled("unntoc", "untoc")
    assert not doubled("unctoc", "untoc")
    assert not doubled("untoc", "untoc")
