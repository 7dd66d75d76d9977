"""What the rules of the table ask."""

from game.scenarios.findings import Definition

WRONG_ENTRY = Definition(
    "E050",
    "The node at which a side enters a topic belongs to that side.",
    "The node '{node}' belongs to the other side.",
    "Name a node with `turn: {side}`.",
)
OWN_YIELD = Definition(
    "E052",
    "After six moves running the turn goes to the other side.",
    "The node '{node}' yields to its own side.",
    "Name a node of the other side, or floor.",
)
WEIGHTS = Definition(
    "E053",
    "The weights of a side sum to 100.",
    "The weights of {side} sum to {sum}.",
    "Change them until they sum to 100.",
)
BRANCHES = Definition(
    "E054",
    "Ways on are tried in order: each has a condition but the last, which has none.",
    "{what}.",
    "Put the way without `when` last, and only there.",
)
CLAIM_OF_BOTH = Definition(
    "E055",
    "A claim belongs to the side whose moves make it.",
    "The claim '{name}' is made by both sides.",
    "Declare a claim for each side.",
)
OWN_ANSWER = Definition(
    "E056",
    "A move answers claims of the other side.",
    "'{name}' is a claim of the same side.",
    "Name a claim of the other side.",
)
FREELY = Definition(
    "E057",
    "Only procedure may be repeated freely; other moves are said once, or once again in worn words.",
    "This {kind} move is to be repeated freely.",
    "Make it a procedure move, or write `again`.",
)
NO_ENTRY = Definition(
    "E058",
    "The opening has an entry for the side that begins, and the closing one for each side.",
    "The topic '{topic}' has no entry for {side}.",
    "Name a node of that side under opens.",
)
CLOSING_CYCLE = Definition(
    "E059",
    "The summing-up goes forward and leads to the end.",
    "The node '{node}' of the summing-up {what}.",
    "Lead it on to a later node, or to end.",
)
METER_BOUNDS = Definition(
    "E060",
    "A meter starts between its bounds, and a word describes it from the lowest value on.",
    "{what}.",
    "Change the bounds, the start or the words.",
)
NO_SOURCE = Definition(
    "E062",
    "Every move that says something has a source and a basis; an invented one may say `source: none`.",
    "This move says something, and has no {needed}.",
    "Write where its substance comes from, or `source: none` with `basis: invented`.",
)
PAPER_NOT_HELD = Definition(
    "E063",
    "A speaker cites papers that the side could hold that evening.",
    "'{name}' is not known to {side}.",
    "Take it out, or add the side under known-to.",
)
NOT_ITS_CLAIM = Definition(
    "E064",
    "A side must raise its own claims.",
    "'{name}' is not a claim that {side} can make.",
    "Name a claim that a move of this side makes.",
)
CLAIM_IN_CLOSING = Definition(
    "E065",
    "Nothing said in the summing-up is a claim, or answers one.",
    "In the summing-up this move {what}.",
    "Take the key out.",
)
GOTO_END = Definition(
    "E066",
    "The end comes after the summing-up.",
    "This leads to the end before anybody has summed up.",
    "Lead it to floor, or to a node of the closing topic.",
)
TOO_MANY_OUTCOMES = Definition(
    "E067",
    "Every outcome can be looked at: there are at most 120,000.",
    "The settlements make {count} outcomes.",
    "Take out an issue or some settlements.",
)
OPEN_SETTLEMENT = Definition(
    "E069",
    "Every issue starts open, and open is described under `open`.",
    "'open' stands among the settlements.",
    "Describe it under `open`, beside settlements.",
)
EXPECTATION = Definition(
    "E070",
    "What is expected of many games is written as in `il28 settled in under 3 % of random games`.",
    "This cannot be expected: {why}.",
    "Write it as in `{example}`.",
)
