"""What Django has no Norwegian for, said in ours: the list that is read, and what a person meets of it."""

import gettext
import re

import pytest
from django.conf import settings
from pytest_django.asserts import assertContains

ORDLISTE = settings.BASE_DIR / "locale" / "nb" / "LC_MESSAGES"


def test_the_list_that_django_reads_is_the_one_that_people_read():
    skrevet = (ORDLISTE / "django.po").read_text(encoding="utf-8")
    enkle = re.findall(r'^msgid "(.+)"\nmsgstr "(.+)"$', skrevet, re.M)
    former = r'^msgid "(.+)"\nmsgid_plural "(.+)"\nmsgstr\[0\] "(.+)"\nmsgstr\[1\] "(.+)"$'
    flertall = re.findall(former, skrevet, re.M)
    with (ORDLISTE / "django.mo").open("rb") as fil:
        lest = gettext.GNUTranslations(fil)

    assert [(ord_, lest.gettext(ord_)) for ord_, _ in enkle] == enkle
    assert [(en, to, lest.ngettext(en, to, 1), lest.ngettext(en, to, 2)) for en, to, _, _ in flertall] == flertall
    assert len(enkle) + len(flertall) == skrevet.count("msgid ") - 1  # the heading has one too


@pytest.mark.django_db
def test_a_short_password_is_refused_in_norwegian(client, styremedlem):
    styremedlem.set_password("et-langt-nok-passord")
    styremedlem.save()
    client.force_login(styremedlem)

    svar = client.post(
        "/konto/passord/", {"oldpassword": "et-langt-nok-passord", "password1": "kortord", "password2": "kortord"}
    )

    assertContains(svar, "Passordet er for kort. Det må ha minst 10 tegn.")


@pytest.mark.django_db
def test_the_editing_site_speaks_norwegian_to_those_who_only_hear_it(client, sekretaer):
    client.force_login(sekretaer)

    forsiden = client.get("/admin/").content.decode()
    galt = client.post("/admin/aktivitet/lag/add/", {}).content.decode()

    assert re.findall(r'<th scope="col">(.*?)</th>', forsiden)[:3] == ["Navn", "Legg til", "Endre eller se"]
    assert "Hopp til innholdet" in forsiden
    assert [ord_ for ord_ in ("Error", "Please", "Skip", "Breadcrumbs", "Model ") if ord_ in forsiden + galt] == []
    assert "Ikke lagret. Det som må rettes, står med rødt ved hvert felt." in galt
