"""Files on their way in from the browser: never more of them is kept than a plan document can be, and the form that
takes one."""

from typing import Any, cast

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler

from aktivitet.felt import FOR_GAMMELT

from .dokument import MAKS_BYTES
from .innlesing import lest_inn_foer
from .models import Plan

FILSLAG = (".docx", ".txt", ".json", ".xlsx", ".csv")
FOR_STOR = f"Filen er på over {MAKS_BYTES // 1_000_000} MB. Velg selve plandokumentet, eller gjør bildene mindre."


class Avkortet(FileUploadHandler):
    """Stands before Django's own handlers and lets through a little more than the largest file, all files of a request
    together. The rest is read off the wire and thrown away: the browser gets its answer, and neither memory nor disk
    is filled. What was cut is too large for every form that asks for the size."""

    def __init__(self, request: Any = None) -> None:
        super().__init__(request)
        self.sluppet_inn = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        if self.sluppet_inn > MAKS_BYTES:
            return None
        self.sluppet_inn += len(raw_data)
        return raw_data

    def file_complete(self, file_size: int) -> None:
        return None


class OpplastingForm(forms.Form):
    """A plan document, and whether it is a new version of a plan that is here already.

    `innhold` is the file's bytes when the form is valid; `kjent` the plan that was made of the very same file before.
    """

    fil = forms.FileField(
        label="Plandokumentet",
        help_text="Word (.docx), ren tekst (.txt) eller en plan som er lastet ned herfra (.json). Tiltak i regneark "
        "(.xlsx eller .csv) kan leses inn som en ny utgave av planen de er lastet ned fra.",
        widget=forms.FileInput(attrs={"accept": ",".join(FILSLAG)}),
        error_messages={
            "required": "Velg filen som planen står i.",
            "missing": "Velg filen som planen står i.",
            "invalid": FOR_GAMMELT,
            "empty": "Filen er tom. Velg filen som planen står i.",
        },
    )
    revisjon_av = forms.ModelChoiceField(
        Plan.objects.none(),
        label="Er dette en ny utgave av en plan?",
        required=False,
        empty_label="Nei, det er en egen plan",
        error_messages={"invalid_choice": "Planen finnes ikke lenger. Velg en av planene i listen."},
    )
    likevel = forms.BooleanField(label="Ja, les den inn en gang til", required=False)

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs | {"label_suffix": ""})
        self.innhold = b""
        self.kjent: Plan | None = None
        cast(forms.ModelChoiceField, self.fields["revisjon_av"]).queryset = Plan.objects.kan_revideres()

    def clean_fil(self) -> UploadedFile:
        """Refuse what is too large to be a plan."""
        fil: UploadedFile = self.cleaned_data["fil"]
        if (fil.size or 0) > MAKS_BYTES:
            raise forms.ValidationError(FOR_STOR)
        return fil

    def clean(self) -> dict[str, Any]:
        """Ask once more when the very same file has been read before."""
        rent = super().clean() or self.cleaned_data
        if fil := rent.get("fil"):
            self.innhold = fil.read()
            self.kjent = lest_inn_foer(self.innhold)
            if self.kjent and not rent.get("likevel"):
                self.add_error("fil", f"Nettopp denne filen er lest inn før, som «{self.kjent}».")
        return rent
