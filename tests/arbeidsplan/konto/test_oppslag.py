"""What the editing site gives away of people's secrets by what can be asked for in its addresses."""

import pytest

FELT = ("password", "password__startswith", "password__regex", "merke", "har_totrinn", "roller__administrator__isnull")


@pytest.mark.parametrize("felt", FELT)
def test_the_list_of_people_cannot_be_asked_about_what_it_does_not_show(client, sekretaer, administrator, felt):
    """Asked letter by letter, the list would spell out the imprint of an administrator's password."""
    client.force_login(sekretaer)

    assert client.get("/admin/arbeidsplan/bruker/", {felt: administrator.password[:3]}).status_code == 400


@pytest.mark.parametrize(
    "til_personen", ["aktivitet/?opprettet_av", "lag/?redaktoerer", "aktivitet/?lag__redaktoerer"]
)
def test_no_other_list_can_be_asked_about_the_person_behind_a_row(client, sekretaer, til_personen):
    client.force_login(sekretaer)

    assert client.get(f"/admin/aktivitet/{til_personen}__password__startswith=a").status_code == 400


def test_the_filters_that_stand_on_the_page_work_still(client, sekretaer, styremedlem):
    client.force_login(sekretaer)

    svar = client.get("/admin/arbeidsplan/bruker/", {"rolle": "styremedlem", "is_active__exact": "1", "q": "kari"})

    assert [str(en) for en in svar.context["cl"].result_list] == ["Kari Styremedlem"]
