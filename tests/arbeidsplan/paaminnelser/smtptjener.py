"""A mail server in a few lines: it says yes to everything but what a test has told it to refuse or break."""

from socketserver import StreamRequestHandler, ThreadingTCPServer
from threading import Event


class Samtale(StreamRequestHandler):
    """One connection."""

    def handle(self):
        self._si("220 klar")
        while linje := self.rfile.readline().strip().decode():
            hva = linje[:4].upper()
            if hva == "DATA":
                self._si("354 skriv")
                self.server.brev.append(self._les_brev())
                self.server.fikk.set()
                self.server.slipp.wait()
                if self.server.bryter:
                    return
            self._si("221 ha det" if hva == "QUIT" else self._svar(hva, linje))

    def _svar(self, hva, linje):
        avvist = hva == "RCPT" and any(adresse in linje for adresse in self.server.avviser)
        return "550 5.1.1 <adressen> finnes ikke" if avvist else self.server.svar.get(hva, "250 ja")

    def _les_brev(self):
        linjer = []
        while (linje := self.rfile.readline()) != b".\r\n":
            linjer.append(linje.removeprefix(b".") if linje.startswith(b"..") else linje)
        return b"".join(linjer).replace(b"\r\n", b"\n")

    def _si(self, svar):
        self.wfile.write(f"{svar}\r\n".encode())


class SmtpTjener(ThreadingTCPServer):
    """`brev` is what it got. `avviser` are addresses that it has not, `svar` what it answers to a command in place of
    yes, and `bryter` whether it hangs up when it has got a letter. `slipp` holds its answer to a letter back until it
    is set; `fikk` is set when a letter has come."""

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Samtale)
        self.brev, self.avviser, self.svar, self.bryter = [], set(), {}, False
        self.fikk, self.slipp = Event(), Event()
        self.slipp.set()
