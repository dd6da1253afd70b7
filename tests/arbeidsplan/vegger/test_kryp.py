"""No name of a person and no word that is internal is anywhere that somebody can get to without logging in."""

from collections import Counter
from itertools import count

import pytest
from django.core.management import call_command
from django.db import models
from django.db.models import Q

from aktivitet.models import Aktivitet
from arbeidsplan.models import Bruker, Invitasjon, Spor
from arbeidsplan.models.spor import Hendelse
from arbeidsplan.roller import Rolle
from tests.arbeidsplan.vegger.kryper import kryp
from tests.tiltak.conftest import lag_plan, lag_tiltak
from tiltak.models import Maal, Plan, Rapport, Rapporttekst, Statusendring, Termin, Tiltak, Vedlegg

MERKE = "zqmerke"
SLAG = {"text/html", "text/calendar", "application/atom+xml", "application/pdf", "image/svg+xml", "text/csv"}
SLAG |= {"application/json", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}
SLAG |= {"application/vnd.openxmlformats-officedocument.wordprocessingml.document"}


def merk(spoerring):
    """Let every field of free text in these rows be a marker, each its own. Gives how many rows it was."""
    nummer = count()
    modell = spoerring.model
    frie = [
        felt.name
        for felt in modell._meta.concrete_fields
        if isinstance(felt, models.CharField | models.TextField)
        and not (felt.choices or felt.unique or felt.primary_key)
        if not isinstance(felt, models.SlugField) and (felt.max_length or 1000) >= 60
    ]
    for rad in spoerring:
        for navn in frie:
            setattr(rad, navn, f"{MERKE}{modell.__name__}{next(nummer)}")
    modell._base_manager.bulk_update(spoerring, frie)
    return len(spoerring)


@pytest.fixture
def merket(db):
    """The demo, in which all that is not for everybody is marked. Gives the words that nobody may find."""
    call_command("lag_demo", verbosity=0)
    sekretaer = next(en for en in Bruker.objects.all() if en.har_rolle(Rolle.SEKRETAER))
    navnene = {ord_ for en in Bruker.objects.all() for ord_ in (en.navn, en.email)}
    for en in Bruker.objects.all():
        Bruker.objects.filter(pk=en.pk).update(navn=f"{MERKE}navn{en.pk}", email=f"{MERKE}{en.pk}@example.org")
    Invitasjon.objects.inviter(f"{MERKE}inv@example.org", roller={Rolle.STYREMEDLEM: None}, av=sekretaer)
    Spor.objects.sett(Hendelse.ROLLER, av=sekretaer, hva=f"{MERKE}spor")
    skjult = Q(publisert=None) | Q(synlighet="intern")
    utkast = lag_plan("zq-utkast", status=Plan.Status.UTKAST, tittel=f"{MERKE}plan")
    maal = Maal.objects.create(plan=utkast, nr=1, nummer="1", overskrift=f"{MERKE}maal")
    lag_tiltak(maal, "1a", tekst=f"{MERKE}tiltak")
    vedtatt = Tiltak.objects.exclude(maal__plan=utkast).first()
    vedtatt.vedlegg.create(navn="Referat", lenke="https://example.org/")
    antall = {
        "aktiviteter": merk(Aktivitet.objects.filter(skjult)),
        "logg": merk(Statusendring.objects.all()),
        "terminer": Termin.objects.update(merknad=f"{MERKE}merknad"),
        "vedlegg": merk(Vedlegg.objects.all()),
        "rapporttekster": merk(Rapporttekst.objects.filter(rapport__publisert=None)),
        "nettlenker": Aktivitet.objects.exclude(skjult | Q(nettlenke_for="alle"))
        .filter(pk__in=Aktivitet.objects.exclude(skjult).values("pk")[:5])
        .update(nettlenke=f"https://example.org/{MERKE}nett"),
    }
    assert min(antall.values()) > 0, antall
    return {MERKE, *navnene}


@pytest.mark.svarene
def test_nothing_marked_is_found_and_no_cookie_is_left(client, merket):
    funnet, slagene, kaker = {}, Counter(), {}
    skjulte = [ord_.casefold() for ord_ in merket]
    for adresse, slag, tekst in kryp(client):
        slagene[slag] += 1
        tekst = tekst.casefold()
        if ord_ := [ett for ett in skjulte if ett in tekst]:
            funnet[adresse] = ord_
        if client.cookies:
            kaker[adresse] = list(client.cookies)
            client.cookies.clear()

    assert funnet == {}
    assert slagene.keys() >= SLAG
    assert slagene["text/html"] > 60
    assert {kake for alle in kaker.values() for kake in alle} == {"csrftoken"}
    assert {adresse.split("?")[0] for adresse in kaker} <= KAN_SETTE_KAKE


KAN_SETTE_KAKE = {"/logg-inn/", "/logg-inn/kode/", "/konto/passord/glemt/"}


def test_the_same_walk_finds_the_marks_where_one_is_logged_in(client, merket):
    """Else the one above could find nothing for want of something to find."""
    client.force_login(next(en for en in Bruker.objects.all() if en.har_rolle(Rolle.STYREMEDLEM)))
    termin = Statusendring.objects.first().termin
    rapport = Rapport.objects.filter(publisert=None).first()

    for adresse in (f"/tiltak/{termin.tiltak_id}/", f"/rapport/{rapport.aar}/les/", "/hva-skjer/"):
        assert MERKE in client.get(adresse).content.decode(), adresse
