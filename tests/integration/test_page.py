"""The exported page in a real browser, without a network: it draws, is searched, cites, and stays harmless."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from browsing import HOSTILE, Browser

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("page", ["tiny", "whole"])
def test_it_opens_and_names_the_most_connected(browser: Browser, pages: dict[str, Path], page: str) -> None:
    browser.open(pages[page])
    browser.wait(lambda: int(browser.find("#graph").get_attribute("data-labels") or 0) > 3)
    assert browser.driver.title == "tocgraph: international cooperation against transnational organized crime"
    assert browser.find("#panel h2").text == "The whole graph"
    assert len(browser.all("#panel .start a")) == 8
    panel = browser.find("#panel").text
    assert "Creative Commons Attribution 4.0" in panel
    assert "How to cite" in panel


def test_an_english_name_is_found_and_cited(browser: Browser, pages: dict[str, Path]) -> None:
    from selenium.webdriver.common.keys import Keys

    browser.open(pages["tiny"])
    assert browser.search("palermo conv")[0] == "untoc"
    browser.press(Keys.ARROW_DOWN, Keys.ENTER)
    browser.wait(lambda: browser.find("#panel h2").text == "UNTOC")
    browser.settled()
    assert browser.driver.execute_script("return location.hash") == "#untoc"
    assert browser.driver.execute_script("return document.activeElement.id") == "panel"
    panel = browser.find("#panel")
    assert panel.find_element("css selector", ".type").text == "Convention"
    assert "اتفاقية الأمم المتحدة" in panel.find_element("css selector", ".second").text
    works = [work.text for work in browser.all("#panel .work")]
    assert any("Article 33, paragraph 1" in work and "Protocols thereto" in work for work in works)
    marks = browser.all("#panel .mark")
    assert marks
    first = marks[0].text
    marks[0].click()
    assert browser.script("return document.activeElement.id") == f"citation-{first}"


@pytest.mark.parametrize("spelling", ["اتفاقية باليرمو", "إتفاقيه باليرمو", "اِتِّفَاقِيَّة باليرمو", "باليرمو"])
def test_an_arabic_name_is_found_however_it_is_spelt(browser: Browser, pages: dict[str, Path], spelling: str) -> None:
    browser.open(pages["tiny"])
    assert browser.search(spelling)[0] == "untoc"


def test_search_says_when_there_is_nothing(browser: Browser, pages: dict[str, Path]) -> None:
    from selenium.webdriver.common.keys import Keys

    browser.open(pages["tiny"])
    assert browser.search("zzzz") == []
    assert browser.find("#search-hits .none").is_displayed()
    browser.press(Keys.ESCAPE)
    assert not browser.find("#search-hits").is_displayed()


def test_a_click_on_an_entity_shows_it(browser: Browser, pages: dict[str, Path]) -> None:
    from selenium.webdriver.common.action_chains import ActionChains

    browser.open(pages["tiny"])
    stage = browser.find("#graph canvas")
    width, height = stage.size["width"], stage.size["height"]
    for step in range(400):
        x, y = round(width * (step % 20 / 20 - 0.49)), round(height * (step // 20 / 20 - 0.49))
        ActionChains(browser.driver, duration=0).move_to_element_with_offset(stage, x, y).perform()
        if "pointing" in browser.find("#graph").get_attribute("class"):
            break
    else:
        names = browser.script("return document.querySelector('#graph').dataset.labels")
        pytest.fail(f"no entity lies under the points tried, though {names} of them are named")
    ActionChains(browser.driver).click().perform()
    browser.wait(lambda: browser.script("return location.hash") != "")
    browser.settled()
    assert browser.find("#panel").get_attribute("data-entity") == browser.script("return location.hash.slice(1)")


def test_standing_dates_and_qualifiers_are_told(browser: Browser, pages: dict[str, Path]) -> None:
    browser.open(pages["tiny"], "#interpol")
    assert browser.find("#panel .standing.disputed").text == "disputed"
    assert "before there was an organization" in browser.find("#panel li.disputed .note").text
    text = browser.find("#panel").text
    assert "since 2016-05" in text
    assert "training and exchange of information" in text
    browser.open(pages["tiny"], "#minusma")
    assert "2013-04-25 – 2023-12" in browser.find("#panel").text
    browser.open(pages["tiny"], "#untoc")
    assert browser.find("#panel .standing.rejected").text == "rejected"


def test_links_lead_from_entity_to_entity_and_back(browser: Browser, pages: dict[str, Path]) -> None:
    browser.open(pages["tiny"], "#untoc-art-16")
    browser.find("#panel a.entity[href='#extradition']").click()
    browser.wait(lambda: browser.find("#panel h2").text == "Extradition")
    browser.settled()
    browser.driver.back()
    browser.wait(lambda: browser.find("#panel h2").text == "UNTOC article 16")
    browser.settled()
    browser.find("#panel a.back").click()
    browser.wait(lambda: browser.find("#panel h2").text == "The whole graph")
    browser.settled()


def test_arabic_turns_the_page_round(browser: Browser, pages: dict[str, Path]) -> None:
    browser.open(pages["tiny"], "#interpol")
    browser.find("#language").click()
    browser.wait(lambda: browser.find("#panel h2").text == "الإنتربول")
    browser.settled()
    root = browser.driver.execute_script("return [document.documentElement.lang, document.documentElement.dir]")
    assert root == ["ar", "rtl"]
    assert browser.driver.execute_script("return location.hash") == "#interpol/ar"
    assert browser.find("#panel").location["x"] < browser.find("#graph").location["x"]
    assert browser.find("#panel .second bdi").get_attribute("dir") == "ltr"
    assert "محل خلاف" in browser.find("#panel").text


def test_the_legend_hides_and_shows_a_type(browser: Browser, pages: dict[str, Path]) -> None:
    browser.open(pages["tiny"])
    before = browser.find("#shown").text
    button = browser.find("#legend-list button")
    assert button.get_attribute("aria-pressed") == "true"
    button.click()
    browser.settled()
    button = browser.find("#legend-list button")
    assert button.get_attribute("aria-pressed") == "false"
    assert browser.find("#shown").text != before
    button.click()
    browser.settled()
    assert browser.find("#shown").text == before


def test_the_lists_are_reached_by_keyboard(browser: Browser, pages: dict[str, Path]) -> None:
    from selenium.webdriver.common.keys import Keys

    browser.open(pages["tiny"])
    summary = browser.find("#panel .shelves summary")
    browser.driver.execute_script("arguments[0].focus()", summary)
    browser.press(Keys.ENTER)
    browser.wait(lambda: browser.all("#panel .shelves details[open] a"))
    browser.press(Keys.TAB)
    browser.press(Keys.ENTER)
    browser.wait(lambda: browser.driver.execute_script("return location.hash") != "")


def test_dark_and_light_can_be_chosen(browser: Browser, pages: dict[str, Path]) -> None:
    browser.open(pages["tiny"])
    colour = "return getComputedStyle(document.body).backgroundColor"
    before = browser.driver.execute_script(colour)
    browser.find("#theme").click()
    assert browser.driver.execute_script(colour) != before
    browser.find("#theme").click()
    assert browser.driver.execute_script(colour) == before


def test_hostile_texts_stay_text(browser: Browser, pages: dict[str, Path]) -> None:
    browser.open(pages["tiny"], "#hostile-body")
    assert browser.find("#panel h2").text == HOSTILE
    text = browser.find("#panel").text
    for part in (
        "<script>alert(2)</script>",
        "<b onmouseover=alert(4)>bold</b>",
        "javascript:alert(5)",
        "<svg onload=alert(6)>",
        "<iframe src=javascript:alert(7)>",
    ):
        assert part in text
    assert browser.search("<img")[:1] == ["hostile-body"]
    assert browser.find("#search-hits li .names").text.startswith(HOSTILE)
    assert browser.all("#panel img, #panel b, #panel svg, #panel iframe, #search-hits img") == []
    assert browser.all("a[href^='javascript']") == []
    assert browser.driver.title == f"{HOSTILE} · tocgraph"
    time.sleep(0.3)  # an image that failed to load would have run its handler by now


def test_an_unknown_fragment_shows_the_overview(browser: Browser, pages: dict[str, Path]) -> None:
    for fragment in ("#nobody", "#__proto__", "#%E0%A4%A", "#constructor"):
        browser.open(pages["tiny"], fragment)
        assert browser.find("#panel h2").text == "The whole graph"


def test_it_fits_a_telephone(browser: Browser, pages: dict[str, Path]) -> None:
    metrics = {"width": 390, "height": 844, "deviceScaleFactor": 2, "mobile": True}
    browser.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    try:
        for fragment in ("#untoc", "#untoc/ar"):
            browser.open(pages["tiny"], fragment)
            assert browser.driver.execute_script("return document.documentElement.scrollWidth") <= 390
    finally:
        browser.driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
