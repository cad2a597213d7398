"""Words that add nothing to what is asked, politeness for one, as normalized texts."""

from __future__ import annotations

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

COURTESY = frozenset(
    "please kindly hello hi thanks thank dear i would like want need to know tell me show us give list find "
    "enumerate itemize itemise display get wonder wondering just also so ok okay let look up learn see "
    "رجاء ارجو نرجو نريد نود اود ابغي بدي عايز هات فضلك لو سمحت اريد معرفه اخبرني اعرض اذكر اعطني من تكرما "
    "مرحبا السلام عليكم".split()
) - {"من"}
"""Single words of politeness and orders before a question."""

ALSO_VERBS = frozenset(
    "find found show list give name get define describe explain help need know tell see display listed".split()
)
"""Words of politeness and orders that are verbs as well: "what did the study find"."""

IDLE: tuple[tuple[str, ...], ...] = (
    ("so", "far"), ("to", "date"), ("until", "now"), ("till", "now"), ("up", "to", "now"), ("as", "of", "now"),
    ("at", "once"), ("in", "total"), ("all", "told"), ("all", "together"), ("in", "the", "graph"), ("on", "record"),
    ("alike",), ("in", "its", "work"), ("in", "their", "work"),
    ("في", "عملها"), ("في", "عمله"), ("في", "عملهم"), ("في", "عملهما"), ("في", "الاساس"), ("في", "الاصل"),
    ("in", "the", "data"), ("in", "your", "data"), ("the", "name", "of"), ("a", "few"), ("as", "well"),
    ("حتي", "الان"), ("الي", "الان"), ("لغايه", "الان"), ("حتي", "اليوم"), ("الي", "اليوم"), ("الي", "يومنا", "هذا"),
    ("في", "المجموع"), ("في", "المجمل"), ("بشكل", "عام"),
)  # fmt: skip
"""What may be said without asking anything more: the whole of what is recorded is always meant."""

AT_THE_END = frozenset("too besides likewise".split())
"""What at the end of a question or of a part of it says no more than "also"."""

AND_OTHERS: tuple[tuple[str, ...], ...] = (
    ("and", "others"), ("et", "al"), ("and", "colleagues"), ("واخرون",), ("واخرين",), ("وزملاوه",), ("وزملائه",),
)  # fmt: skip
"""What stands for the further authors of a work."""

SOMETHING = frozenset("الشيء الاشياء الامر الامور الدور الادوار الجهود".split())
"""Arabic nouns that say nothing before a relative: "the things that"."""

LIGHT = frozenset(
    "do perform have pursue set serve play fulfil fulfill hold give make exercise discharge accomplish achieve assume "
    "foresee envisage plan intend expect act assign entrust describe identify list formulate raise express contain "
    "encounter confront done held made given foreseen undertaken taken borne "
    "تودي يودي يوديها توديها ادي ادت يتولي يمارس ينجز انجز يحقق تحقيق تحقق متوقع منتظر مرتقب مزمع مقرر مخطط مسند "
    "يلقي تلقي يلقاها يلقاه يلاقي تلاقي يلاقيها تلاقيه يصادف تصادف يصادفها يكتنف تكتنف يعتري تعتري يشوب تشوب "
    "يخضع تخضع خضع خاضع مفروض يحكم تحكم يقيد تقيد يتقيد يعلق معلق يتوقف تتوقف موقوف ينطبق تنطبق يسري تسري يرد ترد مقرر "
    "موكل يخدم محدد وارد مذكور مبين مطروح مدرج".split()
)
"""Verbs that add nothing to a noun which already says in what relation: the tasks that X performs are its tasks."""
