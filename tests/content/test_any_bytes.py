"""Whatever a mod's files hold, reading gives content or ContentError, with places inside the files."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.content.builders import EVENT, MOLOTOV, problems

WORDS = [
    "[[event]]", "[[event.option]]", "[[scenario]]", "[[scenario.organ]]", "[[patch]]", "[person]", "[[policy]]",
    "[[premise]]", "[[thesis]]", "id", "when", "option", "tags", "kind", "path", "op", "value", "place", "choose",
    " = ", "=", ".", ",", "\n", "\n", "\n", " ", "[", "]", "{", "}", "#", '"', "'", '"""', "'''", "\\", "\r\n",
    '"a"', '"event"', '"remove"', '"1941-06-22"', "1941-06-22", "1941-06-22T04:10:00", "04:10:00", "1", "-7",
    "0.5", "inf", "nan", "1e400", "0xff", "true", "Ж", "\x00", '"\\u0416"',
]  # fmt: skip
"""Pieces of TOML, so that many drawn files come near to being sound."""

PIECES = st.lists(st.sampled_from(WORDS), max_size=40).map(lambda words: "".join(words).encode())
LINES = (EVENT + MOLOTOV).splitlines(keepends=True)


@st.composite
def edited(draw: st.DrawFn) -> bytes:
    """A sound file with some lines cut, moved or replaced by pieces."""
    lines = [line.encode() for line in LINES]
    for _ in range(draw(st.integers(1, 4))):
        index = draw(st.integers(0, len(lines) - 1))
        lines[index] = draw(st.sampled_from([b"", lines[0], lines[index] * 2, draw(PIECES) + b"\n"]))
    return b"".join(lines)


@settings(max_examples=400, deadline=None)
@given(data=st.one_of(st.binary(max_size=200), PIECES, edited()), in_manifest=st.booleans())
def test_any_bytes_give_content_or_placed_problems(data: bytes, in_manifest: bool) -> None:
    with tempfile.TemporaryDirectory() as root:
        manifest = b'id = "base"\nname = "Base"\nversion = "1.0"\n'
        (Path(root) / "mod.toml").write_bytes(data if in_manifest else manifest)
        (Path(root) / "some.toml").write_bytes(data)
        found = problems(Path(root))
    lines = max(data.count(b"\n") + 1, manifest.count(b"\n") + 1)
    for problem in found:
        assert problem.message
        assert 0 <= problem.line <= lines, str(problem)
