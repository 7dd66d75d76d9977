"""The rules of the game: pure, and made of the standard library alone.

A position is a `State`; what can be done in it is `moves(scenario, state)` and
`packages(scenario, state)`; doing it is `play(scenario, state, move)`. Everything else in this
room asks questions about positions. No file, clock, terminal, network or chance is used here.
"""
