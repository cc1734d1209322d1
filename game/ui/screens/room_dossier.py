"""The dossier: what is known of a man, an organ or a post, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from game.ui.app.stage import Stage
from game.ui.art.factions import faction_sign
from game.ui.art.gauges import bar, stance_bar
from game.ui.art.icons import ORGANS, icon
from game.ui.art.marks import file_page, mark
from game.ui.art.portraits import plate, portrait
from game.ui.kit.button import Pressable
from game.ui.kit.canvas import Canvas
from game.ui.kit.dialog import HEAD, draw_panel
from game.ui.kit.interface import Interface
from game.ui.kit.node import Node, Picture, Status, Tip
from game.ui.kit.rect import Rect
from game.ui.kit.rich import Style
from game.ui.kit.scroll import BAR, Scroll
from game.ui.screens.room_orders import orders_about, orders_of_organ, orders_part
from game.ui.screens.room_organs import price_of
from game.ui.screens.room_people import debts, man_of, organ_of, stance_mark, stance_span, whereabouts
from game.ui.screens.room_stack import Stack
from game.ui.screens.top_bar import figure_tip
from game.views.organs import Organ, Post
from game.views.room import Person
from game.views.told import Figure

Draw = Callable[[Canvas, Rect, Status], None]
Choose = Callable[[str, str], object]
"""Choose a thing: `man`, `organ` or `post`, and its id."""

PLATE, LOW = 112.0, 560.0
LABEL = 104.0
ROW = 25.0
SKILLS = ("politics", "war", "industry", "science")
POST = Style(16, "medium", colour="mute", leading=1.25)


def dossier(stage: Stage, ui: Interface, place: Rect, chosen: tuple[str, str], choose: Choose) -> list[Node]:
    """The panel of what is chosen."""
    kind, name = chosen
    room = stage.now.room
    man, organ = man_of(room, name), organ_of(room, name)
    post = next((one for one in room.posts if one.id == name), None)
    body = place.within(left=20, top=HEAD, right=6)
    stack = Stack(ui, body.x, body.y + 16, body.w - BAR - 6)
    title, right = stage.words("room.dossier"), ""
    if kind == "organ" and organ is not None:
        _organ(stack, stage, organ, choose)
    elif kind == "post" and post is not None:
        title = stage.words("room.post.title")
        _post(stack, stage, post, choose)
    elif man is not None:
        right = stage.words("room.man.number", n=man.rank) if man.rank else ""
        _man(stack, stage, man, place.h < LOW)
    high = stack.y - body.y + 12
    ground = Picture(rect=place, key="dossier ground", what=(title, right), draw=_ground(title, right), opaque=True)
    return [ground, Scroll(rect=body, key=f"dossier {kind} {name}", height=high, children=stack.nodes)]


def _ground(title: str, right: str) -> Draw:
    def draw_dossier_ground(canvas: Canvas, whole: Rect, status: Status) -> None:
        draw_panel(canvas, whole, title.upper(), right)
        canvas.rect(Rect(0, HEAD, whole.w, whole.h - HEAD), "light")
        canvas.rect(Rect(0, 0, 4, whole.h), "ink")

    return draw_dossier_ground


# a man --------------------------------------------------------------------------------------------------------------


def _man(stack: Stack, stage: Stage, man: Person, low: bool) -> None:
    """All of a man. low: the panel is low, and what can be done comes before what he is able to do."""
    _identity(stack, stage, man)
    others = [post for post in man.posts if post != man.post]
    stack.text("posts", "\n".join(others), POST, 8)
    _facts(stack, stage, man)
    if man.id != stage.now.view.desk.seat:
        _stance(stack, stage, man)
    if not low:
        _skills(stack, stage, man)
        _file(stack, stage, man)
    if man.id != stage.now.view.desk.seat:
        orders_part(stack, stage, stage.words("room.man.orders"), orders_about(stage, man.id, man.name))
    if low:
        _skills(stack, stage, man)
        _file(stack, stage, man)


def _identity(stack: Stack, stage: Stage, man: Person) -> None:
    """Portrait, name, post, faction."""
    dim = not (man.alive and man.free)
    words = stage.words
    own = man.id == stage.now.view.desk.seat
    note = words("room.man.you") if own else words("room.man.client") if man.client else ""

    def draw_identity(canvas: Canvas, whole: Rect, status: Status) -> None:
        high = min(whole.h, PLATE)
        plate(canvas, Rect(0, 0, 104, high), man.id, man.faction_id, dim=dim)
        canvas.polygon([(0, high), (0, high - 26), (26, high)], "red")
        x, room = 118.0, whole.w - 118
        lines = _name_lines(canvas, man.name, room)
        y = 2.0
        for line in lines:
            size = canvas.fitted(line, "head", 25, room)
            canvas.text(x, y, line, "head", size, "ink", most=room)
            y += 30
        y = canvas.paragraph(x, y + 2, room, man.post, "medium", 15.5, "mute", 1.22, most=3)
        y = max(y + 8, 2 + 30 * len(lines) + 14)
        faction_sign(canvas, x + 7, y + 6, 14, man.faction_id)
        wide = canvas.text(x + 20, y + 6, man.faction, "semi", 16, "ink", down="middle")
        if note and wide + canvas.width(note, "semi", 15) + 40 < room:
            canvas.text(x + room, y + 6, note, "semi", 15, "deep", "right", "middle")
        elif note:
            canvas.text(x, y + 28, note, "semi", 15, "deep", down="middle", most=room)

    high = _identity_height(stack, man, note)
    stack.picture("identity", high, (man.id, man.post, man.faction, dim, note), draw_identity, 12)


def _name_lines(canvas: Canvas, name: str, room: float) -> list[str]:
    """The name in one line, or its last part in a line of its own."""
    if canvas.width(name, "head", 22) <= room or " " not in name:
        return [name]
    return canvas.lines(name, "head", 24, room)[:2]


def _identity_height(stack: Stack, man: Person, note: str) -> float:
    """Enough for three lines of the post, the faction and a note beside the portrait."""
    fonts, scale, room = stack.ui.fonts, stack.ui.measure.scale, stack.wide - 118
    two = fonts.width(man.name, "head", round(22 * scale)) / scale > room
    posts = fonts.width(man.post, "medium", round(15.5 * scale)) / scale
    lines = min(3, int(posts / (room * 0.85)) + 1) if man.post else 0
    return max(PLATE, (64 if two else 34) + lines * 19 + (58 if note else 34))


def _facts(stack: Stack, stage: Stage, man: Person) -> None:
    words, room = stage.words, stage.now.room
    rows = [
        (words("room.man.rank"), words(f"room.man.{_standing(man)}", n=man.rank)),
        (words("room.man.organ"), ", ".join(organ.name for organ in room.organs if organ.head == man.id)),
        (words("room.man.patron"), man.patron or words("room.man.patron_none")),
        (words("room.man.where"), "" if man.present and man.free and man.alive else whereabouts(words, man)),
    ]
    if man.id != stage.now.view.desk.seat:
        rows.append((words("room.man.debt"), debts(words, man)))
        rows.append((words("room.man.plot"), words(f"room.bound.{man.bound}") if man.bound != "not_asked" else ""))
    _rows(stack, "facts", [row for row in rows if row[1]])
    _measure(stack, stage, "influence", words("room.man.influence"),
             Figure(f"person.{man.id}.influence", words("room.man.influence"), man.influence, f"{man.influence:.0f}",
                    "points", "measured", "", ""))  # fmt: skip


def _standing(man: Person) -> str:
    """Key of what he is in the room: by rank and vote."""
    return ("rank_vote" if man.member else "rank_n") if man.rank else "only_vote" if man.member else "rank_none"


def _rows(stack: Stack, key: str, rows: Sequence[tuple[str, str]]) -> None:
    """Labels and what stands beside them."""

    def draw_rows(canvas: Canvas, whole: Rect, status: Status) -> None:
        for nth, (label, said) in enumerate(rows):
            y = nth * ROW + ROW / 2
            canvas.text(0, y, label, "medium", 15, "mute", down="middle", most=LABEL - 8)
            size = canvas.fitted(said, "semi", 16, whole.w - LABEL)
            canvas.text(LABEL, y, said, "semi", size, "ink", down="middle", most=whole.w - LABEL)

    stack.picture(key, len(rows) * ROW, tuple(rows), draw_rows, 4)


def _measure(stack: Stack, stage: Stage, key: str, label: str, figure: Figure) -> None:
    """A figure of 0 to 100 as a bar with its mark."""

    def draw_measure(canvas: Canvas, whole: Rect, status: Status) -> None:
        y = whole.h / 2
        wide = canvas.text(0, y, label, "medium", 15, "mute", down="middle", most=whole.w - 120)
        left = max(LABEL, wide + 10)
        bar(canvas, Rect(left, y - 5, whole.w - left - 62, 10), figure.value / 100, "red", "dark")
        canvas.text(whole.w - 24, y, f"{figure.value:.0f}", "semi", 16, "ink", "right", "middle")
        mark(canvas, whole.w - 7, y, figure.mark, 5.5, "ink", "light")

    stack.picture(key, 26, (label, figure.text, figure.mark), draw_measure, 8, tip=lambda: figure_tip(stage, figure))


def _stance(stack: Stack, stage: Stage, man: Person) -> None:
    words = stage.words
    vote = stage.now.room.vote
    about = vote is not None and vote.open
    stack.heading("stance", words("room.man.stance_vote" if about else "room.man.stance"), gap=4)
    said = words("room.man.stance_none") if man.told is None else words("room.man.stance_told", stance=man.stance)
    known, (low, high) = stance_mark(stage, man), stance_span(man)
    known = "guessed" if man.told is None else known

    def draw_stance(canvas: Canvas, whole: Rect, status: Status) -> None:
        stance_bar(canvas, Rect(0, 0, whole.w, 18), low, high)
        mark(canvas, 6, 52, known, 5.5, "ink", "light")
        canvas.text(20, 52, said, "medium", 15.5, "ink", down="middle", most=whole.w - 20)

    tip = words("room.seat.tip_unheard" if man.told is None else "room.seat.tip_heard", stance=man.stance)
    stack.picture("stance bar", 64, (low, high, said, known), draw_stance, 8, tip=Tip(words("room.man.stance"), tip))


def _skills(stack: Stack, stage: Stage, man: Person) -> None:
    words, skills = stage.words, dict(man.skills)
    stack.heading("skills", words("room.man.skills"), gap=0)
    shown = tuple((words(f"room.man.{name}"), skills[name]) for name in SKILLS if name in skills)

    def draw_skills(canvas: Canvas, whole: Rect, status: Status) -> None:
        for nth, (label, value) in enumerate(shown):
            x, y = (nth % 2) * (whole.w / 2 + 8), nth // 2 * ROW + ROW / 2
            room = whole.w / 2 - 8
            canvas.text(x, y, label, "medium", 15, "ink", down="middle", most=66)
            bar(canvas, Rect(x + 70, y - 4, room - 96, 8), value / 10, "ink", "dark")
            canvas.text(x + room, y, f"{value:.0f}", "semi", 15, "ink", "right", "middle")

    stack.picture("skill bars", ROW * 2 + 2, shown, draw_skills, 8)


def _file(stack: Stack, stage: Stage, man: Person) -> None:
    """Pages of his file, which only the head of security reads."""
    words = stage.words
    if man.file is None:
        return
    pages = man.file
    stack.heading("file", words("room.man.file"), words("room.man.file_n", n=pages))

    def draw_file(canvas: Canvas, whole: Rect, status: Status) -> None:
        for nth, at in enumerate(whole.columns(6, 9)):
            file_page(canvas, at, "known" if nth < pages else "blank")

    stack.picture("pages", 48, pages, draw_file, 12, tip=Tip(words("room.man.file"), words("room.man.file_three")))


# an organ -----------------------------------------------------------------------------------------------------------


def _organ(stack: Stack, stage: Stage, organ: Organ, choose: Choose) -> None:
    words = stage.words
    price, state, own = price_of(stage, organ)

    def draw_organ(canvas: Canvas, whole: Rect, status: Status) -> None:
        disc = "red" if own else "ink"
        canvas.circle(32, whole.h / 2, 32, disc)
        icon(canvas, ORGANS.get(organ.id, "person"), 14, whole.h / 2 - 18, 36, "paper", disc, "ink" if own else "ember")
        name = organ.name.upper()
        size = canvas.fitted(name, "head", 25, whole.w - 80)
        canvas.text(80, whole.h / 2, name, "head", size, "ink", down="middle", most=whole.w - 80)

    stack.picture("organ", 66, (organ.id, own), draw_organ, 12)
    asked = state or words("room.order.authority", n=price)
    _rows(stack, "asked", [(words("room.organ.asked"), asked)])
    _measure(stack, stage, "obeys", words("room.organ.obeys"), organ.obedience)
    _measure(stack, stage, "ready", words("room.organ.ready"), organ.readiness)
    _holder(stack, stage, words("room.organ.head"), organ.head, choose)
    orders_part(stack, stage, words("room.organ.orders"), orders_of_organ(stage, organ.id, organ.name))


def _holder(stack: Stack, stage: Stage, title: str, person: str, choose: Choose) -> None:
    """Who holds something, as a row that opens his dossier."""
    stack.heading("holder", title, gap=4)
    man = man_of(stage.now.room, person)
    if man is None:
        stack.text("vacant", stage.words("room.post.nobody"), Style(16, "medium", colour="mute"), 8)
        return

    def draw_holder(canvas: Canvas, whole: Rect, status: Status) -> None:
        canvas.rect(whole, "dark" if status.hover else "paper")
        portrait(canvas, 32, whole.h / 2, 27, man.id, man.faction_id, dim=not man.free)
        canvas.text(70, whole.h / 2 - 11, man.name, "semi", 17, "ink", down="middle", most=whole.w - 80)
        faction_sign(canvas, 76, whole.h / 2 + 13, 12, man.faction_id)
        canvas.text(88, whole.h / 2 + 13, man.faction, "medium", 15, "mute", down="middle", most=whole.w - 98)

    stack.nodes.append(Pressable(rect=stack.take(64, 10), key=f"holder {man.id}", what=(man.id, man.free),
                                 draw=draw_holder, act=lambda: choose("man", man.id)))  # fmt: skip


# a post -------------------------------------------------------------------------------------------------------------


def _post(stack: Stack, stage: Stage, post: Post, choose: Choose) -> None:
    words = stage.words
    stack.text("post", post.name, Style(23, "head", "head", leading=1.25), 10)
    _holder(stack, stage, words("room.post.held_by"), post.holder, choose)
    orders_part(stack, stage, words("room.post.orders"), orders_about(stage, post.id, post.name))
