"""The charts of a debrief, each with a sentence that says its figures and the table behind it."""

from game.engine.issues import OPEN, Table
from game.phrases import counted, phrase, small
from game.reports.charts import CLOUD, LINE, MARKS, STEPS, Across, Chart, Series, around
from game.reports.dance import FIRST, named
from game.reports.debrief import Debrief, told
from game.reports.document import Figure, Grid
from game.reports.field import Field
from game.speech.figures import figure, gain, hundredths, signed
from game.speech.telling import Teller, clock


def inside(name: str) -> str:
    """A name as it stands inside a sentence: the American delegation."""
    return f"the {name.removeprefix('The ')}" if name.startswith("The ") else name


def points(value: int) -> float:
    """Hundredths of a point as points."""
    return value / 100


def value_plot(made: Debrief) -> Figure:
    """What the table was worth to each side, minute by minute."""
    tell, course, words = made.teller, made.course, made.scenario.words
    first, last = course[0], course[-1]
    series = tuple(
        Series(tell.side(side), STEPS, tuple((each.minutes, points(each.value[side])) for each in course), side)
        for side in (0, 1)
    )
    # One name at the beginning and one at the end, so that they never hide each other.
    ends = tuple(
        Series("", MARKS, ((at.minutes, points(at.value[side])),), side, (tell.of(side),))
        for side, at in enumerate((first, last))
    )
    values = [points(value) for each in course for value in each.value]
    chart = Chart(
        phrase("What the table was worth to each side, minute by minute"),
        phrase("Minutes at the table"),
        phrase("Points of 100"),
        series + ends,
        (0, max(10, course[-1].minutes)),
        around(values, 10, 2),
    )
    ways = [
        phrase(
            "for {side} from {first} to {last}",
            side=inside(tell.side(side)), first=hundredths(first.value[side]), last=hundredths(last.value[side]),
        )
        for side in (0, 1)
    ]  # fmt: skip
    sentence = phrase(
        "In {moves} and {minutes} the worth of the table went {ways} points.",
        moves=counted(len(course) - 1, "{number} moves", "{number} moves"),
        minutes=counted(last.minutes, "{number} minutes", "{number} minutes"),
        ways=phrase(" and ").join(ways),
    )
    titles = [tell.meter_title(number) for number in range(len(made.scenario.meters))]
    rows = tuple(
        (
            str(each.number),
            clock(words["scenario:begins"], each.minutes),
            tell.of(each.side) if each.number else "",
            told(made.scenario, made.turns[each.number - 1]) if each.number else phrase("The beginning"),
            *(hundredths(value) for value in each.value),
            *(tell.meter(number, value) for number, value in enumerate(each.meters)),
        )
        for each in course
    )
    heads = (
        phrase("Move"),
        phrase("After it"),
        phrase("Side"),
        phrase("What was done"),
        *(tell.of(side) for side in (0, 1)),
        *titles,
    )
    return Figure(chart, sentence, Grid(phrase("The talks move by move"), heads, rows, (4, 5)))


def meter_plot(made: Debrief, number: int) -> Figure:
    """A meter, minute by minute."""
    tell, meter = made.teller, made.scenario.meters[number]
    places = tuple((each.minutes, each.meters[number]) for each in made.course)
    title = tell.meter_title(number)
    chart = Chart(
        phrase("{title}, minute by minute", title=title),
        phrase("Minutes at the table"),
        title,
        (Series(title, STEPS, places),),
        (0, max(10, places[-1][0])),
        (meter.low, meter.high),
        (Across(phrase("where it began"), meter.start),),
    )
    least, most = min(y for _, y in places), max(y for _, y in places)
    last = places[-1][1]
    sentence = phrase(
        "{title} began at {start} ({was}), was at least {least} and at most {most}, and ended at {end} ({now}).",
        title=title, start=meter.start, was=tell.meter(number, meter.start), least=least, most=most,
        end=last, now=tell.meter(number, int(last)),
    )  # fmt: skip
    rows = []
    for before, each in zip(made.course, made.course[1:], strict=False):
        was, now = before.meters[number], each.meters[number]
        if was != now:
            turn = made.turns[each.number - 1]
            change = signed(now - was), figure(now)
            rows.append((str(each.number), tell.of(each.side), told(made.scenario, turn), *change))
    caption = phrase("What moved it: {title}", title=small(title))
    return Figure(
        chart,
        sentence,
        Grid(
            caption,
            (phrase("Move"), phrase("Side"), phrase("What was done"), phrase("Change"), phrase("Then")),
            tuple(rows),
            (3, 4),
        ),
    )


def dance_plot(made: Debrief) -> Figure:
    """Every package in the plane of both values, those of a side joined in the order in which they came."""
    tell, begins = made.teller, made.scenario.words["scenario:begins"]
    series = []
    for side in (0, 1):
        steps = [step for step in made.dance if step.side == side]
        places = tuple((points(step.value[0]), points(step.value[1])) for step in steps)
        if places:
            series.append(Series(tell.side(side), LINE, places, side))
            series.append(Series("", MARKS, places, side, tuple(str(step.move) for step in steps)))
    chart = Chart(
        phrase("The packages that were put: worth to each side"),
        phrase("Worth to {side}", side=inside(tell.side(0))),
        phrase("Worth to {side}", side=inside(tell.side(1))),
        tuple(series),
        around([points(step.value[0]) for step in made.dance] + [points(made.field.reservation[0])], 5, 2),
        around([points(step.value[1]) for step in made.dance] + [points(made.field.reservation[1])], 5, 2),
        _floors(tell, made.field),
    )
    kinds = [
        phrase("{kind} (move {move})", kind=named(step.kind), move=step.move)
        for step in made.dance
        if step.kind != FIRST
    ]
    shapes = phrase(" and ").join(
        phrase("triangles for {side}" if side else "squares for {side}", side=inside(tell.side(side)))
        for side in (0, 1)
        if any(step.side == side for step in made.dance)
    )
    put = counted(
        len(made.dance),
        "One package was put: {shapes}, each with the number of its move.",
        "{number} packages were put: {shapes}, each with the number of its move.",
        shapes=shapes,
    )
    sentence = f"{put} " + (phrase("The steps after a side's first: {kinds}.", kinds=", ".join(kinds)) if kinds else "")
    rows = tuple(
        (
            str(step.move),
            clock(begins, step.minutes),
            tell.of(step.side),
            tell.package(step.package) + (" " + phrase("(a counter-proposal)") if step.counter else ""),
            named(step.kind),
            *(hundredths(value) for value in step.value),
            *((gain(step.change[0]), gain(step.change[1])) if step.kind != FIRST else ("", "")),
        )
        for step in made.dance
    )
    heads = (
        phrase("Move"),
        phrase("Hour"),
        phrase("Side"),
        phrase("Package"),
        phrase("Step"),
        tell.of(0),
        tell.of(1),
        phrase("Own"),
        phrase("Other's"),
    )
    return Figure(
        chart,
        sentence.strip(),
        Grid(
            phrase("The packages in order: worth to each side, and what changed for its own side and the other"),
            heads,
            rows,
            (5, 6, 7, 8),
        ),
    )


def field_plot(made: Debrief) -> Figure:
    """Every outcome that could be authorised tonight, the frontier, the reservation lines, and the marks."""
    tell, field, result = made.teller, made.field, made.result
    names = [(phrase("This game"), result.value, result.table)]
    names += [(each.title, each.outcome.value, each.outcome.table) for each in field.references]
    chart = field_chart(tell, field, together([(name, value, -1) for name, value, _ in names]))
    places = [
        phrase("{name}: {first} and {second}", name=name, first=hundredths(value[0]), second=hundredths(value[1]))
        for name, value, _ in names
    ]
    floor = phrase(" and ").join(hundredths(each) for each in field.reservation)
    sentence = phrase(
        "What a result is worth to {side} and to {other}. Everything open: {floor}. {places}. The line is the edge of "
        "what could be authorised that day: {results} that no other beats for one side without harm to the other.",
        side=inside(tell.side(0)),
        other=inside(tell.side(1)),
        floor=floor,
        places=". ".join(places),
        results=counted(len(field.tonight), "{number} results", "{number} results"),
    )
    rows = [_row(tell, name, value, table) for name, value, table in names]
    for name, found in (("Nash", field.nash), ("Kalai-Smorodinsky", field.kalai_smorodinsky)):
        if found is not None:
            rows.append(_row(tell, phrase("{name} point", name=name), found.value, found.table))
    rows += [_row(tell, phrase("Edge {n}", n=n), each.value, each.table) for n, each in enumerate(field.tonight, 1)]
    heads = (phrase("Result"), tell.of(0), tell.of(1), phrase("What it holds"))
    return Figure(chart, sentence, Grid(phrase("Results that stand out"), heads, tuple(rows), (1, 2)))


def together(marks: list[tuple[str, tuple[int, int], int]]) -> list[tuple[str, tuple[int, int], int]]:
    """Marks with those at one place made into one, under all their names."""
    found: dict[tuple[int, int], tuple[str, tuple[int, int], int]] = {}
    for name, value, side in marks:
        if value in found:
            name = f"{found[value][0]}; {inside(name)}"
        found[value] = name, value, side
    return list(found.values())


def field_chart(tell: Teller, field: Field, marks: list[tuple[str, tuple[int, int], int]]) -> Chart:
    """The field with some marks (name, values, side)."""
    # A thousand results lie so close that some hide others: one dot for each half point is all that can be seen.
    cloud = tuple(sorted({(round(x / 50) / 2, round(y / 50) / 2) for x, y in field.points}))
    edge = tuple((points(each.value[0]), points(each.value[1])) for each in field.tonight)
    spots = tuple((points(value[0]), points(value[1])) for _, value, _ in marks)
    xs = [x for x, _ in (*cloud, *edge, *spots)]
    ys = [y for _, y in (*cloud, *edge, *spots)]
    return Chart(
        phrase("What was possible that day"),
        phrase("Worth to {side}", side=inside(tell.side(0))),
        phrase("Worth to {side}", side=inside(tell.side(1))),
        (
            Series(phrase("could be authorised"), CLOUD, cloud),
            Series(phrase("the edge"), LINE, edge),
            Series("", MARKS, spots, -1, tuple(name for name, _, _ in marks)),
        ),
        around(xs, 10, 1),
        around(ys, 10, 1),
        _floors(tell, field),
    )


def _floors(tell: Teller, field: Field) -> tuple[Across, ...]:
    return (
        Across(phrase("{of}: all open", of=tell.of(0)), points(field.reservation[0]), upright=True),
        Across(phrase("{of}: all open", of=tell.of(1)), points(field.reservation[1])),
    )


def _row(tell: Teller, name: str, value: tuple[int, int], table: Table) -> tuple[str, ...]:
    package = tuple((issue, s) for issue, s in enumerate(table) if s != OPEN)
    return (
        name,
        hundredths(value[0]),
        hundredths(value[1]),
        tell.package(package) if package else phrase("Everything open"),
    )
