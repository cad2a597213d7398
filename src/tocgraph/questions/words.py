"""The closed-class words of questions, in English and Arabic, as normalized texts."""

from __future__ import annotations

WH_PHRASES: dict[tuple[str, ...], str] = {
    ("when",): "when", ("متي",): "when", ("since", "when"): "when", ("منذ", "متي"): "when",
    **{(which, unit): "when" for which in ("what", "which") for unit in ("year", "date", "day", "month")},
    **{("in", which, unit): "when" for which in ("what", "which") for unit in ("year", "month")},
    **{("on", which, unit): "when" for which in ("what", "which") for unit in ("date", "day")},
    **{(*at, which, unit): "when" for at in (("في",), ()) for which in ("اي", "ايه")
       for unit in ("عام", "سنه", "تاريخ", "يوم", "شهر")},
    **{(unit,): "when" for unit in ("date", "dates", "تاريخ", "موعد", "سنه", "عام")},
    **{(unit, "of"): "when" for unit in ("date", "dates", "year", "day")},
    **{("what", unit, "of"): "when" for unit in ("date", "year")},
    ("where",): "where", ("اين",): "where", ("from", "where"): "where", ("من", "اين"): "where",
    ("how",): "how", ("كيف",): "how",
    ("who",): "who", ("whom",): "who", ("whose",): "who",
    ("how", "many"): "count", ("how", "much"): "count", ("number", "of"): "count", ("count",): "count",
    ("what", "number", "of"): "count", ("total", "of"): "count", ("what", "is", "the", "number", "of"): "count",
    ("كم", "عدد"): "count", ("ما", "عدد"): "count", ("كم",): "count", ("عدد",): "count",
    ("what",): "what", ("whats",): "what", ("which",): "which", ("ما",): "what", ("ماذا",): "object",
    ("اي",): "which", ("ايه",): "which", ("فيم",): "what", ("ايهما",): "what", ("which", "ones"): "what",
    ("what", "kind", "of"): "what", ("what", "kinds", "of"): "what", ("what", "sort", "of"): "what",
    ("which", "kind", "of"): "what", ("which", "kinds", "of"): "what",
    ("مم",): "what", ("مما",): "what", ("ممن",): "who", ("بم",): "what", ("لمن",): "who",
}  # fmt: skip
"""Words that ask, and for what: a thing, an actor ("who"), a place, a time, a manner, a number; "object" for the
Arabic word that asks for the object of a verb before its subject. `من` is also "from"; it asks only at the start."""

WHO_AT_START = frozenset({"من"})

EVERY = frozenset("every all each كل جميع".split())
"""In a question for yes or no these ask for more than any one claim can say."""

PAST = frozenset("was were did had كان كانت كانوا".split())
"""Words that ask how it once was."""

FUTURE = frozenset("will shall سوف".split())
"""What is to come no claim tells."""

POLITE: tuple[tuple[str, ...], ...] = (
    ("could", "you"), ("can", "you"), ("would", "you"), ("will", "you"), ("do", "you", "know"), ("can", "i"),
    ("could", "i"), ("may", "i"), ("do", "you", "have"), ("is", "it", "possible", "to"), ("have", "you", "got"),
    ("هل", "يمكنك", "ان"), ("هل", "يمكن", "ان"), ("هل", "تستطيع", "ان"), ("هل", "تعرف"), ("هل", "تعلم"),
    ("هل", "لك", "ان"), ("هل", "بامكانك", "ان"), ("هل", "من", "الممكن", "ان"), ("ممكن",), ("هل", "لديك"),
)  # fmt: skip
"""Polite ways to begin, which ask nothing."""

AND_OTHERS: tuple[tuple[str, ...], ...] = (
    ("and", "others"), ("et", "al"), ("and", "colleagues"), ("واخرون",), ("واخرين",), ("وزملاوه",), ("وزملائه",),
)  # fmt: skip
"""What stands for the further authors of a work."""

COURTESY = frozenset(
    "please kindly hello hi thanks thank dear i would like want need to know tell me show us give list find "
    "display get wonder wondering just also so ok okay let look up learn see "
    "رجاء ارجو فضلك لو سمحت اريد معرفه اخبرني اعرض اذكر اعطني من تكرما مرحبا السلام عليكم".split()
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
    ("most", "recently"): "last",
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
    "اصبح اصبحت صار صارت انضم انضمت صادق صادقت صدقت".split()
)
"""Words that tell of the beginning of what they introduce, so that a date in the question is that of the beginning."""

AND = frozenset({"and", "و", "plus", "nor", "ولا", "as well as"})
OR = frozenset({"or", "او"})
RELATIVE = frozenset({"that", "which", "who", "whom", "التي", "الذي", "الذين", "اللتان", "اللذان", "اللواتي"})

RESUMED = frozenset("بها بهم عليها عليه عليهم فيها فيه فيهم لها له لهم منها منه عنها عنه اليها اليه معها".split())
"""Arabic prepositions with a pronoun, behind a verb whose object stands before it."""

ARTICLE = frozenset({"article", "articles", "art", "arts", "مادة", "ماده", "الماده", "المادة", "مواد", "المواد"})

NEGATION = frozenset(
    "not no non nor neither never none except without other than لا ليس ليست لم لن غير دون بدون بلا الا سوي".split()
)
"""Words that turn a question round; never passed over, never taken for a typing error."""

IT = frozenset("it them its theirs therein thereto فيها فيه فيهما اليها اليه عليها عليه بها به لها له منها منه".split())
"""Words that stand for the thing named before."""

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

WHY = frozenset({"why", "how come", "لماذا"})
"""Phrases that ask for the cause of all that follows them, not of one thing in it."""

NOT = frozenset(
    "not no never neither without isnt arent wasnt werent havent hasnt hadnt didnt dont doesnt "
    "ليس ليست لم لا ولا غير دون بدون بلا".split()
)
"""Words that turn the phrase behind them round, where the graph can bear it."""

EXCEPT_PHRASES = (
    ("except",), ("except", "for"), ("excluding",), ("other", "than"), ("apart", "from"),
    ("عدا",), ("ما", "عدا"), ("باستثناء",), ("سوي",), ("غير",), ("الا",),
)  # fmt: skip
"""Words that take the things named behind them out of the answer."""

THERE = frozenset({"there", "any", "يوجد", "توجد", "هناك"})
"""With these a question for yes or no asks whether there are such things, and is best answered by them."""

ALSO_VERBS = frozenset(
    "find found show list give name get define describe explain help need know tell see display".split()
)
"""Words of politeness and orders that are verbs as well: "what did the study find"."""

FUNCTION = frozenset(
    # asking
    "which what whats who whom whose where when that "
    # politeness and orders
    "please kindly list show me us give tell find name display get i we want would like need to know "
    "there exist exists ones one you your do does information info details about could can hi hello thanks thank "
    "mean means meant meaning exactly explain describe define currently now today presently still graph found "
    "main major key principal important various different particular specific certain one ones "
    "الرئيسيه الرييسيه الرئيسي اهم ابرز مختلف الهامه الاساسيه اساسيه رئيسيه "
    "per annual annually yearly estimate estimated السنويه سنويا تقديرا "
    "altogether overall those only type kind really actually data here itself ever yet term concept phrase word called "
    "both either but also then again just let lets any am interested in see learn look up help "
    # Arabic
    "ما ماذا من هي هو هم هل كم متي اين اي ايه التي الذي الذين اللتان اللذان اللواتي هناك "
    "اذكر اعرض عدد قائمه لائحه ارجو رجاء فضلك اريد معرفه اخبرني وضح بين لي يوجد توجد مما ممن "
    "كلا كلتا كليهما كلتيهما لكن ولكن هما هن بها بهم عليها عليه فيها فيه لها له منها منه "
    "عرف اشرح شنو ايش شو وش المقصود مقصود معني معناه يعني تعني عباره معا الان حاليا اليوم بالضبط ايضا كذلك كلها جميعها "
    "مفهوم مصطلح فقط حاليا مازالت مازال تزال يزال زالت زال بها انها انه التالي الاتي "
    "تذكر تخبرني تعطيني تبين توضح تعرض عرض ذكر بيان سرد اسرد عدد عددي اكتب قل قولي احتاج ارغب اتساءل تقول تسرد "
    "اعطني عرفني لو سمحت ممكن ان هلا تكرما شكرا مرحبا ابغي بدي عن هات اود "
    "و او and or".split()
)
"""Words that may stand in a question without being answered for."""
