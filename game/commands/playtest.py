"""`playtest`: a scenario played many times."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from game.commands.manners import FAILED, Failure, plainly, show_json
from game.commands.named import SHIPPED, counterpart_of, folder_of, load_scenario, side_of
from game.commands.speaking import language_of_pages, of_scenario
from game.commands.spoken import Spoken
from game.phrases import phrase

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from game.scenarios.load import Loaded


@click.command(cls=Spoken)
@click.argument("scenario", default=SHIPPED)
@click.option("--games", type=click.IntRange(1), default=1000, show_default=True, help="How many games are played.")
@click.option("--seed", type=click.IntRange(0, 2**63 - 1), default=0, help="The same number gives the same games.")
@click.option(
    "--as", "seats", multiple=True, metavar="SIDE=NAME",
    help="Who plays a side: us=conceder, or random, first, friendly, firm, never-proposes, hints. Once for each side.",
)  # fmt: skip
@click.option("--form", default="", help="A shorter form of it: lesson in New York.")
@click.option("--workers", type=click.IntRange(1, 64), default=1, help="How many processes play side by side.")
@click.option(
    "--to", "folder", type=click.Path(file_okay=False, path_type=Path),
    help="Write each game as a game file into this folder, a new one: replay and debrief read them.",
)  # fmt: skip
@click.option("--html", "page", type=click.Path(path_type=Path), help="Write the coverage page into this file.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object on standard output.")
@language_of_pages
@plainly
def playtest(
    scenario: str,
    games: int,
    seed: int,
    seats: tuple[str, ...],
    form: str,
    workers: int,
    folder: Path | None,
    page: Path | None,
    as_json: bool,
    language: str,
) -> None:
    """Play a scenario many times, and say what was seen, what never was, and what came of it.

    SCENARIO is a scenario's name or a folder. The exit code is 1 where a game was stuck, or where something that
    the scenario expects did not hold; with --to only the former, for a class is too few games to judge by.
    """
    from game.scenarios.playtest import playtest as play_many
    from game.scenarios.unreached import unreached

    where = folder_of(scenario)
    loaded = load_scenario(where, form, of_scenario(language, where))
    players = _seats(loaded, seats)
    if folder is not None and folder.is_dir() and any(folder.iterdir()):
        raise Failure(
            phrase(
                "There is something in '{folder}' already, and games of two playtests would mix. Name a new folder.",
                folder=folder,
            )
        )
    # Other processes load the whole scenario: a form is played in this one.
    with _executor(1 if form else workers) as executor, _bar(games) as progress:
        found = play_many(loaded, games, seed, players, executor=executor, progress=progress)
    if page is not None:
        from game.scenarios.coverage import coverage_page

        page.write_text(coverage_page(found), encoding="utf-8")
    if folder is not None:
        _write(loaded, games, seed, players, folder)
    if as_json:
        show_json({**found.as_json(), "unreached": [each._asdict() for each in unreached(found)]})
    else:
        from rich.console import Console

        from game.scenarios.tables import of_playtest

        Console().print(of_playtest(found, unreached(found)))
    if found.tally.stuck or (found.failed and folder is None):
        sys.exit(FAILED)


def _write(loaded: "Loaded", games: int, seed: int, players: tuple[str, str], folder: Path) -> None:
    """Write the games as game files: the same that were counted, for a game is made by its seed and who plays."""
    from game.records.files import write_game
    from game.records.rehearsed import rehearsed
    from game.scenarios.playtest import game_seed

    assert loaded.scenario is not None
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(games):
        record = rehearsed(loaded.scenario, game_seed(seed, number), players)
        (folder / f"game-{number + 1:0{len(str(games))}}.yaml").write_text(write_game(record), encoding="utf-8")
    click.echo(
        phrase(
            "{games} games are in {folder}. What they come to: see-and-count debrief {folder}/*.yaml",
            games=games,
            folder=folder,
        ),
        err=True,
    )


@contextmanager
def _executor(workers: int) -> "Iterator[Executor | None]":
    """So many processes; None for this one alone."""
    if workers == 1:
        yield None
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    # Begun anew, not copied: the bar has a thread, and a copied process may wait for ever for what that thread held.
    executor = ProcessPoolExecutor(workers, get_context("spawn"))
    try:
        yield executor
    finally:
        executor.shutdown(cancel_futures=True)


@contextmanager
def _bar(games: int) -> Iterator[Callable[[int], None]]:
    """A progress bar on standard error, where that is a terminal; called with how many games have been played."""
    from rich.console import Console
    from rich.progress import Progress

    messages = Console(stderr=True)
    with Progress(console=messages, transient=True, disable=not messages.is_terminal) as bar:
        task = bar.add_task(phrase("Playing"), total=games)
        yield lambda played: bar.update(task, completed=played)


def _seats(loaded: "Loaded", named: tuple[str, ...]) -> tuple[str, str]:
    """Who plays each side, from SIDE=NAME; random where nobody is named."""
    from game.scenarios.habits import HABITS
    from game.scenarios.rehearse import RANDOM

    found: dict[int, str] = {}
    for each in named:
        side, equals, name = each.partition("=")
        if not equals:
            raise click.BadParameter(phrase("'{text}' is not written SIDE=NAME, for example us=conceder.", text=each))
        number = side_of(loaded, side)
        if number in found:
            raise click.BadParameter(phrase("'{side}' is played by two.", side=side))
        found[number] = name if name in HABITS else counterpart_of(name)
    return found.get(0, RANDOM), found.get(1, RANDOM)
