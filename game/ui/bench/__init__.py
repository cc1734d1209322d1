"""How fast the window is, against its budgets."""
