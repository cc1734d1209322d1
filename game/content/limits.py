"""What is refused before anything is parsed, so that no file can hang or exhaust the parser."""

from __future__ import annotations

import re
from dataclasses import dataclass

FILE_BYTES = 256 * 1024
MOD_BYTES = 32 * 1024 * 1024
MOD_FILES = 2_000
MOD_PATCHES = 2_000
KEY_PARTS = 8
NESTING = 16
NUMBER_CHARACTERS = 40
NAME_CHARACTERS = 120

# Possessive quantifiers (++, *+) never give back what they took, so a scan is linear whatever the file holds.
_TOKEN = re.compile(
    r"""
      \#[^\n]*+
    | (?P<block>\"\"\"(?:[^"\\]++|\\[\s\S]|"{1,2}(?!"))*+(?P<block_end>"{3,5})?
              | '''(?:[^']++|'{1,2}(?!'))*+(?P<raw_end>'{3,5})?)
    | (?P<part>"(?:[^"\\\n]++|\\[^\n])*+(?P<quote_end>")?
             | '[^'\n]*+(?P<tick_end>')?
             | [A-Za-z0-9_+\-]++)
    | (?P<dot>\.)
    | (?P<bracket>[\[\]{}])
    | [ \t]++
    | (?P<other>[^\#"'A-Za-z0-9_+\-.\[\]{}\ \t]++)
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a file is not read: line and column from 1, one sentence, a remedy."""

    line: int
    column: int
    message: str
    hint: str


def decode(data: bytes) -> str | Refusal:
    """The text of a file, without a byte order mark; a Refusal if it is too large or not UTF-8."""
    if len(data) > FILE_BYTES:
        return Refusal(1, 1, f"the file is larger than {FILE_BYTES >> 10} KB", "split it into several files")
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        line, column = line_and_column(before, len(before))
        return Refusal(line, column, f"byte 0x{data[error.start]:02x} is not UTF-8 text", "save the file as UTF-8")


def refusal(text: str) -> Refusal | None:
    """The first place of a file's text that exceeds a limit, or None; one pass, without parsing."""
    depth = parts = 0
    joined = False
    for token in _TOKEN.finditer(text):
        group = token.lastgroup
        if group is None:
            continue
        start = token.start()
        if group == "dot":
            joined = True
        elif group == "bracket":
            depth, parts, joined = depth + (1 if token[0] in "[{" else -1), 0, False
            depth = max(depth, 0)
            if depth > NESTING:
                return _refuse(text, start, f"nested deeper than {NESTING} levels", "flatten it, or close a bracket")
        elif group == "other":
            parts, joined = 0, False
        else:
            fault = _unclosed(token) or _too_long(token)
            if fault:
                return _refuse(text, start, *fault)
            parts, joined = (parts + 1 if joined else 1), False
            if parts > KEY_PARTS:
                return _refuse(text, start, f"a key of more than {KEY_PARTS} parts", "use fewer dots")
    return None


def line_and_column(text: str, index: int) -> tuple[int, int]:
    """Line and column from 1 of the character `index` (from 0) of a text."""
    return text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)


def _unclosed(token: re.Match[str]) -> tuple[str, str] | None:
    """A string without its closing quotes; the scan could not go on behind it."""
    quotes = re.match(r"\"\"\"|'''|\"|'", token[0])
    if quotes is None or any(token[end] for end in ("block_end", "raw_end", "quote_end", "tick_end")):
        return None
    return "a string that is never closed", f"close it with {quotes[0]}"


def _too_long(token: re.Match[str]) -> tuple[str, str] | None:
    """A number or a bare name of absurd length."""
    text, length = token[0], len(token[0])
    if length > NUMBER_CHARACTERS and text[0] in "0123456789+-":
        return f"a number of {length} characters; at most {NUMBER_CHARACTERS} are read", "write a shorter number"
    if length > NAME_CHARACTERS and text[0] not in "\"'":
        return f"a name of {length} characters; at most {NAME_CHARACTERS} are read", "write a shorter name"
    return None


def _refuse(text: str, index: int, message: str, hint: str) -> Refusal:
    return Refusal(*line_and_column(text, index), message, hint)
