"""The files of a scenario in one piece: packed for the journal, so that an old game plays from its own copy."""

import json
import zlib
from collections.abc import Mapping

SIZE_LIMIT = 64 * 1_048_576
"""Bytes of all files of a scenario together: a small piece that unpacks to more was not made here."""


def pack(files: Mapping[str, bytes]) -> bytes:
    """Files by their paths in the scenario's folder, compressed: a first line of paths and sizes, then their bytes."""
    index = json.dumps([[path, len(content)] for path, content in sorted(files.items())])
    return zlib.compress(b"\n".join([index.encode("ascii"), b"".join(files[path] for path in sorted(files))]), 9)


def unpack(packed: bytes) -> dict[str, bytes]:
    """The files again. Raises ValueError for anything that `pack` did not make."""
    reader = zlib.decompressobj()
    try:
        whole = reader.decompress(packed, SIZE_LIMIT)
    except zlib.error as fault:
        raise ValueError(str(fault)) from None
    if not reader.eof:
        raise ValueError("it is cut short, or too large")
    index, _, content = whole.partition(b"\n")
    files: dict[str, bytes] = {}
    place = 0
    for path, size in json.loads(index):
        files[str(path)] = content[place : place + int(size)]
        place += int(size)
    if place != len(content):
        raise ValueError("its sizes do not add up")
    return files
