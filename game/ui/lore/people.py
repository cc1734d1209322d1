"""Articles of persons, organs, posts, factions and formations: who they were and what they held on the first day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from game.content.models import Organ, Person
from game.rulebook.book import Rulebook
from game.ui.lore.article import Article, Fact, Section, link

SKILLS = ("politics", "war", "industry", "science")


def person_articles(book: Rulebook) -> Iterator[Article]:
    """Everybody of the record."""
    for person in book.content.persons.values():
        yield _person(book, person)


def _person(book: Rulebook, person: Person) -> Article:
    content, scenario = book.content, book.scenario
    facts = [Fact("born", str(person.born), "date")]
    if person.died is not None:
        facts.append(Fact("died", str(person.died), "date"))
    if person.fate is not None:
        facts.append(Fact("fate", person.fate, "word"))
    if person.faction is not None:
        facts.append(Fact("faction", link(f"faction/{person.faction}", content.factions[person.faction].name)))
    elif person.power in content.powers:
        facts.append(Fact("power", content.powers[person.power].name))
    if person.patron is not None:
        facts.append(Fact("patron", link(f"person/{person.patron}", content.persons[person.patron].name)))
    facts += [Fact(skill, str(getattr(person, skill)), "skill") for skill in SKILLS]
    held = [link(f"post/{p}", content.posts[p].name) for p, man in scenario.posts.items() if man == person.id]
    heads = [link(f"organ/{o.id}", content.organs[o.id].name) for o in scenario.organs if o.head == person.id]
    fronts = [
        link(f"front/{f.id}", content.formations[f.id].name) for f in scenario.formations if f.commander == person.id
    ]
    clients = [link(f"person/{p.id}", p.name) for p in content.persons.values() if p.patron == person.id]
    sections = _sections(("held", held), ("heads", heads), ("commands", fronts), ("clients", clients))
    return Article(
        f"person/{person.id}", "person", person.name, person.role, "", tuple(facts), sections, person.source,
        face=(person.id, person.faction or ""),
    )  # fmt: skip


def _sections(*parts: tuple[str, list[str]]) -> tuple[Section, ...]:
    """Parts that have anything in them, each as one line of links."""
    return tuple(Section(heading, (" · ".join(links),)) for heading, links in parts if links)


def organ_articles(book: Rulebook) -> Iterator[Article]:
    """The organs of power."""
    for organ in book.content.organs.values():
        yield _organ(book, organ)


def _organ(book: Rulebook, organ: Organ) -> Article:
    content = book.content
    facts = [Fact("weight", f"{organ.weight:g}", "number")]
    start = next((o for o in book.scenario.organs if o.id == organ.id), None)
    if start is not None and start.head:
        facts.append(Fact("head", link(f"person/{start.head}", content.persons[start.head].name)))
    if start is not None and start.deputies:
        names = " · ".join(link(f"person/{d}", content.persons[d].name) for d in start.deputies)
        facts.append(Fact("deputies", names))
    posts = [link(f"post/{p.id}", p.name) for p in content.posts.values() if p.organ == organ.id]
    orders = [link(f"order/{d.id}", d.title) for d in content.decisions.values() if d.organ == organ.id]
    hesitation = (Section("hesitation", (organ.hesitation,)),) if organ.hesitation else ()
    sections = (*hesitation, *_sections(("posts", posts), ("orders", orders)))
    return Article(f"organ/{organ.id}", "organ", organ.name, "", organ.description, tuple(facts), sections,
                   organ.source)  # fmt: skip


def post_articles(book: Rulebook) -> Iterator[Article]:
    """The posts, with who held them on the first day."""
    content = book.content
    for post in content.posts.values():
        holder = book.scenario.posts.get(post.id)
        facts = [Fact("rank", str(post.rank), "number")]
        if post.organ:
            facts.append(Fact("organ", link(f"organ/{post.organ}", content.organs[post.organ].name)))
        if holder:
            facts.append(Fact("holder", link(f"person/{holder}", content.persons[holder].name)))
        else:
            facts.append(Fact("holder", "vacant", "word"))
        yield Article(f"post/{post.id}", "post", post.name, facts=tuple(facts))


def faction_articles(book: Rulebook) -> Iterator[Article]:
    """The factions, with whom the record files under them."""
    for faction in book.content.factions.values():
        people = [p for p in book.content.persons.values() if p.faction == faction.id and p.power == "ussr"]
        facts = (Fact("strength", f"{faction.strength:g}", "number"),)
        yield Article(
            f"faction/{faction.id}", "faction", faction.name, "", faction.description, facts,
            _sections(("members", [link(f"person/{p.id}", p.name) for p in people])),
        )  # fmt: skip


def front_articles(book: Rulebook) -> Iterator[Article]:
    """Fronts and army groups as they stood on the first day."""
    content = book.content
    starts = {f.id: f for f in book.scenario.formations}
    for formation in content.formations.values():
        facts = [Fact("side", formation.side, "word"), Fact("direction", formation.direction, "word")]
        start = starts.get(formation.id)
        if start is not None and start.commander:
            facts.append(Fact("commander", link(f"person/{start.commander}", content.persons[start.commander].name)))
        yield Article(f"front/{formation.id}", "front", formation.name, facts=tuple(facts))


def all_of_people(book: Rulebook) -> Iterable[Article]:
    """Every article of this file."""
    yield from person_articles(book)
    yield from organ_articles(book)
    yield from post_articles(book)
    yield from faction_articles(book)
    yield from front_articles(book)
