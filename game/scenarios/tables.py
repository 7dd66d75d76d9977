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
from game.scenarios.analysis_json import stayed
from game.scenarios.analyze import Analysis
from game.scenarios.playtest import Playtest, mean, percentile
from game.scenarios.sensitivity import Sensitivity
from game.scenarios.tally import DECISION, WORDS_A_MINUTE
from game.scenarios.trades import Trade
from game.scenarios.unreached import NOT_SEEN, PROVED, REACHED, Unreached

SETS = {"all": "all", "tonight": "allowed tonight", "recesses": "in the recesses"}
POINTS = {"nash": "Nash", "kalai_smorodinsky": "Kalai-Smorodinsky", "egalitarian": "Egalitarian"}
NEVER = {
    PROVED: "Never made, and no game can come to it",
    NOT_SEEN: "Never made; nothing is proved",
    REACHED: "Never made, though a search found a game that comes to it",
}
SHOWN = 12
"""How many trades are shown."""

ENDINGS = {
    "asked": "a side asked for it",
    "passes": "both sides passed",
    "time": "the hour had come",
    "led": "a topic led there",
}


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
    table = _table(f"{scenario.id}: {count.games:,} games, {players}, seed {found.seed}", "", "")
    finished, nodes = found.finished or 1, len(scenario.nodes) - WRITTEN
    rows = [
        ("Finished", f"{found.finished:,}" + (f", stuck {count.stuck:,}" if count.stuck else ", none stuck")),
        ("Choices", f"{count.choices:,}, {count.choices / (found.seconds or 1):,.0f} a second"),
        ("Written moves seen", f"{len(scenario.moves) - len(found.unseen)} of {len(scenario.moves)}"),
        ("Nodes visited", f"{nodes - len(found.unvisited)} of {nodes}"),
        ("Worn words unseen", f"{len(found.unworn)}"),
        ("Minutes of talk", f"mean {mean(count.minutes):.0f}"),
        (
            "A person's minutes",
            f"{percentile(count.seconds, 50) / 60:.0f}, one in twenty over {percentile(count.seconds, 95) / 60:.0f}"
            f" ({WORDS_A_MINUTE} words a minute, {DECISION} s a decision)",
        ),
        ("Effective choices", _percent(found.effective_choices)),
        ("Different outcomes", f"{len(count.tables):,}"),
        ("Nothing agreed", _percent(found.nothing / finished)),
        ("Something disavowed", _percent(count.disavowed / finished)),
        (
            "The summing-up began",
            "; ".join(f"{ENDINGS[why]} {_percent(games / finished)}" for why, games in sorted(count.endings.items())),
        ),
    ]
    for side, each in enumerate(scenario.sides):
        values = found.values(side)
        low, high = (percentile(values, percent) / 100 for percent in (5, 95))
        open_ = reservation(scenario, side) / 100
        figures = f"mean {mean(values) / 100:.2f}, nine in ten {low:.2f} to {high:.2f}, nothing agreed {open_:.2f}"
        rows.append((f"Worth to {each.id}", figures))
    for row in rows:
        table.add_row(*row)
    return table


def _settled(found: Playtest) -> Table:
    table = _table("Where questions stood at last", "issue", "settled", "at", right=(1,))
    for issue, shares in found.settled().items():
        _, *settled = shares.items()
        at = ", ".join(f"{name} {_percent(share)}" for name, share in settled if share)
        table.add_row(issue, _percent(sum(share for _, share in settled)), at)
    return table


def _expected(found: Playtest) -> Iterable[RenderableType]:
    judged = found.judged()
    if not judged:
        return
    table = _table("What the scenario expects", "", "seen", "")
    for each in judged:
        seen = "" if each.seen is None else _percent(each.seen)
        first, second = each.expected.seats
        players = first if first == second else f"{first} and {second}"
        told = (
            "holds" if each.holds else f"not looked at: played by {players}" if each.holds is None else "does not hold"
        )
        table.add_row(Text(each.expected.text), seen, Text(told, "bold" if each.holds is False else ""))
    yield table


def _lists(found: Playtest, never: Sequence[Unreached]) -> Iterable[RenderableType]:
    for why, title in NEVER.items():
        yield from _list(title, [each.move for each in never if each.why == why])
    yield from _list("Never visited", found.unvisited)
    yield from _list("Nothing but `leave` could be done", [f"{node} ({n:,})" for node, n in found.stranded.items()])
    for fault, way in found.faults():
        yield from _list(f"The shortest way to where {fault}, in moves", list(way))
    yield from _list("It mostly did not matter what was chosen", found.idle)


# An analysis


def _issues(found: Analysis) -> Table:
    title = f"{found.scenario.id}: what settlements are worth"
    table = _table(title, "issue", "settlement", *(side.id for side in found.scenario.sides), right=(2, 3))
    for issue in found.scenario.issues:
        table.add_row(issue.id, Text("weight", "italic"), *map(str, issue.weight))
        for each in issue.settlements:
            table.add_row("", each.id, *map(str, each.value))
    return table


def _sets(found: Analysis) -> Table:
    title = f"Outcomes; rational ones leave neither side below {_values(found.reservation)}"
    table = _table(title, "", *(SETS[each.name] for each in found.sets), right=(1, 2, 3))
    table.add_row("outcomes", *(f"{each.outcomes:,}" for each in found.sets))
    table.add_row("rational", *(f"{each.rational:,}" for each in found.sets))
    table.add_row("on the rational frontier", *(f"{len(each.rational_frontier):,}" for each in found.sets))
    for name, shown in POINTS.items():
        points = [each.points._asdict()[name] if each.points else None for each in found.sets]
        table.add_row(shown, *(_values(each.value) if each else "none" for each in points))
    return table


def _frontier(found: Analysis) -> Table:
    whole = found.sets[0]
    package = ", ".join(issue.id for issue in found.scenario.issues)
    table = _table("The rational frontier", *(side.id for side in found.scenario.sides), package, right=(0, 1))
    for each in whole.rational_frontier:
        points = whole.points._asdict().items() if whole.points else ()
        names = " and ".join(POINTS[name] for name, point in points if point == each)
        settlements = Text(", ".join(found.package(each.table).values()), "bold" if names else "")
        table.add_row(*_figures(each), settlements.append(f" ({names})" if names else ""))
    return table


def _best_for_both(found: Analysis) -> Iterable[RenderableType]:
    issues = found.scenario.issues
    yield from _list(
        "Best for both sides", [f"{issues[i].id}={issues[i].settlements[s].id}" for i, s in found.best_for_both]
    )


def of_trades(scenario: Scenario, found: Sequence[Trade]) -> RenderableType:
    """The trades from which both sides gain most."""
    title = f"Trades: alone a loss to somebody, together a gain to both ({len(found)} in all)"
    table = _table(title, *(side.id for side in scenario.sides), "settlements", right=(0, 1))
    for each in found[:SHOWN]:
        settled = (f"{scenario.issues[i].id}={scenario.issues[i].settlements[s].id}" for i, s in each[:2])
        table.add_row(*(f"+{gain / 100:.2f}" for gain in each.gain), " with ".join(settled))
    return table


def of_sensitivity(analysis: Analysis, found: Sensitivity) -> RenderableType:
    """What other weights would change."""
    title = f"With every weight changed by up to {found.change} %, {found.draws} times"
    table = _table(title, "", "stayed", "most often", right=(1,))
    for name, shown in POINTS.items():
        (often, _), *_ = getattr(found, name).most_common(1)
        at = ", ".join(analysis.package(often).values())
        table.add_row(shown, _percent(stayed(analysis, found, name)), at)
    fewest, middle, most = found.frontier
    table.add_row("on the rational frontier", "", f"{fewest} to {most}, mostly about {middle}")
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
    return f"{100 * share:.1f} %"
