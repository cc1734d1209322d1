"""Saves, journals and settings."""
