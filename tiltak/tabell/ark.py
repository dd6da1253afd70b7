"""The table as it is chosen, laid out for a sheet: a row for each termin, and the plan's figures beside them."""

from collections.abc import Iterator
from datetime import date

from django.utils import timezone

from aktivitet.hvem import hvem

from ..fremdrift import Fremdrift, Tall, fremdrift
from ..models import Termin
from ..uttak.celler import Verdi
from ..uttak.statusark import Statusark
from .lesing import Tabell
from .utsnitt import Utsnitt


def lag_ark(tabell: Tabell, utsnitt: Utsnitt, i_dag: date) -> Statusark:
    """Lay it out as of today. What is outside the period is not in it, as it is in no figure. One query."""
    rader = list(_radene(tabell, utsnitt, i_dag))
    return Statusark(
        tittel=f"{tabell.plan.tittel}: status {tabell.naar}",
        organisasjon=tabell.plan.organisasjon,
        dag=i_dag,
        rader=rader,
        opplysninger=[
            ("Plan", tabell.plan.tittel),
            ("Organisasjon", tabell.plan.organisasjon),
            ("Slik det sto", i_dag),
            ("År", tabell.naar),
            ("Utvalg", utsnitt.i_ord or "Alle tiltak"),
            ("Frister i arket", len(rader)),
            ("Ikke med", "Frister utenfor planens periode."),
            ("Tallene under", f"De gjelder hele planen i {tabell.naar}, ikke bare utvalget."),
        ],
        tall=list(_tallene(tabell, fremdrift(tabell.plan, i_dag))),
    )


def _radene(tabell: Tabell, utsnitt: Utsnitt, i_dag: date) -> Iterator[list[Verdi]]:
    nummer, valg = {maal.pk: maal.nummer for maal in tabell.maal}, utsnitt.valg
    for ett in tabell.tiltak:
        felles = [nummer[ett.maal_id], ett.sitert_kode, ett.tekst, ett.gjennomfoering, ett.ansvarlig]
        foelger = str(ett.foelges_opp_av or "")
        for termin in valg.terminene(ett, tabell.terminer[ett.pk], i_dag):
            if not termin.utenfor:
                yield [*felles, foelger, *_raden(termin, i_dag)]


def _raden(termin: Termin, i_dag: date) -> list[Verdi]:
    return [
        termin.etikett,
        termin.siste,
        _om_fristen(termin),
        "Forfalt" if termin.er_forfalt(i_dag) else termin.get_status_display(),
        termin.utfoert,
        termin.utsatt_til,
        termin.merknad,
        hvem(termin.endret_av) if termin.endret else "",
        timezone.make_naive(termin.endret) if termin.endret else None,  # a sheet knows no time zones
    ]


def _om_fristen(termin: Termin) -> str:
    om = {
        "anslag": termin.anslag,
        "til bekreftelse": termin.til_bekreftelse,
        "fra tidligere frist": termin.fra_tidligere_frist,
        "løpende": termin.loepende,
        "kan ikke forfalle": not termin.kan_forfalle,
    }
    return ", ".join(ord_ for ord_, gjelder in om.items() if gjelder)


def _tallene(tabell: Tabell, staar: Fremdrift) -> Iterator[list[Verdi]]:
    """The head, the whole plan, and each goal that has something due."""
    hele = staar.tall(aar=tabell.aar)
    yield ["Mål", "Frister", *(tall.navn for tall in hele.figurer.tall), "Av dem forfalt"]
    yield ["Hele planen", *_tall(hele)]
    for maal in tabell.maal:
        tall = staar.tall(aar=tabell.aar, maal=maal.pk)
        if tall.figurer.frist:
            yield [str(maal), *_tall(tall)]


def _tall(tall: Tall) -> list[Verdi]:
    return [tall.figurer.frist, *(ett.antall for ett in tall.figurer.tall), tall.forfalt]
