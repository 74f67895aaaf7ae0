"""Writes `samples`: what a run of the built-in study makes, for those who want to read before they install.

Run from the repository's folder once Samvirke is installed for developers: `make samples`.
"""

import json
import platform
import sys
from importlib.metadata import version
from pathlib import Path

from samvirke.cases import DEFAULT, built_in
from samvirke.report.formats import asked_for
from samvirke.report.output import rendered, write_all
from samvirke.study.reading import read_study
from samvirke.uncertainty.results import run

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "samples" / DEFAULT
MADE_WITH = "made-with.json"
FOR_PROGRAMS = "results.json"  # large, and the same figures as figures.csv
COMMAND = "make samples"
MOST_BYTES = 6_500_000  # of 6.28: five annexes and six kinds of pictures more than when it was 5.7 of 6


def outputs() -> dict[str, bytes]:
    """The files of a run with the usual draws and seed, but for the one that is for programs."""
    made = rendered(run(read_study(built_in()[DEFAULT])), asked_for("html"))
    return {name: content for name, content in made.items() if name != FOR_PROGRAMS}


def made_with() -> dict[str, str]:
    """What the bytes of a run hang on besides the study, the seed, the draws and the version of Samvirke."""
    return {
        "python": f"{sys.version_info.major}.{sys.version_info.minor}",
        "platform": f"{platform.system()} {platform.machine()}",
        **{name: version(name) for name in ("numpy", "scipy")},
    }


def main() -> None:
    """Run the built-in study and put its files in place, with what they were made with."""
    files = outputs()
    size = sum(map(len, files.values()))
    write_all(FOLDER, {**files, MADE_WITH: (json.dumps(made_with(), indent=1) + "\n").encode()})
    much = f", more than the {MOST_BYTES} there is room for" if size > MOST_BYTES else ""
    print(f"Wrote {FOLDER.relative_to(ROOT)}, {size} bytes{much}")


if __name__ == "__main__":
    main()
