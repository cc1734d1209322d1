"""A province of the front map."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from game.content.models.common import Direction, Id, Model, Name, Number


class Province(Model):
    """A town and its country. `x` and `y` in km on the map's projection, y to the north.

    `depth` is the distance from the border of 22 June, in km along `direction`, at which it falls.
    """

    id: Id
    name: Name
    terrain: Id
    owner_1941: Annotated[str, Field(pattern=r"^[A-Za-z][A-Za-z_]*\z", max_length=20)]
    x: Number
    y: Number
    hub: bool = False
    port: bool = False
    oil: bool = False
    industry: bool = False
    capital: bool = False
    fortress: bool = False
    direction: Direction | None = None
    depth: Number | None = None
