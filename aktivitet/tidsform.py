"""A time as it is written into a form: made into the days and clock times that are stored, or refused by its field."""

from datetime import date, time

from django import forms

from .tidsrom import Tidsrom, UgyldigTid, tidsrom

RESTEN_AV_TIDEN = ("siste_dag", "fra_kl", "til_kl")  # what may be written of a time beside its first day
PAAMELDING_FOR_SENT = "Da er det over. Skriv en dag før det, eller la feltet stå tomt."


def les_tiden(
    form: forms.BaseForm,
    presisjon: str,
    foerste: date,
    siste: date | None = None,
    fra_kl: time | None = None,
    til_kl: time | None = None,
    *,
    dagfeltet: str = "foerste_dag",
) -> Tidsrom | None:
    """Make the stored time of what was written in `form`. None when it is no time: then each field says what to mend,
    and `dagfeltet` says it for those that the form does not have."""
    try:
        return tidsrom(presisjon, foerste, siste, fra_kl, til_kl)
    except UgyldigTid as ugyldig:
        for felt, feil in ugyldig.feil.items():
            form.add_error(felt if felt in form.fields else dagfeltet, feil)
        return None


def sett_tiden(form: forms.BaseForm) -> None:
    """Make the stored time in the form of a whole activity, as soon as none of its fields is wrong by itself; and hold
    the sign-up to it."""
    rent = form.cleaned_data
    presisjon, foerste = rent.get("presisjon"), rent.get("foerste_dag")
    if not (presisjon and foerste) or any(felt in form.errors for felt in RESTEN_AV_TIDEN):
        return
    rom = les_tiden(form, presisjon, foerste, *(rent.get(felt) for felt in RESTEN_AV_TIDEN))
    if rom is None:
        return
    rent |= vars(rom)
    if (innen := rent.get("paamelding_innen")) and innen > rom.siste_dag:
        form.add_error("paamelding_innen", PAAMELDING_FOR_SENT)
