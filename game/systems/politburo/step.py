"""The steps of a plot: opening, binding, the strike, and how each attempt ends."""

from __future__ import annotations

import numpy as np

from game.script.act import Act
from game.systems.politburo import leader
from game.systems.politburo.board import reckon_act
from game.systems.politburo.file import add_pages
from game.systems.politburo.handy import (
    BEG,
    BETRAYED,
    BINDING,
    BOUND,
    BROKEN,
    COMMITTEE,
    FAILED,
    IDLE,
    LOST,
    MAN,
    NAMED,
    OBEYING,
    REFUSED,
    SOUNDED,
    SOUNDING,
    TURNED_BACK,
    UNDECIDED,
    WIRES,
    bound_to,
    shift,
)  # fmt: skip
from game.systems.politburo.power import record, take_power
from game.systems.politburo.stance import report_risk
from game.world.ragged import Ints
from game.world.state import Floats


def proceed(act: Act, phase: int) -> None:
    """Open the plot if it is not, and take it as far as `phase` at least, short of a strike."""
    me = act.me
    now = act.get("plot", "phase", me)
    fresh = (now == IDLE) | (now > OBEYING)
    if True in fresh:
        act.put("plot", "opened_on", act.date, me, where=fresh)
        act.put("plot", "fails", 0.0, me, where=fresh)
        act.put("plot", "secrecy", 100.0, me, where=now > OBEYING)
        act.emit("plot_opened", me, where=fresh)
        act.note("plot_opened", me, where=fresh)
    act.put("plot", "phase", float(phase), me, where=fresh | (now < phase))


def sounded(act: Act, man: Floats) -> None:
    """A man has been sounded."""
    proceed(act, SOUNDING)
    act.put_tie("bound", float(SOUNDED), act.me, man, where=act.tie("bound", act.me, man) == 0)
    reckon_act(act, act.me)


def joined(act: Act, man: Floats) -> None:
    """A man is bound, and with him the organ he heads. From the third organ on the leader may notice something."""
    proceed(act, BINDING)
    act.put_tie("bound", float(BOUND), act.me, man)
    reckon_act(act, act.me)
    target = act.get("room", "leader")
    wide = act.get("plot", "organs", act.me) >= act.constant("plot.noticed_from")
    if True in wide:
        first = act.get("person", "signs", target) == 0
        seen = wide & (first | (act.draw("noticed", man) < act.constant("plot.noticed")))
        act.add("person", "signs", 1.0, target, where=seen)
    act.emit("man_bound", man)


def refused(act: Act, man: Floats) -> None:
    """A man refuses, and may report it."""
    proceed(act, SOUNDING)
    act.put_tie("bound", float(REFUSED), act.me, man)
    reports = act.draw("refusal", man) < act.constant("file.refusal_share") * report_risk(act, man)
    reckon_act(act, act.me)
    act.emit("man_refused", man)
    told = act.only(reports)
    if told.n:
        add_pages(told, told.me, np.ones(told.n))


def struck(act: Act) -> None:
    """The plot leaves talk. The leader sees a second sign; the step is played in the next round."""
    act = act.only(act.get("plot", "phase", act.me) < MAN)
    if not act.n:
        return
    me, target = act.me, act.get("room", "leader")
    act.put("plot", "route", float(COMMITTEE), me, where=act.get("plot", "route", me) == UNDECIDED)
    begs = act.get("plot", "route", me) == BEG
    proceed(act, MAN)
    act.put("plot", "struck_on", act.date, me)
    act.put("plot", "fails", 0.0, me)
    act.add("coup", "count", 1.0, where=~begs)
    blow = act.only(~begs)
    record(blow, 0)
    signs = np.maximum(act.get("person", "signs", target) + act.constant("file.strike_sign"), 2.0)
    act.put("person", "signs", signs, target, where=~begs)
    reckon_act(act, me)
    act.emit("plot_step", me)
    act.note("struck", me, where=~begs)


def advanced(act: Act) -> None:
    """The step under way succeeds."""
    if not act.n:
        return
    phase, route = act.get_all("plot", ("phase", "route"), act.me)
    begged = (phase == MAN) & (route == BEG)
    if np.count_nonzero(begged):
        beg(act.only(begged))
    on = act.only(((phase == MAN) | (phase == WIRES)) & ~begged)
    if on.n:
        on.add("plot", "phase", 1.0, on.me)
        reckon_act(on, on.me)
        on.emit("plot_step", on.me)
    won = act.only(phase == OBEYING)
    if won.n:
        take_power(won)


def beg(act: Act) -> None:
    """They came to beg: he comes back, and the talk is over."""
    act.put("plot", "phase", float(IDLE), act.me)
    act.note("plot_begged", act.me)
    leader.come_back(act)


def failed(act: Act) -> None:
    """The step fails: at the man all is lost; later it costs days and goes on."""
    phase, me = act.get("plot", "phase", act.me), act.me
    act.note("plot_wires_lost", me, where=phase == WIRES)
    act.note("plot_obeying_lost", me, where=phase == OBEYING)
    act.add("plot", "fails", 1.0, me, where=(phase == WIRES) | (phase == OBEYING))
    advanced(act.only((phase == WIRES) | (phase == OBEYING)))
    lost = act.only(phase == MAN)
    if lost.n:
        lose(lost)


def lose(act: Act) -> None:
    """The man was not taken: a file, suspicion of all who were in it, and the strike is entered as failed."""
    begs = act.get("plot", "route", act.me) == BEG
    act.put("plot", "phase", np.where(begs, float(IDLE), float(FAILED)), act.me)
    act = act.only(~begs)
    if not act.n:
        return
    record(act, LOST)
    act.emit("plot_failed", act.me)
    act.note("plot_failed_at_the_man", act.me)
    add_pages(act, act.me, np.full(act.n, act.constant("plot.failure_pages")))
    act.add("person", "suspicion", act.constant("plot.failure_suspicion"), act.me)
    shift(act, "person", "suspicion", bound_to(act, act.me), act.constant("plot.failure_suspicion_bound"))
    loose(act)


def gave_up(act: Act) -> None:
    """It is given up: nobody is bound any more. After a strike that is how the strike ended."""
    phase = act.get("plot", "phase", act.me)
    act = act.only((phase > IDLE) & (phase <= OBEYING))
    if not act.n:
        return
    me = act.me
    phase, route = act.get_all("plot", ("phase", "route"), me)
    record(act.only((phase >= MAN) & (route != BEG)), TURNED_BACK)
    act.put("plot", "phase", float(IDLE), me)
    loose(act)
    reckon_act(act, me)
    act.note("plot_turned_back", me)


def loose(act: Act) -> None:
    """Nobody is bound in the plot of `me` any more."""
    rows, at = np.nonzero(bound_to(act, act.me))
    act.world.ties[_ties(act, rows, at), act.worlds[at]] = SOUNDED


def _ties(act: Act, rows: Ints, at: Ints) -> Ints:
    schema = act.world.schema
    found: Ints = schema.ties["bound"] + (act.me[at].astype(np.int64) - 1) * schema.people + rows
    return found


def broken(act: Act, plotter: Floats) -> None:
    """A plot is broken from outside: somebody talked."""
    phase = act.get("plot", "phase", plotter)
    running = (phase > IDLE) & (phase <= OBEYING)
    act, plotter = act.only(running), plotter[running]
    if not act.n:
        return
    scope = {**act.scope, "me": plotter}
    act = Act(act.world, act.reference, act.worlds, act.base, act.label, scope, act.nth)
    record(act.only(act.get("plot", "phase", plotter) >= MAN), BETRAYED)
    act.put("plot", "phase", float(BROKEN), plotter)
    shift(act, "person", "suspicion", bound_to(act, plotter), act.constant("plot.failure_suspicion_bound"))
    act.add("person", "suspicion", act.constant("plot.failure_suspicion"), plotter)
    loose(act)
    act.emit("plot_broken", plotter)
    act.note("plot_broken", plotter)


def named(act: Act, man: Floats) -> None:
    """It is settled who is to rule."""
    now = act.get("plot", "phase", act.me)
    act = act.only((now < MAN) | (now > OBEYING))
    man = man[(now < MAN) | (now > OBEYING)]
    if act.n:
        proceed(act, NAMED)
        act.put("plot", "leader", man, act.me)
