"""The window's program: the campaign as the screens see it, the way from screen to screen, the loop."""
