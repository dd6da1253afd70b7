"""The handover's addresses."""

from django.urls import path

from . import views

urlpatterns = [
    path("", views.overlevering, name="overlevering"),
    path("<uuid:merke>/", views.overlevert, name="overlevert"),
]
