"""One save with all that is known of it, and what can be done with it."""

from __future__ import annotations

from game.language.dates import long_date
from game.ui.app.stage import Stage
from game.ui.art.portraits import plate
from game.ui.kit.button import Button
from game.ui.kit.canvas import Canvas
from game.ui.kit.node import Act, Node, Picture, Status
from game.ui.kit.rect import Rect
from game.ui.link.saves import SavedGame
from game.ui.screens.game_facts import draw_facts, premises_said
from game.ui.screens.last_game import name_of
from game.ui.screens.page import panel, within_panel
from game.ui.screens.save_picture import draw_save
from game.ui.screens.saves_rows import size_of, title_of, when

BUTTONS, LINE, STRIP = 48.0, 35.0, 124.0
Facts = tuple[tuple[str, str], ...]


def detail(stage: Stage, place: Rect, save: SavedGame | None, load: Act, throw_away: Act) -> list[Node]:
    """The panel; without a save it says so."""
    words = stage.words
    nodes: list[Node] = [panel(place, "detail", title_of(words, save.path.name) if save else words("saves.nothing"))]
    if save is None:
        return nodes
    body, row = within_panel(place).within(bottom=BUTTONS + 14), within_panel(place).split_bottom(BUTTONS)[0]
    facts = _facts(stage, save)
    high = min((body.w - STRIP) * 9 / 16, body.h - LINE * len(facts) - 20)
    top, rest = body.split_top(high, 20)
    look, strip = top.split_left(high * 16 / 9, 14)
    strip = strip.split_left(min(strip.w, high * 0.8))[0]
    seen = stage.pictures.stamp(save.path)

    def draw_look(canvas: Canvas, whole: Rect, status: Status) -> None:
        draw_save(canvas, whole, stage, save, stage.pictures.of(save.path))

    def draw_told(canvas: Canvas, whole: Rect, status: Status) -> None:
        draw_facts(canvas, whole, facts)

    nodes.append(Picture(rect=look, key="look", what=(save.path, save.fault, seen), draw=draw_look))
    if not save.fault:
        nodes.append(_man(stage, save, strip))
    nodes.append(Picture(rect=rest, key="facts", what=facts, draw=draw_told))
    delete, start = row.split_right(min(180, row.w * 0.35), 14)
    nodes.append(Button(rect=start, key="load", text=words("saves.load"), kind="primary", size=22, act=load,
                        why_not=words("saves.cannot") if save.fault else ""))  # fmt: skip
    nodes.append(Button(rect=delete, key="delete", text=words("saves.delete"), kind="dark", act=throw_away))
    return nodes


def _man(stage: Stage, save: SavedGame, place: Rect) -> Node:
    faction = stage.argued.factions.get(save.person, "") if stage.argued is not None else ""

    def draw_man(canvas: Canvas, whole: Rect, status: Status) -> None:
        man = whole.split_top(min(whole.h, whole.w * 1.3))[0]
        canvas.rect(whole, "ink")
        canvas.polygon([(0, man.bottom), (whole.w, man.bottom), (whole.w / 2, whole.h)], "red")
        plate(canvas, man, save.person, faction)
        canvas.box(whole, "ink", 2)

    return Picture(rect=place, key="man", what=(save.person, faction), draw=draw_man)


def _facts(stage: Stage, save: SavedGame) -> Facts:
    words = stage.words
    file = (words("saves.saved_on"), f"{when(words, save.changed)} · {size_of(words, save.bytes)}")
    if save.fault:
        why = save.fault.removeprefix(f"{save.path.name}: ")
        return ((words("saves.fault"), why[:1].upper() + why[1:] + "."), file)
    key = f"saves.place_{save.place.replace(' ', '_')}"
    stands = words(key) if words.has(key) else save.place
    where = words("saves.stands", date=long_date(words, save.date), n=save.stop, place=stands)
    others = words("argument.as_historical" if save.historical else "argument.as_plausible").lower()
    kind = words("facts.kind", difficulty=words(f"argument.{save.difficulty}"), others=others)
    return (
        (words("saves.date"), where), (words("facts.person"), name_of(stage, save.person)),
        (words("facts.premises"), premises_said(stage, save.premises or {})),
        (words("facts.played"), kind + (words("facts.ironman") if save.ironman else "")),
        (words("facts.seed"), str(save.seed)), file,
    )  # fmt: skip
