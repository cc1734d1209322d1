"""A patch: a change to content of a mod that loaded before."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import Field

from game.content.models.common import Fault, Id, Model, rule


class Patch(Model):
    """What to change (kind, id, path), how (op), and the new value. An empty path removes the whole object."""

    kind: Id
    id: Annotated[str, Field(min_length=1, max_length=96)]
    path: Annotated[str, Field(max_length=200)] = ""
    op: Literal["replace", "add", "remove"]
    value: Any = None

    @rule("op", "path")
    def _says_where(self) -> Iterator[Fault]:
        if self.op != "remove" and not self.path:
            yield Fault("the key 'path' is missing", "only remove takes a whole object")
        if self.path == "id":
            yield Fault("an id is not patched", "define new content instead", ("path",))

    @rule("op", "value")
    def _says_what(self) -> Iterator[Fault]:
        if self.op != "remove" and self.value is None:
            yield Fault("the key 'value' is missing", f"say what to {self.op}")
