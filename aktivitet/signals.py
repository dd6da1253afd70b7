"""What follows when an activity or an organiser is saved or deleted, wherever it is done.

One message travels upwards: a meeting that other dates hang from was set, moved or taken away, or its organiser became
another kind. The answers say what moved along. The rest stays in the calendar: the day that something was moved from,
the stand, and the drafts that are not to be made again.
"""

from typing import Any

from django.db.models.signals import post_delete, post_save, pre_save
from django.dispatch import Signal, receiver
from django.utils import timezone

from .flytting import Flytting, Flyttinger
from .models import Aktivitet, Kalenderstand, Lag, Utelatt

# Sent without arguments, inside the transaction that changed the calendar. Receivers give back a Flytting for each due
# date that they moved.
moeter_endret = Signal()


@receiver(pre_save, sender=Aktivitet)
def husk_hvordan_den_var(sender: type[Aktivitet], instance: Aktivitet, raw: bool, **kwargs: Any) -> None:
    """Remember the stored row: it may be a meeting that is about to stop counting, or stand on another day."""
    foer = Aktivitet.objects.filter(pk=instance.pk).select_related("lag").first() if instance.pk else None
    instance._foer = foer  # type: ignore[attr-defined]
    if foer and not raw:
        instance.merk_flytting(foer, timezone.now())


@receiver(post_save, sender=Aktivitet)
def si_fra_om_moete(sender: type[Aktivitet], instance: Aktivitet, **kwargs: Any) -> None:
    """Tell the floors above when a meeting that counts was saved, or one that used to count."""
    foer: Aktivitet | None = instance._foer  # type: ignore[attr-defined]
    teller = instance.er_moete_som_teller or (foer is not None and foer.er_moete_som_teller)
    instance.flyttinger = _flytt(sender) if teller else Flyttinger()


@receiver(post_save, sender=Aktivitet)
def forny_standen(sender: type[Aktivitet], instance: Aktivitet, **kwargs: Any) -> None:
    """Note that the public calendar has changed, where the public can see it."""
    foer: Aktivitet | None = instance._foer  # type: ignore[attr-defined]
    synlige = [en for en in (foer, instance) if en and en.er_offentlig]
    if synlige:
        Kalenderstand.forny({en.kommune for en in synlige})


@receiver(post_delete, sender=Aktivitet)
def si_fra_om_slettet_moete(sender: type[Aktivitet], instance: Aktivitet, **kwargs: Any) -> None:
    """Tell the floors above that a meeting is gone from the calendar."""
    if instance.er_fylkeslagets_moete:
        instance.flyttinger = _flytt(sender)


@receiver(post_delete, sender=Aktivitet)
def forny_naar_den_er_slettet(sender: type[Aktivitet], instance: Aktivitet, **kwargs: Any) -> None:
    """Note that the public calendar has lost something."""
    if instance.er_offentlig:
        Kalenderstand.forny({instance.kommune})


@receiver(post_delete, sender=Aktivitet)
def husk_at_den_ble_slettet(sender: type[Aktivitet], instance: Aktivitet, **kwargs: Any) -> None:
    """Note that a line of the pattern has had its draft deleted: filling the year once more must not bring it back."""
    if instance.fast_id and instance.fast_aar:
        Utelatt.objects.get_or_create(fast_id=instance.fast_id, aar=instance.fast_aar)


@receiver([post_save, post_delete], sender=Lag)
def forny_ved_nytt_lag(sender: type[Lag], **kwargs: Any) -> None:
    """Organisers stand in the filter, and by their name with what they arrange."""
    Kalenderstand.forny(())


@receiver(pre_save, sender=Lag)
def husk_om_det_var_fylkeslaget(sender: type[Lag], instance: Lag, **kwargs: Any) -> None:
    """Remember whether the stored row is the county branch, whose meetings count."""
    fylkeslag = Lag.objects.filter(pk=instance.pk, type=Lag.Type.FYLKESLAG)
    instance._var_fylkeslaget = instance.pk is not None and fylkeslag.exists()  # type: ignore[attr-defined]


@receiver(post_save, sender=Lag)
def si_fra_om_nytt_fylkeslag(sender: type[Lag], instance: Lag, created: bool, **kwargs: Any) -> None:
    """Tell the floors above when a branch became the county branch, or is it no longer: its meetings count or not."""
    byttet = not created and instance.er_fylkeslag != instance._var_fylkeslaget  # type: ignore[attr-defined]
    instance.flyttinger = _flytt(sender) if byttet else Flyttinger()


def _flytt(sender: type[Aktivitet | Lag]) -> Flyttinger:
    svarene: list[tuple[Any, list[Flytting] | None]] = moeter_endret.send(sender=sender)  # type: ignore[assignment]
    return Flyttinger(tuple(flytting for _, flyttet in svarene for flytting in flyttet or ()))
