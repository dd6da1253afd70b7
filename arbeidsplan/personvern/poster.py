"""What is stored about each person: every key that leads to one, and what is shown of the row.

The one register that the page about me, the file with my data, the table on the open page and the test that no key is
left out all read. A new key to a person, or a new field for an address, stands here before it is taken into use.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.db import models

from ..konto.faktorer import med_stor_bokstav
from ..roller import roller_i_ord


@dataclass(frozen=True)
class Felt:
    """One thing that is shown of a row: where it stands, what people call it, and how it is said where that is not
    plain."""

    sti: str
    merkelapp: str
    som: Callable[[Any], Any] | None = None


@dataclass(frozen=True)
class Post:
    """One kind of row about a person. `person` is the key, or the address, that leads to them; `lenke` is the page
    where it stands, with what the address of it is made of."""

    tittel: str
    modell: str
    person: str
    felt: tuple[Felt, ...]
    lenke: tuple[str, ...] = ()
    nyest: str = "-pk"
    bare: dict[str, Any] = field(default_factory=dict)
    utelatt: tuple[str, ...] = ()  # what is named and not shown: secrets, and what says nothing

    @property
    def feltene(self) -> set[tuple[str, str]]:
        """The model's own fields that the post accounts for, the key to the person among them."""
        stier = [self.person, *self.bare, *self.utelatt, *(ett.sti for ett in self.felt)]
        egne = {sti.split("__")[0] for sti in stier}
        return {(self.modell, navn) for navn in egne}

    @property
    def blir_staaende(self) -> bool:
        """Whether the row stays when the person is erased: its key to them is emptied, and nothing else is changed."""
        if "__" in self.person or self.person == "pk":
            return False
        felt: Any = apps.get_model(self.modell)._meta.get_field(self.person)
        return getattr(felt.remote_field, "on_delete", None) is models.SET_NULL


def felt(*par: tuple[str, str]) -> tuple[Felt, ...]:
    """Give the fields that need no words of their own, from where they stand and what people call them."""
    return tuple(Felt(sti, merkelapp) for sti, merkelapp in par)


ROLLENE = Felt("roller", "Roller", lambda roller: roller_i_ord(roller) or "ingen")
PERSONEN = (
    Post(
        "Personen",
        "arbeidsplan.Bruker",
        "pk",
        (
            *felt(("navn", "Navn"), ("email", "E-post")),
            ROLLENE,
            *felt(
                ("is_active", "Kan logge inn"),
                ("date_joined", "Lagt inn"),
                ("last_login", "Sist logget inn"),
                ("har_totrinn", "Bekrefter innloggingen på en måte til"),
                ("uten_oppgave_fra", "Uten oppgave fra"),
                ("merke", "Merket som blir stående etter en sletting"),
            ),
        ),
        utelatt=("id", "password", "versjon"),
    ),
    Post("Legger inn for", "aktivitet.Lag", "redaktoerer", felt(("navn", "Lag")), nyest="navn"),
)
INNLOGGING = (
    Post(
        "E-postadresser ved innlogging",
        "account.EmailAddress",
        "user",
        felt(("email", "E-post"), ("verified", "Bekreftet"), ("primary", "I bruk")),
    ),
    Post(
        "Måter å bekrefte innloggingen på",
        "mfa.Authenticator",
        "user",
        (
            Felt("type", "Hva", med_stor_bokstav),
            *felt(("data__name", "Navn"), ("created_at", "Lagt til"), ("last_used_at", "Sist brukt")),
        ),
        utelatt=("id", "data"),
    ),
    Post(
        "Innlogginger som varer",
        "usersessions.UserSession",
        "user",
        felt(
            ("user_agent", "Nettleser"),
            ("created_at", "Begynte"),
            ("last_seen_at", "Sist brukt"),
        ),
        utelatt=("id", "session_key", "data", "ip"),  # no address is kept: `konto/oekter.py` writes 0.0.0.0
    ),
)
INVITASJONER = (
    Post(
        "Invitasjoner til adressen",
        "arbeidsplan.Invitasjon",
        "email__iexact",
        (
            Felt("email", "E-post"),
            Felt("navn", "Navn"),
            ROLLENE,
            *felt(
                ("laget", "Laget"),
                ("sendt", "Sendt"),
                ("utloeper", "Gjelder til"),
                ("brukt", "Brukt"),
                ("trukket", "Trukket tilbake"),
            ),
        ),
        utelatt=("id", "avtrykk", "lag"),
    ),
    Post(
        "Lag i invitasjonene",
        "arbeidsplan.Invitasjon_lag",
        "invitasjon__email__iexact",
        felt(("invitasjon__laget", "Sendt"), ("lag__navn", "Lag")),
    ),
    # Not the address: that is about somebody else.
    Post(
        "Invitasjoner sendt til andre",
        "arbeidsplan.Invitasjon",
        "av",
        (Felt("laget", "Sendt"), ROLLENE, Felt("brukt", "Brukt")),
    ),
    Post(
        "Invitasjoner til dem som tar over",
        "arbeidsplan.Invitasjon",
        "tar_over_fra",
        felt(("laget", "Sendt"), ("brukt", "Brukt")),
    ),
)
PAAMINNELSER = (
    Post("Påminnelser slått av", "arbeidsplan.Avmelding", "bruker", felt(("slag", "Hva")), utelatt=("id",)),
    Post(
        "Påminnelser sendt",
        "arbeidsplan.Utsending",
        "bruker",
        felt(
            ("slag", "Hva"),
            ("periode", "Uke eller måned"),
            ("tilstand", "Hvordan det gikk"),
            ("forsoek", "Forsøk"),
            ("tid", "Når"),
        ),
        utelatt=("id",),
    ),
)
_SPOR = felt(("tid", "Når"), ("hendelse", "Hva skjedde"), ("hva", "Nærmere"))
SPOR = (
    Post("Spor etter egne handlinger", "arbeidsplan.Spor", "av", _SPOR, utelatt=("id", "av_maskinen", "om_noen")),
    Post("Spor etter det andre har gjort med kontoen", "arbeidsplan.Spor", "om", _SPOR),
)
# What was changed may name others in its text, so that is not given out.
_RAD = felt(("action_time", "Når"), ("action_flag", "Hva"))
REDIGERINGSLOGG = (
    Post(
        "Egne endringer under «Rediger»",
        "admin.LogEntry",
        "user",
        (*_RAD, Felt("content_type__model", "Slags")),
        utelatt=("id", "object_id", "object_repr", "change_message"),
    ),
    Post(
        "Endringer av personen under «Rediger»",
        "admin.LogEntry",
        "object_id",
        _RAD,
        bare={"content_type__app_label": "arbeidsplan", "content_type__model": "bruker"},
    ),
)
