"""The pages for modders: their examples are sound."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.lab.runs import command

PAGES = Path(__file__).resolve().parents[2] / "docs" / "modders"
EXAMPLE = re.compile(r"^```toml\n(.*?)^```$", re.MULTILINE | re.DOTALL)
MANIFEST = 'id = "examples"\nname = "Examples"\nversion = "1"\nrequires = ["base"]\n'


def examples() -> dict[str, str]:
    """Every block of TOML in the pages, by the page and its place there."""
    found = {page.stem: EXAMPLE.findall(page.read_text(encoding="utf-8")) for page in sorted(PAGES.glob("*.md"))}
    return {f"{page}_{place}": text for page, texts in found.items() for place, text in enumerate(texts)}


def test_the_examples_in_the_pages_for_modders_have_no_fault(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "mod.toml").write_text(MANIFEST, encoding="utf-8")
    for name, text in examples().items():
        (tmp_path / f"{name}.toml").write_text(text, encoding="utf-8")
    code = command("mods", "check", tmp_path)
    assert (code, "no fault" in capsys.readouterr().out) == (0, True)


def test_there_are_examples_of_an_event_and_of_a_decision() -> None:
    text = "".join(examples().values())
    assert "[[event]]" in text
    assert "[[decision]]" in text
