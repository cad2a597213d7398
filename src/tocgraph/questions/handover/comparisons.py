"""Questions that compare things, and questions for what joins two of them."""

from __future__ import annotations

import re

from tocgraph.questions.answering.naming import things
from tocgraph.questions.linking.frames import framed, phrases, plain
from tocgraph.questions.linking.metonyms import treaties_meant
from tocgraph.questions.requests import CompareAsked, PathAsked
from tocgraph.questions.words import question_words
from tocgraph.questions.words.against import NUMBER
from tocgraph.questions.words.closed import closed_set
from tocgraph.store import OpenStore
from tocgraph.text import is_arabic

MOST_COMPARED = 12


_SHARED = phrases(
    "in common", "common (?:to|between|ground|features?|elements?|points?|traits?)", "commonalit(?:y|ies)",
    "similarit(?:y|ies)",
    "similar(?:ly)?", "alike", "shar(?:e|es|ed|ing)", "resembl(?:e|es|ance|ances)", "overlaps?", "agree",
    "common (?:to|between)",
    "(?:ال)?(?:قواسم|عناصر|نقاط|امور) (?:ال)?مشتركه", "(?:ال)?قاسم (?:ال)?مشترك",
    "(?:ال)?مشترك(?:ه|ات|ون|ين)? (?:بين|في)",
    "(?:اوجه|وجوه|وجه|نقاط) (?:ال)?(?:شبه|تشابه|اتفاق|التقاء)", "[يت]تشابه(?:ان|ون)?",
    "[يت]شترك(?:ان|ون)?(?: فيها?| بها?)?",
    "التشابه",
    "[يت]تفق(?:ان)?",
)  # fmt: skip
_DIFFERENT = phrases(
    "differ(?:s|ed|ing)?", "differences?", "different(?:ly)?", "distinguish(?:es|ed)?", "distinctions?",
    "diverge[sd]?", "apart(?: from)?",
    "(?:do|does) not (?:have in common|share)", "(?:not|nothing) (?:in common|shared)",
    "لا [يت]شترك(?:ان|ون)?(?: فيها?| بها?)?",
    "(?:ال)?(?:فرق|فروق|فروقات|فوارق|فارق)", "(?:اوجه |وجوه |وجه |نقاط )?(?:ال)?(?:اختلاف|اختلافات|تباين)",
    "[يت]ختلف(?:ان|ون)?(?: عن)?", "اختلفت?", "[يت]ميز(?:ها|ه|هما)?(?: عن)?", "[يت]تميز(?: عن)?", "[يت]فترق(?:ان)?",
    "[يت]تباين(?:ان)?",
)  # fmt: skip
_NOT_SHARED = phrases("(?:not|nothing) .*", "لا .*")
_ALONE = phrases(
    "(?:unique|exclusive|peculiar|specific|particular) to", "alone", "only(?: in)?", "exclusively",
    "[يت](?:نفرد|تفرد|ستاثر)(?: بها?)?", "[اي]?نفردت?(?: بها?)?", "وحدها?", "حصرا", "مقصوره? علي", "خاصه? ب",
)  # fmt: skip
"""What one of them has and another has not."""
_UNLIKE = phrases(
    "unlike", "(?:as )?(?:compared|opposed) (?:to|with)", "in contrast (?:to|with)", "and not", "but not",
    "(?:but )?missing from",
    "دون", "عن", "خلافا", "بخلاف", "علي (?:خلاف|عكس)", "(?:ب)?(?:ال)?مقارنه(?: مع| ب)?", "مقارنه",
)  # fmt: skip
_COMPARED = phrases(
    "compar(?:e|es|ed|ing|isons?)", "contrast(?:s|ed|ing)?", "versus", "vs", "side by side",
    "(?:stacks?|measures?|weighs?) up(?: (?:against|to|with))?", "fares?(?: (?:against|beside|next to))",
    "(?:ال|بال|ب)?مقارنه(?: مع| ب)?",
    "(?:الي |ب)?(?:جانب|جوار)", "جنبا الي جنب(?: مع)?", "وازني?", "قارني?", "قارنوا", "[نت]قارن", "قارن(?:ت|وا)",
    "مقابل", "ازاء",
)  # fmt: skip
_BESIDE = phrases(
    "(?:line|stack|match) up", "next to", "beside", "alongside(?: of)?", "(?:up |over )?against", "opposite(?: to)?"
)
_LAID_OTHERWISE = phrases("(?:put|set|lay|place|hold) (?:up|by|on|off|of|out|down|in|to|an?|aside|forward|forth)")
_SET_APART = phrases("(?:set|sets|setting|tell|tells|telling|told|keeps?) (?:\\w+ ){1,8}?apart", "how far apart")
_COMPARE = phrases(_SHARED.pattern, _DIFFERENT.pattern, _COMPARED.pattern)
_COMPARE_FILLERS = closed_set(
    "put lay place main key chief major biggest ways way aspects respects respect terms regard regards points point "
    "regarding concerning considering "
    "table make makes made each other another one things thing features feature set sets apart against "
    "how much what matters "
    "ضع ضعي جانب جنبا جنب بين بيني وضح "
    "ابرز اهم رييسيه الرييسيه الاساسيه اساسيه كل بعضهما البعض بعض الاخر الاخري فيما يتعلق حيث ناحيه جدول جدولا اوجه "
    "وجه نقاط بينهما يميز ضع ضعي وضع بين بيني وبين وبيني جنبا جانب حدد وحدد اذكر واذكر نظير"
)
_BY_WORDS = {
    **dict.fromkeys(("crimes", "offences", "offenses", "الجرايم", "جرايم"), "crimes"),
    **dict.fromkeys(("mechanisms", "الاليات", "اليات"), "mechanisms"),
    **dict.fromkeys(("powers", "السلطات", "سلطات", "صلاحيات", "الصلاحيات"), "powers"),
    **dict.fromkeys(("bodies", "الهييات", "هييات"), "bodies"),
    **dict.fromkeys(("articles", "المواد", "مواد"), "articles"),
    **dict.fromkeys(("parties", "ratifications", "الاطراف", "اطراف", "اطرافهما"), "parties"),
    **dict.fromkeys(("instruments", "treaties", "الصكوك", "المعاهدات", "صكوك", "معاهدات"), "instruments"),
}
_ON = phrases(
    "on", "by", "in terms of", "with (?:respect|regard) to", "regarding", "concerning", "as (?:to|regards)", "about",
    "over", "when it comes to", "في", "من حيث", "من ناحيه", "بحسب", "حسب", "بشان", "حول", "فيما يتعلق ب", "في مجال",
)  # fmt: skip
OTHERWISE = closed_set("when where who many why than متي اين كم لماذا")
"""Words that ask for something else than a report, or that weigh one thing against another."""


_COOPERATION = re.compile(
    r"\b(?:(?:mechanisms|forms) of cooperation|cooperation mechanisms|(?:ال|ب|لل)?(?:آليات|أشكال|صور|أوجه) التعاون)\b",
    re.I,
)
_DONE_ALONE = closed_set(
    "criminalize criminalizes criminalise criminalises provide provides for cover covers "
    "تجرمها يجرمها بتجريمها تجريمها عليها بالنص تنص ينص تتضمنها تضمنها بها فيها"
)
"""What a text does with what it alone has."""


def compare_asked(opened: OpenStore, question: str) -> CompareAsked | None:
    """The things that a question compares, and by what; None when it asks for anything else."""
    question = _COOPERATION.sub(lambda m: "الآليات" if is_arabic(m[0]) else "mechanisms", question)
    said = plain(question)
    alone = bool(_ALONE.search(said) and _UNLIKE.search(said))
    laid = any(word in question_words.LAID for word in said.split()[:3]) and not _LAID_OTHERWISE.search(said)
    marks = phrases(_COMPARE.pattern, _BESIDE.pattern) if laid else _COMPARE
    if alone:
        marks = phrases(_ALONE.pattern, _UNLIKE.pattern)
    if not marks.search(said) or OTHERWISE.intersection(said.split()):
        return None
    if "apart from" in said and not _SET_APART.search(said):
        return None  # "missions apart from those of the EU" leaves these out
    named_by = [by for word, by in _BY_WORDS.items() if f" {word} " in f" {said} "]
    counted = bool(NUMBER.intersection(said.split()))  # "the number of parties" is asked for, and not who they are
    facet = frozenset(word for word in _BY_WORDS) if len(set(named_by)) == 1 and not counted else frozenset()
    frame = framed(opened, question, marks, _fillers(laid, alone) | facet)
    if frame is None:
        return None
    used = facet & frame.left
    named = things(opened, frame.rest)
    if named is None or len(named.types) + len(set(named.relations)) + bool(used) > 1:
        return None
    symmetric = any(opened.schema.symmetric(r) for r in named.relations)
    if symmetric and said.split()[0] in question_words.YES_NO:
        return None  # "do Iran and Pakistan share a border" wants a yes or a no
    chosen = alike(opened, named.entities)
    entities, named_after = treaties_meant(opened, chosen, "ar" if is_arabic(question) else "en")
    by = _BY_WORDS[next(iter(used))] if used else next(iter((*named.types, *named.relations)), None)
    told = [text for text in frame.found if not _NOT_SHARED.search(text)]
    shared, different = any(_SHARED.search(text) for text in told), frame.has(_DIFFERENT)
    wanted = "shared" if shared and not different else "different" if different and not shared else "all"
    if alone:
        if by is None or len(entities) != 2:
            return None
        wanted = "last" if _UNLIKE.search(said) and said.startswith(("unlike", "بخلاف", "خلافا", "علي")) else "first"
    if by is None and len(entities) > 2 and _tail(opened, said, entities[-1]):
        *entities, by = entities
    if not 2 <= len(entities) <= MOST_COMPARED or len(set(entities)) < len(entities):
        return None
    return CompareAsked(tuple(entities), by, wanted, named.date, (*named.guesses(chosen), *named_after))


def _fillers(laid: bool, alone: bool) -> frozenset[str]:
    return _COMPARE_FILLERS | (question_words.LAID if laid else frozenset()) | (_DONE_ALONE if alone else frozenset())


def _tail(opened: OpenStore, said: str, last: str) -> bool:
    """Whether the concept named last is what to compare by: "on money laundering", at the end."""
    named = opened.names.entity(last)
    if named is None or "concept" not in opened.schema.ancestors(named.type):
        return False
    keys = {m for on in _ON.finditer(said) for m in [said[on.end() + 1 :]]}
    return any(found is not None and found.single == (last,) for found in (things(opened, text) for text in keys))


def alike(opened: OpenStore, names: tuple[tuple[str, ...], ...]) -> list[str]:
    """One entity for each name: of several the one of a type with the others; empty when that does not tell."""
    types = {n.type for candidates in names if len(candidates) == 1 for n in opened.names.entities(candidates).values()}
    found = []
    for candidates in names:
        of = opened.names.entities(candidates)
        fitting = [e for e in candidates if len(candidates) == 1 or of[e].type in types]
        if len(fitting) != 1:
            return []
        found += fitting
    return found


_JOINED = phrases(
    "connect(?:s|ed|ing|ions?)?", "link(?:s|ed|ing|ages?)?", "interlinked", "interconnected", "relat(?:e|es|ed|ing)",
    "relations?", "relationships?", "t(?:ie|ies|ied|ying)", "paths?", "routes?", "chains?(?: of \\w+)?", "joined",
    "associat(?:ed|ions?)", "bonds?", "nexus", "hang together", "(?:(?:has|have|had|got) )?to do with",
    "(?:get|gets|way|ways|go|lead|leads) from", "stand to each other",
    "(?:حلقه|حلقات|نقطه|نقاط|همزه|اداه|جسر) (?:ال)?(?:وصل|ربط|اتصال|صله|تواصل)",
    "(?:ال)?(?:صله|صلات|علاقه|علاقات|رابط|رابطه|روابط|ارتباط|ترابط|وصل|مسار|سلسله|وشايج)", "اقصر طريق",
    "(?:ال)?حلقه (?:ال)?(?:وصل|ربط)",
    "الطريق (?:من|بين)",
    "[يت]رتبط(?:ان|ون)?", "مرتبط(?:ه|ان|تان)?", "[يت]ربط(?:ها|هم|هما)?", "[يت]تصل(?:ان)?", "متصل(?:ه|ان)?", "[يت]صل",
    "[يت]جمع(?: بين)",
)  # fmt: skip
_TIES = phrases("(?:have|has|had) (?:any )?(?:links?|ties|connections?|relations?|relationships?)", "to do with")
_JOINED_FILLERS = closed_set(
    "each other another together way ways exist exists between shortest direct indirect directly indirectly kind "
    "sort "
    "type nature exactly closest trace draw explain describe possible anything something connection connections "
    "one common know known manner form in "
    "صوره شكل طريقه طريق باي نحو كيفيه مدي حدود اطار كيف "
    "طرق درب قناه قنوات اقصر نوع طبيعه بعضهما البعض بينهما مباشره مباشر غير اشرح صف ارسم سبل سبيل وجه اوجه خلال"
)


_TRAVEL = phrases("(?:get|gets|way|ways|go|routes?|paths?)", "(?:ال)?طريق", "(?:[انيت])?صل")


def _a_place(opened: OpenStore, entity: str) -> bool:
    named = opened.names.entity(entity)
    return named is not None and not {"place", "state"}.isdisjoint(opened.schema.ancestors(named.type))


_MANNER = closed_set("way ways manner form طريقه صوره شكل نحو وجه كيفيه")


def path_asked(opened: OpenStore, question: str) -> PathAsked | None:
    """The two things that a question asks the connection of; None when it asks for anything else."""
    said = plain(question)
    if not _JOINED.search(said) or OTHERWISE.intersection(said.split()):
        return None
    opener = said.split()[0]
    if opener in ("which", "اي", "ايه") and said.split()[1:2] != [] and said.split()[1] not in _MANNER:
        return None  # a list of things is asked for
    # "Is X linked to Y" wants a yes or a no; "is there a link between X and Y" wants the link.
    there = said.startswith("هل من ")
    if (
        opener in question_words.YES_NO
        and not there
        and not question_words.THERE.intersection(said.split()[:3])
        and not _TIES.search(said)
    ):
        return None
    frame = framed(opened, question, _JOINED, _JOINED_FILLERS)
    named = things(opened, frame.rest) if frame else None
    if named is None or named.types or named.relations or len(named.entities) != 2:
        return None
    ends = named.single or tuple(alike(opened, named.entities))
    if len(ends) != 2 or ends[0] == ends[1]:
        return None
    if _TRAVEL.search(said) and all(_a_place(opened, end) for end in ends):
        return None  # how to travel from one city to the other
    return PathAsked(ends[0], ends[1], named.date, named.guesses(ends))
