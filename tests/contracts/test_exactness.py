"""The rooms that simulate hold nothing inexact; and the linter that says so catches each thing that is banned."""

from pathlib import Path

import pytest

from tests.contracts.exactness import BUILTINS, ROOMS, Report, check_rooms, check_source

GAME = Path(__file__).parents[2] / "game"
HEADER = "import math\nimport numpy as np\nfrom functools import reduce\nfrom game.core import exact, rowsum\n"


def report(line: str, path: str = "core/example.py") -> Report:
    return check_source(HEADER + line + "\n", path)


def messages(line: str, path: str = "core/example.py") -> list[str]:
    return [finding.message for finding in report(line, path).findings]


def test_the_rooms_that_simulate_are_exact() -> None:
    found = check_rooms(GAME)
    assert not found.findings, "\n" + "\n".join(map(str, found.findings))


def test_every_room_that_simulates_is_read() -> None:
    assert all(any((GAME / room).glob("*.py")) for room in ROOMS)


@pytest.mark.parametrize(
    "line",
    [
        *(f"y = np.{name}(x)" for name in "exp log log2 log1p expm1 power tanh sin cos tan arctan2 hypot cbrt".split()),
        *(f"y = math.{name}(x)" for name in "exp log pow tanh sin cos hypot fsum dist exp2 cbrt gamma".split()),
        "table = {'exp': np.exp}",
        "from numpy import exp",
        "from numpy import hypot as length",
        "from math import log",
        "from math import pow as power",
        "y = x ** z",
        "y = x ** 0.5",
        "y = x ** 3",
        "y **= 2.5",
        "y = pow(x, 3)",
        "y = a @ b",
        "a @= b",
        "y = np.logspace(0, 3, 7)",
    ],
)
def test_functions_that_differ_between_processors_are_banned(line: str) -> None:
    assert len(messages(line)) == 1


@pytest.mark.parametrize(
    "line",
    [
        *(f"y = np.{name}(a, b)" for name in "dot vdot inner matmul tensordot einsum convolve".split()),
        *(f"y = np.{name}(x, axis=0)" for name in "sum mean prod std var average median quantile nansum".split()),
        *(f"y = x.{name}(0)" for name in "sum mean prod std var dot".split()),
        "y = world.numbers.sum(axis=0)",
        "y = (x * mask).sum(0)",
        "y = np.add.reduce(x)",
        "y = np.add.reduceat(x, at)",
        "y = np.maximum.reduce(x)",
        "y = np.linalg.norm(x)",
        "y = sum(shares)",
        "y = sum(row.share for row in rows)",
    ],
)
def test_sums_in_an_order_of_their_own_are_banned(line: str) -> None:
    assert len(messages(line)) == 1


@pytest.mark.parametrize(
    "line",
    [
        "import random",
        "from random import choice",
        "import secrets",
        "import uuid",
        "import statistics",
        "import numpy.random",
        "from numpy.random import default_rng",
        "from numpy import random",
        "y = np.random.default_rng(1)",
        "import time\ny = time.time()",
        "from time import perf_counter\ny = perf_counter()",
        "from datetime import date\ny = date.today()",
        "from datetime import datetime\ny = datetime.now()",
        "import datetime\ny = datetime.datetime.now()",
        "import os\ny = os.urandom(8)",
        *(f"y = {name}(x)" for name in BUILTINS),
    ],
)
def test_what_differs_from_run_to_run_is_banned(line: str) -> None:
    assert len(messages(line)) == 1


@pytest.mark.parametrize(
    "line",
    [
        "y = np.argsort(x)",
        "y = x.argsort(axis=0)",
        'y = np.argsort(x, kind="quicksort")',
        'y = np.sort(x, order="date")',
        'x.sort(order="date")',
        "y = np.argpartition(x, 3)",
        "y = x.argpartition(3)",
    ],
)
def test_sorts_that_leave_ties_open_are_banned(line: str) -> None:
    assert len(messages(line)) == 1


@pytest.mark.parametrize(
    "line",
    [
        "for name in {'a', 'b'}: pass",
        "for name in set(names): pass",
        "y = [f(name) for name in set(a) | set(b)]",
        "y = {name: 1 for name in frozenset(a)}",
        "y = list(set(names))",
        "y = ','.join({name for name in names})",
        "y = [*set(names)]",
        "y = next(iter(set(names)))",
        "seen = set()\nfor name in seen: pass",
        "seen: set[str] = start()\nfor name in seen: pass",
        "def f(seen: frozenset[str]) -> None:\n    for name in seen: pass",
        "class A:\n    seen: set[str]\n    def f(self) -> list[str]:\n        return [name for name in self.seen]",
    ],
)
def test_the_order_of_a_set_is_banned(line: str) -> None:
    assert messages(line)
    assert all("order of a set" in message for message in messages(line))


@pytest.mark.parametrize(
    "line",
    [
        "y = x[:, worlds]",
        "y = world.numbers[:, block.worlds]",
        "y = x[:, :, worlds]",
        "y = x[..., worlds]",
        "y = x[:, np.flatnonzero(mask)]",
        'y = np.zeros((3, 4), order="F")',
        "y = np.asfortranarray(x)",
    ],
)
def test_selections_in_fortran_order_are_banned(line: str) -> None:
    assert len(messages(line)) == 1


def test_floats_wider_on_some_machines_are_banned() -> None:
    assert len(messages("y = np.longdouble(1)")) == 1


@pytest.mark.parametrize(
    "line",
    [
        "y = exact.exp(x) + exact.tanh(x)",
        "from game.core.exact import exp, log",
        "y = rowsum.total(x) + rowsum.mean(x)",
        "y = np.cumsum(x, axis=0)[-1]",
        "y = np.sqrt(np.abs(np.floor(x * x / 3 - z)))",
        "y = math.inf if math.isfinite(math.floor(x)) else math.nan",
        "y = 2.0 ** -53 + 10 ** 6",
        "y = np.take(x, worlds, axis=1)",
        "y = x[:, 1:3] + x[:, None] + x[:, -1:] + x[:, 0] + x[:, np.newaxis]",
        "y = x[rows, worlds] + x[rows] + x[a:b]",
        "x[:, worlds] = y",
        'y = np.argsort(x, axis=0, kind="stable")',
        "y = np.argsort(x, stable=True)",
        "names.sort()",
        "y = sorted(set(names))",
        "y = x in {1, 2} or bool(set(a) & set(b))",
        "y = len(set(names))",
        "y = sum(1 for a in names) + sum(a < b for a in names)",
        "y = sum(len(a) for a in names) + sum(not a for a in names)",
        "y: Callable[..., object]",
        "y = np.count_nonzero(mask) + mask.any() + mask.all() + x.max(0) + x.argmax(0)",
        "y = mask.sum(axis=0, dtype=np.int64)",
        "y = reduce(lambda a, b: a + b, x)",
        "from datetime import date\ny = date.fromisoformat(x)",
        "z = person.id + effect.sum + rule.log",
    ],
)
def test_what_is_exact_passes(line: str) -> None:
    assert messages(line) == []


def test_only_the_home_of_reductions_may_reduce() -> None:
    assert messages("y = x.sum(axis=0)", "core/rowsum.py") == []
    assert messages("y = np.exp(x)", "core/rowsum.py")
    assert messages("y = a @ b", "core/rowsum.py")


def test_a_line_with_a_reason_is_let_through_and_counted() -> None:
    found = report("y = mask.sum()  # exact: integers")
    assert found.findings == ()
    assert [finding.message for finding in found.excused] == ["integers"]


def test_a_reason_on_any_line_of_a_long_expression_counts() -> None:
    assert report("y = np.sum(\n    mask,\n)  # exact: integers").findings == ()


def test_an_excuse_without_a_reason_excuses_nothing() -> None:
    assert len(messages("y = mask.sum()  # exact:")) == 2


def test_an_excuse_on_another_line_excuses_nothing() -> None:
    assert len(messages("y = mask.sum()\nz = 1  # exact: integers")) == 2


def test_a_finding_names_its_file_and_line() -> None:
    assert str(report("y = a @ b", "engine/turn.py").findings[0]).startswith("engine/turn.py:5: @ ")
