"""People: the e-mail address is the name to log in with, and the roles say what each may do."""

import uuid
from collections.abc import Iterable
from datetime import date, timedelta
from functools import cached_property
from typing import Any, ClassVar

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone

from aktivitet.models import Versjonert

from ..roller import Rolle, rettigheter, som_kan_gis, varer


class BrukerManager(BaseUserManager["Bruker"]):
    """Makes people. An address is stored in lower case, so that it can be written any way at login."""

    def create_user(self, email: str, password: str | None = None, *, navn: str = "", **felter: Any) -> "Bruker":
        """Make a person who can log in. Without a password only a code by e-mail lets them in."""
        bruker = self.model(email=email.strip().lower(), navn=navn, **felter)
        bruker.set_password(password)
        bruker.save(using=self._db)
        return bruker

    def create_superuser(self, email: str, password: str | None = None, **felter: Any) -> "Bruker":
        """Make an administrator: what `manage.py createsuperuser` calls."""
        return self.create_user(email, password, roller={Rolle.ADMINISTRATOR: None}, **felter)

    def faste_administratorer(self) -> "models.QuerySet[Bruker]":
        """Those who are administrators until further notice. There must always be one left: nobody else can make a
        new one."""
        return self.filter(is_active=True, roller__administrator=None)

    def laas_administratorene(self) -> None:
        """Hold them until the transaction ends, so that two cannot step down in the same moment.

        Taken before any other person's row: else two who save each other would wait for each other.
        """
        list(self.faste_administratorer().select_for_update())

    def get_by_natural_key(self, username: str | None) -> "Bruker":
        return self.get(email=(username or "").lower())


def gyldige_roller(roller: Any) -> None:
    """Refuse anything but a dict from known roles to a last day (ISO text) or None."""
    if not isinstance(roller, dict) or set(roller) - set(Rolle.values):
        raise ValidationError("Velg roller fra listen.")
    for siste_dag in roller.values():
        if siste_dag is not None:
            try:
                date.fromisoformat(siste_dag)
            except (TypeError, ValueError):
                raise ValidationError("Skriv siste dag for rollen som 2027-02-27.") from None


class Bruker(Versjonert, AbstractBaseUser):
    """A person with a task in the organisation. People without one are not stored at all."""

    email = models.EmailField("e-post", unique=True)
    navn = models.CharField("navn", max_length=100, blank=True)
    # {"styremedlem": null, "sekretaer": "2027-02-27"}: role -> its last day, or None. Kept in the row itself, so that
    # rights cost no query.
    roller = models.JSONField("roller", default=dict, blank=True, validators=[gyldige_roller])
    is_active = models.BooleanField("kan logge inn", default=True)
    date_joined = models.DateTimeField("lagt inn", default=timezone.now, editable=False)
    # Stands for the person in the register of the erased, which must not say who they were. Never used twice, as a
    # number is when a copy is taken back.
    merke = models.UUIDField("merke", default=uuid.uuid4, unique=True, editable=False)
    # Whether a passkey or an authenticator app stands ready: kept in the row itself, so that asking costs no query.
    har_totrinn = models.BooleanField("har totrinn", default=False, editable=False)
    # The first day without a role, kept by `manage.py rydd`: who has had no task for long is erased.
    uten_oppgave_fra = models.DateField("uten oppgave fra", null=True, editable=False)

    objects: ClassVar[BrukerManager] = BrukerManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = []

    class Meta:
        verbose_name = "person"
        verbose_name_plural = "personer"
        ordering = ["navn", "email"]
        constraints = [models.UniqueConstraint(Lower("email"), name="bruker_epost_unik")]

    def __str__(self) -> str:
        return self.navn or self.email

    def clean(self) -> None:
        super().clean()
        self.email = self.email.strip().lower()

    def har_rolle(self, rolle: str) -> bool:
        """Tell whether the person has the role today: it is given, and its last day has not passed."""
        return self.is_active and rolle in self.roller and varer(self.roller[rolle], timezone.localdate())

    @property
    def kan_gi(self) -> list[Rolle]:
        """The roles that the person may give to others and take from them, where they may do so at all."""
        return som_kan_gis(self.is_superuser)

    def kan_roere(self, roller: Iterable[str]) -> bool:
        """Tell whether the person may change, invite or erase somebody with these roles, where they may do so at all:
        whoever may change an administrator's address may log in as one."""
        return set(roller) <= set(self.kan_gi)

    @property
    def er_siste_administrator(self) -> bool:
        """Whether nobody else is administrator until further notice. One query."""
        return [en.pk for en in Bruker.objects.faste_administratorer()] == [self.pk]

    @property
    def slettes_dag(self) -> date | None:
        """The day that `manage.py rydd` erases the person, when they get no task before it; None for who has one."""
        if self.uten_oppgave_fra is None or any(self.har_rolle(rolle) for rolle in self.roller):
            return None
        return self.uten_oppgave_fra + timedelta(days=settings.OPPBEVAR_UTEN_OPPGAVE)

    @cached_property
    def rettigheter(self) -> frozenset[str]:
        """The person's permission strings, from the table in `roller.py`. Costs no query."""
        return rettigheter({rolle for rolle in self.roller if self.har_rolle(rolle)})

    # What Django's admin and decorators ask a user.

    @property
    def is_superuser(self) -> bool:
        return self.har_rolle(Rolle.ADMINISTRATOR)

    @property
    def is_staff(self) -> bool:
        """Whether the admin opens."""
        return self.has_perm("arbeidsplan.bruk_admin")

    def has_perm(self, perm: str, obj: object = None) -> bool:
        return self.is_superuser or perm in self.rettigheter

    def has_perms(self, perm_list: list[str], obj: object = None) -> bool:
        return all(self.has_perm(perm, obj) for perm in perm_list)

    def has_module_perms(self, app_label: str) -> bool:
        return self.is_superuser or any(perm.startswith(f"{app_label}.") for perm in self.rettigheter)

    def get_full_name(self) -> str:
        return str(self)

    def get_short_name(self) -> str:
        return str(self)
