"""Articles of the encyclopaedia as plain data, and links between them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

Kind = Literal[
    "person", "organ", "post", "faction", "front", "place", "premise", "claim", "event", "order", "scenario", "column"
]
KINDS: tuple[Kind, ...] = (
    "person", "organ", "post", "faction", "front", "place", "premise", "claim", "event", "order", "scenario", "column",
)  # fmt: skip

Form = Literal["text", "word", "date", "number", "skill", "range"]


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of an article's table. label: key of its words.

    form: how value is said: text is rich, a word is a key, a skill is 1 to 10, a range is written LOW..HIGH.
    """

    label: str
    value: str
    form: Form = "text"


@dataclass(frozen=True, slots=True)
class Section:
    """A part under a heading (key of its words). lines: rich texts; speakers: who says each, a key, or empty."""

    heading: str
    lines: tuple[str, ...]
    speakers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """An article. ref: what links to it write. lead: rich text. face: person and faction of its portrait.

    below: a line under the title. source: where it is taken from. thread: rows of the thread's claims.
    """

    ref: str
    kind: Kind
    title: str
    below: str = ""
    lead: str = ""
    facts: tuple[Fact, ...] = ()
    sections: tuple[Section, ...] = ()
    source: str = ""
    thread: tuple[int, ...] = ()
    face: tuple[str, str] = ("", "")

    @property
    def id(self) -> str:
        """What it is about, without its kind."""
        return self.ref.partition("/")[2]


@dataclass(frozen=True)
class Lore:
    """All articles. tags: of an event or an order, by its id."""

    articles: tuple[Article, ...]
    tags: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @cached_property
    def by_ref(self) -> Mapping[str, Article]:
        """Every article by its reference."""
        return {article.ref: article for article in self.articles}

    def find(self, ref: str) -> Article | None:
        """The article that a reference means; a column may be that of any entity, a claim is a row."""
        found = self.by_ref.get(ref)
        if found is None and ref.startswith("column/"):
            parts = ref.removeprefix("column/").split(".")
            found = self.by_ref.get(f"column/{parts[0]}.{parts[-1]}")
        return found


def link(ref: str, words: str) -> str:
    """Words that lead to an article. Brackets in them would end the link, and become round ones."""
    return f"[{words.replace('[', '(').replace(']', ')')}]({ref})"
