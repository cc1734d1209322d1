"""All articles of a rulebook, in the order of the encyclopaedia."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from game.content.models import Province
from game.rulebook.book import Rulebook
from game.ui.lore.argument import claim_articles, event_articles, order_articles, premise_articles
from game.ui.lore.article import KINDS, Article, Fact, Lore, Section, link
from game.ui.lore.people import all_of_people

INNER = ("clock", "premise", "var", "vote", "coup")
"""Tables whose numbers say nothing by themselves."""
SIGNS = ("capital", "hub", "port", "oil", "industry", "fortress")


def lore(book: Rulebook) -> Lore:
    """The encyclopaedia of a rulebook."""
    found = list(_all(book))
    found.sort(key=_place_in_list)
    content = book.content
    tags = {event.id: tuple(event.tags) for event in content.events.values()}
    tags |= {order.id: tuple(order.tags) for order in content.decisions.values()}
    return Lore(tuple(found), tags)


def _place_in_list(article: Article) -> tuple[int, str]:
    """Kinds in order; within one as content has it, but persons, places and numbers by name."""
    name = {"person": article.title.split(" (")[0].rsplit(" ", 1)[-1], "place": article.title, "column": article.title}
    return KINDS.index(article.kind), name.get(article.kind, "")


def _all(book: Rulebook) -> Iterable[Article]:
    yield from all_of_people(book)
    yield from (_place(province) for province in book.content.provinces.values())
    yield from premise_articles(book)
    yield from claim_articles(book)
    yield from event_articles(book)
    yield from order_articles(book)
    yield from _scenarios(book)
    yield from _columns(book)


def _place(province: Province) -> Article:
    facts = [Fact("terrain", province.terrain, "word"), Fact("owner", province.owner_1941, "word")]
    if province.direction is not None:
        facts.append(Fact("direction", province.direction, "word"))
    if province.depth is not None:
        facts.append(Fact("depth", f"{province.depth:g}", "number"))
    facts += [Fact("sign", sign, "word") for sign in SIGNS if getattr(province, sign)]
    return Article(f"place/{province.id}", "place", province.name, facts=tuple(facts))


def _scenarios(book: Rulebook) -> Iterator[Article]:
    content = book.content
    for scenario in content.scenarios.values():
        facts = (
            Fact("from", str(scenario.starts), "date"), Fact("until", str(scenario.until), "date"),
            Fact("protagonist", link(f"person/{scenario.protagonist}", content.persons[scenario.protagonist].name)),
        )  # fmt: skip
        playable = " · ".join(link(f"person/{p}", content.persons[p].name) for p in scenario.playable)
        sections = (Section("playable", (playable,)),)
        yield Article(f"scenario/{scenario.id}", "scenario", scenario.name, scenario.question, scenario.text, facts,
                      sections)  # fmt: skip


def _columns(book: Rulebook) -> Iterator[Article]:
    """The numbers of the world: what each is, in what, between what, and who may know it. Never how it stands."""
    for (table, name), place in book.schema.places.items():
        column = place.column
        if "." in name or column.value != "number" or table in INNER:
            continue
        meaning = column.meaning[:1].upper() + column.meaning[1:]
        facts = (
            Fact("of", table, "word"), Fact("unit", column.unit or "count", "text"),
            Fact("range", f"{column.low:,.0f}..{column.high:,.0f}", "range"), Fact("sight", column.sight, "word"),
        )  # fmt: skip
        title = name.replace("_", " ")
        yield Article(f"column/{table}.{name}", "column", title[:1].upper() + title[1:], "", f"{meaning}.", facts)
