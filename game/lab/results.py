"""What a run found: the results of its shards side by side."""

from __future__ import annotations

import hashlib
import platform
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

import numpy as np
from numpy.typing import NDArray

from game.lab.grid import Samples, joined
from game.lab.readings import Readings, readings_of
from game.lab.run import Run
from game.lab.shard import Shard, last_day
from game.rulebook.book import Rulebook
from game.world.ragged import Ints


@dataclass(frozen=True, slots=True)
class Results:
    """All worlds of a run.

    outcome, player_end [worlds]: places in `outcomes` and `player_ends`, -1 = none. headlines [names, worlds].
    """

    book: Rulebook
    run: Run
    readings: Readings
    end_date: Ints
    outcome: Ints
    player_end: Ints
    turns: Ints
    hashes: list[str]
    headlines: NDArray[np.float64]
    samples: Samples
    chronicles: list[NDArray[np.void]]
    cpu_seconds: float
    wall_seconds: float

    @property
    def outcomes(self) -> list[str]:
        """Ids of the scenario's outcomes."""
        return [o.id for o in self.book.rule.outcomes]

    @property
    def player_ends(self) -> list[str]:
        """Ids of the ends of the person played."""
        return [o.id for o in self.book.rule.player_ends]

    @property
    def last_day(self) -> int:
        """The day after which worlds have finished."""
        return last_day(self.book, self.run)

    @property
    def digest(self) -> str:
        """One digest of all worlds' hashes in order: equal runs have equal digests."""
        return hashlib.blake2b("".join(self.hashes).encode(), digest_size=8).hexdigest()

    def manifest(self) -> dict[str, object]:
        """What was run, with what, and what it took."""
        return {
            "version": game_version(self.book),
            "scenario": self.book.scenario.id,
            "mods": [{"id": m.id, "version": m.version} for m in self.book.content.manifests.values()],
            "content": self.book.digest,
            "arguments": self.run.arguments(),
            "seed": self.run.seed,
            "worlds": self.run.worlds,
            "world_turns": int(self.turns.sum()),
            "cpu_seconds": round(self.cpu_seconds, 3),
            "wall_seconds": round(self.wall_seconds, 3),
            "digest": self.digest,
            "python": platform.python_version(),
            "numpy": np.__version__,
        }


def game_version(book: Rulebook) -> str:
    """The installed version; of a bare checkout, that of the base game."""
    try:
        return version("red-wedge")
    except PackageNotFoundError:
        return next(iter(book.content.manifests.values())).version


def put_together(book: Rulebook, run: Run, shards: list[Shard], cpu_seconds: float, wall_seconds: float) -> Results:
    """The results of all shards, in order."""

    def side_by_side(name: str) -> Ints:
        return np.concatenate([getattr(s, name) for s in shards])

    return Results(
        book, run, readings_of(book, run), side_by_side("end_date"), side_by_side("outcome"),
        side_by_side("player_end"), side_by_side("turns"), [h for s in shards for h in s.hashes],
        np.concatenate([s.headlines for s in shards], axis=1), joined([s.samples for s in shards]),
        [s.chronicle for s in shards if s.chronicle is not None], cpu_seconds, wall_seconds,
    )  # fmt: skip
