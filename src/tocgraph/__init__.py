"""A cited knowledge graph of international cooperation against transnational organized crime.

    >>> import tocgraph
    >>> opened = tocgraph.open_store()                                      # doctest: +SKIP
    >>> tocgraph.ask(opened, "who implements UNTOC?").answers[0].citations  # doctest: +SKIP

Names are imported when they are first used: what is not needed costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tocgraph.asking import ask
    from tocgraph.checks import check
    from tocgraph.errors import DataError, Problem, QueryError, StoreError, TocgraphError, UnknownIdError
    from tocgraph.exporters import export
    from tocgraph.graph import KnowledgeGraph, load
    from tocgraph.reports.basis import basis
    from tocgraph.reports.changes import changes
    from tocgraph.reports.cite import cite
    from tocgraph.reports.compare import compare
    from tocgraph.reports.disputes import disputes
    from tocgraph.reports.explain import explain
    from tocgraph.reports.find import find
    from tocgraph.reports.gaps import gaps
    from tocgraph.reports.listing import list_entities
    from tocgraph.reports.matrix import matrix
    from tocgraph.reports.paths import paths
    from tocgraph.reports.show import show
    from tocgraph.reports.sources import sources
    from tocgraph.reports.stats import stats
    from tocgraph.reports.timeline import timeline
    from tocgraph.store import open_store
    from tocgraph.viewing import View, view

__version__ = "0.1.0"

__all__ = [
    "DataError",
    "KnowledgeGraph",
    "Problem",
    "QueryError",
    "StoreError",
    "TocgraphError",
    "UnknownIdError",
    "View",
    "__version__",
    "ask",
    "basis",
    "changes",
    "check",
    "cite",
    "compare",
    "disputes",
    "explain",
    "export",
    "find",
    "gaps",
    "list_entities",
    "load",
    "matrix",
    "open_store",
    "paths",
    "show",
    "sources",
    "stats",
    "timeline",
    "view",
]

_HOMES = {
    "DataError": "errors",
    "KnowledgeGraph": "graph",
    "Problem": "errors",
    "QueryError": "errors",
    "StoreError": "errors",
    "TocgraphError": "errors",
    "UnknownIdError": "errors",
    "View": "viewing",
    "ask": "asking",
    "basis": "reports.basis",
    "changes": "reports.changes",
    "check": "checks",
    "cite": "reports.cite",
    "compare": "reports.compare",
    "disputes": "reports.disputes",
    "explain": "reports.explain",
    "export": "exporters",
    "find": "reports.find",
    "gaps": "reports.gaps",
    "list_entities": "reports.listing",
    "load": "graph",
    "matrix": "reports.matrix",
    "open_store": "store",
    "paths": "reports.paths",
    "show": "reports.show",
    "sources": "reports.sources",
    "stats": "reports.stats",
    "timeline": "reports.timeline",
    "view": "viewing",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
