"""What the pointer and the keys do."""

from __future__ import annotations

from functools import partial

import pygame

from game.ui.kit.button import Button
from game.ui.kit.choosing import DropDown, segments
from game.ui.kit.dialog import Choice, Dialog
from game.ui.kit.entering import Entry, Slider
from game.ui.kit.interface import Interface
from game.ui.kit.node import Node, Tip
from game.ui.kit.rect import Rect
from tests.ui.kit.build import Hands

PLACE = Rect(100, 100, 200, 40)


def one(node: Node) -> Hands:
    return Hands(lambda ui: [node])


def test_a_button_acts_when_it_is_pressed_and_let_go_on() -> None:
    done: list[str] = []
    hands = one(Button(rect=PLACE, text="Go on", act=lambda: done.append("on")))
    hands.click(150, 120)
    assert done == ["on"]


def test_a_button_does_nothing_when_the_pointer_is_let_go_elsewhere() -> None:
    done: list[str] = []
    hands = one(Button(rect=PLACE, text="Go on", act=lambda: done.append("on")))
    hands.move(150, 120)
    hands.hold(150, 120)
    hands.move(900, 700)
    hands.let_go(900, 700)
    assert done == []


def test_a_closed_button_says_why_by_pointer_and_by_key() -> None:
    hands = one(Button(rect=PLACE, text="Arrest", why_not="It costs 16 authority, and you have 3."))
    hands.click(150, 120)
    assert hands.said == ["It costs 16 authority, and you have 3."]
    hands.look(10)
    assert hands.said == []
    hands.key(pygame.K_RETURN)
    assert hands.said == ["It costs 16 authority, and you have 3."]


def test_tab_walks_through_all_that_can_be_reached_and_return_presses_it() -> None:
    done: list[str] = []

    def nodes(ui: Interface) -> list[Node]:
        return [
            Button(rect=Rect(100, 100 + 60 * i, 200, 40), key=name, text=name, act=partial(done.append, name))
            for i, name in enumerate("abc")
        ]

    hands = Hands(nodes)
    for _ in range(4):
        hands.key(pygame.K_TAB)
    hands.key(pygame.K_RETURN)
    hands.key(pygame.K_TAB, pygame.KMOD_SHIFT)
    hands.key(pygame.K_SPACE)
    assert done == ["a", "c"]


def test_arrows_lead_to_the_nearest_in_their_direction() -> None:
    def nodes(ui: Interface) -> list[Node]:
        places = {"left": (100, 300), "middle": (400, 310), "right": (700, 300), "below": (420, 500)}
        return [
            Button(rect=Rect(x, y, 120, 40), key=name, text=name, act=lambda: None) for name, (x, y) in places.items()
        ]

    hands = Hands(nodes)
    hands.key(pygame.K_TAB)
    walked = []
    for key in (pygame.K_RIGHT, pygame.K_DOWN, pygame.K_UP, pygame.K_RIGHT, pygame.K_LEFT):
        hands.key(key)
        walked.append(hands.ui.focus[-1])
    assert walked == ["middle", "below", "middle", "right", "middle"]


def test_a_dialog_takes_the_hands_until_escape_closes_it() -> None:
    done: list[str] = []
    hands = one(Button(rect=PLACE, text="Go on", act=lambda: done.append("beneath")))
    hands.ui.open(Dialog("sure", "Are you sure?", "It cannot be taken back.", [Choice("Yes"), Choice("No")]))
    hands.look()
    hands.click(150, 120)
    assert done == []
    hands.key(pygame.K_ESCAPE)
    hands.click(150, 120)
    assert done == ["beneath"]


def test_the_choices_of_a_dialog_close_it_and_act() -> None:
    done: list[str] = []
    hands = one(Button(rect=PLACE, text="Go on", act=lambda: None))
    hands.ui.open(Dialog("sure", "Sure?", "Quite?", [Choice("Yes", lambda: done.append("yes")), Choice("No")]))
    hands.look()
    hands.key(pygame.K_TAB)
    hands.key(pygame.K_RETURN)
    assert done == ["yes"]
    assert len(hands.ui.layers) == 1


def test_a_hotkey_acts_unless_the_focused_entry_takes_the_letter() -> None:
    done: list[str] = []
    texts: list[str] = []
    hands = Hands(lambda ui: [Entry(rect=PLACE, key="name", changed=texts.append)], keys={"run_on": "R"})
    hands.ui.actions["run_on"] = lambda: done.append("ran")
    hands.key(pygame.K_r, letter="r")
    hands.click(150, 120)
    hands.key(pygame.K_r, letter="r")
    hands.write("r")
    assert done == ["ran"]
    assert texts == ["r"]


def test_an_entry_takes_letters_and_gives_them_back_one_by_one() -> None:
    text = ["Minsk"]
    entered: list[str] = []

    def nodes(ui: Interface) -> list[Node]:
        return [
            Entry(rect=PLACE, key="e", text=text[0], most=8, changed=lambda t: text.__setitem__(0, t),
                  entered=entered.append)
        ]  # fmt: skip

    hands = Hands(nodes)
    hands.click(150, 120)
    hands.key(pygame.K_BACKSPACE)
    hands.write("sk fell, they say")
    hands.key(pygame.K_RETURN)
    assert text[0] == "Minssk f"
    assert entered == ["Minssk f"]


def test_a_slider_follows_the_pointer_and_the_arrows_in_steps() -> None:
    values: list[float] = []
    hands = Hands(
        lambda ui: [Slider(rect=Rect(100, 100, 276, 40), key="s", value=(values or [20.0])[-1], changed=values.append,
                           step=5)]
    )  # fmt: skip
    hands.move(200, 120)
    hands.hold(200, 120)
    hands.let_go(200, 120)
    hands.key(pygame.K_RIGHT)
    assert values == [50.0, 55.0]


def test_segments_choose_and_a_drop_down_chooses_from_its_list() -> None:
    chosen = {"mode": "a", "who": "1"}

    def nodes(ui: Interface) -> list[Node]:
        return [
            segments(Rect(100, 100, 300, 40), [("a", "Men"), ("b", "Organs"), ("c", "Posts")], chosen["mode"],
                     lambda name: chosen.__setitem__("mode", name), "mode"),
            DropDown(rect=Rect(100, 200, 300, 40), key="who", options=[(str(i), f"Man {i}") for i in range(40)],
                     chosen=chosen["who"], choose=lambda name: chosen.__setitem__("who", name)),
        ]  # fmt: skip

    hands = Hands(nodes)
    hands.click(350, 120)
    hands.click(150, 220)
    assert hands.ui.top is not None
    assert hands.ui.top.screen.name == "drop"
    hands.click(150, 330)
    assert chosen == {"mode": "c", "who": "2"}
    assert len(hands.ui.layers) == 1


def test_a_tip_appears_when_the_pointer_rests_and_can_be_pinned_and_followed() -> None:
    node = Button(rect=PLACE, text="Authority", act=lambda: None, tip=Tip("Authority", "See [the room](room)."))
    hands = one(node)
    hands.ui.explainer = lambda ref: Tip("The room", "Eight men.")
    followed: list[str] = []
    hands.ui.follow = followed.append
    hands.move(150, 120)
    assert hands.ui.tip_now() is None
    hands.look(0.5)
    assert hands.ui.tip_now() is not None
    hands.ui.pin_tip()
    hands.look()
    link = next(p for p in hands.ui.top.placed if type(p.node).__name__ == "Link") if hands.ui.top else None
    assert link is not None
    hands.move(link.box.centerx, link.box.centery)
    hands.look(0.5)
    seen = hands.ui.tip_now()
    assert seen is not None
    assert seen[1].title == "The room"
    hands.click(link.box.centerx, link.box.centery)
    assert followed == ["room"]
    hands.key(pygame.K_ESCAPE)
    assert len(hands.ui.layers) == 1
