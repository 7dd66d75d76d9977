"""What all commands have in common: one sentence for a fault, JSON on request, lines where a screen cannot be."""

import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any

import click

from game.phrases import phrase
from game.terminal import wants_plain

FAILED, WRONG_USE = 1, 2
"""Exit codes beside 0: the thing asked for failed; the command was used wrongly."""


class Failure(click.ClickException):
    """The thing asked for failed. One clear sentence on standard error, never a traceback."""

    exit_code = FAILED

    def show(self, file: Any = None) -> None:
        """Say it, without the word Error before it."""
        from game.speech.gate import clean

        click.echo(clean(self.message, 4000), err=True)


@contextmanager
def gated() -> Iterator[None]:
    """Let no fault in the use of a command repeat what a terminal would obey: it quotes what was typed."""
    try:
        yield
    except click.UsageError as fault:
        from game.commands.spoken import WrongUse, said
        from game.speech.gate import clean

        raise WrongUse(clean(said(fault.format_message()), 4000), fault.ctx) from None


def plainly(command: Callable[..., Any]) -> Callable[..., Any]:
    """Turn the faults of records and of files into one sentence."""

    @wraps(command)
    def run(*args: Any, **kwargs: Any) -> Any:
        from game.records.faults import RecordError

        try:
            return command(*args, **kwargs)
        except RecordError as fault:
            raise Failure(str(fault)) from None
        except BrokenPipeError:
            # Whoever read has read enough. Python would complain once more when it closes its output.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(FAILED)
        except OSError as fault:
            raise Failure(f"{fault.filename or phrase('A file')}: {fault.strerror or fault}.") from None

    return run


def plain_by_default() -> bool:
    """Whether lines of text are wanted: asked for, or all that the terminal can do."""
    return wants_plain()


def show_json(value: object) -> None:
    """One JSON object on standard output."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))
