"""All scenes by name."""

from __future__ import annotations

from collections.abc import Mapping

from game.ui.art.scenes import abroad, dacha, front, kremlin, rear, wires
from game.ui.art.scenes.stage import Scene, stage_of
from game.ui.kit.canvas import Canvas
from game.ui.kit.rect import Rect

SCENES: Mapping[str, Scene] = {
    "airfield": front.burning_airfield,
    "ambassador": abroad.ambassadors_note,
    "armchair": dacha.the_armchair,
    "berlin": abroad.berlin,
    "boots": rear.felt_boots,
    "burning_fields": rear.burning_fields,
    "burning_town": front.burning_town,
    "car_below": kremlin.car_below,
    "cars": dacha.cars_waiting,
    "corridor": kremlin.corridor,
    "dacha": dacha.dacha_at_night,
    "dead": front.the_dead,
    "dead_wires": wires.dead_wires,
    "digging": rear.digging,
    "dumb_telephone": wires.dumb_telephone,
    "empty_chair": kremlin.empty_chair,
    "envoys": abroad.envoys,
    "factory": rear.works_taken_down,
    "file": kremlin.file_with_pages,
    "foreign_station": abroad.foreign_station,
    "gate": kremlin.the_gate,
    "guns": front.guns_over_moscow,
    "hall": kremlin.clapping_hall,
    "kremlin": kremlin.towers_in_blackout,
    "lathes": rear.lathes,
    "london": abroad.london,
    "loudspeakers": wires.loudspeakers,
    "map": front.map_with_pins,
    "militia": rear.militia,
    "night_houses": kremlin.night_houses,
    "pistols": kremlin.pistols,
    "platform": rear.platform,
    "pocket": front.pocket,
    "press": wires.page_proof,
    "queue": rear.queue_for_bread,
    "radio_tower": front.listening_mast,
    "refugees": front.refugees,
    "river": front.soldiers_at_a_river,
    "road": dacha.night_road,
    "rockets": front.rockets_under_covers,
    "sealed_wagons": rear.sealed_wagons,
    "shells": rear.shells,
    "signature": kremlin.signature,
    "speech": wires.the_speech,
    "stadium": rear.stadium,
    "study": kremlin.a_lamp_in_the_study,
    "tanks": front.tanks_without_fuel,
    "tape": wires.tape,
    "telephone": wires.telephone_at_dawn,
    "train": rear.train_eastward,
    "visitors": dacha.why_have_you_come,
    "vote": kremlin.raised_hands,
    "washington": abroad.washington,
    "wedge": front.wedge_as_ordered,
    "wireless": wires.wireless_set,
}
"""Name -> drawing."""


def draw_scene(canvas: Canvas, rect: Rect, name: str, seed: int = 0) -> None:
    """Draw a scene into a rectangle of any proportion. KeyError: there is none of that name."""
    stage = stage_of(canvas, rect, seed)
    if stage is not None:
        SCENES[name](stage)
