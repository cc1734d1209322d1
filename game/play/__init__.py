"""Campaign: the only API of one played game. Text, the window, tests and workers use nothing else."""

from game.play.campaign import Campaign
from game.play.errors import OrderError, PlayError
from game.play.opening import Opening
from game.play.proof import Proof, prove

__all__ = ["Campaign", "Opening", "OrderError", "PlayError", "Proof", "prove"]
