"""How a campaign begins: mods, scenario, seed, the man who is played, the argument; from these a block of one world."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from game.content import read_packs
from game.content.problem import did_you_mean, one_of
from game.engine.block import Block
from game.play.errors import PlayError
from game.rulebook.book import Rulebook, make_rulebook
from game.rulebook.start import Start, StartError, begin
from game.world.ledger import Ledger

ASK = "ask"


@dataclass(frozen=True, slots=True)
class Opening:
    """All that a campaign follows from, beside its journal.

    premises: name -> value or `draw`. sides: person, power or `all` -> policy. person: empty = the protagonist.
    console: it was opened in this game, and shows the truth from then on; ironman is over.
    """

    mods: tuple[Path, ...]
    scenario: str = "dacha-1941"
    seed: int = 0
    person: str = ""
    premises: Mapping[str, str] = field(default_factory=dict)
    sides: Mapping[str, str] = field(default_factory=dict)
    difficulty: str = "normal"
    ironman: bool = False
    console: bool = False


def open_book(mods: Sequence[Path], scenario: str) -> Rulebook:
    """Read and compile. ContentError holds all problems of the mods; PlayError: there is no such scenario."""
    content = read_packs(mods)
    if scenario not in content.scenarios:
        hint = did_you_mean(scenario, content.scenarios, one_of(content.scenarios))
        raise PlayError(f"there is no scenario {scenario} ({hint})")
    return make_rulebook(content, scenario)


def start_of(book: Rulebook, opening: Opening) -> Start:
    """The engine's start: the man who is played is asked, all others have policies."""
    person = opening.person or book.scenario.protagonist
    asked = [side for side, policy in opening.sides.items() if policy == ASK and side != person]
    if asked:
        raise PlayError(f"{asked[0]} cannot be asked beside {person} (give it another policy: a game has one player)")
    if not 0 <= opening.seed < 2**63:
        raise PlayError(f"the seed {opening.seed} is not between 0 and 2^63 - 1")
    sides = {**opening.sides, person: ASK}
    return Start(dict(opening.premises), sides, {}, person, opening.difficulty)


def begin_block(book: Rulebook, opening: Opening) -> Block:
    """One world on its first morning, with a ledger. PlayError names what is unknown."""
    try:
        world = begin(book, [opening.seed], start_of(book, opening))
    except StartError as error:
        raise PlayError(str(error)) from None
    world.ledger = Ledger()
    return Block(book, world)
