"""Text to syntax tree: Python's parser behind a whitelist, with limits of our own checked first."""

from __future__ import annotations

import ast
import re
import warnings
from dataclasses import dataclass

LENGTH, DEPTH, STEPS, DIGITS, LARGEST = 400, 8, 64, 15, 1e16
"""Characters of an expression, levels of it, names numbers and operators in it, figures of a number, its size."""

SPLIT = "split it with a [[formula]]"

OPERATORS: dict[type[ast.AST], str] = {
    ast.Add: "add", ast.Sub: "sub", ast.Mult: "mul", ast.Div: "div", ast.Lt: "lt", ast.LtE: "le", ast.Gt: "gt",
    ast.GtE: "ge", ast.Eq: "eq", ast.NotEq: "ne", ast.And: "and", ast.Or: "or",
}  # fmt: skip

ALLOWED = (
    ast.Expression, ast.BoolOp, ast.BinOp, ast.UnaryOp, ast.Compare, ast.Call, ast.Attribute, ast.Name, ast.Constant,
    ast.And, ast.Or, ast.Not, ast.USub, ast.Add, ast.Sub, ast.Mult, ast.Div, ast.Lt, ast.LtE, ast.Gt, ast.GtE, ast.Eq,
    ast.NotEq, ast.Load, ast.Store, ast.Module, ast.Expr, ast.Assign, ast.AugAssign,
)  # fmt: skip

_STRANGE = re.compile(r"[^A-Za-z0-9_ \t\r\n\"'()\[\]{},.:=!<>+*/-]")
_LONG = re.compile(r"\d{" + str(DIGITS + 1) + r",}")
_LONE_EQUALS = re.compile(r"(?<![=!<>+-])=(?!=)")
_SAID_OTHERWISE = {"&": "write `and`", "|": "write `or`", "~": "write `not`", "%": "use + - * /", "^": "use + - * /"}


class ScriptError(Exception):
    """What is wrong with an expression, where in it (0-based character), and what to do.

    others: what else is wrong with it, in clauses behind.
    """

    def __init__(self, message: str, hint: str = "", offset: int = 0) -> None:
        super().__init__(message)
        self.message, self.hint, self.offset = message, hint, offset
        self.others: tuple[ScriptError, ...] = ()


class ReportedError(ScriptError):
    """The expression rests on something whose own fault is reported where that is defined: pass over it in silence."""


@dataclass(frozen=True, slots=True)
class Statement:
    """An effect: `target operator value`, or a call. operator: add, sub, set or call."""

    target: ast.expr | None
    operator: str
    value: ast.expr


def expression(text: str) -> ast.expr:
    """The tree of one expression. ScriptError says what is wrong and where."""
    tree = _python(text, "eval")
    assert isinstance(tree, ast.Expression)
    _check_size(tree.body)
    return tree.body


def statement(text: str) -> Statement:
    """The tree of one effect: `x += e`, `x -= e`, `x = e` or a call."""
    tree = _python(text, "exec")
    assert isinstance(tree, ast.Module)
    if len(tree.body) != 1:
        raise ScriptError("one effect a string", "write several effects as a list")
    found = _statement(tree.body[0])
    _check_size(found.value)
    return found


def _statement(node: ast.stmt) -> Statement:
    if isinstance(node, ast.AugAssign) and isinstance(node.op, ast.Add | ast.Sub):
        return Statement(node.target, OPERATORS[type(node.op)], node.value)
    if isinstance(node, ast.Assign) and len(node.targets) == 1:
        return Statement(node.targets[0], "set", node.value)
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
        return Statement(None, "call", node.value)
    raise ScriptError("an effect changes a column or calls a word", "for example: power.ussr.legitimacy -= 3")


def chain(node: ast.expr) -> list[str] | None:
    """`a.b.c` as a list of names; None if it is something else."""
    parts: list[str] = []
    while isinstance(node, ast.Attribute):
        parts.append(node.attr)
        node = node.value
    if not isinstance(node, ast.Name):
        return None
    return [node.id, *reversed(parts)]


def _scan(text: str) -> None:
    """What can be refused without parsing: so that no text is too much for the parser."""
    if len(text) > LENGTH:
        raise ScriptError(f"the expression has {len(text)} characters, at most {LENGTH} are allowed", SPLIT)
    if not text.isascii():
        raise ScriptError("only ASCII characters are allowed", "names and numbers are written in Latin letters")
    if strange := _STRANGE.search(text):
        hint = _SAID_OTHERWISE.get(strange[0], "see the operators in docs/modders/language.md")
        raise ScriptError(f"{strange[0]!r} is not part of the rule language", hint, strange.start())
    depth = 0
    for at, char in enumerate(text):
        depth += (char in "([{") - (char in ")]}")
        if depth > DEPTH:
            raise ScriptError(f"brackets nest deeper than {DEPTH}", SPLIT, at)
    if long := _LONG.search(text):
        raise ScriptError(f"a number of more than {DIGITS} figures", "write a smaller number", long.start())


def _python(text: str, mode: str) -> ast.AST:
    """Python's tree of a text of one or more lines, of allowed nodes only, placed by the characters of the text."""
    _scan(text)
    line = re.sub(r"\s", " ", text)
    lead = len(line) - len(line.lstrip())
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            tree = ast.parse(line.strip(), mode=mode)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        found = getattr(error, "offset", None)
        raise _syntax_error(line, mode, found - 1 + lead if found else len(line.rstrip())) from None
    for node in ast.walk(tree):
        if isinstance(node, ast.expr | ast.stmt):
            node.col_offset += lead
        if not isinstance(node, ALLOWED):
            hint = "see the operators in docs/modders/language.md"
            raise ScriptError(f"{type(node).__name__} is not allowed here", hint, getattr(node, "col_offset", 0))
        if isinstance(node, ast.Constant) and not _finite(node.value):
            hint = f"numbers are smaller than {LARGEST:g}"
            raise ScriptError("only numbers, true, false and dates in quotes are literals", hint, node.col_offset)
    return tree


def _syntax_error(line: str, mode: str, offset: int) -> ScriptError:
    lone = _LONE_EQUALS.search(line)
    if mode == "eval" and lone:
        return ScriptError("a condition or formula changes nothing", "write == to compare", lone.start())
    return ScriptError("this is not an expression of the rule language", "see docs/modders/language.md", offset)


def _finite(value: object) -> bool:
    if isinstance(value, bool | str):
        return True
    return isinstance(value, int | float) and abs(value) < LARGEST


def _check_size(root: ast.expr) -> None:
    """At most DEPTH levels and STEPS steps, without recursion: the tree may still be hundreds of levels deep here."""
    steps, stack = 0, [(root, 1)]
    while stack:
        node, level = stack.pop()
        if level > DEPTH:
            raise ScriptError(f"the expression nests deeper than {DEPTH}", SPLIT, node.col_offset)
        parts = _parts(node)
        steps += max(len(parts) - 1, 1) if isinstance(node, ast.BoolOp | ast.BinOp) else 1
        stack.extend((part, level + 1) for part in parts)
    if steps > STEPS:
        raise ScriptError(f"the expression makes {steps} steps, at most {STEPS} are allowed", SPLIT)


def _parts(node: ast.expr) -> list[ast.expr]:
    """What a node joins. `a + b - c` and `a * b / c` are one level each, a dotted name is one step."""
    if isinstance(node, ast.BinOp):
        level = _rank(node)
        parts, left = [node.right], node.left
        while isinstance(left, ast.BinOp) and _rank(left) == level:
            parts.append(left.right)
            left = left.left
        return [*parts, left]
    if isinstance(node, ast.Call):
        return node.args
    if isinstance(node, ast.Attribute) and chain(node):
        return []
    return [child for child in ast.iter_child_nodes(node) if isinstance(child, ast.expr)]


def _rank(node: ast.BinOp) -> int:
    return 1 if isinstance(node.op, ast.Add | ast.Sub) else 2
