"""What happened in the year of something else: "adopted in the same year as UNTOC", "in the year when X was founded".

When that was is asked first; the year then stands in the question, and the answer says which it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tocgraph.answers import ANSWERED, NOT_IN_GRAPH, AnswerSet, Ask
from tocgraph.store import OpenStore
from tocgraph.text import is_arabic, normalize, stem

_UNITS = {"year": 4, "month": 7, "day": 10, "date": 10,
          "عام": 4, "العام": 4, "سنة": 4, "السنة": 4, "شهر": 7, "الشهر": 7, "يوم": 10, "اليوم": 10}  # fmt: skip
_UNIT = "year|month|day|date"
_UNIT_AR = "(?:ال)?(?:عام|سنة|شهر|يوم)"
_AS_OF = re.compile(
    rf"(?P<before>.+?) (?:in|on|during) the same (?P<unit>{_UNIT}) as (?P<thing>.+?)(?: did| was| were| had)?",
    re.IGNORECASE,
)
_WHEN = re.compile(
    rf"(?P<before>.+?) (?:in|on|during) the (?:same )?(?P<unit>{_UNIT}) (?:that|when|(?:in|on) which) (?P<told>.+)",
    re.IGNORECASE,
)
_AS_OF_AR = re.compile(
    rf"(?P<before>.+?) في (?:(?:نفس|ذات) (?P<unit>{_UNIT_AR})|(?P<named>{_UNIT_AR}) (?:نفسه|نفسها|ذاته|ذاتها|عينه)) "
    r"(?:مع |مثل |ك)(?P<thing>.+)"
)
_WHEN_AR = re.compile(
    rf"(?P<before>.+?) في (?:نفس |ذات )?(?P<unit>{_UNIT_AR}) (?:(?:نفسه|نفسها|ذاته|ذاتها|عينه) )?"
    r"(?:الذي|التي) (?P<told>.+)"
)
_OTHER = re.compile(r" (?:other|others|أخرى|الأخرى|اخرى|الاخرى|أخر|آخر|الآخرون|الأخر)(?= |$)")
_THEREIN = re.compile(r" (?:فيه|فيها)(?= |$)")
REMARK = {"en": "{} → {}", "ar": "{} ← {}"}


def at_same_time(opened: OpenStore, question: str, language: str, ask: Ask) -> AnswerSet | None:
    """The answer to a question that tells a time by what happened then; None for any other, or if that is not known."""
    typed = " ".join(question.split()).rstrip(" ?؟.!")
    for pattern in (_AS_OF, _AS_OF_AR, _WHEN, _WHEN_AR):
        found = pattern.fullmatch(typed)
        if found is None:
            continue
        told = found.groupdict()
        unit = normalize(told["unit"] or told.get("named") or "").removeprefix("ال")
        size = next(n for word, n in _UNITS.items() if normalize(word) == unit)
        thing = told.get("thing") or ""
        did = (when for when, _ in when_it_did(opened, told["before"], thing))
        whens = did if thing else iter([_when(told["told"])])
        for when in whens:
            date = one_date(ask(when))
            if len(date) < size:
                continue
            arabic = is_arabic(typed)
            before = _OTHER.sub("", told["before"]) if thing else told["before"]
            without = f" {'ما عدا' if arabic else 'except'} {thing}" if thing else ""
            given = ask(f"{before} {'في' if arabic else 'in'} {date[:size]}{without}")
            if given.status in (ANSWERED, NOT_IN_GRAPH):
                remark = REMARK[language].format(typed[len(told["before"]) + 1 :], date[:size])
                reading = f"{given.reading}; {remark}"
                return given._replace(question=question, reading=reading, remarks=(*given.remarks, remark))
        return None
    return None


def _when(clause: str) -> str:
    return f"متى {_THEREIN.sub('', clause)}" if is_arabic(clause) else f"when {clause}"


def when_it_did(opened: OpenStore, before: str, thing: str) -> Iterator[tuple[str, str]]:
    """The questions when the other thing did the same, each with its verb, by the one that stands last first."""
    verbs = {*opened.names.meta("lexicon")["verbs"]}
    said = before.split()
    for at in range(len(said) - 1, 0, -1):
        if stem(normalize(said[at])) in verbs:
            done, rest = said[at], " ".join(said[at + 1 :])
            asked = f"متى {done} {thing} {rest}" if is_arabic(done) else f"when was {thing} {done} {rest}"
            yield asked.strip(), done


def one_date(given: AnswerSet) -> str:
    """The one date that is answered; "" where there are more or none."""
    dates = {str(a.value) for a in given.answers if a.id is None}
    one = next(iter(dates)) if len(dates) == 1 and given.status == ANSWERED else ""
    return one if one[:4].isdigit() else ""
