"""Questions for how complete a list of parties, signatories or members is: "are all 31 parties to CIFTA named".

Such a question names a list, and says of it what is said of lists only: that something may be missing, to which day
it goes, what it may be taken for; or it asks with "all" whether they are on record.
"""

from __future__ import annotations

import re

from tocgraph.questions.answering.naming import described, things
from tocgraph.questions.linking.frames import Phrases, framed, phrases, plain
from tocgraph.questions.linking.metonyms import namesakes
from tocgraph.questions.requests import CompletenessAsked
from tocgraph.questions.words import question_words
from tocgraph.questions.words.listed import AROUND, JUDGED, LISTS, RECORDED
from tocgraph.store import OpenStore

_OF_LIST = (
    "(?:in)?complete(?:ness|ly|d)?", "(?:non )?exhaustive(?:ness|ly)?", "comprehensive(?:ness|ly)?", "full", "fully",
    "in full", "entire(?:ly|ty)?", "whole", "definitive", "final", "conclusive", "thorough", "partial(?:ly)?", "partly",
    "current", "recent", "(?:ال)?كامل(?:ه|اه|ا)?", "شامل(?:ه)?", "تام(?:ه)?", "حصري(?:ه)?", "نهايي(?:ه)?",
    "جزيي(?:ه|ا)?", "مكتمل(?:ه)?",
)  # fmt: skip
"""Adjectives of a list: with "which" or "what" they ask for the list itself, "the full list of parties"."""
_DOUBTED = (
    "missing", "miss(?:es)?", "lacks?", "lacking", "left out", "left off", "absent", "unlisted", "unrecorded",
    "omit(?:s|ted|ting)?", "omissions?", "gaps?", "forgotten", "overlooked", "forget", "holes?", "escaped",
    "not (?:yet )?(?:been )?(?:recorded|listed|included|named|captured|entered|covered)",
    "(?:you|we) (?:do|did|have|has) not (?:yet )?(?:list|listed|name|named|record|recorded|have|know|include|included)",
    "(?:graph|record|records|list|data|database|that|you|it) (?:doesnt|does not|doesn t|dont) \\w+",
    "leav(?:e|es|ing) (?:\\w+ ){0,3}out", "how many of the \\d{1,3}",
    "do (?:you|we) not (?:have|list|name|know|record)",
    "(?:dont|do not|don t|havent|have not) (?:you|we)(?: yet)? \\w+",
    "(?:you|we) (?:don t|dont|didn t|haven t|lack|missed|left out|forgot)",
    "trust(?:ed|worthy)?", "rely on", "relied (?:up)?on", "reliab(?:le|ility)", "depend(?:ed)? (?:up)?on",
    "coverage", "cover(?:s|ed)?", "(?:in)?completeness", "how (?:\\w+ )?(?:complete|full|exhaustive|comprehensive)",
    "(?:what|which) (?:share|proportion|percentage|fraction|part|portion)", "how much",
    "غير (?:مكتمل|كامل|شامل|تام|محدث|حديث|مستوف|وافي)(?:ه|اه)?", "ليست? (?:مكتمل|كامل|شامل)(?:ه)?",
    "(?:ناقص|محدث|حديث|مستوف|وافي)(?:ه|اه)?", "شمولي(?:ه|ته|تها)", "نقصان",
    "(?:[يت]كتمل|[يت]ستوفي|استوفت|مستوفي)(?:ها|ون)?", "(?:ب|في)?(?:اكتمال|كمال|شمول|نقص|نواقص)(?:ها|ه)?",
    "(?:ال)?(?:ثغر|فجو)(?:ه|ات)", "[يت]نقص(?:ها|نا|كم|ه)?", "(?:ال)?ناقص(?:ه|ين|ون)?", "[يت]شمل", "[يت]غطي",
    "تغطيه", "استكمل(?:ت)?", "اكتمل(?:ت)?", "مستوف(?:ي|اه)", "واف(?:يه)?", "منقوص(?:ه)?", "محين(?:ه)?",
    "فراغ(?:ات)?", "سقط(?:ت)?", "(?:اغفل|فات|نسي)(?:ت|تم)?(?:كم|نا|ها|ه)?",
    "غير (?:ال)?(?:مدرج|مسجل|مذكور|مدون|موثق)(?:ه|ين)?",
    "(?:لم|لا) (?:[يت]تم )?(?:[يتن](?:سجل|درج|ذكر|دون|رصد|رد|عرف)(?:وا|ون)?(?:ها|هم|ه)?|"
    "(?:تسجيل|ادراج)(?:ها|ه|هم))",
    "(?:ال)?(?:مفقود|غايب|ناقص|متبقي)(?:ه|ين|ون)?", "[يت]غيب", "غابت?",
    "(?:ال)?(?:وثوق|ثقه|موثوقي(?:ه|ته|تها)|موثوق(?:ه)?)", "(?:ال)?(?:اعتماد|تعويل) علي", "[انت]ثق",
    "(?:ما )?مدي", "نسبه",
)  # fmt: skip
_DATED_ON = (
    "(?:not )?up to date", "how current", "outdated", "how recent", "how far", "how old",
    "(?:last |latest |most recent(?:ly)? )?updat(?:ed|e)",
    "cut ?off(?: date| day)?", "out of date", "stale",
    "(?:recorded|known|go|goes|listed|kept|reach|reaches|run|runs|extend|extends) (?:up )?to",
    "to (?:what|which) (?:date|day|year)",
    "(?:up to|up until|until|till|as of|as at) (?:when|what|which)(?: date| day| year| point| moment)?",
    "(?:الي|حتي|لغايه) (?:اي|ايه|متي)(?: تاريخ| سنه| عام| يوم)?(?! حد| مدي| درجه)", "محدثه?", "حديثه?",
    "لم [يت]حدث(?:وا|ون)?", "[يت]?توقف(?:ت)?(?: تسجيل)?", "منذ متي",
    "(?:اخر )?(?:تحديث|حدثت|حدث|جري تحديث)(?:ها|ه)?", "(?:ال)?تاريخ (?:ال)?(?:اقفال|توقف)",
)  # fmt: skip
_ADJECTIVES = phrases(*_OF_LIST)
_COMPLETE = phrases(*_OF_LIST, *_DOUBTED, *_DATED_ON, "(?:الي|حتي) (?:اي|ايه)(?: حد| مدي| درجه)")
_DATED = phrases(*_DATED_ON, "current", "recent")
_DOUBT = phrases(*_DOUBTED, *_DATED_ON, "(?:الي|حتي) (?:اي|ايه)(?: حد| مدي| درجه)")
_KNOWN = phrases(
    "all|every|each|everyone|everybody|only (?:some|part|a few)|whole",
    "[لب]?(?:كل|جميع|كافه|كامل|كلهم|جميعهم|كلها|جميعها)",
)
_KNOWS = phrases(*RECORDED, *LISTS)

_NUMBER = r"(?:(?:the )?\d{1,3} )?"
_NUMBER_AR = r"(?: ال\d{1,3}|(?<=[^\d]) \d{1,3}(?= (?:كل|جميع|دول)))?"
_JOINED = phrases(
    "join(?:s|ed|ing)?", "acced(?:e|es|ed|ing)(?: to)?", "accessions?(?: to)?", "adher(?:e|es|ed|ing)(?: to)?",
    "bound by", "signed up to", "انضم(?:ت|وا)?(?: الي)?", "صادق(?:ت|وا)?(?: علي)?", "صدق(?:ت|وا)?(?: علي)?",
    "(?:ال)?منضم(?:ه|ين|ون)?(?: الي)?", "(?:ال)?انضمام(?:ات)?(?: الي)?",
)  # fmt: skip
_PARTIES = phrases(
    f"{_NUMBER}(?:states? )?part(?:y|ies)", f"{_NUMBER}ratif(?:ications?|iers?)", "ratified", "ratify",
    f"{_NUMBER}contracting (?:states?|part(?:y|ies))",
    f"[لب]?(?:(?:ال)?دول )?(?:(?:ال|لل)?اطراف|(?:ال)?طرفا?){_NUMBER_AR}", "(?:ال)?(?:تصديق|مصادق)(?:ات|ه)?(?: علي)?",
    "(?:ال)?(?:مصادق|مصدق)(?:ه|ين|ون)?(?: علي)?", _JOINED.pattern,
)  # fmt: skip
_SIGNED = phrases(
    f"{_NUMBER}signator(?:y|ies)(?: states?)?", f"{_NUMBER}signatures?", "signed", "signers?",
    "(?:ال)?(?:توقيع|توقيعات)(?: علي)?", "(?:ال)?موقع(?:ه|ين|ون)?(?: علي)?", "وقعت?(?: علي)?", "وقعوا(?: علي)?",
)  # fmt: skip
_MEMBERS = phrases(
    f"{_NUMBER}member states?", f"{_NUMBER}member countries", f"{_NUMBER}members?", "memberships?",
    f"(?:(?:ال)?دول |(?:ال)?دوله )?(?:ال)?(?:اعضاء|عضويه|عضو){_NUMBER_AR}",
)  # fmt: skip
_FILLERS = RECORDED | LISTS | JUDGED | AROUND
_RECORD = phrases(
    "(?:in)?complete(?:ness|ly)?", "exhaustive(?:ness)?", "missing", "gaps?", "coverage", "up to date", "left out",
    "cut ?off(?: date)?", "(?:last |latest )updated?",
    "(?:ال)?(?:اكتمال|كمال|شمول|نقص|نواقص|مفقود|مكتمله?|كامله|تغطيه|وثوق|موثوقيه)",
)  # fmt: skip
"""Words for how complete a list is, which need no question word."""
_BARELY = phrases(
    "how (?:complete|exhaustive|comprehensive) (?:is|are)", "what (?:is|s) missing", "missing (?:from|on|for|about|in)",
    "complete(?:ness)? of", "gaps? (?:in|on|for)", "ما مدي (?:اكتمال|كمال|شمول)", "ما (?:ال)?ناقص", "ما الذي ينقص",
)  # fmt: skip
"""How complete the record of something is; without more, the list of the parties to an instrument is meant."""
_ASKS = (
    "how ", "to ", "up ", "until ", "till ", "which ", "what ", "when ", "as of ", "as at ", "since ", "who ",
    "are ", "am ", "could ", "might ", "may ", "should ", "would ", "must ", "if ", "from ", "by ",
    "هل", "ما ", "ماذا", "الي ", "حتي ", "كم ", "اي ", "ايه ", "متي", "منذ ", "من ", "لغايه ", "الام ", "افي", "اهي",
)  # fmt: skip


def completeness_asked(opened: OpenStore, question: str) -> CompletenessAsked | None:
    """The instrument or body whose list of parties or members a question doubts; None for anything else."""
    said = plain(question)
    marks = {name: pattern.search(said) for name, pattern in _KINDS.items()}
    if not said or not (any(marks.values()) or _BARELY.search(said)):
        return None
    if (marks["members"] and marks["parties"]) or (marks["signed"] and marks["parties"] and _SET_APART.search(said)):
        return None  # "which members of X are not among the parties to Y", "signed but not listed as parties"
    opener, _, behind = said.partition(" ")
    asks = opener in question_words.YES_NO or said.startswith(_ASKS)
    if not (asks or _RECORD.search(said)) or not _doubts(said, opener, behind):
        return None
    for names_first in (True, False):
        found = _asked(opened, question, marks, names_first)
        if found is not None:
            return found
    return None


def _asked(
    opened: OpenStore, question: str, marks: dict[str, re.Match[str] | None], names_first: bool
) -> CompletenessAsked | None:
    every = phrases(_NUMBERED, _COMPLETE.pattern, _KNOWN.pattern, *(pattern.pattern for pattern in _KINDS.values()))
    frame = framed(opened, question, every, _FILLERS, names_first)
    kind = "instrument" if marks["parties"] or marks["signed"] or not marks["members"] else "organization"
    frame = frame and frame._replace(runs=tuple(f"in {r}" if _YEAR.fullmatch(r) else r for r in frame.runs))
    named = things(opened, frame.rest) if frame else None
    if frame and (named is None or len(named.entities) > 1):
        named = described(opened, frame.rest, kind)
    if frame is None or named is None or named.types or named.relations or len(named.entities) != 1:
        return None
    called = (*named.entities[0], *namesakes(opened, named.entities[0]))
    fitting = {n.id: n.type for n in opened.names.entities(called).values()}
    kinds = {e: set(opened.schema.ancestors(t)) for e, t in fitting.items()}
    meant = [e for e, above in kinds.items() if kind in above]
    if not meant and kind == "organization":  # "the membership of the Malabo Convention"
        kind, meant = "instrument", [e for e, above in kinds.items() if "instrument" in above]
    if len(meant) != 1:
        return None
    told = re.search(r"(?<!\d)\d{1,3}(?!\d)", " ".join(frame.found))
    return CompletenessAsked(
        meant[0],
        members=kind == "organization",
        dated=frame.has(_DATED),
        on=named.date,
        guesses=named.guesses(meant),
        signatures=bool(marks["signed"]),
        parties=bool(marks["parties"] or not marks["signed"]),
        number=int(told[0]) if told else None,
    )


_KINDS: dict[str, Phrases] = {"parties": _PARTIES, "signed": _SIGNED, "members": _MEMBERS}


_NUMBERED = r"ال\d{1,3}|(?<=all )\d{1,3}|\d{1,3}(?= (?:members|member|parties|states|signatories|contracting))"
_YEAR = re.compile(r"(?:19|20)\d\d")
_SET_APART = phrases("but", "yet", "without", "although", "لكن", "دون", "(?:و)?لم")
_OBLIGED = phrases("(?:have|has|had|need|needs) to")


def _doubts(said: str, opener: str, behind: str) -> bool:
    """Whether something is said there of how far a list goes, and not only which states are on it."""
    if _OBLIGED.search(said):
        return False
    if _DOUBT.search(said):
        counts = "how many" in said and not re.search(r" missing| not |how many of the \d", said)
        return not counts
    yes_no = opener not in ("which", "what", "who", "ما", "ماذا", "من", "اي", "how", "كم")
    if not yes_no or "how many" in said:
        return False
    if _ADJECTIVES.search(said):
        return True
    own = behind.split()[:1] in (["you"], ["we"], ["the"], ["your"])  # "has every state ratified it" asks of the states
    known = bool(_KNOWS.search(said if own or opener not in ("has", "have") else behind))
    if opener == "have" and behind.startswith(("everyone who ", "everybody who ")):
        return True  # "do you have everyone who joined X"
    if opener == "have" and behind.startswith(("all ", "every ", "each ")):
        known = (
            known or sum(len(list(p.finditer(said))) for p in _KINDS.values()) == 1
        )  # "if you have all parties to X"
    return known and bool(_KNOWN.search(said))
