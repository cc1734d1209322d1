"""The one way to play a game."""
