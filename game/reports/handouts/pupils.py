"""The pupils' papers. What is for one side alone stands in that side's folder, and nowhere else."""

from collections.abc import Iterator

from game.engine.issues import OPEN, Combination
from game.reports.document import Grid, Items, Paragraph, Prose
from game.reports.handouts.orders import recesses, rule
from game.reports.handouts.paper import Boxes, Lines, Materials, Paper, Part, Sheet, Text, title_of
from game.reports.plots import inside
from game.speech.telling import hundredths

EVERYBODY = "For everybody at the table"

LEVELS = {"background-short": "1-background-short", "background-long": "1-background-long"}
"""The background at two reading levels: the shorter for younger readers and language learners."""


def papers(made: Materials) -> Iterator[Paper]:
    """Every paper that a pupil may see."""
    texts = made.texts
    for name, file in LEVELS.items():
        if name in texts:
            yield Paper(f"pupils/{file}.html", title_of(texts[name], "Background"), EVERYBODY, (Text(texts[name]),))
    if "agenda" in texts:
        yield Paper("pupils/2-agenda.html", title_of(texts["agenda"], "Agenda"), EVERYBODY, (Text(texts["agenda"]),))
    yield _agreement(made)
    yield _flow(made)
    yield from _observer(made)
    yield _glossary(made)
    if made.questions:
        yield _reflection(made)
    for side in (0, 1):
        yield _scores(made, side)
        yield from (_card(made, side, person) for person in made.scenario.sides[side].people)


HEARD = (
    "Gave a reason", "Named a paper", "Answered what was said", "Asked a question", "Put something new in words",
)  # fmt: skip
"""What an observer counts."""


def _whose(made: Materials, side: int) -> str:
    return f"Secret. For {inside(made.teller.side(side))} alone"


def _card(made: Materials, side: int, person: str) -> Paper:
    words, of = made.scenario.words, made.scenario.sides[side]
    parts: list[Part] = [Paragraph(words[f"people/{person}:role"])]
    if text := made.texts.get(f"people/{person}"):
        parts.append(Text(text))
    if brief := words.get(f"briefs/{of.id}"):
        parts.append(Prose("Your instructions", brief))
    return Paper(
        f"pupils/{of.id}/{person}.html", words[f"people/{person}:name"], _whose(made, side), tuple(parts), True
    )


def _scores(made: Materials, side: int) -> Paper:
    scenario, tell = made.scenario, made.teller
    rows = []
    for number, issue in enumerate(scenario.issues):
        for s, settlement in enumerate(issue.settlements):
            worth = hundredths(issue.weight[side] * settlement.value[side])
            title = "Left open" if s == OPEN else tell.settlement(number, s)
            rows.append((tell.issue(number), title, worth, rule(made, side, number, s), ""))
    why = scenario.words.get
    links = tuple(
        f"{link.value[side]:+d} points: {_holds(made, link.combination)}. {why(f'links/{link.id}:why', '')}"
        for link in scenario.links
        if link.value[side]
    )
    parts: list[Part] = [
        Paragraph(
            "Tick one line for each question when the talks are over, and add up. The other side counts its way."
        ),
        Grid(
            "What each way of settling is worth to you, of 100 points, and when you may agree to it",
            ("Question", "Settled how", "Points", "You may agree", "Tick"),
            tuple(rows),
            (2,),
        ),
    ]
    if asked := recesses(made, side):
        parts += [Paragraph("What home allows in a recess, if you ask:"), Items(asked)]
    if links:
        parts += [Paragraph("Some ways of settling hang together:"), Items(links)]
    floor = sum(issue.weight[side] * issue.settlements[OPEN].value[side] for issue in scenario.issues)
    table = (OPEN,) * len(scenario.issues)
    floor += sum(100 * link.value[side] for link in scenario.links if link.combination.holds(table))
    parts += [
        Paragraph(
            f"{hundredths(floor)} points. A result below that is worse for you than none.", "Everything left open:"
        ),
        Lines("My points:"),
    ]
    name = scenario.sides[side].id
    return Paper(f"pupils/{name}/score-sheet.html", "Score sheet", _whose(made, side), tuple(parts), True)


def _holds(made: Materials, combination: Combination) -> str:
    """When a combination holds: each question with the ways of settling that count."""
    parts = []
    for number, bits in combination.when:
        ways = [s for s in range(len(made.scenario.issues[number].settlements)) if bits >> s & 1]
        titles = " or ".join("open" if s == OPEN else made.teller.settlement(number, s) for s in ways)
        parts.append(f"{made.teller.issue(number)}: {titles}")
    return "; and ".join(parts)


def _agreement(made: Materials) -> Paper:
    parts: list[Part] = [
        Paragraph("One form for both delegations. Tick one line for each question. What is not ticked is open."),
    ]
    for number, issue in enumerate(made.scenario.issues):
        question = made.scenario.words[f"issues/{issue.id}:question"]
        ways = tuple(made.teller.settlement(number, s) for s in range(1, len(issue.settlements)))
        parts.append(Boxes(question, (*ways, "Left open")))
    parts += [
        Paragraph("Everything is subject to the word of both Governments."),
        Lines(f"Signed for {inside(made.teller.side(0))}:"),
        Lines(f"Signed for {inside(made.teller.side(1))}:"),
        Lines("The hour:"),
    ]
    return Paper("pupils/3-agreement-form.html", "Agreement", EVERYBODY, tuple(parts))


def _flow(made: Materials) -> Paper:
    tell = made.teller
    parts: list[Part] = [
        Paragraph(
            "Write down every argument in a few words, and beside it what answered it. What has nothing beside it at "
            "the end was never answered: it stands."
        ),
    ]
    heads = ("No.", f"{tell.of(0)} side says", f"{tell.of(1)} side answers", f"{tell.of(1)} side says",
             f"{tell.of(0)} side answers")  # fmt: skip
    for number in range(len(made.scenario.issues)):
        parts.append(Sheet(tell.issue(number), heads, tuple("1234"), 3))
    return Paper("pupils/4-flow-sheet.html", "Flow sheet", EVERYBODY, tuple(parts))


def _observer(made: Materials) -> Iterator[Paper]:
    if "observer" not in made.texts:
        return
    text = made.texts["observer"]
    sides = tuple(made.teller.of(side) for side in (0, 1))
    parts: list[Part] = [
        Text(text),
        Sheet("What I heard", ("Minute", "Who", "What was asked, offered or refused", "What came back"), ("",) * 6, 2),
        Sheet("How often", ("What was done", *sides), HEARD, 1),
        Lines("The sentence that changed something:"),
        Lines("The argument that nobody answered:"),
        Lines("What I think each side wanted most:"),
    ]
    yield Paper("pupils/5-observer.html", title_of(text, "Observer"), "For an observer", tuple(parts))


def _glossary(made: Materials) -> Paper:
    words = made.scenario.words
    terms = sorted((id_.removeprefix("glossary/") for id_ in words if id_.startswith("glossary/")), key=str.casefold)
    rows = tuple((term, words[f"glossary/{term}"]) for term in terms)
    grid = Grid("Words of the talks and of the game", ("Word", "What it means"), rows)
    return Paper("pupils/6-glossary.html", "Glossary", EVERYBODY, (grid,))


def _reflection(made: Materials) -> Paper:
    parts: list[Part] = [Paragraph("Before the talks, and again after them. There are no right answers.")]
    for number, question in enumerate(made.questions, 1):
        parts += [Lines(f"{number}. {question} Before:", 2), Lines("After:", 2)]
    parts += [Lines(question, 3) for question in made.reflection]
    return Paper(
        "pupils/7-before-and-after.html", "Before, after, and what I think now", "For each pupil", tuple(parts)
    )
