"""Whatever an annual meeting does to a plan: it says what the document says, and nothing that was reported is lost."""

import random
from dataclasses import replace
from datetime import date

import pytest

from tests.tiltak.revisjon.conftest import beslutning, revidert
from tests.tiltak.revisjon.test_fletting import sier, skal_si
from tiltak.dokument import Maal as MaalIDokumentet
from tiltak.dokument import Tiltak as TiltakIDokumentet
from tiltak.importering import bekreft_plan, importer
from tiltak.models import Maal, Plan, Planutgave, Sammenlikning, Status, Statusendring, Termin, Tiltak
from tiltak.revisjon.fletting import flett
from tiltak.revisjon.kobling import TILTAK, avgjoer
from tiltak.terminplan import oppdater_alle

MELDT = [Status.PAAGAAR, Status.GJENNOMFOERT]


class Aarsmoete:
    """A meeting that does anything: each act changes a list of goals, with their measures and paragraphs."""

    def __init__(self, dok, rnd):
        self.dok, self.rnd = dok, rnd
        self.maal = [[ett, list(ett.tiltak), list(ett.avsnitt)] for ett in dok.maal]

    def vedtar(self):
        grep = [self.flytter, self.stryker, self.legger_til, self.omformulerer, self.stokker, self.flytter_avsnitt]
        grep += [self.stokker_maalene, self.stryker_maal, self.legger_til_maal]
        for _ in range(self.rnd.randint(1, 14)):
            ett, annet = self.rnd.choice(self.maal), self.rnd.choice(self.maal)
            self.rnd.choice(grep)(ett, annet)
        sett, maal = set(), []
        for ett, tiltak, avsnitt in self.maal:
            over = [ett.nummer.rsplit(".", nr)[0] for nr in range(1, ett.nummer.count(".") + 1)]
            forelder = next((nummer for nummer in over if nummer in sett), None)
            maal.append(replace(ett, forelder=forelder, tiltak=tuple(tiltak), avsnitt=tuple(avsnitt)))
            sett.add(ett.nummer)
        kapitler = self.rnd.sample(self.dok.kapitler, self.rnd.randint(1, len(self.dok.kapitler)))
        return replace(self.dok, maal=tuple(maal), kapitler=tuple(kapitler))

    def flytter(self, ett, annet):
        if ett[1]:
            annet[1].insert(self.rnd.randint(0, len(annet[1])), ett[1].pop(self.rnd.randrange(len(ett[1]))))

    def stryker(self, ett, annet):
        if ett[1]:
            ett[1].pop(self.rnd.randrange(len(ett[1])))

    def legger_til(self, ett, annet):
        frist = self.rnd.choice(["Årlig", "2024 og 2026", "Når krafta kommer", "Månedlig"])
        ett[1].insert(0, TiltakIDokumentet("1x", f"Nytt tiltak {self.rnd.random()}", frist, "", 5))

    def omformulerer(self, ett, annet):
        if ett[1]:
            nr = self.rnd.randrange(len(ett[1]))
            tiltak = ett[1][nr]
            frist = self.rnd.choice([tiltak.gjennomfoering, "Halvårlig", "Mars, årlig"])
            ett[1][nr] = replace(tiltak, tekst=f"{tiltak.tekst} og mer", gjennomfoering=frist)

    def stokker(self, ett, annet):
        self.rnd.shuffle(ett[1])

    def flytter_avsnitt(self, ett, annet):
        if ett[2]:
            annet[2].append(ett[2].pop())

    def stokker_maalene(self, ett, annet):
        self.rnd.shuffle(self.maal)

    def stryker_maal(self, ett, annet):
        if len(self.maal) > 3:
            self.maal.remove(ett)

    def legger_til_maal(self, ett, annet):
        nytt = MaalIDokumentet(f"{self.rnd.randint(3, 9)}", None, f"Nytt mål {self.rnd.random()}", None, None, 3)
        self.maal.insert(self.rnd.randint(0, len(self.maal)), [nytt, [ett[1].pop()] if ett[1] else [], []])


@pytest.mark.parametrize("fro", range(6))
def test_the_plan_says_what_the_document_says_and_keeps_what_was_reported(db, fro, styremedlem):
    rnd = random.Random(fro)
    dok = revidert()
    importer(dok)
    if fro % 3:
        bekreft_plan(Plan.objects.get(), date(2024, 12, 7))
    for termin in rnd.sample(list(Termin.objects.order_by("pk")), 30):
        termin.sett_status(rnd.choice(MELDT), av=styremedlem, versjon=termin.versjon)

    for maaned in (2, 3, 4):
        plan, dok = Plan.objects.get(), Aarsmoete(dok, rnd).vedtar()
        utkast = importer(dok, revisjon_av=plan)
        for termin in rnd.sample(list(Termin.objects.i_planen(utkast).order_by("pk")), 3):
            termin.sett_status(Status.UTGAAR, av=styremedlem, versjon=termin.versjon, merknad="Avklart")
        gamle = list(Tiltak.objects.i_planen(plan).gjeldende().order_by("pk"))
        for ny in rnd.sample(list(Tiltak.objects.i_planen(utkast).order_by("pk")), 3):
            avgjoer(Sammenlikning.objects.get(), TILTAK, ny.pk, rnd.choice([None, rnd.choice(gamle).pk]))
        flett(utkast, beslutning(date(2026, maaned, 28)) if plan.er_vedtatt else None)

        assert sier(Plan.objects.get()) == skal_si(dok)
        assert Statusendring.objects.filter(status__in=MELDT).count() == 30
        assert not Tiltak.objects.filter(tilsvarer__isnull=False).exists()
        plasser = list(Maal.objects.values_list("nr", flat=True))
        assert len(set(plasser)) == len(plasser)
        if plan.er_vedtatt:
            assert Planutgave.objects.latest("pk").innhold == skal_si(dok)
        terminer = set(Termin.objects.values_list("pk", "siste", "status"))
        oppdater_alle()
        assert set(Termin.objects.values_list("pk", "siste", "status")) == terminer
