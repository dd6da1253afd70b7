"""The documents that are made already: asked for again, they come from here and are not laid out anew."""

from datetime import datetime, timedelta
from hashlib import sha256
from typing import Self

from django.db import IntegrityError, models, transaction
from django.db.models import Q
from django.utils import timezone

from .rapportutgave import Rapportutgave

LIVSTEGN_GJELDER = timedelta(seconds=20)  # whoever makes one, says every other second that it goes on
FEIL_GJELDER = timedelta(seconds=30)  # what could not be made, is not tried again at once
BEHOLDES = 200  # of those that belong to no edition: the newest
BEHOLDES_I = timedelta(days=30)


class DokumentfilQuerySet(models.QuerySet["Dokumentfil"]):
    """Questions to the documents."""

    def ferdige(self) -> Self:
        return self.filter(ferdig__isnull=False)

    def uten_innhold(self) -> Self:
        """For lists: without the file itself."""
        return self.defer("innhold")

    def underveis(self, naa: datetime) -> Self:
        """Those that somebody is making."""
        return self.filter(ferdig=None, feil="", livstegn__gt=naa - LIVSTEGN_GJELDER)

    def kan_kreves(self, naa: datetime) -> Self:
        """Those that nobody is making: whoever did is gone, or they could not be made a while ago."""
        forlatt = Q(feil="", livstegn__lte=naa - LIVSTEGN_GJELDER)
        return self.filter(forlatt | (~Q(feil="") & Q(livstegn__lte=naa - FEIL_GJELDER)), ferdig=None)

    def kan_kastes(self, naa: datetime) -> Self:
        """Those that are old, or not among the newest. Never what belongs to an edition."""
        loese = self.filter(utgave=None)
        nyeste = Dokumentfil.objects.filter(utgave=None).order_by("-begynt", "-pk").values("pk")[:BEHOLDES]
        return loese.filter(Q(begynt__lt=naa - BEHOLDES_I) | ~Q(pk__in=nyeste))


class Dokumentfil(models.Model):
    """A finished PDF, by a mark of all that it is made of; or one that is being made, or that could not be.

    The row is made before the work begins: whoever makes it does the work, and all others wait for that one. It is in
    the database, so that several workers share it and a backup holds it. What belongs to an issued report (`utgave`,
    and `form` for which of its documents it is) is never thrown away; the rest may be made again at any time.
    """

    merke = models.CharField("merke", max_length=64, unique=True)
    innhold = models.BinaryField("fil", null=True)
    sjekksum = models.CharField("sjekksum", max_length=64, blank=True)
    begynt = models.DateTimeField("begynt", default=timezone.now)
    livstegn = models.DateTimeField("siste livstegn", default=timezone.now)
    ferdig = models.DateTimeField("ferdig", null=True)
    feil = models.CharField("feil", max_length=200, blank=True)
    utgave = models.ForeignKey(Rapportutgave, on_delete=models.PROTECT, null=True, related_name="filer")
    form = models.CharField("form", max_length=20, blank=True)

    objects = DokumentfilQuerySet.as_manager()

    class Meta:
        verbose_name = "dokument"
        verbose_name_plural = "dokumenter"
        ordering = ["-begynt"]
        constraints = [
            models.UniqueConstraint(
                fields=["utgave", "form"], condition=Q(utgave__isnull=False), name="dokumentfil_en_av_hver_form"
            ),
        ]

    def __str__(self) -> str:
        return self.merke[:12]

    @property
    def data(self) -> bytes:
        """The finished file."""
        return bytes(self.innhold or b"")

    @property
    def er_ferdig(self) -> bool:
        return self.ferdig is not None

    @property
    def er_forlatt(self) -> bool:
        """Whether nobody is making it, so that it can be claimed: as `kan_kreves` has it."""
        gjelder = FEIL_GJELDER if self.feil else LIVSTEGN_GJELDER
        return not self.er_ferdig and self.livstegn <= timezone.now() - gjelder

    @classmethod
    def krev(cls, merke: str, *, utgave: Rapportutgave | None = None, form: str = "") -> "Dokumentfil | None":
        """Give the document to whoever asks, to make it; or None when it is made, or somebody else is at it."""
        naa = timezone.now()
        if cls.objects.filter(merke=merke).kan_kreves(naa).update(begynt=naa, livstegn=naa, feil=""):
            return cls.objects.get(merke=merke)
        try:
            with transaction.atomic():
                return cls.objects.create(merke=merke, begynt=naa, livstegn=naa, utgave=utgave, form=form)
        except IntegrityError:
            return None

    def gi_livstegn(self) -> None:
        """Say that it is still being made."""
        self._min().update(livstegn=timezone.now())

    def fullfoer(self, innhold: bytes) -> None:
        """Store the finished file, and throw away what is kept no longer. Once taken over by somebody else, it is
        theirs to store."""
        naa = timezone.now()
        self._min().update(innhold=innhold, sjekksum=sha256(innhold).hexdigest(), ferdig=naa, livstegn=naa)
        Dokumentfil.objects.kan_kastes(naa).delete()

    def meld_feil(self, setning: str) -> None:
        """Store why it could not be made. It can be tried again in a while."""
        self._min().update(feil=setning[:200], livstegn=timezone.now())

    def _min(self) -> DokumentfilQuerySet:
        return Dokumentfil.objects.filter(pk=self.pk, begynt=self.begynt, ferdig=None)
