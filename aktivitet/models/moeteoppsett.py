"""How the year's meetings and deadlines are counted from other meetings: what the secretary may set."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from .versjon import Versjonert

FAA, MANGE = MinValueValidator(1, "Skriv minst 1 dag."), MaxValueValidator(365, "Skriv høyst 365 dager.")


def _dager(navn: str, antall: int) -> models.PositiveSmallIntegerField:
    return models.PositiveSmallIntegerField(navn, default=antall, validators=[FAA, MANGE])


class Moeteoppsett(Versjonert):
    """There is one row: how many days ahead of a meeting other things are.

    What it begins with. The county council meets on a working day, and so does a board that meets a whole week ahead;
    the national board begins on a Friday or a Saturday, and ten days ahead is a Tuesday or a Wednesday. The annual
    meeting's deadlines are the strictest among those that county branches of the same party have in their statutes:
    the notice eight weeks (Nordland; others 30 days), proposals 14 days (Nordland, Rogaland), the papers seven days
    (Nordland, Vestland). The branch's own statutes decide: the secretary sets the numbers by them.
    """

    foer_fylkesting = _dager("dager fra fylkesstyremøte til fylkesting", 7)
    foer_landsstyre = _dager("dager fra formøte til landsstyremøte", 10)
    innkalling = _dager("dager fra innkalling til årsmøtet", 56)
    forslag = _dager("dager fra forslagsfrist til årsmøtet", 14)
    papirer = _dager("dager fra sakspapirene sendes til årsmøtet", 7)

    class Meta:
        verbose_name = verbose_name_plural = "møteoppsett"

    def __str__(self) -> str:
        return "Møteoppsett"

    @classmethod
    def naa(cls) -> "Moeteoppsett":
        """Give it as it is set; nobody having set anything, as it begins."""
        return cls.objects.order_by("pk").first() or cls()

    @classmethod
    def raden(cls) -> "Moeteoppsett":
        """Give the one row, made when nobody has set anything yet: to be changed."""
        return cls.objects.order_by("pk").first() or cls.objects.get_or_create(pk=1)[0]
