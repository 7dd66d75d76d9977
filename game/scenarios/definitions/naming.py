"""What names mean."""

from game.scenarios.findings import Definition

UNKNOWN_NODE = Definition(
    "E012",
    "A goto names a node of its topic, TOPIC/NODE, floor, end or table/floor-SIDE.",
    "There is no node '{name}' in topic {topic}.",
    "Write the node, or name one that is there.",
)
UNKNOWN_SIDE = Definition(
    "E030", "Sides are named as scenario.yaml declares them.", "There is no side '{name}'.", "The sides are {sides}."
)
MISSING_SIDE = Definition(
    "E031",
    "What is said for one side is said for both.",
    "The side '{name}' is missing here.",
    "Write it for both sides.",
)
TWO_SIDES = Definition("E032", "There are two sides.", "Here are {count} sides.", "Declare two.")
UNKNOWN_PERSON = Definition(
    "E033",
    "Who speaks is declared under people, and sits with one side.",
    "There is nobody called '{name}'.",
    "Name a person of the side whose turn it is.",
)
WRONG_PERSON = Definition(
    "E034",
    "A move is spoken by people of its own side.",
    "'{name}' sits with the other side, {side}.",
    "Let a person of the side whose turn it is say it.",
)
UNKNOWN_METER = Definition(
    "E035",
    "Meters are declared in scenario.yaml.",
    "There is no meter '{name}'.",
    "Declare it, or name one that is there.",
)
UNKNOWN_TOPIC = Definition(
    "E036",
    "Topics are listed in scenario.yaml.",
    "There is no topic '{name}'.",
    "List it under topics and write its file, or name one that is there.",
)
UNKNOWN_ISSUE = Definition(
    "E037",
    "Issues are declared in issues.yaml.",
    "There is no issue '{name}'.",
    "Declare it, or name one that is there.",
)
UNKNOWN_SETTLEMENT = Definition(
    "E038",
    "Settlements are declared under their issue.",
    "The issue '{issue}' has no settlement '{name}'.",
    "Declare it, or name one that is there.",
)
UNKNOWN_CLAIM = Definition(
    "E039",
    "Claims are declared under claims in the topic whose moves make them.",
    "There is no claim '{name}'.",
    "Declare it under `claims:` of one topic, or name one that is there.",
)
UNKNOWN_PAPER = Definition(
    "E040",
    "Papers are declared in sources/papers.yaml.",
    "There is no paper '{name}'.",
    "Declare it, or take the key out.",
)
UNKNOWN_SOURCE = Definition(
    "E041",
    "A source is a passage of the telegram or a document, by its tag, several divided by semicolons; or none.",
    "No source has the tag '{name}'.",
    "Write the tag as sources/ has it, or add it there.",
)
CONDITION = Definition(
    "E042",
    "A condition is made of names, comparisons with whole numbers, and, or, not and brackets.",
    "In this condition {why}.",
    "Write it as in `said.obsolete and trust > -3`.",
)
UNKNOWN_CONDITION_NAME = Definition(
    "E043",
    "A condition asks for meters, minutes, left, said., claimed., stands., answered., open., at., reach. or granted.",
    "There is no '{name}' to ask for here.",
    "Compare its spelling with where it is declared; an authority may also be `given` or `never`.",
)
NAMED_TWICE = Definition(
    "E044",
    "A name is given once: to a move in its topic, to a claim in the scenario.",
    "The {what} '{name}' is named already, in {where}.",
    "Give one of the two another name.",
)
RESERVED = Definition(
    "E045",
    "Some names have a meaning of their own.",
    "'{name}' cannot be the name of a {what}.",
    "Choose another name.",
)
OTHER_NAME = Definition(
    "E046",
    "A file says the name by which it is found.",
    "The file says '{name}', and its name says '{expected}'.",
    "Make them the same.",
)
UNKNOWN_MOOD = Definition(
    "E048",
    "Moods are declared in scenario.yaml; plain is always there.",
    "There is no mood '{name}'.",
    "Declare it, or write plain.",
)
UNKNOWN_SLOT = Definition(
    "E049",
    "A blank in cables.yaml has slots only for what is filled in: who speaks, what was proposed, how long it took.",
    "Nothing is filled in for '{name}' here.",
    "Write the sentence without a slot.",
)
