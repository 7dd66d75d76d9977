"""The command line. A command's file is imported only when the command is named, so that the title comes at once."""

import sys
from importlib import import_module
from typing import Any

import click

from game import __version__
from game.commands.manners import gated, plain_by_default, plainly
from game.commands.spoken import Spoken

COMMANDS = (
    "play", "resume", "games", "replay", "export", "cable", "brief",
    "debrief",
    "handouts",
    "present",
    "marks", "share",
    "new", "preview", "check", "playtest", "analyze", "graph", "strings", "schema",
    "understand",
    "reply",
)  # fmt: skip
"""Every command, in the order of the help; `game/commands/NAME.py` holds each as `NAME`."""


class Lazily(click.Group, Spoken):
    """A group whose commands are imported when they are asked for."""

    def list_commands(self, context: click.Context) -> list[str]:
        """Every name, in the order of `COMMANDS`."""
        return list(COMMANDS)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        """The command of a name."""
        if name not in COMMANDS:
            return None
        command = getattr(import_module(f"game.commands.{name}"), name)
        assert isinstance(command, click.Command)
        return command

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:
        """Read what stands before the name of a command."""
        with gated():
            return super().make_context(*args, **kwargs)

    def invoke(self, context: click.Context) -> Any:
        """Read what stands after it, and run the command."""
        with gated():
            return super().invoke(context)


@click.group(cls=Lazily, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="see-and-count", message="%(prog)s %(version)s")
@click.option("--plain", is_flag=True, help="Lines of text and numbered choices.")
@click.option("--language", default="", help="The language of the screens, where another than in the settings.")
@click.pass_context
@plainly
def main(context: click.Context, plain: bool, language: str) -> None:
    """See and Count: a negotiation played by talking. New York, 5 November 1962.

    Without a command the title screen opens.
    """
    from game.commands.speaking import speak, speak_as_set

    if language:
        speak(language)
    else:
        speak_as_set()
    if context.invoked_subcommand is not None:
        return
    if plain or plain_by_default():
        from game.commands.menu import plain_title

        sys.exit(plain_title())
    from game.commands.beginning import open_screen

    sys.exit(open_screen())


if __name__ == "__main__":
    main()
