"""Small phrases that several pages use."""

from __future__ import annotations

from game.language.words import Words
from game.views.effects import Stated


def stopped(text: str) -> str:
    """A text that ends with a stop."""
    return text if text.endswith((".", "?", "!", ":", "'")) else f"{text}."


def number(value: float) -> str:
    """A whole number, as a player counts authority and hands."""
    return f"{value:.0f}"


def figure(value: float) -> str:
    """A number as a staff writes it: thousands with commas, no more than three figures that count."""
    size = 10 ** max(0, len(f"{abs(value):.0f}") - 3)
    return f"{round(value / size) * size:,.0f}"


LARGE = ((1e9, "billion"), (1e6, "million"))
"""Units for numbers that nobody reads as a row of noughts."""


def span(words: Words, low: float, high: float) -> str:
    """The range of a number as it is said: 0 to 50 million."""
    return words("terminal.span", low=said_short(words, low), high=said_short(words, high))


def said_short(words: Words, value: float) -> str:
    """A round number as it is said: 250, 12,000, 50 million."""
    for size, word in LARGE:
        if abs(value) >= size:
            return words(f"terminal.{word}", n=f"{value / size:,.1f}".removesuffix(".0"))
    return f"{value:,.0f}" if value == round(value) else f"{value:g}"


def cost(words: Words, price: float, hands: int = 0) -> str:
    """What something costs; empty where it is free."""
    parts = []
    if price > 0:
        parts.append(words("terminal.price", n=number(price)))
    if hands > 0:
        parts.append(words.count("terminal.price_hands", hands))
    return ", ".join(parts)


def stated(words: Words, states: Stated, dead: str = "", most: int = 99) -> str:
    """What a choice is said to do, before it is taken: of each end at most so many clauses."""
    parts = [_sentence(words, states.always, most)] if states.always else []
    if states.success:
        parts.append(words("terminal.goes_well", said=_sentence(words, states.success, most)))
    if states.failure:
        parts.append(words("terminal.if_not", said=_sentence(words, states.failure, most)))
    if dead:
        parts.append(dead)
    return " ".join(parts)


def _sentence(words: Words, clauses: tuple[str, ...], most: int) -> str:
    left = len(clauses) - most
    text = "; ".join(clauses[:most]) + (words("terminal.more_clauses", n=left) if left > 0 else "")
    return text[:1].upper() + text[1:] + "."
