"""Why a copy could not be taken or put back."""


class Kopifeil(Exception):
    """It was not done, and nothing has changed. The text says why, and what to do, to whoever ran the command."""
