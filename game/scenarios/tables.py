"""What `playtest` found, and what `analyze` found, as tables for a terminal."""

from collections.abc import Iterable, Sequence

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from game.engine.frontier import Outcome
from game.engine.scenario import WRITTEN, Scenario
from game.engine.scoring import reservation
from game.phrases import noted, phrase
from game.scenarios.analysis_json import stayed
from game.scenarios.analyze import Analysis
from game.scenarios.playtest import Playtest, mean, percentile
from game.scenarios.sensitivity import Sensitivity
from game.scenarios.tally import DECISION, WORDS_A_MINUTE
from game.scenarios.trades import Trade
from game.scenarios.unreached import NOT_SEEN, PROVED, REACHED, Unreached

SETS = noted({"all": "all", "tonight": "allowed today", "recesses": "in the recesses"})
POINTS = noted({"nash": "Nash", "kalai_smorodinsky": "Kalai-Smorodinsky", "egalitarian": "Egalitarian"})
NEVER = noted(
    {
        PROVED: "Never made, and no game can come to it",
        NOT_SEEN: "Never made; nothing is proved",
        REACHED: "Never made, though a search found a game that comes to it",
    }
)
SHOWN = 12
"""How many trades are shown."""

ENDINGS = noted(
    {
        "asked": "a side asked for it",
        "passes": "both sides passed",
        "time": "the hour had come",
        "led": "a topic led there",
    }
)


def of_playtest(found: Playtest, never: Sequence[Unreached]) -> RenderableType:
    """What many games came to."""
    return Group(_games(found), _settled(found), *_expected(found), *_lists(found, never))


def of_analysis(found: Analysis) -> RenderableType:
    """What there is to be gained."""
    return Group(_issues(found), _sets(found), _frontier(found), *_best_for_both(found))


# A playtest


def _games(found: Playtest) -> Table:
    scenario, count = found.scenario, found.tally
    players = ", ".join(f"{side.id} {seat}" for side, seat in zip(scenario.sides, found.seats, strict=True))
    title = phrase(
        "{scenario}: {games} games, {players}, seed {seed}",
        scenario=scenario.id, games=f"{count.games:,}", players=players, seed=found.seed,
    )  # fmt: skip
    table = _table(title, "", "")
    finished, nodes = found.finished or 1, len(scenario.nodes) - WRITTEN
    rows = [
        (phrase("Finished"), _finished(found)),
        (
            phrase("Choices"),
            phrase(
                "{choices}, {speed} a second",
                choices=f"{count.choices:,}",
                speed=f"{count.choices / (found.seconds or 1):,.0f}",
            ),
        ),
        (phrase("Written moves seen"), _of(len(scenario.moves) - len(found.unseen), len(scenario.moves))),
        (phrase("Nodes visited"), _of(nodes - len(found.unvisited), nodes)),
        (phrase("Worn words unseen"), f"{len(found.unworn)}"),
        (phrase("Minutes of talk"), phrase("mean {minutes}", minutes=f"{mean(count.minutes):.0f}")),
        (phrase("A person's minutes"), _minutes(found)),
        (phrase("Effective choices"), _percent(found.effective_choices)),
        (phrase("Different outcomes"), f"{len(count.tables):,}"),
        (phrase("Nothing agreed"), _percent(found.nothing / finished)),
        (phrase("Something disavowed"), _percent(count.disavowed / finished)),
        (
            phrase("The summing-up began"),
            "; ".join(
                f"{phrase(ENDINGS[why])} {_percent(games / finished)}" for why, games in sorted(count.endings.items())
            ),
        ),
    ]
    for side, each in enumerate(scenario.sides):
        values = found.values(side)
        low, high = (percentile(values, percent) / 100 for percent in (5, 95))
        open_ = reservation(scenario, side) / 100
        figures = phrase(
            "mean {mean}, nine in ten {low} to {high}, nothing agreed {open}",
            mean=f"{mean(values) / 100:.2f}", low=f"{low:.2f}", high=f"{high:.2f}", open=f"{open_:.2f}",
        )  # fmt: skip
        rows.append((phrase("Worth to {side}", side=each.id), figures))
    for row in rows:
        table.add_row(*row)
    return table


def _finished(found: Playtest) -> str:
    finished, stuck = f"{found.finished:,}", found.tally.stuck
    if stuck:
        return phrase("{finished}, stuck {stuck}", finished=finished, stuck=f"{stuck:,}")
    return phrase("{finished}, none stuck", finished=finished)


def _minutes(found: Playtest) -> str:
    """What games would take a person."""
    half, most = (f"{percentile(found.tally.seconds, share) / 60:.0f}" for share in (50, 95))
    return phrase(
        "{half}, one in twenty over {most} ({words} words a minute, {seconds} s a decision)",
        half=half, most=most, words=WORDS_A_MINUTE, seconds=DECISION,
    )  # fmt: skip


def _of(number: int, every: int) -> str:
    return phrase("{number} of {all}", number=number, all=every)


def _settled(found: Playtest) -> Table:
    table = _table(
        phrase("Where questions stood at last"), phrase("issue"), phrase("settled"), phrase("at"), right=(1,)
    )
    for issue, shares in found.settled().items():
        _, *settled = shares.items()
        at = ", ".join(f"{name} {_percent(share)}" for name, share in settled if share)
        table.add_row(issue, _percent(sum(share for _, share in settled)), at)
    return table


def _expected(found: Playtest) -> Iterable[RenderableType]:
    judged = found.judged()
    if not judged:
        return
    table = _table(phrase("What the scenario expects"), "", phrase("seen"), "")
    for each in judged:
        seen = "" if each.seen is None else _percent(each.seen)
        first, second = each.expected.seats
        players = first if first == second else phrase(" and ").join((first, second))
        told = phrase("holds" if each.holds else "does not hold")
        if each.holds is None:
            told = phrase("not looked at: played by {players}", players=players)
        table.add_row(Text(each.expected.text), seen, Text(told, "bold" if each.holds is False else ""))
    yield table


def _lists(found: Playtest, never: Sequence[Unreached]) -> Iterable[RenderableType]:
    for why, title in NEVER.items():
        yield from _list(phrase(title), [each.move for each in never if each.why == why])
    yield from _list(phrase("Never visited"), found.unvisited)
    stranded = [f"{node} ({n:,})" for node, n in found.stranded.items()]
    yield from _list(phrase("Nothing but `leave` could be done"), stranded)
    for fault, way in found.faults():
        yield from _list(phrase("{fault}. The shortest way there, in moves", fault=fault), list(way))
    yield from _list(phrase("It mostly did not matter what was chosen"), found.idle)


# An analysis


def _issues(found: Analysis) -> Table:
    title = phrase("{scenario}: what settlements are worth", scenario=found.scenario.id)
    table = _table(
        title, phrase("issue"), phrase("settlement"), *(side.id for side in found.scenario.sides), right=(2, 3)
    )
    for issue in found.scenario.issues:
        table.add_row(issue.id, Text(phrase("weight"), "italic"), *map(str, issue.weight))
        for each in issue.settlements:
            table.add_row("", each.id, *map(str, each.value))
    return table


def _sets(found: Analysis) -> Table:
    title = phrase("Outcomes; rational ones leave neither side below {values}", values=_values(found.reservation))
    table = _table(title, "", *(phrase(SETS[each.name]) for each in found.sets), right=(1, 2, 3))
    table.add_row(phrase("outcomes"), *(f"{each.outcomes:,}" for each in found.sets))
    table.add_row(phrase("rational"), *(f"{each.rational:,}" for each in found.sets))
    table.add_row(phrase("on the rational frontier"), *(f"{len(each.rational_frontier):,}" for each in found.sets))
    for name, shown in POINTS.items():
        points = [each.points._asdict()[name] if each.points else None for each in found.sets]
        table.add_row(phrase(shown), *(_values(each.value) if each else phrase("none") for each in points))
    return table


def _frontier(found: Analysis) -> Table:
    whole = found.sets[0]
    package = ", ".join(issue.id for issue in found.scenario.issues)
    table = _table(phrase("The rational frontier"), *(side.id for side in found.scenario.sides), package, right=(0, 1))
    for each in whole.rational_frontier:
        points = whole.points._asdict().items() if whole.points else ()
        names = phrase(" and ").join(phrase(POINTS[name]) for name, point in points if point == each)
        settlements = Text(", ".join(found.package(each.table).values()), "bold" if names else "")
        table.add_row(*_figures(each), settlements.append(f" ({names})" if names else ""))
    return table


def _best_for_both(found: Analysis) -> Iterable[RenderableType]:
    issues = found.scenario.issues
    yield from _list(
        phrase("Best for both sides"), [f"{issues[i].id}={issues[i].settlements[s].id}" for i, s in found.best_for_both]
    )


def of_trades(scenario: Scenario, found: Sequence[Trade]) -> RenderableType:
    """The trades from which both sides gain most."""
    title = phrase("Trades: alone a loss to somebody, together a gain to both ({number} in all)", number=len(found))
    table = _table(title, *(side.id for side in scenario.sides), phrase("settlements"), right=(0, 1))
    for each in found[:SHOWN]:
        settled = (f"{scenario.issues[i].id}={scenario.issues[i].settlements[s].id}" for i, s in each[:2])
        table.add_row(*(f"+{gain / 100:.2f}" for gain in each.gain), phrase(" with ").join(settled))
    return table


def of_sensitivity(analysis: Analysis, found: Sensitivity) -> RenderableType:
    """What other weights would change."""
    title = phrase(
        "With every weight changed by up to {change} %, {draws} times", change=found.change, draws=found.draws
    )
    table = _table(title, "", phrase("stayed"), phrase("most often"), right=(1,))
    for name, shown in POINTS.items():
        (often, _), *_ = getattr(found, name).most_common(1)
        at = ", ".join(analysis.package(often).values())
        table.add_row(phrase(shown), _percent(stayed(analysis, found, name)), at)
    fewest, middle, most = found.frontier
    table.add_row(
        phrase("on the rational frontier"),
        "",
        phrase("{fewest} to {most}, mostly about {middle}", fewest=fewest, most=most, middle=middle),
    )
    return table


# Both


def _table(title: str, *columns: str, right: tuple[int, ...] = ()) -> Table:
    """A table; the columns of figures stand to the right."""
    table = Table(title=title, title_justify="left", title_style="bold", box=box.SIMPLE_HEAD, show_header=any(columns))
    for number, column in enumerate(columns):
        table.add_column(column, overflow="fold", justify="right" if number in right else "left")
    return table


def _list(title: str, names: Sequence[str]) -> Iterable[RenderableType]:
    if names:
        yield Text(f"{title}: {len(names):,}", "bold")
        yield Padding(Text("\n".join(names)), (0, 0, 1, 2))


def _figures(outcome: Outcome) -> list[str]:
    return [f"{each / 100:.2f}" for each in outcome.value]


def _values(hundredths: tuple[int, int]) -> str:
    return " / ".join(f"{each / 100:.2f}" for each in hundredths)


def _percent(share: float) -> str:
    return phrase("{percent} %", percent=f"{100 * share:.1f}")
