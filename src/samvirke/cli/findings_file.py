"""Where `samvirke check -o` may write: anywhere but in place of what a study says."""

from __future__ import annotations

from pathlib import Path

from samvirke.errors import Place, Problem, StudyError
from samvirke.language import Text
from samvirke.study.files import FOLDERS
from samvirke.study.shown import shown

OPTION = "-o"


def refuse_file(file: Path, study: Path) -> None:
    """Raise StudyError for a file that cannot be written or that would be part of a study."""
    named = shown(file, 200)
    if not file.name or file.is_dir():
        text = Text(f"`{named}` er ikke et filnavn", f"`{named}` is not the name of a file")
        remedy = Text("Oppgi en fil, som `findings.json`.", "Name a file, such as `findings.json`.")
        raise StudyError([Problem(Place(OPTION), text, remedy)])
    target = file.resolve()
    above = [study.resolve(), *(folder for folder in target.parents if (folder / "study.yaml").exists())]
    if any(target.is_relative_to(folder / name) for folder in above for name in FOLDERS) or (
        target.parent in above and target.suffix.lower() in (".yaml", ".yml")
    ):
        text = Text(f"`{named}` ville blitt en del av en studie", f"`{named}` would become part of a study")
        remedy = Text("Velg en fil utenfor studien.", "Choose a file outside the study.")
        raise StudyError([Problem(Place(OPTION), text, remedy)])
