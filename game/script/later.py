"""Fixed public names of which the systems come with a later part of the game: known, and not yet there to be read."""

from __future__ import annotations

from collections.abc import Mapping

COLUMNS: Mapping[str, frozenset[str]] = {
    "power": frozenset(
        """gdp population front_strength_axis tanks_built aircraft_built guns_built steel grain warheads icbms
        defence_share space_share living_standard sentenced officers_dismissed camp_deaths lend_lease_tons""".split()
    ),
}
"""By table: columns that rules will read one day."""

TABLES = frozenset({"region", "milestone", "programme", "sector"})
"""Tables that will have rows one day."""

REMEDY = "see `main.py mods docs` for what there is today"


def comes_later(table: str, column: str) -> bool:
    """Whether a column of a table is one of those."""
    return table in TABLES or column in COLUMNS.get(table, frozenset())
