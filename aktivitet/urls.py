"""The calendar's addresses, all below /hva-skjer/."""

from django.urls import path

from . import views

app_name = "aktivitet"
urlpatterns = [
    path("", views.hva_skjer, name="hva_skjer"),
    path("<int:aar>/<int:maaned>/", views.maaned, name="maaned"),
    path("ny/", views.ny, name="ny"),
    path("aktivitet/<int:pk>/", views.aktivitet, name="aktivitet"),
    path("aktivitet/<int:pk>/rediger/", views.rediger, name="rediger"),
    path("aktivitet/<int:pk>.ics", views.aktivitet_ics, name="aktivitet_ics"),
    path("kalender.ics", views.kalender_ics, name="kalender_ics"),
]
