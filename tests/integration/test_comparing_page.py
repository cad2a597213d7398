"""docs/comparing.md keeps its word: its commands show what it says they show."""

from __future__ import annotations

from pathlib import Path

from test_readme import CONSOLE, on_terminal

PAGE = Path(__file__).parents[2] / "docs" / "comparing.md"


def test_the_commands_show_what_the_page_says(update_golden: bool) -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert len(CONSOLE.findall(text)) == 10
    shown = CONSOLE.sub(lambda m: m[1] + on_terminal(m[2]) + m[4], text)
    if update_golden:
        PAGE.write_text(shown, encoding="utf-8")
    assert shown == text or update_golden


def test_its_picture_exists() -> None:
    assert (PAGE.parent / "heatmap.png").is_file()
