"""Questions for what in the record is doubtful: "what is disputed about the Budapest Convention"."""

from __future__ import annotations

from tocgraph.questions.answering.naming import Things, the_one, things
from tocgraph.questions.handover.comparisons import OTHERWISE
from tocgraph.questions.linking.frames import Frame, framed, phrases, plain
from tocgraph.questions.requests import DoubtAsked
from tocgraph.questions.words.closed import closed_set
from tocgraph.store import OpenStore

_STANDINGS = {
    ("rejected",): phrases(
        "reject(?:ed|ion|s)?", "refuted", "false", "wrong(?:ly)?", "incorrect", "untrue", "errors?",
        "mistak(?:es?|en)",
        "(?:ال)?مرفوض(?:ه|ات)?", "(?:ال)?خاطي(?:ه)?", "(?:ال)?اخطاء", "غير (?:ال)?صحيح(?:ه)?", "(?:ال)?مغلوط(?:ه)?",
        "(?:ال)?مردود(?:ه|ات)?", "لا [يت]صح", "(?:ب|عن )?(?:ال)?خطا", "غلطا", "زورا", "(?:ب|عن )?غير (?:وجه )?حق",
        "(?:ال)?(?:مغالط|مغلط)(?:ه|ات)", "(?:ال)?(?:غلط|اغلاط)", "غير (?:ال)?دقيق(?:ه)?",
        "(?:ثبت |تبين )?(?:بطلان|زيف|كذب|خطا)(?:ه|ها|هما|هم)?", "مجاف(?:ي|يه)? (?:للحقيقه|للصواب)",
        "(?:ثبتت? |تبينت? )?عدم (?:صح|دق|سلام)(?:ه|ته|تها|تهما|تهم)", "(?:ال)?(?:كاذب|زايف|باطل|مفند)(?:ه|ات)?",
        "disproved", "disproven", "debunked", "inaccura(?:te|cies|cy)",
    ),
    ("unverified",): phrases(
        "unverified", "unconfirmed", "not (?:yet )?(?:been )?(?:verified|confirmed|checked)", "unchecked", "unproven",
        "(?:needs?|await(?:s|ing)?|pending|requires?|lacks?|lacking) (?:to be )?(?:verif(?:y|ied|ication)|confirmed|"
        "confirmation|checked|checking|proof)",
        "(?:still |yet |remains? )?to be (?:verified|confirmed|checked|proven)",
        "غير (?:ال)?(?:متحقق|موثق|مثبت|محقق)(?:ه)?(?: منها| منه)?", "لم [يت]تحقق منها?",
        "لم [يت]تم (?:ال)?(?:تحقق|تاكد|تثبت|تحقيق)(?: (?:من|منه|منها|من صحته|من صحتها))?",
        "لم [يت]ثبت(?: صح(?:ته|تها|ه))?",
        "لم [يت]تاكد(?: صح(?:ته|تها|ه))?",
    ),
    ("disputed", "rejected"): phrases(
        "disput(?:e|es|ed)", "contest(?:ed|s)?", "contentious", "controvers(?:y|ies|ial)",
        "in (?:dispute|contention)",
        "disagree(?:s|d|ments?)?", "contradict(?:s|ed|ions?|ory)?", "conflicting", "debated", "challenged", "at odds",
        "(?:ال)?متنازع(?: عليها?| فيها?)?", "(?:ال)?مختلف(?:ا)?(?: عليها?| فيها?)", "محل (?:ال)?(?:خلاف|جدل|نزاع)",
        "موضع (?:ال)?(?:خلاف|جدل|نزاع)", "(?:ال)?(?:خلاف|خلافات|تناقضات?|تضارب)", "[يت]تناقض", "[يت]تضارب",
        "[يت]ختلف(?:ون)?(?: المصادر| (?:فيه|عليه|حوله|حول)ا?(?: المصادر)?)", "اختلفت? (?:فيه |عليه )?المصادر",
        "لا [يت](?:تفق|جمع)(?:ون)?(?: عليه| عليها| فيه)?(?: المصادر)?",
        "[يت]تعارض", "(?:ال)?(?:تعارض|متعارضه?|متناقضه?|متضاربه?|جدليه?|خلافيه?)", "اعترض(?:ت)?(?: علي)?",
        "(?:ال)?مطعون(?: فيها?| في صحت(?:ه|ها))?", "[يت]طعن(?: فيها?| في صحت(?:ه|ها))?",
        "(?:ال)?مثير(?:ه)? للجدل", "غير (?:ال)?متفق عليها?",
    ),
    ("disputed", "rejected", "unverified"): phrases(
        "doubt(?:s|ed|ful)?", "dubious", "uncertain(?:ty|ties)?", "questionable",
        "(?:in|into|open to|beyond|without) (?:question|doubt|challenge|dispute)",
        "questioned",
        "not (?:\\w+ )?(?:certain|sure|settled|agreed|proven|established|accepted|reliable|safe|rely|relied|"
        "trust(?:ed)?|believed?|"
        "depend|true|sound|solid|firm)(?: up)?(?: on)?", "unreliable", "untrustworthy",
        "how (?:\\w+ )?(?:reliable|certain|sure|solid|trustworthy|accurate|firm|settled|secure)", "suspect", "shaky",
        "unsure", "unclear",
        "unsettled", "reservations?", "caution", "cautious",
        "(?:ال)?مشكوك(?: فيها?| في صحت(?:ه|ها|هما|هم))?", "(?:ال)?(?:شك|شكوك)",
        "غير (?:ال)?(?:مسلم|موثوق|يقيني|موكد|محسوم|ثابت|مقطوع)(?:ه)?(?: بها?)?",
        "موضع شك", "لا يمكن (?:الوثوق|الاعتماد|التعويل)(?: بها?| عليها?)?", "[يت]?شكك(?:ون|وا)?(?: في)?",
    ),
}  # fmt: skip
_DOUBT = phrases(*(p.pattern for p in _STANDINGS.values()))
_CLAIMS = phrases(
    "claims?", "statements?", "dates?", "entries", "information",
    "accounts?", "versions?", "assertions?", "allegations?", "facts?",
    "(?:ال)?(?:مزاعم|زعم|ادعاءات|ادعاء|اقوال|قول|بيانات|معلومات|تصريحات)",
)  # fmt: skip
_DOUBT_FILLERS = closed_set(
    "each other another source sources said say says information data things thing points point anything something "
    "everything much made should must could can may be to taken treated considered regarded light salt open matter "
    "matters issue issues record details detail exist exists were been they about aspects aspect part parts ascribed "
    "attributed said given stated turned turn out proved proven prove found needs need has have remain remains "
    "علام الام فيم من في شان صدد ازاء تجاه يخص علي هل ثمه اية بعض بيان موقف معلومات حيث "
    "certainty how when reliable "
    "يجب ينبغي يمكن امر مسايل مساله نقاط نقطه جوانب جانب تفاصيل ورد يرد المنسوبه منسوب منسوبه المنسوب "
    "recorded concerning regarding about on over around still whether where authors documents relating related far "
    "المصادر مصادر بشان حول عن عليه عليها فيه فيها به بها يتعلق بخصوص المتعلقه المسجله الوارده منها منه امور اشياء "
    "شيء فيما "
    "treat treating handle i we taken anyone question يحيط تحيط يكتنف تكتنف قيل يقال كونه "
    "الافعال اقوال مقولات صحه وردت صحته صحتها "
    "مما نسب ينسب نسبت تنسب انها انه بانها بانه ذكر يذكر عزي يعزي "
    "بين الوثايق هو هي كان"
)


def doubt_asked(opened: OpenStore, question: str) -> DoubtAsked | None:
    """The standings and the thing that a question for doubtful claims names; None when it asks for anything else."""
    said = plain(question)
    if not _DOUBT.search(said) or (OTHERWISE & set(said.split()) - {"where", "when", "اين", "متي"}):
        return None
    marks = phrases(_DOUBT.pattern, _CLAIMS.pattern)
    frame = framed(opened, question, marks, _DOUBT_FILLERS)
    if frame is None or not frame.has(_DOUBT):
        return None
    named = things(opened, frame.rest) if frame.runs else Things()
    if frame.runs and (named is None or len(named.entities) > 1 or (named.types and named.entities)):
        # "the UN sanctions on Mali", "the first protocol to the Budapest Convention": the words between belong to it
        end = frame.words.rfind(plain(frame.runs[-1])) + len(plain(frame.runs[-1]))
        one = the_one(opened, frame.words[frame.words.find(plain(frame.runs[0])) : end])
        kind = things(opened, frame.runs[0]) if not one and len(frame.runs) > 1 else None
        if kind and kind.types and not (kind.entities or kind.relations):  # "which aims" of the thing named behind
            one = the_one(opened, frame.words[frame.words.find(plain(frame.runs[1])) : end])
            one = one and one._replace(types=kind.types)
        named = one or named
    if named is not None and len(named.types) == len(named.relations) == 1 and _ends(opened, named):
        named = named._replace(types=())  # "the acts that it is said to criminalize"
    if named is None or len(named.types) + len(named.relations) > 1 or len(named.entities) > 1:
        return None
    kinds = (*named.types[:1], *(r for of in named.phrases for r in of))
    if (named.entities and len(named.entities[0]) != 1) or (kinds and not named.entities):
        return None
    if {"when", "متي"} & set(said.split()) and not kinds:
        return None
    standings = _standings(frame)
    if not named.entities and (len(said.split()) < 2 or "unverified" in standings):
        return None  # of everything, only what sources contradict is worth listing
    about = named.entities[0][0] if named.entities else ""
    return DoubtAsked(about, standings, named.date, named.guesses(), kinds)


def _ends(opened: OpenStore, named: Things) -> bool:
    """Whether things of the type are an end of the relation."""
    [kind], [relation] = named.types, named.relations
    spec = opened.schema.relations[relation]
    return any(kind in opened.schema.ancestors(t) for t in (*spec["from"], *spec.get("to", ())))


def _standings(frame: Frame) -> tuple[str, ...]:
    found = [standings for standings, pattern in _STANDINGS.items() if frame.has(pattern)]
    if found == [("disputed", "rejected")] and frame.has(_CLAIMS) and frame.has(phrases("disputed", "(?:ال)?متنازع.*")):
        return ("disputed",)  # "which claims are disputed" names a standing; "what is disputed" is a wider question
    return tuple(dict.fromkeys(s for standings in found for s in standings))
