"""How somebody in front of a real window plays the chapter, and what lies behind the window."""

from __future__ import annotations

from pathlib import Path

from game.play.campaign import Campaign
from game.store.folder import Autosaves
from tests.play.builders import BASE, the_book
from tests.ui.newcomer.person import Person, Sight


def played(person: Person, until: str) -> Sight:
    """On to the first morning from that day on at which orders are given."""
    sight = person.wait(lambda s: s["screens"][-1] == "card", "the first question does not come")
    while sight["date"] < until or sight["halt"] != "orders":
        sight = read_what_followed(person, sight)
        before = where(sight)
        act(person, sight)
        sight = person.wait(lambda s, was=before: where(s) != was, "nothing came of it")  # type: ignore[misc]
    return read_what_followed(person, sight)


def window_of(person: Person) -> int:
    assert person.program is not None
    return person.program.pid


def game_of(person: Person) -> int:
    """The process in which the game runs: the window's child that holds the rulebook."""
    children = Path(f"/proc/{window_of(person)}/task/{window_of(person)}/children").read_text().split()
    lines = {int(pid): Path(f"/proc/{pid}/cmdline").read_bytes() for pid in children}
    return next(pid for pid, line in lines.items() if b"spawn_main" in line)


def read_what_followed(person: Person, sight: Sight) -> Sight:
    """The sheet on what came of an answer lies over the next screen: put it away."""
    if sight["screens"][-1] != "after":
        return sight
    person.key("Escape")
    return person.wait(lambda s: s["screens"][-1] != "after", "the sheet does not go away")


def where(sight: Sight) -> tuple[object, ...]:
    """What moves when the campaign does."""
    return sight.get("date"), sight.get("entries"), sight.get("halt"), sight.get("asked"), sight["screens"][0]


def act(person: Person, sight: Sight) -> None:
    """Answer by the first open option of one route, the last of the other; else end the day."""
    if sight["halt"] == "question":
        answer(person, sight["options"][0 if person.mouse else -1])
    elif sight["halt"] == "fallen":
        person.press("choices/close")
    elif person.mouse:
        person.press("run")
    else:
        person.key("e")


def answer(person: Person, option: str) -> None:
    """Choose an option, and take it."""
    if person.look()["screens"][-1] != "card":
        person.key("q")
        person.wait(lambda s: s["screens"][-1] == "card", "the card does not come")
    before = where(person.look())
    person.press(f"answer {option}")
    sight = person.wait(lambda s: True, "")
    if where(sight) == before and "choose" in " ".join(sight["controls"]):
        person.press("choose")


def last_save(folder: Path) -> Campaign:
    """The campaign as it was saved last."""
    latest = Autosaves(folder / "saves").latest()
    assert latest is not None
    return Campaign.load(latest, [BASE], the_book())
