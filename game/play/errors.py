"""What a player or a file asks for and cannot have: one sentence, with a remedy where there is one."""


class PlayError(ValueError):
    """A campaign cannot be begun, loaded or gone on with so."""


class OrderError(PlayError):
    """An order or an answer that is not legal now; the sentence says why."""
