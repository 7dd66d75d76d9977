"""The wall as lines of text, in the language that nobody speaks: no word of our own is left in English."""

import io

from game.classroom.lines import COMMANDS, PlainWall
from game.classroom.wall import Wall
from game.session import HUMAN, Session, Unkept
from tests.fence import fence
from tests.pseudo import in_pseudo, plain_words, speaking_pseudo

TYPED = ["help", "say xyzzy", "mark 3", "mark xyzzy", "time 90", "time xyzzy", "pause", "pause", "more", "flow", "back"]

NAMES = [
    "see-and-count present",
    "see-and-count resume unkept --at",
    "see-and-count resume GAME --at",
    "Kalai-Smorodinsky",
    "Nash",
]
NAMES += ["unkept", "xyzzy", "claim", "human", "ZZ"]
"""What is no word of a language: what is typed, and names."""


def test_nothing_on_the_wall_is_left_in_english() -> None:
    with speaking_pseudo():
        session = Session.begin(in_pseudo(fence()), (HUMAN, HUMAN), seed=0, keep=Unkept())
        wall = Wall(session, lambda game, notes: None, ["claim"])
        typed = [*TYPED, "ZZ", "reveal", "a", *TYPED, "a", "b", "a", *["a"] * 300, "reveal", "quit"]
        out = io.StringIO()
        PlainWall(wall, io.StringIO("".join(f"{line}\n" for line in typed)), out, 60, lambda: 0.0).show()
    assert wall.session.over
    text = out.getvalue().replace("\\", "")
    left = plain_words(text, [*COMMANDS, *NAMES])
    assert sorted(set(left)) == []
