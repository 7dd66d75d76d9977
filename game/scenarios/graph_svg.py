"""A graph of topics as a picture: SVG of one file, every text escaped."""

from collections.abc import Iterator, Sequence
from html import escape

from game.phrases import language, phrase
from game.scenarios.graph import Graph, GraphMove, GraphNode
from game.scenarios.layout import Box, Size, drawing
from game.speech.gate import clean
from game.speech.writing import in_drawing, tag

_LETTER, _ROW, _EDGE, _TITLE = 6.7, 17.0, 10.0, 42.0
"""Width of a letter and height of a row in a box, the space around its text, and the height of a topic's title."""

_MARGIN = 24.0

_STYLE = """
text { font: 11px ui-monospace, Menlo, Consolas, monospace; fill: #1d2228; }
.title { font: 600 18px system-ui, sans-serif; } .head { font-weight: 600; fill: #fff; }
.box { fill: #fffdf8; stroke: #8a8577; } .first { fill: #2f6f8f; } .second { fill: #9c4a3c; }
.out { fill: #efece4; stroke: #8a8577; stroke-dasharray: 3 3; }
.way { fill: none; stroke: #6d6a62; stroke-width: 1.2; } .never { fill: #b3372f; font-weight: 600; }
.seen { fill: #cfe0d2; } .paper { fill: #faf8f2; }
"""


def svg(topics: Sequence[Graph]) -> str:
    """One picture, the topics below each other. With a playtest each move has a bar as long as it was made often."""
    parts: list[str] = []
    y, width = _MARGIN, 0.0
    for graph in topics:
        drawn, size = _topic(graph)
        parts.append(f'<g transform="translate({_MARGIN:.0f} {y:.0f})">\n{drawn}\n</g>')
        y += size.height + 2 * _MARGIN
        width = max(width, size.width)
    width += 2 * _MARGIN
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" xml:lang="{tag(language())}" direction="ltr" '
        f'width="{width:.0f}" height="{y:.0f}" viewBox="0 0 {width:.0f} {y:.0f}">\n'
        f'<style>{_STYLE}</style>\n<defs><marker id="tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" '
        f'markerHeight="7" orient="auto"><path d="M0 0 L8 4 L0 8 z" fill="#6d6a62"/></marker></defs>\n'
        f'<rect class="paper" width="{width:.0f}" height="{y:.0f}"/>\n' + "\n".join(parts) + "\n</svg>\n"
    )


def _topic(graph: Graph) -> tuple[str, Size]:
    sizes = {node.name: _size(node, graph) for node in graph.nodes}
    drawn = drawing(sizes, list(graph.edges), [node.name for node in graph.nodes if node.entry])
    title = escape(in_drawing(clean(graph.title)))
    parts = [f'<text class="title" y="18">{title}</text>', f'<g transform="translate(0 {_TITLE:.0f})">']
    parts += [f'<path class="way" marker-end="url(#tip)" d="{_curve(line)}"/>' for line in drawn.lines.values()]
    for node in graph.nodes:
        parts += _box(node, drawn.boxes[node.name], graph)
    loops = [drawn.boxes[one] for one, other in graph.edges if one == other]
    parts += [f'<path class="way" marker-end="url(#tip)" d="{_loop(box)}"/>' for box in loops]
    return "\n".join([*parts, "</g>"]), Size(drawn.width + (20 if loops else 0), drawn.height + _TITLE)


def _head(node: GraphNode, graph: Graph) -> str:
    if node.side < 0:
        return node.name
    visits = "" if node.visits is None else f"  {node.visits:,}"
    return f"{node.name}  {graph.sides[node.side]}{visits}"


def _row(move: GraphMove) -> str:
    if move.seen is None:
        return move.name
    return f"{move.name}  {phrase('{percent} %', percent=f'{100 * move.seen:.0f}') if move.seen else phrase('never')}"


def _size(node: GraphNode, graph: Graph) -> Size:
    longest = max(len(each) for each in [_head(node, graph), *map(_row, node.moves)])
    return Size(longest * _LETTER + 2 * _EDGE, (1 + len(node.moves)) * _ROW + 6)


def _box(node: GraphNode, box: Box, graph: Graph) -> Iterator[str]:
    x, y, width, height = box
    if node.side < 0:
        yield f'<rect class="out" x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" rx="9"/>'
        yield f'<text x="{x + _EDGE:.1f}" y="{y + 15:.1f}">{_text(node.name)}</text>'
        return
    round_ = 9 if node.entry else 2
    yield f'<rect class="box" x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" rx="{round_}"/>'
    side = "first" if node.side == 0 else "second"
    yield f'<rect class="{side}" x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{_ROW + 3:.1f}" rx="{round_}"/>'
    yield f'<text class="head" x="{x + _EDGE:.1f}" y="{y + 14:.1f}">{_text(_head(node, graph))}</text>'
    for number, move in enumerate(node.moves, 1):
        top = y + number * _ROW + 5
        if move.seen:
            yield (
                f'<rect class="seen" x="{x + 2:.1f}" y="{top:.1f}" width="{(width - 4) * move.seen:.1f}" '
                f'height="{_ROW - 2:.1f}"/>'
            )
        kind = ' class="never"' if move.seen == 0 else ""
        title = f"<title>{_text(move.label)}</title>"
        yield f'<text{kind} x="{x + _EDGE:.1f}" y="{top + 11:.1f}">{title}{_text(_row(move))}</text>'


def _curve(points: Sequence[tuple[float, float]]) -> str:
    """A line that leaves each point and comes to the next straight up or down."""
    (x, y), *rest = points
    parts = [f"M{x:.1f} {y:.1f}"]
    for to_x, to_y in rest:
        bend = (to_y - y) / 2
        parts.append(f"C{x:.1f} {y + bend:.1f} {to_x:.1f} {to_y - bend:.1f} {to_x:.1f} {to_y:.1f}")
        x, y = to_x, to_y
    return " ".join(parts)


def _loop(box: Box) -> str:
    x, y = box.x + box.width, box.y + box.height / 2
    return f"M{x:.1f} {y + 6:.1f} C{x + 22:.1f} {y + 14:.1f} {x + 22:.1f} {y - 14:.1f} {x:.1f} {y - 6:.1f}"


def _text(text: str) -> str:
    return escape(clean(text))
