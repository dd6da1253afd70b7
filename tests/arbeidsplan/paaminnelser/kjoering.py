"""Runs the command in the tests, and reads what the mail server got."""

from email import message_from_bytes, policy

from django.core.management import CommandError, call_command

from arbeidsplan.models import Utsending


def kjoer(capsys, **valg):
    """Run the command: what it printed, and what it complained of."""
    try:
        call_command("send_paaminnelser", **valg)
    except CommandError as feil:
        return capsys.readouterr().out, str(feil)
    return capsys.readouterr().out, ""


def brevene(smtp):
    return [message_from_bytes(brev, policy=policy.default) for brev in smtp.brev]


def hode(brev, navn):
    """What stands in a header. A long one begins on its second line, and the space there is not its own."""
    return brev[navn].strip()


def mottakerne(smtp):
    return [brev["To"] for brev in brevene(smtp)]


def utsendinger():
    return list(
        Utsending.objects.order_by("pk").values_list("bruker__email", "slag", "periode", "tilstand", "forsoek")
    )
