"""The pages for people who come and go: the list and the invitations, for whoever invites; the link in the letter."""

from django.urls import path

from . import ta_imot, views

urlpatterns = [
    path("personer/", views.personer, name="personer"),
    path("personer/inviter/", views.inviter, name="inviter"),
    path("personer/invitasjon/<int:pk>/send/", views.send_paa_nytt, name="invitasjon_send"),
    path("personer/invitasjon/<int:pk>/trekk/", views.trekk, name="invitasjon_trekk"),
    path("invitasjon/<str:noekkel>/", ta_imot.invitasjon, name="invitasjon"),
]
