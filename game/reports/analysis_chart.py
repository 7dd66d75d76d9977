"""The outcomes of a scenario as a chart: every one, the edge, and the points that stand out."""

from game.engine.frontier import frontier, outcomes
from game.phrases import language, noted, phrase
from game.reports.charts import CLOUD, LINE, MARKS, Across, Chart, Series, around
from game.reports.svg import HEIGHT, WIDTH, svg
from game.scenarios.analyze import Analysis
from game.speech.writing import tag

_NAMES = noted({"nash": "Nash", "kalai_smorodinsky": "Kalai-Smorodinsky", "egalitarian": "Egalitarian"})


def analysis_chart(found: Analysis) -> Chart:
    """What outcomes are worth to the first side across, to the second upwards, in points."""
    words, sides = found.scenario.words, found.scenario.sides
    every = list(outcomes(found.scenario))
    # Thousands of outcomes hide each other: one dot for each half point is all that can be seen.
    cloud = tuple(sorted({(round(each.value[0] / 50) / 2, round(each.value[1] / 50) / 2) for each in every}))
    edge = tuple(dict.fromkeys((each.value[0] / 100, each.value[1] / 100) for each in frontier(every)))
    marks: dict[tuple[float, float], list[str]] = {}
    points = found.sets[0].points
    for name, outcome in points._asdict().items() if points else ():
        marks.setdefault((outcome.value[0] / 100, outcome.value[1] / 100), []).append(phrase(_NAMES[name]))
    titles = [words.get(f"sides/{side.id}:title", side.id) for side in sides]
    open_ = tuple(each / 100 for each in found.reservation)
    xs, ys = [x for x, _ in (*cloud, *edge)], [y for _, y in (*cloud, *edge)]
    return Chart(
        phrase("{title}: what outcomes are worth", title=words.get("scenario:title", found.scenario.id)),
        titles[0],
        titles[1],
        (
            Series(phrase("an outcome"), CLOUD, cloud),
            Series(phrase("the edge"), LINE, edge),
            Series("", MARKS, tuple(marks), -1, tuple("; ".join(names) for names in marks.values())),
        ),
        around(xs, 10, 1),
        around(ys, 10, 1),
        (Across(phrase("nothing agreed"), open_[0], upright=True), Across("", open_[1])),
    )


def picture(found: Analysis) -> str:
    """The chart as an SVG file."""
    drawn = svg(analysis_chart(found), "outcomes")
    size = f'width="{WIDTH}" height="{HEIGHT}"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" xml:lang="{tag(language())}" {size} style="background:#fff" '
    return drawn.replace("<svg ", head, 1) + "\n"
