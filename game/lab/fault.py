"""What a person asked for that cannot be done."""

from __future__ import annotations


class BadInput(Exception):  # noqa: N818
    """One clear sentence with what there is instead; the command line prints it and ends with 2."""
