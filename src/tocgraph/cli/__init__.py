"""The command line. It sees all layers and decides nothing: commands read options, call the library and render.

Exit codes: 0 answered, also with an empty list; 1 a problem of the data or the query, a question that
was not understood, nothing of that name; 2 wrong usage; 3 the store, the endpoint or the output failed.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperGroup
from typer.main import get_command

from tocgraph import __version__
from tocgraph.cli import plain
from tocgraph.cli.overlays import overlays_kept, with_overlays

READER_GONE = 128 + 13
"""The exit code when what reads our output has closed it: what a shell reports of its own tools (SIGPIPE)."""

INTERRUPTED = 128 + 2
"""The exit code after Ctrl-C (SIGINT)."""

COMMANDS = {
    "ask": "answering:ask",
    "questions": "questions:questions",
    "show": "answering:show",
    "find": "answering:find",
    "list": "answering:list_",
    "path": "answering:path",
    "explain": "explain:explain",
    "basis": "basis:basis",
    "compare": "comparing:compare",
    "matrix": "comparing:matrix",
    "cite": "reference:cite",
    "sources": "reference:sources",
    "stats": "reference:stats",
    "disputes": "reference:disputes",
    "gaps": "time:gaps",
    "timeline": "time:timeline",
    "changes": "time:changes",
    "sparql": "building:sparql",
    "view": "pages:view",
    "export": "pages:export",
    "serve": "serving:serve",
    "build": "building:build",
    "push": "pushing:push",
    "check": "check:check",
    "audit": "audit:audit",
    "coverage": "audit:coverage",
    "import": "importing:import_",
    "new": "new:new",
    "spark": "sparking:spark",
}
"""Each command with the module and function behind it."""

_SETTINGS: dict[str, Any] = {
    "rich_markup_mode": None,
    "pretty_exceptions_enable": False,
    "context_settings": {"help_option_names": ["-h", "--help"]},
}


class _Commands(TyperGroup):
    """Loads a command when it is asked for: reading the options of all of them takes longer than an answer."""

    def list_commands(self, ctx: Any) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if cmd_name not in self.commands and cmd_name in COMMANDS:
            module, function = COMMANDS[cmd_name].split(":")
            alone = typer.Typer(add_completion=False, **_SETTINGS)
            alone.command(cmd_name)(getattr(import_module(f"tocgraph.cli.{module}"), function))
            self.commands[cmd_name] = with_overlays(get_command(alone))
        return self.commands.get(cmd_name)


app = typer.Typer(
    cls=_Commands,
    help="Who cooperates against transnational organized crime, under which instrument: answers with their sources.",
    epilog="Exit codes: 0 answered; 1 data or query problem, not understood, no such name; 2 wrong usage; "
    "3 store, endpoint or output failed.",
    no_args_is_help=True,
    **_SETTINGS,
)


def _version(value: bool) -> None:
    if value:
        plain.write(f"tocgraph {__version__}\n")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show the traceback of an error.")] = False,
) -> None:
    pass


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and gives its exit code; the last place that turns errors into text.

    `--debug` anywhere among the arguments lets errors through, with their traceback.
    """
    given = list(sys.argv[1:] if arguments is None else arguments)
    debug = "--debug" in given
    # Bytes that are no UTF-8 arrive as lone surrogates, which nothing after this could write or look up.
    given = [a.encode("utf-8", "surrogateescape").decode("utf-8", "replace") for a in given if a != "--debug"]
    _prepare_streams()
    try:
        with overlays_kept():
            code = _run(given, debug)
        if sys.stdout is not None:
            sys.stdout.flush()
        return code
    except (plain.OutputClosedError, BrokenPipeError):
        _drop_stdout()
        return READER_GONE
    except KeyboardInterrupt:
        plain.note("interrupted")
        return INTERRUPTED
    except Exception as error:
        if debug:
            raise
        _drop_stdout()
        return plain.report(error)


def _run(arguments: list[str], debug: bool) -> int:
    try:
        app(args=arguments, prog_name="tocgraph", obj=debug)
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else 0
    return 0


def _prepare_streams() -> None:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # Files and pipes are UTF-8 on every system; a terminal keeps its encoding, and shows ? for the rest.
            if stream.isatty():
                stream.reconfigure(errors="replace")
            else:
                stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def _drop_stdout() -> None:
    """Discards what is still buffered, so that the interpreter does not fail on it once more at its end."""
    try:
        sys.stdout.flush()
    except (OSError, ValueError, AttributeError):
        try:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, sys.stdout.fileno())
            os.close(nowhere)
        except (OSError, ValueError, AttributeError):
            pass
