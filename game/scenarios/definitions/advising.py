"""What a writer should look at, though it can be played."""

from game.scenarios.findings import Definition

ORPHAN = Definition(
    "W001", "Every node can be come to.", "Nothing leads to the node '{node}'.", "Lead a move to it, or take it out."
)
DEAD_END = Definition(
    "W002",
    "From every node the talks can go on to the floor or the end.",
    "From the node '{node}' no way leads out.",
    "Lead one of its moves to floor.",
)
UNANSWERABLE = Definition(
    "W003",
    "A claim can be answered by the other side.",
    "No move answers the claim '{name}'.",
    "Write a move of the other side that answers it.",
)
UNUSED_CLAIM = Definition(
    "W004",
    "Claims that are declared are made.",
    "No move makes the claim '{name}'.",
    "Let a move make it, or take it out.",
)
WORDLESS = Definition(
    "W005",
    "Each side can put each settlement in words.",
    "No move of {side} puts '{settlement}' in words.",
    "Give a move of this side `reach: {{issue}: {settlement}}`.",
)
LONG_SPEECH = Definition(
    "W006",
    "A speech has at most 60 words.",
    "This speech has {count} words, of at most {limit}.",
    "Cut it, or divide it between two people.",
)
LONG_LABEL = Definition(
    "W007",
    "A label has at most 8 words.",
    "This label has {count} words, of at most {limit}.",
    "Say the thought alone.",
)
LONG_SCENE = Definition(
    "W008", "A scene has at most 12 words.", "This scene has {count} words, of at most {limit}.", "Show one thing."
)
RUNS_AWAY = Definition(
    "W009",
    "Where a side could go on for ever, the node says to whom the turn goes after six moves.",
    "The moves of {side} can run in a circle at '{node}', which yields to nobody.",
    "Write `yields:` with a node of the other side.",
)
FREE_ENTRY = Definition(
    "W010",
    "What is said on entering a topic runs out, or the topic would be offered for ever.",
    "The entry node '{node}' has a move that is repeated freely.",
    "Let it be said once.",
)
RUNS_OUT = Definition(
    "W011",
    "At a node inside a topic there is always a way on: a procedure move that is repeated freely.",
    "The node '{node}' can run out of moves.",
    "Add a procedure move with `repeat: freely`.",
)
UNUSED_PAPER = Definition(
    "W012", "Papers that are declared are cited.", "No move cites the paper '{name}'.", "Cite it, or take it out."
)
UNUSED_SOURCE = Definition(
    "W013", "Sources that are declared are used.", "No line comes from '{name}'.", "Use it, or take it out."
)
SAME_LABEL = Definition(
    "W014",
    "Two labels of a node never read the same.",
    "The label reads as that of '{other}'.",
    "Say what is different about it.",
)
LONG_TERM = Definition(
    "W015",
    "A term is explained in at most 40 words.",
    "This explanation has {count} words, of at most {limit}.",
    "Say what a player needs now.",
)
LONG_CLAIM = Definition(
    "W016", "A claim has at most 8 words.", "This claim has {count} words, of at most {limit}.", "Say what is asserted."
)
UNKNOWN_FILE = Definition(
    "W017",
    "Files stand where the reader looks for them.",
    "Nothing reads the file {name}.",
    "Give it the right name, or take it away.",
)
NO_HOLD = Definition(
    "W018",
    "At every node its side can hold its ground.",
    "At the node '{node}' no assert, rebut, deflect or procedure move is free of conditions.",
    "Write one, or take the condition off one.",
)
LINKS = Definition(
    "W019",
    "There are at most six links between issues, so that a player can remember them.",
    "This is link number {number}.",
    "Leave out the weakest.",
)
UNREPORTED = Definition(
    "W021",
    "Where cables.yaml says that telegrams go home, every move that says something but procedure is reported in them.",
    "The telegram of {sides} has no words for this move.",
    "Write them under `cable`, for each side its own.",
)
TWO_GROUPS = Definition(
    "W024",
    "A word stands in one group of synonyms, so that it means one thing.",
    "'{word}' stands in the group '{group}' already.",
    "Take it out of one of the two.",
)
LONG_BRIEF = Definition(
    "W025",
    "The brief of a form has at most 250 words, so that it is read in the time that a form saves.",
    "The file {name} has {count} words, of at most {limit}.",
    "Say what the side wants, what home allows, and what it must raise.",
)
UNEXPLAINED = Definition(
    "W026",
    "A term under must-explain that is used in a brief or a label has an entry in glossary.yaml.",
    "'{name}' is used in {where}, and nothing explains it.",
    "Explain it in glossary.yaml, or say it in other words.",
)
UNLISTED_TOPIC = Definition(
    "W020",
    "Every file in topics/ is listed under topics in scenario.yaml.",
    "The topic '{name}' is not listed in scenario.yaml.",
    "List it where it should be offered, or take the file away.",
)
ANACHRONISM = Definition(
    "W027",
    "Nothing that is said or shown in a game is later than its evening: scenario.yaml lists such words.",
    "'{name}' could not be said that evening: {why}.",
    "Say it in words of the time, or keep it for the debrief.",
)
SILENT_PERSON = Definition(
    "W028",
    "Everybody under people sits with a side and says something.",
    "'{name}' {what}.",
    "Give this person something to say, or take the name out.",
)
IDLE_METER = Definition(
    "W029",
    "A meter is moved by something that is said or done.",
    "Nothing moves the meter '{name}'.",
    "Write it under `changes` of a move, or take the meter out.",
)
UNUSED_MOOD = Definition(
    "W030",
    "A mood has words of its own for refusing something.",
    "Nothing is refused in the mood '{name}'.",
    "Write it beside plain under a `refuse`, or take the mood out.",
)
UNUSED_TERM = Definition(
    "W031",
    "A term in the glossary is one that somebody reads.",
    "'{name}' is explained, and stands nowhere.",
    "Use it, or take it out.",
)
SAME_WORDS = Definition(
    "W032",
    "Two moves of a node never lead to the same words.",
    "The move '{other}' of this node says the same.",
    "Say what is different, or make one move of the two.",
)
LISTED_TWICE = Definition(
    "W033", "A list names each thing once.", "'{name}' stands in this list already.", "Take one of the two out."
)
UNSPOKEN = Definition(
    "W035",
    "What can be settled in a form is put in words in one of its topics.",
    "In the topics of this form nobody puts a settlement of '{name}' in words.",
    "Name the topic whose moves have it under `reach:`, or take the question out of the form.",
)
GUESSED_WEIGHTS = Definition(
    "W036",
    "The weights that a side guesses for the other sum to 100, as real ones do.",
    "The weights that {side} guesses sum to {sum}.",
    "Change them until they sum to 100.",
)
UNPLAYABLE_GAME = Definition(
    "W037",
    "A recorded game makes moves that there are.",
    "There is no move '{name}'.",
    "Record the game again, or name a move that is there.",
)
NO_COAST = Definition(
    "W038",
    "A map has its coast lines: a name of those that come with the game, or lines of its own.",
    "No coast lines are called '{name}'.",
    "Name one of {known}, or write your own under `coast: |`, as `land Cuba` and its points in the lines below.",
)
STALE_TRANSLATION = Definition(
    "W034",
    "A translation is of a text that stands there now, and keeps its slots.",
    "'{name}' {what}.",
    "Let `strings` write the translation anew, with --language; what fits no more is left out.",
)
