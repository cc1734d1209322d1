"""Writes small mods for tests: files by name below a folder named as the mod."""

from __future__ import annotations

from pathlib import Path

from game.content import Content, ContentError, Problem, read_packs

EVENT = """[[event]]
id = "dacha.delegation"
title = "To Kuntsevo"
text = "They drive out to the dacha."
decides = "person.molotov"
once = true
when = "vacuum_days >= 2"
chance = "0.5"
default = "wait"
[[event.option]]
id = "arrest"
text = "Have him arrested."
price = 6
ai = "5 + plot.strength / 10"
tags = ["coup"]
roll = "plot.odds / 100"
success = ["advance_plot()"]
failure = ["fail_step()"]
[[event.option]]
id = "wait"
text = "Say nothing."
historical = true
effects = ["power.ussr.legitimacy -= 3"]
"""

MOLOTOV = """[[faction]]
id = "loyalists"
name = "Loyalists"
description = "Those who owe him everything."
strength = 40
satisfaction = 60
[[person]]
id = "molotov"
name = "Vyacheslav Molotov"
born = "1890-03-09"
faction = "loyalists"
politics = 7
war = 3
industry = 6
science = 2
source = "Khlevniuk 2015"
"""


def write_mod(root: Path, mod: str = "base", requires: str = "[]", /, **files: str) -> Path:
    """A mod's folder with a manifest and `name.toml` for each keyword; returns the folder."""
    folder = root / mod
    folder.mkdir(exist_ok=True)
    manifest = f'id = "{mod}"\nname = "{mod}"\nversion = "1.0"\nrequires = {requires}\n'
    (folder / "mod.toml").write_text(manifest, encoding="utf-8")
    for name, text in files.items():
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    return folder


def content(root: Path, **files: str) -> Content:
    """The content of a base game made of these files."""
    return read_packs([write_mod(root, **files)])


def problems(*folders: Path) -> tuple[Problem, ...]:
    """All problems of some mods; empty if they are sound."""
    try:
        read_packs(folders)
    except ContentError as error:
        return error.problems
    return ()


def only_problem(root: Path, **files: str) -> Problem:
    """The one problem of a base game made of these files."""
    found = problems(write_mod(root, **files))
    assert len(found) == 1, [str(problem) for problem in found]
    return found[0]
