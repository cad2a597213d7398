"""Records -> RDF in every syntax -> the same records, for generated data and for the data that ship."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from stores import in_memory

from tocgraph import checks, rdf
from tocgraph.exporters import EXPORTERS, export
from tocgraph.graph import KnowledgeGraph
from tocgraph.model import Dataset, Entity, Relation, Source
from tocgraph.rdf.restore import restore
from tocgraph.reader import read
from tocgraph.restoring import from_rdf
from tocgraph.store import OpenStore, open_store
from tocgraph.text import FORBIDDEN

TINY = Path(__file__).parent.parent / "data" / "tiny"
INFERENCE = Path(__file__).parent.parent / "data" / "inference"
FORMATS = ("turtle", "ntriples", "nquads", "trig", "jsonld", "rdfxml", "turtle12")
BOTH = {"en": "x", "ar": "س"}
SCHEMA: dict[str, Any] = {
    "base": "https://example.org/graph/",
    "entity_types": [
        {"id": "thing", "label": BOTH, "plural": BOTH, "rdf": "skos:Concept"},
        {"id": "small-thing", "label": BOTH, "plural": BOTH, "broader": "thing"},
        {"id": "actor", "label": BOTH, "plural": BOTH, "rdf": "prov:Agent"},
    ],
    "relation_types": [
        {"id": "near", "label": BOTH, "from": ["thing", "actor"], "to": ["thing", "actor"], "flags": ["symmetric"]},
        {"id": "part-of", "label": BOTH, "from": ["thing"], "to": ["thing"], "rdf": "dcterms:isPartOf"},
        {"id": "inside", "label": BOTH, "from": ["thing"], "to": ["thing"], "broader": "part-of"},
        {"id": "founded", "label": BOTH, "from": ["thing", "actor"], "value": "date", "flags": ["begins"]},
        {"id": "size", "label": BOTH, "from": ["thing", "actor"], "value": "number"},
        {"id": "motto", "label": BOTH, "from": ["thing", "actor"], "value": "text"},
    ],
    "qualifiers": [
        {"id": "role", "value": "text", "label": BOTH},
        {"id": "held-by", "value": "entity", "label": BOTH},
        {"id": "count", "value": "number", "label": BOTH},
    ],
}
TEXTS = st.text(
    st.one_of(
        st.sampled_from("\\\"'#:-{}[],&*!|>%@` \u200f\u0640ًاتفاقية😀a1"),
        st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]).filter(lambda c: not FORBIDDEN.match(c)),
    ),
    min_size=1,
    max_size=20,
).filter(lambda text: text == text.strip() and text.strip("\u00a0\u2003 ") == text)
DATES = st.dates().flatmap(lambda d: st.sampled_from([f"{d.year:04}", f"{d:%Y-%m}".zfill(7), d.isoformat()]))
NUMBERS = st.from_regex(r"-?[0-9]{1,12}(\.[0-9]{1,6})?", fullmatch=True)
BY_LANGUAGE = st.dictionaries(st.sampled_from(["en", "ar", "fr"]), TEXTS, min_size=1)
IDS = ["a", "a-b", "c1", "untoc-art-16", "z"]
SOURCES = ["s", "s-2"]
CITE = st.lists(
    st.fixed_dictionaries({"source": st.sampled_from(SOURCES), "at": TEXTS, "finds": st.lists(TEXTS, max_size=2)}),
    min_size=1,
    max_size=3,
)  # fmt: skip


@st.composite
def datasets(draw: Callable[..., Any]) -> Dataset:
    sources = [
        {
            "id": identifier,
            "title": draw(TEXTS),
            "authors": draw(st.lists(TEXTS, max_size=3)),
            "issued": draw(st.none() | DATES),
            "as_of": draw(st.none() | DATES),
            "note": draw(st.none() | TEXTS),
            "url": draw(st.none() | st.just("https://example.org/x?y=z")),
        }
        for identifier in SOURCES
    ]
    entities = [
        {
            "id": identifier,
            "type": draw(st.sampled_from(["thing", "small-thing"])),
            "label": draw(BY_LANGUAGE),
            "label_from": draw(st.sampled_from([{}, {"ar": "translation"}, {"en": "s"}])),
            "aliases": draw(st.dictionaries(st.sampled_from(["en", "ar"]), st.lists(TEXTS, min_size=1, max_size=3))),
            "description": draw(st.just("") | TEXTS | BY_LANGUAGE),
            "identifiers": draw(st.dictionaries(st.sampled_from(["wikidata", "un-list"]), st.just("Q7") | TEXTS)),
        }
        for identifier in IDS
    ]
    relations = []
    for _ in range(draw(st.integers(0, 6))):
        kind = draw(st.sampled_from([r["id"] for r in SCHEMA["relation_types"]]))
        filler = {"founded": DATES, "size": NUMBERS, "motto": TEXTS}.get(kind)
        subject, other = sorted(draw(st.lists(st.sampled_from(IDS), min_size=2, max_size=2, unique=True)))
        relation = {
            "subject": subject,
            "relation": kind,
            "since": draw(st.none() | DATES),
            "standing": draw(st.sampled_from(["preferred", "normal", "unverified", "disputed", "rejected"])),
            "note": draw(st.just("") | TEXTS | BY_LANGUAGE),
            "qualifiers": draw(
                st.fixed_dictionaries(
                    {}, optional={"role": TEXTS | BY_LANGUAGE, "held-by": st.sampled_from(IDS), "count": NUMBERS}
                )
            ),
            "cite": draw(CITE),
        }
        relations.append(relation | ({"value": draw(filler)} if filler is not None else {"object": other}))
    found = {Relation.model_validate(r).key: r for r in relations}
    content = {"schema": SCHEMA, "sources": sources, "entities": entities, "relations": list(found.values())}
    return Dataset.model_validate(content)


def _texts(text: str | dict[str, str]) -> dict[str, str]:
    """A text without a language is English."""
    return {"en": text} if isinstance(text, str) and text else dict(text or {})


def comparable(record: Source | Entity | Relation) -> dict[str, Any]:
    """A record without what RDF has no order for: aliases and found words; English may be said or understood."""
    found = record.model_dump()
    for name in ("description", "note"):
        if name in found and not isinstance(record, Source):
            found[name] = _texts(found[name])
    if isinstance(record, Entity):
        found["aliases"] = {code: sorted(set(names)) for code, names in record.aliases.items() if names}
    for citation in found.get("cite", ()):
        citation["finds"] = sorted(set(citation["finds"]))
    return found


def same(before: Dataset, sources: list[Source], entities: list[Entity], relations: list[Relation]) -> None:
    for wanted, given_back in (
        (sorted(before.sources, key=lambda s: s.id), sources),
        (sorted(before.entities, key=lambda e: e.id), entities),
        (sorted(before.relations, key=lambda r: r.key), sorted(relations, key=lambda r: r.key)),
    ):
        assert [comparable(r) for r in given_back] == [comparable(r) for r in wanted]


@settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)
@given(dataset=datasets(), form=st.sampled_from(FORMATS))
def test_records_come_back(dataset: Dataset, form: str) -> None:
    opened = in_memory(dataset)
    with tempfile.TemporaryDirectory() as place:
        file = Path(place) / f"graph{EXPORTERS[form].suffix}"
        export(opened, form, file)
        found = restore(file, dataset.schema_)
        same(dataset, found.sources, found.entities, found.relations)
        folder = Path(place) / "data"
        folder.mkdir()
        from tocgraph.writer import entities_text, relations_text, sources_text

        for name, text in (
            ("sources", sources_text(found.sources)),
            ("entities", entities_text(found.entities)),
            ("relations", relations_text(found.relations)),
        ):
            (folder / f"{name}.yaml").write_text(text, encoding="utf-8", newline="\n")
        again = read(folder).dataset
        assert (again.sources, again.entities) == (found.sources, found.entities)
        assert again.relations == sorted(found.relations, key=lambda r: r.key)
    graph = KnowledgeGraph(
        dataset.model_copy(update={"sources": found.sources, "entities": found.entities, "relations": found.relations})
    )
    assert sorted(rdf.triples(graph)) == sorted(rdf.triples(KnowledgeGraph(dataset)))


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("folder", [TINY, INFERENCE])
def test_a_folder_comes_back_and_compiles_to_the_same_graph(folder: Path, form: str, tmp_path: Path) -> None:
    file = tmp_path / f"graph{EXPORTERS[form].suffix}"
    export(open_store(folder), form, file)
    outcome = from_rdf(file, folder, tmp_path / "back")
    before = read(folder).dataset
    after = read(tmp_path / "back").dataset
    same(before, after.sources, after.entities, after.relations)
    assert [p for p in checks.check(tmp_path / "back") if p.level == "error" or p.rule == "order"] == []
    assert sorted(rdf.triples(KnowledgeGraph(after))) == sorted(rdf.triples(KnowledgeGraph(before)))
    assert outcome.derived == len(KnowledgeGraph(before).derived)


def test_the_shipped_data_come_back(shipped: OpenStore, tmp_path: Path) -> None:
    from tocgraph import locate

    file = tmp_path / "graph.nt"
    export(shipped, "ntriples", file)
    outcome = from_rdf(file, locate.data_dir(), tmp_path / "back")
    before = read(locate.data_dir()).dataset
    after = read(tmp_path / "back").dataset
    same(before, after.sources, after.entities, after.relations)
    assert outcome.relations == len(before.relations) > 10_000
    graphs = [sorted(rdf.triples(KnowledgeGraph(dataset))) for dataset in (before, after)]
    assert graphs[0] == graphs[1]


def test_a_part_comes_back_as_a_folder_of_its_own(tmp_path: Path) -> None:
    file = tmp_path / "mali.ttl"
    export(open_store(TINY), "turtle", file, around="mali", depth=1)
    outcome = from_rdf(file, TINY, tmp_path / "back")
    assert outcome.entities < 11 and outcome.relations
    open_store(tmp_path / "back")
