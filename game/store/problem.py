"""What is wrong with a file of the player's: one sentence that says what, and what to do."""

from __future__ import annotations

from pydantic import ValidationError

LONGEST_SHOWN = 60
"""Characters of a foreign text that a sentence quotes."""


class SaveError(ValueError):
    """A save, a journal or a folder that cannot be used. The text is one sentence with a remedy."""


def shown(text: object, most: int = LONGEST_SHOWN) -> str:
    """A foreign text as a sentence may quote it: printable ASCII on one line, cut where it is long."""
    plain = "".join(c if " " <= c <= "~" else "?" for c in str(text)[: most + 1])
    return plain if len(plain) <= most else plain[:most] + "..."


def first_fault(error: ValidationError) -> str:
    """`place: what` of the first thing that a model refused."""
    fault = error.errors(include_url=False, include_context=False, include_input=False)[0]
    place = shown(".".join(str(part) for part in fault["loc"]))
    if fault["type"] == "unexpected_keyword_argument" or fault["type"] == "extra_forbidden":
        return f"there is no '{place}' here; remove it"
    if fault["type"] in ("missing", "missing_argument"):
        return f"'{place}' is missing; add it"
    message = fault["msg"].removeprefix("Value error, ").replace("Invalid JSON: EOF", "Invalid JSON: it ends")
    message = shown(message[:1].lower() + message[1:], 160)
    return f"{place}: {message}" if place else message
