"""The answers of a card as they are drawn and pressed: a letter on a wedge, words, price, effects."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from game.language.words import Words
from game.ui.art.icons import icon
from game.ui.art.marks import price_tag
from game.ui.kit.button import Pressable
from game.ui.kit.canvas import Canvas
from game.ui.kit.node import Node, Status, Tip
from game.ui.kit.rect import Rect
from game.ui.kit.scroll import BAR, Scroll
from game.ui.screens.card_setting import Chip, Setting, clause
from game.views.question import OptionCard

FRAME = 4.0
"""Width of the frame about the chosen answer."""

MOST_STRETCH = 1.25
"""How much higher than its setting an answer may stand where there is room."""


def answers(
    words: Words, place: Rect, settings: Sequence[Setting], cards: Sequence[OptionCard], chosen: str, gap: float,
    press: Callable[[str], object],
) -> Scroll:  # fmt: skip
    """All answers below one another; scrolled where they are higher than their place."""
    whole = sum(s.height for s in settings)
    spare = max(0.0, place.h - whole - gap * (len(settings) - 1))
    more = min(spare / len(settings), whole / len(settings) * (MOST_STRETCH - 1))
    spread = min(gap * 0.6, (spare - more * len(settings)) / max(1, len(settings) - 1))
    y, nodes = place.y, []
    for setting, card in zip(settings, cards, strict=True):
        at = Rect(place.x, y, place.w, setting.height + more)
        nodes.append(_answer(words, at, setting, card, card.id == chosen, press))
        y = at.bottom + gap + spread
    outer = Rect(place.x - FRAME, place.y - FRAME, place.w + 2 * FRAME + BAR + 2, place.h + 2 * FRAME)
    high = y - gap - spread - place.y
    outer = outer if high > place.h + 0.5 else outer.within(bottom=max(0.0, place.h - high) - 0.5)
    return Scroll(rect=outer, key="answers", children=nodes, height=high + 2 * FRAME, night=True)


def _answer(
    words: Words, at: Rect, setting: Setting, card: OptionCard, chosen: bool, press: Callable[[str], object]
) -> Node:
    tip = Tip(card.text, "\n".join(_told(words, card)), words("card.more_foot")) if setting.folded else None
    return Pressable(rect=at.inset(-FRAME), key=f"answer {card.id}", what=(setting, chosen),
                     draw=_drawing(setting, chosen), act=lambda: press(card.id), tip=tip)  # fmt: skip


def _told(words: Words, card: OptionCard) -> list[str]:
    out = [clause(said) for said in card.states.always]
    for name, ends in (("success", card.states.success), ("failure", card.states.failure)):
        out += [f"**{words(f'card.{name}')}.** {clause(said)}" for said in ends]
    return out


def _drawing(setting: Setting, chosen: bool) -> Callable[[Canvas, Rect, Status], None]:
    def draw_answer(canvas: Canvas, whole: Rect, status: Status) -> None:
        if chosen:
            canvas.rect(whole, "ochre")
        body = whole.inset(FRAME)
        with canvas.moved(body.x, body.y):
            _draw(canvas, Rect(0, 0, body.w, body.h), setting, chosen, status)
        if status.hover and not chosen:
            canvas.box(body, "ochre", 2)

    return draw_answer


def _draw(canvas: Canvas, whole: Rect, setting: Setting, chosen: bool, status: Status) -> None:
    ground = "dark" if setting.closed else "light"
    wedge, letter = ("line", "ink") if setting.closed else ("red" if chosen else "ink", "paper")
    canvas.rect(whole, ground)
    reach = 8.0 if status.pressed else 0.0
    canvas.polygon([(0, 0), (70 + reach, 0), (52 + reach, whole.h), (0, whole.h)], wedge)
    canvas.text(31, min(42.0, whole.h / 2), setting.letter, "display", 50, letter, "centre", "middle")
    down = (whole.h - setting.height) / 2
    first, free = setting.lines[0], setting.price == "0" or setting.closed
    price_tag(canvas, whole.w - 12, first.y + down + first.size * 0.37 - 12, 0, setting.price, 24,
              _tag(setting, chosen), "ink" if free else "paper", "right")  # fmt: skip
    if setting.bar[1] > setting.bar[0]:
        canvas.rect(Rect(84, setting.bar[0] + down, 4, setting.bar[1] - setting.bar[0]), "ink")
    for line in setting.lines:
        canvas.text(line.x, line.y + down, line.text, line.face, line.size, line.colour)
    for chip in setting.chips:
        _draw_chip(canvas, chip, down, "light" if setting.closed else "paper")


def _tag(setting: Setting, chosen: bool) -> str:
    if setting.price == "0" or setting.closed:
        return "paper" if setting.closed else "dark"
    return "red" if chosen else "ink"


def _draw_chip(canvas: Canvas, chip: Chip, down: float, ground: str) -> None:
    y, pitch = chip.y + down, chip.size * 1.22
    canvas.rect(Rect(chip.x, y, chip.w, chip.h), ground)
    canvas.rect(Rect(chip.x, y, 4, chip.h), chip.edge)
    first = y + chip.h / 2 - (len(chip.lines) - 1) * pitch / 2
    icon(canvas, chip.sign, chip.x + 11, first - 8, 16, "ink", ground)
    for nth, line in enumerate(chip.lines):
        canvas.text(chip.x + 34, first + nth * pitch, line, "semi", chip.size, "ink", down="middle")
