"""Gaps in law and its execution: crimes that nothing criminalizes, obligations without a body, open mandates."""

from __future__ import annotations

from collections.abc import Iterable

from tocgraph.errors import TocgraphError
from tocgraph.reports.common import term
from tocgraph.reports.gaps.base import (
    Edge,
    Gaps,
    Texts,
    answer,
    cell,
    claims_of,
    is_a,
    lineage,
    look,
    name_order,
    places,
)
from tocgraph.store import OpenStore
from tocgraph.store.claims import TAKEN_AS_FACT, holds_on, read_claims
from tocgraph.store.names import Named
from tocgraph.store.resolve import resolve

CRIMES = ("crime", "id", "narrower", "unverified", "prevented-by", "sources")
OBLIGATIONS = ("provision", "id", "instrument", "demands", "strength", "bodies", "sources")
MANDATES = ("mission", "id", "type", "founded", "mandated-to", "operated-by", "sources")

_MANDATORY = """SELECT DISTINCT ?claim WHERE {{
  VALUES ?relation {{ {relations} }}
  ?claim rdf:predicate ?relation ; toc:standing ?standing ; q:strength ?strength .
  FILTER(STR(?strength) = "mandatory")
  FILTER(?standing IN ({standings}))
{dates}}}
ORDER BY ?claim"""


def crimes(opened: OpenStore, about: str | None, as_of: str | None) -> Gaps:
    """Crimes that no instrument or provision criminalizes, themselves or as a kind of a broader crime."""
    picture = look(opened, "crime", ["broader", "criminalizes", "prevents"], as_of, about)
    broader, within = picture.out("broader"), picture.into("broader")
    criminalized, prevented = picture.into("criminalizes"), picture.into("prevents")
    punished = {crime for crime, edges in criminalized.items() if any(e.fact for e in edges)}
    missing = [c for c in picture.entities if punished.isdisjoint(lineage(broader, c))]
    below = {c: [e.subject for e in within.get(c, ()) if e.fact and e.subject in punished] for c in missing}
    doubtful = {c: [e for one in lineage(broader, c) for e in criminalized.get(one, ())] for c in missing}
    held = {c: prevented.get(c, []) for c in missing}
    claims = claims_of(opened, [e for c in missing for e in (*doubtful[c], *held[c])])
    ends = [e.subject for c in missing for e in (*doubtful[c], *held[c])]
    named = opened.names.entities([*missing, *ends, *(n for c in missing for n in below[c])])
    rows, answers = [], []
    for crime in sorted(missing, key=lambda c: name_order(named, "en", c)):
        behind = [claims[e.id] for e in (*doubtful[crime], *held[crime])]
        rows.append(
            (
                cell(named, [crime]),
                crime,
                cell(named, below[crime]),
                cell(named, [e.subject for e in doubtful[crime]]),
                cell(named, [e.subject for e in held[crime]]),
                places(behind),
            )
        )
        answers.append(answer(named.get(crime), crime, behind))
    return Gaps(
        columns=CRIMES,
        rows=tuple(rows),
        answers=tuple(answers),
        reading={
            "en": f"crimes that no instrument in the graph criminalizes, nor a broader crime:"
            f" {len(missing)} of {len(picture.entities)}",
            "ar": f"جرائم لا يجرمها أي صك في الرسم البياني ولا يجرم ما هو أعم منها:"
            f" {len(missing)} من {len(picture.entities)}",
        },
        remarks=(
            {
                "en": "Of other instruments, and of national law, the graph says nothing. Not all provisions of the"
                " instruments in the graph are mapped.",
                "ar": "لا يتحدث الرسم البياني عن صكوك أخرى ولا عن القوانين الوطنية، ولم تدون كل أحكام الصكوك التي فيه.",
            },
        ),
        sparql=picture.query,
        of=len(picture.entities),
    )


def obligations(opened: OpenStore, about: str | None, as_of: str | None) -> Gaps:
    """Mandatory demands of instruments for whose execution no body is recorded.

    A body counts when it implements the provision, was established by it, or carries out what it demands.
    Bodies that serve the instrument as a whole are named beside the gap, for they may do it as well.
    """
    names = opened.vocabulary
    relations = [r for r in ("requires", "established-by") if r in opened.schema.relations]
    query = names.header("q", "rdf", "toc", "xsd") + _MANDATORY.format(
        relations=" ".join(term(opened, names.relation(r)) for r in relations),
        standings=", ".join(term(opened, names.standing(s)) for s in TAKEN_AS_FACT),
        dates=holds_on(as_of),
    )
    wanted = [names.local(row["claim"].value) for row in opened.store.select(query).rows] if relations else []
    demands = read_claims(opened, wanted)
    picture = look(
        opened, "instrument", ["implements", "carries-out", "established-by", "operated-by", "part-of"], as_of
    )
    whole = picture.out("part-of")
    doing, done = picture.into("implements"), picture.into("carries-out", "established-by")
    running = picture.out("operated-by")
    every = [e.subject for edges in (*doing.values(), *done.values()) for e in edges]
    named = opened.names.entities([*every, *(x for c in demands.values() for x in (c.subject, c.object) if x)])

    def bodies(edges: Iterable[Edge]) -> list[str]:
        return [e.subject for e in edges if e.fact and is_a(opened, named.get(e.subject), "actor")]

    only = resolve(opened, about).id if about is not None else None
    kept = []
    looked_at = 0
    for claim in demands.values():
        turned = claim.relation == "established-by"
        provision, demanded = (claim.object, claim.subject) if turned else (claim.subject, claim.object)
        if provision is None or demanded is None or claim.rule:  # what a part demands is not counted twice
            continue
        above = lineage(whole, provision)
        if only is not None and only not in (*above, demanded):
            continue
        looked_at += 1
        active = bodies([*doing.get(provision, ()), *done.get(demanded, ()), *done.get(provision, ())])
        active += [e.object for e in running.get(demanded, ()) if e.fact]
        if turned and is_a(opened, named.get(demanded), "actor"):
            active.append(demanded)
        if not active:
            kept.append((provision, demanded, above, claim))
    named |= opened.names.entities({i for _, _, above, _ in kept for i in above})
    rows, answers = [], []
    for provision, demanded, above, claim in sorted(
        kept, key=lambda k: (_instrument(opened, named, k[2]), _number(k[0]), k[1])
    ):
        serving = [b for i in above[1:] or above for b in bodies(doing.get(i, ()))]
        named |= opened.names.entities(b for b in serving if b not in named)
        rows.append(
            (
                cell(named, [provision]),
                provision,
                cell(named, [_instrument(opened, named, above)]),
                cell(named, [demanded]),
                claim.qualifiers.get("strength", ""),
                cell(named, serving),
                places([claim]),
            )
        )
        answers.append(answer(named.get(provision), provision, [claim]))
    return Gaps(
        columns=OBLIGATIONS,
        rows=tuple(rows),
        answers=tuple(answers),
        reading={
            "en": f"mandatory demands of instruments that no body is recorded to implement: {len(rows)} of {looked_at}",
            "ar": f"التزامات إلزامية لا تسجل هيئة تنفذها: {len(rows)} من {looked_at}",
        },
        remarks=(
            {
                "en": "Most obligations fall to the states themselves, whose authorities are not in the graph. The"
                " bodies of the instrument as a whole are named; whether they see to this provision is not recorded.",
                "ar": "تقع معظم الالتزامات على الدول نفسها، وسلطاتها الوطنية ليست في الرسم البياني. وتذكر هيئات الصك"
                " ككل، ولا يسجل ما إذا كانت تعنى بهذا الحكم.",
            },
        ),
        sparql=f"{query}\n\n{picture.query}",
        of=looked_at,
    )


def _instrument(opened: OpenStore, named: dict[str, Named], above: list[str]) -> str:
    return next((i for i in above if is_a(opened, named.get(i), "instrument")), above[-1])


def _number(provision: str) -> tuple[tuple[int, str], ...]:
    from tocgraph.text import natural

    return natural(provision)


def mandates(opened: OpenStore, about: str | None, as_of: str | None) -> Gaps:
    """Missions of which no source in the graph says when they end, with their mandates that have no end either."""
    schema = opened.schema
    ending = [r for r, spec in schema.relations.items() if "ends" in spec.get("flags", ())]
    beginning = [r for r, spec in schema.relations.items() if "begins" in spec.get("flags", ())]
    if "mission" not in schema.types:
        raise TocgraphError("this data knows no missions")
    picture = look(opened, "mission", ["mandated-to-counter", "operated-by"], as_of, about)
    names = opened.vocabulary
    listed = " ".join(term(opened, names.relation(r)) for r in (*beginning, *ending))
    query = names.header("id", "rdf", "toc") + (
        f"SELECT ?claim ?mission WHERE {{\n  VALUES ?relation {{ {listed} }}\n"
        f"  ?mission a {term(opened, names.entity_type('mission'))} .\n"
        "  ?claim rdf:predicate ?relation ; rdf:subject ?mission .\n}\nORDER BY ?claim"
    )
    dated = [names.local(row["claim"].value) for row in opened.store.select(query).rows]
    mandated, running = picture.out("mandated-to-counter"), picture.out("operated-by")
    wanted = [e.id for m in picture.entities for e in (*mandated.get(m, ()), *running.get(m, ())) if e.fact]
    claims = read_claims(opened, [*dated, *wanted])
    over = {c.subject for i, c in claims.items() if i in dated and c.relation in ending and c.standing in TAKEN_AS_FACT}
    missing = [m for m in picture.entities if m not in over]
    named = opened.names.entities([*missing, *(c.object for c in claims.values() if c.object)])
    rows, answers = [], []
    for mission in sorted(missing, key=lambda m: name_order(named, "en", m)):
        begun = [c for c in claims.values() if c.subject == mission and c.relation in beginning]
        begun = [c for c in begun if c.standing in TAKEN_AS_FACT]
        open_mandates = [claims[e.id] for e in mandated.get(mission, ()) if e.id in claims and not claims[e.id].until]
        operators = [claims[e.id] for e in running.get(mission, ()) if e.id in claims]
        behind = [*begun, *open_mandates, *operators]
        rows.append(
            (
                cell(named, [mission]),
                mission,
                _type(opened, named.get(mission)),
                "; ".join(c.value or "" for c in begun),
                cell(named, (c.object or "" for c in open_mandates)),
                cell(named, (c.object or "" for c in operators)),
                places(behind),
            )
        )
        answers.append(answer(named.get(mission), mission, behind))
    return Gaps(
        columns=MANDATES,
        rows=tuple(rows),
        answers=tuple(answers),
        reading={
            "en": f"missions without a recorded end: {len(missing)} of {len(picture.entities)}",
            "ar": f"بعثات لا يسجل تاريخ انتهائها: {len(missing)} من {len(picture.entities)}",
        },
        remarks=(
            {
                "en": "A mission without a recorded end may be at work, or may have ended: the graph does not say.",
                "ar": "قد تكون البعثة التي لا يسجل انتهاؤها عاملة وقد تكون انتهت: الرسم البياني لا يقول ذلك.",
            },
        ),
        sparql=f"{picture.query}\n\n{query}",
        of=len(picture.entities),
    )


def _type(opened: OpenStore, named: Named | None) -> Texts | str:
    return {code: opened.schema.label("types", named.type, code) for code in ("en", "ar")} if named else ""
