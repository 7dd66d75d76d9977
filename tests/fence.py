"""A small complete scenario for tests: two neighbours, a fence, and who is to pay.

`files()` gives it as the files that a writer would write; pass other texts to change or add some.
"""

from functools import cache

from game.engine.scenario import Scenario
from game.scenarios.load import load_files

SCENARIO = """
scenario: fence
title: The fence
subtitle: Two neighbours and a line on a map.
place: At the gate
date: A Monday
begins: "18:00"
about: Two neighbours meet at the gate.
opening-scene: A gate between two gardens.
end-scene: The gate is shut.
sides:
  north: {title: The northern garden, short: North, of: Northern, speaks: nora, people: [nora, nils]}
  south: {title: The southern garden, short: South, of: Southern, speaks: sven, people: [sven]}
people:
  nora: {name: Nora North, short: Nora, role: Owner}
  nils: {name: Nils North, short: Nils, role: Her brother}
  sven: {name: Sven South, short: Sven, role: Owner}
meters:
  trust: {title: Trust, low: -2, high: 2, start: 0, words: {-2: cold, 0: correct, 1: warm}}
first: north
closing: closing
talk: 100
minutes:
  {assert: 4, rebut: 4, press: 4, ask: 4, deflect: 4, warn: 4, praise: 2, procedure: 2, pass: 2, offer: 6, concede: 6,
   propose: 8, accept: 4, refuse: 4, recess: 25}
recesses: 1
repeating: {trust: -1}
refusing: {trust: -1}
moods: {cold: trust < 0}
topics: [line, money, closing]
must-raise: {north: [old-map], south: [cows]}
moves:
  pass:
    north: {label: Pass, says: [{nora: I have nothing to add just now.}]}
    south: {label: Pass, says: [{sven: Nothing more from me at present.}]}
  sum-up:
    north: {label: Sum up}
    south: {label: Sum up}
  recess:
    north: {label: Ask at home, scene: Nora goes in., back: Nora comes out again.}
    south: {label: Ask at home, scene: Sven goes in., back: Sven comes out again.}
  propose:
    north: {label: Propose, says: [{nora: Let me put something to you as a whole.}]}
    south: {label: Propose, says: [{sven: Here is what I propose to you.}]}
  counter:
    north: {says: [{nora: Not so; but perhaps like this.}]}
    south: {says: [{sven: Rather like this.}]}
  leave:
    north: {label: Let it lie, scene: Nora looks at the hedge.}
    south: {label: Let it lie, scene: Sven looks at the hedge.}
  time: {scene: It grows dark.}
"""


def _words(issue: str, settlement: str) -> str:
    said = f"{settlement} {issue}"
    return f"""
        put: {{north: [{{nora: We put {said}.}}], south: [{{sven: I put {said}.}}]}}
        accept: {{north: [{{nora: Yes to {said}.}}], south: [{{sven: I agree to {said}.}}]}}
        refuse:
          north: {{plain: [{{nora: Not {said}.}}], cold: [{{nora: Certainly not {said}.}}]}}
          south: {{plain: [{{sven: No {said} for me.}}], cold: [{{sven: Never {said} for me.}}]}}
        ask: {{north: May we have {said}?, south: May I have {said}?}}
        cable: {{north: {said} by Nora, south: {said} by Sven}}"""


ISSUES = f"""
issues:
  fence:
    title: The fence
    question: What stands on the line?
    short: Fence
    open: {{value: {{north: 40, south: 50}}, guess: {{north: 50, south: 40}}, title: open}}
    weight: {{north: 60, south: 40}}
    guess: {{north: 50, south: 50}}
    settlements:
      hedge:
        title: A hedge
        value: {{north: 70, south: 60}}
        guess: {{north: 70, south: 60}}
        authority: {{north: given, south: given}}{_words("fence", "hedge")}
      wall:
        title: A wall
        value: {{north: 100, south: 10}}
        guess: {{north: 10, south: 90}}
        authority: {{north: given, south: never}}{_words("fence", "wall")}
      ditch:
        title: A ditch
        value: {{north: 50, south: 90}}
        guess: {{north: 80, south: 60}}
        authority: {{north: claimed.old-map, south: given}}{_words("fence", "ditch")}
  cost:
    title: The cost
    question: Who pays?
    short: Cost
    open: {{value: {{north: 50, south: 50}}, guess: {{north: 50, south: 50}}, title: open}}
    weight: {{north: 40, south: 60}}
    guess: {{north: 50, south: 50}}
    settlements:
      shared:
        title: Both pay half
        value: {{north: 60, south: 60}}
        guess: {{north: 60, south: 60}}
        authority: {{north: given, south: given}}{_words("cost", "shared")}
      north-pays:
        title: The north pays
        value: {{north: 10, south: 100}}
        guess: {{north: 90, south: 20}}
        authority: {{north: given, south: given}}{_words("cost", "north-pays")}
links:
  - when: {{fence: [wall], cost: [north-pays]}}
    value: {{north: 5, south: 5}}
    why: Whoever wants a wall may pay for it.
impossible:
  - when: {{fence: [ditch], cost: [north-pays]}}
    why: Nobody pays for his neighbour's ditch.
"""

LINE = """
topic: line
title: The line on the map
argues: fence
opens: {north: map, south: cattle}
claims:
  old-map: The old map shows the line
  cows: Cows do not read maps
  walls-hold: Walls hold cows
nodes:
  map:
    turn: north
    scene: Nora unfolds a map.
    moves:
      old-map:
        kind: assert
        label: The map shows the line
        says: [{nora: This map has shown the line here for a hundred years.}]
        source: none
        basis: invented
        claims: old-map
        cable: {north: Map shown., south: She showed a map.}
        again:
          says: [{nora: "The map again, if you please."}]
        goto: answer
      wall:
        kind: offer
        label: A wall would end it
        says: [{nils: A wall would end all this talk.}]
        source: none
        basis: invented
        reach: {fence: [wall, hedge, ditch]}
        goto: answer
      walls:
        kind: assert
        label: Walls hold cows
        says: [{nora: Walls have held cows since there were either.}]
        source: none
        basis: invented
        claims: walls-hold
        answers: cows
        goto: map
  cattle:
    turn: south
    yields: reply
    moves:
      cows:
        kind: assert
        label: Cows do not read maps
        says: [{sven: "My cows do not read maps, Nora, and they never will."}]
        source: none
        basis: invented
        claims: cows
        changes: {trust: -1}
        goto: cattle
      hedge:
        kind: offer
        label: A hedge then
        says: [{sven: "A hedge, or a ditch, or a wall for all I care."}]
        source: none
        basis: invented
        reach: {fence: [hedge, ditch, wall]}
        goto: reply
      weather:
        kind: procedure
        label: Speak of the weather
        says: [{sven: It will rain before we are done.}]
        source: none
        basis: invented
        goto: reply
  answer:
    turn: south
    moves:
      torn:
        kind: rebut
        label: The map is torn there
        says: [{sven: Just there it is torn.}]
        source: none
        basis: invented
        answers: old-map
        goto:
          - when: trust < 0
            to: floor
          - to: reply
      shrug:
        kind: deflect
        label: Shrug
        says: [{sven: Maps.}]
        source: none
        basis: invented
        goto: reply
      wait:
        kind: procedure
        label: Say nothing
        scene: Sven says nothing.
        repeat: freely
        goto: reply
  reply:
    turn: north
    moves:
      cows-can:
        kind: rebut
        label: Cows can be taught
        when: claimed.cows
        says: [{nora: "Cows can be taught, with a wall."}]
        source: none
        basis: invented
        answers: cows
        goto: floor
      nod:
        kind: procedure
        label: Nod
        scene: Nora nods.
        repeat: freely
        goto: floor
"""

MONEY = """
topic: money
title: The money
argues: cost
opens: {north: purse, south: bill}
nodes:
  purse:
    turn: north
    moves:
      half:
        kind: offer
        label: Half each
        says: [{nora: "Half each, or all of it mine."}]
        source: none
        basis: invented
        reach: {cost: [shared, north-pays]}
        goto: floor
      poor:
        kind: deflect
        label: The roof comes first
        says: [{nora: The roof comes first this year.}]
        source: none
        basis: invented
        goto: floor
  bill:
    turn: south
    moves:
      half-each:
        kind: ask
        label: Half each?
        says: [{sven: "Half each, or is it all yours?"}]
        source: none
        basis: invented
        reach: {cost: [shared, north-pays]}
        goto: floor
      later:
        kind: deflect
        label: Money later
        says: [{sven: Money can wait until spring.}]
        source: none
        basis: invented
        changes: {trust: 1}
        goto: floor
"""

CLOSING = """
topic: closing
title: The summing-up
opens: {north: north-first, south: south-first}
nodes:
  north-first:
    turn: north
    moves:
      north-first: {kind: procedure, label: Good evening, says: [{nora: "Good evening, then."}], source: none,
        basis: invented, goto: south-last}
  south-last:
    turn: south
    moves:
      south-last: {kind: procedure, label: Good night, says: [{sven: "Good night, Nora."}], source: none,
        basis: invented, goto: end}
  south-first:
    turn: south
    moves:
      south-first: {kind: procedure, label: Good evening, says: [{sven: A good evening to you.}], source: none,
        basis: invented, goto: north-last}
  north-last:
    turn: north
    moves:
      north-last: {kind: procedure, label: Good night, says: [{nora: "And a good night, Sven."}], source: none,
        basis: invented, goto: end}
"""

FILES = {
    "scenario.yaml": SCENARIO,
    "issues.yaml": ISSUES,
    "topics/line.yaml": LINE,
    "topics/money.yaml": MONEY,
    "topics/closing.yaml": CLOSING,
    "briefs/north.md": "# North\n\nYou want a wall. NORTHERN-SECRET.\n",
    "briefs/south.md": "# South\n\nYou want no wall. SOUTHERN-SECRET.\n",
}


def files(**changed: str) -> dict[str, bytes]:
    """The scenario's files; a keyword such as `line` replaces `topics/line.yaml`."""
    texts = dict(FILES)
    for name, text in changed.items():
        texts[next(path for path in texts if path.rpartition("/")[2].partition(".")[0] == name)] = text
    return {path: text.encode() for path, text in texts.items()}


def linked(**changed: str) -> Scenario:
    """The scenario with some files changed, read and linked; warnings are let pass."""
    loaded = load_files(files(**changed))
    assert loaded.scenario is not None, "\n".join(f"{f.file}:{f.line}: {f.message}" for f in loaded.findings)
    return loaded.scenario


@cache
def fence() -> Scenario:
    """The scenario as it stands above."""
    return linked()
