"""Arabic turns of a question put plainly: orders to list, "أي من", "سبق أن", "هل من", "أودع وثيقة تصديقه".

What is left asks the same in the words that the rest of the reader goes by.
"""

from __future__ import annotations

from itertools import pairwise

from tocgraph.lexicon import PREPOSITIONS
from tocgraph.questions.reading import SUBJECT
from tocgraph.questions.words import closed
from tocgraph.questions.words.closed import SMALL
from tocgraph.questions.words.token import Token
from tocgraph.roots import root
from tocgraph.store import OpenStore
from tocgraph.text import is_arabic, normalize, stem

_ORDERS = frozenset(
    "سم سمي سموا سمو عددي عددوا اذكر اذكري اذكروا اسرد اسردي اسردوا احص احصر احصروا استعرض استعرضي اورد اوردي اوردوا "
    "بين بيني بينوا حدد حددي حددوا دون دونوا هات هاتوا هاتي اكتب اكتبي اعرض اعرضي ضع اجرد اعط اعطنا اعطني ناولني "
    "قدم قدمي اخبرنا ارنا ارني اطلعنا وافني وافنا زودنا زودني".split()
)
"""Orders to name things."""
_TO_ME = frozenset({"لي", "لنا", "الي", "الينا"})
_THINGS = frozenset("اسماء اسم قايمه لايحه كل جميع كافه سائر ساير".split())
"""What orders are often followed by, and what says no more than "the"."""
_LISTS = frozenset("اسماء قايمه لايحه".split())
_LISTING = frozenset("list enumerate name itemize itemise".split())
_SHADDA = "\u0651"
_IS_THERE = frozenset("هناك هنالك ثمه يوجد توجد".split())
_ANY = frozenset("اي ايه ايا احد احدي بعض".split())
"""Behind the word that asks for yes or no these ask whether there are any: "هل أي من دول الخليج"."""
_BEHIND_YET = frozenset("الي علي في".split())
_NOT_YET = frozenset("لم لما ما".split())
_BELONGING = frozenset(map(stem, "اطراف اعضاء موقعون موقعين منضمون منضمين".split()))
_FIRST_OR_LAST = frozenset("اولا اخيرا اخرا مؤخرا".split())
_SO_FAR = frozenset("سبق".split())


def plain_turns(opened: OpenStore, tokens: list[Token]) -> list[Token]:
    """The words without such turns; English ones as they are."""
    if not tokens or not any(is_arabic(t.word) for t in tokens):
        return tokens
    tokens = _ranked_last(_who_of(opened, _of_its_kind(_which_of(_asking_first(opened, _kind_whole(opened, tokens))))))
    tokens = _not_yet(_among(_is_there(_each_of(opened, tokens))))
    return _of_two(opened, _arabs(opened, _concerned(_ever(tokens))))


def lists(question: str) -> bool:
    """Whether a question orders a list, so that what is known of one thing is no answer."""
    first = question.split()[0] if question.split() else ""
    word = normalize(first).strip(",:،")
    return word in _LISTING or word in _ORDERS or (word == "عدد" and _SHADDA in first)


def unordered(tokens: list[Token]) -> list[Token]:
    """The words without an order to list: "عدِّد", "سمِّ لنا". Without its signs "عدد" is a number."""
    return _ordered(tokens) if tokens and any(is_arabic(t.word) for t in tokens) else tokens


def _ordered(tokens: list[Token]) -> list[Token]:
    start = 0
    named = 1 + (len(tokens) > 2 and tokens[1].word in ("هي", "هو", "هم"))
    if tokens[0].word == "ما" and len(tokens) > named + 1 and tokens[named].word in _LISTS - {"اسم"}:
        return [tokens[0], *tokens[named + 1 :]]  # "ما أسماء البعثات في هايتي"
    if tokens[0].word == "عدد":
        ordered = _SHADDA in tokens[0].raw or (len(tokens) > 1 and tokens[1].word in _TO_ME)
        start = 1 if ordered else 0
    elif tokens[0].word in _ORDERS and not (tokens[0].word == "بين" and _SHADDA not in tokens[0].raw):
        start = 1
    if not start and tokens[0].word not in _LISTS:
        return tokens
    if start and len(tokens) > start + 1 and tokens[start].word in _TO_ME:
        start += 1
    while len(tokens) > start + 1 and tokens[start].word in _THINGS:
        start += 1
    return tokens[start:] or tokens


def _which_of(tokens: list[Token]) -> list[Token]:
    """The words without "of" behind "which": "أي من نشرات الإنتربول", "من من الدول"."""
    at = next((n for n, t in enumerate(tokens[:3]) if t.word in ("اي", "ايه", "ايا")), None)
    if at is None and len(tokens) > 2 and tokens[0].word == tokens[1].word == "من":
        return [tokens[0]._replace(word="اي", stem=stem("اي")), *tokens[2:]]
    if at is not None and at + 2 < len(tokens) and tokens[at + 1].word in ("من", "مما"):
        return [*tokens[:at], tokens[at]._replace(word="اي", stem=stem("اي")), *tokens[at + 2 :]]
    return tokens


def _kind_whole(opened: OpenStore, tokens: list[Token]) -> list[Token]:
    """The words with a verb behind the kind that it stands within: "آخر مؤتمر عقد لمنع الجريمة"."""
    lexicon = opened.names.meta("lexicon")
    for n in range(1, len(tokens) - 2):
        kind, verb = tokens[n : n + 2]
        takes = _has_object(opened, kind, verb)  # "بعثات تابعة للاتحاد الأوروبي"
        apart = kind.stem in lexicon["types"] and verb.stem in lexicon["verbs"] and not takes
        if apart and tokens[n + 2].raw.startswith("ل"):
            for end in range(min(len(tokens), n + 6), n + 3, -1):
                if " ".join((kind.stem, *(t.stem for t in tokens[n + 2 : end]))) in lexicon["types"]:
                    last = verb._replace(comma=tokens[end - 1].comma)
                    whole = [*tokens[n + 2 : end - 1], tokens[end - 1]._replace(comma=False)]
                    return [*tokens[: n + 1], *whole, last, *tokens[end:]]
    return tokens


def _has_object(opened: OpenStore, kind: Token, verb: Token) -> bool:
    """Whether a verb by itself says what things of the kind before it are to another thing."""
    lexicon, schema = opened.names.meta("lexicon"), opened.schema
    kinds = {a for t in lexicon["types"].get(kind.stem, ()) for a in schema.ancestors(t)}
    plain = [(r, left) for r, left, right, gap in lexicon["relations"].get(verb.stem, ()) if left and right and not gap]
    linking = [(schema.relations[r], left) for r, left in plain if "value" not in schema.relations[r]]
    return any(kinds & set(spec["from" if left == SUBJECT else "to"]) for spec, left in linking)


def _asking_first(opened: OpenStore, tokens: list[Token]) -> list[Token]:
    """The words with what they ask for first: "صادقت أي دول على الاتفاقية", "يقع المقر في أي مدينة"."""
    lexicon = opened.names.meta("lexicon")
    at = next((n for n, t in enumerate(tokens) if n and t.word in ("اي", "ايه")), 0)
    before = tokens[at - 1] if at > 1 and tokens[at - 1].word in PREPOSITIONS else None
    if (
        not at
        or tokens[0].word in SMALL
        or tokens[0].stem not in lexicon["verbs"]
        or tokens[0].comma
        or (at > 1 and not before)
    ):
        return tokens
    kinds = [n for n in (3, 2, 1) if " ".join(t.stem for t in tokens[at + 1 : at + 1 + n]) in lexicon["types"]]
    if not kinds:
        return tokens
    end = at + 1 + kinds[0]
    if end < len(tokens) and tokens[end].word.endswith("ه") and not tokens[end].definite:
        end += tokens[end].word.endswith("يه") and end + 1 < len(tokens)  # "دول عربية"
    asked = [*([before] if before else []), *tokens[at:end]]
    rest = [*tokens[: at - bool(before)], *tokens[end:]]
    asked[-1], rest[-1] = asked[-1]._replace(comma=False), rest[-1]._replace(comma=True)
    return [*asked, *rest]


def _ranked_last(tokens: list[Token]) -> list[Token]:
    """The words with "first" and "last" behind all others: "صادقت أولا على الاتفاقية"."""
    at = next((n for n, t in enumerate(tokens[:-1]) if n > 1 and t.word in _FIRST_OR_LAST and not t.comma), 0)
    return [*tokens[:at], *tokens[at + 1 : -1], tokens[-1]._replace(comma=False), tokens[at]] if at else tokens


def _of_its_kind(tokens: list[Token]) -> list[Token]:
    """The words without a noun before "of" and its own plural with an owner: "قرار من قرارات مجلس الأمن"."""
    for n in range(1, len(tokens) - 3):
        one, of, many, owner = tokens[n : n + 4]
        if of.word != "من" or one.definite or many.definite or one.word == many.word:
            continue
        if root(one.word) == root(many.word) and owner.word not in PREPOSITIONS:
            return [*tokens[:n], *tokens[n + 2 :]]
    return tokens


def _who_of(opened: OpenStore, tokens: list[Token]) -> list[Token]:
    """The words with the noun beside the superlative: "أول من صادق من الدول العربية على"."""
    said = [t.word for t in tokens]
    of = [n for n in range(len(said) - 4) if said[n + 1] == said[n + 3] == "من"]
    at = next((n for n in of if (said[n],) in closed.RANKS), -1)
    types = opened.names.meta("lexicon")["types"]
    if at < 0 or tokens[at + 4].stem not in types:
        return tokens
    end = at + 5
    while end < len(tokens) - 1 and tokens[end].definite and tokens[end].raw.startswith("ال"):
        end += 1
    noun = [t._replace(definite=False) for t in tokens[at + 4 : end]]
    rank = (
        tokens[at]._replace(raw="آخر", word="اخر", stem=stem("اخر")) if said[at] in ("احدث", "الاحدث") else tokens[at]
    )
    return [*tokens[:at], rank, *noun, tokens[at + 2], *tokens[end:]]


def _is_there(tokens: list[Token]) -> list[Token]:
    """The words with "هل هناك" for "هل من" and "هل هناك من"."""
    if len(tokens) < 4 or tokens[0].word != "هل":
        return tokens
    if tokens[1].word == "من" and not tokens[2].definite:
        return [tokens[0], tokens[1]._replace(word="هناك", stem=stem("هناك")), *tokens[2:]]
    if tokens[1].word in _ANY:
        tokens = [tokens[0], tokens[1]._replace(word="هناك", stem=stem("هناك")), *tokens[2:]]
    if tokens[1].word in _IS_THERE and tokens[2].word == "من":
        return [*tokens[:2], *tokens[3:]]
    return tokens


def _each_of(opened: OpenStore, tokens: list[Token]) -> list[Token]:
    """The words without "each of" before things that are named: "كل من مصر والأردن"."""
    types = opened.names.meta("lexicon")["types"]
    for n in range(len(tokens) - 3):
        if tokens[n].word in ("كل", "كلا") and tokens[n + 1].word == "من" and tokens[n + 2].stem not in types:
            return [*tokens[:n], *tokens[n + 2 :]]
    return tokens


def _ever(tokens: list[Token]) -> list[Token]:
    """The words with "was" for "سبق ل... أن": "هل سبق لمصر أن صادقت"."""
    at = next((n for n, t in enumerate(tokens[:3]) if t.word in _SO_FAR), None)
    if at is None or len(tokens) < at + 3:
        return tokens
    that = next((n for n in range(at + 1, min(len(tokens), at + 9)) if tokens[n].word in ("ان", "وان")), None)
    if that is None:
        return tokens
    who = [t for t in tokens[at + 1 : that] if t.word != "ل"]
    was = tokens[at]._replace(word="كان", stem=stem("كان"))
    begin = tokens[:at] or [Token("هل", "هل", "هل")]
    return [*begin, was, *who, *tokens[that + 1 :]]


def _among(tokens: list[Token]) -> list[Token]:
    """The words with "of" for "from among", "من بين دول الخليج", and with "that" for "of those who", "ممن هم"."""
    who = next((n for n, t in enumerate(tokens[:-1]) if n > 1 and t.word in ("ممن", "مما")), 0)
    if who:
        behind = who + 1 + (tokens[who + 1].word in ("هم", "هن", "هي"))
        tokens = [*tokens[:who], Token("التي", "التي", stem("التي")), *tokens[behind:]]
    pairs = [n for n in range(2, len(tokens) - 1) if (tokens[n - 1].word, tokens[n].word) == ("من", "بين")]
    return [t for n, t in enumerate(tokens) if n not in pairs]


def _not_yet(tokens: list[Token]) -> list[Token]:
    """The words without "yet" behind a verb that is denied: "لم تنضم بعد إلى"."""
    asked = bool(tokens) and tokens[0].word == "هل"  # "هل انضمت مصر بعد إلى الاتفاقية"
    return [
        t
        for n, t in enumerate(tokens)
        if t.word != "بعد"
        or not (
            (1 < n < len(tokens) - 1 and tokens[n - 2].word in _NOT_YET)
            or (asked and n > 1 and (n + 1 == len(tokens) or tokens[n + 1].word in _BEHIND_YET))
        )
    ]


def _of_two(opened: OpenStore, tokens: list[Token]) -> list[Token]:
    """The words with the noun of a dual before each of its two names: "اتفاقيتي باليرمو ومكافحة الفساد"."""
    lexicon = opened.names.meta("lexicon")
    types, plurals = lexicon["types"], {*lexicon["plurals"], "دول"}
    for n, token in enumerate(tokens[:-2]):
        singles = (f"{token.word[:-2]}ه", token.word[:-1]) if token.word.endswith("تي") else (token.word[:-1],)
        dual = token.word.endswith("ي") and len(token.word) > 4 and not token.definite
        single = next((s for s in singles if dual and stem(s) in types and s not in plurals), "")
        second = next((m for m in range(n + 2, min(len(tokens), n + 8)) if tokens[m].raw.startswith("و")), 0)
        if not single or not second or stem(token.word) == token.word:
            continue
        one = token._replace(word=single, stem=stem(single))
        behind = tokens[second]
        rest = behind.word.removeprefix("و") if not behind.joined else behind.word
        bare = behind._replace(word=rest, stem=stem(rest), joined=False, raw=behind.raw.removeprefix("و"))
        other = one._replace(raw=single, joined=True)
        # "بعثتي الاتحاد الأوروبي في مالي والنيجر": what comes before the two places belongs to both
        placed = tokens[second - 2].word in PREPOSITIONS and second - 2 > n
        common = tokens[n + 1 : second - 1] if placed else []
        return [*tokens[:n], one, *tokens[n + 1 : second], other, *common, bare, *tokens[second + 1 :]]
    return tokens


def _concerned(tokens: list[Token]) -> list[Token]:
    """The words with "تتعلق" for "تُعنى" before "ب", which is spelt like "means"."""
    found = list(tokens)
    for n, (token, after) in enumerate(pairwise(tokens)):
        if token.word in ("تعني", "يعني") and after.raw.startswith("ب"):
            found[n] = token._replace(word="تتعلق", stem=stem("تتعلق"))
    return found


def _arabs(opened: OpenStore, tokens: list[Token]) -> list[Token]:
    """The words with "of the Arab states" for "the Arab ones" behind parties or members, where no name has the word."""
    last = len(tokens) - 1
    if last < 2 or tokens[last].word != "العرب" or opened.names.side_by_side(tokens[last - 1].stem, tokens[last].stem):
        return tokens
    if not any(t.stem in _BELONGING for t in tokens[:last]):
        return tokens
    states = [Token(word, word, stem(word), definite=True) for word in ("الدول", "العربيه")]
    return [*tokens[:last], Token("من", "من", stem("من")), *states]
