"""A study: a staff plays each option forward in worlds as its master believes them to be, and says what it expects.

It sees nothing that the seat does not know: hidden plots, nerve and faults are drawn anew in every copy. Its answer is
bent in one way only, and so is every report: where fear rules in the staff its error bar is narrower than its doubt.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from game.ai.measures import Outlook, apart, outlook
from game.ai.watch import Watch, mornings
from game.core import calendar
from game.engine.block import Block
from game.engine.choice import UNANSWERED, legality
from game.engine.orders import Order
from game.engine.policy import give
from game.engine.turn import ORDERS
from game.knowledge.believe import believe, in_canonical_order, persona_chooses
from game.knowledge.known import known, questions_of
from game.rulebook.book import Rulebook
from game.rulebook.rules import Consequence, EventRule, Line
from game.script.evaluate import Evaluator

WORLDS = 200
CLOSED = "It is closed to you."
NO_DIFFERENCE = "There is no difference between them that the staff can see."
NO_PLOTS = "Nobody can be asked about a plot."


class StudyError(ValueError):
    """A study that cannot be made: one sentence with the reason."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What is expected of one option. refused: why it was not looked into, empty where it was."""

    option: str
    text: str
    outlook: Outlook | None
    refused: str


@dataclass(frozen=True, slots=True)
class Study:
    """A study. author: the head of the staff, who learns what you weigh. copies: worlds played for each option.

    alike: a sentence where no figure parts the options, else empty; figures that are alike are left out.
    """

    question: str
    staff: str
    author: str
    asked_on: str
    horizon: str
    copies: int
    answers: tuple[Answer, ...]
    alike: str = ""


@dataclass(frozen=True, slots=True)
class Terms:
    """How a study is made.

    staff: an organ. worlds: copies. until: an ISO date, empty = a month on, or the chapter's end. occasion: number of
    the study, so that two of one morning do not share their luck.
    """

    staff: str = "high_command"
    worlds: int = WORLDS
    until: str = ""
    occasion: int = 0
    watch: Watch | None = None


def studies_a_session(block: Block, staff: str) -> int:
    """How many studies a staff makes in one session: more than one when it is quick."""
    row, constant = block.book.schema.row("organ", staff, "readiness"), block.book.reference.constants
    return int(constant["study.most"]) if block.world.numbers[row, 0] >= constant["study.good_staff"] else 1


def study_question(block: Block, seat: int, place: int, terms: Terms | None = None) -> Study:
    """Study the options of an open question (row of `world.pending`) of a seat (row plus one). StudyError: why not."""
    terms = terms or Terms()
    if not (0 <= place < len(block.world.pending) and questions_of(block, seat)[place]):
        raise StudyError(f"there is no open question {place} of yours to study")
    _, event, entity, _, _ = (int(row[place]) for row in block.world.pending.data)
    rule = block.book.events[event]
    legal = _legal(block, seat, rule, entity)
    refused = [_about_a_plot(o.does) or ("" if may else CLOSED) for o, may in zip(rule.options, legal, strict=True)]
    played = [k for k, why in enumerate(refused) if not why]
    copies = _copies(block, seat, terms, len(played), refused)
    mine = _rows_of(copies, block.world.pending.data[1:4, place])
    copies.world.pending.data[4, mine] = np.repeat(played, terms.worlds)
    options = [(option.id, option.source.text) for option in rule.options]
    return _made(block, copies, seat, terms, rule.source.title, options, refused)


def study_orders(block: Block, seat: int, orders: Sequence[Order | None], terms: Terms | None = None) -> Study:
    """Study candidate orders of a seat (row plus one), two or three; None is to rest. StudyError: why not."""
    terms = terms or Terms()
    if block.world.stage != ORDERS:
        raise StudyError("orders can be studied when orders are given")
    book = block.book
    refused = ["" if order is None else _about_a_plot(book.levers[order.lever].does) for order in orders]
    played = [order for order, why in zip(orders, refused, strict=True) if not why]
    copies = _copies(block, seat, terms, len(played), refused)
    for k, order in enumerate(played):
        if order is not None:
            line = Line(int(block.world.date[0]), seat - 1, -1, -1, order.lever, order.arguments)
            give(copies, line, np.arange(k * terms.worlds, (k + 1) * terms.worlds))
    options = [("rest", "Leave the hand at rest.") if o is None else _named(book, o) for o in orders]
    return _made(block, copies, seat, terms, "Which order?", options, refused)


def _legal(block: Block, seat: int, rule: EventRule, entity: int) -> list[bool]:
    """Which options are open to the seat, as it sees the world."""
    knows = known(block, seat)
    scope = {"this": np.array([float(entity)]), "me": np.array([float(seat)])}
    evaluate = Evaluator(block.book.graph, knows.world, np.zeros(1, np.int64), scope)
    return [bool(may) for may in legality(block.book, rule, evaluate, np.array([seat]))[:, 0]]


def _named(book: Rulebook, order: Order) -> tuple[str, str]:
    lever = book.levers[order.lever]
    return lever.id, lever.source.title


def _about_a_plot(does: Consequence) -> str:
    return NO_PLOTS if "coup" in does.tags else ""


def _copies(block: Block, seat: int, terms: Terms, options: int, refused: Sequence[str]) -> Block:
    """The believed worlds, once for each option, with the same luck in each. The staff knows nothing of your plot."""
    if not options:
        raise StudyError(next((why for why in refused if why), "There is nothing to study."))
    _author(block, terms)
    believed = believe(block, seat, terms.worlds, 1 + terms.occasion, forget_plot=True)
    every = np.tile(np.arange(terms.worlds), options)
    return believed.take(every)


def _rows_of(copies: Block, question: np.ndarray) -> np.ndarray:
    """[pending rows] of the studied question; other open questions of the seat are answered as its persona would."""
    in_canonical_order(copies)
    pending = copies.world.pending
    mine = (pending.data[1:4] == question[:, None]).all(axis=0)
    persona_chooses(copies, np.flatnonzero((pending.data[4] == UNANSWERED) & ~mine))
    return np.flatnonzero(mine)


def _author(block: Block, terms: Terms) -> str:
    """The head of the staff. StudyError: there is none."""
    index = block.book.schema.index["organ"]
    if terms.staff not in index:
        raise StudyError(f"there is no staff {terms.staff} (one of {', '.join(index)})")
    head = int(block.world.numbers[block.book.schema.row("organ", terms.staff, "head"), 0])
    if not head:
        raise StudyError(f"{block.book.content.organs[terms.staff].name} has no head whom you could ask")
    return block.book.content.persons[block.book.schema.entities["person"][head - 1]].name


def _made(
    block: Block, copies: Block, seat: int, terms: Terms, question: str, options: Sequence[tuple[str, str]],
    refused: Sequence[str],
) -> Study:  # fmt: skip
    horizon = _horizon(block, terms)
    for _ in mornings(copies, horizon, terms.watch):
        pass
    admits, place, answers = _admits(block, terms.staff), 0, []
    for (name, text), why in zip(options, refused, strict=True):
        found = None
        if not why:
            worlds = np.arange(place * terms.worlds, (place + 1) * terms.worlds)
            found, place = outlook(copies, worlds, seat, admits), place + 1
        answers.append(Answer(name, text, found, why))
    staff, asked = block.book.content.organs[terms.staff].name, calendar.to_iso(block.world.date[0])
    telling = block.book.reference.constants["study.telling"]
    parted = apart([answer.outlook for answer in answers if answer.outlook], telling)
    shown = tuple(replace(answer, outlook=_only(answer.outlook, parted)) for answer in answers)
    return Study(
        question, staff, _author(block, terms), asked, calendar.to_iso(horizon), terms.worlds, shown,
        "" if parted else NO_DIFFERENCE,
    )  # fmt: skip


def _only(found: Outlook | None, names: Sequence[str]) -> Outlook | None:
    return None if found is None else replace(found, figures=tuple(f for f in found.figures if f.name in names))


def _horizon(block: Block, terms: Terms) -> float:
    date, until = float(block.world.date[0]), float(str(block.book.reference.tables["until"]))
    ahead = block.book.reference.constants["study.days_ahead"]
    return min(calendar.to_days(terms.until) if terms.until else date + ahead, until)


def _admits(block: Block, staff: str) -> float:
    """How much of its doubt the staff shows: fear in its ranks narrows the bar, an inspection opens it."""
    numbers, row = block.world.numbers, block.book.schema.row
    fear = float(numbers[row("organ", staff, "fear"), 0]) / 100.0
    inspected = float(numbers[row("organ", staff, "inspected"), 0])
    return 1.0 - block.book.reference.constants["study.narrows"] * fear * (1.0 - inspected)
