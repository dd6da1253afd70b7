"""The lines that are left of people who are put in or changed: exactly what was changed, and never a name."""

from datetime import date

import pytest
from django.urls import reverse

from arbeidsplan.models import Bruker, Hendelse, Spor
from arbeidsplan.models.spor import LENGST
from arbeidsplan.models.stand import Stand, endringene
from arbeidsplan.roller import Rolle

from .linjene import linjene

INGEN_ROLLER = Stand({}, True, "a@example.org", frozenset())


@pytest.fixture
def inne(client, administrator):
    client.force_login(administrator)
    Spor._base_manager.all().delete()  # that they came in
    return client


def felter(bruker, **andre):
    """The form as it stands for this person, with some fields as they are wanted."""
    roller = {f"rolle_{rolle}": "on" for rolle in bruker.roller}
    dager = {f"siste_dag_{rolle}": dag for rolle, dag in bruker.roller.items() if dag}
    aktiv = {"is_active": "on"} if bruker.is_active else {}
    lag = {"lag": list(bruker.redigerer_lag.values_list("pk", flat=True))}
    fra = {"navn": bruker.navn, "email": bruker.email, "lest_versjon": bruker.versjon}
    return {navn: verdi for navn, verdi in {**fra, **roller, **dager, **aktiv, **lag, **andre}.items() if verdi}


def lagre(klient, bruker, **andre):
    svar = klient.post(reverse("admin:arbeidsplan_bruker_change", args=[bruker.pk]), felter(bruker, **andre))
    assert svar.status_code == 302, svar.context["adminform"].form.errors


def test_a_role_that_is_given_is_told_with_what_was_before(inne, administrator, styremedlem):
    lagre(inne, styremedlem, rolle_sekretaer="on", siste_dag_sekretaer="2027-02-27")

    assert linjene() == [
        (Hendelse.ROLLER, administrator, styremedlem, "Styremedlem → Styremedlem, Sekretær til 27. februar 2027")
    ]


def test_a_role_that_is_taken_leaves_none(inne, administrator, styremedlem):
    lagre(inne, styremedlem, rolle_styremedlem="")

    assert linjene() == [(Hendelse.ROLLER, administrator, styremedlem, "Styremedlem → ingen rolle")]


def test_the_last_day_of_a_role_is_a_change_of_it(inne, administrator, styremedlem):
    lagre(inne, styremedlem, siste_dag_styremedlem="2027-02-27")

    assert linjene() == [
        (Hendelse.ROLLER, administrator, styremedlem, "Styremedlem → Styremedlem til 27. februar 2027")
    ]


def test_what_is_told_is_what_was_stored_and_not_what_the_page_showed(inne, administrator, styremedlem):
    """Somebody gave another role while the page stood open; saved knowingly on top, both are in the line."""
    side = felter(styremedlem, rolle_sekretaer="on")
    Bruker.objects.filter(pk=styremedlem.pk).update(roller={"lokallagsredaktoer": None, "styremedlem": None})

    inne.post(reverse("admin:arbeidsplan_bruker_change", args=[styremedlem.pk]), side)

    assert [hva for *_, hva in linjene()] == ["Lokallagsredaktør, Styremedlem → Styremedlem, Sekretær"]


def test_closing_and_opening_are_told(inne, administrator, styremedlem):
    lagre(inne, styremedlem, is_active="")
    styremedlem.refresh_from_db()
    lagre(inne, styremedlem, is_active="on")

    assert linjene() == [
        (Hendelse.STENGT, administrator, styremedlem, ""),
        (Hendelse.AAPNET, administrator, styremedlem, ""),
    ]


def test_another_address_and_other_branches_are_told_without_saying_which(inne, administrator, redaktoer, fylkeslag):
    lagre(inne, redaktoer, email="ny@example.org", lag=[fylkeslag.pk])

    assert linjene() == [
        (Hendelse.ROLLER, administrator, redaktoer, "Redigerer for 1 lag → 1 lag (1 nye, 1 borte)"),
        (Hendelse.EPOST, administrator, redaktoer, ""),
    ]


def test_a_new_person_is_told_with_their_roles(inne, administrator, lokallag):
    svar = inne.post(
        reverse("admin:arbeidsplan_bruker_add"),
        {
            "navn": "Nora Ny",
            "email": "nora@example.org",
            "is_active": "on",
            "rolle_lokallagsredaktoer": "on",
            "lag": [lokallag.pk],
        },
    )

    assert svar.status_code == 302
    ny = Bruker.objects.get(email="nora@example.org")
    assert linjene() == [(Hendelse.LAGT_INN, administrator, ny, "Lokallagsredaktør; redigerer for 1 lag")]


def test_a_new_name_and_a_save_of_nothing_leave_no_line(inne, styremedlem):
    lagre(inne, styremedlem)
    lagre(inne, styremedlem, navn="Kari Nordmann")

    assert linjene() == []


def test_a_save_that_is_refused_leaves_no_line(inne, administrator):
    inne.post(
        reverse("admin:arbeidsplan_bruker_change", args=[administrator.pk]),
        felter(administrator, rolle_administrator=""),
    )

    assert linjene() == []


def test_nothing_is_changed_when_the_line_cannot_be_written(inne, styremedlem, monkeypatch):
    monkeypatch.setattr(Spor, "save", _gaar_ikke)
    inne.raise_request_exception = False

    svar = inne.post(
        reverse("admin:arbeidsplan_bruker_change", args=[styremedlem.pk]), felter(styremedlem, rolle_sekretaer="on")
    )

    styremedlem.refresh_from_db()
    assert (svar.status_code, styremedlem.roller) == (500, {"styremedlem": None})


def test_the_longest_change_there_is_has_room():
    foer = Stand({rolle.value: date(2027, 9, 27).isoformat() for rolle in Rolle}, True, "", frozenset())
    naa = Stand({rolle.value: date(2028, 9, 27).isoformat() for rolle in Rolle}, True, "", frozenset())

    assert max(len(hva) for _, hva in endringene(foer, naa)) <= LENGST


def test_somebody_put_in_without_a_role_and_closed_is_told_so():
    assert list(endringene(None, Stand({}, False, "", frozenset()))) == [
        (Hendelse.LAGT_INN, "ingen rolle"),
        (Hendelse.STENGT, ""),
    ]
    assert list(endringene(INGEN_ROLLER, INGEN_ROLLER)) == []


def _gaar_ikke(*args, **kwargs):
    raise RuntimeError
