"""How the year's meetings are counted from other meetings: what the secretary may set."""

from django.core.validators import MaxValueValidator
from django.db import models

from .versjon import Versjonert


def _dager(navn: str, antall: int, hjelp: str = "") -> models.PositiveSmallIntegerField:
    return models.PositiveSmallIntegerField(
        navn, default=antall, help_text=hjelp, validators=[MaxValueValidator(365, "Skriv høyst 365 dager.")]
    )


class Moeteoppsett(Versjonert):
    """There is one row: how many days ahead of a meeting other things are."""

    foer_fylkesting = _dager("dager fra fylkesstyremøte til fylkesting", 10)
    foer_landsstyre = _dager("dager fra formøte til landsstyremøte", 10)
    innkalling = _dager("dager fra innkalling til årsmøtet", 56)
    forslag = _dager("dager fra forslagsfrist til årsmøtet", 28)
    papirer = _dager("dager fra sakspapirene sendes til årsmøtet", 14)

    class Meta:
        verbose_name = verbose_name_plural = "møteoppsett"

    def __str__(self) -> str:
        return "Møteoppsett"

    @classmethod
    def naa(cls) -> "Moeteoppsett":
        """Give it as it is set; nobody having set anything, as it begins."""
        return cls.objects.order_by("pk").first() or cls()
