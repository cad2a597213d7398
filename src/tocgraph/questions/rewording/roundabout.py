"""What is said in a roundabout way, said plainly: "what is it that", "acts as", "obliges states to".

Words are left out only where what is left is a phrase of the schema, and never out of such a phrase.
"""

from __future__ import annotations

from tocgraph.questions.rewording.ranked import ARTICLES, ranked_plainly
from tocgraph.questions.words.closed import by_first
from tocgraph.questions.words.token import Token
from tocgraph.store import OpenStore
from tocgraph.text import is_arabic

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
    "require requires required oblige obliges obligate obligates compel compels bind binds commit commits "
    "allow allows permit permits enable enables entitle entitles authorize authorizes authorise authorises "
    "make makes let lets force forces expect expects want wants urge urges".split()
)
AIDS = frozenset(
    "help helps helping assist assists assisting support supports supporting aid aids back backs guide guides "
    "advise advises train trains".split()
)
BOUND = frozenset(
    "state states party parties country countries government governments member members signatories nation nations "
    "authorities police".split()
)
"""A text that obliges states to punish punishes, and a body that helps states to implement a text implements it, as
far as texts and bodies can."""

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


_LISTS = frozenset("list lists blacklist blacklists".split())
_WHOSE_LIST = frozenset(
    "the a an un united nations security council sanctions sanction terror terrorist terrorism international".split()
)


def _on_a_list(tokens: list[Token]) -> list[Token]:
    """The words with any list for "the UN list" behind "on": which of several it is stays open."""
    for at in range(2, len(tokens)):
        if tokens[at].word not in _LISTS:
            continue
        begin = at
        while begin > 1 and tokens[begin - 1].word in _WHOSE_LIST:
            begin -= 1
        if begin < at and tokens[begin - 1].word in ("on", "onto", "to", "in", "from", "under"):
            return [t._replace(definite=t.definite and not begin <= n <= at) for n, t in enumerate(tokens)]
    return tokens


def straight(opened: OpenStore, tokens: list[Token]) -> list[Token]:
    """The words without those that only lead up to others."""
    found = list(ranked_plainly(opened, _on_a_list(_phrasal(opened, _told_again(_recorded_as(tokens))))))
    at = 0
    while at < len(found):
        length = (
            _cleft(found, at)
            or _hedge(found, at)
            or _is(opened, found, at)
            or _lead(opened, found, at)
            or _binding(opened, found, at)
        )
        if length:
            del found[at : at + length]
        else:
            at += 1
    return found or tokens


_RECORDED = frozenset(
    "listed recorded named registered counted included entered mentioned "
    "مسجله مسجل مذكوره مذكور مدرجه مدرج مدونه مدون وارده وارد المسجله المذكوره المدرجه".split()
)
_AS_ONE_OF = frozenset("among as amongst بين ضمن من بوصفها كطرف باعتبارها".split())
_BELONGING = frozenset("party parties member members signatory signatories اطراف الاطراف اعضاء الاعضاء".split())


def _recorded_as(tokens: list[Token]) -> list[Token]:
    """The words without "listed" before "among the parties to": whoever is recorded as a party is one."""
    for n in range(1, len(tokens) - 2):
        behind = [t.word for t in tokens[n + 1 : n + 5]]
        if tokens[n].word in _RECORDED and behind[0] in _AS_ONE_OF and not _BELONGING.isdisjoint(behind):
            return [*tokens[:n], *tokens[n + (2 if behind[0] == "as" else 1) :]]
    return tokens


_ACTING_FOR = frozenset(
    "government governments parliament parliaments authorities legislature legislatures leaders representatives".split()
)
"""Those through whom a state acts: what they did it did."""
_NEXT_TO = frozenset("directly immediately right straight مباشره".split())
"""What says of an order of things that nothing stands between; each thing has but one neighbour in the record."""
_ORDER = frozenset(
    "after before preceding following precede precedes preceded follow follows followed succeeded replaced succeed "
    "replace بعد قبل سبق سبقت تلا تلت يسبق تسبق يلي تلي اعقب اعقبت خلف خلفت خلفها خلفه".split()
)


def _told_again(tokens: list[Token]) -> list[Token]:
    """The words with "that" for "whose governments", and without "directly" beside "after"."""
    said = [t.word for t in tokens]
    found: list[Token] = []
    ordered = not _ORDER.isdisjoint(said)
    for n, token in enumerate(tokens):
        if n and said[n - 1] == "whose" and said[n] in _ACTING_FOR:
            found[-1] = Token("that", "that", "that")
        elif token.word in _NEXT_TO and ordered:
            near = said[n + 1 : n + 2] if not is_arabic(token.word) else said
            if _ORDER.isdisjoint(near):
                found.append(token)
            elif token.comma and found:
                found[-1] = found[-1]._replace(comma=True)
        else:
            found.append(token)
    return found


_LINKS = frozenset("to in with".split())


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


HEDGES = frozenset("said reported believed thought considered alleged claimed held deemed understood reputed".split())
"""Behind "is" and before "to" these say that somebody says so, as of every claim."""


def _hedge(tokens: list[Token], at: int) -> int:
    """X is (said to) V, X is (said to be) V."""
    said = [t.word for t in tokens[at : at + 4]]
    if len(said) < 3 or not at or said[0] not in HEDGES or said[1] != "to":
        return 0
    if not any(t.word in BE for t in tokens[max(0, at - 8) : at]):
        return 0
    return 3 if said[2] == "be" and len(said) > 3 else 2


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
    links = ("to",) if tokens[at].word in BINDS else ("to", "in", "with") if tokens[at].word in AIDS else ()
    bare = tokens[at].word in ("make", "makes", "let", "lets", "help", "helps")  # "makes states punish"
    end = next((n for n in range(at + 2, min(at + 6, len(tokens))) if tokens[n].word in links), 0)
    if not end and bare:
        end = next((n for n in range(at + 1, min(at + 5, len(tokens))) if tokens[n].word in BOUND), 0)
    between = tokens[at + 1 : end + bare]
    if not end or end + 1 >= len(tokens) or not all(t.word in BOUND | ARTICLES | _LINKS for t in between):
        return 0
    plain = any(t.word in BOUND for t in between) and not _phrase(opened, tokens, at, end)
    return end + 1 - at if plain and _verb(opened, tokens[end + 1]) else 0


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
