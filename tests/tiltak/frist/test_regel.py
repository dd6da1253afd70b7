"""A rule is stored and read back unchanged, and says in words what it means."""

import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aktivitet.moeter import Moeter
from tiltak.frist import Regel, les, vinduer
from tiltak.frist.aarene import AARSTEKST, BESTEMTE, HVERT, STEG, VALGTYPER, Aar
from tiltak.frist.aarsmoetet import EtterAarsmoeteperioden, FoersteFs, HalvaarEtterAarsmoetet
from tiltak.frist.aarstider import AARSTIDER, MAANEDSDELER, Aarstid, Maanedsdel
from tiltak.frist.ankere import MILEPAELER, Etter, Foer, Paa, TidEtter, TidFoer, Til, Valgkamp
from tiltak.frist.dager import Dag, Dagspenn, Innen, InnenUke, InnenUtgangen, Uker
from tiltak.frist.perioden import Periodedel
from tiltak.frist.perioder import Halvaar, Heleaar, Kvartal, Maaned, Maaneder, Tertial
from tiltak.frist.regel import DELER, Ledd
from tiltak.models import Termin

maaneder = st.integers(1, 12)


def deler() -> st.SearchStrategy:
    """Any part of a year."""
    to_dager = st.tuples(
        st.dates(date(2000, 1, 1), date(2000, 12, 31)), st.dates(date(2000, 1, 1), date(2000, 12, 31))
    )
    ankere = st.sampled_from(sorted(MILEPAELER))
    return st.one_of(
        st.sampled_from([Heleaar(), HalvaarEtterAarsmoetet(), EtterAarsmoeteperioden(), FoersteFs()]),
        st.builds(Halvaar, st.integers(1, 2)),
        st.builds(Tertial, st.integers(1, 3)),
        st.builds(Kvartal, st.integers(1, 4)),
        st.builds(Maaned, maaneder),
        st.builds(Maaneder, maaneder, maaneder, st.integers(1, 299)),
        st.lists(maaneder, min_size=2, max_size=2, unique=True).map(lambda par: Maaneder(min(par), max(par))),
        st.builds(Aarstid, st.sampled_from(sorted(AARSTIDER))),
        st.builds(Maanedsdel, st.sampled_from(sorted(MAANEDSDELER)), maaneder),
        st.lists(st.integers(1, 12), min_size=2, max_size=2).map(lambda par: Periodedel(min(par), max(par))),
        st.lists(st.integers(1, 53), min_size=2, max_size=2).map(lambda par: Uker(min(par), max(par))),
        st.builds(Dag, maaneder, st.integers(1, 29)),
        st.builds(lambda par, over: Dagspenn(*dag_og_dag(*par), over), to_dager, st.integers(1, 299)),
        to_dager.filter(lambda par: par[0] < par[1]).map(lambda par: Dagspenn(*dag_og_dag(*par))),
        st.builds(Innen, maaneder, st.integers(1, 29)),
        st.builds(InnenUtgangen, maaneder),
        st.builds(InnenUke, st.integers(1, 53)),
        st.builds(lambda slag, moete: slag(moete), st.sampled_from([Foer, Etter, Paa, Til]), ankere),
        st.builds(Valgkamp, st.sampled_from(["valg", "stortingsvalg", "lokalvalg"])),
        st.builds(
            lambda slag, *verdier: slag(*verdier),
            st.sampled_from([TidFoer, TidEtter]),
            ankere,
            st.integers(1, 12),
            st.sampled_from("dum"),
        ),
    )


def dag_og_dag(foerste: date, siste: date) -> tuple[int, int, int, int]:
    return foerste.month, foerste.day, siste.month, siste.day


def aarene() -> st.SearchStrategy[Aar]:
    """Any choice of years."""
    bestemte = st.sets(st.integers(1900, 2199), min_size=1, max_size=5).map(
        lambda aar: Aar(BESTEMTE, tuple(sorted(aar)))
    )
    grenser = st.lists(st.integers(1900, 2199), min_size=2, max_size=2).map(sorted)
    gjentatt = st.sampled_from([*STEG, *VALGTYPER])
    return st.one_of(
        st.sampled_from(sorted(AARSTEKST)).map(Aar),
        bestemte,
        st.builds(lambda slag, par: Aar(slag, fra=par[0], til=par[1]), gjentatt, grenser),
        st.builds(lambda slag, aar: Aar(slag, fra=aar), gjentatt, st.integers(1900, 2199)),
        st.builds(lambda slag, aar: Aar(slag, til=aar), gjentatt, st.integers(1900, 2199)),
    )


def regler() -> st.SearchStrategy[Regel]:
    """Any rule, also those that no phrase gives."""
    ledd = st.builds(Ledd, st.lists(deler(), min_size=1, max_size=4).map(tuple), aarene())
    return st.builds(
        Regel, st.lists(ledd, min_size=1, max_size=3).map(tuple), st.booleans(), st.booleans(), st.booleans()
    )


@settings(max_examples=200)
@given(regler())
def test_a_rule_survives_being_stored_as_json(regel):
    assert Regel.from_dict(json.loads(json.dumps(regel.to_dict()))) == regel
    assert regel.beskrivelse.endswith(".")


def test_every_part_of_a_year_can_be_stored():
    alle = [*EKSEMPLER, EtterAarsmoeteperioden()]
    lagrede = [Regel((Ledd((del_,), Aar(HVERT)),)).to_dict() for del_ in alle]

    assert [Regel.from_dict(lagret).ledd[0].deler[0] for lagret in lagrede] == alle
    assert {lagret["ledd"][0]["deler"][0]["slag"] for lagret in lagrede} == set(DELER)


EKSEMPLER = [
    *(Heleaar(), Halvaar(1), Tertial(1), Kvartal(1), Maaned(1), Maaneder(1, 2), Maaneder(1, 2, 1), Aarstid("vaar")),
    *(Maanedsdel("primo", 1), Maanedsdel("foerste", 1), Periodedel(1, 1), Periodedel(1, 2), Periodedel(2, 2)),
    *(Uker(1, 1), Uker(1, 2), Dag(1, 1), Dagspenn(1, 1, 1, 2), Dagspenn(1, 1, 2, 1), Dagspenn(1, 1, 1, 2, 1)),
    *(Innen(1, 1), InnenUtgangen(1), InnenUke(1), HalvaarEtterAarsmoetet(), FoersteFs()),
    *(slag(moete) for slag in (Foer, Etter, Paa, Til) for moete in MILEPAELER),
    *(Valgkamp("valg"), Valgkamp("stortingsvalg"), Valgkamp("lokalvalg")),
    *(
        slag(moete, antall, enhet)
        for slag in (TidFoer, TidEtter)
        for moete in MILEPAELER
        for antall in (1, 12)
        for enhet in "dum"
    ),
]


def test_no_two_parts_of_a_year_share_a_key_and_every_key_and_label_has_room():
    noekler = [del_.noekkel(2027) for del_ in EKSEMPLER]

    assert [noekkel for noekkel in noekler if noekler.count(noekkel) > 1] == []
    assert [noekkel for noekkel in noekler if len(noekkel) > Termin._meta.get_field("noekkel").max_length] == []
    etikettene = [del_.etikett(2027) for del_ in EKSEMPLER]
    assert [etikett for etikett in etikettene if len(etikett) > Termin._meta.get_field("etikett").max_length] == []


# The two phrases of the plan hang from the same meeting, and their terminer are known by it.
def test_what_the_plan_hangs_from_the_annual_meeting_is_known_by_it():
    assert (HalvaarEtterAarsmoetet().noekkel(2027), EtterAarsmoeteperioden().noekkel(2027)) == (
        "aarsmoete-2027",
        "aarsmoete-2027",
    )


def test_a_stored_rule_looks_like_this():
    assert les("Mars 2024 og 2026 / ved behov").to_dict() == {
        "ledd": [{"deler": [{"slag": "maaned", "nr": 3}], "aar": {"slag": "bestemte", "aar": [2024, 2026]}}],
        "loepende": False,
        "ved_behov": True,
        "til_bekreftelse": False,
    }


def test_a_rule_stored_before_years_had_bounds_is_still_read():
    gammel = lagret(del_={"slag": "foerste_fs"}, aar={"slag": "annethvert", "aar": []})

    assert Regel.from_dict(gammel) == Regel((Ledd((FoersteFs(),), Aar("annethvert")),))
    assert Regel.from_dict(gammel).to_dict() == gammel


def test_bounds_are_stored_with_the_years():
    assert les("Annethvert år fra 2026").to_dict()["ledd"] == [
        {"deler": [{"slag": "heleaar"}], "aar": {"slag": "annethvert", "aar": [], "fra": 2026}}
    ]


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
        lagret(del_={"slag": "aarstid", "navn": "jul"}),
        lagret(del_={"slag": "foer", "moete": "møtet"}),
        lagret(del_={"slag": "valgkamp", "moete": "aarsmoete"}),
        lagret(del_={"slag": "tid_foer", "moete": "valg", "antall": 13, "enhet": "m"}),
        lagret(del_={"slag": "periodedel", "nr": 3, "av": 2}),
        lagret(
            del_={"slag": "dagspenn", "fra_maaned": 5, "fra_dag": 2, "til_maaned": 5, "til_dag": 1, "over": 0},
        ),
        lagret(aar={"slag": "hvert", "aar": [], "fra": 2027, "til": 2026}),
        lagret(aar={"slag": "hvert", "aar": [], "fra": "2027"}),
        lagret(aar={"slag": "foerste", "aar": [], "fra": 2027}),
        lagret(aar={"slag": "hvert", "aar": [], "mer": 1}),
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
        ("Før valget 2027", "Før valget 2027."),
        ("Etter valget", "Innen tre måneder etter valget, hver gang. Tolkningen må bekreftes."),
        ("På årsmøtet, årlig", "På årsmøtet, hvert år."),
        ("Senest to uker før årsmøtet 2027", "Senest 2 uker før årsmøtet 2027."),
        ("15. desember 2026–15. januar 2027", "I 2026: fra 15. desember til 15. januar året etter."),
        ("Primo mars 2026", "Primo mars (1.–10.) 2026. Tolkningen må bekreftes."),
        ("En gang i perioden", "I løpet av perioden."),
        ("To ganger i perioden", "2 ganger i perioden. Tolkningen må bekreftes."),
        ("Første halvdel av perioden", "I første halvdel av perioden."),
        ("Siste år i perioden", "Det siste året i perioden."),
        ("Annethvert år fra 2026", "Annethvert år fra 2026."),
        ("Valgår til og med 2027", "I valgår til og med 2027."),
        ("Kvartalsvis fra 2027", "Hvert kvartal, hvert år fra 2027."),
        ("Tre ganger i året", "Hvert tertial. Tolkningen må bekreftes."),
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


def test_dates_set_by_hand_are_a_rule_that_gives_just_them():
    dagene = [
        (date(2024, 2, 29), date(2024, 2, 29)),
        (date(2026, 3, 2), date(2026, 6, 15)),
        (date(2026, 12, 15), date(2027, 1, 15)),
    ]

    regel = Regel.fra_dager(dagene)
    funnet = vinduer(regel, date(2025, 1, 1), date(2028, 12, 31), ingen)

    assert regel.til_bekreftelse is False
    assert [(vindu.foerste, vindu.siste) for vindu in funnet] == dagene
    assert Regel.from_dict(json.loads(json.dumps(regel.to_dict()))) == regel
    assert regel.beskrivelse == (
        "29. februar 2024, fra 2. mars til 15. juni 2026 og i 2026: fra 15. desember til 15. januar året etter."
    )


def ingen(aar: int) -> Moeter:
    raise AssertionError(aar)


@pytest.mark.parametrize(
    "dagene",
    [
        [],
        [(date(2026, 3, 2), date(2026, 3, 1))],
        [(date(2027, 1, 1), date(2026, 12, 31))],
        [(date(1899, 12, 31), date(1900, 1, 1))],
    ],
    ids=str,
)
def test_dates_that_cannot_be_make_no_rule(dagene):
    with pytest.raises(ValueError, match=r"Finnes ikke|Årene|minst ett"):
        Regel.fra_dager(dagene)
