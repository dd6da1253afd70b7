"""The rows of the wheel: which of the calendar's types have a shape of their own."""

from aktivitet.hjul.rader import Slag
from aktivitet.models import Aktivitetstype


def test_every_type_that_is_called_a_meeting_is_one_and_there_is_one_deadline():
    slag = {type_: Slag.av(type_) for type_ in Aktivitetstype.values}

    assert [type_ for type_, ett in slag.items() if ett is Slag.MOETE] == [
        *("arsmote", "ekstraordinert-arsmote", "fylkesstyremote", "representantskap", "landsmote", "landsstyremote"),
        *("fylkesting", "formote", "nominasjonsmote", "arsmoter-i-lokallag", "mote"),
    ]
    assert [type_ for type_, ett in slag.items() if ett is Slag.FRIST] == ["frist"]
