"""What people say around a question and that asks nothing: how they begin, how they end, remarks on the data.

These turns of speech are put together of few kinds of words ("I would / we should" + "like / love" + "to know / to
find out"), so that they are described as patterns over normalized words. What would change the answer ("no longer",
"formerly", "in secret") is in none of them, and no pattern takes a word that may name a thing.
"""

from __future__ import annotations

import re
from functools import cache

from tocgraph.questions.words.speech import without_hearer, without_speech
from tocgraph.text import is_arabic, words

_VERY = "(?:(?:really|just|simply|also|very|much|quite|actually|urgently|please|kindly|possibly|perhaps|maybe|still) )*"
_ME = "(?:me|us)"
_LEARN = (
    "(?:know|find out|find|learn|see|understand|establish|determine|figure out|work out|check|verify|confirm|get|have|"
    "hear|ask|enquire|inquire|discover|clarify|identify|list|ascertain)"
)
_TELL = (
    f"(?:(?:tell|inform|show|give|send|provide|remind|enlighten|help) {_ME}(?: out)?|explain to {_ME}|explain|"
    "confirm|clarify|advise|indicate|specify|let me know|let us know|"
    f"point {_ME} to|help {_ME} (?:to )?{_LEARN}|walk {_ME} through|(?:giv|tell|show|remind)(?:ing|ling|ding)? {_ME}|"
    "explaining|confirming|clarifying|share with me|look up|find out)"
)
_YOU = "(?:you|anyone|anybody|someone|somebody|any of you|i|we|one)"
_WORK = (
    "(?:dissertation|thesis|paper|essay|article|report|study|research|project|assignment|homework|presentation|course|"
    "class|seminar|lecture|brief|briefing|memo|case|story|work|book|blog|exam|client|boss|professor|supervisor|"
    "editor|colleague|teacher|report)"
)
_WHO = (
    "(?:student|journalist|reporter|lawyer|prosecutor|researcher|analyst|diplomat|officer|judge|scholar|professor|"
    "teacher|attorney|investigator|consultant|academic|candidate)"
)
_OUR = "(?:my|our|a|an|the|this|some|his|her|their)"
_DATA = (
    "(?:(?:the|your|these|this|our) )?(?:(?:available|recorded|stored|knowledge|own) )*"
    "(?:data|records?|graph|database|data set|dataset|knowledge|files?|sources at hand)"
)

_ENGLISH_START = (
    f"(?:i|we) (?:(?:am|are|was|were) )?{_VERY}"
    f"(?:trying|hoping|looking|attempting|seeking|working|wondering|curious|interested|keen)(?: to {_LEARN}| for| in)?",
    f"i ?(?:m|ve been) {_VERY}(?:trying|hoping|looking|attempting|wondering|curious|interested)"
    f"(?: to {_LEARN}| for| in)?(?: {_LEARN}ing)?",
    f"(?:i|we) (?:would|should|d)?(?: )?{_VERY}(?:like|love|want|wish|need|have|hope|ask) (?:you )?to (?:please )?"
    f"(?:be able to )?(?:{_LEARN}|{_TELL})",
    f"i ?d {_VERY}(?:like|love|want|appreciate)(?: it if you)?(?: to)? (?:could |would )?(?:{_LEARN}|{_TELL})",
    f"(?:i|we)(?: would| should)? ?d? {_VERY}(?:like|love|want)(?= .*(?:compared|side by side|contrasted))",
    f"(?:i|we|it) (?:would|will|should|d) (?:be )?{_VERY}"
    "(?:grateful|thankful|happy|glad|obliged|delighted|helpful|useful|great|nice|good|wonderful|kind|interesting|"
    f"interested|appreciated?|curious)(?: of you)?(?: it)?(?: for me)?(?: if {_YOU} (?:could|would|can|"
    f"were able to)| to| in)? "
    f"{_VERY}(?:{_TELL}|{_LEARN})",
    f"(?:could|can|would|will|might|may|should) {_YOU} {_VERY}(?:be (?:so )?(?:kind|good|"
    f"able)(?: enough)?(?: as)? to )?"
    f"(?:mind )?{_VERY}(?:{_TELL}|{_LEARN}|ask(?: you)?)",
    f"(?:would|do) you mind {_VERY}(?:telling|giving|showing|explaining|confirming|checking|listing)(?: {_ME})?",
    f"(?:do|does|would|have) {_YOU} (?:here )?(?:happen to |by any chance |perhaps |possibly )(?:know|have|"
    f"remember|recall)",
    "(?:does|do) (?:anyone|anybody|someone|somebody|we|any of you) (?:here )?know"
    "(?! all| every| each| the (?:whole|full|complete))",
    "(?:any|(?:do|have) you (?:have )?any|have you any) (?:idea|clue|chance you know)",
    f"{_VERY}(?:be (?:so )?(?:kind|good)(?: enough)?(?: as)? to )?{_VERY}(?:{_TELL}|let {_ME} (?:know|ask))",
    f"(?:i|we) (?:need|want|wish|hope|wonder|was wondering|were wondering|am wondering)(?: {_VERY}to {_LEARN})?",
    f"(?:for|in|as part of|in connection with|while writing|writing) {_OUR} (?:(?:\\w+) ){{0,2}}?{_WORK}"
    "(?= (?:i|we|im|id|could|can|would|please|what|which|who|whom|whose|when|where|how|is|are|was|were|do|does|did|has|"
    "have|list|tell|give|name|show))",
    f"(?:as|i am|im|i m|speaking as) an? (?:\\w+ ){{0,2}}?{_WHO}(?: and)?(?= (?:i|we|im|and|who|what|which|when|where|"
    "how|would|could|want|need|please|looking|trying))",
    f"(?:would|want|need|wants|needs|looking|trying)(?: like| love| wish)?(?: to {_LEARN}| for)",
    f"{_OUR} {_WORK} (?:has |have )?{_VERY}(?:wants|asked|needs|would like|asks|wonders)(?: {_ME})?(?: to)?"
    f"(?: {_LEARN})?",
    "(?:i am |im )?(?:very |so )?sorry(?: (?:to|for) (?:bother|disturb|trouble|"
    "interrupt)(?:ing)?(?: you)?)?(?: again)?",
    "(?:excuse|pardon|forgive) (?:me|my ignorance|the question)(?: for asking)?",
    "(?:just |purely |only |merely )?(?:out of|from) (?:(?:pure|sheer|mere|simple|personal|idle) )?(?:curiosity|"
    "interest)",
    "(?:just |i am |im )(?:curious|wondering)",
    f"(?:i|we|it) ?(?:would|should|will|d)? (?:be )?{_VERY}(?:grateful|glad|happy|obliged|thankful|pleased|delighted)"
    f" (?:for|to have|to get|to see|to receive|with)(?: an?| the| your)?(?: \\w+){{0,1}}?"
    "(?: list| overview| enumeration| answer on| information on)?(?: of| on| about)?",
    f"(?:please|kindly) (?:provide|supply|state|identify|cite|mention|present|return|compile|draw up|produce|fetch|"
    f"retrieve|report|outline|specify|furnish)(?: {_ME}| the (?:user|reader))?(?: with)?(?: an? list of)?",
    f"(?:provide|supply|fetch|retrieve|specify|compile|draw up|print|pull up|bring up)(?: {_ME})?(?: with)?"
    "(?: an? list of)?",
    "(?:hey|hello|hi|hiya|good (?:morning|afternoon|evening|day)|greetings|dear (?:all|team|sir|madam|sir or madam))"
    "(?: there| everyone| all| again)?",
    "(?:right|well|ok|okay|alright|all right|now|so|then|and|but|also|next|first of all|to begin with|to start with)"
    "(?= (?:so|then|now|what|which|who|whom|whose|when|where|how|is|are|was|were|do|does|did|has|have|can|could|would|"
    "tell|please|i|im|id))",
    "(?:(?:i have )?(?:a|one|another|my|quick|just a) )?(?:quick |small |short |simple |brief )?question(?: for you)?"
    "(?: is)?(?= (?:what|which|who|whom|whose|when|where|how|is|are|was|were|do|does|did|has|have))",
    "what i (?:want|need|would like) to (?:know|find out) is|(?:the |a )?(?:full|complete|entire|whole) list of",
)
_ENGLISH_ANYWHERE = (
    f"(?:as|so|in so|insofar|in as) far as (?:{_DATA} (?:go(?:es)?|tells?|shows?|reach(?:es)?|says?|(?:is|"
    f"are) concerned)|"
    "you (?:know|can (?:tell|see|say))|(?:i|we) (?:know|can (?:tell|see))|is (?:known|recorded)|(?:it|"
    "that) is (?:known|recorded))",
    "to (?:the )?best of (?:your|our|my) knowledge",
    "(?:according to|based on|going by|judging by|on the basis of|from|in|within) (?:the|your|these|this|our) "
    "(?:(?:available|recorded|stored|knowledge|own) )*(?:data|records?|graph|database|data set|dataset|"
    "knowledge base)(?! of| on| set)",
    "if (?:that|it|this|they|any)? ?(?:is|are|be)? ?(?:at all )?(?:recorded|known|possible|available|any|"
    "you (?:happen to )?(?:know|can|could|do not mind|dont mind|please)|"
    "i may (?:ask)?|i might ask|not too much trouble)",
    "(?:by any chance|by the way|roughly speaking|generally speaking|strictly speaking|broadly speaking|so to speak|"
    "in actual fact|in fact|as a matter of fact|of course|at (?:the|this) (?:present )?moment|right now|at present|"
    "these days|as we speak|as it stands|if you will|do you know of|that you know of|"
    "you know of|known to you|in your (?:view|opinion))",
    "(?:(?<=what )|(?<=who )|(?<=where )|(?<=how ))(?:on earth|in the world|the heck|the hell)"
    "(?= is| are| does| do| was)",
    "(?:speaking )?in (?:plain|legal|lay|layman s|technical|juridical) (?:terms|language|words)|legally speaking",
    "(?:do|would) you (?:think|say|reckon|believe|suppose|guess|imagine)(?: that)?"
    "(?! about| of| on| to| in| regarding)",
)
_ENGLISH_END = (
    "(?:and )?if (?:so|yes|there are|there is|any)(?: (?:which|what|who|where|when|how many)"
    "(?: (?:ones?|is it|are they|it is|they are))?)?",
    "and (?:which|what|who) (?:ones?|is it|is that|are they|are those|it is|they are)",
    "(?:(?:and|with) )?(?:(?:many|kind|best) )?(?:thanks|thank you|thankyou|thx|cheers|regards)(?: (?:a lot|so much|"
    "very much|in advance|again|kindly|for (?:your|the|any) (?:help|answer|time|reply)))*",
    "in (?:(?:plain|simple|other|a few|few|short|one|two|your own|brief) )+(?:words?|terms|sentences?|english|"
    "language)|in (?:brief|short|a nutshell)|briefly",
    "(?:please|pls|kindly|for me|for us|exactly|precisely|then|though|anyway|or not|again)",
    "(?:i|we) (?:wonder|was wondering|am wondering|would like to know|need to know|want to know)",
    "(?:could|can|would) you (?:please )?(?:tell me|help me|help|look it up|check|list them|name them)(?: please)?",
    "(?:it is |its )?for (?:my|our|a) (?:\\w+ ){0,2}?" + _WORK,
)

_WISH = (
    "(?:ا|ن)(?:ود|ريد|رغب|حتاج|بحث|تساءل|رجو|امل|تمني|حاول|سعي|طلب|تطلع)|بود(?:ي|نا)|يهم(?:ني|نا)|يعني(?:ني|نا)|"
    "يسر(?:ني|نا)|يسعد(?:ني|نا)|(?:س?ا|س?ن)كون (?:ممتن|شاكر|سعيد)\\w*(?: لك(?:م)?)?|كنت (?:اود|اريد|ارغب|اتساءل|ابحث)|"
    "(?:كنت |انا )?(?:عايز|عاوز|حاب|حابب|نفسي|محتاج)(?:ه|ين)?|بد(?:ي|نا)|(?:ا|ن)ب(?:غي|ي)|نحب|احب|"
    "كم اود|حبذا"
)
_MUCH = "(?:(?:كثيرا|جدا|حقا|فعلا|لو|فقط|من فضلك|من فضلكم|منك|منكم|مساعدتك|مساعدتكم) )*"
_LEARN_AR = (
    "(?:(?:ان |في |الي |عن |من |علي )?(?:ا|ن)?(?:عرف|فهم|طلع|سال|ستفسر|ستعلم|تحقق|تاكد|علم|دري|جد|حصل|ستوضح)"
    "(?: (?:عن|من|علي))?|(?:في |الي |عن |ب)?(?:معرفه|فهم|الاطلاع|الاستفسار|الاستعلام|السوال|التحقق|التاكد|العلم|"
    "الحصول|التعرف|ايجاد|معلومات)(?: (?:عن|من|علي|حول))?)"
)
_TELL_AR = (
    "(?:ان )?(?:(?:ا|ت|ي|ن)?(?:خبر|فيد|فد|علم|طلع|زود|وضح|شرح|دل|ساعد|عطي|عط|ذكر|بين|قول|حدد)(?:ت|تم|تمو|ي|و|وا|ون)?"
    "(?:ني|نا)|(?:ا|ت)?(?:ذكر|بين|وضح|شرح|قول|قل|سرد|حدد|عرض|عدد)(?:ت|تم|ي|وا|ون)? (?:لي|لنا)|"
    "ب?(?:افاد|اخبار|اعلام|تزويد|اطلاع|مساعد)(?:ت)?(?:ي|نا))(?: (?:عن|علي|حول|في|ب))?(?: معرفه)?"
)
_DATA_AR = (
    "(?:ال|لل|ل)?(?:بيانات|سجلات|معلومات|معطيات|"
    "قاعده البيانات|قاعده بيانات|رسم المعرفي|رسم البياني المعرفي|مخطط المعرفي)(?:كم|ك)?"
)
_AT_HAND = "(?:ال)?(?:متوفره?|متاحه?|مسجله?|مدونه?|موجوده?|لديك|لديكم|عندك|عندكم)"
_WORK_AR = "(?:بحث|رسالت|اطروحت|مقال|مقالت|تقرير|دراست|عمل|مشروع|ورقت|قضيت|محاضرت|عرض)(?:ي|نا)"
_STUDY_AR = "(?:رساله|اطروحه|بحث|شهاده) (?:ال)?(?:ماجستير|دكتوراه|تخرج)"
_WHO_AR = (
    "(?:طالب|طالبه|باحث|باحثه|صحفي|صحفيه|صحافي|صحافيه|محام|محامي|محاميه|مدع|وكيل نيابه|محلل|محلله|قاض|دبلوماسي|استاذ)"
)
_IF_AR = "(?:لو|ان|اذا) "

_ARABIC_START = (
    f"و?(?:{_WISH})(?: {_MUCH}(?:{_TELL_AR}|{_LEARN_AR}))",
    f"و?(?:يهم(?:ني|نا)|يعني(?:ني|نا)|ابحث عن|نبحث عن|اتساءل(?: عن)?|كنت اتساءل|احتاج(?: الي)?|"
    f"نحتاج(?: الي)?)(?: {_MUCH[3:-2]})?",
    f"و?(?:{_WISH}) (?:كثيرا |جدا )?{_IF_AR}(?:{_TELL_AR})",
    f"و?(?:هل|ا)? ?(?:(?:في |ب)?امكانك|(?:في |ب)?امكانكم|بوسعك|بوسعكم|يمكنك|يمكنكم|تستطيع|تستطيعون|تتكرم|"
    f"تتكرمون|تتفضل|تتفضلون|لك|لكم|"
    f"من الممكن|يمكن)(?: {_MUCH}(?:{_TELL_AR}|{_LEARN_AR}))",
    "(?:طلب|طلبت|يريد|تريد|سالني|سالتني)(?: مني)? \\w+(?:ي|نا) (?:ان (?:ا|ن)عرف|معرفه|ان (?:ا|ن)بحث عن)",
    f"هلا (?:تكرمت|تكرمتم|تفضلت|تفضلتم)?(?: )?(?:{_TELL_AR})",
    f"(?:ارجو|نرجو|الرجاء|رجاء|يرجي|ممكن|ارجو منكم|ارجو منك) (?:{_TELL_AR}|{_LEARN_AR})",
    "هل (?:لديك|لديكم|عندك|عندكم) (?:(?:ادني|اي|ايه) )?(?:فكره|علم|معلومات|معرفه|معلومه)(?: (?:عن|حول|ب))?",
    "هل (?:تعلم|تعرف|تدري|تعلمون|تعرفون|تدرون|نعرف|نعلم|يعرف احد|يعلم احد|يعرف احدكم)(?! كل| جميع| كافه)"
    "(?: (?:بالصدفه|ربما|من باب الصدفه|يا تري))*",
    "(?:ساعد|اخبر|افيد|افد|اطلع|زود|دل|اعلم)(?:و)?(?:ني|نا)(?: (?:في|علي|عن|ب))?(?: معرفه)?",
    f"ل{_WORK_AR}|ل{_STUDY_AR}|(?:من اجل|لاغراض|لغرض|في اطار|في سياق|بصدد|لاجل) (?:{_WORK_AR}|{_STUDY_AR}|البحث|"
    f"بحث علمي)",
    f"(?:{_WISH}) (?:ل{_WORK_AR}|ل{_STUDY_AR})(?: (?:الي|ان|في))?(?: (?:معرفه|اعرف))?",
    f"(?:انا|نحن|بصفتي|بوصفي) (?:{_WHO_AR})\\w*(?: (?:دكتوراه|ماجستير|قانون|في القانون|حقوق|في الحقوق|"
    f"في الدراسات العليا|علوم سياسيه|"
    "مهتم|جامعي))*(?= )",
    "(?:السلام عليكم(?: ورحمه الله(?: وبركاته)?)?|تحيه طيبه(?: وبعد)?|مرحبا(?: بكم| بك)?|صباح الخير|مساء الخير|"
    "اهلا(?: وسهلا)?)",
    "(?:عفوا|عذرا|معذره|اسف|اعتذر)(?: (?:علي|عن) (?:الازعاج|ازعاجك|ازعاجكم|الاطاله))?(?: لكن| ولكن)?",
    "(?:لدي|عندي) (?:سوال|استفسار)(?: (?:سريع|بسيط|قصير|اخر))?|(?:سوالي|سوال(?: سريع| بسيط)?|استفساري)(?: هو)?"
    "(?= (?:ما|من|متي|اين|كم|هل|كيف|ماذا|اي))",
    "(?:من باب|بدافع) (?:الفضول|الاهتمام)(?: فقط)?",
    "(?:حسنا|طيب|اذن|والان|الان)(?= (?:ما|من|متي|اين|كم|هل|كيف|ماذا|اي|في))",
)
_ARABIC_ANYWHERE = (
    f"{_IF_AR}(?:تكرمت|تكرمتم|سمحت|سمحتم|امكن|امكنك|امكنكم|تفضلت|تفضلتم|كان ذلك ممكنا|كان ممكنا|كان بالامكان|"
    f"تيسر|وجد|وجدت|"
    "كان ذلك مسجلا|كان معروفا|كنت تعرف|كنتم تعرفون)",
    "من (?:بعد )?(?:فضلك|فضلكم|فضلك لو سمحت)|بعد (?:اذنك|اذنكم)|تكرما|يا تري|رجاء",
    "(?:علي|بحسب|حسب) حد (?:علمك|علمكم|علمنا)|(?:ب?حسب|وفق) (?:علمك|علمكم|معلوماتك|معلوماتكم)|فيما (?:تعلم|"
    "تعلمون|تعرف|نعلم)",
    f"(?:ب?حسب|وفقا?|طبقا|بناء علي|استنادا الي|من واقع|في ضوء) ل?ما (?:هو )?{_AT_HAND}(?: {_AT_HAND}| في| من| هنا)*"
    f"(?: {_DATA_AR}(?: {_AT_HAND})*)?",
    f"(?:ب?حسب|وفقا?|طبقا|بناء علي|استنادا الي|من واقع|في ضوء) {_DATA_AR}(?: {_AT_HAND})*",
    f"في {_DATA_AR}(?: (?:لديكم|لديك|عندكم|المتاحه))?(?<!معلومات)(?<!المعطيات)",
    "في (?:واقع|حقيقه) الامر|في (?:الواقع|الحقيقه)|علي وجه (?:التحديد|الدقه|الخصوص|العموم|التقريب)|(?:ب(?:وجه|"
    "شكل|صوره|صفه)) "
    "(?:عام|عامه|خاص|خاصه|دقيق|دقيقه|محدد|محدده|تقريبي)|بالتحديد|بالصدفه|في الوقت (?:الحالي|الراهن|الحاضر)|"
    "في الوقت الحالي|حتي هذه اللحظه",
)
_ARABIC_END = (
    "و(?:ما|من) (?:هي|هو|هما|هم|هن)",
    "و?(?:شكرا|مشكور|مشكورا|مشكورين)(?: (?:جزيلا|لك|لكم|مسبقا|سلفا|مقدما|علي (?:مساعدتك|مساعدتكم|وقتكم|الرد)))*",
    "و?(?:لك|لكم) (?:مني )?(?:جزيل |خالص |وافر |كل )?(?:الشكر|التقدير|التحيه)(?: والتقدير| والامتنان)?",
    "(?:مع )(?:(?:جزيل|خالص|وافر|فايق) )?(?:الشكر|التقدير|التحيه|التحيات)(?: والتقدير| والامتنان)?(?: مسبقا| سلفا)?",
    f"ل{_WORK_AR}|ل{_STUDY_AR}",
)


STRAIGHT = frozenset(
    "which who whom whose when where how why is are was were list compare ما ماذا متي اين اي كيف لماذا بم فيم".split()
)
"""Words with which no opening begins: what begins so is spared the long patterns, which take a while to compile."""


@cache
def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("(?<![^ ])(?:" + "|".join(patterns) + ")(?![^ ])")


def _opening(said: str, arabic: bool) -> re.Match[str] | None:
    first, _, rest = said.partition(" ")
    if first in STRAIGHT or (first == "what" and not rest.startswith("i ")):
        return None
    return _any(*(_ARABIC_START if arabic else _ENGLISH_START)).match(said)


_LEFT_BEFORE = re.compile("(?:(?:that|but|and|so|also|please|kindly|just|ان|انه|لكن|ولكن|الي معرفه) )+")
_LEAST = 2
"""The fewest words that a question may be left with."""


_WHETHER = (
    (re.compile("(?:whether(?: or not)?|if) "), "is"),
    (re.compile("(?:عما|ما) اذا (?:كان|كانت|كانوا )?|(?:ان|اذا) (?:كان|كانت) "), "هل"),
)
"""Words that ask for yes or no behind an opening, with one that does so by itself."""


def asked(question: str) -> str:
    """The question alone; as it was typed where nothing stands around it."""
    typed = without_hearer(question.split())
    for _ in range(6):
        shorter = _shorter(typed)
        if shorter == typed:
            shorter = without_speech(typed)
        if shorter == typed:
            break
        typed = shorter
    return _or_not(typed) if len(typed) < len(question.split()) else question


def _or_not(typed: list[str]) -> str:
    """The words as a question for yes or no where they ask whether something is so."""
    said = " ".join(word for raw in typed[:5] for word in words(raw)[:1])
    for pattern, asks in _WHETHER:
        found = pattern.match(said)
        if found:
            return " ".join((asks, *typed[len(found[0].split()) :]))
    return " ".join(typed)


def _shorter(typed: list[str]) -> list[str]:
    """The words without one turn of speech."""
    said, starts = "", {}
    for n, raw in enumerate(typed):
        spoken = words(raw)
        if spoken:
            starts[len(said)] = n
            said += " ".join(spoken) + " "
    said = said.rstrip()
    arabic = is_arabic(said)
    ends = {start - 1: n for start, n in starts.items() if start} | {len(said): len(typed)}
    opening = _opening(said, arabic)
    if opening:
        left = _LEFT_BEFORE.match(said, opening.end() + 1)
        for end in (left.end() - 1 if left else 0, opening.end()):
            if end in ends and len(typed) - ends[end] >= _LEAST:
                return typed[ends[end] :]
    anywhere, ending = (
        _any(*patterns)
        for patterns in ((_ARABIC_ANYWHERE, _ARABIC_END) if arabic else (_ENGLISH_ANYWHERE, _ENGLISH_END))
    )
    for found in (*anywhere.finditer(said), *ending.finditer(said)):
        last = found.end() == len(said)
        if found.re is ending and not last:
            continue
        if found.start() in starts and found.end() in ends:
            rest = [*typed[: starts[found.start()]], *typed[ends[found.end()] :]]
            if len(rest) >= _LEAST and found.end() > found.start():
                return [*rest[:-1], rest[-1].rstrip(",،؛; ")] if last else rest
    return typed
