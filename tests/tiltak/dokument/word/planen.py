"""The county party's own plan as Word files of different shapes, made from the plan as it is read from text."""

from docx import Document
from docx.enum.text import WD_BREAK

from tests.tiltak.dokument.word.bygg import nummerer_stil, nummerert_definisjon, sett_nummerering, som_bytes

FLERNIVAA = [("decimal", ".".join(f"%{n}" for n in range(1, nr + 1))) for nr in range(1, 7)]
OVERSKRIFTER = [f"Heading {nr}" for nr in range(1, 7)]


def med_stiler(dok):
    """Headings by style, their numbers typed; bullets by style; title page and contents page by style."""
    return _Skriver(dok).skriv()


def med_skrevne_numre(dok):
    """No styles: bold headings with typed numbers, typed bullets, a contents page typed with tabs."""
    return _Skriver(dok, stiler=False).skriv()


def med_automatiske_numre(dok):
    """Headings by style on the levels of one list, which makes the numbers; so the text has none."""
    return _Skriver(dok, automatisk=True).skriv()


class _Skriver:
    def __init__(self, dok, stiler=True, automatisk=False):
        self.dok, self.stiler, self.automatisk = dok, stiler, automatisk
        self.word = Document()
        if automatisk:
            stil_id = [self.word.styles[navn].style_id for navn in OVERSKRIFTER]
            punkt = nummerert_definisjon([("bullet", "\uf0b7")], liste=2, mal=2)
            sett_nummerering(self.word, nummerert_definisjon(FLERNIVAA, stiler=stil_id), punkt)
            for nr, navn in enumerate(OVERSKRIFTER):
                nummerer_stil(self.word, navn, liste=1, nivaa=nr)
            nummerer_stil(self.word, "List Bullet", liste=2, nivaa=0)

    def skriv(self):
        dok = self.dok
        self.avsnitt(dok.organisasjon, "Normal")
        self.avsnitt(dok.tittel, "Title")
        self.avsnitt(dok.undertittel, "Subtitle")
        self.avsnitt("Innhold", "TOC Heading")
        for linje in dok.innhold:
            self.avsnitt(f"{linje.tekst}\t{linje.side}", "toc 1")
        self.avsnitt("").add_run().add_break(WD_BREAK.PAGE)
        deler = sorted([*dok.kapitler, *dok.maal], key=lambda del_: del_.linje)
        for del_ in deler:
            if hasattr(del_, "nummer"):
                self.maal(del_)
            else:
                self.kapittel(del_)
        return som_bytes(self.word)

    def kapittel(self, kapittel):
        self.avsnitt(kapittel.overskrift, "Kapittel")
        for maal in self.dok.periodemaal if kapittel.slag == "periodemaal" else ():
            self.avsnitt(maal.tekst, "List Bullet")
        self.avsnittene(kapittel.avsnitt)
        if kapittel.overskrift == "Aktivitetsplan":
            rader = [(rad.maaned, rad.valgaar, rad.mellomaar) for rad in self.dok.aktivitetsplan]
            self.tabell([("Måned", "Valgår", "Mellomår"), *rader])

    def maal(self, maal):
        dybde = maal.nummer.count(".") + 1
        punktum = "." if dybde == 1 else ""
        nummer = "" if self.automatisk else f"{maal.nummer}{punktum} "
        self.avsnitt(f"{nummer}{maal.overskrift}", f"Heading {dybde}")
        if maal.motto:
            self.avsnitt(maal.motto, "Normal")
        self.avsnittene(maal.avsnitt)
        if maal.tiltak:
            self.tabell([("", "Tiltak", "Gjennomføring"), *((t.kode, t.tekst, t.gjennomfoering) for t in maal.tiltak)])

    def avsnittene(self, avsnitt):
        for ett in avsnitt:
            self.avsnitt(ett.tekst, "List Bullet" if ett.punkt else "Normal")

    def avsnitt(self, tekst, stil="Normal"):
        if self.stiler:
            return self.word.add_paragraph(tekst, style=self.stil(stil))
        if stil == "List Bullet":
            return self.word.add_paragraph(f"•\t{tekst}")
        avsnitt = self.word.add_paragraph()
        avsnitt.add_run(tekst).bold = stil not in ("Normal", "toc 1")
        return avsnitt

    def stil(self, navn):
        """The style of this name; those that python-docx lacks are made as Word has them."""
        if navn not in [stil.name for stil in self.word.styles]:
            ny = self.word.styles.add_style(navn, 1)
            if navn == "Kapittel":  # an own style, a heading by what it builds on
                ny.base_style = self.word.styles["Heading 1"]
        if self.automatisk and navn in ("Kapittel", "TOC Heading"):  # these build on a heading with numbers
            nummerer_stil(self.word, navn, liste=0, nivaa=0)
        return navn

    def tabell(self, rader):
        tabell = self.word.add_table(0, len(rader[0]))
        for rad in rader:
            for celle, tekst in zip(tabell.add_row().cells, rad, strict=True):
                celle.text = tekst
