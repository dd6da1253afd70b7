"""The fields of the form that makes and changes an activity, and which of them are folded away until they are used."""

from dataclasses import dataclass

from django import forms
from django.core.validators import EmailValidator
from django.forms.boundfield import BoundField

from .felt import Adresse, Papirfelt, RensetLinje, RensetTekst, dagfelt, hoeyst, klokkefelt, versjonfelt
from .models import Aktivitet, Lenkesynlighet, Presisjon

# What is seldom told. An activity that nobody says this of has a short form.
FOLDET = (
    ("Møte på nett", ("nettlenke", "nettlenke_for")),
    ("Påmelding", ("paamelding", "paamelding_innen")),
    ("For hvem, og tilgjengelighet", ("maalgruppe", "tilgjengelighet")),
    ("Papirer", ("papirer",)),
    ("Kontakt", ("kontakt", "kontakt_epost")),
)


@dataclass(frozen=True)
class Gruppe:
    """Fields that are folded away together, or open: something stands in one of them, or is wrong there."""

    navn: str
    felter: list[BoundField]
    aapen: bool


class Lenkefelter(forms.ModelForm):
    """What leads out of an activity, to other people's pages. The same in the editing site."""

    nettlenke = Adresse(label="Lenke til møtet på nett", required=False, validators=[hoeyst(500)])
    nettlenke_for = forms.ChoiceField(
        label="Hvem ser lenken?",
        required=False,
        choices=Lenkesynlighet.choices,
        initial=Lenkesynlighet.INNLOGGEDE,  # nobody's meeting is opened to all by a field that they never looked at
        error_messages={"invalid_choice": "Velg hvem som ser lenken."},
    )
    paamelding = Adresse(
        label="Lenke til påmelding",
        required=False,
        validators=[hoeyst(500)],
        help_text="Til skjemaet dere bruker. Her samles ingen navn.",
    )
    papirer = Papirfelt(
        label="Papirer",
        required=False,
        validators=[hoeyst(5_000)],
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Ett på hver linje, navnet og så adressen: Innkalling https://www.example.org/innkalling.pdf",
    )

    def clean_nettlenke_for(self) -> str:
        """Keep what was chosen before, where a form was sent that does not ask."""
        return self.cleaned_data["nettlenke_for"] or self.instance.nettlenke_for


class AktivitetFelter(Lenkefelter):
    """What can be written of an activity, field by field."""

    versjon = versjonfelt()
    tittel = RensetLinje(
        label="Tittel", validators=[hoeyst(200)], error_messages={"required": "Skriv hva som skal skje."}
    )
    presisjon = forms.ChoiceField(
        label="Hvor nøyaktig er tiden kjent?",
        choices=Presisjon.choices,
        initial=Presisjon.KLOKKESLETT,
        widget=forms.RadioSelect,
        error_messages={
            "required": "Velg hvor nøyaktig tiden er kjent.",
            "invalid_choice": "Velg hvor nøyaktig tiden er kjent.",
        },
    )
    foerste_dag = dagfelt(
        "Første dag", required=True, hjelp="Er bare uken eller måneden kjent, velg en hvilken som helst dag i den."
    )
    siste_dag = dagfelt("Siste dag", hjelp="Bare når det varer lenger enn én dag.")
    fra_kl = klokkefelt("Fra kl.")
    til_kl = klokkefelt("Til kl.", "Kan stå tomt. Varer det over midnatt, skriv også siste dag.")
    sted = RensetLinje(label="Sted", required=False, validators=[hoeyst(200)])
    kommune = RensetLinje(
        label="Kommune", required=False, validators=[hoeyst(60)], help_text="Tomt betyr arrangørens kommune."
    )
    beskrivelse = RensetTekst(
        label="Beskrivelse",
        required=False,
        validators=[hoeyst(10_000)],
        widget=forms.Textarea(attrs={"rows": 6}),
    )

    maalgruppe = RensetLinje(
        label="Hvem er det for?",
        required=False,
        validators=[hoeyst(200)],
        help_text="For eksempel: alle medlemmer, nye medlemmer, folkevalgte.",
    )
    tilgjengelighet = RensetLinje(
        label="Tilgjengelighet på stedet",
        required=False,
        validators=[hoeyst(300)],
        help_text="For eksempel: trinnfritt, teleslynge, tolk.",
    )
    paamelding_innen = dagfelt("Påmelding innen", hjelp="Kan stå tomt.")
    kontakt = RensetLinje(
        label="Hvem kan man spørre?",
        required=False,
        validators=[hoeyst(100)],
        help_text="En rolle, ikke et navn: for eksempel nestleder.",
    )
    kontakt_epost = RensetLinje(
        label="E-postadresse",
        required=False,
        validators=[EmailValidator("Skriv e-postadressen slik: post@example.org."), hoeyst(254)],
        widget=forms.EmailInput,
        help_text="Alle som ser aktiviteten, ser den. Bruk helst lagets egen adresse.",
    )

    class Meta:
        model = Aktivitet
        fields = (
            "tittel",
            "type",
            "lag",
            "presisjon",
            "foerste_dag",
            "siste_dag",
            "fra_kl",
            "til_kl",
            "sted",
            "kommune",
            "beskrivelse",
            "maalgruppe",
            "tilgjengelighet",
            "nettlenke",
            "nettlenke_for",
            "paamelding",
            "paamelding_innen",
            "papirer",
            "kontakt",
            "kontakt_epost",
            "synlighet",
        )
        labels = {"lag": "Arrangør", "synlighet": "Hvem kan se den?"}
        error_messages = {
            "lag": {
                "required": "Velg hvem som arrangerer.",
                "invalid_choice": "Velg et lag som du kan legge inn aktiviteter for.",
            },
            "type": {"required": "Velg en type.", "invalid_choice": "Velg en type fra listen."},
            "synlighet": {"required": "Velg hvem som kan se den.", "invalid_choice": "Velg hvem som kan se den."},
        }

    @property
    def foldet(self) -> list[Gruppe]:
        """What is folded away, in groups."""
        return [Gruppe(navn, [self[felt] for felt in felter], self._er_brukt(felter)) for navn, felter in FOLDET]

    def _er_brukt(self, felter: tuple[str, ...]) -> bool:
        # Who sees the link is always chosen: that alone says nothing.
        return any(self[felt].errors or (self[felt].value() and felt != "nettlenke_for") for felt in felter)
