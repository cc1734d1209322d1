"""Articles of the argument: premises, the thread's claims, and what the record says of events and orders."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from game.content.models import Premise
from game.content.models.happening import Happening
from game.rulebook.book import Rulebook
from game.ui.lore.article import Article, Fact, Kind, Section, link
from game.ui.lore.claims import Claim, claims

Linked = Mapping[int, Sequence[str]]
"""Row of the thread -> links to all that it led to."""


def premise_articles(book: Rulebook) -> Iterator[Article]:
    """What the thread disagrees about."""
    for premise in book.content.premises.values():
        yield _premise(premise)


def _premise(premise: Premise) -> Article:
    facts = [Fact("default", _said(premise.default))]
    if premise.kind == "choice":
        facts.append(Fact("values", " · ".join(_said(value) for value in premise.values)))
    else:
        facts.append(Fact("range", f"{premise.low:g}..{premise.high:g}", "range"))
    who, texts = tuple(premise.claims), tuple(premise.claims.values())
    return Article(
        f"premise/{premise.id}", "premise", premise.name, premise.question, "", tuple(facts),
        (Section("says", texts, who),), premise.source, tuple(premise.thread),
    )  # fmt: skip


def _said(value: str | float) -> str:
    return value.replace("_", " ") if isinstance(value, str) else f"{value:g}"


def event_articles(book: Rulebook) -> Iterator[Article]:
    """Events of which the record says something: what it says, and where."""
    for event in book.content.events.values():
        if event.history or event.source:
            yield _happening("event", event, ())


def order_articles(book: Rulebook) -> Iterator[Article]:
    """Orders, whose they are, and what the record says."""
    for order in book.content.decisions.values():
        organ = order.organ
        facts = (Fact("organ", link(f"organ/{organ}", book.content.organs[organ].name)),) if organ else ()
        yield _happening("order", order, facts)


def _happening(kind: Kind, what: Happening, facts: tuple[Fact, ...]) -> Article:
    lead = what.text if kind == "order" else ""
    days = [str(day) for day in what.window or () if day]
    if len(days) == 2:
        facts = (*facts, Fact("from", days[0], "date"), Fact("until", days[1], "date"))
    history = (Section("history", (what.history,)),) if what.history else ()
    return Article(f"{kind}/{what.id}", kind, what.title, "", lead, facts, history, what.source, tuple(what.thread))


def claim_articles(book: Rulebook) -> Iterator[Article]:
    """The thread, row by row."""
    linked = _linked(book)
    for claim in claims():
        yield _claim(claim, linked)


def _claim(claim: Claim, linked: Linked) -> Article:
    sections = [Section("becomes", (claim.becomes,))]
    if claim.record:
        sections.append(Section("record", (claim.record,)))
    found = linked.get(claim.row, ())
    if found:
        sections.append(Section("leads_to", tuple(found)))
    facts = (
        *(Fact("who", who, "word") for who in claim.who), *(Fact("became", kind, "word") for kind in claim.kinds),
    )  # fmt: skip
    return Article(f"claim/{claim.row}", "claim", claim.text, str(claim.row), "", facts, tuple(sections))


def _linked(book: Rulebook) -> Linked:
    out: dict[int, list[str]] = defaultdict(list)
    content = book.content
    for premise in content.premises.values():
        for row in premise.thread:
            out[row].append(link(f"premise/{premise.id}", premise.name))
    for kind, found in (("event", content.events), ("order", content.decisions)):
        for what in found.values():
            if kind == "event" and not (what.history or what.source):
                continue
            for row in what.thread:
                out[row].append(link(f"{kind}/{what.id}", what.title))
    return out
