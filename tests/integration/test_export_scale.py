"""Whole exports of larger graphs: memory that does not grow with them, and the same bytes from any kind of store."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tocgraph.errors import StoreError
from tocgraph.exporters import export
from tocgraph.exporters.selection import select
from tocgraph.exporters.sorting import sorted_lines
from tocgraph.store import OpenStore, open_store
from tocgraph.store.statements import statements

sys.path.append(str(Path(__file__).parents[2] / "benchmarks"))  # behind ours, which has modules of the same names

from quads import write

TINY = Path(__file__).parents[1] / "data" / "tiny"
SIZES = (6_000, 24_000)
FORMATS = ["ntriples", "nquads", "turtle", "jsonld", "csv", "sqlite", "jsonl"]
if importlib.util.find_spec("pyarrow"):
    FORMATS.append("parquet")

MEASURED = ["ntriples", "turtle", "csv", "jsonl"]
"""One of each way of reading and writing: measuring takes its time."""

PEAKS = """
import json, sys, tracemalloc
from pathlib import Path
from tocgraph.exporters import export
from tocgraph.exporters import sorting
from tocgraph.store import open_store

sorting.RUN = 2**18
opened = open_store(sys.argv[1], over=[sys.argv[2]])
target = Path(sys.argv[3])
found = {}
for form in sys.argv[4:]:
    export(opened, form, target, around="unodc", depth=1)  # what is loaded once is not counted
    tracemalloc.start()
    export(opened, form, target)
    found[form] = tracemalloc.get_traced_memory()[1], target.stat().st_size
    tracemalloc.stop()
print(json.dumps(found))
"""


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Path]]:
    """Made-up N-Quads of two sizes, and a cache for the stores that they are compiled to."""
    folder = tmp_path_factory.mktemp("scale")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TOCGRAPH_CACHE", str(folder / "cache"))
        found = [folder / f"made-{triples}.nq" for triples in SIZES]
        for path, triples in zip(found, SIZES, strict=True):
            write(path, triples)
        yield found


def test_memory_does_not_grow_with_the_graph(files: list[Path], tmp_path: Path) -> None:
    small, large = (
        json.loads(
            subprocess.run(
                [sys.executable, "-c", PEAKS, str(TINY), str(file), str(tmp_path / "out.zip"), *MEASURED],
                env=dict(os.environ),
                capture_output=True,
                check=True,
            ).stdout
        )
        for file in files
    )
    for form in MEASURED:
        (before, written), (after, more) = small[form], large[form]
        assert more > 2 * written, form
        # Four times the records: a format that held them, or only their triples, would take some times as much.
        assert after < 1.5 * before + 2**20, (form, before, after)


class Asked:
    """The same store behind the contract alone, as an endpoint is."""

    def __init__(self, store: Any) -> None:
        self._store = store
        for name in ("select", "ask", "construct", "dump", "serialize"):
            setattr(self, name, getattr(store, name))


@pytest.fixture(scope="module")
def opened(files: list[Path]) -> OpenStore:
    return open_store(TINY, over=[files[0]])


@pytest.mark.parametrize(
    ("form", "limits"),
    [
        *((form, {}) for form in FORMATS),
        ("ntriples", {"around": "made-0", "depth": 1}),
        ("csv", {"as_of": "2003", "types": ["unit"]}),
    ],
)
def test_the_compiled_store_and_sparql_give_the_same_bytes(
    opened: OpenStore, form: str, limits: dict[str, Any]
) -> None:
    asked = opened._replace(store=Asked(opened.store))  # type: ignore[arg-type]
    assert export(opened, form, **limits) == export(asked, form, **limits)


def test_the_ids_of_a_whole_graph_are_sorted_counted_and_read_again(opened: OpenStore) -> None:
    chosen = select(opened)
    for ids, pattern in ((chosen.entities, "?x toc:type ?type"), (chosen.claims, "?x a toc:Claim")):
        query = f"{opened.vocabulary.header('toc')}SELECT DISTINCT ?x WHERE {{ {pattern} }}"
        held = {opened.vocabulary.local(row["x"].value) for row in opened.store.select(query).rows}
        assert list(ids) == list(ids) == sorted(held)
        assert len(ids) == len(held) > 50
        assert (ids[0], ids[-1], ids[1:3]) == (min(held), max(held), tuple(sorted(held)[1:3]))
        with pytest.raises(IndexError):
            ids[len(held)]


def test_only_the_properties_asked_for_are_read(opened: OpenStore) -> None:
    names = opened.vocabulary
    iris = [names.entity("unodc"), names.entity("nobody"), names.claim(select(opened).claims[0]), names.entity("unodc")]
    label, kind = names.prefixes["skos"] + "prefLabel", names.prefixes["toc"] + "type"
    whole = dict(statements(opened, iris))
    assert list(whole) == iris[:3] and whole[iris[1]] == {}
    for wanted in ([label], [kind, label], [names.prefixes["toc"] + "standing"]):
        found = list(statements(opened, iris, wanted))
        assert [iri for iri, _ in found] == iris
        assert all(said == {p: whole[iri][p] for p in wanted if p in whole[iri]} for iri, said in found)


def test_runs_are_merged_in_levels() -> None:
    lines = [f"{n * 7919 % 1000:04}\n".encode() for n in range(3000)]
    assert list(sorted_lines(lines, run=300, fan=3)) == sorted(set(lines))
    assert list(sorted_lines(iter(()), run=300)) == []


def test_a_damaged_store_is_read_once_more_and_then_given_up(files: list[Path], tmp_path: Path) -> None:
    import pyoxigraph

    from tocgraph.store.embedded import EmbeddedStore

    class Broken:
        def quads_for_pattern(self, *pattern: Any) -> Iterator[Any]:
            raise OSError("Corruption: block checksum mismatch")

    whole = pyoxigraph.Store()
    whole.update("INSERT DATA { <http://a/s> <http://a/p> <http://a/o> }")
    mended = EmbeddedStore(Broken(), lambda: whole)  # type: ignore[arg-type]
    assert list(mended.subjects()) == [("http://a/s", ["<http://a/s> <http://a/p> <http://a/o> .\n"])]
    with pytest.raises(StoreError, match="could not be read"):
        list(EmbeddedStore(Broken(), lambda: Broken()).having("http://a/p"))  # type: ignore[arg-type, return-value]
