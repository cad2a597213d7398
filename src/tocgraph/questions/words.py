"""The closed-class words of questions, in English and Arabic, as normalized texts."""

from __future__ import annotations

from collections.abc import Iterable

from tocgraph.lexicon import PREPOSITIONS


def closed_set(*texts: str) -> frozenset[str]:
    """The words of those texts."""
    return frozenset(" ".join(texts).split())


def by_first(phrases: Iterable[tuple[str, ...]]) -> dict[str, list[tuple[str, ...]]]:
    """The phrases by their first word, so that a word of a question meets only those that it may begin."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        found.setdefault(phrase[0], []).append(phrase)
    return found


WH_PHRASES: dict[tuple[str, ...], str] = {
    **{(*at, "how", unit): "how-long" for at in ((), ("after",), ("for",)) for unit in ("long", "soon", "quickly")},
    **{(*at, "how", "many", unit): "how-long" for at in ((), ("after",), ("within",))
       for unit in ("days", "weeks", "months", "years")},
    **{(*at, "كم", *unit): "how-long" for at in ((), ("بعد",), ("خلال",)) for unit in (
        ("يوم",), ("يوما",), ("شهر",), ("شهرا",), ("اسبوعا",), ("من", "الوقت"), ("من", "الزمن"), ("وقت",), ("الوقت",),
        ("من", "يوم"), ("من", "شهر"), ("المده",), ("مده",))},
    ("when",): "when", ("متي",): "when", ("since", "when"): "when", ("منذ", "متي"): "when",
    **{(which, unit): "when" for which in ("what", "which") for unit in ("year", "date", "day", "month")},
    **{("in", which, unit): "when" for which in ("what", "which") for unit in ("year", "month")},
    **{("on", which, unit): "when" for which in ("what", "which") for unit in ("date", "day")},
    **{(*at, which, unit): "when" for at in (("في",), ()) for which in ("اي", "ايه")
       for unit in ("عام", "سنه", "تاريخ", "يوم", "شهر")},
    **{(unit,): "when" for unit in ("date", "dates", "year", "تاريخ", "موعد", "سنه", "عام")},
    **{(unit, "of"): "when" for unit in ("date", "dates", "year", "day")},
    **{("what", unit, "of"): "when" for unit in ("date", "year")},
    **{(*at, *what, unit, *on, "which"): "when" for at in ((), ("on",), ("in",)) for what in ((), ("what",))
       for unit in ("date", "day", "year", "month") for on in ((), ("on",), ("in",), ("from",))},
    **{(*at, unit, "when"): "when" for at in ((), ("the",)) for unit in ("date", "day", "year", "time")},
    **{(*at, unit, that): "when" for at in ((), ("في",)) for that in ("الذي", "التي")
       for unit in ("التاريخ", "اليوم", "العام", "الموعد", "السنه", "الشهر")},
    ("from", "when", "until", "when"): "when", ("from", "when", "to", "when"): "when",
    **{(to, "when"): "until" for to in ("until", "till")}, ("up", "to", "when"): "until",
    ("حتي", "متي"): "until", ("الي", "متي"): "until", ("منذ", "كم"): "when",
    ("where",): "where", ("اين",): "where", ("from", "where"): "where", ("من", "اين"): "where",
    ("how",): "how", ("كيف",): "how",
    ("who",): "who", ("مين",): "who", ("منو",): "who", ("whom",): "who", ("whose",): "who",
    ("how", "many"): "count", ("how", "much"): "count", ("how", "big"): "count", ("how", "large"): "count",
    ("how", "high"): "count",
    **{("how", "many", *unit): "count" for unit in (("dollars",), ("billions",), ("billion", "dollars"),
       ("million", "dollars"), ("millions",))},
    **{("كم", *unit): "count" for unit in (("دولار",), ("دولارا",), ("مليار",), ("مليار", "دولار"), ("مليون",),
       ("مليون", "دولار"))},
    ("number", "of"): "count", ("count",): "count", ("number",): "count",
    ("how", "many", "times"): "count", ("how", "often"): "count", ("كم", "مره"): "count", ("عدد", "المرات"): "count",
    ("كم", "عدد", "المرات"): "count", ("what", "number", "of"): "count", ("total", "of"): "count",
    ("total", "number"): "count", ("what", "is", "the", "number", "of"): "count",
    **{("كم", much, *of): "count" for much in ("يبلغ", "بلغ", "تبلغ", "بلغت", "يصل", "وصل")
       for of in (("عدد",), ("الي", "عدد"), ("مجموع",))},
    **{(*at, amount): "count" for at in ((), ("ما",), ("ما", "هي"), ("ما", "هو"), ("كم", "تبلغ"), ("كم", "يبلغ"))
       for amount in ("قيمه", "حجم", "مقدار")},
    ("كم", "عدد"): "count", ("ما", "عدد"): "count", ("كم",): "count", ("عدد",): "count",
    ("اجمالي", "عدد"): "count", ("العدد", "الاجمالي", "ل"): "count", ("مجموع", "عدد"): "count",
    ("what",): "what", ("whats",): "what", ("which",): "which", ("ما",): "what", ("ماذا",): "object",
    ("اي",): "which", ("ايه",): "which", ("فيم",): "what", ("ايهما",): "what", ("which", "ones"): "what",
    **{(which, kind, "of"): "kind" for which in ("what", "which")
       for kind in ("kind", "kinds", "sort", "sorts", "type", "types")},
    ("where", "i", "find"): "what", ("where", "one", "find"): "what", ("where", "we", "find"): "what",
    ("علام",): "what", ("الام",): "what", ("مم",): "what", ("مما",): "what", ("ممن",): "who",
    ("بم",): "what", ("لمن",): "who",
}  # fmt: skip
"""Words that ask, and for what: a thing, an actor ("who"), a place, a time, a span of time, a manner, a number; "kind"
for things of a type that follows, "object" for the Arabic word that asks for the object of a verb before its subject.
`من` is also "from"; it asks only at the start."""

OFTEN_WITHIN = frozenset(
    "number count date dates year month day the total since until till up from after "
    "عدد تاريخ سنه عام حتي الي التاريخ اليوم العام السنه الشهر بعد اجمالي العدد مجموع".split()
)
"""First words of what asks that stand within a question as well, so that what is before them is no topic."""

WHO_AT_START = frozenset({"من"})

EVERY = frozenset("every all each كل جميع".split())
"""In a question for yes or no these ask for more than any one claim can say."""

OF_EVERY = frozenset("to by at with against".split())
"""Behind these "all things of a kind" are each of them: "recommendations aimed at all states"."""

PAST = frozenset("was were did had been ever once formerly previously كان كانت كانوا سابقا يوما سبق".split())
"""Words that ask how it once was."""

FUTURE = frozenset("will shall سوف".split())
"""What is to come no claim tells."""

POLITE: tuple[tuple[str, ...], ...] = (
    ("could", "you"), ("can", "you"), ("would", "you"), ("will", "you"), ("do", "you", "know"), ("can", "i"),
    ("could", "i"), ("may", "i"), ("do", "you", "have"), ("is", "it", "possible", "to"), ("have", "you", "got"),
    ("هل", "يمكنك", "ان"), ("هل", "يمكن", "ان"), ("هل", "تستطيع", "ان"), ("هل", "تعرف"), ("هل", "تعلم"),
    ("هل", "لك", "ان"), ("هل", "لكم", "ان"), ("هل", "بوسعك", "ان"), ("ايمكنك", "ان"), ("ايمكن", "ان"), ("ياريت",),
    ("من", "فضلك"), ("من", "فضلكم"), ("لو", "سمحت"), ("لو", "سمحتم"), ("لو", "تكرمت"), ("ارجو", "ان"), ("اريد", "ان"),
    ("اود", "ان"), ("اود", "معرفه"), ("نريد", "ان"), ("نريد", "معرفه"),
    ("هل", "بامكانك", "ان"), ("هل", "من", "الممكن", "ان"), ("ممكن",), ("هل", "لديك"),
)  # fmt: skip
"""Polite ways to begin, which ask nothing."""

COMPOUND: dict[tuple[str, ...], str] = {
    ("by", "virtue", "of"): "under", ("pursuant", "to"): "under", ("on", "the", "basis", "of"): "on",
    ("on", "basis", "of"): "on", ("on", "the", "strength", "of"): "on", ("in", "accordance", "with"): "under",
    ("by", "means", "of"): "by", ("as", "a", "result", "of"): "by",
    ("بناء", "علي"): "بموجب", ("استنادا", "الي"): "بموجب", ("بمقتضي",): "بموجب", ("عملا", "ب"): "بموجب",
    ("علي", "اساس"): "علي", ("بفضل",): "بموجب",
}  # fmt: skip
"""Compound prepositions before a question word, with a plain one for each."""

IDLE: tuple[tuple[str, ...], ...] = (
    ("so", "far"), ("to", "date"), ("until", "now"), ("till", "now"), ("up", "to", "now"), ("as", "of", "now"),
    ("in", "total"), ("all", "told"), ("all", "together"), ("in", "the", "graph"), ("on", "record"),
    ("alike",), ("in", "its", "work"), ("in", "their", "work"),
    ("in", "the", "data"), ("in", "your", "data"), ("the", "name", "of"), ("a", "few"), ("as", "well"),
    ("حتي", "الان"), ("الي", "الان"), ("لغايه", "الان"), ("حتي", "اليوم"), ("الي", "اليوم"), ("الي", "يومنا", "هذا"),
    ("في", "المجموع"), ("في", "المجمل"), ("بشكل", "عام"),
)  # fmt: skip
"""What may be said without asking anything more: the whole of what is recorded is always meant."""

AND_OTHERS: tuple[tuple[str, ...], ...] = (
    ("and", "others"), ("et", "al"), ("and", "colleagues"), ("واخرون",), ("واخرين",), ("وزملاوه",), ("وزملائه",),
)  # fmt: skip
"""What stands for the further authors of a work."""

_OPENING_NOUNS = (
    "background overview summary introduction outline sketch profile information info facts details".split()
)
OPENINGS: frozenset[tuple[str, ...]] = frozenset(
    (*small, *kind, noun, of)
    for small in ((), ("a",), ("an",), ("the",), ("some",), ("any",), ("your",))
    for kind in ((), ("brief",), ("short",), ("quick",), ("basic",), ("general",), ("background",))
    for noun in _OPENING_NOUNS
    for of in ("on", "about", "of", "to", "regarding")
    if (noun, of) not in (("information", "of"), ("information", "to"))
) | {
    (noun, of) for noun in ("نبذه", "لمحه", "معلومات", "خلفيه", "ملخص", "فكره", "شرح", "تفاصيل", "تعريف")
    for of in ("عن", "حول", "ب")
} | {
    (verb, of) for verb in ("حدثني", "حدثنا", "كلمني", "احكي", "احك", "احكيلي", "تحدث", "تكلم", "زودني", "اطلعني",
                            "افدني", "فهمني", "خبرني", "قلي", "حدثيني")
    for of in ("عن", "علي", "حول", "ب", "لي")
} | {
    (what, verb, of) for what in ("ماذا", "ما") for verb in ("تعرف", "تعرفون", "تعلم", "لديك", "عندك", "نعرف", "يعرف")
    for of in ("عن", "حول")
}  # fmt: skip
"""Ways to ask for what is known of a thing; nothing of them need be found in the graph."""

DEFINITIONS = frozenset("definition definitions define meaning meanings تعريف معني معنا مفهوم مدلول".split())
"""Nouns that ask what a thing is, where nobody is recorded to define it."""

IDIOMS: dict[tuple[str, ...], tuple[str, ...]] = {
    ("who", "or", "what"): ("what",), ("what", "or", "who"): ("what",), ("everything",): ("what",),
    **{("what", *aux, *done, on): ("recommendations", "on")
       for aux, done in ((("should", "be"), ("done",)), (("can", "be"), ("done",)), (("must", "be"), ("done",)),
                         (("needs", "to", "be"), ("done",)), (("has", "to", "be"), ("done",)), ((), ("to", "do")),
                         (("ought", "to", "be"), ("done",)))
       for on in ("about", "on", "regarding", "against")},
    **{(what, must, done, on): ("توصيات", "بشان")
       for what in ("ما", "ماذا") for must in ("ينبغي", "يجب", "يمكن", "يتعين", "المطلوب", "العمل")
       for done in ("فعله", "عمله", "القيام", "اتخاذه") for on in ("بشان", "حيال", "ازاء", "لمواجهه", "حول")},
    **{(what, "العمل", on): ("توصيات", "بشان") for what in ("ما",) for on in ("بشان", "حيال", "ازاء")},
}  # fmt: skip
"""Beginnings of questions by the words that say the same with a noun."""

LIGHT = frozenset(
    "do perform have pursue set serve play fulfil fulfill hold give make exercise discharge accomplish achieve assume "
    "foresee envisage plan intend expect act assign entrust describe identify list formulate raise express contain "
    "encounter confront done held made given foreseen undertaken taken borne "
    "تودي يودي يوديها توديها ادي ادت يتولي يمارس ينجز انجز يحقق تحقيق تحقق متوقع منتظر مرتقب مزمع مقرر مخطط مسند "
    "يلقي تلقي يلقاها يلقاه يلاقي تلاقي يلاقيها تلاقيه يصادف تصادف يصادفها يكتنف تكتنف يعتري تعتري يشوب تشوب "
    "موكل يخدم محدد وارد مذكور مبين مطروح مدرج".split()
)
"""Verbs that add nothing to a noun which already says in what relation: the tasks that X performs are its tasks."""

COURTESY = frozenset(
    "please kindly hello hi thanks thank dear i would like want need to know tell me show us give list find "
    "display get wonder wondering just also so ok okay let look up learn see "
    "رجاء ارجو نرجو نريد نود اود ابغي بدي عايز هات فضلك لو سمحت اريد معرفه اخبرني اعرض اذكر اعطني من تكرما "
    "مرحبا السلام عليكم".split()
) - {"من"}
"""Single words of politeness and orders before a question."""

RANKS: dict[tuple[str, ...], str] = {
    ("most",): "most", ("the", "most"): "most", ("fewest",): "fewest", ("least",): "fewest",
    ("greatest", "number", "of"): "most", ("largest", "number", "of"): "most", ("highest", "number", "of"): "most",
    ("smallest", "number", "of"): "fewest", ("lowest", "number", "of"): "fewest",
    ("first",): "first", ("earliest",): "first", ("oldest",): "first",
    ("for", "the", "first", "time"): "first", ("most", "often"): "most", ("most", "frequently"): "most",
    ("اولا",): "first", ("اخرا",): "last", ("اخيرا",): "last", ("مؤخرا",): "last",
    ("latest",): "last", ("newest",): "last", ("most", "recent"): "last", ("last",): "last", ("youngest",): "last",
    ("most", "recently"): "last", ("most", "times"): "most", ("the", "most", "times"): "most",
    ("largest",): "largest", ("biggest",): "largest", ("highest",): "largest", ("greatest",): "largest",
    ("smallest",): "smallest", ("lowest",): "smallest",
    ("اكثر",): "most", ("الاكثر",): "most", ("اكبر", "عدد", "من"): "most", ("اكبر", "عدد"): "most",
    ("اقل",): "fewest", ("الاقل",): "fewest", ("اقل", "عدد", "من"): "fewest", ("اقل", "عدد"): "fewest",
    ("اول",): "first", ("الاول",): "first", ("اقدم",): "first", ("الاقدم",): "first", ("اولي",): "first",
    ("احدث",): "last", ("الاحدث",): "last", ("اخر",): "last", ("الاخيره",): "last",
    ("اكبر",): "largest", ("الاكبر",): "largest", ("اصغر",): "smallest", ("الاصغر",): "smallest",
    ("اعلي",): "largest", ("ادني",): "smallest",
}  # fmt: skip
"""Superlatives by what they rank things by; see `Rank`."""

OF_AGE = frozenset("oldest newest youngest اقدم الاقدم احدث الاحدث".split())
"""Superlatives that tell the age of a thing, and not since when something is true of it."""

LIMITS: dict[tuple[str, ...], str] = {
    ("more", "than"): ">", ("over",): ">", ("at", "least"): ">=", ("no", "fewer", "than"): ">=",
    ("fewer", "than"): "<", ("less", "than"): "<", ("under",): "<", ("exactly",): "=", ("at", "most"): "<=",
    ("اكثر", "من"): ">", ("علي", "الاقل"): ">=", ("ما", "لا", "يقل", "عن"): ">=", ("لا", "يقل", "عن"): ">=",
    ("اقل", "من"): "<", ("بالضبط",): "=", ("ما", "يزيد", "علي"): ">", ("تزيد", "علي"): ">",
}  # fmt: skip

_COUNTS_EN = "one two three four five six seven eight nine ten".split()
_COUNTS_AR = ("واحد", "اثنين", "ثلاث", "اربع", "خمس", "ست", "سبع", "ثماني", "تسع", "عشر")
NUMBERS = {
    **{word: n for n, word in enumerate(_COUNTS_EN, 1)},
    **{word + ending: n for n, word in enumerate(_COUNTS_AR, 1) for ending in ("", "ه")},
    **dict.fromkeys(("اثنان", "اثنتين", "اثنتان"), 2),
}

YES_NO = frozenset("is are was were do does did has have had can هل".split())
"""Words that open a question to be answered by yes or no."""

ONSET = frozenset(
    "become becomes became join joins joined joining ratify ratifies ratified accede accedes acceded "
    "listed added placed put designated admitted entered blacklisted "
    "اصبح اصبحت صار صارت انضم انضمت صادق صادقت صدقت ادرج ادرجت ادراج اضيف اضيفت".split()
)
"""Words that tell of the beginning of what they introduce, so that a date in the question is that of the beginning."""

DIALECT = {
    spoken: written
    for written, forms in {
        "ما": "شنو شنهو شنهي ايش اش شو وش ويش ايه ايشي شنوا ماهي ماهو",
        "لماذا": "ليش ليه علاش لويش وعلاش ليشن", "اين": "وين فين فينه وينه وينها",
        "متي": "امتي امتا ايمتي ايمتا متين وقتاش فوقاش",
        "كم": "كام قديش قداش شكثر بشحال اشحال", "كيف": "ازاي شلون كيفاش اشلون", "التي": "اللي يللي",
        "ماذا": "اشنو", "هل": "واش", "ليس": "مش مو موش", "الان": "هلق دلوقتي هسه توا", "هي": "هاي هادي",
        "مين": "شكون", "يوجد": "اكو كاين",
    }.items()
    for spoken in forms.split()
}  # fmt: skip
"""Words of questions as they are spoken, with those that are written."""

STILL: tuple[tuple[str, ...], ...] = tuple(
    (no, still)
    for no, forms in {
        "لا": "يزال تزال يزالون يزلن زال زالت زالوا", "ما": "زال زالت زالوا يزال تزال فتي فتيت", "لم": "يزل تزل يزالوا",
    }.items()
    for still in forms.split()
)  # fmt: skip
"""Arabic for "still": of what holds now, as any question without a date is."""

IS_IT_SO: tuple[tuple[str, ...], ...] = (
    ("صحيح", "ان"), ("صحيحا", "ان"), ("من", "الصحيح", "ان"), ("حقا", "ان"), ("حقا",), ("فعلا",), ("بالفعل",),
    ("يصح", "ان"), ("يصح", "القول", "ان"), ("يمكن", "القول", "ان"), ("ثبت", "ان"), ("حدث", "ان"), ("سبق", "ان"),
    ("سبق", "ل"), ("is", "it", "true", "that"),
)  # fmt: skip
"""What stands behind the word that asks for yes or no, and adds nothing to it."""

SOMETHING = frozenset("الشيء الاشياء الامر الامور الدور الادوار الجهود".split())
"""Arabic nouns that say nothing before a relative: "the things that"."""

NOT_SO = frozenset("اليس اليست اليسوا الم الا اولم اوليس اوليست افلا افليس افليست".split())
"""Arabic words that ask for a yes: "أليست"."""

BY: tuple[tuple[str, ...], ...] = (
    ("من", "قبل"), ("من", "جانب"), ("من", "طرف"), ("من", "لدن"), ("علي", "يد"), ("علي", "ايدي"), ("بواسطه",),
)  # fmt: skip
"""Behind an Arabic verb these name who does it, so that the verb is passive: "المنشأة من قبل"."""

AND = frozenset({"and", "و", "plus", "nor", "ولا", "as well as"})
OR = frozenset({"or", "او"})
RELATIVE = frozenset(
    {"that", "which", "who", "whom", "whereby"}
    | set("التي الذي الذين اللتان اللذان اللتين اللذين اللواتي اللاتي اللايي اللي".split())
)

ARTICLE = frozenset({"article", "articles", "art", "arts", "مادة", "ماده", "الماده", "المادة", "مواد", "المواد"})

NEGATION = frozenset(
    "not no non nor neither never none except without other than لا ليس ليست لم لن غير دون بدون بلا الا سوي".split()
)
"""Words that turn a question round; never passed over, never taken for a typing error."""

AS = frozenset({"as", "among"})
"""Words that name what the thing before them is to another: "treaties with Egypt as depositary"."""

IT = frozenset("it them its theirs therein thereto فيها فيه فيهما اليها اليه عليها عليه بها به لها له منها منه".split())
"""Words that stand for the thing named before."""

TOPIC = frozenset("it its they their them".split())
"""Pronouns that take up what was named before the question proper: "UNTOC: who implements it"."""

PRONOUNS = frozenset("it he she they them him".split())
"""Words that stand for something named elsewhere; never taken for part of a name."""

_UNITS = "اولي ثانيه ثالثه رابعه خامسه سادسه سابعه ثامنه تاسعه عاشره".split()
_TENS = "عشر ثلاث اربع خمس ست سبع ثمان تسع".split()
ORDINALS = {
    **{f"ال{word}": number for number, word in enumerate(_UNITS, 1)},
    "الحاديه": 1,
    "الواحده": 1,
    **{f"ال{word}{ending}": 10 * number for number, word in enumerate(_TENS, 2) for ending in ("ون", "ين")},
}
"""Arabic ordinal numbers, of articles: units and tens."""
TEEN = frozenset({"عشره", "عشر"})

WHY = frozenset({"why", "how come", "what makes", "what made", "what make", "لماذا"})
"""Phrases that ask for the cause of all that follows them, not of one thing in it."""

NOT = frozenset(
    "not no never neither without isnt arent wasnt werent havent hasnt hadnt didnt dont doesnt "
    "ليس ليست لم لا ولا غير دون بدون بلا".split()
)
"""Words that turn the phrase behind them round, where the graph can bear it."""

EXCEPT_PHRASES = (
    ("except",), ("except", "for"), ("excluding",), ("other", "than"), ("apart", "from"), ("aside", "from"),
    ("with", "the", "exception", "of"), ("with", "exception", "of"), ("not", "counting"), ("not", "including"),
    ("leaving", "out"), ("leaving", "aside"), ("save",), ("save", "for"), ("besides",), ("but", "for"),
    ("عدا",), ("ما", "عدا"), ("فيما", "عدا"), ("باستثناء",), ("سوي",), ("غير",), ("الا",), ("خلا",), ("ما", "خلا"),
    ("بخلاف",), ("دون", "احتساب"), ("من", "غير"),
)  # fmt: skip
"""Words that take the things named behind them out of the answer."""

THERE = frozenset({"there", "any", "يوجد", "توجد", "هناك", "ثمه", "فيه"})
"""With these a question for yes or no asks whether there are such things, and is best answered by them."""

ALSO_VERBS = frozenset(
    "find found show list give name get define describe explain help need know tell see display listed".split()
)
"""Words of politeness and orders that are verbs as well: "what did the study find"."""

EXCEPT = frozenset(phrase[0] for phrase in EXCEPT_PHRASES if len(phrase) == 1)

FUNCTION = frozenset(
    # asking
    "which what whats who whom whose where when that "
    # politeness and orders
    "please kindly list show me us give tell find name display get i we want would like need to know "
    "there exist exists ones one you your do does information info details about could can hi hello thanks thank "
    "mean means meant meaning exactly explain describe define currently now today presently still graph found "
    "main major key principal important various different particular specific certain one ones "
    "الرئيسيه الرييسيه الرئيسي اهم ابرز مختلف الهامه الاساسيه اساسيه رئيسيه "
    "per annual annually yearly estimate estimated السنويه سنويه سنويا تقديرا "
    "altogether immediately officially formally mainly primarily chiefly generally respectively precisely got "
    "overall total recorded registered listed counted counting combined whole entire must current "
    "those only type kind really actually data here itself ever yet term concept phrase word called "
    "both either but also then again just let lets any am interested in see learn look up help "
    # Arabic
    "ما ماذا من هي هو هم هل كم متي اين اي ايه التي الذي الذين اللتان اللذان اللتين اللذين اللواتي اللاتي اللي هناك ثمه "
    "اذكر اعرض عدد قائمه لائحه ارجو رجاء فضلك اريد معرفه اخبرني وضح بين لي يوجد توجد مما ممن "
    "كلا كلتا كليهما كلتيهما لكن ولكن هما هن بها بهم عليها عليه فيها فيه لها له منها منه "
    "بالنسبه dr prof mr mrs ms الدكتور الدكتوره الاستاذ الاستاذه "
    "عرف اشرح المقصود مقصود يقصد نقصد يراد المراد "
    "معني معناه يعني تعني عباره معا الان حاليا اليوم بالضبط ايضا كذلك كلها جميعها "
    "اسم الحالي الحاليه مضي مرور انقضاء اجمالا اجمالي الاجمالي مجموع المجموع مجموعه مسجل المسجله "
    "المسجل مدون المدونه عموما كلهم "
    "مفهوم مصطلح فقط حاليا مازالت مازال تزال يزال زالت زال بها انها انه التالي الاتي "
    "تعتبر يعتبر يعد تعد تجمع "
    "تذكر تخبرني تعطيني تبين توضح تعرض عرض ذكر بيان سرد اسرد عدد عددي اكتب قل قولي احتاج ارغب اتساءل تسرد "
    "اعطني عرفني لو سمحت ممكن ان هلا تكرما شكرا مرحبا ابغي بدي عن هات اود "
    "تعد يعد تعتبر يعتبر "
    "بالنسبه تجاه among amongst "
    # adverbs that add nothing
    "so very quite basically essentially usually typically normally commonly largely especially particularly "
    "specifically simply clearly already actual such several existing documented somebody "
    "فعلا بالفعل حقا تحديدا بالتحديد تماما خصوصا اساسا رسميا عمليا فعليا اصلا لقد عده شتي عديده "
    "و او and or".split()
)
"""Words that may stand in a question without being answered for."""

SMALL = FUNCTION | PREPOSITIONS
"""Words that name nothing by themselves."""
