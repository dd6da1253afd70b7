"""Every address of the app: the calendar's and the plan's own, the front page, login and the admin."""

from django.contrib import admin
from django.urls import include, path

from . import views
from .fortsett import fortsett
from .paaminnelser import views as paaminnelser

urlpatterns = [
    path("", views.forside, name="forside"),
    path("hva-skjer/", include("aktivitet.urls")),
    path("", include("tiltak.urls")),
    path("healthz", views.healthz, name="healthz"),
    path("fortsett/", fortsett, name="fortsett"),
    path("", include("arbeidsplan.konto.urls")),
    path("", include("arbeidsplan.personvern.urls")),
    path("konto/paaminnelser/", paaminnelser.velg, name="paaminnelser"),
    path("paaminnelser/av/<str:token>/", paaminnelser.slaa_av, name="paaminnelse_av"),
    path("", include("arbeidsplan.personer.urls")),
    path("personer/overlevering/", include("arbeidsplan.personer.overlevering.urls")),
    path("spor/", include("arbeidsplan.spor.urls")),
    path("admin/", admin.site.urls),
]

handler400 = "arbeidsplan.views.feil_400"
handler403 = "arbeidsplan.views.feil_403"
handler404 = "arbeidsplan.views.feil_404"
handler500 = "arbeidsplan.views.feil_500"
