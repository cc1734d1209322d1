"""Nouns: the tables, the state of N worlds, and what the systems declare about them."""
