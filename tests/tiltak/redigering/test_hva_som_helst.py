"""Whatever a secretary does to an adopted plan, in any order: nothing reported is lost, and history tells it all."""

import random
from collections import defaultdict
from datetime import date, timedelta

import pytest

from tests.tiltak.conftest import lag_plan
from tiltak.dokument.planjson import fra_json, til_json
from tiltak.models import Avsnitt, Kapittel, Maal, Ordlydsendring, Organ, Planutgave, Status, Statusendring, Tiltak
from tiltak.models.termin import AAPNE, Termin
from tiltak.redigering.deling import del_opp, slaa_sammen
from tiltak.redigering.endring import endre, legg_til
from tiltak.redigering.plass import Sted, UmuligPlass, flytt, naboer, treet_under
from tiltak.redigering.strykning import ta_inn_igjen, ta_ut
from tiltak.terminplan import oppdater_alle
from tiltak.utgave import Beslutning, plandokument

from .conftest import lag_lest_tiltak
from .test_strykning import beretning

FRASER = ["Årlig", "Mars, årlig", "2024 og 2026", "Når krafta kommer", "Kontinuerlig", "Halvårlig"]
FELTER = ("kode", "tekst", "gjennomfoering", "ansvarlig")


class Sekretaer:
    """Someone who does anything that the pages let her do, by the decisions of ever later meetings."""

    def __init__(self, plan, rnd, av):
        self.plan, self.rnd, self.av = plan, rnd, av
        self.dag, self.nr = date(2026, 2, 28), 0

    def gjoer_noe(self):
        self.nr += 1
        if self.rnd.random() < 0.2:
            self.dag = min(self.dag + timedelta(days=self.rnd.randint(0, 300)), date(2028, 12, 1))
        # A slip that is mended counts from the beginning, so it may well change a year past: words alone are mended.
        grep = self.rnd.choice(
            [
                self.endrer,
                self.endrer,
                self.retter,
                self.legger_til,
                self.flytter,
                self.flytter,
                self.tar_ut,
                self.tar_ut_maal,
                self.tar_inn,
                self.deler,
                self.slaar_sammen,
                self.legger_til_maal,
                self.flytter_maal,
                self.nytt_nummer,
                self.avsnitt,
                self.fremdrift,
            ]
        )
        grep()

    def beslutning(self):
        organ = self.rnd.choice([Organ.AARSMOETET, Organ.FYLKESSTYRET])
        return Beslutning(organ, self.dag, f"Sak {self.nr}", self.av)

    def et(self, modell, **hva):
        vei = "maal__plan" if modell is Tiltak else "plan"
        alle = list(modell.objects.filter(**{vei: self.plan}, **hva).order_by("pk"))
        return self.rnd.choice(alle) if alle else None

    def staaende(self, modell):
        return self.et(modell, utgaatt=None)

    def ordlyd(self):
        return {
            "kode": self.rnd.choice(["1a", "1b", f"1x{self.nr}", ""]),
            "tekst": f"Tiltak nummer {self.nr} {self.rnd.random()}",
            "gjennomfoering": self.rnd.choice(FRASER),
            "ansvarlig": self.rnd.choice(["", "AU"]),
        }

    def endrer(self):
        if ett := self.staaende(Tiltak):
            endre(ett, self.ordlyd(), self.beslutning(), ett.versjon)

    def retter(self):
        if ett := self.staaende(Tiltak):
            endre(ett, {"tekst": f"{ett.tekst}."}, Beslutning(Organ.RETTING, self.dag, "Slurv", self.av), ett.versjon)

    def legger_til(self):
        maal = self.staaende(Maal)
        if maal:
            etter = self.et(Tiltak, utgaatt=None, maal=maal)
            legg_til(Tiltak(**self.ordlyd()), Sted(maal, etter), self.beslutning())

    def flytter(self):
        ett, maal = self.staaende(Tiltak), self.staaende(Maal)
        if ett:
            andre = [tiltak for tiltak in maal.tiltak.gjeldende() if tiltak.pk != ett.pk]
            etter = self.rnd.choice([None, *andre])
            flytt(ett, Sted(maal, etter), self.beslutning(), ett.versjon)

    def tar_ut(self):
        if ett := self.staaende(Tiltak):
            ta_ut(ett, self.beslutning(), ett.versjon)

    def tar_ut_maal(self):
        ett, alle = self.staaende(Maal), list(self.plan.maal.gjeldende())
        if len(alle) > 1 + len(treet_under(ett, alle)):
            ta_ut(ett, self.beslutning(), ett.versjon)

    def tar_inn(self):
        if ett := self.et(self.rnd.choice([Maal, Tiltak]), utgaatt__isnull=False):
            ta_inn_igjen(ett, self.beslutning(), ett.versjon)

    def deler(self):
        if ett := self.staaende(Tiltak):
            nye = [self.ordlyd() for _ in range(self.rnd.randint(1, 3))]
            del_opp(ett, self.ordlyd(), nye, self.beslutning(), ett.versjon)

    def slaar_sammen(self):
        alle = list(Tiltak.objects.i_planen(self.plan).gjeldende().order_by("pk"))
        if len(alle) > 2:
            ett, *andre = self.rnd.sample(alle, self.rnd.randint(2, 3))
            slaa_sammen(ett, andre, self.ordlyd(), self.beslutning(), ett.versjon)

    def legger_til_maal(self):
        over = self.rnd.choice([None, self.staaende(Maal)])
        nytt = Maal(plan=self.plan, nummer=f"{self.rnd.randint(1, 9)}", overskrift=f"Mål {self.nr}")
        nytt.forelder = over
        legg_til(nytt, Sted(over, self.rnd.choice([None, *naboer(nytt)])), self.beslutning())

    def flytter_maal(self):
        ett, over = self.staaende(Maal), self.rnd.choice([None, self.staaende(Maal)])
        try:
            flytt(ett, Sted(over), self.beslutning(), ett.versjon)
        except UmuligPlass:
            assert over is not None

    def nytt_nummer(self):
        ett = self.staaende(Maal)
        endre(ett, {"nummer": f"{self.rnd.randint(1, 9)}.{self.nr}"}, self.beslutning(), ett.versjon)

    def avsnitt(self):
        maal = self.staaende(Maal)
        legg_til(Avsnitt(tekst=f"Avsnitt {self.nr}"), Sted(maal), self.beslutning())

    def fremdrift(self):
        termin = self.rnd.choice(
            [*Termin.objects.gjeldende().filter(siste__year__gte=self.dag.year).order_by("pk"), None]
        )
        if termin:
            status = self.rnd.choice([Status.PAAGAAR, Status.GJENNOMFOERT])
            termin.sett_status(status, av=self.av, versjon=termin.versjon, utfoert=self.dag)


@pytest.fixture
def lagt(db):
    """An adopted plan with goals in a tree, and something reported in each year."""
    plan = lag_plan()
    Kapittel.objects.create(plan=plan, slag="maal", nr=1, overskrift="Mål")
    en = Maal.objects.create(plan=plan, nr=1, nummer="1", overskrift="Ute")
    to = Maal.objects.create(plan=plan, nr=2, nummer="1.1", overskrift="Gater", forelder=en)
    tre = Maal.objects.create(plan=plan, nr=3, nummer="2", overskrift="Hjemme")
    for maal, koder in ((en, "ab"), (to, "abc"), (tre, "a")):
        for kode in koder:
            lag_lest_tiltak(maal, f"{maal.nummer}{kode}", f"Gjøre {kode} i {maal.nummer}")
    for termin in Termin.objects.filter(noekkel__in=["2025", "2026"]).order_by("pk")[::2]:
        termin.sett_status(Status.GJENNOMFOERT, av=None, versjon=termin.versjon, utfoert=date(2025, 5, 1))
    return plan


@pytest.mark.parametrize("fro", range(6))
def test_any_row_of_acts_loses_nothing_and_is_told_in_full(lagt, sekretaer, fro):
    rnd = random.Random(fro)
    hun = Sekretaer(lagt, rnd, sekretaer)
    foer = {}
    meldt = dict(Statusendring.objects.values_list("pk", "termin"))

    for _ in range(25):
        foer |= {aar: beretning(lagt, aar)[:2] for aar in range(2025, hun.dag.year) if aar not in foer}
        hun.gjoer_noe()

        if utgave := Planutgave.objects.order_by("gjelder_fra", "pk").last():
            assert utgave.innhold == til_json(plandokument(lagt))
        assert_planen_henger_sammen(lagt)
        assert {aar: beretning(lagt, aar)[:2] for aar in foer} == foer
        meldt_naa = dict(Statusendring.objects.values_list("pk", "termin"))
        assert {pk: meldt_naa.get(pk) for pk in meldt} == meldt
        meldt = meldt_naa

    for utgave in Planutgave.objects.all():
        assert til_json(fra_json(utgave.innhold)) == utgave.innhold
    assert_loggen_henger_sammen()
    terminer = set(Termin.objects.values_list("pk", "siste", "status"))
    oppdater_alle()
    assert set(Termin.objects.values_list("pk", "siste", "status")) == terminer


def assert_planen_henger_sammen(plan):
    """Each place is had by one; what stands hangs under what stands; nothing that is out is left open."""
    assert [maal.nr for maal in plan.maal.order_by("nr")] == list(range(1, plan.maal.count() + 1))
    for maal in plan.maal.all():
        plasser = list(maal.tiltak.order_by("nr").values_list("nr", flat=True))
        assert len(set(plasser)) == len(plasser)
    assert not Tiltak.objects.gjeldende().filter(maal__utgaatt__isnull=False).exists()
    assert not Maal.objects.gjeldende().filter(forelder__utgaatt__isnull=False).exists()
    staar_over = {None}
    for maal in plan.maal.gjeldende():
        assert maal.forelder_id in staar_over
        staar_over.add(maal.pk)
    for tiltak in Tiltak.objects.filter(utgaatt__isnull=False):
        assert not tiltak.terminer.filter(status__in=AAPNE, siste__gte=tiltak.utgaatt, utenfor=False).exists()


def assert_loggen_henger_sammen():
    """Each change of a measure begins where the one before it ended, and the last one is what it says now."""
    navn = {str(Tiltak._meta.get_field(felt).verbose_name): felt for felt in FELTER}
    sier, staar = defaultdict(dict), defaultdict(set)
    for endring in Ordlydsendring.objects.filter(tiltak__isnull=False).order_by("pk"):
        har = sier[endring.tiltak_id]
        if endring.felt in navn:
            assert endring.foer == har.get(endring.felt, endring.foer)
            har[endring.felt] = endring.etter
        elif endring.felt in ("lagt til", "tatt ut"):
            assert endring.felt not in staar[endring.tiltak_id]
            staar[endring.tiltak_id] = {endring.felt}
    for tiltak in Tiltak.objects.filter(pk__in=sier):
        assert {felt: getattr(tiltak, navn[felt]) for felt in sier[tiltak.pk]} == sier[tiltak.pk]
