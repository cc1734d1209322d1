"""Small phrases that several pages use."""

from __future__ import annotations

from datetime import date

from game.language.words import read_words
from game.views.effects import Stated


def long_date(iso: str) -> str:
    """1941-06-22 as 22 June 1941."""
    day = date.fromisoformat(iso)
    return f"{day.day} {read_words()('months.long').split()[day.month - 1]} {day.year}"


def stopped(text: str) -> str:
    """A text that ends with a stop."""
    return text if text.endswith((".", "?", "!", ":", "'")) else f"{text}."


def short_date(iso: str) -> str:
    """1941-06-22 as 22 June."""
    return long_date(iso).rsplit(" ", 1)[0]


def number(value: float) -> str:
    """A whole number, as a player counts authority and hands."""
    return f"{value:.0f}"


def figure(value: float) -> str:
    """A number as a staff writes it: thousands with commas, no more than three figures that count."""
    size = 10 ** max(0, len(f"{abs(value):.0f}") - 3)
    return f"{round(value / size) * size:,.0f}"


LARGE = ((1e9, "billion"), (1e6, "million"))
"""Units for numbers that nobody reads as a row of noughts."""


def span(low: float, high: float) -> str:
    """The range of a number as it is said: 0 to 50 million."""
    return f"{said_short(low)} to {said_short(high)}"


def said_short(value: float) -> str:
    """A round number as it is said: 250, 12,000, 50 million."""
    for size, word in LARGE:
        if abs(value) >= size:
            return f"{value / size:,.1f}".removesuffix(".0") + f" {word}"
    return f"{value:,.0f}" if value == round(value) else f"{value:g}"


def cost(price: float, hands: int = 0) -> str:
    """What something costs; empty where it is free."""
    parts = []
    if price > 0:
        parts.append(f"{number(price)} authority")
    if hands > 0:
        parts.append("1 hand" if hands == 1 else f"{hands} hands")
    return ", ".join(parts)


def stated(states: Stated, dead: str = "", most: int = 99) -> str:
    """What a choice is said to do, before it is taken: of each end at most so many clauses."""
    parts = [_sentence(states.always, most)] if states.always else []
    if states.success:
        parts.append("If it goes well: " + _sentence(states.success, most))
    if states.failure:
        parts.append("If not: " + _sentence(states.failure, most))
    if dead:
        parts.append(dead)
    return " ".join(parts)


def _sentence(clauses: tuple[str, ...], most: int) -> str:
    left = len(clauses) - most
    text = "; ".join(clauses[:most]) + (f"; and {left} more (e)" if left > 0 else "")
    return text[:1].upper() + text[1:] + "."
