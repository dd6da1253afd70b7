"""Login and the account: allauth's views under Norwegian addresses, and under the names that it looks for."""

from allauth.account import views as konto
from allauth.mfa.base import views as totrinn
from allauth.mfa.recovery_codes import views as reservekoder
from allauth.mfa.totp import views as app
from allauth.mfa.webauthn import views as noekkel
from django.urls import path, re_path
from django.views.generic import RedirectView

from . import views

urlpatterns = [
    path("logg-inn/", konto.login, name="account_login"),
    path("logg-inn/kode/", konto.request_login_code, name="account_request_login_code"),
    path("logg-inn/kode/bekreft/", konto.confirm_login_code, name="account_confirm_login_code"),
    path("logg-inn/passnokkel/", views.LoggInnMedPassnoekkel.as_view(), name="mfa_login_webauthn"),
    path("logg-inn/totrinn/", totrinn.authenticate, name="mfa_authenticate"),
    path("logg-ut/", konto.logout, name="account_logout"),
    path("konto/", views.min_konto, name="min_konto"),
    path("konto/stengt/", konto.account_inactive, name="account_inactive"),
    path("konto/ny/", konto.signup, name="account_signup"),
    path("konto/bekreft/", konto.reauthenticate, name="account_reauthenticate"),
    path("konto/bekreft/kode/", totrinn.reauthenticate, name="mfa_reauthenticate"),
    path("konto/bekreft/passnokkel/", noekkel.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    path("konto/e-post/", views.epost, name="account_email"),
    path("konto/e-post/bekreft/", views.epostkode, name="account_email_code"),
    path("konto/epost/", konto.email_verification_sent, name="account_email_verification_sent"),
    path("konto/innlogginger/", views.oekter, name="usersessions_list"),
    path("konto/totrinn/", views.totrinn, name="mfa_index"),
    path("konto/totrinn/app/", app.activate_totp, name="mfa_activate_totp"),
    path("konto/totrinn/app/fjern/", app.deactivate_totp, name="mfa_deactivate_totp"),
    path("konto/totrinn/reservekoder/", views.Reservekoder.as_view(), name="mfa_view_recovery_codes"),
    path("konto/totrinn/reservekoder/nye/", reservekoder.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("konto/passnokler/", RedirectView.as_view(pattern_name="mfa_index"), name="mfa_list_webauthn"),
    path("konto/passnokler/ny/", views.NyPassnoekkel.as_view(), name="mfa_add_webauthn"),
    path("konto/passnokler/<int:pk>/navn/", views.NavnPaaPassnoekkel.as_view(), name="mfa_edit_webauthn"),
    path("konto/passnokler/<int:pk>/fjern/", views.FjernPassnoekkel.as_view(), name="mfa_remove_webauthn"),
    path("konto/passord/", konto.password_change, name="account_change_password"),
    path("konto/passord/nytt/", konto.password_set, name="account_set_password"),
    path("konto/passord/glemt/", konto.password_reset, name="account_reset_password"),
    path("konto/passord/glemt/sendt/", konto.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^konto/passord/glemt/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        konto.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path(
        "konto/passord/glemt/ferdig/",
        konto.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
]
