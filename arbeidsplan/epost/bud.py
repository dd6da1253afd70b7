"""Letters from the login pages, sent beside the answer and not before it.

Whoever asks for a code gets the same page whether the address is known or not. A mail server takes a good part of a
second, and only a known address gets a letter: an answer that waited for it would tell the two apart by the clock.
"""

import logging
from concurrent.futures import ThreadPoolExecutor

from django.conf import settings
from django.core.mail import EmailMessage

# What goes over a network. The others write to this machine's screen or disk, and take no time that anybody notices.
OVER_NETTET = ("django.core.mail.backends.smtp.EmailBackend",)

_logg = logging.getLogger(__name__)
_bud = ThreadPoolExecutor(max_workers=2, thread_name_prefix="brev")


def send(brev: EmailMessage) -> None:
    """Send the letter, over a network in a thread of its own. One that does not get out is noted without its address:
    whoever waits for it asks for a new one."""
    if settings.EMAIL_BACKEND in OVER_NETTET:
        _bud.submit(_send, brev)
    else:
        brev.send()


def _send(brev: EmailMessage) -> None:
    try:
        brev.send()
    except Exception as unntak:  # whatever a server may answer: nobody waits here to be told
        _logg.error("Et brev fra innloggingen kom ikke av gårde: %s", type(unntak).__name__)
