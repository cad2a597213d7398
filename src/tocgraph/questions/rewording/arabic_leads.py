"""Arabic words that only lead up to the noun of an action: "المعنية بمكافحة", "تسعى إلى منع", "مهمتها مكافحة".

What is left is the verb of that noun, where the schema knows it and no phrase of it begins with the lead. The like for
English is in `roundabout`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from tocgraph.lexicon import PREPOSITIONS
from tocgraph.questions.words.arabic import held
from tocgraph.questions.words.token import Token
from tocgraph.text import stem

_ACTING = frozenset(
    f"{word}{ending}"
    for word in (
        "مسوول مكلف معني مختص مخول منوط مناط قايم عامل هادف مهتم متخصص مضطلع موكل مسند معهود مسخر مكرس مخصص موجه "
        "متصدي ناشط مشارك مساهم رامي ساعي ملزم"
    ).split()
    for ending in ("", "ه", "ين", "ون", "ات")
) | frozenset("ساع رام متصد".split())
"""Participles that with a preposition say that somebody does what follows."""
_DOING = frozenset(
    "يعمل تعمل يعملون عمل عملت يسعي تسعي سعي سعت يهدف تهدف هدف هدفت يرمي ترمي رمي رمت يعني تعني يختص تختص يهتم تهتم "
    "يعكف تعكف يحرص تحرص يسهر تسهر يحاول تحاول يسهم تسهم اسهم اسهمت يساهم تساهم ساهم ساهمت يساعد تساعد ساعد ساعدت "
    "يتكفل تتكفل يلتزم تلتزم ينخرط تنخرط كلف كلفت يكلف تكلف عهد خول خولت اوكل اوكلت".split()
)
"""Verbs that with a preposition do; the subject may stand between."""
_CARRYING = frozenset("تولي تولت تولوا يتولي تتولي باشر باشرت يباشر تباشر انجز انجزت اجري اجرت استهدف استهدفت".split())
"""Verbs whose object is what is done."""
_BEHIND = ("وراء", "خلف")
_OWN = frozenset("مهمه مهام هدف اهداف غايه غايات دور غرض وظيفه وظايف عمل شان".split())
"""Nouns that with a pronoun say what somebody is there for: "مهمتها مكافحة"."""
LEADS = _ACTING | _DOING | _CARRYING | _OWN
"""All of them."""
_FARTHEST = 7
_WHO = frozenset("من مين".split())
_LINKS = frozenset("هي هو هم".split())


def without_leads(tokens: list[Token], verb_of: Callable[[str], str], relations: Mapping[str, Any]) -> list[Token]:
    """The words with the verb of the noun that is led up to; as they are without such a lead."""
    for i, token in enumerate(tokens):
        found = _led(tokens, i, verb_of)
        if found and not _phrase(tokens, i, found[0], relations):
            place, verb, owned = found
            said = tokens[place]._replace(
                raw=verb, word=verb, stem=verb, definite=False, bare="", pronoun=owned, guess=""
            )
            link = [Token("التي", "التي", stem("التي"))] if token.definite and i else []
            between = [t for t in tokens[i + 1 : place] if t.word not in PREPOSITIONS | _LINKS]
            return [*tokens[:i], *link, said, *between, *tokens[place + 1 :]]
    return tokens


def _led(tokens: list[Token], at: int, verb_of: Callable[[str], str]) -> tuple[int, str, bool] | None:
    """Where the noun stands that the word there leads up to, its verb, and whether a pronoun is attached to it."""
    word = tokens[at].word.removeprefix("ال")
    if tokens[at].word in _DOING or word in _ACTING:
        reach = _FARTHEST if tokens[at].word in _DOING else 2
        for n in range(at + 1, min(len(tokens), at + 1 + reach)):
            after = tokens[n - 1].word in PREPOSITIONS and n > at + 1
            noun = tokens[n].word if after else _attached(tokens[n])
            if noun and (found := _verb(noun, verb_of)):
                return (n, *found)
        return None
    carries = tokens[at].word in _CARRYING
    owned = any(base in _OWN for base in held(tokens[at].word)) and at > 0
    behind = tokens[at].word in _BEHIND and at > 0 and tokens[0].word in _WHO
    if not (carries or owned or behind):
        return None
    place = at + 1 + (owned and at + 1 < len(tokens) and tokens[at + 1].word in _LINKS)
    for n in range(place, min(len(tokens), place + (4 if carries else 1))):
        if found := _verb(tokens[n].word, verb_of):
            return (n, *found)
    return None


def _attached(token: Token) -> str:
    """The word behind an attached "ب" or "ل", "" without one."""
    raw = token.raw.strip("؟?.,،")
    if raw[:1] not in ("ب", "ل"):
        return ""
    return token.word[1:] if token.word[:1] == raw[:1] and token.bare != token.stem else token.word


def _verb(noun: str, verb_of: Callable[[str], str]) -> tuple[str, bool] | None:
    for base, owned in [(noun, False), *((base, True) for base in held(noun))]:
        if verb := verb_of(base):
            return verb, owned
    return None


def _phrase(tokens: list[Token], at: int, to: int, relations: Mapping[str, Any]) -> bool:
    """Whether the schema has a phrase of its own from the lead up to the noun."""
    stems = [t.stem for t in tokens[at : to + 1]]
    bare = [t.bare or t.stem for t in tokens[at : to + 1]]
    return any(" ".join(words) in relations for words in (stems, bare, [stems[0], stems[-1]], [bare[0], bare[-1]]))
