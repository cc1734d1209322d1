"""What all models share: a frozen base that refuses unknown keys, ids, dates, formulas, limited words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from functools import cache
from typing import Annotated, Any, Literal, TypeAlias, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, PrivateAttr, Strict

from game.content.source import Place, Source

T = TypeVar("T")


class Fault(ValueError):  # noqa: N818
    """A rule that does not hold: one sentence, a remedy, and the key path it is about.

    spoils: the key that means nothing any more because of it; it is the first of the path unless said.
    """

    def __init__(self, message: str, hint: str = "", at: tuple[str | int, ...] = (), spoils: str = "") -> None:
        super().__init__(message)
        self.hint = hint
        self.at = at
        self.spoils = spoils or (str(at[0]) if len(at) == 1 else "")


class Model(BaseModel):
    """A table of content: frozen, strict in types, unknown keys refused; `place` is that of its header.

    unsound: keys whose values were refused. Where there are any, the model serves only to look for further faults:
    these keys hold their defaults, or None.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, arbitrary_types_allowed=True)

    place: Place = Field(repr=False)
    _unsound: frozenset[str] = PrivateAttr(default=frozenset())

    @property
    def unsound(self) -> frozenset[str]:
        """The keys whose values were refused."""
        return self._unsound

    def spoil(self, *keys: str) -> None:
        """Add to the keys that mean nothing, while the table is read."""
        self._unsound |= set(keys)


Rule: TypeAlias = Callable[[Any], Iterator[Fault]]


def rule(*keys: str) -> Callable[[Rule], Rule]:
    """Marks a method that yields what is wrong between keys; it is asked only where all these are sound.

    A key `option.id` is sound where the key `id` is in all tables of `option`.
    """

    def marked(method: Rule) -> Rule:
        method.reads = keys  # type: ignore[attr-defined]
        return method

    return marked


@cache
def rules_of(model: type[Model]) -> tuple[tuple[Rule, tuple[str, ...]], ...]:
    """The rules of a model and the keys that each reads, those of its bases first."""
    methods = {name: item for base in reversed(model.__mro__) for name, item in vars(base).items()}
    return tuple((item, item.reads) for item in methods.values() if hasattr(item, "reads"))


def _a_date(value: object) -> object:
    """A day from `"1941-06-22"` or a TOML date; a time of day is refused."""
    if isinstance(value, datetime) or not isinstance(value, str | date):
        raise Fault("must be a date", 'write it as "1941-06-22"')
    if isinstance(value, date):
        return value
    try:
        if len(value) != 10:
            raise ValueError
        return date.fromisoformat(value)
    except ValueError:
        raise Fault(f"'{value[:20]}' is not a date", 'write it as "1941-06-22"') from None


def _at_most(words: int) -> Callable[[str], str]:
    def check(text: str) -> str:
        count = len(text.split())
        if count > words:
            raise Fault(f"the text has {count} words; at most {words} are shown", "shorten it")
        return text

    return check


def all_different(items: tuple[T, ...]) -> tuple[T, ...]:
    """The items, or a Fault at the second of two that are equal."""
    seen: set[T] = set()
    for index, item in enumerate(items):
        if item in seen:
            raise Fault(f"'{item}' stands twice in the list", "remove one", (index,))
        seen.add(item)
    return items


def flattened(value: object) -> object:
    """Nested tables as one, its keys joined by dots: `a.b = 2` names the id `a.b`, quoted or not."""
    if not isinstance(value, dict):
        return value
    flat: dict[str, Any] = {}
    for key, item in value.items():
        if isinstance(item, dict):
            inner = flattened(item)
            flat.update({f"{key}.{rest}": leaf for rest, leaf in inner.items()} if isinstance(inner, dict) else {})
        else:
            flat[key] = item
    return flat


Many: TypeAlias = Annotated[tuple[T, ...], Strict(False)]
"""A list of TOML, kept as a tuple."""

NAME = r"^[a-z][a-z0-9_]*\z"
Id: TypeAlias = Annotated[str, Field(pattern=NAME, max_length=64)]
DottedId: TypeAlias = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*(\.[a-z0-9_]+)*\z", max_length=96)]
ScenarioId: TypeAlias = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*(-[a-z0-9_]+)*\z", max_length=64)]
Ids: TypeAlias = Annotated[Many[Id], AfterValidator(all_different)]

Day: TypeAlias = Annotated[date, BeforeValidator(_a_date)]
Formula: TypeAlias = Source
Number: TypeAlias = Annotated[float, Field(allow_inf_nan=False)]
Share: TypeAlias = Annotated[float, Field(ge=0, le=1)]
Percent: TypeAlias = Annotated[float, Field(ge=0, le=100)]
Factor: TypeAlias = Annotated[float, Field(ge=0, allow_inf_nan=False)]
Line: TypeAlias = Annotated[str, Field(max_length=400)]
Name: TypeAlias = Annotated[str, Field(min_length=1, max_length=80)]
Title: TypeAlias = Annotated[str, Field(min_length=1, max_length=60)]
Words18: TypeAlias = Annotated[str, AfterValidator(_at_most(18))]
Words30: TypeAlias = Annotated[str, AfterValidator(_at_most(30))]
Words60: TypeAlias = Annotated[str, Field(min_length=1), AfterValidator(_at_most(60))]
Rows: TypeAlias = Annotated[Many[Annotated[int, Field(ge=1)]], AfterValidator(all_different)]
Factors: TypeAlias = Annotated[Mapping[DottedId, Factor], BeforeValidator(flattened)]

Side: TypeAlias = Literal["ussr", "axis", "west", "neutral"]
Direction: TypeAlias = Literal["north", "west", "south"]


def check_unique(items: tuple[Any, ...], key: str, of: str, word: str, spoils: str = "") -> Iterator[Fault]:
    """A Fault at the second of two items of the list `of` with the same `key`."""
    seen: set[str] = set()
    for index, item in enumerate(items):
        name = getattr(item, key)
        if name in seen:
            yield Fault(f"the {word} '{name}' stands twice", "rename or remove one", (of, index, key), spoils)
        seen.add(name)


def check_window(window: tuple[date, ...] | None) -> Iterator[Fault]:
    """A Fault unless a window is two days in order."""
    if window is None:
        return
    if len(window) != 2:
        yield Fault("the window must hold two dates", 'write ["1941-06-28", "1941-07-03"]', ("window",))
    elif window[0] > window[1]:
        yield Fault("the window ends before it begins", "swap its two dates", ("window",))
