"""What is not the same in two versions of a report: which two, and what each kind of thing in them says."""

from .versjoner import sammenlikn

__all__ = ["sammenlikn"]
