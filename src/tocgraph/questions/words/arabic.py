"""Arabic words of a question as the names and phrases have them: attached words off, verbs in the form that is known.

An Arabic word holds more than one word: "and", a preposition or the particle of a question before it, a pronoun behind
it; and a verb has more forms than a list of phrases can have. What a word is without them counts only where the whole
means nothing and the rest does.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import TypeAlias

from tocgraph.lexicon import PREPOSITIONS
from tocgraph.questions.words import closed, question_words
from tocgraph.questions.words.token import Token
from tocgraph.store import OpenStore
from tocgraph.text import AUXILIARIES, is_arabic, normalize, stem

CLITICS = "ولبكف"
"""Letters that are written before a word as part of it: and, for, in, like, so."""
ATTACHED = ("هما", "هم", "هن", "ها", "ه")
"""Pronouns that are written behind a word as part of it."""
Words: TypeAlias = AbstractSet[str]

_SHORTEST = 3

_RESUMING = {
    f"{held}{pronoun}": preposition
    for preposition, held in {
        "ب": "ب", "ل": "ل", "في": "في", "من": "من", "عن": "عن", "علي": "علي", "الي": "الي", "مع": "مع", "لدي": "لدي",
        "بين": "بين", "حول": "حول", "ضد": "ضد", "بموجب": "بموجب", "بواسطه": "بواسطت", "بشان": "بشان", "نحو": "نحو",
        "عبر": "عبر", "خلال": "خلال",
    }.items()
    for pronoun in ATTACHED
}  # fmt: skip
"""Prepositions with a pronoun: "إليها" is "إلى" and what the clause is about."""


def parted(opened: OpenStore, tokens: list[Token]) -> list[Token]:
    """The words without what is attached to them, where only the rest means something; verbs in a known form."""
    if not any(is_arabic(t.word) for t in tokens):
        return tokens
    phrases, verbs, direct = (opened.names.worded(kind) for kind in ("words", "verbs", "direct"))
    loose = {t.word for t in tokens if is_arabic(t.word) and len(t.word) > 2 and t.word[0] in CLITICS}
    known = phrases | opened.names.known_words(s for t in tokens for s in (t.stem, stem(t.word[1:])))
    tokens = _asking(opened, [_written(t) for t in tokens], known)
    found = [_resuming(_without_clitic(t, known) if t.word in loose else t) for t in tokens]
    leads = [False, *(t.word in closed.RELATIVE or t.word in _ASKING for t in found)]
    found = [_inflected(opened, t, phrases, known, verbs, led) for t, led in zip(found, leads, strict=False)]
    said = [t.word for t in found]
    for n, token in enumerate(found):
        if any(tuple(said[n + 1 : n + 1 + len(by)]) == by for by in closed.BY):
            ways = (*_participles(token.stem), *_actives(token.word))
            done = next((s for s in ways if s in direct), "")  # "المنشأة من قبل"
            found[n] = token._replace(stem=done) if done else token
    return found


def _written(token: Token) -> Token:
    """The word as it is written, where it was put as it is spoken."""
    written = closed.DIALECT.get(token.word)
    return token._replace(word=written, stem=stem(written)) if written else token


def _asking(opened: OpenStore, tokens: list[Token], known: Words) -> list[Token]:
    """The words with the particle of a question at the first one as a word: "أتجرم الاتفاقية"."""
    first = tokens[0]
    rest = first.word[1:]
    if first.word in ("اما", "الا") and len(tokens) > 1 and tokens[1].word.startswith(("زال", "يزال", "تزال")):
        return [first._replace(word="هل", stem="هل"), *tokens[2:]]
    if first.word == "عند" and len(tokens) > 1 and tokens[1].word in ("من", "مين", "اي", "ايه"):
        tokens = [first._replace(word="لدي", stem=stem("لدي")), *tokens[1:]]
        first = tokens[0]
    if first.word in ("بمن", "لمن") or (first.word in PREPOSITIONS and len(tokens) > 1 and tokens[1].word == "من"):
        who = first if first.word in ("بمن", "لمن") else tokens[1]  # "إلى من", "لدى من": here it can only ask
        return [*tokens[: who is not first], who._replace(word="مين", stem="مين"), *tokens[1 + (who is not first) :]]
    attached = first.raw.startswith("أ") and len(rest) >= _SHORTEST and first.word not in question_words.NOT_SO
    # a superlative begins so as well: "أقدم" is no question whether somebody came
    asks = rest in _AFTER_IS or (stem(rest) in known and (rest[0] in "يتا" or len(rest) > 4 or _named(opened, rest)))
    if not attached or not asks:
        return tokens
    if first.stem in known or first.word in _FUNCTIONS:
        return tokens
    asked = first._replace(word="هل", stem="هل", definite=False)
    return [asked, first._replace(word=rest, stem=stem(rest), definite=rest.startswith("ال")), *tokens[1:]]


def _named(opened: OpenStore, word: str) -> bool:
    """Whether something is called by that one word."""
    matches = opened.names.matches([stem(word)])
    return any(m.kind in ("label", "alias") and normalize(m.text).removeprefix("ال") == word for m in matches)


def _without_clitic(token: Token, known: Words) -> Token:
    """The word without an attached "and" or preposition, which is cut off only where the whole means nothing."""
    rest = token.word[1:]
    if token.word[0] == "و" and (rest in closed.NOT or rest in AUXILIARIES):
        return token._replace(word=rest, stem=stem(rest), joined=True)  # "ولا تتبع", "وكانت تعمل"
    if token.word in _FUNCTIONS or token.word in _WHOLE:
        return token
    if token.word[0] == "و" and rest in _FUNCTIONS:
        return token._replace(word=rest, stem=stem(rest), joined=True)
    if rest in _ASKING or (rest in AUXILIARIES and len(rest) > 2):
        return token._replace(word=rest, stem=stem(rest))  # "لجميع الدول"
    if token.word[0] == "و" and rest[1:] in _ASKING and rest[0] in CLITICS and not token.raw.endswith("ة"):
        return token._replace(word=rest[1:], stem=stem(rest[1:]))
    if len(rest) < _SHORTEST or stem(rest) not in known:
        return token
    if token.stem in known:
        return token._replace(bare=stem(rest))
    return token._replace(word=rest, stem=stem(rest), joined=token.word[0] == "و")


def _resuming(token: Token) -> Token:
    preposition = _RESUMING.get(token.word)
    return token._replace(bare=stem(preposition), pronoun=True) if preposition else token


def _inflected(
    opened: OpenStore, token: Token, phrases: Words, known: Words, verbs: Words, governed: bool = False
) -> Token:
    """The word in a form that the phrases or the names have: without its pronoun, in another person or tense.

    `governed` tells of a word behind a relative or one that asks, which is a verb: "الذي تقوضه".
    """
    if not is_arabic(token.word) or token.word in _FUNCTIONS or token.bare or len(token.word) < 4:
        return token
    if token.definite:
        form = "" if token.stem in known else next((s for s in _participles(token.stem) if s in verbs), "")
        return token._replace(stem=form) if form else token
    if any(c.isdigit() for c in token.word):
        return token
    bare = held(token.word)
    pronoun = bool(bare) and token.word[-1:] != "ه"
    if token.stem in phrases:
        # "ساعدته": the raw word tells a pronoun from a feminine ending, and the verb is known with its ending.
        raw = token.raw.rstrip("؟?.,،")
        ending = raw.endswith("ته") and len(token.word) > 4 and token.stem in verbs
        verbal = raw.endswith("ه") and len(bare) > 0 and token.stem in verbs and (governed or token.word[0] == "ي")
        return token._replace(pronoun=pronoun or ending or verbal)
    if token.stem in known:
        return token
    clitics = ("", token.word[0]) if token.word[0] in CLITICS else ("",)
    for clitic in clitics:
        word = token.word[len(clitic) :]
        if len(word) < 4:
            continue
        bases = [(base, True) for base in held(word)] + [(word, False)]
        for base, owned in bases:
            form = next((s for s in (stem(base), stem(_ending(base))) if s in phrases), "")
            form = form or next((s for s in (*_forms(base), *_participles(stem(base))) if s in verbs), "")
            if form:
                return token._replace(stem=form, pronoun=owned, joined=token.joined or clitic == "و")
    stems = {stem(way): way for base in bare for way in (base, _ending(base))}
    named = opened.names.known_words(stems)
    if named:
        first = next(s for s in stems if s in named)
        return token._replace(word=stems[first], stem=first, pronoun=True)
    return token


def held(word: str) -> list[str]:
    """The word without a pronoun at its end, in the spelling that it has alone."""
    for pronoun in ATTACHED:
        base = word.removesuffix(pronoun)
        if base != word and len(base) >= _SHORTEST:
            if base[-1] in "وي" and base[-2] == "ا":
                return [base, f"{base[:-1]}ء"]  # إنشاؤها, إنشائها: إنشاء
            return [base, f"{base[:-1]}ه"] if base[-1] == "ت" else [base]
    return []


def _ending(base: str) -> str:
    """How a word ends where no pronoun follows: تحقيق, عضويت- is عضوية, أعضائ- is أعضاء, تبنا- is تبنى."""
    last = base[-1]
    if last == "ت":
        return f"{base[:-1]}ه"
    if last in "يو" and base[-2:-1] == "ا":
        return f"{base[:-1]}ء"
    return f"{base[:-1]}ي" if last == "ا" else base


def _forms(word: str) -> Iterator[str]:
    """The stems of other forms of a verb: he for she and they, past for present and the other way round."""
    if len(word) > 4 and word[0] == "س" and word[1] in "يتن":
        word = word[1:]  # to come
    bases = [word]
    for ending in ("تا", "وا", "ت", "ا", "ون", "ان", "ن"):
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            bases.append(word[: -len(ending)])
    for base in bases:
        yield stem(base)
        yield stem(f"{base}ت")
        if base[0] in "يتن":
            yield stem(base[1:])
            yield stem(f"ا{base[1:]}")
            yield stem(f"ا{base[1:]}ت")
        else:
            yield stem(f"ي{base}")
            if base[0] == "ا":
                yield stem(f"ي{base[1:]}")


def _participles(word: str) -> Iterator[str]:
    """The stems of verbs that a participle may be of: مستهدف of يستهدف, مكتوب of كتب."""
    if word[:1] != "م" or len(word) < 4:
        return
    if len(word) == 5 and word[3] == "و":
        root = f"{word[1:3]}{word[4]}"
        yield from (stem(root), stem(f"{root}ت"), stem(f"ي{root}"))
    rest = word[1:]
    yield from (stem(f"ي{rest}"), stem(rest), stem(f"ا{rest}"), stem(f"{rest}ت"))


def _actives(word: str) -> Iterator[str]:
    """The stems of the active verb that a passive one belongs to, where the two are not written alike."""
    base = word.removesuffix("ت")
    if base[1:2] == "و":
        yield stem(f"{base[0]}ا{base[2:]}")  # كوفح: كافح
    if base[-1:] == "ي":
        yield stem(f"{base[:-1]}ا")  # أنشئ: أنشأ
    if base[-2:-1] in ("ي", "ا"):
        other = "ا" if base[-2] == "ي" else "ي"
        yield stem(f"{base[:-2]}{other}{base[-1]}")  # أدير: أدار, يدار: يدير


_ASKING = {phrase[0] for phrase in question_words.WH_PHRASES if len(phrase) == 1} - {"عام", "سنه"}
_WHOLE = frozenset({"بغيه"})
"""Words that only look as if a preposition were attached to them."""
_AFTER_IS = AUXILIARIES | {"هناك", "صحيح", "حقا"}
_FUNCTIONS = closed.SMALL | closed.NOT | closed.EXCEPT | question_words.WHY
_FUNCTIONS |= {w for phrase in closed.EXCEPT_PHRASES for w in phrase}
