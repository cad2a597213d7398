"""push against a server of our own that can break off, refuse and lose: resumed, refused, verified."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pyoxigraph
import pytest
from fake_endpoint import replies, served

from tocgraph.cli import main
from tocgraph.store import OpenStore
from tocgraph.store.embedded import EmbeddedStore

GRAPH = "https://w3id.org/tocgraph/graph"


class Server:
    """A store behind both protocols; `break_at` is the request for graphs that it leaves without an answer."""

    def __init__(self) -> None:
        self.store = pyoxigraph.Store()
        self.writes: list[tuple[str, str]] = []
        self.break_at = -1
        self.loses = False
        self.deadlocks = 0
        self.password = ""

    def __call__(self, handler: BaseHTTPRequestHandler, body: bytes) -> None:
        where = urlsplit(handler.path)
        if where.path == "/query":
            form = parse_qs(body.decode())
            graph = pyoxigraph.NamedNode(form["default-graph-uri"][0]) if "default-graph-uri" in form else None
            results = self.store.query(form["query"][0], default_graph=graph)
            if isinstance(results, pyoxigraph.QueryTriples):
                raise TypeError
            content = results.serialize(format=pyoxigraph.QueryResultsFormat.JSON)
            replies(200, content or b"", "application/sparql-results+json", Server_="")(handler, body)
            return
        if self.password and not (handler.headers["Authorization"] or "").startswith("Basic "):
            replies(401, b"", WWW_Authenticate='Basic realm="r"')(handler, body)
            return
        self.writes.append((handler.command, where.query))
        if 0 <= self.break_at < len(self.writes):
            handler.close_connection = True
            return
        if self.deadlocks:
            self.deadlocks -= 1
            replies(500, b"HTTP/1.1 500 Request Failed Error 40001 SR172: Transaction deadlocked")(handler, body)
            return
        graph = pyoxigraph.NamedNode(parse_qs(where.query)["graph"][0])
        if handler.command == "PUT":
            self.store.remove_graph(graph)
        if not self.loses or handler.command == "PUT" or b"fingerprint" in body:
            self.store.load(body, pyoxigraph.RdfFormat.N_TRIPLES, to_graph=graph)
        replies(204)(handler, body)

    @property
    def held(self) -> int:
        return sum(1 for _ in self.store)


@pytest.fixture
def server() -> Server:
    return Server()


@contextmanager
def running(server: Server) -> Iterator[list[str]]:
    with served(server) as address:
        base = address.removesuffix("/sparql")
        yield ["push", "--endpoint", f"{base}/query", "--graph-store", f"{base}/store", "--chunk", "300"]


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # What has been pushed is kept in the cache: none of it comes from another test.
    monkeypatch.setattr("time.sleep", lambda seconds: None)
    main(["build", "--data-dir", str(tiny)])
    from tocgraph import locate

    for file in (locate.cache_dir() / "pushes").glob("*.json"):
        file.unlink()


def total(opened: OpenStore) -> int:
    assert isinstance(opened.store, EmbeddedStore)
    return sum(len(lines) for _, lines in opened.store.subjects())


def test_push_again_and_ask(server: Server, tiny: Path, opened: OpenStore, capsys: pytest.CaptureFixture[str]) -> None:
    with running(server) as command:
        assert main([*command, "--data-dir", str(tiny)]) == 0
        shown = capsys.readouterr()
        assert server.held == total(opened)
        assert [w[0] for w in server.writes] == ["PUT"] + ["POST"] * (len(server.writes) - 1)
        assert len(server.writes) > 4
        assert f"{total(opened):,} of {total(opened):,} triples sent" in shown.err
        address = shown.out.strip()
        assert address.endswith(f"/query?default-graph-uri={GRAPH}")
        asked = ["ask", "who implements UNTOC?", "--data-dir", str(tiny)]
        assert main(asked) == main([*asked, "--endpoint", address]) == 0
        local, remote = capsys.readouterr().out.split("Reading:")[1:]
        assert local == remote
        # Without the name of the graph the message says what to add.
        assert main([*asked, "--endpoint", command[2]]) == 3
        assert f"put ?default-graph-uri={GRAPH} behind the address" in capsys.readouterr().err
        count = len(server.writes)
        assert main([*command, "--data-dir", str(tiny)]) == 0
        assert "it was there already" in capsys.readouterr().err
        assert len(server.writes) == count


def test_a_broken_push_goes_on_where_it_stopped(
    server: Server, tiny: Path, opened: OpenStore, capsys: pytest.CaptureFixture[str]
) -> None:
    with running(server) as command:
        server.break_at = 3
        assert main([*command, "--data-dir", str(tiny)]) == 3
        shown = capsys.readouterr()
        assert "closed the connection" in shown.err
        assert "the same command goes on behind the" in shown.err
        # Nobody takes the part for the whole.
        there = f"{command[2]}?default-graph-uri={GRAPH}"
        assert main(["show", "untoc", "--endpoint", there, "--data-dir", str(tiny)]) == 3
        assert "the graph" in capsys.readouterr().err
        server.break_at, server.writes = -1, []
        assert main([*command, "--data-dir", str(tiny)]) == 0
        assert {w[0] for w in server.writes} == {"POST"}
        assert server.held == total(opened)
        shown = capsys.readouterr()
        assert f"of {total(opened):,} triples sent" in shown.err
        assert f"{total(opened):,} of" not in shown.err


def test_a_part_that_was_deleted_meanwhile_is_sent_again(
    server: Server, tiny: Path, opened: OpenStore, capsys: pytest.CaptureFixture[str]
) -> None:
    with running(server) as command:
        server.break_at = 4
        assert main([*command, "--data-dir", str(tiny)]) == 3
        server.store.clear()
        server.break_at, server.writes = -1, []
        assert main([*command, "--data-dir", str(tiny)]) == 0
        assert server.writes[0][0] == "PUT"
        assert server.held == total(opened)


def test_something_else_is_only_replaced_when_told(
    server: Server, tiny: Path, small_world: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with running(server) as command:
        assert main([*command, "--data-dir", str(small_world)]) == 0
        held = server.held
        assert main([*command, "--data-dir", str(tiny)]) == 3
        assert f"holds {held:,} triples of something else" in capsys.readouterr().err
        assert server.held == held
        # Another version under the same address is refused when it is asked, too.
        there = f"{command[2]}?default-graph-uri={GRAPH}"
        assert main(["show", "untoc", "--endpoint", there, "--data-dir", str(tiny)]) == 3
        assert "another version of the graph" in capsys.readouterr().err
        assert main([*command, "--data-dir", str(tiny), "--replace"]) == 0
        assert main(["show", "untoc", "--endpoint", there, "--data-dir", str(tiny)]) == 0
        assert main([*command, "--data-dir", str(small_world), "--graph", "urn:other"]) == 0


def test_what_is_lost_on_the_way_is_noticed(server: Server, tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with running(server) as command:
        server.loses = True
        assert main([*command, "--data-dir", str(tiny)]) == 3
        shown = capsys.readouterr().err
        assert "is not what was sent: triples:" in shown
        assert "sampled claims and entities that are the same:" in shown
        server.loses = False
        assert main([*command, "--data-dir", str(tiny), "--replace"]) == 0


def test_credentials_come_from_the_environment(
    server: Server, tiny: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    server.password = "s3cret"
    with running(server) as command:
        assert main([*command, "--data-dir", str(tiny)]) == 3
        assert "set TOCGRAPH_ENDPOINT_USER and TOCGRAPH_ENDPOINT_PASSWORD" in capsys.readouterr().err
        monkeypatch.setenv("TOCGRAPH_ENDPOINT_USER", "me")
        monkeypatch.setenv("TOCGRAPH_ENDPOINT_PASSWORD", server.password)
        assert main([*command, "--data-dir", str(tiny)]) == 0
        shown = capsys.readouterr()
        assert server.password not in shown.out + shown.err


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (413, "--chunk says how many triples go in one"),
        (404, "--graph-store names the address"),
        (415, "takes no N-Triples"),
        (500, "refuses to write"),
    ],
)
def test_servers_that_take_no_graphs(
    status: int, said: str, server: Server, tiny: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    body = b"SR575:SECURITY: No permission"
    with running(server) as command, served(replies(status, body)) as other:
        command[4] = other
        assert main([*command, "--data-dir", str(tiny)]) == 3
    assert said in capsys.readouterr().err


@pytest.mark.parametrize(("deadlocks", "code"), [(2, 0), (9, 3)])
def test_a_piece_that_a_deadlock_undid_is_sent_again(
    deadlocks: int, code: int, server: Server, tiny: Path, opened: OpenStore, capsys: pytest.CaptureFixture[str]
) -> None:
    server.deadlocks = deadlocks
    with running(server) as command:
        assert main([*command, "--data-dir", str(tiny)]) == code
    if code:
        assert "deadlocked" in capsys.readouterr().err
    else:
        assert server.held == total(opened)


def test_wrong_usage(server: Server, tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["push"]) == 2
    with running(server) as command:
        assert main([*command[:3], "--data-dir", str(tiny)]) == 3
        assert f"where {command[2]} takes graphs is not known" in capsys.readouterr().err
        assert main([*command, "--graph", "no iri", "--data-dir", str(tiny)]) == 3
        assert "is no name of a graph" in capsys.readouterr().err
        assert main([*command[:-1], "5", "--data-dir", str(tiny)]) == 2
