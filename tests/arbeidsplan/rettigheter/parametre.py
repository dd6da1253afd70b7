"""Which parameters a page reads of its address: noted as it reads them, so that none is forgotten."""

from contextlib import contextmanager

from django.core.handlers.wsgi import WSGIRequest
from django.http import QueryDict


class Lyttende(QueryDict):
    """A query string that notes what is asked of it."""

    def __init__(self, tekst, lest):
        self.lest = lest  # asked already while the string is read
        super().__init__(tekst)

    def get(self, navn, *ellers):
        self.lest.add(navn)
        return super().get(navn, *ellers)

    def getlist(self, navn, *ellers):
        self.lest.add(navn)
        return super().getlist(navn, *ellers)

    def __contains__(self, navn):
        self.lest.add(navn)
        return super().__contains__(navn)

    def __getitem__(self, navn):
        self.lest.add(navn)
        return super().__getitem__(navn)


@contextmanager
def leste_parametre(monkeypatch):
    """Give a set that fills with the names, until the block ends."""
    lest = set()

    def get(request):
        if "_lyttende" not in request.__dict__:
            request._lyttende = Lyttende(request.META.get("QUERY_STRING", ""), lest)
        return request._lyttende

    with monkeypatch.context() as lapp:
        lapp.setattr(WSGIRequest, "GET", property(get))
        yield lest


def parametrene(nettleser, adresse, monkeypatch):
    """The names of the parameters that the page at the address reads."""
    with leste_parametre(monkeypatch) as lest:
        nettleser.get(adresse)
        sendt = set()
        while lest - sendt:  # one that is there may lead to others
            sendt = set(lest)
            svar = nettleser.get(adresse, dict.fromkeys(sorted(sendt), "1"))
            assert svar.status_code < 500, (adresse, sendt)
    return sorted(lest)
