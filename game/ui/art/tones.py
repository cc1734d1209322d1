"""The colours of a bust by the names that its parts use, mixed from the palette."""

from __future__ import annotations

from collections.abc import Mapping

from game.ui.art.faces import Face
from game.ui.kit.palette import Colour, Palette

Mix = tuple[str, str, float]
"""From a token to another, and how far, 0 to 1."""

SKINS: Mapping[str, Mix] = {
    "pale": ("skin", "light", 0.55), "fresh": ("skin", "ember", 0.05), "ruddy": ("skin", "ember", 0.17),
    "tan": ("skin", "ochre", 0.2),
}  # fmt: skip
"""Word -> the lit skin."""
SKIN_SHADES: Mapping[str, Mix] = {
    "pale": ("skin_shade", "skin", 0.12), "fresh": ("skin_shade", "ember", 0.06), "ruddy": ("skin_shade", "red", 0.16),
    "tan": ("skin_shade", "mute", 0.28),
}  # fmt: skip
"""Word -> the skin turned from the light."""

TINTS: Mapping[str, tuple[Mix, Mix]] = {
    "black": (("ink", "soot", 0.25), ("ink", "coal", 0.0)), "dark": (("ink", "soot", 0.9), ("ink", "coal", 0.5)),
    "brown": (("soot", "ochre", 0.17), ("ink", "ochre", 0.13)),
    "fair": (("skin_shade", "ochre", 0.35), ("mute", "ochre", 0.3)),
    "ginger": (("deep", "ochre", 0.42), ("deep", "soot", 0.3)),
    "greying": (("mute", "slate", 0.35), ("soot", "ink", 0.3)),
    "grey": (("muted", "slate", 0.42), ("mute", "slate", 0.4)),
    "white": (("light", "mist", 0.6), ("muted", "fog", 0.5)),
}  # fmt: skip
"""Word -> hair in the light and in the shade."""

CLOTHS: Mapping[str, tuple[Mix, Mix]] = {
    "khaki": (("cloth", "ink", 0.16), ("cloth", "ink", 0.5)), "navy": (("ink", "steel", 0.45), ("ink", "steel", 0.1)),
    "steel": (("steel", "slate", 0.7), ("steel", "ink", 0.25)), "maroon": (("deep", "red", 0.1), ("deep", "ink", 0.35)),
    "red": (("red", "red", 0), ("deep", "red", 0.35)), "sky": (("sky", "west", 0.35), ("west", "ink", 0.1)),
    "linen": (("light", "light", 0), ("dark", "line", 0.3)), "stitch": (("red", "red", 0), ("deep", "deep", 0)),
    "drab": (("mute", "cloth", 0.4), ("mute", "ink", 0.42)),
    "field": (("slate", "cloth", 0.55), ("slate", "ink", 0.45)),
    "field_collar": (("steel", "cloth", 0.25), ("steel", "ink", 0.35)),
    "fur": (("slate", "fog", 0.4), ("slate", "ink", 0.2)),
}  # fmt: skip
"""Name -> cloth in the light and in the shade."""

SUITS: tuple[tuple[Mix, Mix], ...] = (
    (("ink", "soot", 0.4), ("ink", "ink", 0)), (("slate", "ink", 0.4), ("steel", "ink", 0.55)),
    (("soot", "mute", 0.35), ("coal", "ink", 0.4)), (("steel", "ink", 0.2), ("steel", "ink", 0.6)),
)  # fmt: skip
"""Cloths of suits, by lot."""
TUNICS: tuple[tuple[Mix, Mix], ...] = (
    (("slate", "ink", 0.28), ("steel", "ink", 0.4)), (("cloth", "fog", 0.35), ("cloth", "ink", 0.22)),
    (("soot", "slate", 0.3), ("ink", "soot", 0.5)), (("mute", "fog", 0.3), ("mute", "ink", 0.3)),
)  # fmt: skip
"""Cloths of tunics, by lot."""
TIES: tuple[tuple[Mix, Mix], ...] = (
    (("red", "red", 0), ("deep", "deep", 0)), (("steel", "slate", 0.5), ("steel", "ink", 0.3)),
    (("ochre", "mute", 0.25), ("ochre", "ink", 0.4)), (("soot", "mute", 0.2), ("ink", "soot", 0.5)),
    (("deep", "red", 0.2), ("deep", "ink", 0.3)),
)  # fmt: skip
"""Ties, by lot."""

PLAIN: Mapping[str, Mix] = {
    "eye": ("ink", "ink", 0), "white": ("light", "light", 0), "lip": ("ink", "deep", 0.5),
    "visor": ("ink", "coal", 0.3),
    "brass": ("amber", "ochre", 0.3), "star": ("amber", "ochre", 0.6), "rim": ("ink", "ink", 0),
    "lens": ("mist", "light", 0.45),
    "lens_dark": ("mist", "fog", 0.45), "leaf": ("mute", "deep", 0.3), "ash": ("mist", "fog", 0.4),
    "tab": ("ochre", "mute", 0.4),
    "piping": ("ink", "soot", 0.5),
}  # fmt: skip
"""Name -> what is the same on everybody."""


def tones_of(face: Face, colours: Palette) -> dict[str, Colour]:
    """All tones of a bust."""
    out = {name: colours.mix(*mixed) for name, mixed in PLAIN.items()}
    out.update(_skin(face, colours))
    pairs = {
        "hair": TINTS[face["tint"]], "whisker": TINTS[face["tint"]], **CLOTHS, "suit": _by_lot(SUITS, face.tie * 7),
        "tunic": _by_lot(TUNICS, face.tie * 5), "tie": _by_lot(TIES, face.tie),
    }  # fmt: skip
    for name, (light, dark) in pairs.items():
        out[name], out[f"{name}_dark"] = colours.mix(*light), colours.mix(*dark)
    out["brow"] = colours.mix(out["hair_dark"], "ink", 0.3)
    out["strand"] = colours.mix(out["hair"], "light" if face["tint"] in ("grey", "white", "fair") else "fog", 0.2)
    for side in ("", "_dark"):
        out[f"bristle{side}"] = colours.mix(out["skin" if not side else "skin_shade"], out[f"hair{side}"], 0.34)
        out[f"lapel{side}"] = colours.mix(out[f"suit{side}"], "fog", 0.16)
        worn = {"tunic": "tunic", "field": "field"}.get(face["dress"], "khaki")
        out[f"collar{side}"] = colours.mix(out[f"{worn}{side}"], "paper", 0.13)
        out["seam"] = colours.mix(out[f"{worn}_dark"], "ink", 0.5)
    return out


def _skin(face: Face, colours: Palette) -> dict[str, Colour]:
    light, shade = colours.mix(*SKINS[face["skin"]]), colours.mix(*SKIN_SHADES[face["skin"]])
    return {
        "skin": light, "skin_shade": shade, "skin_half": colours.mix(light, shade, 0.5),
        "skin_deep": colours.mix(shade, "ink", 0.16), "skin_cheek": colours.mix(shade, "ink", 0.08),
        "nose_dark": colours.mix(shade, "ink", 0.3), "nose_deep": colours.mix(shade, "ink", 0.5),
        "crease": colours.mix(shade, "ink", 0.14), "crease_soft": colours.mix(light, shade, 0.55),
        "lip_full": colours.mix(shade, "deep", 0.45),
        "ear": colours.mix(light, shade, 0.4), "ear_dark": colours.mix(shade, "ink", 0.12),
    }  # fmt: skip


def _by_lot(choices: tuple[tuple[Mix, Mix], ...], lot: float) -> tuple[Mix, Mix]:
    return choices[int(lot * len(choices)) % len(choices)]
