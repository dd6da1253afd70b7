"""The forms of a page as a browser would send them: read from the page itself, so that no form is forgotten."""

import re
from dataclasses import dataclass
from urllib.parse import urldefrag, urljoin

from django.urls import resolve, reverse
from lxml import html

from ..test_rettigheter import sakene

EN_GANG = "csrfmiddlewaretoken"
# What is written in a field that stands empty, so that the form is one that can be saved.
UTFYLT = {"text": "Tekst", "textarea": "Tekst", "date": "2026-05-01", "number": "1", "email": "ny@example.org"}
TOMT_ER_TOMT = ("_kl", "lenke", "paamelding", "papirer", "nummer", "siste_dag", "innen")


@dataclass(frozen=True)
class Skjema:
    """One form: where it is sent, its fields in order with what stands in them or would be written there, and its
    buttons' names and values.

    `skrives` are the fields that a person writes words in."""

    adresse: str
    felter: dict[str, list[str]]
    knapper: tuple[tuple[str, str], ...] = ()
    skrives: frozenset[str] = frozenset()
    filer: frozenset[str] = frozenset()

    @property
    def visning(self) -> str:
        return resolve(self.adresse.partition("?")[0]).view_name

    @property
    def noekkel(self):
        """The same for all forms that are alike: those of two rows of a table are."""
        return self.visning, frozenset(map(uten_tall, self.felter)), frozenset(self.knapper)

    def sendt(self, knapp=None):
        """What is sent when this button is pressed."""
        return {**self.felter, **({knapp[0]: knapp[1]} if knapp and knapp[0] else {})}


def uten_tall(navn):
    """A field's name without the number of its row: "tekst-12" is "tekst-#"."""
    return re.sub(r"\d+", "#", navn)


def skjemaene(side, adresse):
    """Every form of the page that is sent by POST."""
    dokument = html.fromstring(side)
    for form in dokument.iter("form"):
        if (form.get("method") or "").lower() == "post":
            yield _les(dokument, form, urldefrag(urljoin(adresse, form.get("action") or adresse)).url)


def alle_skjemaer(nettleser, verden, faste=()):
    """Every form of every page in the table that this browser gets, one of each kind; and of the pages in `faste`."""
    sett = {}
    adresser = [reverse(navn, kwargs=verden[ting]) for navn, ting, *_ in sakene()]
    sider = [adresse for adresse in adresser if adresse.endswith("/")]  # the others are files
    for adresse in [*sider, *faste]:
        svar = nettleser.get(adresse)
        if svar.status_code == 200 and svar.headers["Content-Type"].startswith("text/html"):
            for skjema in skjemaene(svar.content.decode(), adresse):
                sett.setdefault(skjema.noekkel, skjema)
    return list(sett.values())


def _les(dokument, form, adresse):
    egne = [ett for ett in form.iter("input", "select", "textarea", "button") if ett.get("form") is None]
    if form.get("id"):
        egne += dokument.xpath("//*[@form=$id]", id=form.get("id"))
    felter, knapper, skrives, filer = {}, [], set(), set()
    for ett in egne:
        navn, slag = ett.get("name"), ett.tag if ett.tag != "input" else ett.get("type", "text").lower()
        if slag in ("button", "submit"):
            knapper.append((navn or "", ett.get("value", "")))
        elif navn and navn != EN_GANG and slag not in ("reset", "image"):
            if slag in ("text", "textarea", "email", "url", "search", "password"):
                skrives.add(navn)
            if slag == "file":
                filer.add(navn)
            else:
                _legg_til(felter, navn, ett, slag)
                if navn.endswith(TOMT_ER_TOMT) or not UTFYLT.get(slag):
                    continue
                felter[navn] = [verdi or UTFYLT[slag] for verdi in felter[navn]]
    return Skjema(adresse, felter, tuple(dict.fromkeys(knapper)), frozenset(skrives), frozenset(filer))


def _legg_til(felter, navn, ett, slag):
    verdier = felter.setdefault(navn, [])
    match slag:
        case "checkbox":
            verdier.append(ett.get("value", "on"))  # all that can be ticked is ticked
        case "radio":
            if ett.get("checked") is not None or not verdier:
                verdier[:] = [ett.get("value", "on")]
        case "select":
            valg = [valget.get("value", valget.text) for valget in ett.iter("option")]
            valgt = [v.get("value", v.text) for v in ett.iter("option") if v.get("selected") is not None]
            verdier.extend(valgt if any(valgt) else [v for v in valg if v][:1])
        case "textarea":
            verdier.append((ett.text or "").removeprefix("\n"))
        case _:
            verdier.append(ett.get("value", ""))
