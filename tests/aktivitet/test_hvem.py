import re
from pathlib import Path

from django.template import Context, Template

from aktivitet.hvem import hvem

# Alone between quotation marks, as code and templates write it; not inside a sentence that explains it.
SOM_EN_TEKST = re.compile(r"""["'](en )?tidligere bruker["']""", re.IGNORECASE)
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

    assert [fil.name for fil in filer if SOM_EN_TEKST.search(fil.read_text())] == ["hvem.py"]
