"""`graph`: the topics of a scenario as a picture."""

from pathlib import Path

import click

from game.commands.manners import plainly, show_json
from game.commands.named import SHIPPED, folder_of, load_scenario
from game.commands.speaking import language_of_pages, of_scenario
from game.commands.spoken import Spoken
from game.phrases import phrase


@click.command(cls=Spoken)
@click.argument("scenario", default=SHIPPED)
@click.argument("topics", nargs=-1)
@click.option("--svg", "picture", type=click.Path(path_type=Path), help="Write a picture into this file.")
@click.option("--games", type=click.IntRange(0), default=0, help="Play so many games at random, and colour by them.")
@click.option("--seed", type=click.IntRange(0, 2**63 - 1), default=0, help="The same number gives the same games.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object on standard output.")
@language_of_pages
@plainly
def graph(
    scenario: str,
    topics: tuple[str, ...],
    picture: Path | None,
    games: int,
    seed: int,
    as_json: bool,
    language: str,
) -> None:
    """Show the nodes of each topic and where their moves lead, as Mermaid or as a picture in SVG.

    SCENARIO is a scenario's name or a folder; TOPICS are some of its topics, all without any.
    """
    from game.scenarios.graph import graphs

    folder = folder_of(scenario)
    loaded = load_scenario(folder, language=of_scenario(language, folder))
    assert loaded.scenario is not None
    there = [topic.id for topic in loaded.scenario.topics]
    for each in topics:
        if each not in there:
            says = phrase("there is no topic '{topic}' here; there are {names}.", topic=each, names=", ".join(there))
            raise click.BadParameter(says)
    found = None
    if games:
        from game.scenarios.playtest import playtest

        found = playtest(loaded, games, seed)
    drawn = graphs(loaded.scenario, found, topics)
    if picture is not None:
        from game.scenarios.graph_svg import svg

        picture.write_text(svg(drawn), encoding="utf-8")
    if as_json:
        told = [
            {
                **each._asdict(),
                "nodes": [{**node._asdict(), "moves": [move._asdict() for move in node.moves]} for node in each.nodes],
                "edges": [{"from": one, "to": to, "moves": moves} for (one, to), moves in each.edges.items()],
            }
            for each in drawn
        ]
        show_json({"scenario": loaded.scenario.id, "topics": told})
    elif picture is None:
        from game.scenarios.mermaid import mermaid

        click.echo(mermaid(drawn), nl=False)
