"""The trail's address."""

from django.urls import path

from . import views

urlpatterns = [path("", views.sporet, name="spor")]
