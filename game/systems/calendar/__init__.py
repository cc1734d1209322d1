"""Time: sessions open, the date moves, an acute crisis ends."""

from game.systems.calendar.move_on import MOVE_ON
from game.systems.calendar.session import OPEN_SESSION
from game.world.declare import Belief, Note, Phase, Signal

PHASES: tuple[Phase, ...] = (OPEN_SESSION, MOVE_ON)
WORDS: tuple[()] = ()
SIGNALS: tuple[Signal, ...] = (
    Signal("session_opened", "", "a session opens: authority is paid and hands come in"),
    Signal("crisis_over", "crisis", "the crisis is no longer acute"),
)
NOTES: tuple[Note, ...] = (Note("crisis_over", "crisis", "The crisis is over: the room meets every three weeks."),)
BELIEFS: tuple[Belief, ...] = ()
