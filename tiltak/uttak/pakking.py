"""Zips that repeat: the same content gives the same bytes, whatever the clock says when the file is made."""

import zipfile
from collections.abc import Callable, Mapping
from datetime import date, datetime
from io import BytesIO

_FOERSTE_DAG = (1980, 1, 1, 0, 0, 0)  # a zip knows no earlier one
_RETTIGHETER = 0o644 << 16


def tidspunkt(dag: date) -> datetime:
    """The moment to write in a document of `dag`: its noon, so that no time zone makes another day of it."""
    return datetime(dag.year, dag.month, dag.day, 12)  # noqa: DTZ001 both kinds of file write it as UTC by themselves


def pakk_om(innhold: bytes, endre: Mapping[str, Callable[[bytes], bytes]] | None = None) -> bytes:
    """Write the zip anew, with its parts in the same order and without times; `endre` changes the parts it names."""
    ut = BytesIO()
    with zipfile.ZipFile(BytesIO(innhold)) as inn, zipfile.ZipFile(ut, "w", zipfile.ZIP_DEFLATED) as ny:
        for post in inn.infolist():
            hode = zipfile.ZipInfo(post.filename, _FOERSTE_DAG)
            hode.compress_type = zipfile.ZIP_DEFLATED
            hode.create_system = 3
            hode.external_attr = _RETTIGHETER
            data = inn.read(post)
            ny.writestr(hode, endre[post.filename](data) if endre and post.filename in endre else data)
    return ut.getvalue()
