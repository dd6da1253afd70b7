"""Pure: what follows from the choices in a handover. Roles and days go in, and changes, or what is wrong, come out."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from aktivitet.tid import dag_i_ord

from ...roller import Rolle, som_gir

FORTSETTER, GAAR_AV, IKKE_AVGJORT = "fortsetter", "gaar_av", "vent"

Roller = Mapping[str, date | None]  # role -> its last day, None until further notice

INVITERER, FOELGER_OPP = som_gir("arbeidsplan.inviter"), som_gir("tiltak.foelge_opp")
EN_DAG = timedelta(days=1)


@dataclass(frozen=True)
class Endring:
    """What was chosen for one role of one person: its last day before and after."""

    bruker: int
    rolle: Rolle
    hva: str
    foer: date | None
    etter: date | None

    @property
    def er_ny(self) -> bool:
        """Whether there is anything to save."""
        return self.foer != self.etter


@dataclass(frozen=True)
class Ny:
    """Somebody to invite. `nr` is their row in the form; `erstatter` the unanswered invitation that was known."""

    nr: int
    navn: str
    epost: str
    rolle: Rolle
    lag: int | None
    til: date | None
    erstatter: int | None = None


@dataclass(frozen=True)
class Overtakelse:
    """What one person followed up, and who is to: somebody here, the new one in row `ny`, or nobody."""

    fra: int
    tiltak: tuple[int, ...]
    til: int | None = None
    ny: int | None = None


@dataclass(frozen=True)
class Avtale:
    """The whole handover, and the version of each person that it was agreed on."""

    endringer: tuple[Endring, ...]
    nye: tuple[Ny, ...]
    overtakelser: tuple[Overtakelse, ...]
    versjoner: Mapping[int, int]

    @property
    def er_tom(self) -> bool:
        return not (self.nye or self.overtakelser or any(endring.er_ny for endring in self.endringer))

    def valgt(self, hva: str) -> list[Endring]:
        """The roles for which this was chosen."""
        return [endring for endring in self.endringer if endring.hva == hva]


def siste_dag(hva: str, dag: date | None, i_dag: date) -> date | None:
    """Give the last day that follows from the choice.

    A last day counts to its end. Whoever leaves without one leaves at once: yesterday was their last.
    """
    return i_dag - EN_DAG if hva == GAAR_AV and dag is None else dag


def feil_ved_dagen(hva: str, dag: date | None, foer: date | None, i_dag: date) -> str:
    """Say what is wrong with the day that was written for a role that lasts to `foer`; empty when nothing is."""
    if hva == FORTSETTER and dag is not None and dag < i_dag:
        return "Dagen har vært. Skriv en dag som kommer, eller la feltet stå tomt."
    if hva == GAAR_AV and foer is not None and (siste := siste_dag(hva, dag, i_dag)) and siste > foer:
        if foer < i_dag and dag is None:
            return ""  # it has ended already, and leaves no later for being said again
        varte = "var ute" if foer < i_dag else "er ute"
        return f"Rollen {varte} {dag_i_ord(foer)}. Skriv den dagen eller en tidligere, eller velg «Fortsetter»."
    return ""


def endring(bruker: int, rolle: Rolle, hva: str, dag: date | None, foer: date | None, i_dag: date) -> Endring:
    """Give what the choice does to the role. One who leaves never gets a later last day by it."""
    etter = siste_dag(hva, dag, i_dag)
    if hva == GAAR_AV and foer is not None and etter is not None:
        etter = min(foer, etter)
    return Endring(bruker, rolle, hva, foer, etter)


def etterpaa(foer: Mapping[int, Roller], endringer: Iterable[Endring]) -> dict[int, dict[str, date | None]]:
    """Give everybody's roles when the changes are made."""
    roller = {bruker: dict(har) for bruker, har in foer.items()}
    for en in endringer:
        roller.setdefault(en.bruker, {})[en.rolle] = en.etter
    return roller


def mister_administratoren(foer: Mapping[int, Roller], endringer: Iterable[Endring]) -> bool:
    """Whether the last administrator until further notice would be gone. There must always be one: nobody else can
    make a new one."""
    etter = etterpaa(foer, endringer)
    return bool(_faste_administratorer(foer)) and not _faste_administratorer(etter)


def ingen_kan_invitere(foer: Mapping[int, Roller], endringer: Collection[Endring], i_dag: date) -> bool:
    """Whether nobody who is here could let people in when those who leave have left."""
    gaar = [e.etter for e in endringer if e.hva == GAAR_AV and e.rolle in INVITERER and e.etter]
    if not gaar:
        return False
    dagen_etter = max(i_dag, *(dag + EN_DAG for dag in gaar))
    return not any(varer(har, INVITERER, dagen_etter) for har in etterpaa(foer, endringer).values())


def slutter(har: Roller, endringer: Iterable[Endring], i_dag: date) -> bool:
    """Whether these choices, all of one person, leave them without a role to follow measures up by."""
    gaar = {e.rolle for e in endringer if e.hva == GAAR_AV}
    nye: dict[str, date | None] = {e.rolle: e.etter for e in endringer}
    igjen = {rolle: dag for rolle, dag in (dict(har) | nye).items() if rolle not in gaar}
    return bool(gaar) and not varer(igjen, FOELGER_OPP, i_dag)


def varer(har: Roller, roller: Collection[str], dag: date) -> bool:
    """Whether one of these roles counts on the day."""
    return any(rolle in roller and (siste is None or siste >= dag) for rolle, siste in har.items())


def _faste_administratorer(roller: Mapping[int, Roller]) -> list[int]:
    return [bruker for bruker, har in roller.items() if har.get(Rolle.ADMINISTRATOR, date.min) is None]
