"""The exported page in a real browser, without a network: it draws, is searched, cites, and stays harmless."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import required

from tocgraph.exporters import export
from tocgraph.store import open_store

pytestmark = pytest.mark.browser

TINY = Path(__file__).parent.parent / "data" / "tiny"
HOSTILE = "<img src=x onerror=alert(1)>"
HOSTILE_ENTITY = f"""
- id: hostile-body
  type: organization
  label: {{en: "{HOSTILE}", ar: "هيئة <script>alert(2)</script>"}}
  aliases: {{en: ["</script><script>alert(3)</script>"]}}
  description: "<b onmouseover=alert(4)>bold</b>"
  identifiers: {{website: "javascript:alert(5)"}}
"""
HOSTILE_CLAIM = """
- subject: hostile-body
  relation: cooperates-with
  object: interpol
  qualifiers: {task: {en: "<svg onload=alert(6)>", ar: "<svg onload=alert(6)>"}}
  cite: [{source: interpol-site, at: "<iframe src=javascript:alert(7)>"}]
"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Path]]:
    """The tiny graph with a hostile entity, and the installed graph, as pages."""
    folder = tmp_path_factory.mktemp("pages")
    data = folder / "data"
    shutil.copytree(TINY, data)
    entities = (data / "entities.yaml").read_text("utf-8")
    interpol = "\n- id: interpol\n"
    (data / "entities.yaml").write_text(entities.replace(interpol, HOSTILE_ENTITY + interpol), "utf-8")
    relations = (data / "relations.yaml").read_text("utf-8")
    first, rest = relations.split("\n- subject: interpol\n", 1)
    (data / "relations.yaml").write_text(f"{first}{HOSTILE_CLAIM}\n- subject: interpol\n{rest}", "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TOCGRAPH_CACHE", str(folder / "cache"))
        export(open_store(data), "html", folder / "tiny.html")
        export(open_store(), "html", folder / "whole.html")
    yield {"tiny": folder / "tiny.html", "whole": folder / "whole.html"}


class Browser:
    """A Chromium that may load nothing but files, and a record of what it asked for."""

    def __init__(self, profile: Path) -> None:
        from selenium import webdriver
        from selenium.webdriver.chrome.service import Service

        options = webdriver.ChromeOptions()
        options.binary_location = required.browser("chromium")
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        for argument in (
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--window-size=1280,860",
            f"--user-data-dir={profile}",
        ):
            options.add_argument(argument)
        self.driver: Any = webdriver.Chrome(options=options, service=Service(required.browser("chromedriver")))
        command = self.driver.execute_cdp_cmd
        command("Network.enable", {})
        command("Network.setBlockedURLs", {"urls": ["http://*", "https://*", "ws://*", "wss://*", "ftp://*"]})
        offline = {"offline": True, "latency": 0, "downloadThroughput": 0, "uploadThroughput": 0}
        command("Network.emulateNetworkConditions", offline)
        calm = [{"name": "prefers-reduced-motion", "value": "reduce"}]
        command("Emulation.setEmulatedMedia", {"features": calm})

    def open(self, page: Path, fragment: str = "") -> None:
        self.driver.get("about:blank")
        self.driver.get(page.as_uri() + fragment)
        self.wait(lambda: self.driver.execute_script("return document.documentElement.dataset.ready") == "true")

    def wait(self, holds: Callable[[], Any], seconds: float = 20) -> Any:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if result := holds():
                return result
            time.sleep(0.05)
        raise AssertionError("the page did not get there in time")

    def find(self, selector: str) -> Any:
        return self.driver.find_element("css selector", selector)

    def all(self, selector: str) -> list[Any]:
        return list(self.driver.find_elements("css selector", selector))

    def search(self, text: str) -> list[str]:
        """Types into the search box; gives the ids that are offered."""
        box = self.find("#search")
        box.clear()
        box.send_keys(text)
        return [hit.get_attribute("data-id") for hit in self.all("#hits [role=option]")]

    def press(self, *keys: str) -> None:
        self.driver.switch_to.active_element.send_keys(*keys)

    def requests(self) -> list[str]:
        """Every address asked for since the last call, the page's own files and data aside."""
        found = []
        for entry in self.driver.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                found.append(message["params"]["request"]["url"])
        return [url for url in found if not url.startswith(("file:", "data:", "about:"))]


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    required.browser("chromium")
    required.browser("chromedriver")
    browser = Browser(tmp_path_factory.mktemp("profile"))
    yield browser
    browser.driver.quit()


@pytest.fixture
def browser(chromium: Browser) -> Iterator[Browser]:
    """The browser for one test; whatever the test did, nothing was asked for and nothing went wrong."""
    chromium.driver.get_log("browser")
    chromium.requests()
    yield chromium
    from selenium.common.exceptions import NoAlertPresentException

    with pytest.raises(NoAlertPresentException):
        _ = chromium.driver.switch_to.alert.text
    assert chromium.requests() == []
    assert [entry["message"] for entry in chromium.driver.get_log("browser")] == []


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
    assert browser.driver.execute_script("return location.hash") == "#untoc"
    assert browser.driver.execute_script("return document.activeElement.id") == "panel"
    panel = browser.find("#panel")
    assert "convention" in panel.find_element("css selector", ".type").text
    assert "اتفاقية الأمم المتحدة" in panel.find_element("css selector", ".second").text
    works = [work.text for work in browser.all("#panel .work")]
    assert any("Article 33, paragraph 1" in work and "Protocols thereto" in work for work in works)
    marks = browser.all("#panel .mark")
    assert marks
    marks[0].click()
    assert browser.driver.execute_script("return document.activeElement.id") == "citation-1"


@pytest.mark.parametrize("spelling", ["اتفاقية باليرمو", "إتفاقيه باليرمو", "اِتِّفَاقِيَّة باليرمو", "باليرمو"])
def test_an_arabic_name_is_found_however_it_is_spelt(browser: Browser, pages: dict[str, Path], spelling: str) -> None:
    browser.open(pages["tiny"])
    assert browser.search(spelling)[0] == "untoc"


def test_search_says_when_there_is_nothing(browser: Browser, pages: dict[str, Path]) -> None:
    from selenium.webdriver.common.keys import Keys

    browser.open(pages["tiny"])
    assert browser.search("zzzz") == []
    assert browser.find("#hits .none").is_displayed()
    browser.press(Keys.ESCAPE)
    assert not browser.find("#hits").is_displayed()


def test_a_click_on_an_entity_shows_it(browser: Browser, pages: dict[str, Path]) -> None:
    from selenium.webdriver.common.action_chains import ActionChains

    browser.open(pages["tiny"], "#mali")
    # The chosen entity and its neighbours are in view; with one neighbour both stand clear of each other.
    stage = browser.find("#graph canvas")
    width, height = stage.size["width"], stage.size["height"]
    seen = set()
    for step in range(3, 17):
        for other in range(3, 17):
            x, y = round(width * (step / 20 - 0.5)), round(height * (other / 20 - 0.5))
            ActionChains(browser.driver).move_to_element_with_offset(stage, x, y).perform()
            if "pointing" in browser.find("#graph").get_attribute("class"):
                ActionChains(browser.driver).click().perform()
                seen.add(browser.wait(lambda: browser.find("#panel h2").text))
                break
        if seen:
            break
    if not seen:
        pytest.fail("no entity lies under a grid of points over the graph")
    assert browser.driver.execute_script("return location.hash") != ""


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
    browser.driver.back()
    browser.wait(lambda: browser.find("#panel h2").text == "UNTOC article 16")
    browser.find("#panel a.back").click()
    browser.wait(lambda: browser.find("#panel h2").text == "The whole graph")


def test_arabic_turns_the_page_round(browser: Browser, pages: dict[str, Path]) -> None:
    browser.open(pages["tiny"], "#interpol")
    browser.find("#language").click()
    browser.wait(lambda: browser.find("#panel h2").text == "الإنتربول")
    root = browser.driver.execute_script("return [document.documentElement.lang, document.documentElement.dir]")
    assert root == ["ar", "rtl"]
    assert browser.driver.execute_script("return location.hash") == "#interpol/ar"
    assert browser.find("#panel").location["x"] < browser.find("#graph").location["x"]
    assert browser.find("#panel .second bdi").get_attribute("dir") == "ltr"
    assert "محل خلاف" in browser.find("#panel").text


def test_the_legend_hides_and_shows_a_type(browser: Browser, pages: dict[str, Path]) -> None:
    browser.open(pages["tiny"])
    button = browser.find("#legend-types button")
    assert button.get_attribute("aria-pressed") == "true"
    before = int(browser.find("#graph").get_attribute("data-labels"))
    button.click()
    assert button.get_attribute("aria-pressed") == "false"
    browser.wait(lambda: int(browser.find("#graph").get_attribute("data-labels")) < before)
    button.click()
    browser.wait(lambda: int(browser.find("#graph").get_attribute("data-labels")) == before)


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
    assert browser.find("#hits li .names").text.startswith(HOSTILE)
    assert browser.all("#panel img, #panel b, #panel svg, #panel iframe, #hits img") == []
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
