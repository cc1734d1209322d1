"""Words about plots. Each acts on the plot of `me`."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.script.act import Act, spread
from game.script.word import Word, params
from game.systems.politburo import step
from game.systems.politburo.board import reckon_act
from game.systems.politburo.handy import IDLE, MAN, OBEYING
from game.systems.politburo.vote import heard
from game.world.state import Floats

Bools = NDArray[np.bool_]


def talk(act: Act, man: Floats) -> None:
    """A talk shows where a man stands."""
    heard(act, man)


def sound(act: Act, man: Floats) -> None:
    """A talk with intent: it opens a plot, if there is none."""
    heard(act, man)
    both = _free(act, man)
    if both[0].n:
        step.sounded(*both)


def bind(act: Act, man: Floats) -> None:
    """A man joins, with the organ that he heads."""
    both = _free(act, man)
    if both[0].n:
        step.joined(*both)


def refuse(act: Act, man: Floats) -> None:
    """A man refuses, and may report it."""
    both = _free(act, man)
    if both[0].n:
        step.refused(*both)


def name_leader(act: Act, man: Floats) -> None:
    """Settle who is to rule."""
    keep = _may(act)
    if True in keep:
        step.named(act.only(keep), man[keep])


def take_route(act: Act, route: Floats) -> None:
    """Settle by which road."""
    keep = _may(act)
    act, route = act.only(keep), spread(route, act.n)[keep]
    if not act.n:
        return
    talk_only = act.get("plot", "phase", act.me) < MAN
    act.put("plot", "route", route, act.me, where=talk_only)
    reckon_act(act, act.me)


def strike(act: Act) -> None:
    """The plot leaves talk: from now on there is no way back that is not seen."""
    act = act.only(_may(act))
    if act.n:
        step.struck(act)


def advance_plot(act: Act) -> None:
    """The step under way succeeds; after the last one power changes hands."""
    step.advanced(act)


def fail_step(act: Act) -> None:
    """The step under way fails."""
    step.failed(act)


def turn_back(act: Act) -> None:
    """The plot is given up."""
    step.gave_up(act)


def break_plot(act: Act, person: Floats | None = None) -> None:
    """A plot is broken from outside: that of a man who is named, else of him whom the event is about, else of `me`."""
    about = act.scope.get("this", np.zeros(act.n))
    phase = act.get("plot", "phase", about)
    usual = np.where((phase > IDLE) & (phase <= OBEYING), about, act.me)
    named = np.zeros(act.n) if person is None else spread(person, act.n)
    step.broken(act, np.where(named > 0, named, usual))


def _may(act: Act) -> Bools:
    """[n] `me` is a living, free man of the room, and does not rule."""
    me = act.me
    free, alive = act.get_all("person", ("free", "alive"), me)
    room = (me >= 1) & (me <= act.world.schema.seats)
    may: Bools = room & (free > 0) & (alive > 0) & (me != act.get("room", "leader"))
    return may


def _free(act: Act, man: Floats) -> tuple[Act, Floats]:
    """Where `me` may plot and the man is another, and the plot has not struck yet."""
    phase = act.get("plot", "phase", act.me)
    keep = _may(act) & (man > 0) & (man != act.me) & ((phase < MAN) | (phase > OBEYING))
    return act.only(keep), man[keep]


_TALK = ("tie.heard", "tie.told")
_PLOT = ("plot.phase", "plot.opened_on", "plot.fails", "plot.secrecy", "plot.organs", "plot.strength", "plot.odds",
         "tie.bound")  # fmt: skip
_FILE = ("person.file", "person.signs")
_POWER = (
    "room.leader", "room.withdrawn", "room.vacuum_left", "room.aura", "room.nerve", "room.portrait", "power.head",
    "power.legitimacy", "faction.satisfaction", "formation.cohesion", "organ.obedience", "person.influence",
    "person.loyalty", "person.suspicion", "person.free", "person.present", "person.authority", "person.hands_left",
    "person.fell_on", "person.post", "post.holder", "organ.head", "formation.commander", "coup.last_result",
    "coup.last_by", "coup.last_route", "coup.last_on",
)  # fmt: skip

WORDS: tuple[Word, ...] = (
    Word("talk", params("man:person"), _TALK, talk, "Shows `me` where the man stands.", "talk(person.mikoyan)",
         "{man} shows where he stands"),
    Word("sound", params("man:person"), (*_TALK, *_PLOT), sound,
         "A talk with intent: shows where the man stands and opens the plot of `me`.", "sound(person.mikoyan)",
         "{man} is sounded"),
    Word("bind", params("man:person"), (*_PLOT, "person.signs"), bind,
         "He joins the plot of `me` with the organ he heads.", "bind(person.zhukov)", "{man} joins"),
    Word("refuse", params("man:person"), (*_PLOT, *_FILE), refuse,
         "He refuses; a page in the file on `me` is likely.", "refuse(person.zhukov)", "{man} refuses"),
    Word("name_leader", params("man:person"), (*_PLOT, "plot.leader"), name_leader, "Settles who is to rule.",
         "name_leader(person.molotov)", "{man} is to rule"),
    Word("take_route", params("route:enum:plot_route"), (*_PLOT, "plot.route"), take_route,
         "Settles by which road.", "take_route(committee)", "The road is settled: {route}"),
    Word("strike", (), (*_PLOT, "plot.route", "plot.struck_on", "coup.count", "coup.last_result", "coup.last_by",
                        "coup.last_route", "coup.last_on", "person.signs"), strike,
         "The plot leaves talk: phase man; the coup is counted; the leader sees a sign.", "strike()",
         "The plot strikes"),
    Word("advance_plot", (), (*_PLOT, *_POWER, "person.signs"), advance_plot,
         "The step under way succeeds; after the obeying power changes hands.", "advance_plot()",
         "The step succeeds"),
    Word("fail_step", (), (*_PLOT, *_POWER, *_FILE), fail_step,
         "The step fails: at the man the plot fails; later it costs three days of vacuum and goes on.",
         "fail_step()", "The step fails"),
    Word("turn_back", (), (*_PLOT, "coup.last_result", "coup.last_by", "coup.last_route", "coup.last_on"), turn_back,
         "The plot is given up.", "turn_back()", "The plot is given up"),
    Word("break_plot", params("person:person?"), (*_PLOT, "person.suspicion", "coup.last_result", "coup.last_by",
                                                  "coup.last_route", "coup.last_on"), break_plot,
         "The plot is broken from outside.", "break_plot()", "The plot is broken"),
)  # fmt: skip
