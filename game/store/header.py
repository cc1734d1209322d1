"""The header of a save: what game it is, how it began, what was chosen, and where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from game.core.ids import DOTTED_ID, ID, SCENARIO_ID
from game.engine.turn import DAY, MOST_ROUNDS
from game.rulebook.start import Start
from game.store.journal import MOST_ENTRIES, Entry, check_date
from game.store.layout import MOST_ROWS, Layout
from game.store.problem import SaveError, first_fault

MOST_HEADER = 4 << 20
MOST_WORLDS = 100_000

PLACES = ("morning", "a question in the morning", "orders", "orders of others", "a question in the day", "evening")
"""Where in a turn a save stands, by `World.stage`."""


def _date(text: str) -> str:
    check_date(text)
    return text


def _printable(text: str) -> str:
    if not text.isprintable():
        raise ValueError("a text holds characters that cannot be printed")
    return text


def _start(start: Start) -> Start:
    """Its texts are bounded as those of a model."""
    for table in (start.premises, start.sides, start.settings):
        if len(table) > 500 or any(len(text) > 400 for pair in table.items() for text in pair):
            raise ValueError("the start options are longer than any that the game writes")
    if any(len(text) > 120 for text in (start.protagonist, start.difficulty, start.policy)):
        raise ValueError("a start option is longer than any that the game writes")
    return start


Date = Annotated[str, Field(max_length=20), AfterValidator(_date)]
Line = Annotated[str, Field(max_length=300), AfterValidator(_printable)]
Person = Annotated[str, Field(max_length=120, pattern=rf"^{ID}$")]
Dotted = Annotated[str, Field(max_length=120, pattern=rf"^{DOTTED_ID}$")]
Seed = Annotated[int, Field(ge=0, lt=2**64)]
Hash = Annotated[str, Field(pattern=r"^[0-9a-f]{0,64}$")]
Version = Annotated[str, Field(max_length=40, pattern=r"^[0-9A-Za-z.+-]*$")]


class _Part(BaseModel):
    """A piece of a header: frozen, nothing unknown, nothing coerced."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Mod(_Part):
    """A mod that the game was played with."""

    id: Annotated[str, Field(max_length=120, pattern=rf"^{ID}$")]
    version: Version


class Fork(_Part):
    """A world from which this one was split off: its seed, its date then, and its hash (`World.hashes`)."""

    seed: Seed
    date: Date
    hash: Hash


class DiaryLine(_Part):
    """The player's one line of a stop."""

    date: Date
    text: Line


class Section(_Part):
    """One array: its name, dtype (`<f8`) and shape."""

    name: Annotated[str, Field(max_length=40)]
    dtype: Annotated[str, Field(max_length=8)]
    shape: Annotated[tuple[Annotated[int, Field(ge=0, le=MOST_ROWS)], ...], Field(max_length=2)]


@dataclass(frozen=True, slots=True)
class Headline:
    """What a list of saves shows: what the protagonist knows, and nothing that a column hides.

    place: where in the turn, a phrase of PLACES.
    """

    title: str
    scenario: str
    date: str
    person: str
    place: str


class Header(_Part):
    """Everything of a save but its arrays. ValidationError (a ValueError) names what is out of bounds.

    digest: SHA-256 of the content. stage, round, date, protagonist, seed: of the first world, and equal to its own.
    journal: orders and answers since the start. lineage: forks, oldest first. keeps: what the campaign itself keeps
    (ironman, the circle), by name. labels: those of the ledger. layout, sections: see their classes.
    """

    title: Annotated[str, Field(max_length=60), AfterValidator(_printable)] = ""
    game_version: Version
    chance_version: Annotated[int, Field(ge=1, le=10_000)]
    scenario: Annotated[str, Field(max_length=120, pattern=rf"^{SCENARIO_ID}$")]
    mods: Annotated[tuple[Mod, ...], Field(max_length=500)]
    digest: Hash
    start: Annotated[Start, AfterValidator(_start)]
    seed: Seed
    worlds: Annotated[int, Field(ge=1, le=MOST_WORLDS)]
    protagonist: Person
    date: Date
    stage: Annotated[int, Field(ge=0, le=DAY)]
    round: Annotated[int, Field(ge=0, le=2 * MOST_ROUNDS)]
    journal: Annotated[tuple[Entry, ...], Field(max_length=MOST_ENTRIES)] = ()
    lineage: Annotated[tuple[Fork, ...], Field(max_length=1_000)] = ()
    diary: Annotated[tuple[DiaryLine, ...], Field(max_length=MOST_ENTRIES)] = ()
    keeps: Annotated[Mapping[Dotted, Line], Field(max_length=500)] = {}
    labels: Annotated[tuple[Annotated[str, Field(max_length=200)], ...], Field(max_length=20_000)] = ()
    layout: Layout
    sections: Annotated[tuple[Section, ...], Field(max_length=40)] = ()

    @property
    def headline(self) -> Headline:
        """What a list of saves may show."""
        return Headline(self.title, self.scenario, self.date, self.protagonist, PLACES[self.stage])


def encode(header: Header) -> bytes:
    """The header as JSON. Raises SaveError where it is too large."""
    data = header.model_dump_json().encode()
    if len(data) > MOST_HEADER:
        raise SaveError(f"its journal and diary are larger than {MOST_HEADER >> 20} MB")
    return data


def decode(data: bytes) -> Header:
    """The header of JSON. Raises SaveError with the first thing that is wrong."""
    try:
        return Header.model_validate_json(data)
    except ValidationError as error:
        raise SaveError(f"its header is damaged ({first_fault(error)})") from None
