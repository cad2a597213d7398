"""The closed-class words of questions for conditions and refusals: "under what conditions", "متى يجوز رفض"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tocgraph.questions.linking.frames import Phrases, phrases
from tocgraph.questions.words.closed import closed_set

_REFUSE = (
    r"(?:refus(?:e[sd]?|ing|als?)|declin(?:e[sd]?|ing)|den(?:y|ies|ied|ying|ial)|reject(?:s|ed|ing|ion)?|"
    r"turn(?:s|ed|ing)? down|withh(?:old|olds|eld|olding))"
)
_REFUSE_AR = (
    r"(?:(?:[وف]?[لب]?(?:ال|لل)?(?:رفض|امتناع)(?:ها|ه|هم)?|[يت]متنع(?:ون|وا)?)(?: عن)?|"
    r"[يت]رفض(?:ها|ه|ون|وا)?|رفضت?)"
)
_WHY = (
    r"(?:(?:merely |just |simply |only )?because(?: of)?|by reason of|due to|owing to|citing|invoking|if|over|for|"
    r"on (?:the |any )?(?:sole |mere )?(?:grounds?|basis|pretext|account|reasons?) (?:of|that)|"
    r"for (?:the )?(?:sole |mere )?reasons? (?:of|that)|to (?:protect|preserve|safeguard|defend)|where|when|on)"
)
_WHY_AR = (
    r"(?:ل?مجرد|بسبب|لسبب|لاسباب|لدواعي|بدواعي|بدعوي|بحجه|بذريعه|بداعي|علي اساس|بناء علي|استنادا الي|لكون(?:ها|ه)?|"
    r"لان(?:ها|ه)?|خشيه|خوفا من|حفاظا علي|حمايه ل|تذرعا ب|اذا كانت?|ان كانت?|متي كانت?|في حاله?)"
)
_SCOPE = r"(?: (?:under|in|according to|pursuant to|in accordance with|by virtue of|within) .*)?"
_SCOPE_AR = r"(?: (?:بموجب|بمقتضي|وفقا|وفق|طبقا|بحسب|حسب|عملا|في) .*)?"
_EXCUSE = (
    r"(?:(?:be |as |count |constitute |serve |considered |treated |amount to |enough |sufficient |it )*"
    r"(?:an? |any |the |no |valid |good |proper |legitimate |permissible |lawful |sufficient )*"
    r"(?:grounds?|reasons?|justifications?|excuses?|basis|pretexts?)(?: for| of| to)?|"
    r"(?:be )?(?:invoked|used|raised|cited|relied on|pleaded)(?: as an? (?:ground|reason))?(?: in order)?(?: to| for)?|"
    r"(?:justify|allow|permit|warrant)|enough to|sufficient to)(?: the| an?)?"
)
_EXCUSE_AR = r"(?:ك?(?:سبب|مبرر|مسوغ|ذريعه|حجه|اساس|سند|عذر)ا?|مانعا?)(?: (?:كافيا?|مشروعا?|مقبولا?|صالحا?|وجيها?))?"
_APPEAL_AR = r"(?:[وبل]?(?:ال|لل)?(?:تذرع|احتجاج|دفع|تمسك|تعلل)|[يت](?:تذرع|حتج|دفع|تمسك|تعلل)(?:وا|ون)?)"
_PLAIN_GROUND = r"(?:(?:the|an?|its|their|his|her) )?(?P<ground>.+?)"

_GROUNDS = (
    rf"(?P<a>.*\b{_REFUSE} .*?) (?:on|for) (?P<ground>\w+(?: \w+)?) (?:grounds?|reasons?|considerations?)"
    rf"(?P<b>{_SCOPE})",
    rf"(?P<a>is|are|can|may|could|does|do|would|might) {_PLAIN_GROUND} {_EXCUSE} (?P<b>{_REFUSE}\b.*)",
    rf"(?P<a>.*?)(?:invok\w+|rel(?:y|ying) on|plead\w*|cit(?:e|ing)|us(?:e|ing)|rais(?:e|ing)) {_PLAIN_GROUND} "
    rf"(?:as (?:an? )?(?:grounds?|reason|excuse|pretext) (?:for|to|of)|(?:in order )?to|when|for) (?P<b>{_REFUSE}\b.*)",
    rf"(?P<a>هل(?: [يت]مكن(?: ان)?| [يت]جوز(?: ان)?)?) (?:[يت](?:عد|عتبر|شكل|صلح|مثل|كون|كفي|برر|سوغ|جيز)) "
    rf"(?P<ground>.+?)(?: {_EXCUSE_AR})? (?P<b>{_REFUSE_AR}.*)",
    rf"(?P<a>.*?){_APPEAL_AR} ?ب(?P<ground>.+?) (?P<b>(?:من اجل |بغرض |بغيه |بقصد |عند |{_EXCUSE_AR} )?{_REFUSE_AR}.*)",
)
_WHYS = (
    (rf"(?P<a>.*\b{_REFUSE}\b.*)", f" {_WHY} ", rf"{_PLAIN_GROUND}(?P<b>{_SCOPE})"),
    (rf"(?P<a>.*{_REFUSE_AR}.*)", f" {_WHY_AR} ?", rf"(?P<ground>.+?)(?P<b>{_SCOPE_AR})"),
)
_OF_GROUNDS = (
    rf"(?P<a>.*\b{_REFUSE}\b.*?) of {_PLAIN_GROUND}(?P<b>{_SCOPE})",
    rf"(?P<a>.*\b{_REFUSE} to \w+) {_PLAIN_GROUND}(?P<b>{_SCOPE})",
    rf"(?P<a>.*{_REFUSE_AR} .*?\w+) (?P<ground>\w+(?: \w+)?)(?P<b>{_SCOPE_AR})",
)
"""A ground that is said by what is refused: "refuse the extradition of nationals", "رفض تسليم المواطنين"."""


@cache
def _compiled() -> tuple[
    list[re.Pattern[str]], list[tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]], list[re.Pattern[str]]
]:
    def whole(pattern: str) -> re.Pattern[str]:
        return re.compile(f"^{pattern}$")

    whys = [(whole(before), re.compile(why), whole(behind)) for before, why, behind in _WHYS]
    return [whole(p) for p in _GROUNDS], whys, [whole(p) for p in _OF_GROUNDS]


def with_ground(said: str) -> Iterator[tuple[str, str]]:
    """The ground for which something is refused and the words without it, in every way; between them ("", said).

    What stands behind that is less sure than that there is no ground.
    """
    surer, whys, others = _compiled()
    for found in (pattern.match(said) for pattern in surer):
        if found:
            yield found["ground"], f"{found['a']} | {found['b']}"
    for before, why, behind in whys:
        for mark in why.finditer(said):
            first, second = before.match(said[: mark.start()]), behind.match(said[mark.end() :])
            if first and second:
                yield second["ground"], f"{first['a']} | {second['b']}"
    yield "", said
    for found in (pattern.match(said) for pattern in others):
        if found:
            yield found["ground"], f"{found['a']} | {found['b']}"


_NOUNS = (
    r"(?:conditions?|terms|restrictions?|requirements?|limitations?|limits?|preconditions?|prerequisites?|provisos?|"
    r"safeguards?|caveats?|qualifications?|constraints?)"
)
_NOUNS_AR = r"(?:شرطا?|شروطا?|قيودا?|قيدا?|ضوابط|ضابطا?|متطلبات|اشتراطات|ضمانات|محاذير|حدود|استثناءات)"
_MEANS = (
    r"(?:be |is |are )?"
    r"(?:obtained|met|fulfilled|satisfied|shown|secured|sought|proved|proven|needed|required|necessary)"
)
_GOT_AR = r"(?:الحصول علي(?:ه|ها)|توافر(?:ه|ها)|توفر(?:ه|ها)|استيفاو(?:ه|ها)|تحقق(?:ه|ها)|تامين(?:ه|ها)|مراعات(?:ه|ها))"

CUES: tuple[tuple[str, Phrases], ...] = (
    (
        "conditions",
        phrases(
            rf"(?:(?:under|on|upon|subject to|with|in|for|to) )?(?:(?:what|which|the|any) )?(?:legal |formal )?{_NOUNS}"
            r"(?: (?:of|for|on|to))?",
            "under (?:what|which) circumstances",
            "subject to what",
            rf"what (?:must|has to|needs? to|should|is|are|ought to) (?:first )?{_MEANS}(?: first)?",
            rf"(?:must|has to|have to|needs? to|should) {_MEANS}",
            "required (?:before|for)",
            "before",
            "when (?:may|can|is|are|could|does|do)",
            "requires?(?= .*(?:before|for) )",
            rf"(?:و?[بل]|علي |تحت |وفق |ضمن |في )?(?:(?:اي|ايه|ما|ما هي) )?(?:ال|بال|لل|وال)?{_NOUNS_AR}"
            r"(?: (?:ال)?(?:قانونيه?))?",
            "متي [يت](?:جوز|سمح|مكن|تاح|كون)(?: ان)?",
            "[بل]?(?:ماذا|م|ما) (?:[يت](?:تقيد|رتهن|خضع|قيد))",
            "(?:علام|علي (?:ماذا|ما|م)) [يت]توقف",
            rf"(?:ما (?:هو )?الذي|ماذا|ما) (?:[يت](?:لزم|جب|نبغي|شترط|تعين|تطلب|ستلزم)(?:ها|ه)?)(?: {_GOT_AR})?",
            rf"(?:[يت](?:لزم|جب|نبغي|تعين)) {_GOT_AR}",
            "قبل",
        ),
    ),
    ("basis", phrases("on (?:what|which) (?:basis|bases)", "(?:علي اي|باي|علي) (?:اساس|اسس)")),
    (
        "require",
        phrases(
            "requir(?:e[sd]?|ing)|needs?|needed|necessary|must|"
            "(?:conditional|dependent|contingent) (?:up)?on|subject to|مشروطه?|مرهونه?|رهينه?|متوقفه? علي|"
            "demand(?:s|ed)?|insist(?:s)? on|calls? for|prescribes?|makes?|stipulates?",
            "[يت](?:شترط|ستلزم|تطلب|قتضي|وجب|طلب|فرض|ستوجب)(?:ها|ه)?|اشترط(?:ت)?|(?:ال)?اشتراط|"
            "(?:ال)?(?:لازم|مطلوب|ضروري)(?:ه)?|[يت](?:جب|لزم|نبغي|تعين)",
        ),
    ),
    (
        "without",
        phrases(
            "without(?: (?:having|obtaining|getting|seeking|asking for|requiring))*|in the absence of|absent",
            "(?:من )?(?:ب?دون|غير|ب?غير)(?: (?:الحصول علي|اخذ|اشتراط|توافر|توفر|استيفاء))?",
        ),
    ),
    (
        "bar",
        phrases(
            "forbid(?:s|den|ding)?|bar(?:s|red|ring)?|prohibit(?:s|ed|ing)?|prevents?|bans?|banned|"
            "rul(?:e[sd]?|ing) out|exclud(?:e[sd]?|ing)|disallow(?:s|ed)?|(?:may|must|can|shall|does|do) not|cannot",
            "[وبل]?(?:ال)?(?:حظر|منع|استبعاد|تحريم)|[يت](?:حظر|منع|ستبعد|حرم)|عدم جواز|لا [يت](?:جوز|جيز|سمح|بيح)",
        ),
    ),
    (
        "refuse",
        phrases(
            rf"(?:(?:the )?(?:grounds?|reasons?|cases|causes) (?:for|of|to) )?{_REFUSE}(?: (?:of|to))?",
            rf"(?:(?:ال)?(?:اسباب|سبب|حالات|حاله|مبررات|مبرر|مسوغات|دواعي|موانع|احوال) )?(?:الي )?{_REFUSE_AR}",
        ),
    ),
)
"""What such a question asks for: conditions, what is required or may be missing, refusals, and what bars them."""


def cues(said: str) -> set[str]:
    """What the question may ask for by its words: conditions, refusals and so on; nothing where it has none of them."""
    return {kind for kind, pattern in CUES if pattern.search(said)}


def of_any(said: str) -> bool:
    """Whether a refusal of any form of cooperation is meant: "grounds for refusal", "refuse a request"."""
    return bool(_OF_ANY.search(said))


_OF_ANY = phrases("grounds?", "reasons?", "requests?", "refusals?", "(?:ال)?(?:اسباب|طلب|طلبات|حالات|مبررات|رفض)")
MAY = frozenset(("may", "might", "can", "could", "must"))
"""Further words that begin a question for yes or no."""

FILLERS = closed_set(
    "say says about regarding whose obtained obtaining اطار مجال استعمال a an the any some what which who whom "
    "how when where does do did is are was be been being may can could might would should must shall will has "
    "have there it its that this these those of for to in on under by with from at and or as according pursuant "
    "virtue accordance within allow allows allowed permit permits permitted possible available apply applies "
    "applied applicable govern governs governing set sets laid down lay place placed impose imposes imposed "
    "attach attached attaches use used using resort carried carry carrying out conduct conducted conducting "
    "perform performed grant granted granting give gave given giving provide provides provided providing afford "
    "afforded take taken make made making request requests requested requesting state states party parties "
    "country countries grounds ground reasons reason cases case basis legal one each put puts putting let lets "
    "foresee foresees foreseen contain contains contained find found exist exists ما ماذا هي هو هل اي ايه التي "
    "الذي الذين علي في من عن الي ب ل و ان متي كيف علام الام يجوز تجوز يسمح تسمح يمكن تجيز يجيز تتيح يتيح يتاح "
    "تتاح اجازت يحق تحق للدوله للدول الدول دوله الدوله لدوله دول طرف اطراف الاطراف الطرف للاطراف الوارده الوارد "
    "المفروضه الموضوعه المقرره المنصوص عليها عليه اللازمه اللازم المطلوبه المطلوب الواجب توافرها توفرها "
    "استيفاوها مراعاتها تحكم يحكم تحكمها تخضع يخضع لها له بها به تفرضها تضعها يضعها تحددها يحددها تنص ينص تطبق "
    "تنطبق ينطبق بموجب بمقتضي وفق وفقا طبقا بحسب حسب عملا اللجوء استخدام الاستعانه اجراء تجري يجري يتم تتم تقديم "
    "تنفيذ طلب طلبات الطلب الطلبات لطلب لطلبات منح فيها فيه يكون تكون كان هناك ثمه يوجد توجد يرد الحالات الاسباب "
    "المبررات المسوغات احوال الاحوال ترد ورد وردت تقيد يقيد حالات حاله اسباب سبب اساس اللازمين حكم احكام بين عند "
    "لدي احد احدي تحدد يحدد حددت تضع يضع وضعت تفرض يفرض فرضت الاستجابه للاستجابه قبول الحصول حصول تتعلق يتعلق "
    "المتعلقه الخاصه المتعلق بشان التعامل تقدم يقدم"
)
"""Light words that may stand around what is named in such a question."""

GROUND_FILLERS = closed_set(
    "the a an its their his her of nature character being is are was has have aspects aspect considerations "
    "matter matters concerns alleged sole mere request grounds ground reasons reason fact that it they he she "
    "person wanted sought suspect accused offender fugitive concerned own involved involve involves would be "
    "states state طابع طبيعه الطابع الطبيعه كون كونها كونه انها انه ان كانت كان اعتبارات اسباب مجرد الطلب طلب "
    "مبدا المطلوب المطلوبين المتهم الجاني المجرم الدوله الشخص"
)
"""Words that say no more than that something is a ground."""
