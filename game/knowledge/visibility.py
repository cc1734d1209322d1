"""Which cells of a world a seat may see, by the sight that each column declares."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.rulebook.book import Rulebook
from game.world.schema import REPORT_PARTS, Schema
from game.world.state import World

Bools = NDArray[np.bool_]
Ints = NDArray[np.int64]

SHUT, OPEN, OWN, SECURITY, ORGAN = range(5)
"""Codes of a row: nobody sees it, everybody, its owner, the head of security, the head of its organ."""


@dataclass(frozen=True, slots=True)
class Sights:
    """What of visibility is fixed for a rulebook. code, owner [rows]; owner: row plus one of the person or organ."""

    code: Ints
    owner: Ints
    tie_code: Ints
    tie_owner: Ints


def sights(book: Rulebook) -> Sights:
    """The sights of a rulebook, made once."""
    cache = book.reference.cache
    if "sights" not in cache:
        cache["sights"] = _sights(book.schema)
    return cache["sights"]


def _sights(schema: Schema) -> Sights:
    code, owner = np.zeros(schema.rows, np.int64), np.zeros(schema.rows, np.int64)
    code[0] = OPEN
    for (table, name), place in schema.places.items():
        rows = slice(place.row, place.row + place.count)
        code[rows] = _code(table, name, place.column.sight)
        owner[rows] = np.arange(1, place.count + 1)
    size = schema.seats * schema.people
    ties, tie_owner = np.zeros(schema.tie_rows, np.int64), np.zeros(schema.tie_rows, np.int64)
    for name, start in schema.ties.items():
        sight = schema.tie_columns[name].sight
        ties[start : start + size] = {"public": OPEN, "own": OWN}.get(sight, SHUT)
        tie_owner[start : start + size] = np.repeat(np.arange(1, schema.seats + 1), schema.people)
    return Sights(code, owner, ties, tie_owner)


def _code(table: str, name: str, sight: str) -> int:
    if name.rpartition(".")[2] in REPORT_PARTS:
        return OPEN
    if sight == "own":
        return {"person": OWN, "plot": OWN, "organ": ORGAN}.get(table, SHUT)
    return {"public": OPEN, "security": SECURITY}.get(sight, SHUT)


def mask(book: Rulebook, world: World, seat: int, at: int = 0) -> Bools:
    """[rows] of the number arena that a seat (row plus one) may see in world `at` of the block.

    A reported column is seen as its report (`.reported` and its parts), never as it is. ValueError: no seat.
    """
    seen, heads = _checked(book, seat), book.schema.places["organ", "head"]
    head = world.numbers[heads.row : heads.row + heads.count, at]
    out: Bools = (seen.code == OPEN) | ((seen.code == OWN) & (seen.owner == seat))
    if head[book.schema.index["organ"]["security"]] == seat:
        out |= seen.code == SECURITY
    mine = np.concatenate([[False], head == seat])
    organ = seen.code == ORGAN
    out[organ] = mine[seen.owner[organ]]
    return out


def tie_mask(book: Rulebook, seat: int) -> Bools:
    """[tie rows] that a seat (row plus one) may see: its own of columns that are `own`. ValueError: no seat."""
    seen = _checked(book, seat)
    out: Bools = (seen.tie_code == OPEN) | ((seen.tie_code == OWN) & (seen.tie_owner == seat))
    return out


def _checked(book: Rulebook, seat: int) -> Sights:
    if not 1 <= seat <= book.schema.seats:
        raise ValueError(f"there is no seat {seat}: seats count from 1 to {book.schema.seats}")
    return sights(book)


__all__ = ["Sights", "mask", "sights", "tie_mask"]
