"""The shortest way to a fault: a game that ran into it, without the moves that it could have done without."""

from game.engine.moves import Leave, NotAMove, moves, read
from game.engine.play import next_state, start
from game.engine.scenario import Scenario
from game.engine.state import State
from game.scenarios.tally import STUCK, Way


def shortened(scenario: Scenario, node: int, way: Way) -> Way:
    """Some of the moves of a way, in order, that still lead to the node with nothing but `leave` to do there.

    Runs of moves are taken out as long as that helps, long runs first. A game that does not end stays as it is.
    """
    if node == STUCK:
        return way
    length = len(way)
    while length:
        begins = 0
        while begins + length <= len(way):
            fewer = way[:begins] + way[begins + length :]
            if _leads(scenario, node, fewer):
                way = fewer
            else:
                begins += 1
        length = min(length - 1, len(way))
    return way


def _leads(scenario: Scenario, node: int, way: Way) -> bool:
    state: State = start(scenario)
    for text in way:
        try:
            state = next_state(scenario, state, read(scenario, state, text))
        except NotAMove:
            return False
    if state.node != node:
        return False
    offered = moves(scenario, state)
    return len(offered) == 1 and isinstance(offered[0], Leave)
