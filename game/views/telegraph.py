"""News since the last stop: the seat's own acts and what came of them, what all can see, and signs meant for him."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from game.engine.block import Block
from game.knowledge.news import heard, runs_ahead
from game.views import names
from game.world.chronicle import Kind, Result, decode, encode

Sort = Literal["own", "sign", "rival", "news"]
WEIGHT: dict[Sort, int] = {"sign": 4, "rival": 3, "own": 2, "news": 1}
FRONT = 3
SIGNS = "sign."
"""How the ids of texts begin that tell what a man notices when a page comes into his file."""


@dataclass(frozen=True, slots=True)
class Item:
    """A piece of news. who: whose act it is, empty for nobody's. code: `event.option`, lever or note, to find it by."""

    date: str
    sort: Sort
    title: str
    text: str
    who: str
    code: str


@dataclass(frozen=True, slots=True)
class Telegraph:
    """items in order of happening; front: at most three of them, the gravest. upto: pass it as `since` next time."""

    items: tuple[Item, ...]
    front: tuple[Item, ...]
    upto: int


def telegraph(block: Block, seat: int, since: int = 0) -> Telegraph:
    """What a seat (row plus one) hears of the rows of the chronicle from `since` on."""
    chronicle = block.world.chronicle
    if chronicle is None:
        return Telegraph((), (), 0)
    rows = chronicle.rows(since)
    rows = rows[rows["world"] == block.world.number[0]]
    found = _noticed(block, since, seat, [
        item(block, row, seat) for row in rows if heard(block, row, seat) and not runs_ahead(block, row)
    ])  # fmt: skip
    gravest = sorted(range(len(found)), key=lambda i: (-WEIGHT[found[i].sort], -i))[:FRONT]
    return Telegraph(found, tuple(found[i] for i in sorted(gravest)), len(chronicle))


def item(block: Block, row: np.void, seat: int) -> Item:
    """A row of the chronicle as news. The caller has checked that the seat hears of it, or that all is told."""
    kind, order, option, result = decode(int(row["code"]))
    date, actor = names.day(row["date"]), int(row["actor"])
    who = "you" if actor == seat else names.entity_name(block.book, "person", actor) if actor else ""
    if kind is Kind.NOTE:
        return _note(block, row, date, who, seat)
    if kind is Kind.TEXT:
        return Item(date, "news", "", block.book.texts[order], who, "text")
    sort: Sort = "own" if actor == seat else "rival" if actor else "news"
    entity, nobody = int(row["entity"]), block.book.tongue("names.nobody")
    if kind is Kind.EVENT:
        rule = block.book.events[order]
        code = f"{rule.id}.{rule.options[option].id}"
        if sort == "own" or rule.decides < 0:
            text = _done(rule.options[option].source, result) if sort == "own" else rule.source.text
            return Item(date, sort, rule.source.title, text, who, code)
        about = names.entity_name(block.book, rule.table, entity) if rule.table and entity else nobody
        return Item(date, sort, "", _news(rule.options[option].source.news, who, about), who, code)
    lever = block.book.levers[order]
    about = names.value_name(block.book, lever.arguments[0].type, entity) if lever.arguments else nobody
    if sort != "own":
        return Item(date, sort, "", _news(lever.source.news, who, about), who, lever.id)
    done = _done(lever.source, result)
    text = f"{about}. {done}" if done and about != nobody else done
    return Item(date, sort, lever.source.title, text, who, lever.id)


def _news(news: str, who: str, about: str) -> str:
    """A line of news with its names; it stands for itself, without the card's title and text."""
    return news.replace("{who}", who).replace("{about}", about)


def _note(block: Block, row: np.void, date: str, who: str, seat: int) -> Item:
    note, entity = block.book.notes[decode(int(row["code"]))[1]], int(row["entity"])
    name = names.entity_name(block.book, note.table, entity) if note.table else ""
    if note.name == "sign" and entity == seat:
        return Item(date, "sign", "", "", who, note.name)
    return Item(date, "news", "", note.text.format(entity=name, date=date), who, note.name)


def _noticed(block: Block, since: int, seat: int, items: Sequence[Item]) -> tuple[Item, ...]:
    """The signs among items of the rows from `since` on are told, each by the next text of those in the content."""
    told = [text.text for text in block.book.content.texts.values() if text.id.startswith(SIGNS)]
    nth, out = _signs_before(block, since, seat), []
    for one in items:
        if one.sort != "sign":
            out.append(one)
            continue
        text = told[nth % len(told)] if told else block.book.tongue("signs.none_written")
        out.append(replace(one, text=text))
        nth += 1
    return tuple(out)


def _signs_before(block: Block, since: int, seat: int) -> int:
    """How many signs he had noticed before the row `since`."""
    chronicle, names_ = block.world.chronicle, [note.name for note in block.book.notes]
    if chronicle is None or "sign" not in names_:
        return 0
    rows = chronicle.rows()[:since]
    code = encode(Kind.NOTE, names_.index("sign"), 0)
    mine = (rows["code"] == code) & (rows["entity"] == seat) & (rows["world"] == block.world.number[0])
    return int(np.count_nonzero(mine))


def _done(source: object, result: Result) -> str:
    """The sentence after a choice: what was done, and how its roll went."""
    end = {Result.SUCCESS: "success_text", Result.FAILURE: "failure_text", Result.NONE: ""}[result]
    parts = [getattr(source, "done", ""), getattr(source, end, "") if end else ""]
    return " ".join(p for p in parts if p)
