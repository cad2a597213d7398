"""`tocgraph spark`: heavy analytics over the Parquet export, on a Spark cluster."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from tocgraph.cli import options

Analysis = Literal["matrix", "neighbourhood", "centrality"]
Form = Literal["table", "json", "csv"]


def spark(
    analysis: Annotated[Analysis, typer.Argument(help="What to compute.")],
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[NAME ...]",
            help="matrix: two entity types, for the rows and the columns. neighbourhood: an entity, by id or name.",
            show_default=False,
        ),
    ] = None,
    parquet: Annotated[
        str, typer.Option("--parquet", metavar="DIR", help="The folder that `tocgraph export parquet` wrote.")
    ] = "",
    master: Annotated[
        str, typer.Option("--master", metavar="URL", help="The cluster: local[*], spark://host:7077, yarn ...")
    ] = "local[*]",
    relation: Annotated[
        str | None,
        typer.Option("--relation", metavar="RELATION", help="Only claims of this relation type and narrower ones."),
    ] = None,
    depth: Annotated[int, typer.Option("--depth", min=0, help="Steps of a neighbourhood.")] = 1,
    target: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="DIR", help="A folder for the result as Parquet; none may be there."),
    ] = None,
    form: Annotated[
        Form, typer.Option("--format", "-f", help="How to write the result when there is no -o.")
    ] = "table",
    as_of: options.AsOfOption = None,
) -> None:
    """Compute a matrix, a neighbourhood or centralities on a Spark cluster, over the Parquet export."""
    from tocgraph import spark as heavy
    from tocgraph.cli import plain
    from tocgraph.spark.cluster import rows_of

    given = names or []
    wanted = {"matrix": 2, "neighbourhood": 1, "centrality": 0}[analysis]
    if len(given) != wanted:
        raise typer.BadParameter(f"{analysis} takes {wanted or 'no'} name{'s' * (wanted != 1)}")
    if not parquet:
        raise typer.BadParameter("name the folder of the export", param_hint="--parquet")
    if target is not None and target.exists():
        raise typer.BadParameter(f"{str(target)!r} is there already", param_hint="--output")
    with heavy.cluster(master) as on:
        tables = heavy.Tables(on, parquet)
        if analysis == "matrix":
            found = heavy.matrix(tables, given[0], given[1], relation, as_of)
        elif analysis == "neighbourhood":
            found = heavy.neighbourhood(tables, given[0], depth, relation, as_of)
        else:
            found = heavy.centrality(tables, relation, as_of)
        if target is not None:
            found.write.parquet(str(target.absolute()))
            plain.write(f"{plain.clean(target)}\n")
            return
        for text in _text(found.columns, rows_of(found), form):
            plain.write(text)


def _text(columns: Sequence[str], rows: Iterable[dict[str, Any]], form: Form) -> Iterator[str]:
    """The result piece by piece: it may be long."""
    from tocgraph.cli import plain

    if form == "json":
        opening = "["
        for row in rows:
            yield plain.clean_json(f"{opening}\n  {json.dumps(row, ensure_ascii=False)}")
            opening = ","
        yield "[]\n" if opening == "[" else "\n]\n"
    elif form == "csv":
        yield _line(columns)
        for row in rows:
            yield _line(["" if row[c] is None else row[c] for c in columns])
    else:
        yield "\t".join(columns) + "\n"
        for row in rows:
            yield "\t".join("" if row[c] is None else plain.clean(row[c]) for c in columns) + "\n"


def _line(values: Sequence[Any]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\r\n").writerow(values)
    return buffer.getvalue()
