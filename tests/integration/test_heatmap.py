"""The heat map page: says in words what it shows, asks for nothing, and looks right in a real browser."""

from __future__ import annotations

import base64
import hashlib
import re
import shutil
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import required

from tocgraph.answers import AnswerSet
from tocgraph.cli import main
from tocgraph.errors import QueryError, TocgraphError
from tocgraph.exporters import save
from tocgraph.exporters.heatmap import heatmap
from tocgraph.reports.matrix import matrix
from tocgraph.store import OpenStore, open_store

DATA = Path(__file__).parent.parent / "data" / "comparing"
HOSTILE = "<img src=x onerror=alert(1)>"


class Page(HTMLParser):
    """The cells of the table, its header cells, and every tag with its attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.cells: list[tuple[str, str]] = []
        self._open = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag in ("td", "th"):
            self._open = dict(attrs).get("class") or tag
            self.cells.append((self._open, ""))

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th"):
            self._open = ""

    def handle_data(self, data: str) -> None:
        if self._open:
            kind, text = self.cells[-1]
            self.cells[-1] = (kind, text + data)


@pytest.fixture(scope="module")
def treaties() -> OpenStore:
    return open_store(DATA)


def drawn(treaties: OpenStore, language: str = "en") -> str:
    return heatmap(treaties, matrix(treaties, "crime", "convention", language=language), language).decode()


def test_every_cell_says_in_words_what_its_colour_says(treaties: OpenStore) -> None:
    page = Page(drawn(treaties))
    cells = [(kind, text) for kind, text in page.cells if kind not in ("th", "corner")]
    assert cells == [
        ("yes", "yes art. 1 [1]"),
        ("yes", "yes art. 2–3 [1]"),
        ("some", "? under a wider one [1]"),
        ("some", "? in part [1]"),
        ("some", "? in part [1]"),
        ("yes", "yes [1]"),
        ("yes", "yes art. 1 [1]"),
        ("no", "no"),
        ("unknown", "?not known"),
        ("unknown doubt", "? ‡not known [1]"),
        ("no", "no"),
        ("no", "no [1]"),
    ]


def test_it_is_a_table_for_screen_readers_too(treaties: OpenStore) -> None:
    page = Page(drawn(treaties))
    assert {attributes.get("scope") for tag, attributes in page.tags if tag == "th"} == {"row", "col"}
    assert [tag for tag, _ in page.tags].count("caption") == 1
    [root] = [attributes for tag, attributes in page.tags if tag == "html"]
    assert root == {"lang": "en", "dir": "ltr"}
    [root] = [attributes for tag, attributes in Page(drawn(treaties, "ar")).tags if tag == "html"]
    assert root == {"lang": "ar", "dir": "rtl"}


def test_its_policy_admits_its_own_style_and_nothing_else(treaties: OpenStore) -> None:
    text = drawn(treaties)
    [style] = re.findall(r"<style>(.*?)</style>", text, re.S)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    page = Page(text)
    assert ("meta", {"http-equiv": "Content-Security-Policy", "content": policy}) in page.tags
    assert not {tag for tag, _ in page.tags} & {"script", "link", "img", "iframe", "object", "a"}
    assert not [name for _, attributes in page.tags for name in attributes if name in ("style", "src", "href")]
    assert not re.search(r"url\(|@import", style)


def test_hostile_names_stay_text(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(DATA, tmp_path / "data"))
    path = folder / "entities.yaml"
    hostile = path.read_text("utf-8").replace("{en: Piracy,", f'{{en: "{HOSTILE}",')
    path.write_text(hostile.replace("Convention read in part,", '"\\"</style><script>alert(2)</script>",'), "utf-8")
    text = drawn(open_store(folder))
    assert HOSTILE not in text and "<script" not in text
    assert "&lt;img src=x onerror=alert(1)&gt;" in text and "&lt;script&gt;" in text


def test_dates_keep_their_order_in_arabic(treaties: OpenStore) -> None:
    page = heatmap(treaties, matrix(treaties, "state", "convention", language="ar"), "ar").decode()
    assert 'نعم <bdi class="date" dir="ltr">2003-05-01</bdi> <small dir="ltr">[1]</small>' in page


def test_the_same_answer_gives_the_same_bytes(treaties: OpenStore) -> None:
    assert drawn(treaties) == drawn(treaties)
    with pytest.raises(QueryError, match="only a matrix"):
        heatmap(treaties, AnswerSet("stats"))


def test_a_file_appears_whole_or_not_at_all(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "page.html"
    arguments = ["matrix", "crime", "convention", "--format", "html", "-o", str(target), "--data-dir", str(DATA)]
    assert main(arguments) == 0
    assert target.read_text("utf-8").startswith("<!DOCTYPE html>")
    assert [path.name for path in tmp_path.iterdir()] == ["page.html"]
    assert main([*arguments[:6], str(tmp_path / "none" / "page.html"), *arguments[7:]]) == 1
    assert "no folder" in capsys.readouterr().err
    with pytest.raises(TocgraphError, match="not a file"):
        save(tmp_path, b"")
    assert main(["matrix", "crime", "convention", "-o", str(target), "--data-dir", str(DATA)]) == 2
    assert "--format html" in capsys.readouterr().err


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    program, driver_program = required.browser("chromium"), required.browser("chromedriver")
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    options = webdriver.ChromeOptions()
    options.binary_location = program
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    profile = tmp_path_factory.mktemp("profile")
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run"):
        options.add_argument(argument)
    options.add_argument(f"--user-data-dir={profile}")
    options.add_argument("--window-size=1280,860")
    driver = webdriver.Chrome(options=options, service=Service(driver_program))
    yield driver
    driver.quit()


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2) of a colour as browsers write it."""
    parts = [int(n) / 255 for n in re.findall(r"\d+", colour)[:3]]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_texts_are_readable_on_their_colours(
    treaties: OpenStore, tmp_path: Path, chromium: Any, scheme: str, language: str
) -> None:
    page = tmp_path / "page.html"
    page.write_text(drawn(treaties, language), "utf-8")
    features = [{"name": "prefers-color-scheme", "value": scheme}]
    chromium.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
    chromium.get(page.as_uri())
    looks = chromium.execute_script(
        "return [...document.querySelectorAll('td,th')].map(cell => { const s = getComputedStyle(cell);"
        " return [cell.className, s.color, s.backgroundColor, s.backgroundImage]; })"
    )
    fills = {}
    for kind, ink, fill, image in looks:
        # Stripes are an image: the text must stand out from each of their two colours.
        for ground in re.findall(r"rgb\([^)]*\)", image) or [fill]:
            low, high = sorted((luminance(ink), luminance(ground)))
            assert (high + 0.05) / (low + 0.05) >= 4.5, (scheme, kind, ink, ground)
        fills[kind.split()[0] if kind else ""] = fill
    assert len({fills["yes"], fills["no"], fills["some"]}) == 3
    first = chromium.find_element("css selector", "tbody th").location["x"]
    last = chromium.find_elements("css selector", "tbody tr:first-child td")[-1].location["x"]
    assert (first > last) == (language == "ar")
    assert chromium.get_log("browser") == []


@pytest.mark.browser
@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_wide_table_scrolls_within_its_frame(
    shipped: OpenStore, tmp_path: Path, chromium: Any, language: str
) -> None:
    page = tmp_path / "page.html"
    wide = matrix(shipped, "league-of-arab-states", "convention", language=language)
    page.write_bytes(heatmap(shipped, wide, language))
    chromium.set_window_size(1400, 1000)
    chromium.get(page.as_uri())
    widths = "const e = document.querySelector(arguments[0]); return [e.scrollWidth, e.clientWidth]"
    whole, seen = chromium.execute_script(widths, "html")
    assert whole == seen
    whole, seen = chromium.execute_script(widths, ".frame")
    assert whole > seen
    left = chromium.execute_script("return document.querySelector('h1').getBoundingClientRect().left")
    assert 0 <= left < 1400
    chromium.set_window_size(1280, 860)


@pytest.mark.browser
def test_it_prints_whole(treaties: OpenStore, tmp_path: Path, chromium: Any) -> None:
    page = tmp_path / "page.html"
    page.write_text(drawn(treaties), "utf-8")
    chromium.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print", "features": []})
    chromium.get(page.as_uri())
    style = (
        "const s = getComputedStyle(document.querySelector(arguments[0])); return [s.overflowX, s.maxHeight, s.display]"
    )
    assert chromium.execute_script(style, ".frame")[:2] == ["visible", "none"]
    assert chromium.execute_script(style, "thead")[2] == "table-header-group"
    chromium.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "", "features": []})
