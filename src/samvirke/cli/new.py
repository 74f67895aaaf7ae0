"""`samvirke new`: a study folder to begin from."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from rich.console import Console

from samvirke.cases import built_in
from samvirke.cli.choices import chosen
from samvirke.errors import Place, Problem, StudyError
from samvirke.language import Text
from samvirke.study.suggestion import did_you_mean


def new_study(folder: Path, source: str) -> None:
    """Copy a built-in study into a new folder, whole or not at all. Raises StudyError when that cannot be."""
    known = built_in()
    if source not in known:
        otherwise = Text("`samvirke list` viser dem.", "`samvirke list` shows them.")
        text = Text("det finnes ingen slik innebygd studie", "there is no such built-in study")
        raise StudyError([Problem(Place(source[:80]), text, did_you_mean(source, known, otherwise))])
    if folder.exists():
        raise StudyError(
            [
                Problem(
                    Place(str(folder)),
                    Text("finnes allerede", "exists already"),
                    Text("Velg en mappe som ikke finnes.", "Choose a folder that does not exist."),
                )
            ]
        )
    folder.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(prefix=".samvirke-", dir=folder.parent))
    try:
        copied = beside / "study"
        shutil.copytree(known[source], copied, ignore=shutil.ignore_patterns("__pycache__", "expected"))
        copied.rename(folder)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    console = Console(highlight=False, soft_wrap=True, markup=False)
    console.print(
        chosen.say(
            f"Laget {folder}. Begynn med study.yaml, og se etter feil med `samvirke check {folder}`.",
            f"Made {folder}. Begin with study.yaml, and look for faults with `samvirke check {folder}`.",
        )
    )
