"""Checks of the outlines of sources, and of the pinpoints that name their parts."""

from __future__ import annotations

from collections.abc import Iterator

from tocgraph.checks.context import Context
from tocgraph.checks.names import language_codes
from tocgraph.errors import Problem
from tocgraph.model import Outline
from tocgraph.text import nearest


def outlines(context: Context) -> Iterator[Problem]:
    """unknown-source, repeated-pinpoint and bad-language, in outlines."""
    seen: set[str] = set()
    for outline in context.dataset.outlines:
        if outline.source in seen:
            message = f"{outline.source!r} has an outline already"
            yield context.problem(outline, ["source"], "repeated-pinpoint", message, "make one of the two")
        elif not context.knows("sources", outline.source):
            hint = context.suggestion("sources", outline.source, "add it to sources.yaml")
            yield context.problem(outline, ["source"], "unknown-source", f"no source {outline.source!r}", hint)
        seen.add(outline.source)
        named: set[str] = set()
        for path, part in outline.walk():
            if part.at in named:
                message = f"the pinpoint {part.at!r} is repeated"
                yield context.problem(
                    outline, [*path, "at"], "repeated-pinpoint", message, "name the place more exactly"
                )
            named.add(part.at)
            for field, text in (("title", part.title), ("uncited", part.uncited)):
                if isinstance(text, dict):
                    yield from language_codes(context, outline, [*path, field], text)


def pinpoints(context: Context) -> Iterator[Problem]:
    """unknown-pinpoint: citations of outlined sources whose `at` is no part of the outline."""
    known = {o.source: _pinpoints(o) for o in context.dataset.outlines if not context.lost.part(o)}
    guesses: dict[tuple[str, str], list[str]] = {}
    for relation in context.dataset.relations:
        for index, citation in enumerate(relation.cite):
            there = known.get(citation.source)
            if there is None or not citation.at or citation.at in there:
                continue
            place = (citation.source, citation.at)
            if place not in guesses:
                guesses[place] = nearest(citation.at, there, limit=1)
            near = guesses[place]
            hint = f"did you mean {near[0]!r}?" if near else "add the part to outlines.yaml"
            message = f"the outline of {citation.source!r} has no part {citation.at!r}"
            yield context.problem(relation, ["cite", index, "at"], "unknown-pinpoint", message, hint)


def _pinpoints(outline: Outline) -> set[str]:
    return {part.at for _, part in outline.walk()}
