"""The room where the state is ruled: who sits in it, what he fears, what he plots."""

from game.systems.politburo.attendance import COME_AND_GO, RANK_SEATS
from game.systems.politburo.beliefs import BELIEFS
from game.systems.politburo.board import PLOTS
from game.systems.politburo.file import FILES
from game.systems.politburo.mood import FACTIONS, MOODS
from game.systems.politburo.notes import NOTES, SIGNALS
from game.systems.politburo.withdrawal import VACUUM, WITHDRAWAL
from game.systems.politburo.words import WORDS
from game.world.declare import Phase

__all__ = ["BELIEFS", "NOTES", "PHASES", "SIGNALS", "WORDS"]

PHASES: tuple[Phase, ...] = (COME_AND_GO, RANK_SEATS, WITHDRAWAL, FILES, PLOTS, MOODS, VACUUM, FACTIONS)
