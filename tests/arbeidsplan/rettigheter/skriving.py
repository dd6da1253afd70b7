"""What a request wrote: every table, by the statements that reached the database."""

import re
from contextlib import contextmanager

from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import connection

SKRIVER = re.compile(r'\s*(?:INSERT(?: OR IGNORE)? INTO|UPDATE|DELETE FROM|REPLACE INTO)\s+"?(\w+)', re.IGNORECASE)
# The login's own: the session, and the counts of tries.
DET_SOM_ER_LOV = {Session._meta.db_table, settings.CACHES["default"]["LOCATION"]}


@contextmanager
def skrevet_i():
    """Gather the names of the tables that are written to: also where it is taken back again, or changes no row."""
    tabellene = set()

    def se(execute, sql, params, many, context):
        if (treff := SKRIVER.match(sql)) and treff[1] not in DET_SOM_ER_LOV:
            tabellene.add(treff[1])
        return execute(sql, params, many, context)

    with connection.execute_wrapper(se):
        yield tabellene
