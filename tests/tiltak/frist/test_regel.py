"""A rule is stored and read back unchanged, and says in words what it means."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tiltak.frist import Regel, les
from tiltak.frist.ankere import EtterAarsmoeteperioden, FoersteFs, HalvaarEtterAarsmoetet
from tiltak.frist.dager import Dag, Innen, InnenUtgangen, Uker
from tiltak.frist.perioder import AARSTIDER, Aarstid, Halvaar, Heleaar, Kvartal, Maaned, Maaneder
from tiltak.frist.regel import ANNETHVERT, BESTEMTE, DELER, FOERSTE, HVERT, MELLOMAAR, VALGAAR, Aar, Ledd

maaneder = st.integers(1, 12)


def deler() -> st.SearchStrategy:
    """Any part of a year."""
    return st.one_of(
        st.sampled_from([Heleaar(), HalvaarEtterAarsmoetet(), EtterAarsmoeteperioden(), FoersteFs()]),
        st.builds(Halvaar, st.integers(1, 2)),
        st.builds(Kvartal, st.integers(1, 4)),
        st.builds(Maaned, maaneder),
        st.builds(Maaneder, maaneder, maaneder, st.integers(1, 299)),
        st.lists(maaneder, min_size=2, max_size=2, unique=True).map(lambda par: Maaneder(min(par), max(par))),
        st.builds(Aarstid, st.sampled_from(sorted(AARSTIDER))),
        st.lists(st.integers(1, 53), min_size=2, max_size=2).map(lambda par: Uker(min(par), max(par))),
        st.builds(Dag, maaneder, st.integers(1, 29)),
        st.builds(Innen, maaneder, st.integers(1, 29)),
        st.builds(InnenUtgangen, maaneder),
    )


def aarene() -> st.SearchStrategy[Aar]:
    """Any choice of years."""
    bestemte = st.sets(st.integers(1900, 2199), min_size=1, max_size=5).map(
        lambda aar: Aar(BESTEMTE, tuple(sorted(aar)))
    )
    return st.one_of(st.sampled_from([HVERT, VALGAAR, MELLOMAAR, ANNETHVERT, FOERSTE]).map(Aar), bestemte)


def regler() -> st.SearchStrategy[Regel]:
    """Any rule, also those that no phrase gives."""
    ledd = st.builds(Ledd, st.lists(deler(), min_size=1, max_size=4).map(tuple), aarene())
    return st.builds(
        Regel, st.lists(ledd, min_size=1, max_size=3).map(tuple), st.booleans(), st.booleans(), st.booleans()
    )


@settings(deadline=None, max_examples=200)
@given(regler())
def test_a_rule_survives_being_stored_as_json(regel):
    assert Regel.from_dict(json.loads(json.dumps(regel.to_dict()))) == regel
    assert regel.beskrivelse.endswith(".")


def test_every_part_of_a_year_can_be_stored():
    assert {Regel((Ledd((del_,), Aar(HVERT)),)).to_dict()["ledd"][0]["deler"][0]["slag"] for del_ in EKSEMPLER} == set(
        DELER
    )


EKSEMPLER = [
    *(
        Heleaar(),
        Halvaar(1),
        Kvartal(1),
        Maaned(1),
        Maaneder(1, 2),
        Aarstid("vaar"),
        Uker(1, 1),
        Dag(1, 1),
        Innen(1, 1),
    ),
    *(InnenUtgangen(1), HalvaarEtterAarsmoetet(), EtterAarsmoeteperioden(), FoersteFs()),
]


def test_a_stored_rule_looks_like_this():
    assert les("Mars 2024 og 2026 / ved behov").to_dict() == {
        "ledd": [{"deler": [{"slag": "maaned", "nr": 3}], "aar": {"slag": "bestemte", "aar": [2024, 2026]}}],
        "loepende": False,
        "ved_behov": True,
        "til_bekreftelse": False,
    }


def lagret(del_: object = None, aar: object = None) -> dict:
    ledd = {"deler": [del_ or {"slag": "heleaar"}], "aar": aar or {"slag": "hvert", "aar": []}}
    return {"ledd": [ledd], "loepende": False, "ved_behov": False, "til_bekreftelse": False}


@pytest.mark.parametrize(
    "data",
    [
        {},
        [],
        None,
        "Årlig",
        lagret() | {"ledd": []},
        lagret(del_={"slag": "ukjent"}),
        lagret(del_={"slag": ["maaned"]}),
        lagret(del_={"slag": "maaned"}),
        lagret(del_={"slag": "maaned", "nr": 13}),
        lagret(del_={"slag": "maaned", "nr": "3"}),
        lagret(del_={"slag": "maaned", "nr": 3.5}),
        lagret(del_={"slag": "maaned", "nr": 3, "mer": 1}),
        lagret(del_={"slag": "maaneder", "fra": 5, "til": 4, "over": 0}),
        lagret(del_={"slag": "dag", "maaned": 2, "dag": 30}),
        lagret(del_={"slag": "uker", "fra": 52, "til": 54}),
        lagret(del_={"slag": "aarstid", "navn": "vinter"}),
        lagret(aar={"slag": "ukjent", "aar": []}),
        lagret(aar={"slag": "hvert", "aar": [2025]}),
        lagret(aar={"slag": "bestemte", "aar": []}),
        lagret(aar={"slag": "bestemte", "aar": [2026, 2025]}),
        lagret(aar={"slag": "bestemte", "aar": [1899]}),
        lagret(aar={"slag": "bestemte", "aar": ["2025"]}),
    ],
)
def test_what_is_no_stored_rule_is_refused(data):
    with pytest.raises(ValueError, match=r"lagret regel|Finnes ikke|Årene|utvalg|minst ett"):
        Regel.from_dict(data)


@pytest.mark.parametrize(
    ("frase", "beskrivelse"),
    [
        ("2025", "I 2025."),
        ("2024 og 2026", "I 2024 og 2026."),
        ("Årlig", "Hvert år."),
        ("Halvårlig", "Hvert halvår."),
        ("Kvartalsvis", "Hvert kvartal."),
        ("Månedlig", "Hver måned."),
        ("Månedlig i 2025", "I 2025: hver måned."),
        ("Månedlig / ved behov", "Ved behov, hver måned. Kan ikke forfalle."),
        ("Kontinuerlig", "Løpende, hvert år. Vurderes én gang i året. Kan ikke forfalle."),
        ("Mars, årlig", "I mars, hvert år."),
        ("Mars 2024", "I mars 2024."),
        ("Mars, mai og juni 2025", "I mars, i mai og i juni 2025."),
        ("Februar/mars 2024", "Fra februar til mars 2024."),
        ("Desember 2026–januar 2027", "I 2026: fra desember til januar året etter."),
        ("Første halvår 2025", "I 1. halvår 2025."),
        ("Høst, mellomår", "Høsten (september–november), i mellomår."),
        ("Innen 1. juni 2026", "Innen 1. juni 2026."),
        ("Annethvert år", "Annethvert år fra det første i perioden. Tolkningen må bekreftes."),
        ("Første FS-møte etter årsmøtet, årlig", "Innen første FS-møte etter årsmøtet, hvert år."),
        (
            "Første halvår etter årsmøtet",
            "Innen seks måneder etter årsmøtet, det første året i perioden. Tolkningen må bekreftes.",
        ),
    ],
)
def test_the_secretary_reads_what_the_rule_means(frase, beskrivelse):
    assert les(frase).beskrivelse == beskrivelse
