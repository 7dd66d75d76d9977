"""The table: the places between topics, and what is said or seen with the moves that are made there."""

from collections.abc import Mapping, Sequence

from game.engine.lines import Line
from game.engine.scenario import ANSWERS, END, FLOORS, Node, TableLines
from game.scenarios import shape, words
from game.scenarios.files import Fitted
from game.scenarios.names import Names

LABELS: Mapping[str, str] = {
    "pass": "Give them the floor",
    "sum-up": "Begin the summing-up",
    "recess": "Ask at home",
    "propose": "Propose a package",
    "leave": "Leave it there",
}
"""What a choice of the table is called where a scenario does not say otherwise."""


def places(sides: Sequence[str]) -> tuple[Node, ...]:
    """The five places between topics."""
    floors = [Node(FLOORS[side], f"table/floor-{sides[side]}", -1, side) for side in (0, 1)]
    answers = [Node(ANSWERS[side], f"table/answer-{sides[side]}", -1, side) for side in (0, 1)]
    return (*floors, *answers, Node(END, "table/end", -1, -1))


def lines(scenario: Fitted[shape.Scenario], names: Names, put: words.Words) -> TableLines:
    """The lines of each move of the table, for either side, their texts put among the words."""
    page, moves = scenario.page, scenario.shape.moves
    written = {
        "propose": moves.propose, "counter": moves.counter, "pass": moves.pass_, "sum-up": moves.sum_up,
        "recess": moves.recess, "leave": moves.leave,
        "deflect": {side: shape.TableMove(says=each.says) for side, each in moves.deflect.items()},
    }  # fmt: skip
    found = {}
    for kind, by_side in written.items():
        pair = names.pair(by_side, shape.TableMove(), page, "moves", kind, both=bool(by_side))
        both: list[tuple[Line, ...]] = []
        for side, (name, each) in enumerate(zip(names.sides, pair, strict=True)):
            id_, says = f"table/{kind}:{name}", each.says or []
            words.put(put, id_, label=each.label or LABELS.get(kind))
            for number, speech in enumerate(says):
                for person in speech:
                    names.speaker(person, side, page, "moves", kind, name, "says", number, person)
            scene = words.scene(put, f"{id_}:scene", each.scene)
            spoken = words.lines(put, id_, says, "invented")
            both.append((*scene, *spoken, *words.scene(put, f"{id_}:back", each.back)))
        found[kind] = (both[0], both[1])
    time = words.scene(put, "table/time:scene", moves.time.scene if moves.time else None)
    found["time"] = (time, time)
    return found
