"""The small forms that the handover page is made of: one role, one person, and one who is new."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.http import QueryDict

from aktivitet.felt import RensetLinje, dagfelt, hoeyst, versjonfelt
from aktivitet.heltall import heltall
from aktivitet.tekst import rens_linje

from ...roller import Rolle
from ..forms import Epost
from .lesing import Person, Siden, Verv
from .moetene import foreslaatt_siste, foreslaatt_til
from .regel import FORTSETTER, GAAR_AV, IKKE_AVGJORT, Endring, Ny, endring, feil_ved_dagen, varer

Valgene = Sequence[tuple[str, str]]

LAGRET_IMENS = "Noen andre har lagret her mens du fylte ut. Slik står det nå. Se over det du har valgt."
FLYTTET_IMENS = "Hvem som følger opp hva, er endret mens du fylte ut. Se over listen."


class Del(forms.Form):
    """A part of the page. `ikke_doemt`: what was written is shown again and not judged yet."""

    def __init__(self, data: QueryDict | None, prefix: str, initial: dict[str, Any], *, ikke_doemt: bool = False):
        super().__init__(data, prefix=prefix, initial=initial, label_suffix="")
        if ikke_doemt:
            self._errors, self.cleaned_data = forms.utils.ErrorDict(), {}


class VervForm(Del):
    """One role of one person: goes on, leaves, or not decided."""

    valg = forms.ChoiceField(
        label="Hva skjer?",
        required=False,
        choices=[(FORTSETTER, "Fortsetter"), (GAAR_AV, "Går av"), (IKKE_AVGJORT, "Ikke avgjort ennå")],
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": "Velg en av dem i listen."},
    )
    fortsetter_til = dagfelt("Fortsetter til og med", "Tomt: til videre.")
    siste = dagfelt("Siste dag", "Ut dagen. Tomt: går av nå.")

    def __init__(self, data: QueryDict | None, person: Person, verv: Verv, siden: Siden, *, ikke_doemt: bool):
        self.person, self.verv, self.i_dag = person, verv, siden.i_dag
        initial = {
            "valg": IKKE_AVGJORT,
            "fortsetter_til": foreslaatt_til(verv.rolle, verv.siste, siden.moetene),
            "siste": foreslaatt_siste(verv.siste, siden.moetene, siden.i_dag),
        }
        super().__init__(data, f"p{person.bruker.pk}-{verv.rolle.value}", initial, ikke_doemt=ikke_doemt)

    def clean(self) -> dict[str, Any]:
        """Judge the day of the choice alone: the other one is not in use."""
        rent = self.cleaned_data
        hva = rent.get("valg") or IKKE_AVGJORT
        felt = {FORTSETTER: "fortsetter_til", GAAR_AV: "siste"}.get(hva, "")
        for annet in {"fortsetter_til", "siste"} - {felt}:
            self.errors.pop(annet, None)
        if felt and felt not in self.errors:
            if feil := feil_ved_dagen(hva, rent[felt], self.verv.siste, self.i_dag):
                self.add_error(felt, feil)
            else:
                rent["endring"] = endring(
                    self.person.bruker.pk, self.verv.rolle, hva, rent[felt], self.verv.siste, self.i_dag
                )
        return rent

    @property
    def endring(self) -> Endring | None:
        """What was chosen; None when it is not decided."""
        return self.cleaned_data.get("endring")


class PersonForm(Del):
    """What is told once for each person: the version of them that was seen, what they followed up, and who takes it
    over. `endret` says what somebody else has changed of it since the page was read."""

    versjon = versjonfelt()
    fulgte = forms.CharField(widget=forms.HiddenInput, required=False)
    tar_over = forms.ChoiceField(
        label="Hvem følger dem opp nå?", required=False, error_messages={"invalid_choice": "Velg en av dem i listen."}
    )

    def __init__(self, data: QueryDict | None, person: Person, valgene: Valgene, *, ikke_doemt: bool):
        self.person, self.endret = person, list[str]()
        initial = {"versjon": person.bruker.versjon, "fulgte": _noekler(person)}
        super().__init__(data, f"p{person.bruker.pk}", initial, ikke_doemt=ikke_doemt)
        if person.tiltak:
            egen = f"b{person.bruker.pk}"
            self.fields["tar_over"].choices = [valg for valg in valgene if valg[0] != egen]  # type: ignore[attr-defined]
        else:
            del self.fields["tar_over"]

    def les_paa_nytt(self, data: QueryDict) -> None:
        """See what somebody else has changed since the page was read, and let the next press know of it."""
        if self.cleaned_data.get("versjon") not in (None, self.person.bruker.versjon):
            self.endret.append(LAGRET_IMENS)
        if self.cleaned_data.get("fulgte", "") != _noekler(self.person):
            self.endret.append(FLYTTET_IMENS)
        data[self.add_prefix("versjon")] = str(self.person.bruker.versjon)
        data[self.add_prefix("fulgte")] = _noekler(self.person)


class NyForm(Del):
    """One who is new. A row in which neither name nor address is written is empty."""

    navn = RensetLinje(label="Navn", required=False, validators=[hoeyst(100)])
    epost = Epost(
        label="E-post",
        required=False,
        max_length=254,
        error_messages={"invalid": "Skriv en hel e-postadresse: navn@example.org."},
    )
    rolle = forms.ChoiceField(label="Rolle", required=False, error_messages={"invalid_choice": "Velg en rolle."})
    lag = forms.ChoiceField(
        label="Lag",
        required=False,
        help_text="Bare for lokallagsredaktører.",
        error_messages={"invalid_choice": "Velg et lag."},
    )
    til = dagfelt("Siste dag i rollen", "Tomt: til videre.")
    lest_invitasjon = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: QueryDict | None, nr: int, siden: Siden, *, ikke_doemt: bool):
        self.nr, self.siden = nr, siden
        initial = {"rolle": Rolle.STYREMEDLEM, "til": siden.moetene.neste.siste}
        super().__init__(data, f"ny{nr}", initial, ikke_doemt=ikke_doemt)
        self.fields["rolle"].choices = [(rolle.value, rolle.label) for rolle in siden.av.kan_gi]  # type: ignore[attr-defined]
        lagene = [(str(pk), str(lag)) for pk, lag in siden.lag.items()]
        self.fields["lag"].choices = [("", "Ingen"), *lagene]  # type: ignore[attr-defined]

    @property
    def er_tom(self) -> bool:
        return not any(rens_linje(str(self[felt].data or "")) for felt in ("navn", "epost"))

    def clean(self) -> dict[str, Any]:
        """Ask for what is missing, and tell what is known of the address already."""
        rent = self.cleaned_data
        if self.er_tom:
            self.errors.clear()
            return rent
        rolle, epost = rent.get("rolle") or Rolle.STYREMEDLEM, rent.get("epost")
        if not epost and "epost" not in self.errors:
            self.add_error("epost", "Skriv e-postadressen. Invitasjonen sendes dit.")
        if not rent.get("navn") and "navn" not in self.errors:
            self.add_error("navn", "Skriv navnet.")
        if rolle == Rolle.REDAKTOER and not rent.get("lag") and "lag" not in self.errors:
            self.add_error("lag", "Velg laget som skal redigeres.")
        if rolle != Rolle.REDAKTOER and rent.get("lag"):
            self.add_error("lag", "Bare lokallagsredaktører har et lag. Velg «Ingen», eller en annen rolle.")
        if rent.get("til") and rent["til"] < self.siden.i_dag:
            self.add_error("til", "Dagen har vært. Skriv en dag som kommer, eller la feltet stå tomt.")
        if epost:
            self._se_etter(epost, Rolle(rolle))
        return rent

    @property
    def ny(self) -> Ny | None:
        """Who is to be invited; None from a row that is empty, or that must be mended first."""
        if self.er_tom or self.errors:
            return None
        rent = self.cleaned_data
        rolle = Rolle(rent["rolle"] or Rolle.STYREMEDLEM)
        invitert = self.siden.invitert.get(rent["epost"])
        lag = heltall(rent["lag"]) if rolle == Rolle.REDAKTOER else None
        return Ny(self.nr, rent["navn"], rent["epost"], rolle, lag, rent["til"], invitert.pk if invitert else None)

    def _se_etter(self, epost: str, rolle: Rolle) -> None:
        har = self.siden.roller.get(self.siden.adresser.get(epost, 0), {})
        if rolle != Rolle.REDAKTOER and varer(har, {rolle}, self.siden.i_dag):  # an editor may get one more branch
            self.add_error("epost", f"Har rollen {rolle.label.lower()} alt. Velg «Fortsetter» i listen over.")
        invitert = self.siden.invitert.get(epost)
        if (invitert.pk if invitert else None) != self.cleaned_data.get("lest_invitasjon"):
            if invitert:
                self.add_error("epost", "Er invitert alt, og har ikke svart. Trykk en gang til for å sende en ny.")
            self.data[self.add_prefix("lest_invitasjon")] = str(invitert.pk) if invitert else ""  # type: ignore[index]


class AltPaaSiden(NyForm, PersonForm, VervForm):
    """All that is written on the page: for whoever must say what somebody wrote there, and never made."""


def _noekler(person: Person) -> str:
    return ",".join(str(tiltak.pk) for tiltak in person.tiltak)
