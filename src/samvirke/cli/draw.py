"""`samvirke draw`: one picture of a study as SVG or PNG."""

from __future__ import annotations

import sys
from pathlib import Path

from samvirke.cli.choices import chosen, study_folder
from samvirke.cli.destination import refuse_file
from samvirke.cli.failure import done
from samvirke.cli.working import told_run, working
from samvirke.errors import Place, Problem, StudyError
from samvirke.language import Text
from samvirke.report.output import write_all
from samvirke.report.pictures.gallery import drawings, gallery
from samvirke.report.writing.drawing import png, svg
from samvirke.study.reading import read_study
from samvirke.study.shown import shown
from samvirke.study.suggestion import did_you_mean
from samvirke.uncertainty.results import Results

ENDINGS = (".svg", ".png")


def draw_picture(name: str, study: str, output: Path | None, draws: int, seed: int) -> None:
    """Draw one picture into a file, or list them all when no name is given."""
    folder = study_folder(study)
    place = output or Path(f"{name}.svg")
    if name:
        _refuse_ending(place)
        refuse_file(place, folder)
    with working(chosen.say("Leser studien …", "Reading the study …")) as status:
        read = read_study(folder)
        names = drawings(read)
        if name and name not in names:
            raise StudyError([_unknown(name, tuple(names))])
        results = told_run(read, draws, seed, status)
    if not name:
        lines = (f"{key}  {one.caption[chosen.language]}" for key, one in gallery(results).items())
        sys.stdout.write("\n".join([*lines, ""]))
        return
    picture = names[name](results)
    if picture is None:
        raise StudyError([_nothing(name, results)])
    language = chosen.language
    content = png(picture, language) if place.suffix == ".png" else svg(picture, language).encode()
    write_all(place.parent, {place.name: content}, done.in_place)
    sys.stdout.write(chosen.say(f"Skrev {shown(place, 200)}\n", f"Wrote {shown(place, 200)}\n"))


def _refuse_ending(place: Path) -> None:
    if place.suffix not in ENDINGS:
        text = Text("et bilde skrives som .svg eller .png", "a picture is written as .svg or .png")
        remedy = Text("La filnavnet ende slik.", "Let the file's name end so.")
        raise StudyError([Problem(Place(shown(place, 200)), text, remedy)])


def _unknown(name: str, names: tuple[str, ...]) -> Problem:
    otherwise = Text(f"Det kan finnes: {', '.join(names)}.", f"There can be: {', '.join(names)}.")
    text = Text("studien har ikke et slikt bilde", "the study has no such picture")
    return Problem(Place(shown(name, 80)), text, did_you_mean(name, list(names), otherwise))


def _nothing(name: str, results: Results) -> Problem:
    there = ", ".join(gallery(results))
    text = Text("studien har ikke noe å vise i dette bildet", "the study has nothing to show in this picture")
    return Problem(Place(name), text, Text(f"Det finnes: {there}.", f"There are: {there}."))
