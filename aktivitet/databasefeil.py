"""What a command may say of an error in the database: what is said there ends up in logs."""

from django.db import DatabaseError, DataError, IntegrityError


def databasen_svarte(feil: DatabaseError) -> str:
    """Give what the database said, without the values that it names: of what it would not store, only what kind of
    refusal it was."""
    if isinstance(feil, DataError | IntegrityError) or not str(feil).strip():
        return type(feil).__name__
    return str(feil).strip().splitlines()[0]
