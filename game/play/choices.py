"""Files of choices: a game played from a list, for tests, for other people, and to try again with one thing changed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from game.play import order
from game.play.campaign import Campaign
from game.play.errors import OrderError, PlayError
from game.play.replay import GO_ON
from game.rulebook.lines import resolve
from game.store.file import read_bounded
from game.store.journal import MOST_BYTES, PUT_OFF, Entry, from_lines, read_choices
from game.store.problem import SaveError, shown

HEAD = "# campaign:"
"""A comment that begins so holds, as JSON, with what the file is meant to be played: person, seed, premises..."""

HEAD_KEYS = {
    "scenario": str, "person": str, "seed": int, "premises": dict, "sides": dict, "difficulty": str, "hash": str,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Choice:
    """A choice and the line on which it stands."""

    line: int
    entry: Entry


@dataclass(frozen=True, slots=True)
class Choices:
    """A file of choices. name: how messages call it. head: what it is meant to be played with, by HEAD_KEYS."""

    name: str
    lines: tuple[Choice, ...]
    head: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that a file did: an answer, an order, going on to the next stop, or as another after a fall."""

    kind: Literal["answer", "order", "advance", "go_on", "close"]
    what: str = ""
    option: str = ""
    arguments: tuple[str, ...] = ()


def read(path: Path) -> Choices:
    """A file of choices. SaveError `FILE:LINE: sentence` where it is malformed."""
    name = shown(path.name)
    entries = read_choices(path)
    text = read_bounded(path, MOST_BYTES).decode("utf-8-sig")
    return Choices(name, _numbered(text, entries), _head(text, name))


def of_text(text: str, name: str) -> Choices:
    """The same of a text. SaveError."""
    return Choices(name, _numbered(text, from_lines(text, name)), _head(text, name))


def _numbered(text: str, entries: tuple[Entry, ...]) -> tuple[Choice, ...]:
    lines = [n for n, line in enumerate(text.split("\n"), 1) if line.strip() and not line.strip().startswith("#")]
    return tuple(Choice(n, entry) for n, entry in zip(lines, entries, strict=True))


def _head(text: str, name: str) -> dict[str, object]:
    for number, line in enumerate(text.split("\n"), 1):
        if not line.startswith(HEAD):
            continue
        try:
            head = json.loads(line[len(HEAD) :])
        except ValueError:
            raise SaveError(f"{name}:{number}: what follows '{HEAD}' is not JSON") from None
        fault = _head_fault(head)
        if fault:
            raise SaveError(f"{name}:{number}: {fault}")
        return dict(head)
    return {}


def _head_fault(head: object) -> str:
    if not isinstance(head, dict):
        return f"what follows '{HEAD}' is not a table of JSON"
    for key, value in head.items():
        if key not in HEAD_KEYS:
            return f"there is no '{shown(key)}' here; there is {', '.join(HEAD_KEYS)}"
        if type(value) is not HEAD_KEYS[key]:
            return f"'{key}' is not of the right kind ({HEAD_KEYS[key].__name__})"
        if isinstance(value, dict) and not all(isinstance(v, str) for v in value.values()):
            return f"'{key}' holds something that is not text"
    return ""


def check(choices: Choices, campaign: Campaign) -> None:
    """Look up every id. PlayError `FILE:LINE: sentence` for the first that does not exist."""
    book = campaign.book
    for choice in choices.lines:
        entry = choice.entry
        if entry.decision == GO_ON or (entry.option == PUT_OFF and entry.event in book.vocabulary.events):
            continue
        made = resolve(entry.parts(), book.schema, book.vocabulary, book.events, book.levers)
        if isinstance(made, str):
            raise PlayError(f"{choices.name}:{choice.line}: {made}")


class Reader:
    """Plays a campaign from a file. faults: `FILE:LINE: sentence` of each choice that could not be made."""

    def __init__(self, choices: Choices) -> None:
        self.name, self.left = choices.name, list(choices.lines)
        self.faults: list[str] = []
        self.wake = frozenset(c.entry.date for c in choices.lines if c.entry.decision not in (None, GO_ON))

    def step(self, campaign: Campaign) -> Step:
        """Do the next thing; the campaign must not be over."""
        if campaign.halt == "question":
            return self._answer(campaign)
        if campaign.halt == "fallen":
            return self._go_on(campaign)
        for choice in self._of_today(campaign):
            self.left.remove(choice)
            entry = choice.entry
            try:
                given = {name: str(value) for name, value in entry.arguments.items()}
                campaign.submit(str(entry.decision), given)
                return Step("order", str(entry.decision), arguments=tuple(given.values()))
            except OrderError as error:
                self._fault(choice, str(error))
        campaign.advance(self.wake)
        return Step("advance")

    def finish(self) -> None:
        """Report what was never asked, once the campaign is over."""
        for choice in self.left:
            what = choice.entry.event or choice.entry.decision
            self._fault(choice, f"{what} did not come up on {choice.entry.date}")
        self.left.clear()

    def _fault(self, choice: Choice, sentence: str) -> None:
        self.faults.append(f"{self.name}:{choice.line}: {sentence}")

    def _of_today(self, campaign: Campaign) -> Iterator[Choice]:
        for choice in list(self.left):
            entry = choice.entry
            if entry.decision in (None, GO_ON) or entry.date != campaign.date:
                continue
            if entry.seat == campaign.person:
                yield choice
            else:
                self.left.remove(choice)
                self._fault(choice, f"you are {campaign.person} on {entry.date}, not {entry.seat}")

    def _answer(self, campaign: Campaign) -> Step:
        """What the file lists for the date, else for the event; else the default, else the first that is open."""
        place, rule, _ = order.open_questions(campaign.block)[0]
        listed = [c for c in self.left if c.entry.event == rule.id]
        listed.sort(key=lambda c: c.entry.date != campaign.date)
        if listed:
            self.left.remove(listed[0])
            option = str(listed[0].entry.option)
            try:
                campaign.answer(option)
                return Step("answer", rule.id, option)
            except OrderError as error:
                self._fault(listed[0], str(error))
        legal = order.legal_options(campaign.block, place)
        option = rule.options[rule.default if legal[rule.default] else legal.index(True)].id
        campaign.answer(option)
        return Step("answer", rule.id, option)

    def _go_on(self, campaign: Campaign) -> Step:
        heirs = [heir.person for heir in campaign.heirs()]
        for choice in [c for c in self.left if c.entry.decision == GO_ON]:
            self.left.remove(choice)
            person = str(choice.entry.arguments.get("person"))
            if person in heirs:
                campaign.go_on(person)
                return Step("go_on", person)
            self._fault(choice, f"you cannot go on as {person}")
        campaign.close()
        return Step("close")


def play_to_the_end(campaign: Campaign, choices: Choices) -> tuple[str, ...]:
    """Play a campaign from a file to the chapter's end; what could not be done, as `FILE:LINE: sentence`. PlayError."""
    check(choices, campaign)
    reader = Reader(choices)
    while campaign.halt != "over":
        reader.step(campaign)
    reader.finish()
    return tuple(reader.faults)
