"""Questions on the record itself: how complete a list in it is, and what in it is doubtful."""

from __future__ import annotations

from tocgraph.questions import words as closed
from tocgraph.questions.comparisons import OTHERWISE
from tocgraph.questions.frames import Frame, Things, closed_set, framed, phrases, plain, things
from tocgraph.questions.requests import CompletenessAsked, DoubtAsked
from tocgraph.store import OpenStore

_COMPLETE = phrases(
    "(?:in)?complete(?:ness|ly)?", "exhaustive", "comprehensive", "full", "entire", "missing", "miss(?:es)?",
    "lacks?",
    "lacking", "left out", "omit(?:s|ted)?", "gaps?", "(?:not )?up to date", "current", "outdated", "recent",
    "how far",
    "(?:recorded|known|go|goes|listed|kept|reach|reaches) (?:up )?to", "to (?:what|which) (?:date|day|year)",
    "(?:up to|until|till|as of) (?:when|what|which)(?: date| day| year)?",
    "(?:غير |ليست )?(?:مكتمل|كامل|ناقص|شامل|تام|محدث|حديث)(?:ه)?", "(?:اكتمال|كمال|شمول|نقص|نواقص)",
    "[يت]نقص(?:ها|نا)?",
    "(?:الي|حتي) (?:اي|ايه|متي)(?: تاريخ| حد| مدي| سنه| عام| يوم)?", "ما مدي", "(?:ال)?مفقود(?:ه|ين)?", "[يت]غيب",
)  # fmt: skip
_DATED = phrases(
    "up to date", "current", "outdated", "recent", "how far", "to (?:what|which) (?:date|day|year)",
    "(?:up to|until|till|as of) (?:when|what|which)(?: date| day| year)?",
    "(?:الي|حتي) (?:اي|ايه|متي)(?: تاريخ| سنه| عام| يوم)?",
    "محدثه?", "حديثه?",
)  # fmt: skip
_KNOWN = phrases("all|every|each", "كل|جميع|كافه|كامل|كلهم|جميعهم|كلها|جميعها")
_KNOWS = phrases(
    "know|knows|known|have|has|got|records?|recorded|named|names|lists?|listed|includes?|included|here",
    "[نتيا]عرف|معروف(?:ه|ين)?|لدي(?:كم|نا|ك)|(?:مسجل|مدون|مذكور|مدرج)(?:ه|ين|ون)?|سجل(?:تم|ت)?",
)
_PARTIES = phrases(
    "(?:states? )?part(?:y|ies)", "ratif(?:ications?|iers?)", "ratified",
    "(?:(?:ال)?دول )?(?:ال)?اطراف", "(?:ال)?تصديقات",
)  # fmt: skip
_MEMBERS = phrases("members?", "memberships?", "member states?", "(?:دول |دوله )?(?:ال)?(?:اعضاء|عضويه|عضو)")
_COMPLETE_FILLERS = closed_set(
    "know known knows got we you list lists record records recorded recording naming name names named data database "
    "graph "
    "here how yet so our your its it them all every each any some states state countries country have has been sure "
    "certain day date year kept go goes covers cover coverage information knowledge set exactly which what whether "
    "are "
    "still if there holds hold contains contain included include includes listed reach reaches "
    "قايمه لايحه سجل سجلات السجل قوايم هي هو معروفه معروف معروفين معروفون كلهم جميعهم كلها لدينا لديكم لديك "
    "نعرف تعرف تعرفون "
    "مدونه مدون "
    "مدونين مسجله مسجل "
    "مسجلون مسجلين مذكوره مذكورون مدرجه كل جميع كافه دول الدول الدوله تاريخ احد عندكم عندنا عندك بيانات البيانات "
    "معلومات قايمتكم "
    "قايمتك سجلكم تدوين مدي هناك اي ايه الان"
)


def completeness_asked(opened: OpenStore, question: str) -> CompletenessAsked | None:
    """The instrument or body whose list of parties or members a question doubts; None for anything else."""
    said = plain(question)
    marks = [_PARTIES.search(said), _MEMBERS.search(said)]
    if not any(marks) or not said:
        return None
    asks = said.split()[0] in closed.YES_NO or said.startswith(("how ", "to ", "up to ", "until ", "which ", "what "))
    asks = asks or said.startswith(("are ", "هل", "ما ", "الي ", "حتي ", "كم ", "اي "))
    whole = _COMPLETE.search(said) or (_KNOWN.search(said) and _KNOWS.search(said) and said.split()[0] in closed.YES_NO)
    if not asks or not whole or "how many" in said:
        return None
    either = phrases(_COMPLETE.pattern, _KNOWN.pattern, _PARTIES.pattern, _MEMBERS.pattern)
    frame = framed(opened, question, either, _COMPLETE_FILLERS)
    named = things(opened, frame.rest) if frame else None
    if frame is None or named is None or named.types or named.relations or len(named.entities) != 1:
        return None
    kind = "instrument" if marks[0] else "organization"
    fitting = [
        n.id for n in opened.names.entities(named.entities[0]).values() if kind in opened.schema.ancestors(n.type)
    ]
    if len(fitting) != 1:
        return None
    return CompletenessAsked(
        fitting[0], members=not marks[0], dated=frame.has(_DATED), on=named.date, guesses=named.guesses(fitting)
    )


_STANDINGS = {
    ("rejected",): phrases(
        "reject(?:ed|ion|s)?", "refuted", "false", "wrong(?:ly)?", "incorrect", "untrue", "errors?",
        "mistak(?:es?|en)",
        "(?:ال)?مرفوض(?:ه|ات)?", "(?:ال)?خاطي(?:ه)?", "(?:ال)?اخطاء", "غير (?:ال)?صحيح(?:ه)?", "(?:ال)?مغلوط(?:ه)?",
    ),
    ("unverified",): phrases(
        "unverified", "unconfirmed", "not (?:yet )?(?:been )?(?:verified|confirmed|checked)", "unchecked", "unproven",
        "غير (?:ال)?(?:متحقق|موكد|موثق|مثبت|محقق)(?:ه)?(?: منها| منه)?", "لم [يت]تحقق منها?", "لم [يت]ثبت",
    ),
    ("disputed", "rejected"): phrases(
        "disput(?:e|es|ed)", "contest(?:ed|s)?", "contentious", "controvers(?:y|ies|ial)",
        "in (?:dispute|contention)",
        "disagree(?:s|d|ments?)?", "contradict(?:s|ed|ions?|ory)?", "conflicting", "debated", "challenged", "at odds",
        "(?:ال)?متنازع(?: عليها?| فيها?)?", "(?:ال)?مختلف(?:ا)?(?: عليها?| فيها?)", "محل (?:ال)?(?:خلاف|جدل|نزاع)",
        "موضع (?:ال)?(?:خلاف|جدل|نزاع)", "(?:ال)?(?:خلاف|خلافات|تناقضات?|تضارب)", "[يت]تناقض", "[يت]تضارب",
        "[يت]ختلف(?:ون)?(?: فيه| عليه| حوله)?(?: المصادر)", "اختلفت? (?:فيه |عليه )?المصادر",
        "(?:ال)?مثير(?:ه)? للجدل", "غير (?:ال)?متفق عليها?",
    ),
    ("disputed", "rejected", "unverified"): phrases(
        "doubt(?:s|ed|ful)?", "dubious", "uncertain(?:ty|ties)?", "questionable", "(?:in|into) question",
        "questioned",
        "not certain", "unreliable",
        "(?:ال)?مشكوك(?: فيها?)?", "(?:ال)?(?:شك|شكوك)", "غير (?:ال)?(?:مسلم|موثوق|يقيني)(?:ه)?(?: بها?)?", "موضع شك",
    ),
}  # fmt: skip
_DOUBT = phrases(*(p.pattern for p in _STANDINGS.values()))
_CLAIMS = phrases(
    "claims?", "statements?", "assertions?", "allegations?", "facts?",
    "(?:ال)?(?:مزاعم|زعم|ادعاءات|ادعاء|اقوال|قول|بيانات|معلومات|تصريحات)",
)  # fmt: skip
_DOUBT_FILLERS = closed_set(
    "each other another source sources said say says information data things thing points point anything something "
    "everything much made "
    "recorded concerning regarding about on over around still whether where authors documents relating related far "
    "المصادر مصادر بشان حول عن عليه عليها فيه فيها به بها يتعلق بخصوص المتعلقه المسجله الوارده منها منه امور اشياء "
    "شيء فيما "
    "بين الوثايق هو هي كان"
)


def doubt_asked(opened: OpenStore, question: str) -> DoubtAsked | None:
    """The standings and the thing that a question for doubtful claims names; None when it asks for anything else."""
    said = plain(question)
    if not _DOUBT.search(said) or (OTHERWISE & set(said.split()) - {"where", "اين"}):
        return None
    marks = phrases(_DOUBT.pattern, _CLAIMS.pattern)
    frame = framed(opened, question, marks, _DOUBT_FILLERS)
    if frame is None or not frame.has(_DOUBT):
        return None
    named = things(opened, frame.rest) if frame.runs else Things()
    if named is None or named.types or named.relations or len(named.entities) > 1:
        return None
    if named.entities and len(named.entities[0]) != 1:
        return None
    standings = _standings(frame)
    if not named.entities and (len(said.split()) < 2 or "unverified" in standings):
        return None  # of everything, only what sources contradict is worth listing
    about = named.entities[0][0] if named.entities else ""
    return DoubtAsked(about, standings, named.date, named.guesses())


def _standings(frame: Frame) -> tuple[str, ...]:
    found = [standings for standings, pattern in _STANDINGS.items() if frame.has(pattern)]
    if found == [("disputed", "rejected")] and frame.has(_CLAIMS) and frame.has(phrases("disputed", "(?:ال)?متنازع.*")):
        return ("disputed",)  # "which claims are disputed" names a standing; "what is disputed" is a wider question
    return tuple(dict.fromkeys(s for standings in found for s in standings))
