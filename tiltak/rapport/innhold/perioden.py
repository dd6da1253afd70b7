"""The plan's period so far: the figures of its years, and its goals with how far each has come."""

from collections.abc import Sequence
from datetime import date

from django.db.models import prefetch_related_objects

from aktivitet.milepaeler import moeter_i_kalenderen

from ...dokument import Periodemaal as Periodemaalordlyd
from ...i_ord import aarene_i_ord
from ...models import Periodemaal, Plan, Rapport
from ...planstatus import resultatene
from ...valgmaal import Utfall, har_maaltall
from ..deler import Periodedel, Periodemaaldel
from .aarene import Aarstall, aarene, samlet

Periodemaalene = Sequence[tuple[Periodemaalordlyd, Periodemaal | None]]  # the wording, and the row if there is one


def perioden(rapport: Rapport, plan: Plan, maalene: Periodemaalene, tall: Aarstall, i_dag: date) -> Periodedel:
    """Give the period up to the report's last day, or up to today while that has not come. Two queries where a goal
    names an election, else none."""
    deler = aarene(rapport, plan, tall)
    return Periodedel(
        navn=aarene_i_ord(plan.fra.year, plan.til.year),
        aarene=deler,
        samlet=samlet(deler),
        maal=_maalene(maalene, min(rapport.til, i_dag)),
    )


def _maalene(maalene: Periodemaalene, dag: date) -> tuple[Periodemaaldel, ...]:
    if not any(har_maaltall(ordlyd) for ordlyd, _ in maalene):
        return tuple(Periodemaaldel(ordlyd.tekst, "") for ordlyd, _ in maalene)
    prefetch_related_objects([rad for _, rad in maalene if rad], "resultater")
    moeter = moeter_i_kalenderen()

    def stand(ordlyd: Periodemaalordlyd, rad: Periodemaal | None) -> str:
        valgdag = moeter(ordlyd.valgaar).valg if ordlyd.valgaar and har_maaltall(ordlyd) else None
        utfall = Utfall.av(ordlyd, valgdag, (), dag)
        if utfall is None:
            return ""
        # An election after the report's last day is none of its business, whatever it gave.
        if rad and utfall.er_holdt:
            utfall = Utfall.av(ordlyd, valgdag, resultatene(rad), dag) or utfall
        return f"{utfall.valget}. {utfall.i_ord}"

    return tuple(Periodemaaldel(ordlyd.tekst, stand(ordlyd, rad)) for ordlyd, rad in maalene)
