"""What must leave byte for byte as it stands in `gull/`: what people's calendars have fetched already.

    python -m tests.aktivitet.gullfiler

writes the files anew. Then read what git says has changed: each line of it reaches everybody who subscribes.
"""

import os
import uuid
from datetime import date, time
from pathlib import Path

GULL = Path(__file__).parent / "gull"
# The letters before the balloon, after "SUMMARY:": its four octets begin at the 70th octet of the line, then at the
# 71st, and at last after the 75th.
FOER_BRETTEN = range(61, 68)


def gullfiler():
    """From each file's name to what must stand in it."""
    from tests.aktivitet.hendelser import aktivitet, fil, kl

    def med_uid(*aktiviteter):
        for nr, en in enumerate(aktiviteter, start=1):
            en.uid, en.pk = uuid.UUID(int=nr), nr
        return fil(*aktiviteter)

    def leir(**felter):
        return aktivitet("Sommerleir", type="samling", sted="Helgøya", kommune="Ringsaker", **felter)

    return {
        "sommertid": med_uid(
            kl("Natteravn", date(2026, 3, 28), time(22), date(2026, 3, 29), time(4)),
            kl("Før klokken stilles", date(2026, 3, 29), time(1, 30), til=time(3)),
            aktivitet("Hele dagen", "dag", date(2026, 3, 29)),
        ),
        "normaltid": med_uid(
            kl("Natteravn", date(2026, 10, 24), time(22), date(2026, 10, 25), time(4)),
            kl("Før klokken stilles", date(2026, 10, 25), time(1, 30), til=time(3)),
            kl("Halv tre, den første", date(2026, 10, 25), time(2, 30), til=time(3, 30)),
            aktivitet("Hele dagen", "dag", date(2026, 10, 25)),
        ),
        "flere-dager": med_uid(aktivitet("Landsmøte", "dager", date(2026, 4, 30), date(2026, 5, 3), type="landsmote")),
        "uke": med_uid(aktivitet("Valgkampstart", "uke", date(2026, 12, 28), date(2027, 1, 3))),
        "maaned": med_uid(aktivitet("Representantskap", "maaned", date(2028, 2, 1), date(2028, 2, 29))),
        "maaneder": med_uid(aktivitet("Årsmøter", "maaneder", date(2026, 12, 1), date(2027, 2, 28))),
        "avlyst": med_uid(
            kl("Medlemsmøte", date(2026, 5, 12), time(18), til=time(20), sted="Hamar", avlyst=True, versjon=3)
        ),
        "flyttet": med_uid(
            kl("Medlemsmøte", date(2026, 5, 19), time(18), flyttet_fra=date(2026, 5, 12), sted="Hamar", versjon=2)
        ),
        "foer-skjerping": med_uid(leir(presisjon="maaned", foerste=date(2026, 6, 1), siste=date(2026, 6, 30))),
        "etter-skjerping": med_uid(leir(presisjon="dag", foerste=date(2026, 6, 13), versjon=2)),
        "bretting": med_uid(*(aktivitet("x" * antall + "🎈" * 20) for antall in FOER_BRETTEN)),
        "rare-tegn": med_uid(
            aktivitet(
                "Kake; te, C:\\Nytt \\n og «Æ»\r\nATTENDEE:mailto:x@example.org",
                beskrivelse="Første linje\r\n\n;;,,\\\\\n🎈👩‍👩‍👧",
                nettlenke="https://moterom.example.org/j/42?a=1,2;b=«ø»",
                nettlenke_for="alle",
                paamelding="javascript:alert(1)",
                papirer="Innkalling; utkast https://example.org/a,b.pdf",
            )
        ),
    }


def main() -> None:
    """Write every file."""
    os.environ |= {"DJANGO_SETTINGS_MODULE": "tests.settings", "DATABASE_URL": "sqlite://:memory:"}
    import django

    django.setup()
    for navn, innhold in gullfiler().items():
        (GULL / f"{navn}.ics").write_bytes(innhold)


if __name__ == "__main__":
    main()
