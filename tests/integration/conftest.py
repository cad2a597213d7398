"""The pages and the browser that the tests of the explorer share, which are costly to make; the service in-process."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import required
import serving
from browsing import Browser, hostile_data

from tocgraph.exporters import export
from tocgraph.store import OpenStore, open_store


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The tiny graph with a hostile entity, and the installed graph, as pages."""
    required.browser("chromium")
    folder = tmp_path_factory.mktemp("pages")
    data = hostile_data(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TOCGRAPH_CACHE", str(folder / "cache"))
        export(open_store(data), "html", folder / "tiny.html")
    export(open_store(), "html", folder / "whole.html")
    return {"tiny": folder / "tiny.html", "whole": folder / "whole.html"}


@pytest.fixture(scope="session")
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


@pytest.fixture(scope="module")
def site(opened: OpenStore) -> Iterator[Any]:
    """A client of the service over the tiny graph, within this process."""
    with serving.client(serving.application(opened)) as client:
        yield client
