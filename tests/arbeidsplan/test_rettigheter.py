"""Who may do what: every address of the app, asked by every role, against one table. An address that is missing from
the table fails the test, so that nobody adds one without saying whom it is for."""

import pytest
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from .rettigheter.nettleser import kort
from .rettigheter.skriving import skrevet_i

pytestmark = pytest.mark.svarene

# What each role gets, in the order of ROLLER: the answer to GET, and the answer to an empty POST. "inn" is the login
# page. The redaktør edits for Hamar.
TABELL = """
forside                                    | -                      | 200 200 200 200 200 | 405 405 405 405 405
fortsett                                   | -                      | inn 200 200 200 200 | inn 302 302 302 302
overlevering                               | -                      | inn 403 403 200 200 | inn 403 403 200 200
overlevert                                 | overlevering           | inn 403 403 200 200 | inn 405 405 405 405
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
account_reauthenticate                     | -                      | inn 200 200 200 200 | inn 200 200 200 200
account_email_verification_sent            | -                      | 200 200 200 200 200 | 405 405 405 405 405
account_change_password                    | -                      | inn 302 302 302 302 | inn 302 302 302 302
account_set_password                       | -                      | inn 200 200 200 200 | inn 200 200 200 200
account_reset_password                     | -                      | 200 200 200 200 200 | 200 200 200 200 200
account_reset_password_done                | -                      | 200 200 200 200 200 | 405 405 405 405 405
account_reset_password_from_key_done       | -                      | 200 200 200 200 200 | 405 405 405 405 405
account_reset_password_from_key            | ugyldig lenke          | 200 200 200 200 200 | 200 200 200 200 200
personer                                   | -                      | inn 403 403 200 200 | inn 405 405 405 405
inviter                                    | -                      | inn 403 403 200 200 | inn 403 403 200 200
invitasjon_send                            | invitasjonen           | inn 405 405 405 405 | inn 403 403 302 302
invitasjon_trekk                           | trukket invitasjon     | inn 405 405 405 405 | inn 403 403 302 302
invitasjon_send                            | ny administrator       | inn 405 405 405 405 | inn 403 403 403 302
invitasjon_trekk                           | ny administrator       | inn 405 405 405 405 | inn 403 403 403 302
invitasjon                                 | invitasjon             | 200 200 200 200 200 | 200 409 409 409 409
invitasjon                                 | brukt invitasjon       | 410 410 410 410 410 | 410 410 410 410 410
invitasjon                                 | ukjent invitasjon      | 404 404 404 404 404 | 404 404 404 404 404
account_email                              | -                      | inn 200 200 200 200 | inn 200 200 200 200
account_email_code                         | -                      | inn 302 302 302 302 | inn 302 302 302 302
min_konto                                  | -                      | inn 200 200 200 200 | inn 405 405 405 405
usersessions_list                          | -                      | inn 200 200 200 200 | inn 302 302 302 302
mfa_login_webauthn                         | -                      | 302 302 302 302 302 | 302 302 302 302 302
mfa_authenticate                           | -                      | 302 302 302 302 302 | 302 302 302 302 302
mfa_reauthenticate                         | -                      | inn 302 302 302 302 | inn 302 302 302 302
mfa_reauthenticate_webauthn                | -                      | inn 302 302 302 302 | inn 302 302 302 302
mfa_index                                  | -                      | inn 200 200 200 200 | inn 405 405 405 405
mfa_activate_totp                          | -                      | inn 200 200 200 200 | inn 200 200 200 200
mfa_deactivate_totp                        | -                      | inn 404 404 404 404 | inn 404 404 404 404
mfa_view_recovery_codes                    | -                      | inn 302 302 302 302 | inn 405 405 405 405
mfa_generate_recovery_codes                | -                      | inn 200 200 200 200 | inn 200 200 200 200
mfa_list_webauthn                          | -                      | inn 302 302 302 302 | inn 302 302 302 302
mfa_add_webauthn                           | -                      | inn 200 200 200 200 | inn 200 200 200 200
mfa_edit_webauthn                          | en annens passnøkkel   | inn 404 404 404 404 | inn 404 404 404 404
mfa_remove_webauthn                        | en annens passnøkkel   | inn 404 404 404 404 | inn 404 404 404 404
spor                                       | -                      | inn 403 403 403 200 | inn 405 405 405 405
paaminnelser                               | -                      | inn 200 200 200 200 | inn 302 302 302 302
personvern                                 | -                      | 200 200 200 200 200 | 405 405 405 405 405
mine_data                                  | -                      | inn 200 200 200 200 | inn 200 200 200 200
mine_data_fil                              | -                      | inn 405 405 405 405 | inn 200 200 200 200
slett_meg                                  | -                      | inn 200 200 200 200 | inn 200 200 200 200
slett_person                               | en annen person        | inn 403 403 200 200 | inn 403 403 200 200
slett_person                               | en annen administrator | inn 403 403 403 200 | inn 403 403 403 200
paaminnelse_av                             | avmelding              | 200 200 200 200 200 | 200 200 200 200 200
paaminnelse_av                             | ugyldig avmelding      | 404 404 404 404 404 | 404 404 404 404 404
"""


# The answers that are a no.
NEKTET = {"inn", "400", "403", "404", "405"}


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


def test_every_address_stands_in_the_table():
    assert set(adressene()) == {navn for navn, *_ in sakene()}


def test_no_address_is_without_a_name():
    assert [navn for navn in adressene() if navn.endswith("None")] == []


def test_everyone_gets_what_the_table_says(nettlesere, verden):
    faar, skal = {}, {}
    for navn, ting, get, _ in sakene():
        adresse = reverse(navn, kwargs=verden[ting])
        faar[navn, ting] = [kort(nettleser.get(adresse)) for nettleser in nettlesere.values()]
        skal[navn, ting] = get

    assert faar == skal


def test_everyone_may_send_what_the_table_says_and_what_is_refused_writes_nothing(nettlesere, verden):
    faar, skal, skrev = {}, {}, {}
    for navn, ting, _, post in sakene():
        adresse = reverse(navn, kwargs=verden[ting])
        faar[navn, ting], skal[navn, ting] = [], post
        for rolle, nettleser in nettlesere.items():
            with skrevet_i() as tabellene:
                svar = kort(nettleser.post(adresse))
            faar[navn, ting].append(svar)
            if svar in NEKTET and tabellene:
                skrev[navn, ting, rolle] = svar, tabellene

    assert faar == skal
    assert skrev == {}


# The open pages with a form that somebody is let in by: they set the cookie that guards it.
INNGANGER = ("account_", "invitasjon")


def test_pages_that_anyone_may_read_set_no_cookie(client, folk, verden):
    med_cookie = []
    for navn, ting, get, _ in sakene():
        if get[0] == "200" and not navn.startswith(INNGANGER):
            client.get(reverse(navn, kwargs=verden[ting]))
            med_cookie += [navn] if client.cookies else []

    assert med_cookie == []


def test_the_login_pages_set_only_the_cookie_that_guards_the_form(client, folk, verden):
    cookies = set()
    for navn, ting, get, _ in sakene():
        if get[0] == "200" and navn.startswith(INNGANGER):
            client.get(reverse(navn, kwargs=verden[ting]))
            cookies |= client.cookies.keys()

    assert cookies == {"csrftoken"}
