"""The same story played at random by ink's own runtime for JavaScript and by our rules, in turns, in one run.

python -m tests.benchmarks.beside_ink

Needs node and the npm package inkjs: `npm install --prefix build/ink inkjs`, or NODE_PATH set to where it is.
"""

import json
import os
import random as chance
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from operator import itemgetter
from pathlib import Path

from game.engine.events import Changed, Event, Scene, Spoke
from game.engine.play import start
from game.engine.scenario import Scenario
from game.engine.unrolled import unrolled
from game.scenarios.load import load_files
from tests.benchmarks.story import ENDS, NUMBERS, ink, scenario

ROUNDS = 4
"""How often both are asked; the best of each counts, for what else the machine does only makes them slower."""
SECONDS, WINDOWS = 1.0, 4
"""How long each plays at a time, and in how many parts: of both the best part counts."""
AT_LEAST = 30
"""How many times the choices of inkjs ours should be."""

PLAYER = """
const { Compiler, Story } = require("inkjs/full");
const [source, seconds, windows] = JSON.parse(require("node:fs").readFileSync(0, "utf8"));
const story = new Story(new Compiler(source).Compile().ToJson());
let seed = 1962;
const number = () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return (t ^ (t >>> 14)) >>> 0;
};
const spent = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1e6; };
const ends = {};
let best = 0;
for (let window = 0; window < windows; window++) {
  let choices = 0;
  const begun = spent();
  while (spent() - begun < seconds / windows) {
    story.ResetState();
    let told = "";
    for (;;) {
      told += story.ContinueMaximally();
      const offered = story.currentChoices;
      if (!offered.length) break;
      story.ChooseChoiceIndex(number() % offered.length);
      choices++;
    }
    const last = told.trim().split("\\n").pop().slice(0, 9);
    ends[last] = (ends[last] || 0) + 1;
  }
  best = Math.max(best, choices / (spent() - begun));
}
console.log(JSON.stringify({ best, ends }));
"""


def theirs(text: str) -> dict[str, object]:
    """The choices a second of inkjs, and how often it came to which end. Ends the program where it is not there."""
    node = shutil.which("node")
    if node is None:
        sys.exit("Nothing was compared: there is no `node` on the path.")
    paths = [str(Path("build/ink/node_modules").resolve()), os.environ.get("NODE_PATH", "")]
    ran = subprocess.run(
        [node, "-e", PLAYER],
        input=json.dumps([text, SECONDS, WINDOWS]),
        capture_output=True,
        text=True,
        env=os.environ | {"NODE_PATH": os.pathsep.join(filter(None, paths))},
        check=False,
    )
    if ran.returncode:
        missing = "Cannot find module 'inkjs" in ran.stderr
        why = "there is no inkjs: `npm install --prefix build/ink inkjs`" if missing else ran.stderr
        sys.exit(f"Nothing was compared: {why}")
    found: dict[str, object] = json.loads(ran.stdout)
    return found


class Ours:
    """The story in our rules, told as it is played."""

    def __init__(self, story: Scenario) -> None:
        """Know the ends, and where numbers stand in a text."""
        self.story = story
        self.ends = {node.number: node.id.partition("/")[2] for node in story.nodes if node.id[6:] in ENDS}
        self.texts = {id_: _prepared(text) for id_, text in story.words.items()}
        self.seeds = iter(range(1, sys.maxsize))

    def tell(self, events: list[Event], meters: tuple[int, ...], told: list[str]) -> None:
        """Every line and every scene, with its numbers."""
        for event in events:
            kind = type(event)
            if kind is Changed:
                continue
            if kind is Spoke:
                for line in event.lines:
                    text, numbers = self.texts[line.id]
                    told.append(text % numbers(meters) if numbers else text)
            elif kind is Scene:
                text, numbers = self.texts[event.line.id]
                told.append(text % numbers(meters) if numbers else text)

    def play(self, seconds: float) -> tuple[float, dict[str, int]]:
        """Choices a second, and how often which end."""
        rules, begun, choices = unrolled(self.story), time.process_time(), 0
        text, numbers = self.texts["story/hub:scene"]
        first = text % numbers(start(self.story).meters)
        ends = dict.fromkeys(ENDS, 0)
        while time.process_time() - begun < seconds:
            for _ in range(10):
                chance.seed(next(self.seeds))
                state, told = start(self.story), [first]
                while state.node not in self.ends:
                    offered = rules.moves(state)
                    state, events = rules.play(state, offered[chance.getrandbits(30) % len(offered)])
                    self.tell(events, state.meters, told)
                    choices += 1
                "\n".join(told)
                ends[self.ends[state.node]] += 1
        return choices / (time.process_time() - begun), ends


def _prepared(text: str) -> tuple[str, Callable[[tuple[int, ...]], object] | None]:
    """A text with places for numbers, and what takes those out of the meters; None where it has none."""
    names = re.findall(r"\{(\w+)\}", text)
    if not names:
        return text, None
    return re.sub(r"\{\w+\}", "%d", text), itemgetter(*map([*NUMBERS].index, names))


def main() -> None:
    """Both in turns, and how many times the one is the other."""
    loaded = load_files(scenario())
    assert loaded.scenario is not None
    ours, text = Ours(loaded.scenario), ink()
    ours.play(SECONDS)  # what is written out when it first comes up is there
    best_of_theirs = best_of_ours = 0.0
    for _ in range(ROUNDS):
        found = theirs(text)
        best_of_theirs = max(best_of_theirs, float(str(found["best"])))
        for _ in range(WINDOWS):
            rate, ends = ours.play(SECONDS / WINDOWS)
            best_of_ours = max(best_of_ours, rate)
    print(f"inkjs                     {best_of_theirs:10,.0f} choices a second   ends {found['ends']}")
    print(f"See and Count             {best_of_ours:10,.0f} choices a second   ends {ends}")
    ratio = best_of_ours / best_of_theirs
    print(f"times                     {ratio:10.1f}{'' if ratio >= AT_LEAST else f'   below {AT_LEAST}'}")


if __name__ == "__main__":
    main()
