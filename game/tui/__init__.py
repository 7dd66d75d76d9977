"""The game on a full terminal screen, by Textual: a screen for each thing that one does, and the widgets on them."""
