"""Plots (one row a seat), the record of coups, and what persons are to each other."""

from typing import Any

from game.world.columns import Column, Table, date, entity, enum, number, points

PLOT = Table(
    "plot",
    (
        enum("phase", "plot_phase", "how far it has gone", sight="own", by="system"),
        enum("route", "plot_route", "how it means to take power", sight="own", by="system"),
        entity("leader", "person", "who is to rule", sight="own", by="system"),
        points("strength", "weight of the organs in it, of all", sight="own", by="system"),
        number("organs", "organs", 8, "organs in it", sight="own", by="system"),
        points("secrecy", "how well it is kept", sight="hidden", start=100),
        number("odds", "share", 1, "0-1, the seat's own reckoning of its next step", sight="own", by="system"),
        date("opened_on", "when the first man was sounded", sight="own", by="system"),
        date("struck_on", "when it struck", sight="own", by="system"),
        number("fails", "steps", 9, "steps that failed", sight="own", by="system"),
    ),
    "Plots, one row for each person who may hold a seat. A bare `plot.x` is the deciding seat's.",
)

COUP = Table(
    "coup",
    (
        number("count", "coups", 99, "strikes attempted", by="system"),
        enum("last_result", "coup_result", "how the last one ended", by="system"),
        entity("last_by", "person", "whose it was", by="system"),
        enum("last_route", "plot_route", "by which route", by="system"),
        date("last_on", "when", by="system"),
    ),
    "Strikes against the leader.",
    single=True,
)


def small(name: str, meaning: str, low: float = -100, high: float = 100, **more: Any) -> Column:
    """A column of ties: a whole number of -100 to 100."""
    return Column(name, "number", meaning, unit="points", low=low, high=high, **more)


TIE = Table(
    "tie",
    (
        small("debt", "what the person owes the seat; below 0, what the seat owes him", -9, 9, sight="own"),
        small("trust", "how far the person trusts the seat", sight="hidden"),
        small("fear", "how far the person fears the seat", 0, 100, sight="hidden"),
        small("client", "the person is the seat's client: one of his circle", 0, 1, sight="own"),
        small("bound", "in its plot: 0 not asked, 1 sounded, 2 refused, 3 bound", 0, 3, sight="own", by="system"),
        small("heard", "a talk has shown where he stands", 0, 1, sight="own", by="system"),
        small("told", "the stance he showed at the talk, -3 against to 3 for", -3, 3, sight="own", by="system"),
    ),
    "tie.SEAT.PERSON.column",
)
