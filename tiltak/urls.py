"""The plan's addresses: the plan to read, the measures to follow up, the report."""

from django.urls import path

from .views import avklaring, innlesing, plan, rapport, tiltak, uttak

app_name = "tiltak"
urlpatterns = [
    path("plan/", plan.gjeldende, name="plan"),
    path("plan/inn/", innlesing.les_inn, name="les_inn"),
    path("plan/<slug:slug>/", plan.en_plan, name="en_plan"),
    path("plan/<slug:slug>/plan.pdf", plan.plan_pdf, name="plan_pdf"),
    path("plan/<slug:slug>/periodemaal/<int:pk>/resultat/", plan.resultat, name="resultat"),
    path("plan/<slug:slug>/avklar/", avklaring.avklar, name="avklar"),
    path("plan/<slug:slug>/bekreft/", innlesing.bekreft, name="bekreft"),
    path("plan/<slug:slug>/forkast/", innlesing.forkast, name="forkast"),
    path("plan/<slug:slug>/plan.docx", uttak.plan_docx, name="plan_docx"),
    path("plan/<slug:slug>/plan.json", uttak.plan_json, name="plan_json"),
    path("plan/<slug:slug>/tiltak.xlsx", uttak.tiltak_xlsx, name="tiltak_xlsx"),
    path("plan/<slug:slug>/tiltak.csv", uttak.tiltak_csv, name="tiltak_csv"),
    path("tiltak/", tiltak.liste, name="liste"),
    path("tiltak/<int:pk>/", tiltak.ett_tiltak, name="ett_tiltak"),
    path("tiltak/<int:pk>/frist/", avklaring.frist, name="frist"),
    path("tiltak/termin/<int:pk>/", tiltak.termin, name="termin"),
    path("rapport/", rapport.liste, name="rapporter"),
    path("rapport/<int:aar>/", rapport.en_rapport, name="rapport"),
    path("rapport/<int:aar>/arsrapport.pdf", rapport.pdf, name="rapport_pdf"),
]
