"""Where scripted campaigns are stopped to look at them: played from files of choices, each once, and kept as saves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from game.lab.fault import BadInput
from game.lab.run import BASE
from game.play import choices
from game.play.campaign import Campaign
from game.play.opening import open_book
from game.play.proof import opening_of_choices
from game.rulebook.book import Rulebook

SCENARIO = "dacha-1941"
FILES = BASE.parents[1] / "tests" / "play" / "choices"
"""Files of choices that lie with the tests."""


@dataclass(frozen=True, slots=True)
class Station:
    """A place in a scripted campaign. file: of choices. here: whether it has been reached."""

    name: str
    file: str
    here: Callable[[Campaign], bool]


def _orders_on(date: str) -> Callable[[Campaign], bool]:
    return lambda campaign: campaign.halt == "orders" and campaign.date >= date


def _halted(halt: str) -> Callable[[Campaign], bool]:
    return lambda campaign: campaign.halt == halt


def _asked(event: str) -> Callable[[Campaign], bool]:
    return lambda campaign: any(question.event == event for question in campaign.view().questions)


STATIONS = {
    station.name: station
    for station in (
        Station("begun", "molotov_loyal", _halted("question")),
        Station("first_orders", "molotov_loyal", _orders_on("1941-06-22")),
        Station("dacha", "molotov_loyal", _asked("dacha.tears")),
        Station("asked", "molotov_loyal", _asked("dacha.kuntsevo")),
        Station("july", "molotov_loyal", _orders_on("1941-07-02")),
        Station("plot", "molotov_overtaken", _orders_on("1941-07-01")),
        Station("leader", "stalin_portrait", _orders_on("1941-07-05")),
        Station("minister", "beria_remit", _orders_on("1941-06-29")),
        Station("fallen", "molotov_betrayed", _halted("fallen")),
        Station("over", "molotov_loyal", _halted("over")),
        Station("power", "molotov_power", _halted("over")),
    )
}
"""By name."""


@dataclass(slots=True)
class Stations:
    """Saves of stations in a folder. BadInput: the files of choices are not there."""

    folder: Path
    _book: Rulebook | None = None
    _reached: dict[str, Path] = field(default_factory=dict)

    @property
    def book(self) -> Rulebook:
        """The rulebook of the opening, opened once."""
        if self._book is None:
            self._book = open_book([BASE], SCENARIO)
        return self._book

    def save(self, name: str) -> Path:
        """A save that stands at a station."""
        if name not in self._reached:
            self._reached[name] = self._played(STATIONS[name])
        return self._reached[name]

    def _played(self, station: Station) -> Path:
        path = FILES / f"{station.file}.jsonl"
        if not path.is_file():
            raise BadInput(f"{path}: there is no such file of choices (shots needs the folder of the tests)")
        file = choices.read(path)
        campaign = Campaign.new(opening_of_choices(file, [BASE]), self.book)
        reader = choices.Reader(file)
        while not station.here(campaign) and campaign.halt != "over":
            reader.step(campaign)
        self.folder.mkdir(parents=True, exist_ok=True)
        out = self.folder / f"{station.name}.save"
        campaign.save(out, station.name)
        return out
