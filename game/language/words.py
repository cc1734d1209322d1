"""Texts by key with gaps to fill and forms for numbers, read from `assets/text/LANGUAGE/*.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from game.content.assets import AssetError, read_tables

FOLDER = Path(__file__).parents[2] / "assets" / "text"
DEFAULT = "en"
OTHER = "other"


@dataclass(frozen=True, slots=True)
class Form:
    """A grammatical number: which counts take it.

    exactly: these counts. last: counts whose last figure is one of these, unless the last two are in `not_last_two`.
    """

    name: str
    exactly: tuple[int, ...] = ()
    last: tuple[int, ...] = ()
    not_last_two: tuple[int, ...] = ()

    def takes(self, count: int) -> bool:
        """Whether a count takes this form."""
        if count in self.exactly:
            return True
        return bool(self.last) and count % 10 in self.last and count % 100 not in self.not_last_two


@dataclass(frozen=True, slots=True)
class Words:
    """A language: its texts by dotted key, its forms of number in order, and the language it falls back on."""

    name: str
    texts: Mapping[str, str | Mapping[str, str]]
    forms: tuple[Form, ...] = ()
    behind: Words | None = field(default=None, repr=False)

    def __call__(self, key: str, **gaps: object) -> str:
        """The text of a key with its gaps filled. KeyError: no language has it."""
        text = self._find(key)
        if not isinstance(text, str):
            raise KeyError(f"{key} has forms of number: ask for it with `count`")
        return text.format(**gaps) if gaps else text

    def count(self, key: str, n: int, **gaps: object) -> str:
        """The text of a key in the form that a count takes; `{n}` is the count."""
        text = self._find(key)
        if not isinstance(text, str):
            form = next((f.name for f in self.forms if f.takes(abs(n))), OTHER)
            text = text.get(form, text[OTHER])
        return text.format(n=n, **gaps)

    def has(self, key: str) -> bool:
        """Whether there is a text of that key, in this language or the one behind."""
        return key in self.texts or (self.behind is not None and self.behind.has(key))

    def _find(self, key: str) -> str | Mapping[str, str]:
        found = self.texts.get(key)
        if found is not None:
            return found
        if self.behind is not None:
            return self.behind._find(key)
        raise KeyError(f"no text {key}")


def languages() -> tuple[tuple[str, str], ...]:
    """(folder, name) of all languages there are."""
    found = sorted(path.name for path in FOLDER.iterdir() if (path / "language.toml").is_file())
    return tuple((name, str(read_tables(FOLDER / name / "language.toml").get("name", name))) for name in found)


@lru_cache(maxsize=8)
def read_words(language: str = DEFAULT) -> Words:
    """A language, read once; what it lacks comes from English. AssetError: no TOML, or a key of a wrong kind."""
    behind = None if language == DEFAULT else read_words(DEFAULT)
    folder = FOLDER / language
    about = read_tables(folder / "language.toml")
    texts: dict[str, str | Mapping[str, str]] = {}
    for path in sorted(folder.glob("*.toml")):
        if path.name != "language.toml":
            _gather(read_tables(path), "", texts, path)
    forms = tuple(
        Form(str(f["form"]), tuple(f.get("exactly", ())), tuple(f.get("last", ())), tuple(f.get("not_last_two", ())))
        for f in about.get("plural", ())
    )
    return Words(str(about.get("name", language)), texts, forms, behind)


def _gather(table: Mapping[str, object], prefix: str, into: dict[str, str | Mapping[str, str]], path: Path) -> None:
    for name, value in table.items():
        key = f"{prefix}{name}"
        if isinstance(value, str):
            into[key] = value
        elif isinstance(value, dict) and OTHER in value:
            into[key] = {str(form): str(text) for form, text in value.items()}
        elif isinstance(value, dict):
            _gather(value, f"{key}.", into, path)
        else:
            raise AssetError(f"{path.name}: {key} is neither a text nor a table of texts")
