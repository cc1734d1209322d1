"""What a line of the console does to a campaign, and the names that a line may hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from game.content.problem import did_you_mean, one_of
from game.lab.why import Answer
from game.play.campaign import Campaign
from game.play.errors import OrderError, PlayError
from game.rulebook.book import Rulebook
from game.rulebook.rules import EventRule
from game.ui.link.snapshot import Snapshot, snapshot

COMMANDS = ("effect", "probe", "fire", "why", "reload", "help")


@dataclass(frozen=True, slots=True)
class Said:
    """What the console answers. lines: as they are shown; help: nothing but its own words, which the window has.

    snap: the campaign as it stands, where the line changed it.
    """

    lines: tuple[str, ...] = ()
    help: bool = False
    snap: Snapshot | None = None


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What Tab completes. names: columns and words for expressions; events: ids."""

    names: tuple[str, ...]
    events: tuple[str, ...]


def vocabulary(book: Rulebook) -> Vocabulary:
    """All names of a rulebook, in order."""
    schema = book.schema
    names = set(book.words) | set(schema.bare) | {f"flag.{name}" for name in book.content.flags}
    for table, column in schema.places:
        if "." in column:
            continue
        single = schema.tables[table].single
        names |= {f"{table}.{column}"} if single else {f"{table}.{e}.{column}" for e in schema.entities[table]}
        names |= {f"me.{column}"} if table == "person" else set()
    return Vocabulary(tuple(sorted(names)), tuple(sorted(book.vocabulary.events)))


def command(campaign: Campaign, line: str, reload: Callable[[], str]) -> Said:
    """Do a line. PlayError, OrderError: what is wrong with it, or the console has not been opened in this game."""
    if not campaign.opening.console:
        raise PlayError("the console has not been opened in this game")
    name, _, rest = line.strip().partition(" ")
    rest = rest.strip()
    if name == "help":
        return Said(help=True)
    if name == "reload":
        return Said((reload(),), snap=None)
    if name not in COMMANDS:
        raise PlayError(f"there is no command {name} ({did_you_mean(name, COMMANDS, one_of(COMMANDS))})")
    if not rest:
        raise PlayError(f"{name} needs something behind it (help says what)")
    return {"effect": _effect, "probe": _probe, "fire": _fire, "why": _why}[name](campaign, rest)


def _effect(campaign: Campaign, text: str) -> Said:
    campaign.run_effect(text)
    return Said((f"{text}: done",), snap=snapshot(campaign))


def _probe(campaign: Campaign, text: str) -> Said:
    return Said((f"{text} = {campaign.probe(text)}",))


def _fire(campaign: Campaign, text: str) -> Said:
    """Have an event come in the next round; after it may stand whom it is about."""
    event, _, about = text.partition(" ")
    rule_of(campaign.book, event)
    campaign.run_effect(f"schedule({event}, 0{', ' + about.strip() if about.strip() else ''})")
    return Said((f"{event} comes next",), snap=snapshot(campaign))


def _why(campaign: Campaign, text: str) -> Said:
    answer = Answer(campaign.book, rule_of(campaign.book, text), campaign.block)
    return Said(tuple(_plain(answer.lines())))


def rule_of(book: Rulebook, name: str) -> EventRule:
    """An event by its id. OrderError names what it might have meant."""
    if name not in book.vocabulary.events:
        known = list(book.vocabulary.events)
        raise OrderError(f"there is no event {name} ({did_you_mean(name, known, 'Tab lists them')})")
    return book.event(name)


def _plain(lines: Iterable[str]) -> Iterable[str]:
    return (line.rstrip() for line in lines)
