"""Where a command may write: anywhere but in place of what a study says."""

from __future__ import annotations

from pathlib import Path

from samvirke.errors import Place, Problem, StudyError
from samvirke.language import Text
from samvirke.study.files import is_part_of_a_study, studies_around
from samvirke.study.shown import shown

OPTION = "-o"


def refuse_folder(output: Path, study: Path) -> None:
    """Raise StudyError for a place that cannot take a run's files, before anything is worked out."""
    there = next((place for place in (output, *output.parents) if place.exists()), None)
    if there is not None and not there.is_dir():
        text = Text("dette er en fil, ikke en mappe", "this is a file, not a folder")
        remedy = Text("Velg en annen mappe med `-o`.", "Choose another folder with `-o`.")
        raise StudyError([Problem(Place(shown(there, 200)), text, remedy)])
    if is_part_of_a_study(output, study):
        text = Text(
            "mappen for det som skrives, er en studies egen mappe",
            "the folder for what is written is a study's own",
        )
        remedy = Text("Velg en annen mappe med `-o`, som `out`.", "Choose another with `-o`, such as `out`.")
        raise StudyError([Problem(Place(shown(output, 200)), text, remedy)])


def refuse_file(file: Path, study: Path) -> None:
    """Raise StudyError for a file that cannot be written or that would be part of a study."""
    named = shown(file, 200)
    if not file.name or file.is_dir():
        text = Text(f"`{named}` er ikke et filnavn", f"`{named}` is not the name of a file")
        remedy = Text("Oppgi en fil, som `findings.json`.", "Name a file, such as `findings.json`.")
        raise StudyError([Problem(Place(OPTION), text, remedy)])
    target = file.resolve()
    studies = {study.resolve(), *studies_around(target.parent)}
    beside = target.parent in studies and target.suffix.lower() in (".yaml", ".yml")
    if beside or is_part_of_a_study(file, study):
        text = Text(f"`{named}` ville blitt en del av en studie", f"`{named}` would become part of a study")
        remedy = Text("Velg en fil utenfor studien.", "Choose a file outside the study.")
        raise StudyError([Problem(Place(OPTION), text, remedy)])
