"""What kind of happening an activity is."""

from django.db import models


class Aktivitetstype(models.TextChoices):
    """What kind of happening it is. Deadlines hang from some of them: see `MOETETYPER`."""

    AARSMOETE = "arsmote", "Årsmøte"
    EKSTRAORDINAERT = "ekstraordinert-arsmote", "Ekstraordinært årsmøte"
    FYLKESSTYREMOETE = "fylkesstyremote", "Fylkesstyremøte"
    REPRESENTANTSKAP = "representantskap", "Representantskap"
    LANDSMOETE = "landsmote", "Landsmøte"
    LANDSSTYREMOETE = "landsstyremote", "Landsstyremøte"
    FYLKESTING = "fylkesting", "Fylkesting"
    FORMOETE = "formote", "Formøte"
    NOMINASJON = "nominasjonsmote", "Nominasjonsmøte"
    AARSMOETER_LOKALT = "arsmoter-i-lokallag", "Årsmøter i lokallag"
    VALG = "valg", "Valg"
    VALGKAMP = "valgkamp", "Valgkamp"
    VERVING = "verving", "Verving"
    SKOLERING = "skolering", "Skolering"
    SAMLING = "samling", "Samling"
    MOETE = "mote", "Møte"
    MARKERING = "markering", "Markering"
    FRIST = "frist", "Frist"
    ANNET = "annet", "Annet"


# Dates in the plan hang from these; only the secretary sets them for the county branch.
MOETETYPER = (
    Aktivitetstype.AARSMOETE,
    Aktivitetstype.FYLKESSTYREMOETE,
    Aktivitetstype.REPRESENTANTSKAP,
    Aktivitetstype.LANDSMOETE,
    Aktivitetstype.NOMINASJON,
    Aktivitetstype.VALG,
)


class Synlighet(models.TextChoices):
    """Who may see an activity that is published."""

    OFFENTLIG = "offentlig", "Alle"
    INTERN = "intern", "Bare styret og laget"


class Lenkesynlighet(models.TextChoices):
    """Who may see the link to a meeting on the net."""

    ALLE = "alle", "Alle"
    INNLOGGEDE = "innloggede", "Bare de som er logget inn"
