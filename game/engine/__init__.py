"""The turn of one block of worlds: rounds, triggers, decisions, effects, orders."""
