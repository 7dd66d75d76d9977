"""The words of the table that show something. None of them makes a move, and none costs anything."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from game.engine.events import Claimed
from game.engine.views import View
from game.phrases import counted, noted, phrase
from game.plain.chapters import debrief_lines
from game.plain.ending import cable_lines, played, result_lines
from game.plain.lines import entry_lines
from game.plain.seat import Seat
from game.plain.watching import pages, watch
from game.reports import flow as sheet
from game.reports import layout
from game.session import TooEarly
from game.speech import glossary, hints
from game.speech.figures import hundredths
from game.speech.gate import clean
from game.speech.reckoning import shown, standings
from game.speech.telling import MARK_MEANINGS, SPEECH, Teller, clock

Show: TypeAlias = Callable[[Seat, str], None]
"""Shows something at a seat; given what was typed after the word."""

COMMANDS = noted(
    {
        "help": "these words",
        "choices": "the numbered choices once more",
        "brief": "your confidential brief; 'brief other' is the other side's, in a game played knowing",
        "issues": "the mood, and each question: what it stands at, and what that is worth to you",
        "time": "the hour, and how much of the talks is left",
        "flow": "by topic, what has been claimed, what answered it, and what stands unanswered",
        "claims": "only the claims that wait for an answer, and those that stand without one",
        "pad": "your telegram home, as far as the talks have gone",
        "papers": "the passages of the telegram that what was said so far rests on, 'papers T 1B' is one of them; "
        "and papers that your side could hold that day",
        "sources": "where the last lines come from",
        "what": "'what quarantine' explains a word; alone, it names the words here that it can explain",
        "hint": "what a thoughtful friend would point at now",
        "said": "the last three moves once more; 'said 10' is the last ten",
        "watch": "this game from its beginning, move by move, forward and back",
        "propose": "put a package to the other side, when you have the floor or answer one",
        "accept": "say yes to the package on the table",
        "refuse": "say no to it, and which part is the hardest",
        "recess": "leave the room to ask for one settlement, when you have the floor",
        "pass": "give the other side the floor, when you have it",
        "sum-up": "begin the summing-up, when you have the floor",
        "argue": "with two people: what you have just said, or 'argue TEXT', as an argument of your own; it moves "
        "nothing",
        "back": "'back 12' goes back to move 12, as a new game; this one is kept. When all is over, 'back 12 "
        "knowing' lays "
        "both briefs on its table",
        "change": "'change sides', when all is over: the same talks from the beginning on the other side, with both "
        "briefs to read first; the game that you leave is kept",
        "quit": "leave; the game is kept",
    }
)

AFTER = ("help", "result", "cable", "debrief", "brief", "issues", "flow", "papers", "what", "said", "watch", "back",
         "change sides", "quit")  # fmt: skip
"""The words that are left when the talks are over."""

OTHER = "other"
"""After `brief`: the other side's."""

TAKES = {"back": 1, "brief": 1, "said": 1, "papers": 2, "what": 2}
"""How many words may follow a word; more, and it is a sentence: Back to the bombers, Mr. Minister."""


def shown_by(seat: Seat, word: str, rest: str) -> Show | None:
    """What shows what a line asks for; None where it asks for nothing, but is something to say."""
    if word == "what" and glossary.looked_up(rest, seat.session.terms):
        return what
    if len(rest.split()) > TAKES.get(word, 0) or rest.endswith("?"):
        return None
    return SHOWS.get(word)


def help_(seat: Seat, rest: str) -> None:
    """The words of this table."""
    if seat.session.over:
        seat.say(phrase("The talks are over. You can still say: {words}.", words=", ".join(AFTER)))
        return
    seat.say(phrase("Type the number of a choice, or one of these words:"))
    for word, meaning in COMMANDS.items():
        if word != "argue" or seat.session.takes_arguments:
            seat.say(f"{word}: {phrase(meaning)}.")
    seat.say(phrase("Anything else is what you say, in your own words: the choice that comes nearest to it is made."))


def brief(seat: Seat, rest: str) -> None:
    """The brief of the side in turn, unless two people share the lines; when all is over, of whoever played.

    `other` is the other side's, where it may be read.
    """
    session = seat.session
    if rest and rest != OTHER:
        seat.say(phrase("Say 'brief', or 'brief {other}' in a game played knowing.", other=OTHER))
        return
    if seat.shared and not session.over:
        seat.say(
            phrase(
                "With two people at one keyboard the briefs are not shown here: they would stay on the "
                "screen. Write each to a file before you begin: see-and-count brief {scenario} --as SIDE.",
                scenario=_named(seat),
            )
        )
        return
    for side in played(session) if session.over else [seat.side]:
        try:
            seat.say(session.other_brief(side) if rest else session.brief(side))
        except TooEarly:
            seat.say(
                phrase(
                    "The other side's brief is for its own eyes until the talks are over. Then 'back 12 "
                    "knowing' plays on with both."
                )
            )


def _named(seat: Seat) -> str:
    """The scenario, and its form where it is played in one, as the command line has them."""
    header = seat.session.record.header
    return f"{header.scenario} --form {header.form}" if header.form else header.scenario


def issues(seat: Seat, rest: str) -> None:
    """Each meter, each question, where it stands, what that is worth, and what is within reach."""
    teller, known, view = seat.teller, seat.known, seat.view
    for number, value in enumerate(view.meters):
        seat.say(f"{teller.meter_title(number)}: {teller.meter(number, value)}.")
    each, _ = shown(known, view)
    for row in standings(known, view, None if seat.shared else known):
        stands = f"{teller.issue(row.issue)}: {teller.settlement(row.issue, row.settlement)}"
        worth, of = hundredths(each[row.issue]), known.weights[row.issue]
        seat.say(
            f"{stands}."
            if seat.shared
            else phrase("{stands}, worth {worth} of {most} to you.", stands=stands, worth=worth, most=of)
        )
        for s in row.reach:
            told = seat.worth_of(((row.issue, s),))
            reach = phrase("within reach: {settlement}.", settlement=teller.settlement(row.issue, s))
            seat.say(f"  {reach}" if seat.shared else f"  {reach} {told}")


def time(seat: Seat, rest: str) -> None:
    """The hour, and what is left."""
    view = seat.session.view(None)
    hour = clock(seat.session.text("scenario:begins"), view.minutes)
    left = counted(view.left, "{number} minutes", "{number} minutes")
    if view.moves_left is not None:
        moves = counted(view.moves_left, "{number} moves", "{number} moves")
        left = phrase("{minutes} and {moves}", minutes=left, moves=moves)
    seat.say(phrase("It is {hour}; {left} are left before the summing-up.", hour=hour, left=left))


def flow(seat: Seat, rest: str) -> None:
    """What has been claimed, and how it stands."""
    for line in sheet.lines(seat.teller, seat.session.flow()) or [phrase("Nothing has been claimed yet.")]:
        seat.say(line)


def claims(seat: Seat, rest: str) -> None:
    """The claims that wait for an answer, and those that stand without one."""
    lines = list(_open_claims(seat.teller, seat.view, seat.reader))
    for line in lines or [phrase("No claim waits for an answer, and none stands without one.")]:
        seat.say(line)


_WAITING = noted(
    (
        "Their claims that wait for an answer: {claims}.",
        "Your claims that wait for an answer: {claims}.",
        "{side} claims that wait for an answer: {claims}.",
    )
)
_STANDING = noted(
    (
        "Their claims that stand unanswered: {claims}.",
        "Your claims that stand unanswered: {claims}.",
        "{side} claims that stand unanswered: {claims}.",
    )
)


def _open_claims(teller: Teller, view: View, reader: int | None) -> Iterator[str]:
    made = [event for event in view.log if isinstance(event, Claimed)]
    for says, bits in ((_WAITING, view.pending), (_STANDING, view.standing)):
        for side in (0, 1):
            owner = -1 if reader is None else int(side == reader)
            found = [teller.claim(each.claim) for each in made if each.side == side and bits >> each.claim & 1]
            if found:
                yield phrase(says[owner], side=teller.of(side), claims="; ".join(found))


def pad(seat: Seat, rest: str) -> None:
    """The telegram home as far as it goes; where two people share the lines, without what is for one alone."""
    for line in layout.lines(seat.session.cable(seat.side, shared=seat.shared)):
        seat.say(line)


def papers(seat: Seat, rest: str) -> None:
    """The passages cited so far, or one of them; with all of them the papers that could be held that evening."""
    session = seat.session
    cited = session.all_passages() if session.over else session.cited()
    wanted = {tag.casefold(): tag for tag in cited}.get(rest.casefold(), "")
    if rest and not wanted:
        seat.say(phrase("Nothing that was said so far rests on '{rest}'.", rest=clean(rest, 40)))
        return
    for tag in [wanted] if wanted else cited:
        seat.say(f"{tag}: {session.text(f'passages/{tag}')}")
    if not cited:
        seat.say(phrase("Nothing that was said so far rests on a passage of the telegram."))
    for paper in [] if rest or session.over else session.papers(seat.reader):
        seat.say(f"{paper.title}, {paper.date}: {paper.says}")


def sources(seat: Seat, rest: str) -> None:
    """Where the last lines come from."""
    lines = [each for each in seat.last if each.kind == SPEECH]
    for each in lines:
        source = f" ({each.source})" if each.source and each.source != "none" else ""
        seat.say(
            f"{seat.teller.person(each.speaker)}, '{each.text[:40]}…': {phrase(MARK_MEANINGS[each.basis])}{source}."
        )
    if not lines:
        seat.say(phrase("Nobody has said anything yet."))


def what(seat: Seat, rest: str) -> None:
    """What a word means; without one, which words here can be explained."""
    terms = seat.session.terms
    if not rest:
        labels = [seat.teller.label(move, seat.side) for move in seat.view.moves]
        here = glossary.terms_in("\n".join([*(each.text for each in seat.last), *labels]), terms)
        seat.say(
            phrase("Explained here: {terms}.", terms=", ".join(here))
            if here
            else phrase("None of the words here needs explaining.")
        )
    elif term := glossary.looked_up(rest, terms):
        seat.say(f"{term}: {terms[term]}")
    else:
        near = glossary.near(rest, terms)
        unknown = phrase("'{word}' is not explained here.", word=clean(rest, 40))
        meant = phrase("Did you mean {terms}?", terms=phrase(" or ", sense="between terms").join(near))
        seat.say(f"{unknown} {meant}" if near else unknown)


def hint(seat: Seat, rest: str) -> None:
    """One thing to look at now."""
    if seat.shared:
        seat.say(phrase("With two people at one keyboard there are no hints: they would tell what your brief says."))
        return
    found = hints.hint(seat.known, seat.view)
    seat.say(found.words(seat.teller) if found else phrase("There is nothing to point at in the summing-up."))


def said(seat: Seat, rest: str) -> None:
    """The last moves once more."""
    count = int(rest) if rest.isdecimal() and len(rest) < 6 else 3
    entries = seat.session.entries[-count:] if count else ()
    for entry in entries:
        for line in entry_lines(seat.teller, entry, seat.reader):
            seat.say(line)
    if not entries:
        seat.say(phrase("Nothing has been said yet."))


def watch_(seat: Seat, rest: str) -> None:
    """This game from its beginning."""
    session = seat.session
    if not session.entries:
        seat.say(phrase("Nothing has been said yet."))
        return
    begins = session.text("scenario:begins")
    shown = pages(seat.teller, session.entries, lambda count: clock(begins, session.minutes(count)), {})
    watch(seat.lines, list(shown))


def result(seat: Seat, rest: str) -> None:
    """How it ended."""
    _all(seat, result_lines(seat.session, seat.session.result()))


def cable(seat: Seat, rest: str) -> None:
    """The telegrams home."""
    _all(seat, cable_lines(seat.session))


def debrief(seat: Seat, rest: str) -> None:
    """The chapters of the debrief, or one of them. Both sides' secrets are in it."""
    _all(seat, debrief_lines(seat.session, rest))


def _all(seat: Seat, lines: Iterator[str] | Sequence[str]) -> None:
    for line in lines:
        seat.say(line)


SHOWS: dict[str, Show] = {
    "help": help_,
    "brief": brief,
    "issues": issues,
    "time": time,
    "flow": flow,
    "claims": claims,
    "pad": pad,
    "papers": papers,
    "sources": sources,
    "what": what,
    "hint": hint,
    "said": said,
    "watch": watch_,
}
"""What each word shows while the talks go on."""

SHOWS_AFTER: dict[str, Show] = {
    "help": help_,
    "result": result,
    "cable": cable,
    "debrief": debrief,
    "brief": brief,
    "issues": issues,
    "flow": flow,
    "papers": papers,
    "what": what,
    "said": said,
    "watch": watch_,
}
"""What each word shows when they are over."""

LATER = tuple(word for word in AFTER if word not in SHOWS and word not in COMMANDS)
"""The words that are for when the talks are over, and for nothing before."""
