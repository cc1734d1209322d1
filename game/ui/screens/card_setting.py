"""Setting the answers of a card: their lines and chips, in the largest type for which there is room."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from game.language.words import Words
from game.ui.art.marks import price_width
from game.ui.kit.canvas import Canvas
from game.views.question import OptionCard

MINUS = "\N{MINUS SIGN}"
LETTER, MARGIN = 84.0, 14.0
"""Width of the letter's field, and the margin at the right."""

CHIP_GAP = 6.0
ALL = 99
"""More effects than any answer states."""

SCROLLED = 3
"""Effects on an answer that is not chosen where all must be scrolled anyhow."""

SIGNS = (
    "chair", "eye", "men", "armour", "air", "gun", "train", "radio", "grain", "front", "government", "file", "star",
    "person", "hand", "clock",
)  # fmt: skip
"""Icons of effects; the language says which words call for them, the first that fits is taken."""

SENTENCE = re.compile(r"(?<=[a-z\d\u2019\u201d'\"]{2}[.?!;])\s+(?=[A-Z])")
"""Where a sentence ends; not behind an initial."""


@dataclass(frozen=True, slots=True)
class Type:
    """Sizes of a card's type. pad: above and below."""

    head: float
    body: float
    chip: float
    pad: float


TYPES = (
    Type(29, 21, 19, 22),
    Type(27, 20, 18, 20),
    Type(24, 18, 17, 18),
    Type(22, 17, 16, 15),
    Type(20, 16.5, 15.5, 13),
    Type(19, 16, 15, 10),
)
"""From the largest to the smallest."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text from (x, y), the top of its capitals, on."""

    text: str
    x: float
    y: float
    face: str
    size: float
    colour: str


@dataclass(frozen=True, slots=True)
class Chip:
    """An effect: an edge in a colour, an icon, and lines."""

    sign: str
    edge: str
    x: float
    y: float
    w: float
    h: float
    lines: tuple[str, ...]
    size: float


@dataclass(frozen=True, slots=True)
class Setting:
    """An answer as it is set. price: of authority, empty where it is closed for another reason than its price.

    bar: top and foot of the bar beside the line on the dead, equal where there is none.
    """

    letter: str
    price: str
    lines: tuple[Line, ...]
    chips: tuple[Chip, ...]
    bar: tuple[float, float]
    height: float
    closed: bool
    folded: bool

    @property
    def words(self) -> int:
        """How many words stand on it."""
        texts = [self.letter, self.price, *(line.text for line in self.lines)]
        return sum(len(text.split()) for text in [*texts, *(t for chip in self.chips for t in chip.lines)])


@dataclass(slots=True)
class Setter:
    """Sets one answer after the other. wide: of a card. most: how many chips stand on an answer that is not chosen."""

    canvas: Canvas
    words: Words
    wide: float
    type: Type
    most: int = ALL
    _y: float = 0.0
    _lines: list[Line] = field(default_factory=list)
    _chips: list[Chip] = field(default_factory=list)

    def set(self, card: OptionCard, letter: str, chosen: bool) -> Setting:
        """Heading, the rest of its sentence, the dead, why it is closed, then what it does."""
        self._y, self._lines, self._chips = self.type.pad + 2, [], []
        price = f"{card.price:.0f}"
        head, body = halves(card.text)
        room = self.wide - LETTER - MARGIN
        self._write(head, "head", self.type.head, "ink", room - price_width(self.canvas, 0, price) - 12, 1.22)
        if body:
            self._write(body, "body", self.type.body, "mute", room, 1.24)
        top = self._y
        if card.dead:
            self._write(card.dead, "semi", self.type.body, "ink", room - 12, 1.24, 12)
        bar = (top - 2, self._y - 4) if card.dead else (0.0, 0.0)
        if card.why_not:
            self._write(card.why_not, "semi", max(15.0, self.type.body - 1), "deep", room, 1.24)
        folded = self._effects(card, ALL if chosen else self.most)
        height = self._y + self.type.pad - 6
        return Setting(letter, price, tuple(self._lines), tuple(self._chips), bar, height, not card.open, folded)

    def _write(
        self, text: str, face: str, size: float, colour: str, wide: float, leading: float, into: float = 0
    ) -> None:
        for line in self.canvas.lines(text, face, size, wide):
            self._lines.append(Line(line, LETTER + into, self._y, face, size, colour))
            self._y += size * leading
        self._y += 3

    def _effects(self, card: OptionCard, most: int) -> bool:
        """Rows of chips behind their labels; True if some are left out."""
        rows = [("does", "slate", card.states.always), ("success", "ochre", card.states.success),
                ("failure", "ink", card.states.failure)]  # fmt: skip
        told = [(self.words(f"card.{name}"), edge, clauses) for name, edge, clauses in rows if clauses]
        if not told:
            return False
        indent = max(self.canvas.width(label, "medium", 15) for label, _, _ in told) + 10
        room, left, total = self.wide - LETTER - MARGIN - indent, most, 0
        self._y += 2
        for nth, (label, edge, clauses) in enumerate(told):
            texts = gathered(self.canvas, clauses, self.type.chip, room)
            total += len(texts)
            shown, left = texts[:left], max(0, left - len(texts))
            hidden = 0 if left or nth < len(told) - 1 else total - most
            if not shown and not hidden > 0:
                continue
            cells = [(self._sign(text), edge, text) for text in shown]
            if hidden > 0:
                cells.append(("right", "line", self.words.count("card.more", hidden)))
            self._lines.append(Line(label, LETTER, self._y + self._tall(1) / 2 - 5.5, "medium", 15, "steel"))
            self._flow(cells, LETTER + indent, room)
        return total > most

    def _tall(self, lines: int) -> float:
        return 25.0 + (self.type.chip - 15.5) * 1.3 + (lines - 1) * self.type.chip * 1.22

    def _flow(self, cells: Sequence[tuple[str, str, str]], left: float, room: float) -> None:
        """Chips side by side as long as there is room."""
        x, high = 0.0, 0.0
        for sign, edge, text in cells:
            lines = self.canvas.lines(text, "semi", self.type.chip, room - 42)
            wide = max(self.canvas.width(line, "semi", self.type.chip) for line in lines) + 42
            if x and x + wide > room:
                self._y, x, high = self._y + high + 5, 0.0, 0.0
            tall = self._tall(len(lines))
            self._chips.append(Chip(sign, edge, left + x, self._y, wide, tall, tuple(lines), self.type.chip))
            x, high = x + wide + CHIP_GAP, max(high, tall)
        self._y += high + 6

    def _sign(self, clause: str) -> str:
        said = clause.lower()
        for name in SIGNS:
            if any(part.strip() in said for part in self.words(f"card.signs.{name}").split(";")):
                return name
        return "right"


def halves(text: str) -> tuple[str, str]:
    """The first sentence of an answer without its full stop, as a heading, and the rest."""
    parts = SENTENCE.split(text, maxsplit=1)
    head, rest = parts[0], parts[1] if len(parts) > 1 else ""
    return head[:-1] if head.endswith((".", ";")) else head, rest


def clause(said: str) -> str:
    """A stated effect as it is printed: a capital, true minus signs."""
    return re.sub(r"(?<=\s)-(?=\d)", MINUS, said[:1].upper() + said[1:])


def gathered(canvas: Canvas, clauses: Sequence[str], size: float, room: float) -> list[str]:
    """Effects as they are printed; those on the same thing share a chip as long as that stays a line."""
    out: list[str] = []
    for text in map(clause, clauses):
        owner, colon, rest = text.partition(": ")
        at = next((i for i, t in enumerate(out) if colon and t.startswith(f"{owner}: ")), -1)
        joined = f"{out[at]}, {rest}" if at >= 0 else ""
        if joined and canvas.width(joined, "semi", size) <= room - 42:
            out[at] = joined
        else:
            out.append(text)
    return out


@dataclass(frozen=True, slots=True)
class Space:
    """What the answers have: width, height, gap between them, and how many words may stand on them."""

    wide: float
    high: float
    gap: float
    most_words: int


def set_answers(
    canvas: Canvas, words: Words, cards: Sequence[OptionCard], chosen: str, space: Space
) -> tuple[Setting, ...]:
    """All answers in the largest type in which all of them have room, else with fewer effects on those not chosen.

    The chosen one tells all. Where even that does not fit the whole is higher than the space.
    """
    found: tuple[Setting, ...] = ()
    scrolled: tuple[Setting, ...] = ()
    cards = common_last(cards)
    for type_, most in _tries(cards):
        found = _all(Setter(canvas, words, space.wide, type_, most), cards, chosen)
        high = sum(s.height for s in found) + space.gap * (len(found) - 1)
        short = bool(chosen) or sum(s.words for s in found) <= space.most_words
        if high <= space.high and short:
            return found
        if short and not scrolled and type_ is TYPES[-1] and most <= SCROLLED:
            scrolled = found
    return scrolled or found


def common_last(cards: Sequence[OptionCard]) -> tuple[OptionCard, ...]:
    """The answers, with effects that every one of them has behind those by which they differ."""
    common = set.intersection(*(set(card.states.always) for card in cards))
    out = []
    for card in cards:
        always = tuple(sorted(card.states.always, key=lambda said: said in common))
        out.append(replace(card, states=replace(card.states, always=always)))
    return tuple(out)


def _tries(cards: Sequence[OptionCard]) -> Iterator[tuple[Type, int]]:
    longest = max(len((*c.states.always, *c.states.success, *c.states.failure)) for c in cards)
    yield from ((type_, ALL) for type_ in TYPES)
    yield from ((type_, most) for most in range(longest - 1, 0, -1) for type_ in TYPES)


def _all(setter: Setter, cards: Sequence[OptionCard], chosen: str) -> tuple[Setting, ...]:
    letters = setter.words("card.letters").split()
    return tuple(setter.set(card, letters[nth], card.id == chosen) for nth, card in enumerate(cards))
