"""A negotiation small enough to hold in one's head: two neighbours, a fence, and an apple tree.

Everything a session meets is in it: both floors, claims and answers, two issues, authority that has to
be asked for, worn words, a document in passages, and a summing-up.
"""

from functools import cache

from game.engine.scenario import Scenario
from game.scenarios.load import load_files

FILES: dict[str, bytes] = {
    name: text.encode()
    for name, text in {
        "scenario.yaml": """\
scenario: fence
title: The fence
subtitle: Two neighbours, one line.
place: The garden
date: Sunday
begins: "18:00"
about: Two neighbours talk about a fence.
opening-scene: They meet at the gate.
end-scene: They go home.
sides:
  north: {title: The north garden, short: North, of: Northern, speaks: anna, people: [anna]}
  south: {title: The south garden, short: South, of: Southern, speaks: boris, people: [boris]}
people:
  anna: {name: Anna, short: Anna, role: Gardener}
  boris: {name: Boris, short: Boris, role: Gardener}
meters:
  trust: {title: Trust, low: -5, high: 5, start: 0, words: {-5: cold, 0: correct, 3: warm}}
first: north
closing: closing
talk: 90
minutes: {assert: 4, rebut: 4, press: 4, ask: 4, deflect: 4, warn: 4, praise: 2, procedure: 2, pass: 2, offer: 6,
          concede: 6, propose: 8, accept: 4, refuse: 4, recess: 25}
recesses: 2
repeating: {trust: -1}
refusing: {trust: -1}
moods: {cold: trust < 0}
topics: [line, closing]
must-raise: {north: [crooked], south: [old]}
""",
        "issues.yaml": """\
issues:
  fence:
    title: The fence
    question: Who mends the fence?
    short: Fence
    open: {value: {north: 20, south: 60}, guess: {north: 50, south: 50}, title: open}
    weight: {north: 60, south: 50}
    guess: {north: 50, south: 50}
    settlements:
      shared:
        title: Both mend it
        value: {north: 60, south: 70}
        guess: {north: 50, south: 50}
        authority: {north: given, south: given}
        put: {north: [{anna: We both mend it.}], south: [{boris: We both mend it.}]}
        accept: {north: [{anna: So we both mend it.}], south: [{boris: So we both mend it.}]}
        refuse: {north: {plain: [{anna: Not both.}], cold: [{anna: No.}]}, south: {plain: [{boris: Not both.}], cold: [{boris: No.}]}}
        cable: {north: both mending the fence, south: both mending the fence}
      moved:
        title: It is moved
        value: {north: 100, south: 30}
        guess: {north: 50, south: 50}
        authority: {north: given, south: trust >= 0}
        put: {north: [{anna: It is moved.}], south: [{boris: It is moved.}]}
        accept: {north: [{anna: So it is moved.}], south: [{boris: So it is moved.}]}
        refuse: {north: {plain: [{anna: Not moved.}], cold: [{anna: No.}]}, south: {plain: [{boris: Not moved.}], cold: [{boris: No.}]}}
        cable: {north: moving the fence, south: moving the fence}
  tree:
    title: The apple tree
    question: Whose are the apples?
    short: Apples
    open: {value: {north: 50, south: 40}, guess: {north: 50, south: 50}, title: open}
    weight: {north: 40, south: 50}
    guess: {north: 50, south: 50}
    settlements:
      halves:
        title: They are shared
        value: {north: 60, south: 80}
        guess: {north: 50, south: 50}
        authority: {north: trust >= 0, south: given}
        put: {north: [{anna: We share the apples.}], south: [{boris: We share the apples.}]}
        accept: {north: [{anna: So we share them.}], south: [{boris: So we share them.}]}
        refuse: {north: {plain: [{anna: Not shared.}], cold: [{anna: No.}]}, south: {plain: [{boris: Not shared.}], cold: [{boris: No.}]}}
        cable: {north: sharing the apples, south: sharing the apples}
""",
        "topics/line.yaml": """\
topic: line
title: The line between the gardens
argues: fence
opens: {north: complaint, south: doubt}
claims: {crooked: The fence is crooked, old: The fence is old, straight: The fence is straight}
nodes:
  complaint:
    turn: north
    moves:
      crooked:
        kind: assert
        label: The fence is crooked
        says: [{anna: The fence is crooked; look along it.}]
        source: T 1
        basis: record
        claims: crooked
        again: {says: [{anna: It is crooked.}]}
        cable: {north: Fence crooked., south: She said that it is crooked.}
        goto: reply
      apples:
        kind: offer
        label: Share the apples
        says: [{anna: We could share the apples.}]
        source: none
        basis: invented
        reach: {tree: halves, fence: shared}
        cable: {north: Offered apples., south: She offered apples.}
        goto: reply
      mend:
        kind: press
        label: It must be moved
        says: [{anna: It must be moved.}]
        source: T 2
        basis: record
        reach: {fence: moved}
        cable: {north: Pressed., south: She pressed.}
        goto: reply
  reply:
    turn: south
    scene: Boris looks along the fence.
    moves:
      straight:
        kind: rebut
        label: It is straight
        says: [{boris: It is as straight as a fence can be.}]
        source: T 2
        basis: record
        claims: straight
        answers: crooked
        changes: {trust: -1}
        cable: {north: Denied., south: We denied it.}
        goto: floor
      old:
        kind: assert
        label: It is old
        says: [{boris: It is only old.}]
        source: T 3
        basis: record
        claims: old
        reach: {tree: halves, fence: shared}
        cable: {north: Called it old., south: We called it old.}
        goto: floor
      nod:
        kind: procedure
        label: Let it stand
        scene: Boris nods.
        basis: invented
        source: none
        repeat: freely
        goto: floor
  doubt:
    turn: south
    moves:
      whose:
        kind: ask
        label: Whose fence is it
        says: [{boris: Whose fence is it?}]
        source: none
        basis: invented
        reach: {fence: moved}
        cable: {north: He asked., south: We asked.}
        goto: answer
      age:
        kind: assert
        label: It was always there
        says: [{boris: It was always there.}]
        source: none
        basis: invented
        again: {says: [{boris: Always.}]}
        cable: {north: He said so., south: We said so.}
        goto: answer
  answer:
    turn: north
    moves:
      ours:
        kind: assert
        label: It is ours
        says: [{anna: It is ours.}]
        source: none
        basis: invented
        answers: old
        changes: {trust: 1}
        cable: {north: Ours., south: Hers.}
        goto: floor
      shrug:
        kind: procedure
        label: Shrug
        scene: Anna shrugs.
        basis: invented
        source: none
        repeat: freely
        goto: floor
""",
        "topics/closing.yaml": """\
topic: closing
title: Before they go
opens: {north: north-sums, south: south-sums}
nodes:
  north-sums:
    turn: north
    moves:
      done:
        kind: procedure
        label: We have talked
        says: [{anna: We have talked.}]
        source: T 3
        basis: record
        minutes: 10
        cable: {north: Summed up., south: She summed up.}
        goto: end
  south-sums:
    turn: south
    moves:
      done-too:
        kind: procedure
        label: So we have
        says: [{boris: So we have.}]
        source: none
        basis: invented
        minutes: 10
        cable: {north: He summed up., south: We summed up.}
        goto: end
""",
        "briefs/north.md": "# North\n\nCANARY-NORTH\n",
        "briefs/south.md": "# South\n\nCANARY-SOUTH\n",
        "sources/telegram-1642.yaml": """\
telegram: {title: A letter, date: Sunday, reference: None}
passages:
  T 1: The fence is crooked, said Anna.
  T 2: Boris denied it.
  T 3: It was only old.
""",
    }.items()
}


@cache
def talks() -> Scenario:
    """The scenario, loaded once."""
    loaded = load_files(FILES)
    assert loaded.scenario is not None, "\n".join(f"{f.file}:{f.line} {f.message}" for f in loaded.findings)
    return loaded.scenario
