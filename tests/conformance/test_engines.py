"""The whole graph on real servers, asked a question of each family and each report, with the same answers."""

from __future__ import annotations

import contextlib
import io
import re
import shlex
from collections.abc import Iterator, Sequence
from pathlib import Path

import engines
import pyoxigraph
import pytest
import yaml

from tocgraph.cli import main
from tocgraph.push import push
from tocgraph.store import OpenStore, lexer
from tocgraph.store.base import Solutions
from tocgraph.store.remote import RemoteStore

ROOT = Path(__file__).parents[2]
QUESTIONS = yaml.safe_load((ROOT / "tests" / "questions.yaml").read_text(encoding="utf-8"))["development"]
FAMILIES = {question["family"]: question["ask"] for question in reversed(QUESTIONS)}
COMMANDS = (ROOT / "tests" / "conformance" / "commands.txt").read_text(encoding="utf-8")
REPORTS = [line for line in COMMANDS.splitlines() if line and not line.startswith("#")]


Answers = dict[tuple[str, ...], tuple[int, bytes, str]]


@pytest.fixture(scope="module", params=["oxigraph", "virtuoso"])
def address(
    request: pytest.FixtureRequest, shipped: OpenStore, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """The address of a server with the whole graph."""
    folder = tmp_path_factory.mktemp(request.param)
    with pytest.MonkeyPatch.context() as patch:
        if request.param == "oxigraph":
            # Its offline loader takes a tenth of the time; push to it is tested with the tiny graph.
            file = folder / "graph.nt"
            with file.open("wb") as target:
                shipped.store.dump("CONSTRUCT WHERE { ?s ?p ?o }", target)
            with engines.oxigraph(folder / "store", file=file) as endpoint:
                yield endpoint
        else:
            patch.setenv("TOCGRAPH_ENDPOINT_USER", engines.USER)
            patch.setenv("TOCGRAPH_ENDPOINT_PASSWORD", engines.PASSWORD)
            with engines.virtuoso(folder) as endpoint:
                yield push(shipped, endpoint, chunk=200_000).endpoint


@pytest.fixture(scope="module")
def answers(shipped: OpenStore) -> Answers:
    """What the compiled store answers to a question of each family and to each report: code, output and messages."""
    commands = [["ask", question, "--format", "json"] for question in FAMILIES.values()]
    return {tuple(command): said(command) for command in [*commands, *map(shlex.split, REPORTS)]}


def said(command: Sequence[str]) -> tuple[int, bytes, str]:
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)
    told = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(told):
        code = main(list(command))
    return code, out.buffer.getvalue(), told.getvalue()  # type: ignore[attr-defined]


def test_every_report_answers_here(answers: Answers) -> None:
    reports = {command: answer for command, answer in answers.items() if command[0] != "ask"}
    assert [command for command, (code, out, _) in reports.items() if code or not out] == []
    wanted = "basis compare matrix gaps timeline changes show list explain stats find path cite sources disputes"
    assert {command[0] for command in reports} >= set(wanted.split())


def test_every_family_and_report_answers_alike(address: str, answers: Answers) -> None:
    differing = [c for c, answer in answers.items() if said([*c, "--endpoint", address]) != answer]
    assert differing == []


def test_a_long_result_comes_whole(address: str, shipped: OpenStore) -> None:
    query = "SELECT ?s ?p WHERE { ?s ?p <http://www.w3.org/1999/02/22-rdf-syntax-ns#Statement> }"
    distinct = query.replace("SELECT", "SELECT DISTINCT")
    for text in (query, distinct):
        found, here = RemoteStore(address).select(text), shipped.store.select(text)
        assert sorted(map(repr, found.rows)) == sorted(map(repr, here.rows))
        assert len(found.rows) > 10_000


class Recorder:
    """A store that keeps the text of every query."""

    def __init__(self, opened: OpenStore) -> None:
        self._store = opened.store
        self.texts: set[str] = set()

    def select(self, query: str) -> Solutions:
        self.texts.add(query)
        return self._store.select(query)

    def __getattr__(self, name: str) -> object:
        inner = getattr(self._store, name)

        def recorded(query: str, *rest: object) -> object:
            self.texts.add(query)
            return inner(query, *rest)

        return recorded


def forbidden(query: str) -> str:
    """What in a query some engine cannot run, or runs wrongly; "" for a query without."""
    found = list(lexer.tokens(query))
    for before, token, after in zip([None, *found[:-1]], found, [*found[1:], None], strict=True):
        if before and token.text in ("*", "+", "?") and before.text == ")" and after and after.text != "{":
            opening = _opening(found, before)
            inside = [t.text for t in found if opening < t.start < before.start]
            if {"|", "/", "^"} & set(inside):
                return "a repeated path of several properties"
        if before and before.kind == "variable" and token.text == "<=" and after and after.kind == "string":
            return "a variable that is at most a literal"
        if token.kind == "word" and token.text.upper() == "SERVICE":
            return "SERVICE"
    listed = re.findall(r"NOT IN \(([^()]*)\)", query)
    if any(part.count(",") >= 20 for part in listed):
        return "a long list of what is left out"
    if len(listed) > 5:
        return "many lists of what is left out"
    return "more than 500 addresses" if sum(t.kind in ("iri", "name") for t in found) > 1200 else ""


def _opening(found: list[lexer.Token], closing: lexer.Token) -> int:
    depth = 0
    for token in reversed([t for t in found if t.start <= closing.start]):
        depth += (token.text == ")") - (token.text == "(")
        if depth == 0:
            return token.start
    return 0


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { ?a (<a:p>|<a:q>)+ ?b }",
        "SELECT * { ?a (<a:p>/<a:q>)* ?b }",
        "SELECT * { ?a <a:p> ?d FILTER(?d <= '2004-01-01'^^<a:date>) }",
        "SELECT * { ?a <a:p> ?d FILTER(?d NOT IN (" + ", ".join(["<a:x>"] * 30) + ")) }",
    ],
)
def test_what_engines_cannot_run_is_recognized(query: str) -> None:
    assert forbidden(query)
    assert not forbidden("SELECT * { ?a <a:p>+ ?b FILTER(!(?d > '2004-01-01'^^<a:date>)) FILTER(?n <= 4 * (1 + 2)) }")


def test_no_query_of_ours_has_what_engines_cannot_run(
    shipped: OpenStore, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    recorder = Recorder(shipped)
    from tocgraph.cli import session

    monkeypatch.setattr(session, "opened", lambda *_, **__: shipped._replace(store=recorder))  # type: ignore[arg-type]
    for number, question in enumerate(FAMILIES.values()):
        main(["ask", question, *(["--as-of", "2010"] if number % 2 else [])])
    for line in REPORTS[:-4]:
        main(shlex.split(line))
    capsys.readouterr()
    assert len(recorder.texts) > 200
    assert [(forbidden(text), text) for text in sorted(recorder.texts) if forbidden(text)] == []
    # Only the compiled store knows the prefixes that a query does not declare.
    empty = pyoxigraph.Store()
    for text in sorted(recorder.texts):
        empty.query(text)
