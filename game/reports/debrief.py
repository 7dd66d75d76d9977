"""The debrief: everything that can be said of a game when it is over, as one value.

It follows from the scenario and the record alone. Nothing is worded for a screen or a page here: `pages` does
that. It is for after the talks: both sides' secrets are in it.
"""

from dataclasses import dataclass
from typing import NamedTuple

from game.engine.events import Spoke
from game.engine.medals import Result, judge
from game.engine.moves import moves
from game.engine.scenario import END, Scenario
from game.engine.state import State
from game.engine.views import known
from game.phrases import noted, phrase
from game.records.record import HUMAN, Record
from game.records.replay import Argument, Replayed, Turn, replay
from game.reports.afterwards import Settled, Unknown, settled, to_ask, unknown
from game.reports.course import Moment, course
from game.reports.dance import Step, dance
from game.reports.field import Field, better_for_both, field
from game.reports.flow import Flow, flow
from game.reports.missed import Missed, missed
from game.reports.reasons import sentence
from game.speech.telling import Teller


class Answer(NamedTuple):
    """A move of a counterpart: why it did this, and what else it could have done."""

    move: int
    side: int
    minutes: int
    """On the clock when it chose."""
    did: str
    why: str
    otherwise: tuple[str, ...]
    """What else was open to it but tabling packages, as its list of choices had it."""


class Counts(NamedTuple):
    """What can be counted of a side's part, and is no judgement of it."""

    moves: int
    claims: int
    answered: int
    """Claims of the other side that it answered."""
    of_theirs: int
    sourced: int
    """Lines that name a paper the speaker could hold."""
    typed: int
    """Moves made in words of one's own."""
    own: int
    """Own arguments, which fit no move."""
    packages: int


@dataclass(frozen=True, slots=True)
class Debrief:
    """A game that is over, from every side."""

    scenario: Scenario
    name: str
    """Under which the game is kept, or the name of its file."""
    record: Record
    states: tuple[State, ...]
    turns: tuple[Turn, ...]
    arguments: tuple[Argument, ...]
    """Arguments in people's own words that fit no move."""
    result: Result
    course: tuple[Moment, ...]
    dance: tuple[Step, ...]
    field: Field
    better: int
    """How many outcomes that could be authorised tonight were better for both."""
    missed: Missed | None
    flow: tuple[Flow, ...]
    answers: tuple[Answer, ...]
    counts: tuple[Counts, Counts]
    settled: tuple[Settled, ...]
    unknown: tuple[Unknown, ...]
    ask: tuple[str, ...]
    file: str = ""
    """The game file that it was read from; empty for a kept game."""

    @property
    def over(self) -> bool:
        """Whether the talks came to their end."""
        return self.states[-1].node == END

    @property
    def teller(self) -> Teller:
        """Who puts its parts in words."""
        return teller(self.scenario)


def teller(scenario: Scenario) -> Teller:
    """Who puts a scenario's parts in words; after the talks every word may be read."""
    return Teller(lambda id_: scenario.words.get(id_, ""), known(scenario, 0))


def debrief(scenario: Scenario, record: Record, name: str = "", replayed: Replayed | None = None) -> Debrief:
    """The debrief of a game; of one that is not over, as if it ended where it stands.

    Raises what `replay` raises.
    """
    replayed = replayed or replay(scenario, record)
    states, turns = replayed.states, replayed.turns
    log = [event for turn in turns for event in turn.events]
    result = judge(scenario, states[-1], log)
    seats = record.header.seats
    steps = dance(scenario, states, turns)
    return Debrief(
        scenario,
        name,
        record,
        states,
        turns,
        replayed.arguments,
        result,
        course(scenario, states, turns),
        steps,
        field(scenario),
        better_for_both(scenario, result),
        missed(scenario, states, turns, seats, result),
        flow(known(scenario, 0), turns, replayed.arguments),
        tuple(_answers(scenario, states, turns, seats)),
        (_counts(result, replayed, steps, 0), _counts(result, replayed, steps, 1)),
        settled(scenario),
        unknown(scenario),
        to_ask(scenario),
    )


def _answers(
    scenario: Scenario, states: tuple[State, ...], turns: tuple[Turn, ...], seats: tuple[str, str]
) -> list[Answer]:
    tell = teller(scenario)
    found = []
    for turn in turns:
        if seats[turn.side] == HUMAN or not turn.reason:
            continue
        before = states[turn.number - 1]
        offered = {move.text: tell.label(move, turn.side) for move in moves(scenario, before)}
        did = offered.pop(turn.move, "") or told(scenario, turn)
        why = sentence(scenario, tell, turn.reason)
        found.append(Answer(turn.number, turn.side, before.minutes, did, why, tuple(offered.values())))
    return found


_VERBS = noted({"propose": "Propose {parts}", "refuse": "Refuse {parts}", "recess": "Recess {parts}"})


def told(scenario: Scenario, turn: Turn) -> str:
    """What a move was, as a list of choices has it."""
    words, verb = scenario.words, turn.move.partition(" ")[0]
    if f"{turn.move}:label" in words:
        return words[f"{turn.move}:label"]
    tell = teller(scenario)
    if verb in ("propose", "refuse", "recess"):
        return phrase(_VERBS[verb], parts=_pairs(scenario, tell, turn.move))
    if verb == "open":
        topic = turn.move.partition(" ")[2]
        return phrase("Turn to “{label}”", label=words.get(f"topics/{topic}:title", topic))
    return {"accept": phrase("Accept the package")}.get(verb) or words.get(
        f"table/{verb}:{scenario.sides[turn.side].id}:label", turn.move
    )


def _pairs(scenario: Scenario, tell: Teller, text: str) -> str:
    numbers = {issue.id: number for number, issue in enumerate(scenario.issues)}
    parts = []
    for part in text.split()[1:]:
        issue, equals, settlement = part.partition("=")
        number = numbers[issue]
        named = f": {tell.settlement(number, scenario.issues[number].number(settlement))}" if equals else ""
        parts.append(f"{tell.issue(number)}{named}")
    return "; ".join(parts)


def _counts(result: Result, replayed: Replayed, steps: tuple[Step, ...], side: int) -> Counts:
    own = [turn for turn in replayed.turns if turn.side == side]
    argument = result.medals[side].argument
    return Counts(
        len(own),
        argument.claims,
        argument.answered,
        argument.of_theirs,
        argument.cited,
        sum(bool(turn.typed) for turn in own if any(isinstance(event, Spoke) for event in turn.events)),
        sum(each.side == side for each in replayed.arguments),
        sum(step.side == side for step in steps),
    )
