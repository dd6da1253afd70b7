"""All that is stored about one person, read by the register: for the page about me, and for the file with my data."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.db.models import Count, Window
from django.urls import reverse
from django.utils import timezone

from aktivitet.tid import dag_i_ord, oeyeblikk_i_ord

from ..models import Bruker
from .grupper import GRUPPER, Gruppe
from .poster import Post

VIST = 20  # of each kind on the page; the file has them all
LENGST = 300  # signs of one text on the page


@dataclass(frozen=True)
class Rad:
    """One row: what people call each thing, and the thing. Without what is empty."""

    verdier: dict[str, Any]
    lenke: str = ""

    @property
    def i_ord(self) -> list[tuple[str, str]]:
        """The same as people read it."""
        return [(merkelapp, _i_ord(verdi)) for merkelapp, verdi in self.verdier.items()]


@dataclass(frozen=True)
class Lagret:
    """What is stored of one kind: how many rows, and the newest of them."""

    post: Post
    antall: int
    rader: list[Rad]


@dataclass(frozen=True)
class Gruppeinnhold:
    """What is stored of one group of the register, kind by kind."""

    gruppe: Gruppe
    alle: list[Lagret]

    @property
    def fylte(self) -> list[Lagret]:
        """The kinds that there is something of."""
        return [lagret for lagret in self.alle if lagret.antall]

    @property
    def tomme(self) -> list[str]:
        """The names of those that there is nothing of."""
        return [lagret.post.tittel for lagret in self.alle if not lagret.antall]


def det_som_er_lagret(bruker: Bruker, hoeyst: int | None = None) -> list[Gruppeinnhold]:
    """Give all that is stored about the person, group by group; of each kind the `hoeyst` newest rows.

    One query for each kind, however much there is.
    """
    med_poster = [gruppe for gruppe in GRUPPER if gruppe.poster]
    return [Gruppeinnhold(gruppe, [_les(post, bruker, hoeyst) for post in gruppe.poster]) for gruppe in med_poster]


def som_fil(bruker: Bruker, naa: datetime) -> dict[str, Any]:
    """Give everything as the file says it: Norwegian keys, days and times by ISO 8601, and empty kinds too."""
    return {
        "Hva dette er": f"Alt som er lagret om deg i arbeidsplanen til {settings.ORGANISASJON}",
        "Laget": _for_maskiner(naa),
        "Innhold": {
            lagret.post.tittel: [
                {merkelapp: _for_maskiner(verdi) for merkelapp, verdi in rad.verdier.items()} for rad in lagret.rader
            ]
            for innhold in det_som_er_lagret(bruker)
            for lagret in innhold.alle
        },
    }


def _les(post: Post, bruker: Bruker, hoeyst: int | None) -> Lagret:
    modell = apps.get_model(post.modell)
    valg = [_valgene(modell, felt.sti) for felt in post.felt]
    stier = dict.fromkeys([*(felt.sti for felt in post.felt), *post.lenke[1:]])
    rader = modell._default_manager.filter(**_om(post, bruker)).order_by(post.nyest, "-pk")
    funnet = list(rader.annotate(i_alt=Window(Count("*"))).values(*stier, "i_alt")[:hoeyst])
    return Lagret(post, funnet[0]["i_alt"] if funnet else 0, [_rad(post, valg, rad) for rad in funnet])


def _om(post: Post, bruker: Bruker) -> dict[str, Any]:
    """What finds the person's rows: the key, or the address, or the key as text."""
    if post.person.endswith("email__iexact"):
        return {post.person: bruker.email}
    return {post.person: str(bruker.pk) if post.person == "object_id" else bruker.pk, **post.bare}


def _rad(post: Post, valg: Iterable[dict[Any, Any]], rad: dict[str, Any]) -> Rad:
    verdier = {}
    for felt, av in zip(post.felt, valg, strict=True):
        verdi = rad[felt.sti]
        if verdi is None or verdi == "":
            continue
        verdier[felt.merkelapp] = felt.som(verdi) if felt.som else av.get(verdi, verdi)
    deler = [rad[sti] for sti in post.lenke[1:]]
    return Rad(verdier, reverse(post.lenke[0], args=deler) if post.lenke and None not in deler else "")


def _valgene(modell: type[models.Model], sti: str) -> dict[Any, str]:
    """The words of a field that is chosen from a list; none for every other field."""
    felt: Any = None
    for del_ in sti.split("__"):
        try:
            felt = modell._meta.get_field(del_)
        except FieldDoesNotExist:  # a key inside a JSON field, or `pk`
            return {}
        modell = felt.related_model or modell
    return {verdi: str(ord_) for verdi, ord_ in getattr(felt, "flatchoices", ())}


def _i_ord(verdi: Any) -> str:
    match verdi:
        case bool():
            return "ja" if verdi else "nei"
        case datetime():
            return oeyeblikk_i_ord(timezone.localtime(verdi))
        case date():
            return dag_i_ord(verdi)
        case list():
            return ", ".join(map(str, verdi)) or "ingen"
    tekst = str(verdi)
    return tekst if len(tekst) <= LENGST else f"{tekst[:LENGST].rstrip()} …"


def _for_maskiner(verdi: Any) -> Any:
    match verdi:
        case bool() | int() | list():
            return verdi
        case datetime():
            return timezone.localtime(verdi).isoformat(timespec="seconds")
        case date():
            return verdi.isoformat()
    return str(verdi)
