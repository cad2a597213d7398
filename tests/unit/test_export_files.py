"""Where exports go: files, folders and .zip files, whole or not at all, and the list of formats."""

from __future__ import annotations

import hashlib
import importlib.util
import io
import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

import pytest

from tocgraph import exporters
from tocgraph.cli import main, plain
from tocgraph.cli.words import has_word
from tocgraph.errors import StoreError, TocgraphError
from tocgraph.exporters import EXPORTERS, Exporter, export
from tocgraph.exporters.selection import Selection
from tocgraph.files import written
from tocgraph.store import OpenStore, Solutions
from tocgraph.store.base import Triple


def _files(opened: OpenStore, selection: Selection) -> Iterator[tuple[str, Iterator[bytes]]]:
    yield "entities.txt", (f"{e}\n".encode() for e in selection.entities)
    yield "claims.txt", (f"{c}\n".encode() for c in selection.claims)


def _broken(opened: OpenStore, selection: Selection) -> Iterator[tuple[str, Iterator[bytes]]]:
    yield "entities.txt", iter([b"x"])
    raise StoreError("the endpoint went away")


@pytest.fixture(autouse=True)
def formats(monkeypatch: pytest.MonkeyPatch) -> None:
    """Formats of several files, and one that takes no limits, as a module of ours would add them."""
    monkeypatch.setitem(EXPORTERS, "ids", Exporter(".zip", "ids", files=_files))
    monkeypatch.setitem(EXPORTERS, "broken", Exporter(".zip", "nothing", files=_broken))
    monkeypatch.setitem(
        EXPORTERS, "base", Exporter(".txt", "base", lambda o, s: iter([o.vocabulary.base.encode()]), selects=False)
    )


def test_several_files_go_to_a_folder_with_their_checksums(opened: OpenStore, tmp_path: Path) -> None:
    target = tmp_path / "out"
    assert export(opened, "ids", target, around="mali", depth=0) is None
    assert (target / "entities.txt").read_text() == "mali\n"
    about = json.loads((target / "tocgraph-export.json").read_text("utf-8"))
    assert about["format"] == "ids" and about["selection"]["around"] == "mali"
    assert [f["name"] for f in about["files"]] == ["entities.txt", "claims.txt"]
    for file in about["files"]:
        content = (target / file["name"]).read_bytes()
        assert (file["bytes"], file["sha256"]) == (len(content), hashlib.sha256(content).hexdigest())
    assert list(tmp_path.iterdir()) == [target]


def test_an_export_takes_the_place_of_an_earlier_one_or_of_an_empty_folder(opened: OpenStore, tmp_path: Path) -> None:
    target = tmp_path / "out"
    target.mkdir(mode=0o750)
    export(opened, "ids", target)
    export(opened, "ids", target, around="mali", depth=0)
    assert (target / "entities.txt").read_text() == "mali\n"
    assert target.stat().st_mode & 0o777 == 0o750
    assert list(tmp_path.iterdir()) == [target]


def test_a_folder_with_files_of_others_is_refused(opened: OpenStore, tmp_path: Path) -> None:
    target = tmp_path / "out"
    export(opened, "ids", target)
    (target / "notes.txt").write_text("mine")
    with pytest.raises(TocgraphError, match=r"no export wrote its notes\.txt"):
        export(opened, "ids", target)
    with pytest.raises(TocgraphError, match="no export wrote its"):
        export(opened, "ids", tmp_path)
    assert (target / "notes.txt").read_text() == "mine"
    (tmp_path / "file").write_text("mine")
    with pytest.raises(TocgraphError, match="not a folder"):
        export(opened, "ids", tmp_path / "file")
    with pytest.raises(TocgraphError, match="no folder"):
        export(opened, "ids", tmp_path / "nowhere" / "out")


def test_a_failure_leaves_the_old_folder_and_nothing_else(opened: OpenStore, tmp_path: Path) -> None:
    target = tmp_path / "out"
    export(opened, "ids", target)
    before = sorted(p.read_bytes() for p in target.iterdir())
    with pytest.raises(StoreError, match="went away"):
        export(opened, "broken", target)
    assert sorted(p.read_bytes() for p in target.iterdir()) == before
    assert list(tmp_path.iterdir()) == [target]


def test_a_zip_has_the_same_bytes_each_time(opened: OpenStore, tmp_path: Path) -> None:
    target = tmp_path / "out.zip"
    export(opened, "ids", target)
    assert target.read_bytes() == export(opened, "ids")
    with zipfile.ZipFile(io.BytesIO(target.read_bytes())) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == ["entities.txt", "claims.txt", "tocgraph-export.json"]
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_what_describes_the_data_set_takes_no_limits(opened: OpenStore) -> None:
    assert export(opened, "base") == opened.vocabulary.base.encode()
    with pytest.raises(TocgraphError, match=r"takes no --around or --as-of"):
        export(opened, "base", around="mali", as_of="2004")


def test_each_format_is_one_document_or_several_and_is_said_in_both_languages() -> None:
    for name, exporter in EXPORTERS.items():
        assert (exporter.write is None) != (exporter.files is None), name
        assert name in ("ids", "broken", "base") or has_word(f"export-{name}"), name


def test_the_list_of_formats(capsys: pytest.CaptureFixture[str], tiny: Path) -> None:
    assert main(["export", "--list", "--format", "json"]) == 0
    listed = {row["format"]: row for row in json.loads(capsys.readouterr().out)}
    assert list(listed) == list(EXPORTERS)
    assert listed["turtle"]["suffix"] == ".ttl"
    assert main(["export", "--list"]) == 0
    assert capsys.readouterr().out.splitlines()[1].startswith("turtle\t.ttl\tRDF 1.1 Turtle")
    assert main(["export", "--list", "--lang", "ar", "-f", "markdown"]) == 0
    assert "الصيغة" in capsys.readouterr().out
    assert main(["export", "turtle", "--format", "csv", "--data-dir", str(tiny)]) == 2
    assert "belong to --list" in capsys.readouterr().err
    assert main(["export"]) == 2
    assert "tocgraph export --list" in capsys.readouterr().err
    assert main(["export", "turtel"]) == 2
    assert "did you mean turtle" in capsys.readouterr().err


def test_asking_for_the_list_loads_no_format() -> None:
    code = "import sys, tocgraph.exporters as e; e.exporter_named('html'); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not [m for m in loaded if m.startswith(("tocgraph.exporters.", "tocgraph.store", "sqlite3"))]
    assert exporters.exporter_named("html").suffix == ".html"


class Short:
    """A store like a public endpoint with a row limit: it gives only the first rows of a long result."""

    def __init__(self, opened: OpenStore) -> None:
        self._store = opened.store

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)

    def select(self, query: str) -> Solutions:
        found = self._store.select(query)
        return Solutions(found.variables, found.rows[:10])


@pytest.mark.parametrize("form", ["csv", "jsonl", "graphml", "sqlite"])
def test_a_result_that_an_endpoint_cut_is_an_error(opened: OpenStore, tmp_path: Path, form: str) -> None:
    with pytest.raises(StoreError, match="gave only 10 of them"):
        export(opened._replace(store=Short(opened)), form, tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


def test_bytes_do_not_depend_on_the_hash_seed(tiny: Path, tmp_path: Path) -> None:
    program = (
        "import hashlib, sys\nfrom tocgraph.store import open_store\nfrom tocgraph.exporters import export\n"
        "opened = open_store(sys.argv[1])\n"
        "for form in sys.argv[2:]:\n"
        "    print(form, hashlib.sha256(export(opened, form, around='untoc', depth=2)).hexdigest())"
    )
    forms = "json jsonl graphml gexf dot mermaid neo4j cypher csv sqlite xlsx parquet".split()
    if importlib.util.find_spec("followthemoney"):
        forms.append("ftm")
    found = [
        subprocess.run(
            [sys.executable, "-c", program, str(tiny), *forms],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "4242")
    ]
    assert found[0] == found[1]
    assert [line.split()[0] for line in found[0].splitlines()] == forms


@pytest.mark.parametrize("form", ["sqlite", "xlsx", "csv"])
def test_what_is_no_text_is_kept_off_a_terminal(
    form: str, tiny: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(plain, "on_terminal", lambda: True)
    assert main(["export", form, "--data-dir", str(tiny)]) == 2
    assert "name a file with --output" in capsys.readouterr().err


def test_a_file_is_written_whole(opened: OpenStore, tmp_path: Path) -> None:
    target = tmp_path / "graph.ttl"
    steps: list[str] = []
    assert export(opened, "turtle", target, notify=lambda step, share: steps.append(step)) is None
    assert target.read_bytes() == export(opened, "turtle")
    assert list(tmp_path.iterdir()) == [target]
    assert steps[-1] == "done"


class Cut:
    """A store like a public endpoint with a row limit: it gives only the first triples of a result."""

    def __init__(self, opened: OpenStore) -> None:
        self._store = opened.store

    def select(self, query: str) -> Solutions:
        return self._store.select(query)

    def ask(self, query: str) -> bool:
        return self._store.ask(query)

    def construct(self, query: str) -> list[Triple]:
        return self._store.construct(query)[:10]

    def dump(self, query: str, file: BinaryIO) -> None:
        file.writelines(self._store.serialize(query, "ntriples").splitlines(keepends=True)[:10])

    def serialize(self, query: str, form: str = "") -> bytes:
        return self._store.serialize(query, form)


def test_a_cut_result_is_an_error_and_the_old_file_stays(opened: OpenStore, tmp_path: Path) -> None:
    target = tmp_path / "graph.ttl"
    target.write_text("before")
    with pytest.raises(StoreError, match="gave only 10 of them"):
        export(opened._replace(store=Cut(opened)), "turtle", target)
    assert target.read_text() == "before"
    assert list(tmp_path.iterdir()) == [target]


def test_what_cannot_be_written_is_said_before_the_work(opened: OpenStore, tmp_path: Path) -> None:
    with pytest.raises(TocgraphError, match="there is no folder"):
        export(opened, "turtle", tmp_path / "nowhere" / "graph.ttl")
    with pytest.raises(TocgraphError, match="it is not a file"):
        export(opened, "turtle", tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_leaves_the_old_file_and_nothing_else(tiny: Path, tmp_path: Path) -> None:
    """A limit on the size of files stands in for a full disk: writing begins and then fails."""
    pytest.importorskip("resource")
    program = (
        "import resource, signal, sys\nfrom tocgraph.errors import TocgraphError\n"
        "from tocgraph.store import open_store\nfrom tocgraph.exporters import export\n"
        "store = open_store(sys.argv[1])\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\nresource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))\n"
        "try:\n    export(store, 'turtle', sys.argv[2])\nexcept TocgraphError as error:\n    print(error)"
    )
    folder = tmp_path / "out"
    folder.mkdir()
    target = folder / "graph.ttl"
    target.write_text("before")
    done = subprocess.run(
        [sys.executable, "-c", program, str(tiny), str(target)],
        env={**os.environ, "TOCGRAPH_CACHE": str(tmp_path / "cache")},
        capture_output=True,
        text=True,
        check=True,
    )
    assert f"cannot write {target}: File too large" in done.stdout
    assert target.read_text() == "before"
    assert list(folder.iterdir()) == [target]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs the device that is always full (Linux)")
def test_of_a_full_disk_both_folders_are_told_that_may_be_meant(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", "/elsewhere")
    full = Path("/dev/full")
    with pytest.raises(TocgraphError) as told, written(Path("out/graph.ttl")), full.open("wb") as file:
        file.write(b"x")
    assert told.value.message == "cannot write out/graph.ttl: No space left on device"
    assert told.value.hint == "make room in out, or in /elsewhere (TMPDIR) for temporary files"


@pytest.mark.parametrize("name", ["graph.csv", "graph.parquet", "Graph.CSV"])
def test_a_folder_is_not_named_like_a_file_in_it(opened: OpenStore, tmp_path: Path, name: str) -> None:
    with pytest.raises(TocgraphError, match="is several files, not one") as told:
        export(opened, "csv", tmp_path / name)
    assert ".zip" in told.value.hint and not (tmp_path / name).exists()
