"""Reads Word files (.docx) into the same lines that a text file gives; see `lesing.py`.

It reads the zip and its XML by itself, since python-docx opens every part without a bound, computes no numbers, knows
no content controls and no hidden text, and takes quadratic time on tables.
"""

from tiltak.dokument.word.lesing import les_word

__all__ = ["les_word"]
