"""The test's own database, as another process may open it. It sees what is committed, so the test must ask for
`transactional_db`."""

from urllib.parse import quote

from django.db import connection


def adressen() -> str:
    """Give the address for DATABASE_URL."""
    valg = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{valg['NAME']}"
    return f"postgres://{valg['USER']}@{quote(valg['HOST'], safe='')}/{valg['NAME']}"
