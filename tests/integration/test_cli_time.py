"""gaps, timeline and changes at the command line: exact output on a small world, pictures in a real browser."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
import required

from tocgraph.answers import AnswerSet
from tocgraph.cli import main

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(small_world: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    main(["build", "--data-dir", str(small_world)])
    capsys.readouterr()

    def runner(*arguments: str) -> tuple[int, str, str]:
        code = main([*arguments, "--data-dir", str(small_world)])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return runner


COMMANDS = {
    "gaps": ["gaps"],
    "gaps-ar": ["gaps", "--lang", "ar"],
    "gaps-parties": ["gaps", "parties", "treaty", "--of", "league", "--as-of", "2006"],
    "gaps-parties-ar": ["gaps", "parties", "المعاهدة", "--of", "الرابطة"],
    "gaps-parents-json": ["gaps", "parents", "--format", "json", "--explain"],
    "gaps-crimes-md": ["gaps", "crimes", "--format", "markdown", "--explain"],
    "gaps-obligations": ["gaps", "obligations"],
    "gaps-mandates-csv": ["gaps", "mandates", "--format", "csv"],
    "gaps-recommendations": ["gaps", "recommendations"],
    "gaps-obstacles-ar": ["gaps", "obstacles", "--lang", "ar"],
    "gaps-parties-none": ["gaps", "parties", "treaty", "--of", "north"],
    "gaps-none": ["gaps", "obligations", "--as-of", "2005"],
    "timeline-treaty": ["timeline", "treaty", "--explain"],
    "timeline-treaty-csv": ["timeline", "treaty", "--format", "csv"],
    "timeline-alpha-ar": ["timeline", "ألفا"],
    "timeline-all-md": ["timeline", "--since", "2009", "--until", "2012", "--format", "markdown"],
    "list-none": ["list", "state", "--where", "party-to=treaty", "--as-of", "1999"],
    "timeline-none": ["timeline", "hotline"],
    "timeline-svg": ["timeline", "treaty", "--format", "svg"],
    "timeline-html-ar": ["timeline", "treaty", "--format", "html", "--lang", "ar"],
    "changes": ["changes", "2004", "2010-03"],
    "changes-json": ["changes", "2012", "2015", "beta", "--format", "json"],
    "changes-ar": ["changes", "2004", "2012", "--type", "mission", "--lang", "ar"],
    "changes-none": ["changes", "1800", "1801"],
}


@pytest.mark.parametrize("name", COMMANDS)
def test_exact_output(run: Run, golden: Callable[[str, str], None], name: str) -> None:
    code, out, err = run(*COMMANDS[name])
    assert (code, err) == (0, "")
    golden(f"time/{name}.txt", out)


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["gaps", "crime"], 2, "crime"),
        (["gaps", "parties", "alpha"], 1, "not an instrument"),
        (["gaps", "crimes", "--of", "league"], 1, "leave --of out"),
        (["timeline", "nothing"], 1, "no entity named"),
        (["timeline", "treaty", "-o", "x.svg"], 2, "--format svg"),
        (["timeline", "treaty", "-f", "svg", "-o", "/nonexistent/x.svg"], 1, "no folder"),
        (["timeline", "treaty", "--since", "2010", "--until", "2000"], 1, "exchange"),
        (["changes", "2010", "2009"], 1, "exchange the two dates"),
        (["changes", "last year", "2009"], 2, "not a date"),
        (["changes", "2009"], 2, "TO"),
    ],
)
def test_what_goes_wrong_is_said(run: Run, arguments: list[str], code: int, message: str) -> None:
    got, out, err = run(*arguments)
    assert (got, out) == (code, "") and message in err and "Traceback" not in err


MEASURE = """<script>addEventListener("load", () => {
  const texts = [...document.querySelectorAll("svg text, svg .begins:not(.span), svg .many:not(.span)")];
  const all = texts.map(t => t.getBoundingClientRect());
  const hits = [];
  all.forEach((a, i) => all.slice(i + 1).forEach((b, j) => {
    if (a.left < b.right && b.left < a.right && a.top + 3 < b.bottom && b.top + 3 < a.bottom)
      hits.push([texts[i].textContent, texts[i + 1 + j].textContent]);
  }));
  const page = document.querySelector("svg").getBoundingClientRect();
  const out = all.filter(a => a.left < page.left || a.right > page.right).length;
  document.body.textContent = "MEASURED" + JSON.stringify({texts: all.length, hits, out}) + "END";
})</script>"""


@pytest.mark.browser
@pytest.mark.parametrize("language", ["en", "ar"])
def test_no_label_overlaps_in_a_browser(sixty: Callable[[str], AnswerSet], language: str, tmp_path: Path) -> None:
    from tocgraph.reports.timeline.picture import draw

    chromium = required.browser("chromium")
    page = tmp_path / "page.html"
    picture = draw(sixty(language), "svg", language).decode().partition("\n")[2]
    page.write_text(f'<!doctype html><meta charset="utf-8"><body>{picture}{MEASURE}', encoding="utf-8")
    options = ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'profile'}", "--dump-dom"]
    done = subprocess.run([chromium, *options, page.as_uri()], capture_output=True, text=True, timeout=60)
    measured = json.loads(done.stdout.partition("MEASURED")[2].partition("END")[0])
    assert measured["texts"] > 150
    assert measured["hits"] == [] and measured["out"] == 0
