"""The ledger: every figure that was told, over time; the record beside it, simulated worlds behind it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from game.lab.spread import Spread
from game.language.dates import day_month, signed
from game.language.words import Words
from game.play.series import Point, Series
from game.ui.app.stage import Stage
from game.ui.art.gauges import bar
from game.ui.art.paper import paper
from game.ui.kit.button import Button
from game.ui.kit.canvas import Canvas
from game.ui.kit.entering import Entry
from game.ui.kit.interface import Interface
from game.ui.kit.node import Group, Node, Picture, Status, Tip
from game.ui.kit.rect import Rect
from game.ui.kit.rich import RichText, Style, height_of
from game.ui.kit.scroll import BAR, Scroll
from game.ui.kit.table import Column, Line, table
from game.ui.screens.in_game import InGame, areas, run_wedge
from game.ui.screens.ledger_chart import Chart, chart_node, chart_of, draw_key, key_of, said
from game.ui.screens.ledger_record import Record, records_of

WORLDS = 200
HEAD, TOOLS, FOOT = 50.0, 46.0, 136.0
WORDS = Style(15.5, "body", "semi")


class LedgerScreen(InGame):
    """A list of figures, and the chart of one. wanted: its name, or that of a headline."""

    def __init__(self, stage: Stage, wanted: str = "") -> None:
        super().__init__(stage, "ledger")
        self.wanted = wanted
        self.series: tuple[Series, ...] | None = None
        self.spreads: Mapping[str, Spread] = {}
        self.records: Mapping[str, Record] = records_of(stage.now.table.scenario)

    def opened(self, ui: Interface) -> None:
        """Have the reports laid in order."""
        self.stage.series(self._came)

    def _came(self, series: tuple[Series, ...]) -> None:
        self.series = series
        if self.wanted:
            found = next((s.name for s in series if self.wanted in (s.name, s.headline)), "")
            if found:
                self.stage.ui.remember("chosen", found)
        self.stage.ui.refresh()

    def _simulate(self) -> None:
        assert self.series is not None
        self.stage.spread(tuple(s.name for s in self.series), WORLDS, self._spread)

    def _spread(self, found: tuple[Spread, ...]) -> None:
        self.spreads = {spread.name: spread for spread in found}
        self.stage.ui.refresh()

    def tick(self, ui: Interface, now: float) -> None:
        """While worlds are simulated, their bar moves."""
        if self.stage.link.busy == "spread":
            ui.refresh()

    def leave(self, ui: Interface) -> None:
        """Escape leads back to the desk, or to the verdict."""
        self.stage.show("verdict" if self._over else "desk")

    @property
    def _over(self) -> bool:
        return self.stage.now.view.halt == "over"

    # parts ------------------------------------------------------------------------------------------------------------

    def inside(self, ui: Interface, space: Rect) -> Sequence[Node]:
        """The list at the left, the chart, and what changed the figure."""
        place = areas(space)
        whole = Rect(place.main.x, place.main.y, space.w - place.main.x, place.main.h)
        ground = Picture(rect=whole, key="ground", what="ledger", draw=_ground, opaque=True, kept="ledger-ground")
        nodes: list[Node] = [ground]
        if not self.series:
            text = self.stage.words("ledger.coming")
            nodes.append(Picture(rect=whole.inset(30).split_top(40)[0], key="coming", what=text, draw=_plain(text)))
            return [*nodes, run_wedge(self.stage, place.run)]
        wide = 350.0 if space.w >= 1500 else 300.0
        left, rest = whole.inset(16, 14).split_left(wide, 16)
        chosen = self._chosen(ui)
        chart = chart_of(chosen, self.records.get(chosen.name), self.spreads.get(chosen.name), self._until())
        if place.side is not None:
            sheet = Rect(rest.x, rest.y, place.side.x - rest.x - 16, rest.h)
            side = place.side.within(left=2, top=14, right=14, bottom=14)
        else:
            sheet = rest.within(bottom=FOOT - 2)
            side = Rect(rest.x, sheet.bottom + 12, place.run.x - rest.x - 14, FOOT - 14)
        nodes += [self._sheet(chart, sheet), self._why(ui, chosen, side), run_wedge(self.stage, place.run)]
        nodes.append(self._list(ui, left, chosen))
        return nodes

    def _until(self) -> str:
        now = self.stage.now.view.desk
        return now.date if self._over else now.until

    def _chosen(self, ui: Interface) -> Series:
        assert self.series
        name = ui.recall("chosen", "")
        return next((s for s in self.series if s.name == name), self.series[0])

    # the list ---------------------------------------------------------------------------------------------------------

    def _list(self, ui: Interface, place: Rect, chosen: Series) -> Node:
        words = self.stage.words
        sought = ui.recall("find", "")
        tools, body = place.split_top(TOOLS - 6, 8)
        find = Entry(rect=tools, key="find", text=sought, hint=words("ledger.find"), most=30,
                     changed=lambda text: ui.remember("find", text))  # fmt: skip
        assert self.series
        labels = {s.name: label_of(words, s) for s in self.series}
        found = [s for s in self.series if sought.casefold() in labels[s.name].casefold()]
        if not found:
            text = words("ledger.none")
            none = Picture(rect=body.split_top(40)[0], key="none", what=text, draw=_plain(text))
            return Group(rect=place, key="list", children=[find, none])
        columns = (Column("figure", words("ledger.figure"), 0.68), Column("last", words("ledger.last"), 0.32, True))
        lines = []
        for series in found:
            label, value = labels[series.name], series.points[-1].value
            lines.append(Line(series.name, (label, f"{value:,.0f}"), (label, value), series is chosen))
        rows = table(ui, body, columns, lines, "figures", lambda name: ui.remember("chosen", name), 36)
        return Group(rect=place, key="list", children=[find, rows])

    # the chart --------------------------------------------------------------------------------------------------------

    def _sheet(self, chart: Chart, place: Rect) -> Node:
        words, series = self.stage.words, chart.series
        title = label_of(words, series)
        key = key_of(words, chart)
        record = self.records.get(series.name)
        source = words("ledger.source", source=record.source) if record is not None else ""
        tools, rest = place.within(top=HEAD).split_top(TOOLS)
        field = rest.within(bottom=30 if source else 8)
        busy = self.stage.link.busy == "spread"
        share = round(self.stage.link.progress, 2) if busy else 0.0
        act = self.stage.link.cancel if busy else self._simulate
        shown = series.name in self.spreads

        def draw_sheet(canvas: Canvas, whole: Rect, status: Status) -> None:
            canvas.rect(whole, "light")
            canvas.box(whole, "ink", 2)
            canvas.rect(Rect(0, 0, whole.w, HEAD), "ink")
            value = said(series.points[-1].value, series.unit)
            wide = canvas.text(whole.w - 16, HEAD / 2, value, "head", 24, "amber", "right", "middle")
            canvas.polygon([(0, 0), (14, 0), (0, HEAD)], "red")
            most = whole.w - wide - 60
            size = canvas.fitted(title, "head", 24, most, least=17)
            canvas.text(24, HEAD / 2, title, "head", size, "paper", down="middle", most=most)
            draw_key(canvas, 20, HEAD + TOOLS / 2 + 4, key)
            if source:
                canvas.text(20, whole.h - 20, source, "medium", 15, "mute", down="middle", most=whole.w - 40)
            if busy:
                bar(canvas, Rect(0, HEAD, whole.w, 5), share, "red", "dark")

        what = title, series.points[-1], key, source, busy, share
        nodes: list[Node] = [
            Picture(rect=place, key="plate", what=what, draw=draw_sheet),
            chart_node(self.stage, chart, field),
        ]
        if not shown:
            text = words("ledger.cancel" if busy else "ledger.simulate")
            at = Rect(tools.right - 204, tools.y + 8, 190, TOOLS - 10)
            nodes.append(Button(rect=at, key="simulate", text=text, size=16, act=act,
                                tip=Tip(words("ledger.spread"), words("ledger.simulate_tip"))))  # fmt: skip
        return Group(rect=place, key="sheet", children=nodes)

    # what changed it --------------------------------------------------------------------------------------------------

    def _why(self, ui: Interface, series: Series, place: Rect) -> Node:
        words = self.stage.words
        reported = series.mark == "reported"
        title = words("ledger.reports" if reported else "ledger.changes").upper()
        texts = self._reports(series) if reported else self._changes(series)
        body = place.within(left=14, top=HEAD - 4, right=6, bottom=8)
        wide = body.w - BAR - 8
        nodes: list[Node] = []
        y = body.y
        for nth, text in enumerate(texts):
            high = height_of(text, wide, WORDS, ui.fonts, ui.measure.scale)
            nodes.append(RichText(rect=Rect(body.x, y, wide, high), key=f"line {nth}", text=text, style=WORDS))
            y += high + 5

        def draw_plate(canvas: Canvas, whole: Rect, status: Status) -> None:
            canvas.rect(whole, "light")
            canvas.box(whole, "ink", 2)
            canvas.rect(Rect(0, 0, whole.w, HEAD - 12), "ink")
            canvas.text(14, HEAD / 2 - 6, title, "head_light", 18, "paper", down="middle", most=whole.w - 28)

        return Group(rect=place, key="why", children=[
            Picture(rect=place, key="plate", what=title, draw=draw_plate),
            Scroll(rect=body, key=f"why {series.name}", height=y - body.y, children=nodes),
        ])  # fmt: skip

    def _reports(self, series: Series) -> list[str]:
        """Each report once, the latest first."""
        words, out = self.stage.words, []
        seen: dict[str, Point] = {}
        for point in series.points:
            seen.setdefault(point.on, point)
        first = series.points[0].on
        for on, point in seen.items():
            value = said(point.value, series.unit)
            if on == first or not point.by:
                out.append(words("ledger.first", date=day_month(words, on), value=value))
            else:
                out.append(words("ledger.report", date=day_month(words, on), value=value, by=point.by))
        return out[::-1]

    def _changes(self, series: Series) -> list[str]:
        """What changed a measured figure, and why, the latest first."""
        words, found = self.stage.words, self.stage.explained(series.name)
        if found is None:
            return [words("top.asking")]
        lines = [
            words("ledger.change", date=day_month(words, change.date), delta=signed(change.delta), why=change.why)
            for change in sorted(found.changes, key=lambda change: change.date, reverse=True)
        ]
        return lines or [words("ledger.changes_none")]


def label_of(words: Words, series: Series) -> str:
    """What a figure is called: in the words of the verdict page, or as one's own, where there are some."""
    column = series.name.rsplit(".", 1)[-1]
    key = f"verdict.line.{series.headline}" if series.mark == "reported" else f"ledger.own.{column}"
    return words(key) if words.has(key) else series.label[:1].upper() + series.label[1:]


def _plain(text: str):  # type: ignore[no-untyped-def]
    def draw_plain(canvas: Canvas, whole: Rect, status: Status) -> None:
        canvas.text(0, whole.h / 2, text, "medium", 17, "mute", down="middle", most=whole.w)

    return draw_plain


def _ground(canvas: Canvas, whole: Rect, status: Status) -> None:
    paper(canvas, whole, 9)
