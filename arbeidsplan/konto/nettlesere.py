"""Pure: the browser and the device in two words, out of what a browser says of itself. No more of it is kept."""

# The first that fits: Edge and Opera call themselves Chrome too, Chrome calls itself Safari, and Android is a Linux.
NETTLESERE = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("Opera", "Opera"),
    ("SamsungBrowser", "Samsung Internett"),
    ("Samsung Internett", "Samsung Internett"),
    ("Vivaldi", "Vivaldi"),
    ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chrom", "Chrome"),
    ("Safari", "Safari"),
)
ENHETER = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Mac", "Mac"),
    ("CrOS", "Chromebook"),
    ("Chromebook", "Chromebook"),
    ("Linux", "Linux"),
)
UKJENT = "Ukjent nettleser"


def i_ord(brukeragent: str) -> str:
    """Give "Chrome på Android". What is in words already comes back as it is."""
    nettleser = next((ord_ for tegn, ord_ in NETTLESERE if tegn in brukeragent), UKJENT)
    enhet = next((ord_ for tegn, ord_ in ENHETER if tegn in brukeragent), "")
    return f"{nettleser} på {enhet}" if enhet else nettleser
