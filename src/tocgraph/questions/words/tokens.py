"""A question in words: cleaned, split, and with the tails of split phrases brought to their heads."""

from __future__ import annotations

import re
from collections import ChainMap
from collections.abc import Mapping
from itertools import pairwise
from typing import Any

from tocgraph.dates import parse_date
from tocgraph.lexicon import PASSIVE, PREPOSITIONS
from tocgraph.questions.words import closed, idle_words, question_words
from tocgraph.questions.words.arabic import held, parted
from tocgraph.questions.words.shared import marked, unshared
from tocgraph.questions.words.token import Token
from tocgraph.store import OpenStore
from tocgraph.text import AUXILIARIES, is_arabic, stem, words

_DOTTED = re.compile(r"(?:[A-Z]\.)+[A-Z]")
_ACRONYMS = re.compile("[A-Z]{2,}s")
"""Acronyms in the plural: "NGOs"."""
_FINITE = frozenset("is are was were do does did has have had will would can could should may might must".split())
_DOING = frozenset("do does did has have had will would can could should may might must".split())
_LINKING = frozenset("have has had mean means meant signify".split())
_DETERMINERS = {"a": "a", "an": "a", "another": "a", "the": "the", "both": "both"}
_ARTICLES = ("ال", "وال", "بال", "لل")


def tokens_of(opened: OpenStore, question: str) -> list[Token]:
    """The words of a question in order, Arabic ones without the prepositions attached to them."""
    tokens: list[Token] = []
    for raw in question.replace("’", "'").split():
        bare = raw.strip(".,;:!?؟،()[]\"'")
        marked(raw, tokens)
        if re.fullmatch(r"\d{4}-\d{2}(-\d{2})?", bare) and _is_date(bare):
            tokens.append(Token(bare, bare, bare))  # a date is one word
            continue
        if _DOTTED.fullmatch(bare) and opened.names.matches([stem(bare.replace(".", "").casefold())]):
            raw = bare.replace(".", "")  # U.N.O.D.C., but not the initials of a person
        if _ACRONYMS.fullmatch(bare):
            raw = raw.replace(bare, bare[:-1])
        for word in words(raw):
            joined = word.startswith("و") and word[1:].isdigit()  # "عامي 2000 و2005"
            if joined:
                word = word[1:]
            word = closed.DIALECT.get(word, word)
            article = word.startswith(_ARTICLES) and not bare.startswith(("أ", "إ", "آ"))  # but "ألفها"
            definite = article or (bool(tokens) and tokens[-1].word in ("the", "this"))
            tokens.append(Token(bare, word, stem(word), joined or word.startswith("وال"), definite))
        if tokens and raw.endswith((",", "،", ";", "؛", "/", ":", "?", "؟", "...", "…")):
            tokens[-1] = tokens[-1]._replace(comma=True)
    return unshared(opened, parted(opened, tokens))


def _is_date(text: str) -> bool:
    try:
        return bool(parse_date(text))
    except ValueError:
        return False


def _asking() -> frozenset[str]:
    """The words that ask by themselves."""
    return frozenset(phrase[0] for phrase in question_words.WH_PHRASES if len(phrase) == 1)


def plainly(tokens: list[Token]) -> list[Token]:
    """The words without the polite phrases before the question."""
    start = 0
    if len(tokens) > 2 and tokens[0].word in ("and", "but", "so", "then"):
        tokens = tokens[1:]  # "And the latest state to join?"
    tokens = _without(tokens)
    for phrase, plain in closed.COMPOUND.items():
        size = len(phrase)
        if tuple(t.word for t in tokens[:size]) == phrase and len(tokens) > size + 1 and tokens[size].word in _asking():
            tokens = [Token(plain, plain, stem(plain)), *tokens[size:]]
    while start < len(tokens):
        said = [t.word for t in tokens[start:]]
        polite = next((p for p in idle_words.POLITE if tuple(said[: len(p)]) == p), None)
        begun = (tuple(said[:n]) for n in (6, 5, 4, 3, 2))
        polite = polite or next((phrase for phrase in begun if phrase in question_words.OPENINGS), None)
        if polite:
            start += len(polite)
        elif said[0] in idle_words.COURTESY and tokens[start].raw[1:2] != "-" and not _asks(tokens[start : start + 2]):
            start += 1  # but "to whom", "I-24/7"
        else:
            break
    return tokens[start:] or tokens


def _asks(tokens: list[Token]) -> bool:
    return len(tokens) == 2 and tokens[0].word == "to" and tokens[1].word in ("which", "what", "whom", "whose")


def _without(tokens: list[Token]) -> list[Token]:
    """The words without "and others", "so far" and the like."""
    tokens = _yes_or_no(tokens)
    idle = {
        n
        for n, (t, after) in enumerate(pairwise(tokens))
        if t.word in idle_words.SOMETHING and after.word in closed.RELATIVE
    }
    tokens = [t for n, t in enumerate(tokens) if n not in idle]
    said = [t.word for t in tokens]
    lasting = bool(said) and said[-1] in closed.EXISTING and said[0] not in question_words.YES_NO  # see `in_being`
    for phrase in (*idle_words.AND_OTHERS, *idle_words.IDLE, *(() if lasting else closed.STILL)):
        for i in range(len(said) - len(phrase) + 1):
            if tuple(said[i : i + len(phrase)]) == phrase:
                return [*tokens[:i], *tokens[i + len(phrase) :]]
    return tokens


def _yes_or_no(tokens: list[Token]) -> list[Token]:
    """The words with one plain word for yes-or-no at the beginning: "أليست", "هل صحيح أن", "أتجرم"."""
    if not tokens:
        return tokens
    first = tokens[0]
    if first.word in question_words.NOT_SO:
        tokens = [first._replace(word="هل", stem="هل"), *tokens[1:]]
    if tokens[0].word not in question_words.YES_NO:
        return tokens
    said = [t.word for t in tokens[1:7]]
    added = next((p for p in question_words.IS_IT_SO if tuple(said[: len(p)]) == p), ())
    return [tokens[0], *tokens[1 + len(added) :]]


def verb_first(opened: OpenStore, tokens: list[Token]) -> list[Token]:
    """The words with an Arabic preposition brought to its verb: "انضمت مصر إلى الاتفاقية"."""
    lexicon = opened.names.meta("lexicon")
    relations = ChainMap(lexicon["endings"], lexicon["relations"])
    for i, token in enumerate(tokens):
        if not is_arabic(token.word) or token.word in closed.SMALL:
            continue
        for j in range(i + 2, min(len(tokens), i + 13)):
            if tokens[j - 1].word in closed.RELATIVE:
                break  # what stands behind belongs to another verb
            if _governed(tokens[j - 1], tokens[j], relations):
                continue  # "البعثات ... تعمل في": the verb right before it takes it
            inside = j + 1 < len(tokens) or tokens[j].pronoun or bool(held(tokens[j].word))
            governed = _governed(token, tokens[j], relations) if inside else ""
            if governed:
                moved = tokens[j] if tokens[j].bare else tokens[j]._replace(stem=governed, pronoun=j + 1 == len(tokens))
                return [*tokens[: i + 1], moved, *tokens[i + 1 : j], *tokens[j + 1 :]]
    return tokens


def _governed(verb: Token, token: Token, relations: Mapping[str, Any]) -> str:
    """The stem of that preposition, or of that word with one attached ("كلفت ... بمكافحتها"), if the verb takes it."""
    if token.word in PREPOSITIONS or (token.bare and token.pronoun):
        ways = [token.bare or token.stem]
    elif token.raw[:1] in ("ب", "ل"):
        bases = (token.word, *held(token.word))
        ways = [stem(base if base.startswith(token.raw[0]) else f"{token.raw[0]}{base}") for base in bases]
    elif not token.definite and not token.raw.endswith("ة"):  # "حلت ... محلها"
        ways = [stem(base) for base in held(token.word)]
    else:
        return ""
    return next((way for way in ways if f"{verb.stem} {way}" in relations), "")


def related(tokens: list[Token]) -> list[Token]:
    """The words without a preposition before a relative: "treaties for which X is depositary"."""
    tokens = _whereby(tokens)
    return [
        t
        for n, t in enumerate(tokens)
        if not (
            0 < n < len(tokens) - 1
            and t.word in PREPOSITIONS - PASSIVE
            and tokens[n + 1].word in ("which", "whom", "whose")
            and tokens[n - 1].word not in PREPOSITIONS
        )
    ]


def _whereby(tokens: list[Token]) -> list[Token]:
    """The words with "by which" behind a noun as one: "the bodies by which it was set up"."""
    for n in range(1, len(tokens) - 2):
        relative = tokens[n].word in PASSIVE and tokens[n + 1].word in ("which", "whom")
        if relative and tokens[n - 1].word not in AUXILIARIES | closed.FUNCTION:
            word = tokens[n + 1]._replace(raw="by which", word="whereby", stem="whereby")
            behind = tokens[n + 2 :]
            if behind[0].word not in _FINITE and _finite(behind):
                return [*tokens[:n], word, *behind]
    return tokens


def _finite(tokens: list[Token]) -> bool:
    return any(t.word in _FINITE for t in tokens)


def topic_last(tokens: list[Token]) -> list[Token]:
    """The words with what stands before the question word behind it: "UNCAC: how many states ratified"."""
    among = next((n for n, t in enumerate(tokens[:8]) if n and tokens[n - 1].comma and t.word == "which"), 0)
    if among and tokens[0].word in ("of", "among", "amongst", "from", "out"):
        # "of all EU missions, which one started last": which EU mission started last
        first = next(n for n, t in enumerate(tokens) if t.word not in PREPOSITIONS | {"out"})
        after = among + 1 + (tokens[among + 1 : among + 2] != [] and tokens[among + 1].word in ("one", "ones"))
        return [tokens[among], *tokens[first:among], *tokens[after:]]
    if len(tokens) > 2 and tokens[-2].word in ("which", "what", "اي", "ايه") and no_sentence(tokens[:-2]):
        return [*tokens[-2:-1], tokens[-1]._replace(comma=False), *tokens[:-2]]  # "silver notice which crimes"
    asking = {phrase[0] for phrase in question_words.WH_PHRASES} - closed.RELATIVE - PREPOSITIONS
    asking -= question_words.OFTEN_WITHIN
    apart = _asking() | asking
    at = next((n for n, t in enumerate(tokens) if n and tokens[n - 1].comma and t.word in apart), 0)
    at = at or next((n for n, t in enumerate(tokens) if t.word in asking), 0)
    if at > 1 and tokens[at].word == "ماذا" and tokens[at - 1].word in PREPOSITIONS:
        at -= 1  # "المادة 5: على ماذا تنص"
    if not at:
        return tokens
    # "the 1267 regime: which resolution founded it"
    meant = next((n for n in range(at, len(tokens)) if tokens[n].word in closed.TOPIC), None)
    if meant is not None:
        return [*tokens[at:meant], *tokens[:at], *tokens[meant + 1 :]]
    return [*tokens[at:-1], tokens[-1]._replace(comma=False), *tokens[:at]]


def fronted(tokens: list[Token]) -> list[list[Token]]:
    """The words as they stand; with a preposition before the question word also without it, and with it at the end.

    "in which cities do missions operate": the preposition belongs to the verb, or relates the whole clause.
    """
    first = next((n for n, t in enumerate(tokens[:4]) if t.word in _FRONTED - PASSIVE), None)
    asks = {phrase[0] for phrase in question_words.WH_PHRASES if len(phrase) == 1} - {"how", "كيف", "من"}
    if first is None or first + 1 >= len(tokens) or tokens[first + 1].word not in asks:
        return [tokens]
    if first and any(t.word not in AUXILIARIES | closed.FUNCTION for t in tokens[:first]):
        return [tokens]
    rest = [*tokens[:first], *tokens[first + 1 :]]
    return [tokens, rest, [*rest, tokens[first]]]


_FRONTED = PREPOSITIONS | {"امام", "دون"}
"""What may stand before the question word instead of behind its verb: "أمام ماذا تقف"."""


def _bare(tokens: list[Token]) -> list[Token]:
    """The words without auxiliaries; what stands behind one that is a verb tells so."""
    found: list[Token] = []
    parted = every = False
    by = det = ""
    asked = bool(tokens) and tokens[0].word in question_words.YES_NO
    owning = any(t.word in _LINKING for t in tokens[-1:])  # "which bodies does INTERPOL have", "what does X mean"
    for token in tokens:
        if (token.word in AUXILIARIES or token.word == "both" or (asked and token.word == "another")) and not (
            token.raw.isupper() and len(token.raw) > 1
        ):
            parted |= token.word in _FINITE
            by = token.word if token.word in _DOING and not owning else by
            every |= token.word in closed.EVERY
            det = _DETERMINERS.get(token.word, "") if det != "both" else det
            continue
        token = token._replace(every=every, det=det)
        found.append(token._replace(parted=True, apart_by=by) if parted and found else token)
        parted, by, every, det = False, "", False, ""
    return found


def bring_together(opened: OpenStore, tokens: list[Token]) -> list[list[Token]]:
    """The words without auxiliaries; first with the tail of a split phrase ("come ... into force") at its head."""
    tokens = _bare(tokens)
    if len(tokens) > 2 and tokens[0].word in PASSIVE:
        tokens = [*tokens[1:], tokens[0]]  # "by which bodies is X implemented": the preposition belongs to the verb
    stems = [t.stem for t in tokens]
    said = {*stems, ""}
    for before, after in opened.names.meta("lexicon")["split"]:
        if before.partition(" ")[0] not in said:
            continue
        head, tail = before.split(), after.split()
        for i in range(len(stems) - len(head) - len(tail)):
            if stems[i : i + len(head)] != head or stems[i + len(head) : i + len(head) + len(tail)] == tail:
                continue
            for j in range(i + len(head) + 1, len(stems) - len(tail) + 1):
                if tail and stems[j : j + len(tail)] == tail:
                    middle = tokens[i + len(head) : j]
                    end = j + len(tail)
                    together = [*tokens[: i + len(head)], *tokens[j:end], *middle, *tokens[end:]]
                    return [together, tokens]
    return [tokens]


_SENTENCE = (
    (AUXILIARIES | PASSIVE | closed.PRONOUNS | closed.NEGATION | question_words.YES_NO | closed.AND | closed.OR)
    | (closed.RELATIVE | closed.IT)
    | {phrase[0] for phrase, sign in question_words.WH_PHRASES.items() if sign not in ("when", "count")}
    | {"when", "how", "متي", "كم"}
) - {"this", "these", "those"}


def no_sentence(tokens: list[Token]) -> bool:
    """Whether the words are but keywords: none of them asks for a thing, denies, joins or helps a verb."""
    edges = {tokens[0].word, tokens[-1].word} if tokens else set()
    return not any(t.word in _SENTENCE or t.comma for t in tokens) and not edges & PREPOSITIONS


def terse(tokens: list[Token]) -> bool:
    """Whether the words are keywords with at most "and", "or" and "not" among them: "arab states not party untoc"."""
    said = [t for t in tokens if t.word not in closed.NOT | closed.AND | closed.OR]
    return no_sentence(said) and not any(t.word in AUXILIARIES | PREPOSITIONS | closed.RELATIVE for t in tokens)
