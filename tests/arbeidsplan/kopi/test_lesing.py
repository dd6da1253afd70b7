"""Half a file, a changed one and a foreign one are found out before anything is begun on."""

import json
from collections import Counter
from datetime import UTC, datetime
from zipfile import ZipFile

import pytest

from arbeidsplan.kopi.feil import Kopifeil
from arbeidsplan.kopi.lesing import aapne
from arbeidsplan.kopi.skriving import FORMAT, HODE, HVA, SUMMER, Skriver, tabellfil

TATT = datetime(2026, 11, 26, 22, 5, tzinfo=UTC)
EN, TO = "tiltak.Plan", "tiltak.Maal"
FREMMED, SKADET = "er ikke en sikkerhetskopi fra denne appen, eller den er avkortet", "er skadet"


@pytest.fixture
def fil(tmp_path):
    """A copy of two tables."""
    hode = {
        "versjon": "0.2.0",
        "tatt": TATT.isoformat(),
        "migrasjoner": ["tiltak.0001_initial"],
        "kolonner": {EN: ["id"], TO: ["id", "tekst"]},
    }
    with (tmp_path / "x.kopi").open("wb") as ut, Skriver(ut, hode) as skriver:
        skriver.tabell(EN, [b"[1]\n", b"[2]\n"])
        skriver.tabell(TO, [b'[1,"\\u00e6\\n"]\n'])
    return tmp_path / "x.kopi"


def gjoer_om(fil, **nytt):
    """Write the zip anew with other contents in some of its files; None leaves one out."""
    with ZipFile(fil) as arkiv:
        innhold = {navn: arkiv.read(navn) for navn in arkiv.namelist()}
    with ZipFile(fil, "w") as arkiv:
        for navn, bytes_ in (innhold | nytt).items():
            if bytes_ is not None:
                arkiv.writestr(navn, bytes_)


def hva_sies(fil):
    with pytest.raises(Kopifeil) as feil, aapne(fil):
        pass
    return str(feil.value)


def test_what_was_written_is_read(fil):
    with aapne(fil) as kopi:
        assert (kopi.versjon, kopi.tatt, kopi.naar) == ("0.2.0", TATT, "26. november 2026 kl. 23.05")
        assert (kopi.rader, kopi.antall) == (3, {EN: 2, TO: 1})
        assert [json.loads(linje) for linje in kopi.linjer(TO)] == [[1, "æ\n"]]


@pytest.mark.parametrize("del_", [0, 0.1, 0.5, 0.9, 0.999])
def test_one_that_is_cut_off_is_told(fil, del_):
    hel = fil.read_bytes()
    fil.write_bytes(hel[: int(len(hel) * del_)])

    assert FREMMED in hva_sies(fil)


@pytest.mark.parametrize("innhold", [b"%PDF-1.7 noe helt annet", b"PK\x03\x04", b"\x00" * 10_000])
def test_a_foreign_file_is_told(tmp_path, innhold):
    (tmp_path / "x.kopi").write_bytes(innhold)

    assert FREMMED in hva_sies(tmp_path / "x.kopi")


@pytest.mark.parametrize(
    "hode", [b"", b"[]", b"null", b'{"hva": "noe annet", "format": 1}', f'{{"hva": "{HVA}"}}'.encode(), None]
)
def test_another_zip_is_told(fil, hode):
    gjoer_om(fil, **{HODE: hode})

    assert FREMMED in hva_sies(fil)


def test_no_byte_of_the_rows_can_be_changed(fil):
    hel = bytearray(fil.read_bytes())
    with ZipFile(fil) as arkiv:
        # Past each file's own header: what is in it beside the name is told twice, and counts the second time.
        steder = [
            (hode + 30 + sum(int.from_bytes(hel[hode + nr : hode + nr + 2], "little") for nr in (26, 28)), lengde)
            for hode, lengde in ((en.header_offset, en.compress_size) for en in arkiv.infolist())
        ]
    with aapne(fil) as kopi:
        rader = [list(kopi.linjer(tabell)) for tabell in (EN, TO)]
    sagt = Counter()
    for begynner, lengde in steder:
        for sted in range(begynner, begynner + lengde):
            hel[sted] ^= 0x10
            fil.write_bytes(hel)
            try:
                with aapne(fil) as kopi:  # a few bits of what is packed mean nothing
                    assert [list(kopi.linjer(tabell)) for tabell in (EN, TO)] == rader
                sagt["ingenting"] += 1
            except Kopifeil as feil:
                sagt[next(grunn for grunn in (SKADET, FREMMED) if grunn in str(feil))] += 1
            hel[sted] ^= 0x10

    assert sagt["ingenting"] < 20
    assert min(sagt[SKADET], sagt[FREMMED]) > 50


@pytest.mark.parametrize("bit", [0x04, 0x06, 0x80], ids=["bzip2", "lzma", "another place"])
def test_what_the_zip_says_of_its_files_can_be_changed_and_nothing_else_is_raised(fil, bit):
    """With these the reader unpacks by another method than it was packed by, and looks where there is nothing."""
    hel = bytearray(fil.read_bytes())
    with ZipFile(fil) as arkiv:
        rader = {tabell: arkiv.read(tabellfil(tabell)) for tabell in (EN, TO)}
        begynner = arkiv.start_dir
    sagt = Counter()
    for sted in range(begynner, len(hel)):
        hel[sted] ^= bit
        fil.write_bytes(hel)
        try:
            with aapne(fil) as kopi:  # a date, or who may read the file
                assert {tabell: b"".join(kopi.linjer(tabell)) for tabell in rader} == rader
            sagt["ingenting"] += 1
        except Kopifeil as feil:
            sagt[next(grunn for grunn in (SKADET, FREMMED) if grunn in str(feil))] += 1
        hel[sted] ^= bit

    assert min(sagt[SKADET], sagt[FREMMED]) > 50


@pytest.mark.parametrize(
    "nytt",
    [
        {tabellfil(EN): b"[1]\n"},  # a row less, in a zip that is right
        {tabellfil(EN): b"[1]\n[3]\n"},
        {tabellfil(EN): None},
        {"tabeller/noe.annet.jsonl": b"[1]\n"},
        {SUMMER: b'{"hode": "", "tabeller": {}}'},
        {SUMMER: b"{}"},
    ],
)
def test_what_is_not_as_it_was_written_is_told(fil, nytt):
    gjoer_om(fil, **nytt)

    assert SKADET in hva_sies(fil)


def test_a_head_that_somebody_has_edited_is_told(fil):
    with ZipFile(fil) as arkiv:
        hode = json.loads(arkiv.read(HODE))
    gjoer_om(fil, **{HODE: json.dumps(hode | {"migrasjoner": []})})

    assert SKADET in hva_sies(fil)


def test_a_newer_format_is_told(fil):
    gjoer_om(fil, **{HODE: json.dumps({"hva": HVA, "format": FORMAT + 1})})

    assert "nyere format enn denne utgaven av appen kan lese. Oppgrader appen" in hva_sies(fil)


def test_a_file_that_cannot_be_opened_is_told(tmp_path):
    assert "ingen.kopi kunne ikke leses: No such file" in hva_sies(tmp_path / "ingen.kopi")
    assert "kunne ikke leses: Is a directory" in hva_sies(tmp_path)


@pytest.mark.parametrize(
    "annet",
    [
        {"tatt": "2026-11-26T22:05:00"},  # by whose clock?
        {"stort": "x" * 20_000_000},  # a few thousand bytes in the file
    ],
    ids=["uten tidssone", "stort hode"],
)
def test_a_head_that_no_copy_has_is_told(tmp_path, annet):
    hode = {"versjon": "0.2.0", "tatt": TATT.isoformat(), "migrasjoner": [], "kolonner": {EN: ["id"]}} | annet
    with (tmp_path / "x.kopi").open("wb") as ut, Skriver(ut, hode) as skriver:
        skriver.tabell(EN, [b"[1]\n"])

    assert hva_sies(tmp_path / "x.kopi")
