"""Colours by name, with sets for colour-blind players, and the contrast between two of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

Colour = tuple[int, int, int]

TOKENS: Mapping[str, str] = {
    "paper": "F1E7D0", "light": "F9F3E4", "dark": "E0D2B4",
    "line": "B9A988", "mute": "5E5645", "muted": "BDB19A",
    "ink": "15130F", "coal": "26241F", "soot": "3A372F",
    "red": "C3201A", "deep": "8C1510", "ember": "F2604C",
    "steel": "2B3F4C", "slate": "415967", "fog": "9FB3BC", "mist": "CBD6D8",
    "ochre": "DDA21F", "amber": "F0BE4A",
    "ussr": "C3201A", "axis": "1F2F3A", "west": "2B679C", "sky": "6FB2E8", "china": "E0A526", "neutral": "CFC3A6",
    "skin": "F1E7D0", "skin_shade": "B79F82", "cloth": "6B6A45",
    "loyalists": "C3201A", "chekists": "3A372F", "army": "415967", "technocrats": "DDA21F", "apparatus": "B9A988",
    "reformers": "2B679C",
}  # fmt: skip
"""The design system's palette: name -> hex."""

VARIANTS: Mapping[str, Mapping[str, str]] = {
    "standard": {},
    "red_green": {
        "ussr": "D04A12", "axis": "14202A", "west": "2B7BBF", "china": "F0C14B", "neutral": "DDD2B8",
        "red": "C2410C", "deep": "8A3006", "ember": "FF8A4C",
    },
    "blue_yellow": {
        "ussr": "B0141A", "axis": "16181A", "west": "2F7F86", "china": "F08A7A", "neutral": "D8D4CC",
        "ochre": "D98A7A", "amber": "F0A89A",
    },
    "mono": {
        "red": "2A2A2A", "deep": "101010", "ember": "E6E6E6", "ochre": "8E8E8E", "amber": "D0D0D0",
        "ussr": "2A2A2A", "axis": "101010", "west": "6A6A6A", "china": "A8A8A8", "neutral": "D8D8D8",
        "paper": "F0F0F0", "light": "FAFAFA", "dark": "DCDCDC", "line": "AFAFAF", "mute": "4E4E4E", "muted": "BEBEBE",
        "steel": "3C3C3C", "slate": "565656", "fog": "AEAEAE", "mist": "D2D2D2", "sky": "BDBDBD",
        "skin": "F0F0F0", "skin_shade": "A8A8A8", "cloth": "5C5C5C",
        "loyalists": "2A2A2A", "chekists": "101010", "army": "565656", "technocrats": "8E8E8E", "apparatus": "BEBEBE",
        "reformers": "6A6A6A",
    },
}  # fmt: skip
"""Differences of each set from the standard one."""


@dataclass(frozen=True, slots=True)
class Palette:
    """A set of colours. name: key of VARIANTS."""

    name: str
    colours: Mapping[str, Colour]

    def __getitem__(self, token: str | Colour) -> Colour:
        """The colour of a token; a colour is itself. KeyError: there is no such token."""
        return self.colours[token] if isinstance(token, str) else token

    def mix(self, a: str | Colour, b: str | Colour, share: float) -> Colour:
        """From a to b, share 0 to 1."""
        first, second = self[a], self[b]
        red, green, blue = (round(x + (y - x) * share) for x, y in zip(first, second, strict=True))
        return red, green, blue


def palette(name: str = "standard") -> Palette:
    """A palette by name; the standard one where there is none of that name."""
    known = name if name in VARIANTS else "standard"
    return Palette(known, {token: _rgb(code) for token, code in {**TOKENS, **VARIANTS[known]}.items()})


def _rgb(code: str) -> Colour:
    return int(code[:2], 16), int(code[2:4], 16), int(code[4:], 16)


def luminance(colour: Colour) -> float:
    """Relative luminance, 0 to 1 (WCAG 2.1)."""
    parts = [c / 255 for c in colour]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(a: Colour, b: Colour) -> float:
    """Contrast ratio, 1 to 21 (WCAG 2.1)."""
    low, high = sorted((luminance(a), luminance(b)))
    return (high + 0.05) / (low + 0.05)
