"""Saves, settings and exports."""
