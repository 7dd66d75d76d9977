"""The teacher's papers: how to run it, how to mark it, what each capital says, and how it really ended."""

from collections.abc import Iterator

from game.engine.frontier import Outcome, frontier, kalai_smorodinsky, nash, rational, tonight
from game.engine.issues import OPEN
from game.engine.scoring import reservation
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
from game.speech.telling import hundredths

TEACHER = "For the teacher"


def papers(made: Materials) -> Iterator[Paper]:
    """Every paper for the teacher alone."""
    yield from _text(made, "quick-start", "1-quick-start")
    yield from _text(made, "timetable", "2-timetable")
    yield _capitals(made)
    if made.criteria:
        yield _rubric(made)
        yield _mark_sheet(made)
    if "discussion" in made.texts or to_ask(made.scenario):
        yield _discussion(made)
    yield _concepts(made)
    if settled(made.scenario) or tables(made.scenario) or unknown(made.scenario):
        yield _answers(made)
    if any(id_.startswith("passages/") for id_ in made.scenario.words):
        yield _telegram(made)


def _text(made: Materials, name: str, file: str) -> Iterator[Paper]:
    if name in made.texts:
        text = made.texts[name]
        yield Paper(f"teacher/{file}.html", title_of(text, name), TEACHER, (Text(text),))


def _capitals(made: Materials) -> Paper:
    tell = made.teller
    parts: list[Part] = [
        Paragraph(
            "You answer for both capitals; in the program the game answers itself. Each side has "
            f"{made.scenario.recesses} recesses, and asks for one line of its score sheet in each. The lines have the "
            "same numbers here. Say yes where the ticks on the form show that it holds, otherwise no. Where you say "
            "yes, put your initials beside the line on that side's score sheet."
        ),
    ]
    for side in (0, 1):
        parts += [Paragraph("", f"{tell.side(side)} asks for line:"), Items(recesses(made, side), numbered=True)]
    rows = tuple(
        (tell.issue(number), tell.settlement(number, s), *(rule(made, side, number, s) for side in (0, 1)))
        for number, issue in enumerate(made.scenario.issues)
        for s in range(1, len(issue.settlements))
    )
    parts += [
        Paragraph(
            "When a form is signed, look at every package on it. If one side may never agree to something in it, or "
            "may after a recess and has no initials for it, strike out the whole package, for both sides.",
            "The end.",
        ),
        Grid("What each side may agree to", ("Question", "Settled how", tell.of(0), tell.of(1)), rows),
    ]
    for side in (0, 1):
        if brief := made.scenario.words.get(f"briefs/{made.scenario.sides[side].id}"):
            parts += [Break(), Prose(f"The brief of {inside(tell.side(side))}", brief)]
    return Paper("teacher/3-capitals-and-briefs.html", "What each capital says, and both briefs", TEACHER, tuple(parts))


def _rubric(made: Materials) -> Paper:
    rows = tuple((f"{each.title}. {each.asks}", *each.levels) for each in made.criteria)
    parts: list[Part] = [
        Paragraph(
            "People mark; the machine only counts. Mark a turn while it is spoken, or a transcript afterwards "
            "(see-and-count marks). Give 1 to 4 for what you heard, and leave out what did not come up."
        ),
        Grid("Four levels", ("What is marked", "1", "2", "3", "4"), rows),
    ]
    return Paper("teacher/4-rubric.html", "Rubric", TEACHER, tuple(parts), copies=MARKING)


def _mark_sheet(made: Materials) -> Paper:
    titles = tuple(each.title for each in made.criteria)
    tell = made.teller
    parts: list[Part] = [
        Fields(("Table", "Judge")),
        Paragraph("A mark from 1 to 4 for each turn, as the rubric says; nothing where nothing was heard."),
        *(Sheet(tell.side(side), ("Turn", *titles), tuple(map(str, range(1, 7))), 1.3) for side in (0, 1)),
        Paragraph("", "The ballot"),
        Lines("The better argued side, whatever the result, and why:", 3),
        Lines("The best sentence:", 2),
    ]
    return Paper("teacher/5-mark-sheet.html", "Mark sheet and ballot", "For a judge", tuple(parts), copies=JUDGE)


def _discussion(made: Materials) -> Paper:
    text = made.texts.get("discussion", "")
    parts: tuple[Part, ...] = (Text(text),)
    if questions := to_ask(made.scenario):
        parts += (Items(questions, numbered=True),)
    return Paper("teacher/6-discussion.html", title_of(text, "Questions for the debrief"), TEACHER, parts)


def _concepts(made: Materials) -> Paper:
    scenario, tell, text = made.scenario, made.teller, made.texts.get("concepts", "")
    floor = reservation(scenario, 0), reservation(scenario, 1)
    good = rational(tonight(scenario), floor)
    rows = [("Everything open", hundredths(floor[0]), hundredths(floor[1]), "Nothing agreed")]
    if good:
        for name, found in (("Nash", nash(good, floor)), ("Kalai-Smorodinsky", kalai_smorodinsky(good, floor))):
            rows.append(_row(made, name, found))
    edge = tuple(_row(made, str(n), each) for n, each in enumerate(frontier(good), 1))
    heads = ("", tell.of(0), tell.of(1), "What is settled")
    parts: list[Part] = [
        Text(text),
        Grid("In this exercise, of what both capitals could allow", ("Point", *heads[1:]), tuple(rows), (1, 2)),
    ]
    if edge:
        parts.append(Grid("The frontier of what both capitals could allow", ("No.", *heads[1:]), edge, (1, 2)))
    return Paper("teacher/7-how-good-was-it.html", title_of(text, "How good was the result?"), TEACHER, tuple(parts))


def _row(made: Materials, name: str, found: Outcome) -> tuple[str, str, str, str]:
    package = tuple((i, s) for i, s in enumerate(found.table) if s != OPEN)
    what = made.teller.package(package) if package else "Nothing agreed"
    return name, hundredths(found.value[0]), hundredths(found.value[1]), what


def _answers(made: Materials) -> Paper:
    scenario, tell = made.scenario, made.teller
    parts: list[Part] = [Paragraph("What really happened. Tell it after the debrief, never before.")]
    for each in tables(scenario):
        value = f"In the points of this exercise: {' and '.join(hundredths(v) for v in each.outcome.value)}."
        parts.append(Paragraph(f"{each.says} {value}", f"{each.title}."))
    for found in settled(scenario):
        moved = f" Who moved: {found.moved}" if found.moved else ""
        parts.append(Paragraph(f"{found.when} {found.how}{moved}", f"{tell.issue(found.issue)}."))
        parts.append(_sources(made, found.source))
    if unknown(scenario):
        parts.append(Paragraph("", "What nobody at the table knew:"))
    for each_unknown in unknown(scenario):
        parts += [Paragraph(each_unknown.says), _sources(made, each_unknown.source)]
    return Paper("teacher/8-what-happened.html", "Answer key: what happened", TEACHER, tuple(parts))


def _sources(made: Materials, source: str) -> Fine:
    found = references(made.scenario, source)
    return Fine(f"From: {'; '.join(found)}." if found else "")


def _telegram(made: Materials) -> Paper:
    words = made.scenario.words
    rows = tuple(
        (id_.removeprefix("passages/").replace(" ", "\N{NO-BREAK SPACE}"), text)
        for id_, text in words.items()
        if id_.startswith("passages/")
    )
    parts: list[Part] = [
        Paragraph(f"{words['telegram:title']}, {words['telegram:date']}. {words['telegram:reference']}"),
        Grid("The telegram by paragraph", ("Tag", "Text"), rows),
    ]
    return Paper("teacher/9-telegram.html", "The telegram", TEACHER, tuple(parts))
