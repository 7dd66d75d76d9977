"""The pupils' papers. What is for one side alone stands in that side's folder, and nowhere else."""

import re
from collections.abc import Iterable, Iterator
from html import unescape

from game.engine.issues import OPEN, Combination
from game.phrases import noted, phrase
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
from game.speech.figures import hundredths

EVERYBODY = noted("For everybody at the table")

LEVELS = {"background-short": "1-background-short", "background-long": "1-background-long"}
"""The background at two reading levels: the shorter for younger readers and language learners."""


def papers(made: Materials) -> Iterator[Paper]:
    """Every paper that a pupil may see."""
    found = [*_shared(made), *(paper for side in (0, 1) for paper in _secret(made, side))]
    yield from found
    yield _glossary(made, found)


def _shared(made: Materials) -> Iterator[Paper]:
    texts = made.lesson.texts
    for name, file in LEVELS.items():
        if name in texts:
            title = title_of(texts[name], phrase("Background"))
            yield Paper(f"pupils/{file}.html", title, phrase(EVERYBODY), (Text(texts[name]),), copies=EACH)
    if "agenda" in texts:
        title = title_of(texts["agenda"], phrase("Agenda"))
        yield Paper("pupils/2-agenda.html", title, phrase(EVERYBODY), (Text(texts["agenda"]),), copies=EACH)
    yield _agreement(made)
    yield _flow(made)
    yield from _observer(made)
    if made.lesson.questions:
        yield _reflection(made)


def _secret(made: Materials, side: int) -> Iterator[Paper]:
    yield _scores(made, side)
    yield from _to_say(made, side)
    yield from (_card(made, side, person) for person in made.scenario.sides[side].people)


HEARD = noted(
    ("Gave a reason", "Named a paper", "Answered what was said", "Asked a question", "Put something new in words")
)
"""What an observer counts."""


def _whose(made: Materials, side: int) -> str:
    return phrase("Secret. For {side} alone", side=inside(made.teller.side(side)))


def _card(made: Materials, side: int, person: str) -> Paper:
    words, of = made.scenario.words, made.scenario.sides[side]
    parts: list[Part] = [Paragraph(words[f"people/{person}:role"])]
    if text := made.lesson.texts.get(f"people/{person}"):
        parts.append(Text(text))
    head = of.people[0]
    if brief := words.get(f"briefs/{of.id}"):
        whose = phrase("Your instructions")
        if person != head:
            whose = phrase(
                "The instructions of your side, as {person} has them. They bind you too",
                person=words[f"people/{head}:name"],
            )
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
        Paragraph(
            phrase("Claims that your side can make. Say them in your own words, with a reason. Choose; never read out.")
        ),
        Columns(tuple(lists)),
    ]
    held = [paper.id for paper in scenario.papers if side in paper.sides]
    if held:
        rows = tuple(
            tuple(scenario.words[f"papers/{each}:{part}"] for part in ("title", "date", "says")) for each in held
        )
        heads = (phrase("Paper"), phrase("Date"), phrase("What is in it"))
        parts.append(Grid(phrase("Papers that you can name"), heads, rows))
    file = f"pupils/{scenario.sides[side].id}/what-you-can-say.html"
    yield Paper(file, phrase("What you can say"), _whose(made, side), tuple(parts), True, copies=TABLE)


def _scores(made: Materials, side: int) -> Paper:
    scenario, tell = made.scenario, made.teller
    rows = []
    for number, issue in enumerate(scenario.issues):
        for s, settlement in enumerate(issue.settlements):
            worth = hundredths(issue.weight[side] * settlement.value[side])
            rows.append(
                (
                    tell.issue(number),
                    _way(made, number, s),
                    worth,
                    phrase(rule(made, side, number, s)),
                    "\N{WHITE SQUARE}",
                )
            )
    links = tuple(_link(made, link.value[side], link.combination) for link in scenario.links if link.value[side])
    floor = sum(issue.weight[side] * issue.settlements[OPEN].value[side] for issue in scenario.issues)
    table = (OPEN,) * len(scenario.issues)
    floor += sum(100 * link.value[side] for link in scenario.links if link.combination.holds(table))
    parts: list[Part] = [
        Fields((phrase("Table"), phrase("Names"))),
        Grid(
            phrase("What each result is worth to you, of 100 points, and when you may agree to it"),
            (phrase("Question"), phrase("Result"), phrase("Points"), phrase("You may agree"), phrase("Tick")),
            tuple(rows),
            (2,),
        ),
    ]
    if asked := recesses(made, side):
        parts += [
            Paragraph(phrase("Ask for one line each time."), phrase("What home allows in a recess.")),
            Items(asked, numbered=True),
        ]
    parts.append(
        Paragraph(
            phrase("{points} points. A result below that is worse for you than none.", points=hundredths(floor)),
            phrase("Everything left open:"),
        )
    )
    if links:
        parts += [Paragraph("", phrase("Results that hang together, also when they are left open:")), Items(links)]
    parts += [
        Paragraph(
            phrase("Tick one result for each question when the talks are over, and add up."), phrase("Your points.")
        ),
        Fields(
            (*map(tell.issue, range(len(scenario.issues))), phrase("Together +/\N{MINUS SIGN}"), phrase("My points"))
        ),
    ]
    name = scenario.sides[side].id
    file = f"pupils/{name}/score-sheet.html"
    return Paper(file, phrase("Score sheet"), _whose(made, side), tuple(parts), True, dense=True, copies=TABLE)


WAYS = 22
"""Results that stand on the page of a form with room between them."""


def _way(made: Materials, issue: int, settlement: int) -> str:
    """How a question ended, on a paper on which it may be left open."""
    return phrase("Left open") if settlement == OPEN else made.teller.settlement(issue, settlement)


def _link(made: Materials, points: int, combination: Combination) -> str:
    """What a combination changes, and when."""
    held = []
    for number, bits in combination.when:
        ways = [s for s in range(len(made.scenario.issues[number].settlements)) if bits >> s & 1]
        titles = phrase(" or ").join(phrase("“{name}”", name=_way(made, number, s)) for s in ways)
        held.append(phrase("{issue} is {ways}", issue=made.teller.issue(number), ways=titles))
    says = noted("Add {points}, if {results}." if points > 0 else "Take away {points}, if {results}.")
    return phrase(says, points=abs(points), results=phrase(", and ").join(held))


def _agreement(made: Materials) -> Paper:
    tell = made.teller
    parts: list[Part] = [
        Paragraph(
            phrase(
                "One form for both delegations; it lies in the middle. First box: tick it when somebody has put this "
                "way in words. Second box: the number of the package in which it was agreed, 1, 2 or 3."
            )
        ),
    ]
    for number, issue in enumerate(made.scenario.issues):
        question = made.scenario.words[f"issues/{issue.id}:question"]
        ways = tuple(tell.settlement(number, s) for s in range(1, len(issue.settlements)))
        parts.append(Boxes(question, (phrase("Said"), phrase("Agreed")), ways, (phrase("Left open"),)))
    parts += [
        Paragraph(phrase("Everything is subject to the word of both Governments.")),
        Fields(tuple(phrase("For {side}", side=inside(tell.side(side))) for side in (0, 1))),
        Fields((phrase("Table"), phrase("Time"))),
    ]
    many = sum(len(issue.settlements) for issue in made.scenario.issues) > WAYS
    file, title = "pupils/3-agreement-form.html", phrase("Agreement")
    return Paper(file, title, phrase(EVERYBODY), tuple(parts), dense=many, copies=TABLE)


def _flow(made: Materials) -> Paper:
    tell = made.teller
    parts: list[Part] = [
        Fields((phrase("Table"), phrase("Side and names"))),
        Paragraph(
            phrase(
                "Write down every argument in a few words, and beside it what answered it. What has nothing beside it "
                "at the end was never answered: it stands."
            )
        ),
    ]
    says, answers = noted(("{of} side says", "{of} side answers"))
    columns = ((says, 0), (answers, 1), (says, 1), (answers, 0))
    heads = (phrase("No."), *(phrase(head, of=tell.of(side)) for head, side in columns))
    for number in range(len(made.scenario.issues)):
        parts.append(Sheet(tell.issue(number), heads, tuple("1234567"), 1.7, (6, 23, 24, 23, 24)))
    return Paper("pupils/4-flow-sheet.html", phrase("Flow sheet"), phrase("For each side"), tuple(parts), copies=SIDE)


def _observer(made: Materials) -> Iterator[Paper]:
    if "observer" not in made.lesson.texts:
        return
    text = made.lesson.texts["observer"]
    sides = tuple(made.teller.of(side) for side in (0, 1))
    heads = (
        phrase("Minute"),
        phrase("Who"),
        phrase("What was asked, offered or refused"),
        phrase("What came back"),
    )
    parts: list[Part] = [
        Text(text),
        Fields((phrase("Table"), phrase("Name"))),
        Sheet(phrase("What I heard"), heads, ("",) * 9, 1.5, (10, 12, 42, 36)),
        Sheet(phrase("How often"), (phrase("What was done"), *sides), tuple(map(phrase, HEARD)), 1),
        Lines(phrase("The sentence that changed something:")),
        Lines(phrase("The argument that nobody answered:")),
        Lines(phrase("What I think each side wanted most:")),
    ]
    file, title = "pupils/5-observer.html", title_of(text, phrase("Observer"))
    yield Paper(file, title, phrase("For an observer"), tuple(parts), copies=OBSERVER)


def _glossary(made: Materials, papers: Iterable[Paper]) -> Paper:
    """The terms that stand in the other papers; what else is explained belongs to the screen."""
    terms = glossary.glossary(made.scenario.words)
    text = "\n".join(re.sub(r"<[^>]+>", " ", page(each).partition("<body>")[2]) for each in papers)
    here = sorted(set(glossary.terms_in(unescape(text), terms)), key=str.casefold)
    rows = tuple((term, terms[term]) for term in here)
    grid = Grid(phrase("Words of these papers"), (phrase("Word"), phrase("What it means")), rows)
    return Paper("pupils/6-glossary.html", phrase("Glossary"), phrase(EVERYBODY), (grid,), copies=TABLE)


def _reflection(made: Materials) -> Paper:
    parts: list[Part] = [
        Paragraph(phrase("Before the talks, and again after them. There are no right answers.")),
        Fields((phrase("Name"), phrase("I was"))),
    ]
    for number, question in enumerate(made.lesson.questions, 1):
        before = phrase("{number}. {question} Before:", number=number, question=question)
        parts += [Lines(before, 2), Lines(phrase("After:"), 2)]
    parts += [Lines(question, 3) for question in made.lesson.reflection]
    file, title = "pupils/7-before-and-after.html", phrase("Before, after, and what I think now")
    return Paper(file, title, phrase("For each pupil"), tuple(parts), copies=EACH)
