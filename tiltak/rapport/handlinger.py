"""The forms that take a report through the annual meeting: one for each act, which knows when it has its place."""

from abc import abstractmethod
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.db import transaction

from aktivitet.felt import RensetTekst, dagfelt, hoeyst, versjonfelt
from aktivitet.tid import dag_i_ord

from ..models import Rapport, Rapportutgave
from .framlegging import legg_fram
from .utgavefil import begynn_utgaven

if TYPE_CHECKING:
    from arbeidsplan.models import Bruker  # the type alone: no floor imports the one above it when it runs

IKKE_VAERT = "Dagen har ikke vært ennå. Skriv dagen det ble vedtatt."
UTFALL = (
    (Rapport.Tilstand.GODKJENT.value, "Godkjent"),
    (Rapport.Tilstand.TIL_ETTERRETNING.value, "Tatt til etterretning"),
)


class Handling(forms.Form):
    """One act, on the version that the person had before them."""

    navn: ClassVar[str]
    gjort: ClassVar[str]  # what is said when it is done

    versjon = versjonfelt(minst=0)

    def __init__(self, data: Any = None, *, rapport: Rapport, i_dag: date):
        self.rapport, self.i_dag = rapport, i_dag
        versjon = rapport.versjon if rapport.pk else 0
        super().__init__(data, label_suffix="", auto_id=f"{self.navn}_%s", initial={"versjon": versjon})

    @classmethod
    @abstractmethod
    def har_plass(cls, rapport: Rapport, er_gitt_ut: bool) -> bool:
        """Whether it can be done to the report as it stands, `er_gitt_ut` where an edition of it is issued."""

    @abstractmethod
    def utfoer(self, av: "Bruker") -> None:
        """Do it. Raises what the act of the report does: FeilTilstand, EndretAvAndre, IngentingAaLeggeFram."""

    @property
    def lest(self) -> int:
        """The version that the person had before them."""
        versjon: int = self.cleaned_data["versjon"]
        return versjon


class FramleggForm(Handling):
    """Lay it before the annual meeting."""

    navn = "legg_fram"
    gjort = "Beretningen er lagt fram for årsmøtet. Innholdet ligger fast."

    vedtatt = dagfelt("Dagen fylkesstyret vedtok den", required=True)

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.initial["vedtatt"] = self.i_dag

    @classmethod
    def har_plass(cls, rapport: Rapport, er_gitt_ut: bool) -> bool:
        return rapport.er_utkast

    def clean_vedtatt(self) -> date:
        dag: date = self.cleaned_data["vedtatt"]
        if dag > self.i_dag:
            raise forms.ValidationError(IKKE_VAERT)
        if dag < self.rapport.fra:
            raise forms.ValidationError(
                f"Beretningen begynner {dag_i_ord(self.rapport.fra)}. Skriv den dagen eller en senere."
            )
        return dag

    def utfoer(self, av: "Bruker") -> None:
        _begynn(legg_fram(self.rapport, self.cleaned_data["vedtatt"], av=av, versjon=self.lest, i_dag=self.i_dag))


class VedtakForm(Handling):
    """Write down what the annual meeting decided."""

    navn = "vedta"
    gjort = "Årsmøtets behandling er ført."

    utfall = forms.ChoiceField(
        label="Hva gjorde årsmøtet?",
        choices=UTFALL,
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Velg hva årsmøtet gjorde med beretningen."),
    )
    moetedag = dagfelt("Årsmøtets dag", required=True)

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        moetedag = self.rapport.moetedag
        self.initial["moetedag"] = moetedag if moetedag and moetedag <= self.i_dag else None

    @classmethod
    def har_plass(cls, rapport: Rapport, er_gitt_ut: bool) -> bool:
        return rapport.tilstand == Rapport.Tilstand.LAGT_FRAM

    def clean_moetedag(self) -> date:
        dag: date = self.cleaned_data["moetedag"]
        if dag > self.i_dag:
            raise forms.ValidationError("Dagen har ikke vært ennå. Skriv dagen møtet ble holdt.")
        siste = self.rapport.utgaver.uten_innhold().first()
        if siste and dag < siste.dag:
            raise forms.ValidationError(
                f"Fylkesstyret la den fram {dag_i_ord(siste.dag)}. Skriv den dagen eller en senere."
            )
        return dag

    def utfoer(self, av: "Bruker") -> None:
        rent = self.cleaned_data
        _begynn(self.rapport.vedta(rent["utfall"], rent["moetedag"], av=av, versjon=self.lest))


class GjenaapneForm(Handling):
    """Make it a draft again."""

    navn = "aapne_igjen"
    gjort = "Beretningen er åpnet igjen, og er et utkast. Det som er gitt ut, blir stående."

    grunn = RensetTekst(
        label="Hvorfor?",
        help_text="Styret ser grunnen. For eksempel «Et tall var feil».",
        validators=[hoeyst(1000)],
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Skriv hvorfor beretningen åpnes igjen."},
    )

    @classmethod
    def har_plass(cls, rapport: Rapport, er_gitt_ut: bool) -> bool:
        return not rapport.er_utkast

    def utfoer(self, av: "Bruker") -> None:
        self.rapport.aapne_igjen(self.cleaned_data["grunn"], av=av, versjon=self.lest)


class PubliserForm(Handling):
    """Let anyone read it."""

    navn = "publiser"
    gjort = "Beretningen er publisert. Nå kan alle lese den."

    @classmethod
    def har_plass(cls, rapport: Rapport, er_gitt_ut: bool) -> bool:
        return er_gitt_ut and rapport.publisert is None

    def utfoer(self, av: "Bruker") -> None:
        self.rapport.publiser(self.lest, av=av)


class TrekkTilbakeForm(Handling):
    """Let the board alone read it."""

    navn = "trekk_tilbake"
    gjort = "Beretningen er tatt bort fra nettet. Nå er det bare styret som kan lese den."

    @classmethod
    def har_plass(cls, rapport: Rapport, er_gitt_ut: bool) -> bool:
        return rapport.publisert is not None

    def utfoer(self, av: "Bruker") -> None:
        self.rapport.trekk_tilbake(self.lest, av=av)


class AltISaksgangen(FramleggForm, VedtakForm, GjenaapneForm):
    """Every field of the page: it is asked for their names alone."""


HANDLINGER: dict[str, type[Handling]] = {
    form.navn: form for form in (FramleggForm, VedtakForm, GjenaapneForm, PubliserForm, TrekkTilbakeForm)
}


def _begynn(utgave: Rapportutgave) -> None:
    """See to it that the edition's documents are ready when they are asked for. The act is done whether they can be
    begun on or not."""
    transaction.on_commit(lambda: begynn_utgaven(utgave), robust=True)
