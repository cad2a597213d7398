"""The closed-class words of questions, in English and Arabic, as normalized texts.

Those that ask are in `question_words`, those that add nothing to what is asked in `idle_words`.
"""

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


EVERY = frozenset("every all each كل جميع".split())
"""In a question for yes or no these ask for more than any one claim can say."""

LISTING = frozenset("list name enumerate which اذكر عدد اسرد".split())
"""Words at the beginning of a question that ask for things one by one."""

OF_EVERY = frozenset("to by at with against".split())
"""Behind these "all things of a kind" are each of them: "recommendations aimed at all states"."""

PAST = frozenset("was were did had been ever once formerly previously كان كانت كانوا سابقا يوما سبق".split())
"""Words that ask how it once was."""

FUTURE = frozenset("will shall سوف".split())
"""What is to come no claim tells."""

COMPOUND: dict[tuple[str, ...], str] = {
    ("by", "virtue", "of"): "under", ("pursuant", "to"): "under", ("on", "the", "basis", "of"): "on",
    ("on", "basis", "of"): "on", ("on", "the", "strength", "of"): "on", ("in", "accordance", "with"): "under",
    ("by", "means", "of"): "by", ("as", "a", "result", "of"): "by",
    ("بناء", "علي"): "بموجب", ("استنادا", "الي"): "بموجب", ("بمقتضي",): "بموجب", ("عملا", "ب"): "بموجب",
    ("علي", "اساس"): "علي", ("بفضل",): "بموجب",
}  # fmt: skip
"""Compound prepositions before a question word, with a plain one for each."""

RANKS: dict[tuple[str, ...], str] = {
    ("most",): "most", ("the", "most"): "most", ("fewest",): "fewest", ("least",): "fewest",
    ("greatest", "number", "of"): "most", ("largest", "number", "of"): "most", ("highest", "number", "of"): "most",
    ("smallest", "number", "of"): "fewest", ("lowest", "number", "of"): "fewest",
    ("first",): "first", ("earliest",): "first", ("oldest",): "first",
    ("for", "the", "first", "time"): "first", ("most", "often"): "most", ("most", "frequently"): "most",
    ("اولا",): "first", ("اخرا",): "last", ("اخيرا",): "last", ("مؤخرا",): "last",
    ("latest",): "last", ("newest",): "last", ("most", "recent"): "last", ("last",): "last", ("youngest",): "last",
    ("most", "recently"): "last", ("most", "times"): "most", ("the", "most", "times"): "most",
    ("most", "widely"): "most", ("most", "commonly"): "most", ("least", "often"): "fewest",
    ("largest",): "largest", ("biggest",): "largest", ("highest",): "largest", ("greatest",): "largest",
    ("smallest",): "smallest", ("lowest",): "smallest", ("longest",): "longest", ("shortest",): "shortest",
    **{("before", *who): "first" for who in (("anyone", "else"), ("everyone", "else"), ("anybody", "else"),
       ("all", "others"), ("all", "the", "others"), ("any", "other"), ("others",), ("everybody", "else"))},
    **{("ahead", "of", *who): "first" for who in (("everyone", "else"), ("all", "others"), ("anyone", "else"),
       ("others",), ("the", "others"), ("all", "the", "others"))},
    **{("قبل", *who): "first" for who in (("غيرها",), ("غيره",), ("غيرهم",), ("الجميع",), ("سواها",), ("سواه",),
       ("الاخرين",), ("الاخريات",), ("اي", "دوله", "اخري"), ("ساير", "الدول"), ("باقي", "الدول"), ("بقيه", "الدول"),
       ("كل", "الدول"), ("جميع", "الدول"))},
    **{(word,): "first" for word in ("سباقه", "السباقه", "سباقا", "السباق")}, ("سباقا", "الي"): "first",
    **{("اكثر", "من", other): "most" for other in ("غيرها", "غيره", "غيرهم", "سواها", "سواه", "سواهم", "الجميع")},
    **{("اقل", "من", other): "fewest" for other in ("غيرها", "غيره", "غيرهم", "سواها", "سواه", "سواهم", "الجميع")},
    ("الاولي",): "first", ("اولي", "في"): "first",
    ("اطول",): "longest", ("الاطول",): "longest", ("اقصر",): "shortest", ("الاقصر",): "shortest",
    ("اكثر", "عدد", "من"): "most", ("العدد", "الاكبر", "من"): "most", ("اكبر", "قدر", "من"): "most",
    ("اكثر",): "most", ("الاكثر",): "most", ("اكبر", "عدد", "من"): "most", ("اكبر", "عدد"): "most",
    ("اقل",): "fewest", ("الاقل",): "fewest", ("اقل", "عدد", "من"): "fewest", ("اقل", "عدد"): "fewest",
    ("السباق", "الي"): "first", ("السباقه", "الي"): "first", ("الاولي", "في"): "first", ("الاول", "في"): "first",
    ("الاخيره", "في"): "last", ("الاخير", "في"): "last", ("سباقه", "الي"): "first",
    ("اول",): "first", ("الاول",): "first", ("اقدم",): "first", ("الاقدم",): "first", ("اولي",): "first",
    ("احدث",): "last", ("الاحدث",): "last", ("اخر",): "last", ("الاخيره",): "last",
    ("اكبر",): "largest", ("الاكبر",): "largest", ("اصغر",): "smallest", ("الاصغر",): "smallest",
    ("اعلي",): "largest", ("ادني",): "smallest",
}  # fmt: skip
"""Superlatives by what they rank things by; see `Rank`."""

RANKS_ALONE = frozenset(phrase[0] for phrase in RANKS if len(phrase) == 1)
"""Superlatives of one word."""

OF_AGE = frozenset("oldest newest youngest اقدم الاقدم احدث الاحدث".split())
"""Superlatives that tell the age of a thing, and not since when something is true of it."""

LIMITS: dict[tuple[str, ...], str] = {
    ("more", "than"): ">", ("over",): ">", ("at", "least"): ">=", ("no", "fewer", "than"): ">=",
    ("fewer", "than"): "<", ("less", "than"): "<", ("under",): "<", ("exactly",): "=", ("at", "most"): "<=",
    ("اكثر", "من"): ">", ("علي", "الاقل"): ">=", ("ما", "لا", "يقل", "عن"): ">=", ("لا", "يقل", "عن"): ">=",
    ("اقل", "من"): "<", ("بالضبط",): "=", ("ما", "يزيد", "علي"): ">", ("تزيد", "علي"): ">",
}  # fmt: skip

_COUNTS_EN = "one two three four five six seven eight nine ten".split()
_TENS_AR = "عشر ثلاث اربع خمس ست سبع ثمان تسع".split()
_COUNTS_AR = ("واحد", "اثنين", "ثلاث", "اربع", "خمس", "ست", "سبع", "ثماني", "تسع", "عشر")
NUMBERS = {
    **{word: n for n, word in enumerate(_COUNTS_EN, 1)},
    **{word + ending: n for n, word in enumerate(_COUNTS_AR, 1) for ending in ("", "ه")},
    **dict.fromkeys(("اثنان", "اثنتين", "اثنتان"), 2),
    **{f"{word}{ending}": 10 * n for n, word in enumerate(_TENS_AR, 2) for ending in ("ون", "ين")},
    **dict.fromkeys(("مايه", "ميه"), 100),
    **dict.fromkeys(("مايتين", "ميتين", "مايتان", "ميتان"), 200),
}

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

BY: tuple[tuple[str, ...], ...] = (
    ("من", "قبل"), ("من", "جانب"), ("من", "طرف"), ("من", "لدن"), ("علي", "يد"), ("علي", "ايدي"), ("بواسطه",),
)  # fmt: skip
"""Behind an Arabic verb these name who does it, so that the verb is passive: "المنشأة من قبل"."""

PASSIVELY = frozenset("by قبل جانب بواسطه يد".split())
"""Words that name who does what a passive verb says."""

NOR = frozenset({"nor", "ولا"})
AND = NOR | {"and", "و", "plus", "as well as"}
OR = frozenset({"or", "او"})
RELATIVE = frozenset(
    {"that", "which", "who", "whom", "whereby"}
    | set("التي الذي الذين اللتان اللذان اللتين اللذين اللواتي اللاتي اللايي اللي".split())
)

ARTICLE = frozenset({"article", "articles", "art", "arts", "مادة", "ماده", "الماده", "المادة", "مواد", "المواد"})

NEGATION = frozenset(
    "not no non nor neither never none except without other than لا ليس ليست ليسوا ليسا ليستا لسن لم لن غير دون بدون "
    "بلا الا سوي".split()
)
"""Words that turn a question round; never passed over, never taken for a typing error."""

AS = frozenset({"as", "among"})
"""Words that name what the thing before them is to another: "treaties with Egypt as depositary"."""

IT = frozenset("it them its theirs therein thereto فيها فيه فيهما اليها اليه عليها عليه بها به لها له منها منه".split())
"""Words that stand for the thing named before."""

TOPIC = frozenset("it its they their them".split())
"""Pronouns that take up what was named before the question proper: "UNTOC: who implements it"."""

EXISTING = closed_set(
    "exist exists existing active operational ongoing running operating functioning around alive "
    "قايم قايما قايمه موجود موجودا موجوده نشط نشطا نشطه مستمر مستمرا مستمره جاريه جاريا فاعله فاعلا عامله عاملا حيه "
    "تعمل يعمل"
)
"""At the end of a question for yes or no these ask whether a thing has not come to its end."""

PRONOUNS = frozenset("it he she they them him ام".split())
"""Words that stand for something named elsewhere, or set alternatives apart; never taken for part of a name."""

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

NOT = frozenset(
    "not no never neither without isnt arent wasnt werent havent hasnt hadnt didnt dont doesnt "
    "ليس ليست ليسوا ليسا ليستا لسن لم لا ولا غير دون بدون بلا".split()
)
"""Words that turn the phrase behind them round, where the graph can bear it."""

EXCEPT_PHRASES = (
    ("except",), ("except", "for"), ("excluding",), ("other", "than"), ("apart", "from"), ("aside", "from"),
    ("with", "the", "exception", "of"), ("with", "exception", "of"), ("not", "counting"), ("not", "including"),
    ("leaving", "out"), ("leaving", "aside"), ("minus",), ("but", "leave", "out"), ("leave", "out"),
    ("without", "counting"), ("save",), ("save", "for"), ("besides",), ("but", "for"),
    ("عدا",), ("ما", "عدا"), ("فيما", "عدا"), ("باستثناء",), ("سوي",), ("غير",), ("الا",), ("خلا",), ("ما", "خلا"),
    ("بخلاف",), ("دون", "احتساب"), ("من", "غير"),
)  # fmt: skip
"""Words that take the things named behind them out of the answer."""

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
    "overall total recorded registered counted counting combined whole entire must current "
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
    "نهاييا انفسهم انفسهن بعينها بعينه بعينهم بعينهما تقديريه فعليه فعلا بالفعل حقا تحديدا بالتحديد "
    "بالذات تماما خصوصا اساسا رسميا عمليا فعليا اصلا لقد عده شتي عديده "
    "و او and or".split()
)
"""Words that may stand in a question without being answered for."""

SMALL = FUNCTION | PREPOSITIONS
"""Words that name nothing by themselves."""
