"""Keys that point at nothing, at what is another's, or at more than a database can hold: in every address, in every
field of every form, and in every parameter that a page reads. No fault, and nothing of what is not one's own."""

import pytest
from django.urls import reverse

from ..ondt.andre_steder import ANDRE_STEDER, leder_ut
from ..test_rettigheter import sakene
from .nettleser import kort
from .parametre import parametrene
from .skjemaer import alle_skjemaer, uten_tall

FOR_STORE = ("2147483648", "9223372036854775807", "9223372036854775808", "18446744073709551616")
TALL = ("0", FOR_STORE[1], FOR_STORE[2])  # no row's key; the largest that a database holds; and one more
INGEN_TALL = ("-1", "x", "٣", "1%00", "%ED%A0%80")
I_FELT = ("18446744073709551616", "a\0b")  # more than a database holds; and no number, day or key at all
LEDER_VIDERE = {
    "next",
    "fra",
    "utvalg",
}  # what a page goes on to is read from these: they get every way of leading out
STOR = 987_654_321  # stands for the key while the address is made
REDIGERING = [
    "/admin/aktivitet/aktivitet/add/",
    "/admin/arbeidsplan/bruker/add/",
    "/admin/aktivitet/fastaktivitet/fyll/",
]


def adresser_med_tall(verden):
    """Each address with a number in it once for each number: name, and the address with {} in its place."""
    sett = set()
    for navn, ting, *_ in sakene():
        for hva, verdi in verden[ting].items():
            if isinstance(verdi, int) and (navn, hva) not in sett:
                sett.add((navn, hva))
                yield navn, reverse(navn, kwargs={**verden[ting], hva: STOR}).replace(str(STOR), "{}")


@pytest.mark.usefixtures("korte_nei")
def test_a_number_in_an_address_that_is_nothings_is_not_there(nettlesere, verden):
    avvik, spurt = {}, 0
    for navn, adresse in adresser_med_tall(verden):
        for rolle, metode, tallene in (
            ("administrator", "get", TALL),
            ("administrator", "post", FOR_STORE[3:]),
            ("alle", "get", INGEN_TALL),  # what is no number is no address, whoever asks
        ):
            for tall in tallene:
                svar = kort(getattr(nettlesere[rolle], metode)(adresse.format(tall)))
                spurt += 1
                if svar not in ("404", "inn", "405", "403"):
                    avvik[navn, tall, rolle, metode] = svar

    assert avvik == {}
    assert spurt > 200


@pytest.mark.usefixtures("korte_nei")
def test_a_word_in_an_address_that_is_nothings_is_not_there(nettlesere, verden):
    svarene = {}
    for navn, ting, *_ in sakene():
        for hva, verdi in verden[ting].items():
            if isinstance(verdi, str) and hva in ("slug", "token", "type", "merke"):
                for ord_ in ("finnes-ikke", "0", "f" * 64, "x" * 5000):
                    if hva != "merke" or len(ord_) == 64:
                        adresse = reverse(navn, kwargs={**verden[ting], hva: ord_})
                        svarene.setdefault(kort(nettlesere["administrator"].get(adresse)), adresse)

    assert svarene.keys() <= {"404", "405"}, svarene


def test_a_value_that_no_field_can_have_is_told_and_is_no_fault(nettlesere, verden):
    feil, sett = {}, set()
    nettleser = nettlesere["administrator"]

    def proev(skjema, knapp, felter, verdi):
        svar = nettleser.post(skjema.adresse, skjema.sendt(knapp) | dict.fromkeys(felter, verdi))
        if svar.status_code >= 500:
            feil[skjema.adresse, *felter, verdi] = svar.exc_info[1]

    for skjema in alle_skjemaer(nettleser, verden, REDIGERING):
        for knapp in skjema.knapper[:1] or [None]:
            for felt in skjema.felter:
                noekkel = skjema.visning, uten_tall(felt), skjema.knapper
                if felt in skjema.skrives or noekkel in sett:
                    continue
                sett.add(noekkel)
                proev(skjema, knapp, [felt], I_FELT[0])
            for verdi in I_FELT[1:]:  # a form reads all its fields, whatever is wrong with the others
                proev(skjema, knapp, skjema.felter.keys() - skjema.skrives, verdi)

    assert feil == {}
    assert len(sett) > 100


def test_a_value_that_no_parameter_can_have_is_no_fault_and_leads_nowhere_else(nettlesere, verden, monkeypatch):
    """Read from the address, wherever a page reads one: it leads to no other site, sets no header, and opens none.
    Each alone with one value, and all at once with each of the others."""
    verdier = [FOR_STORE[-1], "a%00%ff", ANDRE_STEDER[0], ANDRE_STEDER[-1]]  # one for each kind of fault
    avvik, lest = {}, {}
    for navn, ting, get, _ in sakene():
        if navn in lest or get[-1] not in ("200", "302"):
            continue
        nettleser, adresse = nettlesere["administrator"], reverse(navn, kwargs=verden[ting])
        lest[navn] = parametrene(nettleser, adresse, monkeypatch)
        alene = [(en, verdi) for en in lest[navn] for verdi in (ANDRE_STEDER if en in LEDER_VIDERE else verdier[:1])]
        spoersmaal = [f"{en}={verdi}" for en, verdi in alene]
        spoersmaal += ["&".join(f"{en}={verdi}" for en in lest[navn]) for verdi in verdier[1:] if lest[navn]]
        for ett in spoersmaal:
            svar = nettleser.get(f"{adresse}?{ett}")
            if svar.status_code >= 500 or leder_ut(svar):
                avvik[adresse, ett] = svar.status_code

    assert avvik == {}
    assert {"q", "lag", "type"} <= set(lest["aktivitet:hva_skjer"])
    assert {"aar"} <= set(lest["tiltak:liste"])
