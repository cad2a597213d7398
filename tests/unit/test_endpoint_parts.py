"""The parts behind an endpoint, with plain values: digests, queries on their way, terms of every engine."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tocgraph.errors import StoreError
from tocgraph.push.receiver import Receiver, address_of_graphs
from tocgraph.store import credentials, portable, results
from tocgraph.store.base import Solutions, Term

XSD = results.XSD
RFC7616 = {
    "realm": "http-auth@example.org",
    "nonce": "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v",
    "qop": "auth, auth-int",
    "opaque": "FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS",
}
CNONCE = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ"


@pytest.mark.parametrize(
    ("algorithm", "response"),
    [
        ("MD5", "8ca523f5e9506fed4657c9700eebdbec"),
        ("SHA-256", "753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"),
    ],
)
def test_the_digests_of_the_standard(algorithm: str, response: str) -> None:
    """RFC 7616, section 3.9.1."""
    challenge = {**RFC7616, "algorithm": algorithm}
    said = credentials.digest(challenge, "Mufasa", "Circle of Life", "GET", "/dir/index.html", 1, CNONCE)
    assert f'response="{response}"' in said
    assert f"algorithm={algorithm}, qop=auth, nc=00000001" in said


def test_a_digest_without_qop() -> None:
    """RFC 2069 with the erratum 749 of its example."""
    challenge = {"realm": "testrealm@host.com", "nonce": "dcd98b7102dd2f0e8b11d0f600bfb0c093"}
    said = credentials.digest(challenge, "Mufasa", "CircleOfLife", "GET", "/dir/index.html", 1)
    assert 'response="1949323746fe6a43ef61f9606e7febea"' in said
    assert "qop" not in said


def test_challenges_are_told_apart() -> None:
    found = credentials.challenges(
        ['Digest realm="a, b", nonce="n\\"1", algorithm=SHA-512-256, Basic realm="simple"', "Negotiate"]
    )
    assert set(found) == {"digest", "basic", "negotiate"}
    assert found["digest"]["realm"] == "a, b"
    assert found["digest"]["nonce"] == 'n"1'
    two = credentials.challenges(['Digest realm="r", nonce="1", algorithm=RIPEMD', 'Digest realm="r", nonce="2"'])
    assert two["digest"]["nonce"] == "2"


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("TOCGRAPH_ENDPOINT_AUTH", "kerberos", "is none of digest, basic, bearer"),
        ("TOCGRAPH_ENDPOINT_AUTH", "bearer", "is set, but not TOCGRAPH_ENDPOINT_TOKEN"),
        ("TOCGRAPH_ENDPOINT_AUTH", "digest", "is set, but not TOCGRAPH_ENDPOINT_USER"),
        ("TOCGRAPH_ENDPOINT_TOKEN", "a b\r\nX: y", "holds characters that no bearer token has"),
        ("TOCGRAPH_ENDPOINT_USER", "a:b", "holds characters that cannot be sent"),
    ],
)
def test_an_environment_that_makes_no_sense(name: str, value: str, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(StoreError, match=re.escape(said)) as raised:
        credentials.Credentials("https", "example.org")
    assert "X: y" not in raised.value.message


DAY = '"2004-01-01"^^xsd:date'


@pytest.mark.parametrize(
    ("query", "sent"),
    [
        (f"SELECT * {{ ?s ?p ?d FILTER(?d <= {DAY}) }}", 'SELECT * { ?s ?p ?d FILTER(?d <= xsd:date("2004-01-01")) }'),
        (f"ASK {{ FILTER({DAY}>=?d) }}", 'ASK { FILTER(xsd:date("2004-01-01")>=?d) }'),
        ('ASK { FILTER(?d < "x"^^<http://a#dateTime>) }', 'ASK { FILTER(?d < <http://a#dateTime>("x")) }'),
        (f"ASK {{ ?s ?p {DAY} }}", None),
        (f"ASK {{ VALUES ?d {{ {DAY} }} }}", None),
        ('ASK { FILTER(?d <= "4"^^xsd:decimal) }', None),
        ("""ASK { FILTER(?d = '<= "2004"^^xsd:date') }""", None),
        (f"# <= {DAY}\nASK {{}}", None),
        ('SELECT broken " {', None),
    ],
)
def test_days_that_are_compared_become_calls(query: str, sent: str | None) -> None:
    assert portable.portable(query) == (sent or query)


def test_pages_stand_around_the_query() -> None:
    parts = portable.taken_apart("PREFIX a: <http://a#>\nSELECT DISTINCT ?x WHERE { ?x a:b ?y } # end")
    assert parts is not None
    assert parts.form == "SELECT"
    inside = "{ SELECT DISTINCT ?x WHERE { ?x a:b ?y } # end\n}"
    assert portable.page(parts, 10, 20) == f"PREFIX a: <http://a#>\nSELECT * WHERE {{ {inside} }} LIMIT 10 OFFSET 20"
    assert "SELECT ?x WHERE" in portable.page(parts, 10, 20, ["x"])
    assert portable.taken_apart("SELECT * FROM <g:g> { ?s ?p ?o }") is None
    assert portable.taken_apart("nothing") is None
    assert portable.taken_apart("SELECT * { { SELECT ?s { ?s ?from ?o } } }") is not None


@pytest.mark.parametrize(
    ("query", "variables"),
    [
        ("CONSTRUCT { ?s <a:p> ?o . ?o <a:q> ?s } WHERE { ?s ?p ?o } LIMIT 5", ["s", "o"]),
        ("CONSTRUCT WHERE { ?s ?p ?o }", ["s", "p", "o"]),
        ("CONSTRUCT { ?s <a:p> _:b } { ?s ?p ?o }", ["s"]),
    ],
)
def test_a_construct_becomes_a_select(query: str, variables: list[str]) -> None:
    made = portable.constructed(query)
    assert made is not None
    assert made.variables == variables
    assert made.query.startswith("SELECT ?s")
    rows = [{name: Term("iri", f"urn:{name}{n}") for name in variables} for n in range(3)]
    assert len(results.instantiated("", made.template, variables, rows)) >= 3


def test_what_cannot_be_told_from_the_text_stays_a_construct() -> None:
    assert portable.constructed("CONSTRUCT { <a:a> <a:b> <a:c> } WHERE { ?s ?p ?o }") is None
    assert portable.constructed("CONSTRUCT WHERE { ?s ?p [] }") is None
    assert portable.constructed("DESCRIBE <a:a>") is None


@pytest.mark.parametrize(
    ("value", "term"),
    [
        ({"type": "typed-literal", "value": "1", "datatype": f"{XSD}boolean"}, ("true", "", f"{XSD}boolean")),
        ({"type": "literal", "value": "1.10", "datatype": f"{XSD}decimal"}, ("1.1", "", f"{XSD}decimal")),
        ({"type": "literal", "value": "-0.0", "datatype": f"{XSD}decimal"}, ("0", "", f"{XSD}decimal")),
        ({"type": "literal", "value": "100", "datatype": f"{XSD}decimal"}, ("100", "", f"{XSD}decimal")),
        ({"type": "literal", "value": "+01", "datatype": f"{XSD}integer"}, ("1", "", f"{XSD}integer")),
        ({"type": "literal", "value": "1.50", "datatype": f"{XSD}double"}, ("1.5", "", f"{XSD}double")),
        ({"type": "literal", "value": "ten", "datatype": f"{XSD}integer"}, ("ten", "", f"{XSD}integer")),
        ({"type": "literal", "value": "2004", "datatype": f"{XSD}gYear"}, ("2004", "", f"{XSD}gYear")),
        ({"type": "literal", "value": "x", "datatype": f"{XSD}string"}, ("x", "", "")),
        ({"type": "literal", "value": "x", "xml:lang": "EN-GB"}, ("x", "en-gb", "")),
    ],
)
def test_terms_of_all_engines_are_spelt_alike(value: dict[str, str], term: tuple[str, str, str]) -> None:
    assert results.read_term(value) == Term("literal", *term)


@settings(max_examples=40, deadline=None)
@given(st.text(), st.sampled_from(["json", "xml", "tsv", "csv"]))
def test_any_text_survives_writing(text: str, form: str) -> None:
    kept = "".join(c for c in text if c.isprintable())
    written = results.write_solutions(Solutions(["x"], [{"x": Term("literal", kept, "ar")}]), form)
    if form == "json":
        assert json.loads(written)["results"]["bindings"][0]["x"] == {
            "type": "literal",
            "value": kept,
            "xml:lang": "ar",
        }
    else:
        assert len(written) > len(kept)


@pytest.mark.parametrize(
    ("endpoint", "server", "address"),
    [
        ("http://h:7878/query", "Oxigraph/0.5.13", "http://h:7878/store"),
        ("http://h:8890/sparql?a=b", "Virtuoso/07.20.3229 (Linux)", "http://h:8890/sparql-graph-crud-auth"),
        ("http://h:3030/ds/query", "Apache Jena Fuseki (5.0.0)", "http://h:3030/ds/data"),
        ("http://h:3030/ds", "Apache Jena Fuseki", "http://h:3030/ds/data"),
        ("https://h/repositories/toc", "GraphDB/10", "https://h/repositories/toc/rdf-graphs/service"),
        (
            "https://db.cluster-x.eu-west-1.neptune.amazonaws.com:8182/sparql",
            "",
            "https://db.cluster-x.eu-west-1.neptune.amazonaws.com:8182/sparql/gsp/",
        ),
    ],
)
def test_where_known_servers_take_graphs(endpoint: str, server: str, address: str) -> None:
    assert address_of_graphs(endpoint, server) == address


def test_other_servers_are_not_guessed() -> None:
    with pytest.raises(StoreError, match="is not known") as raised:
        address_of_graphs("https://h/sparql?secret=1", "nginx")
    assert "--graph-store" in raised.value.hint
    assert "secret" not in raised.value.message


@pytest.mark.parametrize("graph", ["graph", "", "urn:a b", "urn:<x>", "../x"])
def test_a_name_of_a_graph_that_is_none(graph: str) -> None:
    with pytest.raises(StoreError, match="is no name of a graph"):
        Receiver("http://127.0.0.1/store", graph)
