"""Every question in full: where it stands, what else there is, what that is worth to you, and who allows it."""

from collections.abc import Iterator

from textual.content import Content

from game.phrases import phrase
from game.speech.figures import hundredths
from game.speech.reckoning import AUTHORITY, authority, change, shown, standings
from game.tui.desk import Desk, points, whole
from game.tui.widgets.prose import Block, quiet


def text(desk: Desk) -> Iterator[Block]:
    """Every question, then the claims that matter now."""
    view, teller = desk.view, desk.teller
    now, floor, _ = desk.worth(view)
    if now:
        sums = phrase("The table as it stands is worth {now} to you; all left open {floor}.", now="{now}", floor=floor)
        before, _, after = sums.partition("{now}")
        yield Block(Content.assemble(before, (now, "bold"), after))
    each, _ = shown(desk.counts, view) if desk.counts else ([], 0)
    for row in standings(desk.shape, view, desk.counts):
        issue = desk.shape.issues[row.issue]
        worth = (
            phrase("{worth} of {most}", worth=hundredths(each[row.issue]), most=whole(row.of)) if desk.counts else ""
        )
        yield Block(
            Content.styled(desk.text(f"issues/{issue.id}:title"), ".heading"), aside=Content.styled(worth, ".quiet")
        )
        yield Block(Content.styled(desk.text(f"issues/{issue.id}:question"), ".quiet"), close=True)
        yield Block(
            Content.assemble(phrase("Stands at: "), (teller.settlement(row.issue, row.settlement), "bold")), close=True
        )
        for settlement in range(1, len(issue.settlements)):
            if settlement != row.settlement and (settlement in row.reach or desk.known):
                yield _settlement(desk, row.issue, settlement, settlement in row.reach)
    yield Block(
        Content.styled(phrase("within reach: somebody has put it in words, so it can be proposed."), ".quiet"),
        quiet("○ "),
    )
    yield Block(Content.styled(phrase("nobody has put it in words yet."), ".quiet"), quiet("· "), True)
    for group in desk.claims(view):
        yield Block(Content.styled(group.heading, ".heading"))
        ink = (".first-side", ".second-side")[group.side]
        for claim in group.claims:
            yield Block(Content.assemble(("▪ ", ink), claim), close=True)


def _settlement(desk: Desk, issue: int, settlement: int, within: bool) -> Block:
    title = desk.teller.settlement(issue, settlement)
    text = Content.styled(title, "" if within else ".quiet")
    aside = Content("")
    if desk.known is not None:
        worth = points(change(desk.counts, desk.view, ((issue, settlement),))) if desk.counts else ""
        allowed = phrase(AUTHORITY[authority(desk.known, desk.view, issue, settlement)])
        ink = ".gain" if worth.startswith("▲") else ".loss"
        aside = Content.assemble((worth.ljust(7), ink), (allowed.rjust(19), ".quiet"))
    return Block(text, quiet("○ " if within else "· "), True, aside)
