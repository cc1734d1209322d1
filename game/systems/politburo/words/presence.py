"""Words about who is in Moscow, and about the leader's withdrawal."""

from __future__ import annotations

import numpy as np

from game.script.act import Act, spread
from game.script.word import Word, params
from game.systems.politburo import leader
from game.world.state import Floats

OPEN = 80000.0
"""A date that does not come: away until recalled."""


def send(act: Act, person: Floats, days: Floats | None = None) -> None:
    """Send a man out of Moscow for so many days; without a number, until he is recalled."""
    days = np.zeros(act.n) if days is None else np.asarray(days, np.float64)
    act.put("person", "away_until", np.where(days > 0, act.date + days, OPEN), person)
    act.put("person", "present", 0.0, person)
    act.note("sent_away", person)


def recall(act: Act, person: Floats) -> None:
    """Call a man back to Moscow: he can be seen at once, whatever the record says of his journeys."""
    act.put("person", "away_until", act.date, person)
    here = (act.get("person", "alive", person) > 0) & (act.get("person", "free", person) > 0)
    act.put("person", "present", 1.0, person, where=here)
    act.note("recalled", person)


def withdraw(act: Act) -> None:
    """The leader withdraws, unless the premise says that he never did, or a coup put him there."""
    leader.leave(act)


def bring_back(act: Act) -> None:
    """The leader comes back to work."""
    leader.come_back(act)


def pass_power(act: Act, person: Floats, behind: Floats) -> None:
    """Power passes to a man without a blow; behind the portrait, or openly."""
    leader.pass_power(act, np.asarray(person, np.float64), spread(behind, act.n))


_BACK = ("room.withdrawn", "room.withdrawn_on", "room.nerve", "person.present", "person.suspicion")

WORDS: tuple[Word, ...] = (
    Word("send", params("person:person", "days:number?"), ("person.away_until", "person.present"), send,
         "Out of Moscow for so many days; 0 = until recalled.", "send(person.zhukov, 4)", "{person} leaves Moscow"),
    Word("recall", params("person:person"), ("person.away_until", "person.present"), recall,
         "Back to Moscow at once.", "recall(person.zhukov)", "{person} is called back to Moscow"),
    Word("withdraw", (), _BACK, withdraw, "The leader withdraws and answers nobody; never under the myth.",
         "withdraw()", "The leader withdraws"),
    Word("pass_power", params("person:person", "behind:bool"),
         ("room.leader", "room.withdrawn", "room.portrait", "room.nerve", "power.head", "plot.phase",
          "person.influence", "person.authority"),
         pass_power, "Power passes to a man without a blow, behind the portrait or openly.",
         "pass_power(person.molotov, true)", "Power passes to {person}"),
    Word("bring_back", (), _BACK, bring_back, "The leader comes back to work.", "bring_back()",
         "The leader comes back"),
)  # fmt: skip
