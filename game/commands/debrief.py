"""`debrief`: what a game comes to when it is over, or many games together."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from game.commands.manners import Failure, plainly, show_json
from game.commands.named import open_games, open_notes
from game.commands.speaking import language_of_pages
from game.commands.spoken import Spoken
from game.phrases import phrase

if TYPE_CHECKING:
    from game.reports.debrief import Debrief
    from game.reports.document import Document

_FILE = click.Path(dir_okay=False, path_type=Path)


@click.command(cls=Spoken)
@click.argument("games", nargs=-1, metavar="GAME...")
@click.option("--html", type=_FILE, help="Write a page to read, send or print; it needs no network.")
@click.option("--markdown", type=_FILE, help="Write it as Markdown.")
@click.option("--csv", "csv_", type=_FILE, help="Write one row for each player, for a spreadsheet.")
@click.option("--moves", "moves_", type=_FILE, help="Write one row for each move, for a spreadsheet.")
@click.option("--columns", is_flag=True, help="Say what stands in the columns of --csv and --moves.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object on standard output.")
@language_of_pages
@plainly
def debrief(
    games: tuple[str, ...],
    html: Path | None,
    markdown: Path | None,
    csv_: Path | None,
    moves_: Path | None,
    columns: bool,
    as_json: bool,
    language: str,
) -> None:
    """Explain one game from both sides, or a class of games in one report. Both sides' secrets are in it.

    GAME is a kept game or a game file. With several, all results stand on one plot. Without a file to write
    it is printed as Markdown.
    """
    from game.reports import rows
    from game.reports.html import document as as_html
    from game.reports.markdown import document as as_markdown

    if columns:
        click.echo(
            rows.columns(
                phrase("--csv, one row for each player:"),
                rows.PLAYERS,
                phrase("at-QUESTION: where it was left"),
            )
        )
        click.echo(
            rows.columns(
                phrase("--moves, one row for each move:"),
                rows.MOVES,
                phrase("value-SIDE: what the table was worth; METERS"),
            )
        )
        return
    if not games:
        raise click.UsageError(phrase("Name a game: see-and-count debrief GAME. The kept ones: see-and-count games"))
    made = _made(games, language)
    if html:
        _write(html, as_html(_document(made)))
    if markdown:
        _write(markdown, as_markdown(_document(made)))
    # By a byte order mark spreadsheets see that it is UTF-8.
    if csv_:
        _write(csv_, f"\ufeff{rows.players(made)}")
    if moves_:
        _write(moves_, f"\ufeff{rows.moves(made)}")
    if as_json:
        from game.reports.debrief_json import as_json as told

        found = [told(each) for each in made]
        show_json(found[0] if len(found) == 1 else {"games": found})
    elif not any((html, markdown, csv_, moves_)):
        click.echo(as_markdown(_document(made)), nl=False)


def _write(path: Path, text: str) -> None:
    path.write_bytes(text.encode("utf-8"))
    click.echo(phrase("Written: {file}", file=path), err=True)


def _made(games: tuple[str, ...], language: str) -> list["Debrief"]:
    from game.reports.debrief import debrief as explain

    found = []
    for name, (record, loaded) in zip(games, open_games(games, language), strict=True):
        assert loaded.scenario is not None
        game = explain(loaded.scenario, record, Path(name).stem if Path(name).is_file() else name)
        found.append(replace(game, file=name) if Path(name).is_file() else game)
    kinds = {(each.scenario.id, each.scenario.form, each.scenario.rules) for each in found}
    if len(kinds) > 1:
        told = sorted({f"{scenario}, {form}" if form else scenario for scenario, form, _ in kinds})
        raise Failure(
            phrase(
                "One report compares games that were played by the same rules, and these were not: {games}. "
                "Make a report for each kind.",
                games="; ".join(told),
            )
        )
    return found


def _document(made: list["Debrief"]) -> "Document":
    from game.reports import chapters, class_report

    return _with_notes(made[0], chapters.document(made[0])) if len(made) == 1 else class_report.document(made)


def _with_notes(made: "Debrief", found: "Document") -> "Document":
    """The report, with what people marked and wrote about the game where they did."""
    from game.records.replay import Replayed
    from game.reports.marking import section

    notes = open_notes().of(made.name)
    criteria = list(dict.fromkeys(note.topic for note in notes if note.kind == "mark"))
    people = section(made.scenario, Replayed(made.states, made.turns, None), criteria, notes)
    return found._replace(sections=(*found.sections, people)) if people.blocks else found
