"""A layered drawing of a directed graph, after Sugiyama, Tagawa and Toda (1981), in whole steps that can be tested.

Edges against the stream are turned round while layers are found; an edge over several layers goes through a narrow
place in each of them; the order in a layer is that of the mean place of what it is joined to.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

SWEEPS = 12
"""How often the order in the layers is improved, and how often places are straightened."""

ACROSS, DOWN = 28.0, 56.0
"""The least space between two boxes beside each other, and between two layers."""


class Size(NamedTuple):
    """Width and height of a box."""

    width: float
    height: float


class Box(NamedTuple):
    """Where a box stands: its left upper corner and its size."""

    x: float
    y: float
    width: float
    height: float


class Drawing(NamedTuple):
    """Where everything stands."""

    boxes: Mapping[str, Box]
    lines: Mapping[tuple[str, str], Sequence[tuple[float, float]]]
    """For each edge the points that it goes through, from its first box to its second."""
    width: float
    height: float


Place = Hashable
"""A box by its name, or the place of an edge in a layer: (from, to, layer)."""


def drawing(sizes: Mapping[str, Size], edges: Sequence[tuple[str, str]], tops: Iterable[str] = ()) -> Drawing:
    """Boxes in layers, those of `tops` first, and edges between them. An edge from a box to itself has no line."""
    straight = [edge for edge in dict.fromkeys(edges) if edge[0] != edge[1]]
    turned = against(list(sizes), straight, list(tops))
    down = {(edge[1], edge[0]) if edge in turned else edge for edge in straight}
    level = levels(list(sizes), down)
    chains = {edge: _chain(edge, level, edge in turned) for edge in straight}
    rows = _ordered(_rows(sizes, level, chains), chains)
    widths: dict[Place, float] = {name: size.width for name, size in sizes.items()}
    xs = _places(rows, chains, widths)
    heights = [max((sizes[each].height for each in row if isinstance(each, str)), default=0.0) for row in rows]
    ys = [sum(heights[:number]) + DOWN * number for number in range(len(rows))]
    boxes = {
        name: Box(xs[name] - size.width / 2, ys[level[name]], size.width, size.height) for name, size in sizes.items()
    }
    lines = {}
    for edge, chain in chains.items():
        points = []
        for place in chain:
            number = level[place] if isinstance(place, str) else place[2]  # type: ignore[index]
            if isinstance(place, str):
                upper = place == (edge[1] if edge in turned else edge[0])
                points.append((xs[place], boxes[place].y + (boxes[place].height if upper else 0)))
            else:
                points += [(xs[place], ys[number]), (xs[place], ys[number] + heights[number])]
        lines[edge] = points[::-1] if edge in turned else points
    width = max((box.x + box.width for box in boxes.values()), default=0.0)
    width = max([width, *(x for line in lines.values() for x, _ in line)])
    return Drawing(boxes, lines, width, (ys[-1] + heights[-1]) if rows else 0.0)


def against(names: Sequence[str], edges: Iterable[tuple[str, str]], tops: Sequence[str]) -> set[tuple[str, str]]:
    """The edges that lead back to where a walk from the tops has come from: without them nothing goes in a circle."""
    ways: dict[str, list[str]] = {name: [] for name in names}
    for one, other in edges:
        ways[one].append(other)
    found, done = set(), set()
    for top in [*tops, *names]:
        if top in done:
            continue
        walk = [(top, iter(ways[top]))]
        open_ = {top}
        while walk:
            name, rest = walk[-1]
            for other in rest:
                if other in open_:
                    found.add((name, other))
                elif other not in done:
                    open_.add(other)
                    walk.append((other, iter(ways[other])))
                    break
            else:
                walk.pop()
                open_.discard(name)
                done.add(name)
    return found


def levels(names: Sequence[str], edges: Iterable[tuple[str, str]]) -> dict[str, int]:
    """The layer of each box: as many below the top as the longest way to it has edges. Edges go in no circle."""
    before: dict[str, list[str]] = {name: [] for name in names}
    for one, other in edges:
        before[other].append(one)
    found: dict[str, int] = {}

    def level(name: str) -> int:
        if name not in found:
            found[name] = 1 + max((level(each) for each in before[name]), default=-1)
        return found[name]

    for name in names:
        level(name)
    return found


def _chain(edge: tuple[str, str], level: Mapping[str, int], turned: bool) -> list[Place]:
    """The places of an edge from the upper layer to the lower."""
    one, other = edge[::-1] if turned else edge
    return [one, *((one, other, number) for number in range(level[one] + 1, level[other])), other]


def _rows(
    sizes: Mapping[str, Size], level: Mapping[str, int], chains: Mapping[tuple[str, str], Sequence[Place]]
) -> list[list[Place]]:
    rows: list[list[Place]] = [[] for _ in range(max(level.values(), default=-1) + 1)]
    for name in sizes:
        rows[level[name]].append(name)
    for chain in chains.values():
        for place in chain[1:-1]:
            if place not in rows[place[2]]:  # type: ignore[index]
                rows[place[2]].append(place)  # type: ignore[index]
    return rows


def _joined(
    chains: Mapping[tuple[str, str], Sequence[Place]],
) -> tuple[dict[Place, list[Place]], dict[Place, list[Place]]]:
    """For each place what it is joined to above, and below."""
    above: dict[Place, list[Place]] = {}
    below: dict[Place, list[Place]] = {}
    for chain in chains.values():
        for one, other in pairwise(chain):
            below.setdefault(one, []).append(other)
            above.setdefault(other, []).append(one)
    return above, below


def _ordered(rows: list[list[Place]], chains: Mapping[tuple[str, str], Sequence[Place]]) -> list[list[Place]]:
    """Each layer in the order of the mean place of what it is joined to: first seen from above, then from below."""
    above, below = _joined(chains)
    best, least = [list(row) for row in rows], crossings(rows, below)
    for sweep in range(SWEEPS):
        downwards = sweep % 2 == 0
        joined = above if downwards else below
        for row in rows if downwards else rows[::-1]:
            at = {place: number for each in rows for number, place in enumerate(each)}
            mean = {
                place: sum(at[other] for other in joined[place]) / len(joined[place]) if place in joined else at[place]
                for place in row
            }
            row.sort(key=mean.__getitem__)
        count = crossings(rows, below)
        if count < least:
            best, least = [list(row) for row in rows], count
    return best


def crossings(rows: Sequence[Sequence[Place]], below: Mapping[Place, Sequence[Place]]) -> int:
    """How often lines between neighbouring layers cross."""
    count = 0
    for upper, lower in pairwise(rows):
        at = {place: number for number, place in enumerate(lower)}
        ends = [at[other] for place in upper for other in sorted(below.get(place, ()), key=at.__getitem__)]
        count += sum(one > other for number, one in enumerate(ends) for other in ends[number + 1 :])
    return count


def _places(
    rows: Sequence[Sequence[Place]],
    chains: Mapping[tuple[str, str], Sequence[Place]],
    widths: Mapping[Place, float],
) -> dict[Place, float]:
    """The middle of each place: under what it is joined to, as far as its neighbours leave room."""
    above, below = _joined(chains)
    xs: dict[Place, float] = {}
    for row in rows:
        x = 0.0
        for place in row:
            width = widths.get(place, 0.0)
            xs[place] = x + width / 2
            x += width + ACROSS
    for sweep in range(SWEEPS):
        joined = above if sweep % 2 == 0 else below
        for row in rows if sweep % 2 == 0 else rows[::-1]:
            wanted = [
                sum(xs[other] for other in joined[place]) / len(joined[place]) if place in joined else xs[place]
                for place in row
            ]
            for place, x in zip(row, _apart(row, wanted, widths), strict=True):
                xs[place] = x
    least = min((x - widths.get(place, 0.0) / 2 for place, x in xs.items()), default=0.0)
    return {place: x - least for place, x in xs.items()}


def _apart(row: Sequence[Place], wanted: Sequence[float], widths: Mapping[Place, float]) -> list[float]:
    """Middles as near to those wanted as neighbours allow: boxes that would touch become one group at its mean."""
    groups: list[tuple[float, int, list[float]]] = []  # Sum of the wanted firsts, how many, offsets from the first.
    for number, place in enumerate(row):
        sums, count, offsets = wanted[number], 1, [0.0]
        while groups:
            last_sum, last_count, last_offsets = groups[-1]
            before = row[number - len(offsets)]
            first = row[number - len(offsets) + 1]
            gap = (widths.get(before, 0.0) + widths.get(first, 0.0)) / 2 + ACROSS
            shift = last_offsets[-1] + gap
            if sums / count >= last_sum / last_count + shift:
                break
            groups.pop()
            sums = last_sum + sums - count * shift
            count += last_count
            offsets = [*last_offsets, *(shift + each for each in offsets)]
        groups.append((sums, count, offsets))
        assert place == row[number]
    return [sums / count + offset for sums, count, offsets in groups for offset in offsets]
