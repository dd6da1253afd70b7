"""A number that came in as text, from an address or a form, where anything may stand."""


def heltall(tekst: str) -> int | None:
    """The number that the text is, or None: a database asked for more than it can hold fails."""
    try:
        tall = int(tekst)
    except ValueError:
        return None
    return tall if abs(tall) < 2**63 else None
