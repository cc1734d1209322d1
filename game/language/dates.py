"""Dates and numbers as the interface writes them."""

from __future__ import annotations

from datetime import date

from game.language.words import Words


def short_date(words: Words, iso: str) -> str:
    """1941-06-24 as 24 JUN."""
    day = date.fromisoformat(iso)
    return f"{day.day} {words('months.short').split()[day.month - 1]}"


def stamp(words: Words, iso: str) -> str:
    """1941-06-24 as 24 JUN 1941."""
    return f"{short_date(words, iso)} {iso[:4]}"


def long_date(words: Words, iso: str) -> str:
    """1941-06-24 as 24 June 1941."""
    day = date.fromisoformat(iso)
    return f"{day.day} {words('months.long').split()[day.month - 1]} {day.year}"


def day_month(words: Words, iso: str) -> str:
    """1941-06-24 as 24 June."""
    return long_date(words, iso).rsplit(" ", 1)[0]


def signed(value: float) -> str:
    """A change with its sign; a true minus."""
    text = f"{abs(value):.0f}" if abs(value) >= 10 or value == int(value) else f"{abs(value):.1f}"
    return f"+{text}" if value >= 0 else f"\N{MINUS SIGN}{text}"


def weighty(value: float, unit: str = "") -> str:
    """A figure as a headline writes it: 2.7 M, 38 k, 640."""
    size = abs(value)
    if size >= 1e6:
        return f"{value / 1e6:.1f} M"
    if size >= 1e4:
        return f"{value / 1e3:.0f} k"
    text = f"{value:,.0f}" if size >= 10 or value == int(value) else f"{value:.1f}"
    return f"{text} {unit}" if unit in ("km", "days") else text
