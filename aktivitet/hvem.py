"""Who did something, in words: also when nobody knows any longer, since they have been erased."""

TIDLIGERE_BRUKER = "tidligere bruker"


def hvem(person: object, artikkel: str = "") -> str:
    """Give the person's name, or "tidligere bruker" where the key that led to them is empty.

    With `artikkel` it reads as part of a sentence: "en tidligere bruker", "En tidligere bruker" where one begins.
    """
    return str(person) if person else f"{artikkel} {TIDLIGERE_BRUKER}".lstrip()
