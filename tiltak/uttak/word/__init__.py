"""The plan as a Word file (.docx), in Word's own styles: the only room that writes with python-docx."""

from tiltak.uttak.word.skriving import lag_word

__all__ = ["lag_word"]
