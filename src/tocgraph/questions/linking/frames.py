"""Questions as a frame of closed-class words around the names of things: "the difference between X and Y".

The frame is taken out and what is left is linked by itself, so that no word of the frame is taken for a relation,
and no word that is left is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from tocgraph.lexicon import PREPOSITIONS
from tocgraph.questions.words import closed
from tocgraph.questions.words.token import Token
from tocgraph.questions.words.tokens import tokens_of
from tocgraph.store import OpenStore
from tocgraph.text import AUXILIARIES, is_arabic, words

EDGES = (
    closed.FUNCTION | AUXILIARIES | PREPOSITIONS | frozenset("s how كيف عما بم فيم فيما بماذا بما ماذا".split())
) - {"عدد"}
"""Words that may stand at the edge of a stretch of names without belonging to one; "عدد" begins "عدد الأعضاء"."""

_LONGEST_NAME = 12

_SPOKEN = frozenset(
    "they them their theirs these those this it its he she his her we our us ours i my mine me you your yours am "
    "each other another one both two together please kindly exactly actually really just any some then also so now "
    "ok still there here every all if whether let s "
    "بينهما بينهم بينها بينه لهما لهم لها له منهما منها منه هما هم هن هي هو كل كلا كلتا كليهما كلتيهما كلاهما هذا "
    "هذه ذلك ذلكما تلك هولاء نحن لنا لي لدينا عندنا عندي نريد نود نرغب اريد اود ارغب يريد تريد يرغب نحتاج احتاج "
    "يحتاج يرجي معا ايضا الان هناك ثمه يوجد توجد فيهما عنهما عليهما اليهما بهما معهما لاي احد اي ايه كلها البعض "
    "بعضهما بعضها بعض الاخر الاخري".split()
)
"""Words of talking that may stand in any frame: pronouns for what is named, politeness, what is wanted."""


class Phrases:
    """A regular expression over normalized words with single spaces, compiled when it is first needed.

    Compiling all that are kept takes longer than answering a question that needs none of them.
    """

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The expression itself."""
        return re.compile(self.pattern)

    def search(self, text: str) -> re.Match[str] | None:
        """The first place that matches."""
        return self.compiled.search(text)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Every place that matches."""
        return self.compiled.finditer(text)


def phrases(*alternatives: str) -> Phrases:
    """Whole words that match one of the patterns, an Arabic one also with an attached "and" or "so"."""
    return Phrases(rf"(?<![^ ])[وف]?(?:{'|'.join(alternatives)})(?![^ ])")


class Frame(NamedTuple):
    """The frame of a question: its `words`, the phrases `found` that mark it, and the stretches of words outside it.

    `left` are the fillers that were left out.
    """

    words: str
    found: tuple[str, ...]
    runs: tuple[str, ...]
    arabic: bool
    left: frozenset[str] = frozenset()

    def has(self, pattern: Phrases) -> bool:
        """Whether one of the marks is such a phrase."""
        return any(pattern.search(text) for text in self.found)

    @property
    def rest(self) -> str:
        """What is outside the frame as one text."""
        return (" و " if self.arabic else " and ").join(self.runs)


def plain(question: str) -> str:
    """The normalized words of a question."""
    return " ".join(words(question))


def framed(
    opened: OpenStore, question: str, marks: Phrases, fillers: frozenset[str], names_first: bool = True
) -> Frame | None:
    """The frame that those phrases make, with the `fillers` that may go with them; None where none of them is there.

    Words within a name of several words are left to the name, unless the frame comes first: "INTERPOL member States".
    """
    tokens = tokens_of(opened, question)
    said = " ".join(t.word for t in tokens)
    starts: dict[int, int] = {}
    for n in range(len(tokens) + 1):
        starts[sum(len(t.word) + 1 for t in tokens[:n])] = n
    named = _named(opened, tokens)
    inside: set[int] = set()
    found = []
    for match in marks.finditer(said):
        at = range(starts[match.start()], starts[match.end() + 1])
        if not (names_first and named.intersection(at)):
            found.append(match[0])
            inside.update(at)
    if not found:
        return None
    free = [n for n in range(len(tokens)) if n not in named and n not in inside]
    left = [n for n in free if _is_in(tokens[n], fillers) and not _of_article(tokens, n)]
    spoken = (n for n in free if n not in left and not _of_article(tokens, n))
    left += [n for n in spoken if _is_in(tokens[n], _SPOKEN) and not _upper(tokens[n])]
    inside.update(left)
    runs = []
    for start, end in _stretches(len(tokens), inside):
        while start < end and _edge(tokens[start]) and start not in named:
            start += 1
        while end > start and _edge(tokens[end - 1]) and end - 1 not in named:
            end -= 1
        if start < end:
            runs.append(text_of(tokens[start:end]))
    return Frame(said, tuple(found), tuple(runs), is_arabic(question), frozenset(tokens[n].word for n in left))


def _of_article(tokens: list[Token], at: int) -> bool:
    """Whether it stands between a numbered article and what that is an article of: "article 2 (of) the Statutes"."""
    number = tokens[at - 1].word if at > 1 else ""
    return number.isdigit() and tokens[at - 2].word in closed.ARTICLE and tokens[at].word in PREPOSITIONS


def _is_in(token: Token, words_of_it: frozenset[str]) -> bool:
    """Whether that is one of those words, an Arabic one with or without what is attached to it."""
    word = token.word
    attached = _ATTACHED.match(word)
    bare = word[len(attached[0]) :] if attached else word
    held = [o[1] for w in {word, bare} if (o := _OWNED.fullmatch(w))]  # "بياناتكم"
    return bool({word, bare, f"ال{bare}", *held, *(f"{h[:-1]}ه" for h in held)} & words_of_it)


_OWNED = re.compile("(.{3,})(?:كم|نا)")
_ATTACHED = re.compile("[وف]?(?:[بكل]?ال|لل|[بكل])?(?=.{2})")


def text_of(tokens: Iterable[Token]) -> str:
    """The words as they were typed, without what was attached to them."""
    parts: list[str] = []
    listed = list(tokens)
    n = 0
    while n < len(listed):
        token = listed[n]
        own = words(token.raw)
        if [t.word for t in listed[n : n + len(own)]] == own:
            parts.append(token.raw)
            n += len(own)
        else:
            parts += ["و"] * (token.joined and not token.word.startswith("و")) + [token.word]
            n += 1
    return " ".join(parts)


def _edge(token: Token) -> bool:
    return token.word in EDGES and not _upper(token)


def _upper(token: Token) -> bool:
    """Whether it is written as an acronym, so that "US" and "IT" are no pronouns."""
    return token.raw.isupper() and token.raw.isascii() and len(token.raw) > 1


def _stretches(length: int, inside: set[int]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for n in range(length):
        if n not in inside:
            if found and found[-1][1] == n:
                found[-1] = (found[-1][0], n + 1)
            else:
                found.append((n, n + 1))
    return found


def _named(opened: OpenStore, tokens: list[Token]) -> set[int]:
    """The places of the words in names of several words."""
    content = [n for n, t in enumerate(tokens) if t.word not in AUXILIARIES]
    grams: dict[str, list[tuple[int, int]]] = {}
    for at in range(len(content)):
        for to in range(at + 2, min(len(content), at + _LONGEST_NAME) + 1):
            text = " ".join(tokens[n].stem for n in content[at:to])
            grams.setdefault(text, []).append((content[at], content[to - 1] + 1))
    kept = [m for m in opened.names.matches(grams) if m.kind in ("label", "alias")]
    return {n for match in kept for start, end in grams[match.key] for n in range(start, end)}
