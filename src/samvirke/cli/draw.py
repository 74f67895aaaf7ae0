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
from samvirke.report.document import Picture
from samvirke.report.output import write_all
from samvirke.report.pictures.gallery import gallery
from samvirke.report.writing.drawing import png, svg
from samvirke.study.reading import read_study
from samvirke.study.shown import shown
from samvirke.study.suggestion import did_you_mean

ENDINGS = (".svg", ".png")


def draw_picture(name: str, study: str, output: Path | None, draws: int, seed: int) -> None:
    """Draw one picture into a file, or list them all when no name is given."""
    folder = study_folder(study)
    place = output or Path(f"{name}.svg")
    if name:
        _refuse_ending(place)
        refuse_file(place, folder)
    with working(chosen.say("Leser studien …", "Reading the study …")) as status:
        pictures = gallery(told_run(read_study(folder), draws, seed, status))
    if not name:
        lines = (f"{key}  {one.caption[chosen.language]}" for key, one in pictures.items())
        sys.stdout.write("\n".join([*lines, ""]))
        return
    if name not in pictures:
        raise StudyError([_unknown(name, pictures)])
    picture, language = pictures[name], chosen.language
    content = png(picture, language) if place.suffix == ".png" else svg(picture, language).encode()
    write_all(place.parent, {place.name: content}, done.in_place)
    sys.stdout.write(chosen.say(f"Skrev {shown(place, 200)}\n", f"Wrote {shown(place, 200)}\n"))


def _refuse_ending(place: Path) -> None:
    if place.suffix not in ENDINGS:
        text = Text("et bilde skrives som .svg eller .png", "a picture is written as .svg or .png")
        remedy = Text("La filnavnet ende slik.", "Let the file's name end so.")
        raise StudyError([Problem(Place(shown(place, 200)), text, remedy)])


def _unknown(name: str, pictures: dict[str, Picture]) -> Problem:
    otherwise = Text(f"Det finnes: {', '.join(pictures)}.", f"There are: {', '.join(pictures)}.")
    text = Text("studien har ikke et slikt bilde", "the study has no such picture")
    return Problem(Place(shown(name, 80)), text, did_you_mean(name, list(pictures), otherwise))
