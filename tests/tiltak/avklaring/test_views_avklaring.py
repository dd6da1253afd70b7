"""The page that settles what needs the secretary: one act each, with and without htmx, and two secretaries at once."""

import pytest
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects, assertTemplateNotUsed

from tests.tiltak.conftest import lag_plan, lag_tiltak
from tiltak.avklaring.saker import avklaringer
from tiltak.frist import les
from tiltak.models import Frist, Merknad, Plan, Status
from tiltak.tolkning import bekreft, les_paa_nytt, velg
from tiltak.views.avklaring import ENDRET

SIDEN = "/plan/utkast/avklar/"
HTMX = {"HX-Request": "true"}


def sak(utkast, gruppe):
    return avklaringer(utkast).grupper[gruppe][0]


def gjoer(inne, saken, handling, **valg):
    return inne.post(SIDEN, {"sak": saken.navn, "versjon": saken.versjon, "handling": handling}, **valg)


def test_each_thing_is_shown_with_its_line_its_measure_and_its_act(inne, utkast, tiltakene):
    svar = inne.get(SIDEN)

    assertContains(svar, "<q>1a | Gjøre noe sammen | Snarest</q>", html=True)
    assertContains(svar, f'<a href="/tiltak/{tiltakene[1].pk}/">1b</a>', html=True)
    assertContains(svar, f'href="/tiltak/{tiltakene[0].pk}/frist/?fra=tiltak-{tiltakene[0].pk}"')
    assertContains(svar, "Leses som: Innen tre måneder etter årsmøtet, hvert år.")
    assertContains(svar, "Etter årsmøteperioden 2025 (22. februar 2025–22. mai 2025, anslag)")
    assertContains(svar, 'value="bekreft"', count=1)
    assertContains(svar, 'value="utgaar"', count=1)
    assertContains(svar, "La den stå", count=1)
    assertNotContains(svar, "1c nevner 2024")


def test_a_draft_tells_what_was_found_and_the_way_on(inne, utkast):
    svar = inne.get(SIDEN)

    assertContains(svar, "Dette fant appen")
    assertContains(svar, "4 av 5")
    assertContains(svar, 'href="/plan/utkast/bekreft/"')
    assertContains(svar, 'href="/plan/utkast/forkast/"')


def test_an_adopted_plan_keeps_the_page_without_the_way_on(inne, utkast):
    Plan.objects.update(status=Plan.Status.VEDTATT)

    svar = inne.get(SIDEN)

    assertContains(svar, "Koder som står to ganger")
    assertNotContains(svar, "Dette fant appen")
    assertNotContains(svar, "bekreft/")


def test_a_reading_is_confirmed_and_taken_back(inne, utkast, tiltakene):
    saken = sak(utkast, "til_bekreftelse")

    svar = gjoer(inne, saken, "bekreft")
    bekreftet = [termin.til_bekreftelse for termin in tiltakene[1].terminer.all()]
    gjoer(inne, avklaringer(utkast).finn(saken.navn), "angre_bekreftelse")

    assertRedirects(svar, f"{SIDEN}#til_bekreftelse", fetch_redirect_response=False)
    assert bekreftet == [False] * 4
    assert [termin.til_bekreftelse for termin in tiltakene[1].terminer.all()] == [True] * 4


def test_all_readings_that_are_alike_are_confirmed_at_once(inne, utkast, tiltakene):
    maal = utkast.maal.get()
    lik = lag_tiltak(maal, "1f", gjennomfoering="etter årsmøteperioden")
    annet = lag_tiltak(maal, "1g", gjennomfoering="Første halvår etter årsmøtet")
    for tiltak in (lik, annet):
        les_paa_nytt(tiltak)

    svar = inne.post(SIDEN, {**_felter(sak(utkast, "til_bekreftelse")), "handling": "bekreft_like"}, follow=True)

    assertContains(svar, "Bekreftet: «Etter årsmøteperioden» i 2 tiltak.")
    bekreftet = dict(Frist.objects.values_list("tiltak__kode", "bekreftet"))
    assert (bekreftet["1b"], bekreftet["1f"], bekreftet["1g"]) == (True, True, False)


def _felter(saken):
    return {"sak": saken.navn, "versjon": saken.versjon}


def test_a_termin_outside_the_period_is_dropped_with_a_ready_reason_and_taken_up_again(
    inne, utkast, utenfor, sekretaer
):
    gjoer(inne, sak(utkast, "utenfor"), "utgaar")
    gjoer(inne, avklaringer(utkast).finn(f"termin-{utenfor.pk}"), "angre_utgaar")

    assert list(utenfor.logg.order_by("pk").values_list("status", "merknad", "av")) == [
        (Status.UTGAAR, "Fristen er før planperioden 2025–2028.", sekretaer.pk),
        (Status.IKKE_STARTET, "", sekretaer.pk),
    ]


@pytest.mark.parametrize("gruppe", ["doble_koder", "merknader"])
def test_a_slip_is_settled_and_taken_back(inne, utkast, gruppe):
    saken = sak(utkast, gruppe)

    gjoer(inne, saken, "avklart")
    avklart = Merknad.objects.get(pk=saken.ting.pk).avklart
    gjoer(inne, saken, "angre_avklart")

    assert (avklart, Merknad.objects.get(pk=saken.ting.pk).avklart) == (True, False)


def test_what_is_settled_folds_away_with_a_way_back(inne, utkast):
    gjoer(inne, sak(utkast, "merknader"), "avklart")

    svar = inne.get(SIDEN)

    assertContains(svar, '<summary>Avklart: <span id="antall-avklarte">1</span></summary>', html=True)
    assertContains(svar, 'value="angre_avklart"', count=1)


@pytest.mark.parametrize(
    ("gruppe", "handling"), [("til_bekreftelse", "bekreft"), ("utenfor", "utgaar"), ("merknader", "avklart")]
)
def test_with_htmx_the_thing_changes_in_place_and_the_figures_follow(inne, utkast, gruppe, handling):
    saken = sak(utkast, gruppe)

    svar = gjoer(inne, saken, handling, headers=HTMX)

    assertTemplateNotUsed(svar, "base.html")
    assertContains(svar, f'id="{saken.navn}"', count=1)
    assertContains(svar, f'<span id="antall-{gruppe}" hx-swap-oob="true">0</span>', html=True)
    assertContains(svar, '<span id="antall-alle" hx-swap-oob="true">4</span>', html=True)
    assertContains(svar, 'value="angre_', count=1)


def test_two_secretaries_who_do_the_same_do_it_once(inne, utkast, utenfor, tiltakene):
    saker = [
        (sak(utkast, "til_bekreftelse"), "bekreft"),
        (sak(utkast, "utenfor"), "utgaar"),
        (sak(utkast, "merknader"), "avklart"),
    ]

    svar = [gjoer(inne, saken, handling).status_code for saken, handling in saker for _ in range(2)]

    assert svar == [302] * 6
    assert utenfor.logg.count() == 1
    assert Frist.objects.get(tiltak=tiltakene[1]).versjon == saker[0][0].versjon + 1


def test_a_reading_that_another_chose_meanwhile_is_not_confirmed_unseen(inne, utkast, tiltakene):
    saken = sak(utkast, "til_bekreftelse")
    les_paa_nytt(tiltakene[1])

    svar = gjoer(inne, saken, "bekreft", headers=HTMX)

    assertContains(svar, ENDRET)
    assert not Frist.objects.get(tiltak=tiltakene[1]).bekreftet


def test_a_status_that_another_set_meanwhile_is_kept(inne, utkast, utenfor, styremedlem):
    saken = sak(utkast, "utenfor")
    utenfor.sett_status(Status.PAAGAAR, av=styremedlem, versjon=utenfor.versjon)

    svar = gjoer(inne, saken, "utgaar")

    utenfor.refresh_from_db()
    assertRedirects(svar, f"{SIDEN}#{saken.navn}", fetch_redirect_response=False)
    assertContains(inne.get(SIDEN), ENDRET)
    assert utenfor.status == Status.PAAGAAR


def test_what_another_settled_in_another_way_is_told_in_its_place(inne, utkast, tiltakene):
    saken = sak(utkast, "til_bekreftelse")
    velg(tiltakene[1], les("Årlig"))

    svar = gjoer(inne, saken, "bekreft", headers=HTMX)

    assertContains(svar, f'<li class="sak er-avklart" id="{saken.navn}">')
    assertContains(svar, "Dette er avklart.")
    assert Frist.objects.get(tiltak=tiltakene[1]).regel == les("Årlig").to_dict()


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"sak": "merknad-0", "handling": "avklart", "versjon": "0"},
        {"sak": "x" * 1000, "handling": "avklart", "versjon": "0"},
        {"sak": "\0", "handling": "slett", "versjon": "-1"},
        {"sak": "merknad-1", "handling": "avklart", "versjon": "9" * 30},
    ],
)
def test_what_no_page_of_ours_sends_does_nothing(inne, utkast, data):
    svar = inne.post(SIDEN, data)

    assertRedirects(svar, f"{SIDEN}#saker", fetch_redirect_response=False)
    assert not Merknad.objects.filter(avklart=True).exists()


def test_an_act_that_is_for_another_kind_of_thing_does_nothing(inne, utkast, utenfor):
    for gruppe, handling in (("merknader", "utgaar"), ("utenfor", "avklart"), ("doble_koder", "bekreft")):
        gjoer(inne, sak(utkast, gruppe), handling)

    assert sum(map(len, avklaringer(utkast).grupper.values())) == 5


def test_a_draft_for_the_same_period_may_be_said_to_be_a_new_version(inne, utkast):
    plan = lag_plan()

    assertContains(inne.get(SIDEN), "Arbeidsplan 2025-2028 gjelder for den samme perioden.")
    inne.post(SIDEN, {"handling": "ny_utgave"})
    utkast.refresh_from_db()
    er_utgave = utkast.revisjon_av
    assertContains(inne.get(SIDEN), "Nei, det er en egen plan")
    inne.post(SIDEN, {"handling": "egen_plan"})
    utkast.refresh_from_db()

    assert (er_utgave, utkast.revisjon_av) == (plan, None)


@pytest.mark.parametrize("antall", [1, 3])
def test_the_page_costs_the_same_for_any_size(inne, utkast, antall, django_assert_num_queries):
    maal = utkast.maal.get()
    for nr in range(antall):
        for frase in ("Etter årsmøteperioden", "2024", "Snarest"):
            les_paa_nytt(lag_tiltak(maal, f"2{nr}", gjennomfoering=frase))
        bekreftet = lag_tiltak(maal, f"3{nr}", gjennomfoering="Etter årsmøteperioden")
        les_paa_nytt(bekreftet)
        bekreftet.refresh_from_db()
        bekreft([bekreftet])
        Merknad.objects.create(plan=utkast, linje=1, hva="delt-ord", tekst="Ordet er delt.", avklart=bool(nr))

    with django_assert_num_queries(21):
        inne.get(SIDEN)


def test_what_was_done_outside_the_period_is_not_taken_back_by_the_act_for_what_was_dropped(
    inne, utkast, utenfor, sekretaer
):
    utenfor.sett_status(Status.GJENNOMFOERT, av=sekretaer, versjon=utenfor.versjon)
    saken = avklaringer(utkast).finn(f"termin-{utenfor.pk}")

    gjoer(inne, saken, "angre_utgaar")
    gjoer(inne, saken, "utgaar")

    assert [linje.status for linje in utenfor.logg.all()] == [Status.GJENNOMFOERT]


def test_a_draft_that_somebody_changes_in_the_same_moment_is_left_as_it_is(inne, utkast, monkeypatch):
    gjelder = lag_plan()
    ekte = Plan.objects.med_samme_periode

    def med_en_annen_foerst(plan):
        Plan.objects.filter(pk=utkast.pk).update(versjon=99)
        return ekte(plan)

    monkeypatch.setattr(type(Plan.objects), "med_samme_periode", lambda self, plan: med_en_annen_foerst(plan))
    svar = inne.post(SIDEN, {"handling": "ny_utgave"})

    utkast.refresh_from_db()
    assertRedirects(svar, SIDEN, fetch_redirect_response=False)
    assert (utkast.revisjon_av, ekte(utkast)) == (None, gjelder)
