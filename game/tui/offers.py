"""What the side in turn can do, as items of a list: said in a topic, chosen on the floor, answered to a package."""

from textual.content import Content

from game.engine.issues import Package
from game.engine.moves import Accept, Move, Open, Pass, Recess, Refuse, SumUp
from game.engine.views import GIVEN, View
from game.phrases import phrase
from game.speech.reckoning import AUTHORITY, GRANTED, again, authority, beyond, change, changes
from game.tui.desk import Desk, arrow
from game.tui.widgets.choices import HeadRow, Item
from game.tui.widgets.typeset import styled

PROPOSE, WITHDRAW = "propose…", "recess…"
"""Choices that open a list of their own."""


def items(desk: Desk, view: View) -> list[Item]:
    """The choices of the side in turn, in the order in which the scenario declares them."""
    if view.place == "floor":
        return _floor(desk, view)
    if view.place == "answer":
        return _answers(desk, view)
    before = again(view)
    return [Item(move.text, label(desk, move), aside=_aside(move, move.text in before)) for move in view.moves]


def label(desk: Desk, move: Move) -> str:
    """The thought behind a move."""
    return desk.teller.label(move, max(desk.session.turn, 0))


def asks(desk: Desk, view: View) -> list[Item]:
    """What can be asked for in a recess."""
    return [
        Item(move.text, label(desk, move), aside=_gains(desk, view, ((move.issue, move.settlement),)))
        for move in view.moves
        if isinstance(move, Recess)
    ]


def tabled(desk: Desk, view: View) -> list[HeadRow]:
    """The package on the table, a line for each part: what it says, what it is worth, who allows it."""
    rows = []
    each, more = changes(desk.counts, view, view.tabled) if desk.counts else ([0] * len(view.tabled), 0)
    for (issue, settlement), by in zip(view.tabled, each, strict=True):
        what = f"{desk.teller.issue(issue)}: {desk.teller.settlement(issue, settlement)}"
        told = Content("")
        if desk.known:
            allowed = phrase(AUTHORITY[authority(desk.known, view, issue, settlement)])
            told = Content.assemble((allowed, ".quiet"), "  ", arrow(by) if desk.counts else "")
        rows.append(HeadRow(Content(f"   {what}"), told))
    if more:
        rows.append(HeadRow(styled("   " + phrase("Together they add"), ".quiet"), arrow(more)))
    if desk.counts and len(view.tabled) > 1:
        rows.append(HeadRow(styled("   " + phrase("All of it"), ".quiet"), _gains(desk, view, view.tabled)))
    if desk.known and beyond(desk.known, view, view.tabled) not in (GIVEN, GRANTED):
        rows.append(HeadRow(styled("   " + phrase("To accept would go beyond what your capital allows."), ".loss")))
    return [*rows, HeadRow(Content(""))]


def _aside(move: Move, before: bool) -> str:
    kind = phrase("offer") if move.kind in ("offer", "concede") else ""
    minutes = phrase("{minutes} min", minutes=move.minutes)
    return " · ".join(part for part in (phrase("again") if before else "", kind, minutes) if part)


def _floor(desk: Desk, view: View) -> list[Item]:
    side = desk.shape.sides[view.turn].id
    before = again(view)
    found = [
        Item(move.text, label(desk, move), aside=phrase("again") if move.text in before else "")
        for move in view.moves
        if isinstance(move, Open)
    ]
    found.append(Item(PROPOSE, f"{desk.text(f'table/propose:{side}:label')}…", "p", apart=bool(found)))
    if any(isinstance(move, Recess) for move in view.moves):
        left = desk.shape.recesses - view.recesses[view.turn]
        found.append(
            Item(WITHDRAW, f"{desk.text(f'table/recess:{side}:label')}…", "w", phrase("{left} left", left=left))
        )
    keys = {Pass: "g", SumUp: "s"}
    found += [
        Item(move.text, label(desk, move), keys[type(move)], phrase("{minutes} min", minutes=move.minutes))
        for move in view.moves
        if isinstance(move, Pass | SumUp)
    ]
    return found


def _answers(desk: Desk, view: View) -> list[Item]:
    found = []
    for move in view.moves:
        if isinstance(move, Accept):
            found.append(Item(move.text, label(desk, move), aside=_gains(desk, view, view.tabled)))
        elif isinstance(move, Refuse):
            found.append(Item(move.text, label(desk, move), aside=phrase("{minutes} min", minutes=move.minutes)))
    if view.packages:
        found.append(Item(PROPOSE, phrase("Make a counter-proposal…"), "p"))
    return found


def _gains(desk: Desk, view: View, package: Package) -> Content:
    return arrow(change(desk.counts, view, package)) if desk.counts else Content("")
