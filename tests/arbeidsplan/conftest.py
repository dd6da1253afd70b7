"""One of each kind of thing that the rights tell apart, and one person for each role to ask for it."""

from datetime import date
from uuid import UUID

import pytest
from allauth.mfa.models import Authenticator
from django.urls import reverse
from django.utils import timezone

from aktivitet.models import Aktivitet
from arbeidsplan.models import Bruker, Invitasjon, Overlevering
from arbeidsplan.paaminnelser.lenker import lag_token
from arbeidsplan.roller import Rolle
from tests.arbeidsplan.klokke import Klokke
from tests.arbeidsplan.rettigheter.nettleser import Sporloes
from tests.tiltak.conftest import lag_plan, lag_termin, lag_tiltak
from tests.tiltak.pdf.papir import A4, tomme_ark
from tests.tiltak.rapport.eksempel import INNHOLD
from tiltak.models import Dokumentfil, Maal, Plan, Rapport, Status
from tiltak.pdf import lager
from tiltak.rapport.frys import frys
from tiltak.revisjon.kobling import koble

ROLLER = ("alle", "redaktoer", "styremedlem", "sekretaer", "administrator")


@pytest.fixture
def klokke(monkeypatch):
    """It is Monday 23 November 2026 at seven in the morning."""
    klokke = Klokke(2026, 11, 23, 7)
    monkeypatch.setattr(timezone, "now", lambda: klokke.naa)
    return klokke


@pytest.fixture
def verden(fylkeslag, lokallag, styremedlem, sekretaer, administrator, monkeypatch):
    """One of each kind of thing that the rights tell apart, by the name that the table uses."""
    monkeypatch.setattr(lager, "begynn", lambda *_, **__: None)  # nothing is laid out in the background
    # Nor while somebody waits: who gets a document is asked here, and what is in it elsewhere.
    monkeypatch.setattr("tiltak.pdf.egenprosess.lag", lambda *_, **__: tomme_ark(A4))
    dag = timezone.localdate()

    def aktivitet(lag, intern=False, publisert=True, **felter):
        return Aktivitet.objects.create(
            tittel="Møte",
            lag=lag,
            presisjon="dag",
            foerste_dag=dag,
            siste_dag=dag,
            synlighet="intern" if intern else "offentlig",
            publisert=timezone.now() if publisert else None,
            **felter,
        ).pk

    aktiviteter = {
        "offentlig i Hamar": {"pk": aktivitet(lokallag)},
        "intern i Hamar": {"pk": aktivitet(lokallag, intern=True)},
        "utkast i Hamar": {"pk": aktivitet(lokallag, publisert=False)},
        "venter i Hamar": {"pk": aktivitet(lokallag, publisert=False, sendt_inn=timezone.now())},
        "fylkets offentlige": {"pk": aktivitet(fylkeslag)},
        "fylkets interne": {"pk": aktivitet(fylkeslag, intern=True)},
        "fylkets utkast": {"pk": aktivitet(fylkeslag, publisert=False)},
        "styremedlemmets utkast": {"pk": aktivitet(fylkeslag, publisert=False, opprettet_av=styremedlem)},
        "fylkets årsmøte": {"pk": aktivitet(fylkeslag, type="arsmote", opprettet_av=styremedlem)},
    }
    aktivitet(lokallag, serie=UUID(int=7))
    plan = lag_plan()
    tiltak = lag_tiltak(Maal.objects.create(plan=plan, nr=1, nummer="1", overskrift="Mål"), "1a")
    for aar, publisert in ((2025, timezone.now()), (2026, None)):
        termin = lag_termin(tiltak, str(aar))
        termin.sett_status(Status.GJENNOMFOERT, av=styremedlem, versjon=1)
        rapport = Rapport.objects.create(aar=aar, fra=date(aar, 1, 1), til=date(aar, 12, 31), publisert=publisert)
    _gi_ut(aar=2028, publisert=None)
    _gi_ut(aar=2027, publisert=timezone.now())
    utkast = lag_plan("utkast", status=Plan.Status.UTKAST)
    valg = {"nr": 1, "tekst": "Minst fire valgt", "antall": 4, "valg": "fylkestingsvalg", "valgaar": 2027}
    koble(lag_plan("revisjon", status=Plan.Status.UTKAST, revisjon_av=plan))
    lag_plan("forslag", status=Plan.Status.FORSLAG)
    lag_plan("lagt-ut", status=Plan.Status.FORSLAG, lagt_ut=True)
    ute = lag_tiltak(tiltak.maal, "1b", utgaatt=date(2026, 1, 1))
    utkasttiltak = lag_tiltak(utkast.maal.create(nr=1, nummer="1", overskrift="Mål"), "1a")
    fil = {"innhold": b"%PDF-", "filslag": "pdf", "stoerrelse": 5}
    utkastfil = Dokumentfil.objects.create(
        merke="a" * 64, form="utkast-2026", innhold=tomme_ark(A4), ferdig=timezone.now()
    )

    def knyttet(hva):
        return {"pk": tiltak.tilknytninger.create(aktivitet_id=aktiviteter[hva]["pk"]).pk}

    def person(rolle):
        return {"pk": Bruker.objects.create_user(f"{rolle}@example.org", roller={rolle: None}).pk}

    return aktiviteter | {
        "en annen person": person(Rolle.STYREMEDLEM),
        "en annen administrator": person(Rolle.ADMINISTRATOR),
        "tilknytning": knyttet("fylkets interne"),
        "til fylkets utkast": knyttet("fylkets utkast"),
        "utkastets tiltak": {"pk": utkasttiltak.pk},
        "dokument": {"pk": tiltak.vedlegg.create(navn="Referat", **fil).pk},
        "lenke": {"pk": tiltak.vedlegg.create(navn="Side", lenke="https://example.org/").pk},
        "utkastets dokument": {"pk": utkasttiltak.vedlegg.create(navn="Referat", **fil).pk},
        "vedtatt en dag": {"slug": plan.slug, "dag": date(2026, 3, 1)},
        "utkast en dag": {"slug": "utkast", "dag": date(2026, 3, 1)},
        "nytt mål": {"slug": plan.slug, "hva": "mal"},
        "en del": {"slug": plan.slug, "hva": "tiltak", "pk": tiltak.pk},
        "et mål": {"slug": plan.slug, "pk": tiltak.maal_id},
        "et tiltak": {"slug": plan.slug, "pk": tiltak.pk},
        "annen plans tiltak": {"slug": "utkast", "pk": tiltak.pk},
        "tatt ut": {"slug": plan.slug, "hva": "tiltak", "pk": ute.pk},
        "": {},
        "Hamars serie": {"serie": UUID(int=7)},
        "måned": {"aar": 2026, "maaned": 5},
        "årsmøtet": {"type": "arsmote"},
        "landsmøtet": {"type": "landsmote"},
        "møteplanens år": {"aar": 2027},
        "år uten møteplan": {"aar": 2000},
        "året": {"aar": 2027},
        "i år": {"aar": dag.year},
        "tiltak": {"pk": tiltak.pk},
        "termin": {"pk": termin.pk},
        "vedtatt": {"slug": plan.slug},
        "valgmål": {"slug": plan.slug, "pk": plan.periodemaal.create(**valg).pk},
        "valgmål i et utkast": {"slug": "utkast", "pk": utkast.periodemaal.create(**valg).pk},
        "utkast": {"slug": "utkast"},
        "revisjon": {"slug": "revisjon"},
        "forslag": {"slug": "forslag"},
        "lagt ut": {"slug": "lagt-ut"},
        "publisert": {"aar": 2025},
        "rapportutkast": {"aar": 2026},
        "utgave i kraft": {"aar": 2027, "nr": 2},
        "tidligere utgave": {"aar": 2027, "nr": 1},
        "upublisert utgave": {"aar": 2028, "nr": 2},
        "utgave som ikke er": {"aar": 2027, "nr": 3},
        "tekst i rapportutkast": {"aar": 2026, "pk": rapport.tekster.create(sted="innledning").pk},
        "utkastets side": {"aar": 2026, "merke": utkastfil.merke, "side": 1},
        "annet års side": {"aar": 2025, "merke": utkastfil.merke, "side": 1},
        **_invitasjonene(sekretaer, administrator),
        "overlevering": {"merke": Overlevering.objects.create(merke=UUID(int=3), av=None).merke},
        "en annens passnøkkel": {"pk": _passnoekkel(Bruker.objects.create_user("pia@example.org"))},
        "avmelding": {"token": lag_token(styremedlem.pk, "ukeliste")},
        "ugyldig avmelding": {"token": "feil"},
        "ugyldig lenke": {"uidb36": "1", "key": "feil"},
    }


def _invitasjonene(sekretaer, administrator):
    """Unanswered ones, one that only an administrator may touch, and one that is used."""
    roller = {Rolle.STYREMEDLEM: None}
    en, noekkel = Invitasjon.objects.inviter("en@example.org", roller=roller, av=sekretaer)
    trukket, _ = Invitasjon.objects.inviter("trukket@example.org", roller=roller, av=sekretaer)
    ny, _ = Invitasjon.objects.inviter("ny@example.org", roller={Rolle.ADMINISTRATOR: None}, av=administrator)
    brukt, brukt_noekkel = Invitasjon.objects.inviter("brukt@example.org", roller=roller, av=sekretaer)
    Invitasjon.objects.filter(pk=brukt.pk).update(brukt=timezone.now())
    trukket.trekk(av=sekretaer)
    return {
        "invitasjonen": {"pk": en.pk},
        "trukket invitasjon": {"pk": trukket.pk},
        "ny administrator": {"pk": ny.pk},
        "invitasjon": {"noekkel": noekkel},
        "brukt invitasjon": {"noekkel": brukt_noekkel},
        "ukjent invitasjon": {"noekkel": "feil"},
    }


def _gi_ut(aar, publisert):
    """A report that is approved: laid before the meeting is its first edition, and the decision its second."""
    rapport = Rapport.objects.create(aar=aar, fra=date(aar, 1, 1), til=date(aar, 12, 31), publisert=publisert)
    rapport.legg_fram(frys(INNHOLD), date(aar, 12, 1), av=None, versjon=1)
    rapport.vedta(Rapport.Tilstand.GODKJENT, date(aar, 12, 31), av=None, versjon=2)


def _passnoekkel(bruker):
    data = {"name": "Telefonen", "credential": {}}
    return Authenticator.objects.create(user=bruker, type=Authenticator.Type.WEBAUTHN, data=data).pk


@pytest.fixture
def folk(request, verden):
    """One person for each role; None is anyone."""
    return [None if rolle == "alle" else request.getfixturevalue(rolle) for rolle in ROLLER]


@pytest.fixture
def nettlesere(folk):
    """A browser for each role, that leaves no trace."""
    return {rolle: Sporloes(bruker) for rolle, bruker in zip(ROLLER, folk, strict=True)}


def svar_til(client, bruker, metode, adresse):
    client.logout()
    if bruker:
        client.force_login(bruker)
    svar = getattr(client, metode)(adresse)
    if svar.status_code == 302 and svar.headers["Location"].startswith(f"{reverse('account_login')}?next="):
        return "inn"
    return str(svar.status_code)
