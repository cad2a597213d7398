"""A Chromium without a network, and pages with hostile texts, for the tests of what people see."""

from __future__ import annotations

import contextlib
import json
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import required

TINY = Path(__file__).parent / "data" / "tiny"
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


def hostile_data(folder: Path) -> Path:
    """The tiny data set with an entity whose every text tries to run a script."""
    data = folder / "data"
    shutil.copytree(TINY, data)
    entities = (data / "entities.yaml").read_text("utf-8")
    interpol = "\n- id: interpol\n"
    (data / "entities.yaml").write_text(entities.replace(interpol, HOSTILE_ENTITY + interpol), "utf-8")
    relations = (data / "relations.yaml").read_text("utf-8")
    first, rest = relations.split("\n- subject: interpol\n", 1)
    (data / "relations.yaml").write_text(f"{first}{HOSTILE_CLAIM}\n- subject: interpol\n{rest}", "utf-8")
    return data


class Browser:
    """A Chromium that may load nothing but files, or only from this machine, and a record of what it asked for."""

    def __init__(self, profile: Path, loopback: bool = False) -> None:
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
            "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
            f"--user-data-dir={profile}",
        ):
            options.add_argument(argument)
        folder = profile / "downloads"
        options.add_experimental_option("prefs", {"download.default_directory": str(folder)})
        self.downloads = folder
        self.driver: Any = webdriver.Chrome(options=options, service=Service(required.browser("chromedriver")))
        # axe-core reads a large page for half a minute where other work keeps the machine busy.
        self.driver.set_script_timeout(150)
        command = self.driver.execute_cdp_cmd
        command("Network.enable", {})
        if not loopback:
            command("Network.setBlockedURLs", {"urls": ["http://*", "https://*", "ws://*", "wss://*", "ftp://*"]})
            offline = {"offline": True, "latency": 0, "downloadThroughput": 0, "uploadThroughput": 0}
            command("Network.emulateNetworkConditions", offline)
        calm = [{"name": "prefers-reduced-motion", "value": "reduce"}]
        command("Emulation.setEmulatedMedia", {"features": calm})

    def open(self, page: Path, fragment: str = "") -> None:
        self.driver.get("about:blank")
        self.driver.get(page.as_uri() + fragment)
        self.wait(lambda: self.script("return document.documentElement.dataset.ready") == "true")
        self.settled()

    def script(self, text: str, *values: Any) -> Any:
        return self.driver.execute_script(text, *values)

    def settled(self) -> None:
        """Waits until the page shows what its address says."""
        same = "return document.documentElement.dataset.settled === (location.hash || '#')"
        self.wait(lambda: self.script(same))

    def wait(self, holds: Callable[[], Any], seconds: float = 20) -> Any:
        from selenium.common.exceptions import StaleElementReferenceException

        end = time.monotonic() + seconds
        while time.monotonic() < end:
            # What was found may be replaced before it is read: then it is looked for again.
            with contextlib.suppress(StaleElementReferenceException):
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
        return [hit.get_attribute("data-id") for hit in self.all("#search-hits [data-id]")]

    def press(self, *keys: str) -> None:
        self.driver.switch_to.active_element.send_keys(*keys)

    def requests(self) -> list[str]:
        """Every address asked for since the last call, the files and data of the page and the browser's aside."""
        found = []
        for entry in self.driver.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                found.append(message["params"]["request"]["url"])
        return [url for url in found if not url.startswith(("file:", "data:", "about:", "blob:", "chrome:"))]

    def pasted(self) -> str:
        """What lies on the clipboard, as it comes out in the search box."""
        from selenium.webdriver.common.keys import Keys

        box = self.find("#search")
        box.clear()
        box.send_keys(Keys.CONTROL, "v")
        text = box.get_attribute("value")
        box.send_keys(Keys.NULL, Keys.ESCAPE, Keys.ESCAPE)
        return str(text)

    @contextlib.contextmanager
    def sized(self, width: int, height: int, mobile: bool = False) -> Iterator[None]:
        """A window of that size, in CSS pixels, for a while."""
        metrics = {"width": width, "height": height, "deviceScaleFactor": 2, "mobile": mobile}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
        try:
            yield
        finally:
            self.driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})

    def rows(self) -> list[list[str]]:
        """The texts of the table's cells."""
        return list(
            self.script(
                "return [...document.querySelectorAll('tbody tr')]"
                ".map(row => [...row.cells].map(cell => cell.textContent))"
            )
        )

    def downloaded(self, name: str) -> bytes:
        """The file that the page saved under that name; it is taken away, so that the next is not mistaken for it."""
        file = self.downloads / name
        content = self.wait(lambda: file.exists() and file.read_bytes())
        file.unlink()
        return bytes(content)
