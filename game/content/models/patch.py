"""A patch: a change to content of a mod that loaded before."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, model_validator

from game.content.models.common import Fault, Id, Model


class Patch(Model):
    """What to change (kind, id, path), how (op), and the new value. An empty path removes the whole object."""

    kind: Id
    id: Annotated[str, Field(min_length=1, max_length=96)]
    path: Annotated[str, Field(max_length=200)] = ""
    op: Literal["replace", "add", "remove"]
    value: Any = None

    @model_validator(mode="after")
    def _is_coherent(self) -> Patch:
        if self.op != "remove" and not self.path:
            raise Fault("the key 'path' is missing", "only remove takes a whole object")
        if self.op != "remove" and self.value is None:
            raise Fault("the key 'value' is missing", f"say what to {self.op}")
        if self.path == "id":
            raise Fault("an id is not patched", "define new content instead", ("path",))
        return self
