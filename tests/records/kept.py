"""Records made up for tests of keeping: their moves need no scenario."""

from hypothesis import strategies as st

from game.records.faults import RecordError
from game.records.record import FORMAT, HUMAN, Header, Record, Row
from game.speech.gate import clean

FILES = {"scenario.yaml": b"scenario: made-up\n", "topics/il28.yaml": "title: É\n".encode() * 400}


def header(seed: int = 7) -> Header:
    """What a made-up game was begun with."""
    return Header(FORMAT, "made-up", "a" * 64, "b" * 64, "en", seed, (HUMAN, "hardliner"), begun="2026-11-23T18:00:00Z")


def row(sequence: int, typed: str = "") -> Row:
    """A made-up move."""
    return Row(sequence, sequence % 2, f"il28/answer.move-{sequence}", typed, "answers obsolete", f"{sequence:064x}")


def rows(count: int) -> tuple[Row, ...]:
    """So many made-up moves."""
    return tuple(row(sequence, f"typed {sequence}") for sequence in range(1, count + 1))


def one_sentence(fault: RecordError) -> None:
    """What happened, what was kept, what to do; fit for a terminal."""
    text = str(fault)
    assert text.isprintable()
    assert text.endswith(".")
    assert fault.what and fault.kept and fault.remedy
    assert text == f"{fault.what}; {fault.kept}; {fault.remedy}."


texts = st.text(st.characters(exclude_categories=()), max_size=60).map(clean)
"""Texts as the gate lets them through, whatever was typed."""

numbers = st.integers(-(2**63), 2**64)


@st.composite
def records(draw: st.DrawFn) -> Record:
    """Any record with any words in it."""
    begun = Header(
        FORMAT,
        draw(texts.filter(str.strip)),
        draw(texts),
        draw(texts),
        draw(texts.filter(bool)),
        draw(numbers),
        (draw(texts), draw(texts)),
        begun=draw(texts),
        knowing=draw(st.booleans()),
    )
    if parent := draw(texts):
        begun = begun._replace(parent=parent, at=draw(st.integers(0, 400)))
    count = draw(st.integers(0, 5))
    made = tuple(
        Row(
            number,
            draw(st.integers(-1, 1)),
            draw(texts.filter(str.strip)),
            draw(texts),
            draw(texts),
            draw(texts),
            draw(st.text(max_size=60).map(lambda text: clean(text, lines=True))),
        )
        for number in range(1, count + 1)
    )
    return Record(begun, made, draw(texts))
