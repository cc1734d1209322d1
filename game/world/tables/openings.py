"""What a world is set up with, and what mods add."""

from game.world.columns import Column, Table, flag

PREMISE = Table(
    "premise",
    (Column("value", "number", "its value; a choice's place in its list", high=1e6, sight="hidden", by="system"),),
    "What the thread disagrees about.",
)
FLAG = Table("flag", (flag("value", "yes or no"),), "Yes/no facts that events set.")
VAR = Table("var", (Column("value", "number", "a mod's own number", low=-1e9, high=1e9),), "Numbers of a mod's own.")
