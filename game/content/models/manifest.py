"""What `mod.toml` says of a mod."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from game.content.models.common import Id, Ids, Line, Model, Name


class Manifest(Model):
    """A mod's id, name and version, and the mods that must load before it."""

    id: Id
    name: Name
    version: Annotated[str, Field(pattern=r"^[0-9]+(\.[0-9]+){0,3}([-+][A-Za-z0-9.]+)?\z", max_length=40)]
    requires: Ids = ()
    description: Line = ""
    licence: Line = ""
