"""Pure: which goals, measures and activities are not the same in two versions of a report."""

from collections.abc import Iterable, Iterator

from aktivitet.hjul.rader import Rad
from aktivitet.tid import dag_i_ord

from ...ordforskjell import forskjell
from ..deler import Linje, Maaldel, Rapportinnhold, Sak, Tiltaksdel
from .gjenkjenning import Par, Plassert, par_av_tiltak, par_paa, uten_nummer
from .ulikheter import BORTE, ENDRET, NYTT, Avdeling, Frist, Ting, Verdi


def avdelingene(foer: Rapportinnhold, etter: Rapportinnhold, maalene: Iterable[Par[Maaldel]]) -> Iterator[Avdeling]:
    """Give the parts of the report with what is changed in each; `maalene` are the goals two and two."""
    yield Avdeling("Mål", tuple(_maal(maalene)))
    yield Avdeling("Tiltak", tuple(_tiltak(par_av_tiltak(foer.maal, etter.maal))))
    yield Avdeling("Gjort i perioden, med frist før den", tuple(_saker(foer.gjort_senere, etter.gjort_senere)))
    yield Avdeling("Frister fra før perioden som ikke er gjort", tuple(_saker(foer.glidd, etter.glidd)))
    yield Avdeling("Aktiviteter", tuple(_aktiviteter(foer.aktivitetene.rader, etter.aktivitetene.rader)))


def _maal(maalene: Iterable[Par[Maaldel]]) -> Iterator[Ting]:
    for en, annen in maalene:
        if en is None or annen is None:
            yield _kom_eller_gikk(en is None, (annen or en).nummer, (annen or en).overskrift)  # type: ignore[union-attr]
            continue
        verdier = _ulike(
            ("Nummer", en.nummer, annen.nummer),
            ("Overskrift", en.overskrift, annen.overskrift),
            ("Motto", en.motto, annen.motto),
        )
        if verdier:
            yield Ting(ENDRET, annen.nummer, annen.overskrift, verdier)


def _tiltak(parene: Iterable[Par[Plassert]]) -> Iterator[Ting]:
    for en, annen in parene:
        if en is None or annen is None:
            _, tiltak = annen or en  # type: ignore[misc]
            frister = _fristene(None if en is None else tiltak, None if annen is None else tiltak)
            yield _kom_eller_gikk(en is None, tiltak.kode, tiltak.tekst, frister)
            continue
        (fra_maal, foer), (til_maal, etter) = en, annen
        # A goal that has got another name has said so itself.
        steder = (fra_maal.navn, til_maal.navn) if fra_maal.nummer != til_maal.nummer else ("", "")
        verdier = _ulike(
            ("Nummer", foer.kode, etter.kode),
            ("Står under", *steder),
            ("Gjennomføring", foer.gjennomfoering, etter.gjennomfoering),
            ("Ansvarlig", foer.ansvarlig, etter.ansvarlig),
        )
        ordlyd = tuple(forskjell(foer.tekst, etter.tekst)) if foer.tekst != etter.tekst else ()
        frister = _fristene(foer, etter)
        if verdier or ordlyd or frister:
            yield Ting(ENDRET, etter.kode, etter.tekst, verdier, ordlyd, frister)


def _fristene(foer: Tiltaksdel | None, etter: Tiltaksdel | None) -> tuple[Frist, ...]:
    gamle, nye = (_alle(del_) if del_ else () for del_ in (foer, etter))
    return tuple(_frist(en, annen) for en, annen in par_paa(gamle, nye, lambda linje: linje.etikett) if en != annen)


def _alle(tiltak: Tiltaksdel) -> tuple[Linje, ...]:
    return tiltak.alle or tiltak.linjer


def _saker(foer: Iterable[Sak], etter: Iterable[Sak]) -> Iterator[Ting]:
    """What stands apart from its goal. Its wording is told where the measure stands."""
    parene = par_paa(
        foer,
        etter,
        lambda sak: (sak.tekst, sak.linje.etikett),
        lambda sak: (uten_nummer(sak.kode), sak.linje.etikett),
    )
    for en, annen in parene:
        gammel, ny = en.linje if en else None, annen.linje if annen else None
        if gammel != ny:
            sak = annen or en
            slag = ENDRET if en and annen else NYTT if annen else BORTE
            yield Ting(slag, sak.kode, sak.tekst, frister=(_frist(gammel, ny),))  # type: ignore[union-attr]


def _frist(foer: Linje | None, etter: Linje | None) -> Frist:
    ny_dag = bool(foer and etter and (foer.frist, foer.anslag) != (etter.frist, etter.anslag))
    ordene = [linje.merknad if linje else "" for linje in (foer, etter)]
    return Frist(
        naar=(etter or foer).etikett,  # type: ignore[union-attr]
        foer=_stand(foer, ny_dag) if foer else "",
        etter=_stand(etter, ny_dag) if etter else "",
        ord=tuple(forskjell(*ordene)) if ordene[0] != ordene[1] else (),
    )


def _stand(linje: Linje, med_frist: bool) -> str:
    """Say how it stands: "Gjennomført 14. januar 2026", and when it is due where that is what has changed."""
    dagen = f", {linje.dag}" if linje.dag.startswith(("satt", "etter")) else f" {linje.dag}" if linje.dag else ""
    deler = [linje.status + dagen]
    if med_frist and linje.frist:
        deler.append(f"(frist {dag_i_ord(linje.frist)}{', anslag' if linje.anslag else ''})")
    return " ".join(deler)


def _aktiviteter(foer: Iterable[Rad], etter: Iterable[Rad]) -> Iterator[Ting]:
    parene = par_paa(foer, etter, lambda rad: rad.adresse, lambda rad: (rad.tittel, rad.arrangoer))
    for en, annen in parene:
        if en is None or annen is None:
            rad = annen or en
            yield _kom_eller_gikk(en is None, rad.naar, rad.tittel)  # type: ignore[union-attr]
            continue
        verdier = _ulike(
            ("Tittel", en.tittel, annen.tittel),
            ("Tid", en.naar, annen.naar),
            ("Arrangør", en.arrangoer, annen.arrangoer),
            ("Sted", en.sted, annen.sted),
            ("Merket", ", ".join(en.merker), ", ".join(annen.merker)),
        )
        if verdier:
            yield Ting(ENDRET, annen.naar, annen.tittel, verdier)


def _kom_eller_gikk(er_ny: bool, kode: str, tekst: str, frister: tuple[Frist, ...] = ()) -> Ting:
    return Ting(NYTT if er_ny else BORTE, kode, tekst, frister=frister)


def _ulike(*verdier: tuple[str, str, str]) -> tuple[Verdi, ...]:
    return tuple(Verdi(*verdi) for verdi in verdier if verdi[1] != verdi[2])
