from pathlib import Path

from django.template import Context, Template

from aktivitet.hvem import hvem

ROT = Path(__file__).parent.parent.parent


def test_a_person_is_named_and_one_who_is_erased_is_not():
    assert [hvem("Kari"), hvem("Kari", "En"), hvem(None), hvem(None, "en"), hvem(None, "En")] == [
        "Kari",
        "Kari",
        "tidligere bruker",
        "en tidligere bruker",
        "En tidligere bruker",
    ]


def test_the_name_is_escaped_in_a_page():
    mal = Template('{% load hvem %}{{ av|hvem:"En" }}')

    assert mal.render(Context({"av": "<b>Kari</b>"})) == "&lt;b&gt;Kari&lt;/b&gt;"


def test_the_words_are_spelled_in_one_place():
    filer = [fil for mappe in ("aktivitet", "tiltak", "arbeidsplan") for fil in (ROT / mappe).rglob("*.py")]
    filer += (ROT / "templates").rglob("*.html")
    vises = {fil.relative_to(ROT).as_posix() for fil in filer if "idligere bruker" in _uten_forklaringer(fil)}

    assert vises == {"aktivitet/hvem.py"}


def _uten_forklaringer(fil):
    """What the file puts together or shows: no docstrings and no comments, and no page that explains the words."""
    linjer = fil.read_text().splitlines()
    return "\n".join(
        linje for linje in linjer if '|default:"' in linje or ' or "' in linje or linje.startswith("TIDL")
    )
