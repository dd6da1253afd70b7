"""The form for when a series recurs: what was written becomes a rule, and the days that follow from it."""

from typing import Any

from django import forms

from ..felt import dagfelt
from ..tid import UKEDAGER, dag_i_ord
from .regel import DATO, FLEST, SISTE, UKE, UKEDAG, Regel, Seriedag, seriedager

NUMRENE = {1: "første", 2: "andre", 3: "tredje", 4: "fjerde", SISTE: "siste"}
HVER = {1: "hver", 2: "annenhver", 3: "hver tredje", 4: "hver fjerde"}
FOR_MANGE = f"Det blir mer enn {FLEST} dager. Sett en tidligere siste dag, og lag resten som en ny serie."


def _valg(merkelapp: str, valgene: dict[Any, str], **mer: Any) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=merkelapp,
        choices=list(valgene.items()),
        coerce=int,
        error_messages={"required": "Velg fra listen.", "invalid_choice": "Velg fra listen."},
        **mer,
    )


def _tall(merkelapp: str, hoeyst: int, hjelp: str) -> forms.IntegerField:
    utenfor = f"Skriv et tall fra 1 til {hoeyst}."
    return forms.IntegerField(
        label=merkelapp,
        required=False,
        min_value=1,
        max_value=hoeyst,
        help_text=hjelp,
        error_messages=dict.fromkeys(["invalid", "min_value", "max_value"], utenfor),
    )


class RegelForm(forms.Form):
    """When it recurs. Gives a Regel, and the days that follow from it."""

    gjentas = forms.ChoiceField(
        label="Hvordan gjentas det?",
        choices=[(UKEDAG, "En ukedag i måneden"), (UKE, "Hver uke eller sjeldnere"), (DATO, "En dato i måneden")],
        initial=UKEDAG,
        widget=forms.RadioSelect,
        error_messages={"required": "Velg hvordan det gjentas.", "invalid_choice": "Velg hvordan det gjentas."},
    )
    nr = _valg("Hvilken i måneden", {nr: ord_.capitalize() for nr, ord_ in NUMRENE.items()}, initial=1, required=False)
    ukedag = _valg(
        "Ukedag",
        {"": "Samme som første dag", **{nr: navn.capitalize() for nr, navn in enumerate(UKEDAGER)}},
        required=False,
        empty_value=None,
    )
    dato = _tall("Dato i måneden", 31, "Måneder uten denne datoen hoppes over.")
    hver = _valg("Hvor ofte", {nr: f"{ord_.capitalize()} uke eller måned" for nr, ord_ in HVER.items()}, initial=1)
    fra_dag = dagfelt("Første dag", "Serien begynner tidligst denne dagen.", required=True)
    til_dag = dagfelt("Siste dag", "Serien slutter senest denne dagen.")
    antall = _tall("Antall ganger", FLEST, "Kan stå i stedet for siste dag.")
    hopp_over_helligdager = forms.BooleanField(label="Hopp over helligdager", required=False, initial=True)

    regel: Regel
    dager: list[Seriedag]

    def clean(self) -> dict[str, Any]:
        """Make a rule of what was written, and refuse one that gives no days or too many."""
        svar = self.cleaned_data
        gjentas = svar.get("gjentas")
        if gjentas == DATO and not svar.get("dato") and "dato" not in self.errors:
            self.add_error("dato", "Skriv hvilken dato i måneden, for eksempel 15.")
        if gjentas != DATO:
            self.errors.pop("dato", None)  # it does not count, and is held against nobody
            svar["dato"] = None
        fra, til = svar.get("fra_dag"), svar.get("til_dag")
        if not til and not svar.get("antall") and not {"til_dag", "antall"} & self.errors.keys():
            self.add_error("til_dag", "Skriv en siste dag, eller hvor mange ganger.")
        if fra and til and til < fra:
            self.add_error("til_dag", "Siste dag er før første dag.")
        if not self.errors:
            self._legg_ut(svar)
        return svar

    def _legg_ut(self, svar: dict[str, Any]) -> None:
        self.regel = Regel(
            gjentas=svar["gjentas"],
            fra=svar["fra_dag"],
            til=svar["til_dag"],
            antall=svar["antall"],
            hver=svar["hver"],
            ukedag=svar["ukedag"],
            nr=svar["nr"] or 1,
            dato=svar["dato"] or 1,
            hopp_over_helligdager=svar["hopp_over_helligdager"],
        )
        self.dager = seriedager(self.regel)
        antall = sum(en.med for en in self.dager)
        if antall > FLEST:
            self.add_error("til_dag", FOR_MANGE)
        elif antall == 0:
            self.add_error("til_dag", "Ingen dager passer. Sett en senere siste dag, eller velg en annen gjentakelse.")

    @property
    def i_ord(self) -> str:
        """Say the rule: "første tirsdag hver måned, fra 5. mai 2026 til 31. desember 2026"."""
        regel = self.regel
        ukedag, hver = UKEDAGER[regel.paa_ukedag], HVER[regel.hver]
        if regel.gjentas == UKE:
            ord_ = f"{ukedag} {hver} uke"
        elif regel.gjentas == UKEDAG:
            ord_ = f"{NUMRENE[regel.nr]} {ukedag} {hver} måned"
        else:
            ord_ = f"den {regel.dato}. {hver} måned"
        slutt = f" til {dag_i_ord(regel.til)}" if regel.til else ""
        return f"{ord_}, fra {dag_i_ord(regel.fra)}{slutt}"
