"""Follows every link and form that somebody who is not logged in can find, and reads whatever they lead to."""

import io
import re
import zipfile
from collections import Counter, deque
from collections.abc import Iterator
from html.parser import HTMLParser
from urllib.parse import parse_qsl, urldefrag, urlencode, urljoin, urlsplit

import pikepdf
import pypdfium2
from django.test import Client

OGSAA = ["/", "/robots.txt", "/sitemap.xml", "/favicon.ico", "/healthz", "/logg-inn/", "/hva-skjer/nytt.atom"]
OGSAA += ["/hva-skjer/kalender.ics", "/hva-skjer/innbygging/", "/personvern/"]
# Of addresses that differ in their numbers alone, for the calendar goes on for a hundred years; and of documents,
# which take time to make, whatever is asked of them.
FLEST_AV_SAMME_FORM, FLEST_AV_ETT_DOKUMENT = 5, 2
DOKUMENT = re.compile(r"\.(pdf|docx|xlsx)$")


class Leser(HTMLParser):
    """Picks out where a page leads: its links, what it fetches, and its forms filled in as they stand."""

    def __init__(self) -> None:
        super().__init__()
        self.adresser: list[str] = []
        self.skjema: tuple[str, str, dict[str, str]] | None = None
        self.velger = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        a = {navn: verdi or "" for navn, verdi in attrs}
        self.adresser += [a[navn] for navn in ("href", "src", "hx-get", "data-src") if a.get(navn)]
        if tag == "form":
            self.skjema = (a.get("method", "get").lower(), a.get("action", ""), {})
        elif self.skjema and a.get("name"):
            self.velger = a["name"]
            self.skjema[2].setdefault(a["name"], a.get("value", ""))
        elif self.skjema and tag == "option" and a.get("value"):
            metode, sti, felter = self.skjema
            if metode == "get":
                self.adresser.append(f"{sti}?{urlencode({**felter, self.velger: a['value']})}")

    def handle_endtag(self, tag: str) -> None:
        if tag == "form" and self.skjema:
            _, sti, felter = self.skjema  # of a form that is posted, the address is asked for all the same
            self.adresser.append(f"{sti}?{urlencode(felter | ({'q': 'e'} if 'q' in felter else {}))}")
            self.skjema = None


def kryp(client: Client) -> Iterator[tuple[str, str, str]]:
    """Give each address that can be found, the kind of its answer, and all the text there is in it."""
    koe, sett, former = deque(OGSAA), set(OGSAA), Counter()
    while koe:
        adresse = koe.popleft()
        svar = client.get(adresse)
        data = svar.getvalue()
        slag = svar.headers.get("Content-Type", "").split(";")[0]
        hodene = "\n".join(f"{navn}: {verdi}" for navn, verdi in svar.headers.items())
        yield adresse, slag, f"{hodene}\n{les(slag, data)}"
        nye = [svar.headers["Location"]] if "Location" in svar.headers else []
        if slag == "text/html":
            leser = Leser()
            leser.feed(data.decode())
            nye += leser.adresser
        elif slag in ("application/atom+xml", "text/calendar"):
            nye += re.findall(r"https?://testserver/[^\s<>\"\\]+", data.decode())
        for ny in nye:
            hit = _hos_oss(adresse, ny)
            form, flest = _form(hit)
            if hit and hit not in sett and former[form] < flest:
                sett.add(hit)
                former[form] += 1
                koe.append(hit)


def les(slag: str, data: bytes) -> str:
    """Give all the text in a file, also what is packed in it, attached to it, and told of it."""
    if slag == "application/pdf":
        return _pdf(data)
    if data[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(data)) as arkiv:
            return "\n".join(f"{navn}\n{arkiv.read(navn).decode('utf-8', 'replace')}" for navn in arkiv.namelist())
    return data.decode("utf-8", "replace")


def _pdf(data: bytes) -> str:
    dokumentet = pypdfium2.PdfDocument(data)
    sidene = [side.get_textpage().get_text_range() for side in dokumentet]
    dokumentet.close()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        # Every object as it stands: the information, the metadata, the structure's own words, bookmarks and links.
        ting = [_tingen(en) for en in pdf.objects]
    return "\n".join([*sidene, *ting])


def _tingen(ting: pikepdf.Object) -> str:
    if isinstance(ting, pikepdf.Stream):
        return ting.read_bytes().decode("utf-8", "replace") if ting.get("/Subtype") != "/Image" else ""
    if isinstance(ting, pikepdf.Dictionary):
        return " ".join(str(verdi) for verdi in ting.values() if isinstance(verdi, pikepdf.String))
    return ""


def _hos_oss(fra: str, til: str) -> str:
    hel = urldefrag(urljoin(f"http://testserver{fra}", re.sub(r"^webcals?://", "http://", til.strip())))[0]
    deler = urlsplit(hel)
    if deler.scheme not in ("http", "https") or deler.netloc != "testserver" or deler.path.startswith("/static/"):
        return ""
    return f"{deler.path}?{deler.query}" if deler.query else deler.path


def _form(adresse: str) -> tuple[str, int]:
    """Give what an address looks like, and how many such are read."""
    deler = urlsplit(adresse)
    form = re.sub(r"\d+", "N", deler.path)
    if DOKUMENT.search(form):
        return form, FLEST_AV_ETT_DOKUMENT
    return f"{form}?{','.join(sorted(navn for navn, verdi in parse_qsl(deler.query) if verdi))}", FLEST_AV_SAMME_FORM
