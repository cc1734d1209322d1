"""The same worlds on every supported Python and numpy, and after every change that is not meant to change them."""

from __future__ import annotations

import pytest

from tests.golden.rewrite import RUNS, hashes, written


@pytest.mark.parametrize("run", RUNS)
def test_a_run_ends_in_the_hashes_that_are_written_down(run: str) -> None:
    found = hashes(run)
    assert found == written().get(run), "if this change of worlds is meant: python -m tests.golden.rewrite"
