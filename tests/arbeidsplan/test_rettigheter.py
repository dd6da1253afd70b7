"""Who may do what: every address of the app, asked by every role, against one table. An address that is missing from
the table fails the test, so that nobody adds one without saying whom it is for."""

from datetime import date
from uuid import UUID

import pytest
from django.contrib import admin
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone

from aktivitet.models import Aktivitet
from arbeidsplan.paaminnelser.lenker import lag_token
from tests.tiltak.conftest import lag_plan, lag_termin, lag_tiltak
from tests.tiltak.pdf.papir import A4, tomme_ark
from tests.tiltak.rapport.eksempel import INNHOLD
from tiltak.models import Dokumentfil, Maal, Plan, Rapport, Status
from tiltak.pdf import lager
from tiltak.rapport.frys import frys
from tiltak.revisjon.kobling import koble

ROLLER = ("alle", "redaktoer", "styremedlem", "sekretaer", "administrator")

# What each role gets, in the order above: the answer to GET, and the answer to an empty POST. "inn" is the login page.
# The redaktør edits for Hamar.
TABELL = """
forside                                    | -                      | 200 200 200 200 200 | 405 405 405 405 405
fortsett                                   | -                      | inn 200 200 200 200 | inn 302 302 302 302
healthz                                    | -                      | 200 200 200 200 200 | 405 405 405 405 405
aktivitet:hva_skjer                        | -                      | 200 200 200 200 200 | 405 405 405 405 405
aktivitet:maaned                           | måned                  | 200 200 200 200 200 | 405 405 405 405 405
aktivitet:aar                              | året                   | 200 200 200 200 200 | 405 405 405 405 405
aktivitet:kalender_ics                     | -                      | 200 200 200 200 200 | 405 405 405 405 405
aktivitet:moteplanen                       | -                      | inn 403 302 302 302 | inn 405 405 405 405
aktivitet:moteplan                         | møteplanens år         | inn 403 200 200 200 | inn 403 403 302 302
aktivitet:moteplan                         | år uten møteplan       | inn 403 404 404 404 | inn 403 404 404 404
aktivitet:arshjul_i_aar                    | -                      | 302 302 302 302 302 | 405 405 405 405 405
aktivitet:arshjul                          | i år                   | 200 200 200 200 200 | 405 405 405 405 405
aktivitet:arshjul_svg                      | i år                   | 200 200 200 200 200 | 405 405 405 405 405
tiltak:arshjul_pdf                         | i år                   | 200 200 200 200 200 | 405 405 405 405 405
aktivitet:atom                             | -                      | 200 200 200 200 200 | 405 405 405 405 405
aktivitet:abonner                          | -                      | 200 200 200 200 200 | 405 405 405 405 405
aktivitet:innbygging                       | -                      | 200 200 200 200 200 | 405 405 405 405 405
aktivitet:innbyggingskode                  | -                      | inn 403 403 200 200 | inn 405 405 405 405
aktivitet:nyhetsbrev                       | -                      | inn 200 200 200 200 | inn 405 405 405 405
aktivitet:nyhetsbrev                       | måned                  | inn 200 200 200 200 | inn 405 405 405 405
aktivitet:ny                               | -                      | inn 200 200 200 200 | inn 200 200 200 200
aktivitet:faste_naa                        | -                      | inn 403 403 302 302 | inn 405 405 405 405
aktivitet:faste                            | året                   | inn 403 403 200 200 | inn 403 403 302 302
aktivitet:kopier                           | året                   | inn 403 403 200 200 | inn 403 403 200 200
aktivitet:mine                             | -                      | inn 200 200 200 200 | inn 405 405 405 405
aktivitet:serie                            | -                      | inn 200 200 200 200 | inn 200 200 200 200
aktivitet:serien                           | Hamars serie           | inn 200 404 200 200 | inn 200 404 200 200
aktivitet:stell                            | -                      | inn 403 403 200 200 | inn 405 405 405 405
aktivitet:godkjenning                      | venter i Hamar         | inn 200 404 200 200 | inn 200 404 200 200
aktivitet:godkjenning                      | utkast i Hamar         | inn 302 404 302 302 | inn 302 404 302 302
aktivitet:godkjenning                      | offentlig i Hamar      | inn 302 403 302 302 | inn 302 403 302 302
aktivitet:godkjenning                      | fylkets årsmøte        | inn 403 403 302 302 | inn 403 403 302 302
aktivitet:aktivitet                        | offentlig i Hamar      | 200 200 200 200 200 | 405 405 405 405 405
aktivitet:aktivitet                        | intern i Hamar         | 404 200 200 200 200 | 405 405 405 405 405
aktivitet:aktivitet                        | utkast i Hamar         | 404 200 404 200 200 | 405 405 405 405 405
aktivitet:aktivitet                        | fylkets offentlige     | 200 200 200 200 200 | 405 405 405 405 405
aktivitet:aktivitet                        | fylkets interne        | 404 404 200 200 200 | 405 405 405 405 405
aktivitet:aktivitet                        | fylkets utkast         | 404 404 404 200 200 | 405 405 405 405 405
aktivitet:aktivitet                        | styremedlemmets utkast | 404 404 200 200 200 | 405 405 405 405 405
aktivitet:aktivitet                        | fylkets årsmøte        | 200 200 200 200 200 | 405 405 405 405 405
aktivitet:gjeldende                        | årsmøtet               | 302 302 302 302 302 | 405 405 405 405 405
aktivitet:gjeldende                        | landsmøtet             | 404 404 404 404 404 | 405 405 405 405 405
aktivitet:aktivitet_ics                    | offentlig i Hamar      | 200 200 200 200 200 | 405 405 405 405 405
aktivitet:aktivitet_ics                    | intern i Hamar         | 404 404 404 404 404 | 405 405 405 405 405
aktivitet:aktivitet_ics                    | utkast i Hamar         | 404 404 404 404 404 | 405 405 405 405 405
aktivitet:aktivitet_ics                    | fylkets offentlige     | 200 200 200 200 200 | 405 405 405 405 405
aktivitet:aktivitet_ics                    | fylkets interne        | 404 404 404 404 404 | 405 405 405 405 405
aktivitet:aktivitet_ics                    | fylkets utkast         | 404 404 404 404 404 | 405 405 405 405 405
aktivitet:aktivitet_ics                    | styremedlemmets utkast | 404 404 404 404 404 | 405 405 405 405 405
aktivitet:aktivitet_ics                    | fylkets årsmøte        | 200 200 200 200 200 | 405 405 405 405 405
aktivitet:rediger                          | offentlig i Hamar      | inn 200 403 200 200 | inn 200 403 200 200
aktivitet:rediger                          | intern i Hamar         | inn 200 403 200 200 | inn 200 403 200 200
aktivitet:rediger                          | utkast i Hamar         | inn 200 404 200 200 | inn 200 404 200 200
aktivitet:rediger                          | fylkets offentlige     | inn 403 403 200 200 | inn 403 403 200 200
aktivitet:rediger                          | fylkets interne        | inn 404 403 200 200 | inn 404 403 200 200
aktivitet:rediger                          | fylkets utkast         | inn 404 404 200 200 | inn 404 404 200 200
aktivitet:rediger                          | styremedlemmets utkast | inn 404 200 200 200 | inn 404 200 200 200
aktivitet:rediger                          | fylkets årsmøte        | inn 403 403 200 200 | inn 403 403 200 200
tiltak:perioden                            | -                      | inn 403 200 200 200 | inn 405 405 405 405
tiltak:perioden_pdf                        | -                      | inn 403 200 200 200 | inn 405 405 405 405
tiltak:perioden_svg                        | -                      | inn 403 200 200 200 | inn 405 405 405 405
tiltak:plan                                | -                      | 200 200 200 200 200 | 405 405 405 405 405
tiltak:en_plan                             | vedtatt                | 200 200 200 200 200 | 405 405 405 405 405
tiltak:en_plan                             | utkast                 | 404 404 404 200 200 | 405 405 405 405 405
tiltak:en_plan                             | forslag                | 404 404 404 200 200 | 405 405 405 405 405
tiltak:en_plan                             | lagt ut                | 200 200 200 200 200 | 405 405 405 405 405
tiltak:plan_pdf                            | vedtatt                | 200 200 200 200 200 | 405 405 405 405 405
tiltak:plan_pdf                            | utkast                 | 404 404 404 200 200 | 405 405 405 405 405
tiltak:plan_pdf                            | forslag                | 404 404 404 200 200 | 405 405 405 405 405
tiltak:plan_pdf                            | lagt ut                | 200 200 200 200 200 | 405 405 405 405 405
tiltak:resultat                            | valgmål                | inn 403 403 200 200 | inn 403 403 200 200
tiltak:resultat                            | valgmål i et utkast    | inn 403 403 404 404 | inn 403 403 404 404
tiltak:les_inn                             | -                      | inn 403 403 200 200 | inn 403 403 200 200
tiltak:avklar                              | vedtatt                | inn 403 403 200 200 | inn 403 403 302 302
tiltak:avklar                              | utkast                 | inn 403 403 200 200 | inn 403 403 302 302
tiltak:bekreft                             | vedtatt                | inn 403 403 302 302 | inn 403 403 302 302
tiltak:bekreft                             | utkast                 | inn 403 403 200 200 | inn 403 403 200 200
tiltak:forkast                             | vedtatt                | inn 403 403 200 200 | inn 403 403 302 302
tiltak:frist                               | tiltak                 | inn 403 403 200 200 | inn 403 403 200 200
tiltak:plan_docx                           | vedtatt                | 200 200 200 200 200 | 405 405 405 405 405
tiltak:plan_docx                           | utkast                 | 404 404 404 200 200 | 405 405 405 405 405
tiltak:plan_docx                           | forslag                | 404 404 404 200 200 | 405 405 405 405 405
tiltak:plan_docx                           | lagt ut                | 200 200 200 200 200 | 405 405 405 405 405
tiltak:plan_json                           | vedtatt                | 200 200 200 200 200 | 405 405 405 405 405
tiltak:plan_json                           | utkast                 | 404 404 404 200 200 | 405 405 405 405 405
tiltak:plan_json                           | forslag                | 404 404 404 200 200 | 405 405 405 405 405
tiltak:plan_json                           | lagt ut                | 200 200 200 200 200 | 405 405 405 405 405
tiltak:tiltak_xlsx                         | vedtatt                | 200 200 200 200 200 | 405 405 405 405 405
tiltak:tiltak_xlsx                         | utkast                 | 404 404 404 200 200 | 405 405 405 405 405
tiltak:tiltak_xlsx                         | forslag                | 404 404 404 200 200 | 405 405 405 405 405
tiltak:tiltak_xlsx                         | lagt ut                | 200 200 200 200 200 | 405 405 405 405 405
tiltak:tiltak_csv                          | vedtatt                | 200 200 200 200 200 | 405 405 405 405 405
tiltak:tiltak_csv                          | utkast                 | 404 404 404 200 200 | 405 405 405 405 405
tiltak:tiltak_csv                          | forslag                | 404 404 404 200 200 | 405 405 405 405 405
tiltak:tiltak_csv                          | lagt ut                | 200 200 200 200 200 | 405 405 405 405 405
tiltak:ny_plan                             | -                      | inn 403 403 200 200 | inn 403 403 200 200
tiltak:historikk                           | vedtatt                | 200 200 200 200 200 | 405 405 405 405 405
tiltak:historikk                           | utkast                 | 404 404 404 200 200 | 405 405 405 405 405
tiltak:historikk                           | forslag                | 404 404 404 200 200 | 405 405 405 405 405
tiltak:historikk                           | lagt ut                | 200 200 200 200 200 | 405 405 405 405 405
tiltak:plan_per                            | vedtatt en dag         | 200 200 200 200 200 | 405 405 405 405 405
tiltak:plan_per                            | utkast en dag          | 404 404 404 200 200 | 405 405 405 405 405
tiltak:rediger_plan                        | vedtatt                | inn 403 403 200 200 | inn 405 405 405 405
tiltak:rediger_plan                        | utkast                 | inn 403 403 200 200 | inn 405 405 405 405
tiltak:rediger_hode                        | vedtatt                | inn 403 403 200 200 | inn 403 403 200 200
tiltak:forslag                             | utkast                 | inn 403 403 302 302 | inn 403 403 302 302
tiltak:ny_del                              | nytt mål               | inn 403 403 200 200 | inn 403 403 200 200
tiltak:rediger_del                         | en del                 | inn 403 403 200 200 | inn 403 403 200 200
tiltak:rediger_maal                        | et mål                 | inn 403 403 200 200 | inn 403 403 200 200
tiltak:rediger_tiltak                      | et tiltak              | inn 403 403 200 200 | inn 403 403 200 200
tiltak:rediger_tiltak                      | annen plans tiltak     | inn 403 403 404 404 | inn 403 403 404 404
tiltak:flytt_del                           | en del                 | inn 403 403 200 200 | inn 403 403 200 200
tiltak:ta_ut_del                           | en del                 | inn 403 403 200 200 | inn 403 403 200 200
tiltak:ta_inn_del                          | tatt ut                | inn 403 403 200 200 | inn 403 403 200 200
tiltak:ta_inn_del                          | en del                 | inn 403 403 404 404 | inn 403 403 404 404
tiltak:del_tiltak                          | et tiltak              | inn 403 403 200 200 | inn 403 403 200 200
tiltak:slaa_sammen_tiltak                  | et tiltak              | inn 403 403 200 200 | inn 403 403 200 200
tiltak:sammenlikn                          | revisjon               | inn 403 403 200 200 | inn 403 403 200 200
tiltak:sammenlikn                          | utkast                 | inn 403 403 404 404 | inn 403 403 404 404
tiltak:liste                               | -                      | inn 403 200 200 200 | inn 405 405 405 405
tiltak:tabell_xlsx                         | -                      | inn 403 200 200 200 | inn 405 405 405 405
tiltak:tabell_csv                          | -                      | inn 403 200 200 200 | inn 405 405 405 405
tiltak:flere                               | -                      | inn 403 200 200 200 | inn 403 200 200 200
tiltak:angre_flere                         | -                      | inn 405 405 405 405 | inn 403 302 302 302
tiltak:endringer                           | -                      | inn 403 200 200 200 | inn 405 405 405 405
tiltak:ett_tiltak                          | tiltak                 | inn 403 200 200 200 | inn 403 302 302 302
tiltak:planlegg                            | tiltak                 | inn 403 200 200 200 | inn 403 200 200 200
tiltak:planlegg                            | utkastets tiltak       | inn 403 404 404 404 | inn 403 404 404 404
tiltak:velg_aktivitet                      | tiltak                 | inn 403 200 200 200 | inn 403 302 302 302
tiltak:velg_aktivitet                      | utkastets tiltak       | inn 403 404 404 404 | inn 403 404 404 404
tiltak:holdt                               | tilknytning            | inn 405 405 405 405 | inn 403 302 302 302
tiltak:holdt                               | til fylkets utkast     | inn 405 405 405 405 | inn 403 404 302 302
tiltak:nytt_vedlegg                        | tiltak                 | inn 403 200 200 200 | inn 403 200 200 200
tiltak:nytt_vedlegg                        | utkastets tiltak       | inn 403 404 404 404 | inn 403 404 404 404
tiltak:vedlegg                             | dokument               | inn 403 200 200 200 | inn 403 302 302 302
tiltak:vedlegg                             | lenke                  | inn 403 404 404 404 | inn 403 302 302 302
tiltak:vedlegg                             | utkastets dokument     | inn 403 404 200 200 | inn 403 404 302 302
tiltak:ett_tiltak                          | utkastets tiltak       | inn 403 404 200 200 | inn 403 404 302 302
tiltak:styremoete                          | -                      | inn 403 200 200 200 | inn 405 405 405 405
tiltak:styremoete_pdf                      | -                      | inn 403 200 200 200 | inn 405 405 405 405
tiltak:styremoete_tekst                    | -                      | inn 403 200 200 200 | inn 405 405 405 405
tiltak:termin                              | termin                 | inn 403 200 200 200 | inn 403 200 200 200
tiltak:angre                               | termin                 | inn 405 405 405 405 | inn 403 302 302 302
tiltak:rapporter                           | -                      | 200 200 200 200 200 | 405 405 405 405 405
tiltak:rapport                             | publisert              | 200 200 200 200 200 | inn 403 403 200 200
tiltak:rapport                             | rapportutkast          | 404 404 200 200 200 | inn 404 403 200 200
tiltak:rapport_les                         | publisert              | 200 200 200 200 200 | 405 405 405 405 405
tiltak:rapport_les                         | rapportutkast          | 404 404 200 200 200 | 405 405 405 405 405
tiltak:rapport_saksgang                    | publisert              | inn 403 200 200 200 | inn 403 403 200 200
tiltak:rapport_saksgang                    | rapportutkast          | inn 403 200 200 200 | inn 403 403 200 200
tiltak:rapport_endret                      | publisert              | inn 403 200 200 200 | inn 405 405 405 405
tiltak:rapport_endret                      | rapportutkast          | inn 403 200 200 200 | inn 405 405 405 405
tiltak:rapportutgave                       | utgave i kraft         | 200 200 200 200 200 | 405 405 405 405 405
tiltak:rapportutgave                       | tidligere utgave       | 404 404 200 200 200 | 405 405 405 405 405
tiltak:rapportutgave                       | upublisert utgave      | 404 404 200 200 200 | 405 405 405 405 405
tiltak:rapportutgave                       | utgave som ikke er     | 404 404 404 404 404 | 405 405 405 405 405
tiltak:rapportutgave_json                  | utgave i kraft         | 200 200 200 200 200 | 405 405 405 405 405
tiltak:rapportutgave_json                  | tidligere utgave       | 404 404 200 200 200 | 405 405 405 405 405
tiltak:rapportutgave_json                  | upublisert utgave      | 404 404 200 200 200 | 405 405 405 405 405
tiltak:rapport_tekst                       | rapportutkast          | inn 405 405 405 405 | inn 403 403 302 302
tiltak:rapport_mangler                     | rapportutkast          | inn 403 403 200 200 | inn 405 405 405 405
tiltak:tidligere_tekster                   | tekst i rapportutkast  | inn 403 403 200 200 | inn 403 403 302 302
tiltak:rapport_pdf                         | publisert              | 200 200 200 200 200 | 405 405 405 405 405
tiltak:rapport_pdf                         | rapportutkast          | 404 404 200 200 200 | 405 405 405 405 405
tiltak:rapport_docx                        | publisert              | 200 200 200 200 200 | 405 405 405 405 405
tiltak:rapport_docx                        | rapportutkast          | 404 404 200 200 200 | 405 405 405 405 405
tiltak:rapport_kapittel_docx               | publisert              | 200 200 200 200 200 | 405 405 405 405 405
tiltak:rapport_kapittel_docx               | rapportutkast          | 404 404 200 200 200 | 405 405 405 405 405
tiltak:rapport_xlsx                        | publisert              | 200 200 200 200 200 | 405 405 405 405 405
tiltak:rapport_xlsx                        | rapportutkast          | 404 404 200 200 200 | 405 405 405 405 405
tiltak:rapport_csv                         | publisert              | 200 200 200 200 200 | 405 405 405 405 405
tiltak:rapport_csv                         | rapportutkast          | 404 404 200 200 200 | 405 405 405 405 405
tiltak:rapport_kapittel_pdf                | publisert              | 200 200 200 200 200 | 405 405 405 405 405
tiltak:rapport_kapittel_pdf                | rapportutkast          | 404 404 200 200 200 | 405 405 405 405 405
tiltak:rapportutgave_pdf                   | utgave i kraft         | 200 200 200 200 200 | 405 405 405 405 405
tiltak:rapportutgave_pdf                   | tidligere utgave       | 404 404 200 200 200 | 405 405 405 405 405
tiltak:rapport_kort_pdf                    | publisert              | 200 200 200 200 200 | 405 405 405 405 405
tiltak:rapport_kort_pdf                    | rapportutkast          | 404 404 200 200 200 | 405 405 405 405 405
tiltak:forhaandsvisning                    | publisert              | inn 403 200 200 200 | inn 403 302 302 302
tiltak:forhaandsvisning                    | rapportutkast          | inn 403 200 200 200 | inn 403 302 302 302
tiltak:rapportside                         | utkastets side         | inn 403 200 200 200 | inn 405 405 405 405
tiltak:rapportside                         | annet års side         | inn 403 404 404 404 | inn 405 405 405 405
account_login                              | -                      | 200 302 302 302 302 | 200 302 302 302 302
account_request_login_code                 | -                      | 200 302 302 302 302 | 200 302 302 302 302
account_confirm_login_code                 | -                      | 302 302 302 302 302 | 302 302 302 302 302
account_logout                             | -                      | 302 200 200 200 200 | 302 302 302 302 302
account_inactive                           | -                      | 200 200 200 200 200 | 405 405 405 405 405
account_signup                             | -                      | 200 302 302 302 302 | 200 302 302 302 302
account_reauthenticate                     | -                      | inn 403 403 403 403 | inn 403 403 403 403
account_email_verification_sent            | -                      | 200 200 200 200 200 | 405 405 405 405 405
account_change_password                    | -                      | inn 302 302 302 302 | inn 302 302 302 302
account_set_password                       | -                      | inn 200 200 200 200 | inn 200 200 200 200
account_reset_password                     | -                      | 200 200 200 200 200 | 200 200 200 200 200
account_reset_password_done                | -                      | 200 200 200 200 200 | 405 405 405 405 405
account_reset_password_from_key_done       | -                      | 200 200 200 200 200 | 405 405 405 405 405
account_reset_password_from_key            | ugyldig lenke          | 200 200 200 200 200 | 200 200 200 200 200
paaminnelser                               | -                      | inn 200 200 200 200 | inn 302 302 302 302
paaminnelse_av                             | avmelding              | 200 200 200 200 200 | 200 200 200 200 200
paaminnelse_av                             | ugyldig avmelding      | 404 404 404 404 404 | 404 404 404 404 404
"""


@pytest.fixture
def verden(fylkeslag, lokallag, styremedlem, monkeypatch):
    """One of each kind of thing that the rights tell apart, by the name that the table uses."""
    monkeypatch.setattr(lager, "begynn", lambda *_, **__: None)  # nothing is laid out in the background
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

    return aktiviteter | {
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
        "avmelding": {"token": lag_token(styremedlem.pk, "ukeliste")},
        "ugyldig avmelding": {"token": "feil"},
        "ugyldig lenke": {"uidb36": "1", "key": "feil"},
    }


def _gi_ut(aar, publisert):
    """A report that is approved: laid before the meeting is its first edition, and the decision its second."""
    rapport = Rapport.objects.create(aar=aar, fra=date(aar, 1, 1), til=date(aar, 12, 31), publisert=publisert)
    rapport.legg_fram(frys(INNHOLD), date(aar, 12, 1), av=None, versjon=1)
    rapport.vedta(Rapport.Tilstand.GODKJENT, date(aar, 12, 31), av=None, versjon=2)


def sakene():
    for linje in TABELL.strip().splitlines():
        navn, ting, get, post = (del_.strip() for del_ in linje.split("|"))
        yield navn, ting.strip("-"), get.split(), post.split()


def adressene(resolver=None, rom=""):
    """The names of all the addresses that the app has, the admin's apart."""
    for en in (resolver or get_resolver()).url_patterns:
        if isinstance(en, URLResolver):
            if en.app_name != "admin":
                yield from adressene(en, f"{rom}{en.namespace}:" if en.namespace else rom)
        elif isinstance(en, URLPattern):
            yield f"{rom}{en.name}"


@pytest.fixture
def folk(request, verden):
    """One person for each role; None is anyone."""
    return [None if rolle == "alle" else request.getfixturevalue(rolle) for rolle in ROLLER]


def svar_til(client, bruker, metode, adresse):
    client.logout()
    if bruker:
        client.force_login(bruker)
    svar = getattr(client, metode)(adresse)
    if svar.status_code == 302 and svar.headers["Location"].startswith(f"{reverse('account_login')}?next="):
        return "inn"
    return str(svar.status_code)


def test_every_address_stands_in_the_table():
    assert set(adressene()) == {navn for navn, *_ in sakene()}


def test_no_address_is_without_a_name():
    assert [navn for navn in adressene() if navn.endswith("None")] == []


@pytest.mark.parametrize("metode", ["get", "post"])
def test_everyone_gets_what_the_table_says(client, folk, verden, metode):
    faar, skal = {}, {}
    for navn, ting, get, post in sakene():
        adresse = reverse(navn, kwargs=verden[ting])
        faar[navn, ting] = [svar_til(client, bruker, metode, adresse) for bruker in folk]
        skal[navn, ting] = get if metode == "get" else post

    assert faar == skal


def test_pages_that_anyone_may_read_set_no_cookie(client, folk, verden):
    med_cookie = []
    for navn, ting, get, _ in sakene():
        if get[0] == "200" and not navn.startswith("account_"):
            client.get(reverse(navn, kwargs=verden[ting]))
            med_cookie += [navn] if client.cookies else []

    assert med_cookie == []


def test_the_login_pages_set_only_the_cookie_that_guards_the_form(client, folk, verden):
    cookies = set()
    for navn, ting, get, _ in sakene():
        if get[0] == "200" and navn.startswith("account_"):
            client.get(reverse(navn, kwargs=verden[ting]))
            cookies |= client.cookies.keys()

    assert cookies == {"csrftoken"}


# --- The editing site ------------------------------------------------------------------------------------------------

# What the secretary may do with each: see the list, add, change, delete. The administrator may do all, but for logs.
REDIGERING = {
    "tiltak_plan": "se",
    "tiltak_planutgave": "se",
    "tiltak_ordlydsendring": "se",
    "aktivitet_aktivitet": "se legg-til endre slett",
    "aktivitet_fastaktivitet": "se legg-til endre slett",
    "aktivitet_lag": "se legg-til endre slett",
    "arbeidsplan_bruker": "se legg-til endre",
}


def rommene():
    return {f"{modell._meta.app_label}_{modell._meta.model_name}": rom for modell, rom in admin.site._registry.items()}


def test_every_room_of_the_editing_site_stands_in_the_table():
    assert rommene().keys() == REDIGERING.keys()


def test_the_secretary_may_do_there_what_the_table_says(rf, sekretaer):
    request = rf.get("/admin/")
    request.user = sekretaer

    def kan(rom):
        svar = {
            "se": rom.has_view_permission(request),
            "legg-til": rom.has_add_permission(request),
            "endre": rom.has_change_permission(request),
            "slett": rom.has_delete_permission(request),
        }
        return " ".join(hva for hva, lov in svar.items() if lov)

    request.resolver_match = None
    assert {navn: kan(rom) for navn, rom in rommene().items()} == REDIGERING


@pytest.mark.parametrize("rom", REDIGERING)
def test_the_editing_site_is_for_the_secretary_and_the_administrator(client, folk, rom):
    liste = reverse(f"admin:{rom}_changelist")
    ny = reverse(f"admin:{rom}_add")
    lov = "200" if "legg-til" in REDIGERING[rom] else "403"

    assert [svar_til(client, bruker, "get", liste) for bruker in folk] == ["inn", "302", "302", "200", "200"]
    assert [svar_til(client, bruker, "get", ny) for bruker in folk] == ["inn", "302", "302", lov, lov]


@pytest.mark.parametrize(
    "adresse",
    [
        "/admin/",
        "/admin/tiltak/",
        "/admin/jsi18n/",
        "/admin/autocomplete/",
        "/admin/aktivitet/fastaktivitet/fyll/",
        "/admin/tiltak/plan/1/change/",
        "/admin/finnes-ikke/",
    ],
)
def test_no_page_of_the_editing_site_answers_the_others(client, folk, adresse):
    for bruker in folk[:3]:
        client.logout()
        if bruker:
            client.force_login(bruker)
        ender = client.get(adresse, follow=True)

        assert ender.status_code == (403 if bruker else 200)
        assert ender.request["PATH_INFO"] == ("/admin/login/" if bruker else "/logg-inn/")
