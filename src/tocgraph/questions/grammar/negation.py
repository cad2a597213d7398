"""What is not so. Only a list of parties that is complete can bear it; anything else the graph cannot know."""

from __future__ import annotations

from tocgraph.answers import Answer, claimed
from tocgraph.completeness import Completeness, reason, record_words
from tocgraph.parties import NO, PARTY, UNKNOWN, YES, party_statuses, records
from tocgraph.questions.reading import SUBJECT, Condition, Reading
from tocgraph.store import OpenStore
from tocgraph.store.claims import TAKEN_AS_FACT, read_claims

NEGATABLE = PARTY
"""The relation type of which it can be known that it does not hold."""

_WORST = (YES, UNKNOWN, NO)
_MOST_NAMED = 30
_NOT_KNOWN = {"en": "not known of {}: {}", "ar": "غير معروف عن {}: {}"}
_NONE = {"en": "none of {}", "ar": "لا أحد من {}"}


def outside(
    opened: OpenStore, reading: Reading, candidates: list[Answer], language: str, as_of: str | None
) -> tuple[list[Answer], Completeness]:
    """The candidates of which it is known that no negated condition of the reading holds, and what remains open.

    The remark names those of which it is not known. `complete` is yes when there are none, else no.
    """
    roles = {c.role for c in reading.conditions if decided(c)}
    spec = opened.schema.relations[NEGATABLE]
    able = {t for role in roles for t in spec["from" if role == SUBJECT else "to"]}
    possible = [
        a
        for a in candidates
        if a.type and able & set(opened.schema.ancestors(a.type)) and (a.standing in TAKEN_AS_FACT or not a.claims)
    ]
    verdicts = {str(a.id): NO for a in possible}
    behind: dict[str, list[str]] = {str(a.id): [] for a in possible}
    why: dict[str, dict[str, str]] = {}
    told: list[str] = []
    for condition in reading.conditions:
        if not decided(condition):
            continue
        day, others = day_of(condition) or as_of, condition.other.entities
        if condition.role == SUBJECT:
            found = party_statuses(opened, verdicts, others, day)
            told += [record_words(r, language) for r in records(opened, others).values()]
        else:
            found = {(i, s): status for (s, i), status in party_statuses(opened, others, verdicts, day).items()}
        for candidate in verdicts:
            statuses = [found[candidate, other] for other in others]
            verdicts[candidate] = min((verdicts[candidate], *(s.verdict for s in statuses)), key=_WORST.index)
            behind[candidate] += [c for s in statuses for c in s.claims]
            why[candidate] = {tongue: reason(statuses[0], tongue) for tongue in ("en", "ar")}
    open_ones = sorted(a.name(language) for a in possible if verdicts[str(a.id)] == UNKNOWN)
    kept = [a for a in possible if verdicts[str(a.id)] == NO]
    if open_ones:
        named = ", ".join(open_ones[:_MOST_NAMED]) + (" ..." if len(open_ones) > _MOST_NAMED else "")
        told.insert(0, _NOT_KNOWN[language].format(len(open_ones), named))
    elif not kept:
        told.insert(0, _NONE[language].format(len(possible)))
    claims = read_claims(opened, [c for a in kept for c in (*a.claims, *behind[str(a.id)])])
    answers_kept = []
    for a in kept:
        more = claimed([claims[c] for c in (*a.claims, *behind[str(a.id)]) if c in claims])
        answers_kept.append(
            a._replace(claims=more["claims"], citations=more["citations"], note={**a.note, **why.get(str(a.id), {})})
        )
    return answers_kept, Completeness("no" if open_ones else "yes", "; ".join(dict.fromkeys(told)))


def decided(condition: Condition) -> bool:
    """Whether lists of parties tell of a negated condition that it does not hold; else nothing is known of a no."""
    named = bool(condition.other.entities) and condition.timing != "over"
    return condition.negated and named and NEGATABLE in condition.relations


def day_of(condition: Condition) -> str:
    """The one (partial) date at which the condition is to hold; "" without one, or for a longer time."""
    period = condition.period
    return period.dates[0] if period and period.how == "in" and condition.timing in ("holds", "held") else ""
