"""The teacher's papers: how to run it, how to mark it, what each capital says, and how it really ended."""

from collections.abc import Iterator

from game.engine.frontier import Outcome, frontier, kalai_smorodinsky, nash, rational, tonight
from game.engine.issues import OPEN
from game.engine.scoring import reservation
from game.phrases import noted, phrase
from game.reports.afterwards import references, settled, to_ask, unknown
from game.reports.document import Grid, Items, Paragraph, Prose
from game.reports.field import references as tables
from game.reports.handouts.orders import recesses, rule
from game.reports.handouts.paper import (
    Break,
    Fields,
    Fine,
    Lines,
    Materials,
    Paper,
    Part,
    Sheet,
    Text,
    title_of,
)  # fmt: skip
from game.reports.handouts.seating import JUDGE, MARKING
from game.reports.plots import inside
from game.speech.figures import hundredths

TEACHER = noted("For the teacher")


def papers(made: Materials) -> Iterator[Paper]:
    """Every paper for the teacher alone."""
    yield from _text(made, "quick-start", "1-quick-start")
    yield from _text(made, "timetable", "2-timetable")
    yield _capitals(made)
    if made.lesson.criteria:
        yield _rubric(made)
        yield _mark_sheet(made)
    if "discussion" in made.lesson.texts or to_ask(made.scenario):
        yield _discussion(made)
    yield _concepts(made)
    if settled(made.scenario) or tables(made.scenario) or unknown(made.scenario):
        yield _answers(made)
    if any(id_.startswith("passages/") for id_ in made.scenario.words):
        yield _telegram(made)


def _text(made: Materials, name: str, file: str) -> Iterator[Paper]:
    if name in made.lesson.texts:
        text = made.lesson.texts[name]
        yield Paper(f"teacher/{file}.html", title_of(text, name), phrase(TEACHER), (Text(text),))


def _capitals(made: Materials) -> Paper:
    tell = made.teller
    parts: list[Part] = [
        Paragraph(
            phrase(
                "You answer for both capitals; in the program the game answers itself. Each side has {recesses} "
                "recesses, and asks for one line of its score sheet in each. The lines have the same numbers here. "
                "Say yes where the ticks on the form show that it holds, otherwise no. Where you say yes, put your "
                "initials beside the line on that side's score sheet.",
                recesses=made.scenario.recesses,
            )
        ),
    ]
    for side in (0, 1):
        asks = phrase("{side} asks for line:", side=tell.side(side))
        parts += [Paragraph("", asks), Items(recesses(made, side), numbered=True)]
    rows = tuple(
        (tell.issue(number), tell.settlement(number, s), *(phrase(rule(made, side, number, s)) for side in (0, 1)))
        for number, issue in enumerate(made.scenario.issues)
        for s in range(1, len(issue.settlements))
    )
    parts += [
        Paragraph(
            phrase(
                "When a form is signed, look at every package on it. If one side may never agree to something in it, "
                "or may after a recess and has no initials for it, strike out the whole package, for both sides."
            ),
            phrase("The end."),
        ),
        Grid(
            phrase("What each side may agree to"),
            (phrase("Question"), phrase("Settled how"), tell.of(0), tell.of(1)),
            rows,
        ),
    ]
    for side in (0, 1):
        if brief := made.scenario.words.get(f"briefs/{made.scenario.sides[side].id}"):
            parts += [Break(), Prose(phrase("The brief of {side}", side=inside(tell.side(side))), brief)]
    file, title = "teacher/3-capitals-and-briefs.html", phrase("What each capital says, and both briefs")
    return Paper(file, title, phrase(TEACHER), tuple(parts))


def _rubric(made: Materials) -> Paper:
    rows = tuple((f"{each.title}. {each.asks}", *each.levels) for each in made.lesson.criteria)
    parts: list[Part] = [
        Paragraph(
            phrase(
                "People mark; the machine only counts. Mark a turn while it is spoken, or a transcript afterwards "
                "(see-and-count marks). Give 1 to 4 for what you heard, and leave out what did not come up."
            )
        ),
        Grid(phrase("Four levels"), (phrase("What is marked"), "1", "2", "3", "4"), rows),
    ]
    return Paper("teacher/4-rubric.html", phrase("Rubric"), phrase(TEACHER), tuple(parts), copies=MARKING)


def _mark_sheet(made: Materials) -> Paper:
    titles = tuple(each.title for each in made.lesson.criteria)
    tell = made.teller
    parts: list[Part] = [
        Fields((phrase("Table"), phrase("Judge"))),
        Paragraph(phrase("A mark from 1 to 4 for each turn, as the rubric says; nothing where nothing was heard.")),
        *(Sheet(tell.side(side), (phrase("Turn"), *titles), tuple(map(str, range(1, 7))), 1.3) for side in (0, 1)),
        Paragraph("", phrase("The ballot")),
        Lines(phrase("The better argued side, whatever the result, and why:"), 3),
        Lines(phrase("The best sentence:"), 2),
    ]
    file, title = "teacher/5-mark-sheet.html", phrase("Mark sheet and ballot")
    return Paper(file, title, phrase("For a judge"), tuple(parts), copies=JUDGE)


def _discussion(made: Materials) -> Paper:
    text = made.lesson.texts.get("discussion", "")
    parts: tuple[Part, ...] = (Text(text),)
    if questions := to_ask(made.scenario):
        parts += (Items(questions, numbered=True),)
    file, title = "teacher/6-discussion.html", title_of(text, phrase("Questions for the debrief"))
    return Paper(file, title, phrase(TEACHER), parts)


def _concepts(made: Materials) -> Paper:
    scenario, tell, text = made.scenario, made.teller, made.lesson.texts.get("concepts", "")
    floor = reservation(scenario, 0), reservation(scenario, 1)
    good = rational(tonight(scenario), floor)
    rows = [(phrase("Everything open"), hundredths(floor[0]), hundredths(floor[1]), phrase("Nothing agreed"))]
    if good:
        for name, found in (("Nash", nash(good, floor)), ("Kalai-Smorodinsky", kalai_smorodinsky(good, floor))):
            rows.append(_row(made, name, found))
    edge = tuple(_row(made, str(n), each) for n, each in enumerate(frontier(good), 1))
    heads = (tell.of(0), tell.of(1), phrase("What is settled"))
    parts: list[Part] = [
        Text(text),
        Grid(
            phrase("In this exercise, of what both capitals could allow"),
            (phrase("Point"), *heads),
            tuple(rows),
            (1, 2),
        ),
    ]
    if edge:
        caption = phrase("The frontier of what both capitals could allow")
        parts.append(Grid(caption, (phrase("No."), *heads), edge, (1, 2)))
    file, title = "teacher/7-how-good-was-it.html", title_of(text, phrase("How good was the result?"))
    return Paper(file, title, phrase(TEACHER), tuple(parts))


def _row(made: Materials, name: str, found: Outcome) -> tuple[str, str, str, str]:
    package = tuple((i, s) for i, s in enumerate(found.table) if s != OPEN)
    what = made.teller.package(package) if package else phrase("Nothing agreed")
    return name, hundredths(found.value[0]), hundredths(found.value[1]), what


def _answers(made: Materials) -> Paper:
    scenario, tell = made.scenario, made.teller
    parts: list[Part] = [Paragraph(phrase("What really happened. Tell it after the debrief, never before."))]
    for each in tables(scenario):
        value = phrase(
            "In the points of this exercise: {points}.",
            points=phrase(" and ").join(map(hundredths, each.outcome.value)),
        )
        parts.append(Paragraph(f"{each.says} {value}", f"{each.title}."))
    for found in settled(scenario):
        moved = " " + phrase("Who moved: {moved}", moved=found.moved) if found.moved else ""
        parts.append(Paragraph(f"{found.when} {found.how}{moved}", f"{tell.issue(found.issue)}."))
        parts.append(_sources(made, found.source))
    if unknown(scenario):
        parts.append(Paragraph("", phrase("What nobody at the table knew:")))
    for each_unknown in unknown(scenario):
        parts += [Paragraph(each_unknown.says), _sources(made, each_unknown.source)]
    return Paper("teacher/8-what-happened.html", phrase("Answer key: what happened"), phrase(TEACHER), tuple(parts))


def _sources(made: Materials, source: str) -> Fine:
    found = references(made.scenario, source)
    return Fine(phrase("From: {sources}.", sources="; ".join(found)) if found else "")


def _telegram(made: Materials) -> Paper:
    words = made.scenario.words
    rows = tuple(
        (id_.removeprefix("passages/").replace(" ", "\N{NO-BREAK SPACE}"), text)
        for id_, text in words.items()
        if id_.startswith("passages/")
    )
    parts: list[Part] = [
        Paragraph(f"{words['telegram:title']}, {words['telegram:date']}. {words['telegram:reference']}"),
        Grid(phrase("The telegram by paragraph"), (phrase("Tag"), phrase("Text")), rows),
    ]
    return Paper("teacher/9-telegram.html", phrase("The telegram"), phrase(TEACHER), tuple(parts))
