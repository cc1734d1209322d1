"""Persons. Those of the room come first: only they have the columns of extent `room`."""

from game.world.columns import Column, Table, date, entity, enum, flag, number, points


def skill(name: str) -> Column:
    """1-10, 5 = an ordinary holder of such a post (history/people.toml)."""
    return number(name, "skill", 10, f"skill in {name}", start=5.0, by="system")


PERSON = Table(
    "person",
    (
        flag("alive", "he lives", by="system"),
        flag("free", "he is not under arrest", by="system", start=1),
        flag("active", "he is in play in this scenario", by="system"),
        flag("present", "he is in Moscow and can be seen today", by="system", start=1),
        points("influence", "weight in the room"),
        points("loyalty", "loyalty to the leader", sight="hidden", start=50),
        points("suspicion", "what the leader suspects him of", sight="hidden"),
        points("fear", "fear for himself", sight="hidden", start=50),
        points("ambition", "wish to rise", sight="hidden", start=40),
        points("health", "health", sight="own", start=70),
        entity("faction", "faction", "his faction"),
        entity("post", "post", "his highest post", by="system"),
        entity("patron", "person", "who made him"),
        skill("politics"),
        skill("war"),
        skill("industry"),
        skill("science"),
        date("away_until", "when he is due back in Moscow; 0 = open", by="system"),
        number("rank", "place", 99, "his place among the seats; 0 = no seat", extent="room", by="system"),
        number("policy", "code", 999, "who decides for him", sight="hidden", extent="room", by="system"),
        number("hands", "hands", 6, "hands of attention a session", extent="room", sight="own", start=1),
        number("hands_left", "hands", 6, "hands left", extent="room", sight="own", by="system"),
        points("authority", "what he can spend on what others resist", extent="room", sight="own", start=30),
        number("file", "pages", 6, "pages in the file that security keeps on him", extent="room", sight="security",
               by="system"),
        number("signs", "signs", 99, "signs that he has seen of what is coming for him", extent="room", sight="own",
               by="system"),
        enum("aim", "aim", "what he wants", extent="room", sight="own", by="system"),
        flag("member", "he votes in the Politburo", extent="room", by="system"),
        flag("led", "he led while the leader was away, and it was noticed", extent="room", sight="hidden"),
        date("fell_on", "when he was arrested, dismissed or killed", extent="room", by="system"),
    ),
    "Persons, by the ids of the record.",
)  # fmt: skip
