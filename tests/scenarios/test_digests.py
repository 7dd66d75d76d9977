"""Two digests: one changes with what is played by, the other with what is said."""

import pytest

from tests.small_scenario import Change, small_scenario

RULES: list[Change] = [
    ("topics/well.yaml", "minutes: 5", "minutes: 6"),
    ("topics/well.yaml", "changes: {trust: -1}", "changes: {trust: -2}"),
    ("topics/well.yaml", "reach: {well: [hours, half]}", "reach: {well: half}"),
    ("topics/well.yaml", "goto: road/speak", "goto: floor"),
    ("topics/well.yaml", "when: claimed.old-right or trust > 1", "when: claimed.old-right or trust > 2"),
    ("topics/well.yaml", "- when: said.right", "- when: not said.right"),
    ("topics/well.yaml", "yields: answer", "yields: floor"),
    ("issues.yaml", "value: {hill: 70, vale: 60}", "value: {hill: 71, vale: 60}"),
    ("issues.yaml", "hill: claimed.old-right and trust > 0", "hill: claimed.old-right and trust > 1"),
    ("issues.yaml", "unless: {well: [half]}", "unless: {well: [hours]}"),
    ("scenario.yaml", "talk: 60", "talk: 61"),
    ("scenario.yaml", "moods: {cold: trust < 0}", "moods: {cold: trust < 1}"),
    ("scenario.yaml", "first: hill", "first: vale"),
]

WORDS: list[Change] = [
    ("topics/well.yaml", "It rains every June.", "It rains every July."),
    ("topics/well.yaml", "label: It will rain in June", "label: It will rain in July"),
    ("issues.yaml", "The hours are the trouble.", "The hours trouble us."),
    ("briefs/hill.md", "Keep the well.", "Keep it."),
    ("sources/telegram.yaml", "Nothing was agreed.", "Little was agreed."),
    ("glossary.yaml", "What is paid to use a road.", "What a road costs."),
]


@pytest.mark.parametrize("change", RULES)
def test_another_rule_is_another_digest_of_the_rules(change: Change) -> None:
    plain, changed = small_scenario(), small_scenario(change)
    assert changed.rules != plain.rules
    assert changed.wording == plain.wording


@pytest.mark.parametrize("change", WORDS)
def test_other_words_are_another_digest_of_the_words_alone(change: Change) -> None:
    plain, changed = small_scenario(), small_scenario(change)
    assert changed.wording != plain.wording
    assert changed.rules == plain.rules


def test_how_a_file_is_laid_out_changes_neither() -> None:
    plain = small_scenario()
    changed = small_scenario(
        ("topics/well.yaml", "answers: dry-summer", "answers: [ dry-summer ]   # of the hill"),
        ("topics/well.yaml", "when: claimed.old-right or trust > 1", "when: 'claimed.old-right   or trust > 1'"),
    )
    assert (changed.rules, changed.wording) == (plain.rules, plain.wording)


def test_the_digests_are_the_same_on_every_machine() -> None:
    scenario = small_scenario()
    assert scenario.rules == "4b89c462630f32dbb8274f295f4cbf02175806db0d378fccbda2c3de2612003a"
    assert scenario.wording == "6b896e457550743a19569f0aaa9e00702aa3b22c0b45da454a24b59bb8847ea2"
