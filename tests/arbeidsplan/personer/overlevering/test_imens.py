"""What somebody else did while the page was filled in: it is told, and nothing is done unseen."""

from pytest_django.asserts import assertContains

from arbeidsplan.models import Invitasjon

from .conftest import en_ny, velg
from .siden import STYREMEDLEM, feilene, nytt


def test_a_second_secretary_is_told_what_the_first_changed_and_nothing_is_done(
    aarsmoetet, neste, styremedlem, bodil, tiltakene, fyll_ut, trykk
):
    sendt = fyll_ut(**velg(styremedlem, STYREMEDLEM, "gaar_av"), **{f"p{styremedlem.pk}-tar_over": "ingen"}, **en_ny())
    trykk(fyll_ut(**velg(bodil, STYREMEDLEM, "fortsetter")))
    tiltakene[1].foelg_opp(bodil, fra=styremedlem.pk)

    svar = trykk(sendt)

    endret = {del_.person.bruker: len(del_.form.endret) for del_ in svar.context["skjema"].personer}
    assert {hvem: antall for hvem, antall in endret.items() if antall} == {styremedlem: 1, bodil: 2}
    assertContains(svar, "Noen andre har lagret her mens du fylte ut.", count=1)
    assert nytt(styremedlem).roller == {STYREMEDLEM: None}
    # Seen and sent again from the page that told it, it is done.
    sett = dict(svar.context["skjema"].skjulte) | {"merke": sendt["merke"]}
    assert trykk(sett).status_code == 302
    assert [t.foelges_opp_av for t in type(tiltakene[0]).objects.order_by("pk")] == [None, bodil, None]


def test_somebody_who_was_invited_meanwhile_is_told_of_and_invited_again_only_knowingly(
    aarsmoetet, sekretaer, fyll_ut, trykk
):
    sendt = fyll_ut(**en_ny())
    foerste, _ = Invitasjon.objects.inviter("mona@example.org", roller={STYREMEDLEM: None}, av=sekretaer)

    svar = trykk(sendt)
    assert feilene(svar) == {"ny0-epost": ["Er invitert alt, og har ikke svart. Trykk en gang til for å sende en ny."]}
    trykk(dict(svar.context["skjema"].skjulte) | {"merke": sendt["merke"]})

    foerste.refresh_from_db()
    assert (foerste.trukket is None, Invitasjon.objects.ubesvarte().count()) == (False, 1)


def test_somebody_erased_meanwhile_is_told_of_once(aarsmoetet, styremedlem, bodil, fyll_ut, trykk):
    sendt = fyll_ut(**velg(styremedlem, STYREMEDLEM, "gaar_av"), **velg(bodil, STYREMEDLEM, "gaar_av"))
    bodil.delete()

    svar = trykk(sendt)

    assertContains(svar, "En du hadde valgt for, har ikke lenger noen rolle her.")
    assert trykk(dict(svar.context["skjema"].skjulte) | {"merke": sendt["merke"]}).status_code == 302
