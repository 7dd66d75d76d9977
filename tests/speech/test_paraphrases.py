"""What people might type in New York, and what is understood: the figures on a set on which nothing was set.

    python -m tests.speech.test_paraphrases

shows them with every sentence that was not taken. A sentence of this set is never made a synonym.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from game.engine.scenario import Node, Scenario
from game.engine.views import known
from game.places import data
from game.scenarios.load import load
from game.speech.understanding import Understood, understand
from game.speech.wordings import Wordings, matcher

FILE = Path(__file__).parent / "paraphrases.yaml"
TUNING = FILE.with_name("tuning.yaml")
"""Sentences on which the limits were set."""


class Trial(NamedTuple):
    """A sentence, the move that it stands for, and what became of it."""

    text: str
    move: str
    understood: Understood

    @property
    def outcome(self) -> str:
        """`right`, `wrong`, `offered` or `lost`."""
        if self.understood.decision == "taken":
            return "right" if self.understood.ranked[0].move == self.move else "wrong"
        return "offered" if self.move in {each.move for each in self.understood.offered} else "lost"


class Room:
    """The negotiation, and what would be understood at each of its nodes."""

    def __init__(self) -> None:
        scenario = load(data("dialogues") / "new-york-1962").scenario
        assert scenario is not None
        self.scenario: Scenario = scenario
        self.matcher = matcher(scenario)
        self.wordings = [Wordings(scenario.words, known(scenario, side)) for side in (0, 1)]
        self.nodes = {move.text: node for node in scenario.nodes for move in node.moves}

    def understand(self, text: str, node: Node) -> Understood:
        wordings = self.wordings[node.side]
        return understand(text, [wordings.of(move) for move in node.moves], self.matcher)

    def trials(self, *kinds: str, file: Path = FILE) -> list[Trial]:
        paraphrases: Mapping[str, Mapping[str, str]] = yaml.safe_load(file.read_text(encoding="utf-8"))
        pairs = [pair for kind in kinds for pair in paraphrases[kind].items()]
        return [Trial(text, move, self.understand(text, self.nodes[move])) for move, text in pairs]

    def others(self, file: Path = FILE) -> list[str]:
        """The sentences that stand for no move."""
        return [str(each) for each in yaml.safe_load(file.read_text(encoding="utf-8"))["other"]]

    def taken_of(self, others: list[str]) -> Iterator[tuple[str, str]]:
        """Each sentence that is taken for a move at some node, and that move. Node by node: an index is made once."""
        for node in self.scenario.nodes:
            for text in others:
                found = self.understand(text, node)
                if found.decision == "taken":
                    yield text, found.ranked[0].move


@pytest.fixture(scope="module")
def room() -> Room:
    return Room()


def share(trials: list[Trial], *outcomes: str) -> float:
    return sum(trial.outcome in outcomes for trial in trials) / len(trials)


def test_the_set_is_large_and_speaks_of_moves_that_there_are(room: Room) -> None:
    paraphrases = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    assert len(paraphrases["fair"]) + len(paraphrases["weak"]) >= 120
    assert len(paraphrases["weak"]) >= 40
    assert len(paraphrases["other"]) >= 40
    assert {*paraphrases["fair"], *paraphrases["weak"]} <= set(room.nodes)


def test_no_sentence_of_the_set_is_a_synonym(room: Room) -> None:
    synonyms = {text.casefold() for id_, text in room.scenario.words.items() if "synonym" in id_}
    assert not [trial.text for trial in room.trials("fair", "weak") if trial.text.casefold() in synonyms]


@pytest.mark.parametrize("kinds", [("fair", "weak"), ("fair",), ("weak",)], ids=" and ".join)
def test_paraphrases_are_taken_rightly_or_offered_and_hardly_ever_taken_wrongly(
    room: Room, kinds: tuple[str, ...]
) -> None:
    trials = room.trials(*kinds)
    assert share(trials, "right", "offered") >= 0.85
    assert share(trials, "right") >= 0.55
    assert share(trials, "wrong") <= 0.03


def test_nothing_that_is_about_something_else_is_taken_at_any_node(room: Room) -> None:
    assert list(room.taken_of(room.others())) == []


def test_no_sentence_is_in_both_sets(room: Room) -> None:
    tuning = [trial.text for trial in room.trials("fair", "weak", file=TUNING)] + room.others(TUNING)
    assert not {trial.text for trial in room.trials("fair", "weak")} & set(tuning)
    assert not set(room.others()) & set(tuning)


@pytest.mark.slow
def test_what_the_limits_were_set_on_is_understood_and_hardly_anything_else_is_taken(room: Room) -> None:
    trials = room.trials("fair", "weak", file=TUNING)
    assert share(trials, "right", "offered") >= 0.9
    assert share(trials, "wrong") == 0
    assert len(list(room.taken_of(room.others(TUNING)))) <= 4


if __name__ == "__main__":
    meeting = Room()
    for kind in ("fair", "weak"):
        tried = meeting.trials(kind)
        figures = ", ".join(f"{name} {share(tried, name):.1%}" for name in ("right", "offered", "lost", "wrong"))
        print(f"{kind}: {len(tried)} sentences, {figures}")
        for trial in tried:
            if trial.outcome != "right":
                near = "; ".join(f"{each.label} {each.score:.2f}" for each in trial.understood.ranked[:3])
                print(f"  {trial.outcome:8}{trial.text}\n          {trial.move}: {near}")
    nodes = [node for node in meeting.scenario.nodes if node.moves]
    found = [meeting.understand(text, node).decision for node in nodes for text in meeting.others()]
    print(
        f"other: {len(found)} trials, {found.count('taken')} taken, {found.count('ask') / len(found):.1%} asked about"
    )
