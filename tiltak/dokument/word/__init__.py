"""Reads Word files (.docx) into the same lines that a text file gives; see `lesing.py`.

It reads the zip and its XML by itself, since python-docx opens every part without a bound, computes no numbers, knows
no content controls and no hidden text, and takes quadratic time on tables.
"""

from tiltak.dokument.word.egen import er_egen, les_egne_linjer
from tiltak.dokument.word.lesing import aapne_word, les_word
from tiltak.dokument.word.pakke import Pakke

__all__ = ["Pakke", "aapne_word", "er_egen", "les_egne_linjer", "les_word"]
