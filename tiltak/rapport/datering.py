"""The day that the report's files are dated: that of what they say, so that the same content is the same file."""

from datetime import date

from django.utils import timezone

from .deler import Rapportinnhold


def filens_dag(innhold: Rapportinnhold) -> date:
    """Give the day that anything in the report was last changed; its last day where nothing ever was."""
    return timezone.localdate(innhold.oppdatert) if innhold.oppdatert else innhold.til
