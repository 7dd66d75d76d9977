"""Every command. Each imports what it needs when it runs, so that the title is on the screen at once."""

import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from game import __version__

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from game.records.journal import Journal
    from game.records.record import Record
    from game.records.replay import Replayed
    from game.scenarios.load import Loaded
    from game.session import Session
    from game.speech.understanding import Understood

FAILED, WRONG_USE = 1, 2
"""Exit codes beside 0: the thing asked for failed; the command was used wrongly."""

SHIPPED = "new-york-1962"
"""The scenario that is played when none is named."""

FIRST_STEPS = "two-drivers"
"""The scenario that teaches how to play."""


class Failure(click.ClickException):
    """The thing asked for failed. One clear sentence on standard error, never a traceback."""

    exit_code = FAILED

    def show(self, file: Any = None) -> None:
        """Say it, without the word Error before it."""
        from game.speech.gate import clean

        click.echo(clean(self.message, 4000), err=True)


def plainly(command: Callable[..., Any]) -> Callable[..., Any]:
    """Turn the faults of records and of files into one sentence."""

    @wraps(command)
    def run(*args: Any, **kwargs: Any) -> Any:
        from game.records.faults import RecordError

        try:
            return command(*args, **kwargs)
        except RecordError as fault:
            raise Failure(str(fault)) from None
        except OSError as fault:
            raise Failure(f"{fault.filename or 'A file'}: {fault.strerror or fault}.") from None

    return run


def plain_by_default() -> bool:
    """Whether lines of text are wanted: asked for, or all that the terminal can do."""
    asked = os.environ.get("SEE_AND_COUNT_PLAIN", "") not in ("", "0")
    return asked or not sys.stdout.isatty() or os.environ.get("TERM", "") in ("dumb", "")


def _json(value: object) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="see-and-count", message="%(prog)s %(version)s")
@click.option("--plain", is_flag=True, help="Lines of text and numbered choices.")
@click.pass_context
@plainly
def main(context: click.Context, plain: bool) -> None:
    """See and Count: a negotiation played by talking. New York, 5 November 1962.

    Without a command the title screen opens.
    """
    if context.invoked_subcommand is None:
        sys.exit(_plain_title() if plain or plain_by_default() else _screen())


# Playing


@main.command()
@click.argument("scenario", default=SHIPPED)
@click.option("--as", "side", help="The side you play: us or ussr in New York.")
@click.option("--against", help="Who plays the other side: by-the-record, dealmaker, hardliner.")
@click.option("--form", default="", help="A shorter form of it: lesson in New York.")
@click.option("--seed", type=click.IntRange(0, 2**63 - 1), help="A number: the same seed meets the same counterpart.")
@click.option("--hot-seat", is_flag=True, help="Two people at one keyboard.")
@click.option("--plain", is_flag=True, help="Lines of text and numbered choices.")
@plainly
def play(
    scenario: str, side: str | None, against: str | None, form: str, seed: int | None, hot_seat: bool, plain: bool
) -> None:
    """Begin a game. SCENARIO is a scenario's name, a folder, or a game file to play on from."""
    if plain or plain_by_default():
        sys.exit(_plain_game(scenario, side, against, seed, hot_seat, form))
    if form:
        session = _begin(scenario, side, against, seed, hot_seat, form)
        sys.exit(_screen(game=session.game) if session else 0)
    sys.exit(_screen(scenario=scenario, side=side, against=against, seed=seed, hot_seat=hot_seat))


@main.command()
@click.argument("game", required=False)
@click.option("--at", type=click.IntRange(0), help="Go on from this move, as a new game; the old one is kept.")
@click.option("--plain", is_flag=True, help="Lines of text and numbered choices.")
@plainly
def resume(game: str | None, at: int | None, plain: bool) -> None:
    """Go on with a kept game; without a name, with the last one that is not over."""
    journal = _journal()
    if game is None:
        unfinished = [summary for summary in journal.games() if not summary.over]
        if not unfinished:
            raise Failure("There is no unfinished game. Begin one with: see-and-count play")
        game = unfinished[0].name
    if at is not None:
        from game.session import Session

        game = Session.resume(game, journal, at=at).game
    if plain or plain_by_default():
        sys.exit(_plain_resume(game))
    sys.exit(_screen(game=game))


@main.command()
@click.argument("scenario", default=SHIPPED)
@click.option("--as", "side", required=True, help="The side whose brief it is: us or ussr in New York.")
@click.option("--form", default="", help="A shorter form of it: lesson in New York.")
@plainly
def brief(scenario: str, side: str, form: str) -> None:
    """Print a side's confidential brief, to read on paper."""
    loaded = _load(_folder(scenario), form)
    _side(loaded, side)
    assert loaded.scenario is not None
    click.echo(loaded.scenario.words[f"briefs/{side}"])


def _screen(**options: Any) -> int:
    from game.tui.app import Options, run

    return run(Options(**options))


def _plain_title() -> int:
    from game.places import data
    from game.plain import pick

    print("See and Count. A negotiation played by talking.")
    while True:
        wishes = (
            "First steps, in fourteen moves", "New game", "Watch the meeting", "Resume", "How to play", "Leave",
        )  # fmt: skip
        match pick("What would you like?", wishes, sys.stdin, sys.stdout):
            case 0:
                return _plain_game(FIRST_STEPS, None, None, None, False)
            case 1:
                return _plain_game(SHIPPED, None, None, None, False)
            case 2:
                _watch_meeting()
            case 3:
                unfinished = [summary for summary in _journal().games() if not summary.over]
                if unfinished:
                    return _plain_resume(unfinished[0].name)
                print("There is no unfinished game yet.")
            case 4:
                print((data("assets") / "how-to-play.md").read_text("utf-8"))
            case _:
                return 0


def _watch_meeting() -> None:
    """Show the meeting as it was recorded."""
    from game.places import data
    from game.records.replay import replay as play_again

    record, loaded = _record(str(data("dialogues") / SHIPPED / "games" / "as-recorded.yaml"))
    assert loaded.scenario is not None
    _watch(record, loaded, play_again(loaded.scenario, record))


def _plain_resume(game: str) -> int:
    from game.plain import PlainTable
    from game.session import Session

    return PlainTable(Session.resume(game, _journal()), sys.stdin, sys.stdout).play()


def _plain_game(
    scenario: str, side: str | None, against: str | None, seed: int | None, hot_seat: bool, form: str = ""
) -> int:
    from game.plain import PlainTable

    session = _begin(scenario, side, against, seed, hot_seat, form)
    return PlainTable(session, sys.stdin, sys.stdout).play() if session else 0


def _begin(
    scenario: str, side: str | None, against: str | None, seed: int | None, hot_seat: bool, form: str
) -> "Session | None":
    """A new game; None where the player would not say on whose side."""
    from game.engine.counterparts import NAMES
    from game.plain import pick
    from game.session import HUMAN, Session

    journal = _journal()
    if Path(scenario).is_file():
        record, loaded = _record(scenario)
        assert loaded.scenario is not None
        return Session.follow(loaded.scenario, record, keep=journal, files=loaded.files)
    loaded = _load(_folder(scenario), form)
    assert loaded.scenario is not None
    words, ids = loaded.scenario.words, [each.id for each in loaded.scenario.sides]
    seats: tuple[str, str]
    if hot_seat:
        seats = (HUMAN, HUMAN)
    else:
        if side is None:
            print(words.get("scenario:about", words["scenario:subtitle"]))
            titles = [words[f"sides/{each}:title"] for each in ids]
            chosen = pick("Whose side do you argue?", titles, sys.stdin, sys.stdout)
            if chosen is None:
                return None
            side = ids[chosen]
        other = _counterpart(against or NAMES[0])
        seats = (HUMAN, other) if _side(loaded, side) == 0 else (other, HUMAN)
    return Session.begin(loaded.scenario, seats, seed=_seed(seed), keep=journal, files=loaded.files)


def _seed(seed: int | None) -> int:
    return int.from_bytes(os.urandom(4), "big") if seed is None else seed


def _side(loaded: "Loaded", side: str) -> int:
    assert loaded.scenario is not None
    ids = [each.id for each in loaded.scenario.sides]
    if side not in ids:
        raise click.BadParameter(f"there is no side '{side}' here; the sides are {' and '.join(ids)}.")
    return ids.index(side)


def _counterpart(name: str) -> str:
    from game.engine.counterparts import NAMES

    if name not in NAMES:
        raise click.BadParameter(f"there is no counterpart '{name}'; there are {', '.join(NAMES)}.")
    return name


# Kept games


@main.command()
@click.option("--json", "as_json", is_flag=True, help="One JSON object on standard output.")
@plainly
def games(as_json: bool) -> None:
    """List the kept games, the latest first."""
    kept = _journal().games()
    if as_json:
        _json({"games": [summary._asdict() for summary in kept]})
        return
    for summary in kept:
        state = "over" if summary.over else "open"
        form = f", {summary.form}" if summary.form else ""
        branch = f", a branch of {summary.parent} at move {summary.at}" if summary.parent else ""
        click.echo(
            f"{summary.name}  {summary.scenario}{form}  {' against '.join(summary.seats)}  "
            f"{summary.moves} moves, {state}{branch}  {summary.begun}"
        )
    if not kept:
        click.echo("No game has been kept yet. Begin one with: see-and-count play", err=True)


@main.command()
@click.argument("game")
@plainly
def export(game: str) -> None:
    """Write a kept game as a game file on standard output; of a damaged one, the moves that are sound."""
    from game.records.faults import BrokenRecord
    from game.records.files import write_game

    journal = _journal()
    try:
        record = journal.game(game).record
    except BrokenRecord as fault:
        click.echo(str(fault), err=True)
        record = journal.sound(game)
    click.echo(write_game(record), nl=False)


@main.command()
@click.argument("game")
@click.option("--at", type=click.IntRange(0), help="Stop after this many moves.")
@click.option("--watch", is_flag=True, help="Move by move, with the hour and the comments of the game file.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object on standard output.")
@plainly
def replay(game: str, at: int | None, watch: bool, as_json: bool) -> None:
    """Play the moves of a kept game or of a game file again, and say how it stands."""
    from game.engine.medals import judge
    from game.engine.scenario import END
    from game.engine.state import digest
    from game.records.replay import replay as play_again

    record, loaded = _record(game)
    scenario = loaded.scenario
    assert scenario is not None
    replayed = play_again(scenario, record._replace(rows=record.rows[:at]))
    state = replayed.states[-1]
    log = [event for turn in replayed.turns for event in turn.events]
    judged = judge(scenario, state, log)
    if as_json:
        _json(
            {
                "scenario": scenario.id,
                "moves": len(replayed.turns),
                "finished": state.node == END,
                "minutes": state.minutes,
                "issues": {
                    issue.id: issue.settlements[s].id for issue, s in zip(scenario.issues, judged.table, strict=True)
                },
                "value": {side.id: judged.value[n] / 100 for n, side in enumerate(scenario.sides)},
                "medals": {
                    side.id: {name: medal.medal for name, medal in judged.medals[n]._asdict().items()}
                    for n, side in enumerate(scenario.sides)
                },
                "digest": digest(state),
                **({"form": scenario.form} if scenario.form else {}),
                **({"stopped": replayed.stopped} if replayed.stopped else {}),
            }
        )
    elif watch:
        _watch(record, loaded, replayed)
    else:
        _tell(loaded, replayed)
    if replayed.stopped:
        raise Failure(replayed.stopped)


def _watch(record: "Record", loaded: "Loaded", replayed: "Replayed") -> None:
    """Show a game move by move; at a terminal, as Enter is pressed."""
    from game.engine.views import known
    from game.plain import turn_lines
    from game.speech.gate import clean
    from game.speech.telling import Teller, clock

    scenario = loaded.scenario
    assert scenario is not None
    teller = Teller(scenario.words.__getitem__, known(scenario, 0))
    begins, waits = scenario.words["scenario:begins"], sys.stdin.isatty() and sys.stdout.isatty()
    if record.title:
        click.echo(clean(record.title))
    if scene := scenario.words.get("scenario:opening-scene"):
        click.echo(f"({scene})")
    for turn, row, state in zip(replayed.turns, record.rows, replayed.states[1:], strict=False):
        if waits and input("Enter goes on, q leaves: ").strip().lower() == "q":
            return
        for line in turn_lines(teller, turn, clock(begins, state.minutes), row.comment):
            click.echo(line)


def _tell(loaded: "Loaded", replayed: "Replayed") -> None:
    from game.engine.views import known
    from game.plain import told_line
    from game.speech.telling import Teller

    scenario = loaded.scenario
    assert scenario is not None
    teller = Teller(scenario.words.__getitem__, known(scenario, 0))
    for turn in replayed.turns:
        for told in teller.tell(turn.seen_by(None)):
            click.echo(told_line(teller, told))


@main.command()
@click.argument("game")
@click.option("--as", "side", help="Only the telegram of this side: us or ussr in New York.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object on standard output.")
@plainly
def cable(game: str, side: str | None, as_json: bool) -> None:
    """Print the telegrams that go home about a kept game or a game file; of one that is not over, the pads."""
    from game.records.replay import replay as play_again
    from game.reports.as_json import cable_as_json, comparison_as_json
    from game.reports.cable import Ending
    from game.reports.cable import cable as written
    from game.reports.compare import compare
    from game.reports.layout import typed

    record, loaded = _record(game)
    scenario = loaded.scenario
    assert scenario is not None
    sides = [0, 1] if side is None else [_side(loaded, side)]
    replayed = play_again(scenario, record)
    ending = Ending.of(replayed.states[-1])
    cables = {scenario.sides[each].id: written(scenario, each, replayed.turns, ending) for each in sides}
    if as_json:
        told = {name: cable_as_json(scenario, each) for name, each in cables.items()}
        for name, each in cables.items():
            if ending and (comparison := compare(scenario, each, replayed.turns)):
                told[name]["beside"] = comparison_as_json(comparison)
        _json(
            {
                "scenario": scenario.id,
                "moves": len(replayed.turns),
                "finished": ending is not None,
                "cables": told,
                **({"stopped": replayed.stopped} if replayed.stopped else {}),
            }
        )
    else:
        click.echo("\n".join(typed(each) for each in cables.values()), nl=False)
    if replayed.stopped:
        raise Failure(replayed.stopped)


# Scenarios


@main.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="One JSON object on standard output.")
@plainly
def check(paths: tuple[Path, ...], as_json: bool) -> None:
    """Look for faults in scenarios: every finding in one pass, with its line and its remedy."""
    from game.scenarios.check import Checks
    from game.scenarios.check import check as look

    for path in paths:
        if not path.exists():
            raise click.BadParameter(f"there is no '{path}' here.")
    checks = Checks(tuple(folder for path in paths for folder in look(path).folders))
    click.echo(checks.json() if as_json else checks.text())
    if not checks.ok:
        sys.exit(FAILED)


@main.command()
@click.argument("scenario", default=SHIPPED)
@click.option("--games", type=click.IntRange(1), default=1000, show_default=True, help="How many games are played.")
@click.option("--seed", type=click.IntRange(0, 2**63 - 1), default=0, help="The same number gives the same games.")
@click.option(
    "--as", "seats", multiple=True, metavar="SIDE=NAME",
    help="Who plays a side, random or a counterpart: us=dealmaker. Once for each side; random where nothing is said.",
)  # fmt: skip
@click.option("--form", default="", help="A shorter form of it: lesson in New York.")
@click.option("--workers", type=click.IntRange(1, 64), default=1, help="How many processes play side by side.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object on standard output.")
@plainly
def playtest(
    scenario: str, games: int, seed: int, seats: tuple[str, ...], form: str, workers: int, as_json: bool
) -> None:
    """Play a scenario many times, and say what was seen, what never was, and what came of it.

    SCENARIO is a scenario's name or a folder. The exit code is 1 where a game was stuck.
    """
    from game.scenarios.playtest import playtest as play_many

    loaded = _load(_folder(scenario), form)
    players = _seats(loaded, seats)
    # Other processes load the whole scenario: a form is played in this one.
    with _executor(1 if form else workers) as executor, _bar(games) as progress:
        found = play_many(loaded, games, seed, players, executor=executor, progress=progress)
    if as_json:
        _json(found.as_json())
    else:
        from rich.console import Console

        from game.scenarios.tables import of_playtest

        Console().print(of_playtest(found))
    if found.tally.stuck:
        sys.exit(FAILED)


@main.command()
@click.argument("scenario", default=SHIPPED)
@click.option("--form", default="", help="A shorter form of it: lesson in New York.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object on standard output.")
@plainly
def analyze(scenario: str, form: str, as_json: bool) -> None:
    """Look at every outcome of a scenario: what there is to be gained, and what stands out.

    SCENARIO is a scenario's name or a folder.
    """
    from game.scenarios.analyze import analyze as look

    loaded = _load(_folder(scenario), form)
    assert loaded.scenario is not None
    found = look(loaded.scenario)
    if as_json:
        _json(found.as_json())
        return
    from rich.console import Console

    from game.scenarios.tables import of_analysis

    Console().print(of_analysis(found))


@main.command()
@click.argument("scenario")
@click.argument("text")
@click.option("--as", "side", required=True, help="The side that says it: us or ussr in New York.")
@click.option("--at", "game", help="A kept game or a game file: only what is open after its last move is looked at.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object on standard output.")
@plainly
def understand(scenario: str, text: str, side: str, game: str | None, as_json: bool) -> None:
    """Show which moves a sentence comes nearest to, and what would become of it.

    SCENARIO is a scenario's name or a folder. Without a game the sentence is compared with all moves of the side.
    """
    understood = _understood_in(game, side, text) if game else _understood_anywhere(scenario, side, text)
    ranked = understood.ranked[:_RANKED]
    if as_json:
        told = [each._replace(score=round(each.score, 4))._asdict() for each in ranked]
        _json({"decision": understood.decision, "ranked": told})
        return
    click.echo({"taken": "Taken.", "ask": "Asked about.", "none": "Fits nothing."}[understood.decision])
    for each in ranked:
        click.echo(f"{each.score:.2f}  {each.move}  {each.label}{f'  ({each.source})' if each.source else ''}")


_RANKED = 10
"""How many moves `understand` shows."""


def _understood_in(game: str, side: str, text: str) -> "Understood":
    from game.engine.moves import NotAMove
    from game.session import HUMAN, Session, Unkept

    record, loaded = _record(game)
    number = _side(loaded, side)
    assert loaded.scenario is not None
    session = Session.follow(loaded.scenario, record, keep=Unkept(), seats=(HUMAN, HUMAN))
    if not session.over and session.turn != number:
        raise Failure(f"After {session.count} moves of this game it is the other side's turn.")
    try:
        return session.understand(text)
    except NotAMove as fault:
        raise Failure(f"Nothing can be understood here: {fault.why}.") from None


def _understood_anywhere(scenario: str, side: str, text: str) -> "Understood":
    from game.engine.views import known
    from game.limits import MESSAGE
    from game.speech.gate import clean
    from game.speech.understanding import understand
    from game.speech.wordings import Wordings, matcher

    if len(text) > MESSAGE:
        raise click.BadParameter(f"a message has at most {MESSAGE:,} characters, and this has {len(text):,}.")
    loaded = _load(_folder(scenario))
    number = _side(loaded, side)
    linked = loaded.scenario
    assert linked is not None
    moves = [*linked.openings[number], *(move for move in linked.moves if move.side == number)]
    return understand(clean(text), Wordings(linked.words, known(linked, number)).anywhere(moves), matcher(linked))


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
        task = bar.add_task("Playing", total=games)
        yield lambda played: bar.update(task, completed=played)


def _seats(loaded: "Loaded", named: tuple[str, ...]) -> tuple[str, str]:
    """Who plays each side, from SIDE=NAME; random where nobody is named."""
    from game.scenarios.rehearse import RANDOM

    found: dict[int, str] = {}
    for each in named:
        side, equals, name = each.partition("=")
        if not equals:
            raise click.BadParameter(f"'{each}' is not written SIDE=NAME, for example us=dealmaker.")
        number = _side(loaded, side)
        if number in found:
            raise click.BadParameter(f"'{side}' is played by two.")
        found[number] = RANDOM if name == RANDOM else _counterpart(name)
    return found.get(0, RANDOM), found.get(1, RANDOM)


def _folder(scenario: str) -> Path:
    from game.places import data

    for folder in (Path(scenario), data("dialogues") / scenario):
        if (folder / "scenario.yaml").is_file():
            return folder
    shipped = sorted(each.parent.name for each in data("dialogues").glob("*/scenario.yaml"))
    raise click.BadParameter(f"there is no scenario '{scenario}'; there are {', '.join(shipped)}.")


def _load(folder: Path, form: str = "") -> "Loaded":
    from game.scenarios.load import NoSuchForm, load

    try:
        loaded = load(folder, form)
    except NoSuchForm as fault:
        raise click.BadParameter(f"{fault}.") from None
    if loaded.scenario is None:
        faults = [finding for finding in loaded.findings if finding.severity == "error"]
        raise Failure(
            f"The scenario in '{folder}' has {len(faults)} faults, so it cannot be played. The first: "
            f"{faults[0].file}:{faults[0].line}: {faults[0].message} See them all with: see-and-count check {folder}"
        )
    return loaded


def _journal() -> "Journal":
    from game.places import games as file
    from game.records.journal import Journal

    return Journal(file())


def _record(game: str) -> tuple["Record", "Loaded"]:
    """A kept game or a game file, and the scenario that it belongs to."""
    path = Path(game)
    if not path.is_file():
        from game.scenarios.load import load_files

        journal = _journal()
        record = journal.game(game).record
        header = record.header
        return record, load_files(journal.files(header.rules, header.wording), header.form)
    from game.records.files import open_game

    record = open_game(path)
    beside = path.resolve().parent.parent
    if beside.name == record.header.scenario and (beside / "scenario.yaml").is_file():
        return record, _load(beside, record.header.form)
    return record, _load(_folder(record.header.scenario), record.header.form)


if __name__ == "__main__":
    main()
