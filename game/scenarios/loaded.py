"""What comes of loading a scenario. It needs nothing of what loading needs."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from game.engine.scenario import Scenario
from game.phrases import phrase
from game.scenarios.findings import Finding


@dataclass(frozen=True, slots=True)
class Loaded:
    """What came of loading."""

    scenario: Scenario | None
    """None when any finding is an error."""
    findings: tuple[Finding, ...]
    """What was found on the way. Advice for the writer is not looked for: `check` does."""
    files: Mapping[str, bytes]
    """The files from which it can be loaded again, by path with slashes. Recorded games are not among them."""
    forms: Mapping[str, str] = field(default_factory=dict)
    """The forms in which it can be played beside the whole, with their titles."""
    expected: tuple[str, ...] = ()
    """What is expected of many games of the whole, in the writer's sentences."""


class NoSuchForm(LookupError):
    """A scenario has no form of this name."""

    def __init__(self, name: str, forms: Mapping[str, str]) -> None:
        """Say which there are."""
        super().__init__(
            phrase("there is no form '{name}' of this scenario; there are {names}", name=name, names=", ".join(forms))
            if forms
            else phrase("there is no form '{name}' of this scenario; it has none", name=name)
        )


class NoSuchLanguage(LookupError):
    """There is no translation of this name."""

    def __init__(self, name: str, there: list[str]) -> None:
        """Say which there are."""
        super().__init__(
            phrase("there is no language '{name}'; there are {names}", name=name, names=", ".join(there))
            if there
            else phrase("there is no language '{name}'; nothing is translated yet", name=name)
        )
