from datetime import datetime, timedelta
from zoneinfo import ZoneInfo


class Klokke:
    """Says what time it is. It stands still until a test moves it."""

    def __init__(self, *tid):
        self.still(*tid)

    def still(self, *tid):
        self.naa = datetime(*tid, tzinfo=ZoneInfo("Europe/Oslo"))

    def gaa(self, **tid):
        self.naa += timedelta(**tid)
