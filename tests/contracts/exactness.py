"""A linter of exactness: what may give other bits on another processor, numpy, Python or beside other worlds.

It reads the source of the rooms that simulate and finds what ARCHITECTURE calls banned. It sees syntax, not types: a
line that is exact all the same carries `# exact: reason` (sums of integers, a clock that only measures), and such lines
are counted. A reason that excuses nothing is itself a finding.

`python -m tests.contracts.exactness` prints what it finds and what it let through.
"""

import ast
import io
import re
import sys
import tokenize
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROOMS = ("core", "world", "script", "systems", "rulebook", "engine", "knowledge", "ai")
HOME_OF_REDUCTIONS = "core/rowsum.py"

TRANSCENDENTAL = frozenset(
    "exp exp2 expm1 log log2 log10 log1p logaddexp logaddexp2 power pow float_power cbrt sin cos tan arcsin arccos "
    "arctan arctan2 asin acos atan atan2 sinh cosh tanh arcsinh arccosh arctanh asinh acosh atanh sinc hypot i0 "
    "logspace geomspace".split()
)
PRODUCTS = frozenset(
    "dot vdot inner matmul tensordot einsum convolve correlate linalg fft vecdot matvec vecmat".split()
)
REDUCTIONS = frozenset(
    "sum nansum prod nanprod mean nanmean average median nanmedian std nanstd var nanvar quantile percentile "
    "trapz trapezoid trace cov corrcoef".split()
)
UNLIKE_ELSEWHERE = frozenset("longdouble clongdouble float128 asfortranarray random argpartition".split())
METHODS = frozenset("sum prod mean std var dot trace reduce reduceat argpartition".split())
MATH_ALLOWED = frozenset(
    "inf nan isfinite isnan isinf floor ceil trunc sqrt fabs copysign ldexp frexp isqrt gcd lcm comb".split()
)
MODULES = frozenset("random secrets uuid statistics numpy.random numpy.linalg numpy.fft scipy cmath".split())
WHOLE = frozenset("int int8 int16 int32 int64 intp uint8 uint16 uint32 uint64".split())
CLOCKS = frozenset("now today utcnow fromtimestamp urandom getpid".split())
BUILTINS = {
    "sum": "sum() adds floats in another way from Python 3.12 on: use core.rowsum, a loop, or math on integers",
    "pow": "pow() rounds as the C library does: use core.exact.power",
    "hash": "hash() of strings differs from run to run: use core.chance.key",
    "id": "id() differs from run to run",
}
SET_TYPES = frozenset("set frozenset AbstractSet Set MutableSet".split())
IN_ORDER_OF_ITERATION = frozenset("list tuple enumerate iter zip map filter array fromiter join next".split())
EXCUSE = re.compile(r"#\s*exact:\s*(?P<reason>\S.*)?$")


@dataclass(frozen=True)
class Finding:
    """One banned thing: where it stands and what to write instead."""

    path: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}"


@dataclass(frozen=True)
class Report:
    """Findings, and the lines let through for the reason that they give."""

    findings: tuple[Finding, ...]
    excused: tuple[Finding, ...]


@dataclass
class Module:
    """What the rules need to know of a source file."""

    path: str
    full_names: dict[str, str] = field(default_factory=dict)  # local name -> dotted name of what was imported
    sets: set[str] = field(default_factory=set)  # names and attributes that hold a set

    def dotted(self, node: ast.expr) -> str:
        """The dotted name of an expression, imports resolved; "" where it is no plain chain of names."""
        if isinstance(node, ast.Name):
            return self.full_names.get(node.id, node.id)
        if isinstance(node, ast.Attribute):
            owner = self.dotted(node.value)
            return f"{owner}.{node.attr}" if owner else ""
        return ""


Rule = Callable[[ast.AST, Module], Iterator[str]]


def check_rooms(game: Path) -> Report:
    """The report on every source file of the rooms that simulate."""
    findings: list[Finding] = []
    excused: list[Finding] = []
    for room in ROOMS:
        for path in sorted((game / room).rglob("*.py")):
            report = check_source(path.read_text(encoding="utf-8"), path.relative_to(game).as_posix())
            findings.extend(report.findings)
            excused.extend(report.excused)
    return Report(tuple(findings), tuple(excused))


def check_source(source: str, path: str = "core/example.py") -> Report:
    """The report on one source file; `path` is relative to the game folder."""
    tree = ast.parse(source)
    module = Module(path)
    _learn_imports(tree, module)
    _learn_sets(tree, module)
    reasons = _excuses(source)
    findings: list[Finding] = []
    excused: dict[int, Finding] = {}
    ends = _last_lines(tree)
    for line, last, message in sorted(set(_found(tree, module))):
        candidates = (*range(line, last + 1), ends.get(line, last))
        reason = next((number for number in candidates if reasons.get(number)), None)
        if reason is None:
            findings.append(Finding(path, line, message))
        else:
            excused[reason] = Finding(path, reason, reasons[reason])
    for line, text in reasons.items():
        if not text:
            findings.append(Finding(path, line, "an excuse gives its reason: # exact: reason"))
        elif line not in excused:
            findings.append(Finding(path, line, "this excuse excuses nothing"))
    return Report(tuple(findings), tuple(excused.values()))


def _found(tree: ast.AST, module: Module) -> Iterator[tuple[int, int, str]]:
    """First line, last line and message of each thing that a rule finds."""
    for node in ast.walk(tree):
        for rule in RULES:
            for message in rule(node, module):
                line: int = getattr(node, "lineno", 1)
                yield line, getattr(node, "end_lineno", line), message


def _excuses(source: str) -> dict[int, str]:
    """The reason ("" where none is given) of each line that carries `# exact:`."""
    reasons = {}
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT and (match := EXCUSE.search(token.string)):
            reasons[token.start[0]] = (match["reason"] or "").strip()
    return reasons


def _last_lines(tree: ast.AST) -> dict[int, int]:
    """For each line of a statement that has no block of its own, the last line: where a comment on it ends up."""
    statements = (node for node in ast.walk(tree) if isinstance(node, ast.stmt) and not hasattr(node, "body"))
    spans = ((node.lineno, node.end_lineno or node.lineno) for node in statements)
    return {line: last for first, last in spans for line in range(first, last + 1)}


def _learn_imports(tree: ast.AST, module: Module) -> None:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                module.full_names[alias.asname or alias.name.split(".")[0]] = (
                    alias.name if alias.asname else alias.name.split(".")[0]
                )
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                module.full_names[alias.asname or alias.name] = f"{node.module}.{alias.name}"


def _learn_sets(tree: ast.AST, module: Module) -> None:
    """The names and attributes of the file that are annotated as sets or assigned a set."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and _is_set(node.value, module):
            targets = node.targets
        elif isinstance(node, ast.AnnAssign) and _says_set(node.annotation):
            targets = [node.target]
        elif isinstance(node, ast.arg) and node.annotation is not None and _says_set(node.annotation):
            module.sets.add(node.arg)
            continue
        else:
            continue
        module.sets.update(name for target in targets if (name := _last_name(target)))


def _says_set(annotation: ast.expr) -> bool:
    outer = annotation.value if isinstance(annotation, ast.Subscript) else annotation
    return _last_name(outer) in SET_TYPES


def _is_set(node: ast.expr, module: Module) -> bool:
    """Whether an expression is a set by its syntax, or a name known to hold one."""
    if isinstance(node, ast.Set | ast.SetComp):
        return True
    if isinstance(node, ast.Call):
        return isinstance(node.func, ast.Name) and node.func.id in ("set", "frozenset")
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr | ast.BitAnd | ast.Sub | ast.BitXor):
        return _is_set(node.left, module) or _is_set(node.right, module)
    return isinstance(node, ast.Name | ast.Attribute) and _last_name(node) in module.sets


def _last_name(node: ast.expr) -> str:
    if isinstance(node, ast.Name):
        return node.id
    return node.attr if isinstance(node, ast.Attribute) else ""


def imports(node: ast.AST, module: Module) -> Iterator[str]:
    """Modules of chance, clocks and statistics; banned names imported from numpy and math."""
    if isinstance(node, ast.Import):
        names = [alias.name for alias in node.names]
    elif isinstance(node, ast.ImportFrom):
        names = [f"{node.module}.{alias.name}" for alias in node.names]
    else:
        return
    for name in names:
        if name in MODULES or name.rpartition(".")[0] in MODULES or name.split(".")[0] in MODULES:
            yield f"{name}: chance comes from core.chance, time from the calendar, the rest from core"
        elif why := _banned(name, module):
            yield why


def names_of_numpy_and_math(node: ast.AST, module: Module) -> Iterator[str]:
    """`np.exp`, `math.sin` and their like, called or not."""
    if isinstance(node, ast.Attribute) and (why := _banned(module.dotted(node), module)):
        yield why


def _banned(name: str, module: Module) -> str | None:
    """Why a dotted name may not be used, or None."""
    owner, _, last = name.rpartition(".")
    if owner == "math":
        return None if last in MATH_ALLOWED else f"{name} rounds as the C library does: use core.exact"
    if owner != "numpy":
        return None
    if last in TRANSCENDENTAL:
        return f"{name} differs between processors: use core.exact"
    if last in PRODUCTS:
        return f"{name} adds in an order of its own: write products and core.rowsum.total"
    if last in REDUCTIONS and module.path != HOME_OF_REDUCTIONS:
        return f"{name} adds in an order that depends on the number of worlds: use core.rowsum"
    return f"{name} differs between machines or runs" if last in UNLIKE_ELSEWHERE else None


def reductions(node: ast.AST, module: Module) -> Iterator[str]:
    """Methods `.sum()`, `.mean()`, `ufunc.reduce` and their like, but those of core.rowsum and those into integers."""
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in METHODS):
        return
    name = module.dotted(node.func)
    ours = name.split(".")[-2:-1] == ["rowsum"] or name == "functools.reduce"
    ours = ours or any(word.arg == "dtype" and _last_name(word.value) in WHOLE for word in node.keywords)
    if not (ours or module.path == HOME_OF_REDUCTIONS or _banned(name, module)):
        yield f".{node.func.attr}() adds in an order that depends on the number of worlds: use core.rowsum"


def builtins(node: ast.AST, module: Module) -> Iterator[str]:
    """Calls of `sum`, `pow`, `hash` and `id`; a sum of whole literals or lengths is let through."""
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in BUILTINS):
        return
    if node.func.id in module.full_names or (node.func.id == "sum" and _counts(node)):
        return
    yield BUILTINS[node.func.id]


def _counts(call: ast.Call) -> bool:
    """Whether what a `sum` adds is plainly whole: `sum(1 for ...)`, `sum(a < b for ...)`, `sum(len(x) for ...)`."""
    first = call.args[0] if call.args else None
    if not isinstance(first, ast.GeneratorExp | ast.ListComp):
        return False
    element = first.elt
    whole = isinstance(_literal(element), int) or isinstance(element, ast.Compare)
    whole = whole or (isinstance(element, ast.UnaryOp) and isinstance(element.op, ast.Not))
    length = isinstance(element, ast.Call) and isinstance(element.func, ast.Name) and element.func.id == "len"
    return whole or length


def operators(node: ast.AST, module: Module) -> Iterator[str]:
    """`@`, and `**` but between literals: of arrays only the square is a product, of floats none is."""
    if not isinstance(node, ast.BinOp | ast.AugAssign):
        return
    if isinstance(node.op, ast.MatMult):
        yield "@ adds in an order of its own: write products and core.rowsum.total"
    if isinstance(node.op, ast.Pow):
        literals = isinstance(node, ast.BinOp) and _is_literal(node.left) and _is_literal(node.right)
        if not literals:
            yield "** rounds as the C library does: write products, or core.exact.power"


def _literal(node: ast.expr | None) -> object:
    """The value of a literal; None where it is none."""
    return node.value if isinstance(node, ast.Constant) else None


def _is_literal(node: ast.expr) -> bool:
    inner = node.operand if isinstance(node, ast.UnaryOp) else node
    return isinstance(inner, ast.Constant)


def unstable_sorts(node: ast.AST, module: Module) -> Iterator[str]:
    """`argsort` and sorts by field without `kind="stable"`: the order of ties differs between processors."""
    if not isinstance(node, ast.Call):
        return
    name = _last_name(node.func)
    words = {word.arg: word.value for word in node.keywords}
    stable = _literal(words.get("kind")) in ("stable", "mergesort") or _literal(words.get("stable")) is True
    if (name == "argsort" or (name == "sort" and "order" in words)) and not stable:
        yield f'{name} leaves the order of ties open: say kind="stable"'


def clocks(node: ast.AST, module: Module) -> Iterator[str]:
    """What is in `time`; `date.today()`, `datetime.now()`, `os.urandom` and their like."""
    if not isinstance(node, ast.Attribute | ast.Name):
        return
    root, _, rest = module.dotted(node).partition(".")
    if (root == "time" and rest) or (root in ("datetime", "date", "os") and rest.split(".")[-1] in CLOCKS):
        yield f"{root}.{rest} differs from run to run: take the date of the world"


def order_of_sets(node: ast.AST, module: Module) -> Iterator[str]:
    """Iteration over a set: the order of strings in it differs from run to run."""
    iterated: list[ast.expr] = []
    if isinstance(node, ast.For):
        iterated = [node.iter]
    elif isinstance(node, ast.ListComp | ast.DictComp | ast.GeneratorExp):
        iterated = [generator.iter for generator in node.generators]
    elif isinstance(node, ast.Call) and _last_name(node.func) in IN_ORDER_OF_ITERATION:
        iterated = node.args
    elif isinstance(node, ast.Starred):
        iterated = [node.value]
    if any(_is_set(expression, module) for expression in iterated):
        yield "the order of a set differs from run to run: iterate over sorted(...), or keep a tuple or a dict"


def selections_of_worlds(node: ast.AST, module: Module) -> Iterator[str]:
    """`x[:, worlds]`, which gives Fortran order, and `order="F"`."""
    if isinstance(node, ast.keyword) and node.arg == "order" and _literal(node.value) in ("F", "A", "K"):
        yield "worlds stand last in C order"
    if not (isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Tuple) and len(node.slice.elts) > 1):
        return
    first, *others = node.slice.elts
    if _last_name(node.value) == "Callable":
        return
    if _is_everything(first) and isinstance(node.ctx, ast.Load) and not all(_is_plain(other) for other in others):
        yield "[:, array] gives Fortran order: use np.take(x, array, axis=1)"


def _is_everything(index: ast.expr) -> bool:
    """Whether an index is `:` or `...`."""
    if isinstance(index, ast.Slice):
        return index.lower is None and index.upper is None and index.step is None
    return isinstance(index, ast.Constant) and index.value is ...


def _is_plain(index: ast.expr) -> bool:
    """Whether an index is a slice, a literal or `np.newaxis`."""
    return isinstance(index, ast.Slice) or _is_literal(index) or _last_name(index) == "newaxis"


RULES: tuple[Rule, ...] = (
    imports,
    names_of_numpy_and_math,
    reductions,
    builtins,
    operators,
    unstable_sorts,
    clocks,
    order_of_sets,
    selections_of_worlds,
)


def main() -> int:
    """Print the report on the game; 1 where something is banned."""
    report = check_rooms(Path(__file__).parents[2] / "game")
    for finding in report.findings:
        print(finding)
    print(f"{len(report.findings)} banned; {len(report.excused)} lines let through:")
    for finding in report.excused:
        print(f"  {finding}")
    return 1 if report.findings else 0


if __name__ == "__main__":
    sys.exit(main())
