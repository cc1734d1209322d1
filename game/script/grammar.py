"""Text to syntax tree: Python's parser behind a whitelist, with limits of our own checked first."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass

LENGTH, DEPTH, TREE, DIGITS = 400, 8, 16, 15
"""Characters of an expression, brackets within brackets, levels of its tree, figures of a number."""

OPERATORS: dict[type[ast.AST], str] = {
    ast.Add: "add", ast.Sub: "sub", ast.Mult: "mul", ast.Div: "div", ast.Lt: "lt", ast.LtE: "le", ast.Gt: "gt",
    ast.GtE: "ge", ast.Eq: "eq", ast.NotEq: "ne", ast.And: "and", ast.Or: "or",
}  # fmt: skip

ALLOWED = (
    ast.Expression, ast.BoolOp, ast.BinOp, ast.UnaryOp, ast.Compare, ast.Call, ast.Attribute, ast.Name, ast.Constant,
    ast.And, ast.Or, ast.Not, ast.USub, ast.Add, ast.Sub, ast.Mult, ast.Div, ast.Lt, ast.LtE, ast.Gt, ast.GtE, ast.Eq,
    ast.NotEq, ast.Load, ast.Store, ast.Module, ast.Expr, ast.Assign, ast.AugAssign,
)  # fmt: skip


class ScriptError(Exception):
    """What is wrong with an expression, where in it (0-based character), and what to do."""

    def __init__(self, message: str, hint: str = "", offset: int = 0) -> None:
        super().__init__(message)
        self.message, self.hint, self.offset = message, hint, offset


@dataclass(frozen=True, slots=True)
class Statement:
    """An effect: `target operator value`, or a call. operator: add, sub or set."""

    target: ast.expr | None
    operator: str
    value: ast.expr


def _scan(text: str) -> None:
    if len(text) > LENGTH:
        raise ScriptError(f"the expression has {len(text)} characters, at most {LENGTH} are allowed", "split it with a [[formula]]")
    if not text.isascii():
        raise ScriptError("only ASCII characters are allowed", "names and numbers are written in Latin letters")
    depth = 0
    for at, char in enumerate(text):
        depth += (char in "([{") - (char in ")]}")
        if depth > DEPTH:
            raise ScriptError(f"brackets nest deeper than {DEPTH}", "split it with a [[formula]]", at)
    long = re.search(r"\d{%d,}" % (DIGITS + 1), text)
    if long:
        raise ScriptError(f"a number of more than {DIGITS} figures", "write a smaller number", long.start())


def _python(text: str, mode: str) -> ast.AST:
    _scan(text)
    try:
        tree = ast.parse(text.strip(), mode=mode)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        offset = getattr(error, "offset", None) or 1
        raise ScriptError("this is not an expression of the rule language", "see docs/modders/language.md", offset - 1) from None
    for node in ast.walk(tree):
        if not isinstance(node, ALLOWED):
            raise ScriptError(
                f"{type(node).__name__} is not allowed here", "see the operators in docs/modders/language.md",
                getattr(node, "col_offset", 0),
            )  # fmt: skip
        if isinstance(node, ast.Constant) and not _finite(node.value):
            raise ScriptError("only numbers, true/false and dates in quotes are literals", "", node.col_offset)
    return tree


def _finite(value: object) -> bool:
    if isinstance(value, bool | str):
        return True
    return isinstance(value, int | float) and abs(value) < 1e16


def _depth(node: ast.AST) -> int:
    return 1 + max((_depth(child) for child in ast.iter_child_nodes(node) if isinstance(child, ast.expr)), default=0)


def expression(text: str) -> ast.expr:
    """The tree of one expression. ScriptError says what is wrong and where."""
    tree = _python(text, "eval")
    assert isinstance(tree, ast.Expression)
    if _depth(tree.body) > TREE:
        raise ScriptError(f"the expression nests deeper than {TREE}", "split it with a [[formula]]")
    return tree.body


def statement(text: str) -> Statement:
    """The tree of one effect: `x += e`, `x -= e`, `x = e` or a call."""
    tree = _python(text, "exec")
    assert isinstance(tree, ast.Module)
    if len(tree.body) != 1:
        raise ScriptError("one effect a string", "write several effects as a list")
    node = tree.body[0]
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
