"""What a handover will do, as it is said."""

from datetime import date

from arbeidsplan.personer.overlevering.ord import av_i_ord, sammendrag
from arbeidsplan.personer.overlevering.regel import FORTSETTER, GAAR_AV, Avtale, Endring, Ny, Overtakelse
from arbeidsplan.roller import Rolle

I_DAG, NESTE = date(2027, 3, 1), date(2028, 2, 26)


def test_the_whole_is_summed_up_in_a_sentence():
    avtale = Avtale(
        endringer=(
            *(Endring(nr, Rolle.STYREMEDLEM, FORTSETTER, None, NESTE) for nr in (1, 2, 3)),
            Endring(3, Rolle.REDAKTOER, FORTSETTER, None, NESTE),  # the same person, told once
            Endring(4, Rolle.SEKRETAER, FORTSETTER, None, None),
            *(Endring(nr, Rolle.STYREMEDLEM, GAAR_AV, None, I_DAG) for nr in (5, 6)),
        ),
        nye=tuple(Ny(nr, "Ny", f"{nr}@example.org", Rolle.STYREMEDLEM, None, NESTE) for nr in (0, 1)),
        overtakelser=(Overtakelse(5, (1, 2, 3), til=1), Overtakelse(6, (4,), ny=0), Overtakelse(7, (5,))),
        versjoner={},
    )

    assert sammendrag(avtale, I_DAG) == (
        "3 fortsetter til 26. februar 2028, 1 fortsetter til videre, 2 går av i dag, 2 blir invitert, "
        "4 tiltak får ny som følger opp og 1 tiltak får ingen som følger opp"
    )


def test_a_last_day_that_is_over_means_now():
    dager = (date(2027, 2, 28), I_DAG, date(2027, 3, 9))

    assert [av_i_ord(dag, I_DAG) for dag in dager] == ["nå", "i dag", "etter 9. mars 2027"]
