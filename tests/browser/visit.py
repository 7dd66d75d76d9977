"""Opens every page and picture of a folder in a headless browser, and prints what was seen as JSON.

A program of its own: the browser's driver and the loops of other tests do not share a process.

    python -m tests.browser.visit FOLDER AXE.JS CHROMIUM
"""

import json
import re
import sys
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

TELEPHONE = {"width": 360, "height": 740}
A4 = {"width": 657, "height": 986}
"""What of a sheet is written on."""
PAGES = re.compile(rb"/Type\s*/Page\b(?!s)")


def visit(page: Page, path: Path, axe: str) -> dict[str, Any]:
    """What there is to say of one page."""
    requests: list[str] = []
    faults: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.goto(path.as_uri())
    page.evaluate(axe)
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    width = page.evaluate("document.documentElement.scrollWidth")
    counts = {size: len(PAGES.findall(page.pdf(format=size))) for size in ("A4", "Letter")}
    return {
        "requests": [url for url in requests if url != path.as_uri()],
        "faults": faults,
        "width": width,
        "findings": [
            {"id": each["id"], "impact": each["impact"], "where": [node["html"][:200] for node in each["nodes"][:3]]}
            for each in found["violations"]
        ],
        "printed": counts,
        "drawings": page.locator("svg").count(),
    }


def printed(page: Page, path: Path, crowding: str) -> dict[str, Any]:
    """What cannot be read of a page or picture where it is printed."""
    page.goto(path.as_uri())
    page.emulate_media(media="print")
    found: dict[str, Any] = page.evaluate(crowding)
    return found


def main(folder: str, axe: str, chromium: str) -> None:
    """Visit every page."""
    source = Path(axe).read_text(encoding="utf-8")
    crowding = Path(__file__).with_name("crowding.js").read_text(encoding="utf-8")
    seen, crowded = {}, {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium, args=["--headless", "--no-sandbox", "--disable-gpu"]
        )
        for path in sorted(Path(folder).rglob("*.html")):
            page = browser.new_page(viewport=TELEPHONE)  # type: ignore[arg-type]
            seen[path.relative_to(folder).as_posix()] = visit(page, path, source)
            page.close()
        for path in sorted([*Path(folder).rglob("*.html"), *Path(folder).rglob("*.svg")]):
            page = browser.new_page(viewport=A4)  # type: ignore[arg-type]
            crowded[path.relative_to(folder).as_posix()] = printed(page, path, crowding)
            page.close()
        browser.close()
    print(json.dumps({"seen": seen, "crowded": crowded}))


if __name__ == "__main__":
    main(*sys.argv[1:])
