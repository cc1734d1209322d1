"""Signs and gauges: each says something else, says it the same again, and keeps to its place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from game.ui.art.gauges import (
    STANCE_REACH,
    Scale,
    Share,
    Span,
    band,
    bar,
    fan,
    key_sign,
    sparkline,
    stance_bar,
    stance_ring,
    tenths,
    waffle,
    wedge_gauge,
)
from game.ui.art.marks import (
    Step,
    file_page,
    hands_row,
    mark,
    marked_text,
    marked_width,
    number_disc,
    pips,
    price_tag,
    price_width,
    reserve_token,
    step_chevrons,
)
from game.ui.kit.rect import Rect
from tests.ui.art.sheets import Draw, drawn_box, holds, picture, sheet

BAR = Rect(60, 100, 240, 12)
WEDGE = Rect(30, 100, 336, 44)
THREE = (Share(30, "red"), Share(14, "ochre", "dot"), Share(6, "ink", "triangle"))
RISE: Sequence[float | None] = (3, 4, None, None, 7, 6, 12)

STATES: Mapping[str, Sequence[Draw]] = {
    "mark": [
        lambda c: mark(c, 100, 100, "measured"),
        lambda c: mark(c, 100, 100, "reported"),
        lambda c: mark(c, 100, 100, "guessed"),
    ],
    "marked text": [
        lambda c: marked_text(c, 60, 100, "reported", "General Staff"),
        lambda c: marked_text(c, 60, 100, "measured", "General Staff"),
        lambda c: marked_text(c, 60, 100, "reported", "Air force"),
    ],
    "hands": [lambda c, n=n: hands_row(c, 60, 100, 3, n) for n in range(4)],  # type: ignore[misc]
    "price": [
        lambda c: price_tag(c, 60, 100, 1, "3"),
        lambda c: price_tag(c, 60, 100, 2, "3"),
        lambda c: price_tag(c, 60, 100, 0, "3"),
        lambda c: price_tag(c, 60, 100, 1),
    ],
    "pips": [lambda c, n=n: pips(c, 60, 100, n, 6) for n in range(7)],  # type: ignore[misc]
    "number": [lambda c: number_disc(c, 100, 100, "1"), lambda c: number_disc(c, 100, 100, "2", ground="ink")],
    "steps": [
        lambda c: step_chevrons(c, Rect(10, 100, 380, 46), [Step("Read", "the page"), Step("Run")]),
        lambda c: step_chevrons(c, Rect(10, 100, 380, 46), [Step("Read", "the page", done=True), Step("Run")]),
        lambda c: step_chevrons(c, Rect(10, 100, 380, 46), [Step("Read", "the page"), Step("Run", now=True)]),
    ],
    "page": [
        lambda c: file_page(c, Rect(60, 100, 40, 48), "known"),
        lambda c: file_page(c, Rect(60, 100, 40, 48), "half"),
        lambda c: file_page(c, Rect(60, 100, 40, 48), "blank"),
    ],
    "reserve": [
        lambda c: reserve_token(c, 100, 100, 15, "free"),
        lambda c: reserve_token(c, 100, 100, 15, "claimed", "A"),
        lambda c: reserve_token(c, 100, 100, 15, "placed", "R"),
    ],
    "bar": [
        lambda c: bar(c, BAR, 0.0),
        lambda c: bar(c, BAR, 0.5),
        lambda c: bar(c, BAR, 0.5, tick=0.7),
    ],
    "band": [
        lambda c: band(c, BAR, 0.2, 0.6),
        lambda c: band(c, BAR, 0.4, 0.6),
        lambda c: band(c, BAR, 0.4, 0.4),
        lambda c: band(c, BAR, 0.2, 0.6, tick=0.3),
    ],
    "tenths": [
        lambda c: tenths(c, 60, 100, 4),
        lambda c: tenths(c, 60, 100, 5),
        lambda c: tenths(c, 60, 100, 4, low=3, high=5),
        lambda c: tenths(c, 60, 100, 4, low=4, high=4),
    ],
    "stance ring": [
        lambda c: stance_ring(c, 200, 200, 38, -3, 3),
        lambda c: stance_ring(c, 200, 200, 38, -1, 2),
        lambda c: stance_ring(c, 200, 200, 38, 2, 2),
        lambda c: stance_ring(c, 200, 200, 38, 1, 0),
    ],
    "stance bar": [
        lambda c: stance_bar(c, Rect(40, 100, 320, 20), -1, 3),
        lambda c: stance_bar(c, Rect(40, 100, 320, 20), 2, 2),
    ],
    "wedge": [
        lambda c: wedge_gauge(c, WEDGE, [Span(0, 0.2, "solid")], "star"),
        lambda c: wedge_gauge(c, WEDGE, [Span(0, 0.2, "solid")], "chair"),
        lambda c: wedge_gauge(c, WEDGE, [Span(0, 0.2, "solid")], "person"),
        lambda c: wedge_gauge(c, WEDGE, [Span(0, 0.2, "band")], "star"),
        lambda c: wedge_gauge(c, WEDGE, [Span(0, 0.2, "may")], "star"),
        lambda c: wedge_gauge(c, WEDGE, [Span(0.2, 0.2, "tick")], "star"),
    ],
    "waffle": [
        lambda c: waffle(c, 60, 100, THREE, 10, 8),
        lambda c: waffle(c, 60, 100, THREE, 10, 8, shown=31),
        lambda c: waffle(c, 60, 100, THREE[:2], 10, 8),
    ],
    "key": [lambda c, s=s: key_sign(c, 60, 100, 12, s) for s in THREE],  # type: ignore[misc]
    "line": [
        lambda c: sparkline(c, BAR, RISE),
        lambda c: sparkline(c, BAR, RISE, tick=20),
        lambda c: sparkline(c, BAR, RISE[4:], dashed=True),
        lambda c: fan(c, BAR, [1, 2, 3], [2, 4, 6], Scale(0, 8)),
    ],
}  # fmt: skip
"""Sign -> drawings of it that say different things."""

PLACES: Mapping[str, Rect] = {
    "mark": Rect(94, 94, 12, 12), "hands": Rect(60, 100, 84, 24), "pips": Rect(60, 100, 86, 11),
    "number": Rect(85, 85, 30, 30), "steps": Rect(10, 100, 380, 46), "page": Rect(60, 100, 40, 48),
    "reserve": Rect(85, 85, 30, 30), "bar": Rect(60, 97, 240, 18), "band": Rect(60, 97, 240, 18),
    "tenths": Rect(60, 100, 166, 22),
    "stance ring": Rect(162, 162, 76, 76).inset(-STANCE_REACH),
    "stance bar": Rect(40, 100, 320, 40), "wedge": Rect(30, 97, 336, 50), "waffle": Rect(60, 100, 92, 47),
    "key": Rect(60, 100, 12, 12), "line": Rect(56, 96, 248, 20),
}  # fmt: skip
"""Sign -> where it may draw."""


@pytest.mark.parametrize("sign", STATES)
@pytest.mark.parametrize("colours", ["standard", "mono"])
def test_what_a_sign_says_can_be_seen(sign: str, colours: str) -> None:
    pictures = {picture(draw, colours=colours) for draw in STATES[sign]}
    assert len(pictures) == len(STATES[sign])


@pytest.mark.parametrize("sign", STATES)
def test_a_sign_is_drawn_the_same_again(sign: str) -> None:
    assert all(picture(draw) == picture(draw) for draw in STATES[sign])


@pytest.mark.parametrize("sign", PLACES)
@pytest.mark.parametrize("scale", [0.8, 1.0, 1.6])
def test_a_sign_keeps_to_its_place(sign: str, scale: float) -> None:
    for draw in STATES[sign]:
        assert holds(PLACES[sign], drawn_box(draw, scale)), draw


@pytest.mark.parametrize("sign", STATES)
def test_no_sign_writes_smaller_than_fifteen_units(sign: str) -> None:
    for draw in STATES[sign]:
        assert all(line.size >= 15 for line in sheet(draw).written or ())


@pytest.mark.parametrize("hands, authority", [(0, "10"), (1, "3"), (2, ""), (3, "12")])
def test_a_price_tag_is_as_wide_as_it_says(hands: int, authority: str) -> None:
    told: list[float] = []
    box = drawn_box(lambda c: told.append(price_tag(c, 60, 100, hands, authority)))
    assert box.w == pytest.approx(told[0], abs=1.5)
    assert told[0] == price_width(sheet(lambda c: None), hands, authority)


def test_words_beside_a_mark_keep_to_the_width_that_they_are_given() -> None:
    words = "The refugee trains from the west say more than that"
    assert marked_width(sheet(lambda c: None), words) > 120
    assert drawn_box(lambda c: marked_text(c, 60, 100, "guessed", words, most=120)).w <= 121


def test_a_price_tag_and_marked_words_can_end_at_a_place() -> None:
    assert drawn_box(lambda c: price_tag(c, 300, 100, 1, "3", across="right")).right == pytest.approx(300, abs=1)
    assert drawn_box(lambda c: marked_text(c, 300, 100, "measured", "Staff", across="right")).right <= 301


def test_a_waffle_has_as_many_cells_as_its_shares() -> None:
    canvas = sheet(lambda c: waffle(c, 60, 100, [Share(37, "red")], 10, 8, 2))
    red = canvas.palette["red"]
    cells = [canvas.surface.get_at((60 + 10 * x + 4, 100 + 10 * y + 4))[:3] == red for x in range(12) for y in range(8)]
    assert sum(cells) == 37


def test_a_scale_shows_all_values_and_stands_on_none() -> None:
    scale = Scale.of([5.0, None, 25.0], [None])
    assert 0 < scale.share(5) < scale.share(25) < 1
    assert Scale.of([]).share(0) == pytest.approx(0.5)
    assert 0 < Scale.of([4.0, 4.0]).share(4) < 1
