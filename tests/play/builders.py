"""Campaigns of the base game for tests; its rulebook is opened once."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from game.play.campaign import Campaign
from game.play.choices import Choices, of_text, play_to_the_end
from game.play.opening import Opening, open_book
from game.rulebook.book import Rulebook

BASE = Path(__file__).parents[2] / "mods" / "base"
SCENARIO = "dacha-1941"


@lru_cache
def the_book() -> Rulebook:
    """The rulebook of the opening."""
    return open_book([BASE], SCENARIO)


def campaign(person: str = "molotov", seed: int = 5, **more: object) -> Campaign:
    """A game that has just begun."""
    opening = Opening((BASE,), SCENARIO, seed, person, **more)  # type: ignore[arg-type]
    return Campaign.new(opening, the_book())


def first_open(game: Campaign) -> str:
    """The first option of the open question that may be taken."""
    return next(card.id for card in game.view().questions[0].options if card.open)


def answer_all(game: Campaign) -> None:
    """Answer every question of today by its first open option."""
    day = game.date
    while game.halt == "question" and game.date == day:
        game.answer(first_open(game))


def step(game: Campaign) -> None:
    """The first open option, or on to the next stop."""
    if game.halt == "question":
        game.answer(first_open(game))
    else:
        game.advance()


def to_the_end(game: Campaign) -> None:
    """By first options to the end of the chapter, or to a fall."""
    while game.halt not in ("over", "fallen"):
        step(game)


def choices(*lines: str) -> Choices:
    """A file of choices."""
    return of_text("\n".join(lines), "test.jsonl")


def played(file: Choices, **more: object) -> tuple[Campaign, tuple[str, ...]]:
    """A game played from a file to the end, and what could not be done."""
    game = campaign(**more)  # type: ignore[arg-type]
    return game, play_to_the_end(game, file)
