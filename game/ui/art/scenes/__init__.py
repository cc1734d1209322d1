"""Scenes for front pages and telegrams: flat silhouettes, wedges, discs and rays, printed with halftone and hatch."""
