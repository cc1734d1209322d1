"""A small world to try verbs on: eleven persons, eight organs, two posts, six formations, three towns."""

from __future__ import annotations

import tomllib
from pathlib import Path

import numpy as np

from game.core import calendar, chance
from game.script.act import Act
from game.script.word import Word
from game.systems import calendar as calendar_system
from game.systems import front, politburo, reporting
from game.world.chronicle import Chronicle, decode
from game.world.columns import ENUMS
from game.world.declare import Phase
from game.world.desk import Desk, Reference, lay_out
from game.world.schema import Schema
from game.world.state import Sizes, World

SYSTEMS = (calendar_system, politburo, front, reporting)
PHASES: dict[str, Phase] = {phase.id: phase for system in SYSTEMS for phase in system.PHASES}
WORDS: dict[str, Word] = {word.name: word for system in SYSTEMS for word in system.WORDS}
SIGNALS = [signal.name for system in SYSTEMS for signal in system.SIGNALS]
NOTES = [note.name for system in SYSTEMS for note in system.NOTES]
TURN = (
    "calendar.open_session", "politburo.come_and_go", "politburo.rank_seats", "politburo.withdrawal",
    "politburo.files", "politburo.plots", "front.ground", "front.losses", "front.towns", "politburo.moods",
    "politburo.vacuum", "politburo.factions", "reporting.file_reports", "calendar.move_on",
)  # fmt: skip

ROOM = ("stalin", "molotov", "beria", "malenkov", "zhukov", "timoshenko", "voznesensky", "shcherbakov", "mikoyan")
FOREIGN = ("hitler",)
OTHERS = ("artemyev", "ustinov", "pavlov_dg", "kirponos", "asleep")
IN_PLAY = len(ROOM) + len(FOREIGN) + len(OTHERS) - 1
FACTIONS = ("loyalists", "chekists", "army", "technocrats", "apparatus", "reformers")
HEADS = {
    "security": "beria", "high_command": "timoshenko", "garrison": "artemyev", "secretariat": "malenkov",
    "government": "voznesensky", "press": "shcherbakov", "arms_industry": "ustinov", "foreign_ministry": "molotov",
}  # fmt: skip
WEIGHTS = (1.5, 2.0, 1.0, 2.0, 1.5, 1.0, 0.5, 0.5)
POSTS = ("chairman", "defence_commissar", "western_front")
FORMATIONS = (
    "northwestern_front", "western_front", "southwestern_front",
    "army_group_north", "army_group_centre", "army_group_south",
)  # fmt: skip
PROVINCES = {"riga": (1, 330.0), "minsk": (2, 300.0), "smolensk": (2, 600.0), "moscow": (0, 0.0)}
PREMISES = ("breakdown", "plotters_nerve", "fear_holds_army", "succession_norms")
START = calendar.to_days("1941-06-22")
BASE = Path(__file__).resolve().parents[2] / "mods" / "base"


def constants() -> dict[str, float]:
    """Every constant of the base game."""
    found: dict[str, float] = {}
    for path in sorted(BASE.rglob("*.toml")):
        for item in tomllib.loads(path.read_text()).get("constant", []):
            found[item["id"]] = float(item["value"])
    return found


CONSTANTS = constants()


def schema() -> Schema:
    """The small world's columns."""
    return Schema(
        {
            "person": ROOM + FOREIGN + OTHERS, "organ": tuple(HEADS), "post": POSTS, "formation": FORMATIONS,
            "province": tuple(PROVINCES), "power": ("ussr", "germany"), "faction": FACTIONS, "premise": PREMISES,
            "crisis": ("leadership",),
        },
        len(ROOM) + len(FOREIGN),
    )  # fmt: skip


def deputies(of: Schema) -> np.ndarray:
    """[organs, persons]: Zhukov may act for Timoshenko, Mikoyan for Voznesensky."""
    found = np.zeros((len(HEADS), of.people), bool)
    found[of.index["organ"]["high_command"], of.index["person"]["zhukov"]] = True
    found[of.index["organ"]["government"], of.index["person"]["mikoyan"]] = True
    return found


def reference(of: Schema, **other: float) -> Reference:
    """Constants (some of them other than usual), codes, and the tables that the systems read."""
    seats = len(ROOM) + len(FOREIGN)
    tables = {
        "people_in_play": IN_PLAY,
        "absences": np.array([[of.index["person"]["pavlov_dg"], START, START + 9, 0]]),
        "foreign_seats": np.arange(seats) >= len(ROOM),
        "organ_weight": np.array(WEIGHTS),
        "deputies": deputies(of),
        "post_organ": np.array([of.index["organ"]["government"] + 1, of.index["organ"]["high_command"] + 1, 0]),
        "post_leads": np.array([False, True, False]),
        "post_rank": np.array([1, 2, 4]),
        "front_rows": np.array([[0, 3], [1, 4], [2, 5]]),
        "formation_soviet": np.array([True, True, True, False, False, False]),
        "province_direction": np.array([d for d, _ in PROVINCES.values()]),
        "province_depth": np.array([km for _, km in PROVINCES.values()]),
        "premise_shares": np.array([[0.25, 0.45, 0.28, 0.02], [0, 0, 0, 0], [0, 0, 0, 0], [0.7, 0.3, 0, 0]]),
        "premise_range": np.array([[0.0, 0.0], [0.0, 100.0], [0.0, 100.0], [0.0, 0.0]]),
    }
    codes = {name: i for i, name in enumerate(SIGNALS)}
    notes = {name: i for i, name in enumerate(NOTES)}
    return Reference(of, {**CONSTANTS, **{k.replace("__", "."): v for k, v in other.items()}}, codes, notes, tables)


class Game:
    """W small worlds and what one does with them in a test."""

    def __init__(self, width: int = 1, first_seed: int = 1, **other: float) -> None:
        self.schema = schema()
        self.reference = reference(self.schema, **other)
        self.world = World(self.schema, Sizes(self.schema.rows, self.schema.tie_rows, 1, 1), width)
        self.world.seed[:] = np.arange(first_seed, first_seed + width)
        self.world.number[:] = np.arange(width)
        self.world.chronicle = Chronicle()
        for name, table in self.schema.tables.items():
            for column in table.columns:
                self.world.column(name, column.name)[...] = column.start
        self._people()
        self._state()

    def _people(self) -> None:
        n = self.schema.people
        for name, value in (("alive", 1.0), ("free", 1.0), ("present", 1.0)):
            self.world.column("person", name)[:] = value
        self.world.column("person", "active")[:IN_PLAY] = 1.0
        self.world.column("person", "influence")[:] = np.linspace(90.0, 10.0, n)[:, None]
        self.world.column("person", "faction")[:] = (np.arange(n) % len(FACTIONS) + 1.0)[:, None]
        self.world.column("person", "member")[: len(ROOM)] = 1.0
        for organ, head in HEADS.items():
            self.set("organ", organ, "head", self.ref(head))

    def _state(self) -> None:
        self.set("clock", "", "date", START)
        self.set("clock", "", "protagonist", self.ref("molotov"))
        self.set("room", "", "leader", self.ref("stalin"))
        self.set("premise", "breakdown", "value", 2)
        self.set("premise", "plotters_nerve", "value", 30)
        self.set("premise", "fear_holds_army", "value", 60)
        self.set("crisis", "leadership", "active", 1)
        self.set("crisis", "leadership", "until", START + 23)
        for name, men, tanks, pace, commander in (
            ("northwestern_front", 498000, 1549, 45, ""), ("western_front", 627300, 2900, 50, "pavlov_dg"),
            ("southwestern_front", 864600, 5465, 26, "kirponos"), ("army_group_north", 655000, 602, 45, ""),
            ("army_group_centre", 1180000, 1936, 50, ""), ("army_group_south", 797000, 728, 26, ""),
        ):  # fmt: skip
            self.set("formation", name, "men", men)
            self.set("formation", name, "tanks", tanks)
            self.set("formation", name, "pace", pace)
            self.set("formation", name, "commander", self.ref(commander) if commander else self.ref("zhukov"))

    def ref(self, person: str) -> float:
        """How columns refer to a person."""
        return self.schema.index["person"][person] + 1.0

    def column(self, table: str, entity: str, column: str) -> np.ndarray:
        """[W] one column of one entity: a view."""
        whole: np.ndarray = self.world.column(table, column)
        found: np.ndarray = whole if self.schema.tables[table].single else whole[self.schema.index[table][entity]]
        return found

    def set(self, table: str, entity: str, column: str, value: object) -> None:
        """Set a column of an entity in all worlds."""
        self.column(table, entity, column)[:] = value

    def get(self, table: str, entity: str, column: str, world: int = 0) -> float:
        """The value in one world."""
        return float(self.column(table, entity, column)[world])

    def tie(self, seat: str, person: str, column: str) -> np.ndarray:
        """[W] one column of a tie: a view."""
        index = self.schema.index["person"]
        row: np.ndarray = self.world.tie(column)[index[seat], index[person]]
        return row

    def act(self, me: str = "", **scope: float) -> Act:
        """An act of all worlds."""
        n = self.world.width
        values = {name: np.full(n, value) for name, value in scope.items()}
        if me:
            values["me"] = np.full(n, self.ref(me))
        return Act(self.world, self.reference, np.arange(n), self.base(), "test", values)

    def base(self) -> np.ndarray:
        """The turn's chance."""
        base: np.ndarray = chance.turn_base(self.world.seed, self.world.date.astype(np.int64))
        return base

    def say(self, word: str, *arguments: object, me: str = "", **scope: float) -> None:
        """Apply a word in all worlds: persons, organs, posts and values of enums by name."""
        act = self.act(me, **scope)
        spec = WORDS[word]
        values = [self._value(p.type, a) for p, a in zip(spec.parameters, arguments, strict=False)]
        spec.run(act, *values)

    def _value(self, kind: str, argument: object) -> np.ndarray:
        if isinstance(argument, str) and kind.startswith("enum:"):
            argument = ENUMS[kind[5:]].index(argument)
        elif isinstance(argument, str):
            argument = self.schema.index[kind][argument] + 1.0 if argument != "nobody" else 0.0
        return np.full(self.world.width, float(argument))  # type: ignore[arg-type]

    def desk(self, phase: str) -> Desk:
        """The desk of a phase, today."""
        desk = lay_out(PHASES[phase], self.world, self.reference)
        desk.base = self.base()
        return desk

    def run(self, *phases: str) -> None:
        """Run phases once."""
        for phase in phases:
            desk = self.desk(phase)
            if PHASES[phase].every == "week":
                desk.due = calendar.crosses(self.world.date, self.world.column("clock", "dt"), "week")
            PHASES[phase].verb(desk)

    def turn(self, count: int = 1) -> None:
        """Run whole turns without events."""
        for _ in range(count):
            self.run(*TURN)

    def signals(self, name: str) -> int:
        """How many of a signal wait to be heard."""
        return int((self.world.signals.data[1] == SIGNALS.index(name)).sum())

    def notes(self) -> list[str]:
        """Names of the lines in the chronicle."""
        assert self.world.chronicle is not None
        return [NOTES[decode(int(row["code"]))[1]] for row in self.world.chronicle.rows()]

    def plot(self, column: str, seat: str = "molotov") -> float:
        """A column of a plot; enums by name."""
        return self.get("plot", seat, column)

    def phase(self, seat: str = "molotov") -> str:
        """How far a plot has gone."""
        return ENUMS["plot_phase"][int(self.get("plot", seat, "phase"))]
