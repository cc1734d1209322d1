"""Words about arrest and death."""

from __future__ import annotations

from game.script.act import Act
from game.script.word import Word, params
from game.systems.politburo.fall import kill, seize
from game.world.state import Floats


def arrest(act: Act, person: Floats) -> None:
    """A man is arrested: he loses posts, organs and influence; his plot is broken."""
    seize(act, person)


def release(act: Act, person: Floats) -> None:
    """A man under arrest is let go, with what influence he can find again."""
    held = (act.get("person", "free", person) == 0) & (act.get("person", "alive", person) > 0)
    act.put("person", "free", 1.0, person, where=held)
    act.put("person", "influence", act.constant("influence.released"), person, where=held)
    act.note("released", person, where=held)


def execute(act: Act, person: Floats) -> None:
    """A man is shot. It is counted and he is named."""
    kill(act, person)


_FALL = (
    "person.free", "person.alive", "person.influence", "person.present", "person.authority", "person.hands_left",
    "person.fell_on", "person.signs", "person.post", "post.holder", "organ.head", "formation.commander",
    "plot.phase", "tie.bound", "coup.last_result", "power.executed",
)  # fmt: skip

WORDS: tuple[Word, ...] = (
    Word("arrest", params("person:person"), _FALL, arrest,
         "An arrest vacates posts and organs; influence falls to 0; the man's plot is broken.",
         "arrest(person.pavlov_dg)", "{person} is arrested"),
    Word("release", params("person:person"), ("person.free", "person.influence"), release,
         "A man under arrest is let go.", "release(person.meretskov)", "{person} is released"),
    Word("execute", params("person:person"), _FALL, execute, "A man is shot; the execution is counted.",
         "execute(person.pavlov_dg)", "{person} is shot"),
)  # fmt: skip
