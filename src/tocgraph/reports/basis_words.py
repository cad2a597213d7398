"""The sentences of basis in English and Arabic."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tocgraph.reports.common import as_of_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tocgraph.parties import PartyStatus
    from tocgraph.store.names import Named

_PARTY = {
    "party": ("party", "طرف"),
    "not-yet": ("a party only later", "لم تصبح طرفا إلا لاحقا"),
    "withdrawn": ("no longer a party: withdrew", "لم تعد طرفا: انسحبت"),
    "not-in-force": ("no party: the instrument is not in force", "ليست طرفا: الصك غير نافذ"),
    "not-listed": ("no party: not in the complete list of parties", "ليست طرفا: غير واردة في القائمة الكاملة للأطراف"),
    "beyond-record": (
        "not known: the list of parties is recorded only to an earlier day",
        "غير معروف: قائمة الأطراف مسجلة حتى تاريخ أسبق فقط",
    ),
    "incomplete-record": (
        "not known: not in the list of parties, which is not complete",
        "غير معروف: غير واردة في قائمة الأطراف، وهي غير كاملة",
    ),
    "no-record": ("not known: no list of parties is recorded", "غير معروف: لم تسجل قائمة بالأطراف"),
    "within": (
        "not known: a party for a part of that time only",
        "غير معروف: طرف في جزء من تلك المدة فقط",
    ),
    "date-unknown": (
        "not known: a party, or about to be one, but the day is not recorded",
        "غير معروف: طرف أو توشك أن تكون طرفا، لكن اليوم غير مسجل",
    ),
    "unverified": (
        "not known: said to be a party, not read in a source",
        "غير معروف: يقال إنها طرف، ولم يقرأ ذلك في مصدر",
    ),
}
_ROUTES = {
    "offence": ("{crime}, an offence of its own", "{crime}، من الجرائم المنصوص عليها"),
    "broader": ("{crime}, as a kind of {offence}", "{crime}، باعتبارها نوعا من {offence}"),
    "part": ("in part: only {offence}, a kind of {crime}", "جزئيا: {offence} فقط، وهي نوع من {crime}"),
    "any-offence": (
        "{crime}, not among its offences, but evidence in electronic form of any offence is covered",
        "{crime}، ليست من الجرائم المنصوص عليها، لكن الأدلة الإلكترونية على أي جريمة مشمولة",
    ),
    "serious-crime": (
        "{crime}, only as a serious crime, with the conditions below",
        "{crime}، فقط بوصفها جريمة خطيرة، بالشروط الواردة أدناه",
    ),
}


_REASONS = {
    "scope": (
        "not known: which offences it is open to is not recorded",
        "غير معروف: الجرائم التي ينطبق عليها غير مسجلة",
    ),
    "provisions": (
        "in force between the two, but none of its provisions is recorded",
        "نافذ بين الدولتين، لكن لم يسجل أي من أحكامه",
    ),
}


def _pick(texts: tuple[str, str], language: str) -> str:
    return texts[language == "ar"]


def reading(
    states: Sequence[Named], mechanism: Named | None, crime: Named | None, on: str | None, language: str
) -> str:
    """How the question was understood."""
    one, two = (state.name(language) for state in states)
    if language == "ar":
        form = f" لـ: {mechanism.name('ar')}" if mechanism else ""
        offence = f"، بشأن: {crime.name('ar')}" if crime else ""
        return f"الأسس القانونية بين {one} و{two}{form}{offence}" + (as_of_words(on, "ar") or "، كما هو مسجل")
    form = f" for {mechanism.name()}" if mechanism else ""
    offence = f", crime: {crime.name()}" if crime else ""
    return f"legal bases between {one} and {two}{form}{offence}" + (as_of_words(on, "en") or ", as recorded")


def notice(language: str) -> str:
    """What a reader must know of every such answer."""
    return _pick(
        (
            "Not legal advice. Treaties that the graph does not hold, bilateral ones above all, may give further "
            "bases; reservations are shown only as far as they are recorded.",
            "ليست هذه مشورة قانونية. قد تتيح معاهدات لا يحويها الرسم البياني، ولا سيما الثنائية منها، أسسا أخرى؛ "
            "ولا تظهر التحفظات إلا بقدر ما هي مسجلة.",
        ),
        language,
    )


def none(dated: bool, earliest: tuple[str, str] | None, language: str) -> str:
    """That no instrument is a basis, and which was the first to become one."""
    text = _pick(
        (
            "None: no such instrument is recorded as in force between the two" + (" then." if dated else "."),
            "لا يوجد: لا صك من هذا القبيل مسجل على أنه نافذ بين الدولتين" + (" حينئذ." if dated else "."),
        ),
        language,
    )
    if earliest is None:
        return text
    name, since = earliest
    return text + _pick((f" The earliest is {name}, since {since}.", f" وأقدمها {name}، منذ {since}."), language)


def party(status: PartyStatus, language: str) -> str:
    """Whether a State is party, and why that is said."""
    text = _pick(_PARTY.get(status.reason, (status.reason, status.reason)), language)
    if status.reason == "party" and not status.since:
        text += _pick((", since when is not recorded", "، دون تسجيل التاريخ"), language)
    return text


def record(status: PartyStatus, language: str) -> str:
    """How far the parties to an instrument are recorded."""
    if not status.recorded_to:
        return _pick(("no list of parties is recorded", "لم تسجل قائمة بالأطراف"), language)
    day = status.recorded_to
    if status.complete:
        return _pick((f"parties recorded to {day}, complete", f"الأطراف مسجلة حتى {day}، قائمة كاملة"), language)
    return _pick((f"parties recorded to {day}, not complete", f"الأطراف مسجلة حتى {day}، قائمة غير كاملة"), language)


def route(kind: str, crime: str, offence: str, language: str) -> str:
    """How an instrument covers a crime; `kind` is one of ROUTES."""
    return _pick(_ROUTES[kind], language).format(crime=crime, offence=offence)


def reason(kind: str, language: str) -> str:
    """Why it is not known whether an instrument that binds both is a basis."""
    return _pick(_REASONS[kind], language)


def member(since: str, language: str) -> str:
    """That a State is a member."""
    if since:
        return _pick(("member", "عضو"), language)
    return _pick(("member, since when is not recorded", "عضو، دون تسجيل التاريخ"), language)


def joins(state: str, language: str) -> str:
    """That an instrument would be a basis if a State joined it."""
    return _pick((f"a basis if {state} joined", f"يصبح أساسا إذا انضمت {state}"), language)


def joined(detail: str, note: dict[str, str], language: str) -> str:
    """What is said, with the note of its claim."""
    text = note.get(language) or next(iter(note.values()), "")
    return ": ".join(filter(None, (detail, text)))
