"""The dialog of an order: what it is, what it does, what it costs, to whom; and giving it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from game.ui.app.stage import Stage
from game.ui.art.icons import icon
from game.ui.art.marks import price_tag
from game.ui.art.portraits import plate, portrait
from game.ui.art.scenes.catalogue import draw_scene
from game.ui.art.scenes.choose import scene_of
from game.ui.kit.button import Button, Pressable
from game.ui.kit.canvas import Canvas
from game.ui.kit.dialog import HEAD, draw_panel
from game.ui.kit.interface import Interface
from game.ui.kit.node import Act, Group, Node, Picture, Status, Tip
from game.ui.kit.rect import Rect
from game.ui.kit.rich import RichText, Style, height_of
from game.ui.kit.screen import Screen
from game.ui.kit.scroll import BAR, Listing, Scroll
from game.ui.screens.desk_groups import faction_id
from game.views.effects import Stated
from game.views.offers import Candidate, Offer
from game.views.room import Person

WIDE, NARROW, PAD, FOOT, ROW = 1000.0, 620.0, 24.0, 46.0, 54.0
TALL, LOW = 640.0, 600.0
PICTURE = 110.0
"""From this height on there is room for a picture below the words."""

INDENT = 20.0
Paragraph = tuple[str, Style, float, float]
"""Text, style, the space above, and how far it is set in behind a point."""

MINUS = "\N{MINUS SIGN}"
MEN = ("man", "first", "second", "who")
"""Arguments that are persons."""

BODY, LABEL, DEAD = Style(17), Style(17, "head_light", "head", "deep"), Style(17, "semi", "bold", "ink")


class OrderDialog(Screen):
    """An order before it is given. given: arguments that are chosen already."""

    def __init__(self, stage: Stage, lever: str, given: Mapping[str, str] | None = None) -> None:
        super().__init__(name="order", over=True, dim=True)
        self.stage, self.lever = stage, lever
        self.given: dict[str, str] = dict(given or {})
        self.found: dict[str, tuple[Candidate, ...]] = {}
        self.stated: Stated | None = None
        """What it does to whom has been chosen, once that has come."""

    @property
    def offer(self) -> Offer | None:
        """The order, if it is on the desk today."""
        return next((o for o in self.stage.offers if o.lever == self.lever), None)

    def opened(self, ui: Interface) -> None:
        """Look up what may be chosen."""
        self._look_up()

    def build(self, ui: Interface, space: Rect) -> Node:
        """Words at the left, what is to be chosen at the right, buttons below."""
        offer = self.offer
        if offer is None:
            return self._gone(ui, space)
        chosen = bool(offer.arguments)
        wide, high = (WIDE, TALL) if chosen else (NARROW, LOW)
        place = space.middle(min(wide, space.w - 32), min(high, space.h - 24))
        inner = place.within(PAD, HEAD + 18, PAD, 18)
        buttons, body = inner.split_bottom(FOOT, 16)
        left, right = body.split_left(body.w * 0.46, 28) if chosen else (body, None)
        nodes: list[Node] = [_plate(offer, place), *self._words(ui, offer, left)]
        if right is not None:
            nodes.append(self._choosing(offer, right))
        nodes.append(self._buttons(ui, offer, buttons))
        return Group(rect=space, key="order", children=nodes)

    # words ------------------------------------------------------------------------------------------------------------

    def _words(self, ui: Interface, offer: Offer, place: Rect) -> list[Node]:
        cost, body = place.split_bottom(58, 10)
        inner = body.within(right=BAR + 6)
        nodes: list[Node] = []
        y = inner.y
        for nth, (text, style, gap, indent) in enumerate(self._paragraphs(offer)):
            y += gap
            if indent:
                nodes.append(
                    Picture(rect=Rect(inner.x + 2, y + 5, 10, 12), key=f"point {nth}", what="point", draw=_point)
                )
            at = Rect(inner.x + indent, y, inner.w - indent, 0)
            high = height_of(text, at.w, style, ui.fonts, ui.measure.scale)
            nodes.append(RichText(rect=Rect(at.x, y, at.w, high), key=f"text {nth}", text=text, style=style))
            y += high
        nodes = [Scroll(rect=body, key="words", height=y - inner.y, children=nodes), _cost(self.stage, offer, cost)]
        left = Rect(body.x, y + 18, body.w, body.bottom - y - 18)
        if left.h >= PICTURE:
            nodes.append(_picture(offer, left))
        return nodes

    def _paragraphs(self, offer: Offer) -> list[Paragraph]:
        """All that is said of it, one after the other: who dies stands before all that it brings."""
        words, states = self.stage.words, self.stated or offer.states
        out: list[Paragraph] = []
        if offer.why_not:
            out.append((f"**{words('order.closed')}.** {offer.why_not}", BODY, 0, 0))
        out.append((offer.text, BODY, 8 if out else 0, 0))
        if offer.dead:
            out.append((offer.dead, DEAD, 12, 0))
        ends = (("does", states.always), ("success", states.success), ("failure", states.failure))
        for key, said in ends:
            if said:
                out.append((words(f"order.{key}"), LABEL, 14, 0))
                out += [(_clause(line), BODY, 3, INDENT) for line in said]
        if not any(said for _, said in ends):
            out.append((words("order.silent"), BODY, 14, 0))
        return out

    # choosing ---------------------------------------------------------------------------------------------------------

    @property
    def _next(self) -> str:
        """The argument that is to be chosen now; empty when all are."""
        offer = self.offer
        return next((a for a in offer.arguments if a not in self.given), "") if offer else ""

    def _state(self) -> None:
        """Ask what it does with the arguments that are chosen now."""
        given, self.stated = dict(self.given), None

        def came(stated: Stated) -> None:
            if given == self.given:
                self.stated = stated

        if given and self.offer is not None:
            self.stage.preview(self.lever, given, came)

    def _look_up(self) -> None:
        self._state()
        offer, name = self.offer, self._next
        if offer is None or not name or name in self.found:
            return
        before = offer.arguments[: offer.arguments.index(name)]
        if not before:
            self.found[name] = offer.candidates
            return
        given = {a: self.given[a] for a in before}
        self.stage.candidates(offer.lever, given, lambda found: self._came(name, found))

    def _came(self, name: str, found: tuple[Candidate, ...]) -> None:
        self.found[name] = found
        self.stage.ui.refresh()

    def _choose(self, name: str, value: str) -> None:
        self.given[name] = value
        self._look_up()
        self.stage.ui.refresh()

    def _again(self, name: str) -> None:
        """Choose an argument anew: what was chosen after it goes with it."""
        offer = self.offer
        if offer is None:
            return
        for later in offer.arguments[offer.arguments.index(name) :]:
            self.given.pop(later, None)
            if later != name:
                self.found.pop(later, None)
        self._look_up()
        self.stage.ui.refresh()

    def _choosing(self, offer: Offer, place: Rect) -> Group:
        nodes: list[Node] = []
        y = place.y
        for name in offer.arguments:
            if name in self.given:
                nodes.append(self._chosen(offer, name, Rect(place.x, y, place.w, ROW)))
                y += ROW + 8
        name = self._next
        left = Rect(place.x, y, place.w, place.bottom - y)
        if name:
            nodes += self._candidates(name, left)
        elif man := next(filter(None, (_man(self.stage, self.given[a]) for a in reversed(offer.arguments))), None):
            nodes.append(_dossier(self.stage, man, left.within(top=4)))
        return Group(rect=place, key="choosing", children=nodes)

    def _chosen(self, offer: Offer, name: str, place: Rect) -> Node:
        value = self.given[name]
        known = next((c.name for c in self.found.get(name, offer.candidates) if c.id == value), "")
        man = _man(self.stage, value)
        said = known or (man.name if man else value)
        label = self._label(name)
        draw = _draw_candidate(value, said, label, man, name in MEN, True)
        return Pressable(rect=place, key=f"chosen {name}", what=(value, said, label), draw=draw,
                         act=lambda: self._again(name), tip=Tip(said, self.stage.words("order.change")))  # fmt: skip

    def _candidates(self, name: str, place: Rect) -> Sequence[Node]:
        words, found = self.stage.words, self.found.get(name)
        title, body = place.split_top(30, 6)
        label = self._label(name)
        heading = Picture(rect=title, key=f"title {name}", what=label, draw=_heading(label))
        if not found:
            said = words("order.looking" if found is None else "order.nobody")
            return heading, RichText(rect=body, key="nobody", text=said, style=Style(17, colour="mute"))

        def row(nth: int, at: Rect) -> Node:
            one = found[nth]
            man = _man(self.stage, one.id)
            below = man.post if man is not None else ""
            draw = _draw_candidate(one.id, one.name, below, man, name in MEN, False)
            return Pressable(rect=at.inset(0, 2), key=one.id, what=(one.id, one.name, below), draw=draw,
                             act=lambda: self._choose(name, one.id))  # fmt: skip

        return heading, Listing(rect=body, key=f"of {name}", count=len(found), pitch=ROW, row=row)

    def _label(self, name: str) -> str:
        words = self.stage.words
        return words(f"order.argument.{name}" if words.has(f"order.argument.{name}") else "order.argument.anything")

    # giving -----------------------------------------------------------------------------------------------------------

    def _buttons(self, ui: Interface, offer: Offer, place: Rect) -> Group:
        words, missing = self.stage.words, self._next
        why = offer.why_not or (words("order.choose_first", what=self._label(missing).lower()) if missing else "")
        asks = bool(offer.asked) and not offer.yours
        said = words("order.ask", who=offer.whose) if asks else words("order.give")
        back, give = place.split_left(place.w * 0.34, 14)
        return Group(rect=place, key="buttons", children=[
            Button(rect=back, key="back", text=words("order.back"), act=lambda: ui.close(self)),
            Button(rect=give, key="give", text=said, kind="primary", size=20, why_not=why, act=self._give(ui)),
        ])  # fmt: skip

    def _give(self, ui: Interface) -> Act:
        def give() -> None:
            ui.close(self)
            self.stage.submit(self.lever, self.given)

        return give

    def _gone(self, ui: Interface, space: Rect) -> Node:
        words = self.stage.words
        place = space.middle(NARROW, 180)
        text = Rect(place.x + PAD, place.y + HEAD + 20, place.w - 2 * PAD, 30)
        button = Rect(place.x + PAD, place.bottom - FOOT - 18, 200, FOOT)
        return Group(rect=space, key="order", children=[
            Picture(rect=place, key="plate", what="gone", draw=_draw_plate(words("desk.orders.title"), "")),
            RichText(rect=text, text=words("order.gone"), style=BODY),
            Button(rect=button, key="back", text=words("order.back"), act=lambda: ui.close(self)),
        ])  # fmt: skip


def _clause(said: str) -> str:
    """A stated effect as a line of a list, with true minus signs."""
    return re.sub(r"(?<=\s)-(?=\d)", MINUS, said[:1].upper() + said[1:])


def _point(canvas: Canvas, whole: Rect, status: Status) -> None:
    canvas.polygon([(0, 0), (whole.w, whole.h / 2), (0, whole.h)], "red")


def _man(stage: Stage, person: str) -> Person | None:
    return next((m for m in stage.now.room.persons if m.id == person), None)


def _dossier(stage: Stage, man: Person, place: Rect) -> Node:
    """What is known of the man whom it concerns, where he is all that was left to choose."""
    words = stage.words
    debt = words("order.man.owes", n=man.debt) if man.debt > 0 else words("order.man.owed", n=-man.debt)
    facts = (
        (words("order.man.faction"), man.faction),
        (words("order.man.patron"), man.patron or words("order.man.nobody")),
        (words("order.man.stance"), man.stance or words("order.man.unknown")),
        (words("order.man.debt"), debt if man.debt else words("order.man.nothing")),
    )

    def draw_dossier(canvas: Canvas, whole: Rect, status: Status) -> None:
        face, told = whole.split_left(min(whole.w * 0.46, whole.h * 0.72), 22)
        plate(canvas, face, man.id, faction_id(man), dim=not man.present)
        canvas.box(face, "ink", 2)
        y = told.y + 2
        for label, value in facts:
            canvas.text(told.x, y, label, "medium", 15, "mute", most=told.w)
            y = canvas.paragraph(told.x, y + 22, told.w, value, "head_light", 18, "ink", 1.25, 2) + 12
            canvas.rect(Rect(told.x, y - 8, told.w, 1.5), "line")
            y += 8

    return Picture(rect=place, key="dossier", what=(man.id, man.present, facts), draw=draw_dossier)


def _plate(offer: Offer, place: Rect) -> Node:
    return Picture(rect=place, key="plate", what=(offer.title, offer.organ), draw=_draw_plate(offer.title, offer.organ))


def _draw_plate(title: str, organ: str) -> Callable[[Canvas, Rect, Status], None]:
    def draw_plate(canvas: Canvas, whole: Rect, status: Status) -> None:
        draw_panel(canvas, whole, title, organ)

    return draw_plate


def _picture(offer: Offer, place: Rect) -> Node:
    scene = scene_of(offer.lever, offer.tags)

    def draw_picture(canvas: Canvas, whole: Rect, status: Status) -> None:
        draw_scene(canvas, whole, scene, 5)
        canvas.box(whole, "ink", 2)

    return Picture(rect=place, key="picture", what=scene, draw=draw_picture)


def _cost(stage: Stage, offer: Offer, place: Rect) -> Node:
    """What it costs, and how much of that is for asking whom."""
    words = stage.words
    parts = [words.count("order.hands", offer.hands)] if offer.hands else []
    parts += [words("order.authority", n=f"{offer.price:.0f}")] if offer.price else []
    said = words("order.costs", what=", ".join(parts)) if parts else words("order.free")
    asking = words("order.of_asking", n=f"{offer.asked:.0f}", who=offer.whose) if offer.asked else ""
    man = next((m for m in stage.now.room.persons if m.name == offer.whose), None) if asking else None
    price = f"{offer.price:.0f}" if offer.price else ""

    def draw_cost(canvas: Canvas, whole: Rect, status: Status) -> None:
        canvas.rect(whole, "dark")
        x, y = 14.0, whole.h / 2
        if man is not None:
            portrait(canvas, 30, y, 23, man.id, faction_id(man))
            x = 66.0
        canvas.text(x, y - (11 if asking else 0), said, "semi", 16.5, "ink", down="middle", most=whole.w - x - 96)
        canvas.text(x, y + 12, asking, "medium", 15, "ink", down="middle", most=whole.w - x - 96)
        if offer.hands or price:
            price_tag(canvas, whole.w - 14, y - 14, offer.hands, price, 28, "ink", across="right")

    return Picture(rect=place, key="cost", what=(said, asking), draw=draw_cost)


def _heading(label: str) -> Callable[[Canvas, Rect, Status], None]:
    def draw_heading(canvas: Canvas, whole: Rect, status: Status) -> None:
        wide = canvas.text(0, 14, label, "head_light", 18, "deep", down="middle")
        canvas.rect(Rect(wide + 14, 14, whole.w - wide - 14, 1.5), "line")

    return draw_heading


def _draw_candidate(
    value: str, name: str, below: str, man: Person | None, person: bool, chosen: bool
) -> Callable[[Canvas, Rect, Status], None]:
    """A row: a man with his portrait, anything else with a wedge; the chosen one stands on its own with a frame."""

    def draw_candidate(canvas: Canvas, whole: Rect, status: Status) -> None:
        y, x = whole.h / 2, 68.0
        canvas.rect(whole, "dark" if status.hover else "paper")
        if chosen or status.hover:
            canvas.box(whole, "ochre", 3 if chosen else 2)
        canvas.polygon([(0, 0), (12, 0), (5, whole.h), (0, whole.h)], "red" if chosen or status.hover else "ink")
        if person:
            portrait(canvas, 38, y, min(22.0, y - 3), value, faction_id(man))
        else:
            icon(canvas, "wedge", 28, y - 10, 20, "red" if chosen else "ink", "paper")
        right = whole.w - (42 if chosen else 12)
        if chosen:
            icon(canvas, "undo", whole.w - 34, y - 10, 20, "ink", "paper")
        canvas.text(x, y - (11 if below else 0), name, "head_light", 17, "ink", down="middle", most=right - x)
        canvas.text(x, y + 12, below, "medium", 15, "mute", down="middle", most=right - x)

    return draw_candidate
