"""The tables of part I, one file a subject. The order here is the order of rows in the arena."""

from game.world.columns import Table
from game.world.tables.front import FORMATION, PROVINCE, WAR
from game.world.tables.openings import FLAG, PREMISE, VAR
from game.world.tables.organ import FACTION, ORGAN, POST
from game.world.tables.person import PERSON
from game.world.tables.plot import COUP, PLOT, TIE
from game.world.tables.power import POWER
from game.world.tables.room import CLOCK, CRISIS, ROOM, VOTE

TABLES: tuple[Table, ...] = (
    CLOCK, ROOM, WAR, COUP, VOTE, CRISIS, PREMISE, FLAG, VAR, POWER, FACTION, ORGAN, POST, FORMATION, PROVINCE,
    PERSON, PLOT,
)  # fmt: skip
"""All tables with one axis."""

PAIRS: Table = TIE
"""The one table with two axes: seat and person, held in small integers."""
