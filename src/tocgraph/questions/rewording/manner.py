"""How a question is put: tags, negative openings, "still", "no longer", "including those that have ended".

Such words are no part of what is asked. Each is taken out, or replaced by the plain word that does the same, before
the question is cut into elements; what it changes is told beside the words.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from tocgraph.questions.rewording.beyond import in_being
from tocgraph.questions.rewording.ended import plainly_over
from tocgraph.questions.words import closed, idle_words, question_words
from tocgraph.questions.words.token import Token
from tocgraph.store import OpenStore
from tocgraph.text import is_arabic

_STILL_AFTER = frozenset("ما لا لم ولا وما".split())
_STILL = frozenset("زال زالت زالوا تزال يزال يزالون تزل يزل برح برحت تبرح يبرح فتي فتيت تفتا يفتا انفك انفكت".split())
_NOW = (
    ("to", "this", "day"), ("so", "far"), ("to", "date"), ("until", "now"), ("till", "now"), ("up", "to", "now"),
    ("at", "present"), ("at", "the", "moment"), ("right", "now"), ("these", "days"), ("nowadays",), ("as", "of", "now"),
    ("as", "of", "today"), ("up", "to", "today"), ("until", "today"), ("even", "now"),
    ("حتي", "الان"), ("حتي", "اليوم"), ("الي", "الان"), ("الي", "اليوم"), ("لحد", "الان"), ("لغايه", "الان"),
    ("لغايه", "اليوم"), ("في", "الوقت", "الحاضر"), ("في", "الوقت", "الراهن"), ("في", "الوقت", "الحالي"),
    ("at", "the", "same", "time"), ("as", "well"), ("simultaneously",),
    ("علي", "حد", "سواء"), ("في", "ان", "واحد"), ("في", "الوقت", "نفسه"), ("في", "نفس", "الوقت"), ("جميعا",), ("سويا",),
    ("حتي", "يومنا", "هذا"), ("الي", "يومنا", "هذا"), ("علي", "الاطلاق"),
)  # fmt: skip
_NOT_DONE = (
    ("yet", "to"), ("failed", "to"), ("fail", "to"), ("fails", "to"), ("neglected", "to"), ("neglect", "to"),
    ("omitted", "to"), ("remain", "to"), ("remains", "to"),
)  # fmt: skip
"""Before a verb these say that it was not done: "have yet to ratify"."""
_PAST_TOO = (
    ("past", "and", "present"), ("past", "or", "present"), ("current", "and", "former"), ("current", "or", "former"),
    ("former", "and", "current"), ("present", "and", "past"), ("active", "and", "closed"), ("open", "and", "closed"),
    ("الحاليه", "والسابقه"), ("السابقه", "والحاليه"), ("القائمه", "والمنتهيه"),
)  # fmt: skip
_INCLUDING = (
    ("including",), ("even",), ("also", "counting"), ("counting",), ("بما", "فيها"), ("بما", "فيهم"), ("ومنها",),
    ("بما", "في", "ذلك"), ("حتي",),
)  # fmt: skip
_NEGATIVE = frozenset(
    "isnt arent wasnt werent hasnt havent hadnt doesnt dont didnt الم اليس اليست الا اولم افلم".split()
)
_ONLY_ARABIC_NEGATIVE = frozenset("الم اليس اليست الا اولم افلم".split())
_TAGS = frozenset({
    *((f"{verb}{no}", who) for verb in "is are was were has have had does do did can".split() for no in ("nt", "")
      for who in "it they he she there that not we you".split()),
    ("right",), ("correct",), ("yes",), ("no",), ("true",), ("am", "i", "right"), ("or", "not"), ("is", "it", "not"),
    ("is", "that", "correct"), ("is", "that", "so"), ("is", "that", "right"), ("are", "they", "not"),
    ("isnt", "that", "so"), ("اليس", "كذلك"), ("صحيح",), ("ام", "لا"), ("اليس", "صحيحا"), ("صح",),
})  # fmt: skip
_OUTSIDE = {"outside": ("not", "in"), "inside": ("in",), "خارج": ("ليس", "في")}
_ABSENT = frozenset("missing absent".split())
_SAYS = frozenset(
    "about say says said content contents subject text title "
    "تتحدث تتكلم تقول تدور موضوع نص مضمون فحوي محتوي عنوان يدور عم عما علام حول عنه عليه".split()
)
_ASKING_WHAT = frozenset("what whats is does do the of ما ماذا هو هي علي عن في".split())
_LONGEST_TAG = 3


class Manner(NamedTuple):
    """The words that are left, and whether what is over counts as well."""

    tokens: list[Token]
    past: bool = False


def plain_manner(opened: OpenStore, tokens: list[Token]) -> Manner:
    """The question without the words that only say how it is meant."""
    tokens = _untagged(_without_later(_without_too(tokens)))
    tokens = _opened(tokens)
    tokens = tokens[: len(tokens) - in_being([t.word for t in tokens])]
    tokens = _replaced(_without_at_all(opened, tokens), _NOW, None)
    tokens = _without_still(tokens)
    tokens = _outside(tokens)
    tokens = _article_alone(tokens)
    tokens = plainly_over(tokens)
    tokens = _replaced(tokens, _NOT_DONE, Token("not", "not", "not"))
    whole = len(tokens)
    tokens = _replaced(tokens, _PAST_TOO, None)
    tokens = _including(opened, tokens)
    return Manner(tokens, len(tokens) < whole)


def _without_too(tokens: list[Token]) -> list[Token]:
    """The words without "too" at the end of a part: "makes bribery an offence, and obstruction of justice too"."""
    found: list[Token] = []
    for n, token in enumerate(tokens):
        last = n + 1 == len(tokens) or token.comma
        if not (last and n > 1 and token.word in idle_words.AT_THE_END):
            found.append(token)
        elif token.comma:
            found[-1] = found[-1]._replace(comma=True)
    return found


def _without_later(tokens: list[Token]) -> list[Token]:
    """The words without "afterwards" behind what is denied: "signed it without ratifying it afterwards"."""
    for later in _LATER:
        if tuple(t.word for t in tokens[-len(later) :]) == later and any(t.word in closed.NOT for t in tokens):
            return tokens[: -len(later)]
    return tokens


_LATER = (
    *((word,) for word in "afterwards afterward subsequently thereafter later since either لاحقا".split()),
    ("later", "on"), ("after", "that"), ("since", "then"), ("بعد", "ذلك"), ("فيما", "بعد"), ("منذ", "ذلك"),
)  # fmt: skip


def _without_at_all(opened: OpenStore, tokens: list[Token]) -> list[Token]:
    """The words without "at all"; it stays in "aimed at all states"."""
    plurals = opened.names.meta("lexicon")["plurals"]
    for n in range(len(tokens) - 1):
        if (tokens[n].word, tokens[n + 1].word) == ("at", "all"):
            behind = {t.word for t in tokens[n + 2 : n + 5]}
            return tokens if behind.intersection(plurals) else [*tokens[:n], *tokens[n + 2 :]]
    return tokens


def _asking(token: Token) -> Token:
    word = "هل" if is_arabic(token.word) else "is"
    return Token(word, word, word)


def _untagged(tokens: list[Token]) -> list[Token]:
    """A statement with a tag asks for yes or no: "Brazil belongs to INTERPOL, doesn't it?"."""
    for length in range(min(_LONGEST_TAG, len(tokens) - 2), 0, -1):
        tag, rest = tokens[-length:], tokens[:-length]
        certain = rest[-1].comma or tag[0].word.endswith("nt") or is_arabic(tag[0].word) or tag[0].word == "or"
        if tuple(t.word for t in tag) in _TAGS and certain:
            if rest[0].word in question_words.YES_NO:
                return rest
            asks = {phrase[0] for phrase in question_words.WH_PHRASES} - closed.RELATIVE
            return tokens if rest[0].word in asks else [_asking(rest[0]), *rest]
    return tokens


def _opened(tokens: list[Token]) -> list[Token]:
    """Whether Egypt is a party is what "isn't Egypt a party to UNTOC" asks."""
    first = tokens[0] if len(tokens) > 2 else None
    if first is None or first.word not in _NEGATIVE:
        return tokens
    # ألا and ألم are spelt like other words once their first letter is normalized.
    if first.word in _ONLY_ARABIC_NEGATIVE and not first.raw.startswith("أ"):
        return tokens
    return [_asking(first), *tokens[1:]]


def _replaced(tokens: list[Token], phrases: tuple[tuple[str, ...], ...], by: Token | None) -> list[Token]:
    """The words with each of those phrases taken out, or replaced by one word."""
    kept: list[Token] = []
    at = 0
    while at < len(tokens):
        fitting = (p for p in phrases if p[0] == tokens[at].word)
        phrase = next((p for p in fitting if tuple(t.word for t in tokens[at : at + len(p)]) == p), None)
        if phrase is None:
            kept.append(tokens[at])
            at += 1
        else:
            kept += [by._replace(raw=" ".join(t.raw for t in tokens[at : at + len(phrase)]))] if by else []
            at += len(phrase)
    return kept if len(kept) > 1 else tokens


def _without_still(tokens: list[Token]) -> list[Token]:
    """The words without "ما زالت", "لا يزال" and the like, which mean still and deny nothing."""
    return [
        t
        for n, t in enumerate(tokens)
        if not (t.word in _STILL_AFTER and n + 1 < len(tokens) and tokens[n + 1].word in _STILL)
        and not (t.word in _STILL and n and tokens[n - 1].word in _STILL_AFTER)
    ]


_OMITS = (("leaves", "out"), ("leave", "out"), ("omits",), ("omit",), ("left", "out"), ("leaves", "aside"), ("lacks",))
_AWAY = frozenset("stay stays stayed staying remain remains remained remaining keep keeps kept".split())


def _outside(tokens: list[Token]) -> list[Token]:
    """The words with "not in" for "outside" and "stayed out of", and with "not" for "which X leaves out"."""
    said = tuple(t.word for t in tokens)
    for omitting in _OMITS:
        size = len(omitting)
        if said[-size:] == omitting and closed.RELATIVE.intersection(said[1:-size]) and len(said) > size + 3:
            last = tokens[-size]
            tokens = [*tokens[:-size], last._replace(word="not", stem="not")]
    for n in range(1, len(tokens) - 2):
        if tokens[n].word in _AWAY and (tokens[n + 1].word, tokens[n + 2].word) == ("out", "of"):
            away = tokens[n]._replace(raw="out of", word="outside", stem="outside")
            tokens = [*tokens[:n], away, *tokens[n + 3 :]]
            break
    for n in range(1, len(tokens) - 2):
        if tokens[n].word in _ABSENT and tokens[n + 1].word == "from":
            away = tokens[n]._replace(raw=f"{tokens[n].raw} from", word="outside", stem="outside")
            tokens = [*tokens[:n], away, *tokens[n + 2 :]]
            break
    kept: list[Token] = []
    for n, token in enumerate(tokens):
        pair = _OUTSIDE.get(token.word)
        if pair and n and n + 1 < len(tokens):
            kept += [token._replace(word=word, stem=word) for word in pair]
        elif not (token.word == "of" and n and tokens[n - 1].word == "outside"):
            kept.append(token)
    return kept


def _article_alone(tokens: list[Token]) -> list[Token]:
    """The words without "about" and the like beside a numbered article: what is asked for is the article itself."""
    numbered = [n for n, t in enumerate(tokens[:-1]) if t.word in closed.ARTICLE and _number(tokens[n + 1])]
    kept = [t for t in tokens if t.word not in _SAYS]
    asked = not tokens or tokens[0].word in question_words.YES_NO
    if asked or len(numbered) != 1 or len(kept) == len(tokens) or any(t.word in closed.RELATIVE for t in tokens):
        return tokens  # but "is article 16 about extradition" asks more
    at = sum(t.word not in _SAYS for t in tokens[: numbered[0]])
    return kept[at:] if all(t.word in _ASKING_WHAT for t in kept[:at]) else kept


def _number(token: Token) -> bool:
    """Whether a word numbers an article, in figures or as an Arabic ordinal."""
    return token.word[:1].isdigit() or token.word in closed.ORDINALS


def _including(opened: OpenStore, tokens: list[Token]) -> list[Token]:
    """The words without a last part that lets what has ended count: "including those that have closed"."""
    for start in range(2, len(tokens) - 1):
        if not any(tuple(t.word for t in tokens[start : start + len(p)]) == p for p in _INCLUDING):
            continue
        if len(tokens) - start <= 8 and _ends(opened, tokens[start:]):
            return tokens[:start]
    return tokens


def _ends(opened: OpenStore, tokens: list[Token]) -> bool:
    """Whether one of those words says that something ended, and none of them names anything."""
    lexicon: dict[str, Any] = opened.names.meta("lexicon")
    said = [t for t in tokens if t.word not in closed.FUNCTION]

    def ending(token: Token) -> bool:
        entries = lexicon["relations"].get(token.stem, ())
        flags = (opened.schema.relations[r].get("flags", ()) for r, *_ in entries)
        return token.stem in lexicon["endings"] or any("ends" in of for of in flags)

    return any(ending(t) for t in said[-2:])
