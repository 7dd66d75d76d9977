"""The smallest change that would have altered a choice: made here, in a copy of the position, to see it alter."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

import pytest

from game.engine.chance import Draw
from game.engine.counterparts import NAMES, SEATS, Change, Choice, Reason, counterpart
from game.engine.events import Event, Tabled, Turned
from game.engine.issues import Combination, with_package
from game.engine.moves import Move, Propose
from game.engine.scenario import Scenario
from game.engine.state import State, standing
from game.engine.views import View, known, view
from game.engine.whatif import Position, cost, explained
from game.places import data
from game.scenarios.load import load
from game.scenarios.rehearse import RANDOM, rehearse
from tests.fence import fence
from tests.long import LONG

ON_A_POSITION = ("trust", "minutes", "claims", "answered", "raised", "reach", "grant")


def choices(scenario: Scenario, name: str, seeds: range, others: tuple[str, ...]) -> Iterator[tuple[Position, Choice]]:
    """What a counterpart chose in games from either side, with its reasons read back from their text."""
    for seed in seeds:
        for other in others:
            for seats in ((name, other), (other, name)):
                log: list[Event] = []
                for step in rehearse(scenario, seed, seats):
                    side = scenario.nodes[step.before.node].side
                    if seats[side] == name:
                        position = Position(scenario, step.before, tuple(log), seed)
                        seen = view(scenario, step.before, side, log)
                        draw = Draw(seed, step.before.moves_made)
                        choice = counterpart(name).choose(known(scenario, side), seen, draw)
                        assert choice.move.text == step.move.text
                        found = explained(position, counterpart(name), choice)
                        yield position, Choice(found.move, Reason.read(str(found.reason)))
                    log += step.events


@cache
def at_the_fence(name: str, other: str) -> Sequence[tuple[Position, Choice]]:
    """What it chose there in six games with another."""
    return tuple(choices(fence(), name, range(6), (other,)))


def position_with(position: Position, change: Change) -> State:
    """A copy of a position in which one thing is otherwise."""
    scenario, state, deals = position.scenario, position.state, position.state.deals
    claims = {claim.id: claim for claim in scenario.claims}
    issue, _, settlement = change.about.partition("=")
    number = next((n for n, each in enumerate(scenario.issues) if each.id == issue), -1)
    bit = scenario.issues[number].settlements[scenario.issues[number].number(settlement)].bit if settlement else 0
    match change.what:
        case "trust":
            trust = [meter.id for meter in scenario.meters].index("trust")
            return state._replace(meters=tuple(n + change.by * (i == trust) for i, n in enumerate(state.meters)))
        case "minutes":
            return state._replace(minutes=state.minutes + change.by)
        case "answered":
            return state._replace(answered=state.answered | 1 << claims[change.about].number)
        case "raised":
            return state._replace(made=state.made | 1 << claims[change.about].number)
        case "reach":
            return state._replace(deals=deals._replace(reach=deals.reach | bit, barred=()))
        case "grant":
            granted = tuple(each | bit * (side == position.side) for side, each in enumerate(deals.grants))
            return state._replace(deals=deals._replace(grants=(granted[0], granted[1]), barred=()))
        case "claims":
            theirs = [c for c in claims.values() if c.side != position.side and c.argues == number]
            stand = [c for c in theirs if standing(state) >> c.number & 1]
            if change.by < 0:
                return state._replace(answered=state.answered | sum(1 << c.number for c in stand[change.by :]))
            rest = [c for c in theirs if c not in stand]
            waits = [c for c in rest if state.made & ~state.answered & 1 << c.number]
            more = sum(1 << c.number for c in [*waits, *(c for c in rest if c not in waits)][: change.by])
            return state._replace(made=state.made | more, due=state.due | more, answered=state.answered & ~more)
    raise KeyError(change.what)


def chosen_after(position: Position, player: str, choice: Choice) -> Move | None:
    """What the counterpart does where its reason's change has been made; None where nothing is left to do."""
    scenario, state, side, change = position.scenario, position.state, position.side, choice.reason.change
    assert change is not None
    knows, log, draw = known(scenario, side), position.log, Draw(position.seed, state.moves_made)
    if change.what in ON_A_POSITION:
        state = position_with(position, change)
    elif change.what == "opened":
        topic = [each.id for each in scenario.topics].index(change.about)
        log = (Turned(1 - side, topic), *log)
    elif change.what == "packages":
        tabled = {event.package for event in log if isinstance(event, Tabled) and event.side != side}
        new = [(pair,) for pair in scenario.authority if (pair,) not in tabled][: change.by]
        log = (*(Tabled(1 - side, package, False, ()) for package in new), *log)
    elif change.what == "value":
        package = state.deals.tabled or (choice.move.package if isinstance(choice.move, Propose) else ())
        table = with_package(state.deals.table, package)
        link = (Combination(tuple((i, 1 << s) for i, s in enumerate(table))), change.by)
        knows = replace(knows, worth=replace(knows.worth, links=(*knows.worth.links, link)))
    elif change.what == "lot":
        draw = Draw(position.seed, state.moves_made + change.by)
    seen: View = view(scenario, state, side, log)
    if change.what == "without":
        if isinstance(choice.move, Propose):
            return None
        seen = replace(seen, moves=tuple(move for move in seen.moves if move.text != choice.move.text))
    return counterpart(player).choose(knows, seen, draw).move


def alters_each_choice(name: str, chosen: Iterable[tuple[Position, Choice]]) -> Counter[str]:
    """Make every change that is named, see the choice alter, and count the changes by kind."""
    made: Counter[str] = Counter()
    for position, choice in chosen:
        if choice.reason.change is None:
            made["none"] += 1
            continue
        made[choice.reason.change.what] += 1
        after = chosen_after(position, name, choice)
        assert after is None or after.text != choice.move.text, (position.state, choice)
    return made


@pytest.mark.parametrize("name", NAMES)
def test_making_the_change_alters_the_choice(name: str) -> None:
    made = alters_each_choice(name, [*at_the_fence(name, RANDOM), *at_the_fence(name, NAMES[1])])
    assert made.total() > 60


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_making_the_change_alters_the_choice_at_the_meeting(name: str) -> None:
    scenario = load(data("dialogues") / "new-york-1962").scenario
    assert scenario is not None
    games = 2 if LONG else 1
    made = alters_each_choice(name, choices(scenario, name, range(games), (RANDOM, "logroller")))
    assert made.total() > 75 * games
    assert made["none"] < made.total() / 20
    assert len(made) >= 5


@pytest.mark.parametrize("what", ["minutes", "value"])
def test_one_less_would_not_have_been_enough(what: str) -> None:
    looked = 0
    for name in NAMES:
        for position, choice in at_the_fence(name, RANDOM):
            change = choice.reason.change
            if change is not None and change.what == what and abs(change.by) > 1:
                less = change._replace(by=change.by - (1 if change.by > 0 else -1))
                after = chosen_after(position, name, choice._replace(reason=choice.reason._replace(change=less)))
                assert after is not None and after.text == choice.move.text
                looked += 1
    assert looked


def test_talk_is_weighed_before_what_no_talk_brings_about() -> None:
    changes = [Change("minutes", 3), Change("trust", 1), Change("claims", 1, "il28"), Change("grant", 0, "il28=halted")]
    changes += [Change("value", 1), Change("lot", 1), Change("without")]
    assert [cost(change) for change in changes] == sorted(cost(change) for change in changes)


@pytest.mark.parametrize(
    "reason",
    [
        Reason("only"),
        Reason("answers", claim="dry-summer", value=2),
        Reason("too-little", "", "il28", "after-cuba", -300, 250, Change("trust", 2)),
        Reason("bluffs", "obsolete", "il28", "halted", 88, 0, Change("claims", -1, "il28")),
        Reason("worth", "", "ship", "neutral", 10, 5, Change("grant", 0, "ship=two-ships")),
    ],
)
def test_a_reason_is_read_back_from_its_text(reason: Reason) -> None:
    assert Reason.read(str(reason)) == reason


@pytest.mark.parametrize("text", ["", "worth if trust +1 il28 more"])
def test_a_text_that_is_no_reason_is_not_read(text: str) -> None:
    with pytest.raises(ValueError, match=r"no (reason|change)"):
        Reason.read(text)


def test_every_name_seats_somebody() -> None:
    assert {counterpart(name).name for name in SEATS} == set(NAMES)
    assert counterpart("dealmaker").name == "conceder"
    with pytest.raises(KeyError):
        counterpart("nobody")
