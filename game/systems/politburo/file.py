"""The file that security keeps on a man: pages, their signs, and how an open plot leaks."""

from __future__ import annotations

import numpy as np

from game.core import chance
from game.script.act import Act, spread
from game.systems.politburo.board import open_plots
from game.systems.politburo.handy import act_of
from game.world.declare import Phase
from game.world.desk import Desk
from game.world.state import Floats

PRICE, FULL = 3, 6
SHOWN = (2, 4)
"""Pages that always show him a sign: whoever is taken by a full file has seen two."""


def add_pages(act: Act, person: Floats, n: Floats) -> None:
    """Pages into a man's file (or out of it); each may show him a sign. Page three has a price, six is the last."""
    room = (person >= 1) & (person <= act.world.schema.seats)
    act, person, n = act.only(room), person[room], spread(n, len(room))[room]
    if not act.n:
        return
    old = act.get("person", "file", person)
    new = np.minimum(np.maximum(old + n, 0.0), float(FULL))
    act.put("person", "file", new, person)
    signs = signs_shown(act, person, old, new)
    act.add("person", "signs", signs, person, where=signs > 0)
    act.note("sign", person, where=signs > 0)
    act.emit("file_page", person, where=new > old)
    act.emit("file_three", person, where=(old < PRICE) & (new >= PRICE))
    full = (old < FULL) & (new >= FULL)
    act.emit("file_six", person, where=full)
    act.note("file_six", person, where=full)


def signs_shown(act: Act, person: Floats, old: Floats, new: Floats) -> Floats:
    """[n] how many of the pages that came in show him a sign: each page that is in `SHOWN`, others by chance."""
    signs, page = np.zeros(act.n), np.floor(old) + 1.0
    added = page <= new
    while np.count_nonzero(added):
        shows = (page == SHOWN[0]) | (page == SHOWN[1])
        if np.count_nonzero(added & ~shows):
            at = page.astype(np.int64) * added
            shows |= act.draw("file_sign", person, nth=at) < act.constant("file.sign")
        signs += added & shows
        page += 1.0
        added = page <= new
    return signs


def files(desk: Desk) -> None:
    """Every open plot leaks: a page a day with odds that rise with the organs in it and fall with its secrecy."""
    plot = desk.plot
    seats, worlds = open_plots(plot.phase)
    if not len(worlds):
        return
    rate = desk.constant("file.leak_per_organ") * plot.organs[seats, worlds]
    rate = rate * (2.0 - plot.secrecy[seats, worlds] / 100.0)
    luck = chance.draw(
        desk.base[worlds], chance.key(f"{desk.phase.id}/leak"), desk.reference.schema.keys["plot"][seats]
    )
    leaks = luck < rate * desk.clock.dt[worlds]
    worlds, seats = worlds[leaks], seats[leaks]
    order = np.argsort(worlds, kind="stable")
    worlds, seats = worlds[order], seats[order]
    nth = np.arange(len(worlds)) - np.searchsorted(worlds, worlds, "left")
    for turn in range(int(nth.max()) + 1 if len(nth) else 0):
        now = nth == turn
        add_pages(act_of(desk, worlds[now]), seats[now] + 1.0, np.ones(len(worlds[now])))


FILES = Phase(
    "politburo.files",
    files,
    reads=("clock.dt", "plot.phase", "plot.organs", "plot.secrecy"),
    writes=("person.file", "person.signs"),
    doc="Open plots leak pages into the files of those who lead them.",
    budget=0.3,
)
