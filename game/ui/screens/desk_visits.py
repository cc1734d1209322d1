"""One visit this evening: the men who can be spoken with, and what a talk costs."""

from __future__ import annotations

from dataclasses import dataclass

from game.language.dates import short_date
from game.ui.app.stage import Stage
from game.ui.art.gauges import stance_ring
from game.ui.art.marks import number_disc
from game.ui.art.portraits import portrait
from game.ui.kit.button import Pressable
from game.ui.kit.canvas import Canvas
from game.ui.kit.node import Act, Group, Node, Picture, Status, Tip
from game.ui.kit.rect import Rect
from game.ui.screens.desk_groups import TALK, faction_id
from game.views.names import surname
from game.views.offers import Offer
from game.views.room import Person

PITCH, LEAST_PITCH, ROW = 107.0, 100.0, 140.0
"""Width that a man takes at best and at least; height of a row."""

RADIUS = 36.0


@dataclass(frozen=True, slots=True)
class Visit:
    """A man as he is offered. price: of a talk, None where none is open. below: where he is, or where he stands."""

    man: Person
    name: str
    below: str
    price: int | None
    stance: int | None


def visits_of(stage: Stage) -> tuple[Visit, ...]:
    """The men of the room, the strongest first, without you; those who are dead or taken are left out."""
    talk = next((o for o in stage.offers if o.lever == TALK), None)
    seen = {c.id for c in talk.candidates} if talk is not None and talk.open else set()
    me = stage.now.view.desk.seat
    men = [m for m in stage.now.room.persons if m.alive and m.free and m.id != me]
    men.sort(key=lambda m: (not m.present, not (m.rank or m.member or m.id in seen)))
    return tuple(_visit(stage, man, talk if man.id in seen else None) for man in men)


def _visit(stage: Stage, man: Person, talk: Offer | None) -> Visit:
    price = round(talk.price) if talk is not None else None
    return Visit(man, surname(man.name), _below(stage, man), price, man.told)


def _below(stage: Stage, man: Person) -> str:
    words = stage.words
    if not man.present:
        until = man.away_until
        return words("desk.visit.until", date=short_date(words, until)) if until else words("desk.visit.away")
    if man.stance:
        return man.stance[:1].upper() + man.stance[1:]
    if man.name == stage.now.view.desk.leader:
        return words("desk.place.leader")
    known = [f"desk.place.{organ}" for organ in man.organs if words.has(f"desk.place.{organ}")]
    return words(known[0]) if known else man.faction


def visits(stage: Stage, place: Rect, numbered: bool) -> Group:
    """Title, and as many men as there is room for; the last place leads to all of them."""
    men = visits_of(stage)
    title, body = place.split_top(34, 4)
    across = max(1, int(body.w // (PITCH if numbered else LEAST_PITCH)))
    down = max(1, int(body.h // ROW))
    shown, left = men[: across * down], len(men) - across * down
    if left > 0:
        shown, left = shown[:-1], left + 1
    wide, high = body.w / across, min(body.h / down, ROW + 20)
    nodes: list[Node] = [_title(stage, title, numbered)]
    for nth, visit in enumerate(shown):
        at = Rect(body.x + nth % across * wide, body.y + nth // across * high, wide, high)
        nodes.append(_man(stage, visit, at))
    if left > 0:
        nth = len(shown)
        at = Rect(body.x + nth % across * wide, body.y + nth // across * high, wide, high)
        nodes.append(_more(stage, at, left))
    return Group(rect=place, key="visits", children=nodes)


def _title(stage: Stage, place: Rect, numbered: bool) -> Node:
    words = stage.words
    title, note = words("desk.visit.title").upper(), _note(stage)
    short = note if note != words("desk.visit.note") else words("desk.visit.note_short")

    def draw_title(canvas: Canvas, whole: Rect, status: Status) -> None:
        x, y = 0.0, 16.0
        if numbered:
            number_disc(canvas, 17, y, "3", 17)
            x = 44.0
        end = x + canvas.text(x, y, title, "display", 30, "ink", down="middle")
        room = whole.w - end - 24
        said = note if canvas.width(note, "medium", 15.5) <= room else short
        canvas.text(whole.w, y, said, "medium", 15.5, "ink", "right", "middle", most=room)

    return Picture(rect=place, key="title", what=(title, note, numbered), draw=draw_title)


def _note(stage: Stage) -> str:
    """What the row says of itself: what a talk gives, or why none is open."""
    words = stage.words
    if stage.now.view.halt == "question":
        return words("desk.visit.wait")
    talk = next((o for o in stage.offers if o.lever == TALK), None)
    if talk is not None and not talk.open:
        return words("desk.visit.closed", why=talk.why_not[:1].lower() + talk.why_not[1:])
    return words("desk.visit.note")


def _man(stage: Stage, visit: Visit, place: Rect) -> Node:
    man, name, below = visit.man, visit.name, visit.below
    faction, price = faction_id(man), visit.price
    pale = not man.present

    def draw_man(canvas: Canvas, whole: Rect, status: Status) -> None:
        x, y = whole.w / 2, 46.0
        if visit.stance is not None:
            stance_ring(canvas, x, y, RADIUS - 2, visit.stance, visit.stance)
        else:
            canvas.circle(x, y, RADIUS + 6, "ochre" if status.hover else "line" if price is None else "ink")
            canvas.circle(x, y, RADIUS + (2 if status.hover else 4), "paper")
        portrait(canvas, x, y, RADIUS - (3 if visit.stance is not None else 0), man.id, faction, dim=pale)
        if price is not None:
            canvas.circle(x + 30, y + 27, 14, "paper")
            canvas.circle(x + 30, y + 27, 12.5, "red" if price else "ink")
            canvas.text(x + 30, y + 27.5, str(price), "semi", 15.5, "paper", "centre", "middle")
        most = whole.w - 8
        wide = min(most, canvas.width(name, "semi", 15.5) + 14)
        canvas.rect(Rect(x - wide / 2, 95, wide, 22), "ochre" if status.hover else "light")
        canvas.text(x, 106, name, "semi", 15.5, "ink", "centre", "middle", most=most - 6)
        canvas.text(x, 124, below, "medium", 15, "ink" if man.present else "mute", "centre", most=most)

    return Pressable(rect=place, key=man.id, what=(visit, pale), draw=draw_man, late=True, act=_opener(stage, visit),
                     tip=_tip(stage, visit))  # fmt: skip


def _opener(stage: Stage, visit: Visit) -> Act:
    if visit.price is None:
        return lambda: stage.show("room", visit.man.id)
    return lambda: stage.show("order", TALK, {"man": visit.man.id})


def _tip(stage: Stage, visit: Visit) -> Tip:
    words, man = stage.words, visit.man
    stands = words("desk.visit.tip_stance", stance=man.stance) if man.stance else ""
    here = words("desk.visit.tip_away") if not man.present else ""
    foot = words("desk.visit.tip_talk" if visit.price is not None else "desk.visit.tip_file")
    return Tip(man.name, " ".join(filter(None, (man.post + "." if man.post else "", stands, here))), foot)


def _more(stage: Stage, place: Rect, left: int) -> Node:
    name, below = stage.words("desk.visit.more"), stage.words.count("desk.visit.more_note", left)

    def draw_more(canvas: Canvas, whole: Rect, status: Status) -> None:
        x, y = whole.w / 2, 46.0
        canvas.circle(x, y, RADIUS + 6, "ochre" if status.hover else "ink")
        canvas.circle(x, y, RADIUS + 4, "paper")
        canvas.circle(x, y, RADIUS, "dark")
        for nth in (-1, 0, 1):
            canvas.circle(x + nth * 16, y, 5, "ink")
        wide = canvas.width(name, "semi", 15.5) + 14
        canvas.rect(Rect(x - wide / 2, 95, wide, 22), "ochre" if status.hover else "light")
        canvas.text(x, 106, name, "semi", 15.5, "ink", "centre", "middle", most=whole.w - 8)
        canvas.text(x, 124, below, "medium", 15, "ink", "centre", most=whole.w - 8)

    return Pressable(rect=place, key="more", what=(name, below), draw=draw_more, act=lambda: stage.show("room"),
                     tip=Tip(name, stage.words("desk.visit.tip_file")))  # fmt: skip
