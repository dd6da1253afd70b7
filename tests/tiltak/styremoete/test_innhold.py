"""What a board meeting goes through: four lists by goal in the plan's order, each termin set in one of them."""

from datetime import date

from tests.tiltak.conftest import lag_maaneder, lag_mange, lag_termin, lag_tiltak
from tiltak.fremdrift import fremdrift
from tiltak.models import Maal, Ordlydsendring, Planutgave, Status, Termin
from tiltak.oversikt import hva_haster
from tiltak.styremoete.innhold import styremoete

from .conftest import I_DAG, kl, moete, sett


def listene(innhold):
    """The lists as they are read: goal, measure, terminer."""
    return {
        del_.navn: [
            (str(maal.maal), punkt.nr, punkt.tiltak.sitert_kode, [linje.termin.etikett for linje in punkt.linjer])
            for maal in del_.maal
            for punkt in maal.punkter
        ]
        for del_ in innhold.deler
    }


def test_each_termin_stands_under_its_goal_in_the_list_that_it_belongs_to(plan, maal, tiltak, juni, august):
    annet = Maal.objects.create(plan=plan, nr=2, nummer="1.2", overskrift="Politisk innflytelse")
    nyhetsbrev = lag_tiltak(annet, "1.2a")
    lag_maaneder(nyhetsbrev)
    lag_termin(tiltak, "2025")
    gjort = lag_termin(tiltak, "2026")
    sett(gjort, Status.GJENNOMFOERT, kl(2026, 6, 12))
    lag_termin(tiltak, "2026-b", etikett="løpende", status=Status.PAAGAAR, loepende=True, kan_forfalle=False)
    lag_termin(tiltak, "2024", utenfor=True)

    innhold = styremoete(plan, I_DAG)

    maalet, det_andre = "1.1 Tydelig politisk stemme", "1.2 Politisk innflytelse"
    assert listene(innhold) == {
        "endret": [(maalet, 1, "1.1a", ["2026"])],
        "forfalt": [
            (maalet, 2, "1.1a", ["2025"]),
            (det_andre, 3, "1.2a", ["januar 2026", "februar 2026", "mars 2026", "april 2026", "mai 2026"]),
        ],
        "kommer": [(det_andre, 4, "1.2a", ["juni 2026", "juli 2026"])],
        "loepende": [(maalet, 5, "1.1a", ["løpende"])],
    }
    assert innhold.antall == 5
    assert [del_.terminer for del_ in innhold.deler] == [1, 6, 2, 1]


def test_what_changed_and_still_waits_is_set_in_the_list_where_it_waits(plan, tiltak, juni):
    sen = lag_termin(tiltak, "2025")
    sett(sen, Status.PAAGAAR, kl(2026, 6, 12))

    endret, forfalt, *_ = styremoete(plan, I_DAG).deler

    [linje] = [linje for maal in endret.maal for punkt in maal.punkter for linje in punkt.linjer]
    [ogsaa] = [linje for maal in forfalt.maal for punkt in maal.punkter for linje in punkt.linjer]
    assert (linje.termin, linje.staar_under, ogsaa.termin, ogsaa.staar_under) == (sen, "forfalt", sen, "")


def test_what_is_due_on_the_next_meetings_day_comes_before_it(plan, tiltak, august):
    for nr, dag in enumerate([I_DAG, august.foerste_dag, date(2026, 8, 26)]):
        lag_termin(tiltak, f"2026-{nr}", etikett=str(dag), siste=dag)

    assert listene(styremoete(plan, I_DAG))["kommer"] == [
        ("1.1 Tydelig politisk stemme", 1, "1.1a", ["2026-06-15", "2026-08-25"])
    ]


def test_with_no_meeting_ahead_the_lists_are_those_of_every_other_page(plan, tiltak):
    lag_maaneder(tiltak)
    lag_termin(tiltak, "2026", status=Status.PAAGAAR, loepende=True, kan_forfalle=False)
    haster = hva_haster(plan, I_DAG, {tiltak.pk: "1.1a"})

    innhold = styremoete(plan, I_DAG)

    paa_siden = [
        [linje.termin for maal in del_.maal for punkt in maal.punkter for linje in punkt.linjer]
        for del_ in innhold.deler
    ]
    assert paa_siden == [[], haster.forfalt, haster.kommer, haster.loepende]
    assert len(haster.forfalt) == fremdrift(plan, I_DAG).tall().forfalt == 5
    assert innhold.tall == fremdrift(plan, I_DAG).tall(aar=2026)


def test_the_year_of_the_figures_lies_in_the_plans_period(plan, tiltak):
    assert [styremoete(plan, date(aar, 6, 1)).aar for aar in (2024, 2026, 2031)] == [2025, 2026, 2028]


def test_a_code_that_stands_twice_is_told_apart(plan, maal, tiltak):
    for tekst in ("Først", "Sist"):
        lag_termin(lag_tiltak(maal, "2.3d", tekst), "2025")

    assert [kode for _, _, kode, _ in listene(styremoete(plan, I_DAG))["forfalt"]] == ["2.3d (1)", "2.3d (2)"]


def test_the_wording_that_was_changed_since_is_told_with_the_decision(plan, tiltak, juni, styremedlem):
    def utgave(**felter):
        verdier = {"gjelder_fra": date(2026, 6, 9), "innhold": {}, "organ": "fylkesstyret"}
        return Planutgave.objects.create(plan=plan, vedtaksdag=date(2026, 6, 9), av=styremedlem, **verdier | felter)

    def endring(utgaven, hva, felt):
        Ordlydsendring.objects.create(plan=plan, utgave=utgaven, hva=hva, felt=felt, foer="Før", etter="Etter")

    styret, rettet, gammel = utgave(), utgave(organ="retting", grunn="Skrivefeil"), utgave(grunn="Før møtet")
    utgave(grunn="Vedtatt, uten endringer")
    for felt in ("ordlyd", "gjennomføring"):
        endring(styret, "Tiltak 1.1a", felt)
    endring(styret, "1.1 Tydelig politisk stemme", "motto")
    endring(rettet, "Tiltak 1.1a", "ordlyd")
    endring(gammel, "Tiltak 1.1a", "ordlyd")
    Planutgave.objects.filter(pk__in=[styret.pk, rettet.pk]).update(tid=kl(2026, 6, 10))
    Planutgave.objects.filter(pk=gammel.pk).update(tid=kl(2026, 6, 9, 20))

    innhold = styremoete(plan, I_DAG)

    deler = "Tiltak 1.1a (ordlyd og gjennomføring) og 1.1 Tydelig politisk stemme (motto)"
    assert innhold.deler[0].ordlyd == (
        "Rettet 9. juni 2026: Tiltak 1.1a (ordlyd).",
        f"Vedtatt av fylkesstyret 9. juni 2026: {deler}.",
    )
    assert [del_.ordlyd for del_ in innhold.deler[1:]] == [(), (), ()]


def test_the_lines_in_words(plan, tiltak, april):
    sen = lag_termin(tiltak, "2025")
    anslag = lag_termin(tiltak, "2026-b", etikett="etter årsmøtet", siste=date(2026, 7, 1), anslag=True)
    utsatt = lag_termin(tiltak, "2026-c", etikett="våren", siste=date(2026, 5, 1))
    sett(utsatt, Status.UTSATT, kl(2026, 4, 1), utsatt_til=date(2026, 6, 20), merknad="Venter på svar.\nPurret.")
    loepende = {"status": Status.PAAGAAR, "loepende": True, "kan_forfalle": False}
    lag_termin(tiltak, "2026-d", etikett="løpende", **loepende)
    sett_paa = lag_termin(tiltak, "2026-e", etikett="løpende, sett på", **loepende)
    sett(sett_paa, Status.PAAGAAR, kl(2025, 11, 3))
    sett(sen, Status.PAAGAAR, kl(2026, 5, 1), merknad="I gang.")

    innhold = styremoete(plan, I_DAG)

    linjer = [
        (linje.termin.etikett, linje.i_ord)
        for del_ in innhold.deler
        for maal in del_.maal
        for punkt in maal.punkter
        for linje in punkt.linjer
    ]
    assert linjer == [
        ("2025", "Fra ikke startet (forfalt) til pågår (forfalt).\nI gang."),
        ("2025", "Pågår, frist 31. desember 2025.\nI gang."),
        ("våren", "Utsatt til 20. juni 2026.\nVenter på svar.\nPurret."),
        ("etter årsmøtet", "Ikke startet, frist 1. juli 2026 (anslag)."),
        ("løpende", "Pågår, ikke vurdert."),
        ("løpende, sett på", "Pågår, sist sett på 3. november 2025."),
    ]
    assert anslag in Termin.objects.i_planen(plan)


def test_the_content_takes_as_many_queries_for_few_as_for_many(plan, tiltak, fylkeslag, django_assert_num_queries):
    def fyll(antall):
        moete(fylkeslag, date(2026, 1, antall))  # first: it lays out every termin anew
        lag_mange(plan, antall)
        utgave = Planutgave.objects.create(
            plan=plan, gjelder_fra=I_DAG, innhold={}, organ="arsmotet", vedtaksdag=I_DAG
        )
        for termin in Termin.objects.filter(noekkel="2026", endret=None):
            sett(termin, Status.PAAGAAR, kl(2026, 6, 12))
            Ordlydsendring.objects.create(plan=plan, utgave=utgave, hva=str(termin), felt="ordlyd")

    def les():
        for del_ in styremoete(plan, I_DAG).deler:
            for maal in del_.maal:
                for punkt in maal.punkter:
                    str((maal.maal, punkt.tiltak.sitert_kode, punkt.tiltak.foelges_opp_av))
                    str([(linje.i_ord, linje.termin.endret_av) for linje in punkt.linjer])

    fyll(1)
    with django_assert_num_queries(7):
        les()

    fyll(9)
    with django_assert_num_queries(7):
        les()
