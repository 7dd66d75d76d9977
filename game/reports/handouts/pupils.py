"""The pupils' papers. What is for one side alone stands in that side's folder, and nowhere else."""

import re
from collections.abc import Iterable, Iterator
from html import unescape

from game.engine.issues import OPEN, Combination
from game.reports.document import Grid, Items, Paragraph, Prose
from game.reports.handouts.orders import recesses, rule
from game.reports.handouts.paper import (
    Boxes,
    Columns,
    Fields,
    Lines,
    Materials,
    Paper,
    Part,
    Sheet,
    Text,
    page,
    title_of,
)  # fmt: skip
from game.reports.handouts.seating import EACH, OBSERVER, SIDE, TABLE
from game.reports.plots import inside
from game.speech import glossary
from game.speech.telling import hundredths

EVERYBODY = "For everybody at the table"

LEVELS = {"background-short": "1-background-short", "background-long": "1-background-long"}
"""The background at two reading levels: the shorter for younger readers and language learners."""


def papers(made: Materials) -> Iterator[Paper]:
    """Every paper that a pupil may see."""
    found = [*_shared(made), *(paper for side in (0, 1) for paper in _secret(made, side))]
    yield from found
    yield _glossary(made, found)


def _shared(made: Materials) -> Iterator[Paper]:
    texts = made.texts
    for name, file in LEVELS.items():
        if name in texts:
            title = title_of(texts[name], "Background")
            yield Paper(f"pupils/{file}.html", title, EVERYBODY, (Text(texts[name]),), copies=EACH)
    if "agenda" in texts:
        title = title_of(texts["agenda"], "Agenda")
        yield Paper("pupils/2-agenda.html", title, EVERYBODY, (Text(texts["agenda"]),), copies=EACH)
    yield _agreement(made)
    yield _flow(made)
    yield from _observer(made)
    if made.questions:
        yield _reflection(made)


def _secret(made: Materials, side: int) -> Iterator[Paper]:
    yield _scores(made, side)
    yield from _to_say(made, side)
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
    head = of.people[0]
    if brief := words.get(f"briefs/{of.id}"):
        whose = "Your instructions"
        if person != head:
            whose = f"The instructions of your side, as {words[f'people/{head}:name']} has them. They bind you too"
        parts.append(Prose(whose, brief))
    file, name = f"pupils/{of.id}/{person}.html", words[f"people/{person}:name"]
    return Paper(file, name, _whose(made, side), tuple(parts), True, copies=person)


def _to_say(made: Materials, side: int) -> Iterator[Paper]:
    """What a side can claim, question by question, and the papers that it could hold."""
    scenario, tell = made.scenario, made.teller
    lists = []
    for number in range(len(scenario.issues)):
        mine = tuple(each.id for each in scenario.claims if each.side == side and each.argues == number)
        if mine:
            lists.append((tell.issue(number), tuple(f"{scenario.words[f'claims/{each}']}." for each in mine)))
    if not lists:
        return
    parts: list[Part] = [
        Paragraph("Claims that your side can make. Say them in your own words, with a reason. Choose; never read out."),
        Columns(tuple(lists)),
    ]
    held = [paper.id for paper in scenario.papers if side in paper.sides]
    if held:
        rows = tuple(
            tuple(scenario.words[f"papers/{each}:{part}"] for part in ("title", "date", "says")) for each in held
        )
        parts.append(Grid("Papers that you can name", ("Paper", "Date", "What is in it"), rows))
    file = f"pupils/{scenario.sides[side].id}/what-you-can-say.html"
    yield Paper(file, "What you can say", _whose(made, side), tuple(parts), True, copies=TABLE)


def _scores(made: Materials, side: int) -> Paper:
    scenario, tell = made.scenario, made.teller
    rows = []
    for number, issue in enumerate(scenario.issues):
        for s, settlement in enumerate(issue.settlements):
            worth = hundredths(issue.weight[side] * settlement.value[side])
            title = LEFT_OPEN if s == OPEN else tell.settlement(number, s)
            rows.append((tell.issue(number), title, worth, rule(made, side, number, s), "\N{WHITE SQUARE}"))
    links = tuple(_link(made, link.value[side], link.combination) for link in scenario.links if link.value[side])
    floor = sum(issue.weight[side] * issue.settlements[OPEN].value[side] for issue in scenario.issues)
    table = (OPEN,) * len(scenario.issues)
    floor += sum(100 * link.value[side] for link in scenario.links if link.combination.holds(table))
    parts: list[Part] = [
        Fields(("Table", "Names")),
        Grid(
            "What each result is worth to you, of 100 points, and when you may agree to it",
            ("Question", "Result", "Points", "You may agree", "Tick"),
            tuple(rows),
            (2,),
        ),
    ]
    if asked := recesses(made, side):
        parts += [
            Paragraph("Ask for one line each time.", "What home allows in a recess."),
            Items(asked, numbered=True),
        ]
    parts.append(
        Paragraph(
            f"{hundredths(floor)} points. A result below that is worse for you than none.", "Everything left open:"
        )
    )
    if links:
        parts += [Paragraph("", "Results that hang together, also when they are left open:"), Items(links)]
    parts += [
        Paragraph("Tick one result for each question when the talks are over, and add up.", "Your points."),
        Fields((*(f"{tell.issue(n)}" for n in range(len(scenario.issues))), "Together +/\N{MINUS SIGN}", "My points")),
    ]
    name = scenario.sides[side].id
    file = f"pupils/{name}/score-sheet.html"
    return Paper(file, "Score sheet", _whose(made, side), tuple(parts), True, dense=True, copies=TABLE)


LEFT_OPEN = "Left open"
WAYS = 22
"""Results that stand on the page of a form with room between them."""


def _link(made: Materials, points: int, combination: Combination) -> str:
    """What a combination changes, and when."""
    does = f"Add {points}" if points > 0 else f"Take away {-points}"
    held = []
    for number, bits in combination.when:
        ways = [s for s in range(len(made.scenario.issues[number].settlements)) if bits >> s & 1]
        titles = " or ".join(f"“{LEFT_OPEN if s == OPEN else made.teller.settlement(number, s)}”" for s in ways)
        held.append(f"{made.teller.issue(number)} is {titles}")
    return f"{does}, if {', and '.join(held)}."


def _agreement(made: Materials) -> Paper:
    tell = made.teller
    parts: list[Part] = [
        Paragraph(
            "One form for both delegations; it lies in the middle. First box: tick it when somebody has put this way "
            "in words. Second box: the number of the package in which it was agreed, 1, 2 or 3."
        ),
    ]
    for number, issue in enumerate(made.scenario.issues):
        question = made.scenario.words[f"issues/{issue.id}:question"]
        ways = tuple(tell.settlement(number, s) for s in range(1, len(issue.settlements)))
        parts.append(Boxes(question, ("Said", "Agreed"), ways, (LEFT_OPEN,)))
    parts += [
        Paragraph("Everything is subject to the word of both Governments."),
        Fields(tuple(f"For {inside(tell.side(side))}" for side in (0, 1))),
        Fields(("Table", "Time")),
    ]
    many = sum(len(issue.settlements) for issue in made.scenario.issues) > WAYS
    return Paper("pupils/3-agreement-form.html", "Agreement", EVERYBODY, tuple(parts), dense=many, copies=TABLE)


def _flow(made: Materials) -> Paper:
    tell = made.teller
    parts: list[Part] = [
        Fields(("Table", "Side and names")),
        Paragraph(
            "Write down every argument in a few words, and beside it what answered it. What has nothing beside it at "
            "the end was never answered: it stands."
        ),
    ]
    heads = ("No.", f"{tell.of(0)} side says", f"{tell.of(1)} side answers", f"{tell.of(1)} side says",
             f"{tell.of(0)} side answers")  # fmt: skip
    for number in range(len(made.scenario.issues)):
        parts.append(Sheet(tell.issue(number), heads, tuple("1234567"), 1.7, (6, 23, 24, 23, 24)))
    return Paper("pupils/4-flow-sheet.html", "Flow sheet", "For each side", tuple(parts), copies=SIDE)


def _observer(made: Materials) -> Iterator[Paper]:
    if "observer" not in made.texts:
        return
    text = made.texts["observer"]
    sides = tuple(made.teller.of(side) for side in (0, 1))
    parts: list[Part] = [
        Text(text),
        Fields(("Table", "Name")),
        Sheet(
            "What I heard", ("Minute", "Who", "What was asked, offered or refused", "What came back"), ("",) * 9, 1.5,
            (10, 12, 42, 36),
        ),
        Sheet("How often", ("What was done", *sides), HEARD, 1),
        Lines("The sentence that changed something:"),
        Lines("The argument that nobody answered:"),
        Lines("What I think each side wanted most:"),
    ]  # fmt: skip
    yield Paper("pupils/5-observer.html", title_of(text, "Observer"), "For an observer", tuple(parts), copies=OBSERVER)


def _glossary(made: Materials, papers: Iterable[Paper]) -> Paper:
    """The terms that stand in the other papers; what else is explained belongs to the screen."""
    terms = glossary.glossary(made.scenario.words)
    text = "\n".join(re.sub(r"<[^>]+>", " ", page(each).partition("<body>")[2]) for each in papers)
    here = sorted(set(glossary.terms_in(unescape(text), terms)), key=str.casefold)
    rows = tuple((term, terms[term]) for term in here)
    grid = Grid("Words of these papers", ("Word", "What it means"), rows)
    return Paper("pupils/6-glossary.html", "Glossary", EVERYBODY, (grid,), copies=TABLE)


def _reflection(made: Materials) -> Paper:
    parts: list[Part] = [
        Paragraph("Before the talks, and again after them. There are no right answers."),
        Fields(("Name", "I was")),
    ]
    for number, question in enumerate(made.questions, 1):
        parts += [Lines(f"{number}. {question} Before:", 2), Lines("After:", 2)]
    parts += [Lines(question, 3) for question in made.reflection]
    return Paper(
        "pupils/7-before-and-after.html", "Before, after, and what I think now", "For each pupil", tuple(parts),
        copies=EACH,
    )  # fmt: skip
