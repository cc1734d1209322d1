"""The war in the east as the opening knows it: fronts, army groups, towns."""

from game.world.columns import Report, Table, entity, enum, flag, number, points

WAR = Table(
    "war",
    (
        flag("eastern", "the USSR and Germany are at war", start=1),
        flag("ended", "the war in the east is over"),
        enum("outcome", "war_outcome", "how it ended"),
    ),
    "The war.",
    single=True,
)

STAFF_LOSS = Report("high_command", bias=-1, every=1, stake=0.9)

FORMATION = Table(
    "formation",
    (
        entity("commander", "person", "who commands it; nobody = nobody", by="system"),
        enum("stance", "stance", "its standing order"),
        number("men", "persons", 6e6, "men at the front", sight="reported",
               report=Report("high_command", bias=1, every=1, stake=0.5)),
        number("tanks", "tanks", 2e4, "tanks in hand", sight="reported",
               report=Report("high_command", bias=1, every=1, stake=0.6)),
        number("depth", "km", 2000, "ground lost along its direction since 22 June", sight="reported",
               report=STAFF_LOSS),
        number("pace", "km a day", 120, "ground its enemy could take a day if nothing slowed him", sight="hidden",
               timed=True),
        points("cohesion", "how far it holds together", sight="hidden", start=60, timed=True),
        points("contact", "how well its wires reach Moscow", sight="hidden", start=50, timed=True),
        points("entrenchment", "lines prepared behind it", sight="reported", start=5,
               report=Report("high_command", bias=1, every=3, stake=0.3)),
    ),
    "Fronts and army groups. An army group's depth, men and losses mirror the front it faces.",
)  # fmt: skip

PROVINCE = Table("province", (enum("holder", "holder", "who holds the town", by="system"),), "The front map.")
