"""Gaps between problems and advice: recommendations that nothing takes up, obstacles that nothing answers."""

from __future__ import annotations

from tocgraph.reports.gaps.base import Edge, Gaps, answer, cell, claims_of, is_a, lineage, look, name_order, places
from tocgraph.store import OpenStore

RECOMMENDATIONS = ("recommendation", "id", "calls-for", "calls-on", "recommended-by", "unverified", "sources")
OBSTACLES = ("obstacle", "id", "hinders", "otherwise", "sources")

_DEMANDS = ("proposes", "requires")
_TAKES_UP = (
    "addresses", "implements", "provides-for", "requires", "prevents", "carries-out", "pursues",
    "adopted-by", "urges-cooperation-through",
)  # fmt: skip
_WHO = ("instrument", "provision", "organization", "mission", "programme")


def recommendations(opened: OpenStore, about: str | None, as_of: str | None) -> Gaps:
    """Recommendations that no instrument, body or programme addresses, nor anything that they call for.

    What a recommendation calls for is what it proposes or requires. It is taken up where an instrument, a
    provision, a body, a mission or a programme provides for it, requires, prevents, pursues or carries it out.
    """
    picture = look(opened, "recommendation", [*_DEMANDS, *_TAKES_UP, "calls-on", "recommends"], as_of, about)
    listed = set(picture.entities)
    called_for = {r: [e for e in edges if e.subject in listed] for r, edges in picture.out(*_DEMANDS).items()}
    named = opened.names.entities({end for e in picture.edges for end in (e.subject, e.object)} | listed)

    def takers(thing: str) -> list[Edge]:
        return [e for e in taking.get(thing, ()) if is_a(opened, named.get(e.subject), *_WHO)]

    taking = picture.into(*(r for r in _TAKES_UP if r != "adopted-by"))
    adopted = picture.out("adopted-by")
    missing: list[str] = []
    partly = 0
    doubtful: dict[str, list[Edge]] = {}
    for one in picture.entities:
        things = [e.object for e in called_for.get(one, ()) if e.fact]
        direct = [*takers(one), *adopted.get(one, ())]
        by_thing = {thing: takers(thing) for thing in things}
        taken = [thing for thing, edges in by_thing.items() if any(e.fact for e in edges)]
        if any(e.fact for e in direct) or (taken and len(taken) == len(by_thing)):
            continue
        if taken:
            partly += 1
            continue
        missing.append(one)
        doubtful[one] = [*direct, *(e for edges in by_thing.values() for e in edges)]
    calling, recommended = picture.out("calls-on"), picture.into("recommends")
    shown = {r: [*called_for.get(r, ()), *calling.get(r, ()), *recommended.get(r, ()), *doubtful[r]] for r in missing}
    claims = claims_of(opened, [e for edges in shown.values() for e in edges])
    rows, answers = [], []
    for one in sorted(missing, key=lambda r: name_order(named, "en", r)):
        behind = [claims[e.id] for e in shown[one]]
        rows.append(
            (
                cell(named, [one]),
                one,
                cell(named, [e.object for e in called_for.get(one, ()) if e.fact]),
                cell(named, [e.object for e in calling.get(one, ()) if e.fact]),
                cell(named, [e.subject for e in recommended.get(one, ()) if e.fact]),
                cell(named, [e.subject for e in doubtful[one]]),
                places(behind),
            )
        )
        answers.append(answer(named.get(one), one, behind))
    return Gaps(
        columns=RECOMMENDATIONS,
        rows=tuple(rows),
        answers=tuple(answers),
        reading={
            "en": f"recommendations that no instrument or body in the graph takes up: {len(missing)} of"
            f" {len(picture.entities)}; {partly} more are taken up in part",
            "ar": f"توصيات لا يأخذ بها أي صك أو هيئة في الرسم البياني: {len(missing)} من"
            f" {len(picture.entities)}؛ و{partly} أخرى يؤخذ ببعضها",
        },
        remarks=(
            {
                "en": "What states and bodies did about a recommendation is mostly not in the graph: no claim here"
                " does not mean that nothing was done.",
                "ar": "معظم ما فعلته الدول والهيئات بشأن توصية ما ليس في الرسم البياني: غياب القول لا يعني أن شيئا لم"
                " يفعل.",
            },
        ),
        sparql=picture.query,
        of=len(picture.entities),
    )


def obstacles(opened: OpenStore, about: str | None, as_of: str | None) -> Gaps:
    """Obstacles that no recommendation answers, themselves or as a kind of a broader obstacle."""
    picture = look(opened, "obstacle", ["addresses", "broader", "hinders", "targets", "prevents"], as_of, about)
    broader, hindering = picture.out("broader"), picture.out("hinders")
    addressing = picture.into("addresses", "targets", "prevents")
    named = opened.names.entities({end for e in picture.edges for end in (e.subject, e.object)} | {*picture.entities})
    answered = {
        thing
        for thing, edges in addressing.items()
        if any(e.fact and is_a(opened, named.get(e.subject), "recommendation") for e in edges)
    }
    missing = [o for o in picture.entities if answered.isdisjoint(lineage(broader, o))]
    claims = claims_of(opened, [e for o in missing for e in (*hindering.get(o, ()), *addressing.get(o, ()))])
    rows, answers = [], []
    for obstacle in sorted(missing, key=lambda o: name_order(named, "en", o)):
        edges = [*hindering.get(obstacle, ()), *addressing.get(obstacle, ())]
        behind = [claims[e.id] for e in edges]
        others = [e.subject for e in addressing.get(obstacle, ()) if e.fact]
        rows.append(
            (
                cell(named, [obstacle]),
                obstacle,
                cell(named, [e.object for e in hindering.get(obstacle, ()) if e.fact]),
                cell(named, others),
                places(behind),
            )
        )
        answers.append(answer(named.get(obstacle), obstacle, behind))
    return Gaps(
        columns=OBSTACLES,
        rows=tuple(rows),
        answers=tuple(answers),
        reading={
            "en": f"obstacles that no recommendation in the graph answers: {len(missing)} of {len(picture.entities)}",
            "ar": f"عقبات لا تعالجها أي توصية في الرسم البياني: {len(missing)} من {len(picture.entities)}",
        },
        remarks=(
            {
                "en": "The recommendations are those of the documents in the graph; other documents may answer.",
                "ar": "التوصيات هي توصيات الوثائق التي في الرسم البياني، وقد تعالجها وثائق أخرى.",
            },
        ),
        sparql=picture.query,
        of=len(picture.entities),
    )
