"""The command line. Commands are thin and import the engine only when they run, so that help is quick."""

from __future__ import annotations

import atexit
import gc
import io
import sys

from samvirke.cli.failure import told_as_failure


def main() -> None:
    """Run the command line; no failure is ever told as a traceback."""
    # A run makes millions of records without rings; looking for rings among them takes a sixth of its time.
    gc.set_threshold(100_000, 20, 100)
    # And another four tenths of a second go by at the end, to look through what the system takes back anyway.
    atexit.register(gc.freeze)
    with told_as_failure():
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="replace")  # a terminal without æ, ø and å is still told the rest
        from samvirke.cli.application import application

        application()
    sys.exit(0)


__all__ = ["main"]
