"""The moves of a game in order: kept, read back, written to a file, and played again.

A record is a save, a transcript and a test in one. The journal keeps records in SQLite, `files` writes
and reads them as text, and `replay` plays them again.
"""
