"""The same commands on the compiled store and on a SPARQL 1.1 endpoint over HTTP give the same answers."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs

import pyoxigraph
import pytest

from tocgraph import rdf
from tocgraph.cli import main
from tocgraph.errors import TocgraphError
from tocgraph.graph import load
from tocgraph.store import remote
from tocgraph.store.base import GRAPH_FORMATS, SELECT_FORMATS
from tocgraph.store.embedded import EmbeddedStore


@contextmanager
def served(folder: Path, heard: Callable[[str], str] = lambda query: query) -> Iterator[str]:
    """An endpoint with the graph of a folder; it knows no prefix that a query does not declare.

    `heard` is what it makes of a query.
    """
    store = pyoxigraph.Store()
    store.bulk_load("".join(rdf.triples(load(folder))).encode(), pyoxigraph.RdfFormat.N_TRIPLES)
    bare = EmbeddedStore(store)
    forms = {media: form for form, media in {**SELECT_FORMATS, **GRAPH_FORMATS}.items()}

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            try:
                status, content = 200, bare.serialize(heard(parse_qs(body)["query"][0]), forms[self.headers["Accept"]])
            except TocgraphError as error:
                status, content = 400, str(error).encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="module")
def endpoint(tiny: Path) -> Iterator[str]:
    """An endpoint with the tiny graph."""
    with served(tiny) as address:
        yield address


@pytest.mark.parametrize(
    "arguments",
    [
        ["ask", "who implements UNTOC?", "-f", "json"],
        ["show", "untoc", "-f", "json", "--explain"],
        ["show", "mali", "--as-of", "2010"],
        ["compare", "untoc", "trafficking-protocol", "--explain"],
        ["compare", "unodc", "interpol", "--as-of", "2020"],
        ["matrix", "state", "instrument"],
        ["matrix", "crime", "instrument", "--format", "json"],
        ["find", "palermo"],
        ["list", "organization", "--where", "founded=1923", "-f", "json"],
        ["list", "organization", "--where", "cooperates-with=interpol", "--since", "2016", "--until", "2020"],
        ["list", "organization", "--where", "member-count=196"],
        ["path", "interpol", "mali", "-k", "2", "-f", "json"],
        ["cite", "interpol", "--style", "bibtex"],
        ["stats", "--as-of", "2010"],
        ["list", "mission", "--as-of", "2020"],
        ["find", "palermo", "--as-of", "1999"],
        ["gaps"],
        ["gaps", "parties", "untoc", "-f", "json", "--explain"],
        ["gaps", "crimes", "--as-of", "2010"],
        ["timeline", "untoc", "-f", "csv"],
        ["timeline", "trafficking-in-persons"],
        ["timeline", "mission", "-f", "svg"],
        ["changes", "1990", "2024", "-f", "markdown"],
        ["sources", "-f", "csv"],
        ["disputes", "-f", "json"],
        ["disputes", "untoc", "--as-of", "2001"],
        ["sparql", "SELECT ?l { id:mali skos:prefLabel ?l } ORDER BY ?l"],
        ["sparql", "ASK { id:mali a toc:State }"],
    ],
)
def test_same_answers(arguments: list[str], endpoint: str, tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["build", "--data-dir", str(tiny)])
    capsys.readouterr()
    assert main([*arguments, "--data-dir", str(tiny)]) == 0
    local = capsys.readouterr()
    assert main([*arguments, "--data-dir", str(tiny), "--endpoint", endpoint]) == 0
    assert capsys.readouterr() == local
    assert local.out


def test_an_endpoint_that_refuses_a_query(endpoint: str, tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sparql", "SELECT", "--endpoint", endpoint, "--data-dir", str(tiny)]) == 1
    assert "refused the query" in capsys.readouterr().err


@pytest.mark.parametrize("form", ["table", "json", "csv", "markdown"])
def test_the_same_legal_bases(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    folder = Path(__file__).parents[1] / "data" / "basis"
    asked = ["basis", "alba", "borea", "--for", "extradition", "--crime", "trafficking", "--on", "2010", "-f", form]
    main(["build", "--data-dir", str(folder)])
    capsys.readouterr()
    assert main([*asked, "--data-dir", str(folder)]) == 0
    local = capsys.readouterr()
    with served(folder) as address:
        assert main([*asked, "--data-dir", str(folder), "--endpoint", address]) == 0
    assert capsys.readouterr() == local
    assert "trafficking-protocol" in local.out


@pytest.mark.parametrize("form", ["turtle", "ntriples"])
def test_a_whole_graph_comes_in_pages(
    endpoint: str, tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    monkeypatch.setattr(remote, "_PAGE", 1000)
    for name, where in (("here", []), ("there", ["--endpoint", endpoint])):
        assert main(["export", form, "--data-dir", str(tiny), "-o", str(tmp_path / name), *where]) == 0
    assert (tmp_path / "there").read_bytes() == (tmp_path / "here").read_bytes()


def test_a_part_as_of_a_day_declares_every_prefix(endpoint: str, tiny: Path, tmp_path: Path) -> None:
    for name, where in (("here", []), ("there", ["--endpoint", endpoint])):
        command = ["export", "ntriples", "--types", "organization", "--as-of", "2010", "--data-dir", str(tiny)]
        assert main([*command, "-o", str(tmp_path / name), *where]) == 0
    assert (tmp_path / "there").read_bytes() == (tmp_path / "here").read_bytes()


def test_pages_that_overlap_are_asked_for_in_order(
    tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def unsteady(query: str) -> str:
        return query if "ORDER BY ?s ?p ?o" in query else re.sub(r"OFFSET \d+", "OFFSET 0", query)

    def stuck(query: str) -> str:
        return re.sub(r"OFFSET \d+", "OFFSET 0", query)

    monkeypatch.setattr(remote, "_PAGE", 1000)
    target = tmp_path / "graph.nt"
    command = ["export", "ntriples", "--data-dir", str(tiny), "-o", str(target)]
    with served(tiny, stuck) as address:
        assert main([*command, "--endpoint", address]) == 3
    assert "and gave only 1000 of them" in capsys.readouterr().err
    assert not target.exists()
    with served(tiny, unsteady) as address:
        assert main([*command, "--endpoint", address]) == 0
    there = target.read_bytes()
    assert main(command) == 0
    assert there == target.read_bytes()
