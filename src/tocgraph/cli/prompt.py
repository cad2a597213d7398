"""Questions one after the other: at a prompt on a terminal, else a line of standard input each."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from tocgraph.answers import AMBIGUOUS, AnswerSet
from tocgraph.cli import plain
from tocgraph.cli.words import word

if TYPE_CHECKING:
    from pathlib import Path

    from prompt_toolkit.completion import CompleteEvent, Completer
    from prompt_toolkit.document import Document
    from prompt_toolkit.history import History

    from tocgraph.cli.answering import Asking
    from tocgraph.store import OpenStore
    from tocgraph.store.names import Names

ENDINGS = frozenset({"exit", "quit", "خروج"})
"""What ends the prompt, besides the end of the input."""

Answering = Callable[[str, int | None], AnswerSet | None]
"""Answers a question, by one of its readings when a number is given; None when there is nothing to choose from."""


def run(asking: Asking, debug: bool = False) -> int:
    """Answers questions until there are no more, and gives the exit code.

    At a prompt that is 0; else the highest of all questions, or 2 when there was none.

    Raises:
        TocgraphError: as `open_store`.
    """
    if _at_terminal():
        return converse(asking, debug)
    return answer_each(asking, lines_of_input(), debug)


def _at_terminal() -> bool:
    streams = (sys.stdin, sys.stdout, sys.stderr)
    reads, writes, tells = (stream is not None and stream.isatty() for stream in streams)
    return reads and (writes or tells)


def lines_of_input() -> Iterator[str]:
    """The lines of standard input that are not empty, each as soon as it is there; what is no UTF-8 shows as U+FFFD."""
    if sys.stdin is None:
        return
    encoding = "utf-8-sig"
    for line in sys.stdin.buffer:
        question = " ".join(line.decode(encoding, "replace").split())
        encoding = "utf-8"
        if question:
            yield question


def answer_each(asking: Asking, questions: Iterable[str], debug: bool = False) -> int:
    """Answers each question, with an empty line between the answers, and gives the highest exit code; 2 for none.

    Raises:
        TocgraphError: as `open_store`.
    """
    opened, worst = None, 0
    for question in questions:
        if opened is None:
            opened = asking.opened()
        else:
            plain.write("\n")
        _, code = _answer(asking, opened, question, None, debug, f"question: {question}")
        worst = max(worst, code)
    if opened is None:
        plain.note("error: there is no question, neither as an argument nor on standard input")
        plain.note('hint: tocgraph ask "which bodies implement UNTOC"')
        return 2
    return worst


def _answer(
    asking: Asking, opened: OpenStore, question: str, reading: int | None, debug: bool, named: str = ""
) -> tuple[AnswerSet | None, int]:
    """One answer with its exit code; an error is told, after `named`, and ends nothing but the answer.

    What cannot be written is raised all the same, for then no answer can be.
    """
    try:
        found, code = asking.answer(opened, question, reading)
    except (plain.OutputClosedError, OSError):
        raise
    except Exception as error:
        if named:
            plain.note(named)
        if debug:
            import traceback

            traceback.print_exception(error)
        found, code = None, plain.report(error)
    if sys.stdout is not None:
        sys.stdout.flush()
    return found, code


class Dialogue:
    """Remembers what was offered last, so that a number alone takes it."""

    def __init__(self, answering: Answering) -> None:
        self._answering = answering
        self._question = ""
        self._readings = 0
        self._near: tuple[str, ...] = ()

    def take(self, line: str) -> bool:
        """Answers what was typed; False when it asks to end.

        A number alone takes that reading of the last question when it had several, and the near question of that
        number when the last one was refused with some; otherwise it is a question like any other.
        """
        typed = " ".join(line.split())
        if typed.casefold() in ENDINGS:
            return False
        if not typed:
            return True
        number = int(typed) if typed.isdecimal() and len(typed) < 5 else 0
        if number and self._readings:
            self._answering(self._question, number)
            return True
        question = self._near[number - 1] if 0 < number <= len(self._near) else typed
        self._question, self._readings, self._near = question, 0, ()
        found = self._answering(question, None)
        if found is not None and found.status == AMBIGUOUS:
            self._readings = len(found.suggestions)
        elif found is not None:
            self._near = found.suggestions
        return True


def converse(asking: Asking, debug: bool = False) -> int:
    """Opens a prompt on the terminal and answers what is typed until it is ended; gives 0.

    Raises:
        TocgraphError: as `open_store`.
    """
    opened = asking.opened()
    language = "ar" if asking.lang == "ar" else "en"
    dialogue = Dialogue(lambda question, reading: _answer(asking, opened, question, reading, debug)[0])
    read = _reader(opened.names, language)
    plain.note(word("prompt-opens", language))
    while True:
        try:
            line = read()
        except KeyboardInterrupt:
            continue
        except EOFError:
            return 0
        try:
            if not dialogue.take(line):
                return 0
        except KeyboardInterrupt:
            plain.note("interrupted")


def _reader(names: Names, language: str) -> Callable[[], str]:
    """Reads one line at the prompt; raises KeyboardInterrupt for Ctrl-C and EOFError for Ctrl-D."""
    from prompt_toolkit import PromptSession
    from prompt_toolkit.output import create_output

    from tocgraph import locate

    session: PromptSession[str] = PromptSession(
        word("prompt", language),
        history=_history(locate.history_file()),
        completer=_completer(names),
        complete_in_thread=True,
        # With stdout in a file the prompt is shown on stderr, and the file gets answers alone.
        output=create_output(always_prefer_tty=True),
    )
    return session.prompt


def _completer(names: Names) -> Completer:
    from prompt_toolkit.completion import Completer, Completion

    from tocgraph.cli.completing import Completing
    from tocgraph.errors import TocgraphError

    completing = Completing.of(names)

    class Completes(Completer):
        def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterator[Completion]:
            try:
                offers = completing.offers(document.text_before_cursor)
            except TocgraphError:  # an index that is damaged; the next question says so
                return
            for offer in offers:
                yield Completion(plain.clean(offer.text), -offer.length, display_meta=plain.clean(offer.about))

    return Completes()


def _history(file: Path) -> History:
    """What was typed before and is typed now: in that file, or in memory when the file cannot be used."""
    from prompt_toolkit.history import FileHistory, InMemoryHistory

    class Kept(FileHistory):
        _failed = False

        def store_string(self, string: str) -> None:
            # The file may fail later too; what is typed stays in memory then, and saying it would break the line.
            if not self._failed:
                try:
                    super().store_string(string)
                except OSError:
                    self._failed = True

    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch(mode=0o600)  # questions may tell of cases
        with file.open("r+b"):
            return Kept(str(file))
    except OSError as error:
        plain.note(f"warning: the history {file} cannot be kept ({error.strerror or error}); it ends with this prompt")
        return InMemoryHistory()
