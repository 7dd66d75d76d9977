"""What a writer should look at, though every name is known: lengths, repeats, synonyms, uses and games.

All of it is advice. What nothing can be played with is found where names become objects, for whoever plays as well.
"""

from game.scenarios.anachronisms import look_at_anachronisms
from game.scenarios.explained import look_at_terms
from game.scenarios.files import Files
from game.scenarios.lengths import Lengths
from game.scenarios.names import Names
from game.scenarios.recorded import look_at_games
from game.scenarios.repeats import look_at_repeats
from game.scenarios.synonyms import look_at_synonyms
from game.scenarios.trees import Tree
from game.scenarios.uses import Uses


def lint(files: Files, names: Names, tree: Tree, tags: set[str]) -> None:
    """Report all of it. `tags` are the sources from which some line comes.

    What is never used is looked for only where there is no error: it may be used in the faulty part.
    """
    Lengths(files, names.report).look()
    look_at_repeats(files, names.report)
    look_at_anachronisms(files, names.report)
    look_at_terms(files, names.report)
    if files.synonyms:
        look_at_synonyms(files.synonyms, names.report)
    if not any(each.severity == "error" for each in names.report.findings):
        Uses(files, names, tree, tags).look()
        look_at_games(files, tree, names.report)
