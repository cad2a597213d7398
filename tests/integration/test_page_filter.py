"""The filter set by hand, opening and closing, back and forward, and pages that are hard to show."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import TINY, Browser

from tocgraph.explorer.contents import Contents, contents
from tocgraph.explorer.page import MOST_DRAWN, page
from tocgraph.exporters.selection import select
from tocgraph.store import open_store
from tocgraph.store.claims import CitedPlace, Claim

pytestmark = pytest.mark.browser

LONG = "W" * 300
TURNED = "\u202eexe.jpg \u2066name\u202d end"


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Contents]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TOCGRAPH_CACHE", str(tmp_path_factory.mktemp("cache")))
        opened = open_store(TINY)
        selection = select(opened)
        yield contents(opened, selection.entities, selection.claims)


@pytest.fixture(scope="module")
def hard(tiny: Contents, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page with words of 300 letters, and with characters that turn the direction of a text by force."""
    mali, interpol = tiny.entities["mali"], tiny.entities["interpol"]
    entities = {
        **tiny.entities,
        "mali": {**mali, "label": {"en": TURNED, "ar": f"\u202d{mali['label']['ar']}"}, "description": {"en": TURNED}},
        "interpol": {**interpol, "label": {"en": LONG, "ar": "ط" * 300}, "aliases": {}, "description": {"en": LONG}},
    }
    claims = [
        c._replace(
            qualifiers={"task": {"en": TURNED + LONG}},
            citations=tuple(p._replace(at=TURNED + LONG) for p in c.citations),
        )
        for c in tiny.claims
    ]
    sources = {s: {**spec, "title": TURNED + LONG} for s, spec in tiny.sources.items()}
    file = tmp_path_factory.mktemp("hard") / "hard.html"
    file.write_text(page(tiny._replace(entities=entities, claims=claims, sources=sources)), "utf-8")
    return file


@pytest.fixture(scope="module")
def large(tiny: Contents, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page of one entity more than is drawn whole, each related to the next."""
    names = [f"e{n:05d}" for n in range(MOST_DRAWN + 1)]
    place = (CitedPlace("interpol-site", "INTERPOL", "paragraph 1"),)
    claims = [
        Claim(f"c{a}", a, "cooperates-with", b, None, "", "", "normal", {}, {}, place)
        for a, b in itertools.pairwise(names)
    ]
    entities = {n: {"type": "organization", "label": {"en": f"Body {n[1:]}", "ar": f"الهيئة {n[1:]}"}} for n in names}
    file = tmp_path_factory.mktemp("large") / "large.html"
    file.write_text(page(tiny._replace(entities=entities, claims=claims)), "utf-8")
    return file


def open_facet(browser: Browser, kind: str) -> None:
    if not browser.find("#facets").is_displayed():
        browser.find("#filter-toggle").click()
        browser.wait(lambda: browser.all("#facets .facet"))
    if not browser.script("return document.querySelector(arguments[0]).open", f"[data-facet={kind}]"):
        browser.find(f"[data-facet={kind}] summary").click()


def only(browser: Browser, kind: str, name: str) -> None:
    """Presses "only" beside the entry of that name."""
    for entry in browser.all(f"[data-facet={kind}] li"):
        if entry.find_element("css selector", "label span[dir]").text == name:
            browser.script("arguments[0].click()", entry.find_element("css selector", "button"))
            browser.settled()
            return
    raise AssertionError(f"{name} is not in the filter")


def test_the_filter_keeps_one_source(browser: Browser, pages: dict[str, Path]) -> None:
    browser.open(pages["tiny"], "#?v=table")
    before = browser.rows()
    open_facet(browser, "sources")
    title = browser.find("[data-facet=sources] li label span[dir]").text
    only(browser, "sources", title)
    found = browser.rows()
    assert 0 < len(found) < len(before)
    assert all(title in row[6] for row in found)
    assert "s=" in browser.script("return location.hash")
    browser.find("#tabs a[data-view=sources]").click()
    browser.settled()
    assert [work.text for work in browser.all(".works summary b")] == [title]


def test_the_filter_keeps_one_standing(browser: Browser, pages: dict[str, Path]) -> None:
    browser.open(pages["tiny"], "#?v=table")
    open_facet(browser, "standings")
    only(browser, "standings", "Disputed")
    assert {row[5] for row in browser.rows()} == {"disputed"}
    browser.find("[data-facet=standings] .chip").click()
    browser.settled()
    assert len({row[5] for row in browser.rows()}) > 1


def test_the_filter_leaves_out_and_brings_back_a_relation_type(browser: Browser, pages: dict[str, Path]) -> None:
    browser.open(pages["tiny"], "#?v=table")
    before = browser.rows()
    open_facet(browser, "relations")
    name = browser.find("[data-facet=relations] li label span[dir]").text
    box = browser.find("[data-facet=relations] li input")
    browser.script("arguments[0].click()", box)
    browser.settled()
    left = browser.rows()
    assert 0 < len(left) < len(before)
    assert name.lower() not in {row[1].lower() for row in left}
    browser.script("arguments[0].click()", browser.find("[data-facet=relations] li input"))
    browser.settled()
    assert browser.rows() == before
    assert browser.script("return location.hash") == "#?v=table"


def test_the_filter_keeps_a_period_and_what_has_no_date(browser: Browser, pages: dict[str, Path]) -> None:
    from selenium.webdriver.common.keys import Keys

    browser.open(pages["tiny"], "#?v=table")
    undated = [row for row in browser.rows() if not row[3] and not row[4] and not row[2][:4].isdigit()]
    open_facet(browser, "period")
    for field, year in (("since", "2014"), ("until", "2015")):
        browser.find(f"#period-{field}").send_keys(year, Keys.TAB)
        browser.wait(lambda said=f"={year}": said in browser.script("return location.hash"))
        browser.settled()
    found = browser.rows()
    assert undated
    assert all(row in found for row in undated)
    assert all((not row[3] or row[3] <= "2016") and (not row[4] or row[4] >= "2014") for row in found)
    assert any(row[3] and row[4] for row in found)  # what began before and ended later holds within


def visit(browser: Browser, told: str) -> None:
    """Goes through the drawing by keyboard until what is said begins like this pattern."""
    from selenium.webdriver.common.keys import Keys

    browser.script("document.querySelector('#graph-view').focus()")
    browser.press(Keys.HOME)
    for _ in range(200):
        browser.press(Keys.ARROW_DOWN)
        if re.match(told, browser.find("#notice").text):
            return
    raise AssertionError(f"nothing in the drawing is called {told}")


def test_a_neighbour_is_opened_and_closed(browser: Browser, pages: dict[str, Path]) -> None:
    from selenium.webdriver.common.keys import Keys

    browser.open(pages["tiny"], "#untoc")
    drawn = "return document.querySelector('#graph').dataset.labels"
    closed = browser.script(drawn)
    visit(browser, "Show the relations of")
    browser.press(Keys.ENTER)
    browser.wait(lambda: "open=" in browser.script("return location.hash"))
    browser.settled()
    assert int(browser.script(drawn)) > int(closed)
    visit(browser, "Hide the relations of")
    browser.press(Keys.ENTER)
    browser.wait(lambda: "open=" not in browser.script("return location.hash"))
    browser.settled()
    assert browser.script(drawn) == closed


def test_a_large_group_is_one_box_until_it_is_opened(browser: Browser, pages: dict[str, Path]) -> None:
    from selenium.webdriver.common.keys import Keys

    browser.open(pages["whole"], "#untoc")
    drawn = "return document.querySelector('#graph').dataset.labels"
    closed = int(browser.script(drawn))
    visit(browser, r"\d+ (states|articles)")
    browser.press(Keys.ENTER)
    browser.wait(lambda: "open=" in browser.script("return location.hash"))
    browser.settled()
    assert int(browser.script(drawn)) > closed + 30
    visit(browser, "Show fewer")
    browser.press(Keys.ENTER)
    browser.wait(lambda: "open=" not in browser.script("return location.hash"))
    browser.settled()
    assert int(browser.script(drawn)) == closed


def test_back_and_forward_lead_through_what_was_seen(browser: Browser, pages: dict[str, Path]) -> None:
    browser.open(pages["tiny"])
    seen = ["The whole graph"]
    for selector in ("#panel .start a[href='#untoc']", "#tabs a[data-view=table]", "#language"):
        browser.find(selector).click()
        browser.settled()
        seen.append(browser.find("#panel h2").text + browser.find("#tabs a[aria-current]").text)
    for told in (seen[2], seen[1]):
        browser.driver.back()
        browser.settled()
        assert browser.find("#panel h2").text + browser.find("#tabs a[aria-current]").text == told
    browser.driver.back()
    browser.settled()
    assert browser.find("#panel h2").text == seen[0]
    for told in seen[1:]:
        browser.driver.forward()
        browser.settled()
        assert browser.find("#panel h2").text + browser.find("#tabs a[aria-current]").text == told


def test_a_graph_too_large_to_draw_opens_with_the_table(browser: Browser, large: Path) -> None:
    browser.open(large)
    assert "20,001 entities this graph is too large to draw whole" in browser.find("#panel .large").text
    assert browser.find("#tabs a[aria-current]").get_attribute("data-view") == "table"
    assert len(browser.rows()) == 100
    assert browser.search("body 12345")[0] == "e12345"
    browser.press("\ue007")
    browser.wait(lambda: "e12345" in browser.script("return location.hash"))
    browser.find("#tabs a[data-view=graph]").click()
    browser.settled()
    assert int(browser.find("#graph").get_attribute("data-labels")) >= 4  # the entity, its relation, both neighbours
    assert not browser.find("#drawing").is_displayed()
    browser.open(large, "#/ar?v=table")
    assert "20,001" in browser.find("#panel .large").text


@pytest.mark.parametrize("view", ["graph", "table", "timeline", "sources"])
@pytest.mark.parametrize("width", [390, 1280])
def test_hard_texts_stay_in_their_place(browser: Browser, hard: Path, view: str, width: int) -> None:
    with browser.sized(width, 844, mobile=width < 600):
        for fragment in (f"#interpol?v={view}", f"#mali/ar?v={view}"):
            browser.open(hard, fragment)
            assert browser.script("return document.documentElement.scrollWidth") <= width
            assert not set("\u202e\u202d\u2066") & set(browser.script("return document.body.textContent"))
            assert not set("\u202e\u202d\u2066") & set(browser.driver.title)


@pytest.mark.parametrize("fragment", ["#untoc?v=table", "#untoc/ar?v=table", "#?v=table&rows=entities"])
def test_rows_are_read_without_sideways_scrolling(browser: Browser, pages: dict[str, Path], fragment: str) -> None:
    # A telephone, and a screen of 1280 at 200 % (WCAG 2.2, 1.4.10).
    for width in (390, 640):
        with browser.sized(width, 844):
            browser.open(pages["tiny"], fragment)
            beyond = "const box = document.querySelector('.scroll'); return box.scrollWidth - box.clientWidth"
            assert browser.script(beyond) <= 0
            assert browser.find("tbody [role=cell]").is_displayed()
