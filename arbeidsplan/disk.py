"""Pure: what it takes for a new file to be there after a power cut."""

import os
from contextlib import suppress
from pathlib import Path


def fast_i_mappen(mappe: Path) -> None:
    """Let the names of the files in the folder be on the disk: what is in them is written by each who writes one."""
    with suppress(OSError):  # some disks on the net refuse, and the file is written all the same
        nummer = os.open(mappe, os.O_RDONLY)
        try:
            os.fsync(nummer)
        finally:
            os.close(nummer)
