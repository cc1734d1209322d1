"""From screen to screen: where the player is taken when the campaign has moved on."""

from __future__ import annotations

from game.ui.app.stage import Stage
from game.ui.screens.in_game import InGame


def arrive(stage: Stage) -> None:
    """A question is shown as its front page, a fall as its own page, the end as the verdict; all else is the desk.

    What followed from an answer is a sheet over that.
    Who has given an order from a screen that stays is left there.
    """
    match stage.now.view.halt:
        case "question":
            stage.show("card")
        case "fallen":
            stage.show("fallen")
        case "over":
            stage.show("verdict")
        case _ if not _left_where_he_is(stage):
            stage.show("desk")
    if stage.answered and stage.now.view.news.items:
        stage.show("after")
    stage.answered = ""


def _left_where_he_is(stage: Stage) -> bool:
    """Close what lies over a screen that stays, if it was opened at this stop."""
    layers = stage.ui.layers
    under = layers[0].screen if layers else None
    if not isinstance(under, InGame) or not under.stays or under.stop != stage.now.view.stop:
        return False
    if len(layers) > 1:
        stage.ui.close(layers[1].screen)
    return True
