"""Words about the front."""

from __future__ import annotations

from game.script.act import Act
from game.script.word import Word, params
from game.world.state import Floats


def order(act: Act, formation: Floats, stance: Floats) -> None:
    """Give a formation its standing order. A change costs a little cohesion: not everybody gets it in time."""
    changes = act.get("formation", "stance", formation) != stance
    act.put("formation", "stance", stance, formation)
    act.add("formation", "cohesion", -act.constant("front.order_costs"), formation, where=changes)
    act.note("ordered", formation, where=changes)


ORDER = Word(
    "order", params("formation:formation", "stance:enum:stance"), ("formation.stance", "formation.cohesion"), order,
    "Gives a front its standing order; changing it costs a little cohesion.",
    "order(formation.western_front, elastic)", "{formation} is ordered: {stance}",
)  # fmt: skip
