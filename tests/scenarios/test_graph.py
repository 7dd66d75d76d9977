"""`graph`: what leads where, in Mermaid's words and as a picture; and the layout, whatever graph it is given."""

import json
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from game.cli import main
from game.scenarios.graph import Graph, graphs
from game.scenarios.graph_svg import svg
from game.scenarios.layout import DOWN, Size, against, crossings, drawing, levels
from game.scenarios.load import load_files
from game.scenarios.mermaid import mermaid
from game.scenarios.playtest import playtest
from tests.small_scenario import small_files, small_scenario, write_files

NAMES = "abcdefgh"


@st.composite
def any_graph(draw: st.DrawFn) -> tuple[dict[str, Size], list[tuple[str, str]]]:
    names = NAMES[: draw(st.integers(1, len(NAMES)))]
    sizes = {name: Size(draw(st.integers(20, 200)), draw(st.integers(20, 120))) for name in names}
    return sizes, draw(st.lists(st.tuples(st.sampled_from(names), st.sampled_from(names)), max_size=16))


@given(any_graph())
@settings(max_examples=150, deadline=None)
def test_boxes_never_overlap_and_every_edge_ends_at_its_boxes(
    graph: tuple[dict[str, Size], list[tuple[str, str]]],
) -> None:
    sizes, edges = graph
    drawn = drawing(sizes, edges)
    for one, other in combinations(drawn.boxes.values(), 2):
        beside = one.x + one.width <= other.x + 0.01 or other.x + other.width <= one.x + 0.01
        below = one.y + one.height <= other.y + 0.01 or other.y + other.height <= one.y + 0.01
        assert beside or below
    assert set(drawn.lines) == {edge for edge in edges if edge[0] != edge[1]}
    for (one, other), line in drawn.lines.items():
        for name, (x, y) in ((one, line[0]), (other, line[-1])):
            box = drawn.boxes[name]
            assert x == pytest.approx(box.x + box.width / 2)
            assert y == pytest.approx(box.y) or y == pytest.approx(box.y + box.height)
        assert all(0 <= x <= drawn.width + 0.01 and 0 <= y <= drawn.height + 0.01 for x, y in line)


@given(any_graph())
@settings(max_examples=150, deadline=None)
def test_without_the_edges_against_the_stream_every_edge_leads_down(
    graph: tuple[dict[str, Size], list[tuple[str, str]]],
) -> None:
    sizes, edges = graph
    straight = [edge for edge in edges if edge[0] != edge[1]]
    turned = against(list(sizes), straight, [])
    down = {edge[::-1] if edge in turned else edge for edge in straight}
    level = levels(list(sizes), down)
    assert all(level[one] < level[other] for one, other in down)


def test_layers_are_put_in_an_order_in_which_fewer_lines_cross() -> None:
    assert crossings([["a", "b"], ["c", "d"]], {"a": ["d"], "b": ["c"]}) == 1
    drawn = drawing({name: Size(40, 20) for name in "abcd"}, [("a", "d"), ("b", "c")])
    assert (drawn.boxes["a"].x < drawn.boxes["b"].x) == (drawn.boxes["d"].x < drawn.boxes["c"].x)
    assert drawn.boxes["c"].y == 20 + DOWN


def small_graphs(*topics: str) -> list[Graph]:
    return graphs(small_scenario(), topics=topics)


def test_a_topic_has_its_nodes_and_what_it_leads_to_outside() -> None:
    (well,) = small_graphs("well")
    assert [node.name for node in well.nodes] == [
        "press", "demand", "denied", "answer", "floor", "floor-hill", "road/speak",
    ]  # fmt: skip
    assert [node.name for node in well.nodes if node.entry] == ["press", "demand"]
    assert well.edges["press", "denied"] == ("dry", "hours")
    assert well.edges["denied", "denied"] == ("rain",)


def test_mermaid_names_every_node_and_edge_and_escapes_what_it_would_read() -> None:
    scenario = small_scenario(("topics/road.yaml", "title: The road", 'title: "The \\"road\\" #1"'))
    text = mermaid(graphs(scenario))
    assert text.startswith("flowchart TD\n")
    assert 'subgraph t2["The #quot;road#quot; #35;1"]' in text
    assert '  t1n0 -->|"dry<br/>hours"| t1n2' in text
    assert text.count("  subgraph ") == text.count("\n  end") == 4


def test_the_picture_shows_every_move_and_obeys_no_text() -> None:
    scenario = small_scenario(("topics/road.yaml", "title: The road", "title: </svg><script>x</script>"))
    picture = svg(graphs(scenario))
    root = ElementTree.fromstring(picture)
    assert {each.tag.rpartition("}")[2] for each in root.iter()} == {
        "svg", "style", "defs", "marker", "path", "rect", "g", "text", "title",
    }  # fmt: skip
    shown = {each.text for each in root.iter() if each.tag.endswith("}text")} | {
        each.tail for each in root.iter() if each.tag.endswith("}title")
    }
    assert {"</svg><script>x</script>"} | {move.text.partition(".")[2] for move in scenario.moves} <= shown


def test_a_playtest_colours_what_was_made_and_what_never_was() -> None:
    never = ("topics/road.yaml", "when: open.road and", "when: trust > 3 and")
    loaded = load_files(small_files(never))
    assert loaded.scenario is not None
    drawn = graphs(loaded.scenario, playtest(loaded, 60))
    road = next(each for each in drawn if each.topic == "road")
    seen = {move.name: move.seen for node in road.nodes for move in node.moves}
    assert seen["free-for-what"] == 0.0
    assert seen["mend"]
    assert "free-for-what  never" in svg(drawn)
    assert " visits" in mermaid(drawn)


def test_the_command_writes_words_a_picture_or_an_object(tmp_path: Path) -> None:
    folder = str(write_files(small_files(), tmp_path / "small"))
    run = CliRunner()
    assert run.invoke(main, ["graph", folder, "well"]).stdout == mermaid(small_graphs("well"))
    picture = tmp_path / "well.svg"
    told = run.invoke(main, ["graph", folder, "--svg", str(picture), "--games", "20"])
    assert (told.exit_code, told.stdout) == (0, "")
    ElementTree.parse(picture)
    read = json.loads(run.invoke(main, ["graph", folder, "road", "--json"]).stdout)
    assert [each["topic"] for each in read["topics"]] == ["road"]
    assert {"from": "ask", "to": "speak", "moves": ["free", "toll", "hold"]} in read["topics"][0]["edges"]


def test_a_topic_that_there_is_not_is_wrong_use() -> None:
    told = CliRunner().invoke(main, ["graph", "two-drivers", "kerbs"])
    assert told.exit_code == 2
    assert "there is no topic 'kerbs' here" in told.stderr
