"""What the walks through all addresses may ask for."""

import pytest
from django.http import HttpResponse
from django.shortcuts import render


@pytest.fixture
def korte_nei(monkeypatch):
    """Let a refusal be its status and no page, where nothing else is asked of it: the page costs more than the no.
    That it is there for everyone is asked with the table, in `test_rettigheter.py`."""

    def siden(request, mal, *resten, **valg):
        return HttpResponse(status=403) if mal == "403_csrf.html" else render(request, mal, *resten, **valg)

    monkeypatch.setattr("arbeidsplan.urls.handler403", lambda request, exception: HttpResponse(status=403))
    monkeypatch.setattr("arbeidsplan.urls.handler404", lambda request, exception: HttpResponse(status=404))
    monkeypatch.setattr("arbeidsplan.fortsett.render", siden)
