"""Reports in the language that nobody speaks: no word of our own is left in English."""

import pytest

from game.engine.scenario import Scenario
from game.records.files import open_game
from game.records.replay import replay
from game.reports import chapters, class_report, compare, flow, layout, markdown, script
from game.reports.cable import Ending, cable
from game.reports.chart_lines import chart_lines
from game.reports.debrief import debrief, teller
from game.reports.document import Figure
from tests.pseudo import in_pseudo, plain_words, speaking_pseudo
from tests.reports.conftest import FOLDER

NAMES = ["a-trade", "see-and-count resume a-trade --at", "Nash", "Kalai-Smorodinsky", "logroller", "hardliner"]
"""What is no word of a language: what is typed, and names."""


@pytest.fixture(name="pseudo", scope="module")
def meeting_in_pseudo(meeting: Scenario) -> Scenario:
    return in_pseudo(meeting)


def tags(scenario: Scenario) -> list[str]:
    sources = [each for id_, each in scenario.words.items() if id_.endswith(":source")]
    return [tag.strip() for source in sources for tag in source.split(";")]


@pytest.mark.parametrize("name", ["as-recorded", "a-trade", "a-disavowal", "nothing-agreed", "small-things"])
def test_a_debrief_is_in_the_language_that_is_spoken(pseudo: Scenario, name: str) -> None:
    record = open_game(FOLDER / "games" / f"{name}.yaml")
    with speaking_pseudo():
        made = debrief(pseudo, record, "a-trade")
        found = chapters.document(made)
        text = markdown.document(found)
        for section in found.sections:
            for block in section.blocks:
                if isinstance(block, Figure):
                    text += "\n".join(line for line in chart_lines(block.chart) if " |" not in line)
        replayed = replay(pseudo, record)
        text += script.as_text(pseudo, replayed) + script.as_markdown(pseudo, replayed)
        text += markdown.document(class_report.document([made, made]))
        for side in (0, 1):
            told = cable(pseudo, side, replayed.turns, Ending.of(replayed.states[-1]))
            text += "\n".join(layout.lines(told))
            if beside := compare.compare(pseudo, told, replayed.turns):
                text += "\n".join(compare.lines(beside))
        text += "\n".join(flow.lines(teller(pseudo), made.flow))
    left = plain_words(text.replace("\\", ""), [*NAMES, *tags(pseudo)])
    assert sorted(set(left)) == []
