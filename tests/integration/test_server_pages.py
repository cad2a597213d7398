"""The service's pages in a browser: for everyone, without scripts of others, in both languages, and the explorer."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.error import HTTPError
from urllib.parse import quote
from urllib.request import urlopen

import pytest
import required
import serving
from browsing import Browser, hostile_data
from serving import Service
from test_page_access import RUN

from tocgraph.cli import main

pytestmark = pytest.mark.browser

PAGES = {
    "home": "/",
    "answer": f"/ask?q={quote('which bodies implement UNTOC')}",
    "refusal": f"/ask?q={quote('who stole my bicycle')}",
    "find": "/find?q=inter",
    "entity": "/id/interpol",
    "queries": "/sparql",
    "result": f"/sparql?query={quote('SELECT ?s ?p { ?s ?p ?o } LIMIT 5')}&format=html",
    "schema": "/schema",
    "missing": "/id/nothing-of-that-name",
}


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    required.browser("chromium")
    folder = tmp_path_factory.mktemp("service")
    data = hostile_data(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TOCGRAPH_CACHE", str(folder / "cache"))
        main(["build", "--data-dir", str(data)])
        with serving.served(data, folder, "--workers", "1") as running:
            running.wait("ready")
            yield running


@pytest.fixture(scope="module")
def surfer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    required.browser("chromedriver")
    browser = Browser(tmp_path_factory.mktemp("surfer"), loopback=True)
    yield browser
    browser.driver.quit()


def visit(surfer: Browser, service: Service, path: str) -> None:
    surfer.driver.get(service.address + path)
    asked = surfer.requests()
    assert asked and all(url.startswith(service.address) for url in asked)


def made(service: Service) -> bool:
    """Whether the explorer, which is made in the background, is there."""
    try:
        with urlopen(f"{service.address}/explorer") as answer:
            return bool(answer.status == 200)
    except HTTPError as error:
        with error:
            assert (error.code, "Retry-After" in error.headers) == (503, True)
        return False


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("page", PAGES)
def test_no_serious_violation(surfer: Browser, service: Service, page: str, language: str) -> None:
    script = required.axe()
    path = PAGES[page]
    visit(surfer, service, f"{path}{'&' if '?' in path else '?'}lang={language}")
    assert surfer.script("return document.documentElement.lang") == language
    assert surfer.script("return getComputedStyle(document.body).direction") == ("rtl" if language == "ar" else "ltr")
    assert surfer.all("main") and surfer.all("h1")
    assert surfer.script("return document.scripts.length") == 0
    # The page's own policy forbids scripts; the one of the test is let in by the protocol of the browser.
    surfer.driver.execute_cdp_cmd("Page.setBypassCSP", {"enabled": True})
    surfer.driver.refresh()
    surfer.script(script)
    assert surfer.driver.execute_async_script(RUN) == []


def test_a_telephone_needs_no_sideways_scrolling(surfer: Browser, service: Service) -> None:
    with surfer.sized(390, 844, mobile=True):
        for path in PAGES.values():
            visit(surfer, service, path)
            assert surfer.script("return document.documentElement.scrollWidth") <= 390, path


def test_the_explorer_opens_and_asks_for_nothing_more(surfer: Browser, service: Service) -> None:
    surfer.wait(lambda: made(service), 60)
    visit(surfer, service, "/explorer")
    surfer.wait(lambda: surfer.script("return document.documentElement.dataset.ready") == "true")
    assert "interpol" in surfer.search("interpol")
    assert surfer.requests() == []
