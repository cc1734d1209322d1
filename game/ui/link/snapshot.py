"""What the window shows of a campaign: plain data, taken after each act."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from game.play.campaign import Campaign, View
from game.store.header import DiaryLine
from game.views.front import Front, front
from game.views.room import Room
from game.views.telegraph import Telegraph


@dataclass(frozen=True, slots=True)
class Table:
    """How the campaign began: what the menu and the saves say of it."""

    scenario: str
    seed: int
    person: str
    ironman: bool
    console: bool
    difficulty: str
    premises: Mapping[str, str]
    question: str
    text: str


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The campaign as it stands. news is that of the stop; the view's is that of the last act."""

    view: View
    room: Room
    front: Front
    news: Telegraph
    studies_left: int
    notices: tuple[str, ...]
    diary: tuple[DiaryLine, ...]
    entries: int
    table: Table


def snapshot(campaign: Campaign) -> Snapshot:
    """Take one; the campaign's notices are handed over with it."""
    opening, book = campaign.opening, campaign.book
    notices, campaign.notices = campaign.notices, ()
    view = campaign.view()
    table = Table(
        book.scenario.id, opening.seed, campaign.person, opening.ironman, opening.console, opening.difficulty,
        dict(opening.premises), book.scenario.question, book.scenario.text,
    )  # fmt: skip
    return Snapshot(
        view, campaign.room(), front(campaign.block, campaign.me + 1), campaign.stop_news(),
        campaign.studies_left(), notices, tuple(campaign.records.diary), len(campaign.journal), table,
    )  # fmt: skip
