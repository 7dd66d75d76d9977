"""Scenario files in, a `Scenario` or findings out.

bytes → `events` (safe, within limits) → mappings and lists that know their places (`marks`) →
`shape` (which keys, which types) → `link` (names become objects) → `lint` (what a writer should
look at). Every finding of one pass is kept, with its place, its rule and its remedy.
"""
