"""The coverage page of a playtest: one HTML file that shows how often each move was made, topic by topic.

Whatever was written by somebody is escaped; nothing is fetched from elsewhere.
"""

from collections.abc import Iterable, Iterator
from html import escape

from game.engine.scenario import WRITTEN, Node, Written
from game.scenarios.playtest import Playtest, mean, percentile
from game.speech.gate import clean

_STYLE = """
:root { color-scheme: light dark; --ink: #1d2228; --paper: #fbfaf7; --line: #d6d2c8; --seen: #2f6f8f;
  --never: #b3372f; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6e3dc; --paper: #17191c; --line: #3a3d42; --seen: #7db6d3; --never: #f0867d; } }
body { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper);
  margin: 2rem auto; max-width: 62rem; padding: 0 1rem; }
h1, h2, h3 { line-height: 1.2; } h3 { margin-bottom: .3rem; }
table { border-collapse: collapse; width: 100%; margin-bottom: 1.5rem; }
th, td { text-align: left; padding: .25rem .6rem .25rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
td.figure { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
td.bar { width: 9rem; } td.bar span { display: block; height: .7rem; margin-top: .45rem; background: var(--seen); }
.never, .never td { color: var(--never); } .never { font-weight: 600; }
code { font-size: .9em; }
"""


def coverage_page(found: Playtest) -> str:
    """The whole page."""
    title = _text(found.scenario.words.get("scenario:title", found.scenario.id))
    body = "\n".join([*_summary(found), *_expected(found), *_settled(found), *_faults(found), *_topics(found)])
    return (
        f'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>Coverage: {title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n{body}\n"
        f"</body>\n</html>\n"
    )


def _summary(found: Playtest) -> Iterator[str]:
    scenario, count = found.scenario, found.tally
    players = " and ".join(f"{side.id} {seat}" for side, seat in zip(scenario.sides, found.seats, strict=True))
    nodes = len(scenario.nodes) - WRITTEN
    yield f"<p>{count.games:,} games, {_text(players)}, seed {found.seed}.</p>"
    yield from _table(
        ("", ""),
        [
            ("Written moves made", f"{len(scenario.moves) - len(found.unseen)} of {len(scenario.moves)}"),
            ("Nodes visited", f"{nodes - len(found.unvisited)} of {nodes}"),
            ("Games that ended", f"{found.finished:,} of {count.games:,}"),
            ("Minutes of talk, mean", f"{mean(count.minutes):.0f}"),
            ("A person's minutes", f"{percentile(count.seconds, 50) / 60:.0f}; at most {_most(found)} for 19 in 20"),
            ("Effective choices", _percent(found.effective_choices)),
            ("Nothing agreed", _percent(found.nothing / (found.finished or 1))),
        ],
    )


def _most(found: Playtest) -> str:
    return f"{percentile(found.tally.seconds, 95) / 60:.0f}"


def _expected(found: Playtest) -> Iterator[str]:
    judged = found.judged()
    if judged:
        told = {True: "holds", False: "does not hold", None: "not looked at: other players"}
        yield "<h2>What the scenario expects</h2>"
        yield from _table(
            ("expected", "seen", ""),
            [
                (each.expected.text, "" if each.seen is None else _percent(each.seen), told[each.holds])
                for each in judged
            ],
            [each.holds is False for each in judged],
        )


def _settled(found: Playtest) -> Iterator[str]:
    yield "<h2>Where questions stood at last</h2>"
    words = found.scenario.words
    for issue, shares in found.settled().items():
        yield f"<h3>{_text(words.get(f'issues/{issue}:title', issue))}</h3>"
        rows = [(words.get(f"issues/{issue}.{name}:title", name), share) for name, share in shares.items()]
        yield from _bars(("settlement", "of games", ""), [((name,), share) for name, share in rows])


def _faults(found: Playtest) -> Iterator[str]:
    for fault, way in found.faults():
        steps = "".join(f"<li><code>{_text(each)}</code></li>" for each in way)
        yield f'<h2 class="never">{_text(fault[:1].upper() + fault[1:])}</h2><p>The shortest way:</p><ol>{steps}</ol>'


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
    times = "never visited" if not visits else f"visited {visits:,} times"
    name = f"<code>{_text(node.id)}</code> {_text(side)}, {times}"
    yield f'<h3 class="never">{name}</h3>' if not visits else f"<h3>{name}</h3>"
    rows = [((_name(each), _label(found, each)), _share(found, each)) for each in node.moves]
    yield from _bars(("move", "label", "of games", ""), rows)


def _share(found: Playtest, move: Written) -> float:
    return found.tally.made[move.bit.bit_length() - 1] / (found.tally.games or 1)


def _name(move: Written) -> str:
    return move.text.partition(".")[2]


def _label(found: Playtest, move: Written) -> str:
    return found.scenario.words.get(f"{move.text}:label", "")


def _bars(heads: tuple[str, ...], rows: Iterable[tuple[tuple[str, ...], float]]) -> Iterator[str]:
    """A table with a share in words and as a bar at the end of each row; a row of what never was is marked."""
    yield f"<table><tr>{''.join(f'<th>{each}</th>' for each in heads)}</tr>"
    for texts, share in rows:
        cells = "".join(f"<td>{_text(each)}</td>" for each in texts)
        bar = f'<td class="bar"><span style="width:{100 * share:.1f}%"></span></td>'
        start = "<tr>" if share else '<tr class="never">'
        yield f'{start}{cells}<td class="figure">{_percent(share) if share else "never"}</td>{bar}</tr>'
    yield "</table>"


def _table(heads: tuple[str, ...], rows: list[tuple[str, ...]], marked: list[bool] | None = None) -> Iterator[str]:
    yield "<table>"
    if any(heads):
        yield f"<tr>{''.join(f'<th>{each}</th>' for each in heads)}</tr>"
    for number, row in enumerate(rows):
        start = '<tr class="never">' if marked and marked[number] else "<tr>"
        yield f"{start}{''.join(f'<td>{_text(each)}</td>' for each in row)}</tr>"
    yield "</table>"


def _percent(share: float) -> str:
    return f"{100 * share:.1f} %"


def _text(text: str) -> str:
    return escape(clean(text))
