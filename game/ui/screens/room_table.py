"""The wedge table: factions as sectors, the men among them, the leader in the middle, the file on you as a wedge."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from game.language.dates import day_month
from game.ui.app.stage import Stage
from game.ui.kit.button import Pressable
from game.ui.kit.interface import Interface
from game.ui.kit.node import Group, Node, Picture, Tip
from game.ui.kit.rect import Rect
from game.ui.screens.room_people import man_of, sits, stance_mark, stance_span, whereabouts
from game.ui.screens.room_seating import LABEL, RING, Block, Guest, Seat, Slice, Table, polar, seated, slices
from game.ui.screens.room_table_art import (
    HUB,
    OUTER,
    Ground,
    Hub,
    Man,
    Plan,
    Wedge,
    draw_ground,
    draw_hub,
    draw_man,
    draw_you,
)
from game.ui.screens.room_table_corners import corners
from game.ui.screens.top_bar import figure_tip
from game.views.names import surname
from game.views.organs import Faction
from game.views.room import Person

Choose = Callable[[str], object]

LARGE, SMALL, OWN = 36.0, 29.0, 46.0
"""Radii of portraits: of men with a rank, of the others, of the player; at the design's size."""
PAGES = 6
MOST_AWAY = 3


@dataclass(frozen=True, slots=True)
class Scene:
    """The table in a rectangle. place: of the whole. plan: its measures. you: where the player sits, if he does."""

    place: Rect
    plan: Plan
    parts: tuple[Slice, ...]
    you: Seat | None
    wedge: Wedge


def table_nodes(stage: Stage, ui: Interface, place: Rect, chosen: str, choose: Choose) -> list[Node]:
    """All of the table in a rectangle. chosen: the man whose dossier is open."""
    scene = scene_of(stage, place)
    return [
        _ground(stage, scene),
        *_factions(stage, scene),
        *_hub(stage, scene, chosen, choose),
        *corners(stage, scene.place, scene.plan, scene.wedge),
        *_men(stage, ui, scene, chosen, choose),
        *_away(stage, ui, scene, chosen, choose),
        *_you(stage, ui, scene, chosen, choose),
    ]


def scene_of(stage: Stage, place: Rect) -> Scene:
    """Measures of the table in a rectangle."""
    outer = min(place.w, place.h - 8) / 2 - 2
    k = outer / OUTER
    plan = Plan(place.w / 2, place.h / 2, k, outer, outer - max(28.0, 33 * k) - 12 * k, max(48.0, HUB * k))
    room, desk = stage.now.room, stage.now.view.desk
    me = man_of(room, desk.seat)
    parts = slices([(f.id, f.strength.value) for f in room.factions], me.faction_id if me else "")
    you = None
    if me is not None and me.id != room.leader_id and me.alive:
        own = next((part for part in parts if part.faction == me.faction_id), Slice("", -60, 60))
        turn = min(own.start + 34, own.middle)
        x, y = polar(turn, plan.hub + max(OWN * k, 30) + 26 * k + 8)
        you = Seat(me.id, x, y, max(30.0, OWN * k), True)
    return Scene(place, plan, parts, you, _wedge(stage, plan, parts, you, me))


def _wedge(stage: Stage, plan: Plan, parts: tuple[Slice, ...], you: Seat | None, me: Person | None) -> Wedge:
    """The file: from security's rim to where the player sits."""
    start = parts[0].start - 11 if parts else 240.0
    held = me.file if me is not None else None
    pages = held if held is not None else min(PAGES, stage.now.view.desk.signs)
    aim = (you.x, you.y, you.radius + 7) if you is not None else (0.0, 0.0, plan.hub + 6)
    return Wedge(polar(start, plan.outer), aim, 46 * plan.k, pages, held is not None)


def _ground(stage: Stage, scene: Scene) -> Node:
    room = stage.now.room
    factions = {faction.id: faction for faction in room.factions}
    seated_in = {man.faction_id for man in room.persons if sits(man)}
    words = []
    for part in scene.parts:
        name, strength = factions[part.faction].name.upper(), f"{factions[part.faction].strength.value:.0f}"
        empty = "" if part.faction in seated_in else stage.words("room.seat.no_seat")
        words.append((name, strength, empty))
    ground = Ground(scene.plan, scene.parts, tuple(words), scene.wedge)
    return Picture(rect=scene.place, key="wheel", what=ground, draw=draw_ground(ground), opaque=True, kept="room")


def _factions(stage: Stage, scene: Scene) -> list[Node]:
    """Places on the rim that explain the strength of a faction."""
    out: list[Node] = []
    for part in scene.parts:
        faction = next(f for f in stage.now.room.factions if f.id == part.faction)
        steps = max(1, round((part.end - part.start) / 14))
        group: list[Node] = []
        for nth in range(steps):
            turn = part.start + (part.end - part.start) * (nth + 0.5) / steps
            x, y = polar(turn, scene.plan.ring + 20 * scene.plan.k)
            side = max(26.0, 34 * scene.plan.k)
            at = Rect(scene.place.x + scene.plan.x + x - side / 2, scene.place.y + scene.plan.y + y - side / 2, side,
                      side)  # fmt: skip
            group.append(Group(rect=at, key=f"rim {nth}", tip=_faction_tip(stage, faction)))
        out.append(Group(rect=scene.place, key=f"faction {part.faction}", children=group))
    return out


def _faction_tip(stage: Stage, faction: Faction) -> Callable[[], Tip]:
    def tip() -> Tip:
        strong, content = figure_tip(stage, faction.strength), figure_tip(stage, faction.satisfaction)
        return Tip(faction.name, f"**{strong.title}**\n{strong.text}\n**{content.title}**\n{content.text}")

    return tip


def _hub(stage: Stage, scene: Scene, chosen: str, choose: Choose) -> list[Node]:
    room, desk, words = stage.now.room, stage.now.view.desk, stage.words
    leader = man_of(room, room.leader_id)
    name = surname(room.leader).upper() if leader else words("room.seat.empty").upper()
    there = leader is not None and (desk.leader_here or leader.id == desk.seat)
    said, about = name, words("room.seat.tip_leader_here")
    if leader is not None and not there:
        said = words(f"room.seat.{'withdrawn' if desk.withdrawn_since else 'absent'}", name=name).upper()
        about = whereabouts(words, leader)
    if desk.withdrawn_since:
        about = words("room.seat.tip_leader_gone", date=day_month(words, desk.withdrawn_since))
    if room.portrait:
        about += "\n" + words("room.seat.tip_portrait")
    hub = Hub(
        scene.plan.hub, said, leader.id if leader and there else "", leader.faction_id if leader else "",
        leader is not None and chosen == leader.id,
    )  # fmt: skip
    wide = scene.plan.hub + 14
    at = Rect(scene.place.x + scene.plan.x - wide, scene.place.y + scene.plan.y - wide, 2 * wide, 2 * wide)
    act = (lambda: choose(leader.id)) if leader is not None else None
    tip = Tip(room.leader if leader else said, about, words("room.seat.tip_press") if leader else "")
    return [Picture(rect=at, key="hub", what=hub, draw=draw_hub(hub)),
            Group(rect=_within(at), key="leader", act=act, here=hub.chosen, tip=tip)]  # fmt: skip


def _within(disc: Rect) -> Rect:
    """The square within a disc: what is pressed does not reach to where others sit."""
    return disc.inset(disc.w * 0.16)


def _guests(stage: Stage, ui: Interface, scene: Scene) -> tuple[Guest, ...]:
    room, desk, k = stage.now.room, stage.now.view.desk, scene.plan.k
    men = [man for man in room.persons if sits(man) and man.present and man.free]
    men = [man for man in men if man.id not in (room.leader_id, desk.seat)]
    most = max((man.influence for man in men), default=1.0)
    least = min((man.influence for man in men), default=0.0)
    out = []
    for man in men:
        weight = (man.influence - least) / max(1.0, most - least)
        large = man.rank > 0
        out.append(Guest(man.id, man.faction_id, round(weight, 2), large, (LARGE if large else SMALL) * k,
                         _label_width(ui, surname(man.name))))  # fmt: skip
    return tuple(out)


def _label_width(ui: Interface, name: str) -> float:
    scale = ui.measure.scale
    return round(ui.fonts.width(name, "semi", round(15 * scale)) / scale + 28)


def _blocks(scene: Scene) -> tuple[Block, ...]:
    """What is to be kept free: the player's own seat, the wedge, the call-outs of sectors without a man."""
    out: list[Block] = []
    if scene.you is not None:
        out.append((round(scene.you.x), round(scene.you.y), scene.you.radius + 11))
        out.append((round(scene.you.x), round(scene.you.y + scene.you.radius), scene.you.radius * 0.62))
    (bx, by), (ax, ay, _), half = scene.wedge.base, scene.wedge.aim, scene.wedge.half
    for nth in range(9):
        share = nth / 8
        at = (round(bx + (ax - bx) * share), round(by + (ay - by) * share))
        out.append((*at, half * (1 - share) + 3))
    return tuple(out)


def _empty_sectors(stage: Stage, scene: Scene) -> tuple[Block, ...]:
    filled = {man.faction_id for man in stage.now.room.persons if sits(man)}
    out = []
    for part in scene.parts:
        if part.faction not in filled:
            for nth in range(7):
                away = scene.plan.hub + 14 + (scene.plan.ring - scene.plan.hub - 20) * nth / 6
                x, y = polar(part.middle, away)
                out.append((round(x), round(y), 12.0))
    return tuple(out)


def _men(stage: Stage, ui: Interface, scene: Scene, chosen: str, choose: Choose) -> list[Node]:
    blocks = (*_blocks(scene), *_empty_sectors(stage, scene))
    table = Table(scene.parts, scene.plan.ring, scene.plan.hub + 4, blocks)
    middle = (scene.place.x + scene.plan.x, scene.place.y + scene.plan.y)
    return [
        _man(stage, ui, seat, (middle[0] + seat.x, middle[1] + seat.y), chosen, choose)
        for seat in seated(_guests(stage, ui, scene), table)
    ]


def _man(stage: Stage, ui: Interface, seat: Seat, at: tuple[float, float], chosen: str, choose: Choose,
         ground: str = "") -> Node:  # fmt: skip
    man = man_of(stage.now.room, seat.id)
    assert man is not None
    name = surname(man.name)
    up = seat.radius + RING
    wide = max(up, _label_width(ui, name) / 2 if seat.named else 0.0)
    high = up + (seat.radius + 5 + LABEL if seat.named else up)
    what = Man(man.id, ground or man.faction_id, man.faction_id, name if seat.named else "", seat.radius,
               stance_span(man), stance_mark(stage, man), chosen == man.id, not man.free)  # fmt: skip
    box = Rect(at[0] - wide, at[1] - up, 2 * wide, high)
    return Pressable(rect=box, key=f"man {man.id}", what=what, draw=draw_man(what), act=lambda: choose(man.id),
                     here=what.chosen, tip=_man_tip(stage, man))  # fmt: skip


def _man_tip(stage: Stage, man: Person) -> Tip:
    words = stage.words
    lines = [man.post, words("room.man.rank_n", n=man.rank) if man.rank else "", whereabouts(words, man)]
    if man.told is None:
        lines.append(words("room.seat.tip_unheard"))
    else:
        lines.append(words("room.seat.tip_heard", stance=man.stance))
    if man.bound == "bound":
        lines.append(words("room.seat.tip_bound"))
    return Tip(man.name, "\n".join(filter(None, lines)), words("room.seat.tip_press"))


def _away(stage: Stage, ui: Interface, scene: Scene, chosen: str, choose: Choose) -> list[Node]:
    """Men who are not in Moscow stand outside the circle, at the left below."""
    room, desk, place = stage.now.room, stage.now.view.desk, scene.place
    gone = [man for man in room.persons if sits(man) and not (man.present and man.free)]
    gone = [man for man in gone if man.id not in (room.leader_id, desk.seat)]
    radius = max(20.0, 27 * scene.plan.k)
    pitch = 2 * radius + 46
    spots, beside = [(0, 0), (0, 1), (1, 0)], 0.0
    nodes: list[Node] = []
    for man, (column, row) in zip(gone[:MOST_AWAY], spots, strict=False):
        wide = max(radius + RING, _label_width(ui, surname(man.name)) / 2)
        x = place.x + 15 + wide + (beside if column else 0.0)
        beside = max(beside, 2 * wide + 2) if row == 0 else beside
        y = place.bottom - radius - 32 - row * pitch
        nodes.append(_man(stage, ui, Seat(man.id, 0, 0, radius, True), (x, y), chosen, choose, ground="outside"))
    return nodes


def _you(stage: Stage, ui: Interface, scene: Scene, chosen: str, choose: Choose) -> list[Node]:
    if scene.you is None:
        return []
    seat, me = scene.you, man_of(stage.now.room, scene.you.id)
    assert me is not None
    what = Man(me.id, me.faction_id, me.faction_id, surname(me.name).upper(), seat.radius, (1, 0), "measured",
               chosen == me.id, not me.free)  # fmt: skip
    x, y = scene.place.x + scene.plan.x + seat.x, scene.place.y + scene.plan.y + seat.y
    reach = seat.radius + 15
    at = Rect(x - reach, y - reach, 2 * reach, 2 * reach)
    words = stage.words
    tip = Tip(me.name, f"{me.post}\n{words('room.seat.tip_you')}", words("room.seat.tip_press"))
    return [
        Picture(rect=at, key="you", what=what, draw=draw_you(what)),
        Group(rect=_within(at), key=f"man {me.id}", act=lambda: choose(me.id), here=what.chosen, tip=tip),
    ]  # fmt: skip
