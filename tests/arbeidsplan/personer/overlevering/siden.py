"""What the tests of the page share: its address, the roles, and what a person has and a page says."""

from arbeidsplan.models import Bruker

SIDEN = "/personer/overlevering/"
STYREMEDLEM, SEKRETAER, REDAKTOER, ADMINISTRATOR = "styremedlem", "sekretaer", "lokallagsredaktoer", "administrator"


def nytt(bruker):
    return Bruker.objects.get(pk=bruker.pk)


def feilene(svar):
    """What is wrong, by the fields' names."""
    skjema = svar.context["skjema"]
    former = [form for del_ in skjema.personer for form in (del_.form, *del_.verv)] + skjema.nye
    return {felt.html_name: list(felt.errors) for form in former if form.is_bound for felt in form if felt.errors}
