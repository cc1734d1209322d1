"""The claims of the forum thread, as data: who said what, and what it became."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from game.content.assets import read_tables

FILE = Path(__file__).parents[3] / "assets" / "thread" / "claims.toml"


@dataclass(frozen=True, slots=True)
class Claim:
    """A row of the thread. who: its speakers. kinds: what it became. record: where it errs, what the record says."""

    row: int
    who: tuple[str, ...]
    text: str
    kinds: tuple[str, ...]
    becomes: str
    record: str = ""


@cache
def claims() -> tuple[Claim, ...]:
    """All claims in the order of the thread."""
    found = read_tables(FILE)["claim"]
    return tuple(
        Claim(c["row"], tuple(c["who"]), c["text"], tuple(c["kinds"]), c["becomes"], c.get("record", ""))
        for c in found
    )  # fmt: skip
