"""Other processes, as tests see them."""

import os
import time
from pathlib import Path


def gone(process: int, *, taken_down: bool = True) -> bool:
    """Whether a process has ended, given a while. One whose parent is gone may be taken down by nobody."""
    for _ in range(100):
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return True
        state = Path(f"/proc/{process}/stat")
        if not taken_down and state.exists() and state.read_text().rpartition(")")[2].split()[0] == "Z":
            return True
        time.sleep(0.1)
    return False
