"""Words for what belongs to a state, as the names of states that they may be made of."""

from __future__ import annotations

from tocgraph.store.spelling import split_article
from tocgraph.text import is_arabic

_ENDINGS = {"n": ("",), "an": ("", "a", "o"), "ian": ("", "y", "e"), "i": ("", "a", "e"), "ese": ("", "a", "o")}
"""Endings of English demonyms, and what the name of the state has in their place."""

_IRREGULAR = {
    form: state
    for forms, state in (
        ("afghan afghans", "afghanistan"),
        ("argentine argentinian", "argentina"),
        ("bangladeshi", "bangladesh"),
        ("belgian", "belgium"),
        ("brazilian", "brazil"),
        ("british", "united kingdom"),
        ("burmese", "myanmar"),
        ("cypriot", "cyprus"),
        ("czech", "czechia"),
        ("danish", "denmark"),
        ("dutch", "netherlands"),
        ("emirati", "united arab emirates"),
        ("filipino philippine", "philippines"),
        ("finnish", "finland"),
        ("french", "france"),
        ("german", "germany"),
        ("greek", "greece"),
        ("icelandic", "iceland"),
        ("irish", "ireland"),
        ("ivorian", "cote d'ivoire"),
        ("kazakh", "kazakhstan"),
        ("kyrgyz", "kyrgyzstan"),
        ("lebanese", "lebanon"),
        ("luxembourgish", "luxembourg"),
        ("malagasy", "madagascar"),
        ("monegasque", "monaco"),
        ("norwegian", "norway"),
        ("peruvian", "peru"),
        ("polish", "poland"),
        ("portuguese", "portugal"),
        ("saudi saudis", "saudi arabia"),
        ("slovak", "slovakia"),
        ("slovene", "slovenia"),
        ("spanish", "spain"),
        ("swedish", "sweden"),
        ("swiss", "switzerland"),
        ("tajik", "tajikistan"),
        ("thai", "thailand"),
        ("turkish", "turkiye"),
        ("turkmen", "turkmenistan"),
        ("uzbek", "uzbekistan"),
        ("welsh scottish", "united kingdom"),
        ("اماراتي", "الامارات العربيه المتحده"),
        ("سعودي", "المملكه العربيه السعوديه"),
        ("اممي", "الامم المتحده"),
    )
    for form in forms.split()
}


def bases(word: str) -> set[str]:
    """The names of states, normalized, of which a normalized word may be the adjective; most are none."""
    if is_arabic(word):
        return _arabic(split_article(word)[1])
    if word in _IRREGULAR:
        return {_IRREGULAR[word]}
    found = set()
    for ending, before in _ENDINGS.items():
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            found |= {word[: -len(ending)] + rest for rest in before}
    return found


def _arabic(bare: str) -> set[str]:
    """The nisba: the name with the ending ي and what marks gender or number behind it."""
    for ending in ("يه", "يين", "يون", "يات", "ي"):
        if bare.endswith(ending) and len(bare) - len(ending) >= 3:
            base = bare[: -len(ending)]
            known = _IRREGULAR.get(f"{base}ي")
            return {known} if known else {base, f"{base}ا", f"{base}يا", f"{base}ه", f"ال{base}"}
    return set()
