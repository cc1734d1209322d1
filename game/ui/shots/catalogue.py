"""Every state of the window that is worth seeing, and how hands come to it.

Screens that are registered but stand in none are shown as they open.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import pygame

from game.ui.app.stage import Maker
from game.ui.kit.rich import Link
from game.ui.shots.hand import Hand

Bring = Callable[[Hand], object]


@dataclass(frozen=True, slots=True)
class Shot:
    """A state. screen: by which it is left out where it is not registered. station: empty before any campaign.

    bring: from the screen that a station leads to; False where what it looks for is not there.
    """

    name: str
    screen: str
    station: str
    bring: Bring


def shots(makers: Mapping[str, Maker]) -> tuple[Shot, ...]:
    """All states of the screens that there are."""
    known = [shot for shot in SHOTS if shot.screen in makers]
    shown = {shot.screen for shot in known}
    rest = [Shot(name, name, "july", _shown(name)) for name in makers if name not in shown]
    return (*known, *rest)


# ways -----------------------------------------------------------------------------------------------------------------


def _shown(name: str, *arguments: object) -> Bring:
    def bring(hand: Hand) -> bool:
        try:
            hand.stage.show(name, *arguments)
        except TypeError:
            return False
        hand.settle()
        return True

    return bring


def _arrived(hand: Hand) -> bool:
    return True


def _then(*steps: Bring) -> Bring:
    """One after the other, as long as each finds what it looks for."""
    return lambda hand: all(step(hand) is not False for step in steps)


def _pressed(*ends: str) -> Bring:
    return lambda hand: hand.press(*ends)


def _if_there(*ends: str) -> Bring:
    """Press what is only there in a narrow window."""

    def bring(hand: Hand) -> bool:
        hand.press(*ends)
        return True

    return bring


def _rested(*ends: str) -> Bring:
    return lambda hand: hand.rest_on(*ends)


def _pinned(hand: Hand) -> bool:
    hand.stage.ui.pin_tip()
    hand.leave()
    return True


def _keyed(key: int) -> Bring:
    def bring(hand: Hand) -> bool:
        hand.key(key)
        return True

    return bring


def _said(hand: Hand) -> bool:
    hand.stage.ui.say(hand.stage.words("say.busy"))
    hand.settle()
    return True


def _saved(hand: Hand) -> bool:
    hand.stage.save(hand.stage.words("saves.quick"))
    hand.settle()
    return True


def _closed_pressed(hand: Hand) -> bool:
    """Press the first control that cannot be used now."""
    closed = next((p for p in hand.placed if p.node.why_not and p.visible.size), None)
    return closed is not None and hand.press(*closed.path)


def _closed_order(hand: Hand) -> bool:
    """The dialog of the first order that cannot be given now."""
    closed = next((offer for offer in hand.stage.offers if not offer.open), None)
    return closed is not None and _shown("order", closed.lever)(hand) is not False


def _linked(hand: Hand) -> bool:
    """Rest the pointer on the first link of a text."""
    link = next((p for p in hand.placed if isinstance(p.node, Link)), None)
    return link is not None and hand.rest_on(*link.path)


SHOTS = (
    Shot("menu", "menu", "", _shown("menu")),
    Shot("argument", "argument", "", _shown("argument")),
    Shot("settings", "settings", "", _shown("settings")),
    Shot("first card", "card", "begun", _arrived),
    Shot("card dacha", "card", "dacha", _arrived),
    Shot("card asked", "card", "asked", _arrived),
    Shot("desk first", "desk", "first_orders", _arrived),
    Shot("desk", "desk", "july", _arrived),
    Shot("desk with a question", "desk", "dacha", _shown("desk")),
    Shot("desk leader", "desk", "leader", _arrived),
    Shot("desk minister", "desk", "minister", _arrived),
    Shot("tip", "desk", "july", _rested("figure 0")),
    Shot("pinned tip", "desk", "july", _then(_rested("figure 1"), _pinned)),
    Shot("toast", "desk", "july", _said),
    Shot("refused", "order", "minister", _then(_closed_order, _closed_pressed)),
    Shot("focus", "desk", "july", _then(_keyed(pygame.K_TAB), _keyed(pygame.K_TAB), _keyed(pygame.K_TAB))),
    Shot("order", "order", "july", _then(_shown("desk"), _pressed("orders", "content", "foreign.note_london"))),
    Shot("order to a man", "order", "july", _shown("order", "room.talk")),
    Shot("order chosen", "order", "july", _shown("order", "room.talk", {"man": "beria"})),
    Shot("order closed", "order", "minister", _closed_order),
    Shot("room", "room", "july", _shown("room")),
    Shot("room plot", "room", "plot", _shown("room")),
    Shot("front", "front", "july", _shown("front")),
    Shot("front orders", "front", "july", _then(_shown("front"), _if_there("drawer"), _pressed("tabs", "orders"))),
    Shot("press", "press", "july", _shown("press")),
    Shot("press telegram", "press", "july", _then(_shown("press"), _pressed("tabs", "wire"))),
    Shot("ledger", "ledger", "july", _shown("ledger", "person.molotov.authority")),
    Shot("encyclopaedia", "encyclopaedia", "july", _shown("encyclopaedia")),
    Shot("encyclopaedia link", "encyclopaedia", "july", _then(_shown("encyclopaedia"), _linked)),
    Shot("encyclopaedia claim", "encyclopaedia", "july", _shown("encyclopaedia", "claim/13")),
    Shot("saves", "saves", "july", _then(_saved, _shown("saves"))),
    Shot("pause", "pause", "july", _shown("pause")),
    Shot("console", "console", "july", _shown("console")),
    Shot("console opened", "console", "july", _then(_shown("console"), _pressed("console", "consent"))),
    Shot("fallen", "fallen", "fallen", _arrived),
    Shot("verdict", "verdict", "over", _arrived),
    Shot("verdict power", "verdict", "power", _arrived),
)
"""In the order of a game."""


def chosen(all_shots: tuple[Shot, ...], only: str) -> Iterator[Shot]:
    """Those whose name or screen is, or begins with, a word; all for an empty one."""
    return (s for s in all_shots if not only or s.name.startswith(only) or s.screen == only)
