"""How often a rule comes, in the words that people look for it by."""

from .aarene import HVERT
from .regel import GANGER_I_AARET, Regel

LOEPENDE, MAANEDLIG, HALVAARLIG, FLERE, AARLIG, NOEN_AAR, IKKE_FORSTAATT = (
    "lopende",
    "manedlig",
    "halvarlig",
    "flere",
    "arlig",
    "noen-ar",
    "ikke-forstatt",
)
TAKTER = {
    LOEPENDE: "Løpende",
    MAANEDLIG: "Månedlig",
    HALVAARLIG: "Halvårlig",
    FLERE: "Flere ganger i året ellers",
    AARLIG: "Årlig",
    NOEN_AAR: "En gang, eller bestemte år",
    IKKE_FORSTAATT: "Ikke forstått",
}


def takt(regel: Regel | None) -> str:
    """Give the one of TAKTER that a rule is; None is a phrase that was not understood."""
    if regel is None:
        return IKKE_FORSTAATT
    if regel.loepende:
        return LOEPENDE
    deler = {ledd.deler for ledd in regel.ledd}
    for ganger, navn in ((12, MAANEDLIG), (2, HALVAARLIG)):
        if GANGER_I_AARET[ganger] in deler:
            return navn
    if any(len(ledd.deler) > 1 for ledd in regel.ledd):
        return FLERE
    hvert_aar = sum(ledd.aar.slag == HVERT for ledd in regel.ledd)
    return (NOEN_AAR, AARLIG, FLERE)[min(hvert_aar, 2)]
