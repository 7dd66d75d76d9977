"""Put the pictures of all screens on one sheet, to be looked at; and one of them into assets/ for the README.

    python tests/pictures.py --front '*table*120x40*'

`make pictures` runs this. The pictures are the snapshots that the tests compare with, so the sheet shows what the tests
hold to be right. The sheet is `build/pictures/index.html`; where Chromium is installed there is a PNG of each picture
beside it.
"""

import argparse
import html
import re
import shutil
import subprocess
import sys
from fnmatch import fnmatch
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHEET = ROOT / "build" / "pictures"
README_PICTURE = ROOT / "assets" / "picture.svg"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

FONT_FROM_ELSEWHERE = re.compile(r"@font-face\s*\{[^}]*\}\s*")
"""Textual's pictures ask a server for their font. Ours ask nobody; every glyph has its place without it."""

PAGE = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>See and Count: {count} pictures</title>
<style>
  body {{ font: 16px/1.5 system-ui, sans-serif; margin: 2rem; background: #e9e6df; color: #222; }}
  figure {{ margin: 0 0 2.5rem; }}
  figcaption {{ margin-bottom: .4rem; }}
  img {{ max-width: 100%; display: block; }}
</style>
<h1>{count} pictures</h1>
{figures}
</html>
"""


def title(picture: Path) -> str:
    """`test_screens/test_the_table[120x40]` from the place where the snapshot is kept."""
    return f"{picture.parent.name}/{picture.stem}"


def without_fonts(svg: str) -> str:
    return FONT_FROM_ELSEWHERE.sub("", svg)


def size(svg: str) -> tuple[int, int]:
    """Width and height in pixels, rounded up, from the picture's own view box."""
    found = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg)
    return (int(float(found[1])) + 1, int(float(found[2])) + 1) if found else (1200, 800)


def lay_out(pictures: list[Path]) -> list[Path]:
    """Write the sheet anew and return the copies that stand on it."""
    shutil.rmtree(SHEET, ignore_errors=True)
    SHEET.mkdir(parents=True)
    copies, figures = [], []
    for number, picture in enumerate(pictures, 1):
        copy = SHEET / f"{number:03}.svg"
        copy.write_text(without_fonts(picture.read_text(encoding="utf-8")), encoding="utf-8")
        copies.append(copy)
        name = html.escape(title(picture))
        figures.append(
            f'<figure><figcaption>{number}. {name}</figcaption><img src="{copy.name}" alt="{name}"></figure>'
        )
    page = PAGE.format(count=len(pictures), figures="\n".join(figures))
    (SHEET / "index.html").write_text(page, encoding="utf-8")
    return copies


def photograph(copies: list[Path]) -> bool:
    """Make a PNG of each picture with Chromium, if there is one; return whether there was."""
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if not browser:
        return False
    for copy in copies:
        width, height = size(copy.read_text(encoding="utf-8"))
        subprocess.run(
            [
                browser,
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--hide-scrollbars",
                f"--screenshot={copy.with_suffix('.png')}",
                f"--window-size={width},{height}",
                copy.as_uri(),
            ],
            check=True,
            capture_output=True,
            timeout=60,
        )
    return True


def main(front: str) -> int:
    pictures = sorted((ROOT / "tests").rglob("__snapshots__/**/*.svg"), key=title)
    if not pictures:
        print("No test has taken a picture yet: see `make snapshots`.", file=sys.stderr)
        return 1
    copies = lay_out(pictures)
    seen = photograph(copies)
    print(
        f"{len(pictures)} pictures on {SHEET.relative_to(ROOT) / 'index.html'}{', with a PNG of each' if seen else ''}"
    )
    chosen = next((p for p in pictures if fnmatch(title(p).replace("[", "-").replace("]", "-"), f"*/{front}")), None)
    if not chosen:
        print(f"No picture is called {front!r}, so {README_PICTURE.relative_to(ROOT)} stays as it is.", file=sys.stderr)
        return 1
    README_PICTURE.parent.mkdir(exist_ok=True)
    README_PICTURE.write_text(without_fonts(chosen.read_text(encoding="utf-8")), encoding="utf-8")
    print(f"{README_PICTURE.relative_to(ROOT)} shows {title(chosen)}")
    return 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Put the pictures of all screens on one sheet.")
    parser.add_argument("--front", default="*table*120x40*", help="which one the README shows")
    sys.exit(main(parser.parse_args().front))
