"""Many games of one scenario in one report: every result on one plot, the table of results, what nobody settled."""

from collections import Counter
from collections.abc import Iterator, Sequence

from game.engine.issues import OPEN
from game.engine.medals import BRONZE, GOLD, HELD, NONE, SILVER
from game.phrases import counted, noted, phrase
from game.reports.chapters import closing_chapters
from game.reports.debrief import Debrief
from game.reports.document import Block, Document, Figure, Grid, Items, Paragraph, Section
from game.reports.plots import field_chart, inside
from game.speech.figures import gain, hundredths


def document(games: Sequence[Debrief]) -> Document:
    """The report of a class. All games are of the same scenario, in the same form."""
    words = games[0].scenario.words
    form = f", {words['scenario:form']}" if "scenario:form" in words else ""
    chapters = (
        Section("results", phrase("Every result on one plot"), (_plot(games), *_spread(games))),
        Section("table", phrase("The table of results"), (_table(games),)),
        Section("unsettled", phrase("What nobody settled"), tuple(_unsettled(games))),
        Section("medals", phrase("Medals"), tuple(_medals(games))),
        Section("missed", phrase("The deals that were missed"), tuple(_missed(games))),
        *closing_chapters(games[0]),
    )
    return Document(
        phrase("The class: {title}", title=f"{words['scenario:title']}{form}"),
        counted(len(games), "{number} games.", "{number} games."),
        tuple(each for each in chapters if each.blocks),
    )


def _plot(games: Sequence[Debrief]) -> Figure:
    first, tell = games[0], games[0].teller
    at = Counter(game.result.value for game in games)
    marks = [(str(count) if count > 1 else "", value, -1) for value, count in at.items()]
    marks += [(each.title, each.outcome.value, -1) for each in first.field.references if each.outcome.value not in at]
    better = sum(all(v > r for v, r in zip(g.result.value, g.result.reservation, strict=True)) for g in games)
    means = [hundredths(sum(game.result.value[side] for game in games) // len(games)) for side in (0, 1)]
    floor = phrase(" and ").join(map(hundredths, first.field.reservation))
    sentence = phrase(
        "One ring for each result; a figure beside a ring says how many games ended there. In {better} of {games} "
        "games both sides gained. The mean result was {first} for {side} and {second} for {other}; with everything "
        "open it is {floor}.",
        better=better,
        games=len(games),
        first=means[0],
        side=inside(tell.side(0)),
        second=means[1],
        other=inside(tell.side(1)),
        floor=floor,
    )
    rows = tuple((hundredths(value[0]), hundredths(value[1]), str(count)) for value, count in sorted(at.items()))
    grid = Grid(phrase("Where the games ended"), (tell.of(0), tell.of(1), phrase("Games")), rows, (0, 1, 2))
    return Figure(field_chart(tell, first.field, marks), sentence, grid)


def _spread(games: Sequence[Debrief]) -> Iterator[Block]:
    edge = games[0].field.tonight
    reached = sum(any(game.result.value == each.value for each in edge) for game in games)
    yield Paragraph(
        phrase(
            "On the edge, where neither side can gain without harm to the other, ended {reached} of {games} games.",
            reached=reached,
            games=len(games),
        )
    )


def _table(games: Sequence[Debrief]) -> Grid:
    tell = games[0].teller
    rows = []
    for number, game in enumerate(games, 1):
        result = game.result
        settled = tuple((i, s) for i, s in enumerate(result.table) if s != OPEN)
        rows.append(
            (
                game.name or str(number),
                tell.package(settled) if settled else phrase("Nothing agreed"),
                *(f"{hundredths(result.value[s])} ({gain(result.value[s] - result.reservation[s])})" for s in (0, 1)),
                str(len(game.turns)),
                str(result.minutes),
                str(result.medals[0].agreement.better),
                str(len(result.disavowed)),
            )
        )
    heads = (
        phrase("Game"),
        phrase("What was settled"),
        tell.of(0),
        tell.of(1),
        phrase("Moves"),
        phrase("Minutes"),
        phrase("Better for both, in words"),
        phrase("Taken back"),
    )
    return Grid(phrase("One row for each game"), heads, tuple(rows), (2, 3, 4, 5, 6, 7))


def _unsettled(games: Sequence[Debrief]) -> Iterator[Block]:
    tell, scenario = games[0].teller, games[0].scenario
    rows = []
    for number, issue in enumerate(scenario.issues):
        at = Counter(game.result.table[number] for game in games)
        settled = len(games) - at[OPEN]
        ways = "; ".join(f"{tell.settlement(number, s)}: {count}" for s, count in sorted(at.items()) if s != OPEN)
        said = Counter(
            s for game in games for s, each in enumerate(issue.settlements)
            if each.bit and game.states[-1].deals.reach & each.bit
        )  # fmt: skip
        never = "; ".join(tell.settlement(number, s) for s in range(1, len(issue.settlements)) if not said[s])
        rows.append(
            (tell.issue(number), str(settled), ways or phrase("Nobody settled it"), never or phrase("Every one was"))
        )
    nobody = [tell.issue(n) for n in range(len(scenario.issues)) if all(g.result.table[n] == OPEN for g in games)]
    yield Paragraph(
        phrase("Nobody settled: {questions}.", questions=", ".join(nobody))
        if nobody
        else phrase("Every question was settled in some game.")
    )
    heads = (
        phrase("Question"),
        phrase("Settled in"),
        phrase("How, and how often"),
        phrase("Never put in words by anybody"),
    )
    yield Grid(phrase("Each question in all games"), heads, tuple(rows), (1,))


_MEDALS = noted(
    {
        "interest": "Interest",
        "agreement": "Agreement",
        "instructions": "Instructions",
        "credit": "Credit",
        "argument": "Argument",
    }
)


def _medals(games: Sequence[Debrief]) -> Iterator[Block]:
    for side in (0, 1):
        rows = []
        for name, title in _MEDALS.items():
            won = Counter(getattr(game.result.medals[side], name).medal for game in games)
            rows.append((phrase(title), *(str(won[each]) for each in (GOLD, SILVER, BRONZE, HELD, NONE))))
        heads = (phrase("Medal"), phrase("Gold"), phrase("Silver"), phrase("Bronze"), phrase("Held"), phrase("None"))
        yield Grid(games[0].teller.side(side), heads, tuple(rows), (1, 2, 3, 4, 5))


def _missed(games: Sequence[Debrief]) -> Iterator[Block]:
    tell = games[0].teller
    trouble = Counter(game.missed.trouble for game in games if game.missed)
    if trouble:
        yield Paragraph(phrase("The word that was the trouble, and in how many games:"))
        yield Items(
            tuple(
                f"{tell.issue(issue)}, “{tell.settlement(issue, s)}”: {count}"
                for (issue, s), count in trouble.most_common()
            )
        )
