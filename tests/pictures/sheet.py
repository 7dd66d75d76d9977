"""Put pictures of the screens on sheets, to be looked at; and one of them into assets/ for the README.

    python -m tests.pictures.sheet                      every place in every look
    python -m tests.pictures.sheet table 80x24 paper    those of which all these words can be said
    python -m tests.pictures.sheet --png                and each sheet as a PNG, by Chromium

`make pictures` runs this. The pictures are drawn from what the tests compare with, so the sheets show what the tests
hold to be right. They begin at `build/pictures/index.html`.
"""

import argparse
import html
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from tests.pictures.drawing import svg
from tests.pictures.kept import FOLDER, file_of, read
from tests.pictures.looks import LOOKS
from tests.pictures.picture import Picture

ROOT = Path(__file__).resolve().parents[2]
SHEETS = ROOT / "build" / "pictures"
README_PICTURE = ROOT / "assets" / "picture.svg"
FRONT = file_of("table", "table", (120, 40))
"""What the README shows."""
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
EDGE = 1990
"""The most of the width and of the height of a sheet, in pixels: two pictures side by side can still be read."""
GAP = 6
"""Pixels around a picture."""
ON_A_SHEET = 6
"""How many pictures: three rows of two."""

_VIEW_BOX = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')

PAGE = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>See and Count: {title}</title>
<style>
  body {{ font: 15px/1.4 system-ui, sans-serif; margin: 0; padding: {gap}px; background: #8a8a86; width: {width}px; }}
  figure {{ float: left; width: calc(50% - {gap}px); margin: 0 {gap}px {gap}px 0; }}
  img {{ width: 100%; display: block; }}
</style>
{body}
</html>
"""


class Shown(NamedTuple):
    """A picture with what it is of."""

    walk: str
    place: str
    size: str
    look: str
    picture: Picture

    @property
    def name(self) -> str:
        return f"{self.walk}: {self.place}, {self.size}, {self.look}"


def kept(words: Sequence[str]) -> Iterator[Shown]:
    """The kept pictures of which all these words can be said, in the order in which they are looked at."""
    files = sorted(FOLDER.rglob("*.txt"), key=lambda file: (file.parent.name, file.stem.rpartition(" ")[2], file.stem))
    for look in LOOKS:
        for file in files:
            place, _, size = file.stem.rpartition(" ")
            if {*words} <= {file.parent.name, place, size, look, *look.split()}:
                yield Shown(file.parent.name, place, size, look, read(file.read_text(encoding="utf-8"))[look])


def lay_out(pictures: Sequence[Shown]) -> list[Path]:
    """Write the sheets anew, and return them."""
    shutil.rmtree(SHEETS, ignore_errors=True)
    SHEETS.mkdir(parents=True)
    sheets = []
    for (look, size), group in groupby(pictures, lambda each: (each.look, each.size)):
        these = [*group]
        for at in range(0, len(these), ON_A_SHEET):
            sheets.append(_sheet(f"{len(sheets) + 1:03} {look} {size}", these[at : at + ON_A_SHEET]))
    links = "".join(f'<p><a href="{sheet.name}">{html.escape(sheet.stem)}</a></p>' for sheet in sheets)
    (SHEETS / "index.html").write_text(PAGE.format(title="pictures", body=links, gap=GAP, width=EDGE), encoding="utf-8")
    return sheets


def _sheet(name: str, pictures: Sequence[Shown]) -> Path:
    figures, slimmest = [], EDGE / 2
    for number, each in enumerate(pictures, 1):
        file = SHEETS / f"{name} {number}.svg"
        file.write_text(drawn := svg(each.picture, each.look, each.name), encoding="utf-8")
        slimmest = min(slimmest, room_for(drawn, (len(pictures) + 1) // 2))
        figures.append(f'<figure><img src="{html.escape(file.name)}" alt="{html.escape(each.name)}"></figure>')
    sheet = SHEETS / f"{name}.html"
    width = 2 * (int(slimmest) + GAP)
    sheet.write_text(PAGE.format(title=name, body="\n".join(figures), gap=GAP, width=width), encoding="utf-8")
    return sheet


def room_for(drawn: str, rows: int) -> float:
    """How wide a picture may be so that two fit side by side on a sheet, and so many rows one over another."""
    found = _VIEW_BOX.search(drawn)
    assert found is not None
    width, height = map(float, found.groups())
    return min((EDGE - GAP) / 2 - GAP, ((EDGE - GAP) / rows - GAP) * width / height)


def photograph(sheets: Sequence[Path]) -> None:
    """Make a PNG of each sheet, if there is a browser for it."""
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        print("There is no Chromium here, so there are no PNGs.", file=sys.stderr)
        return
    for sheet in sheets:
        options = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", f"--window-size={EDGE},{EDGE}"]
        photo = f"--screenshot={sheet.with_suffix('.png')}"
        subprocess.run([browser, *options, photo, sheet.as_uri()], check=True, capture_output=True, timeout=120)


def main(words: Sequence[str], png: bool) -> int:
    pictures = [*kept(words)]
    if not pictures:
        print("No kept picture is of that: see tests/pictures/__snapshots__.", file=sys.stderr)
        return 1
    sheets = lay_out(pictures)
    if png:
        photograph(sheets)
    print(f"{len(pictures)} pictures on {len(sheets)} sheets: {SHEETS.relative_to(ROOT) / 'index.html'}")
    front = read(FRONT.read_text(encoding="utf-8"))["carbon"]
    README_PICTURE.write_text(svg(front, "carbon", "See and Count"), encoding="utf-8")
    return 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Put pictures of the screens on sheets.")
    parser.add_argument("words", nargs="*", help="a walk, a place, a size, a look: all that a picture should be")
    parser.add_argument("--png", action="store_true", help="make a PNG of each sheet, with Chromium")
    given = parser.parse_args()
    sys.exit(main(given.words, given.png))
