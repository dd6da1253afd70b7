"""From the login page back to the save: what was written is seen, sent once more, or thrown away."""

import re
from datetime import timedelta

from django.conf import settings
from django.contrib.sessions.models import Session
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from aktivitet.models import Aktivitet
from arbeidsplan.oppbevaring import GJENSENDT
from tests.tiltak.conftest import felter, logg
from tiltak.forms import StatusForm
from tiltak.models import Maal, Status

from .nettleser import FORTSETT, HTMX, INN, PASSORD, gjensendingen, logg_inn, oppbevart, send_paa_nytt


def test_a_status_written_after_the_login_ran_out_is_saved_after_the_next_login(client, kari, termin):
    client.force_login(kari)
    Session.objects.all().delete()

    svar = client.post(
        termin.get_absolute_url(),
        felter(termin, status="gjennomfoert", utfoert="2026-01-02", merknad="Holdt på Hamar"),
    )
    assert (svar.status_code, svar.headers["Location"]) == (302, f"{INN}?next={FORTSETT}")
    assert logg(termin) == []
    assert logg_inn(client, kari) == FORTSETT
    side = client.get(FORTSETT).content.decode()
    assert "<dt>Status</dt><dd>Gjennomført</dd>" in side
    assert "<dt>Noen ord</dt><dd>Holdt på Hamar</dd>" in side
    assert "<dt>Dagen det ble gjort</dt><dd>2. januar 2026</dd>" in side
    svar = send_paa_nytt(client)

    assert (svar.status_code, [(status, ord_) for status, _, _, ord_ in logg(termin)]) == (
        302,
        [(Status.GJENNOMFOERT, "Holdt på Hamar")],
    )
    assert oppbevart(client) == []


def test_a_login_by_code_keeps_it_too_and_lasts_as_long_as_any_login(client, kari, termin):
    client.post(termin.get_absolute_url(), felter(termin, merknad="Holdt på Hamar"))
    client.post("/logg-inn/kode/", {"email": kari.email, "next": FORTSETT})
    koden = re.search(r"^[0-9A-Z]{4}-?[0-9A-Z]{4}$", mail.outbox[-1].body, re.MULTILINE).group()

    svar = client.post("/logg-inn/kode/bekreft/", {"code": koden, "next": FORTSETT})

    assert svar.headers["Location"] == FORTSETT
    assert client.session.get_expiry_age() == settings.SESSION_COOKIE_AGE
    send_paa_nytt(client)
    assert [ord_ for *_, ord_ in logg(termin)] == ["Holdt på Hamar"]


def test_an_htmx_request_is_kept_and_the_whole_page_goes_to_the_login(client, kari, termin):
    svar = client.post(termin.get_absolute_url(), felter(termin, merknad="Holdt"), headers=HTMX)

    assert (svar.status_code, svar.headers["HX-Redirect"]) == (204, f"{INN}?next={FORTSETT}")
    logg_inn(client, kari)
    assert 'href="/tiltak/?aar=2026"' in client.get(FORTSETT).content.decode()
    svar = send_paa_nytt(client)
    assert svar.status_code == 302  # sent as a plain form: the answer is a whole page
    assert [ord_ for *_, ord_ in logg(termin)] == ["Holdt"]


def test_an_activity_is_sent_with_every_field_as_it_was(client, kari, fylkeslag):
    skrevet = {
        "tittel": "Felles studietur & middag",
        "type": "annet",
        "lag": fylkeslag.pk,
        "presisjon": "dag",
        "foerste_dag": "2026-10-01",
        "beskrivelse": 'Linje én\r\n\r\nLinje "to" <b>',
        "synlighet": "offentlig",
        "handling": "publiser",
    }
    client.post("/hva-skjer/ny/", skrevet)
    logg_inn(client, kari)

    side = client.get(FORTSETT).content.decode()
    linjer = re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", side, re.DOTALL)
    svar = send_paa_nytt(client)

    assert ("Arrangør", "Innlandet SV") in linjer
    assert ("Første dag", "1. oktober 2026") in linjer
    assert ("Beskrivelse", "Linje én<br><br>Linje &quot;to&quot; &lt;b&gt;") in linjer
    assert svar.status_code == 302
    [aktivitet] = Aktivitet.objects.all()
    assert (aktivitet.tittel, aktivitet.beskrivelse, aktivitet.publisert is not None) == (
        "Felles studietur & middag",
        'Linje én\n\nLinje "to" <b>',
        True,
    )


def test_a_change_of_the_plan_carries_its_decision(client, ola, plan, maal):
    sti = f"/plan/{plan.slug}/rediger/mal/{maal.pk}/"
    skrevet = {"nummer": "1.1", "overskrift": "Tydelig stemme", "motto": "", "lest_versjon": maal.versjon}
    skrevet |= {"organ": "arsmote", "vedtaksdag": "2026-03-01", "grunn": "Årsmøtet 2026, sak 7"}
    client.force_login(ola)
    skrevet["organ"] = re.search(r'name="organ" value="(\w+)"', client.get(sti).content.decode()).group(1)
    Session.objects.all().delete()
    client.post(sti, skrevet)
    logg_inn(client, ola)

    side = client.get(FORTSETT).content.decode()
    send_paa_nytt(client)

    assert "<h2" in side
    assert ">Målet</h2>" in side
    assert "<dt>Hvorfor?</dt><dd>Årsmøtet 2026, sak 7</dd>" in side
    assert Maal.objects.get(pk=maal.pk).overskrift == "Tydelig stemme"


def test_somebody_who_saved_meanwhile_is_not_overwritten(client, kari, ola, termin):
    client.post(termin.get_absolute_url(), felter(termin, merknad="Mine ord"))
    termin.sett_status(Status.PAAGAAR, av=ola, versjon=termin.versjon, merknad="Olas ord")
    logg_inn(client, kari)

    svar = send_paa_nytt(client)

    assert svar.status_code == 200
    assert "Olas ord" in svar.content.decode()
    assert "Mine ord" in svar.content.decode()
    assert [ord_ for *_, ord_ in logg(termin)] == ["Olas ord"]
    assert oppbevart(client) == []  # it stands in its own form now


def test_a_field_with_several_values_keeps_them_all(client, kari, plan):
    client.post(f"/plan/{plan.slug}/rediger/tiltak/1/sla-sammen/", {"tekst": "Begge", "andre": ["4", "5"]})
    logg_inn(client, kari)

    sti, sendt = gjensendingen(client.get(FORTSETT).content.decode())

    assert sti == f"/plan/{plan.slug}/rediger/tiltak/1/sla-sammen/"
    assert (sendt["tekst"], sendt["andre"]) == (["Begge"], ["4", "5"])


def test_the_query_of_the_address_goes_along(client, kari, plan):
    client.post(f"/plan/{plan.slug}/rediger/mal/ny/?i=mal-1&etter=2", {"overskrift": "Nytt"})
    logg_inn(client, kari)

    sti, _ = gjensendingen(client.get(FORTSETT).content.decode())

    assert sti == f"/plan/{plan.slug}/rediger/mal/ny/?i=mal-1&etter=2"


def test_a_file_is_told_of_and_chosen_again(client, ola):
    client.post("/plan/inn/", {"fil": SimpleUploadedFile("plan.docx", b"innhold")})
    logg_inn(client, ola)

    side = client.get(FORTSETT).content.decode()
    svar = send_paa_nytt(client)

    assert "plan.docx" in side
    assert "Velg den på nytt" in side
    assert svar.status_code == 200
    assert svar.context["form"].errors == {"fil": ["Velg filen som planen står i."]}


def test_two_tabs_are_both_kept_and_sent_one_by_one(client, kari, termin):
    client.post(termin.get_absolute_url(), felter(termin, merknad="Fra den ene fanen"))
    client.post("/hva-skjer/ny/", {"tittel": "Fra den andre fanen"})
    logg_inn(client, kari)

    send_paa_nytt(client)
    side = client.get(FORTSETT).content.decode()

    assert [ord_ for *_, ord_ in logg(termin)] == ["Fra den ene fanen"]
    assert "Fra den andre fanen" in side
    assert "Fra den ene fanen" not in side.split("</h1>")[1]


def test_the_same_form_sent_twice_is_kept_once(client, termin):
    for _ in range(2):
        client.post(termin.get_absolute_url(), felter(termin, merknad="Holdt"))

    assert len(oppbevart(client)) == 1


# --- What becomes of it ----------------------------------------------------------------------------------------------


def test_it_is_thrown_away_by_its_own_button_alone(client, kari, termin):
    client.post(termin.get_absolute_url(), felter(termin, merknad="Holdt"))
    logg_inn(client, kari)
    client.get(FORTSETT)
    client.get(FORTSETT, {"kast": oppbevart(client)[0]["merke"]})
    assert len(oppbevart(client)) == 1

    svar = client.post(FORTSETT, {"kast": oppbevart(client)[0]["merke"]}, follow=True)

    assert svar.redirect_chain == [("/", 302)]
    assert "Kastet." in svar.content.decode()
    assert (oppbevart(client), logg(termin)) == ([], [])


def test_after_the_hour_it_is_gone(client, kari, termin, monkeypatch):
    client.post(termin.get_absolute_url(), felter(termin, merknad="Holdt"))
    logg_inn(client, kari)
    naa = timezone.now()
    monkeypatch.setattr(timezone, "now", lambda: naa + timedelta(hours=1, seconds=1))

    side = client.get(FORTSETT).content.decode()

    assert "Ingenting venter på å bli sendt" in side
    assert "Holdt" not in side
    assert oppbevart(client) == []


def test_a_session_that_nobody_logs_in_to_ends_with_the_hour_and_is_swept_away(client, termin):
    client.post(termin.get_absolute_url(), felter(termin, merknad="Holdt"))
    [sesjon] = Session.objects.all()
    assert timedelta(minutes=59) < sesjon.expire_date - timezone.now() <= timedelta(hours=1)
    Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))

    Client().post(termin.get_absolute_url(), felter(termin, merknad="En annen"))

    assert not Session.objects.filter(pk=sesjon.pk).exists()
    assert Session.objects.count() == 1


def test_whoever_lacks_the_right_is_told_and_the_words_stay(client, redaktoer, termin):
    redaktoer.set_password(PASSORD)
    redaktoer.save()
    client.post(termin.get_absolute_url(), felter(termin, merknad="Holdt på Hamar"))
    logg_inn(client, redaktoer)

    svar = send_paa_nytt(client)
    side = client.get(svar.headers["Location"]).content.decode()

    assert svar.headers["Location"] == FORTSETT
    assert "Ikke lagret: du har ikke tilgang til dette." in side
    assert "Holdt på Hamar" in side
    assert logg(termin) == []


def test_what_it_was_about_may_be_gone_and_the_words_stay(client, kari, termin):
    client.post(termin.get_absolute_url(), felter(termin, merknad="Holdt på Hamar"))
    logg_inn(client, kari)
    termin.delete()

    side = client.get(send_paa_nytt(client).headers["Location"]).content.decode()

    assert "finnes ikke lenger" in side
    assert "Holdt på Hamar" in side


def test_a_mistake_of_ours_is_told_and_the_words_stay(client, kari, termin, monkeypatch):
    def smell(*args, **kwargs):
        raise ZeroDivisionError

    client.post(termin.get_absolute_url(), felter(termin, merknad="Holdt på Hamar"))
    logg_inn(client, kari)
    client.raise_request_exception = False
    with monkeypatch.context() as feil:
        feil.setattr(StatusForm, "lagre", smell)
        svar = send_paa_nytt(client)
    side = client.get(svar.headers["Location"]).content.decode()
    send_paa_nytt(client)

    assert "noe gikk galt hos oss" in side
    assert [ord_ for *_, ord_ in logg(termin)] == ["Holdt på Hamar"]


def test_a_form_of_the_editing_site_is_kept_too(client, ola, lokallag):
    sti = f"/admin/aktivitet/lag/{lokallag.pk}/change/"
    skrevet = {"navn": "Hamar og Løten SV", "slug": "hamar-sv", "type": "lokallag", "kommune": "Hamar"}
    client.post(sti, skrevet | {"_save": "Lagre"})
    logg_inn(client, ola)

    send_paa_nytt(client)

    lokallag.refresh_from_db()
    assert lokallag.navn == "Hamar og Løten SV"
    assert oppbevart(client) == []


def test_a_login_that_runs_out_once_more_loses_nothing(client, kari, termin):
    client.post(termin.get_absolute_url(), felter(termin, merknad="Holdt"))
    logg_inn(client, kari)
    sti, sendt = gjensendingen(client.get(FORTSETT).content.decode())
    Session.objects.all().delete()

    svar = client.post(sti, sendt)

    assert svar.headers["Location"] == f"{INN}?next={FORTSETT}"
    assert [ett["felter"]["merknad"] for ett in oppbevart(client)] == [["Holdt"]]
    assert GJENSENDT not in oppbevart(client)[0]["felter"]


def test_other_pages_tell_that_something_lies_unsent(client, kari, termin):
    client.post(termin.get_absolute_url(), felter(termin, merknad="Holdt"))
    utlogget = client.get("/").content.decode()
    logg_inn(client, kari)

    assert "er ikke lagret ennå" not in utlogget
    assert f'<a href="{FORTSETT}">Noe du skrev, er ikke lagret ennå</a>' in client.get("/").content.decode()
    send_paa_nytt(client)
    assert "er ikke lagret ennå" not in client.get("/").content.decode()


def test_the_login_page_promises_nothing_to_whoever_wrote_nothing(client, db):
    svar = client.get(FORTSETT, follow=True)

    assert svar.redirect_chain == [(f"{INN}?next={FORTSETT}", 302)]
    assert "tatt vare på" not in svar.content.decode()
