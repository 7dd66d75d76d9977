"""Conditions: what writers may ask, and how a wrong question is refused."""

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from game.engine.conditions import (
    DEPTH_LIMIT,
    LENGTH_LIMIT,
    Asks,
    Bits,
    Condition,
    ConditionError,
    Count,
    Names,
    Test,
    condition,
)
from game.engine.issues import OPEN
from game.engine.state import Deals, State

DEALS = Deals(0, (OPEN,), (), (0, 0), (0, 0), (), 0, (), (0, 0))
STATE = State(5, 40, 10, 0, 0, 0, 0b01, 0, 0, 0, 0, 0, (2,), DEALS)

NAMES = Names(
    flags={
        "said.nuclear-capable": Asks(lambda state: bool(state.said & 1), "said & 1"),
        "said.in": Asks(lambda state: bool(state.said & 2), "said & 2"),
        "open.il28": Asks(lambda state: state.deals.table[0] == OPEN, f"deals[1][0] == {OPEN}"),
    },
    numbers={
        "trust": Count(lambda state: state.meters[0], "meters[0]"),
        "minutes": Count(lambda state: state.minutes, "minutes"),
    },
)


def read(text: str) -> Condition:
    return condition(text, NAMES)


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("said.nuclear-capable", True),
        ("said.in", False),
        ("not said.in", True),
        ("said.nuclear-capable and trust > -3", True),
        ("said.in or trust == 2", True),
        ("not (open.il28 or said.in)", False),
        ("trust >= 2 and trust <= 2 and trust != 3 and minutes < 41", True),
        ("said.in or said.in or open.il28", True),
        ("trust < -1", False),
        ("not not said.nuclear-capable", True),
        ("not trust > 3", True),
        ("said.nuclear-capable or said.in and said.in", True),
        ("(said.nuclear-capable or said.in) and said.in", False),
        ("((trust>-3)and(trust!=-2))", True),
    ],
)
def test_a_condition_means_what_it_says(text: str, holds: bool) -> None:
    assert read(text).test(STATE) is holds


def test_a_condition_tells_which_names_it_reads() -> None:
    assert read("said.in or not (trust > 1)").reads == {"said.in", "trust"}


@pytest.mark.parametrize(
    ("text", "why", "column"),
    [
        ("said.nuclear-cable", "there is no 'said.nuclear-cable' to ask for", 0),
        ("open.il28 and trsut > 2", "there is no 'trsut' to ask for", 14),
        ("trust", "'trust' is a number: compare it, as in 'trust > 0'", 0),
        ("open.il28 > 2", "'open.il28' is either so or not: it cannot be compared", 0),
        ("trust > minutes", "a name is compared with a whole number", 8),
        ("trust > 1.5", "a name is compared with a whole number", 8),
        ("trust in 3", "only names, comparisons", 6),
        ("1 < trust", "only names, comparisons", 0),
        ("-3 < trust < 3", "only names, comparisons", 0),
        ("trust + 1 > 3", "only names, comparisons", 6),
        ("open.il28(1)", "only names, comparisons", 9),
        ("__import__('os')", "only names, comparisons", 10),
        ("lambda: 1", "only names, comparisons", 6),
        ("Trust > 1", "there is no 'Trust'", 0),
        ("trüst > 1", "a condition is written in plain letters", 2),
        ("trust >", "a name is compared with a whole number", 7),
        ("", "something is missing at the end", 0),
        ("not", "something is missing at the end", 3),
        ("said.in and", "something is missing at the end", 11),
        ("(said.in or open.il28", "something is missing at the end", 21),
        ("said.in open.il28", "only names, comparisons", 8),
        ("said.in)", "only names, comparisons", 7),
        ("said.in or and open.il28", "only names, comparisons", 11),
        ("trust = 3", "only names, comparisons", 6),
        ("trust > 03", "a name is compared with a whole number", 8),
        ("(" * 9 + "said.in" + ")" * 9, f"brackets stand at most {DEPTH_LIMIT} deep", 8),
        ("not " * 200 + "said.in", f"a condition has at most {LENGTH_LIMIT} characters", 0),
    ],
)
def test_anything_else_is_refused_with_its_place(text: str, why: str, column: int) -> None:
    with pytest.raises(ConditionError) as fault:
        read(text)
    assert fault.value.why.startswith(why)
    assert fault.value.column == column


@given(st.text(max_size=60))
def test_no_text_at_all_does_worse_than_be_refused(text: str) -> None:
    try:
        assert isinstance(read(text).test(STATE), bool)
    except ConditionError as refused:
        found = refused
    else:
        return
    assert 0 <= found.column <= max(len(text), 1)


def said(mask: int, want: int, equal: bool) -> Test:
    return lambda state: (state.said & mask == want) is equal


def made(mask: int, want: int, equal: bool) -> Test:
    return lambda state: (state.made & mask == want) is equal


SETS = {"said": said, "made": made}
BITS = Names(
    flags={f"{set_[0]}.{n}": Bits(of, set_, 1 << n, 1 << n) for set_, of in SETS.items() for n in range(3)}
    | {"odd": Asks(lambda state: state.minutes % 2 == 1, "minutes % 2 == 1")},
    numbers={},
)
QUESTIONS = st.recursive(
    st.sampled_from(sorted(BITS.flags)),
    lambda inner: st.one_of(
        inner.map("not {}".format),
        st.tuples(inner, inner).map(lambda pair: "({} and {})".format(*pair)),
        st.lists(inner, min_size=2, max_size=4).map(lambda each: f"({' or '.join(each)})"),
    ),
    max_leaves=8,
)


@given(QUESTIONS, st.integers(0, 7), st.integers(0, 7), st.integers(0, 1))
def test_bits_asked_together_answer_as_each_would_alone(text: str, said: int, made: int, minutes: int) -> None:
    state = STATE._replace(said=said, made=made, minutes=minutes)
    plain = re.sub(r"([sm])\.(\d)", r"(\1 >> \2 & 1)", text)
    assume(len(text) <= LENGTH_LIMIT and text.count("(") <= DEPTH_LIMIT)
    asked = condition(text, BITS)
    answer = bool(eval(plain, {"s": said, "m": made, "odd": minutes}))
    assert asked.test(state) == answer
    assert eval(asked.code, state._asdict()) == answer
