"""What the prompt remembers, reads and keeps, apart from any terminal."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from tocgraph.answers import AMBIGUOUS, NOT_UNDERSTOOD, AnswerSet
from tocgraph.cli import plain, prompt

ANSWERS = {
    "two ways": AnswerSet("two ways", AMBIGUOUS, suggestions=("first way", "second way")),
    "refused": AnswerSet("refused", NOT_UNDERSTOOD, suggestions=("near one", "near two")),
    "clear": AnswerSet("clear"),
}


@pytest.fixture
def asked() -> list[tuple[str, int | None]]:
    return []


@pytest.fixture
def dialogue(asked: list[tuple[str, int | None]]) -> prompt.Dialogue:
    def answering(question: str, reading: int | None) -> AnswerSet | None:
        asked.append((question, reading))
        return ANSWERS.get(question)

    return prompt.Dialogue(answering)


def typed(dialogue: prompt.Dialogue, *lines: str) -> None:
    for line in lines:
        assert dialogue.take(line)


def test_a_number_takes_a_reading_of_the_last_question(
    dialogue: prompt.Dialogue, asked: list[tuple[str, int | None]]
) -> None:
    typed(dialogue, "two  ways ", "2", " 1 ", "٢", "9")
    assert asked == [("two ways", None), ("two ways", 2), ("two ways", 1), ("two ways", 2), ("two ways", 9)]
    typed(dialogue, "clear", "1")
    assert asked[-2:] == [("clear", None), ("1", None)]


def test_a_number_takes_a_near_question(dialogue: prompt.Dialogue, asked: list[tuple[str, int | None]]) -> None:
    typed(dialogue, "refused", "2", "refused", "3", "2")
    assert asked == [("refused", None), ("near two", None), ("refused", None), ("3", None), ("2", None)]


@pytest.mark.parametrize("line", ["1", "0", "1373", "²", "two", "-1", "1 2", "9" * 5000])
def test_a_number_without_an_offer_is_a_question(
    dialogue: prompt.Dialogue, asked: list[tuple[str, int | None]], line: str
) -> None:
    typed(dialogue, line)
    assert asked == [(line, None)]


def test_zero_is_no_reading(dialogue: prompt.Dialogue, asked: list[tuple[str, int | None]]) -> None:
    typed(dialogue, "two ways", "0")
    assert asked[-1] == ("0", None)


@pytest.mark.parametrize("line", ["exit", "quit", " QUIT ", "خروج"])
def test_words_that_end_it(dialogue: prompt.Dialogue, asked: list[tuple[str, int | None]], line: str) -> None:
    assert not dialogue.take(line) and not asked


def test_an_empty_line_asks_nothing(dialogue: prompt.Dialogue, asked: list[tuple[str, int | None]]) -> None:
    typed(dialogue, "", "   ", "\n")
    assert not asked


def test_lines_of_input(monkeypatch: pytest.MonkeyPatch) -> None:
    def lines(content: bytes) -> list[str]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content), encoding="ascii"))
        return list(prompt.lines_of_input())

    assert lines("\ufeffone\r\n\n \t\n  متى   تأسست \ntwo".encode()) == ["one", "متى تأسست", "two"]
    assert lines(b"\xff\xfe\n") == ["\ufffd\ufffd"]
    assert lines(b"") == lines(b"\n\n") == []
    monkeypatch.setattr(sys, "stdin", None)
    assert list(prompt.lines_of_input()) == []


def test_questions_are_kept_in_a_file_that_others_cannot_read(tmp_path: Path) -> None:
    file = tmp_path / "state" / "tocgraph" / "history"
    prompt._history(file).append_string("متى تأسست الإنتربول")
    again = prompt._history(file)
    assert list(again.load_history_strings()) == ["متى تأسست الإنتربول"]
    assert file.stat().st_mode & 0o077 == 0


def test_a_history_that_cannot_be_kept_is_held_in_memory(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    (tmp_path / "folder").mkdir()
    for file in (tmp_path / "file" / "history", tmp_path / "folder"):
        history = prompt._history(file)
        told = capsys.readouterr().err
        assert told.startswith("warning: the history") and told.count("\n") == 1
        history.append_string("a question")
        assert history.get_strings() == ["a question"]


def test_a_history_that_fails_later_does_not_end_the_prompt(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "state" / "history"
    history = prompt._history(file)
    file.unlink()
    file.mkdir()
    history.append_string("one")
    history.append_string("two")
    assert history.get_strings() == ["one", "two"] and capsys.readouterr().err == ""


def test_errors_have_their_exit_codes(capsys: pytest.CaptureFixture[str]) -> None:
    from tocgraph.errors import QueryError, StoreError

    assert plain.report(QueryError("no", "try")) == 1
    assert capsys.readouterr().err == "error: no\nhint: try\n"
    assert plain.report(StoreError("gone")) == 3
    assert plain.report(ZeroDivisionError("x")) == 3
    assert "internal error: ZeroDivisionError: x" in capsys.readouterr().err
