"""The closed-class words of a question as spans: what asks, joins, denies, ranks and limits; numbered articles."""

from __future__ import annotations

import re

from tocgraph.lexicon import PREPOSITIONS
from tocgraph.questions.elements import Element, Span
from tocgraph.questions.linking.numbered import ordinals
from tocgraph.questions.rewording.ended import OVER
from tocgraph.questions.words import closed, idle_words, question_words
from tocgraph.questions.words.token import Token
from tocgraph.text import is_arabic

_ROMAN = re.compile("(?=[ivx])(x{0,3})(ix|iv|v?i{0,3})")


def articles(tokens: list[Token]) -> list[Span]:
    """Numbered articles: "article 35", "Art. 16(3)", "المادة السادسة عشرة"."""
    spans = []
    for i, token in enumerate(tokens[:-1]):
        if token.word not in closed.ARTICLE:
            continue
        number, end = tokens[i + 1].word, i + 2
        remark = ""
        if _ROMAN.fullmatch(number):
            number = number.upper()
        elif number in ("no", "number", "رقم") and i + 2 < len(tokens) and tokens[i + 2].word.isdigit():
            number, end = tokens[i + 2].word, i + 3
        elif number[:1].isdigit() and len(number) < 4:
            while end < len(tokens) and "(" in tokens[i + 1].raw and tokens[end].raw == tokens[i + 1].raw:
                end += 1
            if end > i + 2:
                remark = f"{tokens[i + 1].raw}: paragraphs are not recorded apart from their article"
        elif not number.isdigit():
            spelt, end = _ordinal(tokens, i + 1)
            number = str(spelt) if spelt else ""
        else:
            continue  # "which article of the 1988 convention"
        if number:
            text = " ".join(t.raw for t in tokens[i : i + 2])
            spans.append(Span(i, end, 10 * (end - i) + 5, Element("article", text, number=number, remark=remark)))
    return spans


def _ordinal(tokens: list[Token], at: int) -> tuple[int, int]:
    """The number that Arabic ordinals from there on spell, and where they end; 0 without one."""
    if at >= len(tokens) or tokens[at].word not in closed.ORDINALS:
        return 0, at
    number, at = closed.ORDINALS[tokens[at].word], at + 1
    if number <= 10 and at < len(tokens):
        if tokens[at].word in closed.TEEN:
            return number + 10, at + 1
        tens = closed.ORDINALS.get(tokens[at].word.removeprefix("و"), 0)
        if tens >= 20 and tokens[at].word.startswith("و"):
            return number + tens, at + 1
    return number, at


_ASKING = closed.by_first(question_words.WH_PHRASES)
_EXCEPT = closed.by_first(closed.EXCEPT_PHRASES)
_RANKS = closed.by_first(closed.RANKS)
_LIMITS = closed.by_first(closed.LIMITS)


def markers(tokens: list[Token]) -> list[Span]:
    """Every stretch of closed-class words with what it does in the question."""
    spans = []
    said = [t.word for t in tokens]
    for i, token in enumerate(tokens):
        for phrase in _ASKING.get(token.word, ()):
            if tuple(said[i : i + len(phrase)]) == phrase:
                asks = question_words.WH_PHRASES[phrase]
                of_time = asks in ("when", "until", "how-long")
                long = (of_time and len(phrase) > 1) or (phrase[0] == "where" and len(phrase) == 3)
                weight = (12 if long else 7 if len(phrase) == 3 else 5) * len(phrase)
                element = Element("wh", " ".join(t.raw for t in tokens[i : i + len(phrase)]), sign=asks)
                spans.append(Span(i, i + len(phrase), weight, element))
                if phrase[0] == "where" and asks == "what":  # in which text, or what it is that is looked for
                    spans.append(Span(i, i + len(phrase), weight + 1, element._replace(sign="where")))
        if i == 0 and token.word in question_words.WHO_AT_START:
            spans.append(Span(i, i + 1, 4, Element("wh", token.raw, sign="who")))
        for phrase in _EXCEPT.get(token.word, ()):
            if tuple(said[i : i + len(phrase)]) == phrase:
                weight = 5 if len(phrase) == 1 else 9 * len(phrase)  # "leaving out" leaves nothing
                spans.append(Span(i, i + len(phrase), weight, Element("except", token.raw)))
        for phrase in _RANKS.get(token.word, ()):
            if tuple(said[i : i + len(phrase)]) == phrase:
                spans += _ranked(tokens, i, len(phrase), closed.RANKS[phrase])
        for phrase in _LIMITS.get(token.word, ()):
            end, sign = i + len(phrase), closed.LIMITS[phrase]
            if tuple(said[i:end]) == phrase and end < len(tokens) and _number(tokens[end]) and not tokens[end].det:
                element = Element("limit", " ".join(said[i : end + 1]), number=str(_number(tokens[end])), sign=sign)
                spans.append(Span(i, end + 1, 8 * (len(phrase) + 1), element))
        nth = nth_to_do(tokens, i)
        spans += [nth] if nth else []
        if token.word == OVER:
            spans.append(Span(i, i + 1, 12, Element("over", token.raw)))
        if token.word in closed.NOT:
            length = 2 if i + 1 < len(tokens) and tokens[i + 1].word == "yet" else 1
            spans.append(Span(i, i + length, 6 * length, Element("not", token.raw)))
        if token.word in closed.AS and 0 < i < len(tokens) - 1:
            spans.append(Span(i, i + 1, 3, Element("as", token.raw)))
        if token.word == "same" and i:
            spans.append(Span(i, i + 1, 12, Element("same", token.raw)))
        if token.word in closed.EXISTING and i and i == len(tokens) - 1:
            spans.append(Span(i, i + 1, 12, Element("exists", token.raw)))
        if token.word in closed.IT and i > 0:
            spans.append(Span(i, i + 1, 3, Element("it", token.raw)))
        if token.word == "where" and i and (i > 1 or said[0] not in PREPOSITIONS | closed.FUNCTION):
            spans.append(Span(i, i + 1, 6, Element("that", token.raw, sign="where")))
        if token.word == "whose" and i > 0:
            spans.append(Span(i, i + 1, 6, Element("whose", token.raw)))
        if token.word in closed.RELATIVE and i > 0:
            sign = "by" if token.word == "whereby" else ""
            spans.append(Span(i, i + 1, 5, Element("that", token.raw, sign=sign)))
        if token.word in closed.AND and (token.word not in closed.NOT or closed.NOT.intersection(said[:i])):
            spans.append(Span(i, i + 1, 3, Element("and", token.raw, sign="nor" if token.word in closed.NOR else "")))
        elif token.word in closed.OR:
            spans.append(Span(i, i + 1, 3, Element("or", token.raw)))
        elif token.word in idle_words.ALSO_VERBS and i > 3 and said[i - 1] == "to":
            continue  # "difficult to define" is more than difficult
        elif token.word in idle_words.ALSO_VERBS and _main_verb(tokens, i):
            continue  # "which bodies did Egypt help" asks for more than the bodies of Egypt
        elif token.word == "where" and i > 1:
            continue  # a clause on a place is never passed over
        elif token.word in closed.FUNCTION or token.word in PREPOSITIONS or (token.pronoun and token.bare):
            spans.append(Span(i, i + 1, 2, Element("word", token.raw)))
    return spans


def _main_verb(tokens: list[Token], at: int) -> bool:
    """Whether the word is what somebody named does: "did Egypt find", and not "do you know"."""
    if tokens[at].definite and tokens[at].word.endswith("ed"):
        return True  # "the listed groups" are some of the groups
    if at > 1 and tokens[at - 1].word in closed.RELATIVE and at + 1 < len(tokens):
        return True  # "missions that help UNCAC" are not just those of UNCAC
    helped = next((n for n in range(1, at) if tokens[n].apart_by in ("do", "does", "did")), at)
    return any(t.word not in closed.FUNCTION | closed.PRONOUNS | PREPOSITIONS for t in tokens[helped:at])


def _number(token: Token) -> int:
    return int(token.word) if token.word.isdigit() and len(token.word) < 6 else closed.NUMBERS.get(token.word, 0)


def _ranked(tokens: list[Token], at: int, length: int, how: str) -> list[Span]:
    """A superlative with the number of things beside it: "three largest", "first 5"."""
    end = at + length
    text = " ".join(t.raw for t in tokens[at:end])
    spans = [Span(at, end, 9 * length, Element("rank", text, sign=how, number="1"))]
    place = placed_at(tokens, at - 1) if at else 0
    if place > 1:  # "the second oldest"
        told = f"{tokens[at - 1].raw} {text}"
        spans.append(Span(at - 1, end, 9 * length + 9, Element("rank", told, sign=how, number=str(place), nth=True)))
    if end < len(tokens) and _dual(tokens[end]):  # "أول دولتين"
        spans.append(Span(at, end, 9 * length + 1, Element("rank", text, sign=how, number="2")))
    if end < len(tokens) and _number(tokens[end]):
        element = Element("rank", text, sign=how, number=str(_number(tokens[end])))
        spans.append(Span(at, end + 1, 9 * length + 9, element))
    if at and _number(tokens[at - 1]):
        element = Element("rank", text, sign=how, number=str(_number(tokens[at - 1])))
        spans.append(Span(at - 1, end, 9 * length + 9, element))
    return spans


def _dual(token: Token) -> bool:
    """Whether an Arabic noun behind a superlative is of two things."""
    return is_arabic(token.word) and not token.definite and token.word.endswith(("تين", "تان")) and len(token.word) > 5


def placed_at(tokens: list[Token], at: int) -> int:
    """The one number in an order that a word by itself is; 0 for any other word."""
    said = ordinals([tokens[at].word])
    return said.pop() if len(said) == 1 and not tokens[at].word.startswith("ال") else 0


def nth_to_do(tokens: list[Token], at: int) -> Span | None:
    """The place in an order of what did something: "the second (state) to ratify", "ثاني دولة صادقت"."""
    number = placed_at(tokens, at) if at + 2 < len(tokens) else 0
    follows = [t.word for t in tokens[at + 1 : at + 4]]
    does = is_arabic(tokens[at].word) and not tokens[at + 1].definite if number else False
    if number < 2 or not (does or "to" in follows[:2]):
        return None
    return Span(at, at + 1, 8, Element("rank", tokens[at].raw, sign="first", number=str(number), nth=True))


def superlative(tokens: list[Token], span: Span) -> bool:
    """Whether a superlative was taken for a verb of the same letters: "أحدث" is the newest, "the last" did not last."""
    first = tokens[span.start]
    if first.word == "last" and span.end == span.start + 1 == len(tokens) > 3:  # "which mission was closed last"
        return not {"how", "when", "until", "did", "does", "not"}.intersection(t.word for t in tokens)
    ranked = (first.word,) in closed.RANKS and (is_arabic(first.word) or first.definite)
    return ranked and span.element.kind == "relation" and span.end == span.start + 1
