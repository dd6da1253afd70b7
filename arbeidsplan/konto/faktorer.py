"""Pure: what each kind of second factor is called, by the name that allauth stores it under."""

I_ORD = {"totp": "kode fra app", "webauthn": "passnøkkel", "recovery_codes": "reservekoder"}


def med_stor_bokstav(slag: str) -> str:
    """Give "Kode fra app", as it stands by itself."""
    return I_ORD[slag].capitalize()
