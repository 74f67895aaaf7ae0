"""What the user has chosen for a whole command: the language it speaks."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from samvirke.language import Language, Text


class LanguageChoice(StrEnum):
    """The languages a command can speak."""

    NB = "nb"
    EN = "en"


class FormChoice(StrEnum):
    """The forms in which findings can be told."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"


@dataclass
class Choices:
    """Set once, when a command begins."""

    language: Language = "nb"

    def say(self, nb: str, en: str) -> str:
        """A sentence in the chosen language."""
        return Text(nb, en)[self.language]


chosen = Choices()


def _speak(language: LanguageChoice) -> LanguageChoice:
    chosen.language = "nb" if language is LanguageChoice.NB else "en"
    return language


LanguageOption = Annotated[
    LanguageChoice,
    typer.Option("--language", "-l", callback=_speak, is_eager=True, help="Bokmål or English."),
]
StudyArgument = Annotated[
    str, typer.Argument(help="A study folder, or the name of a built-in study.", show_default=True)
]


def folder_named(given: str | Path) -> Path:
    """The folder that an argument names. Raises StudyError for no name, which would mean this folder."""
    from samvirke.errors import Place, Problem, StudyError

    if str(given):
        return Path(given)
    text = Text("navnet på mappen er tomt", "the name of the folder is empty")
    remedy = Text("Oppgi en mappe; `.` er den du står i.", "Name a folder; `.` is the one that you are in.")
    raise StudyError([Problem(Place("''"), text, remedy)])


def study_folder(study: str) -> Path:
    """The folder of a study: a folder of that name, or the built-in study."""
    from samvirke.cases import built_in
    from samvirke.errors import Place, Problem, StudyError
    from samvirke.study.shown import shown
    from samvirke.study.suggestion import did_you_mean

    path, known = Path(study), built_in()
    if study and path.is_dir():
        return path
    if study in known:
        return known[study]
    otherwise = Text(
        "Oppgi mappen som study.yaml ligger i. `samvirke list` viser de innebygde studiene.",
        "Give the folder that holds study.yaml. `samvirke list` shows the built-in studies.",
    )
    text = Text(
        "dette er verken en mappe eller en innebygd studie", "this is neither a folder nor a built-in study"
    )
    raise StudyError([Problem(Place(shown(study, 200) or "''"), text, did_you_mean(study, known, otherwise))])
