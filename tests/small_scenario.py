"""A small complete negotiation for tests: two villages, one well and one road.

Two sides (`hill`, whose Anna speaks and Adam sits in; `vale`, whose Berta speaks), two issues
(`well`: open, hours, half; `road`: open, toll, free), four topics (the opening, one for each issue, the
closing), one meter (`trust`), one paper, a chronicle of three passages as the telegram. Everything
that a scenario can hold occurs in it once, and `check` finds nothing in it.

    scenario = small_scenario()
    scenario = small_scenario(("topics/well.yaml", "goto: denied", "goto: floor"))
    files = small_files(("scenario.yaml", "talk: 60", "talk: 20"))

A change is (file, text that stands in it once, new text). `small_files` gives bytes by path, as
`load_files` wants them and as a test can write them to a folder with `write_files`.
"""

from collections.abc import Mapping
from pathlib import Path

from game.engine.scenario import Scenario
from game.scenarios.load import load_files

Change = tuple[str, str, str]

SCENARIO = """\
scenario: two-villages
title: Two villages
subtitle: A well on the hill, a road in the vale
place: The chapel between the villages
date: Sunday 3 May 1908
begins: "15:00"
sides:
  hill: {title: The hill village, short: Hill, of: hill, speaks: anna, people: [anna, adam]}
  vale: {title: The vale village, short: Vale, of: vale, speaks: berta, people: [berta]}
people:
  anna: {name: Anna Berg, short: Anna, role: Speaks for the hill}
  adam: {name: Adam Berg, short: Adam, role: Keeps the well}
  berta: {name: Berta Thal, short: Berta, role: Speaks for the vale}
meters:
  trust: {title: Trust, low: -3, high: 3, start: 0, words: {-3: cold, 0: correct, 2: warm}}
first: hill
opening: opening
closing: closing
talk: 60
minutes: {assert: 4, offer: 6, procedure: 2, pass: 2, propose: 8, accept: 4, refuse: 4, recess: 25}
recesses: 1
repeating: {trust: -1}
refusing: {trust: -1}
moods: {cold: trust < 0}
topics: [opening, well, road, closing]
must-raise: {hill: [dry-summer], vale: [old-right]}
moves:
  pass:
    hill: {label: Let them speak, says: [{anna: We would hear you.}]}
    vale: {label: Let them speak, says: [{berta: It is your turn.}]}
  sum-up:
    hill: {label: Begin the summing-up}
    vale: {label: Begin the summing-up}
  recess:
    hill: {label: Ask the elders, scene: The hill people go out., back: They come back.}
    vale: {label: Ask the elders, scene: The vale people go out., back: They come back.}
  propose:
    hill: {label: Put a proposal, says: [{anna: Here is what we propose.}]}
    vale: {label: Put a proposal, says: [{berta: Here is what we propose.}]}
  counter:
    hill: {says: [{anna: Rather like this.}]}
    vale: {says: [{berta: Rather like this.}]}
  leave:
    hill: {label: Leave it there, scene: Anna looks at her hands.}
    vale: {label: Leave it there, scene: Berta looks at the door.}
  deflect:
    hill: {says: [{anna: That is a matter for the market.}, {adam: "Let us keep to the well, and the road."}]}
    vale: {says: [{berta: We came about water.}]}
  time: {scene: The bell rings for evening.}
"""

ISSUES = """\
issues:
  well:
    title: The well
    question: Who may draw water, and when?
    short: Well
    open: {title: open, value: {hill: 60, vale: 20}, guess: {hill: 30, vale: 50}}
    weight: {hill: 60, vale: 50}
    guess: {hill: 50, vale: 50}
    settlements:
      hours:
        title: The vale draws in the morning hours
        value: {hill: 70, vale: 60}
        guess: {hill: 60, vale: 60}
        authority: {hill: given, vale: given}
        put: {hill: [{anna: You draw in the morning hours.}], vale: [{berta: We draw in the morning hours.}]}
        accept: {hill: [{anna: The morning hours are yours.}], vale: [{berta: We take the morning hours.}]}
        refuse:
          hill: {plain: [{anna: The hours are the trouble.}], cold: [{anna: No hours.}]}
          vale: {plain: [{berta: Hours are not enough.}], cold: [{berta: No.}]}
        cable: {hill: morning hours, vale: morning hours}
      half:
        title: Each village has half the water
        value: {hill: 20, vale: 100}
        guess: {hill: 90, vale: 30}
        authority: {hill: claimed.old-right and trust > 0, vale: given}
        put: {hill: [{anna: Half the water each.}], vale: [{berta: Half the water each.}]}
        accept: {hill: [{anna: Half of it is yours.}], vale: [{berta: Half of it is fair.}]}
        refuse:
          hill: {plain: [{anna: Half is too much.}]}
          vale: {plain: [{berta: Half is too little.}]}
        ask: {hill: "May we give them half?"}
        cable: {hill: half the water, vale: half the water}
  road:
    title: The road
    question: What does the hill pay to pass?
    short: Road
    open: {title: open, value: {hill: 30, vale: 60}, guess: {hill: 60, vale: 40}}
    weight: {hill: 40, vale: 50}
    guess: {hill: 50, vale: 50}
    settlements:
      toll:
        title: A small toll
        value: {hill: 60, vale: 70}
        guess: {hill: 70, vale: 50}
        authority: {hill: given, vale: given}
        put: {hill: [{anna: We pay a small toll.}], vale: [{berta: You pay a small toll.}]}
        accept: {hill: [{anna: A small toll it is.}], vale: [{berta: A small toll will do.}]}
        refuse:
          hill: {plain: [{anna: No toll.}]}
          vale: {plain: [{berta: A small toll mends no road.}]}
        cable: {hill: small toll, vale: small toll}
      free:
        title: The road is free
        value: {hill: 100, vale: 10}
        guess: {hill: 20, vale: 90}
        authority: {hill: given, vale: never}
        put: {hill: [{anna: Let the road be free.}], vale: [{berta: The road might be free.}]}
        accept: {hill: [{anna: A free road is all we asked.}], vale: [{berta: Then it is free.}]}
        refuse:
          hill: {plain: [{anna: Not even for that.}]}
          vale: {plain: [{berta: It cannot be free.}]}
        cable: {hill: free road, vale: free road}
links:
  - when: {well: [hours, half], road: [toll]}
    value: {hill: 1, vale: 2}
    why: Whoever comes for water pays on the way.
impossible:
  - when: {road: [free]}
    unless: {well: [half]}
    why: The vale never gives the road for less than half the water.
"""

OPENING = """\
topic: opening
title: Greetings
opens: {hill: greet, vale: reply}
nodes:
  greet:
    turn: hill
    scene: They sit down under the lamp.
    moves:
      thanks:
        kind: praise
        label: Thank them for coming
        says: [{anna: Thank you for climbing up to us.}]
        source: C 1
        basis: record
        changes: {trust: 1}
        cable: {hill: We thanked them., vale: They thanked us.}
        goto: reply
      to-business:
        kind: procedure
        label: Begin at once
        says: [{anna: Let us begin.}]
        source: none
        basis: invented
        goto: reply
  reply:
    turn: vale
    moves:
      polite:
        kind: deflect
        label: Speak of the weather
        says: [{berta: It has been a dry spring.}]
        source: C 1
        basis: nearby
        goto: floor
      silent:
        kind: procedure
        label: Nod
        scene: Berta nods.
        repeat: freely
        goto: floor
"""

WELL = """\
topic: well
title: The well
argues: well
opens: {hill: press, vale: demand}
claims:
  dry-summer: The summer will be dry
  old-right: The vale has an old right to water
nodes:
  press:
    turn: hill
    moves:
      dry:
        kind: assert
        label: The summer will be dry
        says: [{adam: There is not water enough for two villages this summer.}]
        source: C 2
        basis: record
        claims: dry-summer
        cable: {hill: We warned of drought., vale: They spoke of drought.}
        again:
          says: [{adam: I said that it would be dry.}]
          cable: {hill: We said so again.}
        goto: denied
      hours:
        kind: offer
        label: Offer the morning hours
        says: [{anna: You might draw in the morning.}]
        source: none
        basis: invented
        reach: {well: hours}
        goto: denied
      hold:
        kind: deflect
        label: Say that the well is old
        says: [{anna: The well is older than both of us.}]
        source: none
        basis: invented
        goto: floor
  demand:
    turn: vale
    moves:
      right:
        kind: assert
        label: We have an old right
        says: [{berta: Our grandmothers drew here.}]
        source: C 3; Abbey
        basis: record
        cites: deed
        claims: old-right
        synonyms: [our grandmothers]
        goto: answer
      half:
        kind: press
        label: Ask for half
        when: claimed.old-right or trust > 1
        says: [{berta: We want half of it.}]
        source: C 3
        basis: nearby
        reach: {well: [hours, half]}
        minutes: 5
        goto:
          - when: said.right and not stands.old-right
            to: answer
          - to: floor
      wait:
        kind: procedure
        label: Wait for an offer
        says: [{berta: We are listening.}]
        source: none
        basis: invented
        goto: table/floor-hill
  denied:
    turn: vale
    yields: answer
    moves:
      rain:
        kind: rebut
        label: It will rain in June
        says: [{berta: It rains every June.}]
        source: C 2
        basis: record
        answers: dry-summer
        goto: denied
      move-on:
        kind: procedure
        label: Let it stand
        scene: Berta says nothing.
        repeat: freely
        goto: answer
  answer:
    turn: hill
    moves:
      no-deed:
        kind: rebut
        label: Nobody has seen a deed
        says: [{anna: Show us where it is written.}]
        source: none
        basis: invented
        answers: [old-right]
        changes: {trust: -1}
        goto: road/speak
      so-be-it:
        kind: procedure
        label: Let it stand
        repeat: freely
        goto: floor
      mean-half:
        kind: ask
        label: Ask whether they mean half
        says: [{anna: "Do you mean half of it?"}]
        source: none
        basis: invented
        reach: {well: half}
        goto: floor
"""

ROAD = """\
topic: road
title: The road
argues: road
opens: {hill: ask, vale: speak}
nodes:
  ask:
    turn: hill
    moves:
      free:
        kind: press
        label: Ask for a free road
        says: [{anna: Let us pass without paying.}]
        source: C 3
        basis: record
        reach: {road: free}
        goto: speak
      toll:
        kind: offer
        label: Offer a toll
        says: [{anna: We could pay a little.}]
        source: none
        basis: invented
        reach: {road: toll}
        goto: speak
      hold:
        kind: assert
        label: Everybody uses the road
        says: [{anna: Your own carts use it most.}]
        source: none
        basis: invented
        goto: speak
  speak:
    turn: vale
    moves:
      mend:
        kind: rebut
        label: Somebody must mend it
        says: [{berta: Stones do not walk here by themselves.}]
        source: none
        basis: invented
        reach: {road: toll}
        goto: floor
      free-for-what:
        kind: ask
        label: Ask what a free road is worth
        when: open.road and left > 10 and not at.well.half
        says: [{berta: "What would you give for a free road?"}]
        source: none
        basis: invented
        reach: {road: free}
        goto: floor
"""

CLOSING = """\
topic: closing
title: Summing up
opens: {hill: first, vale: second}
nodes:
  first:
    turn: hill
    moves:
      sum:
        kind: assert
        label: Say what is open
        says: [{anna: The elders shall hear what was said.}]
        source: C 3
        basis: record
        goto:
          - when: said.say
            to: end
          - to: second
  second:
    turn: vale
    moves:
      say:
        kind: assert
        label: Say what was given
        says: [{berta: We came here and we spoke.}]
        source: C 3
        basis: record
        goto:
          - when: said.sum
            to: end
          - to: last
  last:
    turn: hill
    moves:
      bow:
        kind: procedure
        label: Say goodbye
        says: [{anna: God keep you.}]
        source: none
        basis: invented
        goto: end
"""

TELEGRAM = """\
telegram: {title: The chronicle of the chapel, date: 3 May 1908, reference: Parish archive}
passages:
  C 1: The two villages met and greeted each other.
  C 2: The hill spoke of the dry summer, which the vale denied.
  C 3: The vale named its old right. Nothing was agreed.
"""

DOCUMENTS = """\
documents:
  Abbey: {title: The abbey's book, date: "1702", reference: Folio 3, says: The vale drew water., sure: part}
"""

PAPERS = """\
papers:
  deed: {title: The deed, date: "1702", says: It speaks of water., known-to: [vale]}
"""

GLOSSARY = """\
terms:
  toll: What is paid to use a road.
"""

SYNONYMS = """\
groups:
  draw: [fetch, carry water]
  grandmother: [granny]
table:
  open: [let us talk about]
  propose: [here is an offer]
  counter: [rather like this]
  accept: [yes, we agree]
  refuse: [no, the trouble is]
  recess: [we ask the elders]
  pass: [your turn]
  sum-up: [let us sum up]
  leave: [let it be]
"""

FILES: Mapping[str, str] = {
    "scenario.yaml": SCENARIO,
    "issues.yaml": ISSUES,
    "topics/opening.yaml": OPENING,
    "topics/well.yaml": WELL,
    "topics/road.yaml": ROAD,
    "topics/closing.yaml": CLOSING,
    "sources/telegram.yaml": TELEGRAM,
    "sources/documents.yaml": DOCUMENTS,
    "sources/papers.yaml": PAPERS,
    "glossary.yaml": GLOSSARY,
    "synonyms.yaml": SYNONYMS,
    "briefs/hill.md": "# The hill\n\nKeep the well.\n",
    "briefs/vale.md": "# The vale\n\nGet water.\n",
}


def small_files(*changes: Change) -> dict[str, bytes]:
    """The files of the small scenario, with some texts changed. A text must stand once in its file."""
    files = dict(FILES)
    for file, old, new in changes:
        assert files[file].count(old) == 1, f"{old!r} stands {files[file].count(old)} times in {file}"
        files[file] = files[file].replace(old, new)
    return {file: text.encode() for file, text in files.items()}


def small_scenario(*changes: Change) -> Scenario:
    """The small scenario, with some texts changed, ready to be played."""
    loaded = load_files(small_files(*changes))
    assert loaded.scenario is not None, loaded.findings
    return loaded.scenario


def write_files(files: Mapping[str, bytes], folder: Path) -> Path:
    """Write the files of a scenario into a folder, which is made where it is missing."""
    for file, data in files.items():
        path = folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder
