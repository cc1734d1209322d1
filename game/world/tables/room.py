"""The clock, the room where the state is ruled, its votes and its crises."""

from game.world.columns import Column, Table, date, entity, enum, flag, number, points

CLOCK = Table(
    "clock",
    (
        Column("date", "date", "the day this step starts", unit="date", high=80000.0, by="system"),
        number("dt", "days", 366, "length of this step", by="system", start=1.0),
        number("year", "year", 2100, "year of the date", by="system"),
        number("month", "month", 12, "month of the date", by="system"),
        flag("session", "a session opens on this step", by="system"),
        date("session_on", "day of the last session", by="system"),
        entity("protagonist", "person", "whom a person plays, or would", by="system"),
    ),
    "Time.",
    single=True,
    bare=True,
)

ROOM = Table(
    "room",
    (
        entity("leader", "person", "who rules; behind a portrait, he who rules behind it", by="system"),
        flag("withdrawn", "the leader has withdrawn and answers nobody", by="system"),
        date("withdrawn_on", "when he withdrew", by="system"),
        number("vacuum_days", "days", 400, "days without a hand at the centre since the withdrawal", by="system"),
        number("vacuum_left", "days", 60, "days of vacuum still to come after a strike", sight="hidden", by="system"),
        points("aura", "how far nobody can picture another leader", sight="hidden", start=85, timed=True),
        points("nerve", "the leader's nerve", sight="hidden", start=60),
        points("tension", "tension between the great powers", start=50),
        flag("portrait", "the man on the portraits signs, another rules", by="system"),
    ),
    "The room where the state is ruled.",
    single=True,
    bare=True,
)

VOTE = Table(
    "vote",
    (
        enum("motion", "vote_motion", "what is before the room", by="system"),
        enum("stage", "vote_stage", "how far the vote has gone", by="system"),
        entity("proposer", "person", "who moved it", by="system"),
        entity("subject", "person", "whom it concerns", by="system"),
        number("ayes", "votes", 30, "votes for, of those who have spoken", by="system"),
        number("noes", "votes", 30, "votes against, of those who have spoken", by="system"),
        number("sway", "points", 30, "what pressure and trades add to each waverer", low=-30, by="system"),
    ),
    "The vote before the room.",
    single=True,
)

CRISIS = Table(
    "crisis",
    (
        flag("active", "the crisis is acute: steps of a day"),
        date("until", "when it is expected to end", by="rules"),
    ),
    "Acute crises; `leadership` is that of the summer of 1941.",
)
