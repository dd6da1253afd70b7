"""The one message that travels upwards: a meeting that other dates hang from was set, moved or taken away, or
its organiser became another kind."""

from typing import Any

from django.db.models.signals import post_delete, post_save, pre_save
from django.dispatch import Signal, receiver

from .models import Aktivitet, Lag

moeter_endret = Signal()  # sent without arguments, inside the transaction that changed the calendar


def _teller(aktivitet: Aktivitet) -> bool:
    return aktivitet.pk is not None and Aktivitet.objects.moeter_som_teller().filter(pk=aktivitet.pk).exists()


@receiver(pre_save, sender=Aktivitet)
def husk_om_den_telte(sender: type[Aktivitet], instance: Aktivitet, **kwargs: Any) -> None:
    """Remember whether the stored row is a meeting that counts: it may be about to stop being one."""
    instance._telte = _teller(instance) if instance.pk and instance.type else False  # type: ignore[attr-defined]


@receiver(post_save, sender=Aktivitet)
def si_fra_om_moete(sender: type[Aktivitet], instance: Aktivitet, **kwargs: Any) -> None:
    """Tell the floors above when a meeting that counts was saved, or one that used to count."""
    if instance._telte or (instance.er_fylkeslagets_moete and _teller(instance)):  # type: ignore[attr-defined]
        moeter_endret.send(sender=sender)


@receiver(post_delete, sender=Aktivitet)
def si_fra_om_slettet_moete(sender: type[Aktivitet], instance: Aktivitet, **kwargs: Any) -> None:
    """Tell the floors above that a meeting is gone from the calendar."""
    if instance.er_fylkeslagets_moete:
        moeter_endret.send(sender=sender)


@receiver(pre_save, sender=Lag)
def husk_om_det_var_fylkeslaget(sender: type[Lag], instance: Lag, **kwargs: Any) -> None:
    """Remember whether the stored row is the county branch, whose meetings count."""
    fylkeslag = Lag.objects.filter(pk=instance.pk, type=Lag.Type.FYLKESLAG)
    instance._var_fylkeslaget = instance.pk is not None and fylkeslag.exists()  # type: ignore[attr-defined]


@receiver(post_save, sender=Lag)
def si_fra_om_nytt_fylkeslag(sender: type[Lag], instance: Lag, created: bool, **kwargs: Any) -> None:
    """Tell the floors above when a branch became the county branch, or is it no longer: its meetings count or not."""
    if not created and (instance.type == Lag.Type.FYLKESLAG) != instance._var_fylkeslaget:  # type: ignore[attr-defined]
        moeter_endret.send(sender=sender)
