"""Which keys and types a file has."""

from game.scenarios.findings import Definition

UNKNOWN_KEY = Definition(
    "E020",
    "Only the keys of the format stand in a file.",
    "There is no key '{name}' here.",
    "Take it out; these can stand here: {known}.",
)
MISSING_KEY = Definition("E021", "What a thing needs is written.", "'{name}' is missing in {where}.", "Write it.")
WRONG_KIND = Definition(
    "E022",
    "Texts, lists and mappings stand where the format has them.",
    "This should be {kind}.",
    "Write it as dialogues/README.md shows this key.",
)
NOT_WHOLE = Definition(
    "E023",
    "Numbers are whole and written in digits.",
    "'{text}' is not a whole number.",
    "Write it in digits, as 12 or -3.",
)
OUT_OF_RANGE = Definition(
    "E024", "Numbers keep within their bounds.", "{number} is {why}.", "Write a number within the bounds."
)
NOT_A_NAME = Definition(
    "E025",
    "Names are 1 to 64 small letters, digits and hyphens, and begin with a letter or a digit.",
    "'{text}' cannot be a name.",
    "Write it in small letters, digits and hyphens.",
)
NOT_ONE_OF = Definition(
    "E026", "Some words are chosen from a list.", "'{text}' cannot stand here.", "Write one of {choices}."
)
WRONG_NUMBER = Definition(
    "E029",
    "Some lists have so many items and no other number.",
    "Here are {count} {what}, and there should be {number}.",
    "Add what is missing, or take out what is too much.",
)
NO_TEXT = Definition("E027", "A text says something.", "The text is empty.", "Write it, or take the key out.")
NOT_A_CLOCK = Definition(
    "E028",
    "The clock is written in quotes as hours and minutes.",
    "'{text}' is not a time of day.",
    'Write it as "18:00".',
)
