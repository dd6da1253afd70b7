"""Login and the account: allauth's views under Norwegian addresses, and under the names that it looks for."""

from allauth.account import views as konto
from django.urls import path, re_path

urlpatterns = [
    path("logg-inn/", konto.login, name="account_login"),
    path("logg-inn/kode/", konto.request_login_code, name="account_request_login_code"),
    path("logg-inn/kode/bekreft/", konto.confirm_login_code, name="account_confirm_login_code"),
    path("logg-ut/", konto.logout, name="account_logout"),
    path("konto/stengt/", konto.account_inactive, name="account_inactive"),
    path("konto/ny/", konto.signup, name="account_signup"),
    path("konto/bekreft/", konto.reauthenticate, name="account_reauthenticate"),
    path("konto/epost/", konto.email_verification_sent, name="account_email_verification_sent"),
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
