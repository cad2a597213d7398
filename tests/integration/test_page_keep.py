"""What one takes along from the page holds what is shown, in either language: citations, pictures, rows, paper."""

from __future__ import annotations

import base64
import csv
import io
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from browsing import Browser

pytestmark = pytest.mark.browser

SVG = "{http://www.w3.org/2000/svg}"


def saved(browser: Browser, kind: str, name: str) -> bytes:
    for earlier in browser.downloads.glob("*"):  # a second file of one name would be called otherwise
        earlier.unlink()
    browser.find("#save-title").click()
    browser.find(f"#save-{kind}").click()
    return browser.downloaded(name)


def test_the_citation_of_an_entity_is_copied(browser: Browser, pages: dict[str, Path]) -> None:
    for fragment, name in (
        ("#interpol", "INTERPOL (police organization)"),
        ("#interpol/ar", "الإنتربول (منظمة شرطية)"),
    ):
        browser.open(pages["tiny"], fragment)
        browser.find("#cite").click()
        browser.wait(lambda: browser.find("#notice").text)
        copied = browser.pasted()
        assert copied.startswith(name)
        assert copied.endswith("https://w3id.org/tocgraph/id/interpol")
        assert "CC BY 4.0" in copied


def test_the_citation_of_a_claim_is_copied_with_its_sources(browser: Browser, pages: dict[str, Path]) -> None:
    browser.open(pages["tiny"], "#minusma")
    claim = next(c for c in browser.all("#panel .group li") if "2013-04-25" in c.text)
    # A real click: a browser lets no script copy by itself.
    claim.find_element("css selector", ".copy").click()
    browser.wait(lambda: browser.find("#notice").text == "Copied")
    copied = browser.pasted()
    assert copied.startswith("MINUSMA: operates in: Mali (2013-04-25 – 2023-12)")
    assert "Security Council resolution 2100 (2013)" in copied
    assert copied.endswith(f"https://w3id.org/tocgraph/claim/{claim.get_attribute('id')}")


def test_the_link_that_is_copied_leads_to_what_is_shown(browser: Browser, pages: dict[str, Path]) -> None:
    browser.open(pages["tiny"], "#untoc?v=table&sort=since")
    browser.find("#share").click()
    browser.wait(lambda: browser.find("#notice").text == "Copied")
    assert browser.pasted() == browser.script("return location.href")


def test_a_picture_of_the_overview_holds_what_the_filter_leaves(browser: Browser, pages: dict[str, Path]) -> None:
    browser.open(pages["tiny"], "#?t=state,un-peacekeeping-mission")
    root = ElementTree.fromstring(saved(browser, "svg", "tocgraph-overview.svg"))
    texts = [text.text for text in root.iter(f"{SVG}text")]
    assert "MINUSMA" in texts
    assert "UNTOC" not in texts
    assert len(root.findall(f".//{SVG}circle") + root.findall(f".//{SVG}polygon")) == 2


@pytest.mark.parametrize(("fragment", "direction"), [("#minusma", "ltr"), ("#minusma/ar", "rtl")])
def test_a_picture_of_the_surroundings_names_them_in_their_direction(
    browser: Browser, pages: dict[str, Path], fragment: str, direction: str
) -> None:
    browser.open(pages["tiny"], fragment)
    root = ElementTree.fromstring(saved(browser, "svg", "tocgraph-minusma.svg"))
    texts = {text.text: text.get("direction") for text in root.iter(f"{SVG}text")}
    assert texts["مالي" if direction == "rtl" else "Mali"] == direction
    left = root.get("viewBox", "").split()
    width, height = float(left[2]), float(left[3])
    for box in root.findall(f".//{SVG}g/{SVG}rect"):
        assert 0 <= float(box.get("x", "-1")) <= width - float(box.get("width", "0"))
        assert 0 <= float(box.get("y", "-1")) <= height - float(box.get("height", "0"))


def test_a_picture_as_png_is_not_blank(browser: Browser, pages: dict[str, Path]) -> None:
    browser.open(pages["tiny"], "#untoc/ar")
    picture = saved(browser, "png", "tocgraph-untoc.png")
    inked = browser.driver.execute_async_script(
        """
        const done = arguments[arguments.length - 1];
        const image = new Image();
        image.onload = () => {
          const canvas = document.createElement('canvas');
          [canvas.width, canvas.height] = [image.width, image.height];
          const context = canvas.getContext('2d');
          context.drawImage(image, 0, 0);
          const {data} = context.getImageData(0, 0, canvas.width, canvas.height);
          let other = 0;
          for (let i = 4; i < data.length; i += 4) if (data[i] !== data[0] || data[i + 1] !== data[1]) other += 1;
          done(other);
        };
        image.src = `data:image/png;base64,${arguments[0]}`;
        """,
        base64.b64encode(picture).decode(),
    )
    assert inked > 2000


def test_rows_are_saved_in_arabic_as_the_filter_leaves_them(browser: Browser, pages: dict[str, Path]) -> None:
    browser.open(pages["tiny"], "#untoc/ar?v=table&r=party-to")
    shown = browser.rows()
    browser.find("#csv").click()
    text = browser.downloaded("tocgraph-relations.csv").decode("utf-8-sig")
    found = list(csv.DictReader(io.StringIO(text)))
    assert len(found) == len(shown) > 0
    assert {row["relation_name"] for row in found} == {shown[0][1]}
    assert [row["subject_name"] for row in found] == [row[0] for row in shown]
    assert {row["object"] for row in found} == {"untoc"}


def test_entities_are_saved_with_both_names(browser: Browser, pages: dict[str, Path]) -> None:
    browser.open(pages["tiny"], "#?v=table&rows=entities&t=state")
    browser.find("#csv").click()
    text = browser.downloaded("tocgraph-entities.csv").decode("utf-8-sig")
    [mali] = csv.DictReader(io.StringIO(text))
    assert (mali["id"], mali["name_en"], mali["name_ar"]) == ("mali", "Mali", "مالي")


def test_paper_is_light_and_says_what_it_is(browser: Browser, pages: dict[str, Path]) -> None:
    browser.open(pages["tiny"], "#untoc")
    ground = "return getComputedStyle(document.body).getPropertyValue('color')"
    light = browser.script(ground)
    browser.find("#theme").click()
    dark = browser.script(ground)
    assert dark != light
    browser.script("window.dispatchEvent(new Event('beforeprint'))")
    assert browser.script(ground) == light
    browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    try:
        assert browser.find("#printed").text.startswith("UNTOC. tocgraph:")
    finally:
        browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
    browser.script("window.dispatchEvent(new Event('afterprint'))")
    assert browser.script(ground) == dark
