"""The report's measures and its figures as a workbook (.xlsx), for those who sort and count."""

from collections.abc import Iterable, Sequence

from openpyxl.styles import Alignment
from openpyxl.worksheet.worksheet import Worksheet

from aktivitet.tekst import rens_tekst

from ..figurer import Figurer
from ..models.termin import Stilling
from ..uttak.celler import Verdi, ny_bok, skriv_rad, skriv_tabell, som_hode, som_navn, som_xlsx
from .datering import filens_dag
from .deler import Rapportinnhold
from .rader import KOLONNER, tiltaksrader
from .utgivelse import Utgivelse

TILTAK, TALL = "Tiltak", "Tall"
BREDDER_TALL = (46, 16, 16, 16, 16, 16, 16, 16, 18)

Tabell = Sequence[Sequence[Verdi]]  # its head first


def rapport_xlsx(innhold: Rapportinnhold, utgivelse: Utgivelse) -> bytes:
    """Give the workbook: a sheet of the measures, a row for each due date, and one of the figures.

    The same content and version gives the same bytes. Nothing stored makes it raise.
    """
    dag = filens_dag(innhold)
    bok, ark = ny_bok(f"{innhold.tittel} – tiltak", innhold.organisasjon, dag)
    bok.properties.subject = utgivelse.i_ord
    ark.title = TILTAK
    skriv_tabell(ark, [[*KOLONNER], *tiltaksrader(innhold)], [*KOLONNER.values()])
    _skriv_tallene(bok.create_sheet(TALL), innhold, utgivelse)
    return som_xlsx(bok, dag)


def _skriv_tallene(ark: Worksheet, innhold: Rapportinnhold, utgivelse: Utgivelse) -> None:
    """What the report is, and its figures in tables below each other, each under its own name."""
    nr = 1
    for hva, verdi in _opplysninger(innhold, utgivelse):
        skriv_rad(ark, nr, _rens((hva, verdi)))
        som_navn(ark.cell(nr, 1))
        ark.cell(nr, 2).alignment = Alignment(horizontal="left", vertical="top")  # runs on over the cells beside it
        nr += 1
    for navn, tabell in _tabeller(innhold):
        nr += 1
        skriv_rad(ark, nr, _rens((navn,)))
        som_navn(ark.cell(nr, 1))
        for rad in tabell:
            nr += 1
            skriv_rad(ark, nr, _rens(rad))
        som_hode(ark, nr - len(tabell) + 1)
        nr += 1
    for bokstav, bredde in zip("ABCDEFGHI", BREDDER_TALL, strict=True):
        ark.column_dimensions[bokstav].width = bredde
    ark.page_setup.orientation, ark.page_setup.paperSize = "landscape", "9"  # A4
    ark.page_setup.fitToHeight, ark.sheet_properties.pageSetUpPr.fitToPage = 0, True


def _opplysninger(innhold: Rapportinnhold, utgivelse: Utgivelse) -> Iterable[tuple[str, Verdi]]:
    yield "Beretning", innhold.tittel
    yield "Organisasjon", innhold.organisasjon
    yield "Tilstand", utgivelse.i_ord
    yield "Første dag", innhold.fra
    yield "Siste dag", innhold.til
    yield "Plan", innhold.plan
    if innhold.moete:
        yield "Årsmøte", innhold.moete
    yield "Antall tiltak", innhold.antall_tiltak
    yield "Tiltak med frist i perioden", innhold.antall_tiltak_med_frist
    if innhold.er_foreloepig:
        yield "Merk", "Perioden er ikke over. Tallene er foreløpige."


def _tabeller(innhold: Rapportinnhold) -> Iterable[tuple[str, Tabell]]:
    yield "Frister i perioden, og hvordan det gikk", _i_alt(innhold)
    yield (
        "De samme tallene for hvert mål",
        _per(
            "Mål",
            [(maal.navn, maal.figurer) for maal in innhold.maal_med_tiltak],
            ("I alt", innhold.figurer),
        ),
    )
    if innhold.perioden:
        aarene = [(ett.navn, ett.figurer) for ett in innhold.perioden.aarene]
        yield f"Planperioden {innhold.perioden.navn} så langt", _per("År", aarene, ("I alt", innhold.perioden.samlet))
        if innhold.perioden.maal:
            yield (
                "Mål for perioden",
                [
                    ("Mål", "Slik står det"),
                    *((ett.tekst, ett.stand or "Ikke tallfestet") for ett in innhold.perioden.maal),
                ],
            )


def _i_alt(innhold: Rapportinnhold) -> Tabell:
    """Each figure with its share, and beside it the same of the year before."""
    foer = innhold.aaret_foer
    hode: list[Verdi] = ["Status", "Antall", "Prosent", *([foer.navn, f"Prosent {foer.navn}"] if foer else [])]
    rader: list[Sequence[Verdi]] = [hode]
    for nr, tall in enumerate(innhold.figurer.tall):
        det = foer.figurer.tall[nr] if foer else None
        rader.append([tall.navn, tall.antall, tall.prosent, *([det.antall, det.prosent] if det else [])])
    rader.append(["Frister i alt", innhold.figurer.frist, None, *([foer.figurer.frist, None] if foer else [])])
    return rader


def _per(hva: str, deler: Iterable[tuple[str, Figurer]], sum_: tuple[str, Figurer]) -> Tabell:
    """A row for each part with all of its figures, and one for them together."""
    rader: list[Sequence[Verdi]] = [[hva, "Frister", *(str(stilling.label) for stilling in Stilling)]]
    for navn, figurer in [*deler, sum_]:
        rader.append([navn, figurer.frist, *(tall.antall for tall in figurer.tall)])
    return rader


def _rens(rad: Sequence[Verdi]) -> list[Verdi]:
    """Clean the texts; an empty one is an empty cell."""
    return [(rens_tekst(verdi) or None) if isinstance(verdi, str) else verdi for verdi in rad]
