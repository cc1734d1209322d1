"""A table with columns that can be sorted, of any length."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.ui.kit.button import Pressable
from game.ui.kit.canvas import Across, Canvas
from game.ui.kit.node import Group, Node, Status
from game.ui.kit.rect import Rect
from game.ui.kit.scroll import BAR, Listing

if TYPE_CHECKING:
    from game.ui.kit.interface import Interface

HEAD = 34.0


@dataclass(frozen=True, slots=True)
class Column:
    """A column. share: of the width; number: set to the right, and sorted largest first."""

    id: str
    title: str
    share: float
    number: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A row: what it is called, the words of its cells, and by what each is sorted. stressed: it is the chosen one."""

    id: str
    cells: tuple[str, ...]
    keys: tuple[float | str, ...]
    stressed: bool = False


def table(
    ui: Interface, rect: Rect, columns: Sequence[Column], lines: Sequence[Line], key: str,
    press: Callable[[str], object] | None = None, pitch: float = 34,
) -> Group:  # fmt: skip
    """The table; which column it is sorted by is remembered under its key."""
    by, down = ui.recall(f"sort/{key}", ("", False))
    order = _sorted(columns, lines, by, down)
    head, body = rect.split_top(HEAD)
    widths = _widths(columns, rect.w - BAR - 4)
    nodes: list[Node] = []
    x = head.x
    for column, wide in zip(columns, widths, strict=True):
        place = Rect(x, head.y, wide, HEAD)
        here = by == column.id
        nodes.append(
            Pressable(
                rect=place,
                key=f"head {column.id}",
                what=(column, here, down),
                draw=_head(column, here, down),
                act=_sorter(ui, key, column, by, down),
            )
        )
        x += wide

    def row(nth: int, place: Rect) -> Node:
        line = order[nth]
        act = (lambda: press(line.id)) if press is not None else None
        return Pressable(rect=place, key=line.id, what=(line, tuple(widths), nth % 2), act=act,
                         draw=_row(line, columns, widths, nth % 2 == 1), reacts=press is not None)  # fmt: skip

    nodes.append(Listing(rect=body, key=key, count=len(order), pitch=pitch, row=row))
    return Group(rect=rect, key=f"table {key}", children=nodes)


def _sorted(columns: Sequence[Column], lines: Sequence[Line], by: str, down: bool) -> list[Line]:
    at = next((i for i, c in enumerate(columns) if c.id == by), None)
    if at is None:
        return list(lines)
    return sorted(lines, key=lambda line: _rank(line.keys[at]), reverse=down)


def _rank(key: float | str) -> tuple[int, float, str]:
    return (0, key, "") if isinstance(key, int | float) else (1, 0.0, key.casefold())


def _sorter(ui: Interface, key: str, column: Column, by: str, down: bool) -> Callable[[], object]:
    falls = not down if by == column.id else column.number
    return lambda: ui.remember(f"sort/{key}", (column.id, falls))


def _widths(columns: Sequence[Column], wide: float) -> list[float]:
    whole = sum(c.share for c in columns)
    return [wide * c.share / whole for c in columns]


def _head(column: Column, here: bool, down: bool) -> Callable[[Canvas, Rect, Status], None]:
    def draw_head(canvas: Canvas, whole: Rect, status: Status) -> None:
        canvas.rect(whole, "soot" if status.hover else "ink")
        side: Across = "right" if column.number else "left"
        x = whole.w - 24 if column.number else 10
        canvas.text(x, whole.h / 2, column.title, "head_light", 16, "paper", side, "middle", most=whole.w - 34)
        if here:
            y, tip = whole.h / 2, 5 if down else -5
            canvas.polygon([(whole.w - 18, y - tip), (whole.w - 6, y - tip), (whole.w - 12, y + tip)], "ember")

    return draw_head


def _row(
    line: Line, columns: Sequence[Column], widths: Sequence[float], odd: bool
) -> Callable[[Canvas, Rect, Status], None]:
    def draw_row(canvas: Canvas, whole: Rect, status: Status) -> None:
        canvas.rect(whole, "dark" if status.hover else "paper" if odd else "light")
        if line.stressed:
            canvas.polygon([(0, whole.h / 2 - 7), (8, whole.h / 2), (0, whole.h / 2 + 7)], "red")
        x = 0.0
        for column, wide, cell in zip(columns, widths, line.cells, strict=True):
            side: Across = "right" if column.number else "left"
            face = "semi" if line.stressed or column.number else "medium"
            canvas.text(x + (wide - 24 if column.number else 10), whole.h / 2, cell, face, 16, "ink", side, "middle",
                        most=wide - 20)  # fmt: skip
            x += wide

    return draw_row
