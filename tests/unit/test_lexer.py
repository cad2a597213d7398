"""SERVICE is found by the terminals of SPARQL: the same verdict as rdflib's parser, and nobody is called."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocgraph.errors import QueryError, StoreError
from tocgraph.store.embedded import EmbeddedStore
from tocgraph.store.lexer import decoded, kept_here, tokens

CALLED = "http://127.0.0.1:9/"

PLAIN = (
    "SELECT * { ?s ?p ?o }",
    "SELECT * { ?s ?p 'SERVICE <http://x/> {}' }",
    "SELECT * { ?s ?p \"it's SERVICE\" }",
    "SELECT * { ?s ?p '''a ' SERVICE \" ''' }",
    'SELECT * { ?s ?p """a " SERVICE \'\'\' # """ }',
    "SELECT * { ?s ?p 'a\\' SERVICE <x> {' }",
    "SELECT * { ?s ?p '\\\\' } # SERVICE <x> {}",
    "SELECT * { # SERVICE <http://x/> { ?s ?p ?o }\n ?s ?p ?o }",
    "SELECT * { <http://x/SERVICE> ?p <http://x/#SERVICE> }",
    "SELECT ?service $SERVICE { ?service ?p $SERVICE }",
    "PREFIX service: <http://x/> SELECT * { service:service service:SERVICE ?o }",
    "PREFIX my.service-x: <http://x/> SELECT * { ?s my.service-x:a.b ?o FILTER(?o != my.service-x:) }",
    "SELECT * { ?s ?p 'x'@service-en }",
    "PREFIX e: <http://x/> SELECT * { ?s e:SERVICE [] . _:SERVICE ?p ?o }",
    "PREFIX e: <http://x/> SELECT * { ?s e:a\\-SERVICE ?o }",
    "SELECT * { ?s ?p ?o FILTER(?s < ?o && ?o > 1 || STR(?s) = 'SERVICE') }",
    "SELECT (COUNT(*) AS ?service) { { ?s ?p ?o } }",
    "SELECT * { ?s ?p 'S\\u0045RVICE' }",
    "ASK { ?s (<x:a#service>|^<http://x/b#c>)+ ?o VALUES (?a ?b) { (<http://x/a#b> <http://x/c#d>) ('service' 1) } }",
    "CONSTRUCT { ?s ?p 'service' } WHERE { ?s ?p ?o }",
)  # fmt: skip
CALLING = (
    f"SELECT * {{ SERVICE <{CALLED}> {{ ?s ?p ?o }} }}",
    f"SELECT * {{ service silent <{CALLED}> {{ ?s ?p ?o }} }}",
    f"PREFIX e: <{CALLED}> SELECT * {{ ?s ?p ?o . Service e:x {{ ?s ?p ?o }} }}",
    "SELECT * { ?s ?p ?g SERVICE ?g { ?a ?b ?c } }",
    f'SELECT * {{ ?s ?p "\'" . SERVICE <{CALLED}> {{ ?s ?p "\'" }} }}',
    f"SELECT * {{ ?s ?p ?o FILTER(?s < 1) SERVICE <{CALLED}> {{ ?s ?p ?o }} }}",
    f"SELECT * {{ OPTIONAL {{ {{ SELECT * {{ SERVICE SILENT <{CALLED}> {{ ?s ?p ?o }} }} }} }} }}",
    f"SELECT * {{ ?s ?p ?o FILTER EXISTS {{ SERVICE <{CALLED}> {{ ?s ?p ?o }} }} }}",
    f"SELECT * {{ # comment\rSERVICE <{CALLED}> {{ ?s ?p ?o }} }}",
    f"ASK {{ ?s ?p 'a\\\\' . SERVICE <{CALLED}> {{ ?s ?p 'b' }} }}",
    f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ ?s ?p 1.SERVICE<{CALLED}>{{ ?s ?p ?o }} }}",
)
HIDDEN = (  # rdflib does not read these: it takes # in a text or an address for a comment, or sees an error
    f"SELECT * {{ <http://x/#> ?p ?o . SERVICE <{CALLED}> {{ ?s ?p ?o }} }}",
    f"SELECT * {{ ?s ?p '#' . SERVICE <{CALLED}> {{ ?s ?p ?o }} }}",
    f"PREFIX : <{CALLED}> SELECT * {{ SERVICE:{{ ?s ?p ?o }} }}",
    f"PREFIX service: <http://x/> PREFIX : <{CALLED}> SELECT * {{ service:{{ ?s ?p ?o }} }}",
    f"PREFIX : <{CALLED}> SELECT * {{ ?s ?p trueSERVICE:{{ ?s ?p ?o }} }}",
    f"SELECT * {{ ?s ?p trueSERVICE<{CALLED}>{{ ?s ?p ?o }} }}",
    f"SELECT * {{ ?s ?p 1SERVICE<{CALLED}>{{ ?s ?p ?o }} }}",
    f"SELECT * {{ OPTIONAL {{ SERVICESILENT<{CALLED}>{{ ?s ?p ?o }} }} }}",
    f"SELECT * {{ ?a ?p ?b FILTER(?a<?b#>'''\n|| true) SERVICE <{CALLED}> {{ ?s ?q ?o }} #'''\n}}",
    f"SELECT * {{ ?a ?p ?b FILTER(?a<'''>''' || true) SERVICE <{CALLED}> {{ ?s ?q ?o }} FILTER('''''' = '''') }}",
    f"SELECT * {{ FILTER('a\\u005C' != 'x') SERVICE <{CALLED}> {{ ?s ?p ?o }} FILTER('a' != '') }}",
    f"SELECT * {{ # \\u000A SERVICE <{CALLED}> {{ ?s ?p ?o }}\n }}",
    f"SELECT * {{ S\\u0045RVICE <{CALLED}> {{ ?s ?p ?o }} }}",
    f"SELECT * {{ \\U00000053ERVICE <{CALLED}> {{ ?s ?p ?o }} }}",
    f"SELECT * {{ FILTER('\\u0027 != '') SERVICE <{CALLED}> {{ ?s ?p ?o }} }}",
    f"SELECT * {{ \u017fERVICE <{CALLED}> {{ ?s ?p ?o }} }}",
)


def rdflib_sees_service(query: str) -> bool:
    """Whether rdflib's algebra of a query has a SERVICE clause anywhere."""
    from rdflib.plugins.sparql.algebra import translateQuery
    from rdflib.plugins.sparql.parser import parseQuery
    from rdflib.plugins.sparql.parserutils import CompValue

    def found(part: Any) -> bool:
        if isinstance(part, CompValue):
            return part.name == "ServiceGraphPattern" or any(found(value) for value in part.values())
        return isinstance(part, list | tuple | set) and any(found(value) for value in part)

    return found(translateQuery(parseQuery(query)).algebra)


def refused(query: str) -> bool:
    try:
        kept_here(query)
    except QueryError as error:
        return "SERVICE" in error.message
    return False


@pytest.mark.parametrize("query", PLAIN)
def test_the_word_alone_is_no_service(query: str) -> None:
    assert not rdflib_sees_service(query)
    assert not refused(query)
    EmbeddedStore(pyoxigraph.Store()).run(query, lambda results: results)


@pytest.mark.parametrize("query", CALLING)
def test_every_service_is_refused(query: str) -> None:
    assert rdflib_sees_service(query.replace("\r", "\n"))
    assert refused(query)


@pytest.fixture(scope="module")
def called() -> Iterator[list[str]]:
    """Who was called on a server of this machine; queries name it by the address CALLED."""
    calls: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            calls.append(self.path)
            self.send_error(500)

        do_GET = do_POST  # noqa: N815

        def log_message(self, *args: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    calls.append(f"http://127.0.0.1:{server.server_address[1]}/")
    yield calls
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.mark.parametrize("query", CALLING + HIDDEN)
def test_nothing_calls_another_machine(query: str, called: list[str]) -> None:
    del called[1:]
    held = pyoxigraph.Store()
    held.add(pyoxigraph.Quad(pyoxigraph.NamedNode("a:a"), pyoxigraph.NamedNode("a:b"), pyoxigraph.Literal(1)))
    with pytest.raises((QueryError, StoreError)):
        EmbeddedStore(held).run(query.replace(CALLED, called[0]), lambda results: list(results))
    assert called[1:] == []


def test_the_check_of_the_checks_is_real(called: list[str]) -> None:
    # Oxigraph itself does call, also where the grammar has no SERVICE: the tests above would notice.
    del called[1:]
    for query in (CALLING[0], *(q for q in HIDDEN if "service:{" in q or "?b#" in q)):
        held = pyoxigraph.Store()
        held.add(pyoxigraph.Quad(pyoxigraph.NamedNode("a:a"), pyoxigraph.NamedNode("a:b"), pyoxigraph.Literal(1)))
        with pytest.raises(OSError, match="500"):
            list(held.query(query.replace(CALLED, called[0])))  # type: ignore[arg-type]
    assert len(called) == 4


def test_a_renamed_prefix_means_the_same() -> None:
    store = EmbeddedStore(pyoxigraph.Store())
    query = "PREFIX service: <http://x/> PREFIX p0: <http://y/> SELECT (service:a AS ?a) (p0:service AS ?b) {}"
    row = store.select(query).rows[0]
    assert (row["a"].value, row["b"].value) == ("http://x/a", "http://y/service")


def test_terminals() -> None:
    text = "PREFIX a.b: <http://x/> # note\nSELECT ?x{?x a.b:c.d 'q'@ar-EG,-1.5e3;!<p>/<q>.}"
    assert [(t.kind, t.text) for t in tokens(text)] == [
        ("word", "PREFIX"), ("name", "a.b:"), ("iri", "<http://x/>"), ("word", "SELECT"), ("variable", "?x"),
        ("mark", "{"), ("variable", "?x"), ("name", "a.b:c.d"), ("string", "'q'"), ("language", "@ar-EG"),
        ("mark", ","), ("mark", "-"), ("number", "1.5e3"), ("mark", ";"), ("mark", "!"), ("iri", "<p>"), ("mark", "/"),
        ("iri", "<q>"), ("mark", "."), ("mark", "}"),
    ]  # fmt: skip


@given(st.text(alphabet=" \n'\"\\<>#{}():?u0045SERVICEservice.\u0633"))
def test_any_text_is_cut_or_refused(text: str) -> None:
    try:
        kept = kept_here(text)
    except QueryError as error:
        assert error.message
    else:
        assert kept == text or "service" in text.casefold()


@given(st.text(alphabet="\\uU00045aé𐀀"))
def test_escapes_are_decoded_once(text: str) -> None:
    escaped = "".join(f"\\U{ord(c):08X}" for c in text)
    assert decoded(escaped) == text
