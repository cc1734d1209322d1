"""A decision: a lever that a seat pulls."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from game.content.models.common import Fault, Formula, Id, Ids, Many, Model, check_unique, rule
from game.content.models.happening import Happening, Outcome


class Argument(Model):
    """A typed argument: person, organ, post, province, formation, power, faction, or the name of an enum."""

    name: Id
    type: Id
    when: Formula | None = None
    ai: Formula | None = None


class Decision(Happening, Outcome):
    """A lever with its remit (organ and posts, or a power), hands of attention, price in authority and arguments."""

    organ: Id | None = None
    post: Ids = ()
    power: Id | None = None
    hands: Annotated[int, Field(ge=0, le=4)] = 1
    cooldown: Annotated[int, Field(ge=0, le=36500)] = 0
    arguments: Many[Argument] = Field(default=(), alias="argument")

    @rule("argument.name")
    def _has_different_arguments(self) -> Iterator[Fault]:
        yield from check_unique(self.arguments, "name", "argument", "argument")

    @rule("power", "organ", "post")
    def _has_one_remit(self) -> Iterator[Fault]:
        if self.power is not None and (self.organ is not None or self.post):
            hint = "remove power, or organ and post"
            yield Fault("a remit is a power, or an organ with posts, not both", hint, ("power",))

    @rule("news", "public")
    def _tells_what_is_public(self) -> Iterator[Fault]:
        if bool(self.news) != self.public:
            yield Fault("news and public = true go together", "add the other, or remove it", ("news",))
