"""Questions for what something is for, put plainly as the question for its purpose.

"What good is X", "why do we have X", "what is hoped for from X", "ما المرجو من X", "ما سبب وجود X": whatever stands
around X, such a question asks for the purpose of X.
"""

from __future__ import annotations

import re
from functools import cache

from tocgraph.lexicon import PREPOSITIONS
from tocgraph.questions.rewording.aims import CREATING, PURPOSES
from tocgraph.questions.rewording.courtesy import STRAIGHT
from tocgraph.questions.words.closed import closed_set
from tocgraph.questions.words.making import DONE
from tocgraph.questions.words.token import Token
from tocgraph.text import AUXILIARIES, is_arabic, normalize, stem

_AIM = "(?:purposes?|ends?|aims?|goals?|objectives?|objects?|targets?|intentions?|reasons?)"
_BE = "(?:is|are|was|were)"
_DO = "(?:do|does|did)"
_AVOWED = "(?:stated|declared|main|overall|general|official|explicit|principal|key|chief|specific|strategic)"
_MAY = "(?:can|could|may|might|would|should|will|shall|must)"
_WE = (
    "(?:we|they|people|one|you|states|countries|governments|nations|anyone|anybody|somebody|someone|investigators|"
    "authorities|drafters|founders|negotiators|the (?:states|countries|drafters|founders|negotiators|parties|world))"
)
_WORK = "(?:work|operate|act|function|exist|run|serve|there|in place|around|in existence|active|needed|kept)"
_GAIN = "(?:achieve|gain|get|accomplish|do|reach|attain|obtain|bring about|effect|realize|realise)"
_GAINED = "(?:achieved|gained|accomplished|reached|attained|obtained|realized|realised|won)"
_WITH = "(?:with|by|from|through|out of|of|via|by means of)"
_MADE = (
    "(?:have|issue|set up|create|establish|launch|adopt|conclude|negotiate|draft|run|operate|keep|maintain|found|want|"
    "publish|hold|convene)"
)
_IT = "(?:it|they|this|these|that|those|he|she)"

_MEANT = "(?:meant|intended|designed|supposed|expected|destined|planned|hoped|thought|believed)"
_FULLY = "(?:achieve|accomplish|attain|deliver|yield|bring about|lead to|result in|reach|produce|effect|serve)"
_WHY = f"(?:why|(?:for|to|with) (?:what|which) {_AIM}(?: in (?:mind|view))?)"
_SET = (
    "(?:set out|set|define|lay down|state|list|contain|specify|name|formulate|determine|enshrine|stipulate|declare|"
    "proclaim|mention|give|enumerate|include|express|fix|establish|describe|spell out|identify|hold|put forward|"
    "assign itself|set itself|set for itself)"
)
_SET_IN = (
    "(?:set out|set|defined|laid down|stated|listed|contained|specified|named|formulated|determined|enshrined|"
    "stipulated|declared|proclaimed|mentioned|given|enumerated|included|expressed|found|described|spelt out|"
    "spelled out|identified|provided for|provided|set down|anchored|written)"
)
_FOUGHT = "(?:fight|combat|counter|tackle|address|deal with|stop|curb|suppress|solve|prevent|confront|face|go after)"

_ENGLISH: tuple[tuple[str, str], ...] = (
    ("used employed applied deployed useful", rf"what {_BE} (?P<x>.+) (?:used|employed|applied|deployed) for"),
    ("article preamble", rf"(?:what {_BE} )?(?:the )?(?:{_AVOWED} )?{_AIM} of (?P<x>.+?),? "
     "(?:according to|under|as per|by|pursuant to|in|(?:as )?(?:stated|set out|laid down|defined|given) (?:in|by)) "
     r"(?P<of>(?:the )?(?:article|preamble)(?: \d+)?)(?: of (?:its|the) (?P<text>constitution|statute|charter|"
     "statutes)| of it| thereof)?"),
    ("article articles provision provisions",
     r"(?:which|what|in which) (?P<art>articles?|provisions?)(?: of (?P<x>.+?))? "
     rf"(?:{_SET}|sets?(?: out)?|defines|lays down|states|lists|contains|names|gives|describes|spells out|{_BE}) "
     rf"(?:its|the|their) {_AIM}(?: of (?P<y>.+?))?(?: {_SET_IN})?"),
    ("against to", rf"(?:(?:what|which) (?P<kind>\w+) {_BE} (?P<x>.+) {DONE} (?:against|to {_FOUGHT})|"
     rf"against (?:what|which) (?P<other>\w+) {_BE} (?P<y>.+) {DONE})"),
    ("why what which", rf"{_WHY} {_BE} (?P<y>.+?) (?:imposed|placed|introduced|put) "
     "(?P<on>(?:on|against|upon|over) .+)"),
    ("why what which", rf"{_WHY} {_BE} (?P<x>.+?) (?:first |originally )?{DONE}"),
    ("end ends purpose aim goal objective", rf"(?:what|which) {_AIM} {_DO} (?P<x>.+) (?:serve|fulfil|fulfill)"),
    ("achieve accomplish attain deliver yield bring lead result reach produce effect serve",
     rf"what (?:{_BE}|{_MAY}) (?P<x>.+?)(?: be)? {_MEANT} to {_FULLY}"),
    ("set define lay state list contain specify name formulate determine enshrine stipulate declare proclaim mention "
     "give enumerate include express fix establish describe spell identify hold put assign",
     rf"(?:what|which) (?:{_AVOWED} )?{_AIM} {_DO} (?P<x>.+?) {_SET}"),
    ("in by under", rf"(?:what|which) (?:{_AVOWED} )?{_AIM} {_BE} {_SET_IN} (?:in|by|under|at) (?P<x>.+)"),
    ("in by under", rf"(?:what {_BE} |list |name )?(?:the )?{_AIM} (?:that {_BE} )?{_SET_IN} "
     "(?:in|by|under|at) (?P<x>.+)"),
    ("that which", rf"(?:what {_BE} |list |name )?(?:the )?{_AIM} (?:that|which) (?P<x>.+) "
     rf"(?:{_SET}|sets?|defines|lists|states|contains|specifies|names|lays down|sets out|gives|mentions|formulates)"),
    ("drafters founders authors negotiators fathers creators framers", rf"what {_DO} (?:the )?(?:drafters|founders|"
     "authors|negotiators|founding fathers|creators|framers|states) (?:of|behind) (?P<x>.+) (?:have in mind|"
     rf"have in view|want|intend|seek|hope for|aim (?:at|for)|pursue|wish|"
     rf"(?:want|intend|hope|seek|aim|try) to {_GAIN})"),
    ("good use", rf"(?:of )?what (?:good|use) (?:{_BE}|{_DO}|has|have) (?P<x>.+?)(?: serve| have)?"),
    ("use uses good", rf"what {_BE} the (?:uses?|good) of (?P<x>.+)"),
    ("behind", rf"(?:what|which) {_AIM} (?:{_BE}|stands?|lies?|stood|lay) behind (?P<x>.+)"),
    ("want desire hope wish mind", rf"what {_DO} (?P<x>.+) (?:want|desire|hope for|wish for|have in mind)"),
    ("for", rf"what {_BE} (?P<x>.+) (?:good|there|useful|in place|around|in existence|in aid|needed|kept) for"),
    ("for", rf"what {_DO} (?P<x>.+) (?:exist|work|stand|strive) for"),
    ("for", rf"what {_MAY} (?P<x>.+) be (?:good |there |useful |used |meant |intended )?for"),
    ("for", rf"(?P<x>.+) what (?:{_BE}|{_DO}|{_MAY}) {_IT} (?:be |exist )?(?:good |there |meant |intended |used )?for"),
    ("aid", rf"what {_BE} (?P<x>.+) in aid of"),
    ("have issue set create establish launch adopt conclude negotiate draft run operate keep maintain found want "
     "publish hold convene", rf"why {_DO} {_WE} (?:still )?{_MADE} (?P<x>.+)"),
    ("why", rf"why {_BE} (?P<x>.+) (?:there|here|in place|around|in existence|in being)"),
    ("hoped expected wanted desired sought intended promised awaited", rf"what {_BE} "
     rf"(?:hoped|expected|wanted|desired|sought|intended|promised|awaited)(?: for)? {_WITH} (?P<x>.+)"),
    ("want hope wish expect intend aim try seek mean", rf"what {_DO} {_WE} "
     rf"(?:want|hope|wish|expect|intend|aim|try|seek|mean) (?:to {_GAIN} |for )?{_WITH} (?P<x>.+)"),
    ("achieved gained accomplished reached attained obtained realized realised won",
     rf"what (?:{_BE} to be|{_MAY} be|{_BE}) {_GAINED} {_WITH} (?P<x>.+)"),
    ("achieve gain get accomplish reach attain obtain realize realise",
     rf"what {_DO} {_WE} (?:hope to )?{_GAIN} {_WITH} (?P<x>.+)"),
    ("pursuit", rf"in pursuit of (?:what|which)(?: {_AIM})? (?:{_BE}|{_DO}) (?P<x>.+?)(?: {_WORK})?"),
    ("to for with towards toward by", rf"(?:to|for|with|towards|toward) (?:what|which) {_AIM}(?: in (?:mind|view))? "
     rf"(?:{_BE}|{_DO}) (?P<x>.+) (?:{_WORK}|used|created|set up|established|issued|applied|employed)"),
    ("towards toward", rf"(?:towards|toward) (?:what|which)(?: {_AIM})? (?:{_BE}|{_DO}) (?P<x>.+) "
     r"(?:work|working|strive|striving|oriented|directed|geared)"),
    ("rationale purpose aim goal objective intention", rf"(?:what {_BE} )?(?:the )?"
     r"(?:rationale|purpose|aim|goal|objective|intention)s? for (?P<x>.+)"),
)  # fmt: skip
"""Words of which one must be there, and what the question looks like around the thing x."""

_AIM_AR = "(?:الغرض|الهدف|الغايه|القصد|المقصد|الاهداف|الاغراض|الغايات|المقاصد|غرض|هدف|غايه|اهداف|اغراض|غايات|مقاصد)"
_WHAT_AR = "(?:ما|ماذا|ما الذي|ما هو|ما هي|اي)"
_WORK_AR = (
    "(?:[يت]عمل|[يت]وجد|وجدت?|[يت]قوم|قامت?|[يت]ستخدم|[يت]ستعمل|انشيت?|انشات?|اسست?|تاسست?|اقيمت?|وضعت?|ابرمت?|"
    "اعتمدت?|اطلقت?|[يت]صدر|صدرت?)"
)
_SET_AR = (
    "(?:[يت]حدد|[يت]رسم|[يت]ضع|[يت]بين|[يت]ذكر|[يت]ورد|[يت]قرر|[يت]عدد|[يت]شير الي|[يت]تضمن|[يت]نص علي|[يت]علن|حددت?|"
    "رسمت?|وضعت?|بينت?|ذكرت?|اوردت?|قررت?|نصت? علي|تضمنت?|اعلنت?|رسخت?|كرست?|[يت]كرس)(?:ه|ها)?"
)
_SET_IN_AR = (
    "(?:(?:ال)?منصوص عليها?|(?:ال)?وارده?|(?:ال)?محدده?|(?:ال)?مذكوره?|(?:ال)?مبينه?|(?:ال)?معلنه?|(?:ال)?مدرجه?|"
    "(?:ال)?مقرره?|(?:ال)?مدونه?|(?:ال)?مرسومه?|التي وردت|التي جاءت|الذي ورد|الذي جاء)"
)
_LEARN_AR = (
    "(?:معرفت|اكتشاف|اثبات|بيان|الكشف عن|دراست|توضيح|الاجابه عن|كشف|تحديد|استكشاف|فهم|تحليل|ابراز|التوصل الي|"
    "الوصول الي)(?:ه|ها)"
)
_ARABIC: tuple[tuple[str, str], ...] = (
    ("الذي التي", rf"{_WHAT_AR} {_AIM_AR} (?:الذي|التي) {_SET_AR} (?P<x>.+?)(?: (?:ل ?)?(?:نفسه|نفسها|ذاتها))?"),
    ("الماده ماده", rf"(?:{_WHAT_AR} )?{_AIM_AR} (?:من )?(?P<x>.+?) (?:ب?حسب|وفق|وفقا ل|بموجب|في|طبقا ل) "
     "(?P<of>(?:ال)?ماده (?:ال)?\\w+)(?: من (?P<text>دستور|ميثاق|نظام)(?:ه|ها)(?: الاساسي)?| منه| منها)?"),
    ("ماده الماده مواد المواد",
     r"(?:في )?(?:اي|ايه|ما) (?P<art>ماده|مواد|(?:هي )?الماده|المواد)(?: من (?P<x>.+?))?(?: التي)? "
     rf"{_SET_AR} (?:علي )?{_AIM_AR}(?:ها|ه)?(?: (?:من )?(?P<y>.+))?"),
    ("ضد", r"ضد (?:اي|ايه) (?P<other>\w+) (?:انشيت?|اسست?|تاسست?|اطلقت?|وضعت?|شكلت?|اقيمت?) (?P<y>.+)"),
    ("المرجو المرجوه المنشوده المتوخاه المبتغاه المتوقعه المامول", rf"{_WHAT_AR} "
     rf"(?:الفايده|النتيجه|النفع|{_AIM_AR[3:-1]}) "
     "(?:المرجوه?|المنشوده?|المتوخاه|المتوخي|المبتغاه?|المتوقعه?|الماموله?) (?:من وراء|من خلال|من) (?P<x>.+)"),
    ("استخدامات استعمالات", rf"{_WHAT_AR} (?:استخدامات|استعمالات) (?P<x>.+)"),
    ("في ب ضمن بموجب", rf"{_WHAT_AR} {_AIM_AR} {_SET_IN_AR} (?:في|ب|ضمن|بموجب) (?P<x>.+)"),
    ("الي", rf"{_WHAT_AR} [يت](?:سعي|هدف|رمي|طمح|تطلع) (?P<x>.+) الي {_LEARN_AR}"),
    ("ان", rf"{_WHAT_AR} (?:[يت]ريد|[يت]حاول|[يت]ود) (?P<x>.+) ان [يت](?:ثبت|عرف|كشف|بين|حقق|درس|وضح|كتشف)ه?"),
    ("اراد اراده ارادوا قصد قصده توخي توخاه ابتغاه", rf"{_WHAT_AR} (?:اراد|ارادوا|قصد|توخي|توخا|ابتغي|ابتغا)ه? "
     "(?:واضعو|مولفو|موسسو|محررو|صايغو) (?P<x>.+)"),
    ("الداعي", rf"{_WHAT_AR} الداعي (?:الي|ل|من)(?: وجود| انشاء)? (?P<x>.+)"),
    ("يراد يرجي يومل يوءمل ينتظر يتوقع يتوخي يبتغي ينشد يستفاد نستفيد", rf"{_WHAT_AR} "
     "(?:يراد|يرجي|يومل|يوءمل|ينتظر|يتوقع|يتوخي|يبتغي|ينشد|يستفاد|نستفيد)"
     "(?: تحقيقه| بلوغه| انجازه| الوصول اليه| ان يتحقق)? (?:من وراء|من خلال|عبر|من)(?: انشاء| وجود)? (?P<x>.+)"),
    ("المرجو المامول المتوقع المنتظر المبتغي المراد المنشود المتوخي", rf"{_WHAT_AR} "
     "(?:المرجو|المامول|المتوقع|المنتظر|المبتغي|المراد|المنشود|المتوخي)(?: تحقيقه| بلوغه)? (?:من وراء|من خلال|من) "
     "(?P<x>.+)"),
    ("وراء خلف", rf"{_WHAT_AR} {_AIM_AR}(?: من)? (?:وراء|خلف)(?: انشاء| وجود)? (?P<x>.+)"),
    ("تريد يريد تحاول يحاول تود يود", rf"{_WHAT_AR} (?:[يت]ريد|[يت]حاول|[يت]ود) (?P<x>.+) "
     "(?:ان [يت]حققه?|ان [يت]نجزه?|ان [يت]بلغه?|تحقيقه|انجازه|بلوغه|الوصول اليه)"),
    ("اجله اجلها", rf"{_WHAT_AR} {_AIM_AR} (?:الذي|التي) من (?:اجله|اجلها) {_WORK_AR} (?P<x>.+)"),
    ("وجود", rf"{_WHAT_AR} (?:سبب|عله|مبرر|غايه|مسوغ|داعي|دواعي|الغايه من|الهدف من|الغرض من) وجود (?P<x>.+)"),
    ("بغيه غيه بقصد بهدف لغرض ابتغاء اجل لاجل", r"(?:ب?غيه|بقصد|بهدف|لغرض|ابتغاء|من اجل|لاجل) "
     rf"(?:ماذا|اي شيء|اي غرض|اي هدف|اي غايه) {_WORK_AR} (?P<x>.+)"),
    ("سبيل", rf"في سبيل (?:ماذا|اي شيء|اي هدف|اي غايه) {_WORK_AR} (?P<x>.+)"),
    ("جدوي فايده المنفعه منفعه الجدوي الفايده النفع", rf"{_WHAT_AR} "
     "(?:جدوي|فايده|منفعه|المنفعه|الجدوي|الفايده|النفع)(?: من)? (?P<x>.+)"),
    ("لماذا", r"لماذا (?:[يت]وجد|[يت]عمل|فرضت?|[يت]فرض|نشرت?|استخدمت?) (?P<x>.+)"),
    ("علي الي", rf"(?:علي|الي|نحو) {_WHAT_AR} (?:اهداف|غايات|هدف|غايه) (?:[يت]قوم|[يت]عمل|[يت]تجه) (?P<x>.+)"),
    ("مسعي مطمح مرام مبتغي", rf"{_WHAT_AR} (?:مسعي|مطمح|مرام|مبتغي) (?P<x>.+)"),
)  # fmt: skip
_FOR_WHICH_AR = re.compile(rf"(?:اي|ايه) (?:غرض|غايه|هدف|سبب|مقصد) {_WORK_AR} (.+)")

WORDS = closed_set("purpose", *(marks for marks, _ in (*_ENGLISH, *_ARABIC)))


@cache
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text)


def what_purpose(tokens: list[Token]) -> list[Token]:
    """The words of such a question as those of one for the purpose of the thing; other questions as they are."""
    if len(tokens) < 3:
        return _keyword(tokens)
    tokens = _keyword(_in_its_place(tokens))
    said = [t.word for t in tokens]
    text, arabic = " ".join(said), is_arabic(said[0])
    if arabic and normalize(tokens[0].raw)[:1] in "لب" and said[0] in ("اي", "ايه"):
        found = _FOR_WHICH_AR.fullmatch(text)
        return [*_words("ما الغرض من"), *tokens[3:]] if found else tokens
    for marks, pattern in _ARABIC if arabic else _ENGLISH:
        if set(marks.split()).isdisjoint(said):
            continue
        found = _pattern(pattern).fullmatch(text)
        if found and not {"of", "other", "on", "art"}.isdisjoint(found.groupdict()):
            return _in_part(tokens, text, found, arabic)
        if found:
            begin = len(text[: found.start("x")].split())
            thing = tokens[begin : begin + len(found["x"].split())]
            return _purpose_of(thing, arabic) or tokens
    return tokens if arabic else _owned(tokens, said)


def _keyword(tokens: list[Token]) -> list[Token]:
    """The words of such a question for the noun at the beginning or the end of mere names: "silver notice purpose"."""
    if len(tokens) < 2 or is_arabic(tokens[0].word):
        return tokens
    first, last = tokens[0].word, tokens[-1].word
    if last in _NOUNS and not (first in STRAIGHT | AUXILIARIES or _BESIDE & {t.word for t in tokens}):
        return _purpose_of(tokens[:-1], False) or tokens
    bare = first in _NOUNS and tokens[1].word not in PREPOSITIONS | AUXILIARIES | _BESIDE
    return (_purpose_of(tokens[1:], False) or tokens) if bare else tokens


_NOUNS = frozenset("purpose aim goal objective purposes aims goals objectives".split())
_BESIDE = frozenset("and or to that which who with not of for share common same list name".split())


def _in_part(tokens: list[Token], text: str, found: re.Match[str], arabic: bool) -> list[Token]:
    """The purpose of the article, where it is told "according to article 1"; what X counters for "created against"."""

    def typed(group: str) -> list[Token]:
        begin = len(text[: found.start(group)].split())
        return [t._replace(comma=False) for t in tokens[begin : begin + len(found[group].split())]]

    groups = found.groupdict()
    if "art" in groups:
        whole = typed("x" if groups["x"] else "y") if groups["x"] or groups["y"] else []
        if arabic:
            return [*_words("ما مواد"), *whole, *_words("التي تسعي الي اهداف")] if whole else tokens
        return [*_words("which articles of"), *whole, *_words("pursue any objective")] if whole else tokens
    if groups.get("on"):
        return _purpose_of([*typed("y"), *typed("on")], arabic)
    if groups.get("of"):
        part = typed("of")
        whole = [*typed("text"), *([] if arabic else _words("of"))] if groups.get("text") else []
        link = [] if arabic and whole else _words("من" if arabic else "of")
        behind = [*_words("من"), *whole, *typed("x")] if arabic and whole else [*link, *whole, *typed("x")]
        return [*_words("ما الغرض من" if arabic else "what purpose of"), *part, *behind]
    kind, thing = ("kind", "x") if groups.get("kind") else ("other", "y")
    if arabic:
        return [*_words("ما"), *typed(kind), *_words("التي تكافحها"), *typed(thing)]
    if typed(kind)[0].word in ("problem", "problems", "issue", "issues", "threat", "menace", "evil", "challenge"):
        return [*_words("what does"), *typed(thing), *_words("counter")]
    return [*_words("which"), *typed(kind), *_words("does"), *typed(thing), *_words("counter")]


def _in_its_place(tokens: list[Token]) -> list[Token]:
    """The words with the thing named first where a pronoun stands for it: "prison reform: what good is it"."""
    at = next((n for n, t in enumerate(tokens[:-2], 1) if t.comma and tokens[n].word in _ASKING), 0)
    its = [n for n in range(at, len(tokens)) if tokens[n].word in _PRONOUNS] if at else []
    if len(its) != 1:
        return tokens
    thing = [*tokens[: at - 1], tokens[at - 1]._replace(comma=False)]
    return [*tokens[at : its[0]], *thing, *tokens[its[0] + 1 :]]


_ASKING = frozenset("what which why to for of ما ماذا لماذا لاي".split())
_PRONOUNS = frozenset("it they this these them".split())


def _purpose_of(thing: list[Token], arabic: bool) -> list[Token]:
    while thing and thing[0].word in ("the", "a", "an", "of"):
        thing = thing[1:]
    if not thing:
        return []
    return [*_words("ما الغرض من" if arabic else "what purpose of"), *thing[:-1], thing[-1]._replace(comma=False)]


def _owned(tokens: list[Token], said: list[str]) -> list[Token]:
    """The words with "the aims of X" for "X's aims" at the end: a noun that only resembles the word for a type."""
    last = len(said) - 1
    owner = tokens[last - 1].raw.rstrip(".,;:?!")
    if said[0] not in ("what", "whats", "which", "list", "name") or said[last] not in PURPOSES - CREATING:
        return tokens
    if not owner.endswith(("'s", "s'")) or last < 2:
        return tokens
    begin = next((n for n in range(1, last) if said[n] not in _LEADS), last)
    if begin == last:
        return tokens
    name = tokens[last - 1]
    plain = owner.removesuffix("'s").removesuffix("'")
    bare = name._replace(raw=plain, word=normalize(plain), stem=stem(normalize(plain)), comma=False)
    aims = tokens[last]._replace(comma=False)
    return [*_words("what"), aims, *_words("of"), *tokens[begin : last - 1], bare]


_LEADS = frozenset("is are was were the s all were of".split())


def _words(text: str) -> list[Token]:
    return [Token(word, word, stem(word)) for word in text.split()]
