"""The form that sets a termin's status, and what it does when somebody else saved first."""

from datetime import date
from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.utils import timezone

from aktivitet.felt import RensetTekst, dagfelt, hoeyst, versjonfelt
from aktivitet.models import EndretAvAndre
from aktivitet.tekst import rens_tekst
from aktivitet.tid import dag_i_ord

from .models import Status, Termin
from .models.termin import KREVER_GRUNN, UTFOERTE

if TYPE_CHECKING:
    from arbeidsplan.models import Bruker  # the type alone: no floor imports the one above it when it runs

DAG_FOR = {"utfoert": UTFOERTE, "utsatt_til": (Status.UTSATT,)}  # each day, and the statuses that it says something of


class StatusForm(forms.Form):
    """Sets how a termin stands: the status, the day it was done or is put off to, and a few words.

    `konflikt` is what is stored when somebody saved meanwhile: the form then shows both, and what was typed stays.
    """

    versjon = versjonfelt()
    status = forms.ChoiceField(
        label="Status",
        choices=Status.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Velg en status.", "invalid_choice": "Velg en av statusene i listen."},
    )
    utfoert = dagfelt("Dagen det ble gjort", "Tomt betyr i dag.")
    utsatt_til = dagfelt("Utsatt til")
    merknad = RensetTekst(
        label="Noen ord",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        validators=[hoeyst(5000)],
    )

    def __init__(self, data: Any = None, *, termin: Termin):
        self.termin = termin
        self.konflikt: Termin | None = None
        felter = ("versjon", "status", "utfoert", "utsatt_til", "merknad")
        super().__init__(
            data,
            initial={felt: getattr(termin, felt) for felt in felter},
            label_suffix="",
            auto_id=f"termin-{termin.pk}-%s",  # several may be open on one page
        )

    def clean_utfoert(self) -> date | None:
        """Refuse a day that has not come yet."""
        dag = self.cleaned_data["utfoert"]
        if dag and dag > timezone.localdate():
            raise forms.ValidationError("Dagen har ikke vært ennå. Skriv den dagen det ble gjort.")
        return dag

    def clean(self) -> dict[str, Any]:
        """Ask for what the chosen status needs, and leave out the days that say nothing of it."""
        rent = super().clean() or self.cleaned_data
        status = rent.get("status")
        for felt, statuser in DAG_FOR.items():
            if status and status not in statuser:
                self.errors.pop(felt, None)
                rent[felt] = None
        if status == Status.UTSATT and "utsatt_til" not in self.errors:
            self._sjekk_utsatt_til(rent.get("utsatt_til"))
        if status in KREVER_GRUNN and not rent.get("merknad") and "merknad" not in self.errors:
            self.add_error("merknad", f"Skriv grunnen til at statusen er «{Status(status).label}».")
        return rent

    def _sjekk_utsatt_til(self, dag: date | None) -> None:
        i_dag = timezone.localdate()
        if dag is None:
            self.add_error("utsatt_til", "Skriv dagen det er utsatt til.")
        elif dag < i_dag and dag != self.termin.utsatt_til:
            self.add_error("utsatt_til", f"Dagen har vært. Velg {dag_i_ord(i_dag)} eller senere.")

    def lagre(self, av: "Bruker") -> bool:
        """Save. False when somebody else saved since the form was read: see `konflikt`.

        The same form sent twice is saved once: what stands there already, word for word, is no conflict.
        """
        verdier = {felt: self.cleaned_data[felt] for felt in ("status", "utfoert", "utsatt_til", "merknad")}
        try:
            self.termin.sett_status(av=av, versjon=self.cleaned_data["versjon"], **verdier)
        except EndretAvAndre as unntak:
            naa = cast(Termin, unntak.naa)
            naa.tiltak = self.termin.tiltak  # known already: no need to ask for it
            if not self._staar_alt(naa, verdier):
                self._vis_begge(naa)
                return False
            self.termin = naa
        return True

    def slaa_sammen(self, naa: Termin) -> None:
        """Put what is stored now before what was typed, to be looked over and saved. Nothing is saved here."""
        mitt = rens_tekst(self.data.get("merknad", ""))
        self._vis_begge(naa, merknad="\n\n".join(filter(None, [naa.merknad, mitt])))

    def _vis_begge(self, naa: Termin, **felter: str) -> None:
        """Show what is stored beside what was typed; sent again from here, it is saved knowingly on top."""
        self.konflikt = naa
        self.data = {**self.data.dict(), **felter, "versjon": str(naa.versjon)}  # type: ignore[attr-defined]

    @staticmethod
    def _staar_alt(naa: Termin, verdier: dict[str, Any]) -> bool:
        utfoert = verdier["utfoert"] or (timezone.localdate() if verdier["status"] in UTFOERTE else None)
        mitt = (verdier["status"], utfoert, verdier["utsatt_til"], verdier["merknad"])
        return mitt == (naa.status, naa.utfoert, naa.utsatt_til, naa.merknad)
