"""Powers, factions, organs of power, posts and formations."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from game.content.models.common import Direction, Id, Line, Model, Name, Number, Percent, Side


class Power(Model):
    """A state, led by a person."""

    id: Id
    name: Name
    leader: Id
    side: Side = "neutral"


class Faction(Model):
    """A current within the party and the state; strength and satisfaction 0 to 100."""

    id: Id
    name: Name
    description: Line
    strength: Percent
    satisfaction: Percent


class Organ(Model):
    """An organ of power; `weight` is the days of vacuum that it ends when it obeys."""

    id: Id
    name: Name
    description: Line
    weight: Annotated[Number, Field(ge=0)]
    hesitation: Line = ""
    source: Line


class Post(Model):
    """A post that a person holds; rank 1 is the highest."""

    id: Id
    name: Name
    organ: Id | None = None
    rank: Annotated[int, Field(ge=1)]
    power: Id = "ussr"


class Formation(Model):
    """An operational grouping of the front."""

    id: Id
    name: Name
    side: Literal["ussr", "axis"]
    direction: Direction
