"""Limits of time told by a thing: "older than INTERPOL", "adopted after UNCAC", "الأقدم من الإنتربول".

The date is that at which the thing began; what has none that is recorded limits nothing.
"""

from __future__ import annotations

from tocgraph.questions.elements import Element, Period, Span
from tocgraph.questions.words import question_words
from tocgraph.questions.words.closed import by_first
from tocgraph.questions.words.token import Token
from tocgraph.store import OpenStore
from tocgraph.store.claims import TAKEN_AS_FACT

AGED: dict[tuple[str, ...], str] = {
    **{(word, "than"): "before" for word in ("older", "earlier")},
    **{(word, "than"): "after" for word in ("newer", "younger", "later")},
    ("more", "recent", "than"): "after", ("less", "recent", "than"): "before", ("more", "ancient", "than"): "before",
    **{(word, "من"): "before" for word in ("اقدم", "الاقدم", "اسبق", "الاسبق", "ابكر")},
    **{(word, "من"): "after" for word in ("احدث", "الاحدث")},
    **{(word, "عهدا", "من"): how for word, how in (("اقدم", "before"), ("احدث", "after"))},
}  # fmt: skip
"""What compares the age of two things, with the side of the second one's beginning on which the first one's lies."""
_AGED = by_first(AGED)

_SIDES: dict[tuple[str, ...], str] = {
    ("before",): "before", ("prior", "to"): "before", ("earlier", "than"): "before", ("قبل",): "before",
    ("after",): "after", ("later", "than"): "after", ("since",): "since", ("بعد",): "after", ("عقب",): "after",
    ("منذ",): "since",
}  # fmt: skip
_BY_FIRST = by_first(_SIDES)


def ages(opened: OpenStore, tokens: list[Token], spans: list[Span]) -> list[Span]:
    """Spans over such words together with the one thing named right behind them."""
    found: list[Span] = []
    said = [t.word for t in tokens]
    # "Did UNCAC enter into force after UNTOC" is not told by the day on which UNTOC was adopted: see `weighing`.
    dating = [] if said[:1] and said[0] in question_words.YES_NO else [("period", _BY_FIRST, _SIDES)]
    for kind, phrases, sides in (("aged", _AGED, AGED), *dating):
        for at, word in enumerate(said):
            for phrase in phrases.get(word, ()):
                end = at + len(phrase)
                if tuple(said[at:end]) != phrase:
                    continue
                for span in spans:
                    if span.start == end and span.element.kind == "entity" and len(span.element.entities) == 1:
                        found += _limited(opened, tokens, span, (at, kind, sides[phrase]))
    return found


def _limited(opened: OpenStore, tokens: list[Token], span: Span, limit: tuple[int, str, str]) -> list[Span]:
    at, kind, how = limit
    began = _began(opened, span.element.entities[0])
    if began is None:
        return []
    text, earliest, latest = began
    first, last = {"before": ("", earliest), "after": (latest, ""), "since": (earliest, "")}[how]
    named = opened.names.entity(span.element.entities[0])
    told = named.name("ar" if any("\u0600" <= c <= "\u06ff" for c in span.element.text) else "en") if named else ""
    element = Element(
        kind,
        " ".join(t.raw for t in tokens[at : span.end]),
        period=Period(how, (text,), first, last),
        remark=f"{span.element.text} → {told}, {text}",
    )
    return [Span(at, span.end, span.score + 10 * (span.start - at), element)]


def _began(opened: OpenStore, thing: str) -> tuple[str, str, str] | None:
    """The date at which a thing began as it is recorded, and the first and last day that it may mean."""
    names = opened.vocabulary
    begins = [r for r, spec in opened.schema.relations.items() if "begins" in spec.get("flags", ())]
    good = ", ".join(f"<{names.standing(standing)}>" for standing in TAKEN_AS_FACT)
    query = names.header("rdf", "toc") + (
        "SELECT ?value ?early ?late WHERE {\n"
        f"  VALUES ?began {{ {' '.join(f'<{names.relation(r)}>' for r in begins)} }}\n"
        f"  ?claim rdf:subject <{names.entity(thing)}> ; rdf:predicate ?began ; rdf:object ?value ;\n"
        "    toc:valueEarliest ?early ; toc:valueLatest ?late ; toc:standing ?standing .\n"
        f"  FILTER(?standing IN ({good}))\n}}"
    )
    rows = [(r["early"].value, r["late"].value, r["value"].value) for r in opened.store.select(query).rows]
    if not rows:
        return None
    early, late, value = min(rows)
    return value, early, late
