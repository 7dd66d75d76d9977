"""Every text of a scenario under its id: `il28/answer.nuclear-capable:1`, `issues/il28:title`."""

from collections.abc import Iterable, Mapping

from game.engine.lines import Line
from game.scenarios import shape, source_shape

Words = dict[str, str]


def lines(
    words: Words, id_: str, speeches: Iterable[Mapping[str, str]], basis: str = "", source: str = ""
) -> tuple[Line, ...]:
    """Lines of speeches, numbered from 1 under an id, their texts put among the words."""
    made = []
    for number, speech in enumerate(speeches, 1):
        line = f"{id_}:{number}"
        ((speaker, words[line]),) = speech.items()
        made.append(Line(line, speaker, basis, source))
    return tuple(made)


def scene(words: Words, id_: str, text: str | None) -> tuple[Line, ...]:
    """The line of a scene, where there is one."""
    if text is None:
        return ()
    words[id_] = text
    return (Line(id_, "", "", ""),)


def put(words: Words, id_: str, **texts: str | None) -> None:
    """Put texts among the words, each under `ID:NAME`; underlines in a name become hyphens."""
    for name, text in texts.items():
        if text is not None:
            words[f"{id_}:{name.replace('_', '-')}"] = text


def by_side(words: Words, id_: str, texts: Mapping[str, str]) -> None:
    """Put a text for each side among the words, under `ID:SIDE`."""
    for side, text in texts.items():
        words[f"{id_}:{side}"] = text


def of_scenario(words: Words, scenario: shape.Scenario) -> None:
    """The words of scenario.yaml that no rule reads."""
    put(
        words,
        "scenario",
        title=scenario.title,
        subtitle=scenario.subtitle,
        place=scenario.place,
        date=scenario.date,
        begins=scenario.begins,
        about=scenario.about,
        opening_scene=scenario.opening_scene,
        end_scene=scenario.end_scene,
    )
    for side, each in scenario.sides.items():
        put(words, f"sides/{side}", title=each.title, short=each.short, of=each.of)
    for person, somebody in scenario.people.items():
        put(words, f"people/{person}", name=somebody.name, short=somebody.short, role=somebody.role)
    for meter, measure in scenario.meters.items():
        put(words, f"meters/{meter}", title=measure.title)
        for value, word in measure.words.items():
            words[f"meters/{meter}:{value}"] = word


def of_synonyms(words: Words, synonyms: shape.Synonyms) -> None:
    """The words by which typed sentences are understood: `synonyms/bombers:1`, `table/accept:synonym:1`."""
    for group, each in synonyms.groups.items():
        for number, word in enumerate(each, 1):
            words[f"synonyms/{group}:{number}"] = word
    for move, each in synonyms.table.items():
        for number, word in enumerate(each, 1):
            words[f"table/{move}:synonym:{number}"] = word


def of_sources(
    words: Words,
    telegram: source_shape.Telegram | None,
    documents: source_shape.Documents | None,
    papers: source_shape.Papers | None,
    glossary: shape.Glossary | None,
) -> None:
    """The words of the sources and the glossary."""
    if telegram:
        head = telegram.telegram
        put(words, "telegram", title=head.title, date=head.date, reference=head.reference)
        for tag, text in telegram.passages.items():
            words[f"passages/{tag}"] = text
    for tag, each in (documents.documents if documents else {}).items():
        put(
            words, f"documents/{tag}", title=each.title, date=each.date, reference=each.reference,
            says=each.says, sure=each.sure,
        )  # fmt: skip
    for id_, paper in (papers.papers if papers else {}).items():
        put(words, f"papers/{id_}", title=paper.title, date=paper.date, says=paper.says)
    for term, text in (glossary.terms if glossary else {}).items():
        words[f"glossary/{term}:term"] = term
        words[f"glossary/{term}"] = text
