"""Words about files and signs."""

from __future__ import annotations

import numpy as np

from game.script.act import Act
from game.script.word import Word, params
from game.systems.politburo.file import add_pages
from game.world.state import Floats


def page(act: Act, person: Floats, n: Floats) -> None:
    """Pages into the file that security keeps on a man; fewer than 0 take pages out."""
    add_pages(act, person, np.rint(np.asarray(n, np.float64)))


def sign(act: Act, person: Floats) -> None:
    """He sees that something is prepared against him."""
    act.add("person", "signs", 1.0, person)
    act.note("sign", person)


WORDS: tuple[Word, ...] = (
    Word("page", params("person:person", "n:number"), ("person.file", "person.signs"), page,
         "Pages into the file on a man, at most 6; each may show him a sign.", "page(person.zhukov, 1)",
         "Security adds to its file on {person}"),
    Word("sign", params("person:person"), ("person.signs",), sign,
         "He sees that something is prepared against him.", "sign(person.zhukov)", "{person} notices something"),
)  # fmt: skip
