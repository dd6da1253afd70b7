"""The calendar's address as each program wants it."""

from aktivitet.ut.abonnementslenker import Abonnement, abonnement


def test_each_program_is_handed_the_address_whole():
    adresse = "https://plan.example.org/hva-skjer/kalender.ics?lag=hamar-sv&q=%C3%A5rsm%C3%B8te"
    kodet = "%2F%2Fplan.example.org%2Fhva-skjer%2Fkalender.ics%3Flag%3Dhamar-sv%26q%3D%25C3%25A5rsm%25C3%25B8te"

    assert abonnement(adresse, "SV: Hamar & omegn") == Abonnement(
        adresse=adresse,
        webcal="webcal://plan.example.org/hva-skjer/kalender.ics?lag=hamar-sv&q=%C3%A5rsm%C3%B8te",
        google=f"https://calendar.google.com/calendar/r?cid=webcal%3A{kodet}",
        outlook=(
            f"https://outlook.live.com/calendar/0/addfromweb?url=https%3A{kodet}&name=SV%3A%20Hamar%20%26%20omegn"
        ),
        outlook_jobb=(
            f"https://outlook.office.com/calendar/0/addfromweb?url=https%3A{kodet}&name=SV%3A%20Hamar%20%26%20omegn"
        ),
    )
