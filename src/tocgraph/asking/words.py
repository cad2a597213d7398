"""What the answers of reports say around them, in English and Arabic."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tocgraph.answers import Answer
from tocgraph.store import OpenStore

if TYPE_CHECKING:
    from tocgraph.questions.requests import Guesses

_TEXT: dict[str, tuple[str, str]] = {
    "differ": ("differ", "مختلف"),
    "shared": ("only what all of them have", "ما هو مشترك بينها فقط"),
    "different": ("only where they differ", "ما تختلف فيه فقط"),
    "first": ("only what {of} alone has", "ما تنفرد به {of} فقط"),
    "last": ("only what {of} alone has", "ما تنفرد به {of} فقط"),
    "nothing-first": (
        "Nothing is recorded that it alone has; what is not recorded is not known.",
        "لم يسجل ما ينفرد به؛ وما لم يسجل غير معروف.",
    ),
    "nothing-last": (
        "Nothing is recorded that it alone has; what is not recorded is not known.",
        "لم يسجل ما ينفرد به؛ وما لم يسجل غير معروف.",
    ),
    "nothing-shared": (
        "Nothing is recorded that all of them have; what is not recorded is not known.",
        "لم يسجل شيء مشترك بينها جميعا؛ وغير المسجل غير معروف.",
    ),
    "nothing-different": (
        "Nothing is recorded in which they differ; what is not recorded is not known.",
        "لم يسجل ما تختلف فيه؛ وغير المسجل غير معروف.",
    ),
    "way": (
        "how {start} and {end} are joined: no claim links the two, the shortest way has {steps} steps",
        "ما يصل بين {start} و{end}: لا صلة مباشرة بينهما، وأقصر طريق خطواته {steps}",
    ),
    "ways": (
        "how {start} and {end} are joined: no claim links the two, {n} of the shortest ways, of {steps} steps each",
        "ما يصل بين {start} و{end}: لا صلة مباشرة بينهما، {n} من أقصر الطرق، خطوات كل منها {steps}",
    ),
    "documents": (
        "They are joined only by way of documents that name them, which need not mean more than that.",
        "لا يصل بينهما إلا وثائق تذكرهما، ولا يلزم أن يعني ذلك أكثر من الذكر.",
    ),
    "all-parties": ("whether all parties to {name} are recorded", "هل جميع أطراف {name} مدونة"),
    "to-which-day": (
        "to which date the parties to {name} are recorded",
        "إلى أي تاريخ أطراف {name} مدونة",
    ),
    "all-members": ("whether all members of {name} are recorded", "هل جميع أعضاء {name} مدونون"),
    "all-signatories": ("whether all signatories of {name} are recorded", "هل جميع الموقعين على {name} مدونون"),
    "signatories-unknown": (
        "How far the signatures are recorded is not known: {named} are named here.",
        "لا يعرف إلى أي حد التوقيعات مدونة: عدد الموقعين المذكورين هنا {named}.",
    ),
    "other-number": (
        "The question says that there are {number}; no such number is recorded.",
        "يذكر السؤال أن عددهم {number}، ولم يدون عدد كهذا.",
    ),
    "no-parties": (
        "No list of parties to it is recorded, so that nobody can say who is missing.",
        "لا توجد قائمة أطراف مدونة، فلا يمكن القول من ينقصها.",
    ),
    "members-unknown": (
        "How far the members are recorded is not known: {named} are named here{stated}.",
        "لا يعرف إلى أي حد الأعضاء مدونون: عدد المذكورين هنا {named}{stated}.",
    ),
    "members-stated": (", and a source states {number}{unit}", "، ويذكر مصدر العدد {number}{unit}"),
    "old": (
        "The list is older than others here: what happened after {date} is not in it.",
        "القائمة أقدم من غيرها هنا: لا تتضمن ما حدث بعد {date}.",
    ),
    "doubts": ("claims on {name} that are {standings}", "ما قيل عن {name} وهو {standings}"),
    "no-doubts": (
        "No claim on {name} is {standings} here.",
        "لا يوجد هنا عن {name} ما هو {standings}.",
    ),
    "other-doubts": ("There are others that are {standings}: {n}.", "وهناك ما هو {standings}: {n}."),
    "or": (" or ", " أو "),
    "disputed": ("disputed", "محل خلاف"),
    "rejected": ("rejected", "مرفوض"),
    "unverified": ("unverified", "غير متحقق منه"),
    "said": ("the sources that say so: {statement}", "المصادر التي تقول ذلك: {statement}"),
    "unsaid": ("; no source here says so", "؛ لا مصدر هنا يقول ذلك"),
    "holders": (", according to {names}", "، بحسب {names}"),
}  # fmt: skip


def say(text: str, language: str, **parts: object) -> str:
    """A text in a language."""
    return _TEXT[text][language == "ar"].format(**parts)


def guessed(opened: OpenStore, guesses: Guesses, language: str) -> str:
    """What was typed and what it was taken for, to stand behind a reading."""
    named = opened.names.entities(meant for _, meant in guesses)
    told = (f"{typed} → {named[meant].name(language) if meant in named else meant}" for typed, meant in guesses)
    return "".join(pause(language) + text for text in told)


def only_relation(opened: OpenStore, answers: Sequence[Answer], language: str) -> str:
    """The relation of answers that all have the same one, to stand behind a reading that names none."""
    from tocgraph.reports.common import relation_label

    relations = {(a.relation, a.inverse) for a in answers}
    if len(relations) != 1:
        return ""
    [(relation, inverse)] = relations
    if relation not in opened.schema.relations:
        return ""
    return f": {relation_label(opened, relation, inverse, language)}"


def pause(language: str) -> str:
    """What parts two sentences of a reading."""
    return "؛ " if language == "ar" else "; "
