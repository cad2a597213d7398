"""The page for everyone: axe-core finds nothing serious on any view, in either language, light or dark."""

from __future__ import annotations

from pathlib import Path

import pytest
import required
from browsing import Browser

pytestmark = pytest.mark.browser

RUN = """
const done = arguments[arguments.length - 1];
axe.run(document, {resultTypes: ['violations']}).then(
  (found) => done(found.violations.filter(({impact}) => impact === 'serious' || impact === 'critical')
    .map(({id, nodes}) => [id, nodes.slice(0, 3).map(({html, failureSummary}) => html.slice(0, 160) + ' ' + failureSummary)])),
  (error) => done([['axe failed', [String(error)]]]));
"""  # noqa: E501

VIEWS = {
    "overview": "",
    "surroundings": "#interpol",
    "in the overview": "#interpol?g=overview",
    "path": "#?path=interpol,monusco",
    "table": "#?v=table",
    "entities": "#?v=table&rows=entities",
    "timeline": "#?v=timeline",
    "dates of one": "#minusma?v=timeline",
    "sources": "#interpol?v=sources",
}


def arabic(fragment: str) -> str:
    place, mark, query = fragment.partition("?")
    return f"{place or '#'}/ar{mark}{query}"


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("view", VIEWS)
def test_no_serious_violation(browser: Browser, pages: dict[str, Path], view: str, language: str) -> None:
    script = required.axe()
    fragment = VIEWS[view] if language == "en" else arabic(VIEWS[view])
    page = "whole" if view in ("path", "entities") else "tiny"
    browser.open(pages[page], fragment)
    browser.find("#filter-toggle").click()
    browser.wait(lambda: browser.all("#facets .facet"))
    browser.script("document.querySelectorAll('#facets details').forEach((facet) => { facet.open = true; })")
    browser.script(script)
    assert browser.driver.execute_async_script(RUN) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_keep_their_contrast(browser: Browser, pages: dict[str, Path], scheme: str) -> None:
    script = required.axe()
    feature = [{"name": "prefers-color-scheme", "value": scheme}, {"name": "prefers-reduced-motion", "value": "reduce"}]
    browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": feature})
    try:
        for fragment in ("", "#untoc", "#?v=table", "#?v=timeline", "#untoc?v=sources"):
            browser.open(pages["tiny"], fragment)
            browser.script(script)
            assert browser.driver.execute_async_script(RUN) == [], fragment
    finally:
        browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": feature[1:]})


def test_at_double_size_nothing_is_lost(browser: Browser, pages: dict[str, Path]) -> None:
    # Zoom to 200 % on a screen of 1280 by 1024 leaves 640 by 512 (WCAG 2.2, 1.4.4 and 1.4.10).
    metrics = {"width": 640, "height": 512, "deviceScaleFactor": 2, "mobile": False}
    browser.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    try:
        for fragment in ("", "#untoc", "#untoc/ar", "#?v=timeline", "#untoc?v=sources"):
            browser.open(pages["tiny"], fragment)
            assert browser.script("return document.documentElement.scrollWidth") <= 640, fragment
            assert browser.find("#panel h2").is_displayed()
    finally:
        browser.driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_every_label_carries_its_language(browser: Browser, pages: dict[str, Path]) -> None:
    for fragment in ("#interpol", "#interpol/ar"):
        browser.open(pages["tiny"], fragment)
        wrong = browser.script("""
            const arabic = /[\\u0600-\\u06ff]/;
            const language = (element) => element.closest('[lang]').lang;
            return [...document.querySelectorAll('#panel bdi, #panel h2, #panel .description')]
              .filter((element) => (language(element) === 'ar') !== arabic.test(element.textContent)
                || (getComputedStyle(element).direction === 'rtl') !== arabic.test(element.textContent))
              .map((element) => element.outerHTML);
        """)
        assert wrong == []
