"""The map: geometry, the front as it is known, tiles, labels, and the view of it."""
