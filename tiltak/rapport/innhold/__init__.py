"""What an annual report says, built from the plan as it was adopted, the terminer, the log and the calendar."""

from .bygging import rapportinnhold

__all__ = ["rapportinnhold"]
