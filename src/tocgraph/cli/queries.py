"""What the `sparql` command does: reads a query, declares our prefixes, writes the result."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from tocgraph.cli import output, plain
from tocgraph.cli.sheets import Sheet
from tocgraph.errors import QueryError
from tocgraph.store import OpenStore, Solutions, Term
from tocgraph.store.base import bare, kind_of
from tocgraph.vocabulary import Vocabulary

_DECLARED = re.compile(r"\bPREFIX\s+([A-Za-z][\w.-]*)?\s*:", re.IGNORECASE)
_USED = re.compile(r"(?<![\w:?$-])([A-Za-z][\w-]*):")


def read(text: str | None, file: Path | None) -> str:
    """The query from the command line, standard input (-) or a file.

    Raises:
        QueryError: the file cannot be read or is no UTF-8 text, or there is no query in it.
    """
    try:
        if file is not None:
            text = file.read_text(encoding="utf-8-sig")
        elif text == "-":
            text = sys.stdin.buffer.read().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise QueryError("the query is no UTF-8 text", "save it as UTF-8") from error
    except OSError as error:
        raise QueryError(f"the query file {str(file)!r} cannot be read: {error.strerror}", "check the path") from error
    if not (text or "").strip():
        raise QueryError("the query is empty", "write a SELECT, ASK, CONSTRUCT or DESCRIBE query")
    return text or ""


def with_prefixes(query: str, vocabulary: Vocabulary) -> str:
    """The query with declarations of those of our prefixes that it uses and does not declare.

    They go on the first line, so that line numbers in an engine's messages stay right.
    """
    words = bare(query)
    declared = {match[1] or "" for match in _DECLARED.finditer(words)}
    wanted = sorted({match[1] for match in _USED.finditer(words)} - declared)
    return "".join(f"PREFIX {n}: <{vocabulary.prefixes[n]}> " for n in wanted if n in vocabulary.prefixes) + query


def run(opened: OpenStore, query: str, form: str | None, remote: bool) -> None:
    """Runs a query and writes its result to stdout.

    Raises:
        QueryError: the query is malformed, or has no such result format.
        StoreError: the store or the endpoint failed.
    """
    if remote:
        query = with_prefixes(query, opened.vocabulary)
    kind = kind_of(query)
    if form not in (None, "table", "markdown"):
        plain.write_bytes(opened.store.serialize(query, str(form)))
    elif kind == "ASK":
        plain.write("true\n" if opened.store.ask(query) else "false\n")
    elif kind in ("CONSTRUCT", "DESCRIBE"):
        if form:
            raise QueryError(f"a {kind} query has no {form} result", "choose turtle, ntriples, rdfxml, jsonld")
        plain.write_bytes(opened.store.serialize(query))
    else:
        sheet = _sheet(opened.store.select(query), opened.vocabulary)
        if form == "markdown":
            plain.write("".join(line + "\n" for line in output.markdown_lines(sheet, "en")))
        elif sheet.rows or plain.on_terminal():
            output.write_sheet(sheet, "en")
        else:
            plain.write("\t".join(sheet.columns) + "\n")


def _sheet(solutions: Solutions, vocabulary: Vocabulary) -> Sheet:
    rows = [[_text(row[v], vocabulary) if v in row else "" for v in solutions.variables] for row in solutions.rows]
    return Sheet([plain.clean(v) for v in solutions.variables], rows)


def _text(value: Term, vocabulary: Vocabulary) -> str:
    if value.kind == "iri":
        for prefix, start in vocabulary.prefixes.items():
            if value.value.startswith(start) and re.fullmatch(r"[\w-]+", value.value[len(start) :]):
                return f"{prefix}:{value.value[len(start) :]}"
    return plain.clean(value.value)
