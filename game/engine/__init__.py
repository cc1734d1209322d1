"""Running worlds: the turn as a state machine held as data, triggers, decisions, orders. One block, one process."""
