"""The editing site's addresses, every one that Django makes for it: by every role, with a thing that is there and
with one that cannot be. What each room lets the secretary do stands in the table beside."""

import pytest
from django.contrib import admin
from django.urls import URLResolver, get_resolver, reverse

from aktivitet.models import Aktivitet, FastAktivitet
from arbeidsplan.models import Bruker
from tiltak.models import Ordlydsendring, Plan, Planutgave

from ..test_rettigheter_redigering import REDIGERING
from .nettleser import kort
from .skriving import skrevet_i

pytestmark = pytest.mark.svarene

LAVE = ("alle", "redaktoer", "styremedlem")
HOEYE = ("sekretaer", "administrator")
# A page of the site that is none of a room's: what GET and POST give to those who may be there.
SIDENE = {
    "index": ("200", "200"),
    "login": ("inn", "inn"),
    "logout": ("302", "302"),
    "password_change": ("302", "302"),
    "password_change_done": ("200", "405"),
    "autocomplete": ("403", "405"),
    "jsi18n": ("200", "405"),
    "view_on_site": ("404", "404"),
    "app_list": ("200", "200"),
    "aktivitet_fastaktivitet_fyll": ("200", "200"),
    "arbeidsplan_bruker_totrinn": ("200", "302"),
}
OM_EN = ("_change", "_history", "_delete", "_totrinn")  # the pages of one row
# What each page of a room takes of REDIGERING: without it the page is refused.
KREVER = {"changelist": "se", "add": "legg-til", "change": "se", "history": "se", "delete": "slett"}
UMULIGE = ("0", "-1", "2147483648", "9223372036854775807", "9223372036854775808", "18446744073709551616", "x", "_00")


def navnene(resolver=None):
    """The names of the addresses that the site has, but for the two that only lead to another one."""
    if resolver is None:
        resolver = next(en for en in get_resolver().url_patterns if getattr(en, "app_name", None) == "admin")
    for en in resolver.url_patterns:
        if isinstance(en, URLResolver):
            yield from navnene(en)
        elif en.name:
            yield en.name


@pytest.fixture
def ting(verden, sekretaer):
    """One row of each room; the person is somebody without a task."""
    plan = Plan.objects.get(slug="arbeidsplan-2025-2028")
    FastAktivitet.objects.create(maaned=3, tittel="Årsmøte")
    Planutgave.objects.create(plan=plan, gjelder_fra=plan.fra, vedtaksdag=plan.fra, innhold={}, av=sekretaer)
    Ordlydsendring.objects.create(plan=plan, hva="Tiltak 1a", felt="tekst", foer="a", etter="b", av=sekretaer)
    Bruker.objects.create_user("uten@example.org")
    rader = {
        f"{modell._meta.app_label}_{modell._meta.model_name}": modell._default_manager.order_by("pk").last().pk
        for modell in admin.site._registry
    }
    return rader | {"aktivitet_aktivitet": Aktivitet.objects.utkast().first().pk}  # what is published is not deleted


def adressen(navn, ting, pk=None):
    """The address by its name, of the room's row or of the key `pk`."""
    rom = navn.rpartition("_")[0]
    if navn == "view_on_site":
        return reverse("admin:view_on_site", args=["0", "0"])
    if navn == "app_list":
        return reverse("admin:app_list", args=["tiltak"])
    if navn.endswith(OM_EN) and rom in ting:
        return reverse(f"admin:{navn}", args=[pk or ting[rom]])
    return reverse(f"admin:{navn}")


def skal_faa(navn):
    """What the secretary gets by GET and by an empty POST."""
    if navn in SIDENE:
        return SIDENE[navn]
    rom, _, side = navn.rpartition("_")
    lov = REDIGERING[rom].split()
    if KREVER[side] not in lov:
        return "403", "403"
    if side == "change" and "endre" not in lov:
        return "200", "403"
    return "200", "200"


def test_every_address_of_the_site_is_known():
    kjente = set(SIDENE) | {f"{rom}_{side}" for rom in REDIGERING for side in KREVER}

    assert set(navnene()) == kjente


def test_the_secretary_gets_what_the_room_gives(nettlesere, ting):
    faar = {}
    for navn in navnene():
        adresse, nettleser = adressen(navn, ting), nettlesere["sekretaer"]
        faar[navn] = (kort(nettleser.get(adresse)), kort(nettleser.post(adresse)))

    assert faar == {navn: skal_faa(navn) for navn in navnene()}


def test_nobody_else_gets_anything_and_nothing_is_written(nettlesere, ting):
    avvik = {}
    for navn in navnene():
        for rolle in LAVE:
            for metode in ("get", "head", "post"):
                with skrevet_i() as tabellene:
                    svar = getattr(nettlesere[rolle], metode)(adressen(navn, ting))
                til = svar.headers.get("Location", "")
                shut = svar.status_code == 403 or til.startswith(("/admin/login/?next=", "/logg-inn/?next="))
                hjem = navn in ("logout", "password_change", "login") and svar.status_code == 302
                if not (shut or hjem) or tabellene:
                    avvik[navn, rolle, metode] = (svar.status_code, til, tabellene)

    assert avvik == {}


@pytest.mark.usefixtures("korte_nei")
def test_a_key_that_cannot_be_is_no_fault(nettlesere, ting):
    """Django answers a page of a thing that is not there by leading to the front page, with a message."""
    svarene = set()
    for rolle in HOEYE:
        for navn in navnene():
            if navn.endswith(OM_EN):
                for pk in UMULIGE if navn not in SIDENE else filter(str.isdigit, UMULIGE):  # no other is an address
                    svarene.add(kort(nettlesere[rolle].post(adressen(navn, ting, pk))))

    assert svarene <= {"302", "403", "404"}
