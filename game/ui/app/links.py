"""Links of rich texts: what they explain when hovered, and where they lead when pressed."""

from __future__ import annotations

from game.ui.app.stage import Stage
from game.ui.kit.node import Tip
from game.ui.kit.rich import plain
from game.ui.screens.encyclopaedia import EncyclopaediaScreen
from game.ui.screens.encyclopaedia_words import below_of, lead_of, standing_of, title_of

MOST = 260
"""Letters of an article that a tip shows."""


def bind(stage: Stage) -> None:
    """Let every link of every screen lead to the encyclopaedia, and the console come up over each."""
    stage.ui.explainer = lambda ref: explain(stage, ref)
    stage.ui.follow = lambda ref: follow(stage, ref)
    stage.ui.actions["console"] = lambda: stage.show("console")


def explain(stage: Stage, ref: str) -> Tip | None:
    """What a link is about; None where nothing is known of it yet."""
    lore = stage.read_lore()
    article = lore.find(ref) if lore is not None else None
    if article is None:
        return None
    words = stage.words
    parts = (standing_of(stage, ref), below_of(words, article), _short(plain(lead_of(article))))
    return Tip(title_of(words, article), "\n".join(part for part in parts if part), words("lore.read_on"))


def follow(stage: Stage, ref: str) -> None:
    """Turn to an article: in the encyclopaedia that is open, or in a new one."""
    ui = stage.ui
    at = next((n for n, layer in enumerate(ui.layers) if isinstance(layer.screen, EncyclopaediaScreen)), -1)
    if at < 0:
        stage.show("encyclopaedia", ref)
        return
    if at + 1 < len(ui.layers):
        ui.close(ui.layers[at + 1].screen)
    screen = ui.layers[at].screen
    assert isinstance(screen, EncyclopaediaScreen)
    screen.reveal(ui, ref)


def _short(text: str) -> str:
    return text if len(text) <= MOST else text[:MOST].rsplit(" ", 1)[0] + "…"
