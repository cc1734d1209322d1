"""Factions, organs of power and posts."""

from game.world.columns import Report, Table, entity, number, points

FACTION = Table(
    "faction",
    (
        points("strength", "share of the influence in the room", start=10),
        points("satisfaction", "how content it is", sight="reported", start=50,
               report=Report("secretariat", bias=1, every=7)),
    ),
    "Loyalists, chekists, army, technocrats, apparatus, reformers.",
)  # fmt: skip

ORGAN = Table(
    "organ",
    (
        entity("head", "person", "who commands it; nobody = vacant", by="system"),
        points("readiness", "how fast it can act", start=50, timed=True),
        points("obedience", "how far it obeys whoever rules", start=70, timed=True),
        points("initiative", "how far it acts of itself", start=50),
        points("fear", "fear in its ranks: it bends what it reports", sight="hidden", start=50),
        number("inspected", "share", 1, "0-1, how far its reports were inspected lately", sight="hidden", by="system"),
    ),
    "The eight organs of power.",
)

POST = Table("post", (entity("holder", "person", "who holds it; nobody = vacant", by="system"),), "Posts.")
