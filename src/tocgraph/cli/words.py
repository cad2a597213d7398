"""The words of the output in English and Arabic."""

from __future__ import annotations

_WORDS = {
    "against": ("against it", "ما يخالفه"),
    "against-sources": ("sources against it", "مصادر ما يخالفه"),
    "aliases": ("aliases", "أسماء أخرى"),
    "answer": ("answer", "الإجابة"),
    "as-in": ("as in", "كما في"),
    "as-of": ("as of", "كما في"),
    "at": ("at", "الموضع"),
    "authors": ("authors", "المؤلفون"),
    "cited": ("cited", "مستشهد به"),
    "claim": ("claim", "القول"),
    "claims": ("claims", "الأقوال"),
    "complete": ("This list is complete.", "هذه القائمة كاملة."),
    "contested": ("contested", "محل الخلاف"),
    "contested-sources": ("its sources", "مصادره"),
    "coverage": ("coverage", "التغطية"),
    "count": ("count", "العدد"),
    "derived": ("derived", "مستنتج"),
    "derived-claims": ("derived claims", "الأقوال المستنتجة"),
    "description": ("description", "الوصف"),
    "from": ("from", "من"),
    "gap": ("gap", "ثغرة"),
    "group": ("group", "المجموعة"),
    "id": ("id", "المعرف"),
    "incomplete": ("This list is not complete.", "هذه القائمة غير كاملة."),
    "issued": ("issued", "سنة النشر"),
    "label": ("name", "الاسم"),
    "label-ar": ("Arabic name", "الاسم العربي"),
    "label-en": ("English name", "الاسم الإنجليزي"),
    "matched": ("matched", "الاسم المطابق"),
    "not-understood": ("The question was not understood.", "لم يفهم السؤال."),
    "ambiguous": ("The question can be read in several ways:", "يمكن فهم السؤال بأكثر من معنى:"),
    "not-in-graph": ("The graph does not hold this.", "هذا غير موجود في الرسم البياني."),
    "note": ("note", "ملاحظة"),
    "nothing": (
        "No answer: the graph records none, which does not mean that there is none.",
        "لا إجابة: لا يسجل الرسم البياني شيئا، وهذا لا يعني أنه لا يوجد شيء.",
    ),
    "nothing-listed": ("No answer.", "لا إجابة."),
    "open-list": (
        "The list may be incomplete: a state that is not on it is not thereby outside.",
        "قد تكون القائمة غير كاملة: غياب دولة عنها لا يعني أنها خارجها.",
    ),
    "parties": ("parties", "الأطراف"),
    "party": ("party to", "طرف في"),
    "party-unknown": ("not known whether party to", "غير معروف إن كانت طرفا في"),
    "not-party": ("not party to", "ليست طرفا في"),
    "parts": ("parts", "الأجزاء"),
    "path": ("path", "الطريق"),
    "publisher": ("publisher", "الناشر"),
    "qualifiers": ("details", "التفاصيل"),
    "reading": ("Reading", "فهم السؤال"),
    "reason": ("reason", "السبب"),
    "reference": ("reference", "المرجع"),
    "relation": ("relation", "العلاقة"),
    "rows-added": ("added", "مضافة"),
    "rows-alias": (
        "If it is a state, add the name to its aliases in entities.yaml and import again.",
        "إن كانت دولة فأضف الاسم إلى أسمائها الأخرى في entities.yaml ثم أعد الاستيراد.",
    ),
    "rows-changed": ("changed", "معدلة"),
    "rows-coverage": (
        "bring coverage.csv up to date; parties that the document counts",
        "حدث coverage.csv؛ عدد الأطراف بحسب الوثيقة",
    ),
    "rows-gone": ("not in the document", "ليست في الوثيقة"),
    "rows-kept": ("kept", "أبقيت"),
    "rows-not-written": ("nothing written; --apply writes", "لم يكتب شيء؛ يكتب --apply الملف"),
    "rows-notes": ("changed, with an older note to look at", "معدلة ولها ملاحظة سابقة تراجع"),
    "rows-removed": ("removed", "حذفت"),
    "rows-same": ("the table says the same already", "الجدول مطابق للوثيقة"),
    "rows-unchanged": ("unchanged", "بلا تغيير"),
    "rows-unmatched": ("names of no known state", "أسماء لا تقابل دولة معروفة"),
    "rows-unsettled": ("to settle by hand", "تحسم يدويا"),
    "rows-written": ("written", "كتب"),
    "score": ("score", "التشابه"),
    "shown-above": ("shown above", "سبق بيانه"),
    "since": ("since", "منذ"),
    "source": ("source", "المصدر"),
    "sources": ("sources", "المصادر"),
    "standing": ("standing", "درجة الاعتماد"),
    "step": ("step", "الخطوة"),
    "subject": ("subject", "الموضوع"),
    "suggestions": ("Try:", "جرب:"),
    "title": ("title", "العنوان"),
    "to": ("to", "إلى"),
    "translation": ("our own translation", "ترجمة من وضعنا"),
    "type": ("type", "النوع"),
    "uncited": ("not to be cited", "لا يستشهد به"),
    "until": ("until", "حتى"),
    "url": ("url", "الرابط"),
    "value": ("value", "القيمة"),
    "warning": ("warning", "تنبيه"),
    "within": ("with parts within", "مع ما بداخله"),
    "premises": ("premises", "المقدمات"),
    "rule": ("rule", "القاعدة"),
    "preferred": ("preferred", "مفضل"),
    "normal": ("normal", "عادي"),
    "unverified": ("unverified", "غير متحقق منه"),
    "disputed": ("disputed", "محل خلاف"),
    "rejected": ("rejected", "مرفوض"),
}


def has_word(name: str) -> bool:
    """Whether the output has a word of that name."""
    return name in _WORDS


def word(name: str, language: str) -> str:
    """The word or line of that name in a language; the name itself when there is none."""
    texts = _WORDS.get(name)
    return name if texts is None else texts[language == "ar"]


def heading(name: str, language: str) -> str:
    """A line's opening word, with a capital letter where the script has them."""
    text = word(name, language)
    return text[:1].upper() + text[1:]
