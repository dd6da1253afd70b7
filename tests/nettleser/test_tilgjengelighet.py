"""WCAG 2.2 AA as far as a machine can tell, on every page, as each who may see it: axe-core in a real browser."""

from itertools import takewhile
from uuid import uuid4

import pytest
from django.utils import timezone

from aktivitet.models import Aktivitet
from arbeidsplan.models import Bruker, Invitasjon, Overlevering
from arbeidsplan.paaminnelser.lenker import lag_token
from arbeidsplan.roller import Rolle
from tests.conftest import PLANFIL
from tests.nettleser.axe_paa_siden import SMAL, brudd
from tiltak.innlesing import les_inn
from tiltak.models import Periodemaal, Termin, Tilknytning, Tiltak

pytestmark = pytest.mark.usefixtures("tomme_pdfer")

PLANEN = "/plan/arbeidsplan-2025-2028/"
AAPNE = ["/", "/hva-skjer/", "/hva-skjer/{aar}/{maaned}/?visning=maaned", "/hva-skjer/aktivitet/{aktivitet}/"]
AAPNE += [
    "/plan/",
    "/plan/?q=årsmøte",
    "/plan/?q=kamel",
    "/rapport/",
    "/rapport/{i_fjor}/",
    "/rapport/{i_fjor}/les/",
    "/logg-inn/",
    "/logg-inn/kode/",
    "/finnes-ikke/",
    "/hva-skjer/2100/",
]
AAPNE += ["/hva-skjer/arshjul/{aar}/", "/hva-skjer/arshjul/{aar}/?q=møte", "/hva-skjer/arshjul/2030/?lag=ukjent"]
STYRET = ["/", "/tiltak/", "/tiltak/{tiltak}/", "/tiltak/termin/{termin}/", "/hva-skjer/ny/", "/rapport/{i_fjor}/"]
SEKRETAEREN = ["/", "/hva-skjer/aktivitet/{aktivitet}/rediger/", "/rapport/{aar}/", "/plan/", "/tiltak/"]
STYRET += ["/plan/", "/tiltak/perioden/", "/fortsett/", "/tiltak/styremote/"]
STYRET += [f"/tiltak/{{med_alt}}/{sti}" for sti in ("", "planlegg/", "aktiviteter/", "vedlegg/")]
STYRET += ["/hva-skjer/aktivitet/{holdt}/"]
STYRET += ["/tiltak/?aar=alle", "/tiltak/?aar={aar}&mal=2.1&status=forfalt&q=å", "/tiltak/?q=kamel", "/tiltak/?mal=9"]
STYRET += ["/tiltak/flere/?aar={aar}&velg=alle"]
SEKRETAEREN += ["/plan/{plan}/periodemaal/{valgmaal}/resultat/"]
SEKRETAEREN += ["/plan/inn/", "/plan/{utkast}/avklar/", "/plan/{utkast}/bekreft/", "/plan/{utkast}/forkast/"]
SEKRETAEREN += ["/tiltak/{tiltak}/frist/"]
AAPNE += [f"{PLANEN}historikk/", f"{PLANEN}per/2026-01-01/"]
SEKRETAEREN += [f"{PLANEN}rediger/{sti}" for sti in ("", "hode/", "tiltak/{tiltak}/", "mal/ny/", "avsnitt/ny/")]
SEKRETAEREN += [f"{PLANEN}rediger/tiltak/{{tiltak}}/{grep}/" for grep in ("flytt", "ta-ut", "del", "sla-sammen")]
SEKRETAEREN += ["/hva-skjer/moteplan/{aar}/", "/hva-skjer/moteplan/{neste_aar}/"]
STYRET += ["/hva-skjer/moteplan/{aar}/"]
SEKRETAEREN += ["/hva-skjer/arshjul/{neste_aar}/", "/plan/ny/", "/konto/paaminnelser/"]
SEKRETAEREN += [
    "/hva-skjer/faste/{neste_aar}/",
    "/hva-skjer/faste/{om_to_aar}/",
    "/hva-skjer/faste/{neste_aar}/kopier/",
]
STYRET += ["/konto/paaminnelser/"]
SEKRETAEREN += ["/personer/overlevering/", "/personer/overlevering/{overlevert}/"]
AAPNE += ["/hva-skjer/{aar}/", "/hva-skjer/?type=fest&q=møte"]
AAPNE += ["/paaminnelser/av/{token}/", "/paaminnelser/av/feil/"]
AAPNE += ["/hva-skjer/abonner/", "/hva-skjer/abonner/?lag=hamar-sv&type=tull", "/hva-skjer/innbygging/"]
SEKRETAEREN += ["/hva-skjer/innbygging/kode/?antall=3", "/hva-skjer/innbygging/kode/?antall=0"]
STYRET += ["/hva-skjer/nyhetsbrev/{aar}/{maaned}/"]

AAPNE += ["/hva-skjer/arsmote/", "/hva-skjer/ekstraordinert-arsmote/"]  # everything is told of one; there is no other
SEKRETAEREN += ["/hva-skjer/mine/", "/hva-skjer/serie/", "/hva-skjer/serie/{serie}/", "/hva-skjer/stell/"]
SEKRETAEREN += ["/hva-skjer/aktivitet/{venter}/", "/hva-skjer/aktivitet/{venter}/godkjenning/"]

# The report to read: issued, a draft, and of years that have nothing to tell of.
STYRET += ["/rapport/{i_fjor}/les/", "/rapport/{aar}/", "/rapport/2024/", "/rapport/"]
SEKRETAEREN += ["/rapport/{i_fjor}/", "/rapport/{aar}/les/", "/rapport/2024/les/", "/rapport/"]

# The people who come and go.
AAPNE += ["/invitasjon/{noekkel}/", "/invitasjon/feil/"]
STYRET += ["/invitasjon/{noekkel}/"]  # logged in as somebody else than the one invited
SEKRETAEREN += ["/personer/", "/personer/inviter/"]
# What is stored about people: openly, about me, and before somebody is erased.
AAPNE += ["/personvern/"]
STYRET += ["/personvern/", "/konto/mine-data/", "/konto/slett/"]
SEKRETAEREN += ["/konto/mine-data/", "/personer/{person}/slett/"]

SEKRETAEREN += ["/konto/", "/konto/totrinn/", "/konto/innlogginger/", "/konto/passord/", "/konto/bekreft/"]
ADMINISTRATOREN = ["/spor/", "/spor/?hva=slettet", "/spor/?hvem=ukjent&fra=i-dag"]

SIDER = [(None, sti) for sti in AAPNE]
SIDER += [("styremedlem", sti) for sti in STYRET] + [("sekretaer", sti) for sti in SEKRETAEREN]
SIDER += [("administrator", sti) for sti in ADMINISTRATOREN]


@pytest.fixture
def stier(demo):
    """What stands in the braces of the addresses above."""
    i_dag = timezone.localdate()
    valgmaal = Periodemaal.objects.get(per_valgkrets=True)
    holdt = Tilknytning.objects.filter(aktivitet__siste_dag__lt=i_dag).latest("aktivitet__siste_dag")
    for navn, felter in (("Lenke", {}), ("Fjernet", {"fjernet": timezone.now()})):
        holdt.tiltak.vedlegg.create(navn=navn, lenke="https://example.org/en/lang/sti", **felter)
    return {
        "aar": i_dag.year,
        "i_fjor": i_dag.year - 1,
        "neste_aar": i_dag.year + 1,
        "om_to_aar": i_dag.year + 2,
        "maaned": i_dag.month,
        "aktivitet": Aktivitet.objects.offentlige().first().pk,
        "tiltak": Tiltak.objects.first().pk,
        "plan": valgmaal.plan.slug,
        "valgmaal": valgmaal.pk,
        "med_alt": holdt.tiltak_id,
        "holdt": holdt.aktivitet_id,
        "venter": Aktivitet.objects.venter().first().pk,
        "serie": _i_serie(Aktivitet.objects.fra_og_med(i_dag).offentlige().first()),
        "termin": Termin.objects.i_figurene().first().pk,
        "overlevert": _overlevert(),
        "person": Bruker.objects.get(email="styre@example.org").pk,
        "token": lag_token(1, "ukeliste"),
        "noekkel": Invitasjon.objects.inviter(
            "nora@example.org",
            roller={Rolle.STYREMEDLEM: "2099-01-01"},
            av=Bruker.objects.get(email="sekretar@example.org"),
        )[1],
        "utkast": les_inn(PLANFIL.read_bytes(), "plan.txt").slug,
    }


def _overlevert():
    """A handover of each kind of thing that its receipt tells."""
    bruker, tiltak = Bruker.objects.first(), Tiltak.objects.first()
    invitasjon, _ = Invitasjon.objects.inviter("ny@example.org", navn="Ny", roller={"styremedlem": None}, av=bruker)
    hendte = {
        "fortsetter": [[bruker.pk, "sekretaer", None]],
        "gaar_av": [[bruker.pk, "styremedlem", "2027-02-21"]],
        "invitert": [invitasjon.pk],
        "usendt": [invitasjon.pk],
        "tiltak": [[tiltak.pk, bruker.pk, *til] for til in ((bruker.pk, None), (None, invitasjon.pk), (None, None))],
        "andres": [tiltak.pk],
    }
    return Overlevering.objects.create(merke=uuid4(), av=bruker, hendte=hendte).merke


def _i_serie(aktivitet):
    aktivitet.serie = uuid4()
    aktivitet.save()
    return aktivitet.serie


# Each role by itself: they are shared out among the browsers.
HVEM = pytest.mark.parametrize(
    "rolle",
    [None, "styremedlem", "sekretaer", "administrator"],
    ids=["alle", "styremedlem", "sekretaer", "administrator"],
)


def sidene(rolle, stier):
    """The addresses that this role looks at."""
    return [sti.format(**stier) for hvem, sti in SIDER if hvem == rolle]


@HVEM
@pytest.mark.parametrize(("mobil", "farger"), [(True, "light"), (False, "dark")], ids=["telefon-lys", "skjerm-mork"])
def test_no_page_breaks_a_rule_that_axe_knows_or_is_wider_than_its_window(aapne, stier, rolle, mobil, farger):
    side = aapne("/healthz", som=rolle, mobil=mobil, bypass_csp=True, color_scheme=farger)
    vindu = side.viewport_size
    funnet, for_brede = [], []
    for sti in sidene(rolle, stier):
        side.goto(sti)
        funnet += [(sti, *ett) for ett in brudd(side)]
        if mobil:
            side.set_viewport_size({"width": SMAL, "height": vindu["height"]})
            bredde = side.evaluate("document.documentElement.scrollWidth")
            for_brede += [(sti, bredde)] if bredde > SMAL else []
            side.set_viewport_size(vindu)
    side.feil[:] = [feil for feil in side.feil if "404" not in feil]

    assert (funnet, for_brede) == ([], [])


STOPP_I_ETT_FELT = 4  # a date field's day, month, year and button

TRYKK = 25
# Before each press of Tab, where the one before it led.
FOELG = """() => {
  window.stegene = [];
  window.noter = () => {
    const e = document.activeElement;
    if (!e || e === document.body) return window.stegene.push(null);
    e.dataset.steg ||= String(document.querySelectorAll('[data-steg]').length);
    const stil = getComputedStyle(e);
    window.stegene.push({steg: e.dataset.steg, html: e.outerHTML.slice(0, 120),
                         synlig: stil.outlineStyle !== 'none' && parseFloat(stil.outlineWidth) > 0});
  };
  document.addEventListener('keydown', window.noter, true);
}"""


@HVEM
def test_the_keyboard_moves_on_and_shows_where_it_is(aapne, stier, rolle):
    usynlige, fanget = [], []
    side = aapne("/healthz", som=rolle)
    for sti in sidene(rolle, stier):
        side.goto(sti)
        side.evaluate(FOELG)
        for _ in range(TRYKK):
            side.keyboard.press("Tab")
        _, *stegene = side.evaluate("() => { window.noter(); return window.stegene; }")
        assert len(stegene) == TRYKK
        steg = []
        for her in takewhile(bool, stegene):
            if not her["synlig"]:
                usynlige.append((sti, her["html"]))
            steg.append(her["steg"])
            if steg[-STOPP_I_ETT_FELT - 1 :] == [her["steg"]] * (STOPP_I_ETT_FELT + 1):
                fanget.append((sti, her["html"]))
    side.feil[:] = [feil for feil in side.feil if "404" not in feil]

    assert (usynlige, fanget) == ([], [])
