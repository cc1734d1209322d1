"""All men and all posts as tables that can be sorted."""

from __future__ import annotations

from collections.abc import Callable

from game.language.dates import signed
from game.ui.app.stage import Stage
from game.ui.kit.interface import Interface
from game.ui.kit.node import Node
from game.ui.kit.rect import Rect
from game.ui.kit.table import Column, Line, table
from game.ui.screens.room_people import whereabouts
from game.views.room import Person

Choose = Callable[[str], object]
UNRANKED = 999.0
UNHEARD = -9.0
NEEDS = {"post": 1050.0, "where": 730.0}
"""Width of the table from which on a column is shown; the dossier tells of the rest."""


def men_table(stage: Stage, ui: Interface, place: Rect, choose: Choose) -> Node:
    """Everybody of the capital who matters; pressing opens his dossier."""
    words = stage.words
    wanted = [
        ("name", 2.1, False),
        ("faction", 1.35, False),
        ("post", 3.6, False),
        ("rank", 0.8, True),
        ("influence", 0.95, True),
        ("stance", 1.35, False),
        ("debt", 0.85, True),
        ("where", 1.4, False),
    ]
    wanted = [column for column in wanted if place.w >= NEEDS.get(column[0], 0)]
    columns = [Column(name, words(f"room.column.{name}"), share, number) for name, share, number in wanted]
    lines = [_man_line(stage, man, [column.id for column in columns]) for man in stage.now.room.persons if man.alive]
    return table(ui, place, columns, lines, "men", choose)


def _man_line(stage: Stage, man: Person, shown: list[str]) -> Line:
    words = stage.words
    cells: dict[str, tuple[str, float | str]] = {
        "name": (man.name, man.name),
        "faction": (man.faction, man.faction),
        "post": (man.post, man.post),
        "rank": (str(man.rank) if man.rank else "", float(man.rank) if man.rank else UNRANKED),
        "influence": (f"{man.influence:.0f}", man.influence),
        "stance": (man.stance, UNHEARD if man.told is None else float(man.told)),
        "debt": (signed(man.debt) if man.debt else "", float(man.debt)),
        "where": (whereabouts(words, man),) * 2,
    }
    return Line(man.id, tuple(cells[name][0] for name in shown), tuple(cells[name][1] for name in shown),
                stressed=man.id == stage.now.view.desk.seat or man.client)  # fmt: skip


def posts_table(stage: Stage, ui: Interface, place: Rect, choose: Choose) -> Node:
    """All posts and who holds them, the vacant ones in bold; pressing opens what can be done."""
    words = stage.words
    columns = [Column("post", words("room.column.post"), 3), Column("holder", words("room.post.holder"), 1.7)]
    lines = []
    for post in stage.now.room.posts:
        holder = post.holder_name or words("room.post.vacant")
        lines.append(Line(post.id, (post.name, holder), (post.name, post.holder_name), stressed=not post.holder))
    return table(ui, place, columns, lines, "posts", choose)
