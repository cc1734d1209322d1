"""Changes of what nobody can read as a number, in words: how he takes it, who trusts whom, what holds together."""

from __future__ import annotations

LITTLE, MUCH = 4.0, 10.0
"""Below the first a change is little, from the second on it is much."""

PHRASES: dict[tuple[str, str], tuple[str, str]] = {
    ("room", "nerve"): ("{leader} is{degree} steadied", "{leader} takes it{degree} badly"),
    ("room", "aura"): ("another leader is{degree} harder to picture", "another leader is{degree} easier to picture"),
    ("person", "suspicion"): ("the leader suspects {who}{degree} more", "the leader suspects {who}{degree} less"),
    ("person", "loyalty"): ("{who}: loyalty grows{degree}", "{who}: loyalty wears{degree}"),
    ("person", "fear"): ("{who}: fear for himself grows{degree}", "{who}: fear for himself eases{degree}"),
    ("person", "ambition"): ("{who}: ambition grows{degree}", "{who}: ambition fades{degree}"),
    ("organ", "fear"): ("{who}: fear in its ranks grows{degree}", "{who}: fear in its ranks eases{degree}"),
    ("formation", "cohesion"): ("{who} holds together{degree} better", "{who} holds together{degree} worse"),
    ("formation", "contact"): ("{who}: wires to Moscow{degree} better", "{who}: wires to Moscow{degree} worse"),
    ("formation", "pace"): ("{who}: the enemy comes on{degree} faster", "{who}: the enemy comes on{degree} slower"),
    ("plot", "secrecy"): ("the plot is{degree} better kept", "the plot is{degree} worse kept"),
    ("tie", "trust"): ("{person} trusts {who}{degree} more", "{person} trusts {who}{degree} less"),
    ("tie", "fear"): ("{person} fears {who}{degree} more", "{person} fears {who}{degree} less"),
}  # fmt: skip
"""What a rise and a fall of a column that is hidden from the seat are called."""

NEXT_STEP: dict[str, tuple[str, str]] = {
    "man": ("he is in your hands, and the wires come next", "those at his door hold, and he knows of it"),
    "wires": ("the wires are yours, and the obeying comes next", "two voices are heard, and days are lost"),
    "obeying": ("the organs obey, and power is yours", "organs outside the plot wait, and days are lost"),
}
"""By the phase of a plot: what a step that succeeds leads to, and one that fails."""


def phrase(table: str, column: str, change: float | None, rises: bool, names: dict[str, str]) -> str:
    """A change in words; empty for a column that has none. change: None where its size cannot be told."""
    words = PHRASES.get((table, column))
    if words is None:
        return ""
    size = MUCH / 2 if change is None else abs(change)
    degree = " slightly" if size < LITTLE else " much" if size >= MUCH else ""
    said = words[0 if rises else 1]
    if degree and "takes it{degree} badly" in said:
        degree = " rather" if size < LITTLE else " very"
    return said.format(degree=degree, **names).replace("you trusts", "you trust").replace("you fears", "you fear")
