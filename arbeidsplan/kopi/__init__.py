"""Everything that is stored, as one file, and back again: on SQLite and PostgreSQL, also from the one to the other."""
