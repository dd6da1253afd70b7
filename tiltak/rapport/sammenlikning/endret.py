"""What has changed in a report since it was issued, or between two times that it was."""

from datetime import date

from ...models import Rapportutgave
from ..deler import Rapportinnhold
from ..frys import tin
from ..visning import utkastet
from .ulikheter import Sammenlikning
from .versjoner import sammenlikn


def endret_siden(utgave: Rapportutgave, i_dag: date) -> Sammenlikning:
    """Give what is not as the edition says, as things stand now."""
    return endret_fra(utgave, utkastet(utgave.rapport, i_dag).innhold)


def endret_fra(utgave: Rapportutgave, naa: Rapportinnhold | None) -> Sammenlikning:
    """The same, of what the report says now: `naa`, None when it has no plan any more."""
    return sammenlikn(tin(utgave.innhold), naa) if naa else Sammenlikning(annet=True)


def endret_mellom(foer: Rapportutgave, etter: Rapportutgave) -> Sammenlikning:
    """Give what is not the same in two editions."""
    return sammenlikn(tin(foer.innhold), tin(etter.innhold))
