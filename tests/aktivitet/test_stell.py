"""What the calendar lacks and what collides: few and useful rather than all."""

from datetime import date, time

import pytest

from aktivitet.models import Aktivitet, Lag
from aktivitet.stell import kolliderer, kollisjoner, manglene, med_mangler

I_DAG = date(2026, 5, 14)
FYLKET = Lag(pk=1, navn="Innlandet SV", type="fylkeslag")
HAMAR = Lag(pk=2, navn="Hamar SV", type="lokallag", kommune="Hamar")
SU = Lag(pk=3, navn="Innlandet SU", type="ungdom", kommune="Hamar")
OEYER = Lag(pk=4, navn="Øyer SV", type="lokallag", kommune="Øyer")


def aktivitet(pk=None, **felter):
    """An evening of Hamar SV that lacks nothing, unless told otherwise."""
    dag = felter.pop("dag", date(2026, 6, 2))
    vanlig = {
        "tittel": "Møte",
        "type": "mote",
        "lag": HAMAR,
        "presisjon": "klokkeslett",
        "foerste_dag": dag,
        "siste_dag": dag,
        "fra_kl": time(18),
        "til_kl": time(20),
        "sted": "Biblioteket",
        "beskrivelse": "Velkommen",
    }
    return Aktivitet(pk=pk, **(vanlig | felter))


UTEN_KLOKKE = {"presisjon": "dag", "fra_kl": None, "til_kl": None}
I_UKA = UTEN_KLOKKE | {"presisjon": "uke", "siste_dag": date(2026, 6, 7)}


@pytest.mark.parametrize(
    ("felter", "feltene"),
    [
        ({}, []),
        ({"sted": ""}, ["sted"]),
        ({"sted": "", "nettlenke": "https://example.org/"}, []),
        ({"beskrivelse": ""}, ["beskrivelse"]),
        ({"beskrivelse": "", "synlighet": "intern"}, []),
        (I_UKA | {"sted": "", "beskrivelse": ""}, ["foerste_dag", "sted", "beskrivelse"]),
        (UTEN_KLOKKE, ["presisjon"]),
        (UTEN_KLOKKE | {"dag": date(2026, 7, 20)}, []),  # long till: a day is enough
        ({"paamelding_innen": date(2026, 5, 20)}, ["paamelding"]),
        ({"paamelding_innen": date(2026, 5, 20), "paamelding": "https://example.org/"}, []),
        # Others' meetings and deadlines need a day, and what goes on for weeks not even that.
        (UTEN_KLOKKE | {"type": "landsmote", "sted": "", "beskrivelse": ""}, []),
        (I_UKA | {"type": "fylkesting", "sted": "", "beskrivelse": ""}, ["foerste_dag"]),
        (UTEN_KLOKKE | {"type": "frist", "sted": "", "beskrivelse": ""}, []),
        (I_UKA | {"type": "valgkamp", "sted": ""}, []),
        (I_UKA | {"type": "valgkamp", "beskrivelse": ""}, ["beskrivelse"]),
    ],
)
def test_what_an_activity_lacks_is_named_by_its_field(felter, feltene):
    assert [mangel.felt for mangel in manglene(aktivitet(**felter), I_DAG)] == feltene


def test_only_those_that_lack_something_are_listed_and_never_what_is_cancelled():
    uten_sted, uten_tekst = aktivitet(1, sted=""), aktivitet(2, beskrivelse="")
    alle = [uten_sted, uten_tekst, aktivitet(3), aktivitet(4, sted="", avlyst=True)]

    funnet = [(en.aktivitet.pk, en.bare_tekst) for en in med_mangler(alle, I_DAG)]

    assert funnet == [(1, False), (2, True)]


@pytest.mark.parametrize(
    ("en", "annen", "hvorfor"),
    [
        # The county branch's own, unless both hours are known and lie apart.
        ({"lag": FYLKET}, {"lag": FYLKET, **UTEN_KLOKKE}, "Begge er fylkeslagets"),
        ({"lag": FYLKET}, {"lag": FYLKET, "fra_kl": time(20), "til_kl": time(21)}, ""),
        ({"lag": FYLKET}, {"lag": FYLKET, "fra_kl": time(19, 59), "til_kl": None}, "Begge er fylkeslagets"),
        # The same time in the same municipality, the organiser's own where none is told.
        ({}, {"lag": SU}, "Samme tid i Hamar"),
        ({}, {"lag": OEYER}, ""),
        ({}, {"lag": OEYER, "kommune": "Hamar"}, "Samme tid i Hamar"),
        ({"kommune": "Stange"}, {"lag": SU}, ""),
        ({}, {"lag": SU, **UTEN_KLOKKE}, ""),
        ({"lag": FYLKET}, {"lag": Lag(pk=5, navn="Nettverket", type="nettverk")}, ""),  # no municipality, no place
        # What does not say when it ends lasts two hours.
        ({"til_kl": None}, {"lag": SU, "fra_kl": time(19, 59)}, "Samme tid i Hamar"),
        ({"til_kl": None}, {"lag": SU, "fra_kl": time(20), "til_kl": time(21)}, ""),
        # A meeting of the county board on a branch's annual meeting.
        (
            {"lag": FYLKET, "type": "fylkesstyremote", **UTEN_KLOKKE},
            {"lag": OEYER, "type": "arsmote"},
            "Fylkesstyremøte samme dag som årsmøtet i Øyer SV",
        ),
        (
            {"lag": OEYER, "type": "arsmote"},
            {"lag": FYLKET, "type": "fylkesstyremote", **UTEN_KLOKKE},
            "Fylkesstyremøte samme dag som årsmøtet i Øyer SV",
        ),
        ({"lag": FYLKET, "type": "fylkesstyremote"}, {"lag": OEYER, "type": "mote"}, ""),
        # What takes nobody's evening, and what is called off.
        ({"lag": FYLKET}, {"lag": FYLKET, "type": "frist", **UTEN_KLOKKE}, ""),
        ({"lag": FYLKET}, {"lag": FYLKET, "avlyst": True}, ""),
    ],
)
def test_two_collide_only_where_the_same_people_are_wanted(en, annen, hvorfor):
    assert kolliderer(aktivitet(1, **en), aktivitet(2, **annen)) == hvorfor


def test_a_pair_is_told_once_on_the_first_day_that_it_shares():
    foerste, siste = date(2026, 6, 1), date(2026, 6, 30)
    lang = aktivitet(
        1, lag=FYLKET, presisjon="dager", foerste_dag=date(2026, 5, 30), siste_dag=date(2026, 6, 3), **_klokkeloes()
    )
    kort = aktivitet(
        2, lag=FYLKET, presisjon="dager", foerste_dag=date(2026, 6, 2), siste_dag=date(2026, 6, 4), **_klokkeloes()
    )
    i_maaneden = aktivitet(3, lag=FYLKET, presisjon="maaned", foerste_dag=foerste, siste_dag=siste, **_klokkeloes())

    funnet = [(en.dag, en.en.pk, en.annen.pk) for en in kollisjoner([lang, kort, i_maaneden], foerste, siste)]

    assert funnet == [(date(2026, 6, 2), 1, 2)]


def _klokkeloes():
    return {"fra_kl": None, "til_kl": None}
