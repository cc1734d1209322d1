"""How things are called on a page: entities, columns, dates, numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from game.core import calendar
from game.language.words import Words
from game.rulebook.book import Rulebook
from game.script.graph import Type


def entity_id(book: Rulebook, table: str, reference: float) -> str:
    """The id of an entity given as row plus one; empty for nobody."""
    ids, at = book.schema.entities.get(table, ()), int(reference)
    return ids[at - 1] if 1 <= at <= len(ids) else ""


def entity_name(book: Rulebook, table: str, reference: float) -> str:
    """The name of an entity given as row plus one, as content writes it; `nobody` for none."""
    name = entity_id(book, table, reference)
    if not name:
        return book.tongue("names.nobody")
    found = _named(book, table).get(name)
    return str(getattr(found, "name", "") or name.replace("_", " "))


def surname(name: str) -> str:
    """The last of a man's names; what stands in brackets is left out."""
    return name.split(" (")[0].rsplit(" ", 1)[-1]


def short_name(book: Rulebook, table: str, reference: float) -> str:
    """The same, of a man by his surname alone where no other bears it."""
    name = entity_name(book, table, reference)
    if table not in ("person", "plot"):
        return name
    shared: frozenset[str] | None = book.reference.cache.get("shared_surnames")
    if shared is None:
        count = Counter(surname(person.name) for person in book.content.persons.values())
        shared = frozenset(last for last, times in count.items() if times > 1)
        book.reference.cache["shared_surnames"] = shared
    return name if surname(name) in shared else surname(name)


def _named(book: Rulebook, table: str) -> Mapping[str, object]:
    content = book.content
    tables: dict[str, Mapping[str, object]] = {
        "person": content.persons, "plot": content.persons, "power": content.powers, "faction": content.factions,
        "organ": content.organs, "post": content.posts, "formation": content.formations,
        "province": content.provinces, "premise": content.premises,
    }  # fmt: skip
    return tables.get(table, {})


def enum_name(book: Rulebook, enum: str, place: float) -> str:
    """A value of an enum in words."""
    values = book.vocabulary.enums.get(enum, ())
    at = int(place)
    if not 0 <= at < len(values):
        return "?"
    key = f"names.enum.{enum}.{values[at]}"
    return book.tongue(key) if book.tongue.has(key) else values[at].replace("_", " ")


def value_name(book: Rulebook, kind: Type, value: float) -> str:
    """A value in words, by its type: a name, a date, yes or no, a number."""
    if kind.kind == "entity":
        return entity_name(book, kind.of, value)
    if kind.kind == "enum":
        return enum_name(book, kind.of, value)
    if kind.kind == "bool":
        return book.tongue("names.yes" if value else "names.no")
    if kind.kind == "date":
        return day(value)
    return figure(value)


def day(days: float) -> str:
    """A date as YYYY-MM-DD; empty for 0, which is not yet."""
    return calendar.to_iso(int(days)) if days > 0 else ""


def spoken_day(words: Words, iso: str) -> str:
    """1941-06-22 as 22 June."""
    _, month, number = iso.split("-")
    return words("names.spoken_day", day=int(number), month=words("months.long").split()[int(month) - 1])


WHOLE_UNITS = frozenset({"persons", "works", "days", "organs", "pages", "signs", "hands", "coups", "votes", "steps",
                         "tanks", "km"})  # fmt: skip


def figure(value: float, unit: str = "") -> str:
    """A number to read: thousands with commas, what is counted whole, the rest with at most two places."""
    if abs(value) >= 1000 or unit in WHOLE_UNITS:
        return f"{value:,.0f}"
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text in ("", "-0") else text


def column_name(words: Words, table: str, column: str) -> str:
    """A column in words."""
    key = f"columns.{table}.{column}"
    said = words(key) if words.has(key) else column.replace("_", " ")
    return words("names.of_the_plot", what=said) if table == "plot" else said
