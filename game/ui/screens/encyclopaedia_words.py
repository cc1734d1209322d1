"""An article in the words of the interface: titles, facts and sections as rich texts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from game.language.dates import day_month, long_date
from game.language.words import Words
from game.ui.app.stage import Stage
from game.ui.lore.article import Article, Fact, Lore
from game.ui.lore.claims import claims

ICONS: Mapping[str, str] = {
    "person": "person", "organ": "government", "post": "chair", "faction": "room", "front": "front", "place": "star",
    "premise": "question", "claim": "book", "event": "file", "order": "hand", "scenario": "clock", "column": "graph",
}  # fmt: skip
"""Kind of an article -> icon."""


def title_of(words: Words, article: Article) -> str:
    """What stands over an article; a claim is called by its row."""
    return words("lore.claim", row=article.id) if article.kind == "claim" else article.title


def name_of(article: Article) -> str:
    """How the list calls it."""
    return f"{article.id} · {article.title}" if article.kind == "claim" else article.title


def lead_of(article: Article) -> str:
    """Its first words."""
    return article.title if article.kind == "claim" else article.lead


def below_of(words: Words, article: Article) -> str:
    """The line under its title."""
    return article.below if article.below and article.kind != "claim" else words(f"lore.one.{article.kind}")


def fact_of(words: Words, fact: Fact) -> str:
    """The value of a fact as rich text; a word of a mod that no language has is shown as it is."""
    if fact.form == "date":
        return long_date(words, fact.value)
    if fact.form == "range":
        low, _, high = fact.value.partition("..")
        return words("lore.range", low=low, high=high)
    if fact.form == "skill":
        return words("lore.skill", n=fact.value)
    if fact.form == "word":
        keys = (f"lore.word.{fact.label}.{fact.value}", f"lore.speaker.{fact.value}")
        return next((words(key) for key in keys if words.has(key)), fact.value.replace("_", " "))
    return fact.value


def label_of(words: Words, label: str) -> str:
    """The words for a fact."""
    key = f"lore.fact.{label}"
    return words(key) if words.has(key) else label


def facts_of(words: Words, article: Article) -> list[tuple[str, str, int]]:
    """Label and value of each line, and a skill as a number; values of one label stand in one line."""
    out: dict[str, list[str]] = {}
    skills = {fact.label: int(fact.value) for fact in article.facts if fact.form == "skill"}
    for fact in article.facts:
        out.setdefault(fact.label, []).append(fact_of(words, fact))
    return [(label_of(words, label), " · ".join(values), skills.get(label, 0)) for label, values in out.items()]


def sections_of(words: Words, article: Article) -> Iterator[tuple[str, str]]:
    """Heading and rich text of each part, at the end the claims of the thread that it answers."""
    for section in article.sections:
        lines = []
        for nth, line in enumerate(section.lines):
            who = section.speakers[nth] if nth < len(section.speakers) else ""
            key = f"lore.speaker.{who}"
            said = words(key) if who and words.has(key) else who
            lines.append(words("lore.said_by", who=f"**{said}**", text=line) if who else line)
        yield words(f"lore.heading.{section.heading}"), "\n".join(lines)
    if article.thread:
        yield words("lore.thread"), "\n".join(_claim(words, row) for row in article.thread)


def _claim(words: Words, row: int) -> str:
    found = next((claim for claim in claims() if claim.row == row), None)
    if found is None:
        return f"[{row}](claim/{row})"
    who = ", ".join(words(f"lore.speaker.{name}") for name in found.who)
    return words("lore.said_by", who=f"[{row}](claim/{row}) **{who}**", text=found.text)


def standing_of(stage: Stage, ref: str) -> str:
    """How a number stands, as the player may know it; empty where it has no one value or no campaign is open."""
    name = ref.removeprefix("column/")
    parts = name.split(".")
    single = len(parts) == 2 and parts[0] in ("room", "clock", "war", "coup", "vote")
    if stage.snap is None or not ref.startswith("column/") or not (len(parts) == 3 or single):
        return ""
    found = stage.explained(name)
    if found is None or found.refused:
        return found.refused if found is not None else ""
    if found.by:
        return stage.words("lore.now_told", text=found.text, by=found.by, on=day_month(stage.words, found.on))
    return found.text


def found_of(lore: Lore, kind: str, text: str) -> list[Article]:
    """The articles of a kind (or of all, where it is none) that hold some words, in the order of the list."""
    seek = text.casefold()
    kept = [a for a in lore.articles if kind in ("all", a.kind) and (not seek or seek in _held(a))]
    if seek:
        kept.sort(key=lambda article: seek not in article.title.casefold())
    return kept


def _held(article: Article) -> str:
    lines = (line for section in article.sections for line in section.lines)
    return " ".join((article.title, article.below, article.lead, article.id, *lines)).casefold()
