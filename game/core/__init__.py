"""What has no word of the game in it: chance, reductions, portable mathematics, the calendar, ids."""
