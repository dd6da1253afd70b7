"""The one message that travels upwards: a meeting that other dates hang from was set, moved or taken away, or
its organiser became another kind. The answers say what moved along."""

from typing import Any

from django.db.models.signals import post_delete, post_save, pre_save
from django.dispatch import Signal, receiver

from .flytting import Flytting, Flyttinger
from .models import Aktivitet, Lag

# Sent without arguments, inside the transaction that changed the calendar. Receivers give back a Flytting for each due
# date that they moved.
moeter_endret = Signal()


@receiver(pre_save, sender=Aktivitet)
def husk_om_den_telte(sender: type[Aktivitet], instance: Aktivitet, **kwargs: Any) -> None:
    """Remember whether the stored row is a meeting that counts: it may be about to stop being one."""
    tellende = Aktivitet.objects.moeter_som_teller().filter(pk=instance.pk)
    instance._telte = instance.pk is not None and tellende.exists()  # type: ignore[attr-defined]


@receiver(post_save, sender=Aktivitet)
def si_fra_om_moete(sender: type[Aktivitet], instance: Aktivitet, **kwargs: Any) -> None:
    """Tell the floors above when a meeting that counts was saved, or one that used to count."""
    teller = instance._telte or instance.er_moete_som_teller  # type: ignore[attr-defined]
    instance.flyttinger = _flytt(sender) if teller else Flyttinger()


@receiver(post_delete, sender=Aktivitet)
def si_fra_om_slettet_moete(sender: type[Aktivitet], instance: Aktivitet, **kwargs: Any) -> None:
    """Tell the floors above that a meeting is gone from the calendar."""
    if instance.er_fylkeslagets_moete:
        instance.flyttinger = _flytt(sender)


@receiver(pre_save, sender=Lag)
def husk_om_det_var_fylkeslaget(sender: type[Lag], instance: Lag, **kwargs: Any) -> None:
    """Remember whether the stored row is the county branch, whose meetings count."""
    fylkeslag = Lag.objects.filter(pk=instance.pk, type=Lag.Type.FYLKESLAG)
    instance._var_fylkeslaget = instance.pk is not None and fylkeslag.exists()  # type: ignore[attr-defined]


@receiver(post_save, sender=Lag)
def si_fra_om_nytt_fylkeslag(sender: type[Lag], instance: Lag, created: bool, **kwargs: Any) -> None:
    """Tell the floors above when a branch became the county branch, or is it no longer: its meetings count or not."""
    er_fylkeslaget = instance.type == Lag.Type.FYLKESLAG
    byttet = not created and er_fylkeslaget != instance._var_fylkeslaget  # type: ignore[attr-defined]
    instance.flyttinger = _flytt(sender) if byttet else Flyttinger()


def _flytt(sender: type[Aktivitet | Lag]) -> Flyttinger:
    svarene: list[tuple[Any, list[Flytting] | None]] = moeter_endret.send(sender=sender)  # type: ignore[assignment]
    return Flyttinger(tuple(flytting for _, flyttet in svarene for flytting in flyttet or ()))
