"""The room: men at the table, organs, dossiers, orders with a man filled in, and layouts that hold in every window."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pygame
import pytest

from game.ui.kit.rect import Rect
from game.ui.screens.room import RoomScreen, layout
from game.ui.screens.room_orders import TALK
from game.ui.screens.room_seating import Guest, Table, seated, slices
from game.views.organs import Post
from game.views.vote import Vote
from tests.ui.screens.test_desk import at_orders
from tests.ui.screens.window import SIZES, Elsewhere, Window, faults_of_layout, in_all_sizes


def room(folder: Path, man: str = "", *apart: str) -> Window:
    """The room at a stop with orders, with a man's dossier open."""
    window = Window(folder, at_orders(), *apart)
    window.stage.show("room", *([man] if man else []))
    window.look()
    return window


def turn(window: Window, **what: object) -> None:
    """Put the screen on a page, a part of the strip, or a dossier."""
    for key, value in what.items():
        window.ui.remember(key, value)
    window.look()


def alter(window: Window, **parts: object) -> None:
    """The same stop with other parts of the room's page."""
    snap = window.stage.now
    window.stage.snap = replace(snap, room=replace(snap.room, **parts))  # type: ignore[arg-type]
    window.ui.refresh()
    window.look()


# the table ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("by", ["click", "press"])
def test_pressing_a_man_opens_his_dossier(tmp_path: Path, by: str) -> None:
    window = room(tmp_path)
    getattr(window, by)("man mikoyan")
    assert "Anastas Mikoyan" in " ".join(window.texts())
    assert window.has("dossier man mikoyan", f"order {TALK}")


@pytest.mark.parametrize("by", ["click", "press"])
def test_an_order_opens_with_the_man_filled_in(tmp_path: Path, by: str) -> None:
    window = room(tmp_path, "mikoyan", "order")
    getattr(window, by)(f"order {TALK}")
    assert isinstance(window.screen, Elsewhere)
    assert window.screen.given == (TALK, {"man": "mikoyan"})


def test_after_an_order_the_player_is_still_in_the_room_and_the_talk_shows_a_stance(tmp_path: Path) -> None:
    window = room(tmp_path, "mikoyan")
    window.click(f"order {TALK}")
    window.click("buttons", "give")
    assert isinstance(window.screen, RoomScreen)
    assert window.game.journal[-1].decision == TALK
    man = next(m for m in window.stage.now.room.persons if m.id == "mikoyan")
    assert man.told is not None
    assert any(man.stance in text for text in window.texts())


def test_ending_the_day_leads_from_the_room_to_the_desk_or_a_question(tmp_path: Path) -> None:
    window = room(tmp_path)
    window.click("run")
    assert window.screen.name in ("desk", "card")


def test_everybody_at_the_table_sits_there_once_and_those_who_are_away_outside_it(tmp_path: Path) -> None:
    window = room(tmp_path)
    names = [at.path[-1] for at in window.placed() if at.path[-1].startswith("man ")]
    assert len(names) == len(set(names))
    for man in window.stage.now.room.persons:
        if man.rank and man.id != window.stage.now.room.leader_id:
            assert f"man {man.id}" in names
    assert "man khrushchev" in names


def test_a_leader_who_has_withdrawn_leaves_an_empty_chair(tmp_path: Path) -> None:
    window = room(tmp_path)
    assert window.find("hub").node.look()[1].person == "stalin"  # type: ignore[index]
    view = window.stage.now.view
    gone = replace(view, desk=replace(view.desk, leader_here=False, withdrawn_since="1941-06-29"))
    window.stage.snap = replace(window.stage.now, view=gone)
    window.ui.refresh()
    window.look()
    assert window.find("hub").node.look()[1].person == ""  # type: ignore[index]
    assert window.find("hub").node.look()[1].said == "STALIN · WITHDREW"  # type: ignore[index]


def test_the_wedge_shows_no_more_pages_than_signs_were_seen(tmp_path: Path) -> None:
    window = room(tmp_path)
    view = window.stage.now.view
    for signs in (0, 2, 9):
        window.stage.snap = replace(window.stage.now, view=replace(view, desk=replace(view.desk, signs=signs)))
        window.ui.refresh()
        window.look()
        assert window.find("wheel").node.what.wedge.pages == min(6, signs)  # type: ignore[attr-defined]


# seats --------------------------------------------------------------------------------------------------------------


def test_sectors_are_as_wide_as_factions_are_strong_with_the_players_first_and_security_last() -> None:
    parts = slices((("chekists", 20.0), ("army", 30.0), ("loyalists", 50.0)), "army")
    assert [part.faction for part in parts] == ["army", "loyalists", "chekists"]
    assert [round(part.end - part.start) for part in parts] == [108, 180, 72]
    assert all(one.end == other.start for one, other in pairwise(parts))


def test_no_two_men_cover_each_other_however_many_there_are() -> None:
    parts = slices((("loyalists", 60.0), ("army", 40.0)), "loyalists")
    for count in (1, 6, 14, 24):
        guests = tuple(
            Guest(str(n), "army" if n % 3 else "loyalists", n / count, n % 2 == 0, 34.0, 90.0) for n in range(count)
        )
        seats = seated(guests, Table(parts, 300.0, 86.0))
        assert [seat.id for seat in seats] == [guest.id for guest in guests]
        for one in seats:
            for other in seats:
                away = ((one.x - other.x) ** 2 + (one.y - other.y) ** 2) ** 0.5
                assert one is other or away >= one.radius + other.radius


# organs, posts, affairs ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("by", ["click", "press"])
def test_pressing_an_organ_shows_its_head_and_its_orders(tmp_path: Path, by: str) -> None:
    window = room(tmp_path)
    getattr(window, by)("organs", "government")
    assert window.has("dossier organ government", "holder voznesensky")
    getattr(window, by)("holder voznesensky")
    assert window.has("dossier man voznesensky", "facts")


def test_asking_a_man_who_told_that_he_is_against_costs_more_than_asking_a_stranger(tmp_path: Path) -> None:
    window = room(tmp_path)
    organs = window.stage.now.room.organs
    assert {organ.asked for organ in organs if organ.head == "molotov"} == {0.0}
    assert {organ.asked for organ in organs if organ.head and organ.head != "molotov"} == {6.0}
    block, seat = window.game.block, window.game.me
    row = block.book.schema.index["person"]["beria"]
    block.world.tie("heard")[seat, row, 0] = 1
    block.world.tie("told")[seat, row, 0] = -2
    assert next(organ.asked for organ in window.game.room().organs if organ.id == "security") == 10.0


def test_a_vacant_post_opens_what_can_be_done_with_it(tmp_path: Path) -> None:
    window = room(tmp_path)
    alter(window, posts=(Post("gosplan_chairman", "Chairman of Gosplan", "", ""), *window.stage.now.room.posts))
    turn(window, page="posts")
    window.click("posts", "gosplan_chairman")
    assert window.has("dossier post gosplan_chairman", "orders")


def test_men_can_be_sorted_and_opened_from_the_table(tmp_path: Path) -> None:
    window = room(tmp_path)
    window.click("pages", "men")
    window.click("head name")
    first = next(at.path[-1] for at in window.placed() if at.path[-2:-1] == ("content",) and "table men" in at.path)
    names = {man.id: man.name for man in window.stage.now.room.persons}
    assert names[first] == min(names.values(), key=str.casefold)
    window.click("table men", first)
    assert window.has(f"dossier man {first}", "facts")


def test_the_strip_turns_between_circle_plot_and_vote(tmp_path: Path) -> None:
    window = room(tmp_path)
    assert window.has("client vyshinsky")
    window.click("strip plot")
    assert window.has("theirs")
    window.press("strip vote")
    assert window.has("vote head")
    assert window.has("speaker molotov")


def test_a_vote_shows_who_has_spoken_and_the_count(tmp_path: Path) -> None:
    window = room(tmp_path)
    floor = tuple(m.id for m in window.stage.now.room.persons if m.member and m.present)
    vote = Vote("third", "committee of five", "molotov", "Vyacheslav Molotov", "", "", 2, 1, floor, 3)
    alter(window, vote=vote)
    turn(window, strip="vote")
    spoken = [window.find(f"speaker {man}").node.what[2] for man in floor]  # type: ignore[attr-defined]
    assert spoken == [True] * 3 + [False] * (len(floor) - 3)
    assert f"2 for · 1 against · {len(floor) - 3} to speak" in window.texts()


def test_his_file_is_shown_to_nobody_but_the_head_of_security(tmp_path: Path) -> None:
    window = room(tmp_path, "mikoyan")
    assert not any("of 6 pages" in text for text in window.texts())
    persons = tuple(replace(m, file=4) if m.id == "mikoyan" else m for m in window.stage.now.room.persons)
    alter(window, persons=persons)
    assert "4 of 6 pages" in window.texts()


def test_a_closed_order_says_why(tmp_path: Path) -> None:
    window = room(tmp_path, "beria")
    closed = next(o for o in window.stage.offers if not o.open and any(c.id == "beria" for c in o.candidates))
    window.press(f"order {closed.lever}")
    assert window.find(f"order {closed.lever}").visible.h > 0
    assert window.said == [closed.why_not]


def test_every_control_of_the_room_acts_or_says_why_not(tmp_path: Path) -> None:
    window = room(tmp_path, "beria")
    for at in window.placed():
        if at.node.focusable:
            assert at.node.act is not None or at.node.why_not or at.path[-1] in ("more",), at.path


# layout -------------------------------------------------------------------------------------------------------------


def test_the_layout_holds_in_every_window(tmp_path: Path) -> None:
    window = room(tmp_path, "beria")

    def whole() -> None:
        assert faults_of_layout(window) == []

    for page in ("table", "men", "posts", "organs", "affairs"):
        turn(window, page=page)
        in_all_sizes(window, whole)


def test_the_strip_and_all_dossiers_fit(tmp_path: Path) -> None:
    window = room(tmp_path)

    def whole() -> None:
        assert faults_of_layout(window) == []

    for strip, chosen in (("plot", ("organ", "government")), ("vote", ("post", "gosplan_chairman")),
                          ("circle", ("man", "malyshev")), ("circle", ("man", "molotov"))):  # fmt: skip
        turn(window, strip=strip, chosen=chosen)
        in_all_sizes(window, whole)


@pytest.mark.parametrize(("size", "percent"), SIZES)
def test_no_part_of_the_screen_lies_over_another(size: tuple[int, int], percent: int) -> None:
    scale = min(size[0] / 1600, size[1] / 900) * percent / 100
    at = layout(Rect(0, 0, size[0] / scale, size[1] / scale))
    parts = [part for part in (at.left, at.head, at.middle, at.strip, at.side, at.run) if part is not None]
    for one in parts:
        for other in parts:
            boxes = [pygame.FRect(p.x + 1, p.y + 1, p.w - 2, p.h - 2) for p in (one, other)]
            assert one is other or not boxes[0].colliderect(boxes[1])
