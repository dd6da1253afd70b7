"""The test's own database, as another process may open it."""

from pathlib import Path
from urllib.parse import quote

from django.db import connection


def adressen(mappe: Path) -> str:
    """Give the address for DATABASE_URL. SQLite's lives in memory alone: of that it is a copy, `base.sqlite3` in
    `mappe`."""
    if connection.vendor == "sqlite":
        fil = mappe / "base.sqlite3"
        with connection.cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [str(fil)])
        return f"sqlite:///{fil}"
    valg = connection.settings_dict
    return f"postgres://{valg['USER']}@{quote(valg['HOST'], safe='')}/{valg['NAME']}"
