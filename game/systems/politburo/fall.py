"""Falls: a man loses posts, organs, freedom or life. Whoever falls from a seat has seen two signs."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.core import rowsum
from game.script.act import Act
from game.systems.politburo.handy import BETRAYED, BROKEN, IDLE, MAN, OBEYING, SOUNDING, change, taken
from game.world.state import Floats

Bools = NDArray[np.bool_]

SIGNS_BEFORE = 2.0

HELD = (("post", "holder"), ("organ", "head"), ("formation", "commander"))
"""Columns that say who holds what."""


def warn(act: Act, person: Floats, where: object = True) -> None:
    """Show a man of the room the signs that he has missed before he falls."""
    signs = act.get("person", "signs", person)
    act.put("person", "signs", np.maximum(signs, SIGNS_BEFORE), person, where=where)


def strip(act: Act, person: Floats) -> None:
    """Take every post, organ and command from a man."""
    places, first = [act.world.schema.places[held] for held in HELD], 0
    rows, at = (offices(act) == person).nonzero()
    for (table, column), place in zip(HELD, places, strict=True):
        of_table = (rows >= first) & (rows < first + place.count)
        if True in of_table:
            change(act, table, column, rows[of_table] - first, at[of_table], 0.0)
        first += place.count
    act.put("person", "post", 0.0, person)


def offices(act: Act) -> Floats:
    """[posts, organs and formations, n] who holds each."""
    return np.concatenate([taken(act, table, column) for table, column in HELD])


def seize(act: Act, person: Floats) -> None:
    """Arrest: he loses all he held, his plot is broken, and he is bound in nobody's."""
    free, alive = act.get_all("person", ("free", "alive"), person)
    act, person = _those(act, person, free * alive > 0)
    if not act.n:
        return
    act.emit("arrested", person)
    warn(act, person)
    strip(act, person)
    act.put_all("person", ("free", "influence", "present", "authority", "hands_left"), 0.0, person)
    act.put("person", "fell_on", act.date, person)
    break_his_plot(act, person)
    unbind(act, person)
    act.note("arrested", person)


def break_his_plot(act: Act, person: Floats) -> None:
    """His own plot, if he has one, is over."""
    phase = act.get("plot", "phase", person)
    running = (phase >= SOUNDING) & (phase <= OBEYING)
    if True in running:
        act.put("plot", "phase", float(BROKEN), person, where=running)
        act.emit("plot_broken", person, where=running)
        act.note("plot_broken", person, where=running)
        act.put("coup", "last_result", float(BETRAYED), where=running & (phase >= MAN))


def unbind(act: Act, person: Floats) -> None:
    """He is in no seat's plot any more."""
    schema = act.world.schema
    first = schema.ties["bound"] + person.astype(np.int64) - 1
    act.world.ties[first + (np.arange(schema.seats) * schema.people)[:, None], act.worlds] = 0


def kill(act: Act, person: Floats) -> None:
    """An execution: it is counted, and he is named."""
    act, person = _those(act, person, act.get("person", "alive", person) > 0)
    if not act.n:
        return
    seize(act, person)
    act.put("person", "alive", 0.0, person)
    act.put("person", "free", 0.0, person)
    act.add("power", "executed", 1.0, act.at("power", "ussr"))
    act.emit("person_died", person)
    act.note("executed", person)


def drop(act: Act, post: Floats) -> None:
    """Vacate a post. Its holder weighs less, and no longer heads an organ in which he holds nothing more."""
    holder = act.get("post", "holder", post)
    act, post, holder = act.only(holder > 0), post[holder > 0], holder[holder > 0]
    if not act.n:
        return
    act.put("post", "holder", 0.0, post)
    tables, row = act.reference.tables, post.astype(np.int64) - 1
    of_post = np.asarray(tables["post_organ"], np.int64)
    organ = of_post[row]
    holders = taken(act, "post", "holder")
    others = (holders == holder) & (of_post[:, None] == organ)
    loses = np.asarray(tables["post_leads"], bool)[row] | (rowsum.count(others) == 0)
    act.put("organ", "head", 0.0, organ, where=loses & (act.get("organ", "head", organ) == holder))
    rank = np.asarray(tables["post_rank"], np.float64)[row]
    loss = act.constant("influence.post_lost") - act.constant("influence.post_lost_per_rank") * (rank - 1.0)
    act.add("person", "influence", -np.maximum(loss, 0.0), holder)
    highest_post(act, holder, holders)
    fell = act.get("person", "post", holder) == 0
    if True in fell:
        warn(act, holder, where=fell)
        act.put("person", "fell_on", act.date, holder, where=fell)
    act.note("dismissed", post)


def highest_post(act: Act, person: Floats, holders: Floats | None = None) -> None:
    """Set a man's post to the highest that he holds. holders [posts, n]: who holds each, if it is known already."""
    holders = taken(act, "post", "holder") if holders is None else holders
    rank = np.asarray(act.reference.tables["post_rank"], np.float64)[:, None]
    held = (holders == person) & (person > 0)
    act.put("person", "post", rowsum.best(np.repeat(-rank, act.n, axis=1), held) + 1.0, person)


def close_plots(act: Act, but: Floats) -> None:
    """Every plot but that of `but` is over without a blow: there is nobody left to strike at."""
    phases = taken(act, "plot", "phase")
    seats = np.arange(1.0, len(phases) + 1.0)[:, None]
    over = (phases >= SOUNDING) & (phases <= OBEYING) & (seats != but)
    rows, at = np.nonzero(over)
    for row in np.unique(rows[phases[rows, at] >= MAN]).tolist():
        act.note("plot_overtaken", row + 1.0, where=over[row] & (phases[row] >= MAN))
    change(act, "plot", "phase", rows, at, float(IDLE))


def _those(act: Act, person: Floats, where: Bools) -> tuple[Act, Floats]:
    keep = where & (person > 0)
    return act.only(keep), person[keep]
