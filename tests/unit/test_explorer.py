"""The page as text: what it carries, that no text in it can act, and where the entities stand."""

from __future__ import annotations

import base64
import hashlib
import itertools
import json
import math
import re
import zlib
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from tocgraph.explorer.contents import Contents, contents
from tocgraph.explorer.layout import positions
from tocgraph.explorer.page import MOST_DRAWN, page, places
from tocgraph.exporters.selection import select
from tocgraph.store import OpenStore

HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(1)>\u2028&amp;"


@pytest.fixture(scope="module")
def shown(opened: OpenStore) -> Contents:
    selection = select(opened)
    return contents(opened, selection.entities, selection.claims)


class Parts(HTMLParser):
    """The elements, attributes and script texts of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.attributes: list[tuple[str, str, str | None]] = []
        self.texts: list[tuple[str, dict[str, str | None], str]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes += [(tag, name, value) for name, value in attrs]
        self.texts.append((tag, dict(attrs), ""))

    def handle_data(self, data: str) -> None:
        if self.texts:
            tag, attributes, text = self.texts[-1]
            self.texts[-1] = (tag, attributes, text + data)


def block(text: str, name: str) -> Any:
    """A packed block of the page as JSON values."""
    found = [body for tag, attributes, body in Parts(text).texts if tag == "script" and attributes.get("id") == name]
    assert len(found) == 1
    return json.loads(zlib.decompress(base64.b64decode(found[0])))


def test_contents_carry_claims_with_citations(shown: Contents) -> None:
    assert len(shown.entities) == 9
    assert len([claim for claim in shown.claims if not claim.rule]) == 16
    assert [claim.object for claim in shown.claims if claim.rule] == ["extradition"]
    assert shown.rules["part-provides"]["en"] == "what a part provides for the whole provides for"
    assert shown.entities["interpol"]["label"] == {"ar": "الإنتربول", "en": "INTERPOL"}
    assert shown.entities["interpol"]["identifiers"]["wikidata"] == "Q8475"
    assert shown.sources["unsc-2100"]["authors"] == ["Security Council"]
    assert all(claim.citations for claim in shown.claims)
    assert shown.types["un-body"]["root"] == "actor"


def test_an_entity_that_only_a_qualifier_names_is_mentioned(opened: OpenStore) -> None:
    selection = select(opened, "trafficking-in-persons", 1)
    found = contents(opened, selection.entities, selection.claims)
    assert "mali" not in found.entities
    assert found.mentioned == {"mali": {"ar": "مالي", "en": "Mali"}}


def test_the_columns_hold_every_entity_claim_and_citation(shown: Contents) -> None:
    text = page(shown)
    core, details = block(text, "core"), block(text, "details")
    entities, claims = core["entities"], core["claims"]
    assert entities["id"] == sorted(shown.entities)
    assert all(len(column) == len(entities["id"]) for column in entities.values())
    assert all(len(column) == len(shown.claims) for column in [*claims.values(), *details["claims"].values()])
    for n, claim in enumerate(shown.claims):
        assert entities["id"][claims["s"][n]] == claim.subject
        assert core["relations"][claims["r"][n]]["id"] == claim.relation
        assert (entities["id"][claims["o"][n]] if claims["o"][n] >= 0 else None) == claim.object
        assert core["standings"][claims["standing"][n]] == claim.standing
        cite = details["claims"]["cite"][n]
        places = [
            (core["about"]["sources"][s], details["pinpoints"][at]) for s, at in zip(cite[::2], cite[1::2], strict=True)
        ]
        assert places == [(c.source, c.at) for c in claim.citations]
    assert all(isinstance(place, int) for place in [*entities["x"], *entities["y"]])


def test_a_graph_too_large_to_draw_has_no_places(shown: Contents) -> None:
    many = {f"e{n}": {"type": "convention", "label": {"en": f"e{n}"}} for n in range(MOST_DRAWN + 1)}
    assert places(shown._replace(entities=many, claims=[])) == {}


def test_the_same_contents_give_the_same_page(shown: Contents) -> None:
    assert page(shown) == page(shown)


def test_the_page_is_one_file_that_asks_for_nothing(shown: Contents) -> None:
    parts = Parts(page(shown))
    names = {name for _, name, value in parts.attributes if (name, value) != ("href", "#")}
    assert not names & {"src", "href", "srcset", "action", "style"}
    assert not [name for name in names if name.startswith("on")]
    assert not [tag for tag, _, _ in parts.texts if tag in ("link", "iframe", "object", "embed", "img", "base")]
    assert "sourceMappingURL" not in page(shown)


def test_the_policy_admits_exactly_the_scripts_and_styles_of_the_page(shown: Contents) -> None:
    parts = Parts(page(shown))
    policy = next(a["content"] for tag, a, _ in parts.texts if tag == "meta" and "http-equiv" in a)
    assert policy is not None
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    assert "http" not in policy

    def digest(body: str) -> str:
        return base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()

    bodies = [re.findall(rf"<{element}>(.*?)</{element}>", page(shown), re.DOTALL) for element in ("script", "style")]
    # vis-network runs when it is first needed: it is packed, and the policy names it too.
    bodies[0].append(block(page(shown), "network"))
    for directive, texts in zip(("script-src", "style-src"), bodies, strict=True):
        allowed = next(d for d in policy.split("; ") if d.startswith(directive))
        assert set(re.findall(r"'sha256-([^']+)'", allowed)) == {digest(text) for text in texts}
    assert [len(texts) for texts in bodies] == [2, 1]


def test_hostile_texts_stay_data(shown: Contents) -> None:
    entity = {**shown.entities["mali"], "label": {"en": HOSTILE}, "description": {"en": HOSTILE}}
    altered = shown._replace(entities={**shown.entities, "mali": entity})
    text = page(altered, {"around": "mali", "depth": 1})
    core = block(text, "core")
    assert core["entities"]["en"][core["entities"]["id"].index("mali")] == HOSTILE
    tags = [tag for tag, _, _ in Parts(text).texts]
    assert tags.count("script") == 4
    assert "img" not in tags
    assert "<title>&lt;/script&gt;" in text


def test_the_page_says_what_it_shows(shown: Contents) -> None:
    text = page(shown, {"around": "untoc", "depth": 2, "as_of": "2010", "query": "what is UNTOC"})
    about = block(text, "core")["about"]
    assert (about["as_of"], about["query"]) == ("2010", "what is UNTOC")
    assert about["around"] == "untoc"
    assert about["depth"] == 2
    assert about["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert len(about["data"]) == 24
    assert "<title>UNTOC · tocgraph</title>" in text


def test_every_text_of_the_page_exists_in_both_languages() -> None:
    source = (Path(page.__code__.co_filename).parent / "scripts" / "words.js").read_text("utf-8")
    english, arabic = source.split("  ar: {")
    names = [re.findall(r'^    "?([\w-]+)"?:', part, re.MULTILINE) for part in (english, arabic)]
    assert names[0] == names[1]
    assert len(names[0]) > 30


def test_the_same_graph_stands_in_the_same_places() -> None:
    ids = [f"e{i}" for i in range(60)]
    pairs = [(f"e{i}", f"e{(i * 7 + 1) % 60}") for i in range(60)]
    sizes = dict.fromkeys(ids, 8.0)
    first = positions(ids, pairs, sizes)
    assert positions(list(reversed(ids)), list(reversed(pairs)), sizes) == first


def test_no_two_entities_overlap() -> None:
    ids = [f"e{i}" for i in range(80)]
    pairs = [("e0", other) for other in ids[1:40]] + [("e40", other) for other in ids[41:70]]
    sizes = {i: 25.0 if i in ("e0", "e40") else 7.0 for i in ids}
    found = positions(ids, pairs, sizes)
    for a, b in itertools.combinations(ids, 2):
        assert math.dist(found[a], found[b]) > sizes[a] + sizes[b]


@pytest.mark.parametrize("ids", [[], ["only"], ["a", "b", "c"]])
def test_graphs_without_relations_are_laid_out_too(ids: list[str]) -> None:
    found = positions(ids, [], dict.fromkeys(ids, 5.0))
    assert set(found) == set(ids)
    assert len(set(found.values())) == len(ids)
