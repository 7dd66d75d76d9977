"""Opens every page and picture of a folder in a headless browser, and prints what was seen as JSON.

A program of its own: the browser's driver and the loops of other tests do not share a process. One tab looks at every
page, another at what each prints: to open a tab costs the browser more than to read a page.

    python -m tests.browser.visit FOLDER AXE.JS CHROMIUM
"""

import json
import re
import sys
from pathlib import Path
from typing import Any

from playwright.sync_api import ConsoleMessage, Page, Request, sync_playwright

TELEPHONE = {"width": 360, "height": 740}
A4 = {"width": 657, "height": 986}
"""What of a sheet is written on."""
PAGES = re.compile(rb"/Type\s*/Page\b(?!s)")


def visit(page: Page, path: Path, axe: str) -> dict[str, Any]:
    """What there is to say of one page."""
    requests: list[str] = []
    faults: list[str] = []

    def requested(request: Request) -> None:
        requests.append(request.url)

    def told(message: ConsoleMessage) -> None:
        if message.type == "error":
            faults.append(message.text)

    page.on("request", requested)
    page.on("console", told)
    page.goto(path.as_uri())
    page.evaluate(axe)
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    width = page.evaluate("document.documentElement.scrollWidth")
    counts = {size: len(PAGES.findall(page.pdf(format=size))) for size in ("A4", "Letter")}
    page.remove_listener("request", requested)
    page.remove_listener("console", told)
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
        page = browser.new_page(viewport=TELEPHONE)  # type: ignore[arg-type]
        for path in sorted(Path(folder).rglob("*.html")):
            seen[path.relative_to(folder).as_posix()] = visit(page, path, source)
        page.close()
        page = browser.new_page(viewport=A4)  # type: ignore[arg-type]
        page.emulate_media(media="print")
        for path in sorted([*Path(folder).rglob("*.html"), *Path(folder).rglob("*.svg")]):
            crowded[path.relative_to(folder).as_posix()] = printed(page, path, crowding)
        browser.close()
    print(json.dumps({"seen": seen, "crowded": crowded}))


if __name__ == "__main__":
    main(*sys.argv[1:])
