"""Two thousand ways to break a save: bytes, lengths, the header's JSON, and numbers of the arrays."""

from __future__ import annotations

import json
import random
import struct
from collections.abc import Callable
from typing import Any

from game.store.save import DIGEST, MAGIC, PRELUDE
from tests.store.builders import sealed

Mutation = Callable[[bytes, random.Random], bytes]

FLOATS = (
    float("nan"), float("inf"), float("-inf"), -1.0, -0.0, 0.5, 1.0, 2.0, 99.0, 100.5, 1e6, 2.0**53, 1e300, 5e-324,
    15150.0,
)  # fmt: skip
WHOLES = (-(2**63), -2, -1, 0, 1, 7, 255, 2**15, 2**31 - 1, 2**31, 2**63 - 1)
JUNK: tuple[Any, ...] = (
    None, True, -1, 0, 1, 7, 10**6, 2**63, 2**64, 10**30, 0.5, 1e308, "", "x", "molotov", "1941-06-31", "2500-01-01",
    "\x1b[2J", "../..", "x" * 5_000, [], {}, [[[[[[[[]]]]]]]], {"a": {"b": {}}}, ["x"] * 300,
)  # fmt: skip


def take_apart(data: bytes) -> tuple[dict[str, Any], bytes]:
    """The header and the arrays of a file."""
    _, _, size = PRELUDE.unpack_from(data)
    start = PRELUDE.size + size
    return json.loads(data[PRELUDE.size : start]), data[start:-DIGEST]


def put_together(header: object, arrays: bytes) -> bytes:
    """A file of a header and arrays, with a digest that fits."""
    text = json.dumps(header).encode()
    return sealed(PRELUDE.pack(MAGIC, 1, len(text)) + text + arrays + bytes(DIGEST))


def flip(data: bytes, chance: random.Random) -> bytes:
    out = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        out[chance.randrange(len(out))] = chance.randrange(256)
    return bytes(out)


def flip_header(data: bytes, chance: random.Random) -> bytes:
    out, (_, _, size) = bytearray(data), PRELUDE.unpack_from(data)
    for _ in range(chance.randint(1, 3)):
        out[PRELUDE.size + chance.randrange(size)] = chance.choice(b'"{}[],:0123456789ae\\-\x00\xff')
    return bytes(out)


def cut(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data))]


def lengthen(data: bytes, chance: random.Random) -> bytes:
    return data + chance.randbytes(chance.choice((1, 32, 4096)))


def move(data: bytes, chance: random.Random) -> bytes:
    start, size = chance.randrange(len(data)), chance.randrange(1, 500)
    piece = data[start : start + size]
    return data[:start] + chance.choice((b"", piece + piece, piece[::-1])) + data[start + size :]


def change_prelude(data: bytes, chance: random.Random) -> bytes:
    _, version, size = PRELUDE.unpack_from(data)
    magic = chance.choice((MAGIC, MAGIC, b"\x89RWSAVE\r", b"PK\x03\x04aaaa"))
    version = chance.choice((version, 0, 2, 2**32 - 1))
    size = chance.choice((size, 0, size + 1, size - 1, 4 << 20, 2**32 - 1))
    return PRELUDE.pack(magic, version, size) + data[PRELUDE.size :]


def change_number(data: bytes, chance: random.Random) -> bytes:
    header, arrays = take_apart(data)
    out = bytearray(arrays)
    for _ in range(chance.randint(1, 3)):
        section, start = chance.choice(_starts(header))
        form = {"<f8": "<d", "<i8": "<q", "<u8": "<Q", "<i4": "<i", "|i1": "<b", "|u1": "<B"}[section["dtype"]]
        count = (_size(section)) // struct.calcsize(form)
        if count:
            value = _value(form, chance)
            struct.pack_into(form, out, start + chance.randrange(count) * struct.calcsize(form), value)
    return put_together(header, bytes(out))


def _value(form: str, chance: random.Random) -> float:
    if form == "<d":
        return chance.choice((*FLOATS, chance.uniform(0, 100), float(chance.randint(0, 300))))
    bits = 8 * struct.calcsize(form)
    low, high = (0, (1 << bits) - 1) if form in ("<Q", "<B") else (-(1 << bits - 1), (1 << bits - 1) - 1)
    return min(max(chance.choice((*WHOLES, chance.randint(0, 300))), low), high)


def _starts(header: dict[str, Any]) -> list[tuple[dict[str, Any], int]]:
    out, start = [], 0
    for section in header["sections"]:
        out.append((section, start))
        start += _size(section)
    return out


def _size(section: dict[str, Any]) -> int:
    size = {"<f8": 8, "<i8": 8, "<u8": 8, "<i4": 4, "|i1": 1, "|u1": 1}[section["dtype"]]
    for length in section["shape"]:
        size *= length
    return size


def add_rows(data: bytes, chance: random.Random) -> bytes:
    """More rows of a table that grows, of small numbers, so that many are sound."""
    header, arrays = take_apart(data)
    section, start = chance.choice([s for s in _starts(header) if s[0]["dtype"] == "<i8" and len(s[0]["shape"]) == 2])
    columns, before = section["shape"]
    after = chance.choice((1, 2, 50, 1_500))
    cells = [chance.choice((0, 0, 0, 1, chance.randint(-3, 300))) for _ in range(columns * after)]
    rows = struct.pack(f"<{len(cells)}q", *cells)
    section["shape"] = [columns, after]
    return put_together(header, arrays[:start] + rows + arrays[start + 8 * columns * before :])


def change_header(data: bytes, chance: random.Random) -> bytes:
    header, arrays = take_apart(data)
    for _ in range(chance.randint(1, 2)):
        _change(header, chance)
    return put_together(header, arrays)


def change_shape(data: bytes, chance: random.Random) -> bytes:
    header, arrays = take_apart(data)
    section = chance.choice(header["sections"])
    section[chance.choice(("shape", "dtype", "name"))] = chance.choice((*JUNK, [2**40], [0, 0], "<f8", "|O", "seed"))
    return put_together(header, arrays)


def change_layout(data: bytes, chance: random.Random) -> bytes:
    """Other names and ranges of rows, of the same number: a save of other content."""
    header, arrays = take_apart(data)
    for _ in range(chance.randint(1, 4)):
        _rename(header["layout"], chance)
    return put_together(header, arrays)


def _rename(layout: dict[str, Any], chance: random.Random) -> None:
    kind = chance.choice(list(layout))
    node = layout[kind]
    if kind in ("seats", "people"):
        layout[kind] = node + chance.choice((-1, 0, 1))
        return
    if isinstance(node, dict):
        node = node[chance.choice(list(node))]
    if not node:
        return
    at = chance.randrange(len(node))
    if isinstance(node[at], dict):
        field = chance.choice(list(node[at]))
        node[at][field] = chance.choice(("", "x", "person", "post", "entity", "enum", "plot_route", 0, 1e9, True))
    else:
        node[at] = chance.choice(("x", node[0], node[-1], "beria", "stalin", "arrest"))


def _change(node: Any, chance: random.Random) -> None:
    """Walk down to some place of a JSON value and put junk there, drop it, or name it otherwise."""
    while True:
        key = chance.choice(list(node)) if isinstance(node, dict) else chance.randrange(len(node))
        below = node[key]
        if isinstance(below, dict | list) and below and chance.random() < 0.9:
            node = below
            continue
        break
    what = chance.randrange(4)
    if what == 0:
        del node[key]
    elif what == 1 and isinstance(node, dict):
        node[chance.choice(("x", "id", "\n", "x" * 200))] = node.pop(key)
    else:
        node[key] = chance.choice(JUNK)


MUTATIONS: tuple[Mutation, ...] = (
    flip, flip_header, cut, lengthen, move, change_prelude, change_number, change_number, add_rows, change_header,
    change_header, change_shape, change_layout,
)  # fmt: skip


def mutants(files: list[bytes], number: int, seed: int = 1941) -> list[bytes]:
    """Broken files: every second one with the digest recomputed."""
    chance, out = random.Random(seed), []
    for i in range(number):
        data = MUTATIONS[(i // 2) % len(MUTATIONS)](chance.choice(files), chance)
        out.append(sealed(data) if i % 2 and len(data) > DIGEST else data)
    return out
