"""The compiled store: found again, rebuilt when it must be, never half there."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from tocgraph.errors import DataError, TocgraphError
from tocgraph.store import cache as store_cache
from tocgraph.store import open_store
from tocgraph.store.build import KEEP
from tocgraph.store.cache import build, fingerprint

TINY = Path(__file__).parent.parent / "data" / "tiny"
COUNT = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return Path(shutil.copytree(TINY, tmp_path / "data"))


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TOCGRAPH_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def steps_of(data: Path) -> tuple[list[str], str]:
    steps: list[str] = []
    opened = open_store(data, notify=lambda step, share: steps.append(step))
    return steps, opened.store.select(COUNT).rows[0]["n"].value


def test_the_second_opening_compiles_nothing(data: Path) -> None:
    first, count = steps_of(data)
    again, same = steps_of(data)
    assert first[-1] == "ready"
    assert again == []
    assert count == same


def test_changed_data_and_changed_schema_give_another_store(data: Path) -> None:
    before = fingerprint(data)
    relations = data / "relations.yaml"
    relations.write_text(relations.read_text().replace("196", "197"))
    changed = fingerprint(data)
    assert changed != before
    schema = Path(__file__).parents[2] / "data" / "schema.yaml"
    (data / "schema.yaml").write_text(schema.read_text() + "\n# a comment\n")
    assert fingerprint(data) not in (before, changed)
    _, _ = steps_of(data)
    assert open_store(data).store.ask("ASK { ?s toc:memberCount ?n FILTER(?n = 197) }")


@pytest.mark.parametrize("name", ["names.sqlite", "manifest.json", "store/CURRENT"])
@pytest.mark.parametrize("how", ["truncate", "remove"])
def test_a_damaged_store_is_rebuilt(data: Path, name: str, how: str) -> None:
    _, count = steps_of(data)
    home = build(data, lambda step, share: None)
    victim = home / name
    victim.chmod(0o644)
    if how == "remove":
        victim.unlink()
    else:
        victim.write_bytes(b"")
    steps, again = steps_of(data)
    assert "ready" in steps
    assert again == count


def test_a_store_with_flipped_bytes_is_rebuilt(data: Path) -> None:
    _, count = steps_of(data)
    home = build(data, lambda step, share: None)
    for table in home.glob("store/*.sst"):
        table.chmod(0o644)
        content = bytearray(table.read_bytes())
        for i in range(0, len(content), 7):
            content[i] ^= 0xFF
        table.write_bytes(bytes(content))
    _, again = steps_of(data)
    assert again == count


def test_the_files_are_read_only_and_listed(data: Path) -> None:
    home = build(data, lambda step, share: None)
    sizes = json.loads((home / "manifest.json").read_text())
    assert "names.sqlite" in sizes
    assert any(name.startswith("store/") for name in sizes)
    for name, size in sizes.items():
        assert (home / name).stat().st_size == size
        assert (home / name).stat().st_mode & 0o222 == 0
    assert not list(home.parent.glob("*.part"))


def test_old_stores_are_swept_and_nothing_else(data: Path, cache: Path) -> None:
    (cache / "an-extension").mkdir(parents=True)
    (cache / "an-extension" / "manifest.json").write_text("{}")
    broken = cache / f"{'0' * 24}.{'1' * 16}.part"
    broken.mkdir()
    os.utime(broken, (0, 0))
    for number in range(KEEP + 3):
        for store in cache.glob("[0-9a-f]*"):
            if store.is_dir() and number < KEEP + 2:
                os.utime(store, (number * 10.0, number * 10.0))
        relations = data / "relations.yaml"
        relations.write_text(relations.read_text() + f"# change {number}\n")
        build(data, lambda step, share: None)
    left = {p.name for p in cache.iterdir() if p.is_dir()}
    assert "an-extension" in left
    assert broken.name not in left
    # The stores of the last two rounds are young; of the old ones only the newest stay.
    assert KEEP <= len(left) - 1 <= KEEP + 1


def test_young_stores_are_spared(data: Path, cache: Path) -> None:
    for number in range(KEEP + 2):
        relations = data / "relations.yaml"
        relations.write_text(relations.read_text() + f"# change {number}\n")
        build(data, lambda step, share: None)
    assert len([p for p in cache.iterdir() if p.is_dir()]) == KEEP + 2


def test_damage_within_the_names_index_is_mended(data: Path) -> None:
    first = open_store(data)
    home = build(data, lambda step, share: None)
    index = home / "names.sqlite"
    index.chmod(0o644)
    content = bytearray(index.read_bytes())
    content[4096:] = b"\x55" * (len(content) - 4096)
    index.write_bytes(bytes(content))
    again = open_store(data)
    assert again.names.find("UNTOC")[0][0].id == "untoc"
    assert open_store(data, warn=pytest.fail).names.ids() == again.names.ids()
    assert first.vocabulary.base == again.vocabulary.base


def test_data_that_changes_while_it_is_read_is_compiled_again(data: Path) -> None:
    relations = data / "relations.yaml"
    original = relations.read_text()
    edited = original.replace("196", "197")

    def meddle(step: str, share: float) -> None:
        if step.startswith("reading") and relations.read_text() == original:
            relations.write_text(edited)

    opened = open_store(data, notify=meddle)
    assert opened.store.ask("ASK { ?s toc:memberCount ?n FILTER(?n = 197) }")
    relations.write_text(original)
    assert open_store(data).store.ask("ASK { ?s toc:memberCount ?n FILTER(?n = 196) }")


def test_bad_data_is_refused_and_leaves_the_good_store_alone(data: Path, cache: Path) -> None:
    _, count = steps_of(data)
    good = (data / "relations.yaml").read_text()
    (data / "relations.yaml").write_text(good.replace("object: untoc", "object: untocc"))
    with pytest.raises(DataError) as caught:
        open_store(data)
    assert "untocc" in caught.value.message
    assert not list(cache.glob("*.part"))
    (data / "relations.yaml").write_text(good)
    assert steps_of(data) == ([], count)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(TocgraphError, match="no data folder"):
        open_store(tmp_path / "nowhere")
    with pytest.raises(TocgraphError, match=r"entities\.yaml"):
        open_store(tmp_path)


def test_twenty_processes_on_a_cold_cache_build_once(data: Path, cache: Path) -> None:
    program = (
        "import sys\n"
        "from tocgraph.store import open_store\n"
        "built = []\n"
        f"o = open_store({str(data)!r}, notify=lambda step, share: built.append(step), warn=sys.exit)\n"
        f"print(len(built) and 'compiling the graph' in built, o.store.select({COUNT!r}).rows[0]['n'].value)\n"
    )
    processes = [
        subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(20)
    ]
    outputs = [process.communicate(timeout=240) for process in processes]
    assert [process.returncode for process in processes] == [0] * 20, outputs
    answers = {out.split()[1] for out, _ in outputs}
    builders = [out for out, _ in outputs if out.startswith("True")]
    assert len(answers) == 1
    assert len(builders) == 1


def test_answering_imports_no_heavy_library(data: Path) -> None:
    build(data, lambda step, share: None)
    program = (
        "import sys\n"
        "from tocgraph.store import open_store\n"
        "from tocgraph.questions import ask\n"
        f"found = ask(open_store({str(data)!r}), 'which bodies implement UNTOC')\n"
        "assert found.answers, found\n"
        "heavy = {'pydantic', 'networkx', 'rdflib', 'pyvis', 'igraph', 'yaml', 'rich'} & set(sys.modules)\n"
        "assert not heavy, heavy\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True, env={**os.environ})


def test_every_module_that_shapes_the_store_counts_in_its_fingerprint():
    """All that compiling loads, but for what only finds problems or opens stores."""
    code = "import sys, tocgraph.store.build; print(*(m for m in sys.modules if m.startswith('tocgraph.')))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    home = Path(store_cache.__file__).parent
    counted = {(home / name).resolve() for name in store_cache._SHAPING}
    apart = {"errors", "locate", "files", "store", "store.base", "store.schemaview"}
    shaping = [m for m in loaded if m.split(".", 1)[1] not in apart and not m.startswith("tocgraph.checks")]
    assert len(shaping) > 15
    assert [m for m in shaping if Path(import_module(m).__file__ or "").resolve() not in counted] == []
