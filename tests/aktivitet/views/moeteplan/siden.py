"""The meeting plan's page as a browser uses it: what its forms send, and the buttons that are pressed there."""

from datetime import date

from aktivitet.models import Aktivitet

SIDEN = "/hva-skjer/moteplan/2027/"
JUNI, OKTOBER = date(2027, 6, 15), date(2027, 10, 12)


def dager(**felter):
    vanlig = {"fylkesting": "", "landsstyre": "", "synlighet": "offentlig"}
    return {f"dager-{felt}": verdi for felt, verdi in (vanlig | felter).items()} | {"handling": "legg_inn"}


def rad(kilde, **felter):
    """A proposal as the browser sends it: ticked, on the day that is proposed for June."""
    vanlig = {"med": "on", "dag": "2027-06-08"}
    return {f"r{kilde.pk}-{felt}": verdi for felt, verdi in (vanlig | felter).items()} | {"handling": "lag_utkast"}


def frister(**felter):
    vanlig = {"innkalling-dag": "2026-12-18", "forslag-dag": "2027-02-12", "papirer-dag": "2027-02-19"}
    return (
        {f"{navn}-med": "on" for navn in ("innkalling", "forslag", "papirer")}
        | vanlig
        | felter
        | {"handling": "lag_frister"}
    )


def vedta(client, **mer):
    """Press "Vedta møteplanen" on the page as it stands."""
    merke = client.get(SIDEN).context["vedtak"].merke
    return client.post(SIDEN, {"handling": "vedta", "merke": merke, **mer})


def i_planen():
    felter = ("type", "tittel", "foerste_dag", "dager_foer", "synlighet")
    return list(Aktivitet.objects.filter(moeteplan_aar=2027).order_by("foerste_dag", "pk").values_list(*felter))


def flytt_kilden(fylkesting, foerste, siste):
    fylkesting.foerste_dag, fylkesting.siste_dag = foerste, siste
    fylkesting.lagre(fylkesting.versjon)


def grep(inne, handling, **mer):
    """Press the button beside the only one that does not fit."""
    (en,) = inne.get(SIDEN).context["aaret"].passer_ikke
    dag = {"dag": en.ny_dag.isoformat()} if en.ny_dag else {}
    felter = {"handling": handling, "pk": en.aktivitet.pk, "versjon": en.aktivitet.versjon}
    return inne.post(SIDEN, felter | dag | mer)


def oppsett(versjon, **felter):
    vanlig = {"foer_fylkesting": 7, "foer_landsstyre": 10, "innkalling": 56, "forslag": 14, "papirer": 7}
    alle = vanlig | felter | {"lest_versjon": versjon}
    return {f"oppsett-{felt}": verdi for felt, verdi in alle.items()} | {"handling": "oppsett"}
