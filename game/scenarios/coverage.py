"""The coverage page of a playtest: one HTML file that shows how often each move was made, topic by topic.

Whatever was written by somebody is escaped; nothing is fetched from elsewhere.
"""

from collections.abc import Iterable, Iterator
from html import escape

from game.engine.scenario import WRITTEN, Node, Written
from game.phrases import language, noted, phrase
from game.scenarios.playtest import Playtest, mean, percentile
from game.speech.gate import clean
from game.speech.writing import attributes

_STYLE = """
:root { color-scheme: light dark; --ink: #1d2228; --paper: #fbfaf7; --line: #d6d2c8; --seen: #2f6f8f;
  --never: #b3372f; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6e3dc; --paper: #17191c; --line: #3a3d42; --seen: #7db6d3; --never: #f0867d; } }
body { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper);
  margin: 2rem auto; max-width: 62rem; padding: 0 1rem; }
h1, h2, h3 { line-height: 1.2; } h3 { margin-bottom: .3rem; }
table { border-collapse: collapse; width: 100%; margin-bottom: 1.5rem; }
th, td { text-align: start; padding: .25rem 0; padding-inline-end: .6rem; vertical-align: top;
  border-bottom: 1px solid var(--line); }
td.figure { text-align: end; white-space: nowrap; font-variant-numeric: tabular-nums; }
td.bar { width: 9rem; } td.bar span { display: block; height: .7rem; margin-top: .45rem; background: var(--seen); }
.never, .never td { color: var(--never); } .never { font-weight: 600; }
code { font-size: .9em; overflow-wrap: anywhere; }
@media (max-width: 34rem) { td.bar { width: 3rem; } }
"""


def coverage_page(found: Playtest) -> str:
    """The whole page."""
    title = found.scenario.words.get("scenario:title", found.scenario.id)
    head = _text(phrase("Coverage: {title}", title=title))
    body = "\n".join([*_summary(found), *_expected(found), *_settled(found), *_faults(found), *_topics(found)])
    return (
        f'<!doctype html>\n<html {attributes(language())}>\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{head}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<h1>{_text(title)}</h1>\n{body}\n"
        f"</body>\n</html>\n"
    )


def _summary(found: Playtest) -> Iterator[str]:
    scenario, count = found.scenario, found.tally
    players = phrase(" and ").join(f"{side.id} {seat}" for side, seat in zip(scenario.sides, found.seats, strict=True))
    nodes = len(scenario.nodes) - WRITTEN
    told = phrase("{games} games, {players}, seed {seed}.", games=f"{count.games:,}", players=players, seed=found.seed)
    yield f"<p>{_text(told)}</p>"
    rows = [
        (phrase("Written moves made"), _of(len(scenario.moves) - len(found.unseen), len(scenario.moves))),
        (phrase("Nodes visited"), _of(nodes - len(found.unvisited), nodes)),
        (phrase("Games that ended"), _of(found.finished, count.games)),
        (phrase("Minutes of talk, mean"), f"{mean(count.minutes):.0f}"),
        (phrase("A person's minutes"), _minutes(found)),
        (phrase("Effective choices"), _percent(found.effective_choices)),
        (phrase("Nothing agreed"), _percent(found.nothing / (found.finished or 1))),
    ]
    yield from _table(("", ""), [(_text(what), _text(value)) for what, value in rows])


def _of(number: int, every: int) -> str:
    return phrase("{number} of {all}", number=f"{number:,}", all=f"{every:,}")


def _minutes(found: Playtest) -> str:
    """What games would take a person."""
    half, most = (f"{percentile(found.tally.seconds, share) / 60:.0f}" for share in (50, 95))
    return phrase("{half}; at most {most} for 19 in 20", half=half, most=most)


_JUDGED = noted({True: "holds", False: "does not hold", None: "not looked at: other players"})


def _expected(found: Playtest) -> Iterator[str]:
    judged = found.judged()
    if judged:
        yield f"<h2>{_text(phrase('What the scenario expects'))}</h2>"
        yield from _table(
            (phrase("expected"), phrase("seen"), ""),
            [
                (
                    f"<code>{_text(each.expected.text)}</code>",
                    _text("" if each.seen is None else _percent(each.seen)),
                    _text(phrase(_JUDGED[each.holds])),
                )
                for each in judged
            ],
            [each.holds is False for each in judged],
        )


def _settled(found: Playtest) -> Iterator[str]:
    yield f"<h2>{_text(phrase('Where questions stood at last'))}</h2>"
    words = found.scenario.words
    for issue, shares in found.settled().items():
        yield f"<h3>{_text(words.get(f'issues/{issue}:title', issue))}</h3>"
        rows = [(words.get(f"issues/{issue}.{name}:title", name), share) for name, share in shares.items()]
        yield from _bars(
            (phrase("settlement"), phrase("of games"), ""), [((_text(name),), share) for name, share in rows]
        )


def _faults(found: Playtest) -> Iterator[str]:
    for fault, way in found.faults():
        steps = "".join(f"<li><code>{_text(each)}</code></li>" for each in way)
        way_there = f"<p>{_text(phrase('The shortest way:'))}</p><ol>{steps}</ol>"
        yield f'<h2 class="never">{_text(fault)}</h2>{way_there}'


def _topics(found: Playtest) -> Iterator[str]:
    scenario = found.scenario
    for topic in scenario.topics:
        yield f'<h2 id="{_text(topic.id)}">{_text(scenario.words.get(f"topics/{topic.id}:title", topic.id))}</h2>'
        for node in scenario.nodes[WRITTEN:]:
            if node.topic == topic.number:
                yield from _node(found, node)


def _node(found: Playtest, node: Node) -> Iterator[str]:
    visits = found.tally.visited[node.number]
    side = found.scenario.sides[node.side].id
    times = phrase("visited {times} times", times=f"{visits:,}") if visits else phrase("never visited")
    name = f"<code>{_text(node.id)}</code> {_text(side)}, {_text(times)}"
    yield f'<h3 class="never">{name}</h3>' if not visits else f"<h3>{name}</h3>"
    rows = [
        ((f"<code>{_text(_name(each))}</code>", _text(_label(found, each))), _share(found, each)) for each in node.moves
    ]
    yield from _bars((phrase("move"), phrase("label"), phrase("of games"), ""), rows)


def _share(found: Playtest, move: Written) -> float:
    return found.tally.made[move.bit.bit_length() - 1] / (found.tally.games or 1)


def _name(move: Written) -> str:
    return move.text.partition(".")[2]


def _label(found: Playtest, move: Written) -> str:
    return found.scenario.words.get(f"{move.text}:label", "")


def _bars(heads: tuple[str, ...], rows: Iterable[tuple[tuple[str, ...], float]]) -> Iterator[str]:
    """A table of cells in HTML, with a share in words and as a bar at the end; a row of what never was is marked."""
    yield f"<table><tr>{''.join(f'<th>{_text(each)}</th>' for each in heads)}</tr>"
    for texts, share in rows:
        cells = "".join(f"<td>{each}</td>" for each in texts)
        bar = f'<td class="bar"><span style="width:{100 * share:.1f}%"></span></td>'
        start = "<tr>" if share else '<tr class="never">'
        yield f'{start}{cells}<td class="figure">{_text(_percent(share) if share else phrase("never"))}</td>{bar}</tr>'
    yield "</table>"


def _table(heads: tuple[str, ...], rows: list[tuple[str, ...]], marked: list[bool] | None = None) -> Iterator[str]:
    """A table of cells in HTML; a row that is marked is one of what should not be."""
    yield "<table>"
    if any(heads):
        yield f"<tr>{''.join(f'<th>{_text(each)}</th>' for each in heads)}</tr>"
    for number, row in enumerate(rows):
        start = '<tr class="never">' if marked and marked[number] else "<tr>"
        yield f"{start}{''.join(f'<td>{each}</td>' for each in row)}</tr>"
    yield "</table>"


def _percent(share: float) -> str:
    return phrase("{percent} %", percent=f"{100 * share:.1f}")


def _text(text: str) -> str:
    return escape(clean(text))
