"""The transcript of a game to keep: as text, or as Markdown. Nothing that only one side may know is in it."""

from collections.abc import Iterator, Sequence

from game.engine.scenario import Scenario
from game.phrases import phrase
from game.records.replay import Replayed, in_order
from game.reports.debrief import teller
from game.reports.markdown import escaped
from game.reports.transcript import told
from game.speech.telling import ARGUMENT, OWN, SCENE, SPEECH, TOPIC, Told, clock


def as_text(scenario: Scenario, replayed: Replayed) -> str:
    """A transcript as plain text."""
    lines = [scenario.words["scenario:title"], ""]
    for number, time, each in _entries(scenario, replayed):
        if number:
            lines += ["", f"-- {phrase('Move {number}, {time}', number=number, time=time)}"]
        lines.append(_line(scenario, each))
    return "\n".join(lines) + "\n"


def as_markdown(scenario: Scenario, replayed: Replayed) -> str:
    """A transcript as Markdown."""
    lines = [f"# {escaped(scenario.words['scenario:title'])}", ""]
    for number, time, each in _entries(scenario, replayed):
        if number:
            lines += [f"### {phrase('Move {number}, {time}', number=number, time=time)}", ""]
        lines += [_marked(scenario, each), ""]
    return "\n".join(lines)


def _entries(scenario: Scenario, replayed: Replayed) -> Iterator[tuple[int, str, Told]]:
    """Everything said or seen; with the first of each move its number and the hour."""
    tell, begins = teller(scenario), scenario.words["scenario:begins"]
    for entry in in_order(replayed.turns, replayed.arguments):
        shown: Sequence[Told] = told(tell, entry, None)
        number = getattr(entry, "number", 0) if hasattr(entry, "move") else 0
        time = clock(begins, replayed.states[number].minutes) if number else ""
        for each in shown:
            yield number, time, each
            number = 0


def _named(scenario: Scenario, each: Told) -> str:
    tell = teller(scenario)
    if each.kind == SPEECH:
        return tell.person(each.speaker)
    return phrase("{of} side, in its own words", of=tell.of(each.side)) if each.kind in (OWN, ARGUMENT) else ""


def _line(scenario: Scenario, each: Told) -> str:
    if name := _named(scenario, each):
        return f"{name}: {each.text}"
    return {SCENE: f"({each.text})", TOPIC: f"== {each.text}"}.get(each.kind, f"[{each.text}]")


def _marked(scenario: Scenario, each: Told) -> str:
    if name := _named(scenario, each):
        return f"**{escaped(name)}:** {escaped(each.text)}"
    return f"## {escaped(each.text)}" if each.kind == TOPIC else f"*{escaped(each.text)}*"
