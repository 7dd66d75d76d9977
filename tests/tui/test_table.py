"""The table: choosing, hurrying, proposing, answering, going out, looking things up, going back, leaving."""

from game.session import HUMAN, Session
from game.tui.options import Options
from game.tui.pace import Pace
from game.tui.screens.brief import BriefPage
from game.tui.screens.end import EndPage
from game.tui.screens.help import HelpPage
from game.tui.screens.propose import ProposePage
from game.tui.screens.rewind import RewindPage
from game.tui.screens.sides import SidesPage
from game.tui.screens.table import TablePage
from game.tui.screens.title import TitlePage
from tests.tui.fake import OneBook, app_of, at_the_table, cells, labels, table, until, wish

HILL = (HUMAN, "conceder")
VALE = ("conceder", HUMAN)
TO_THE_FLOOR = ("opening/greet.thanks", "opening/reply.polite", "open well", "well/demand.wait")
"""Both greet, the vale opens the well and waits for an offer: the hill has the floor."""
WITHIN_REACH = (
    "opening/greet.thanks",
    "opening/reply.polite",
    "open well",
    "well/demand.right",
    "well/answer.mean-half",
    "open road",
    "road/ask.toll",
    "road/speak.mend",
)
"""Half the water and a small toll have been put in words: the vale has the floor."""


async def test_from_the_title_to_the_table_by_keys_alone(library: OneBook) -> None:
    app = app_of(library)
    async with app.run_test() as pilot:
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, SidesPage))
        await pilot.press("down", "enter", "1")
        await until(pilot, lambda: isinstance(app.screen, BriefPage))
        assert "Get water." in cells(app)
        await pilot.press("enter")
        page = await table(pilot)
        assert page.session.seats == ("obliging", HUMAN)
        assert page.session.turn == 1


async def test_options_skip_the_questions_that_they_answer(library: OneBook) -> None:
    app = app_of(library, Options(scenario="two-villages", side="vale", against="hardliner", seed=1))
    async with app.run_test() as pilot:
        await until(pilot, lambda: isinstance(app.screen, BriefPage))
        await pilot.press("enter")
        assert (await table(pilot)).session.seats == ("hardliner", HUMAN)


async def test_an_unknown_side_is_one_sentence_under_the_title(library: OneBook) -> None:
    app = app_of(library, Options(scenario="two-villages", side="moon"))
    async with app.run_test() as pilot:
        await until(pilot, lambda: "no side 'moon'" in cells(app))
        assert isinstance(app.screen, TitlePage)


async def test_what_was_chosen_is_said_and_kept(library: OneBook) -> None:
    app = at_the_table(library, HILL)
    async with app.run_test() as pilot:
        page = await table(pilot)
        assert labels(page) == ["Thank them for coming", "Begin at once"]
        await pilot.press("1")
        await table(pilot)
        assert "Thank you for climbing up to us." in cells(app)
        assert library.journal.game(page.session.game).record.rows[0].move == "opening/greet.thanks"


async def test_typing_ahead_says_nothing(library: OneBook) -> None:
    app = at_the_table(library, HILL, pace=Pace(grace=3600, least=0, most=0))
    async with app.run_test() as pilot:
        page = await table(pilot)
        await pilot.press("1", "enter", "2")
        assert page.session.count == 0


async def test_the_other_side_takes_a_moment_and_can_be_hurried(library: OneBook) -> None:
    app = at_the_table(library, HILL, pace=Pace(grace=0, least=3600, most=3600))
    async with app.run_test() as pilot:
        page = await table(pilot)
        await pilot.press("1")
        await until(pilot, lambda: page.waiting)
        await pilot.pause()
        assert "Berta" in page.divider.says
        assert page.choices.items == ()
        assert len(library.journal.game(page.session.game).record.rows) == 2, "its move is kept before it is shown"
        while page.waiting:
            await pilot.press("space")
            await pilot.pause()
        assert page.session.waits


async def test_the_floor_offers_topics_and_then_the_rest(library: OneBook) -> None:
    app = at_the_table(library, HILL, *TO_THE_FLOOR)
    async with app.run_test() as pilot:
        page = await table(pilot)
        assert labels(page) == [
            "The well",
            "The road",
            "Put a proposal…",
            "Ask the elders…",
            "Let them speak",
            "Begin the summing-up",
        ]
        assert list(page.choices.keys) == ["1", "2", "p", "w", "g", "s"]


async def test_nothing_can_be_proposed_before_it_was_put_in_words(library: OneBook) -> None:
    app = at_the_table(library, HILL, *TO_THE_FLOOR)
    async with app.run_test() as pilot:
        page = await table(pilot)
        await pilot.press("p")
        await until(pilot, lambda: isinstance(app.screen, ProposePage))
        await until(pilot, lambda: "Nothing is within reach yet" in cells(app))
        await pilot.press("p", "escape")
        assert (await table(pilot)) is page
        assert page.session.count == len(TO_THE_FLOOR)


async def test_a_package_is_put_together_and_put(library: OneBook) -> None:
    app = at_the_table(library, VALE, *WITHIN_REACH)
    async with app.run_test(size=(120, 40)) as pilot:
        page = await table(pilot)
        await pilot.press("p")
        await until(pilot, lambda: isinstance(app.screen, ProposePage) and app.screen.choices.items)
        builder = app.screen
        assert isinstance(builder, ProposePage)
        assert [item.label for item in builder.choices.items] == [
            "○ Each village has half the water",
            "○ A small toll",
            "Put it to the hill village",
        ]
        await pilot.press("1", "2")
        await pilot.pause()
        text = cells(app)
        assert "▲ 40.0" in text, "half the water alone: 50 x (100 - 20)"
        assert "▲ 5.0" in text, "a small toll alone: 50 x (70 - 60)"
        assert "▲ 2.0" in text, "together they add what the link says"
        assert "▲ 47.0" in text
        await pilot.press("p")
        await until(pilot, lambda: page.session.count > len(WITHIN_REACH))
        assert page.session.turns[len(WITHIN_REACH)].move == "propose well=half road=toll"


async def test_taking_something_out_again_empties_the_package(library: OneBook) -> None:
    app = at_the_table(library, VALE, *WITHIN_REACH)
    async with app.run_test() as pilot:
        await table(pilot)
        await pilot.press("p")
        await until(pilot, lambda: isinstance(app.screen, ProposePage) and app.screen.choices.items)
        builder = app.screen
        assert isinstance(builder, ProposePage)
        await pilot.press("1", "enter")
        assert builder.picked == {}
        await pilot.press("1", "2", "backspace")
        assert builder.picked == {}


async def test_going_beyond_authority_is_warned_of_and_not_forbidden(library: OneBook) -> None:
    moves = (*WITHIN_REACH, "pass")
    app = at_the_table(library, HILL, *moves)
    async with app.run_test(size=(120, 40)) as pilot:
        page = await table(pilot)
        await pilot.press("p")
        await until(pilot, lambda: isinstance(app.screen, ProposePage) and app.screen.choices.items)
        await pilot.press("1")
        await until(pilot, lambda: "only after asking" in cells(app))
        assert "Your capital has not allowed this." in cells(app)
        await pilot.press("p")
        await until(pilot, lambda: page.session.count > len(moves))
        assert page.session.turns[len(moves)].move == "propose well=half"


async def test_a_proposal_is_answered_yes(library: OneBook) -> None:
    app = at_the_table(library, HILL, *WITHIN_REACH, "propose road=toll")
    async with app.run_test(size=(120, 40)) as pilot:
        page = await table(pilot)
        assert labels(page)[:2] == ["Accept the package as it stands", "Refuse: the hardest part is “Road”"]
        await pilot.press("1")
        await table(pilot)
        assert page.session.view(None).table == (0, 1)
        assert "A small toll" in cells(app)


async def test_a_proposal_is_refused_naming_the_hardest_part(library: OneBook) -> None:
    app = at_the_table(library, HILL, *WITHIN_REACH, "propose well=half road=toll")
    async with app.run_test(size=(120, 40)) as pilot:
        page = await table(pilot)
        await pilot.press("2")
        await table(pilot)
        assert "Half is too much." in cells(app)
        assert page.session.view(None).table == (0, 0)


async def test_a_proposal_is_countered_from_what_is_on_the_table(library: OneBook) -> None:
    app = at_the_table(library, HILL, *WITHIN_REACH, "propose well=half road=toll")
    async with app.run_test(size=(120, 40)) as pilot:
        page = await table(pilot)
        assert labels(page)[-1] == "Make a counter-proposal…"
        await pilot.press("p")
        await until(pilot, lambda: isinstance(app.screen, ProposePage) and app.screen.choices.items)
        builder = app.screen
        assert isinstance(builder, ProposePage)
        assert builder.parts == ((0, 2), (1, 1))
        await until(pilot, lambda: "on the table already" in cells(app))
        await pilot.press("1", "p")
        await until(pilot, lambda: page.session.count > len(WITHIN_REACH) + 1)
        assert page.session.turns[len(WITHIN_REACH) + 1].move == "propose road=toll"


async def test_a_recess_is_chosen_from_a_list_of_its_own(library: OneBook) -> None:
    app = at_the_table(library, HILL, *WITHIN_REACH, "pass")
    async with app.run_test(size=(120, 40)) as pilot:
        page = await table(pilot)
        await pilot.press("w")
        await until(pilot, lambda: page.asking)
        assert labels(page) == ["Well: Each village has half the water", "Stay in the room"]
        await pilot.press("escape")
        await pilot.pause()
        assert not page.asking
        await pilot.press("w", "1")
        await table(pilot)
        assert "The hill people go out." in cells(app)
        assert "llowed" in cells(app), "only this side reads what its elders said"


async def test_the_brief_is_one_key_away(library: OneBook) -> None:
    app = at_the_table(library, HILL)
    async with app.run_test() as pilot:
        await table(pilot)
        await pilot.press("b")
        await until(pilot, lambda: "Keep the well." in cells(app))
        assert "Get water." not in cells(app)
        await pilot.press("escape")
        assert isinstance(app.screen, TablePage)


async def test_in_an_ordinary_game_no_key_shows_the_other_brief(library: OneBook) -> None:
    app = at_the_table(library, HILL)
    async with app.run_test() as pilot:
        page = await table(pilot)
        await pilot.press("b", "o")
        await until(pilot, lambda: "Keep the well." in cells(app))
        assert "Get water." not in cells(app)
        assert not any(each.binding.id == "turn-brief" and each.enabled for each in page.active_bindings.values())


async def test_in_a_game_played_knowing_the_brief_is_turned_over_and_back(library: OneBook) -> None:
    played = library.begin(library.scenario.id, HILL, 1)
    app = app_of(library, Options(game=played.rewind(0, knowing=True).game))
    async with app.run_test() as pilot:
        await table(pilot)
        await pilot.press("b")
        await until(pilot, lambda: "Keep the well." in cells(app))
        await pilot.press("o")
        await until(pilot, lambda: "Get water." in cells(app))
        assert "Keep the well." not in cells(app)
        await pilot.press("o")
        await until(pilot, lambda: "Keep the well." in cells(app))
        assert "Get water." not in cells(app)


async def test_only_passages_cited_so_far_can_be_read(library: OneBook) -> None:
    app = at_the_table(library, HILL, "opening/greet.thanks", "opening/reply.polite", "open well", "well/demand.wait")
    async with app.run_test() as pilot:
        await table(pilot)
        await pilot.press("t")
        await until(pilot, lambda: "The two villages met" in cells(app))
        assert "Nothing was agreed" not in cells(app)


async def test_the_questions_show_what_each_settlement_is_worth(library: OneBook) -> None:
    app = at_the_table(library, VALE, *WITHIN_REACH)
    async with app.run_test(size=(120, 40)) as pilot:
        await table(pilot)
        await pilot.press("i")
        await until(pilot, lambda: "The road is free" in cells(app))
        text = cells(app)
        assert "never today" in text


async def test_help_names_the_keys_that_work_and_no_other(library: OneBook) -> None:
    app = at_the_table(library, HILL)
    async with app.run_test(size=(120, 40)) as pilot:
        page = await table(pilot)
        works = {active.binding.action for active in page.active_bindings.values() if active.enabled}
        assert "propose" not in works
        await pilot.press("f1")
        await until(pilot, lambda: isinstance(app.screen, HelpPage))
        text = cells(app)
        assert "Your confidential brief" in text
        assert "Put a proposal together" not in text
        await pilot.press("question_mark")
        assert app.screen is page


async def test_going_back_makes_a_game_of_its_own(library: OneBook) -> None:
    app = at_the_table(library, HILL, *TO_THE_FLOOR)
    async with app.run_test(size=(120, 40)) as pilot:
        page = await table(pilot)
        kept = page.session.game
        await pilot.press("r")
        await until(pilot, lambda: isinstance(app.screen, RewindPage))
        assert "Anna: Thank you for climbing up to us." in cells(app)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, TablePage) and app.screen is not page)
        again = await table(pilot)
        assert again.session.count == 0
        assert labels(again)[0] == "Thank them for coming"
        assert len(library.journal.game(kept).record.rows) == len(TO_THE_FLOOR)
        assert f"{kept} is kept" in cells(app)
        assert again.session.game in app.told_on_leaving


async def test_leaving_loses_nothing_and_does_not_ask(library: OneBook) -> None:
    app = at_the_table(library, HILL)
    async with app.run_test() as pilot:
        page = await table(pilot)
        await pilot.press("1")
        await table(pilot)
        game, count = page.session.game, page.session.count
        await pilot.press("q")
    assert app.return_code == 0
    assert game in app.told_on_leaving
    again = app_of(library, Options(game=game))
    async with again.run_test() as pilot:
        page = await table(pilot)
        assert (page.session.game, page.session.count) == (game, count)
        assert "Thank you for climbing up to us." in cells(again)


async def test_a_kept_game_is_resumed_from_the_title(library: OneBook) -> None:
    session = library.begin("two-villages", HILL, 1)
    session.play("opening/greet.thanks")
    app = app_of(library)
    async with app.run_test() as pilot:
        await until(pilot, lambda: "One game waits for you." in cells(app))
        await wish(pilot, "resume")
        await until(pilot, lambda: session.game in cells(app))
        await pilot.press("enter")
        assert (await table(pilot)).session.game == session.game


async def test_a_game_that_is_not_kept_is_one_sentence(library: OneBook) -> None:
    app = app_of(library, Options(game="nosuch"))
    async with app.run_test() as pilot:
        await until(pilot, lambda: "No game 'nosuch' is kept" in cells(app))


async def test_a_game_ends_with_result_medals_and_the_whole_telegram(library: OneBook) -> None:
    app = at_the_table(library, HILL, *TO_THE_FLOOR, "sum-up")
    async with app.run_test(size=(120, 40)) as pilot:
        page = await table(pilot)
        while not page.session.over:
            await pilot.press("1")
            await table(pilot)
        assert "The talks are over" in cells(app)
        await pilot.press("1")
        await until(pilot, lambda: isinstance(app.screen, EndPage))
        text = cells(app)
        assert all(medal in text for medal in ("Interest", "Agreement", "Instructions", "Credit", "Argument"))
        assert "Nothing was agreed" in text
        await pilot.press("t")
        await until(pilot, lambda: "The vale named its old right." in cells(app))
        await pilot.press("escape", "escape")
        assert isinstance(app.screen, TitlePage)


async def test_a_finished_game_opens_at_its_end(library: OneBook) -> None:
    session = library.begin("two-villages", (HUMAN, HUMAN), 1)
    for move in (*TO_THE_FLOOR, "sum-up", "closing/first.sum", "closing/second.say"):
        session.play(move)
    assert session.over
    app = app_of(library, Options(game=session.game))
    async with app.run_test() as pilot:
        await until(pilot, lambda: isinstance(app.screen, EndPage))


async def test_a_whole_game_by_the_first_key_from_either_side(library: OneBook) -> None:
    for seats in (HILL, VALE):
        app = at_the_table(library, seats)
        async with app.run_test() as pilot:
            page = await table(pilot)
            for _ in range(200):
                if page.session.over:
                    break
                await pilot.press("s" if "s" in page.choices.keys and page.session.count > 12 else "1")
                page = await table(pilot)
            assert page.session.over
            assert Session.resume(page.session.game, library.journal).over
