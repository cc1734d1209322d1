"""Between the window and the game: calls go to a process of its own, so that the window never waits."""
