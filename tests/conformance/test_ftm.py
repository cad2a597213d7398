"""The FollowTheMoney library reads the entities, finds them valid, and sees the same graph."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from typing import Any

import pytest
from hostile import ARABIC, LABELS

from tocgraph.errors import TocgraphError
from tocgraph.exporters import export
from tocgraph.exporters.selection import select
from tocgraph.store import OpenStore
from tocgraph.store.claims import read_claims

sys.path.insert(0, str(Path(__file__).parent.parent))

import required


@pytest.fixture(autouse=True)
def _library() -> None:
    if importlib.util.find_spec("followthemoney") is None:
        required.missing("the Python package followthemoney is not installed", "FTM")


def read(opened: OpenStore, **limits: Any) -> dict[str, dict[str, Any]]:
    lines = (export(opened, "ftm", **limits) or b"").splitlines()
    found = {record["id"]: record for record in map(json.loads, lines)}
    assert len(found) == len(lines)
    return found


def test_every_entity_is_valid_by_the_model(graph_store: OpenStore) -> None:
    from followthemoney import model
    from followthemoney.proxy import EntityProxy

    for record in read(graph_store).values():
        cleaned = EntityProxy.from_dict(record, cleaned=False).to_dict()["properties"]
        schema = model.get(record["schema"])
        assert schema is not None and not schema.abstract
        for name, values in record["properties"].items():
            prop = schema.get(name)
            assert prop is not None
            if prop.type.name in ("name", "text", "string"):  # cleaning takes out invisible marks; nothing is refused
                assert len(cleaned[name]) == len(values)
            else:
                assert sorted(cleaned[name]) == sorted(values)
        schema.validate(record)
        for name in set(schema.required) - {"fileName"}:  # of a document that is no file
            assert record["properties"].get(name), (record["id"], name)


def test_references_lead_to_entities_of_the_right_schema(graph_store: OpenStore) -> None:
    from followthemoney import model

    records = read(graph_store, around=select(graph_store).entities[0], depth=1)
    for record in records.values():
        schema = model.get(record["schema"])
        assert schema is not None
        for name, values in record["properties"].items():
            prop = schema.get(name)
            assert prop is not None
            if prop.type.name == "entity":
                for value in values:
                    end = model.get(records[value]["schema"])
                    assert end is not None and prop.range is not None and end.is_a(prop.range), (record["id"], name)


def test_every_entity_and_claim_is_there_with_its_sources(graph_store: OpenStore) -> None:
    records = read(graph_store)
    chosen = select(graph_store)
    assert {f"tocgraph-{e}" for e in chosen.entities} <= set(records)
    for claim in read_claims(graph_store, chosen.claims).values():
        places = [f"{c.title}, {c.at}" for c in claim.citations]
        if claim.object is None:
            notes = " ".join(records[f"tocgraph-{claim.subject}"]["properties"]["notes"])
            assert str(claim.value) in notes and all(place in notes for place in places)
            assert claim.standing in ("preferred", "normal") or f"{claim.value} [{claim.standing}]" in notes
            continue
        link = records[f"tocgraph-{claim.id}"]["properties"]
        assert set(places) <= set(link["description"])
        assert set(link["proof"]) == {f"tocgraph-source-{c.source}" for c in claim.citations}
        assert link["status"] == [claim.standing]
        assert link.get("startDate", [""]) == [claim.since] and link.get("endDate", [""]) == [claim.until]
        if claim.standing not in ("preferred", "normal"):
            assert records[f"tocgraph-{claim.id}"]["schema"] == "UnknownLink"
            assert all(f"[{claim.standing}]" in role for role in link["role"])


def test_a_disputed_value_is_no_property(opened: OpenStore) -> None:
    interpol = read(opened)["tocgraph-interpol"]["properties"]
    assert interpol["incorporationDate"] == ["1923"]
    assert any("1914 [disputed]" in note for note in interpol["notes"])


def test_types_have_the_nearest_schema(opened: OpenStore) -> None:
    records = read(opened)
    schemata = {key: records[f"tocgraph-{key}"]["schema"] for key in ("mali", "interpol", "untoc", "extradition")}
    assert schemata == {"mali": "PublicBody", "interpol": "PublicBody", "untoc": "Document", "extradition": "Note"}
    assert records["tocgraph-mali"]["properties"]["country"] == ["ml"]


def test_names_come_through_in_both_scripts(odd: OpenStore) -> None:
    records = read(odd)
    for number, (identifier, label) in enumerate(LABELS.items()):
        assert records[f"tocgraph-{identifier}"]["properties"]["name"][:2] == [label, f"{ARABIC} {number}"]


def test_the_same_bytes_each_time(graph_store: OpenStore) -> None:
    assert export(graph_store, "ftm") == export(graph_store, "ftm")


def test_without_the_library_the_message_says_what_to_install(
    opened: OpenStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "followthemoney", None)
    with pytest.raises(TocgraphError) as caught:
        export(opened, "ftm")
    assert caught.value.hint == "pip install 'tocgraph[ftm]'"
