"""The JSON interface of the service: what the commands write, and problems as JSON."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import Any

import pytest
import serving
from serving import BROWSER

from tocgraph.cli import main
from tocgraph.store import open_store


@pytest.mark.parametrize(
    ("address", "command"),
    [
        ("/api/ask?q=who+implements+UNTOC%3F", ["ask", "who implements UNTOC?"]),
        ("/api/ask?q=%D9%85%D8%A7+%D8%A7%D9%84%D9%87%D9%8A%D8%A6%D8%A7%D8%AA", ["ask", "ما الهيئات"]),
        ("/api/find?q=palermo&limit=3", ["find", "palermo", "--limit", "3"]),
        ("/api/show?entity=untoc&as_of=2010&lang=ar", ["show", "untoc", "--as-of", "2010", "--lang", "ar"]),
        ("/api/compare?entity=untoc&entity=trafficking-protocol&by=crimes",
         ["compare", "untoc", "trafficking-protocol", "--by", "crimes"]),
    ],
)  # fmt: skip
def test_the_json_is_that_of_the_command(
    site: Any, address: str, command: list[str], tiny: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main([*command, "--format", "json", "--data-dir", str(tiny)])
    assert site.get(address).text == capsys.readouterr().out


def test_the_json_of_legal_bases(capsys: pytest.CaptureFixture[str]) -> None:
    folder = Path(__file__).parents[1] / "data" / "basis"
    main(["basis", "alba", "borea", "--for", "extradition", "--on", "2010", "-f", "json", "--data-dir", str(folder)])
    with serving.client(serving.application(open_store(folder))) as client:
        answer = client.get("/api/basis?state=alba&other=borea&for=extradition&on=2010")
    assert answer.text == capsys.readouterr().out


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/api/ask", 400), ("/api/ask?q=", 400), ("/api/ask?q=a&q=b", 400), ("/api/ask?q=a&x=1", 400),
        ("/api/ask?q=a&lang=fr", 400), ("/api/ask?q=a&as_of=2004-13", 400), ("/api/ask?q=a&reading=0", 400),
        ("/api/ask?q=%1C", 400), ("/api/ask?q=a&as_of=0000", 400), ("/api/ask?q=a&as_of=2023-02-29", 400),
        ("/api/find?q=a&limit=x", 400), ("/api/find?q=%ff", 200), ("/api/show?entity=nothing-of-that-name", 404),
        ("/api/compare?entity=untoc", 400), ("/api/compare?entity=untoc&entity=untoc", 400), ("/api/nothing", 404),
        ("/api/ask?q=who+implements+UNTOC&reading=9", 400),
    ],
)  # fmt: skip
def test_problems_are_json(site: Any, address: str, status: int) -> None:
    answer = site.get(address, headers=BROWSER)
    assert answer.status_code == status
    if status != 200:
        assert answer.headers["content-type"] == "application/problem+json"
        told = answer.json()
        assert told["status"] == status and told["detail"]


def test_large_answers_are_packed(site: Any) -> None:
    packed = site.get("/api/show?entity=untoc", headers={"accept-encoding": "gzip"})
    assert packed.headers["content-encoding"] == "gzip"
    plain = site.get("/api/show?entity=untoc", headers={"accept-encoding": "identity"})
    assert "content-encoding" not in plain.headers and plain.content == packed.content
    again = site.get("/api/show?entity=untoc", headers={"if-none-match": packed.headers["etag"]})
    assert again.status_code == 304
    assert gzip.decompress(gzip.compress(plain.content)) == packed.content
