"""Imports point one way, `aktivitet` <- `tiltak` <- `arbeidsplan`, and the pure rooms know no Django and no clock."""

import ast
import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

ROT = Path(__file__).parent.parent
ETASJER = ("aktivitet", "tiltak", "arbeidsplan")
FORBUDT = {"aktivitet": {"tiltak", "arbeidsplan"}, "tiltak": {"arbeidsplan"}}
RENE = ["tiltak/frist", "tiltak/dokument", "tiltak/plantekst.py", "tiltak/plansoek.py", "tiltak/valgmaal.py"]
RENE += ["aktivitet/tekstbredde.py", "aktivitet/hjul"]
RENE += [f"tiltak/perioden/{rom}.py" for rom in ("bilde", "klasser", "rutenett", "striper", "tegning")]
RENE += ["tiltak/ordforskjell.py", "tiltak/uttak", "aktivitet/kalender.py", "aktivitet/tekst.py"]
RENE += ["tiltak/filslag.py", "tiltak/i_ord.py", "tiltak/rapport/sammenlikning/ulikheter.py"]
RENE += [
    "tiltak/rapport/tekst.py",
    "tiltak/rapport/innhold/tilbake.py",
    "tiltak/pdf/bilder.py",
    "tiltak/pdf/bestilling.py",
]
RENE += [f"aktivitet/{rom}.py" for rom in ("alfabet", "deltakelse", "lenker", "logg", "moeter", "papirer")]
RENE += [f"aktivitet/ut/{rom}.py" for rom in ("abonnementslenker", "kalenderlenker", "schema", "spenn")]
RENE += ["aktivitet/moeteplan/moetedager.py", "aktivitet/moeteplan/regning.py", "aktivitet/serie/regel.py"]
RENE += ["aktivitet/hvem.py", "tiltak/pdf/arbeider.py", "arbeidsplan/tegnsett.py", "arbeidsplan/disk.py"]
RENE += [f"arbeidsplan/konto/{rom}.py" for rom in ("faktorer", "grenser", "nettlesere")]
RENE += [f"arbeidsplan/kopi/{rom}.py" for rom in ("feil", "plass", "skriving")]
RENE += ["arbeidsplan/epost/brev.py", "arbeidsplan/spor/innlogging.py"]
RENE += ["arbeidsplan/personer/rollefelt.py", "arbeidsplan/personer/overlevering/regel.py"]
# Rules that know the models' words, or activities that somebody else has read, and ask for nothing themselves.
REGLER = [f"aktivitet/{rom}.py" for rom in ("oppsett", "stell", "tid", "tidsrom")]
REGLER += ["aktivitet/moenster/aktivitetstabell.py", "aktivitet/moenster/fjoraaret.py"]
REGLER += [f"tiltak/rapport/sammenlikning/{rom}.py" for rom in ("gjenkjenning", "versjoner", "ulike_ting")]
REGLER += ["tiltak/rapport/kort", "tiltak/rapport/deler"]
REGLER += [f"tiltak/rapport/{rom}.py" for rom in ("mangler", "rader", "steg", "utgivelse")]
REGLER += ["tiltak/views/filord.py", "arbeidsplan/personer/oversikt.py", "arbeidsplan/personvern/skrevet_av.py"]
REGLER += [f"arbeidsplan/personer/overlevering/{rom}.py" for rom in ("ord", "oversikt", "overtakelser")]
TYNGDER = {  # the package, and the only rooms that know it: files, or folders with all that is in them
    "weasyprint": ["tiltak/pdf/skriving.py", "tiltak/pdf/lett.py", "tiltak/pdf/tabeller.py"],
    "pypdfium2": ["tiltak/pdf/bilder.py"],
    "pydyf": ["tiltak/pdf/merking.py", "tiltak/pdf/tabeller.py", "tiltak/pdf/lett.py"],
    "cattrs": ["tiltak/rapport/frys.py"],
    "fontTools": ["tiltak/pdf/skrift.py"],
    "lxml": ["tiltak/dokument/word"],
    "docx": ["tiltak/uttak/word", "tiltak/rapport/word"],
    "openpyxl": [
        *("tiltak/uttak/celler.py", "tiltak/uttak/regneark.py", "tiltak/uttak/regneark_inn.py"),
        "tiltak/rapport/regneark.py",
    ],
    "allauth": [
        "arbeidsplan/konto",
        "arbeidsplan/personer/ta_imot.py",
        *(f"arbeidsplan/personvern/{rom}.py" for rom in ("rydding", "slettesider", "sletting")),
        "arbeidsplan/spor/mottak.py",
    ],
    "cryptography": ["arbeidsplan/konto/totrinnforms.py"],
    "gunicorn": ["arbeidsplan/tjener.py"],
    "qrcode": ["arbeidsplan/konto/mfa.py"],
    "whitenoise": ["arbeidsplan/vegger.py"],
}


def moduler(*steder):
    for sted in steder:
        sti = ROT / sted
        yield from sorted([sti] if sti.is_file() else sti.rglob("*.py"))


@cache
def treet(fil):
    return ast.parse(fil.read_text("utf-8"))


@cache
def importer(fil):
    """The names that a file imports, in full ("tiltak.models"), relative ones made absolute.

    What stands under `if TYPE_CHECKING:` is left out: it is never imported when the app runs.
    """
    tre = treet(fil)
    bare_typer = {
        id(node)
        for gren in ast.walk(tre)
        if isinstance(gren, ast.If) and ast.unparse(gren.test).endswith("TYPE_CHECKING")
        for setning in gren.body
        for node in ast.walk(setning)
    }
    pakke = fil.relative_to(ROT).with_suffix("").parts[:-1]
    navnene = []
    for node in ast.walk(tre):
        if id(node) in bare_typer:
            continue
        if isinstance(node, ast.Import):
            navnene += [navn.name for navn in node.names]
        elif isinstance(node, ast.ImportFrom):
            opp = pakke[: len(pakke) - node.level + 1] if node.level else ()
            navnene.append(".".join([*opp, *([node.module] if node.module else [navn.name for navn in node.names])]))
    return navnene


@pytest.mark.parametrize("etasje", FORBUDT)
def test_no_floor_imports_the_one_above_it(etasje):
    brudd = [
        f"{fil.relative_to(ROT)} importerer {navn}"
        for fil in moduler(etasje)
        for navn in importer(fil)
        if navn.split(".")[0] in FORBUDT[etasje]
    ]

    assert brudd == []


@pytest.mark.parametrize("rom", RENE)
def test_the_pure_rooms_know_no_django(rom):
    filer = list(moduler(rom))
    brudd = [
        f"{fil.relative_to(ROT)} importerer {navn}"
        for fil in filer
        for navn in importer(fil)
        if navn.split(".")[0] == "django" or navn.split(".")[-1] in {"models", "views", "forms"}
    ]

    assert filer
    assert brudd == []


@pytest.mark.parametrize("rom", REGLER)
def test_the_rooms_of_rules_ask_the_database_nothing(rom):
    filer = list(moduler(rom))
    django = [navn for fil in filer for navn in importer(fil) if navn.split(".")[0] == "django"]
    spoersmaal = [
        f"{fil.relative_to(ROT)}:{node.lineno} {ast.unparse(node)}"
        for fil in filer
        for node in ast.walk(treet(fil))
        if isinstance(node, ast.Attribute) and node.attr in {"objects", "_default_manager", "refresh_from_db"}
    ]

    assert filer
    assert (django, spoersmaal) == ([], [])


@pytest.mark.parametrize("rom", [*RENE, *REGLER])
def test_the_pure_rooms_ask_no_clock(rom):
    klokker = {"date.today", "datetime.now", "datetime.today", "datetime.utcnow", "time.time"}
    klokker |= {"timezone.localdate", "timezone.localtime", "timezone.now"}
    brudd = [
        f"{fil.relative_to(ROT)}:{node.lineno} {ast.unparse(node.func)}"
        for fil in moduler(rom)
        for node in ast.walk(treet(fil))
        if isinstance(node, ast.Call) and ast.unparse(node.func) in klokker
    ]

    assert brudd == []


@pytest.mark.parametrize(("pakke", "rommene"), TYNGDER.items())
def test_a_heavy_package_is_known_in_its_own_rooms_alone(pakke, rommene):
    andre = [
        fil.relative_to(ROT).as_posix()
        for fil in moduler(*ETASJER)
        if not any(fil.relative_to(ROT).is_relative_to(rom) for rom in rommene)
        and any(navn.split(".")[0] == pakke for navn in importer(fil))
    ]

    assert andre == []


def test_what_answers_requests_never_imports_what_lays_out_documents():
    """WeasyPrint takes a second to import, and a layout holds Python's lock: both belong to the process that makes
    documents."""
    kode = (
        "import sys, django; django.setup(); import arbeidsplan.wsgi, arbeidsplan.urls; "
        "import tiltak.management.commands.lag_rapport; "
        "print(sorted({'weasyprint', 'pydyf', 'tiltak.pdf.skriving'} & set(sys.modules)))"
    )
    miljoe = {"DJANGO_SETTINGS_MODULE": "tests.settings", "DATABASE_URL": "sqlite://:memory:"}

    svar = subprocess.run(
        [sys.executable, "-c", kode], cwd=ROT, env=os.environ | miljoe, capture_output=True, text=True
    )

    assert (svar.stderr, svar.stdout) == ("", "[]\n")


def test_what_lays_out_documents_never_imports_django():
    kode = "import sys, tiltak.pdf.arbeider, tiltak.pdf.skriving; print('django' in sys.modules)"

    assert _si(kode) == ("", "False\n")


def _si(kode, **miljoe):
    """Run `kode` in a Python of its own, and give what it says of errors and what it prints."""
    python = [sys.executable, "-c", kode]
    svar = subprocess.run(python, cwd=ROT, env=os.environ | miljoe, capture_output=True, text=True)
    return svar.stderr, svar.stdout


def test_the_test_itself_sees_relative_imports_and_leaves_types_out(tmp_path, monkeypatch):
    monkeypatch.setitem(globals(), "ROT", tmp_path)
    fil = tmp_path / "tiltak" / "frist" / "x.py"
    fil.parent.mkdir(parents=True)
    fil.write_text(
        "import json\nfrom .. import models\nfrom ..models import Plan\n"
        "from . import regel\nfrom .regel import Regel\n"
        "if TYPE_CHECKING:\n    from arbeidsplan.models import Bruker\nelse:\n    import arbeidsplan\n"
        "def f():\n    from django.db import connection\n"
    )

    assert sorted(importer(fil)) == [
        "arbeidsplan",
        "django.db",
        "json",
        "tiltak.frist.regel",
        "tiltak.frist.regel",
        "tiltak.models",
        "tiltak.models",
    ]
