"""How a file is written."""

from game.scenarios.findings import Definition

MISSING_FILE = Definition(
    "E001",
    "A scenario has scenario.yaml, issues.yaml, a file for each topic and a brief for each side.",
    "The file {name} is missing.",
    "Write the file, or take its name out.",
)
UNREADABLE_FILE = Definition(
    "E002",
    "Every file of a scenario is an ordinary file that can be read.",
    "This file cannot be read: {why}.",
    "Look at its permissions, and whether it is a file at all.",
)
LIMIT = Definition(
    "E003",
    "Files, texts and keys keep within limits that no written scenario comes near.",
    "{what} has {has}, and at most {limit} are read.",
    "Divide it, or make it shorter.",
)
NOT_UTF8 = Definition(
    "E004",
    "Files are written in UTF-8.",
    "This file is not UTF-8: the byte {byte} means nothing here.",
    "Save it as UTF-8 in your editor.",
)
CONTROL = Definition(
    "E005",
    "A text holds only what can be seen, spaces and the ends of lines.",
    "There is a character here that cannot be seen, {number}.",
    "Take it out.",
)
NOT_YAML = Definition(
    "E006",
    "Files are written in YAML, two spaces for each level.",
    "This is not YAML: {why}.",
    "Compare the indentation and the quotes with the lines around it.",
)
ALIAS = Definition(
    "E007",
    "Nothing in a file stands for something elsewhere: no anchors and no aliases.",
    "'{name}' is {what}, and is not read.",
    "Write the thing itself, or put the text in quotes if it is one.",
)
TAG = Definition(
    "E008",
    "Types come from the shape of a scenario, never from tags.",
    "'{tag}' is a tag, and is not read.",
    "Take it out, or put the text in quotes if it is one.",
)
MERGE = Definition(
    "E009",
    "Mappings are written out: `<<` merges nothing here.",
    "'<<' stands as a key.",
    "Write the keys that you wanted to merge.",
)
DOCUMENT = Definition(
    "E010",
    "A file holds one document without directives.",
    "Here {what}.",
    "Take out the line that begins with % or ---, or make two files.",
)
DUPLICATE_KEY = Definition(
    "E011",
    "A key stands once in a mapping.",
    "The key '{key}' in line {line} stands in line {first} already.",
    "Keep one of the two, or give one another name.",
)
KEY = Definition(
    "E013",
    "Keys are texts.",
    "A list or a mapping stands where a key should.",
    "Put the text in quotes if it begins with a bracket.",
)
EMPTY = Definition(
    "E014", "A file says something.", "There is nothing in this file.", "Write it, or take the file away."
)
NOT_DEGREES = Definition(
    "E017",
    "A place on a map is written in degrees north and degrees west; south and east of Greenwich have a minus.",
    "'{text}' is no place on a map.",
    'Write degrees with a point, as in "23.15" or, for 142 degrees 45 minutes east, "-142.75"; a place is two of them.',
)
NOT_A_COAST = Definition(
    "E018",
    "Coast lines begin with `land`, `coast` or `name` and a name; below stand points in degrees north and west.",
    "'{line}' is no coast line: {why}.",
    "Write `land Cuba` in a line, and points below it as in `21.87 84.95  22.35 84.40`.",
)
NO_TRANSLATION = Definition(
    "E016",
    "A translation is a PO file or a table in CSV, as `strings` writes them.",
    "This is no translation: {why}.",
    "Let `strings` write it anew, with --language, and fill it in.",
)
NO_MAPPING = Definition(
    "E015",
    "A file is a mapping: lines of the form `key: value`.",
    "This file is not a mapping.",
    "Begin each line at the left edge with a key and a colon.",
)
