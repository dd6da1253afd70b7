"""The calendar's addresses, all below /hva-skjer/."""

from django.urls import path

from .views import (
    abonnement,
    abonner,
    aktivitet,
    atom,
    faste,
    godkjenning,
    hjul,
    innbygging,
    kopier,
    lesing,
    mine,
    moeteplan,
    nyhetsbrev,
    redigering,
    serie,
    stell,
)

app_name = "aktivitet"
urlpatterns = [
    path("", lesing.hva_skjer, name="hva_skjer"),
    path("<int:aar>/<int:maaned>/", lesing.maaned, name="maaned"),
    path("moteplan/", moeteplan.moteplanen, name="moteplanen"),
    path("moteplan/<int:aar>/", moeteplan.moteplan, name="moteplan"),
    path("ny/", redigering.ny, name="ny"),
    path("mine/", mine.mine, name="mine"),
    path("serie/", serie.serie, name="serie"),
    path("serie/<uuid:serie>/", serie.serien, name="serien"),
    path("stell/", stell.stell, name="stell"),
    path("aktivitet/<int:pk>/", aktivitet.aktivitet, name="aktivitet"),
    path("faste/", faste.i_planlegging, name="faste_naa"),
    path("faste/<int:aar>/", faste.faste, name="faste"),
    path("faste/<int:aar>/kopier/", kopier.kopier, name="kopier"),
    path("aktivitet/<int:pk>/rediger/", redigering.rediger, name="rediger"),
    path("aktivitet/<int:pk>/godkjenning/", godkjenning.godkjenning, name="godkjenning"),
    path("aktivitet/<int:pk>.ics", abonnement.aktivitet_ics, name="aktivitet_ics"),
    path("arshjul/", hjul.i_aar, name="arshjul_i_aar"),
    path("arshjul/<int:aar>/", hjul.arshjul, name="arshjul"),
    path("arshjul/<int:aar>/arshjul.svg", hjul.svg, name="arshjul_svg"),
    path("kalender.ics", abonnement.kalender_ics, name="kalender_ics"),
    path("nytt.atom", atom.atom, name="atom"),
    path("abonner/", abonner.abonner, name="abonner"),
    path("innbygging/", innbygging.innbygging, name="innbygging"),
    path("innbygging/kode/", innbygging.kode, name="innbyggingskode"),
    path("nyhetsbrev/", nyhetsbrev.nyhetsbrev, name="nyhetsbrev"),
    path("nyhetsbrev/<int:aar>/<int:maaned>/", nyhetsbrev.nyhetsbrev, name="nyhetsbrev"),
    path("<int:aar>/", lesing.aar, name="aar"),
    path("<slug:type>/", aktivitet.gjeldende, name="gjeldende"),  # last: every other word is an address of its own
]
