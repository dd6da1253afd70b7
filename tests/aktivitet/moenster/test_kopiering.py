"""Last year's made into this year's drafts."""

from datetime import date, time

import pytest
from django.utils import timezone

from aktivitet.models import Aktivitet, FastAktivitet, Utelatt
from aktivitet.moenster.aarshjul import AaretKanIkkeFylles, fyll_aar, utelat
from aktivitet.moenster.kopiering import angre_kopier, kopier_av_fjoraaret, lag_kopier


@pytest.fixture
def moete(fylkeslag, lag_aktivitet):
    return lag_aktivitet(
        "Fylkesstyremøte 2026",
        date(2026, 9, 8),
        lag=fylkeslag,
        presisjon="klokkeslett",
        fra_kl=time(18),
        til_kl=time(20),
        sted="Fylkeskontoret",
        kommune="Hamar",
        beskrivelse="Åpent fra kl. 17",
        maalgruppe="Styret",
        tilgjengelighet="Heis",
        synlighet="intern",
        type="fylkesstyremote",
        nettlenke="https://example.org/",
        paamelding="https://example.org/",
        papirer="Innkalling https://example.org/",
        kontakt="Sekretæren",
        avlyst=True,
        serie="00000000-0000-0000-0000-000000000001",
    )


def valgte(*aktiviteter):
    return [(en.pk, en.versjon) for en in aktiviteter]


def test_a_copy_is_a_draft_with_what_is_the_same_each_year(moete, sekretaer):
    [[kopi], hoppet] = lag_kopier(valgte(moete), 2027, sekretaer)

    likt = ("type", "lag", "presisjon", "fra_kl", "til_kl", "sted", "kommune", "beskrivelse", "maalgruppe")
    likt += ("tilgjengelighet", "synlighet")
    assert [getattr(kopi, felt) for felt in likt] == [getattr(moete, felt) for felt in likt]
    assert (kopi.tittel, kopi.foerste_dag, kopi.siste_dag) == (
        "Fylkesstyremøte 2027",
        date(2027, 9, 7),
        date(2027, 9, 7),
    )
    assert (kopi.er_utkast, kopi.avlyst, kopi.flyttet_fra, kopi.serie) == (True, False, None, None)
    assert (kopi.nettlenke, kopi.paamelding, kopi.papirer, kopi.kontakt) == ("", "", "", "")
    assert (kopi.opprettet_av, kopi.uid != moete.uid, hoppet) == (sekretaer, True, 0)


def test_copied_twice_it_is_made_once(moete, sekretaer):
    lag_kopier(valgte(moete), 2027, sekretaer)

    assert lag_kopier(valgte(moete), 2027, sekretaer) == ([], 1)
    assert [kopi.finnes.tittel for kopi in kopier_av_fjoraaret(2027)] == ["Fylkesstyremøte 2027"]


def test_what_somebody_changed_since_it_was_seen_is_left(moete, sekretaer):
    Aktivitet.objects.get(pk=moete.pk).lagre(1)

    assert lag_kopier(valgte(moete), 2027, sekretaer) == ([], 1)


def test_what_is_in_the_pattern_becomes_the_lines_own_and_is_made_once(fylkeslag, lag_aktivitet, sekretaer):
    fast = FastAktivitet.objects.create(maaned=2, tittel="Årsmøte", type="arsmote")
    fjoraarets = lag_aktivitet("Årsmøte på Hamar", date(2026, 2, 14), lag=fylkeslag, fast=fast, fast_aar=2026)
    utelat(fast, 2027)

    [[kopi], _] = lag_kopier(valgte(fjoraarets), 2027, sekretaer)

    assert (kopi.fast, kopi.fast_aar, Utelatt.objects.exists()) == (fast, 2027, False)
    assert fyll_aar(2027) == []
    Aktivitet.objects.filter(pk=kopi.pk).update(tittel="Årsmøte på Gjøvik", foerste_dag=date(2027, 2, 6))
    assert lag_kopier(valgte(fjoraarets), 2027, sekretaer) == ([], 1)


def test_a_line_for_other_years_gives_a_copy_outside_the_pattern(fylkeslag, lag_aktivitet, sekretaer):
    fast = FastAktivitet.objects.create(maaned=4, tittel="Regionale arrangementer", aarstype="mellomaar")
    samling = lag_aktivitet("Regionsamling", date(2026, 4, 18), lag=fylkeslag, fast=fast, fast_aar=2026)

    [kopi] = kopier_av_fjoraaret(2027)
    [[laget], _] = lag_kopier(valgte(samling), 2027, sekretaer)

    assert "Mønsteret har «Regionale arrangementer» bare i mellomår." in kopi.merknader
    assert not kopi.er_ny  # «Merk alle nye» leaves it: the secretary says yes to it by itself
    assert laget.fast is None


def test_the_list_says_what_there_is_to_think_of(fylkeslag, lag_aktivitet, moete):
    Aktivitet.objects.filter(pk=moete.pk).update(beskrivelse="Regnskapet for 2026", moeteplan_aar=2026)
    lag_aktivitet("Fylkesstyremøte 2027", date(2027, 9, 14), lag=fylkeslag, type="fylkesstyremote")

    [kopi] = kopier_av_fjoraaret(2027)

    assert kopi.merknader == (
        "I fjor var det andre tirsdag i september. I 2027 er det 14. september.",
        "Ble avlyst.",
        "Er regnet fra et møte. Møteplanen lager den nye.",
        "Beskrivelsen nevner 2026.",
        "Finnes kanskje alt: tirsdag 14. september 2027.",
    )
    assert not kopi.er_ny


@pytest.mark.parametrize(
    ("tittel", "dag", "blir", "merknader"),
    [
        ("1. mai", date(2026, 5, 1), date(2027, 5, 1), ("1. mai er en helligdag: Arbeidernes dag.",)),
        ("8. mars på Hamar", date(2026, 3, 8), date(2027, 3, 8), ("Følger dagen i tittelen.",)),
        ("Tog", date(2026, 5, 1), date(2027, 4, 30), ("I fjor var det Arbeidernes dag. I 2027 er den 1. mai.",)),
    ],
)
def test_what_is_named_after_its_day_is_held_on_it(fylkeslag, lag_aktivitet, tittel, dag, blir, merknader):
    lag_aktivitet(tittel, dag, lag=fylkeslag, fra_kl=time(12), presisjon="klokkeslett")

    [kopi] = kopier_av_fjoraaret(2027)

    assert (kopi.forslag.foerste_dag, kopi.forslag.fra_kl, kopi.merknader) == (blir, time(12), merknader)


def test_a_named_day_without_its_clock_time_is_not_taken(fylkeslag, lag_aktivitet):
    lag_aktivitet("Natten 28. mars", date(2026, 3, 28), lag=fylkeslag, presisjon="klokkeslett", fra_kl=time(2, 30))

    [kopi] = kopier_av_fjoraaret(2027)

    assert (kopi.forslag.foerste_dag, kopi.forslag.fra_kl) == (date(2027, 3, 27), time(2, 30))


def test_only_the_county_branchs_of_the_year_before_are_offered(fylkeslag, lag_aktivitet):
    lag_aktivitet("Hamars", date(2026, 3, 9))
    lag_aktivitet("Forrige år", date(2025, 3, 9), lag=fylkeslag)
    lag_aktivitet("Uke 1", date(2025, 12, 29), date(2026, 1, 4), lag=fylkeslag, presisjon="uke")
    lag_aktivitet("I år", date(2027, 3, 9), lag=fylkeslag)
    lag_aktivitet("Utkast", date(2026, 3, 9), lag=fylkeslag, publisert=None)

    assert [kopi.tittel for kopi in kopier_av_fjoraaret(2027)] == ["Uke 1", "Utkast"]


def test_what_was_just_made_is_taken_back_and_not_remembered_as_left_out(fylkeslag, lag_aktivitet, sekretaer):
    fast = FastAktivitet.objects.create(maaned=2, tittel="Årsmøte")
    fjoraarets = [
        lag_aktivitet("Årsmøte", date(2026, 2, 14), lag=fylkeslag, fast=fast, fast_aar=2026),
        lag_aktivitet("Møte", date(2026, 3, 3), lag=fylkeslag),
        lag_aktivitet("Samling", date(2026, 4, 14), lag=fylkeslag),
    ]
    laget, _ = lag_kopier(valgte(*fjoraarets), 2027, sekretaer)
    Aktivitet.objects.filter(tittel="Samling", foerste_dag__year=2027).update(publisert=timezone.now())
    Aktivitet.objects.get(tittel="Møte", foerste_dag__year=2027).lagre(1)

    assert angre_kopier(valgte(*laget)) == (1, 2)
    assert sorted(Aktivitet.objects.filter(foerste_dag__year=2027).values_list("tittel", flat=True)) == [
        "Møte",
        "Samling",
    ]
    assert not Utelatt.objects.exists()


@pytest.mark.parametrize(
    ("felter", "er_ny"), [({}, True), ({"avlyst": True}, False), ({"moeteplan_aar": 2026}, False)]
)
def test_new_is_what_was_held_by_itself(fylkeslag, lag_aktivitet, felter, er_ny):
    lag_aktivitet("Samling", date(2026, 4, 14), lag=fylkeslag, **felter)

    assert [kopi.er_ny for kopi in kopier_av_fjoraaret(2027)] == [er_ny]


def test_without_a_county_branch_nothing_is_made(sekretaer):
    with pytest.raises(AaretKanIkkeFylles):
        lag_kopier([(1, 1)], 2027, sekretaer)


def test_the_list_asks_as_much_for_many_as_for_one(fylkeslag, lag_aktivitet, django_assert_num_queries):
    fast = FastAktivitet.objects.create(maaned=2, tittel="Årsmøte")
    lag_aktivitet("Årsmøte", date(2026, 2, 14), lag=fylkeslag, fast=fast, fast_aar=2026)
    with django_assert_num_queries(2):
        kopier_av_fjoraaret(2027)
    for nr in range(1, 13):
        lag_aktivitet(f"Møte {nr}", date(2026, nr, 3), lag=fylkeslag)

    with django_assert_num_queries(2):
        kopier_av_fjoraaret(2027)
