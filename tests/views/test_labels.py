"""How numbers are called on a page."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from game.engine.block import Block
from game.rulebook.start import begin
from game.script.compile import Compiler
from game.script.effects import Target
from game.script.names import Scope, entity_type
from game.views.effects import target_name
from game.views.occasion import Occasion
from game.views.told import figure_of
from tests.rulebook.builders import book_of, counters


def test_a_number_of_a_mods_own_is_called_by_its_name_alone(tmp_path: Path) -> None:
    book = book_of(tmp_path, things=counters("glasses"))
    block, row = Block(book, begin(book, [5]), {}), book.schema.index["var"]["glasses"] + 1
    node = Compiler(book.vocabulary, Scope()).constant(float(row), entity_type("var"))
    occasion = Occasion(block, 1, {}, np.ones(book.schema.rows, bool))
    assert target_name(occasion, Target("var", "value", node)).lower() == "glasses"
    assert figure_of(block, "var", "value", row).label.lower() == "glasses"
