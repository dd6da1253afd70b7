"""The page that shows what will happen, before anything does."""

from django.core import mail
from pytest_django.asserts import assertContains, assertTemplateUsed

from arbeidsplan.models import Bruker, Invitasjon, Overlevering

from .conftest import en_ny, velg
from .siden import REDAKTOER, STYREMEDLEM, nytt


def test_it_is_said_in_words_before_anything_happens(
    aarsmoetet, neste, styremedlem, bodil, tiltakene, fyll_ut, trykk, client
):
    sendt = fyll_ut(
        **velg(styremedlem, STYREMEDLEM, "gaar_av"),
        **velg(bodil, STYREMEDLEM, "fortsetter"),
        **{f"p{styremedlem.pk}-tar_over": f"b{bodil.pk}"},
        **en_ny(),
    )

    svar = trykk(sendt, "se")

    assertTemplateUsed(svar, "personer/overlevering/se.html")
    assert svar.context["oversikt"].sammendrag.startswith("1 fortsetter til ")
    assert svar.context["oversikt"].sammendrag.endswith(
        "1 går av nå, 1 blir invitert og 2 tiltak får ny som følger opp"
    )
    assertContains(svar, "Ola Sekretær. Ingenting endres for dem.")
    assert (nytt(styremedlem).roller, Invitasjon.objects.count(), mail.outbox) == ({STYREMEDLEM: None}, 0, [])
    assert ("ny0-navn", "Mona Mose") in svar.context["skjema"].skjulte


def test_a_role_that_nothing_was_chosen_for_is_named_where_the_person_has_another(
    aarsmoetet, sekretaer, styremedlem, fyll_ut, trykk
):
    Bruker.objects.filter(pk=styremedlem.pk).update(roller={STYREMEDLEM: None, REDAKTOER: None})

    svar = trykk(fyll_ut(**velg(styremedlem, STYREMEDLEM, "fortsetter")), "se")

    assert svar.context["oversikt"].ikke_avgjort == ["Kari Styremedlem (lokallagsredaktør)", "Ola Sekretær"]


def test_nothing_chosen_is_nothing_to_carry_out(aarsmoetet, fyll_ut, trykk):
    for handling in ("se", "gjennomfoer"):
        assertContains(trykk(fyll_ut(), handling), "Det er ingenting å gjennomføre.")
    assert Overlevering.objects.count() == 0
