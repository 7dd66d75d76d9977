"""The transcript: one widget over any number of entries."""

import pytest
from textual.app import App
from textual.content import Content
from textual.geometry import Offset
from textual.selection import Selection
from textual.widget import Widget

from game.tui.screens.page import Page
from game.tui.themes import defaults
from game.tui.widgets.transcript import NOTE, SCENE, SECRET, SPEECH, TOPIC, Entry, Transcript

TEXT = "The flag of a ship decides who may board her, and the flag of a doctor decides nothing at all."


def speech(number: int) -> Entry:
    return Entry(SPEECH, f"{TEXT} ({number})", ("McCloy", "Kuznetsov")[number % 2], number % 2, "•", "6.00 p.m.")


class Reading(Page[None]):
    def body(self) -> list[Widget]:
        return [Transcript()]


class Room(App[None]):
    CSS_PATH = "../../game/tui/app.tcss"

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return defaults(self.current_theme)

    def get_default_screen(self) -> Reading:
        return Reading()

    def __init__(self) -> None:
        super().__init__()
        self.told: list[int] = []

    def on_transcript_scrolled(self, scrolled: Transcript.Scrolled) -> None:
        self.told.append(scrolled.below)

    @property
    def transcript(self) -> Transcript:
        return self.screen.query_one(Transcript)


def rows(transcript: Transcript) -> list[str]:
    return [transcript.row(number).plain for number in range(transcript.virtual_size.height)]


@pytest.mark.parametrize("width", [60, 63, 64, 80, 120, 200])
async def test_every_word_is_there_and_no_row_is_too_wide(width: int) -> None:
    room = Room()
    async with room.run_test(size=(width, 30)) as pilot:
        room.transcript.put([Entry(TOPIC, "Ships", time="6.00 p.m."), Entry(SCENE, TEXT), speech(0), Entry(NOTE, TEXT)])
        await pilot.pause()
        found = rows(room.transcript)
        said = " ".join(" ".join(row.replace("McCloy", "").replace("6.00 p.m.", "") for row in found).split())
        assert said.count(TEXT) == 3
        assert all(Content(row).cell_length <= width for row in found)


async def test_names_stand_beside_the_words_or_above_them() -> None:
    room = Room()
    async with room.run_test(size=(80, 30)) as pilot:
        room.transcript.put([speech(0)])
        await pilot.pause()
        assert rows(room.transcript)[1].startswith(" McCloy      • The flag")
        await pilot.resize_terminal(60, 30)
        await pilot.pause()
        assert rows(room.transcript)[1] == " McCloy  6.00 p.m."


async def test_the_longest_name_is_not_cut() -> None:
    room = Room()
    async with room.run_test(size=(80, 30)) as pilot:
        room.transcript.names = len("Mendelevich")
        room.transcript.put([Entry(SPEECH, TEXT, "Mendelevich", 1, "•", "12.50 p.m.")])
        await pilot.pause()
        assert rows(room.transcript)[1].startswith(" Mendelevich • The flag")
        assert rows(room.transcript)[2].startswith(" 12.50 p.m.    ")


async def test_somebody_who_goes_on_is_not_named_twice() -> None:
    room = Room()
    async with room.run_test(size=(80, 30)) as pilot:
        room.transcript.put([speech(0), speech(0)])
        await pilot.pause()
        assert "".join(rows(room.transcript)).count("McCloy") == 1


async def test_what_is_secret_has_a_mark_of_its_own() -> None:
    room = Room()
    async with room.run_test(size=(80, 30)) as pilot:
        room.transcript.put([Entry(SECRET, "Allowed: half.")])
        await pilot.pause()
        assert rows(room.transcript)[1].strip() == "! Allowed: half."


async def test_new_words_come_into_sight_at_the_end() -> None:
    room = Room()
    async with room.run_test(size=(80, 24)) as pilot:
        room.transcript.put([speech(number) for number in range(20)])
        await pilot.pause()
        room.transcript.add([speech(20)])
        await pilot.pause()
        assert room.transcript.at_end


async def test_whoever_reads_further_up_is_left_there_and_told() -> None:
    room = Room()
    async with room.run_test(size=(80, 24)) as pilot:
        transcript = room.transcript
        transcript.put([speech(number) for number in range(20)])
        await pilot.pause()
        transcript.by_pages(-1)
        await pilot.pause()
        place = transcript.scroll_offset.y
        transcript.add([speech(20), speech(21)])
        await pilot.pause()
        assert room.told == [2]
        assert transcript.scroll_offset.y == place
        transcript.to_end()
        await pilot.pause()
        assert room.told == [2, 0]


async def test_the_ten_thousandth_entry_costs_no_more_rows_to_draw(monkeypatch: pytest.MonkeyPatch) -> None:
    room = Room()
    async with room.run_test(size=(80, 24)) as pilot:
        transcript = room.transcript
        transcript.put([speech(number) for number in range(10_000)])
        await pilot.pause()
        broken: list[Entry] = []
        usual = transcript._rows
        monkeypatch.setattr(transcript, "_rows", lambda entry, *rest: broken.append(entry) or usual(entry, *rest))
        transcript.add([speech(10_000)])
        await pilot.pause()
        assert len(broken) == 1
        assert transcript.at_end


async def test_what_the_mouse_marks_can_be_copied() -> None:
    room = Room()
    async with room.run_test(size=(80, 24)) as pilot:
        room.transcript.put([speech(0)])
        await pilot.pause()
        text, _ = room.transcript.get_selection(Selection(Offset(15, 1), Offset(23, 1)))
        assert text == "The flag"


async def test_markup_in_what_is_said_is_only_text() -> None:
    room = Room()
    async with room.run_test(size=(80, 24)) as pilot:
        room.transcript.put([Entry(SPEECH, "[bold red]No[/] [link=x]y", "[i]McCloy", 0, "•", "")])
        await pilot.pause()
        assert "[bold red]No[/] [link=x]y" in "".join(rows(room.transcript))


async def test_what_was_found_last_is_told_from_the_rest() -> None:
    room = Room()
    async with room.run_test(size=(80, 30)) as pilot:
        room.transcript.put([Entry(NOTE, "A flag"), Entry(NOTE, "No flag")])
        room.transcript.look_for("flag")
        await pilot.pause()

        def turned_round() -> list[str]:
            found = rows(room.transcript)
            return [
                row
                for number, row in enumerate(found)
                if any("reverse" in str(span.style) for span in room.transcript.row(number).spans)
            ]

        assert [row.strip() for row in turned_round()] == ["— No flag"]
        room.transcript.look_on(-1)
        assert [row.strip() for row in turned_round()] == ["— A flag"]
