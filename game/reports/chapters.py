"""The debrief of one game as a document: what happened, what was possible, why, and what came of it in truth."""

from collections import Counter
from collections.abc import Iterator

from game.engine.issues import OPEN
from game.engine.medals import Result
from game.phrases import counted, noted, phrase
from game.records.record import HUMAN
from game.reports.afterwards import references
from game.reports.dance import FIRST, MEANINGS, named
from game.reports.debrief import Debrief
from game.reports.document import Block, Document, Grid, Items, Paragraph, Prose, Section
from game.reports.flow import ANSWERED, STANDING, Made
from game.reports.missed import DISAVOWED, NEVER_PUT, Missed
from game.reports.plots import dance_plot, field_plot, inside, meter_plot, value_plot
from game.scenarios.rehearse import RANDOM
from game.speech.figures import adding_up, between, gain, hundredths, signed
from game.speech.telling import Teller, clock
from game.speech.verdict import verdicts


def document(made: Debrief) -> Document:
    """The whole debrief of a game."""
    words = made.scenario.words
    chapters = (
        Section("ending", phrase("How it ended"), tuple(_ending(made))),
        Section("medals", phrase("The medals, and what made each"), tuple(_medals(made))),
        Section("course", phrase("The course of the talks"), tuple(_course(made))),
        Section("dance", phrase("The dance of the packages"), tuple(_dance(made))),
        Section("possible", phrase("What was possible"), tuple(_possible(made))),
        Section("missed", phrase("The nearest missed deal"), tuple(_missed(made))),
        Section("flow", phrase("What was argued, and what was never answered"), tuple(_flow(made))),
        Section("answers", phrase("Turn by turn: why the counterpart did so"), tuple(_answers(made))),
        Section("briefs", phrase("Both briefs"), tuple(_briefs(made))),
        *closing_chapters(made),
    )
    form = f", {words['scenario:form']}" if "scenario:form" in words else ""
    name = phrase("Game {game}.", game=made.name) if made.name else ""
    moves = counted(len(made.turns), "{number} moves", "{number} moves")
    minutes = counted(made.result.minutes, "{number} minutes", "{number} minutes")
    says = noted(
        "{seats}, played knowing both briefs, {moves}, {minutes} at the table."
        if made.record.header.knowing
        else "{seats}, {moves}, {minutes} at the table."
    )
    played = phrase(says, seats=_seats(made), moves=moves, minutes=minutes)
    return Document(
        phrase("Debrief: {title}", title=f"{words['scenario:title']}{form}"),
        f"{name} {played}".lstrip(),
        tuple(each for each in chapters if each.blocks),
    )


def closing_chapters(made: Debrief) -> tuple[Section, ...]:
    """What came of it in truth, and what to talk over: the same for every game of a scenario."""
    return (
        Section("settled", phrase("How each question was really settled"), tuple(_settled(made))),
        Section("unknown", phrase("What nobody at the table knew"), tuple(_unknown(made))),
        Section("ask", phrase("To talk over"), (Items(made.ask, numbered=True),) if made.ask else ()),
    )


PLAYERS = noted({HUMAN: "a person", RANDOM: "chance"})
"""Seats that are not called by the name of a counterpart."""


def _seats(made: Debrief) -> str:
    names = [
        phrase(
            "{of} side: {player}", of=made.teller.of(side), player=phrase(PLAYERS[seat]) if seat in PLAYERS else seat
        )
        for side, seat in enumerate(made.record.header.seats)
    ]
    return "; ".join(names)


def headline(teller: Teller, result: Result) -> str:
    """How a game ended, in a sentence or two."""
    settled = sum(settlement != OPEN for settlement in result.table)
    count = counted(settled, "one question", "{number} questions") if settled else phrase("nothing")
    if result.disavowed:
        whose = phrase(" and ").join(teller.side(side) for side in sorted({each.side for each in result.disavowed}))
        return phrase(
            "{side} agreed beyond its instructions, and its capital does not stand by it. Settled: {count}.",
            side=whose, count=count,
        )  # fmt: skip
    if not settled:
        return phrase("Nothing was agreed. That is a respectable end: each side goes home with what it came with.")
    return phrase(
        "Settled: {count}. The rest stays open." if settled < len(result.table) else "Settled: {count}.", count=count
    )


def _ending(made: Debrief) -> Iterator[Block]:
    tell, result, scenario = made.teller, made.result, made.scenario
    if not made.over:
        yield Paragraph(phrase("The talks are not over: this is how they would have ended here."))
    yield Paragraph(headline(tell, result))
    left = [*zip(scenario.issues, result.table, strict=True)]
    worth = [[issue.weight[side] * issue.settlements[at].value[side] for issue, at in left] for side in (0, 1)]
    # What stands in a column with its sum is rounded so that it comes to it.
    columns = [adding_up([*worth[side], result.value[side] - sum(worth[side])]) for side in (0, 1)]
    rows = []
    for number in range(len(scenario.issues)):
        at = result.table[number]
        taken_back = " " + phrase("(a capital took it back)") if at != result.at_the_table[number] else ""
        figures = (hundredths(columns[side][number]) for side in (0, 1))
        rows.append((tell.issue(number), f"{tell.settlement(number, at)}{taken_back}", *figures))
    linked = [hundredths(columns[side][-1]) for side in (0, 1)]
    if set(linked) != {"0.0"}:
        rows.append((phrase("What hangs together"), phrase("Points that combinations add or take"), *linked))
    rows.append((phrase("Together"), phrase("Of 100 points each"), *(hundredths(each) for each in result.value)))
    rows.append(
        (phrase("If all were open"), phrase("What each came with"), *(hundredths(each) for each in result.reservation))
    )
    heads = (
        phrase("Question"),
        phrase("Where it was left"),
        *(phrase("Worth, {of}", of=tell.of(side)) for side in (0, 1)),
    )
    yield Grid(phrase("Where each question was left, and what it is worth to each side"), heads, tuple(rows), (2, 3))
    gains = [f"{inside(tell.side(s))} {gain(between(result.value[s], result.reservation[s]))}" for s in (0, 1)]
    yield Paragraph(phrase("Against leaving everything open: {gains}.", gains="; ".join(gains)))
    links = [(scenario.words.get(f"links/{link.id}:why", ""), link.value) for link in scenario.links]
    if told := tuple((why, *(signed(value) for value in values)) for why, values in links if why):
        heads = (phrase("What hangs together"), *(tell.of(side) for side in (0, 1)))
        yield Grid(
            phrase("What combinations of settlements add or take, for whoever comes to them"), heads, told, (1, 2)
        )


def _medals(made: Debrief) -> Iterator[Block]:
    for side in (0, 1):
        rows = tuple((each.title, each.word, each.why) for each in verdicts(made.teller, made.result.medals[side]))
        yield Grid(made.teller.side(side), (phrase("Medal"), phrase("Which"), phrase("What made it")), rows)
    heads = (phrase("What was counted"), *(made.teller.of(side) for side in (0, 1)))
    names = noted(
        (
            "Moves",
            "Claims made",
            "Claims of the other side answered",
            "Claims that the other side made",
            "Arguments that rested on a paper",
            "Moves in words of one's own",
            "Own arguments that fit no move",
            "Packages put",
        )
    )
    rows = tuple((phrase(name), str(ours), str(theirs)) for name, ours, theirs in zip(names, *made.counts, strict=True))
    yield Grid(phrase("Counted, not judged: a machine cannot tell how well a thing was said"), heads, rows, (1, 2))


def _course(made: Debrief) -> Iterator[Block]:
    yield value_plot(made)
    yield from (
        meter_plot(made, number) for number, meter in enumerate(made.scenario.meters) if meter.high - meter.low > 1
    )


def _dance(made: Debrief) -> Iterator[Block]:
    if not made.dance:
        yield Paragraph(phrase("Nobody put a package."))
        return
    yield dance_plot(made)
    times = Counter(step.kind for step in made.dance)
    yield Grid(
        phrase(
            "The kinds of step (Hindriks, Jonker and Tykhonov 2007), each against the same side's package before it"
        ),
        (phrase("Step"), phrase("What it means"), phrase("How often")),
        tuple((named(kind), phrase(meaning), str(times[kind])) for kind, meaning in MEANINGS.items() if times[kind]),
        (2,),
    )
    steps = [step for step in made.dance if step.kind != FIRST]
    if not steps:
        yield Paragraph(phrase("No side put a second package, so there was no step to compare with a first."))


def _possible(made: Debrief) -> Iterator[Block]:
    tell, best = made.teller, made.result.medals[0].agreement.best
    better = made.result.medals[0].agreement.better
    if best is not None:
        change = [gain(best.value[side] - made.result.value[side]) for side in (0, 1)]
        whole = tuple((i, s) for i, s in enumerate(best.table) if s != OPEN)
        yield Paragraph(
            counted(
                better,
                "Every word of it had been said: 1 package was better for both. The best was: {package}. "
                "It would have brought {side} {gain} and {other} {theirs} points.",
                "Every word of it had been said: {number} packages were better for both. The best was: {package}. "
                "It would have brought {side} {gain} and {other} {theirs} points.",
                package=tell.package(whole),
                side=inside(tell.side(0)),
                gain=change[0],
                other=inside(tell.side(1)),
                theirs=change[1],
            )
        )
    else:
        yield Paragraph(phrase("Of all that had been put in words, nothing was better for both sides."))
    if made.better:
        yield Paragraph(
            counted(
                made.better,
                "1 result that both capitals could have allowed that day, put in words or not, were better for both.",
                "{count} results that both capitals could have allowed that day, put in words or not, were better "
                "for both.",
                count=f"{made.better:,}",
            )
        )
    else:
        yield Paragraph(
            phrase(
                "No result that both capitals could have allowed that day, put in words or not, were better for both."
            )
        )
    yield field_plot(made)
    yield from (Paragraph(each.says, f"{each.title}.") for each in made.field.references)


def _missed(made: Debrief) -> Iterator[Block]:
    lost, tell = made.missed, made.teller
    if lost is None:
        yield Paragraph(phrase("No package was lost that both could have taken."))
        return
    yield Paragraph(tell.package(lost.package), phrase("The package:"))
    yield Paragraph(_how(made, lost))
    gains = "; ".join(f"{inside(tell.side(side))} {gain(lost.gain[side])}" for side in (0, 1))
    yield Paragraph(phrase("Over the table as it stood, it would have brought: {gains}.", gains=gains))
    resumed = f"see-and-count resume {made.name or 'GAME'} --at {lost.sit_down}"
    command = f"see-and-count play {made.file}, back {lost.sit_down}" if made.file else resumed
    yield Paragraph(phrase("To sit down again there: {command}", command=command))


def _how(made: Debrief, lost: Missed) -> str:
    tell, hour = made.teller, clock(made.scenario.words["scenario:begins"], lost.minutes)
    word = f"{tell.issue(lost.trouble[0])}, “{tell.settlement(*lost.trouble)}”"
    if lost.how == NEVER_PUT:
        if not lost.move:
            return phrase(
                "Nobody put it. Every word of it had been said from the beginning; the last to be said was {word}.",
                word=word,
            )
        return phrase(
            "Nobody put it. Every word of it had been said by move {move}, at {hour}; the last to be said was {word}.",
            move=lost.move, hour=hour, word=word,
        )  # fmt: skip
    if lost.how == DISAVOWED:
        return phrase(
            "Both said yes in move {move}, at {hour}, and a capital took it back. The word that was "
            "the trouble: {word}. {side} was not allowed to agree to it.",
            move=lost.move,
            hour=hour,
            word=word,
            side=tell.side(lost.side),
        )
    why = {
        "authority": phrase("{side} was not allowed to agree to all of it.", side=tell.side(lost.side)),
        "worth": phrase(
            "It fell short by {points} of what {side} wanted.",
            points=hundredths(lost.short),
            side=inside(tell.side(lost.side)),
        ),
    }[lost.why]
    return phrase(
        "{side} said no in move {move} ({hour}). The word that was the trouble: {word}. {why}",
        side=tell.side(lost.side),
        move=lost.move,
        hour=hour,
        word=word,
        why=why,
    )


def _flow(made: Debrief) -> Iterator[Block]:
    tell = made.teller
    every = [each for topic in made.flow for each in topic.claims]
    unanswered = [each for each in every if each.how == STANDING]
    for side in (0, 1):
        claims = tuple(
            phrase("{claim} (move {move})", claim=tell.claim(each.claim), move=each.move)
            for each in unanswered
            if each.side == side
        )
        if claims:
            yield Paragraph(
                phrase(
                    "Never answered, though there was a turn to do it: claims of {side}.", side=inside(tell.side(side))
                )
            )
            yield Items(claims)
    if every and not unanswered:
        yield Paragraph(phrase("Every claim that could be answered was answered."))
    for topic in made.flow:
        title = tell.topic(topic.topic) if topic.topic >= 0 else phrase("Before the first topic")
        rows = tuple(_claim(tell, each) for each in topic.claims)
        rows += tuple(
            (
                each.text,
                tell.of(each.side),
                str(each.after),
                phrase("An own argument: what answers it is for people to say"),
            )
            for each in topic.arguments
        )
        yield Grid(title, (phrase("Claim"), phrase("By"), phrase("Move"), phrase("What became of it")), rows, (2,))
    if not made.flow:
        yield Paragraph(phrase("Nothing was claimed."))


def _claim(tell: Teller, made: Made) -> tuple[str, ...]:
    if made.how == ANSWERED:
        answers = "; ".join(tell.claim(claim) for claim in made.answers)
        says = noted("Answered by move {number}: {claims}" if answers else "Answered by move {number}")
        how = phrase(says, number=made.answer, claims=answers)
    else:
        how = phrase("Never answered") if made.how == STANDING else phrase("There was no turn left to answer it")
    return tell.claim(made.claim), tell.of(made.side), str(made.move), how


OTHERWISE = 6
"""How many other choices are listed before the rest is only counted."""


def _answers(made: Debrief) -> Iterator[Block]:
    if not made.answers:
        return
    yield Paragraph(
        phrase(
            "A counterpart sees what its side may see and nothing else. It keeps its reason with "
            "each move. Beside it stands what else it could have done, without the packages that it "
            "could have put."
        )
    )
    begins = made.scenario.words["scenario:begins"]
    rows = []
    for each in made.answers:
        others = each.otherwise[:OTHERWISE]
        more = len(each.otherwise) - len(others)
        listed = "; ".join([*others, *([phrase("and {number} more", number=more)] if more else [])])
        rows.append(
            (f"{each.move}, {clock(begins, each.minutes)}", each.did, each.why, listed or phrase("Nothing else"))
        )
    yield Grid(
        phrase("Every move of a counterpart"),
        (phrase("Move"), phrase("What it did"), phrase("Why"), phrase("What else was open")),
        tuple(rows),
    )


def _briefs(made: Debrief) -> Iterator[Block]:
    words = made.scenario.words
    for number, side in enumerate(made.scenario.sides):
        if text := words.get(f"briefs/{side.id}"):
            title = made.teller.side(number)
            heading, _, rest = text.partition("\n")
            yield Prose(title, rest if heading.lstrip("# ") == title else text)


def _settled(made: Debrief) -> Iterator[Block]:
    for each in made.settled:
        moved = phrase("Who moved: {side}", side=each.moved) if each.moved else ""
        yield Paragraph(f"{each.when} {each.how} {moved}".rstrip(), f"{made.teller.issue(each.issue)}.")
        yield Items(tuple(references(made.scenario, each.source)))


def _unknown(made: Debrief) -> Iterator[Block]:
    for each in made.unknown:
        yield Paragraph(each.says)
        yield Items(tuple(references(made.scenario, each.source)))
