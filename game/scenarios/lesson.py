"""The texts for the papers of a lesson, from a scenario's `handouts` folder, in its words or those of a translation.

Each paragraph is a text for a translator, and has an id of its own, made of its words.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from game import limits
from game.phrases import key_of, phrase
from game.scenarios import debrief_shape, events, languages
from game.scenarios.fit import fit
from game.scenarios.pages import Page, Report
from game.scenarios.strings import Text
from game.speech.gate import clean

FOLDER = "handouts"
"""The folder of a scenario with the texts for its papers."""
_RUBRIC = f"{FOLDER}/rubric.yaml"


class Unfit(ValueError):
    """A text for the papers cannot be used: which, where and why, in one sentence."""


class Criterion(NamedTuple):
    """What an argument is marked by, and what each of the four levels looks like."""

    id: str
    title: str
    asks: str
    levels: tuple[str, ...]


@dataclass(frozen=True)
class Lesson:
    """What the papers of a scenario hold beside the scenario itself."""

    texts: Mapping[str, str]
    """Markdown by name: `agenda`, `people/zorin`."""
    criteria: Sequence[Criterion] = ()
    questions: Sequence[str] = ()
    """To be asked before and after."""
    reflection: Sequence[str] = ()


def lesson(folder: Path, language: str = "") -> Lesson:
    """The texts in a scenario's folder; none, where it has no folder for them. Raises `Unfit`, `NoTranslation`."""
    paths = [path for ending in ("*.md", "rubric.yaml") for path in sorted((folder / FOLDER).rglob(ending))]
    found = lesson_of({path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}, folder)
    if not language:
        return found
    held, words = languages.read(*languages.fetched(folder, language)).entries, words_of(found)
    said = {id_: each.translation for id_, each in held.items() if languages.why_not(id_, each, words) is None}
    return _translated(found, lambda name, text: said.get(_id(name, text), text))


def lesson_of(files: Mapping[str, bytes], folder: Path) -> Lesson:
    """The same from the bytes of files, by their paths in the folder, which is named in what is wrong."""
    texts = {}
    for name, data in files.items():
        if name.startswith(f"{FOLDER}/") and name.endswith(".md"):
            try:
                text = data[: limits.FILE_BYTES].decode("utf-8")
            except UnicodeDecodeError:
                raise Unfit(
                    phrase(
                        "{file} is not UTF-8, so no papers were made; save it as UTF-8 and try again.",
                        file=folder / name,
                    )
                ) from None
            name = name.removeprefix(f"{FOLDER}/").removesuffix(".md")
            texts[name] = clean(text, limits.FILE_BYTES, lines=True)
    return _with_rubric(Lesson(texts), files[_RUBRIC], folder) if _RUBRIC in files else Lesson(texts)


def _with_rubric(found: Lesson, data: bytes, folder: Path) -> Lesson:
    """What arguments are marked by, and the questions before, after and in the end, beside the texts."""
    text, tree, findings = events.read(_RUBRIC, data)
    report = Report(list(findings))
    rubric = fit(Page(_RUBRIC, text, tree), debrief_shape.Rubric, report) if tree is not None else None
    if rubric is None or report.failed:
        first = next((each for each in report.findings if each.severity == "error"), None)
        where = f"{folder / _RUBRIC}:{first.line}: {first.message}" if first else f"{folder / _RUBRIC}."
        raise Unfit(phrase("{where} No papers were made.", where=where))
    criteria = [Criterion(id_, each.title, each.asks, tuple(each.levels)) for id_, each in rubric.criteria.items()]
    return replace(found, criteria=criteria, questions=rubric.before_and_after, reflection=rubric.reflection)


# For translators


def texts(found: Lesson) -> Iterator[Text]:
    """Every paragraph as a translator is given it, each once."""
    given: dict[str, Text] = {}

    def noted(name: str, text: str) -> str:
        note = "" if name == "rubric" else "Markdown: keep the signs around words and at the beginning of lines."
        given.setdefault(_id(name, text), Text(_id(name, text), "", f"{FOLDER}/{name}", note, text))
        return text

    _translated(found, noted)
    yield from given.values()


def words_of(found: Lesson) -> Mapping[str, str]:
    """Every paragraph by its id."""
    return {each.id: each.text for each in texts(found)}


def _translated(found: Lesson, say: Callable[[str, str], str]) -> Lesson:
    """The same with each paragraph as it is said, by the name of its file and what stands there."""

    def all_of(listed: Sequence[str]) -> tuple[str, ...]:
        return tuple(say("rubric", each) for each in listed)

    return Lesson(
        {
            name: "\n\n".join(say(name, each) for each in text.strip().split("\n\n"))
            for name, text in found.texts.items()
        },
        [
            Criterion(each.id, say("rubric", each.title), say("rubric", each.asks), all_of(each.levels))
            for each in found.criteria
        ],
        all_of(found.questions),
        all_of(found.reflection),
    )


def _id(name: str, text: str) -> str:
    return f"{FOLDER}/{name}:{key_of(text)}"
