"""What events and decisions have in common: what they are told as, when they may come, what follows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.content.models.common import (
    Day,
    DottedId,
    Fault,
    Formula,
    Ids,
    Many,
    Model,
    Rows,
    Title,
    Words30,
    Words60,
    check_window,
    rule,
)  # fmt: skip

NEWS_NAMES = ("who", "about")
"""What a line of news may name in braces: whose act it is, and whom or what it concerns."""


class Outcome(Model):
    """What happens: effects always, a roll (chance of success, 0 to 1) and what its two ends do, and their words.

    news: what others hear of it, in the third person, where the rule is public. needs: why it is closed, in a sentence.
    """

    price: Formula | None = None
    ai: Formula | None = None
    when: Formula | None = None
    tags: Ids = ()
    effects: Many[Formula] = ()
    roll: Formula | None = None
    success: Many[Formula] = ()
    failure: Many[Formula] = ()
    done: Words30 = ""
    success_text: Words30 = ""
    failure_text: Words30 = ""
    dead: Words30 = ""
    news: Words30 = ""
    needs: Words30 = ""

    @rule("news")
    def _names_only_who_and_whom(self) -> Iterator[Fault]:
        strange = [name for name in re.findall(r"\{(.*?)\}", self.news) if name not in NEWS_NAMES]
        if strange:
            yield Fault(f"news cannot name {{{strange[0][:20]}}}", "write {who} or {about}", ("news",))

    @rule("roll", "success", "failure", "success_text", "failure_text")
    def _rolls_for_something(self) -> Iterator[Fault]:
        ends = ("success", "failure", "success_text", "failure_text")
        written = [key for key in ends if getattr(self, key)]
        if self.roll is None and written:
            yield Fault(f"'{written[0]}' without a roll", "add roll = the chance of success", (written[0],))
        if self.roll is not None and not (self.success or self.failure):
            yield Fault("a roll that decides nothing", "add success or failure", ("roll",))


class Happening(Model):
    """What can happen: its words, the days on which it may, and where it is taken from.

    thread: rows of the thread's table. history: what the record says. public: others hear of it.
    """

    id: DottedId
    title: Title
    text: Words60
    window: Many[Day] | None = None
    once: bool = False
    public: bool = False
    thread: Rows = ()
    history: str = ""
    source: str = ""

    @rule("window")
    def _has_a_window_in_order(self) -> Iterator[Fault]:
        yield from check_window(self.window)
