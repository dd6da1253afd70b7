"""Tests of what the annual report says: everything, in the plan's order, and in figures that add up."""

from datetime import UTC, date, datetime

import pytest

from aktivitet.hjul.aaret import Aaret
from aktivitet.hjul.rader import Rad, Slag
from aktivitet.kalender import MAANEDSNAVN
from aktivitet.models import Aktivitet
from arbeidsplan.models import Bruker
from tiltak.figurer import Figurer
from tiltak.fremdrift import fremdrift
from tiltak.models import Maal, Plan, Rapport
from tiltak.rapport.deler import (
    Linje,
    Maaldel,
    Periodedel,
    Periodefigurer,
    Periodemaaldel,
    Rapportinnhold,
    Sak,
    Tiltaksdel,
)
from tiltak.rapport.frys import frys
from tiltak.rapport.innhold import rapportinnhold
from tiltak.rapport.tekst import les_tekst
from tiltak.redigering.endring import endre
from tiltak.utgave import Beslutning

from ..conftest import lag_maaneder, lag_mange, lag_plan, lag_termin, lag_tiltak

SISTE_DAG = date(2025, 12, 31)
ETTER_AARET = date(2026, 2, 1)
FOER = datetime(2025, 1, 1, tzinfo=UTC)
SATT = datetime(2026, 1, 20, 12, tzinfo=UTC)


@pytest.fixture
def rapport(db):
    return lag_rapport(2025, moetedag=date(2026, 2, 28), moetested="Hamar")


def lag_rapport(aar, **felter):
    """The report of the calendar year, stored long ago."""
    rapport = Rapport.objects.create(aar=aar, fra=date(aar, 1, 1), til=date(aar, 12, 31), **felter)
    Rapport.objects.filter(pk=rapport.pk).update(endret=FOER)
    rapport.refresh_from_db()
    return rapport


@pytest.fixture
def overordnet(plan):
    """A goal before the others in the plan, without measures of its own."""
    return Maal.objects.create(plan=plan, nr=0, nummer="1", overskrift="Politisk mål", motto="Samling")


def sett(termin, status, utfoert=None, merknad="", utsatt_til=None):
    termin.sett_status(
        status, av=None, versjon=termin.versjon, utfoert=utfoert, merknad=merknad, utsatt_til=utsatt_til, tid=SATT
    )


def test_the_whole_report_of_a_small_plan(rapport, plan, overordnet, maal, fylkeslag):
    """The golden one: each thing a report can say stands here once."""
    gjort = lag_tiltak(maal, "1.1a", "Delta på kampanjer", ansvarlig="AU")
    foerste = lag_tiltak(maal, "1.1b", "Møte organisasjoner", "Halvårlig")
    andre = lag_tiltak(maal, "1.1b", "Sende nyhetsbrev", "Månedlig")
    lag_tiltak(maal, "1.1c", "Revidere strategien", "2026")
    sett(lag_termin(gjort, "2025"), "gjennomfoert", date(2026, 1, 14), "På torget")
    sett(lag_termin(foerste, "2025", etikett="1. halvår 2025"), "utgaar", merknad="Ingen ville")
    lag_termin(foerste, "2025-H2", etikett="2. halvår 2025")
    for termin in lag_maaneder(andre, 2025):
        sett(termin, "gjennomfoert", termin.siste)
    sett(lag_termin(andre, "2024"), "gjennomfoert", date(2025, 2, 1))
    lag_termin(andre, "2026")
    sett(lag_termin(gjort, "2024"), "utsatt", utsatt_til=date(2026, 6, 1), merknad="Venter")
    plan.periodemaal.create(nr=1, tekst="Flere medlemmer")
    valgmaal = plan.periodemaal.create(nr=2, tekst="Fire på tinget", antall=4, valg="stortingsvalg", valgaar=2025)
    valgmaal.resultater.create(antall=5)
    aarsmoete = Aktivitet.objects.create(
        tittel="Årsmøte",
        type="arsmote",
        lag=fylkeslag,
        presisjon="dag",
        foerste_dag=date(2025, 2, 22),
        siste_dag=date(2025, 2, 22),
        sted="Gjøvik",
        publisert=SATT,
        avlyst=True,
    )

    rapport.tekster.create(sted="innledning", tekst="Et godt år.\n\nTakk til alle.")
    rapport.tekster.create(sted="mal", maal=maal, tekst="- Mye **gjort**")
    rapport.tekster.create(sted="avslutning", tekst="Vi fortsetter.")
    rapport.tekster.update(endret=FOER)
    kampanje = Linje(
        "2025",
        "gjennomfoert",
        utfoert=date(2026, 1, 14),
        etter_siste_dag=True,
        merknad="På torget",
        frist=SISTE_DAG,
    )
    utgaatt = Linje("1. halvår 2025", "utgaar", merknad="Ingen ville", satt=SATT.date(), frist=SISTE_DAG)
    venter = Linje("2. halvår 2025", "mangler_vurdering", frist=SISTE_DAG)

    figurer = Figurer.av({"gjennomfoert": 13, "utgaar": 1, "mangler_vurdering": 1})
    forventet = Rapportinnhold(
        tittel="Beretning 2025",
        organisasjon="Innlandet SV",
        aar=2025,
        fra=date(2025, 1, 1),
        til=date(2025, 12, 31),
        moetedag=date(2026, 2, 28),
        moetested="Hamar",
        innledning=les_tekst("Et godt år.\n\nTakk til alle."),
        plan="Arbeidsplan 2025-2028",
        antall_tiltak=4,
        figurer=figurer,
        maal=(
            Maaldel("1", "Politisk mål", "Samling", 1, "mal-1", Figurer.av({}), ()),
            Maaldel(
                nummer="1.1",
                overskrift="Tydelig politisk stemme",
                motto="",
                nivaa=2,
                anker="mal-1.1",
                figurer=figurer,
                tiltak=(
                    Tiltaksdel(
                        kode="1.1a",
                        tekst="Delta på kampanjer",
                        gjennomfoering="Årlig",
                        ansvarlig="AU",
                        linjer=(kampanje,),
                        alle=(kampanje,),
                    ),
                    Tiltaksdel(
                        kode="1.1b (1)",
                        tekst="Møte organisasjoner",
                        gjennomfoering="Halvårlig",
                        ansvarlig="",
                        linjer=(utgaatt, venter),
                        alle=(utgaatt, venter),
                    ),
                    Tiltaksdel(
                        kode="1.1b (2)",
                        tekst="Sende nyhetsbrev",
                        gjennomfoering="Månedlig",
                        ansvarlig="",
                        sammendrag="12 av 12 gjennomført",
                        alle=tuple(
                            Linje(f"{maaned} 2025", "gjennomfoert", utfoert=dag, frist=dag)
                            for maaned, dag in ((MAANEDSNAVN[nr - 1], date(2025, nr, 28)) for nr in range(1, 13))
                        ),
                    ),
                    Tiltaksdel("1.1c", "Revidere strategien", "2026", ""),
                ),
                tekst=les_tekst("- Mye **gjort**"),
            ),
        ),
        ikke_gjort=(Sak("1.1b (1)", "Møte organisasjoner", utgaatt),),
        gjort_senere=(
            Sak(
                "1.1b (2)",
                "Sende nyhetsbrev",
                Linje("2024", "gjennomfoert", utfoert=date(2025, 2, 1), frist=date(2024, 12, 31)),
            ),
        ),
        venter=(Sak("1.1b (1)", "Møte organisasjoner", Linje("2. halvår 2025", "mangler_vurdering")),),
        aktivitetene=Aaret(
            date(2025, 1, 1),
            date(2025, 12, 31),
            None,
            (
                Rad(
                    1,
                    date(2025, 2, 22),
                    date(2025, 2, 22),
                    "lør. 22. februar",
                    "Årsmøte",
                    "Innlandet SV",
                    "Gjøvik",
                    Slag.MOETE,
                    avlyst=True,
                    adresse=aarsmoete.get_absolute_url(),
                ),
            ),
        ),
        antall_avholdt=0,
        er_foreloepig=False,
        oppdatert=SATT,
        avslutning=les_tekst("Vi fortsetter."),
        aaret_foer=Periodefigurer("2024", Figurer.av({"gjennomfoert": 1, "utsatt": 1})),
        glidd=(
            Sak(
                "1.1a",
                "Delta på kampanjer",
                Linje(
                    "2024",
                    "utsatt",
                    utsatt_til=date(2026, 6, 1),
                    merknad="Venter",
                    satt=SATT.date(),
                    frist=date(2024, 12, 31),
                ),
            ),
        ),
        perioden=Periodedel(
            navn="2025–2028",
            aarene=(Periodefigurer("2025", figurer),),
            samlet=figurer,
            maal=(
                Periodemaaldel("Flere medlemmer", ""),
                Periodemaaldel(
                    "Fire på tinget",
                    "Stortingsvalget 8. september 2025 (anslag). Fikk 5. Målet var minst 4: nådd.",
                ),
            ),
        ),
    )
    assert rapportinnhold(rapport, plan, ETTER_AARET) == forventet
    assert (forventet.periode, forventet.moete) == ("1. januar–31. desember 2025", "28. februar 2026, Hamar")
    assert forventet.mangler == ("1 frist mangler vurdering.",)
    assert forventet.antall_tiltak_med_frist == 3


def test_the_figures_are_those_of_the_one_query_and_add_up_over_the_goals(rapport, plan, maal, tall_paa_alt):
    innhold = rapportinnhold(rapport, plan, ETTER_AARET)

    telling = fremdrift(plan, ETTER_AARET).telling(aar=2025)
    assert {tall.stilling: tall.antall for tall in innhold.figurer.tall} == telling
    assert telling == {
        "gjennomfoert": 1,
        "delvis": 1,
        "paagaar": 1,
        "utsatt": 1,
        "ikke_gjennomfoert": 1,
        "utgaar": 1,
        "mangler_vurdering": 2,
    }
    assert innhold.figurer.frist == 8
    for i, tall in enumerate(innhold.figurer.tall):
        assert sum(maal.figurer.tall[i].antall for maal in innhold.maal) == tall.antall
    # what is listed apart is what the figures say
    assert [sak.linje.stilling for sak in innhold.ikke_gjort] == ["ikke_gjennomfoert", "utsatt", "utgaar"]
    assert len(innhold.venter) == 2


@pytest.fixture
def tall_paa_alt(plan, maal):
    """Two goals with a termin for each status, one that is ongoing and untouched, and one outside the plan."""
    annet = Maal.objects.create(plan=plan, nr=2, nummer="1.2", overskrift="Innflytelse")
    statuser = ["gjennomfoert", "delvis", "paagaar", "utsatt", "ikke_gjennomfoert", "utgaar", "ikke_startet"]
    for nr, status in enumerate(statuser):
        termin = lag_termin(lag_tiltak((maal, annet)[nr % 2], f"k{nr}"), "2025")
        if status != "ikke_startet":
            sett(termin, status, merknad="Slik gikk det", utsatt_til=date(2026, 6, 1) if status == "utsatt" else None)
    lag_termin(lag_tiltak(annet, "k8"), "2025", status="paagaar", loepende=True, kan_forfalle=False)
    lag_termin(lag_tiltak(annet, "k9"), "2025", utenfor=True)


def test_a_report_from_annual_meeting_to_annual_meeting_counts_by_its_own_days(rapport, plan, maal):
    rapport.fra, rapport.til = date(2025, 2, 23), date(2026, 2, 28)
    for termin in lag_maaneder(lag_tiltak(maal, "1.1a"), 2025):
        sett(termin, "gjennomfoert", termin.siste)
    lag_maaneder(lag_tiltak(maal, "1.1b"), 2026)

    innhold = rapportinnhold(rapport, plan, ETTER_AARET)

    assert innhold.periode == "23. februar 2025–28. februar 2026"
    assert innhold.figurer == Figurer.av({"gjennomfoert": 11, "mangler_vurdering": 2})
    assert [ett.sammendrag for ett in innhold.maal[0].tiltak] == ["11 av 11 gjennomført", ""]


def test_only_what_is_published_and_public_stands_among_the_activities(rapport, plan, fylkeslag):
    def aktivitet(tittel, dag, **felter):
        verdier = {"lag": fylkeslag, "presisjon": "dag", "foerste_dag": dag, "siste_dag": dag, "publisert": SATT}
        Aktivitet.objects.create(tittel=tittel, **verdier | felter)

    aktivitet("Holdt", date(2025, 3, 1))
    aktivitet("Utkast", date(2025, 3, 1), publisert=None)
    aktivitet("Internt", date(2025, 3, 1), synlighet="intern")
    aktivitet("Før", date(2024, 12, 31))
    aktivitet("Over nyttår", date(2024, 12, 30), siste_dag=date(2025, 1, 2), presisjon="dager")
    aktivitet("Kommer", date(2025, 12, 31))

    innhold = rapportinnhold(rapport, plan, date(2025, 12, 31))

    assert [(maaned.navn, [rad.tittel for rad in maaned.rader]) for maaned in innhold.aktivitetene.maaneder] == [
        ("januar 2025", ["Over nyttår"]),
        ("mars 2025", ["Holdt"]),
        ("desember 2025", ["Kommer"]),
    ]
    assert (innhold.antall_avholdt, innhold.aktivitetene.antall_avlyst, innhold.er_foreloepig) == (2, 0, True)


def test_no_person_is_named_in_a_report_that_nobody_wrote_there(rapport, plan, maal, lag_aktivitet):
    """Whoever follows a measure up, sets a status, writes, decides and lays it before the meeting."""

    def person(navn):
        return Bruker.objects.create_user(f"{navn.lower()}@example.org", navn=f"{navn} Merkesen")

    tiltak = lag_tiltak(maal, "1.1a", foelges_opp_av=person("Følger"))
    for noekkel in ("2024", "2025"):
        lag_termin(tiltak, noekkel).sett_status("utgaar", av=person(f"Setter{noekkel}"), versjon=1, merknad="Ordet")
    rapport.tekster.create(sted="innledning", tekst="Takk til Berit.", av=person("Skriver"))
    rapport.tekster.create(sted="mal", maal=maal, tekst="Bra.", av=person("Målskriver"))
    vedtak = Beslutning("arsmotet", date(2026, 2, 28), "Sak 7", person("Fører"))
    endre(maal, {"overskrift": "Annen stemme"}, vedtak, maal.versjon)
    foer = Rapport.for_aaret(2024)
    foer.plan = plan  # the plan begins the year after
    foer.lagre(0)
    foer.legg_fram(frys(rapportinnhold(foer, plan, ETTER_AARET)), ETTER_AARET, av=person("Legger"), versjon=1)
    lag_aktivitet("Samling", date(2025, 5, 5), opprettet_av=person("Lager"))

    sagt = frys(rapportinnhold(rapport, plan, ETTER_AARET))

    assert all(ord_ in sagt for ord_ in ("Ordet", "Takk til Berit.", "Bra.", "Samling", "Tydelig politisk stemme"))
    navn = [bruker.navn.split()[0] for bruker in Bruker.objects.all()]
    assert len(navn) == 8
    assert [ett for ett in (*navn, "Merkesen", "example.org") if ett in sagt] == []


def test_a_goal_tells_its_measures_by_how_they_stand(rapport, plan, maal):
    halvaarlig, maanedlig = lag_tiltak(maal, "1.1a", "Møte folk"), lag_tiltak(maal, "1.1b", "Sende brev")
    lag_tiltak(maal, "1.1c", "Uten frist")
    sett(lag_termin(halvaarlig, "2025", etikett="1. halvår 2025"), "utsatt", utsatt_til=date(2026, 6, 1))
    lag_termin(halvaarlig, "2025-H2", etikett="2. halvår 2025")
    for termin in lag_maaneder(maanedlig, 2025)[:9]:
        sett(termin, "gjennomfoert", termin.siste)

    (maalet,) = rapportinnhold(rapport, plan, ETTER_AARET).maal

    assert [
        (ett.kode, ett.sammendrag, [(linje.status, linje.etikett) for linje in ett.linjer], len(ett.alle))
        for ett in maalet.tiltak
    ] == [
        ("1.1a", "", [("Utsatt", "1. halvår 2025"), ("Mangler vurdering", "2. halvår 2025")], 2),
        (
            "1.1b",
            "9 av 12 gjennomført, 3 mangler vurdering",
            [("Mangler vurdering", "oktober, november og desember 2025")],
            12,
        ),
        ("1.1c", "", [], 0),
    ]
    assert [(tall.navn, tall.antall) for tall in maalet.figurer.tall if tall.antall] == [
        ("Gjennomført", 9),
        ("Utsatt", 1),
        ("Mangler vurdering", 4),
    ]
    assert sum(len(ett.alle) for ett in maalet.tiltak) == maalet.figurer.frist


@pytest.mark.parametrize("sted", ["innledning", "mal", "avslutning"])
def test_a_report_that_something_is_written_in_is_not_empty(rapport, plan, maal, sted):
    assert rapportinnhold(rapport, plan, ETTER_AARET).er_tomt

    rapport.tekster.create(sted=sted, maal=maal if sted == "mal" else None, tekst="Et stille år.")

    innhold = rapportinnhold(rapport, plan, ETTER_AARET)
    assert not innhold.er_tomt
    assert ("Innledningen er ikke skrevet." in innhold.mangler) == (sted != "innledning")


def test_headings_skip_no_level_whatever_the_goals_are_numbered(rapport, plan):
    for nr, nummer in enumerate(["1.1.1", "2", "2.1.1.1", "2.1"]):
        Maal.objects.create(plan=plan, nr=nr, nummer=nummer, overskrift="Mål")

    assert [maal.overskriftsnivaa for maal in rapportinnhold(rapport, plan, ETTER_AARET).maal] == [3, 3, 4, 4]


def test_ten_times_the_plan_costs_the_same_few_queries(rapport, plan, django_assert_num_queries):
    annen = lag_plan("annen")
    for en_plan, antall in ((plan, 1), (annen, 10)):
        lag_mange(en_plan, antall)
        en_plan.periodemaal.create(nr=1, tekst="Fire", antall=4, valg="stortingsvalg", valgaar=2025)

    with django_assert_num_queries(12):
        liten = rapportinnhold(rapport, plan, ETTER_AARET)
    with django_assert_num_queries(12):
        stor = rapportinnhold(rapport, annen, ETTER_AARET)

    assert (len(liten.maal), len(stor.maal)) == (1, 10)


@pytest.mark.parametrize(
    ("fra", "til", "slug"),
    [
        (date(2025, 1, 1), date(2025, 12, 31), "ny"),
        (date(2024, 1, 1), date(2024, 12, 31), "gammel"),
        (date(2024, 2, 20), date(2025, 2, 22), "ny"),
        (date(2028, 3, 1), date(2029, 2, 20), "ny"),
        (date(2019, 12, 1), date(2020, 12, 31), None),
    ],
)
def test_the_report_is_on_the_plan_in_force_on_its_last_day_else_for_most_of_its_days(db, fra, til, slug):
    lag_plan("ny")
    lag_plan("gammel", fra=date(2021, 1, 1), til=date(2024, 12, 31), status="avloest")
    lag_plan("utkast", fra=date(2019, 1, 1), til=date(2030, 12, 31), status="utkast")

    valgt = Plan.objects.for_perioden(fra, til)

    assert (valgt and valgt.slug) == slug
