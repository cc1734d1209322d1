"""The screens and dialogs of the game."""
