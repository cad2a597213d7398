"""`ask` through the command line; what questions mean is tested with the questions."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tocgraph.cli import main


def test_an_answer_with_numbered_sources(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "who implements UNTOC?", "--data-dir", str(tiny)]) == 0
    out = capsys.readouterr().out
    assert (
        out.startswith("Reading: ") and "UNODC" in out and "[1][2]" in out and "\n[1] United Nations Convention" in out
    )


def test_an_arabic_question_is_answered_in_arabic(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "متى تأسست الإنتربول", "--data-dir", str(tiny)]) == 0
    out = capsys.readouterr().out
    assert "1923" in out and "المصادر" in out and "Sources" not in out


def test_what_is_not_understood_is_1_in_every_format(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for form in ("table", "markdown", "csv"):
        assert main(["ask", "blah blah", "--format", form, "--data-dir", str(tiny)]) == 1
    assert "not understood" in capsys.readouterr().out
    assert main(["ask", "blah blah", "--format", "json", "--data-dir", str(tiny)]) == 1
    content = json.loads(capsys.readouterr().out)
    assert content["status"] == "not-understood" and content["suggestions"]
