"""Norwegian alphabetical order."""

from aktivitet.alfabet import norsk_rekkefoelge


def test_ae_oe_and_aa_come_last_and_double_a_is_aa():
    navn = ["Åmot", "Øyer", "Ærlig", "Aasnes", "Alvdal", "øystre", "Zoo"]

    assert sorted(navn, key=norsk_rekkefoelge) == ["Alvdal", "Zoo", "Ærlig", "Øyer", "øystre", "Åmot", "Aasnes"]
