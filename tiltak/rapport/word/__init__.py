"""The report as a Word file (.docx), for those who go on in Word: whole, or as a chapter of a larger report."""

from .skriving import lag_word

__all__ = ["lag_word"]
