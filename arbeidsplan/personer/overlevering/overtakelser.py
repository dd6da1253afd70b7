"""Who takes over what those who leave followed up: the choices, and what is wrong with one."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from . import regel
from .lesing import Person, Siden
from .regel import Endring, Overtakelse, Roller
from .skjemaer import NyForm, PersonForm, Valgene, VervForm

INGEN, HER, NY = "ingen", "b", "ny"  # what a choice is sent as: "ingen", "b12" for a person, "ny0" for a row


@dataclass(frozen=True)
class Persondel:
    """One person on the page: who they are, and their forms."""

    person: Person
    form: PersonForm
    verv: tuple[VervForm, ...]

    @property
    def bruker(self) -> int:
        return self.person.bruker.pk

    @property
    def endringer(self) -> list[Endring]:
        """What was chosen for their roles. Asked for when the forms have been judged."""
        return [en for verv in self.verv if (en := verv.endring)]

    @property
    def valgt(self) -> str:
        """Who takes over; empty where nothing was chosen."""
        return str(self.form.cleaned_data.get("tar_over", "")) if self.form.is_bound else ""


def valgene(siden: Siden, rader: Sequence[str]) -> Valgene:
    """Give who may take over: nobody, those with such a role, and the new ones by what is written in their rows."""
    her = [
        (f"{HER}{person.bruker.pk}", str(person.bruker))
        for person in siden.personer
        if regel.FOELGER_OPP & set(person.roller)
    ]
    nye = [(f"{NY}{nr}", f"Ny {nr + 1}: {navn}" if navn else f"Ny {nr + 1}") for nr, navn in enumerate(rader)]
    return [("", "Velg"), (INGEN, "Ingen ennå"), *her, *nye]


def se_paa_overtakelsene(siden: Siden, personer: Iterable[Persondel], nye: Sequence[NyForm]) -> None:
    """Tell by each choice what is wrong with it. The rest of the form is judged already."""
    per_person = {del_.bruker: del_.endringer for del_ in personer}
    etter = regel.etterpaa(siden.roller, [en for alle in per_person.values() for en in alle])
    brukte: set[str] = set()
    for del_ in personer:
        if not (del_.person.tiltak and del_.form.is_bound) or "tar_over" in del_.form.errors:
            continue
        if not regel.slutter(del_.person.roller, del_.endringer, siden.i_dag):
            feil = "Velges bare for den som går av." if del_.valgt else ""
        elif not del_.valgt:
            feil = "Velg hvem som følger dem opp nå, eller «Ingen ennå»."
        elif del_.valgt.startswith(NY):
            feil = _feil_ved_en_ny(nye[int(del_.valgt.removeprefix(NY))], del_.valgt in brukte)
        elif del_.valgt.startswith(HER):
            feil = _feil_ved_en_her(siden, int(del_.valgt.removeprefix(HER)), per_person, etter)
        else:
            feil = ""
        if feil:
            del_.form.add_error("tar_over", feil)
        brukte.add(del_.valgt)


def overtakelsene(personer: Iterable[Persondel]) -> Iterable[Overtakelse]:
    """Give what was chosen, for everyone who leaves something behind."""
    for del_ in personer:
        if valgt := del_.valgt:
            yield Overtakelse(
                fra=del_.bruker,
                tiltak=tuple(tiltak.pk for tiltak in del_.person.tiltak),
                til=int(valgt.removeprefix(HER)) if valgt.startswith(HER) else None,
                ny=int(valgt.removeprefix(NY)) if valgt.startswith(NY) else None,
            )


def _feil_ved_en_ny(form: NyForm, er_brukt: bool) -> str:
    if form.is_bound and form.errors:
        return ""  # the row itself says what is wrong
    if form.ny is None:
        return f"Ny {form.nr + 1} er ikke fylt ut. Fyll ut raden, eller velg en annen."
    if form.ny.rolle not in regel.FOELGER_OPP:
        return "En lokallagsredaktør kan ikke følge opp tiltak. Velg en annen."
    return "Tar over fra en annen alt. Én ny kan ta over fra én." if er_brukt else ""


def _feil_ved_en_her(
    siden: Siden, til: int, per_person: Mapping[int, list[Endring]], etter: Mapping[int, Roller]
) -> str:
    gaar = regel.slutter(siden.roller[til], per_person.get(til, []), siden.i_dag)
    if gaar or not regel.varer(etter[til], regel.FOELGER_OPP, siden.i_dag):
        return f"{siden.navn[til]} går av, eller sitter ikke lenger. Velg en annen."
    return ""
