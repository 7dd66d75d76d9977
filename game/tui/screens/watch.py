"""A recorded game to watch: move by move, forward and back, with what whoever recorded it says of each."""

from typing import ClassVar

from textual.binding import Binding
from textual.content import Content

from game.phrases import noted, phrase
from game.speech.gate import clean
from game.tui.desk import Desk
from game.tui.panes.side import BRIEF, CONFIDENTIAL, ISSUES, PAD
from game.tui.recording import Recording
from game.tui.screens.room import RoomPage, opens
from game.tui.widgets.choices import HeadRow

BEGINNING = noted("Nobody has spoken yet. → goes on, ← goes back.")
COMMENT = 600
"""Characters of a comment."""


class WatchPage(RoomPage):
    """A recorded game. Whose papers lie open beside it is the watcher's choice; at first nobody's."""

    CSS_PATH = RoomPage.CSS_PATH
    HELP_NOTES: ClassVar[tuple[str, ...]] = (
        noted("•\tThe telegram reports this point."),
        noted("◦\tIt was argued in a neighbouring meeting or instruction."),
        noted("·\tA plausible line that no document holds. All wording is ours."),
    )
    BINDINGS = [
        Binding("right,enter,space", "step(1)", "next", key_display="→", id="forward", tooltip="The next move"),
        Binding("left,backspace", "step(-1)", "before", key_display="←", id="backward", tooltip="The move before"),
        Binding("greater_than_sign", "step(10)", "ten on", show=False, id="ten-on", tooltip="Ten moves on"),
        Binding("less_than_sign", "step(-10)", "ten back", show=False, id="ten-back", tooltip="Ten moves back"),
        Binding("o", "eyes", "whose eyes", id="eyes", tooltip="Read the papers of one side, of the other, of none"),
        Binding("q", "leave_room", "leave", id="close-watch", tooltip="Stop watching"),
        # Nobody at this side of the room is one of the two: what lies open is somebody else's.
        opens(ISSUES, "i", noted("issues"), noted("Every question, and where it stands"), show=True),
        opens(BRIEF, "b", noted("brief"), noted("The confidential brief of whoever's eyes you read with"), show=True),
        opens(PAD, "d", noted("pad"), noted("Their telegram home, as it grows"), show=True),
    ]

    def __init__(self, recording: Recording) -> None:
        """Sit down at the side of the room."""
        self.recording = recording
        self.count = 0
        """How many moves were shown."""
        self.eyes: int | None = None
        super().__init__(Desk(recording.at(0), None))

    def on_mount(self) -> None:
        """Begin before the first move."""
        self.set_focus(None)
        self.show_anew()

    def show_anew(self) -> None:
        """Show the talk up to here."""
        self.desk = self._desk()
        self.transcript.put(self.desk.so_far())
        self.show_comment()

    def _desk(self) -> Desk:
        return Desk(self.recording.at(self.count), self.eyes, plain_words=self.plain_words)

    def show_comment(self) -> None:
        """Bring everything beside the talk up to date, and say what is to be said of the move."""
        self.show_table()
        comment = clean(self.recording.comments[self.count - 1], COMMENT) if self.count else phrase(BEGINNING)
        head = [HeadRow(Content.styled(comment, ".scene"), indent=3)] if comment else []
        where = (
            phrase("Move {count} of {moves}", count=self.count, moves=self.recording.moves)
            if self.count
            else self.recording.title
        )
        whose = "" if self.eyes is None else phrase("with {of} eyes", of=self.desk.teller.of(self.eyes))
        self.talk.offer([], says=where, head=head, hint=whose)
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Which keys do something now."""
        if action == "step":
            by = int(str(parameters[0]))
            return self.count < self.recording.moves if by > 0 else self.count > 0
        return super().check_action(action, parameters)

    def may_open(self, pane: str) -> bool:
        """Somebody's own papers lie open only for somebody's eyes."""
        return super().may_open(pane) and (pane not in CONFIDENTIAL or self.eyes is not None)

    def action_step(self, moves: int) -> None:
        """Go forward or back."""
        self._go(min(max(self.count + moves, 0), self.recording.moves))

    def _go(self, count: int) -> None:
        was, self.count = self.count, count
        if count < was:
            self.show_anew()
            return
        self.desk = self._desk()
        for turn in self.desk.session.turns[was:count]:
            self.transcript.add(self.desk.entries(turn))
        self.show_comment()

    def action_first(self) -> None:
        """Go back to the beginning, or to the top of a pane."""
        if self.full:
            super().action_first()
        else:
            self._go(0)

    def action_last(self) -> None:
        """Go to the end, or to the end of a pane."""
        if self.full:
            super().action_last()
        else:
            self._go(self.recording.moves)

    def action_eyes(self) -> None:
        """Read the papers of one side, of the other, of none."""
        self.eyes = {None: 0, 0: 1, 1: None}[self.eyes]
        self.show_anew()

    def action_leave_room(self) -> None:
        """Stop watching."""
        self.dismiss(None)
