"""Pure: names in Norwegian alphabetical order, the same on every database. Æ, Ø and Å come last, and Aa is Å."""

_SIST = str.maketrans({"æ": "\U0010fffd", "ø": "\U0010fffe", "å": "\U0010ffff", "ä": "\U0010fffd", "ö": "\U0010fffe"})


def norsk_rekkefoelge(navn: str) -> str:
    """Give the key to sort `navn` by."""
    return navn.casefold().replace("aa", "å").translate(_SIST)
