"""The plan's addresses: the plan to read and to keep, the measures to follow up, the report."""

from datetime import date

from django.urls import path, register_converter

from .redigering.slag import SLAG
from .views import (
    aarshjul,
    aktiviteter,
    avklaring,
    endringer,
    flere,
    historikk,
    innlesing,
    perioden,
    plan,
    plangrep,
    redigering,
    sammenlikning,
    styremoete,
    tabellfil,
    termin,
    tiltak,
    tiltaksliste,
    uttak,
    vedlegg,
)
from .views.rapport import endringer as rapportendringer
from .views.rapport import filer as rapportfiler
from .views.rapport import forhaandsvisning as rapportvisning
from .views.rapport import lesing as rapportlesing
from .views.rapport import liste as rapportliste
from .views.rapport import pdf as rapportpdf
from .views.rapport import saksgang as rapportsaksgang
from .views.rapport import skriving, tidligere
from .views.rapport import utgave as rapportutgave


class Dag:
    """A day in an address: 2026-03-01."""

    regex = r"\d{4}-\d{2}-\d{2}"

    def to_python(self, verdi: str) -> date:
        return date.fromisoformat(verdi)

    def to_url(self, dag: date | str) -> str:
        return str(dag)


class Slag:
    """A kind of part of the plan in an address."""

    regex = "|".join(SLAG)

    def to_python(self, verdi: str) -> str:
        return verdi

    def to_url(self, verdi: str) -> str:
        return verdi


class Merke:
    """A document's mark in an address."""

    regex = "[0-9a-f]{64}"

    def to_python(self, verdi: str) -> str:
        return verdi

    def to_url(self, merke: str) -> str:
        return merke


register_converter(Dag, "dag")
register_converter(Merke, "merke")
register_converter(Slag, "slag")

app_name = "tiltak"
urlpatterns = [
    path("plan/", plan.gjeldende, name="plan"),
    path("plan/inn/", innlesing.les_inn, name="les_inn"),
    path("plan/ny/", redigering.ny_plan, name="ny_plan"),
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
    path("plan/<slug:slug>/historikk/", historikk.historikk, name="historikk"),
    path("plan/<slug:slug>/per/<dag:dag>/", historikk.plan_per, name="plan_per"),
    path("plan/<slug:slug>/rediger/", redigering.hele_planen, name="rediger_plan"),
    path("plan/<slug:slug>/rediger/hode/", redigering.hode, name="rediger_hode"),
    path("plan/<slug:slug>/rediger/forslag/", redigering.forslag, name="forslag"),
    path("plan/<slug:slug>/rediger/mal/<int:pk>/", redigering.endre_del, {"hva": "mal"}, name="rediger_maal"),
    path("plan/<slug:slug>/rediger/tiltak/<int:pk>/", redigering.endre_del, {"hva": "tiltak"}, name="rediger_tiltak"),
    path("plan/<slug:slug>/rediger/tiltak/<int:pk>/del/", plangrep.del_tiltak, name="del_tiltak"),
    path(
        "plan/<slug:slug>/rediger/tiltak/<int:pk>/sla-sammen/",
        plangrep.slaa_sammen_tiltak,
        name="slaa_sammen_tiltak",
    ),
    path("plan/<slug:slug>/rediger/<slag:hva>/ny/", redigering.ny_del, name="ny_del"),
    path("plan/<slug:slug>/rediger/<slag:hva>/<int:pk>/", redigering.endre_del, name="rediger_del"),
    path("plan/<slug:slug>/rediger/<slag:hva>/<int:pk>/flytt/", plangrep.flytt_del, name="flytt_del"),
    path("plan/<slug:slug>/rediger/<slag:hva>/<int:pk>/ta-ut/", plangrep.ta_ut_del, name="ta_ut_del"),
    path("plan/<slug:slug>/rediger/<slag:hva>/<int:pk>/ta-inn/", plangrep.ta_inn_del, name="ta_inn_del"),
    path("plan/<slug:slug>/sammenlikn/", sammenlikning.sammenlikn, name="sammenlikn"),
    path("tiltak/", tiltaksliste.liste, name="liste"),
    path("tiltak/perioden/", perioden.perioden, name="perioden"),
    path("tiltak/perioden/perioden.pdf", perioden.pdf, name="perioden_pdf"),
    path("tiltak/perioden/perioden.svg", perioden.svg, name="perioden_svg"),
    path("tiltak/tiltak.xlsx", tabellfil.tabell_xlsx, name="tabell_xlsx"),
    path("tiltak/tiltak.csv", tabellfil.tabell_csv, name="tabell_csv"),
    path("tiltak/flere/", flere.flere, name="flere"),
    path("tiltak/flere/angre/", flere.angre_flere, name="angre_flere"),
    path("tiltak/endringer/", endringer.endringer, name="endringer"),
    path("tiltak/styremote/", styremoete.styremoetet, name="styremoete"),
    path("tiltak/styremote/ark.pdf", styremoete.ark_pdf, name="styremoete_pdf"),
    path("tiltak/styremote/ark.txt", styremoete.ark_txt, name="styremoete_tekst"),
    path("tiltak/<int:pk>/", tiltak.ett_tiltak, name="ett_tiltak"),
    path("tiltak/<int:pk>/planlegg/", aktiviteter.planlegg, name="planlegg"),
    path("tiltak/<int:pk>/aktiviteter/", aktiviteter.velg, name="velg_aktivitet"),
    path("tiltak/<int:pk>/vedlegg/", vedlegg.nytt, name="nytt_vedlegg"),
    path("tiltak/<int:pk>/frist/", avklaring.frist, name="frist"),
    path("tiltak/termin/<int:pk>/", termin.termin, name="termin"),
    path("tiltak/termin/<int:pk>/angre/", termin.angre, name="angre"),
    path("tiltak/aktivitet/<int:pk>/holdt/", aktiviteter.holdt, name="holdt"),
    path("tiltak/vedlegg/<int:pk>/", vedlegg.vedlegg, name="vedlegg"),
    path("hva-skjer/arshjul/<int:aar>/arshjul.pdf", aarshjul.pdf, name="arshjul_pdf"),
    path("rapport/", rapportliste.liste, name="rapporter"),
    path("rapport/<int:aar>/", rapportlesing.en_rapport, name="rapport"),
    path("rapport/<int:aar>/les/", rapportlesing.les, name="rapport_les"),
    path("rapport/<int:aar>/saksgang/", rapportsaksgang.saksgang, name="rapport_saksgang"),
    path("rapport/<int:aar>/endret/", rapportendringer.endret, name="rapport_endret"),
    path("rapport/<int:aar>/utgave/<int:nr>/", rapportutgave.utgave, name="rapportutgave"),
    path("rapport/<int:aar>/utgave/<int:nr>/data.json", rapportutgave.data_json, name="rapportutgave_json"),
    path("rapport/<int:aar>/beretning.docx", rapportfiler.rapport_docx, name="rapport_docx"),
    path("rapport/<int:aar>/kapittel.docx", rapportfiler.rapport_kapittel_docx, name="rapport_kapittel_docx"),
    path("rapport/<int:aar>/tiltak.xlsx", rapportfiler.rapport_xlsx, name="rapport_xlsx"),
    path("rapport/<int:aar>/tiltak.csv", rapportfiler.rapport_csv, name="rapport_csv"),
    path("rapport/<int:aar>/arsrapport.pdf", rapportpdf.hel, name="rapport_pdf"),
    path("rapport/<int:aar>/kapittel.pdf", rapportpdf.kapittel, name="rapport_kapittel_pdf"),
    path("rapport/<int:aar>/kortversjon.pdf", rapportpdf.kort, name="rapport_kort_pdf"),
    path("rapport/<int:aar>/utgave/<int:nr>/arsrapport.pdf", rapportpdf.utgaven, name="rapportutgave_pdf"),
    path("rapport/<int:aar>/tekst/", skriving.tekster, name="rapport_tekst"),
    path("rapport/<int:aar>/tekst/<int:pk>/tidligere/", tidligere.tidligere_tekster, name="tidligere_tekster"),
    path("rapport/<int:aar>/mangler/", skriving.mangler, name="rapport_mangler"),
    path("rapport/<int:aar>/forhandsvisning/", rapportvisning.forhaandsvisning, name="forhaandsvisning"),
    path("rapport/<int:aar>/forhandsvisning/<merke:merke>/<int:side>.png", rapportvisning.side, name="rapportside"),
]
