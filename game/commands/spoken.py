"""Commands whose help, and whose faults in use, are said in the language that is spoken.

What we wrote is a phrase. What click says of its own is known by its English and said as a phrase too; a sentence of
click's that is in no list here stays English.
"""

import inspect
import re
from copy import copy
from functools import cache
from typing import Any

import click

from game.phrases import noted, phrase

_HEADINGS = noted(("Options", "Commands", "Show this message and exit.", "Show the version and exit."))
"""Click's own, which are said where they come up."""

_SENTENCES = noted(
    (
        "Invalid value: {message}",
        "Invalid value for {name}: {message}",
        "{message} Did you mean {name}?",
        "{message} (Did you mean one of: {names}?)",
        "No such option {name}.",
        "No such command {name}.",
        "Missing command.",
        "Missing argument {name}.",
        "Missing option {name}.",
        "Option {name} requires an argument.",
        "Option {name} does not take a value.",
        "Got unexpected extra argument ({names})",
        "Got unexpected extra arguments ({names})",
        "{value} is not a valid {kind}.",
        "{value} is not in the range {range}.",
        "{value} is not one of {choices}.",
        "{kind} {name} does not exist.",
        "{kind} {name} is a directory.",
        "{kind} {name} is a file.",
        "{kind} {name} is not readable.",
        "{kind} {name} is not writable.",
    )
)
_KINDS = noted(("integer", "integer range", "File", "Path", "Directory"))


@cache
def _pattern(sentence: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"\\\{([a-z]+)\\\}", r"(?P<\1>.+?)", re.escape(sentence)), re.DOTALL)


def said(fault: str) -> str:
    """What click says of a wrong use, in the language that is spoken."""
    for sentence in _SENTENCES:
        if found := _pattern(sentence).fullmatch(fault):
            parts = found.groupdict()
            if "message" in parts:
                parts["message"] = said(parts["message"])
            if "kind" in parts:
                parts["kind"] = phrase(parts["kind"])
            return phrase(sentence, "", **parts)
    return fault


class WrongUse(click.UsageError):
    """A command was used wrongly: how it is used, and what was wrong."""

    def show(self, file: Any = None) -> None:
        """Say it on standard error."""
        if self.ctx is not None:
            click.echo(self.ctx.get_usage(), file=file, err=True)
            command, option = self.ctx.command_path, max(self.ctx.help_option_names, key=len)
            hint = phrase("Try '{command} {option}' for help.", command=command, option=option)
            click.echo(f"{hint}\n", file=file, err=True)
        click.echo(phrase("Error: {message}", message=self.message), file=file, err=True)


class Formatter(click.HelpFormatter):
    """Writes the page of help."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """How the command is used."""
        super().write_usage(prog, args, f"{phrase('Usage:')} " if prefix is None else prefix)

    def write_heading(self, heading: str) -> None:
        """Over options and over commands."""
        super().write_heading(phrase(heading))

    def write_dl(self, rows: Any, *args: Any, **kwargs: Any) -> None:
        """Options or commands, and what each is for."""
        known = {"[default: ": f"[{phrase('default:')} ", "[required]": f"[{phrase('required')}]"}
        told = []
        for name, text in rows:
            for theirs, ours in known.items():
                text = text.replace(theirs, ours)
            told.append((name, text))
        super().write_dl(told, *args, **kwargs)


class Context(click.Context):
    """Of a command whose help is spoken."""

    formatter_class = Formatter


class Spoken(click.Command):
    """A command whose help is spoken."""

    context_class = Context

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        """Arguments and options, these with their help as it is said now."""
        return [_spoken(each) for each in super().get_params(ctx)]

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """What it does."""
        click.Command.format_help_text(self._said(), ctx, formatter)

    def get_short_help_str(self, limit: int = 45) -> str:
        """What it does, in the list of commands."""
        return click.Command.get_short_help_str(self._said(), limit)

    def _said(self) -> click.Command:
        other = copy(self)
        other.help = phrase(inspect.cleandoc(self.help or ""))
        return other


def _spoken(param: click.Parameter) -> click.Parameter:
    if not isinstance(param, click.Option) or not param.help:
        return param
    other = copy(param)
    other.help = phrase(param.help)
    return other
