"""What a run is: everything that `simulate` was asked for, checked as far as it can be without the content."""

from __future__ import annotations

import re
from argparse import Namespace
from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path

from game.core import calendar
from game.lab.fault import BadInput
from game.rulebook.start import Start

BASE = Path(__file__).resolve().parents[2] / "mods" / "base"
"""The base game, which every run loads first."""

EVERY = ("turn", "month", "quarter", "year")
DEFAULT_SCENARIO = "dacha-1941"
DEFAULT_POLICY = "mixed"
MOST_WORLDS = 10_000_000
LARGEST_SEED = 2**63 - 1
ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
NAME = re.compile(r"[a-z][a-z0-9_]{0,59}")
LONGEST_ECHO = 80
"""Characters of what was typed that a sentence repeats."""

Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Run:
    """Worlds of seeds `seed`..`seed + worlds - 1`; it goes to other processes whole.

    Pairs are NAME and VALUE as written. until: days since 1900, None = the scenario's own.
    """

    scenario: str = DEFAULT_SCENARIO
    worlds: int = 1
    seed: int = 1
    until: int | None = None
    sides: Pairs = ()
    premises: Pairs = ()
    choices: Pairs = ()
    settings: Pairs = ()
    probes: Pairs = ()
    every: str = "month"
    raw: bool = False
    chronicle: bool = False
    mods: tuple[Path, ...] = ()
    jobs: int = 1
    out: Path | None = None
    quiet: bool = False
    protagonist: str = ""
    difficulty: str = "normal"

    @property
    def packs(self) -> list[Path]:
        """Folders of the mods, the base game first."""
        return [BASE, *(m for m in self.mods if m.resolve() != BASE)]

    @property
    def start(self) -> Start:
        """How its worlds begin."""
        pairs = (dict(self.premises), dict(self.sides), dict(self.settings))
        return Start(*pairs, self.protagonist, self.difficulty, DEFAULT_POLICY)

    def arguments(self) -> dict[str, object]:
        """The arguments as JSON writes them."""
        out: dict[str, object] = {}
        for field in fields(self):
            value = getattr(self, field.name)
            if isinstance(value, Path):
                value = str(value)
            elif isinstance(value, tuple):
                value = [str(v) if isinstance(v, Path) else "=".join(v) for v in value]
            out[field.name] = value
        out["until"] = None if self.until is None else calendar.to_iso(self.until)
        return out


def run_of(given: Namespace) -> Run:
    """The run that the command line asks for. BadInput names the argument that is wrong."""
    run = Run(
        scenario=given.scenario,
        worlds=whole("--worlds", given.worlds, 1, MOST_WORLDS),
        seed=whole("--seed", given.seed, 0, LARGEST_SEED),
        until=None if given.until is None else day("--until", given.until),
        sides=pairs("--side", given.side, "SEAT=POLICY"),
        premises=pairs("--premise", given.premise, "NAME=VALUE"),
        choices=pairs("--choose", given.choose, "EVENT=OPTION"),
        settings=tuple((n, quoted(v)) for n, v in pairs("--set", given.set, "COLUMN=VALUE")),
        probes=tuple((named("--probe", n), v) for n, v in pairs("--probe", given.probe, "NAME=EXPRESSION")),
        every=given.every,
        raw=given.raw,
        chronicle=given.chronicle,
        mods=tuple(Path(m) for m in given.mod),
        jobs=whole("--jobs", given.jobs, 1, 256),
        out=None if given.out is None else Path(given.out),
        quiet=given.quiet,
        protagonist=given.protagonist or "",
        difficulty=given.difficulty,
    )
    if run.seed + run.worlds - 1 > LARGEST_SEED:
        raise BadInput(f"--seed {run.seed} --worlds {run.worlds}: the last seed is more than {LARGEST_SEED}")
    if any(policy == "ask" for _, policy in run.sides):
        raise BadInput("--side: a simulation has nobody to ask (policy `ask` is for `play`)")
    if (run.raw or run.chronicle) and run.out is None:
        flag, file = ("--raw", "probes.csv") if run.raw else ("--chronicle", "chronicle.csv")
        raise BadInput(f"{flag} writes {file}: name a folder with --out DIR")
    return run


def pairs(flag: str, given: Iterable[str], shape: str) -> Pairs:
    """NAME=VALUE arguments; the first `=` parts them, and a name stands once."""
    out: dict[str, str] = {}
    for text in given:
        name, equals, value = text.partition("=")
        name, value = name.strip(), value.strip()
        if not (name and equals and value):
            raise BadInput(f"{flag} {echo(text)}: write it as {flag} {shape}")
        if name in out:
            raise BadInput(f"{flag} {echo(name)} is given twice (leave one)")
        out[name] = value
    return tuple(out.items())


def echo(text: str) -> str:
    """What was typed, as a sentence repeats it: on one line, and not all of it when it is long."""
    plain = "".join(char if char.isprintable() else "?" for char in text)
    return plain if len(plain) <= LONGEST_ECHO else plain[: LONGEST_ECHO - 3] + "..."


def named(flag: str, name: str) -> str:
    """A name that may head a column of a file."""
    if not NAME.fullmatch(name):
        raise BadInput(f"{flag} {echo(name)}: a name is small letters, figures and _, a letter first (like dead_2)")
    return name


def whole(flag: str, text: object, low: int, high: int) -> int:
    """A whole number within bounds."""
    try:
        value = int(str(text))
    except ValueError:
        raise BadInput(f"{flag} {echo(str(text))}: a whole number is wanted") from None
    if not low <= value <= high:
        raise BadInput(f"{flag} {echo(str(text))}: it lies between {low} and {high}")
    return value


def day(flag: str, text: str) -> int:
    """Days since 1900 of a date of 1900 to 2100."""
    try:
        value = calendar.to_days(text)
    except ValueError:
        raise BadInput(f"{flag} {echo(text)}: a date is written like 1941-07-15") from None
    if not 0 < value < calendar.to_days(date(2100, 1, 1)):
        raise BadInput(f"{flag} {text}: the game knows the years 1900 to 2099")
    return value


def quoted(value: str) -> str:
    """A bare date as the rule language writes it."""
    return f'"{value}"' if ISO_DATE.fullmatch(value) else value
