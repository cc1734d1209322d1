"""The picture of a save: how the game looked, or a card drawn for it where nobody kept that."""

from __future__ import annotations

import pygame

from game.language.dates import short_date
from game.ui.app.stage import Stage
from game.ui.art.portraits import portrait
from game.ui.kit.canvas import Canvas
from game.ui.kit.rect import Rect
from game.ui.link.saves import SavedGame


def draw_save(canvas: Canvas, place: Rect, stage: Stage, save: SavedGame, look: pygame.Surface | None) -> None:
    """Its picture at that place, with a frame."""
    if look is not None:
        box = canvas.device(place)
        canvas.surface.blit(pygame.transform.smoothscale(look, box.size), box)
    else:
        with canvas.clipped(canvas.rect_mask(place)):
            _draw_card(canvas, place, stage, save)
    canvas.box(place, "line" if save.fault else "ink", 2)


def _draw_card(canvas: Canvas, place: Rect, stage: Stage, save: SavedGame) -> None:
    x, y, w, h = place.x, place.y, place.w, place.h
    if save.fault:
        canvas.rect(place, "dark")
        canvas.hatch(canvas.rect_mask(place), "line", 10, 2)
        canvas.line([(x + w * 0.42, y + h * 0.3), (x + w * 0.58, y + h * 0.7)], max(3.0, h * 0.05), "mute")
        canvas.line([(x + w * 0.58, y + h * 0.3), (x + w * 0.42, y + h * 0.7)], max(3.0, h * 0.05), "mute")
        return
    canvas.rect(place, "mist")
    canvas.polygon([(x, y), (x + w * 0.78, y + h * 0.46), (x, y + h)], "red")
    canvas.polygon([(x, y + h * 0.5), (x + w * 0.78, y + h * 0.46), (x, y + h)], "deep")
    faction = stage.argued.factions.get(save.person, "") if stage.argued is not None else ""
    radius = h * 0.36
    canvas.circle(x + w * 0.68, y + h / 2, radius + h * 0.03, "ink")
    portrait(canvas, x + w * 0.68, y + h / 2, radius, save.person, faction)
    if h >= 140:
        canvas.text(x + w * 0.05, y + h / 2, short_date(stage.words, save.date), "display", h * 0.2, "paper",
                    down="middle")  # fmt: skip
