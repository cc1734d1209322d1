"""Older formats of saves, made newer one version at a time."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from numpy.typing import NDArray

from game.store.problem import SaveError

Arrays = dict[str, NDArray[Any]]
Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Migration:
    """What turns a save of one version into the next; both functions are pure and keep what they do not know.

    header: of the JSON of the header. arrays: of that new header and the arrays by name.
    """

    header: Callable[[Json], Json]
    arrays: Callable[[Json, Arrays], Arrays]


MIGRATIONS: tuple[Migration, ...] = ()
"""MIGRATIONS[i] turns version i + 1 into i + 2."""

VERSION = len(MIGRATIONS) + 1
"""Of the format that is written."""


def newer_header(data: bytes, version: int, chain: Sequence[Migration] = MIGRATIONS) -> bytes:
    """The JSON of a header of an older version in the newest. Raises SaveError where it cannot be read."""
    try:
        header = json.loads(data)
        for step in chain[version - 1 :]:
            header = step.header(header)
        return json.dumps(header).encode()
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise SaveError("its header is damaged") from None


def newer_arrays(header: Json, arrays: Arrays, version: int, chain: Sequence[Migration] = MIGRATIONS) -> Arrays:
    """The arrays of an older version in the newest. Raises SaveError where they do not fit."""
    try:
        for step in chain[version - 1 :]:
            arrays = step.arrays(header, arrays)
    except (ValueError, TypeError, KeyError, IndexError):
        raise SaveError("its tables are damaged") from None
    return arrays
