"""The rule language: grammar, names, types and units, shared graph, plans, words."""
