"""What authors write: mods of TOML as checked, frozen content. Formulas stay text; no meaning is checked here."""

from game.content.pack import Content, Draft, read_draft, read_packs
from game.content.problem import ContentError, Problem, Problems, nearest
from game.content.source import Place, Source

__all__ = [
    "Content",
    "ContentError",
    "Draft",
    "Place",
    "Problem",
    "Problems",
    "Source",
    "nearest",
    "read_draft",
    "read_packs",
]
