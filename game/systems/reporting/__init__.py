"""Reports: what is so, as fear lets it be told."""

from game.script.word import Word
from game.systems.reporting.reports import FILE_REPORTS
from game.systems.reporting.words import INSPECT
from game.world.declare import Belief, Note, Phase, Signal

PHASES: tuple[Phase, ...] = (FILE_REPORTS,)
WORDS: tuple[Word, ...] = (INSPECT,)
SIGNALS: tuple[Signal, ...] = ()
NOTES: tuple[Note, ...] = (Note("inspected", "organ", "Inspectors cross-checked what {entity} reports."),)
BELIEFS: tuple[Belief, ...] = ()
