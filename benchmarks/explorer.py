"""How fast the offline page is, in headless Chromium without a network.

    python benchmarks/explorer.py                  the shipped graph, 10,000 and 100,000 made-up entities
    python benchmarks/explorer.py --pyvis          side by side with plain pyvis at 500 and 2,000 entities, one run
    python benchmarks/explorer.py --generation     time to write the page against `export turtle`, in pairs

Ready is when the page says so: drawn, and its search usable. A frame is the time between two animation frames while
the pointer drags and the wheel zooms; the figure is the 95th percentile. pyvis is ready when its layout has settled; it
gets PATIENCE seconds, and is then reported as not settled.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from shutil import which
from typing import Any

from tocgraph.explorer.contents import Contents
from tocgraph.explorer.page import page
from tocgraph.store.claims import CitedPlace, Claim

PATIENCE = 120

WATCH = """
window.__ready = 0;
new MutationObserver(() => {
  if (document.documentElement.dataset.ready && !window.__ready) window.__ready = performance.now();
}).observe(document, {subtree: true, attributes: true, attributeFilter: ['data-ready']});
"""
FRAMES = """
window.__frames = []; let last = performance.now();
const step = () => {
  const now = performance.now(); window.__frames.push(now - last); last = now;
  if (window.__watching) requestAnimationFrame(step);
};
window.__watching = true; requestAnimationFrame(step);
"""


def made_up(entities: int, relations: int) -> Contents:
    """A graph of many communities with a few hubs, as real ones have."""
    chance = random.Random(7)
    names = [f"e{n:06d}" for n in range(entities)]
    types = {
        f"t{k}": {"label": {"en": f"type {k}", "ar": f"نوع {k}"}, "plural": {"en": f"types {k}", "ar": f"أنواع {k}"},
                  "root": f"t{k}", "look": k}
        for k in range(12)
    }  # fmt: skip
    claims = []
    for n in range(relations):
        group = chance.randrange(max(1, entities // 100))
        subject = names[min(entities - 1, group * 100 + chance.randrange(100))]
        target = (
            names[int(entities * chance.random() ** 3)]
            if chance.random() < 0.3
            else names[min(entities - 1, group * 100 + chance.randrange(100))]
        )
        claims.append(
            Claim(f"c{n:06d}", subject, f"r{n % 30}", target, None, f"{1990 + n % 30}", "", "normal", {}, {},
                  (CitedPlace(f"s{n % 50}", f"Source {n % 50}", f"paragraph {n % 90}"),))
        )  # fmt: skip
    return Contents(
        entities={
            name: {"type": f"t{n % 12}", "label": {"en": f"Body {n} for cooperation", "ar": f"الهيئة {n} للتعاون"}}
            for n, name in enumerate(names)
        },
        mentioned={},
        claims=claims,
        sources={f"s{k}": {"title": f"Source {k}"} for k in range(50)},
        types=types,
        relations={f"r{k}": {"label": {"en": f"relates by {k}", "ar": f"علاقة {k}"}} for k in range(30)},
        qualifiers={},
        rules={},
        about={"base": "https://example.org/", "version": "0", "data": "made up"},
    )  # fmt: skip


@contextmanager
def chromium() -> Iterator[Any]:
    """A headless Chromium that reaches no network and writes down what it asks for."""
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service
    from urllib3.exceptions import HTTPError

    options = webdriver.ChromeOptions()
    options.binary_location = which("chromium") or sys.exit("chromium is not installed")
    options.set_capability("goog:loggingPrefs", {"performance": "ALL"})
    for argument in (
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--window-size=1440,900",
    ):
        options.add_argument(argument)
    driver: Any = webdriver.Chrome(options=options, service=Service(which("chromedriver")))
    driver.set_page_load_timeout(PATIENCE)
    driver.set_script_timeout(PATIENCE)
    driver.execute_cdp_cmd("Network.enable", {})
    driver.execute_cdp_cmd("Network.setBlockedURLs", {"urls": ["http://*", "https://*", "ws://*", "wss://*"]})
    try:
        yield driver
    finally:
        with suppress(HTTPError):
            driver.quit()


def requests(driver: Any) -> int:
    """How many addresses outside the file were asked for since the last call."""
    messages = (json.loads(entry["message"])["message"] for entry in driver.get_log("performance"))
    urls = [m["params"]["request"]["url"] for m in messages if m["method"] == "Network.requestWillBeSent"]
    return sum(not url.startswith(("file:", "data:", "about:", "blob:")) for url in urls)


def measure(driver: Any, file: Path, ready: str = "return window.__ready", wait: float = PATIENCE) -> dict[str, float]:
    """Milliseconds to ready, 95th percentile of frames while dragging and zooming, requests, and megabytes."""
    identifier = driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": WATCH})["identifier"]
    driver.get("about:blank")
    requests(driver)
    end = time.monotonic() + wait
    driver.get(file.as_uri())
    while not driver.execute_script(ready) and time.monotonic() < end:
        time.sleep(0.05)
    became = driver.execute_script(ready) or float("inf")
    time.sleep(1)
    driver.execute_script(FRAMES)
    mouse: Callable[[dict[str, Any]], Any] = lambda event: driver.execute_cdp_cmd("Input.dispatchMouseEvent", event)  # noqa: E731
    x, y = 520, 480
    mouse({"type": "mousePressed", "x": x, "y": y, "button": "left", "clickCount": 1})
    for n in range(60):
        mouse({"type": "mouseMoved", "x": x + n * 3, "y": y + (n % 20) * 4, "button": "left", "buttons": 1})
    mouse({"type": "mouseReleased", "x": x, "y": y, "button": "left"})
    for n in range(40):
        mouse({"type": "mouseWheel", "x": x, "y": y, "deltaX": 0, "deltaY": -120 if n < 20 else 120})
    driver.execute_script("window.__watching = false")
    frames = sorted(driver.execute_script("return window.__frames"))[1:]
    driver.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", {"identifier": identifier})
    p95 = frames[int(len(frames) * 0.95)] if frames else float("inf")
    return {"ready": became, "p95": p95, "requests": requests(driver), "MB": file.stat().st_size / 1e6}


def report(name: str, rounds: list[dict[str, float]]) -> None:
    """One line: the medians."""
    middle = {key: statistics.median(found[key] for found in rounds) for key in rounds[0]}
    ready = f"{middle['ready']:8.0f} ms" if middle["ready"] < float("inf") else f"not in {PATIENCE} s"
    print(f"{name:42} ready {ready}   p95 frame {middle['p95']:7.1f} ms   "
          f"requests {middle['requests']:.0f}   {middle['MB']:.2f} MB", flush=True)  # fmt: skip


def with_pyvis(entities: int, shown: Contents, file: Path) -> None:
    """The same graph as plain pyvis writes it."""
    from pyvis.network import Network

    drawn = Network(cdn_resources="in_line", height="900px")
    for identifier, entity in shown.entities.items():
        drawn.add_node(identifier, label=entity["label"]["en"])
    for claim in shown.claims:
        drawn.add_edge(claim.subject, claim.object)
    file.write_text(drawn.generate_html(), "utf-8")


# pyvis says that it is ready when its layout has settled and the bar of progress is gone.
PYVIS_READY = """
if (window.__settled) return window.__settled;
if (typeof network !== 'undefined' && !window.__asked) {
  window.__asked = true;
  network.once('stabilizationIterationsDone', () => { window.__settled = performance.now(); });
}
return 0;
"""


def main() -> None:
    """Measures as the options say."""
    from selenium.common.exceptions import WebDriverException
    from urllib3.exceptions import HTTPError

    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pyvis", action="store_true", help="side by side with plain pyvis")
    parser.add_argument("--generation", action="store_true", help="time to write the page against Turtle")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", choices=("shipped", "10000", "100000"))
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "page.html"
        if options.generation:
            generation(file, options.rounds)
            return
        with chromium() as driver:
            if options.pyvis:
                for entities in (500, 2000):
                    shown = made_up(entities, entities * 4)
                    file.write_text(page(shown), "utf-8")
                    report(f"tocgraph, {entities} entities", [measure(driver, file) for _ in range(options.rounds)])
                    with_pyvis(entities, shown, file)
                    size = f"{file.stat().st_size / 1e6:.2f} MB"
                    try:
                        with chromium() as other:
                            report(f"pyvis, {entities} entities", [measure(other, file, PYVIS_READY)])
                    except (WebDriverException, HTTPError):
                        # Its layout holds the page's only thread: the browser itself gives no answer any more.
                        print(f"{f'pyvis, {entities} entities':42} no answer in {PATIENCE} s   {size}", flush=True)
                return
            for name in ("shipped", "10000", "100000"):
                if options.only not in (None, name):
                    continue
                if name == "shipped":
                    from tocgraph import open_store
                    from tocgraph.exporters import export

                    export(open_store(), "html", file)
                else:
                    file.write_text(page(made_up(int(name), int(name) * 4)), "utf-8")
                report(f"tocgraph, {name}", [measure(driver, file) for _ in range(options.rounds)])


def generation(file: Path, rounds: int) -> None:
    """Whole processes in pairs: the page against Turtle."""
    ratios = []
    for _ in range(rounds):
        took = {}
        for form in ("turtle", "html"):
            start = time.perf_counter()
            subprocess.run([sys.executable, "-m", "tocgraph", "export", form, "-o", str(file)], check=True)
            took[form] = time.perf_counter() - start
        ratios.append(took["html"] / took["turtle"])
    print(f"export html / export turtle: {statistics.median(ratios):.2f} (median of {rounds} pairs)")


if __name__ == "__main__":
    main()
