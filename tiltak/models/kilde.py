"""The document that a plan was read from, and its slips."""

from django.db import models

from .plan import Plan


class Kildedokument(models.Model):
    """The file that a plan was read from, line by line: what is pointed out can be shown as it stands there."""

    plan = models.OneToOneField(Plan, on_delete=models.CASCADE, related_name="kilde")
    filnavn = models.CharField("filnavn", max_length=200, blank=True)
    slag = models.CharField("filslag", max_length=10)
    sha256 = models.CharField("SHA-256", max_length=64)
    linjer = models.JSONField("linjer", default=list)
    lest = models.DateTimeField("lest", auto_now_add=True)

    class Meta:
        verbose_name = "kildedokument"
        verbose_name_plural = "kildedokumenter"

    def __str__(self) -> str:
        return self.filnavn or f"{self.plan} ({self.slag})"


class Merknad(models.Model):
    """A slip in the document that the plan was read from. It is kept as written and pointed out to the secretary."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="merknader")
    linje = models.PositiveIntegerField("linje i dokumentet", null=True, blank=True)
    hva = models.CharField("hva", max_length=60)
    tekst = models.TextField("merknad")
    avklart = models.BooleanField("avklart", default=False)

    class Meta:
        verbose_name = "merknad til dokumentet"
        verbose_name_plural = "merknader til dokumentet"
        ordering = ["plan", "linje", "pk"]

    def __str__(self) -> str:
        return self.tekst
