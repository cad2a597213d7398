"""Turns of questions for what something is for and what stands in its way, put plainly.

"The point of founding X" is the point of X; "set up to do" asks for what it does; "such a slow business" is slow;
and what limits the effectiveness of X limits X.
"""

from __future__ import annotations

from tocgraph.lexicon import PREPOSITIONS
from tocgraph.questions.words.closed import closed_set
from tocgraph.questions.words.token import Token
from tocgraph.store import OpenStore
from tocgraph.text import is_arabic, normalize, stem

PURPOSES = closed_set(
    "purpose purposes point aim aims goal goals objective objectives rationale idea reason reasons intention "
    "intentions thinking logic motive motives sense object motivation motivations "
    "الهدف هدف الغرض غرض الغايه غايه القصد المقصد الحكمه اهداف الاهداف اغراض الاغراض غايات سبب اسباب دواعي مقاصد "
    "الغايات المراد المبتغي المتوخي المنشود المغزي المرجو "
    "القصد الباعث الداعي الداعيه الدافع الفلسفه المقاصد المرامي"
)
"""Nouns for what something is for."""

_IDAFA = closed_set("هدف اهداف غرض اغراض غايه غايات مقصد مقاصد قصد حكمه فلسفه مغزي")
"""Those that with the noun behind them ask for the aim of what came into being: "غاية إنشاء X"."""

CREATING = closed_set(
    "founding creating establishing launching adopting concluding negotiating drafting forming introducing building "
    "convening holding setting creation establishment foundation launch adoption conclusion formation introduction "
    "institution existence "
    "انشاء تاسيس اعتماد ابرام اطلاق وضع عقد تشكيل اقامه استحداث وجود صياغه قيام اقرار"
)
"""Nouns for how things come into being: whatever has a purpose has come into being for it."""

MEANT = closed_set(
    "set created founded established built made designed meant supposed intended expected there mandated tasked "
    "launched formed put conceived"
)
"""Before "to do" these ask for what something does."""

AFFAIRS = closed_set(
    "business affair process matter task job undertaking exercise challenge problem issue thing procedure enterprise"
)
"""Nouns that add nothing to their adjective behind "such a"."""

WORKINGS = closed_set(
    "effectiveness efficiency efficacy success functioning performance progress speed usefulness operation working "
    "implementation execution application conduct handling development "
    "فعاليه فاعليه كفاءه نجاح سير اداء تنفيذ تطبيق تقدم سرعه عمل اجراء تفعيل تحقيق اتمام نجاعه"
)
"""Nouns for how well something works: what stands in the way of that stands in the way of the thing itself."""

AVOWED = closed_set(
    "stated declared official avowed explicit proclaimed formal professed express mandated "
    "المعلنه الرسميه الصريحه المعلن الرسمي الصريح المصرح"
)
"""Adjectives of aims and tasks that say only that they are told."""

ADJUNCT = closed_set("research study thesis overall general specific strategic main principal chief ultimate final")
"""Words before "aims" and "objectives" that say no more than these."""
ADJUNCT_AR = closed_set(
    "النهايي النهاييه العام العامه الاساسي الاساسيه المباشر المباشره الاستراتيجي الاستراتيجيه البحثيه"
)
"""Arabic ones behind them."""

ITSELF = closed_set("itself themselves himself herself")
_OF = frozenset("of behind in for من وراء خلف الي".split())
_SMALL = frozenset("the a an".split())


def aimed(tokens: list[Token]) -> list[Token]:
    """The words without what leads up to the thing that has a purpose, or to what it does."""
    tokens = _to_do(_why_in_arabic(_without_creation(tokens)))
    said = [t.word for t in tokens]
    for n in range(1, len(said) - 2):
        if said[n] == "such" and said[n + 1] in ("a", "an") and n + 4 == len(said) and said[n + 3] in AFFAIRS:
            return [*tokens[:n], tokens[n + 2]]
    return tokens


def _without_creation(tokens: list[Token]) -> list[Token]:
    """The purpose (of founding) X."""
    for n in range(len(tokens) - 3):
        at = n + 2
        if tokens[n].word not in PURPOSES or tokens[n + 1].word not in _OF:
            if tokens[n].word in _IDAFA and tokens[n + 1].word in CREATING and not tokens[n + 1].definite:
                aim = tokens[n]._replace(raw="الهدف", word="الهدف", stem=stem("الهدف"), definite=True)
                return [*tokens[:n], aim, Token("من", "من", stem("من")), *tokens[n + 2 :]]
            continue
        while at < len(tokens) - 2 and tokens[at].word in _SMALL:
            at += 1
        if tokens[at].word not in CREATING or at + 1 >= len(tokens):
            continue
        end = at + 1
        while end < len(tokens) - 1 and tokens[end].word in _SMALL | {"of", "up", "ل"}:
            end += 1
        arabic = is_arabic(tokens[n].word)
        link = Token("من", "من", stem("من")) if arabic else Token("of", "of", "of")
        if arabic and tokens[n + 1].word != "من":  # "الداعي إلى إنشاء", "الهدف وراء إنشاء"
            aim = tokens[n]._replace(raw="الهدف", word="الهدف", stem=stem("الهدف"), definite=True)
            return [*tokens[:n], aim, link, *tokens[end:]]
        return [*tokens[: n + 1], link, *tokens[end:]]
    return tokens


def _to_do(tokens: list[Token]) -> list[Token]:
    """What was X (set up to) do."""
    said = [t.word for t in tokens]
    if len(said) < 5 or said[0] not in ("what", "whats") or said[-2:] != ["to", "do"]:
        return tokens
    at = len(said) - 3
    at -= said[at] in ("up", "place")
    at -= said[at] == "in"
    return [*tokens[:at], tokens[-1]] if at > 1 and said[at] in MEANT else tokens


def _why_in_arabic(tokens: list[Token]) -> list[Token]:
    """The words with "لماذا" for "بغية ماذا", and for "لم" before a past verb, where it cannot deny."""
    if len(tokens) < 3 or not is_arabic(tokens[0].word):
        return tokens
    why = Token(tokens[0].raw, "لماذا", stem("لماذا"))
    if tokens[0].word == "لم" and is_arabic(tokens[1].word):
        verb = tokens[1].word
        present = verb[0] in "يتن" and not (verb[0] == "ت" and verb[-1] == "ت")
        return tokens if present and _FATHA not in tokens[0].raw else [why, *tokens[1:]]
    at = 1 + (tokens[1].word in _TOWARDS)
    if normalize(tokens[0].raw) in _IN_ORDER and len(tokens) > at + 1:
        end = at + 1 if tokens[at].word == "ماذا" else 0
        end = at + 2 if tokens[at].word in ("اي", "ايه") and tokens[at + 1].word in PURPOSES | {"شيء"} else end
        return [why, *tokens[end:]] if 0 < end < len(tokens) else tokens
    return tokens


_FATHA = "\u064e"
_IN_ORDER = frozenset(
    "بغيه ابتغاء سعيا طلبا رغبه توخيا لاجل لغرض بغرض لهدف بهدف لغايه بغايه بقصد لقصد لتحقيق لبلوغ تحقيقا خدمه لخدمه "
    "في".split()
)
_TOWARDS = frozenset("الي وراء في ل سبيل لتحقيق خدمه".split())
"""What stands before "what" in a question for an aim: "سعيا إلى ماذا", "لتحقيق أي غاية", "في سبيل ماذا"."""


def unburdened(opened: OpenStore, tokens: list[Token]) -> list[Token]:
    """The words without a noun for how well something works, behind what stands in its way; without "stated"."""
    tokens = [t for n, t in enumerate(tokens) if not (n and t.word in ADJUNCT and _named_aims(tokens, n + 1))]
    tokens = [t for n, t in enumerate(tokens) if not (n and t.word in ADJUNCT_AR and tokens[n - 1].word in PURPOSES)]
    kept = [
        t
        for n, t in enumerate(tokens)
        if not (t.word in AVOWED and _beside_aims(opened, tokens, n)) and not (n and t.word in ITSELF)
    ]
    for n in range(1, len(kept) - 1):
        if kept[n].word.removeprefix("ال") not in WORKINGS or not _obstructs(opened, kept[:n]):
            continue
        end = n + 1
        while end < len(kept) - 1 and kept[end].word in _SMALL | {"of", "ل"}:
            end += 1
        if is_arabic(kept[n].word) or end > n + 1:
            return [*kept[:n], *kept[end:]]
    return kept


def _named_aims(tokens: list[Token], at: int) -> bool:
    """Whether a noun for aims stands there, and not the verb of "which study aims at"."""
    behind = tokens[at + 1].word if at + 1 < len(tokens) else ""
    return at < len(tokens) and tokens[at].word in PURPOSES - CREATING and behind not in ("to", "at", "for")


def _beside_aims(opened: OpenStore, tokens: list[Token], at: int) -> bool:
    """Whether the word behind or before is one for things of a type."""
    types = opened.names.meta("lexicon")["types"]
    return any(0 <= n < len(tokens) and tokens[n].stem in types for n in (at - 1, at + 1))


def _obstructs(opened: OpenStore, tokens: list[Token]) -> bool:
    """Whether the last of those words say what an obstacle does to a thing, or name obstacles to it."""
    schema, relations = opened.schema, opened.names.meta("lexicon")["relations"]
    said = [t.stem for t in tokens if t.word not in _SMALL]
    for length in range(1, min(6, len(said)) + 1):
        for relation, left, right, _ in relations.get(" ".join(said[-length:]), ()):
            roles = {t for t in schema.relations[relation]["from"] if schema.types[t].get("role")}
            if roles and "O" in (left, right) and right != "S":
                return True
    # "which obstacles does the implementation of X face": what is said of it stands at the end
    return any(t.stem in opened.names.meta("lexicon")["types"] and _role(opened, t) for t in tokens[:3])


def _role(opened: OpenStore, token: Token) -> bool:
    types = opened.names.meta("lexicon")["types"].get(token.stem, ())
    return any(opened.schema.types[t].get("role") for t in types) and token.word not in PREPOSITIONS
