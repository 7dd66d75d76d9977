"""A graph of topics in Mermaid's words, which many editors and forges draw."""

from collections.abc import Iterator, Sequence

from game.phrases import phrase
from game.scenarios.graph import Graph, GraphNode
from game.speech.gate import clean

_STYLES = (
    "  classDef first fill:#e3eef5,stroke:#2f6f8f,color:#1d2228",
    "  classDef second fill:#f5e6e3,stroke:#9c4a3c,color:#1d2228",
    "  classDef outside fill:#fff,stroke:#8a8a8a,stroke-dasharray:3 3,color:#1d2228",
    "  classDef never fill:#fff,stroke:#b3372f,stroke-width:3px,color:#b3372f",
)


def mermaid(topics: Sequence[Graph]) -> str:
    """A flow chart, each topic a part of its own. Nodes that a playtest never came to are marked."""
    lines = ["flowchart TD", *_STYLES]
    for number, graph in enumerate(topics):
        lines.append(f'  subgraph t{number}["{_text(graph.title)}"]')
        lines += _nodes(graph, number)
        lines.append("  end")
        names = {node.name: f"t{number}n{place}" for place, node in enumerate(graph.nodes)}
        for (one, other), moves in graph.edges.items():
            label = "<br/>".join(map(_text, moves))
            lines.append(f'  {names[one]} -->|"{label}"| {names[other]}')
    return "\n".join(lines) + "\n"


def _nodes(graph: Graph, number: int) -> Iterator[str]:
    for place, node in enumerate(graph.nodes):
        opens, closes = ("([", "])") if node.entry else ("(", ")") if node.side < 0 else ("[", "]")
        text = f"{node.name}<br/>{graph.sides[node.side]}" if node.side >= 0 else node.name
        if node.visits is not None:
            text += f"<br/>{phrase('{visits} visits', visits=f'{node.visits:,}')}"
        yield f'    t{number}n{place}{opens}"{_text(text)}"{closes}:::{_style(node)}'


def _style(node: GraphNode) -> str:
    if node.visits == 0:
        return "never"
    return ("first", "second", "outside")[node.side]


def _text(text: str) -> str:
    """A text inside quotation marks: Mermaid ends it at one, and reads what stands between # and ; as a sign."""
    return clean(text).replace("#", "#35;").replace('"', "#quot;")
