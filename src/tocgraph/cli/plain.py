"""Text that is safe to show, and the one way out to stdout and stderr."""

from __future__ import annotations

import re
import sys

from tocgraph.errors import StoreError, TocgraphError

# C0 and C1 controls could drive a terminal; the bidirectional overrides and marks could make text
# read as something else (Unicode Standard Annex 9). Joiners stay: Arabic and Persian need them.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_SPACES = re.compile("[\t\n\r\u2028\u2029]+")
_JSON = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_KEPT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")

ISOLATE, POP = "\u2068", "\u2069"
"""First strong isolate and its end (Unicode Standard Annex 9, section 2.4)."""


class OutputClosedError(Exception):
    """What reads our output has closed it, as `head` does."""


def clean(text: object) -> str:
    """A value as one line of text without control characters; each of them becomes U+FFFD."""
    return _CONTROL.sub("\ufffd", _SPACES.sub(" ", str(text)))


def clean_lines(text: str) -> str:
    """A text of several lines, each of them clean."""
    return "\n".join(clean(line) for line in text.split("\n"))


def clean_json(text: str) -> str:
    """JSON text in which the controls that JSON lets stand are escaped too; it means the same."""
    return _JSON.sub(lambda m: f"\\u{ord(m[0]):04x}", text)


def isolated(text: str) -> str:
    """Text between marks that keep its direction from spilling into its neighbours."""
    return f"{ISOLATE}{text}{POP}"


def on_terminal() -> bool:
    """Whether stdout is a terminal."""
    return sys.stdout is not None and sys.stdout.isatty()


def write(text: str) -> None:
    """Writes text to stdout as it is.

    Raises:
        OutputClosedError: what read our output has closed it.
        OSError: it cannot be written, as on a full disk.
    """
    if sys.stdout is None:  # started with stdout closed: there is nowhere to write to
        return
    try:
        sys.stdout.write(text)
    except BrokenPipeError as error:
        raise OutputClosedError from error


def write_bytes(content: bytes) -> None:
    """Writes a document to stdout: byte for byte to a pipe or file, without control characters to a terminal.

    Raises:
        OutputClosedError, OSError: as `write`.
    """
    if on_terminal():
        write(_KEPT.sub("\ufffd", content.decode("utf-8", "replace")))
        return
    if sys.stdout is None:
        return
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    except BrokenPipeError as error:
        raise OutputClosedError from error


def note(text: str, end: str = "\n") -> None:
    """Writes a line for the person at the terminal to stderr."""
    if sys.stderr is not None:
        sys.stderr.write(clean_lines(text) + end)
        sys.stderr.flush()


def report(error: Exception) -> int:
    """Says on stderr what went wrong, mostly with a hint, and gives the exit code for it."""
    if isinstance(error, TocgraphError):
        message, hint, code = error.message, error.hint, error.exit_code
    elif isinstance(error, OSError):
        where = f" ({error.filename})" if error.filename else ""
        message = f"{error.strerror or error}{where}"
        hint, code = "check the disk, the folder and its rights", StoreError.exit_code
    else:
        message = f"internal error: {type(error).__name__}: {error}"
        hint, code = "run it again with --debug and report what it shows", StoreError.exit_code
    note(f"error: {message}")
    if hint:
        note(f"hint: {hint}")
    return code
