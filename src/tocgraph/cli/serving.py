"""The command serve: the graph over HTTP."""

from __future__ import annotations

from importlib.util import find_spec
from typing import Annotated, Literal

import typer

from tocgraph.cli import options, session

Log = Literal["requests", "problems", "none"]

NEEDED = ("starlette", "uvicorn", "httptools")


def serve(
    host: Annotated[
        str,
        typer.Option("--host", metavar="ADDRESS", help="Where to listen; loopback unless told."),
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="The port; 0 takes a free one.")] = 8080,
    workers: Annotated[int, typer.Option("--workers", min=1, max=64, help="So many processes answer.")] = 2,
    public: Annotated[
        str, typer.Option("--public", metavar="URL", help="The address that others see, behind a proxy.")
    ] = "",
    cors: Annotated[
        list[str] | None,
        typer.Option("--cors", metavar="ORIGIN", help="Pages of this origin (or *) may read answers. Repeat it."),
    ] = None,
    seconds: Annotated[float, typer.Option("--time-limit", min=0.1, help="Seconds for a query or a page.")] = 30.0,
    rows: Annotated[int, typer.Option("--row-limit", min=1, help="The most rows or triples of a result.")] = 100_000,
    body: Annotated[int, typer.Option("--body-limit", min=100, help="The most bytes of a request's body.")] = 1_000_000,
    queries: Annotated[int, typer.Option("--queries", min=1, help="So many queries at once in each worker.")] = 4,
    per_client: Annotated[
        int,
        typer.Option("--per-client", min=0, help="So many queries of one address at once in each worker; 0: any."),
    ] = 0,
    cache: Annotated[
        int, typer.Option("--cache", min=0, help="Bytes of small results that each worker keeps; 0 keeps none.")
    ] = 64_000_000,
    drain: Annotated[
        float, typer.Option("--drain", min=0.0, help="Seconds in which workers finish when the service ends.")
    ] = 10.0,
    log: Annotated[Log, typer.Option("--log", help="What is told on standard error, as JSON lines.")] = "problems",
    data_dir: options.DataDirOption = None,
) -> None:
    """Serve SPARQL, pages, the graph and a JSON interface over HTTP, read-only, until Ctrl-C."""
    from tocgraph.cli import plain
    from tocgraph.errors import TocgraphError
    from tocgraph.server.settings import Settings

    missing = [name for name in NEEDED if find_spec(name) is None]
    if missing:
        raise TocgraphError(f"not installed: {', '.join(missing)}", "pip install 'tocgraph[serve]'")
    _check(public, cors or ())
    from tocgraph.server.supervisor import Supervisor

    settings = Settings(
        host=host, port=port, workers=workers, data_dir=str(data_dir) if data_dir else None, public=public,
        cors=tuple(cors or ()), seconds=seconds, rows=rows, body=body, queries=queries, per_client=per_client,
        cache=cache, drain=drain, log=log,
    )  # fmt: skip
    supervisor = Supervisor(session.opened(data_dir), settings)
    if not _loopback(host):
        plain.note(f"warning: {host} can be reached from other machines; there is no password and no encryption")

    def ready(address: str) -> None:
        import sys

        plain.write(f"{address}/\n")
        if sys.stdout is not None:
            sys.stdout.flush()

    supervisor.run(ready)


def _check(public: str, cors: list[str] | tuple[str, ...]) -> None:
    """Wrong usage where an address is none."""
    from urllib.parse import urlsplit

    for name, text in (("--public", public), *(("--cors", origin) for origin in cors)):
        if not text or (name == "--cors" and text == "*"):
            continue
        try:
            parts = urlsplit(text)
            usable = parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 1) > 0
        except ValueError:
            usable = False
        if not usable or (name == "--cors" and (parts.path or parts.query)) or any(c <= " " or c > "~" for c in text):
            raise typer.BadParameter(f"{name} {text!r} is no address such as https://example.org")


def _loopback(host: str) -> bool:
    from ipaddress import ip_address

    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
