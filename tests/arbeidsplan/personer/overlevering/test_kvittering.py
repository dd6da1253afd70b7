"""The receipt: what nobody follows up, letters that did not go, and the names of those who are erased."""

from pytest_django.asserts import assertContains

from arbeidsplan.models import Invitasjon, Overlevering
from arbeidsplan.roller import Rolle

from .conftest import en_ny, velg
from .siden import STYREMEDLEM, nytt


def test_what_nobody_follows_up_is_listed_afterwards(aarsmoetet, styremedlem, tiltakene, fyll_ut, trykk, client):
    trykk(fyll_ut(**velg(styremedlem, STYREMEDLEM, "gaar_av"), **{f"p{styremedlem.pk}-tar_over": "ingen"}))

    kvittering = client.get(Overlevering.objects.get().get_absolute_url())

    assertContains(kvittering, "2 tiltak har ingen som følger dem opp")
    assertContains(kvittering, f'<a href="/tiltak/{tiltakene[0].pk}/">1a Verve</a>', html=True)


def test_a_letter_that_could_not_be_sent_is_told_and_the_rest_stands(
    aarsmoetet, styremedlem, fyll_ut, trykk, client, settings
):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9  # nobody listens there

    svar = trykk(fyll_ut(**velg(styremedlem, STYREMEDLEM, "gaar_av"), **en_ny()))

    kvittering = client.get(svar.headers["Location"])
    assertContains(kvittering, "1 brev er ikke sendt")
    assert (nytt(styremedlem).har_rolle(Rolle.STYREMEDLEM), Invitasjon.objects.count()) == (False, 1)


def test_names_are_gone_from_the_receipt_when_the_person_is(aarsmoetet, styremedlem, fyll_ut, trykk, client):
    trykk(fyll_ut(**velg(styremedlem, STYREMEDLEM, "gaar_av")))
    gjort = Overlevering.objects.get()
    assertContains(client.get(gjort.get_absolute_url()), "Kari Styremedlem")
    styremedlem.delete()

    svar = client.get(gjort.get_absolute_url())

    assertContains(svar, "<strong>tidligere bruker</strong> Styremedlem", html=False)
    assert "Kari" not in str(gjort.hendte)
