"""Typing errors: single words that mean nothing anywhere are taken for known words near them.

A word of the language at large that the graph does not know is no typing error, and often lies one letter from
one that it knows. Those are listed (`confusable`); a word that is neither known nor listed is a slip of the hand
where one such slip makes it a known one. Names (capitals within a question) and two slips need long words, or the
rest of a name or phrase beside them. What is mended is told in the reading.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, islice, pairwise, product
from typing import NamedTuple

from tocgraph.lexicon import PASSIVE, PREPOSITIONS, WORDED
from tocgraph.questions.elements import Span
from tocgraph.questions.linking import languages, numbered, shares
from tocgraph.questions.linking.periods import CLOSED as DATE_WORDS
from tocgraph.questions.rewording import ages, aims, counsel, ended, lasting, purposes, same
from tocgraph.questions.rewording.arabic_leads import LEADS
from tocgraph.questions.words import against, closed, idle_words, listed, making, question_words
from tocgraph.questions.words.arabic_slips import may_be_slip
from tocgraph.questions.words.confusable import CONFUSABLE
from tocgraph.questions.words.hands import OTHER_KEY, STRANGE, shortened, slip
from tocgraph.questions.words.token import Token
from tocgraph.store import OpenStore
from tocgraph.store.spelling import LONG, SHORTEST, distance, nearest_of, same_letters, split_article
from tocgraph.text import AUXILIARIES, is_arabic, stem

WAYS = 8
"""How many ways of mending a question are tried at most."""

_EACH = 4
"""How many known words a mistyped one is taken for at most."""

_CLITICS = "ولبكف"
_UNTOUCHED = closed.NEGATION | closed.NOT | closed.PRONOUNS


class Mended(NamedTuple):
    """What a mistyped word may stand for: one word, or two written as one; see `Token.shaky`."""

    words: tuple[str, ...]
    shaky: bool


def respelled(opened: OpenStore, tokens: list[Token], doubting: bool = False) -> list[list[Token]]:
    """The ways to read the words with their typing errors mended, the likeliest first; as they are without any.

    At most WAYS; a word for which nothing is near stays as it is. With `doubting` also words that are spelt like
    nothing known and only have the stem of something known are taken for errors.
    """
    wrong = unknown(opened, tokens)
    if wrong:
        together = joined(opened, tokens, wrong)
        if together != tokens:
            tokens, wrong = together, unknown(opened, together)
    doubtful = _doubtful(opened, tokens) - wrong if doubting else set()
    wrong |= doubtful
    if not wrong:
        return [tokens]
    real = opened.names.written(split_article(tokens[i].word)[1] for i in wrong)
    firm = {t.stem for i, t in enumerate(tokens) if i not in wrong and t.word not in closed_words()}
    choices: list[list[list[Token]]] = []
    for i, token in enumerate(tokens):
        found = _candidates(opened, token, split_article(token.word)[1] in real, i == 0) if i in wrong else []
        if i in doubtful:  # what may have a meaning of its own is not taken for a word that has none
            found = [m for m in found if not closed.SMALL.union(closed.RANKS_ALONE).issuperset(m.words)]
        found = [m for m in found if not m.shaky or _accompanied(opened, stem(m.words[0]), firm)]
        choices.append([_replaced(token, meant) for meant in found] or [[token]])
    ways = islice(product(*choices), WAYS)
    return [[t for piece in way for t in piece] for way in ways]


def unknown(opened: OpenStore, tokens: list[Token]) -> set[int]:
    """The places of the words that are in no name, phrase, type, date or number, and have no use in questions."""
    stems = {
        i: t.stem
        for i, t in enumerate(tokens)
        if t.word not in closed_words() and not any(c.isdigit() for c in t.word) and not t.guess
    }
    known = opened.names.known_words(stems.values())
    if known.issuperset(stems.values()):
        return set()
    worded = opened.names.worded("words"), opened.names.worded("parts")
    return {i for i, s in stems.items() if s not in known and not any(s in words for words in worded)}


def joined(opened: OpenStore, tokens: list[Token], at: set[int]) -> list[Token]:
    """The words with each of those at the places and a neighbour made one, where the whole is a word of a name."""
    pairs: dict[int, str] = {}
    for i, (first, second) in enumerate(pairwise(tokens)):
        both = first.word + second.word
        if {i, i + 1} & at and both.isalpha() and not {first.word, second.word} & closed_words():
            pairs[i] = both
    whole = {i: split_article(both)[1] for i, both in pairs.items()}
    spelt = opened.names.spelt(whole.values())
    found: list[Token] = []
    i = 0
    while i < len(tokens):
        if whole.get(i) in spelt:
            first, second, both = tokens[i], tokens[i + 1], pairs[i]
            raw = f"{first.raw} {second.raw}"
            found.append(first._replace(raw=raw, word=both, stem=stem(both), comma=second.comma, guess=both))
            i += 1
        else:
            found.append(tokens[i])
        i += 1
    return found


def told(tokens: list[Token], spans: list[Span]) -> list[Span]:
    """The spans with what they guess on their elements; without those that rest on a shaky guess alone."""
    found = []
    for span in spans:
        held = tokens[span.start : span.end]
        if not any(t.guess for t in held):
            found.append(span)
            continue
        firm = any(not t.guess and t.word not in closed_words() for t in held)
        if any(t.shaky for t in held) and not firm:
            continue
        typed, meant = " ".join(dict.fromkeys(t.raw for t in held)), " ".join(t.guess or t.raw for t in held)
        element = span.element
        if element.kind in ("entity", "type", "group"):
            element = element._replace(text=typed, guess=meant)
        else:  # the grammar goes by the text of the others
            text = meant if element.kind == "relation" else element.text
            element = element._replace(
                text=text, remark="; ".join(filter(None, (element.remark, f"{typed} → {meant}")))
            )
        found.append(span._replace(element=element))
    return found


def plain(typed: str, known: str, use: bool = False) -> bool:
    """Whether a word differs from a known one as mistyped words do, not as two words of a language do.

    Neighbours exchanged, a letter doubled or not, one left out, put in or taken for another inside a long word;
    first and last letters tell words apart. A little shorter words do where the known word is one of `use` in
    questions.
    """
    length, more = len(known), len(known) - len(typed)
    if sorted(typed) == sorted(known):
        return length >= 5
    if abs(more) > 1 or distance(typed, known) != 1:
        if more == 2 and length >= 10 and typed[0] == known[0] and shortened(typed, known):
            return True
        return length >= 10 and typed[-2:] == known[-2:] and typed[:2] == known[:2]
    at = next((n for n, (a, b) in enumerate(zip(typed, known, strict=False)) if a != b), min(len(typed), length))
    longer = max(typed, known, key=len)
    inside = 0 < at < len(longer) - 1
    doubled = more != 0 and 0 < at < len(longer) and longer[at] == longer[at - 1]
    if more == 0:
        return inside and length >= (6 if {typed[at], known[at]} <= set("aeiouy") else 7)
    return (inside or doubled) and length >= (5 if use or (doubled and more < 0) else 6)


def _doubtful(opened: OpenStore, tokens: list[Token]) -> set[int]:
    """The places of words that have a known stem, but are spelt like nothing in a name, phrase or text."""
    bare = {
        i: split_article(t.word)[1]
        for i, t in enumerate(tokens)
        if t.word not in closed_words() and t.word.isalpha() and not t.guess
    }
    known = opened.names.spelt(bare.values()) | opened.names.written(bare.values())
    return {i for i, word in bare.items() if word not in known}


def _candidates(opened: OpenStore, token: Token, real: bool, first: bool) -> list[Mended]:
    """What a word that means nothing may stand for, nearest first; only the nearest, and of one stem one."""
    article, bare = split_article(token.word)
    if token.word in _UNTOUCHED:
        return []
    denials = [w for w in sorted(_UNTOUCHED) if distance(token.word, w) or distance(bare, w)]
    listed = token.word in CONFUSABLE or bare in CONFUSABLE
    if denials:  # what may be a "not" is nothing else
        return [] if listed or real else [Mended((w,), False) for w in denials]
    if not real and not listed and len(token.word) >= SHORTEST:
        whole = [*_article_slips(opened, token.word), *_near(opened, token, article, bare, first)]
        if not whole and is_arabic(token.word) and token.word[0] in _CLITICS:
            whole = _near(opened, token, "", token.word[1:], first)
        if not whole and bare[-1] == "s" and len(bare) > LONG - 2:
            whole = _near(opened, token, "", bare[:-1], first)  # a plural that no name has
        if whole:
            firm = [m for m in whole if not m.shaky] or whole
            return list({stem(split_article(m.words[0])[1]): m for m in reversed(firm)}.values())[::-1][:_EACH]
    return _split(opened, token)


def _article_slips(opened: OpenStore, word: str) -> list[Mended]:
    """Known words with an Arabic article in which a letter was lost, doubled or exchanged."""
    if not is_arabic(word):
        return []
    meant = {word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(min(4, len(word) - 1))}
    meant |= {word[:i] + letter + word[i:] for i in range(3) for letter in "ال"}
    meant |= {word[:i] + word[i + 1 :] for i in range(3)}
    parts = {w: split_article(w) for w in sorted(meant - {word})}
    spelt = opened.names.spelt(bare for article, bare in parts.values() if article)
    found = [w for w, (article, bare) in parts.items() if article and bare in spelt and bare != split_article(word)[1]]
    found = [w for w in found if may_be_slip(split_article(word)[1], split_article(w)[1])]
    return [Mended((w,), False) for w in dict.fromkeys(found)][:_EACH]


def _accompanied(opened: OpenStore, word: str, others: set[str]) -> bool:
    """Whether any name or phrase holds a stem together with one of the others."""
    if any(opened.names.holding({word, other}, most=0) for other in others):
        return True
    lexicon = opened.names.meta("lexicon")
    keys = (key.split() for kind in WORDED for key in lexicon[kind] if word in key)
    return any(word in stems and not others.isdisjoint(stems) for stems in keys)


def _near(opened: OpenStore, token: Token, article: str, typed: str, first: bool) -> list[Mended]:
    """The known words next to one; `first` tells that it opens the question, where a capital says nothing."""
    named = token.raw[:1].isupper() and not first
    use = _near_closed(token.word)
    found = [
        (errors, _rank(token.word, word), 0, word, errors == 1 or plain(token.word, word, use=True))
        for word, errors in use
        if may_be_slip(token.word, word)
    ]
    acronym = token.raw.isupper() and len(typed) < 8
    for word, errors, frequency in opened.names.corrections(article + typed, 3 * WAYS):
        if word in _UNTOUCHED or (acronym and not same_letters(typed, word)) or not may_be_slip(article + typed, word):
            continue
        rank = _rank(typed, word)
        if named and rank == STRANGE:
            continue  # the name of something else
        found.append((errors, rank, -frequency, article + word, (errors == 1 and not named) or plain(typed, word)))
    best = min((errors for errors, *_ in found), default=0)
    kept: dict[str, Mended] = {}
    for errors, _, _, word, good in sorted(found):
        if errors == best:
            meaning = word if word in closed_words() else stem(word)
            words, shaky = kept.get(meaning, Mended((word,), True))
            kept[meaning] = Mended(words, shaky and not good)
    return sorted(kept.values(), key=lambda m: m.shaky)[:_EACH]


def _rank(typed: str, known: str) -> int:
    """How implausible a slip is; more than one slip is as implausible as any."""
    if typed.startswith("ال") and not known.startswith("ال"):
        typed = typed[2:]  # known words come without an article
    rank = slip(typed, known)
    return OTHER_KEY if rank is None else rank


def _near_closed(typed: str) -> Iterator[tuple[str, int]]:
    for word, errors in nearest_of(typed, _mendable()):
        if errors:
            yield word, errors


def _split(opened: OpenStore, token: Token) -> list[Mended]:
    """Two words written as one, where they stand so one behind the other in a name."""
    word = token.word
    if len(word) < 7 or not word.isalpha():
        return []
    parts = {(word[:n], word[n:]) for n in range(3, len(word) - 2)}
    spelt = opened.names.spelt(split_article(half)[1] for pair in parts for half in pair)
    both = [pair for pair in sorted(parts) if all(split_article(half)[1] in spelt for half in pair)]
    return [Mended(pair, False) for pair in both if opened.names.side_by_side(stem(pair[0]), stem(pair[1]))][:_EACH]


def _replaced(token: Token, meant: Mended) -> list[Token]:
    return [
        token._replace(word=word, stem=stem(word), guess=word, shaky=meant.shaky, comma=token.comma and last)
        for last, word in ((n == len(meant.words) - 1, word) for n, word in enumerate(meant.words))
    ]


@lru_cache(maxsize=1)
def closed_words() -> frozenset[str]:
    """Every word with a use of its own in questions."""
    found = set(PREPOSITIONS | PASSIVE | AUXILIARIES | DATE_WORDS | LEADS)
    found.update(
        lasting.WORDS,
        numbered.WORDS,
        same.SAME,
        ended.WORDS,
        languages.WORDS,
        purposes.WORDS,
        making.WORDS,
        chain.from_iterable(ages.AGED),
    )
    for name, held in chain.from_iterable(
        vars(lists).items() for lists in (closed, question_words, idle_words, against, shares, aims, counsel, listed)
    ):
        if name.isupper() and not isinstance(held, str):
            for entry in held:
                found.update(w for part in ([entry] if isinstance(entry, str) else entry) for w in part.split())
    return frozenset(found)


@lru_cache(maxsize=1)
def _mendable() -> tuple[str, ...]:
    return tuple(sorted(w for w in closed_words() - _UNTOUCHED if len(w) >= SHORTEST))
