"""What is said in a roundabout way, said plainly: "what is it that", "acts as", "obliges states to".

Words are left out only where what is left is a phrase of the schema, and never out of such a phrase.
"""

from __future__ import annotations

from tocgraph.questions.token import Token
from tocgraph.questions.words import by_first
from tocgraph.store import OpenStore

BE = frozenset("is was are were s".split())

AS_VERBS = frozenset(
    "act acts acted acting serve serves served serving function functions functioned functioning "
    "work works worked working operate operates operated operating used considered regarded seen viewed described "
    "known figure figures".split()
)
"""Verbs that with "as" say no more than "is"."""

ROLES = frozenset("role roles function functions part task position status place".split())
"""What is played, held or filled, and then named: "plays the role of depositary of"."""
PLAYS = frozenset(
    "play plays played playing hold holds held holding have has had having fulfil fulfils fulfilled fulfill fill fills "
    "filled take takes took perform performs performed performing assume assumes assumed exercise exercises".split()
)

LEADS: tuple[tuple[str, ...], ...] = (
    *(
        (*said, with_)
        for said, with_ in (
            (("in", "charge"), "of"), (("responsible",), "for"), (("tasked",), "with"), (("charged",), "with"),
            (("entrusted",), "with"), (("aimed",), "at"), (("aiming",), "at"), (("engaged",), "in"),
            (("involved",), "in"), (("dedicated",), "to"), (("devoted",), "to"), (("committed",), "to"),
            (("busy",), ""), (("occupied",), "with"), (("concerned",), "with"), (("specialized",), "in"),
            (("specialised",), "in"), (("active",), "in"), (("working",), "on"), (("work",), "on"), (("works",), "on"),
            (("focused",), "on"),
        )
    ),
    *((verb, "to") for verb in "seek seeks seeking sought aim aims aiming try tries trying attempt attempts strive "
      "strives striving intend intends work works working continue continues serve serves exist exists".split()),
    *((verb,) for verb in "help helps helping helped".split()),
    *((verb, "to") for verb in "help helps helping helped".split()),
    ("there", "to"), ("supposed", "to"), ("meant", "to"), ("designed", "to"), ("intended", "to"), ("set", "out", "to"),
    ("have", "the", "task", "of"), ("has", "the", "task", "of"), ("the", "job", "of"), ("with", "the", "task", "of"),
)  # fmt: skip
"""What may lead up to a verb: "in charge of implementing", "seeks to counter"."""

_BY_FIRST = by_first(tuple(word for word in lead if word) for lead in LEADS)

BINDS = frozenset(
    "require requires required oblige obliges obligate obligates compel compels bind binds commit".split()
)
BOUND = frozenset(
    "state states party parties country countries government governments member members signatories".split()
)
"""A text that obliges states to punish punishes, as far as texts can."""

ARTICLES = frozenset("a an the its their as".split())


_OUT = frozenset("find finds finding found point points pointed pointing carry carries carried set sets".split())
_TURNS = (("turn", "out", "to", "be"), ("turns", "out", "to", "be"), ("turned", "out", "to", "be"),
          ("turned", "out", "as"), ("proved", "to", "be"), ("prove", "to", "be"), ("happen", "to", "be"),
          ("happens", "to", "be"), ("happened", "to", "be"))  # fmt: skip
"""What says no more than "is"."""


def _phrasal(opened: OpenStore, tokens: list[Token]) -> list[Token]:
    """The words without "out" behind a verb that says the same without it, and with "is" for "turned out to be"."""
    said = [t.word for t in tokens]
    for turn in _TURNS:
        for n in range(1, len(said) - len(turn)):
            if tuple(said[n : n + len(turn)]) == turn:
                return [*tokens[:n], Token("is", "is", "is"), *tokens[n + len(turn) :]]
    for n in range(1, len(tokens)):
        if tokens[n].word == "out" and said[n - 1] in _OUT and not _phrase(opened, tokens, n - 1, n):
            return [*tokens[:n], *tokens[n + 1 :]]
    return tokens


def straight(opened: OpenStore, tokens: list[Token]) -> list[Token]:
    """The words without those that only lead up to others."""
    found = list(_phrasal(opened, tokens))
    at = 0
    while at < len(found):
        length = _cleft(found, at) or _is(opened, found, at) or _lead(opened, found, at) or _binding(opened, found, at)
        if length:
            del found[at : at + length]
        else:
            at += 1
    return found or tokens


def _cleft(tokens: list[Token], at: int) -> int:
    """What is (it that) X does."""
    said = [t.word for t in tokens[at - 1 : at + 2]] if at else []
    return 2 if len(said) == 3 and said[0] in BE and said[1] == "it" and said[2] in ("that", "which", "who") else 0


def _is(opened: OpenStore, tokens: list[Token], at: int) -> int:
    """X (acts as a) hub for Y; X (plays the role of) depositary of Y."""
    end = at
    if tokens[at].word in AS_VERBS and at + 2 < len(tokens) and tokens[at + 1].word == "as":
        end = at + 2
    elif tokens[at].word in PLAYS:
        role = next((n for n in range(at + 1, min(at + 4, len(tokens) - 1)) if tokens[n].word in ROLES), 0)
        if role and tokens[role + 1].word in ("of", "as") and all(t.word in ARTICLES for t in tokens[at + 1 : role]):
            end = role + 2
    while at < end < len(tokens) and tokens[end].word in ARTICLES:
        end += 1
    return end - at if end > at and _phrase(opened, tokens, end) and not _phrase(opened, tokens, at, end) else 0


def _lead(opened: OpenStore, tokens: list[Token], at: int) -> int:
    """X (is in charge of) implementing Y; X (seeks to) counter Y."""
    for words in _BY_FIRST.get(tokens[at].word, ()):
        end = at + len(words)
        if end >= len(tokens) or tuple(t.word for t in tokens[at:end]) != words:
            continue
        verb = tokens[end].word
        form = verb.endswith("ing") if words[-1] != "to" or words[0].endswith("ed") else True
        if words[0].startswith("help") and len(words) == 1:
            form = not verb.endswith(("s", "ed"))
        if form and _verb(opened, tokens[end]) and not _phrase(opened, tokens, at, end):
            return len(words)
    return 0


def _binding(opened: OpenStore, tokens: list[Token], at: int) -> int:
    """X (obliges states to) punish Y."""
    if tokens[at].word not in BINDS:
        return 0
    end = next((n for n in range(at + 2, min(at + 5, len(tokens))) if tokens[n].word == "to"), 0)
    between = tokens[at + 1 : end]
    if not end or end + 1 >= len(tokens) or not all(t.word in BOUND | ARTICLES for t in between):
        return 0
    return end + 1 - at if any(t.word in BOUND for t in between) and _verb(opened, tokens[end + 1]) else 0


def _verb(opened: OpenStore, token: Token) -> bool:
    """Whether the word by itself is a verb with two ends in the schema."""
    entries = opened.names.meta("lexicon")["relations"].get(token.stem, ())
    return any(left and right and not loose for _, left, right, loose in entries)


def _phrase(opened: OpenStore, tokens: list[Token], at: int, beyond: int = 0) -> bool:
    """Whether a phrase of the schema begins there; one that goes on past `beyond`, where that is given."""
    relations = opened.names.meta("lexicon")["relations"]
    stems = [t.stem for t in tokens[at : at + 7] if t.word not in ARTICLES - {"as"}]
    least = sum(t.word not in ARTICLES - {"as"} for t in tokens[at:beyond]) if beyond else 0
    return any(" ".join(stems[:n]) in relations for n in range(least + 1, len(stems) + 1))
