"""`samvirke excel`: a study out to a workbook, and a filled-in workbook back into the study."""

from __future__ import annotations

import importlib.util
import sys
import textwrap
from collections.abc import Iterable
from pathlib import Path

import typer

from samvirke.cli.choices import chosen, study_folder
from samvirke.cli.destination import refuse_file
from samvirke.cli.failure import MOST_PROBLEMS, UNUSABLE, done, tell
from samvirke.cli.mending import refuse_built_in
from samvirke.cli.working import working
from samvirke.errors import Place, Problem, StudyError
from samvirke.language import Text
from samvirke.report.output import write_all
from samvirke.report.words.differences import by_file
from samvirke.study.reading import read_study
from samvirke.study.shown import shown

ENCODING, WIDTH, ENDING = "utf-8", 80, ".xlsx"


def export_study(study: str, file: Path) -> None:
    """Write a study as a workbook; a file that stood there is replaced when the new one is complete."""
    _refuse_without("xlsxwriter")
    folder = study_folder(study)
    _refuse_name(file)
    refuse_file(file, folder)
    from samvirke.workbook.export import workbook

    with working(chosen.say("Skriver arbeidsboken …", "Writing the workbook …")):
        content = workbook(read_study(folder), chosen.language)
        write_all(file.parent, {file.name: content}, done.in_place)
    name = shown(file, 200)
    sys.stdout.write(
        chosen.say(
            f"Skrev {name}. Les den inn igjen med `samvirke excel import {name} {study}`.\n",
            f"Wrote {name}. Read it back with `samvirke excel import {name} {study}`.\n",
        )
    )


def import_study(file: Path, study: str, *, written: bool) -> None:
    """Show what a workbook makes different in a study, and write it when that is asked for."""
    _refuse_without("openpyxl")
    folder = Path(study)
    if folder.exists() or not _is_new(study):
        folder = study_folder(study)
        if written:
            refuse_built_in(study)
    from samvirke.workbook.importing import read_in

    with working(chosen.say("Leser arbeidsboken …", "Reading the workbook …")):
        try:
            found = read_in(file, folder)
        except StudyError as error:
            _tell_problems(error)
            raise typer.Exit(UNUSABLE) from None
    for notice in found.notices:
        tell(textwrap.fill(notice[chosen.language], WIDTH))
    sys.stdout.write(_differences(by_file(found.differences)))
    nothing = not found.texts and not found.gone
    if written and not nothing:
        contents = {name: text.encode(ENCODING) for name, text in found.texts.items()}
        write_all(folder, contents, done.in_place, gone=found.gone)
    sys.stdout.write(_outcome(len(found.texts) + len(found.gone), written=written))


def _is_new(study: str) -> bool:
    """Whether a name is that of a folder to be made, rather than of a built-in study or of one misspelt."""
    from samvirke.cases import built_in

    return bool(study) and study not in built_in()


def _tell_problems(error: StudyError) -> None:
    """The first problems by their cells, how many there are, and that nothing has changed."""
    from samvirke.workbook.problems import ManyProblemsError

    for problem in error.problems[:MOST_PROBLEMS]:
        tell(problem.told(chosen.language))
    count = _counted(len(error.problems), stopped=isinstance(error, ManyProblemsError))
    tell(f"{count} {chosen.say('Ingenting er endret.', 'Nothing was changed.')}")


def _counted(count: int, *, stopped: bool) -> str:
    """How many mistakes there are; `stopped`: there may be more, for they were not all looked for."""
    say, more = chosen.say, count - MOST_PROBLEMS
    if count == 1:
        return say("1 feil.", "1 mistake.")
    if more <= 0:
        return say(f"{count} feil.", f"{count} mistakes.")
    least = say("minst ", "at least ") if stopped else ""
    return say(
        f"{MOST_PROBLEMS} feil, og {least}{more} til.", f"{MOST_PROBLEMS} mistakes, and {least}{more} more."
    )


def _differences(told: dict[str, tuple[Text, ...]]) -> str:
    lines: list[str] = []
    for name, differences in told.items():
        lines.append(name)
        lines += _points(one[chosen.language] for one in differences)
        lines.append("")
    return "".join(f"{line}\n" for line in lines)


def _points(sentences: Iterable[str]) -> list[str]:
    return [
        textwrap.fill(one, WIDTH, initial_indent="- ", subsequent_indent="  ", break_long_words=False)
        for one in sentences
    ]


def _outcome(count: int, *, written: bool) -> str:
    say = chosen.say
    if not count:
        return say("Arbeidsboken sier det samme som studien.\n", "The workbook says the same as the study.\n")
    if written:
        files = (
            say("1 fil er endret.", "1 file was changed.")
            if count == 1
            else say(f"{count} filer er endret.", f"{count} files were changed.")
        )
        return f"{files}\n"
    return say(
        "Ingenting er skrevet. Legg til `--write` for å skrive det.\n",
        "Nothing was written. Add `--write` to write it.\n",
    )


def _refuse_name(file: Path) -> None:
    if file.suffix.lower() != ENDING:
        text = Text("en arbeidsbok heter noe på .xlsx", "the name of a workbook ends in .xlsx")
        remedy = Text("Oppgi for eksempel `study.xlsx`.", "Name for instance `study.xlsx`.")
        raise StudyError([Problem(Place(shown(file, 200) or "''"), text, remedy)])


def _refuse_without(library: str) -> None:
    """Raise StudyError where what workbooks are written and read with is not installed."""
    if importlib.util.find_spec(library) is None:
        text = Text(f"{library} er ikke installert", f"{library} is not installed")
        remedy = Text("Installer `samvirke[documents]`.", "Install `samvirke[documents]`.")
        raise StudyError([Problem(Place("excel"), text, remedy)])
