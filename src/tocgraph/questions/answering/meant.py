"""What a thing is meant to do in so many words: "what is prison reform supposed to prevent", "aims to find out".

What it does where that is recorded, else those of its aims that have the verb. A verb that goes with every aim
("achieve") asks for all of them, and so does what a study wants to find out: that is not what it found.
"""

from __future__ import annotations

import re
from functools import cache

from tocgraph.answers import ANSWERED, Answer, AnswerSet, Ask
from tocgraph.questions.answering.made import named
from tocgraph.questions.answering.pursued import TWICE, purpose_of, tells_purpose
from tocgraph.questions.rewording.beyond import STEPS
from tocgraph.roots import root
from tocgraph.store import OpenStore
from tocgraph.text import is_arabic, stem, words

_BE = "(?:is|are|was|were)"
_DO = "(?:do|does|did|has|have|had)"
_SAYS = "(?P<tail>,? (?:according to|in the view of|as per|ب?حسب|وفقا ل|في راي) ?.+)?"
_MEANT = (
    "(?:supposed|meant|intended|expected|designed|destined|hoped|thought|created|set up|there|established|launched|"
    "proposed|planned|believed)"
)
_SUPPOSED = (
    rf"what (?:{_BE} |(?:would|should|could) (?=.+ be ))(?P<x>.+?)(?: be)? {_MEANT} to "
    rf"(?:help (?:to )?)?(?P<v>[a-z]+)(?: about| up| out| to)?{_SAYS}"
)
_OF_A_KIND = rf"(?P<kind>(?:which|what) [a-z]+(?: [a-z]+)?) {_BE} (?P<x>.+?) {_MEANT} to (?P<v>[a-z]+)"
_TRIES = (
    rf"what (?:{_DO}|{_BE}) (?P<x>.+?) (?:seek|aim|try|attempt|strive|intend|set out|want|hope|wish|plan|aspire|"
    rf"endeavou?r|seeking|aiming|trying|attempting|striving|hoping|planning) (?:to|at) (?P<v>[a-z]+){_SAYS}"
)
_FINDS_OUT = (
    rf"what(?: exactly)? (?:{_DO}|{_BE}) (?P<x>.+?) (?:aim|seek|set out|want|try|attempt|hope|intend|purport|wish|"
    "trying|seeking|aiming|attempting|intended|meant|designed|supposed) to (?:find out|find|examine|show|investigate|"
    "explore|establish|determine|identify|discover|demonstrate|study|understand|answer|learn|analy[sz]e|clarify|"
    "reveal|prove|describe|explain|assess|uncover|elucidate|contribute)(?: to| about)?"
    rf"(?: (?:in|with|by) (?:his|her|their|its) (?P<work>.+?))?{_SAYS}"
)
_WHAT_AR = "(?:ماذا|ما الذي|ما)"
_SUPPOSED_AR = (
    rf"{_WHAT_AR} (?:يفترض|يتوقع|ينتظر|يراد|يرجي|المفترض|المتوقع|المراد)(?: (?:ل|من) ?(?P<y>.+?))? ان (?P<v>[يت]\w+?)"
    rf"(?:ه|ها)?(?: (?P<x>.+?))?{_SAYS}"
)
_TRIES_AR = (
    rf"{_WHAT_AR} [يت](?:سعي|هدف|رمي|طمح|توخي|تطلع|حاول|ريد) (?P<x>.+?) (?:الي )?(?P<v>\w{{3,}}?)(?:ه|ها){_SAYS}"
)
_FINDS_OUT_AR = (
    rf"{_WHAT_AR} (?:اراد|ارادت|حاول|حاولت|سعي|قصد|يريد|يحاول) (?P<x>.+?) (?:الي )?ان [يت]\w+ (?:في|ب) (?P<work>\w+?)ه"
)
_ALL_OF_THEM = frozenset(
    "achieve accomplish deliver bring yield reach attain serve lead secure produce gain effect realize realise result "
    "يحقق تحقق يفعل تفعل ينجز تنجز يبلغ تبلغ يخدم تخدم يقدم تقدم تحقيق بلوغ انجاز".split()
)
"""Verbs that every aim goes with."""


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def meant_to(opened: OpenStore, question: str, language: str, ask: Ask) -> AnswerSet | None:
    """What a thing is said to be meant to do, or wants to find out; None for any other question."""
    typed, arabic = _typed(question)
    if typed.split(" ", 1)[0].lower() not in _OPENERS:
        return None
    studies = _compiled(_FINDS_OUT_AR if arabic else _FINDS_OUT).fullmatch(typed)
    if studies:
        work = studies["work"]
        tail = "" if arabic else studies["tail"] or ""
        own = f"{work} {studies['x']}" if arabic else f"the {studies['x']} {work}"
        told = ask(purpose_of(f"{own if work else studies['x']}{tail}", arabic))
        return told._replace(question=question) if _plain(told) and tells_purpose(opened, told) else None
    kind = None if arabic else _compiled(_OF_A_KIND).fullmatch(typed)
    if kind and not TWICE.search(kind["x"]) and not _of_states(opened, kind["x"]) and not _to_come(typed, kind["v"]):
        told = ask(f"{kind['kind']} does {kind['x']} {kind['v']}")
        return told._replace(question=question) if _plain(told) else None
    found = _compiled(_SUPPOSED_AR if arabic else _SUPPOSED).fullmatch(typed)
    thing = (found["x"] or found["y"]) if found and arabic else found["x"] if found else ""
    if not found or not thing or TWICE.search(thing):
        return None
    verb, tail = found["v"].lower(), found["tail"] or ""
    if verb == "do":
        told = ask(purpose_of(f"{thing}{tail}", arabic))
        once = re.match(f"what {_BE} ", typed, re.IGNORECASE)  # "what is X supposed to do" asks for its functions
        return told._replace(question=question) if _plain(told) and not once else None
    does = not arabic and verb not in _ALL_OF_THEM and not (_to_come(typed, verb) or _of_states(opened, thing))
    plainly = ask(f"what does {thing} {verb}{tail}") if does else None
    fits = plainly is not None and _plain(plainly) and " → " not in plainly.reading
    if plainly is not None and fits and tells_purpose(opened, plainly):
        return plainly._replace(question=question)
    aims = _with_verb(opened, question, thing, verb, tail, language, ask)
    return aims or (plainly._replace(question=question) if plainly is not None and fits else None)


def _to_come(typed: str, verb: str) -> bool:
    """Whether it is what is foreseen, or a step taken once, so that what was done is no answer."""
    return verb in STEPS or not _FORESEEN.isdisjoint(typed.lower().split())


def _of_states(opened: OpenStore, thing: str) -> bool:
    """Whether states are meant to do it: that is a duty of theirs, and not what they do."""
    said = thing.lower().split()
    types = opened.names.meta("lexicon")["types"]
    kinds = {t for word in said for t in types.get(stem(word), ())}
    found = opened.names.entities(named(opened, thing)).values()
    return "state" in kinds or any("state" in opened.schema.ancestors(n.type) for n in found)


_FORESEEN = frozenset("expected planned hoped thought believed proposed destined".split())


def tries_to(opened: OpenStore, question: str, language: str, ask: Ask) -> AnswerSet | None:
    """Those aims of a thing that have the verb of what it tries to do; for when nothing is recorded that it does."""
    typed, arabic = _typed(question)
    found = _compiled(_TRIES_AR if arabic else _TRIES).fullmatch(typed)
    if not found or TWICE.search(found["x"]) or found["v"] in _COUNTERS_AR:
        return None
    return _with_verb(opened, question, found["x"], found["v"].lower(), found["tail"] or "", language, ask)


_COUNTERS_AR = frozenset("مكافحت محاربت مواجهت مقاومت مجابهت قمع ردع تجريم استهداف".split())
"""Arabic nouns for acting against something, which is recorded apart from aims."""
_OPENERS = frozenset("what which ما ماذا".split())


def _typed(question: str) -> tuple[str, bool]:
    """The question without its mark, an Arabic one normalized; whether it is Arabic."""
    typed = " ".join(question.split()).rstrip(" ?؟.!")
    arabic = is_arabic(typed)
    return " ".join(words(typed)) if arabic else typed, arabic


def _plain(told: AnswerSet) -> bool:
    """Whether a question was answered, and not with all that is recorded on one thing."""
    return told.status == ANSWERED and bool(told.answers) and told.about is None


def asks_for_aims(question: str) -> bool:
    """Whether all aims of a thing are asked for, so that the thing itself, found by what is said of it, is none."""
    typed, arabic = _typed(question)
    patterns = (_SUPPOSED_AR, _TRIES_AR) if arabic else (_SUPPOSED, _TRIES)
    found = next((f for p in patterns if (f := _compiled(p).fullmatch(typed))), None)
    return found is not None and found["v"].lower() in _ALL_OF_THEM


def _with_verb(
    opened: OpenStore, question: str, thing: str, verb: str, tail: str, language: str, ask: Ask
) -> AnswerSet | None:
    """The aims of a thing, only those with the verb unless that goes with every aim; None without any."""
    told = ask(purpose_of(f"{thing}{tail}", is_arabic(thing)))
    if not _plain(told) or not tells_purpose(opened, told):
        return None
    every = verb in _ALL_OF_THEM
    kept = tuple(a for a in told.answers if every or _has(a, root(words(verb)[0]), language))
    reading = told.reading if every else f"{told.reading}: {verb}"
    return told._replace(question=question, answers=kept, reading=reading) if kept else None


def _has(answer: Answer, verb: str, language: str) -> bool:
    """Whether the name of an answer has a word of that root."""
    return any(root(word) == verb for word in words(answer.label.get(language, "")))
