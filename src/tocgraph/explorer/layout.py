"""Where each entity stands on the page: computed here, once, so that the page opens at rest.

Fruchterman and Reingold (1991) by igraph with a fixed seed, relations inside a community pulled
tighter so that subjects stand apart; then overlaps are resolved and far outliers drawn in.
"""

from __future__ import annotations

import math
import random
from collections import defaultdict
from collections.abc import Mapping, Sequence

SEED = 20001115
"""Any number will do, as long as it stays: positions depend on it."""

SPACING = 46.0
"""Page units between neighbouring entities, before their sizes are added."""

_FAR = 1.6
"""Beyond this multiple of the mean distance from the middle, distances are compressed."""

Point = tuple[float, float]


def positions(
    identifiers: Sequence[str], pairs: Sequence[tuple[str, str]], sizes: Mapping[str, float]
) -> dict[str, tuple[int, int]]:
    """A place in page units for each entity; the same input gives the same places.

    Args:
        identifiers: The entities; sorted, so that order does not depend on the store.
        pairs: Related entities; direction and repetition do not matter.
        sizes: The radius of each entity in page units.
    """
    import igraph

    order = sorted(identifiers)
    index = {identifier: i for i, identifier in enumerate(order)}
    edges = sorted({(min(index[a], index[b]), max(index[a], index[b])) for a, b in pairs if a != b})
    graph = igraph.Graph(len(order), edges)
    places: list[Point] = [(0.0, 0.0)] * len(order)
    # igraph draws from one generator for the whole process; it gets Python's own back afterwards.
    igraph.set_random_number_generator(random.Random(SEED))  # noqa: S311 - a layout, not a secret
    try:
        parts = sorted((sorted(part) for part in graph.connected_components()), key=lambda part: (-len(part), part))
        laid = [_lay_out(graph.induced_subgraph(part), [sizes[order[i]] for i in part]) for part in parts]
    finally:
        igraph.set_random_number_generator(random)
    for part, points in zip(parts, _pack(laid), strict=True):
        for i, point in zip(part, points, strict=True):
            places[i] = point
    return {identifier: (round(x), round(y)) for identifier, (x, y) in zip(order, places, strict=True)}


def _lay_out(graph, radii: Sequence[float]) -> list[Point]:  # type: ignore[no-untyped-def]
    """One connected component, its middle at the origin."""
    count = graph.vcount()
    if count == 1:
        return [(0.0, 0.0)]
    community = graph.community_multilevel().membership
    weights = [2.2 if community[e.source] == community[e.target] else 0.7 for e in graph.es]
    # The start on a sunflower spiral is even and the same everywhere, unlike a random one.
    start = [(math.sqrt(i) * math.cos(i * 2.399963), math.sqrt(i) * math.sin(i * 2.399963)) for i in range(count)]
    layout = graph.layout_fruchterman_reingold(weights=weights, seed=start, niter=260, grid=False)
    points = [(float(x), float(y)) for x, y in layout.coords]
    middle_x, middle_y = (sum(axis) / count for axis in zip(*points, strict=True))
    points = _drawn_in([(x - middle_x, y - middle_y) for x, y in points])
    reach = sum(math.hypot(x, y) for x, y in points) / count or 1.0
    scale = SPACING * math.sqrt(count) / 2 / reach * 0.72
    return _apart([(x * scale, y * scale) for x, y in points], radii)


def _drawn_in(points: Sequence[Point]) -> list[Point]:
    """The same points with the few far ones nearer, so that they do not shrink all the rest."""
    limit = _FAR * sum(math.hypot(x, y) for x, y in points) / len(points) or 1.0
    found = []
    for x, y in points:
        distance = math.hypot(x, y)
        factor = 1.0 if distance <= limit else limit * (1 + math.log(distance / limit) / 3) / distance
        found.append((x * factor, y * factor))
    return found


def _apart(points: Sequence[Point], radii: Sequence[float], rounds: int = 60) -> list[Point]:
    """The same points pushed aside until no two entities touch, or `rounds` have passed."""
    gap = SPACING * 0.3
    cell = 2 * (max(radii) + gap)
    xs, ys = [x for x, _ in points], [y for _, y in points]
    for _ in range(rounds):
        grid: dict[tuple[int, int], list[int]] = defaultdict(list)
        for i, (x, y) in enumerate(zip(xs, ys, strict=True)):
            grid[int(x // cell), int(y // cell)].append(i)
        moved = False
        for (column, row), members in grid.items():
            near = [j for dx in (-1, 0, 1) for dy in (-1, 0, 1) for j in grid.get((column + dx, row + dy), ())]
            for i in members:
                room = radii[i] + gap
                for j in near:
                    if j <= i:
                        continue
                    # This is gone through some million times: the cheap comparisons come first.
                    dx, dy, apart = xs[j] - xs[i], ys[j] - ys[i], room + radii[j]
                    if dx >= apart or -dx >= apart or dy >= apart or -dy >= apart:
                        continue
                    distance = math.hypot(dx, dy)
                    overlap = apart - distance
                    if overlap <= 0:
                        continue
                    moved = True
                    if distance == 0:
                        dx, dy, distance = math.cos(i), math.sin(i), 1.0
                    dx, dy = dx / distance * overlap / 2, dy / distance * overlap / 2
                    xs[i] -= dx
                    ys[i] -= dy
                    xs[j] += dx
                    ys[j] += dy
        if not moved:
            break
    return list(zip(xs, ys, strict=True))


def _pack(parts: Sequence[Sequence[Point]]) -> list[list[Point]]:
    """The components beside each other: the largest first, the others in rows below it."""
    placed: list[list[Point]] = []
    width, left, top, row_height = 0.0, 0.0, 0.0, 0.0
    for number, points in enumerate(parts):
        xs, ys = [x for x, _ in points], [y for _, y in points]
        wide, high = max(xs) - min(xs) + 2 * SPACING, max(ys) - min(ys) + 2 * SPACING
        if number and left + wide > width:
            left, top, row_height = 0.0, top + row_height, 0.0
        dx, dy = left - min(xs), top - min(ys)
        placed.append([(x + dx, y + dy) for x, y in points])
        if number == 0:
            # Many small parts without a large one make a square, not a column.
            width = max(wide, math.sqrt(len(parts)) * wide)
            left, top = (0.0, high) if len(points) > 1 else (wide, 0.0)
            row_height = 0.0 if len(points) > 1 else high
        else:
            left, row_height = left + wide, max(row_height, high)
    return placed
