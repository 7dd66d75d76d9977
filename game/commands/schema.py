"""`schema`: what editors need to complete and check scenario files."""

from pathlib import Path

import click

from game.commands.manners import plainly
from game.commands.spoken import Spoken
from game.phrases import phrase


@click.command(cls=Spoken)
@click.argument("kind", required=False)
@click.option("--to", "folder", type=click.Path(path_type=Path), help="Write every schema into this folder.")
@plainly
def schema(kind: str | None, folder: Path | None) -> None:
    """Print the JSON Schema of a kind of scenario file, or write all of them into a folder.

    Without KIND all are printed as one object, each under its name. A file names its schema in its first line,
    and an editor that understands it completes keys and marks faults: `dialogues/README.md` tells how.
    """
    import json

    from game.scenarios.schema import KINDS, text
    from game.scenarios.schema import schema as schema_of

    if kind is not None and kind not in KINDS:
        raise click.BadParameter(
            phrase("there is no kind of file '{kind}'; there are {names}.", kind=kind, names=", ".join(KINDS))
        )
    kinds = list(KINDS) if kind is None else [kind]
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
        for each in kinds:
            (folder / f"{each}.json").write_text(text(each), encoding="utf-8")
        click.echo(phrase("{schemas} schemas are in {folder}.", schemas=len(kinds), folder=folder), err=True)
    elif kind is not None:
        click.echo(text(kind), nl=False)
    else:
        click.echo(json.dumps({each: schema_of(each) for each in kinds}, ensure_ascii=False, indent=1))
