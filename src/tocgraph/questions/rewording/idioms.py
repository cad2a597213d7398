"""Idioms of questions put in plainer words: "what is X for" as the purpose of X, "it is hard to" as "hard".

Verbs that add nothing to a noun which names a relation already ("the tasks that X performs") are left out.
"""

from __future__ import annotations

from itertools import pairwise

from tocgraph.lexicon import PREPOSITIONS
from tocgraph.questions.rewording.aims import aimed, unburdened
from tocgraph.questions.rewording.counsel import advised
from tocgraph.questions.rewording.purposes import what_purpose
from tocgraph.questions.words import closed, idle_words, question_words
from tocgraph.questions.words.said import SAYS
from tocgraph.questions.words.token import Token
from tocgraph.store import OpenStore
from tocgraph.text import AUXILIARIES, is_arabic, normalize, stem


def without_it(tokens: list[Token]) -> list[Token]:
    """The words without an "it" that only stands for the verb to come: "why is it hard to recover assets"."""
    for n, token in enumerate(tokens[:-3]):
        if token.word in ("it", "so") and n < 4:
            to = next((m for m in range(n + 2, min(len(tokens) - 1, n + 5)) if tokens[m].word in ("to", "that")), None)
            if to is not None and tokens[to - 1].word not in PREPOSITIONS:
                return [*tokens[:n], *tokens[n + 1 : to], *tokens[to + 1 :]]
    return tokens


_WHAT_IS_IT = frozenset(
    (asks, be, this)
    for asks in ("what", "who")
    for be in ("is", "are", "was")
    for this in ("it", "that", "this", "they")
) | {("what", "it"), ("ما", "هو"), ("ما", "هي"), ("من", "هو"), ("من", "هي"), ("ما", "هذا"), ("ما", "هذه")}
"""What stands behind a thing that is named first, to ask what it is."""


_OPENING = 4
"""Words within which a question asks for a definition; further on one is what it is about."""

_COMING = frozenset(stem(verb) for verb in ("come", "came", "stem", "arise", "originate", "derive", "emerge"))
"""Verbs that with "where" and "from" ask what gave rise to a thing, or where words about it stand."""

_COMING_AR = frozenset("ياتي تاتي جاء جاءت ينبع تنبع ينشا تنشا نشا نشات يتاتي تتاتي".split())

_FUNDED_AR = frozenset("يتمول تتمول يمول تمول".split())
_PURPOSES = frozenset("purpose purposes reason reasons end ends aim aims goal goals غرض غايه هدف مقصد سبب".split())

_BEGINNINGS: dict[tuple[str, ...], tuple[str, ...]] = {
    **{(every, that): ("what",) for every in ("everything", "anything", "things") for that in ("that", "which")},
    **{(*which, "things"): ("what",) for which in (("which",), ("what",), ("what", "are", "the"))},
    **{(*there, thing, that): ("what",) for there in (("is", "there"), ("are", "there")) for that in ("that", "which")
       for thing in ("anything", "something", "things")},
    **{("what", verb, *by): ("what", "results", "from") for verb in ("happens", "happened", "follows", "comes")
       for by in (("because", "of"), ("as", "a", "result", "of"), ("as", "result", "of"), ("due", "to"), ("from",),
                  ("as", "a", "consequence", "of"), ("when", "there", "is"), ("through",), ("of",))
       if (verb, by) != ("comes", ("from",))},
    ("هل", "هناك", "ما"): ("ما",), ("هل", "ثمه", "ما"): ("ما",), ("هل", "يوجد", "ما"): ("ما",),
    ("the", "things", "that"): ("what",), ("all", "things", "that"): ("what",), ("all", "that"): ("what",),
    ("علام",): ("علي", "ماذا"), ("الام",): ("الي", "ماذا"), ("عم",): ("عن", "ماذا"),
    ("فيم",): ("في", "ماذا"), ("عما",): ("عن", "ماذا"), ("بم",): ("ب", "ماذا"),
    ("من", "ذا", "الذي"): ("من",), ("من", "تري"): ("من",), ("من", "عساه"): ("من",),
    **{(sake, "ماذا"): ("لماذا",) for sake in ("بغيه", "بغرض", "لغرض", "بهدف", "بقصد", "ابتغاء")},
    **{(*sake, "ماذا"): ("لماذا",) for sake in (("في", "سبيل"), ("من", "وراء"), ("سعيا", "الي"))},
    ("ما", "وجه"): ("ما",), ("من", "اجل", "ماذا"): ("لماذا",), ("لاجل", "ماذا"): ("لماذا",), ("ل", "ماذا"): ("لماذا",),
    **{(*asks, "sources", that): ("which", "documents", that) for asks in (("which",), ("what",))
       for that in "that mention talk speak deal discuss cover refer name treat".split()},
    **{(what, sources, that): ("ما", "الوثايق", that) for what in ("ما", "اي") for that in ("التي",)
       for sources in ("المصادر", "مصادر", "المراجع")},
    **{(*reason, why): ("why",) for reason in (("what", "is", "the", "reason"), ("what", "was", "the", "reason"),
       ("the", "reason")) for why in ("why", "that", "the")},
}  # fmt: skip
"""Beginnings of questions by the plain words for them."""


def plainer(opened: OpenStore, tokens: list[Token]) -> list[Token]:
    """The words with an idiom at their beginning put plainly: "what should be done about" as "recommendations on"."""
    tokens = aimed(advised(what_purpose(tokens)))
    last = tuple(t.word for t in tokens[-3:])
    if len(tokens) > 3 and (last[-2:] in _WHAT_IS_IT or last in _WHAT_IS_IT):
        ends = 3 if last in _WHAT_IS_IT else 2
        return [Token(last[-ends], last[-ends], stem(last[-ends])), *tokens[:-ends]]
    tokens = _from_what(opened, _what_purpose(_whence(_works_of(tokens))))
    said = tuple(t.word for t in tokens[:6])
    for phrase, meant in (_BEGINNINGS | question_words.IDIOMS).items():
        if said[: len(phrase)] == phrase:
            return [*(Token(word, word, stem(word)) for word in meant), *tokens[len(phrase) :]]
    return tokens


def _whence(tokens: list[Token]) -> list[Token]:
    """The words with "where does X come from" as what it comes from; as they are in any other question."""
    last = tuple(t.word for t in tokens[-2:])
    if len(tokens) > 3 and tokens[0].word == "where" and last[-1] == "from" and stem(last[0]) in _COMING:
        return [Token("what", "what", stem("what")), *tokens[1:]]
    if len(tokens) > 3 and (tokens[0].word, tokens[1].word) == ("من", "اين") and tokens[2].word in _FUNDED_AR:
        return [*(Token(word, word, stem(word)) for word in ("ما", "مصادر", "تمويل")), *tokens[3:]]
    if len(tokens) > 3 and (tokens[0].word, tokens[1].word) == ("من", "اين") and tokens[2].word in _COMING_AR:
        return [*(Token(word, word, stem(word)) for word in ("ما", "مصدر")), *tokens[3:]]
    return tokens


def _from_what(opened: OpenStore, tokens: list[Token]) -> list[Token]:
    """The words with "بماذا" for "بم", and "مماذا" for "مم" and for "من أين" before a verb that takes "من"."""
    said = tuple(t.word for t in tokens[:2])
    if len(tokens) > 2 and said[0] in ("بم", "مم"):
        attached = "ب" if said[0] == "بم" else "م"
        return [Token(f"{attached}ماذا", "ماذا", stem("ماذا")), *tokens[1:]]
    relations = opened.names.meta("lexicon")["relations"]
    if len(tokens) > 3 and said == ("من", "اين") and f"{tokens[2].stem} من" in relations:
        return [Token("مماذا", "ماذا", stem("ماذا")), *tokens[2:]]
    return tokens


def _works_of(tokens: list[Token]) -> list[Token]:
    """The words with what somebody wrote, where only its subject is told: "who wrote about X" as documents about X."""
    if not tokens or tokens[0].word not in ("who", "which", "what", "مين", "من", "اي"):
        return tokens
    for n, (verb, about) in enumerate(pairwise(tokens)):
        english = verb.word in ("wrote", "written", "writes", "write") and about.word in ("about", "on")
        arabic = n == 1 and verb.word in ("كتب", "كتبوا", "كتبت") and about.word in ("عن", "حول")
        if 0 < n < 5 and (english or arabic) and tokens[n - 1].word not in ("been", "was", "were", "is", "are"):
            works = "documents" if english else "وثايق"
            return [*tokens[: n + 1], Token(works, works, stem(works)), *tokens[n + 1 :]]
    return tokens


def _what_purpose(tokens: list[Token]) -> list[Token]:
    """The words with "for what purpose was X founded", "لأي غرض أنشئ", as why it was; as they are otherwise."""
    said = [t.word for t in tokens[:3]]
    english = said[:1] and said[0] in ("for", "to", "with") and said[1:2] and said[1] in ("what", "which")
    if len(tokens) > 4 and english and said[2] in _PURPOSES and tokens[3].word in AUXILIARIES:
        return [Token("why", "why", stem("why")), *tokens[3:]]
    attached = len(tokens) > 2 and normalize(tokens[0].raw) in ("لاي", "لايه", "باي", "بايه")
    if attached and said[1] in _PURPOSES:
        return [Token("لماذا", "لماذا", stem("لماذا")), *tokens[2:]]
    return tokens


def dated(opened: OpenStore, tokens: list[Token]) -> list[Token]:
    """The words with the year of a work beside its author: "what did Mansoor find in 2017"; the work must be known."""
    said = [t.word for t in tokens[-3:]]
    if len(tokens) < 5 or said[1:2] != ["in"] or not (said[2].isdigit() and len(said[2]) == 4):
        return tokens
    author, verb, year = tokens[-4], tokens[-3], tokens[-1]
    known = verb.word in idle_words.ALSO_VERBS | SAYS and opened.names.holding({author.stem, year.stem}, (), 3, 1)
    return [*tokens[:-3], year._replace(comma=False), verb] if known else tokens


def of_whom(opened: OpenStore, tokens: list[Token]) -> list[Token]:
    """The words with "what is X the N of" for "whose N is X", "which Y is X an N of" for "of which Y is X an N"."""
    relations = opened.names.meta("lexicon")["relations"]
    said = [t.word for t in tokens]

    def owned(noun: list[Token], link: str) -> bool:
        entries = relations.get(" ".join((*(t.stem for t in noun), stem(link))), ())
        return any(bool(left) != bool(right) for _, left, right, _ in entries)

    if said[:1] == ["whose"]:
        be = next((n for n in range(2, min(5, len(said) - 1)) if said[n] in _BE), 0)
        if be and owned(tokens[1:be], "of"):
            begin = be + 1 + (said[be + 1] in _PROVIDED and said[be + 2 : be + 3] == ["by"]) * 2
            thing = [*tokens[begin:-1], tokens[-1]._replace(comma=False)]
            of = Token("of", "of", stem("of"))
            return [Token("what", "what", stem("what")), tokens[be], *thing, *tokens[1:be], of] if thing else tokens
    moved = len(said) > 4 and said[0] in ("of", "to", "for") and said[1] in ("which", "what")
    if moved and tokens[-1].det and any(word in _BE for word in said[2:6]) and owned(tokens[-1:], said[0]):
        return [*tokens[1:], tokens[0]]
    return tokens


_BE = frozenset("is are was were".split())
_PROVIDED = frozenset("provided supplied furnished run held filled played served ensured hosted".split())


def of_what(opened: OpenStore, tokens: list[Token]) -> list[Token]:
    """The words with an Arabic "what ... of harms" as "what harms ...": "ما الذي تسببه الجريمة من أضرار".

    Only where the last word is one for things of a type: otherwise `من` names where something is from.
    """
    if len(tokens) < 5 or tokens[-2].word != "من" or tokens[-1].definite:
        return tokens
    lexicon = opened.names.meta("lexicon")
    if tokens[-1].stem not in lexicon["types"]:
        return tokens
    if len(tokens) > 5 and tokens[0].word in PREPOSITIONS and tokens[1].word == "ماذا":
        tokens = tokens[1:]  # "إلى ماذا يؤدي ... من أضرار"
    if tokens[0].word not in ("ما", "ماذا"):
        return tokens
    begin = 2 if tokens[1].word in closed.RELATIVE else 1
    that = Token("التي", "التي", stem("التي"))
    return [tokens[0]._replace(word="ما", stem=stem("ما")), tokens[-1], that, *tokens[begin:-2]]


def compared(opened: OpenStore, tokens: list[Token]) -> list[Token]:
    """The words without "more" before what a verb makes of a thing: "what makes X more difficult"."""
    relations = opened.names.meta("lexicon")["relations"]

    def steps_up(n: int) -> bool:
        follows = tokens[n + 1].stem if n + 1 < len(tokens) else ""
        return tokens[n].word in ("more", "less", "so", "اكثر") and f"make {follows}" in relations

    return [t for n, t in enumerate(tokens) if not steps_up(n)]


def what_for(opened: OpenStore, tokens: list[Token]) -> list[Token]:
    """The words with "what is X for" as the purpose of X; as they are where a verb has that preposition."""
    if len(tokens) < 3 or tokens[-1].word != "for" or tokens[0].word not in ("what", "whats"):
        return tokens
    before = tokens[-2]
    if before.word in ("stand", "stands", "short"):
        return [t for t in tokens[:-2] if t.word not in ("do", "does", "did")]  # what an abbreviation means
    relations = opened.names.meta("lexicon")["relations"]
    endings = (" ".join(t.stem for t in tokens[-n:]) for n in range(2, 6))  # "a transit country for"
    if any(ending in relations for ending in endings) or before.word in closed.FUNCTION:
        return tokens
    purpose = Token("purpose", "purpose", stem("purpose"))
    return [tokens[0], purpose, Token("of", "of", "of"), *tokens[1:-1]]


_PARTICLES = frozenset("up out off over down back away forth".split())


def lightened(opened: OpenStore, tokens: list[Token]) -> list[Token]:
    """The words without a verb that only repeats what a noun before it says: "the tasks that X performs"."""
    tokens = unburdened(opened, tokens)
    relations = opened.names.meta("lexicon")["relations"]
    light = {stem(word) for word in idle_words.LIGHT}

    def names(token: Token) -> list[Token] | None:
        """The words to add to a noun that names a relation: "tasks" is "tasks of"; None for any other word."""
        for more in ((Token("of", "of", "of"),), ()) if not is_arabic(token.word) else ((),):
            key = " ".join((token.stem, *(t.stem for t in more)))
            if any(bool(left) != bool(right) for _, left, right, _ in relations.get(key, ())):
                return list(more)
        return None

    if len(tokens) > 2 and tokens[0].word == "what" and tokens[-1].word == "about" and not tokens[1].apart_by:
        return tokens[:-1]  # "what is FRONTEX about"
    types = opened.names.meta("lexicon")["types"]
    named = next((n for n, t in enumerate(tokens[:_OPENING]) if t.word in question_words.DEFINITIONS), -1)
    if named >= 0 and len(tokens) > 1:
        # "the articles with the definition of X" ask for more than what X is
        asks_more = any(t.stem in types for t in tokens[:named])
        kept = [t for n, t in enumerate(tokens) if n >= _OPENING or t.word not in question_words.DEFINITIONS]
        return tokens if asks_more else kept
    nominal = next((n for n, t in enumerate(tokens) if names(t) is not None), None)
    if nominal is None:
        return tokens
    at = next((n for n in range(nominal + 1, len(tokens)) if tokens[n].stem in light), None)
    if at is None or _with_object(tokens, at):
        return tokens
    phrase = relations.get(" ".join(t.stem for t in tokens[at : at + 2]), ())
    if tokens[at + 1 : at + 2] and tokens[at + 1].word in _PARTICLES and phrase:
        return tokens  # "the treaty that set up the body" says how the two are linked
    dated = tokens[at + 2 : at + 3] != [] and tokens[at + 2].word.isdigit()  # "how many did X have in 1923"
    kept = [t for n, t in enumerate(tokens) if n != at and not (n == at + 1 and t.word in PREPOSITIONS and not dated)]
    kept = [t for n, t in enumerate(kept) if not (n > nominal and t.word in closed.RELATIVE | AUXILIARIES)]
    more = names(kept[nominal]) or []
    if kept[nominal + 1 : nominal + 2] == more:
        return kept
    return [*kept[: nominal + 1], *more, *kept[nominal + 1 :]]


def _with_object(tokens: list[Token], at: int) -> bool:
    """Whether an English verb has an object of its own behind it: "countries in which the UN has a mission"."""
    behind = next((t for t in tokens[at + 1 :] if t.word not in AUXILIARIES), None)
    plain = behind is None or tokens[at].comma or behind.word in closed.SMALL or is_arabic(tokens[at].word)
    return not plain and not tokens[at].word.endswith("ed")


def what_done(tokens: list[Token]) -> list[Token]:
    """The words with "what does X do" as the functions of X; as they are in any other question."""
    if (
        len(tokens) > 3
        and tokens[0].word in ("what", "whats")
        and tokens[-1].word == "do"
        and tokens[1].word in AUXILIARIES
    ):
        of = [Token(word, word, stem(word)) for word in ("functions", "of")]
        return [tokens[0], *of, *tokens[2:-1]]
    return tokens
