"""Powers: lives first, then what the state can do."""

from game.world.columns import Report, Table, entity, number, points

LOSSES = Report("high_command", bias=-1, every=1, stake=0.9)

POWER = Table(
    "power",
    (
        entity("head", "person", "its leader", by="system"),
        number("dead_military", "persons", 5e7, "irrecoverable losses since the start", sight="reported",
               report=LOSSES),
        number("captured", "persons", 5e7, "of these, taken prisoner", sight="reported", report=LOSSES),
        number("wounded", "persons", 5e7, "sanitary losses since the start", sight="reported", report=LOSSES),
        number("dead_civilian", "persons", 5e7, "civilian dead since the start", sight="reported",
               report=Report("government", bias=-1, every=7, stake=0.6)),
        number("dead_east", "persons", 5e7, "dead on the Eastern Front", sight="reported",
               report=Report("high_command", bias=1, every=7, stake=0.9)),
        number("front_strength", "persons", 2e7, "men at the Eastern Front", sight="reported",
               report=Report("high_command", bias=1, every=1, stake=0.5)),
        number("tanks", "tanks", 1e6, "tanks in hand", sight="reported",
               report=Report("high_command", bias=1, every=1, stake=0.6)),
        number("executed", "persons", 1e7, "sentenced by courts and troikas and shot, since the start",
               sight="reported", report=Report("security", bias=-1, every=7, stake=0.4)),
        number("prisoners", "persons", 1e7, "in camps and colonies", sight="reported",
               report=Report("security", bias=-1, every=30, stake=0.2)),
        number("plants_evacuated", "works", 5000, "works moved east"),
        points("stability", "how firmly the state stands", sight="reported", start=60, timed=True,
               report=Report("security", bias=1, every=3, stake=0.5)),
        points("legitimacy", "how far people think it has a right to rule", sight="reported", start=60, timed=True,
               report=Report("secretariat", bias=1, every=3, stake=0.5)),
        points("credit", "what the other powers believe of it"),
    ),
    "Powers.",
)  # fmt: skip
