"""Checks that see many records at once: repeated claims, cycles, order."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TypeVar

from tocgraph.checks.context import ENTITIES, OUTLINES, RELATIONS, SOURCES, Context
from tocgraph.errors import Problem
from tocgraph.model import Record, Relation

Key = tuple[str, str, str, str, str]
R = TypeVar("R", bound=Record)


def same_claims(context: Context) -> Iterator[Problem]:
    """same-claim: a symmetric relation claims the same in either direction."""
    symmetric = _symmetric(context)
    first: dict[Key, Relation] = {}
    for relation in context.dataset.relations:
        subject, kind, filler, since, until = relation.key
        if relation.object is not None and kind in symmetric and filler < subject:
            subject, filler = filler, subject
        key = (subject, kind, filler, since, until)
        earlier = first.setdefault(key, relation)
        if earlier is not relation:
            there = context.problem(earlier, ["subject"], "same-claim", "")
            file = "" if there.file == context.reading.places[id(relation)].file else f" of {there.file}"
            yield context.problem(
                relation,
                ["subject"],
                "same-claim",
                f"line {there.line}{file} claims the same",
                "keep one block with the citations of both",
            )


def _symmetric(context: Context) -> set[str]:
    return {kind for kind, declared in context.relation_types.items() if "symmetric" in declared.flags}


def cycles(context: Context) -> Iterator[Problem]:
    """cycle, for each acyclic relation type together with its narrower ones."""
    acyclic = {kind for kind, declared in context.relation_types.items() if "acyclic" in declared.flags}
    by_type: dict[str, dict[str, dict[str, Relation]]] = defaultdict(lambda: defaultdict(dict))
    for relation in context.dataset.relations:
        if relation.object is None or relation.object == relation.subject:
            continue
        if relation.standing in ("disputed", "rejected"):
            continue
        for kind in _line(context, relation.relation):
            if kind in acyclic:
                by_type[kind][relation.subject].setdefault(relation.object, relation)
                break
    for kind, edges in sorted(by_type.items()):
        for loop in find_cycles(edges):
            relation = edges[loop[-1]][loop[0]]
            path = " > ".join([*loop, loop[0]])
            message = f"{kind!r} leads back to its start: {path}"
            yield context.problem(relation, ["object"], "cycle", message, "remove one of these relations")


def _line(context: Context, kind: str) -> Iterator[str]:
    """The broadest relation type first, down to the type itself."""
    line: list[str] = []
    current: str | None = kind
    while current is not None and current in context.relation_types and current not in line:
        line.append(current)
        current = context.relation_types[current].broader
    return reversed(line)


def find_cycles(edges: Mapping[str, Collection[str]]) -> list[list[str]]:
    """One shortest cycle of each group of things that reach one another, smallest id first.

    A plain peeling away of everything without a way in or out leaves nothing in the usual case; only
    what stays is searched.
    """
    remaining = _core(edges)
    cycles: list[list[str]] = []
    done: set[str] = set()
    for start in sorted(remaining):
        if start in done:
            continue
        loop = _loop(start, remaining)
        if loop and not done.intersection(loop):
            cycles.append(loop)
        if loop:
            done.update(loop)
    return cycles


def _core(edges: Mapping[str, Collection[str]]) -> dict[str, set[str]]:
    out = {node: set(targets) for node, targets in edges.items()}
    into: dict[str, set[str]] = defaultdict(set)
    for node, targets in out.items():
        for target in targets:
            into[target].add(node)
    bare = [node for node in {*out, *into} if not out.get(node) or not into.get(node)]
    while bare:
        node = bare.pop()
        for target in out.pop(node, ()):
            into[target].discard(node)
            if not into[target]:
                bare.append(target)
        for origin in into.pop(node, ()):
            if origin in out:
                out[origin].discard(node)
                if not out[origin]:
                    bare.append(origin)
    return out


def _loop(start: str, edges: Mapping[str, Collection[str]]) -> list[str]:
    """A shortest way from `start` back to itself, without repeating the start; empty when there is none."""
    before: dict[str, str] = {}
    queue = [start]
    for node in queue:
        for target in sorted(edges.get(node, ())):
            if target == start:
                way = [node]
                while way[-1] != start:
                    way.append(before[way[-1]])
                return way[::-1]
            if target not in before:
                before[target] = node
                queue.append(target)
    return []


def order(context: Context, sound: Collection[int]) -> Iterator[Problem]:
    """order, among the blocks whose id() is in `sound`: a faulty block may belong elsewhere once mended."""
    dataset, places = context.dataset, context.reading.places

    def files(records: Sequence[R], name: str) -> Iterator[list[R]]:
        """The sound records of each file of that name: a data folder has one, and so has each overlay."""
        found: dict[str, list[R]] = {}
        for record in records:
            file = places[id(record)].file
            if id(record) in sound and file.rpartition("/")[2] == name:
                found.setdefault(file, []).append(record)
        yield from found.values()

    for sources in files(dataset.sources, SOURCES):
        yield from _unsorted(context, [((s.id,), s) for s in sources], "id")
    for entities in files(dataset.entities, ENTITIES):
        yield from _unsorted(context, [((e.id,), e) for e in entities], "id")
    for outlines in files(dataset.outlines, OUTLINES):
        yield from _unsorted(context, [((o.source,), o) for o in outlines], "source")
    for relations in files(dataset.relations, RELATIONS):
        yield from _order_of_claims(context, relations)


def _order_of_claims(context: Context, relations: Sequence[Relation]) -> Iterator[Problem]:
    symmetric = _symmetric(context)
    turned = {id(r) for r in relations if r.object is not None and r.relation in symmetric and r.object < r.subject}
    for relation in relations:
        if id(relation) in turned:
            yield context.problem(
                relation,
                ["subject"],
                "order",
                f"{relation.relation!r} holds both ways, and {relation.object!r} comes before {relation.subject!r}",
                "swap subject and object",
            )
    yield from _unsorted(context, [(r.key, r) for r in relations if id(r) not in turned], "subject")


def _unsorted(context: Context, keyed: Sequence[tuple[tuple[str, ...], Record]], field: str) -> Iterator[Problem]:
    """One problem for each block outside the longest run that is in order."""
    keys = [key for key, _ in keyed]
    if all(a <= b for a, b in pairwise(keys)):
        return
    kept = _longest_sorted(keys)
    ranked = sorted(set(keys))
    for index, (key, record) in enumerate(keyed):
        if index not in kept:
            rank = bisect_left(ranked, key)
            where = f"comes after {_name(ranked[rank - 1])}" if rank else f"comes first, before {_name(ranked[1])}"
            message = f"{_name(key)} is out of order; it {where}"
            yield context.problem(record, [field], "order", message, "move the block there")


def _name(key: tuple[str, ...]) -> str:
    return repr(" ".join(part for part in key if part))


def _longest_sorted(keys: Sequence[tuple[str, ...]]) -> set[int]:
    """The positions of a longest non-decreasing subsequence (patience sorting)."""
    tails: list[tuple[str, ...]] = []
    positions: list[int] = []
    before: list[int] = []
    for index, key in enumerate(keys):
        place = bisect_right(tails, key)
        before.append(positions[place - 1] if place else -1)
        if place == len(tails):
            tails.append(key)
            positions.append(index)
        else:
            tails[place], positions[place] = key, index
    kept: set[int] = set()
    current = positions[-1] if positions else -1
    while current >= 0:
        kept.add(current)
        current = before[current]
    return kept
