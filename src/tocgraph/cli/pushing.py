"""The command that puts the graph onto a server: push."""

from __future__ import annotations

from typing import Annotated

import typer

from tocgraph.cli import options, session


def push(
    endpoint: Annotated[str, typer.Option("--endpoint", metavar="URL", help="The address for queries on the server.")],
    graph: Annotated[
        str | None,
        typer.Option(
            "--graph",
            metavar="IRI",
            help="The graph to put it into, `default` for the default graph; the base of the data with `graph` behind "
            "it unless told.",
            show_default=False,
        ),
    ] = None,
    graph_store: Annotated[
        str | None,
        typer.Option(
            "--graph-store",
            metavar="URL",
            help="The address of the Graph Store Protocol there, where it does not follow from the other one.",
            show_default=False,
        ),
    ] = None,
    replace: Annotated[
        bool, typer.Option("--replace", help="Put it in the place of what that graph holds now.")
    ] = False,
    chunk: Annotated[
        int, typer.Option("--chunk", min=100, metavar="N", help="About how many triples go in one request.")
    ] = 20_000,
    data_dir: options.DataDirOption = None,
) -> None:
    """Put the whole graph onto a server (SPARQL 1.1 Graph Store Protocol), and check that it arrived.

    Credentials come from TOCGRAPH_ENDPOINT_USER and TOCGRAPH_ENDPOINT_PASSWORD, or TOCGRAPH_ENDPOINT_TOKEN. After a
    break the same command goes on where it stopped.
    """
    from tocgraph.cli import plain
    from tocgraph.cli.progress import progress
    from tocgraph.push import push as run

    done = run(session.opened(data_dir), endpoint, graph, graph_store, replace, chunk, progress())
    sent = f"{done.sent:,} of {done.triples:,} triples sent" if done.sent else "it was there already"
    counts = ", ".join(f"{number:,} {what}" for what, number in done.counts)
    plain.note(f"{sent}; there as here: {counts}; {done.sampled} sampled claims and entities are the same")
    plain.write(f"{plain.clean(done.endpoint)}\n")
