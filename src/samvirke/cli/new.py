"""`samvirke new`: a study folder to begin from."""

from __future__ import annotations

import errno
import re
import shutil
import tempfile
from pathlib import Path

from rich.console import Console

from samvirke.cases import built_in
from samvirke.cli.choices import chosen
from samvirke.cli.failure import done
from samvirke.errors import Place, Problem, StudyError
from samvirke.language import Text
from samvirke.study.shown import shown
from samvirke.study.suggestion import did_you_mean


def new_study(folder: Path, source: str) -> None:
    """Copy a built-in study into a new folder, whole or not at all. Raises StudyError when that cannot be."""
    known = built_in()
    if source not in known:
        otherwise = Text("`samvirke list` viser dem.", "`samvirke list` shows them.")
        text = Text("det finnes ingen slik innebygd studie", "there is no such built-in study")
        raise StudyError([Problem(Place(shown(source, 80)), text, did_you_mean(source, known, otherwise))])
    if folder.exists():
        raise StudyError(
            [
                Problem(
                    Place(shown(folder, 200)),
                    Text("finnes allerede", "exists already"),
                    Text("Velg en mappe som ikke finnes.", "Choose a folder that does not exist."),
                )
            ]
        )
    done.written = folder.exists
    folder.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(prefix=".samvirke-", dir=folder.parent))
    try:
        copied = beside / "study"
        shutil.copytree(known[source], copied, ignore=shutil.ignore_patterns("__pycache__", "expected"))
        copied.rename(folder)
    except shutil.Error as error:
        raise _first_reason(error, copied, folder) from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    name = shown(folder, 200)
    console = Console(highlight=False, soft_wrap=True, markup=False)
    console.print(
        chosen.say(
            f"Laget {name}. Begynn med study.yaml, og se etter feil med `samvirke check {name}`.",
            f"Made {name}. Begin with study.yaml, and look for faults with `samvirke check {name}`.",
        )
    )


def _first_reason(error: shutil.Error, copied: Path, folder: Path) -> OSError:
    """Of all the files that could not be copied, the first, by the name it would have had."""
    _, place, why = error.args[0][0]
    number = re.match(r"\[Errno ([0-9]+)\] ([^:]*)", why)
    name = Path(place)
    meant = folder / name.relative_to(copied) if name.is_relative_to(copied) else folder
    return OSError(int(number[1]) if number else errno.EIO, number[2] if number else why, str(meant))
