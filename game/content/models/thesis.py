"""A thesis: a claim of the thread as an experiment that anyone can rerun."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, TypeAlias

from pydantic import BeforeValidator, Field

from game.content.models.common import (
    DottedId,
    Formula,
    Id,
    Line,
    Many,
    Model,
    Number,
    Rows,
    ScenarioId,
    flattened,
)

Setting: TypeAlias = Annotated[str, Field(max_length=60)] | Number
"""A premise's value, or `draw`."""


def _drawn(value: object) -> object:
    """A list of premises means that each is drawn per world."""
    if isinstance(value, list) and all(isinstance(name, str) for name in value):
        return dict.fromkeys(value, "draw")
    return value


def _choices(value: object) -> object:
    """A list of `event.option` as a table event = option."""
    if isinstance(value, list) and all(isinstance(item, str) and "." in item for item in value):
        return dict(item.rsplit(".", 1) for item in value)
    return flattened(value)


class Thesis(Model):
    """A question, the scenario and premises to run it under, options to force, and the formula that answers it."""

    id: DottedId
    question: Line
    thread: Rows
    scenario: ScenarioId
    premises: Annotated[Mapping[Id, Setting | Many[Setting]], BeforeValidator(_drawn)] = Field(default_factory=dict)
    choose: Annotated[Mapping[DottedId, Id], BeforeValidator(_choices)] = Field(default_factory=dict)
    probe: Formula
    note: str
