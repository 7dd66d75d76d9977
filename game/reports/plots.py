"""The charts of a debrief, each with a sentence that says its figures and the table behind it."""

from game.engine.issues import OPEN, Table
from game.reports.charts import CLOUD, LINE, MARKS, STEPS, Across, Chart, Series, around
from game.reports.dance import FIRST
from game.reports.debrief import Debrief, told
from game.reports.document import Figure, Grid
from game.reports.field import Field
from game.speech.telling import Teller, clock, gain, hundredths


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
        "What the table was worth to each side, minute by minute",
        "Minutes at the table",
        "Points of 100",
        series + ends,
        (0, max(10, course[-1].minutes)),
        around(values, 10, 2),
    )
    ways = [
        f"for {inside(tell.side(side))} from {hundredths(first.value[side])} to {hundredths(last.value[side])}"
        for side in (0, 1)
    ]
    spent = f"In {len(course) - 1} moves and {last.minutes} minutes"
    sentence = f"{spent} the worth of the table went {' and '.join(ways)} points."
    titles = [tell.meter_title(number) for number in range(len(made.scenario.meters))]
    rows = tuple(
        (
            str(each.number),
            clock(words["scenario:begins"], each.minutes),
            tell.of(each.side) if each.number else "",
            told(made.scenario, made.turns[each.number - 1]) if each.number else "The beginning",
            *(hundredths(value) for value in each.value),
            *(tell.meter(number, value) for number, value in enumerate(each.meters)),
        )
        for each in course
    )
    heads = ("Move", "After it", "Side", "What was done", *(tell.of(side) for side in (0, 1)), *titles)
    return Figure(chart, sentence, Grid("The talks move by move", heads, rows, (4, 5)))


def meter_plot(made: Debrief, number: int) -> Figure:
    """A meter, minute by minute."""
    tell, meter = made.teller, made.scenario.meters[number]
    places = tuple((each.minutes, each.meters[number]) for each in made.course)
    title = tell.meter_title(number)
    chart = Chart(
        f"{title}, minute by minute",
        "Minutes at the table",
        title,
        (Series(title, STEPS, places),),
        (0, max(10, places[-1][0])),
        (meter.low, meter.high),
        (Across("where it began", meter.start),),
    )
    least, most = min(y for _, y in places), max(y for _, y in places)
    sentence = (
        f"{title} began at {meter.start} ({tell.meter(number, meter.start)}), was at least {least} and at most {most}, "
        f"and ended at {places[-1][1]} ({tell.meter(number, int(places[-1][1]))})."
    )
    rows = []
    for before, each in zip(made.course, made.course[1:], strict=False):
        was, now = before.meters[number], each.meters[number]
        if was != now:
            turn = made.turns[each.number - 1]
            rows.append((str(each.number), tell.of(each.side), told(made.scenario, turn), f"{now - was:+d}", str(now)))
    caption = f"What moved it: {title.lower()}"
    return Figure(
        chart, sentence, Grid(caption, ("Move", "Side", "What was done", "Change", "Then"), tuple(rows), (3, 4))
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
        "The packages that were put: worth to each side",
        f"Worth to {inside(tell.side(0))}",
        f"Worth to {inside(tell.side(1))}",
        tuple(series),
        around([points(step.value[0]) for step in made.dance] + [points(made.field.reservation[0])], 5, 2),
        around([points(step.value[1]) for step in made.dance] + [points(made.field.reservation[1])], 5, 2),
        _floors(tell, made.field),
    )
    kinds = [f"{step.kind} (move {step.move})" for step in made.dance if step.kind != FIRST]
    count = "One package was" if len(made.dance) == 1 else f"{len(made.dance)} packages were"
    shapes = " and ".join(
        f"{('squares', 'triangles')[side]} for {inside(tell.side(side))}"
        for side in (0, 1)
        if any(step.side == side for step in made.dance)
    )
    sentence = f"{count} put: {shapes}, each with the number of its move. " + (
        f"The steps after a side's first: {', '.join(kinds)}." if kinds else ""
    )
    rows = tuple(
        (
            str(step.move),
            clock(begins, step.minutes),
            tell.of(step.side),
            tell.package(step.package) + (" (a counter-proposal)" if step.counter else ""),
            step.kind,
            *(hundredths(value) for value in step.value),
            *((gain(step.change[0]), gain(step.change[1])) if step.kind != FIRST else ("", "")),
        )
        for step in made.dance
    )
    heads = ("Move", "Hour", "Side", "Package", "Step", tell.of(0), tell.of(1), "Own", "Other's")
    return Figure(
        chart,
        sentence.strip(),
        Grid(
            "The packages in order: worth to each side, and what changed for its own side and the other",
            heads,
            rows,
            (5, 6, 7, 8),
        ),
    )


def field_plot(made: Debrief) -> Figure:
    """Every outcome that could be authorised tonight, the frontier, the reservation lines, and the marks."""
    tell, field, result = made.teller, made.field, made.result
    names = [("This game", result.value, result.table)]
    names += [(each.title, each.outcome.value, each.outcome.table) for each in field.references]
    chart = field_chart(tell, field, together([(name, value, -1) for name, value, _ in names]))
    places = [f"{name}: {hundredths(value[0])} and {hundredths(value[1])}" for name, value, _ in names]
    floor = " and ".join(hundredths(each) for each in field.reservation)
    sentence = (
        f"What a result is worth to {inside(tell.side(0))} and to {inside(tell.side(1))}. Everything open: {floor}. "
        f"{'. '.join(places)}. The line is the edge of what could be authorised that evening: {len(field.tonight)} "
        "results that no other beats for one side without harm to the other."
    )
    rows = [_row(tell, name, value, table) for name, value, table in names]
    for name, found in (("Nash", field.nash), ("Kalai-Smorodinsky", field.kalai_smorodinsky)):
        if found is not None:
            rows.append(_row(tell, f"{name} point", found.value, found.table))
    rows += [_row(tell, f"Edge {n}", each.value, each.table) for n, each in enumerate(field.tonight, 1)]
    heads = ("Result", tell.of(0), tell.of(1), "What it holds")
    return Figure(chart, sentence, Grid("Results that stand out", heads, tuple(rows), (1, 2)))


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
        "What was possible that evening",
        f"Worth to {inside(tell.side(0))}",
        f"Worth to {inside(tell.side(1))}",
        (
            Series("could be authorised", CLOUD, cloud),
            Series("the edge", LINE, edge),
            Series("", MARKS, spots, -1, tuple(name for name, _, _ in marks)),
        ),
        around(xs, 10, 1),
        around(ys, 10, 1),
        _floors(tell, field),
    )


def _floors(tell: Teller, field: Field) -> tuple[Across, ...]:
    return (
        Across(f"{tell.of(0)}: all open", points(field.reservation[0]), upright=True),
        Across(f"{tell.of(1)}: all open", points(field.reservation[1])),
    )


def _row(tell: Teller, name: str, value: tuple[int, int], table: Table) -> tuple[str, ...]:
    package = tuple((issue, s) for issue, s in enumerate(table) if s != OPEN)
    return name, hundredths(value[0]), hundredths(value[1]), tell.package(package) if package else "Everything open"
