"""The command import rdf: what it writes, and what it refuses, with the rule and the line."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tocgraph import files
from tocgraph.cli import main
from tocgraph.exporters import export
from tocgraph.rdf.restore import NotOursError
from tocgraph.restoring import from_rdf
from tocgraph.store import open_store

TINY = Path(__file__).parent.parent / "data" / "tiny"


@pytest.fixture(scope="module")
def lines() -> list[str]:
    return (export(open_store(TINY), "ntriples") or b"").decode().splitlines()


def _without(word: str) -> Callable[[list[str]], list[str]]:
    def change(lines: list[str]) -> list[str]:
        index = next(i for i, line in enumerate(lines) if word in line)
        return lines[:index] + lines[index + 1 :]

    return change


def _with(line: str) -> Callable[[list[str]], list[str]]:
    return lambda lines: [*lines, line]


ID = "https://w3id.org/tocgraph/id/"
TOC = "https://w3id.org/tocgraph/schema#"
REFUSED = {
    "foreign subject": (_with("<http://e.org/a> <http://e.org/b> <http://e.org/c> ."), "foreign-term"),
    "foreign property": (_with(f'<{ID}mali> <http://xmlns.com/foaf/0.1/name> "Mali" .'), "foreign-term"),
    "foreign class": (
        _with(f"<{ID}mali> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://example.org/C> ."),
        "foreign-term",
    ),
    "blank node": (_with(f"<{ID}mali> <{TOC}partyTo> _:b ."), "blank-node"),
    "blank subject": (_with(f'_:b <{TOC}at> "x" .'), "blank-node"),
    "a relation without its claim": (_with(f"<{ID}mali> <{TOC}partyTo> <{ID}trafficking-protocol> ."), "half-claim"),
    "claim without subject": (_without("#subject>"), "half-claim"),
    "claim without predicate": (_without("#predicate>"), "half-claim"),
    "claim without object": (_without("-ns#object>"), "half-claim"),
    "claim without standing": (_without("schema#standing> <"), "half-claim"),
    "claim without its link to a citation": (_without("qualifiedPrimarySource"), "half-claim"),
    "citation without place": (_without("schema#at>"), "half-claim"),
    "citation without source": (_without("prov#entity>"), "half-claim"),
    "date without its first day": (_without("sinceEarliest"), "half-claim"),
    "entity without type": (_without("schema#type>"), "half-entity"),
    "entity without label": (
        lambda lines: [x for x in lines if not (x.startswith(f"<{ID}mali> ") and "prefLabel" in x)], "half-entity"
    ),
    "source without title": (_without("source/unsc-2100> <http://purl.org/dc/terms/title"), "half-source"),
    "source that is missing": (
        lambda lines: [x for x in lines if not x.startswith(f"<{ID[:-3]}source/unsc-2100>")], "half-claim"
    ),
    "changed claim": (
        lambda lines: [x.replace('-ns#object> "196"', '-ns#object> "197"') for x in lines],
        "wrong-id",
    ),
    "nothing of ours": (lambda lines: [], "foreign-term"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_not_ours_or_not_whole_is_reported(name: str, lines: list[str], tmp_path: Path) -> None:
    change, rules = REFUSED[name]
    file = tmp_path / "graph.nt"
    file.write_text("\n".join(change(list(lines))) + "\n", encoding="utf-8")
    with pytest.raises(NotOursError) as caught:
        from_rdf(file, TINY, tmp_path / "back")
    assert set(rules.split()) & {p.rule for p in caught.value.problems}
    assert all(p.file == str(file) and p.line >= 1 and p.message for p in caught.value.problems)
    assert list(tmp_path.iterdir()) == [file]


def test_a_problem_tells_its_line(lines: list[str], tmp_path: Path) -> None:
    foreign = "<http://example.org/a> <http://example.org/b> <http://example.org/c> ."
    (tmp_path / "graph.nt").write_text("\n".join([*lines[:7], foreign, *lines[7:]]) + "\n", encoding="utf-8")
    with pytest.raises(NotOursError) as caught:
        from_rdf(tmp_path / "graph.nt", TINY)
    assert [(p.rule, p.line) for p in caught.value.problems] == [("foreign-term", 8)]


@pytest.mark.parametrize("suffix", [".ttl", ".nt", ".nq", ".trig", ".jsonld", ".rdf", ".docx"])
def test_broken_files_are_one_clear_message(suffix: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / f"graph{suffix}"
    file.write_text("{<this is [no RDF\n", encoding="utf-8")
    assert main(["import", "rdf", str(file), "-o", str(tmp_path / "back"), "--data-dir", str(TINY)]) == 1
    said = capsys.readouterr().err
    assert said.startswith("error:") and str(file) in said and "Traceback" not in said
    assert list(tmp_path.iterdir()) == [file]


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file, back = tmp_path / "graph.ttl", tmp_path / "back"
    export(open_store(TINY), "turtle", file)
    assert main(["import", "rdf", str(file), "-o", str(back), "--data-dir", str(TINY)]) == 0
    assert "entities 9, relations 16, sources 4" in capsys.readouterr().err
    assert sorted(p.name for p in back.iterdir()) == ["entities.yaml", "relations.yaml", "sources.yaml"]
    assert main(["import", "rdf", str(file), "-o", str(back), "--data-dir", str(TINY)]) == 1
    assert "exists already" in capsys.readouterr().err
    assert main(["import", "rdf", str(file), "--data-dir", str(TINY)]) == 0
    shown = capsys.readouterr().out
    assert "--- # entities.yaml" in shown and "مالي" in shown
    assert main(["import", "rdf", str(file), "--source", "x"]) == 2
    assert main(["import", "untc", str(file)]) == 2
    assert main(["import", "rdf", str(tmp_path / "nowhere.ttl")]) == 1
    with files.folder(tmp_path / "empty"):
        pass


def test_foreign_rdf_is_told_where_it_belongs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "other.nt").write_text("<http://e.org/a> <http://e.org/b> <http://e.org/c> .\n")
    assert main(["import", "rdf", str(tmp_path / "other.nt"), "--data-dir", str(TINY)]) == 1
    assert "N-Triples and N-Quads of others are laid over the data by --data" in capsys.readouterr().err


def test_a_full_disk_is_told_of_the_folder_and_leaves_nothing(lines: list[str], tmp_path: Path) -> None:
    """A limit on the size of files stands in for a full disk."""
    pytest.importorskip("resource")
    (tmp_path / "graph.nt").write_text("\n".join(lines) + "\n")
    program = (
        "import resource, signal, sys\nfrom pathlib import Path\nfrom tocgraph.errors import TocgraphError\n"
        "from tocgraph.restoring import from_rdf\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\nresource.setrlimit(resource.RLIMIT_FSIZE, (900, 900))\n"
        "try:\n    from_rdf(Path('graph.nt'), Path(sys.argv[1]), Path('back'))\n"
        "except TocgraphError as error:\n    print(error)"
    )
    command = [sys.executable, "-c", program, str(TINY)]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout == "cannot write back: File too large\n"
    assert [path.name for path in tmp_path.iterdir()] == ["graph.nt"]


def test_a_file_that_rdflib_wrote_anew_is_read_back_the_same(lines: list[str], tmp_path: Path) -> None:
    rdflib = pytest.importorskip("rdflib")
    graph = rdflib.Graph().parse(data="\n".join(lines), format="nt")
    (tmp_path / "graph.nt").write_text("\n".join(lines) + "\n")
    expected = from_rdf(tmp_path / "graph.nt", TINY).texts
    for form, name in (("turtle", "anew.ttl"), ("json-ld", "anew.jsonld"), ("pretty-xml", "anew.rdf")):
        graph.serialize(tmp_path / name, format=form)
        assert from_rdf(tmp_path / name, TINY).texts == expected
    assert "196.0" in (tmp_path / "anew.ttl").read_text()  # what rdflib makes of "196"^^xsd:decimal
