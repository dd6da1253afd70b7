"""The feed as people have it: calendar programs that fetch it from the running app, again and again."""

from datetime import UTC, date, datetime, time
from urllib.request import urlopen

import pytest
import recurring_ical_events
from icalendar import Calendar

FEED = "/hva-skjer/kalender.ics"
FORM = "{start}|{end}|{title}|{status}"

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("i_dag")]


@pytest.fixture
def kalenderen(lag_aktivitet):
    """Both nights when the clock changes, a day of 23 hours and one of 25, a week, and two of the very same."""

    def kl(tittel, foerste, fra, siste=None, til=None):
        return lag_aktivitet(tittel, foerste, siste, presisjon="klokkeslett", fra_kl=fra, til_kl=til)

    alle = [
        kl("Vårnatt", date(2026, 3, 28), time(22), date(2026, 3, 29), time(4)),
        kl("Før sommertid", date(2026, 3, 29), time(1, 30), til=time(3)),
        lag_aktivitet("Kort dag", date(2026, 3, 29)),
        kl("Høstnatt", date(2026, 10, 24), time(22), date(2026, 10, 25), time(4)),
        kl("Før normaltid", date(2026, 10, 25), time(1, 30), til=time(3)),
        kl("Halv tre", date(2026, 10, 25), time(2, 30), til=time(3, 30)),
        lag_aktivitet("Lang dag", date(2026, 10, 25)),
        lag_aktivitet("Leir", date(2026, 10, 12), date(2026, 10, 18), presisjon="uke"),
        kl("Stand", date(2026, 5, 16), time(12), til=time(14)),
        kl("Stand", date(2026, 5, 16), time(12), til=time(14)),
    ]
    return {en.tittel: en for en in alle}


LINJER = [
    "2026-03-28 22:00|2026-03-29 04:00|Vårnatt|CONFIRMED",
    "2026-03-29 01:30|2026-03-29 03:00|Før sommertid|CONFIRMED",
    "2026-03-29|2026-03-29|Kort dag|CONFIRMED",
    "2026-05-16 12:00|2026-05-16 14:00|Stand|CONFIRMED",
    "2026-05-16 12:00|2026-05-16 14:00|Stand|CONFIRMED",
    "2026-10-12|2026-10-18|Leir (uke 42)|TENTATIVE",
    "2026-10-24 22:00|2026-10-25 04:00|Høstnatt|CONFIRMED",
    "2026-10-25 01:30|2026-10-25 03:00|Før normaltid|CONFIRMED",
    "2026-10-25 02:30|2026-10-25 03:30|Halv tre|CONFIRMED",
    "2026-10-25|2026-10-25|Lang dag|CONFIRMED",
]


def aaret(khal):
    return sorted(khal("list", "-df", "", "-f", FORM, "--once", "2026-01-01", "2027-01-01"))


def gjort(linjer):
    """What vdirsyncer did, one word for each entry."""
    return sorted(linje.split()[0] for linje in linjer if linje.startswith(("Copying", "Deleting")))


def avlys_og_skjerp(kalenderen):
    stand, leir = kalenderen["Stand"], kalenderen["Leir"]
    stand.avlys(stand.versjon)
    leir.presisjon, leir.foerste_dag, leir.siste_dag = "dager", date(2026, 10, 16), date(2026, 10, 18)
    leir.lagre(leir.versjon)


ETTERPAA = [
    *(linje for linje in LINJER if "Leir" not in linje),
    "2026-10-16|2026-10-18|Leir|CONFIRMED",
]
ETTERPAA[ETTERPAA.index("2026-05-16 12:00|2026-05-16 14:00|Stand|CONFIRMED")] = (
    "2026-05-16 12:00|2026-05-16 14:00|Avlyst: Stand|CANCELLED"
)


def test_vdirsyncer_fetches_all_and_then_only_what_has_changed(live_server, kalenderen, vdirsyncer, khal):
    assert gjort(vdirsyncer(live_server.url + FEED)) == ["Copying"] * len(LINJER)
    assert aaret(khal) == LINJER
    assert gjort(vdirsyncer(live_server.url + FEED)) == []

    avlys_og_skjerp(kalenderen)

    # It tells entries of a feed apart by all that is in them: a new edition comes, and the old one goes.
    assert gjort(vdirsyncer(live_server.url + FEED)) == ["Copying", "Copying", "Deleting", "Deleting"]
    assert aaret(khal) == sorted(ETTERPAA)  # what is cancelled stays


def test_khal_puts_a_new_edition_where_it_had_the_old_one(live_server, kalenderen, khal, tmp_path):
    def importer():
        (tmp_path / "inn.ics").write_bytes(urlopen(live_server.url + FEED).read())
        khal("import", "--batch", "-a", "hva_skjer", str(tmp_path / "inn.ics"))
        return sorted(fil.name for fil in (tmp_path / "kalender").glob("*.ics"))

    foer = importer()
    avlys_og_skjerp(kalenderen)
    etter = importer()

    assert (len(foer), etter) == (len(LINJER), foer)  # a file for each UID
    assert aaret(khal) == sorted(ETTERPAA)


def test_a_reader_of_recurring_events_finds_each_at_its_moment(live_server, kalenderen):
    feed = recurring_ical_events.of(Calendar.from_ical(urlopen(live_server.url + FEED).read()))

    def funnet(dag):
        return sorted(
            (str(ut["SUMMARY"]), *(f"{tid.astimezone(UTC):%d. %H.%M}" for tid in (ut.start, ut.end)))
            for ut in feed.at(dag)
            if isinstance(ut.start, datetime)
        )

    assert funnet((2026, 3, 29)) == [
        ("Før sommertid", "29. 00.30", "29. 01.00"),
        ("Vårnatt", "28. 21.00", "29. 02.00"),
    ]
    assert funnet((2026, 10, 25)) == [
        ("Før normaltid", "24. 23.30", "25. 02.00"),
        ("Halv tre", "25. 00.30", "25. 02.30"),
        ("Høstnatt", "24. 20.00", "25. 03.00"),
    ]
    for dag, tittel in ((date(2026, 3, 29), "Kort dag"), (date(2026, 10, 25), "Lang dag")):
        hele = [ut for ut in feed.at(dag) if not isinstance(ut.start, datetime)]
        assert [(str(ut["SUMMARY"]), (ut.end - ut.start).days) for ut in hele] == [(tittel, 1)]
