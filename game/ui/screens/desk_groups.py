"""Orders in their groups: those of your remit, those anyone may give, those that another is asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from game.views.offers import Offer
from game.views.room import Person

Group = Literal["yours", "anyone", "others"]
GROUPS: tuple[Group, ...] = ("yours", "anyone", "others")

TALK = "room.talk"
"""The order to speak with a man."""

ICONS: Mapping[str, str] = {
    "coup": "wedge", "foreign": "foreign", "security": "eye", "terror": "eye", "supply": "train", "press": "press",
    "army": "front", "war": "front", "party": "book", "science": "plan",
}  # fmt: skip
"""Tag -> icon of an order, the first that fits; others have a man."""


def group_of(offer: Offer) -> Group:
    """Whose an order is."""
    if not offer.organ:
        return "anyone"
    return "yours" if offer.yours else "others"


def icon_of(offer: Offer) -> str:
    """The icon of an order by what it is about."""
    return next((name for tag, name in ICONS.items() if tag in offer.tags), "person")


def sorted_offers(offers: Sequence[Offer], group: str, found: str = "") -> list[Offer]:
    """The orders of a group (or of all, where it is none) that hold some words, group by group, the open ones first."""
    seek = found.casefold()
    kept = [o for o in offers if group in ("all", group_of(o)) and seek in _words(o)]
    return sorted(kept, key=lambda o: (GROUPS.index(group_of(o)), not o.open))


def _words(offer: Offer) -> str:
    return " ".join((offer.title, offer.organ, offer.whose, offer.text)).casefold()


def suggested(offers: Sequence[Offer], count: int) -> list[Offer]:
    """What a hand buys beside talks: open orders, in turn from each group, the cheapest first."""
    may = [o for o in offers if o.open and o.hands and o.lever != TALK and "coup" not in o.tags]
    groups = [sorted((o for o in may if group_of(o) == name), key=lambda o: o.price) for name in GROUPS]
    turns = [group[nth] for nth in range(len(may)) for group in groups if nth < len(group)]
    return sorted(turns[:count], key=lambda o: GROUPS.index(group_of(o)))


def faction_id(person: Person | None) -> str:
    """A man's faction as drawings call it; empty where nothing is known of him."""
    return person.faction.lower() if person is not None else ""
