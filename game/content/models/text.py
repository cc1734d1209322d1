"""A line of the interface."""

from __future__ import annotations

from game.content.models.common import DottedId, Model


class Text(Model):
    """A line by its id; `one` is its singular form, if it has one."""

    id: DottedId
    text: str
    one: str | None = None
