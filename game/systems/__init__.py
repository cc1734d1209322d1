"""Verbs: what happens of itself. One folder a system; none imports another and nothing registers itself."""
