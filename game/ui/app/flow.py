"""From screen to screen: where the player is taken when the campaign has moved on."""

from __future__ import annotations

from game.ui.app.stage import Stage


def arrive(stage: Stage) -> None:
    """A question is shown as its front page, a fall as its own page, the end as the verdict; all else is the desk."""
    match stage.now.view.halt:
        case "question":
            stage.show("card")
        case "fallen":
            stage.show("fallen")
        case "over":
            stage.show("verdict")
        case _:
            stage.show("desk")
