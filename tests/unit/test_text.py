"""Words of both languages made comparable."""

import pytest

from tocgraph.text import camel, is_arabic, key, nearest, normalize, stem, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("INTERPOL", "interpol"),
        ("Côte d'Ivoire", "Cote d'Ivoire"),
        ("ﬁle", "file"),
        ("المُنَظَّمة", "المنظمه"),
        ("أمن", "امن"),
        ("المـــادة", "الماده"),
        ("المادة ١٦", "الماده 16"),
    ],
)
def test_case_accents_vowel_signs_and_digits_do_not_matter(one, other):
    assert normalize(one) == normalize(other)


def test_words_are_separated_by_anything_but_letters_and_digits():
    assert words("24/7 network_of contact-points.") == ["24", "7", "network", "of", "contact", "points"]
    assert words("UNODC's reports") == ["unodc", "reports"]
    assert words("،؟ … ") == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("parties", "party"),
        ("cooperates", "cooperating"),
        ("organizations", "organisation"),
        ("held", "holds"),
        ("المنظمات", "منظمة"),
        ("والاتفاقية", "اتفاقية"),
        ("تكافح", "يكافح"),
    ],
)
def test_inflected_forms_have_one_stem(one, other):
    assert stem(normalize(one)) == stem(normalize(other))


def test_short_arabic_words_keep_their_letters():
    assert stem("مال") == "مال"
    assert stem("الى") != ""


def test_words_that_only_look_alike_have_different_stems():
    assert len({stem(word) for word in ("organ", "organize", "organization")}) == 3


def test_a_key_joins_the_stems_without_auxiliaries():
    assert key("The Member States") == key("member state")
    assert key("The Who") != ""
    assert key("the") == "the"
    assert key("") == ""


def test_is_arabic():
    assert is_arabic("مادة 3")
    assert not is_arabic("article 3")


@pytest.mark.parametrize(("identifier", "name"), [("part-of", "partOf"), ("un-body", "unBody"), ("mission", "mission")])
def test_camel(identifier, name):
    assert camel(identifier) == name


def test_nearest_gives_the_best_first_and_nothing_when_all_are_far():
    assert nearest("interpool", ["europol", "interpol", "unodc"])[0] == "interpol"
    assert nearest("zzzz", ["europol", "interpol", "unodc"]) == []
    assert nearest("x", []) == []
    assert len(nearest("article", [f"article-{n}" for n in range(9)], limit=2)) == 2
