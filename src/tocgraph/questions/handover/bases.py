"""Questions for the legal bases of cooperation between two states."""

from __future__ import annotations

import re

from tocgraph.questions.answering.naming import Things, things
from tocgraph.questions.linking.frames import framed, phrases, plain
from tocgraph.questions.linking.linked import LONGEST
from tocgraph.questions.requests import BasisAsked
from tocgraph.questions.words.closed import closed_set
from tocgraph.store import OpenStore

_BASIS = phrases(
    "(?:legal|treaty|juridical|conventional) (?:basis|bases|grounds?|foundations?|authority|framework)s?",
    "(?:on |upon )?(?:what|which) (?:basis|bases|grounds?|authority)", "the basis (?:for|of)",
    "what (?:legally )?binds", "invok(?:e[sd]?|ing)", "rel(?:y|ies|ied|ying)(?: up| )?on", "resort(?:ed|s)? to",
    "based (?:up)?on",
    "[وبل]?(?:ال)?(?:اساس|اسس|سند|اسانيد|اسناد|اطار|اطر) (?:ال)?قانوني[هة]?",
    "(?:و?علي |و?ب)?(?:اي|ايه) (?:اساس|سند)(?: قانوني)?",
    "[يتن]ستند(?:ون|ان|وا)?(?: الي)?", "الاستناد الي", "استنادا الي", "[يتن]حتج(?:ون)?", "الاحتجاج",
)  # fmt: skip
_TREATIES = phrases(
    "(?:under |by |through )?(?:(?:what|which|any) )?(?:bilateral |multilateral |international )?"
    "(?:treat(?:y|ies)|conventions?|agreements?|(?:legal )?instruments?|arrangements?)",
    "(?:بموجب |وفق |بمقتضي )?(?:(?:ما|اي|ايه|ما هي) )?(?:ال)?(?:اتفاقي(?:ه|ات)|معاهد(?:ه|ات)|صكوك|صك|مواثيق)",
)
_SERVES = phrases(
    "can", "could", "may", "might", "would", "must", "should", "usable", "available", "appl(?:y|ies|icable)",
    "(?:to )?ask(?:s|ing)?", "(?:to )?request(?:s|ing)?", "(?:to )?seek(?:s|ing)?", "rely",
    "govern(?:s|ed|ing)?", "regulat(?:es?|ing)", "allow(?:s|ed)?", "permits?", "enables?", "lets?",
    "يمكن(?:ها|هم|ه)?", "[يت]جوز", "[يت]ستطيع", "[يت]سمح", "[يت]تيح", "[يت]طبق", "[يت]نطبق", "[يت]حكم", "[يت]نظم",
    "[يت]ستخدم(?:ها)?", "[يت]سلم(?:ون)?", "[يت]حق", "(?:ب|في )(?:وسع|امكان|مقدور|مستطاع)(?:ها|هم|ه)?", "[يت]خول",
)  # fmt: skip
_BINDS = phrases(
    "bind(?:s|ing)?", "bound", "(?:in force )?between", "in force", "cover(?:s|ed|ing)?", "cooperat(?:e|es|ing|ion)",
    "work(?:ing)? together", "link(?:s|ing)?", "tie(?:s)?(?: together)?", "connect(?:s|ing)?", "unite(?:s)?",
    "(?:exists?|apply|applies|holds?) between",
    "[يت](?:جمع|ربط|لزم)(?: بين)?", "(?:ال)?(?:ملزم|نافذ|ساري)(?:ه|ات)?(?: بين)?", "بين", "[يت]صلح",
    "[يت]شكل", "للتعاون",
    "[يت]تعاون(?:ان|ون|ا|وا)?",
)  # fmt: skip
"""What instruments do to two states, so that they are a basis for what these do together."""
_EXTRADITES = phrases(
    "extradit(?:e|es|ed|ing|able)", "surrender(?:s|ed|ing)?", "hand(?:s|ed|ing)?(?: over)?",
    "deliver(?:s|ed|ing)?(?: up)?", "send(?:s|ing)?|sent",
    "[لب]?(?:[يتن]سلم|تسليم)(?:ون|وا|ها|هم)?", "(?:ال|لل)تسليم", "[لب]?استرداد", "[يتن]سترد(?:ون)?",
)  # fmt: skip
_SHARED = phrases("common to", "in common", "shared by", "[يت]شترك(?:ان|ون)?(?: في)?")
_EVIDENCE = phrases(
    "evidence", "proofs?", "testimon(?:y|ies)", "witness(?:es)?(?: statements?)?", "bank records", "(?:ال)?ادله",
    "(?:ال)?شهاد(?:ه|ات)", "سماع (?:ال)?شهود", "(?:ل?ل|ال|بال|ب)?مساعده (?:ال)?(?:قانونيه|قضاييه)",
)  # fmt: skip
_UNDERTAKES = phrases(
    "set(?:s|ting)? up", "establish(?:es|ed|ing)?", "creat(?:e|es|ed|ing)", "form(?:s|ed|ing)?", "launch(?:es|ed|ing)?",
    "conduct(?:s|ed|ing)?", "carr(?:y|ies|ied|ying) out", "run(?:s|ning)?", "organi[sz](?:e|es|ed|ing)",
    "arrang(?:e|es|ed|ing)", "undertak(?:e|es|ing)", "open(?:s|ed|ing)?", "start(?:s|ed|ing)?", "perform(?:s|ed|ing)?",
    "execut(?:e|es|ed|ing)", "appl(?:y|ies|ying) for", "plan(?:s|ned|ning)?", "need(?:s|ed)? to", "wants? to",
    "intend(?:s|ing)? to", "bring(?:s|ing)? back", "get(?:s|ting)? back", "put(?:ting)? together",
    "[لب]?(?:ال)?(?:تشكيل|انشاء|تكوين|اجراء|فتح|تنفيذ|اقامه|تنظيم|اطلاق|مباشره)",
    "[ايتن](?:شكل|نشي|كون|جري|نفذ|قيم|نظم|باشر)",
)  # fmt: skip
"""What is done with a form of cooperation, which the form itself says already."""
_ANY = phrases(
    *(p.pattern for p in (_BASIS, _TREATIES, _BINDS, _SHARED, _SERVES, _EXTRADITES, _EVIDENCE, _UNDERTAKES)),
)
_WANTED = closed_set(
    "suspect suspects fugitive fugitives offender offenders accused defendant defendants criminal criminals wanted "
    "person persons people national nationals citizen citizens perpetrator perpetrators convict convicts someone "
    "متهم متهما متهمين المتهم المتهمين مطلوب مطلوبا مطلوبين المطلوب المطلوبين مجرم مجرما مجرمين المجرم المجرمين "
    "مشتبه "
    "المشتبه هارب هاربا هاربين الهارب الهاربين شخص شخصا اشخاص الاشخاص مواطن مواطنا مواطنيها جان جناه الجناه"
)
"""Words for those who are handed over."""
_FILLERS = _WANTED | closed_set(
    "team teams unit units operation operations joint bilateral bilaterally multilateral regional mutual need needs "
    "want wants living lives located hiding hides resident residing arrested caught held side sides party parties "
    "pair both formal informal applicable valid current law laws legislation text texts work works fall back "
    "judge magistrate police detective detectives investigators ministry ministries central competent record records "
    "file "
    "files document documents bank account accounts back return returned virtue terms pursuant thanks serve serves "
    "serving "
    "constitute constitutes concern concerns concerning deal deals dealing address addresses provide provides exist "
    "when comes come regards regard respect terms about "
    "enough sufficient suitable possible possibility available turn wish wishes try trying whom whose him her held "
    "call upon help assistance jointly "
    "شرطه محقق المحقق محققين وزاره مركزيه مختصه ملف سجلات وثايق حسابات مصرفيه اساسا سندا كاساس كسند صالح صالحه كافيه "
    "علام الام بم ماذا علي كيف يمكن ان وعلي علي تكون يكون كان معمول "
    "فريق فرق عمليه عمليات ثنايي ثناييه الطرفين الجانبين البلدان مقيم موجود مختبي مقبوض سار ساريه نافذ نافذه قايم "
    "قايمه ارتكاز مرجع مرجعيه نص نصوص قانون مجال اطار شان سبيل اجل لاجل بغيه بغرض لغرض بهدف علاقه علاقات "
    "كل من بين ثنايي متبادل متبادله تبادل لتبادل التماس لالتماس هناك وجود "
    "legal common share shares shared mutually legally treaty treaties convention conventions agreement agreements "
    "instrument instruments international request requests requested requesting seek seeks sought ask asks asked "
    "obtain obtains get gets grant grants granted give gives provide provides demand demands make making made use "
    "uses "
    "used using case cases matters prosecutor prosecutors court courts judge judges authority authorities official "
    "officials investigator investigators lawyer state states country countries government governments existing "
    "exist "
    "exists order purpose cooperate cooperation bases basis have two each other secure "
    "طلب طلبا الطلب طلبات تطلب يطلب لطلب الحصول للحصول مدع مدعي المدعي العام عام محكمه محكمة قاض قاضي السلطات "
    "جناييا قضاييا امنيا قانونيا "
    "سلطات النيابه العامه "
    "جناييا قضاييا قانونيا امنيا "
    "دوله الدولتين البلدين الدولتان حكومه قانوني قانونيه القانونيه القانوني مشترك مشتركه المشترك المشتركه المتاح "
    "المتاحه "
    "اتفاقيه اتفاقيات الاتفاقيات معاهده معاهدات المعاهدات صكوك الصكوك دوليه الدوليه اليها اليه تقدم تقديم تقديمه "
    "يقدم مقدم موجه المتوافر المتوفر القايم الواجب للتعاون التعاون"
)
_IN_A_TREATY = re.compile(r"\b(?:treaty|conventional|juridical) (?:basis|bases|grounds?)\b", re.IGNORECASE)
"""What is called a legal basis, where no condition of a treaty is meant."""
_EXTRADITION = ("extradition", "تسليم المجرمين")
_ASSISTANCE = ("mutual legal assistance", "المساعدة القانونية المتبادلة")
_MAY_OPEN = frozenset("can could may might هل".split())
_AMONG = phrases("between", "بين", _SHARED.pattern)


def basis_asked(opened: OpenStore, question: str) -> BasisAsked | None:
    """The states, form of cooperation, crime and date of a question for a legal basis between two states.

    None when it asks for anything else, or when a word of it would be passed over.
    """
    question = _IN_A_TREATY.sub("legal basis", question)
    said = plain(question[:LONGEST])
    strong = _BASIS.search(said) is not None
    opener = said.split()[0] if said else ""
    asks = strong or bool(_TREATIES.search(said)) or opener in _MAY_OPEN
    if len(question) > LONGEST or not asks:
        return None
    binding = bool(_TREATIES.search(said) and _BINDS.search(said))
    if not (strong or binding or _SERVES.search(said) or _EXTRADITES.search(said) or _AMONG.search(said)):
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
    if frame.has(_EVIDENCE) and not mechanisms:
        assistance = (things(opened, name) for name in _ASSISTANCE)
        mechanisms = [e for t in assistance if t for e in t.single][:1]
    if len(states) != 2 or states[0] == states[1] or len(mechanisms) > 1 or len(crimes) > 1:
        return None
    if not (strong or binding or mechanisms):
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
