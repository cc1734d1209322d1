"""The files of a run: written beside the folder first and put in place when all are whole."""

from __future__ import annotations

import csv
import json
import math
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from game.core import calendar
from game.lab.fault import BadInput
from game.lab.grid import Samples, carried_back
from game.lab.results import Results
from game.lab.series import QUANTILES, spread
from game.lab.stories import entries


@contextmanager
def folder_for(out: Path | None) -> Iterator[Path | None]:
    """A folder for a run's files; they are moved into `out` at the end, and vanish if the run does not get there."""
    if out is None:
        yield None
        return
    try:
        out.mkdir(parents=True, exist_ok=True)
        work = Path(tempfile.mkdtemp(prefix=".partial-", dir=out))
    except OSError as error:
        raise BadInput(f"--out {out}: nothing can be written there ({error.strerror})") from None
    try:
        yield work
        for file in sorted(work.iterdir()):
            file.replace(out / file.name)
    finally:
        shutil.rmtree(work, ignore_errors=True)


def write_all(folder: Path, results: Results) -> None:
    """All files that the run asked for."""
    run, days = results.run, [calendar.to_iso(d) for d in results.samples.dates.tolist()]
    headlines = results.readings.names[: results.readings.headlines]
    _csv(folder / "worlds.csv", [*WORLD_COLUMNS, *headlines], _worlds(results))
    _csv(folder / "series.csv", SERIES_COLUMNS, _series(results))
    if run.raw:
        _csv(folder / "probes.csv", ("world", "seed", "date", "name", "value"), _probes(results, days))
    if run.chronicle:
        _csv(folder / "chronicle.csv", CHRONICLE_COLUMNS, _chronicle(results))
    with (folder / "manifest.json").open("w", encoding="utf-8") as file:
        json.dump(results.manifest(), file, indent=2, ensure_ascii=False)
        file.write("\n")


WORLD_COLUMNS = ("world", "seed", "end_date", "outcome", "player_end", "turns", "hash")
SERIES_COLUMNS = ("date", "name", *(f"q{round(100 * q):02d}" for q in QUANTILES), "mean", "defined")
CHRONICLE_COLUMNS = ("world", "seed", "date", "kind", "id", "option", "result", "entity", "actor", "text")


def _csv(path: Path, header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def figure(value: float) -> str:
    """A number as files hold it: all its figures, none for "no value"."""
    if math.isnan(value):
        return ""
    return str(int(value)) if value == int(value) and abs(value) < 1e15 else repr(value)


def _worlds(results: Results) -> Iterator[Sequence[object]]:
    outcomes, ends = results.outcomes, results.player_ends
    heads = results.headlines.T.tolist()
    for w in range(results.run.worlds):
        yield (
            w, results.run.seed + w, calendar.to_iso(int(results.end_date[w])), outcomes[results.outcome[w]],
            ends[results.player_end[w]] if results.player_end[w] >= 0 else "", int(results.turns[w]), results.hashes[w],
            *map(figure, heads[w]),
        )  # fmt: skip


def _series(results: Results) -> Iterator[Sequence[object]]:
    samples: Samples = carried_back(results.samples, results.last_day)
    for g, date in enumerate(samples.dates.tolist()):
        for i, name in enumerate(results.readings.names):
            over = spread(samples.values[i, g])
            yield calendar.to_iso(date), name, *map(figure, over.quantiles), figure(over.mean), over.defined


def _probes(results: Results, days: list[str]) -> Iterator[Sequence[object]]:
    for w in range(results.run.worlds):
        for g, date in enumerate(days):
            if results.samples.taken[g, w]:
                for i, name in enumerate(results.readings.names):
                    yield w, results.run.seed + w, date, name, figure(float(results.samples.values[i, g, w]))


def _chronicle(results: Results) -> Iterator[Sequence[object]]:
    for rows in results.chronicles:
        worlds = rows["world"].tolist()
        for world, e in zip(worlds, entries(results.book, rows), strict=True):
            yield world, results.run.seed + world, e.date, e.kind, e.id, e.option, e.result, e.entity, e.actor, e.text
