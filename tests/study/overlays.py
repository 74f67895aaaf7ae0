"""The wrong studies of tests/bad_studies: each lies over the good one in tests/studies/tiny."""

import shutil
from pathlib import Path

from samvirke.alternatives.plan import plan
from samvirke.errors import Problem, StudyError
from samvirke.study.reading import read_study

TESTS = Path(__file__).resolve().parents[1]
TINY = TESTS / "studies" / "tiny"
BAD_STUDIES = TESTS / "bad_studies"
EXPECTED = "expected.txt"


def names() -> list[str]:
    return sorted(folder.name for folder in BAD_STUDIES.iterdir() if folder.is_dir())


def laid_over(name: str, target: Path) -> Path:
    """The tiny study with the files of one wrong study over it."""
    shutil.copytree(TINY, target)
    shutil.copytree(BAD_STUDIES / name, target, dirs_exist_ok=True, ignore=lambda _folder, _names: {EXPECTED})
    return target


def problems_of(folder: Path) -> tuple[Problem, ...]:
    """What reading a study, and then planning every alternative of it, complains of."""
    try:
        study = read_study(folder)
    except StudyError as error:
        return error.problems
    found: list[Problem] = []
    for alternative in study.alternatives.values():
        try:
            plan(study, alternative, study.zero)
        except StudyError as error:
            found.extend(problem for problem in error.problems if problem not in found)
    return tuple(found)


def told(problems: tuple[Problem, ...]) -> str:
    """All problems in English, then in bokmål."""
    english, norwegian = ("\n".join(p.told(language) for p in problems) for language in ("en", "nb"))
    return f"{english}\n---\n{norwegian}\n"
