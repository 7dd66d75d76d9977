"""What a counterpart recalls: it keeps nothing, and reads the past from the log of its view each time."""

from game.engine.events import (
    Accepted,
    Changed,
    Claimed,
    Denied,
    Passed,
    Reached,
    Refused,
    Spoke,
    Tabled,
    Turned,
    WentOut,
)
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


def asked_in_vain(seen: View) -> set[tuple[int, int]]:
    """The settlements that its capital has denied it, with nothing new put in words or claimed since."""
    denied: set[tuple[int, int]] = set()
    for event in seen.log:
        match event:
            case Denied(issue=issue, settlement=settlement):
                denied.add((issue, settlement))
            case Reached() | Claimed():
                denied.clear()
            case _:
                pass
    return denied


def just_went_out(seen: View) -> bool:
    """Whether it comes back from a recess of its own, and nothing has been done since."""
    for event in reversed(seen.log):
        match event:
            case WentOut(side=side):
                return side == seen.side
            case Spoke() | Tabled() | Turned() | Passed() | Refused() | Accepted():
                return False
            case _:
                pass
    return False


def passed_before(seen: View) -> bool:
    """Whether it has passed the floor on already."""
    return any(isinstance(event, Passed) and event.side == seen.side for event in seen.log)


STEP = 300
"""What one package may give more than the one before, in hundredths of a point, and still be returned in full."""
IN_WORDS = 40
"""What a settlement that costs the other side something gives when they put it in words, in thousandths of a share."""


def given_by(known: Known, seen: View) -> int:
    """What the other side has given so far, less what it took back, in thousandths of a share of the common gain.

    Half a thousandth for each hundredth of a point that one of its packages brings more, or less, than the one
    before it.
    """
    gains, theirs = known.worth.over(seen.table), known.guess.over(seen.table)
    given, before = 0, None
    for event in seen.log:
        if isinstance(event, Tabled) and event.side != seen.side:
            gain = gains(event.package)
            if before is not None:
                given += max(-STEP, min(STEP, gain - before)) // 2
            before = gain
        elif isinstance(event, Reached) and event.side != seen.side:
            given += IN_WORDS if theirs(((event.issue, event.settlement),)) < 0 else 0
    return given


def last_step(known: Known, seen: View) -> int:
    """Whether what the other side did last was a step towards this one, above 0, or away from it, below."""
    gains, theirs = known.worth.over(seen.table), known.guess.over(seen.table)
    step = 0
    for event in reversed(seen.log):
        match event:
            case Spoke(side=side) | Turned(side=side) | Passed(side=side) | WentOut(side=side) if side == seen.side:
                break
            case Tabled(side=side) | Accepted(side=side) | Refused(side=side) if side == seen.side:
                break
            case Tabled(package=package):
                step += 1 if gains(package) > 0 else -1
            case Reached(side=side, issue=issue, settlement=settlement) if side != seen.side:
                step += theirs(((issue, settlement),)) < 0
            case Accepted():
                step += 1
            case Refused():
                step -= 1
            case Changed(meter=meter, was=was, now=now) if known.meters[meter].id == "trust":
                step += 1 if now > was else -1
            case _:
                pass
    return step


def refusals_of(seen: View, side: int) -> list[int]:
    """The issues that a side called the hardest part of packages, one for each refusal."""
    return [event.issue for event in seen.log if isinstance(event, Refused) and event.side == side]


def challenged(known: Known, seen: View, issue: int) -> bool:
    """Whether the other side has called this one's word on an issue in question.

    It has when it answered at least half of what was claimed about the issue, or held up a paper in a topic about it.
    """
    own = [
        1 << number
        for number, claim in enumerate(known.claims)
        if claim.side == known.side and claim.argues == issue and seen.made >> number & 1
    ]
    answered = sum(bool(seen.answered & bit) for bit in own)
    if answered and 2 * answered >= len(own):
        return True
    about = {topic.id for topic in known.topics if topic.argues == issue}
    return any(
        isinstance(event, Spoke) and event.side != seen.side and event.cites and event.move.partition("/")[0] in about
        for event in seen.log
    )
