"""Red Wedge: a simulation and a game of the Soviet leadership from 1941."""
