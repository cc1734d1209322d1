"""The men of the room in words and signs, as all parts of the screen say them."""

from __future__ import annotations

from game.language.dates import day_month
from game.language.words import Words
from game.ui.app.stage import Stage
from game.views.organs import Organ
from game.views.room import Person, Room
from game.views.told import Mark


def man_of(room: Room, person: str) -> Person | None:
    """A man of the room by his id."""
    return next((man for man in room.persons if man.id == person), None)


def organ_of(room: Room, organ: str) -> Organ | None:
    """An organ by its id."""
    return next((one for one in room.organs if one.id == organ), None)


def sits(man: Person) -> bool:
    """Whether he has a place at the table: he lives, and has a rank, a vote or an organ."""
    return man.alive and (man.rank > 0 or man.member or bool(man.organs))


def whereabouts(words: Words, man: Person) -> str:
    """Where he is today."""
    if not man.alive:
        return words("room.man.dead")
    if not man.free:
        return words("room.man.arrested")
    if man.present:
        return words("room.man.here")
    if man.away_until:
        return words("room.man.away_until", date=day_month(words, man.away_until))
    return words("room.man.away")


def debts(words: Words, man: Person) -> str:
    """What stands between him and the player."""
    if man.debt > 0:
        return words("room.man.owes", n=man.debt)
    return words("room.man.owed", n=-man.debt) if man.debt < 0 else words("room.man.even")


def stance_mark(stage: Stage, man: Person) -> Mark:
    """How the player knows where he stands: his own man or himself, told at a talk, or not at all."""
    if man.id == stage.now.view.desk.seat or man.bound == "bound":
        return "measured"
    return "guessed" if man.told is None else "reported"


def stance_span(man: Person) -> tuple[int, int]:
    """The steps of the ring that are lit: the one he told; an empty span where he told none."""
    return (1, 0) if man.told is None else (man.told, man.told)
