"""What a player sets once: JSON in the folder where his system keeps such files. A broken file never stops the game."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Literal

import platformdirs
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from game.store.file import read_bounded, write_whole
from game.store.problem import SaveError, first_fault, shown

MOST_BYTES = 64 << 10
BROKEN_SUFFIX = ".broken"

Percent = Annotated[int, Field(ge=0, le=100)]


class Settings(BaseModel):
    """Settings with their defaults. Keys of a newer game are passed over; ValidationError where a value is not one."""

    model_config = ConfigDict(extra="ignore", strict=True, frozen=True)

    scale: Annotated[int, Field(ge=50, le=300, description="size of the interface, percent")] = 100
    full_screen: Annotated[bool, Field(description="fill the screen")] = False
    sound: Annotated[Percent, Field(description="volume of sounds, percent")] = 80
    music: Annotated[Percent, Field(description="volume of music, percent")] = 60
    colours: Annotated[Literal["standard", "red_green", "blue_yellow", "mono"], Field(description="palette")] = (
        "standard"
    )
    language: Annotated[str, Field(pattern=r"^[a-z]{2,8}$", description="folder of the interface's texts")] = "en"
    hotkeys: Annotated[dict[str, str], Field(description="chords that the player chose, by action")] = {}
    still: Annotated[bool, Field(description="no movement on the screen")] = False
    autosaves: Annotated[int, Field(ge=1, le=100, description="autosaves kept")] = 10


def settings_path() -> Path:
    """Where the settings lie on this system."""
    return Path(platformdirs.user_config_dir("red-wedge", appauthor=False)) / "settings.json"


def read_settings(path: Path) -> tuple[Settings, str]:
    """The settings, and a sentence for the player or nothing. Never fails.

    Without a file they are the defaults. A broken file is set aside under another name, and the defaults are used.
    """
    if not path.exists() and not path.is_symlink():
        return Settings(), ""
    try:
        return Settings.model_validate_json(read_bounded(path, MOST_BYTES)), ""
    except ValidationError as error:
        return Settings(), _set_aside(path, first_fault(error))
    except SaveError as error:
        return Settings(), f"{error}; until then the settings are the usual ones."


def write_settings(path: Path, settings: Settings) -> None:
    """Write the settings whole. Raises SaveError where that fails."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = shown((error.strerror or "it failed").lower())
        raise SaveError(f"the folder of settings cannot be made ({reason}); look at its rights") from None
    write_whole(path, (json.dumps(settings.model_dump(), indent=2) + "\n").encode())


def _set_aside(path: Path, fault: str) -> str:
    aside = path.with_name(path.name + BROKEN_SUFFIX)
    try:
        path.replace(aside)
    except OSError:
        return f"The settings in {shown(path.name)} are broken ({fault}); the usual ones are used."
    return f"The settings were broken ({fault}); the usual ones are used, and the file is kept as {shown(aside.name)}."
