"""The addresses about privacy: the open page, one's own data, and erasing."""

from django.urls import path

from . import slettesider, views

urlpatterns = [
    path("personvern/", views.personvern, name="personvern"),
    path("konto/mine-data/", views.mine_data, name="mine_data"),
    path("konto/mine-data/last-ned/", views.last_ned, name="mine_data_fil"),
    path("konto/slett/", slettesider.slett_meg, name="slett_meg"),
    path("personer/<int:pk>/slett/", slettesider.slett_person, name="slett_person"),
]
