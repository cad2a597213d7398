"""The views of the page over one filter: graph, table, timeline, sources; paths, deep links, files to keep."""

from __future__ import annotations

import csv
import io
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from browsing import Browser

pytestmark = pytest.mark.browser


def rows(browser: Browser) -> list[list[str]]:
    return browser.script(
        "return [...document.querySelectorAll('tbody tr')].map(row => [...row.cells].map(cell => cell.textContent))"
    )


def downloaded(browser: Browser, name: str) -> str:
    file = browser.downloads / name
    return browser.wait(lambda: file.exists() and file.read_text("utf-8"))


def test_the_surroundings_name_their_relations_once(browser: Browser, pages: dict[str, Path]) -> None:
    browser.open(pages["whole"], "#unodc")
    boxes = int(browser.find("#graph").get_attribute("data-labels"))
    assert boxes > 8
    browser.open(pages["whole"], "#unodc?open=uncac")
    assert int(browser.find("#graph").get_attribute("data-labels")) > boxes


def test_neighbours_open_and_close_by_keyboard(browser: Browser, pages: dict[str, Path]) -> None:
    from selenium.webdriver.common.keys import Keys

    browser.open(pages["tiny"], "#untoc")
    browser.script("document.querySelector('#graph-view').focus()")
    before = browser.find("#graph").get_attribute("data-labels")
    for _ in range(12):
        browser.press(Keys.ARROW_DOWN)
        if browser.find("#notice").text.startswith("Show the relations of"):
            break
    else:
        pytest.fail("no neighbour of UNTOC can be opened")
    browser.press(Keys.ENTER)
    browser.wait(lambda: "open=" in browser.script("return location.hash"))
    browser.settled()
    assert browser.find("#graph").get_attribute("data-labels") != before
    browser.driver.back()
    browser.settled()
    assert browser.find("#graph").get_attribute("data-labels") == before


def test_the_table_holds_the_relations_and_sorts(browser: Browser, pages: dict[str, Path]) -> None:
    browser.open(pages["tiny"], "#untoc?v=table")
    found = rows(browser)
    assert found
    assert all("UNTOC" in " ".join(row) for row in found)
    browser.find("thead a[href*='sort=since']").click()
    browser.settled()
    dates = [row[3] for row in rows(browser) if row[3]]
    assert dates == sorted(dates)
    assert browser.find("th[aria-sort=ascending]").text.startswith("Since")
    browser.find("thead a[href*='sort=-since']").click()
    browser.settled()
    assert [row[3] for row in rows(browser) if row[3]] == dates[::-1]


def test_the_table_turns_its_pages(browser: Browser, pages: dict[str, Path]) -> None:
    browser.open(pages["whole"], "#?v=table&rows=entities&sort=name")
    first = rows(browser)
    assert len(first) == 100
    browser.find(".pager a").click()
    browser.settled()
    assert "Page 2" in browser.find(".pager").text
    assert rows(browser) != first


def test_shown_rows_are_saved_with_their_sources(browser: Browser, pages: dict[str, Path]) -> None:
    browser.open(pages["tiny"], "#untoc?v=table")
    shown = rows(browser)
    browser.find("#csv").click()
    text = downloaded(browser, "tocgraph-relations.csv")
    assert text.startswith("\ufeff")
    saved = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    assert len(saved) == len(shown)
    assert all(row["sources"] for row in saved)
    assert {row["subject"] for row in saved} | {row["object"] for row in saved} >= {"untoc"}


def test_a_picture_is_saved_as_svg(browser: Browser, pages: dict[str, Path]) -> None:
    for fragment, name in (("", "tocgraph-overview.svg"), ("#interpol/ar", "tocgraph-interpol.svg")):
        browser.open(pages["tiny"], fragment)
        browser.find("#save-title").click()
        browser.find("#save-svg").click()
        root = ElementTree.fromstring(downloaded(browser, name))
        texts = "".join(root.itertext())
        assert "CC BY 4.0" in texts
        assert ("الإنتربول" if fragment else "INTERPOL") in texts


def test_a_picture_is_saved_as_png(browser: Browser, pages: dict[str, Path]) -> None:
    browser.open(pages["tiny"], "#untoc?v=graph")
    browser.find("#save-title").click()
    browser.find("#save-png").click()
    file = browser.downloads / "tocgraph-untoc.png"
    # Signature and first chunk (PNG 5.2 and 11.2.2): width and height are real.
    head = browser.wait(lambda: file.exists() and file.read_bytes()[:24])
    assert head[:8] == b"\x89PNG\r\n\x1a\n"
    assert int.from_bytes(head[16:20], "big") > 400


def test_dates_stand_on_the_timeline(browser: Browser, pages: dict[str, Path]) -> None:
    browser.open(pages["whole"], "#?v=timeline")
    text = browser.find("#view").text
    assert "2000-11-15 was adopted on" in text
    assert len(browser.all(".dot-date")) > 100
    browser.open(pages["whole"], "#untoc/ar?v=timeline")
    assert "2003-09-29" in browser.find("#view").text


def test_sources_list_what_rests_on_them(browser: Browser, pages: dict[str, Path]) -> None:
    browser.open(pages["tiny"], "#?v=sources")
    assert len(browser.all(".works > li")) > 2
    browser.find(".works summary").click()
    browser.wait(lambda: browser.all(".said li"))
    assert browser.find(".said .at").text
    browser.find(".works .work-links a[href*='s=']").click()
    browser.settled()
    assert len(browser.all(".works > li")) == 1
    assert "Filter (on)" in browser.find("#filter-toggle").text


def test_one_filter_holds_for_every_view(browser: Browser, pages: dict[str, Path]) -> None:
    browser.open(pages["whole"], "#?v=table&r=party-to&rows=relations")
    assert {row[1] for row in rows(browser)} == {"is party to"}
    count = browser.find("#shown").text
    browser.find("#tabs a[data-view=sources]").click()
    browser.settled()
    assert browser.find("#shown").text == count
    browser.find("#tabs a[data-view=graph]").click()
    browser.settled()
    assert browser.find("#shown").text == count


def test_the_filter_is_set_by_hand(browser: Browser, pages: dict[str, Path]) -> None:
    from selenium.webdriver.common.keys import Keys

    browser.open(pages["whole"], "#?v=table")
    browser.find("#filter-toggle").click()
    browser.wait(lambda: browser.all("#facets .facet"))
    browser.script("document.querySelector('[data-facet=types] li button').click()")
    browser.settled()
    assert "?v=table&t=" in browser.script("return location.hash")
    browser.find("#facets a.chip").click()
    browser.settled()
    browser.find("[data-facet=period] summary").click()
    field = browser.find("#period-since")
    field.send_keys("2011", Keys.TAB)
    browser.wait(lambda: "from=2011" in browser.script("return location.hash"))
    browser.settled()
    # What ended before is gone; what has no date stays.
    ended = browser.script(
        "return [...document.querySelectorAll('tbody td:nth-child(5)')].map(cell => cell.textContent)"
    )
    assert all(not date or date >= "2011" for date in ended)
    field = browser.find("#period-until")
    field.send_keys("soon", Keys.TAB)
    browser.wait(lambda: "soon is not a date" in browser.find("#notice").text)


def test_a_path_is_found_drawn_and_cited(browser: Browser, pages: dict[str, Path]) -> None:
    from selenium.webdriver.common.keys import Keys

    browser.open(pages["whole"], "#interpol")
    browser.find("#path-from").click()
    browser.press("monusco")
    browser.wait(lambda: browser.all("#path-to-hits [data-id=monusco]"))
    browser.press(Keys.ENTER)
    browser.wait(lambda: "path=interpol,monusco" in browser.script("return location.hash"))
    browser.settled()
    assert browser.all("#panel .way")
    for way in browser.all("#panel .way"):
        assert way.find_elements("css selector", ".mark")
    assert int(browser.find("#graph").get_attribute("data-labels")) >= 5
    assert browser.find("#panel .citations").is_displayed()


def test_without_a_way_the_page_says_so(browser: Browser, pages: dict[str, Path]) -> None:
    browser.open(pages["whole"], "#?path=interpol,monusco&r=borders")
    assert "No way leads" in browser.find("#panel").text


def test_an_address_reopens_the_same_page(browser: Browser, pages: dict[str, Path]) -> None:
    address = "#untoc/ar?v=table&t=-state&from=2000&to=2010&sort=-since"
    browser.open(pages["whole"], address)
    told = (browser.find("#view").text, browser.find("#shown").text)
    assert browser.script("return document.documentElement.lang") == "ar"
    browser.open(pages["whole"], address)
    assert (browser.find("#view").text, browser.find("#shown").text) == told
    for tab in ("timeline", "sources", "graph"):
        browser.find(f"#tabs a[data-view={tab}]").click()
        browser.settled()
        assert "t=-state" in browser.script("return location.hash")
    browser.driver.back()
    browser.settled()
    assert browser.find("#tabs a[aria-current]").get_attribute("data-view") == "sources"


@pytest.mark.parametrize(
    "fragment", ["#?v=nowhere&t=none&from=tomorrow&sort=<b>&page=-3", "#?path=a,b", "#untoc?open=~~,x&s=%zz"]
)
def test_a_broken_address_shows_what_it_can(browser: Browser, pages: dict[str, Path], fragment: str) -> None:
    browser.open(pages["tiny"], fragment)
    assert browser.find("#panel h2").text
    assert browser.find("#tabs a[aria-current]").get_attribute("data-view") == "graph"


def test_everything_is_reached_without_a_mouse(browser: Browser, pages: dict[str, Path]) -> None:
    from selenium.webdriver.common.keys import Keys

    browser.open(pages["tiny"])
    for key, view in (("2", "table"), ("3", "timeline"), ("4", "sources"), ("1", "graph")):
        browser.script("document.body.focus()")
        browser.press(key)
        browser.settled()
        assert browser.find("#tabs a[aria-current]").get_attribute("data-view") == view
    browser.press("/")
    assert browser.script("return document.activeElement.id") == "search"
    browser.press("untoc", Keys.ENTER)
    browser.wait(lambda: browser.script("return location.hash") == "#untoc")
    browser.settled()
    browser.script("document.querySelector('#graph-view').focus()")
    browser.press(Keys.ARROW_DOWN)
    browser.press(Keys.ARROW_DOWN)
    assert browser.find("#notice").text
    browser.script("document.activeElement.blur()")
    browser.press(Keys.ESCAPE)
    browser.wait(lambda: browser.script("return location.hash") in ("", "#"))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("unodoc", "unodc"), ("interpool", "interpol"), ("الانتربول", "interpol"), ("اتفاقيه باليرموو", "untoc")],
)
def test_a_typing_error_still_finds(browser: Browser, pages: dict[str, Path], typed: str, meant: str) -> None:
    browser.open(pages["whole"])
    assert meant in browser.search(typed)


def test_it_prints_what_is_shown(browser: Browser, pages: dict[str, Path]) -> None:
    import base64

    browser.open(pages["tiny"], "#untoc?v=table")
    printed = browser.driver.execute_cdp_cmd("Page.printToPDF", {"printBackground": True})
    assert base64.b64decode(printed["data"]).startswith(b"%PDF")
    browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    try:
        assert not browser.find(".tools").is_displayed()
        assert browser.find("#view table").is_displayed()
        assert browser.find("#panel .citations").is_displayed()
    finally:
        browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})


def test_it_works_in_the_frame_of_a_notebook(browser: Browser, pages: dict[str, Path], tmp_path: Path) -> None:
    from tocgraph import View

    notebook = tmp_path / "notebook.html"
    frame = View(pages["tiny"].read_text("utf-8"))._repr_html_()
    notebook.write_text(f"<!DOCTYPE html><meta charset=utf-8><title>notebook</title>{frame}", "utf-8")
    browser.driver.get(notebook.as_uri())
    browser.driver.switch_to.frame(browser.find("iframe"))
    try:
        browser.wait(lambda: browser.all("#panel .start a"))
        browser.settled()
        browser.find("#panel .start a").click()
        browser.wait(lambda: browser.script("return location.hash") != "")
        browser.settled()
        assert browser.find("#panel").get_attribute("data-entity") == browser.script("return location.hash.slice(1)")
    finally:
        browser.driver.switch_to.default_content()
