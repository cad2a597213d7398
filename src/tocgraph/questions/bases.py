"""Questions for the legal bases of cooperation between two states."""

from __future__ import annotations

from tocgraph.questions.frames import Things, closed_set, framed, phrases, plain, things
from tocgraph.questions.link import LONGEST
from tocgraph.questions.requests import BasisAsked
from tocgraph.store import OpenStore

_BASIS = phrases(
    "(?:legal|treaty|juridical|conventional) (?:basis|bases|grounds?|foundations?|authority|framework)s?",
    "(?:on |upon )?(?:what|which) (?:basis|bases|grounds?|authority)", "the basis (?:for|of)",
    "invok(?:e[sd]?|ing)", "rel(?:y|ies|ied|ying)(?: up| )?on", "resort(?:ed|s)? to", "based (?:up)?on",
    "[وبل]?(?:ال)?(?:اساس|اسس|سند|اسانيد|اسناد) (?:ال)?قانوني[هة]?",
    "(?:و?علي |و?ب)?(?:اي|ايه) (?:اساس|سند)(?: قانوني)?",
    "[يتن]ستند(?:ون|ان|وا)?(?: الي)?", "الاستناد الي", "استنادا الي", "[يتن]حتج(?:ون)?", "الاحتجاج",
)  # fmt: skip
_TREATIES = phrases(
    "(?:under |by |through )?(?:what|which|any) (?:bilateral |multilateral |international )?"
    "(?:treat(?:y|ies)|conventions?|agreements?|(?:legal )?instruments?|arrangements?)",
    "(?:بموجب |وفق |بمقتضي )?(?:ما|اي|ايه|ما هي) (?:ال)?(?:اتفاقي(?:ه|ات)|معاهد(?:ه|ات)|صكوك|صك|مواثيق)",
)
_SERVES = phrases(
    "can", "could", "may", "might", "would", "must", "should", "usable", "available", "appl(?:y|ies|icable)",
    "govern(?:s|ed|ing)?", "regulat(?:es?|ing)", "allow(?:s|ed)?", "permits?", "enables?", "lets?",
    "يمكن(?:ها|هم|ه)?", "[يت]جوز", "[يت]ستطيع", "[يت]سمح", "[يت]تيح", "[يت]طبق", "[يت]نطبق", "[يت]حكم", "[يت]نظم",
    "[يت]ستخدم(?:ها)?", "[يت]سلم(?:ون)?",
)  # fmt: skip
_EXTRADITES = phrases(
    "extradit(?:e|es|ed|ing|able)", "surrender(?:s|ed|ing)?", "hand(?:s|ed|ing)?(?: over)?",
    "deliver(?:s|ed|ing)?(?: up)?", "send(?:s|ing)?|sent",
    "[لب]?(?:[يتن]سلم|تسليم)(?:ون|وا|ها|هم)?", "(?:ال|لل)تسليم", "[لب]?استرداد", "[يتن]سترد(?:ون)?",
)  # fmt: skip
_ANY = phrases(*(p.pattern for p in (_BASIS, _TREATIES, _SERVES, _EXTRADITES)))
_WANTED = closed_set(
    "suspect suspects fugitive fugitives offender offenders accused defendant defendants criminal criminals wanted "
    "person persons people national nationals citizen citizens perpetrator perpetrators convict convicts someone "
    "متهم متهما متهمين المتهم المتهمين مطلوب مطلوبا مطلوبين المطلوب المطلوبين مجرم مجرما مجرمين المجرم المجرمين "
    "مشتبه "
    "المشتبه هارب هاربا هاربين الهارب الهاربين شخص شخصا اشخاص الاشخاص مواطن مواطنا مواطنيها جان جناه الجناه"
)
"""Words for those who are handed over."""
_FILLERS = _WANTED | closed_set(
    "legal common share shares shared mutually legally treaty treaties convention conventions agreement agreements "
    "instrument instruments international request requests requested requesting seek seeks sought ask asks asked "
    "obtain obtains get gets grant grants granted give gives provide provides demand demands make making made use "
    "uses "
    "used using case cases matters prosecutor prosecutors court courts judge judges authority authorities official "
    "officials investigator investigators lawyer state states country countries government governments existing "
    "exist "
    "exists order purpose cooperate cooperation bases basis have two each other secure "
    "طلب طلبا الطلب طلبات تطلب يطلب لطلب الحصول للحصول مدع مدعي المدعي العام عام محكمه محكمة قاض قاضي السلطات "
    "سلطات النيابه العامه "
    "دوله الدولتين البلدين الدولتان حكومه قانوني قانونيه القانونيه القانوني مشترك مشتركه المشترك المشتركه المتاح "
    "المتاحه "
    "اتفاقيه اتفاقيات الاتفاقيات معاهده معاهدات المعاهدات صكوك الصكوك دوليه الدوليه اليها اليه تقدم تقديم تقديمه "
    "يقدم مقدم موجه المتوافر المتوفر القايم الواجب للتعاون التعاون"
)
_EXTRADITION = ("extradition", "تسليم المجرمين")


def basis_asked(opened: OpenStore, question: str) -> BasisAsked | None:
    """The states, form of cooperation, crime and date of a question for a legal basis between two states.

    None when it asks for anything else, or when a word of it would be passed over.
    """
    said = plain(question[:LONGEST])
    strong = _BASIS.search(said) is not None
    if len(question) > LONGEST or not (strong or (_TREATIES.search(said) and _SERVES.search(said))):
        return None
    frame = framed(opened, question, _ANY, _FILLERS)
    named = things(opened, frame.rest) if frame else None
    if frame is None or named is None or named.types or named.relations:
        return None
    found = _sorted(opened, named)
    if found is None:
        return None
    states, mechanisms, crimes = found
    handing = frame.has(_EXTRADITES) or bool(_WANTED.intersection(frame.left))
    if handing and not mechanisms:
        extradition = (things(opened, name) for name in _EXTRADITION)
        mechanisms = [e for t in extradition if t for e in t.single][:1]
    if len(states) != 2 or states[0] == states[1] or len(mechanisms) > 1 or len(crimes) > 1:
        return None
    if not strong and not mechanisms:
        return None
    return BasisAsked(
        states[0],
        states[1],
        mechanism=mechanisms[0] if mechanisms else None,
        crime=crimes[0] if crimes else None,
        on=named.date,
        guesses=named.guesses(),
    )


def _sorted(opened: OpenStore, named: Things) -> tuple[list[str], list[str], list[str]] | None:
    """The states, the mechanisms and the crimes among what is named; None when anything else is."""
    kinds: dict[str, list[str]] = {"state": [], "mechanism": [], "crime": []}
    same = {"state": "state", "territory": "state", "mechanism": "mechanism", "crime": "crime"}
    for candidates in named.entities:
        of = opened.names.entities(candidates).values()
        fitting = [(same[k], n.id) for n in of for k in same if k in opened.schema.ancestors(n.type)]
        if len(fitting) != 1:
            return None
        kinds[fitting[0][0]].append(fitting[0][1])
    states, mechanisms, crimes = (list(dict.fromkeys(found)) for found in kinds.values())
    return states, mechanisms, crimes
