"""A scenario: sides, issues, and the tree of nodes and moves, every name resolved.

Made once, by the reader of scenario files, and never changed. Text is not in here except as ids:
what is said stands in `Scenario.words` under the id of its line, and nothing in the rules reads it.
Pairs are in declared order of the two sides.
"""

import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from game.engine import digests
from game.engine.conditions import Condition, Test
from game.engine.events import Answered, Claimed, Reached, Scene, Spoke, Stood
from game.engine.issues import Combination, Issue, Link, Package
from game.engine.lines import Line
from game.engine.sides import Meter, Paper, Person, Side

RUN_LIMIT = 6
"""How many written moves a side may make running."""

FLOOR = -1
"""A goto that leads to the floor of the side that did not hold it last."""


@dataclass(frozen=True, slots=True, eq=False)
class Move:
    """Something said or done. The text form reads back with `read`."""

    text: str
    kind: str
    minutes: int


@dataclass(frozen=True, slots=True, eq=False)
class Branch:
    """One way on: to a node, or to `FLOOR`, where the test holds."""

    when: Condition | None
    to: int


@dataclass(frozen=True, slots=True, eq=False)
class Again:
    """How a move is said a second time, in worn words."""

    lines: tuple[Line, ...]
    changes: tuple[tuple[int, int], ...]
    minutes: int
    goto: tuple[Branch, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Written(Move):
    """A move that a writer wrote: `TOPIC/NODE.MOVE`."""

    side: int
    bit: int
    """Its bit in `State.said`."""
    when: Condition | None
    lines: tuple[Line, ...]
    """What is said, a scene first where there is one."""
    claims: int
    """The claim that it makes, as a bit; 0 for none."""
    answers: int
    """The claims of the other side that it answers, as bits."""
    changes: tuple[tuple[int, int], ...]
    """Pairs (meter, by how much)."""
    reach: int
    """The settlements that it puts in words, as bits."""
    goto: tuple[Branch, ...]
    """Tried in order; the last holds always."""
    again: Again | None
    freely: bool
    """It may be made any number of times, as procedure is."""
    basis: str
    source: str
    cites: str
    """The paper that the speaker holds up; the empty text for none."""
    place: int
    """Where the document that the scenario is made from reports it, from 0; -1 where it does not."""
    argues: bool = field(init=False)
    """Whether it claims, answers or puts a settlement in words: all of which it does the first time only."""
    spoken: Spoke = field(init=False)
    """What happens when it is made, and when it is made again: the same each time, so made once."""
    spoken_again: Spoke = field(init=False)

    @property
    def ends_topic(self) -> bool:
        """Whether it gives the floor back, whatever holds."""
        return all(branch.to == FLOOR for branch in self.goto)

    def __post_init__(self) -> None:
        """Make the two events."""
        object.__setattr__(self, "argues", bool(self.claims or self.answers or self.reach))
        worn = self.again.lines if self.again is not None else self.lines
        object.__setattr__(self, "spoken", Spoke(self.side, self.text, False, self.lines, cites=self.cites))
        object.__setattr__(self, "spoken_again", Spoke(self.side, self.text, True, worn, cites=self.cites))


@dataclass(frozen=True, slots=True, eq=False)
class Open(Move):
    """`open TOPIC`: the holder of the floor turns to a topic."""

    topic: int
    to: int
    """The entry node of the side that opens it."""


@dataclass(frozen=True, slots=True, eq=False)
class Propose(Move):
    """`propose ISSUE=S ...`: a package is put to the other side, on the floor or as the one counter."""

    package: Package


@dataclass(frozen=True, slots=True, eq=False)
class Accept(Move):
    """`accept`: yes to the package on the table."""


@dataclass(frozen=True, slots=True, eq=False)
class Refuse(Move):
    """`refuse ISSUE`: no, and which part is the hardest."""

    issue: int


@dataclass(frozen=True, slots=True, eq=False)
class Recess(Move):
    """`recess ISSUE=S`: the side leaves the room to ask for one settlement."""

    side: int
    issue: int
    settlement: int
    bit: int
    when: Condition
    """When its capital says yes."""


@dataclass(frozen=True, slots=True, eq=False)
class Pass(Move):
    """`pass`: the floor goes to the other side."""


@dataclass(frozen=True, slots=True, eq=False)
class SumUp(Move):
    """`sum-up`: the side begins the summing-up."""


@dataclass(frozen=True, slots=True, eq=False)
class Leave(Move):
    """`leave`: nothing that was written can be said here now, and the floor goes to the other side."""


@dataclass(frozen=True, slots=True, eq=False)
class Node:
    """A place in a topic, or one of the places between topics. It belongs to one side."""

    number: int
    id: str
    """`TOPIC/NODE`."""
    topic: int
    """The number of its topic; -1 for the places of the table."""
    side: int
    """Whose turn it is here; -1 at the end."""
    moves: tuple[Written, ...] = ()
    yields: int = FLOOR
    """Where the turn goes when a side has made its six moves running."""
    scene: Line | None = None
    seen: Scene | None = field(init=False)
    """The event that shows the scene."""
    named: Mapping[str, Written] = field(init=False, repr=False)
    """Its moves by their text forms."""
    answers: tuple[Written, ...] = field(init=False)
    """Its moves that answer claims."""
    answerable: int = field(init=False)
    """The claims that some move here answers, as bits."""
    once: int = field(init=False)
    """Its moves that can be made only once, as bits."""
    twice: int = field(init=False)
    """Its moves that can be made once more in worn words, as bits."""
    free: int = field(init=False)
    """Its moves without a condition, as bits."""
    conditions: tuple[tuple[int, Test], ...] = field(init=False)
    """The place of each move that has a condition, and the condition, from the last to the first."""

    def __post_init__(self) -> None:
        """Find what is the same in every position."""
        answers, conditions = [], []
        answerable = once = twice = free = 0
        for place, move in enumerate(self.moves):
            if move.answers:
                answers.append(move)
                answerable |= move.answers
            if move.when is None:
                free |= move.bit
            else:
                conditions.append((place, move.when.test))
            if move.freely:
                continue
            if move.again is None:
                once |= move.bit
            else:
                twice |= move.bit
        object.__setattr__(self, "answers", tuple(answers))
        object.__setattr__(self, "answerable", answerable)
        object.__setattr__(self, "once", once)
        object.__setattr__(self, "twice", twice)
        object.__setattr__(self, "free", free)
        object.__setattr__(self, "named", {move.text: move for move in self.moves})
        object.__setattr__(self, "conditions", tuple(reversed(conditions)))
        object.__setattr__(self, "seen", None if self.scene is None else Scene(self.scene))


@dataclass(frozen=True, slots=True, eq=False)
class Topic:
    """A dialogue tree."""

    number: int
    id: str
    opens: tuple[int, int]
    """For each side the number of its entry node; -1 where it has none."""
    argues: int
    """The issue that it is about; -1 for none."""
    places: tuple[int, int]
    """For each side, the first place of its moves in the document that the scenario is made from; -1 for none."""


@dataclass(frozen=True, slots=True, eq=False)
class Claim:
    """What an argument asserts."""

    number: int
    id: str
    side: int
    """The side that can make it."""
    topic: int
    argues: int
    """The issue that its topic argues; -1 for none."""
    claimed: Claimed = field(init=False)
    """What can happen to it, each the same whenever it does, so made once."""
    answered: Answered = field(init=False)
    stood: Stood = field(init=False)

    def __post_init__(self) -> None:
        """Make the three events."""
        object.__setattr__(self, "claimed", Claimed(self.side, self.number))
        object.__setattr__(self, "answered", Answered(1 - self.side, self.number))
        object.__setattr__(self, "stood", Stood(self.side, self.number))


TableLines: TypeAlias = Mapping[str, tuple[tuple[Line, ...], tuple[Line, ...]]]
"""What is said or seen with a move of the table, by its kind, for each side."""

AuthorityRule: TypeAlias = bool | Condition
"""True: given. False: never. A condition: only after a recess, and only if it then holds."""


@dataclass(frozen=True, slots=True, eq=False)
class Scenario:
    """One negotiation, whole. Everything that `play` and scoring read, and the words beside it."""

    id: str
    sides: tuple[Side, Side]
    people: tuple[Person, ...]
    meters: tuple[Meter, ...]
    issues: tuple[Issue, ...]
    links: tuple[Link, ...]
    impossible: tuple[Combination, ...]
    authority: Mapping[tuple[int, int], tuple[AuthorityRule, AuthorityRule]]
    """By (issue, settlement), what each side's capital says to it."""
    topics: tuple[Topic, ...]
    claims: tuple[Claim, ...]
    nodes: tuple[Node, ...]
    """The places of the table first: see `FLOORS`, `ANSWERS` and `END`."""
    moves: tuple[Written, ...]
    """Every written move, in the order of their bits."""
    openings: tuple[tuple[Open, ...], tuple[Open, ...]]
    """For each side the topics that it may open, in declared order; without the opening and closing topics."""
    asks: tuple[tuple[Recess, ...], tuple[Recess, ...]]
    """For each side what it may ask its capital for."""
    first: int
    """The side that holds the floor first."""
    start: int
    """The node at which the talks begin."""
    closing: tuple[int, int]
    """For each side the node at which it sums up."""
    closing_topic: int
    talk: int
    """Minutes of talk, without the summing-up."""
    minutes: Mapping[str, int]
    """By kind of move."""
    recesses: int
    repeating: tuple[tuple[int, int], ...]
    refusing: tuple[tuple[int, int], ...]
    moods: tuple[tuple[str, Condition], ...]
    must_raise: tuple[tuple[int, ...], tuple[int, ...]]
    """For each side the claims that its instructions order it to make, by number."""
    table_lines: TableLines
    form: str = ""
    """The form in which it is played, a lesson for example; the empty text for the whole of it."""
    most_moves: int = 0
    """The move after which the talks close, whatever the hour; 0 where only the clock closes them."""
    papers: tuple[Paper, ...] = ()
    words: Mapping[str, str] = field(repr=False, default_factory=dict)
    """Every text by its id."""

    last_move: int = field(init=False, repr=False)
    """The number of the move that closes the talks at the latest: `most_moves`, or more than can ever be made."""
    reached: tuple[tuple[Reached, Reached], ...] = field(init=False, repr=False)
    """For each bit of a settlement, by its number, what happens when either side puts it in words."""
    accept: Accept = field(init=False, repr=False)
    """The moves of the table that are the same wherever they are offered, made once."""
    refusals: tuple[Refuse, ...] = field(init=False, repr=False)
    """By issue."""
    passing: Pass = field(init=False, repr=False)
    sum_up: SumUp = field(init=False, repr=False)
    leave: Leave = field(init=False, repr=False)
    _rules: str = field(init=False, repr=False, default="")
    _wording: str = field(init=False, repr=False, default="")

    @property
    def rules(self) -> str:
        """The digest of everything that playing and scoring read: made when a record is begun or replayed, and kept."""
        if not self._rules:
            object.__setattr__(self, "_rules", digests.rules(self))
        return self._rules

    @property
    def wording(self) -> str:
        """The digest of all its text, likewise."""
        if not self._wording:
            object.__setattr__(self, "_wording", digests.wording(self.words))
        return self._wording

    def __post_init__(self) -> None:
        """Make what is the same in every game."""
        made = {
            each.bit: (Reached(0, i, s), Reached(1, i, s))
            for i, issue in enumerate(self.issues)
            for s, each in enumerate(issue.settlements)
            if s
        }
        minutes = self.minutes
        refusals = [Refuse(f"refuse {each.id}", "refuse", minutes["refuse"], i) for i, each in enumerate(self.issues)]
        object.__setattr__(self, "last_move", self.most_moves or sys.maxsize)
        object.__setattr__(self, "reached", tuple(made[bit] for bit in sorted(made)))
        object.__setattr__(self, "accept", Accept("accept", "accept", minutes["accept"]))
        object.__setattr__(self, "refusals", tuple(refusals))
        object.__setattr__(self, "passing", Pass("pass", "pass", minutes["pass"]))
        object.__setattr__(self, "sum_up", SumUp("sum-up", "procedure", minutes["procedure"]))
        object.__setattr__(self, "leave", Leave("leave", "procedure", minutes["procedure"]))


FLOORS = (0, 1)
"""The numbers of the two nodes `table/floor-SIDE`."""
ANSWERS = (2, 3)
"""The numbers of the two nodes `table/answer-SIDE`."""
END = 4
"""The number of the node `table/end`."""
WRITTEN = 5
"""The number of the first node that a writer wrote."""
