"""Words that ask for more than a fact: what somebody means to do, what holds of nothing else, what matters most.

A question that has them would be answered wrongly by the claims that say the same without them.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from itertools import pairwise

from tocgraph.questions.words import closed, idle_words, question_words
from tocgraph.questions.words.token import Token
from tocgraph.store import OpenStore
from tocgraph.text import AUXILIARIES, is_arabic, normalize, stem

_MEANS = frozenset(
    "plan plans planned planning intend intends intending hope hopes hoping want wants wanting wish wishes expect "
    "expected likely unlikely about supposed scheduled willing ready preparing prepared like considering".split()
)
"""Before "to" and a verb these tell of what has not happened."""

_MUST = frozenset("must should ought may might shall could".split())
_ADVICE = frozenset({"should"})
_ALLOWED = _MUST | {"can"}
_SUPPOSED = frozenset({"would"})
_YOURS = frozenset("your you تظن تظنون تعتقد تعتقدون ترون رايك رايكم رايكما انطباعك انطباعكم".split())
_YOU = frozenset("think feel believe say".split())
_THINKING = frozenset(
    "think feel believe say opinion opinions view views take thoughts impression impressions assessment judgement "
    "judgment feelings feeling stance verdict".split()
)
_ABOUT = frozenset("about of on regarding concerning in with".split())
"""Words by which somebody is asked for an opinion of their own: "what do you think about", "your view of"."""
_OBLIGED = frozenset("need needs have has had ought".split())
_TRIES = frozenset(
    "aim aims aiming seek seeks seeking sought try tries trying tried strive strives attempt attempts".split()
)
_TRIES_AR = frozenset("تسعي يسعي سعت سعي تحاول يحاول تعتزم يعتزم تنوي ينوي ترغب يرغب تطمح يطمح تريد يريد".split())
STEPS = closed.ONSET | frozenset("sign signs signed withdraw withdraws leave leaves".split())
"""What a state does once: with a verb of duty before them it is not said to be done."""

_HELD = frozenset("contain include have say state specify mention".split())
_EXPECTED = frozenset("متوقع منتظر مرتقب مزمع مقرر محتمل مخطط".split())
_STEPS_AR = ("ان", "انضمام", "تصديق", "مصادقه", "توقيع", "دخول", "انسحاب")

ONLY = frozenset("only solely exclusively alone فقط وحده وحدها وحدهم وحدهما لوحدها لوحده حصرا حصريا".split())
_WEIGHTY = frozenset("important significant relevant major serious".split())
_CHIEF = frozenset("main principal chief foremost primary key central leading major".split())
_FOREMOST = frozenset("اهم ابرز".split())

_ADVISED = frozenset("ينبغي يجب يجدر يحسن يستحسن يفضل تنصح تنصحون يتعين الافضل المستحسن الاجدر".split())

_UNCOUNTED = frozenset("victims casualties survivors ضحايا ضحيه".split())
"""People of whom the record names kinds and groups, but not how many there are."""

_NAME = 8
"""The most words of a name that is looked for."""

_TO_MAKE = frozenset("write translate compose paint sing summarize summarise ترجم ترجمي لخص لخصي ارسم ارسمي".split())
"""Orders to make something new."""

_SURE = (("for", "certain"), ("for", "sure"), ("last", "but", "one"), ("next", "to", "last"), ("second", "to", "last"))
"""What no claim says of itself, and a place in an order that is not looked up."""

_NOW = frozenset("currently still now nowadays today presently حاليا الان اليوم".split())
_UNTIL = frozenset("until till to of حتي الي لغايه".split())


def beyond(opened: OpenStore, tokens: list[Token]) -> list[str]:
    """The words, as typed, by which a question asks for what no claim says; none for most questions."""
    found: list[str] = []
    said = [t.word for t in tokens]
    types = opened.names.meta("lexicon")["types"]
    verbs = opened.names.meta("lexicon")["verbs"]
    plurals = set(opened.names.meta("lexicon")["plurals"])
    if said and (said[0] in _ADVICE or (said[0] in _ALLOWED and not STEPS.isdisjoint(said[1:6]))):
        found.append(tokens[0].raw)  # "should Egypt ratify X" is not whether it has
    found += _opinion(tokens)
    counted = {"many", "number", "كم", "عدد"} & set(said[:3])
    found += [f"{tokens[0].raw} {t.raw}" for t in tokens if counted and t.word in _UNCOUNTED]
    if said[:1] and said[0] in _TO_MAKE:
        found.append(tokens[0].raw)
    if said[-3:-1] in (["should", "be"], ["must", "be"]) and said[0] not in question_words.YES_NO:
        found.append(tokens[-3].raw)  # "which missions should be closed"
    if said[:1] == ["what"] and said[1:2] and said[1] in _MUST and said[-1] in _HELD:
        found.append(tokens[1].raw)  # "what must a request contain"
    if said[:1] == ["should"] and not STEPS.isdisjoint(said[2:]):
        found.append(tokens[0].raw)  # whether a state should join is no fact
    if (
        said[:1] == ["هل"]
        and said[1:2]
        and said[1] in _ADVISED
        and any(w.startswith(_STEPS_AR[1:]) for w in _bare(said))
    ):
        found.append(tokens[1].raw)
    for n, token in enumerate(tokens):
        word, after = token.word, said[n + 1 : n + 3]
        follows = tokens[n + 1] if after else None
        meant = n and word in _MEANS and after[:1] == ["to"] and len(after) > 1 and after[1] not in idle_words.LIGHT
        due = bool(word in _MUST | _SUPPOSED and after and after[0] in STEPS)
        due |= n > 0 and word in _OBLIGED | _TRIES and after[:1] == ["to"] and after[-1] in STEPS
        if meant or _to_come(verbs, tokens, n) or (due and not counted):
            found.append(token.raw)
        elif word.removeprefix("ال").removesuffix("ه") in _EXPECTED and is_arabic(word):
            step = after[0] if after else ""
            if step == "ان" or step.removeprefix("ال").startswith(_STEPS_AR[1:]):
                found.append(token.raw)
        elif (n and word in ONLY and not token.raw.endswith("ة")) or _tries_a_step(said, n):
            found.append(token.raw)
        elif word == "most" and after and after[0] in _WEIGHTY:
            found.append(f"{token.raw} {tokens[n + 1].raw}")
        elif any(tuple(said[n : n + len(p)]) == p for p in _SURE):
            found.append(" ".join(t.raw for t in tokens[n : n + 3]))
        elif word in _CHIEF and follows and n + 2 == len(tokens) and _one_of_a_type(follows, types, plurals):
            found.append(token.raw)  # nothing tells which is "the main crime"
        elif word in _FOREMOST and follows and _one_of_a_type(follows, types, plurals):
            found.append(token.raw)  # "the most important article" of many is none that is recorded
    return found


def _tries_a_step(said: list[str], at: int) -> bool:
    """Whether an Arabic verb says there that a step is tried: "تسعى إلى الانضمام"."""
    return said[at] in _TRIES_AR and any(word.startswith(_STEPS_AR[1:]) for word in _bare(said[at : at + 8]))


def supposed(opened: OpenStore, tokens: list[Token]) -> list[str]:
    """The word by which a question asks what somebody would do in some case: "would Egypt join"."""
    asks = len(tokens) > 2 and tokens[0].word in _SUPPOSED and _of_actor(opened, tokens[1:])
    return [tokens[0].raw] if asks else []


def _of_actor(opened: OpenStore, tokens: list[Token]) -> bool:
    """Whether the words begin with the name of somebody who may do something."""
    stems = [t.stem for t in tokens if t.word not in AUXILIARIES][:_NAME]
    named = {m.entity for m in opened.names.matches([" ".join(stems[:n]) for n in range(1, len(stems) + 1)])}
    named = named or set(opened.names.holding({*stems[:1]}, (), 3, 3))  # a person by the last name
    return any("actor" in opened.schema.ancestors(n.type) for n in opened.names.entities(named).values())


def _opinion(tokens: list[Token]) -> list[str]:
    """The words that ask for what the one who is asked thinks of something."""
    for n, (token, after) in enumerate(pairwise(tokens)):
        if token.word not in _YOURS or (token.word == "you" and after.word not in _YOU):
            continue
        behind = tokens[n + 2].word if n + 2 < len(tokens) else ""
        if is_arabic(token.word) or (after.word in _THINKING and behind in _ABOUT):
            return [f"{token.raw} {after.raw}"]
    return []


def _bare(said: list[str]) -> list[str]:
    return [word.removeprefix("ل").removeprefix("ب").removeprefix("ال") for word in said[2:]]


def _to_come(verbs: Collection[str], tokens: list[Token], at: int) -> bool:
    """Whether an Arabic verb speaks of what is to come: "هل ستنضم", "متى ستصادق"."""
    word = tokens[at].word
    future = len(word) > 4 and word[0] == "س" and word[1] in "يتن" and is_arabic(word)
    if not future or tokens[at].definite:
        return False
    if tokens[0].word == "هل" and at < 4 and tokens[at].stem != stem(word):
        return True
    return word[1:] in AUXILIARIES or (stem(word[1:]) in verbs and stem(word) not in verbs)


def _one_of_a_type(token: Token, types: dict[str, list[str]], plurals: set[str]) -> bool:
    return not token.definite and bool(types.get(token.stem)) and token.word not in plurals


def asks_of_today(question: str) -> str:
    """Today's date where a question asks for what still holds, "" otherwise."""
    said = normalize(question).replace("؟", " ").replace("?", " ").split()
    for n, word in enumerate(said):
        still = said[n - 1 : n + 1] if n else []
        if (word in _NOW and not (n and said[n - 1] in _UNTIL)) or tuple(still) in closed.STILL:
            return date.today().isoformat()
    return date.today().isoformat() if in_being(said) else ""


_ASKING = frozenset("which what whats how list name اي ايه كم".split())


def _still(said: list[str], at: int) -> bool:
    """Whether two Arabic words from there on say "still", with or without an "and"."""
    return at >= 0 and (said[at].removeprefix("و"), *said[at + 1 : at + 2]) in closed.STILL


def in_being(said: list[str]) -> int:
    """How many words at the end ask for what has not come to its end: "(missions) that are still running"."""
    if not said or said[0] in question_words.YES_NO or said[-1] not in closed.EXISTING:
        return 0
    if {"where", "whose"} & {*said[2:]}:
        return 0  # "in the country where M23 is active"
    at = len(said) - 2
    while at > 0 and (said[at] in AUXILIARIES or said[at] in _NOW or _still(said, at - 1)):
        at -= 2 if _still(said, at - 1) else 1
    if at > 0 and said[at] in closed.RELATIVE | closed.AND:
        return len(said) - at
    # "which missions are still running": nothing more is said of them
    spoken = any(_still(said, n) for n in range(1, len(said) - 1))
    asked = spoken or (not _ASKING.isdisjoint(said[:2]) and (is_arabic(said[-1]) or {"are", "is"} & {*said[at + 1 :]}))
    return len(said) - at - 1 if at > 0 and asked else 0
