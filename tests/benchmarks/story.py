"""One small story, told twice: as a scenario of ours and as ink, so that both can be played side by side.

A hub offers twelve topics, six of them once only and six on a condition; each topic has three tones,
which change five numbers. After fifteen rounds, two choices each, it ends in one of three ways.
"""

from collections.abc import Iterator

ROUNDS = 15
TOPICS = 12
CHOICES = 2 * ROUNDS
"""The choices of a game."""
NUMBERS = {"trust": 5, "heat": 0, "price": 100, "info": 0, "rounds": 0}
CONDITIONS = {
    4: "trust >= 4", 5: "heat < 6", 6: "info >= 1", 7: "price < 90", 8: "info >= 2", 9: "trust >= 3 and heat < 8",
}  # fmt: skip
ONCE = {0, 1, 2, 3, 8, 9}
ENDS = {
    "deal": (f"rounds > {ROUNDS} and trust >= 5 and price <= 80", "You shake hands at {price}."),
    "tense": (f"rounds > {ROUNDS} and heat > 6", "Voices are raised; nothing is signed."),
    "walk": (f"rounds > {ROUNDS}", "They walk away politely."),
}
WAITING = "The other side waits. Price stands at {price}, round {rounds}."


def asked(topic: int) -> str:
    """What is seen when a topic is brought up."""
    return f"You bring up topic {topic}. How do you put it?"


def tones(topic: int) -> dict[str, tuple[str, str, dict[str, int]]]:
    """By tone its condition, what is answered, and what it changes."""
    return {
        "calm": ("", f"They answer openly about topic {topic}.", {"trust": topic % 3, "info": 1}),
        "press": (
            "", f"They bristle at topic {topic}; price is now {{price}}.",
            {"heat": 1, "price": -2 - topic % 5, "trust": -1},
        ),
        "back": ("heat > 2", "", {"heat": -1}),
    }  # fmt: skip


def ink() -> str:
    """The story as ink."""
    return "\n".join(_ink()) + "\n"


def _ink() -> Iterator[str]:
    yield from (f"VAR {name} = {value}" for name, value in NUMBERS.items())
    yield "-> hub"
    yield from ("=== hub", "~ rounds += 1")
    yield from (f"{{ {when}: -> {end} }}" for end, (when, _) in ENDS.items())
    yield WAITING
    for topic in range(TOPICS):
        when = f"{{ {CONDITIONS[topic]} }} " if topic in CONDITIONS else ""
        yield f"{'*' if topic in ONCE else '+'} {when}[Raise topic {topic}]"
        yield f"  -> topic_{topic}"
    for topic in range(TOPICS):
        yield from (f"=== topic_{topic}", asked(topic))
        for tone, (when, answer, changes) in tones(topic).items():
            yield f"+ {f'{{ {when} }} ' * bool(when)}[{tone}]"
            yield from (f"  ~ {name} += {by}" for name, by in changes.items())
            yield from [f"  {answer}"] * bool(answer)
            yield "  -> hub"
    for end, (_, text) in ENDS.items():
        yield from (f"=== {end}", text, "-> END")


def scenario() -> dict[str, bytes]:
    """The story as the files of a scenario. It is over at the nodes that are called as its ends."""
    texts = {
        "scenario.yaml": "\n".join(_header()),
        "issues.yaml": _ISSUES,
        "topics/story.yaml": "\n".join(_story()),
        "topics/closing.yaml": "\n".join(_closing()),
        "briefs/us.md": "# We\n",
        "briefs/them.md": "# They\n",
    }
    return {path: text.encode() for path, text in texts.items()}


def _header() -> Iterator[str]:
    yield """
scenario: story
title: A story
subtitle: Twelve topics
place: A room
date: A day
begins: "10:00"
about: Two sides talk.
opening-scene: A room.
end-scene: A room.
sides:
  us: {title: We, short: We, of: our, speaks: ann, people: [ann]}
  them: {title: They, short: They, of: their, speaks: tom, people: [tom]}
people:
  ann: {name: Ann, short: Ann, role: Speaks}
  tom: {name: Tom, short: Tom, role: Speaks}
first: us
opening: story
closing: closing
talk: 600
minutes: {procedure: 1, pass: 1, propose: 1, accept: 1, refuse: 1, recess: 1}
recesses: 0
repeating: {}
refusing: {}
moods: {}
topics: [story, closing]
moves:
  pass: {us: {label: Pass, says: [{ann: Pass.}]}, them: {label: Pass, says: [{tom: Pass.}]}}
  sum-up: {us: {label: Sum up}, them: {label: Sum up}}
  recess: {us: {label: Ask}, them: {label: Ask}}
  propose: {us: {label: Propose, says: [{ann: So.}]}, them: {label: Propose, says: [{tom: So.}]}}
  counter: {us: {says: [{ann: So.}]}, them: {says: [{tom: So.}]}}
  leave: {us: {label: Leave, scene: A pause.}, them: {label: Leave, scene: A pause.}}
  time: {scene: It is late.}
meters:"""
    for name, start in NUMBERS.items():
        yield f"  {name}: {{title: {name}, low: -1000, high: 1000, start: {start + (name == 'rounds')},"
        yield "    words: {-1000: so}}"


_ISSUES = """
issues:
  end:
    title: The end
    question: How does it end?
    short: End
    open: {value: {us: 0, them: 0}, guess: {us: 0, them: 0}, title: open}
    weight: {us: 100, them: 100}
    guess: {us: 100, them: 100}
    settlements:
      well:
        title: Well
        value: {us: 1, them: 1}
        guess: {us: 1, them: 1}
        authority: {us: given, them: given}
        put: {us: [{ann: Well.}], them: [{tom: Well.}]}
        accept: {us: [{ann: "Yes."}], them: [{tom: "Yes."}]}
        refuse: {us: {plain: [{ann: "No."}]}, them: {plain: [{tom: "No."}]}}
        ask: {us: Well?, them: Well?}
        cable: {us: well, them: well}
"""


def _move(name: str, label: str, when: str = "", freely: bool = True) -> Iterator[str]:
    yield f"      {name}:"
    yield from ("        kind: procedure", f"        label: {label}", "        source: none", "        basis: invented")
    if when:
        yield f"        when: {when}"
    if freely:
        yield "        repeat: freely"


def _story() -> Iterator[str]:
    yield "topic: story\ntitle: Story\nopens: {us: hub}\nnodes:\n  hub:\n    turn: us"
    yield f'    scene: "{WAITING}"\n    moves:'
    for topic in range(TOPICS):
        yield from _move(f"topic-{topic}", f"Raise topic {topic}", CONDITIONS.get(topic, ""), topic not in ONCE)
        yield f"        goto: topic-{topic}"
    for topic in range(TOPICS):
        yield f'  topic-{topic}:\n    turn: them\n    scene: "{asked(topic)}"\n    moves:'
        for tone, (when, answer, changes) in tones(topic).items():
            yield from _move(f"{tone}-{topic}", tone, when)
            if answer:
                yield f'        says: [{{tom: "{answer}"}}]'
            changed = ", ".join(f"{name}: {by}" for name, by in (changes | {"rounds": 1}).items() if by)
            yield f"        changes: {{{changed}}}\n        goto:"
            yield from (f"          - {{when: {condition}, to: {end}}}" for end, (condition, _) in ENDS.items())
            yield "          - {to: hub}"
    for end, (_, text) in ENDS.items():
        yield f'  {end}:\n    turn: us\n    scene: "{text}"\n    moves:'
        yield from _move(f"{end}-over", "It is over", freely=False)
        yield "        goto: floor"


def _closing() -> Iterator[str]:
    yield "topic: closing\ntitle: The end\nopens: {us: ours, them: theirs}\nnodes:"
    for node, side in (("ours", "us"), ("theirs", "them")):
        yield f"  {node}:\n    turn: {side}\n    moves:"
        yield from _move(f"{node}-over", "It is over", freely=False)
        yield "        goto: end"
