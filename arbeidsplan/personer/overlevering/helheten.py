"""The handover's whole form: every person's part and the rows for the new ones, and what they agree on together."""

import re
from uuid import UUID, uuid4

from django.http import QueryDict

from aktivitet.felt import FOR_GAMMELT
from aktivitet.tekst import rens_linje

from ...roller import Rolle
from . import regel
from .lesing import Person, Siden
from .overtakelser import Persondel, overtakelsene, se_paa_overtakelsene, valgene
from .regel import Avtale
from .skjemaer import Del, NyForm, PersonForm, Valgene, VervForm

BLANKE, FLEST = 2, 30  # rows for new ones from the start, and in all
EN_RAD_TIL, ALLE_FORTSETTER, ENDRE = "rad", "alle", "endre"
IKKE_DOEMT = (EN_RAD_TIL, ALLE_FORTSETTER, ENDRE)  # what was written comes back as it is

SISTE_ADMINISTRATOR = "Da blir det ingen administrator uten siste dag. Gi rollen til en annen først."
INGEN_KAN_INVITERE = "Da kan ingen invitere nye lenger. Gi rollen til en annen først, som har tatt imot."
DU_INVITERER = "Invitasjonene virker bare så lenge du selv kan invitere. Velg en siste dag om noen uker."
BORTE = "En du hadde valgt for, har ikke lenger noen rolle her. Resten av det du har valgt, står."


class Overleveringsskjema:
    """All forms of the page as one. Made anew from `siden`, so it always shows what is stored now."""

    def __init__(self, siden: Siden, data: QueryDict | None = None, handling: str = ""):
        self.siden, self.data = siden, data.copy() if data is not None else None
        self.feil: list[str] = []
        self.ikke_doemt = handling in IKKE_DOEMT
        self.merke = self._lest_merke()
        if handling == ALLE_FORTSETTER:
            self._la_alle_fortsette()
        sendte = self._sendte_rader()
        antall = min(sendte + (handling == EN_RAD_TIL), FLEST) if self.data is not None else BLANKE
        hvem = valgene(siden, [self._sendt_navn(nr) for nr in range(antall)])
        self.personer = [self._del(person, hvem) for person in siden.personer if person.kan_endres]
        self.nye = [
            NyForm(self.data if nr < sendte else None, nr, siden, ikke_doemt=self.ikke_doemt) for nr in range(antall)
        ]

    @property
    def styret(self) -> list[Persondel]:
        return [del_ for del_ in self.personer if not del_.person.er_bare_redaktoer]

    @property
    def redaktoerene(self) -> list[Persondel]:
        return [del_ for del_ in self.personer if del_.person.er_bare_redaktoer]

    @property
    def laaste(self) -> list[Person]:
        """Those that whoever fills it in may not touch."""
        return [person for person in self.siden.personer if not person.kan_endres]

    @property
    def kan_faa_en_rad_til(self) -> bool:
        return len(self.nye) < FLEST

    @property
    def har_feil(self) -> bool:
        if self.data is None or self.ikke_doemt:
            return False
        endret = any(del_.form.endret for del_ in self.personer)
        return bool(self.feil) or endret or any(form.errors for form in self._sendte())

    @property
    def skjulte(self) -> list[tuple[str, str]]:
        """All that was written, to be carried through the page that shows what will happen."""
        felter = [felt for form in self._sendte() for felt in form]
        return [(felt.html_name, str(felt.data)) for felt in felter if felt.data is not None]

    def is_valid(self) -> bool:
        """Judge every part, and then what they make together."""
        if self.data is None:
            return False
        for form in self._sendte():
            form.full_clean()
        for del_ in self.personer:
            if del_.form.is_bound:
                del_.form.les_paa_nytt(self.data)
        kjente = {str(person.bruker.pk) for person in self.siden.personer}
        if {treff[1] for navn in self.data if (treff := re.fullmatch(r"p(\d+)-versjon", navn))} - kjente:
            self.feil.append(BORTE)
        self._se_paa_rollene()
        self._se_paa_adressene()
        se_paa_overtakelsene(self.siden, self.personer, self.nye)
        return not self.har_feil

    @property
    def avtale(self) -> Avtale:
        """What was agreed. Asked for when the form is valid."""
        return Avtale(
            endringer=tuple(en for del_ in self.personer for en in del_.endringer),
            nye=tuple(ny for form in self.nye if form.is_bound and (ny := form.ny)),
            overtakelser=tuple(overtakelsene(self.personer)),
            versjoner={del_.bruker: del_.person.bruker.versjon for del_ in self.personer},
        )

    def _se_paa_rollene(self) -> None:
        endringer = [en for del_ in self.personer for en in del_.endringer]
        if regel.mister_administratoren(self.siden.roller, endringer):
            self._feil_ved({Rolle.ADMINISTRATOR}, SISTE_ADMINISTRATOR)
        elif regel.ingen_kan_invitere(self.siden.roller, endringer, self.siden.i_dag):
            self._feil_ved(regel.INVITERER, INGEN_KAN_INVITERE)
        # An invitation counts for as long as whoever sent it may invite.
        elif any(form.ny for form in self.nye if form.is_bound) and not regel.varer(
            regel.etterpaa(self.siden.roller, endringer)[self.siden.av.pk], regel.INVITERER, self.siden.i_dag
        ):
            self._feil_ved(regel.INVITERER, DU_INVITERER, bare=self.siden.av.pk)

    def _feil_ved(self, roller: set[Rolle] | frozenset[str], setning: str, bare: int | None = None) -> None:
        """Tell it by each choice that was made for these roles, of everybody or of one."""
        for del_ in self.personer:
            for verv in del_.verv if bare in (None, del_.bruker) else ():
                if verv.verv.rolle in roller and verv.endring and verv.endring.er_ny:
                    verv.add_error("valg", setning)

    def _se_paa_adressene(self) -> None:
        sett: set[str] = set()
        for form in self.nye:
            if form.is_bound and (ny := form.ny):
                if ny.epost in sett:
                    form.add_error("epost", "Adressen står i en rad over også. Fjern den ene.")
                sett.add(ny.epost)

    def _del(self, person: Person, hvem: Valgene) -> Persondel:
        # Somebody who came in while the page was filled in has nothing in it yet.
        er_sendt = self.data is not None and f"p{person.bruker.pk}-versjon" in self.data
        data = self.data if er_sendt else None
        verv = (VervForm(data, person, ett, self.siden, ikke_doemt=self.ikke_doemt) for ett in person.verv)
        return Persondel(person, PersonForm(data, person, hvem, ikke_doemt=self.ikke_doemt), tuple(verv))

    def _la_alle_fortsette(self) -> None:
        for person in self.siden.personer:
            for verv in person.verv:
                felt = f"p{person.bruker.pk}-{verv.rolle.value}-valg"
                if self.data is not None and self.data.get(felt) == regel.IKKE_AVGJORT:
                    self.data[felt] = regel.FORTSETTER

    def _sendte(self) -> list[Del]:
        personenes = [form for del_ in self.personer for form in (del_.form, *del_.verv)]
        return [form for form in (*personenes, *self.nye) if form.is_bound]

    def _sendte_rader(self) -> int:
        nr = 0
        while nr < FLEST and self.data is not None and f"ny{nr}-navn" in self.data:
            nr += 1
        return nr

    def _sendt_navn(self, nr: int) -> str:
        return rens_linje(self.data.get(f"ny{nr}-navn", "")) if self.data is not None else ""

    def _lest_merke(self) -> UUID:
        try:
            return UUID(self.data.get("merke", "")) if self.data is not None else uuid4()
        except ValueError:
            self.feil.append(FOR_GAMMELT)
            return uuid4()
