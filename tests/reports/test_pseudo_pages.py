"""Pages, papers and pictures in the language that nobody speaks: each names it, and nothing is left in English."""

import re
from html import unescape

import pytest

from game.engine.scenario import Scenario
from game.places import data
from tests.pages import GAMES, MEETING, translated, whole, written
from tests.pseudo import plain_words

_NOT_SAID = re.compile(
    r"<style>.*?</style>"
    r"|<code>.*?</code>"  # names of nodes and moves, and so they are in a graph
    r"|(?<=>)[a-z0-9/-]+(?=  |</text>)"
    r"|see-and-count play \S+ back \d",
    re.DOTALL,
)
_ATTRIBUTES = re.compile(r'(?:aria-label|title|alt)="([^"]*)"')


@pytest.fixture(name="pages", scope="module")
def in_arabic(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Every file that was written, by its name, in a language from right to left that has six forms."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SEE_AND_COUNT_HOME", str(home))
        with translated(home, "ar") as folder:
            to = written(home, folder, "ar")
    return {path.relative_to(to).as_posix(): path.read_text("utf-8") for path in sorted(to.rglob("*.*"))}


def shown(page: str) -> str:
    """What a page says to whoever sees or hears it."""
    page = _NOT_SAID.sub(" ", page)
    return unescape(" ".join([*_ATTRIBUTES.findall(page), re.sub(r"<[^>]+>", " ", page)]))


def names(scenario: Scenario) -> set[str]:
    """What is no word of a language: tags of documents, names of sides, games and moves."""
    sources = {text for id_, text in scenario.words.items() if id_.endswith(":source")}
    sources |= {line.source for move in scenario.moves for line in move.lines}
    found = {tag.strip() for source in sources for tag in source.split(";")}
    tags = {id_.partition("/")[2] for id_ in scenario.words if id_.startswith("passages/")}
    found |= tags | {tag.replace(" ", "\N{NO-BREAK SPACE}") for tag in tags}
    return {*found, *(side.id for side in scenario.sides), *GAMES, "Nash", "Kalai-Smorodinsky", "random", "dealmaker"}


def test_no_word_of_ours_is_left_in_english(pages: dict[str, str]) -> None:
    known = names(whole(data("dialogues") / MEETING))
    left = {name: sorted(set(plain_words(shown(page), known)))[:20] for name, page in pages.items()}
    assert {name: words for name, words in left.items() if words} == {}


def test_every_page_says_its_language_and_runs_from_right_to_left(pages: dict[str, str]) -> None:
    for name, page in pages.items():
        said = '<html lang="ar" dir="rtl">' if name.endswith(".html") else 'xml:lang="ar" '
        assert said in page, name
