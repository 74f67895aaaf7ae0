"""Writes one study where the command line says."""

from __future__ import annotations

import argparse
from pathlib import Path

from benchmarks.large_study import LARGE, Size, write_study


def main() -> None:
    """Write one study where the command line says."""
    parser = argparse.ArgumentParser(description="Write a made-up study for measuring.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--share", type=float, default=1.0, help="of 500 actors, 2,000 tasks and so on")
    parser.add_argument("--alternatives", type=int, default=LARGE.alternatives)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    size = Size(**{**vars(LARGE.times(asked.share)), "alternatives": asked.alternatives})
    write_study(asked.folder, size, asked.seed)


if __name__ == "__main__":
    main()
