"""What is said to be over: "no longer a member", "stopped being a member", "when did X's membership of Y end".

All are put with the one plain word for it before what has ended, as is "لم تعد" and "انتهت عضوية".
"""

from __future__ import annotations

from tocgraph.questions.words.token import Token
from tocgraph.text import AUXILIARIES, is_arabic, stem

OVER = "no-longer"
"""The plain word for what has ended; no word of a question is spelt so."""

_NO_LONGER = (
    ("no", "longer"), ("not", "any", "longer"), ("not", "any", "more"), ("not", "anymore"),
    *((no, back) for no in ("لم", "ما") for back in ("يعد", "تعد", "يعودوا", "عاد", "عادت", "عادوا")),
    *((stops, *being) for stops in "stop stops stopped stopping cease ceases ceased ceasing".split()
      for being in (("being",), ("to", "be"))),
)  # fmt: skip
_AT_END = (("any", "longer"), ("any", "more"), ("anymore",))
_STOPS = frozenset("stop stops stopped cease ceases ceased".split())
_STOPS_AR = frozenset("توقف توقفت كف كفت يتوقف تتوقف يكف تكف".split())
_BEING_AR = (("عن", "كونها"), ("عن", "كونه"), ("عن", "ان", "تكون"), ("عن", "ان", "يكون"))
_GOES_ON = frozenset("belonging taking participating cooperating implementing".split())
"""What one may stop doing, where the verb says that one belongs to something or has a part in it."""
_ENDED = frozenset("end ends ended lapse lapsed terminate terminated expire expired cease ceased over finish".split())
_TO_AN_END = (("to", "an", "end"), ("to", "its", "end"))
_ENDED_AR = frozenset("انتهت تنتهي زالت سقطت انقضت توقفت".split())
_FARTHEST = 8
"""Within how many words of the verb it is said what one stopped to be."""
_MEMBERSHIP = {
    "membership": ("member", "of"), **dict.fromkeys("عضويه عضويتها عضويته عضويتهم".split(), ("عضو", "في"))
}  # fmt: skip
"""A noun for being something, with the words for who is it."""

WORDS = _STOPS | _STOPS_AR | _GOES_ON | _ENDED_AR | {*_MEMBERSHIP} | {"being", "كونها", "كونه"}


def plainly_over(tokens: list[Token]) -> list[Token]:
    """The words with the plain word for what has ended; as they are where nothing is said to have."""
    tokens = _stopped_doing(_membership_ended(tokens))
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        fitting = (p for p in _NO_LONGER if p[0] == tokens[at].word)
        phrase = next((p for p in fitting if tuple(t.word for t in tokens[at : at + len(p)]) == p), None)
        found.append(_over(tokens[at : at + len(phrase)]) if phrase else tokens[at])
        at += len(phrase) if phrase else 1
    for ending in _AT_END:  # "which states are not members of it any more"
        if tuple(t.word for t in found[-len(ending) :]) == ending:
            denied = [n for n, t in enumerate(found) if t.word in ("not", "isnt", "arent")]
            if denied:
                over = _over(found[-len(ending) :])
                return [over if n == denied[-1] else t for n, t in enumerate(found[: -len(ending)])]
    return found


def _over(said: list[Token]) -> Token:
    return Token(" ".join(t.raw for t in said), OVER, OVER)


def _stopped_doing(tokens: list[Token]) -> list[Token]:
    """The words with "no longer belonging" for "stopped belonging"."""
    for n in range(1, len(tokens) - 2):
        if tokens[n].word in _STOPS and tokens[n + 1].word in _GOES_ON:
            return [*tokens[:n], _over(tokens[n : n + 1]), *tokens[n + 1 :]]
    at = next((n for n, t in enumerate(tokens) if t.word in _STOPS_AR), len(tokens))
    for n in range(at + 1, min(at + _FARTHEST, len(tokens))):
        being = next((p for p in _BEING_AR if tuple(t.word for t in tokens[n : n + len(p)]) == p), ())
        if being:  # "توقفت روسيا عن كونها عضوا"
            return [*tokens[:at], _over([tokens[at]]), *tokens[at + 1 : n], *tokens[n + len(being) :]]
    return tokens


def _membership_ended(tokens: list[Token]) -> list[Token]:
    """The words with "when was X no longer a member of Y" for "when did X's membership of Y end"."""
    at = next((n for n, t in enumerate(tokens) if t.word.removeprefix("ال") in _MEMBERSHIP), 0)
    if not at or at + 2 > len(tokens):
        return tokens
    noun = tokens[at]
    member = [Token(word, word, stem(word)) for word in _MEMBERSHIP[noun.word.removeprefix("ال")]]
    if is_arabic(noun.word):
        return _membership_ended_ar(tokens, at, member)
    if tuple(t.word for t in tokens[-3:]) in _TO_AN_END:
        tokens = [*tokens[:-4], tokens[-1]]
    ended, rest = tokens[-1], tokens[at + 1 : -1]
    if ended.word not in _ENDED or (rest and rest[0].word not in ("of", "in")):
        return tokens
    owner = next((n for n in range(at - 1, -1, -1) if tokens[n].word in AUXILIARIES - {"the"}), -1)
    before, who = tokens[: owner + 1], [t for t in tokens[owner + 1 : at] if t.word not in ("the", "s")]
    if not rest:  # "X's Y membership"
        mark = next((n for n, t in enumerate(who) if t.raw.endswith(("'s", "’s"))), len(who))
        who, rest = who[: mark + 1], [noun, *who[mark + 1 :]]
    if not who:  # "the membership of X in Y"
        inside = next((n for n in range(1, len(rest)) if rest[n].word in ("in", "of")), 0)
        who, rest = rest[1:inside], rest[inside:]
    if not who or len(rest) < 2:
        return tokens
    who[-1] = who[-1]._replace(comma=False)
    return [*before, *who, _over([noun, ended]), *member, *rest[1:]]


def _membership_ended_ar(tokens: list[Token], at: int, member: list[Token]) -> list[Token]:
    """The like for "انتهت عضوية X في Y", and for "التي انتهت عضويتها في Y"."""
    noun, ended = tokens[at], tokens[at - 1]
    who = at + 1 + (noun.word.removeprefix("ال") == "عضويه")
    inside = next((n for n in range(who, len(tokens) - 1) if tokens[n].word in ("في", "ب", "لدي")), 0)
    if ended.word not in _ENDED_AR or not inside:
        return tokens
    return [*tokens[: at - 1], _over([ended, noun]), *tokens[at + 1 : inside], *member, *tokens[inside + 1 :]]
