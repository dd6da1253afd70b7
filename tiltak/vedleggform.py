"""The form that keeps a link or a document with a measure."""

from pathlib import PurePath
from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.core.files.uploadedfile import UploadedFile

from aktivitet.felt import FOR_GAMMELT, Adresse, RensetLinje, hoeyst
from aktivitet.tekst import rens_linje

from .filslag import FILSLAG, endelsen
from .models import Termin, Tiltak, Vedlegg
from .models.vedlegg import HOEYST_PAA_ETT_TILTAK

if TYPE_CHECKING:
    from arbeidsplan.models import Bruker  # the type alone: no floor imports the one above it when it runs

MAKS_BYTES = 5_000_000
LENGSTE_NAVN, LENGSTE_LENKE = 200, 2000
KJENTE = "PDF, Word, Excel, PowerPoint, LibreOffice (.odt, .ods), bilde (.png, .jpg) eller tekst (.txt, .csv)"


class VedleggForm(forms.Form):
    """A link or a file, and what it is called. A file without a name of its own is called by its file's."""

    navn = RensetLinje(
        label="Navn",
        required=False,
        validators=[hoeyst(LENGSTE_NAVN)],
        help_text="Hva det er, for eksempel «Referat fra møtet». For en fil kan det stå tomt.",
    )
    lenke = Adresse(
        label="Lenke",
        required=False,
        validators=[hoeyst(LENGSTE_LENKE)],
        help_text="Til en side eller et dokument på nettet. Eller velg en fil under.",
    )
    fil = forms.FileField(
        label="Fil",
        required=False,
        help_text=f"{KJENTE}. Høyst {MAKS_BYTES // 1_000_000} MB.",
        widget=forms.FileInput(attrs={"accept": ",".join(f".{ende}" for ende in (*FILSLAG, "jpeg"))}),
        error_messages={"invalid": FOR_GAMMELT, "empty": "Filen er tom. Velg en annen."},
    )
    termin = forms.ModelChoiceField(
        Termin.objects.none(),
        label="Gjelder",
        required=False,
        empty_label="hele tiltaket",
        error_messages={"invalid_choice": "Fristen finnes ikke lenger. Velg en annen."},
    )

    def __init__(self, *args: Any, tiltak: Tiltak, **kwargs: Any):
        super().__init__(*args, **kwargs | {"label_suffix": ""})
        self.tiltak = tiltak
        self.innhold: bytes | None = None
        terminfelt = cast("forms.ModelChoiceField[Termin]", self.fields["termin"])
        terminfelt.queryset = tiltak.terminer.all()
        terminfelt.label_from_instance = lambda termin: termin.etikett  # type: ignore[assignment,method-assign]

    def clean_fil(self) -> UploadedFile | None:
        """Refuse what is too large, of a kind that is not kept here, or not what its name says."""
        fil: UploadedFile | None = self.cleaned_data["fil"]
        if not fil:
            return None
        if (fil.size or 0) > MAKS_BYTES:
            raise forms.ValidationError(
                f"Filen er på over {MAKS_BYTES // 1_000_000} MB. Gjør den mindre, eller legg inn en lenke til den."
            )
        ende = endelsen(fil.name or "")
        if ende not in FILSLAG:
            raise forms.ValidationError(f"Slike filer kan ikke legges inn. Velg {KJENTE}.")
        innhold = fil.read()
        if not FILSLAG[ende].passer(innhold):
            raise forms.ValidationError(f"Filen er ikke det navnet sier (.{ende}). Lagre den på nytt, og velg den.")
        self.innhold = innhold
        return fil

    def clean(self) -> dict[str, Any]:
        """Ask for one of the two, for a name, and for no more than there is room for."""
        rent = super().clean() or self.cleaned_data
        lenke, fil = rent.get("lenke"), rent.get("fil")
        if lenke and fil:
            self.add_error("lenke", "Velg enten en lenke eller en fil. Legg inn den andre etterpå.")
        elif not (lenke or fil or self.has_error("lenke") or self.has_error("fil")):
            self.add_error("lenke", "Skriv en lenke, eller velg en fil.")
        if not rent.get("navn") and not self.has_error("navn"):
            if fil:
                rent["navn"] = _navnet_paa(fil)
            elif lenke:
                self.add_error("navn", "Skriv hva lenken fører til.")
        if self.tiltak.vedlegg.gjeldende().count() >= HOEYST_PAA_ETT_TILTAK:
            self.add_error(
                None, f"Tiltaket har alt {HOEYST_PAA_ETT_TILTAK} lenker og dokumenter. Fjern noen av dem først."
            )
        return rent

    def lagre(self, av: "Bruker") -> Vedlegg:
        """Keep it with the measure."""
        rent = self.cleaned_data
        felles = {"tiltak": self.tiltak, "termin": rent["termin"], "navn": rent["navn"], "av": av}
        if self.innhold is None:
            return Vedlegg.objects.create(**felles, lenke=rent["lenke"])
        ende = endelsen(rent["fil"].name)
        return Vedlegg.objects.create(**felles, innhold=self.innhold, filslag=ende, stoerrelse=len(self.innhold))


def _navnet_paa(fil: UploadedFile) -> str:
    """The file's own name, without its end."""
    return rens_linje(PurePath(fil.name or "").stem)[:LENGSTE_NAVN] or "Uten navn"
