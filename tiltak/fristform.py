"""The form that says what a measure's phrase is read as: in words, by choices, or by days."""

from typing import Any

from django import forms

from aktivitet.felt import RensetLinje, RensetTekst, hoeyst, versjonfelt
from aktivitet.kalender import MAANEDSNAVN
from aktivitet.models import EndretAvAndre

from .frist import Regel, les
from .frist.aarene import BESTEMTE, HVERT
from .frist.bygging import (
    AARVALG,
    DELGRUPPER,
    DELVALG,
    ENHETSVALG,
    LOEPENDE,
    MED_FRIST,
    MOETEVALG,
    PLASSVALG,
    VED_BEHOV,
    Byggefeil,
    bygg,
)
from .frist.datoer import les_datoer
from .fristforslag import vinduene
from .models import Frist, Tiltak
from .tolkning import les_paa_nytt, velg

ORD, VALG, DATOER, PLANEN = "ord", "valg", "datoer", "planen"
MAATER = {
    ORD: "Skriv fristen på en annen måte",
    VALG: "Velg del av året og hvilke år",
    DATOER: "Skriv datoene selv",
    PLANEN: "Les planens egne ord",
}
MAANEDER = [("", "Velg måned"), *((nr, navn.capitalize()) for nr, navn in enumerate(MAANEDSNAVN, start=1))]
ULESELIG = "Den fristen forstår ikke appen heller. Skriv den som i et av eksemplene, eller velg en annen måte."
INGEN_TERMINER = "Fristen gir ingen terminer i planen. Velg noe annet."
ENDRET = "Ikke lagret: noen andre har valgt en annen lesning i mellomtiden, «{}». Lagre en gang til for å velge din."


def _valg(merkelapp: str, valgene: Any, **andre: Any) -> forms.ChoiceField:
    feil = {"required": "Velg en av mulighetene.", "invalid_choice": "Velg en av mulighetene i listen."}
    return forms.ChoiceField(label=merkelapp, choices=valgene, error_messages=feil, **andre)


def _maaned(merkelapp: str, tomt: str) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=merkelapp,
        choices=[("", tomt), *MAANEDER[1:]],
        coerce=int,
        empty_value=None,
        required=False,
        error_messages={"invalid_choice": "Velg en av månedene i listen."},
    )


def _nummer(merkelapp: str, hoeyeste: int, hjelp: str = "") -> forms.IntegerField:
    utenfor = f"Skriv et tall fra 1 til {hoeyeste}."
    return forms.IntegerField(
        label=merkelapp,
        min_value=1,
        max_value=hoeyeste,
        required=False,
        help_text=hjelp,
        error_messages=dict.fromkeys(["invalid", "min_value", "max_value"], utenfor),
    )


class FristForm(forms.Form):
    """What the phrase is to be read as. `regel` is the rule when the form is valid, else None."""

    versjon = versjonfelt(minst=0)
    maate = _valg("Hvordan vil du si hva fristen er?", list(MAATER.items()), widget=forms.RadioSelect, initial=ORD)
    ord = RensetLinje(
        label="Fristen i ord appen forstår",
        required=False,
        validators=[hoeyst(300)],
        help_text="For eksempel «Innen 1. juni 2026», «Mars, årlig», «2. kvartal 2026» eller «Hele perioden».",
    )
    del_av_aaret = _valg(
        "Når på året",
        [(gruppe, [(navn, ett.navn) for navn, ett in valgene.items()]) for gruppe, valgene in DELGRUPPER.items()],
        required=False,
    )
    dag = _nummer("Dag i måneden", 31)
    maaned = _maaned("Måned", "Velg måned")
    til_maaned = _maaned("Til og med måned", "Bare den ene")
    uke = _nummer("Uke", 53)
    til_uke = _nummer("Til og med uke", 53, "Tomt betyr bare den ene.")
    moete = _valg("Møtet eller valget", list(MOETEVALG.items()), required=False)
    plass = _valg("Når i forhold til det", [(navn, tekst) for navn, (tekst, _) in PLASSVALG.items()], required=False)
    antall = _nummer("Hvor lenge", 366)
    enhet = _valg("Dager, uker eller måneder", list(ENHETSVALG.items()), required=False, initial="u")
    hvilke_aar = _valg("Hvilke år", list(AARVALG.items()), required=False)
    aarstall = RensetLinje(
        label="Årene", required=False, validators=[hoeyst(200)], help_text="For eksempel 2026, 2028 eller 2025–2027."
    )
    slags = _valg(
        "Hva slags frist",
        [
            (MED_FRIST, "Skal være gjort til da"),
            (LOEPENDE, "Løpende: vurderes én gang i året"),
            (VED_BEHOV, "Ved behov: kan ikke forfalle"),
        ],
        widget=forms.RadioSelect,
        initial=MED_FRIST,
        required=False,
    )
    datoer = RensetTekst(
        label="Datoene",
        required=False,
        validators=[hoeyst(5000)],
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Én frist på hver linje, for eksempel «1.3.2026–15.4.2026» eller bare «15.4.2026».",
    )

    def __init__(self, data: Any = None, *, tiltak: Tiltak):
        self.tiltak = tiltak
        self.regel: Regel | None = None
        frist: Frist | None = getattr(tiltak, "frist", None)
        super().__init__(data, initial={"versjon": frist.versjon if frist else 0}, label_suffix="")
        if les(tiltak.gjennomfoering) is None:
            self.fields["maate"].choices = [valg for valg in MAATER.items() if valg[0] != PLANEN]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Make the rule, and see that it gives something. Only the fields of the chosen way are asked."""
        rent = super().clean() or self.cleaned_data
        maate = rent.get("maate")
        for navn in self.errors.keys() - {"versjon", "maate", *self._felter(maate)}:
            del self.errors[navn]
        if self.errors:
            return rent
        try:
            self.regel = self._lag_regel(maate or ORD, rent)
        except Byggefeil as feil:
            for felt, setning in feil.feil.items():
                self.add_error(felt, setning)
            return rent
        if self.regel and not vinduene(self.tiltak, self.regel):
            self.regel = None
            self.add_error(self._felter(maate)[0], INGEN_TERMINER)
        return rent

    def _felter(self, maate: str | None) -> list[str]:
        """The fields that count for the chosen way, the one that says most first."""
        if maate != VALG:
            return {ORD: ["ord"], DATOER: ["datoer"]}.get(maate or "", ["maate"])
        delvalg = DELVALG.get(self.data.get("del_av_aaret", ""))
        aarstall = ["aarstall"] if self.data.get("hvilke_aar") == BESTEMTE else []
        return ["del_av_aaret", *(delvalg.alle_felter if delvalg else ()), "hvilke_aar", *aarstall, "slags"]

    def _lag_regel(self, maate: str, rent: dict[str, Any]) -> Regel | None:
        if maate == VALG:
            valgt = {"del_av_aaret": "aar", "hvilke_aar": HVERT, "slags": MED_FRIST}
            return bygg(rent | {navn: rent.get(navn) or verdi for navn, verdi in valgt.items()})
        if maate == DATOER:
            return les_datoer(rent["datoer"])
        regel = les(self.tiltak.gjennomfoering if maate == PLANEN else rent.get("ord", ""))
        if regel is None:
            raise Byggefeil(ord=ULESELIG if rent.get("ord") else "Skriv hva fristen er.")
        return regel

    def lagre(self) -> bool:
        """Save. False when somebody has chosen another reading since: the form says which, and saves on top next."""
        versjon = self.cleaned_data["versjon"]
        try:
            if self.cleaned_data["maate"] == PLANEN:
                les_paa_nytt(self.tiltak, versjon=versjon)
            elif self.regel:
                velg(self.tiltak, self.regel, versjon=versjon)
        except EndretAvAndre as unntak:
            naa = unntak.naa
            if isinstance(naa, Frist) and self._staar_alt(naa):
                return True
            self._vis_begge(naa)
            return False
        return True

    def _staar_alt(self, naa: Frist) -> bool:
        """Whether the other one chose the very same."""
        return bool(self.regel) and naa.regel == self.regel.to_dict() and self.cleaned_data["maate"] != PLANEN  # type: ignore[union-attr]

    def _vis_begge(self, naa: Any) -> None:
        regel = naa.les_regel()
        self.add_error(None, ENDRET.format(regel.beskrivelse if regel else "ikke forstått"))
        self.data = {**self.data.dict(), "versjon": str(naa.versjon)}  # type: ignore[attr-defined]
