"""Answers on the conditions and limits of forms of cooperation, from what is recorded of articles."""

from __future__ import annotations

from tocgraph.answers import ANSWERED, NOT_IN_GRAPH, Answer, AnswerSet
from tocgraph.questions.answering.answer import answer
from tocgraph.questions.answering.limits import BOUND, CONDITION, FOR, PART, forms, kindred, near
from tocgraph.questions.answering.verdict import some
from tocgraph.questions.answering.wording import wording
from tocgraph.questions.reading import OBJECT, SUBJECT, Condition, End, Reading
from tocgraph.questions.requests import LimitsAsked
from tocgraph.store import OpenStore
from tocgraph.store.claims import Qualifier, read_claims


def limits(
    opened: OpenStore, question: str, request: LimitsAsked, language: str, as_of: str | None, choice: int | None
) -> AnswerSet:
    """The conditions on a form of cooperation, the texts that have them, or whether they are recorded.

    Those of the form itself; where there are none, those of its kinds, then those of what it is a kind of. The reading
    says for what they are.
    """
    known = forms(opened)
    kinds, wider = near(opened, request.forms, known) if request.forms else ((), ())
    first: AnswerSet | None = None
    own = tuple(f for f in request.forms if f in known)
    kinds = () if request.wanted == "whether" else kinds  # what holds for a kind does not hold for all of it
    for of in [of for of in (own, kinds, wider) if of] or [()]:
        found = _of(opened, question, request, of, language, as_of, choice)
        if found.status != NOT_IN_GRAPH:
            return found
        first = first or found
    if first is None or request.wanted != "whether":
        return first or AnswerSet(question, NOT_IN_GRAPH, "", as_of=as_of)
    more = () if request.refusing else kindred(opened, (*request.conditions, *request.denied))[0]
    if more and own:  # what is said of the condition is shown where it is not said whether it is one
        shown = _of(
            opened, question, request._replace(wanted="conditions", conditions=more), own, language, as_of, choice
        )
        if shown.answers:
            return shown
    return first._replace(status=ANSWERED, answers=(some([], ""),))


def _of(
    opened: OpenStore,
    question: str,
    request: LimitsAsked,
    of: tuple[str, ...],
    language: str,
    as_of: str | None,
    choice: int | None,
) -> AnswerSet:
    whether = request.wanted == "whether"
    meant = (*request.conditions, *request.denied) if whether else request.conditions
    asked = Reading("things", _end(opened, request, of, meant))
    told = answer(opened, question, [asked], language, as_of, choice)
    if not whether:
        return told
    so = [a for a in told.answers if a.id in request.conditions or not meant]
    if so and not request.refusing and _left_open(opened, so):
        return told  # what is required of nobody is shown as it stands
    told = told._replace(reading=wording(asked._replace(some=True), opened, language))
    if not told.answers:
        return told
    verdict = some(so or list(told.answers), "")
    behind = read_claims(opened, verdict.claims).values()
    articles = opened.names.entities({c.subject for c in behind if c.relation == BOUND})
    note = {code: "; ".join(sorted(n.name(code) for n in articles.values())) for code in ("en", "ar")}
    verdict = verdict._replace(note=note if verdict.value is True else {})
    if not so and verdict.value is True:
        verdict = verdict._replace(value=False)
    return told._replace(answers=(verdict,))


def _left_open(opened: OpenStore, conditions: list[Answer]) -> bool:
    """Whether the articles say elsewhere that they leave it to the parties to ask for those conditions."""
    behind = read_claims(opened, [c for a in conditions for c in a.claims]).values()
    pairs = {(c.subject, c.object) for c in behind if c.relation == BOUND and c.object}
    names = opened.vocabulary
    values = " ".join(f"(<{names.entity(s)}> <{names.entity(o)}>)" for s, o in sorted(pairs) if o)
    query = names.header("rdf") + (
        f"SELECT ?claim WHERE {{ VALUES (?article ?condition) {{ {values} }} "
        "?claim rdf:subject ?article ; rdf:object ?condition }"
    )
    said = read_claims(opened, [names.local(row["claim"].value) for row in opened.store.select(query).rows])
    strengths = {(c.subject, c.object): c.qualifiers.get("strength") for c in said.values() if c.relation != BOUND}
    return bool(pairs) and all(_text(strengths.get(pair)) == "optional" for pair in pairs)


def _text(strength: Qualifier | None) -> str:
    return strength.get("en", "") if isinstance(strength, dict) else str(strength or "")


def _end(opened: OpenStore, request: LimitsAsked, of: tuple[str, ...], conditions: tuple[str, ...]) -> End:
    """What is asked for, as a set."""
    within = _within(request.texts)
    qualified = ((FOR, of),) if of else ()
    if request.wanted != "texts":
        texts = End(conditions=within) if within else End(types=("provision",))
        articles = tuple(t for t in request.texts if _is_a(opened, t, "provision"))
        if articles and len(articles) == len(request.texts):
            texts = End(entities=articles)
        bound = Condition((BOUND,), OBJECT, texts, qualified=qualified)
        return End(entities=conditions, types=() if conditions else (CONDITION,), conditions=(bound,))
    other = End(entities=conditions) if conditions else End(types=(CONDITION,))
    bound = Condition((BOUND,), SUBJECT, other, qualified=qualified)
    if all("provision" in opened.schema.ancestors(t) for t in request.types):
        return End(types=request.types, conditions=(bound, *within))
    held = Condition((PART,), OBJECT, End(types=("provision",), conditions=(bound,)))
    return End(types=request.types, conditions=(held,))


def _within(texts: tuple[str, ...]) -> tuple[Condition, ...]:
    return (Condition((PART,), SUBJECT, End(entities=texts)),) if texts else ()


def _is_a(opened: OpenStore, entity: str, kind: str) -> bool:
    named = opened.names.entity(entity)
    return named is not None and kind in opened.schema.ancestors(named.type)
