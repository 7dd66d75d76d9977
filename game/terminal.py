"""What the terminal can do, and what was asked of it. Imports next to nothing: it is read before the title card."""

import os
import sys

UNABLE = ("", "dumb")
"""Values of TERM for terminals that move no cursor."""


def wants_plain() -> bool:
    """Whether lines of text are wanted: asked for, or all that the terminal can do."""
    asked = os.environ.get("SEE_AND_COUNT_PLAIN", "") not in ("", "0")
    return asked or not sys.stdout.isatty() or os.environ.get("TERM", "") in UNABLE


def colourless() -> bool:
    """Whether no colour is wanted: NO_COLOR is set, and not to nothing."""
    return bool(os.environ.get("NO_COLOR"))


def true_colour() -> bool:
    """Whether the terminal says that it shows every colour."""
    return os.environ.get("COLORTERM", "") in ("truecolor", "24bit")


def draws() -> bool:
    """Whether the terminal can be trusted with block and braille characters, and not with ASCII alone."""
    if os.environ.get("SEE_AND_COUNT_ASCII", "") not in ("", "0") or os.environ.get("TERM") == "linux":
        return False
    encoding = getattr(sys.__stdout__, "encoding", None) or "utf-8"
    return encoding.lower().replace("-", "") == "utf8"
