"""What a counterpart recalls: it keeps nothing, and reads the past from the log of its view each time."""

from game.engine.events import Passed, Spoke, Tabled, Turned, WentOut
from game.engine.moves import Package, Written
from game.engine.views import ASK, GIVEN, Known, View


def authorised(known: Known, seen: View, pair: tuple[int, int]) -> bool:
    """Whether its capital allows a settlement now."""
    rule = known.authority[pair]
    return rule == GIVEN or (rule == ASK and bool(seen.grants & known.issues[pair[0]].bits[pair[1]]))


def sides_claims(known: Known, side: int) -> int:
    """The claims that a side can make, as bits."""
    return sum(1 << number for number, claim in enumerate(known.claims) if claim.side == side)


def must_be_raised(known: Known, seen: View, move: Written) -> bool:
    """Whether a move raises a point that its instructions order it to raise, and that has not been raised."""
    return any(move.claims >> claim & 1 and not seen.made >> claim & 1 for claim in known.must_raise)


def said(seen: View) -> set[str]:
    """The written moves that have been made, by their text forms."""
    return {event.move for event in seen.log if isinstance(event, Spoke)}


def opened(seen: View) -> set[int]:
    """The topics that somebody has turned to."""
    return {event.topic for event in seen.log if isinstance(event, Turned)}


def packages_of(seen: View, side: int) -> set[Package]:
    """The different packages that a side has tabled, counters included."""
    return {event.package for event in seen.log if isinstance(event, Tabled) and event.side == side}


def running(seen: View) -> int:
    """How many written moves its side has made running."""
    count = 0
    for event in reversed(seen.log):
        if isinstance(event, Spoke):
            if event.side != seen.side:
                return count
            count += 1
        elif isinstance(event, Turned | Tabled):
            return count
    return count


def on_this_topic(seen: View) -> int:
    """How many written moves its side has made since somebody last held the floor."""
    count = 0
    for event in reversed(seen.log):
        if isinstance(event, Turned | Tabled | Passed | WentOut):
            return count
        count += isinstance(event, Spoke) and event.side == seen.side
    return count


def tabled_last(seen: View) -> bool:
    """Whether its last turn on the floor went to a package, so that packages and topics alternate."""
    for event in reversed(seen.log):
        if isinstance(event, Turned | Passed) and event.side == seen.side:
            return False
        if isinstance(event, Tabled) and event.side == seen.side and not event.counter:
            return True
    return False


def passed_before(seen: View) -> bool:
    """Whether it has passed the floor on already."""
    return any(isinstance(event, Passed) and event.side == seen.side for event in seen.log)
