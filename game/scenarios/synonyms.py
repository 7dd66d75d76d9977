"""Words that stand in two groups of synonyms, so that nobody knows which of the two is meant."""

from game.scenarios.definitions import advising
from game.scenarios.files import Fitted
from game.scenarios.pages import Report
from game.scenarios.shape import Synonyms
from game.speech.vocabulary import stems


def look_at_synonyms(synonyms: Fitted[Synonyms], report: Report) -> None:
    """Report every word that a group before this one has too; usual endings make no difference."""
    groups: dict[tuple[str, ...], str] = {}
    for group, words in synonyms.shape.groups.items():
        of_name = groups.setdefault(stems(group), group)
        if of_name != group:
            path = ("groups", group)
            report.add(advising.TWO_GROUPS, synonyms.page, path, key=True, word=group, group=of_name)
        for number, word in enumerate(words):
            other = groups.setdefault(stems(word), group)
            if other != group:
                report.add(advising.TWO_GROUPS, synonyms.page, ("groups", group, number), word=word, group=other)
