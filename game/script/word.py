"""A word of the rule language: one small function with its parameters, what it writes, an example and a sentence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Parameter:
    """One argument of a word.

    type: a table (`person`), `enum:NAME`, `number`, `bool`, `entity` (what the event or signal named before it is
    about), or one resolved at compile time: `event`, `signal`, `text`, `column`.
    Values arrive as float64 [n] (entities: row plus one; enums: place), compile-time ones as Python values.
    """

    name: str
    type: str
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Word:
    """An effect with a name.

    run(act, *arguments): changes the worlds of `act` (each at most once).
    writes: columns `table.column` it may change; the compiler adds them to the write set of every rule that uses it.
    says: how an option states it, with {parameters}: "{person} is arrested". Empty: it is not stated.
    """

    name: str
    parameters: tuple[Parameter, ...]
    writes: tuple[str, ...]
    run: Callable[..., None]
    doc: str
    example: str
    says: str = ""


def params(*specs: str) -> tuple[Parameter, ...]:
    """`params("person:person", "days:number?")`; a trailing `?` marks an optional one (absent = 0)."""
    out = []
    for spec in specs:
        name, kind = spec.split(":", 1)
        out.append(Parameter(name, kind.rstrip("?"), kind.endswith("?")))
    return tuple(out)
