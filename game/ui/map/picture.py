"""What a map of the front shows: what was told, what is guessed, and whose flags stand where. Hashable throughout."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

Mark = Literal["", "measured", "reported", "guessed"]
Side = Literal["axis", "soviet"]

Kilometres = tuple[tuple[str, float], ...]
Band = tuple[tuple[str, float, float], ...]


@dataclass(frozen=True, slots=True)
class Flag:
    """A name beside the line. ray: of the advance on whose height it stands. note, mark: an estimate and its mark."""

    text: str
    side: Side
    ray: str
    note: str = ""
    mark: Mark = ""
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Wedge:
    """A drive along a ray. weight: 0.4 a corps to 1 a panzer group. plan: not yet under way, so it is hollow."""

    ray: str
    side: Side = "axis"
    weight: float = 1.0
    plan: bool = False


@dataclass(frozen=True, slots=True)
class FrontPicture:
    """The front as it is known. told: km lost in each direction. band: the guess of it, low and high.

    finland: she is at war. chosen: a direction whose part of the line is marked.
    """

    told: Kilometres = ()
    band: Band = ()
    flags: tuple[Flag, ...] = ()
    wedges: tuple[Wedge, ...] = ()
    finland: bool = False
    chosen: str = ""

    @staticmethod
    def of(
        told: Mapping[str, float], band: Mapping[str, tuple[float, float]] | None = None, flags: Iterable[Flag] = (),
        wedges: Iterable[Wedge] = (), finland: bool = False, chosen: str = "",
    ) -> FrontPicture:  # fmt: skip
        """From mappings by direction."""
        guessed = tuple(sorted((way, low, high) for way, (low, high) in (band or {}).items()))
        return FrontPicture(tuple(sorted(told.items())), guessed, tuple(flags), tuple(wedges), finland, chosen)

    @property
    def lost(self) -> dict[str, float]:
        """Km told, by direction."""
        return dict(self.told)

    @property
    def low(self) -> dict[str, float]:
        """The least that is guessed, by direction; what was told where nothing is guessed."""
        return self.lost | {way: low for way, low, _ in self.band}

    @property
    def high(self) -> dict[str, float]:
        """The most that is guessed, by direction."""
        return self.lost | {way: high for way, _, high in self.band}

    @property
    def ground(self) -> tuple[Kilometres, Band, bool, str]:
        """What the drawn ground depends on: all but flags and wedges."""
        return self.told, self.band, self.finland, self.chosen
