"""The war in the east of the opening: an honest stand-in of three directions, calibrated to the record."""

from game.script.word import Word
from game.systems.front.beliefs import BELIEFS
from game.systems.front.ground import GROUND
from game.systems.front.losses import LOSSES
from game.systems.front.towns import TOWNS
from game.systems.front.words import ORDER
from game.world.declare import Note, Phase, Signal

__all__ = ["BELIEFS", "NOTES", "PHASES", "SIGNALS", "WORDS"]

PHASES: tuple[Phase, ...] = (GROUND, LOSSES, TOWNS)
WORDS: tuple[Word, ...] = (ORDER,)
SIGNALS: tuple[Signal, ...] = (
    Signal("city_taken", "province", "a town fell"),
    Signal("front_broken", "formation", "its cohesion fell under 25"),
)
NOTES: tuple[Note, ...] = (
    Note("city_taken", "province", "{entity} was given up: the front had passed it."),
    Note("front_broken", "formation", "{entity} broke: it gave ground faster than it could hold together."),
    Note("ordered", "formation", "{entity} has a new standing order."),
)
