"""What somebody wants with a thing: "why did INTERPOL introduce the silver notice", "what does A pursue through X".

That is what the thing is for, where the record says that it is theirs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tocgraph.answers import ANSWERED, AnswerSet, Ask
from tocgraph.questions.answering.made import makers, named, of_owner
from tocgraph.questions.answering.naming import described, the_one, things
from tocgraph.questions.words.making import DONE, MADE_AR, MAKE, MAKING, NOUN, NOUN_AR, PAST
from tocgraph.store import OpenStore
from tocgraph.text import is_arabic, words

_AIM = "(?:purposes?|ends?|aims?|goals?|objectives?|objects?|intentions?|reasons?|motives?|ideas?|rationale|point)"
_DO = "(?:do|does|did|has|have|had)"
_BE = "(?:is|are|was|were)"
_MADE = f"(?:{MAKE}|{PAST}|{DONE})"
_OWN = "(?:its|their|his|her|the|this|such)"
_GAIN = (
    "(?:achieve|gain|get|accomplish|do|reach|attain|obtain|bring about|effect|reali[sz]e|serve|pursue|fulfil|further|"
    "deliver|yield|produce|advance|promote|secure)"
)
_WANT = (
    "(?:want(?:ed|ing)?|hop(?:e|ed|ing)|seek(?:ing)?|sought|aim(?:ed|ing)?|try(?:ing)?|tried|expect(?:ed|ing)?|"
    "intend(?:ed|ing)?|wish(?:ed|ing)?|plan(?:ned|ning)?|mean(?:ing)?|meant|set out|pursu(?:e|ed|ing)|"
    "follow(?:ed|ing)?|ha(?:ve|d) in (?:mind|view)|"
    "have|had|set|serve|strive|striving|aspir(?:e|ed|ing)|work(?:ing)?|attach(?:ed)?|associate|look(?:ing)?)"
)
_WITH = f"(?:with|through|by means of|by way of|via|by|in|using|from|out of|behind|when (?:it|they) (?:first )?{PAST})"
_DOING = f"(?:(?:(?:{_OWN} )?{MAKING}|(?:{_OWN} )?{NOUN} of) )?"
_WHY = (
    f"(?:why|for (?:what|which) {_AIM}|(?:to|towards) (?:what|which) {_AIM}|with (?:what|which) {_AIM}"
    f"(?: in (?:mind|view))?|what {_BE} the {_AIM}(?: that| why| for which| for what)?|"
    f"in pursuit of (?:what|which)(?: {_AIM})?)"
)
_ENGLISH = (
    rf"{_WHY} {_DO} (?P<a>.+?) (?:first |originally )?{_MADE} (?P<x>.+)",
    rf"(?:what|which)(?: {_AIM})? (?:{_DO}|{_BE}) (?P<a>.+?) {_WANT}(?: (?:to|for|at|towards))?(?: {_GAIN})? {_WITH} "
    rf"{_DOING}(?P<x>.+)",
    rf"what(?: {_AIM})? {_DO} (?P<a>.+?) {_MADE} (?P<x>.+) for",
    rf"what(?:['’]s| {_BE}) the {_AIM} (?:that |why )?(?P<a>.+?) {_MADE}(?:s|es)? (?P<x>.+)",
    rf"what motivated (?P<a>.+?) to {MAKE} (?P<x>.+)",
    rf"what {_BE} (?:the )?{_AIM} (?:of|behind|for|in) (?P<a>.+?)(?:['’]s|['’]) {_DOING}(?P<x>.+)",
    rf"what {_BE} (?:the )?{_AIM} (?:of|behind|for|in) (?P<a>.+?) {MAKING} (?P<x>.+)",
    rf"what {_BE} (?P<a>.+?)(?:['’]s|['’]) {_AIM} (?:in|with|behind|for|of|when|by) {_DOING}(?P<x>.+)",
)
_ON = re.compile(r".+(?: (?:on|about|concerning|regarding|by|in|for|against|عن|حول|في|بشان|من|ضد) |['’]).+")
_ALL = (
    "(?:the )?(?:(?:member |contracting )?states(?: parties)?|parties|countries|governments|drafters|negotiators|"
    "founders|authors|international community|world|nations|people)|they|we|people|الدول|الاطراف|الدول الاطراف|"
    "الحكومات|المجتمع الدولي|واضعو|الدول الاعضاء"
)
"""Those who are behind whatever there is."""

_AIM_AR = (
    "(?:الغرض|الهدف|الغايه|القصد|المقصد|الاهداف|الاغراض|الغايات|المقاصد|غرض|هدف|غايه|اهداف|اغراض|غايات|مقاصد|السبب|سبب|"
    "اسباب|دوافع|الدافع|دافع)"
)
_WHAT_AR = "(?:ماذا|ما الذي|ما هي|ما هو|ما|اي|ايه)"
_WANT_AR = (
    "(?:سعي|سعت|هدفت|اراد|ارادت|توخي|توخت|رمت|قصد|قصدت|طمح|امل|[يتن](?:سعي|هدف|ريد|رمي|توخي|توخاه|توخاها|نشد|نشده|نشدها|بتغي|بتغيه|طمح|تطلع|امل|رجو|رجوه|حاول|قصد|روم|صبو|ستهدف|"
    "نوي))(?:ه|ها|ون)?"
)
_GAIN_AR = "(?:تحقيقه|تحقيقها|بلوغه|بلوغها|انجازه|انجازها|تحقيق|الوصول اليه|الوصول اليها)"
_WITH_AR = "(?:من خلال|عبر|من وراء|بواسطه|عن طريق|باستخدام|باستعمال|بموجب|من)"
_DOING_AR = f"(?: {_WITH_AR} (?:{NOUN_AR}(?:ها|ه)? (?:ل )?)?| ب{NOUN_AR}(?:ها|ه)? )"
_WHY_AR = (
    f"(?:لماذا|لم|(?:ل|ب)(?:اي|ايه) (?:غرض|هدف|غايه|سبب|قصد)|من اجل (?:ماذا|اي {_AIM_AR})|بغيه ماذا|"
    f"ما {_AIM_AR}(?: الذي| التي) من اجل(?:ه|ها))"
)
_SPLIT_AR = (
    rf"{_WHY_AR} (?:قد )?{MADE_AR} (?P<rest>.+)",
    rf"{_WHAT_AR} {_AIM_AR} (?:من|وراء|من وراء|الي|في)? ?{NOUN_AR} (?P<rest>.+)",
)
_ARABIC = (
    rf"{_WHAT_AR}(?: {_AIM_AR})?(?: (?:الذي|التي))? {_WANT_AR}(?: (?:اليه|اليها))? (?P<a>.+?)(?: (?:الي|في|ل|ان|من))?"
    rf"(?: {_GAIN_AR})?{_DOING_AR}(?P<x>.+)",
    rf"{_WHAT_AR} {_AIM_AR} (?:من قيام )?(?P<a>.+?){_DOING_AR}(?P<x>.+)",
)
_PROPOSED_AR = (
    rf"(?:{_WHY_AR}|لاجل ماذا) (?:قد )?اقترحت? (?:انشاء |وضع |اقامه |استحداث )?(?P<x>.+)",
    rf"{_WHAT_AR} {_AIM_AR} (?:من|وراء) اقتراح (?:انشاء |وضع |اقامه |استحداث )?(?P<x>.+)",
)
_PLACED = (
    rf"why {_BE} (?P<x>.+?) (?:(?:deployed|active|present|stationed|operating|working|based) )?(?:in|to) (?P<p>.+)",
    r"لماذا (?:[يت]وجد |[يت]عمل |[يت]نشط |نشرت |ارسلت |اوفدت )?(?P<x>.+?) (?:في|الي) (?P<p>.+)",
)
_AIMS_OF = (
    rf"(?:what|which) (?:{_BE} )?(?:the )?(?:\w+ )?{_AIM} (?:of|behind|for) (?P<x>.+)",
    rf"what (?:{_DO}|{_BE}) (?P<x>.+?) (?:aim (?:at|for|to achieve)|seek(?: to achieve)?|pursue|strive for|for|"
    "(?:set out|want|hope|intended|meant|supposed|try|trying) to achieve)",
    rf"why {_BE} there (?P<x>.+)",
    r"(?:لماذا [يت]وجد|ما سبب وجود) (?P<x>.+)",
    rf"{_WHAT_AR} {_AIM_AR} (?:من )?(?P<x>.+)",
    r"(?:الي ماذا|الام|ما الذي|ماذا) [يت](?:سعي|هدف|رمي|توخي)(?: اليه)? (?P<x>.+?)"
    r"(?: الي (?:معرفت|بيان|تحقيق|اثبات)ه)?",
)
_LONGEST_AR = 7
"""The most words of the name of who does it, in Arabic."""


def wanted_with(opened: OpenStore, question: str, language: str, ask: Ask) -> AnswerSet | None:
    """What the thing is for, where it belongs to those who are said to want something with it; None otherwise."""
    typed = " ".join(question.split()).rstrip(" ?؟.!")
    arabic = is_arabic(typed)
    if not _hinted(typed, arabic):
        return None
    for actor, thing, through in _pairs(opened, typed, arabic):
        if TWICE.search(thing) or TWICE.search(actor):
            continue
        found = _theirs(opened, actor, thing, through, ask)
        if len(found) != 1:
            continue
        [(one, by)] = found.items()
        names = opened.names.entities([one, *([by] if by else [])])
        told = ask(purpose_of(names[one].name("ar" if arabic else "en"), arabic))
        if told.status == ANSWERED and told.answers:
            of = _OF[language].format(names[by].name(language)) if by else ""
            return told._replace(question=question, reading=told.reading + of)
    one = _proposed(opened, typed) if arabic else ""
    one = one or _placed(opened, typed, arabic)
    if one:
        told = ask(purpose_of(opened.names.entities([one])[one].name("ar" if arabic else "en"), arabic))
        if told.status == ANSWERED and told.answers and tells_purpose(opened, told):
            return told._replace(question=question)
    return _of_described(opened, question, typed, ask)


def _proposed(opened: OpenStore, typed: str) -> str:
    """What is named in Arabic as proposed, without that word in its name: "لماذا اقترحت مراكز وطنية"; or ""."""
    said = " ".join(words(typed))
    found = next((f for p in _PROPOSED_AR if (f := _compiled(p).fullmatch(said))), None)
    kinds = opened.schema.relations.get("proposes", {}).get("to", ()) if found else ()
    meant = {d.entities[0] for kind in kinds if found and (d := described(opened, found["x"], kind))}
    return next(iter(meant))[0] if len(meant) == 1 else ""


def _placed(opened: OpenStore, typed: str, arabic: bool) -> str:
    """The one thing that is asked about where it is: "why is MINUSCA in the Central African Republic"; or ""."""
    found = _compiled(_PLACED[arabic]).fullmatch(" ".join(words(typed)) if arabic else typed)
    place = named(opened, found["p"]) if found else set()
    things_there = makers(opened, _one(opened, found["x"]), place, made=False) if found and place else set()
    return next(iter(things_there)) if len(things_there) == 1 else ""


def _of_described(opened: OpenStore, question: str, typed: str, ask: Ask) -> AnswerSet | None:
    """The aims of the one thing that many words describe: "the Kashif article on Pakistan", "Elzohary's research"."""
    arabic = is_arabic(typed)
    said = " ".join(words(typed)) if arabic else typed
    found = next((f for p in _AIMS_OF if (f := _compiled(p).fullmatch(said))), None)
    if found is None or not _ON.fullmatch(found["x"]) or named(opened, found["x"]):
        return None
    meant = opened.names.entities(_one(opened, found["x"]))
    works = [n for n in meant.values() if "document" in opened.schema.ancestors(n.type)]
    works = works or list(meant.values() if len(meant) == 1 else ())
    if not works or len(works) > _FEW:
        return None
    names = [n.name("ar" if arabic else "en") for n in works]
    told = [t for name in names if (t := ask(purpose_of(name, arabic))).status == ANSWERED and t.answers]
    return told[0]._replace(question=question) if len(told) == 1 and tells_purpose(opened, told[0]) else None


_FEW = 3
"""The most works that an author's name may stand for."""
TWICE = re.compile(
    r"\b(?:and|or) (?:what|which|who|whom|when|where|why|how)\b"
    r"| و(?:ما|من|ماذا|متي|اين|كيف|لماذا)(?: |$)"
)
"""Two questions in one."""


_OF = {"en": ", made or run by {}", "ar": "، وهو مما أنشأه أو يديره {}"}


def purpose_of(thing: str, arabic: bool) -> str:
    """The plain question for the purpose of a thing."""
    return f"{'ما الغرض من' if arabic else 'what is the purpose of'} {thing}"


def tells_purpose(opened: OpenStore, told: AnswerSet) -> bool:
    """Whether the answers are what something is for, and not a thing found by what is said of it."""
    schema = opened.schema
    found = {entry[0] for entry in opened.names.meta("lexicon")["relations"].get("purpos of", ())}
    found |= {other for r in found for other in schema.relations[r].get("otherwise", ())}
    found = {narrower for r in found for narrower in schema.narrower_relations(r)}
    return all(a.relation is None or a.relation in found for a in told.answers)


def _hinted(typed: str, arabic: bool) -> bool:
    first = typed.split()[:1]
    if arabic:
        return True
    return bool(first) and first[0].lower() in _OPENERS


_OPENERS = frozenset("what's what’s whats why for to towards with what which in".split())


def _pairs(opened: OpenStore, typed: str, arabic: bool) -> Iterator[tuple[str, str, bool]]:
    """Who is said to want something, and with what, as typed; whether it may be others' as well, "through X"."""
    if not arabic:
        for pattern in _ENGLISH:
            found = _compiled(pattern).fullmatch(typed)
            if found:
                yield found["a"], found["x"], pattern == _ENGLISH[1]
        return
    said = " ".join(words(typed))
    for pattern in _ARABIC:
        found = _compiled(pattern).fullmatch(said)
        if found:
            yield found["a"], found["x"], True
    for pattern in _SPLIT_AR:
        found = _compiled(pattern).fullmatch(said)
        rest = found["rest"].split() if found else []
        for length in range(min(_LONGEST_AR, len(rest) - 1), 0, -1):
            actor = " ".join(rest[:length])
            if named(opened, actor) or re.fullmatch(_ALL, actor):
                thing = rest[length:]
                bare = f"ال{thing[0][2:]}" if thing[0][:2] == "لل" else thing[0].removeprefix("ل")
                yield actor, " ".join([bare, *thing[1:]]), False
                yield actor, " ".join(thing), False


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """The pattern, compiled when it is first needed."""
    return re.compile(pattern, re.IGNORECASE)


def _theirs(opened: OpenStore, actor: str, thing: str, through: bool, ask: Ask) -> dict[str, str]:
    """The things so named that are of those so named, each with the one of them; "" where all are meant."""
    together = of_owner(opened, actor, thing)
    if len(together) == 1:  # "the Global Cybersecurity Agenda" of ITU has ITU in its name
        return dict.fromkeys(together, next(iter(sorted(named(opened, actor))), ""))
    called = _one(opened, thing)
    if len(called) != 1 and not named(opened, thing):
        return {}
    if re.fullmatch(_ALL, actor, re.IGNORECASE):
        return dict.fromkeys(called, "") if len(called) == 1 else {}
    for one in _one(opened, actor):
        found = makers(opened, called, [one])
        if found:
            return dict.fromkeys(found, one)
    if len(called) == 1 and named(opened, actor):
        joined = ask(f"هل {actor} طرف في {called[0]}" if is_arabic(actor) else f"is {actor} party to {called[0]}")
        return {called[0]: ""} if through and [a.value for a in joined.answers] == [True] else {}
    if len(called) == 1:
        which, party = ("أي", "أطراف في") if is_arabic(actor) else ("which", "are party to")
        group = ask(f"{which} {actor.removeprefix('the ')} {party} {called[0]}")
        if group.status == ANSWERED and group.answers:
            return {called[0]: ""}
    return {}


def _one(opened: OpenStore, text: str) -> tuple[str, ...]:
    """What a text names or describes; nothing where it names several things together."""
    found = named(opened, text)
    if found:
        return tuple(sorted(found))
    meant = things(opened, text)
    if meant is not None and len(meant.entities) == 1 and not (meant.types or meant.relations or meant.date):
        return meant.entities[0]
    only = the_one(opened, text)
    return only.entities[0] if only is not None else ()
