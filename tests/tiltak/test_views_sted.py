"""The way back: to the page that the row stood on, and to what the list showed there, and never anywhere else."""

import pytest
from pytest_django.asserts import assertContains, assertRedirects

from tests.tiltak.conftest import felter, lag_termin, lag_tiltak, uten_merker
from tiltak.models import Status, Termin
from tiltak.views.fra import Utvalg

HTMX = {"HX-Request": "true"}


@pytest.mark.parametrize(
    ("skrevet", "lest"),
    [
        ("", ""),
        ("aar=2027", "aar=2027"),
        ("aar=alle&status=forfalt&status=utsatt", "aar=alle&status=forfalt&status=utsatt"),
        ("q=%C3%85rsm%C3%B8te+på", "q=%C3%85rsm%C3%B8te+p%C3%A5"),
        ("aar=&q=møte", "q=m%C3%B8te"),
        ("//annet.example/", ""),
        ("https://annet.example/?aar=2026", ""),
        ("aar=2026#termin-1", "aar=2026%23termin-1"),
        ("aar=2026\r\nSet-Cookie: x=1", ""),
        ("q=a\0b&aar=2026", "aar=2026"),
        ("q=\ud800", ""),
        ("q=<script>", "q=%3Cscript%3E"),
        ("q=" + "a" * 5000, ""),
        ("&".join(f"q={nr}" for nr in range(5000)), ""),
    ],
)
def test_what_the_list_showed_is_read_with_care(skrevet, lest):
    assert Utvalg.av(skrevet).som_spoersmaal == lest


@pytest.mark.parametrize(
    ("utvalg", "aar"),
    [("", 2026), ("aar=2027", 2027), ("aar=alle", None), ("aar=i fjor", 2026), ("status=utsatt", 2026)],
)
def test_the_year_that_the_list_showed(utvalg, aar):
    assert Utvalg.av(utvalg).aar(2026) == aar


@pytest.mark.parametrize(
    ("fra", "utvalg", "tilbake"),
    [
        ("liste", "aar=alle&status=forfalt", "/tiltak/?aar=alle&status=forfalt#rad-{pk}"),
        ("liste", "//annet.example", "/tiltak/?aar=2026#rad-{pk}"),
        ("liste", "next=//annet.example", "/tiltak/?next=%2F%2Fannet.example#rad-{pk}"),
        ("forside", "aar=alle", "/"),
    ],
)
def test_without_javascript_it_goes_back_to_the_list_as_it_was_filtered(inne, termin, fra, utvalg, tilbake):
    skjema = inne.get(termin.get_absolute_url(), {"fra": fra, "utvalg": utvalg})
    svar = inne.post(termin.get_absolute_url(), felter(termin, fra=fra, utvalg=utvalg))

    vei = tilbake.format(pk=termin.pk)
    avbryt = vei.replace("#rad-", "#termin-").replace("&", "&amp;")
    assertContains(skjema, f'href="{avbryt}"')
    assert (svar.status_code, svar["Location"]) == (302, vei)


def test_an_undo_goes_back_to_the_same_list(inne, termin):
    inne.post(termin.get_absolute_url(), felter(termin))

    svar = inne.post(
        f"/tiltak/termin/{termin.pk}/angre/", {"versjon": 2, "fra": "liste", "utvalg": "aar=2026&q=a b"}, follow=True
    )

    assertRedirects(svar, f"/tiltak/?aar=2026&q=a+b#rad-{termin.pk}")


def test_the_row_the_form_and_the_undo_carry_it_along(inne, termin):
    sted = {"fra": "liste", "utvalg": "aar=2026&status=delvis"}
    felt = '<input type="hidden" name="utvalg" value="aar=2026&amp;status=delvis">'
    lenke = f'hx-get="{termin.get_absolute_url()}?fra=liste&amp;utvalg=aar%3D2026%26status%3Ddelvis'

    rad = inne.get(termin.get_absolute_url(), {**sted, "vis": "rad"}, headers=HTMX)
    skjema = inne.get(termin.get_absolute_url(), sted, headers=HTMX)
    lagret = inne.post(termin.get_absolute_url(), felter(termin, status=Status.DELVIS, **sted), headers=HTMX)

    assertContains(rad, lenke)
    assertContains(skjema, felt, html=True)
    assertContains(skjema, f"{lenke}&amp;vis=rad")
    assertContains(lagret, lenke)
    assertContains(lagret, felt, html=True)  # in the undo


def test_the_figures_after_a_save_are_those_that_the_list_showed(inne, tiltak, termin, i_dag):
    lag_termin(tiltak, "2027")
    svar = {
        utvalg: inne.post(
            termin.get_absolute_url(),
            felter(termin, status=Status.DELVIS, versjon=versjon, fra="liste", utvalg=utvalg),
            headers=HTMX,
        )
        for versjon, utvalg in enumerate(["", "aar=2026&q=x", "aar=alle"], start=1)
    }

    tallene = {utvalg: ett.context["tallene"][-1][1].figurer.i_ord for utvalg, ett in svar.items()}
    assert tallene == {
        "": "1 frist: 1 delvis gjennomført",
        "aar=2026&q=x": "1 frist: 1 delvis gjennomført",
        "aar=alle": "2 frister: 1 delvis gjennomført og 1 mangler vurdering",
    }


def test_on_its_own_page_the_form_stays_when_it_is_wrong_and_goes_back_when_it_is_saved(inne, termin):
    sendt = felter(termin, fra="forside", egen_side="1")

    feil = inne.post(termin.get_absolute_url(), sendt | {"status": "ferdig"}, headers=HTMX)
    lagret = inne.post(termin.get_absolute_url(), sendt, headers=HTMX)

    assertContains(feil, '<input type="hidden" name="egen_side" value="1">', html=True)
    assertContains(feil, "Velg en av statusene i listen.")
    assert (lagret.status_code, lagret["HX-Redirect"]) == (200, "/")
    assertContains(inne.get("/"), "Lagret: 1.1a, 2026, Pågår.")


@pytest.mark.parametrize("headers", [HTMX, {}], ids=["htmx", "uten"])
def test_what_was_written_in_a_termin_that_is_gone_is_given_back(inne, maal, headers):
    termin = lag_termin(lag_tiltak(maal, "1.1b"))
    sendt = felter(termin, status=Status.UTSATT, utsatt_til="2026-09-01", merknad="Ring <Kari>\0 & co")
    adresse = termin.get_absolute_url()
    Termin.objects.all().delete()

    svar = inne.post(adresse, sendt, headers=headers)

    assertContains(svar, "Ring &lt;Kari&gt; &amp; co</textarea>", status_code=404)
    ordene = uten_merker(svar.content.decode())
    assert "denne fristen finnes ikke lenger" in ordene
    assert "Status Utsatt Utsatt til 2026-09-01" in ordene
