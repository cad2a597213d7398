"""Words and phrases that ask (for a thing, a time, a number, yes or no, what is known), as normalized texts."""

from __future__ import annotations

WH_PHRASES: dict[tuple[str, ...], str] = {
    **{(*at, "how", unit): "how-long" for at in ((), ("after",), ("for",)) for unit in ("long", "soon", "quickly")},
    **{(*at, "how", "many", unit): "how-long" for at in ((), ("after",), ("within",))
       for unit in ("days", "weeks", "months", "years")},
    **{(*at, "كم", *unit): "how-long" for at in ((), ("بعد",), ("خلال",)) for unit in (
        ("يوم",), ("يوما",), ("شهر",), ("شهرا",), ("اسبوعا",), ("من", "الوقت"), ("من", "الزمن"), ("وقت",), ("الوقت",),
        ("من", "يوم"), ("من", "شهر"), ("المده",), ("مده",))},
    ("بعد", "كم"): "how-long", ("خلال", "كم"): "how-long",
    ("when",): "when", ("متي",): "when", ("since", "when"): "when", ("منذ", "متي"): "when",
    **{(which, unit): "when" for which in ("what", "which") for unit in ("year", "date", "day", "month")},
    **{("in", which, unit): "when" for which in ("what", "which") for unit in ("year", "month")},
    **{("on", which, unit): "when" for which in ("what", "which") for unit in ("date", "day")},
    **{(*at, which, unit): "when" for which in ("اي", "ايه")
       for at in (("في",), (), ("منذ",), ("ابتداء", "من"), ("اعتبارا", "من"), ("بدءا", "من"))
       for unit in ("عام", "سنه", "تاريخ", "يوم", "شهر")},
    **{(unit,): "when" for unit in ("date", "dates", "year", "تاريخ", "موعد", "سنه", "عام")},
    **{(*at, which, unit, saw): "when" for at in ((), ("in",)) for which in ("what", "which")
       for unit in ("year", "month", "day", "date") for saw in ("saw", "sees", "witnessed", "brought", "marked")},
    **{("since", which, unit): "when" for which in ("what", "which") for unit in ("year", "date", "day", "month")},
    ("what", "amount"): "count", ("what", "sum"): "count", ("between", "which", "dates"): "when",
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
    ("what",): "what", ("whats",): "what", ("which",): "which", ("ما",): "what",
    ("ماهي",): "what", ("ماهو",): "what", ("ماهم",): "what", ("ماذا",): "object",
    ("اي",): "which", ("ايه",): "which", ("فيم",): "what", ("ايهما",): "what", ("which", "ones"): "what",
    **{(which, kind, "of"): "kind" for which in ("what", "which")
       for kind in ("kind", "kinds", "sort", "sorts", "type", "types")},
    ("where", "i", "find"): "what", ("where", "one", "find"): "what", ("where", "we", "find"): "what",
    ("where", "you", "find"): "what", ("where", "found"): "what",
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

WHY = frozenset({"why", "how come", "what makes", "what made", "what make", "لماذا"})
"""Phrases that ask for the cause of all that follows them, not of one thing in it."""

YES_NO = frozenset("is are was were do does did has have had can هل".split())
"""Words that open a question to be answered by yes or no."""

DOING = frozenset("do does did has have had can".split())
"""Those of them that ask what something does or has, and not what it is."""

LAID = frozenset("put set lay place line pit hold weigh stack match ضع ضعي ضعوا نضع".split())
"""Verbs at the beginning of an order to compare: "put X next to Y"."""

IS_IT_SO: tuple[tuple[str, ...], ...] = (
    ("صحيح", "ان"), ("صحيحا", "ان"), ("من", "الصحيح", "ان"), ("حقا", "ان"), ("حقا",), ("فعلا",), ("بالفعل",),
    ("يصح", "ان"), ("يصح", "القول", "ان"), ("يمكن", "القول", "ان"), ("ثبت", "ان"), ("حدث", "ان"), ("سبق", "ان"),
    ("سبق", "ل"),
    *((*there, "ما", verb, *that) for there in (("ثمه",), ("هناك",), ("يوجد",)) for that in (("ان",), ("علي", "ان"),
      ("الي", "ان"), ("بان",)) for verb in ("يدل", "يثبت", "يفيد", "يشير", "يوكد", "يبين")),
    *((*there, proof, *that) for there in (("there",), ("there", "any"))
      for proof in ("evidence", "indication", "proof", "sign", "record") for that in (("that",),)),
    *(("it", *so, "that") for so in (("true",), ("correct",), ("right",), ("so",), ("the", "case"), ("a", "fact"))),
)  # fmt: skip
"""What stands behind the word that asks for yes or no, and adds nothing to it."""

NOT_SO = frozenset("اليس اليست اليسوا الم الا اولم اوليس اوليست افلا افليس افليست".split())
"""Arabic words that ask for a yes: "أليست"."""

THERE = frozenset({"there", "any", "يوجد", "توجد", "هناك", "ثمه", "فيه"})
"""With these a question for yes or no asks whether there are such things, and is best answered by them."""

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
} | {
    ("what", *known, on) for on in ("about", "of", "on", "regarding")
    for known in (("do", "we", "know"), ("do", "you", "know"), ("is", "known"), ("is", "recorded"), ("is", "there"),
                  ("can", "you", "say"), ("do", "you", "have"), ("have", "you", "got"), ("is", "there", "to", "know"),
                  ("can", "you", "tell", "me"), ("can", "you", "tell", "us"), ("information", "is", "there"),
                  ("information", "do", "you", "have"))
    if (known[-1], on) not in (("there", "on"), ("there", "of"))
} | {
    (what, *known, of) for what in ("ما", "ماذا")
    for known in (("المعروف",), ("الذي", "نعرفه"), ("الذي", "تعرفه"), ("المعلومات",), ("لدينا",), ("لديكم",),
                  ("المعلومات", "المتوفره"), ("المعلومات", "المتاحه"), ("يعرف",), ("هو", "معروف"), ("المسجل",))
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
                         (("ought", "to", "be"), ("done",)), (("is", "to", "be"), ("done",)),
                         (("could", "be"), ("done",)))
       for on in ("about", "on", "regarding", "against")},
    **{(what, must, done, on): ("توصيات", "بشان")
       for what in ("ما", "ماذا") for must in ("ينبغي", "يجب", "يمكن", "يتعين", "المطلوب", "العمل")
       for done in ("فعله", "عمله", "القيام", "اتخاذه") for on in ("بشان", "حيال", "ازاء", "لمواجهه", "حول")},
    **{(what, "العمل", on): ("توصيات", "بشان") for what in ("ما",) for on in ("بشان", "حيال", "ازاء")},
}  # fmt: skip
"""Beginnings of questions by the words that say the same with a noun."""
