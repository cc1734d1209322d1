"""Draws the first morning as the terminal shows it: run it with the path of the picture to write.

The picture is a vector drawing in a typewriter face that the reader's machine has; nothing is fetched.
"""

from __future__ import annotations

import io
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import TerminalTheme

ROOT = Path(__file__).parents[2]
PAPER, INK, RED = (241, 231, 208), (21, 19, 15), (195, 32, 26)
THEME = TerminalTheme(PAPER, INK, [INK, RED, INK, INK, INK, INK, INK, (94, 86, 69)])
FRAME = """<svg viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
<style>.{unique_id}-matrix {{ font-family: "DejaVu Sans Mono", Menlo, Consolas, monospace; font-size: {char_height}px;
line-height: {line_height}px }}
{styles}</style>
<defs><clipPath id="{unique_id}-clip-terminal"><rect width="{terminal_width}" height="{terminal_height}"/></clipPath>
{lines}</defs>
<rect width="{width}" height="{height}" fill="#f1e7d0"/>
<g transform="translate(16, 16)" clip-path="url(#{unique_id}-clip-terminal)">{backgrounds}
<g class="{unique_id}-matrix">{matrix}</g></g></svg>
"""


def main() -> None:
    """Play the first two questions of seed 7 and save what was printed."""
    sys.path.insert(0, str(ROOT))
    from game.play.campaign import Campaign
    from game.play.opening import Opening
    from game.ui.text.screen import Closed, Screen
    from game.ui.text.session import Session

    screen = Screen(io.StringIO(), ["1"])
    screen.console = Console(file=io.StringIO(), record=True, width=84, force_terminal=True, highlight=False)
    session = Session(screen, Campaign.new(Opening((ROOT / "mods/base",), seed=7)), Path(tempfile.mkdtemp()))
    try:
        session.play()
    except Closed:
        target = Path(sys.argv[1])
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(screen.console.export_svg(theme=THEME, code_format=FRAME, title=""), encoding="utf-8")


if __name__ == "__main__":
    main()
