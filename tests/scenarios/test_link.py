"""Names become numbers and objects: what stands in the small scenario stands in its `Scenario`."""

import pytest

from game.engine.play import start
from game.engine.scenario import END, FLOOR, FLOORS, WRITTEN, Scenario, Written
from game.scenarios.load import load_files
from game.scenarios.rehearse import rehearse
from tests.small_scenario import small_files, small_scenario


@pytest.fixture(scope="module", name="scenario")
def the_small_scenario() -> Scenario:
    return small_scenario()


def move(scenario: Scenario, text: str) -> Written:
    return next(each for each in scenario.moves if each.text == text)


def test_the_small_scenario_has_no_findings() -> None:
    assert load_files(small_files()).findings == ()


def test_sides_people_and_meters_are_in_declared_order(scenario: Scenario) -> None:
    assert [side.id for side in scenario.sides] == ["hill", "vale"]
    assert [(person.id, person.side) for person in scenario.people] == [("anna", 0), ("adam", 0), ("berta", 1)]
    (trust,) = scenario.meters
    assert (trust.low, trust.high, trust.start, trust.words) == (-3, 3, 0, (-3, 0, 2))


def test_nodes_are_numbered_with_the_table_first(scenario: Scenario) -> None:
    assert [node.number for node in scenario.nodes] == list(range(len(scenario.nodes)))
    table = ["table/floor-hill", "table/floor-vale", "table/answer-hill", "table/answer-vale", "table/end"]
    assert [node.id for node in scenario.nodes[:WRITTEN]] == table
    assert scenario.nodes[WRITTEN].id == "opening/greet"
    assert scenario.start == WRITTEN
    assert [scenario.nodes[number].id for number in scenario.closing] == ["closing/first", "closing/second"]


def test_moves_have_one_bit_each_in_declared_order(scenario: Scenario) -> None:
    assert [each.bit for each in scenario.moves] == [1 << number for number in range(len(scenario.moves))]
    assert [each for node in scenario.nodes for each in node.moves] == list(scenario.moves)


def test_only_topics_between_opening_and_closing_are_offered(scenario: Scenario) -> None:
    for side in (0, 1):
        assert [each.text for each in scenario.openings[side]] == ["open well", "open road"]
    hill_enters = [scenario.nodes[each.to].id for each in scenario.openings[0]]
    assert hill_enters == ["well/press", "road/ask"]


def test_a_move_knows_what_it_does(scenario: Scenario) -> None:
    dry, half = move(scenario, "well/press.dry"), move(scenario, "well/demand.half")
    assert [scenario.claims[0].id, scenario.claims[0].side, dry.claims] == ["dry-summer", 0, 1]
    assert (dry.kind, dry.minutes, dry.place, dry.basis, dry.source) == ("assert", 4, 1, "record", "C 2")
    assert dry.again is not None
    assert (dry.again.minutes, dry.again.goto) == (dry.minutes, dry.goto)
    assert [half.minutes, half.place, half.reach.bit_count()] == [5, -1, 2]
    assert move(scenario, "well/denied.rain").answers == dry.claims
    assert move(scenario, "well/answer.no-deed").changes == ((0, -1),)
    assert move(scenario, "well/demand.right").cites == "deed"
    assert move(scenario, "opening/reply.silent").freely


def test_a_way_leads_to_a_node_the_floor_or_the_end(scenario: Scenario) -> None:
    def leads(text: str) -> list[int]:
        return [branch.to for branch in move(scenario, text).goto]

    assert leads("opening/reply.polite") == [FLOOR]
    assert leads("well/demand.wait") == [FLOORS[0]]
    assert scenario.nodes[leads("well/answer.no-deed")[0]].id == "road/speak"
    assert leads("closing/first.sum")[0] == END


def test_a_node_yields_and_knows_what_can_be_answered_there(scenario: Scenario) -> None:
    nodes = {node.id: node for node in scenario.nodes}
    assert nodes["well/denied"].yields == nodes["well/answer"].number
    assert nodes["well/press"].yields == FLOOR
    assert nodes["well/denied"].answerable == 1
    assert nodes["opening/greet"].scene is not None


def test_issues_stand_open_first_and_have_bits_for_the_others(scenario: Scenario) -> None:
    well, road = scenario.issues
    assert [each.id for each in well.settlements] == ["open", "hours", "half"]
    assert [each.bit for each in (*well.settlements, *road.settlements)] == [0, 1, 2, 0, 4, 8]
    assert well.settlements[2].value == (20, 100)
    assert well.settlements[2].guess == (90, 30)


def test_a_mood_without_words_of_its_own_has_the_plain_ones(scenario: Scenario) -> None:
    hours, half = scenario.issues[0].settlements[1:]
    assert [line.id for each in hours.refuse[0] for line in each] == [
        "issues/well.hours:refuse:hill:cold:1",
        "issues/well.hours:refuse:hill:plain:1",
    ]
    assert half.refuse[0][0] == half.refuse[0][1]


def test_only_what_a_capital_might_allow_is_asked_for(scenario: Scenario) -> None:
    assert [each.text for each in scenario.asks[0]] == ["recess well=half"]
    assert scenario.asks[1] == ()
    assert scenario.authority[1, 2] == (True, False)


def test_links_and_what_is_impossible_are_bits_of_settlement_numbers(scenario: Scenario) -> None:
    assert scenario.links[0].combination.when == ((0, 0b110), (1, 0b10))
    assert (scenario.impossible[0].when, scenario.impossible[0].unless) == (((1, 0b100),), ((0, 0b100),))


def test_every_line_has_its_words(scenario: Scenario) -> None:
    lines = [line for each in scenario.moves for line in each.lines]
    lines += [line for pair in scenario.table_lines.values() for each in pair for line in each]
    assert all(scenario.words[line.id] for line in lines)
    expected = {
        "scenario:begins": "15:00",
        "sides/vale:of": "vale",
        "people/adam:role": "Keeps the well",
        "meters/trust:-3": "cold",
        "topics/well:title": "The well",
        "claims/old-right": "The vale has an old right to water",
        "issues/well.half:ask:hill": "May we give them half?",
        "issues/road.open:title": "open",
        "links/1:why": "Whoever comes for water pays on the way.",
        "well/press.dry:label": "The summer will be dry",
        "well/press.dry:again:1": "I said that it would be dry.",
        "well/press.dry:again:cable:hill": "We said so again.",
        "well/demand.right:synonym:1": "our grandmothers",
        "well/denied.move-on:scene": "Berta says nothing.",
        "opening/greet:scene": "They sit down under the lamp.",
        "table/recess:hill:back": "They come back.",
        "table/time:scene": "The bell rings for evening.",
        "briefs/hill": "# The hill\n\nKeep the well.\n",
        "passages/C 3": "The vale named its old right. Nothing was agreed.",
        "documents/Abbey:reference": "Folio 3",
        "papers/deed:says": "It speaks of water.",
        "glossary/toll:term": "toll",
        "glossary/toll": "What is paid to use a road.",
    }
    assert {id_: scenario.words.get(id_) for id_ in expected} == expected


def test_a_choice_of_the_table_has_a_plain_label_where_none_is_written() -> None:
    pass_ = "    hill: {label: Let them speak, says: [{anna: We would hear you.}]}\n"
    words = small_scenario(("scenario.yaml", pass_, "    hill: {says: [{anna: We would hear you.}]}\n")).words
    assert (words["table/pass:hill:label"], words["table/pass:vale:label"]) == ("Give them the floor", "Let them speak")
    text = small_files()["scenario.yaml"].decode()
    moves = text[text.index("moves:\n") :]
    bare = small_scenario(("scenario.yaml", moves, "")).words
    told = [bare[f"table/{kind}:vale:label"] for kind in ("pass", "sum-up", "recess", "propose", "leave")]
    assert all(told)


def test_a_recess_shows_people_going_and_coming_back(scenario: Scenario) -> None:
    went, back = scenario.table_lines["recess"][0]
    assert (scenario.words[went.id], scenario.words[back.id]) == ("The hill people go out.", "They come back.")


def test_without_an_opening_the_talks_begin_on_the_floor() -> None:
    scenario = small_scenario(("scenario.yaml", "opening: opening\n", ""))
    assert start(scenario).node == FLOORS[0]
    assert scenario.openings[0][0].text == "open opening"


@pytest.mark.parametrize("seed", range(40))
def test_any_game_comes_to_an_end(scenario: Scenario, seed: int) -> None:
    assert list(rehearse(scenario, seed))[-1].after.node == END
