"""`marks`: what judges and pupils write about a game."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from game.commands.manners import Failure, plainly
from game.commands.named import folder_of, open_game, open_notes
from game.commands.speaking import of_scenario
from game.commands.spoken import Spoken
from game.phrases import phrase

if TYPE_CHECKING:
    from game.records.notes import Note

_FILE = click.Path(dir_okay=False, path_type=Path)


@click.command(cls=Spoken)
@click.argument("game")
@click.option("--sheet", type=_FILE, help="Write a mark sheet for a spreadsheet: a row for each thing said.")
@click.option("--read", type=_FILE, help="Read a mark sheet that was filled in, and keep its marks.")
@click.option(
    "--ask", type=click.Choice(["before", "after", "reflection"]), help="Ask these questions and keep the answers."
)
@click.option("--who", default="", help="Who marks or answers.")
@plainly
def marks(game: str, sheet: Path | None, read: Path | None, ask: str | None, who: str) -> None:
    """Keep what people mark and write about a game, and print it. The machine counts, and grades nothing.

    GAME is a kept game or a game file. Marks are 1 to 4, by the rubric of the scenario.
    """
    from game.records.replay import replay
    from game.reports import marking
    from game.reports.document import Document
    from game.reports.markdown import document
    from game.scenarios.lesson import Unfit, lesson

    record, loaded = open_game(game)
    scenario = loaded.scenario
    assert scenario is not None
    try:
        folder = folder_of(scenario.id)
        papers = lesson(folder, of_scenario("", folder))
    except Unfit as fault:
        raise Failure(str(fault)) from None
    ids = [each.id for each in papers.criteria]
    replayed, notes = replay(scenario, record), open_notes()
    name = Path(game).stem if Path(game).is_file() else game
    if (read or ask) and not who.strip():
        raise click.UsageError(phrase("Say who marks or answers: --who NAME"))
    if read is not None:
        try:
            found = marking.read_sheet(read.read_text(encoding="utf-8-sig"), who, ids, len(replayed.turns))
        except (marking.NotAMark, UnicodeDecodeError) as fault:
            raise Failure(
                str(fault) if isinstance(fault, marking.NotAMark) else phrase("{file} is not UTF-8.", file=read)
            ) from None
        notes.keep(name, found)
        click.echo(phrase("{marks} marks by {who} are kept with {game}.", marks=len(found), who=who, game=name))
    if ask is not None:
        notes.keep(name, _asked(ask, papers.reflection if ask == "reflection" else papers.questions, who))
    if sheet is not None:
        sheet.write_bytes(f"\ufeff{marking.sheet(scenario, replayed, ids, notes.of(name))}".encode())
        click.echo(
            phrase(
                "Written: {sheet}. Fill in 1 to 4, then: see-and-count marks {game} --read {sheet} --who NAME",
                sheet=sheet,
                game=game,
            )
        )
    if not (read or ask or sheet):
        section = marking.section(scenario, replayed, ids, notes.of(name))
        if not section.blocks:
            raise Failure(
                phrase(
                    "Nothing has been marked or written about {game} yet. Begin with --sheet FILE, or --ask before.",
                    game=name,
                )
            )
        click.echo(document(Document(section.title, name, (section,))), nl=False)


def _asked(kind: str, questions: Sequence[str], who: str) -> list["Note"]:
    """The answers, one line each. An empty line leaves a question out."""
    from game.records.notes import Note

    found = []
    for question in questions:
        click.echo(question)
        answer = sys.stdin.readline().strip()
        if answer:
            found.append(Note(kind, who, 0, question, answer))
    return found
