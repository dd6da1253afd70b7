"""A draft's document to look at while it is written: the newest that is made, and a newer one on its way.

One at a time for each report: what is written while one is being made waits until that one is ready, and then only the
newest text is made.
"""

from dataclasses import dataclass

from django.utils import timezone

from ..models import Dokumentfil
from ..models.dokumentfil import DokumentfilQuerySet
from ..pdf import lager
from ..pdf.bestilling import Bestilling
from ..pdf.bilder import Pdfside, les_sider

BEHOLD = 4  # of each report's drafts: the newest, and those that a page somewhere may still be showing


@dataclass(frozen=True)
class Forhaandsvisning:
    """The pages there are to show, of the document `merke`; the mark of the one that is waited for; or a sentence on
    why that could not be made. Each is empty when there is none."""

    merke: str = ""
    sider: tuple[Pdfside, ...] = ()
    venter: str = ""
    feil: str = ""


def forhaandsvis(aar: int, bestilling: Bestilling) -> Forhaandsvisning:
    """Give the pages of the year's draft as it stands; until they are made, those of the last one that was.

    Sees to it that they are being made, unless making them has failed already.
    """
    fil = Dokumentfil.objects.filter(merke=bestilling.merke).first()
    if fil and fil.er_ferdig:
        if fil.form != _form(aar):  # made for whoever opened the PDF
            Dokumentfil.objects.filter(pk=fil.pk, utgave=None).update(form=_form(aar))
        return _vis(fil)
    siste = utkastene(aar).order_by("-ferdig").first()
    if fil and fil.feil:
        return _vis(siste, feil=fil.feil)
    return _vis(siste, venter=_annet_underveis(aar, bestilling) or _begynn(aar, bestilling))


def proev_igjen(bestilling: Bestilling) -> None:
    """Forget that the document could not be made. It is begun anew when it is asked for."""
    Dokumentfil.objects.filter(merke=bestilling.merke, ferdig=None).exclude(feil="").delete()


def lages_ennaa(merke: str) -> bool:
    """Tell whether the document with this mark is still being made."""
    return Dokumentfil.objects.underveis(timezone.now()).filter(merke=merke).exists()


def utkastene(aar: int) -> DokumentfilQuerySet:
    """Give the finished documents of the year's draft. What is issued is never among them."""
    return Dokumentfil.objects.ferdige().filter(utgave=None, form=_form(aar))


def _form(aar: int) -> str:
    return f"utkast-{aar}"


def _vis(fil: Dokumentfil | None, *, venter: str = "", feil: str = "") -> Forhaandsvisning:
    if fil is None:
        return Forhaandsvisning(venter=venter, feil=feil)
    return Forhaandsvisning(fil.merke, les_sider(fil.data), venter, feil)


def _annet_underveis(aar: int, bestilling: Bestilling) -> str:
    """The mark of an older text's document that is still being made, if any: it is let finish first."""
    andre = Dokumentfil.objects.underveis(timezone.now()).filter(utgave=None, form=_form(aar))
    return andre.exclude(merke=bestilling.merke).values_list("merke", flat=True).first() or ""


def _begynn(aar: int, bestilling: Bestilling) -> str:
    lager.begynn(bestilling, form=_form(aar))
    gamle = utkastene(aar).order_by("-ferdig").values_list("pk", flat=True)[BEHOLD:]
    Dokumentfil.objects.filter(pk__in=list(gamle)).delete()
    return bestilling.merke
