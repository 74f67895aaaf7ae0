"""A study folder through the whole engine: read, planned, checked, run, reported, explained, compared."""

import csv
import io
import json
import random
from collections.abc import Iterable
from pathlib import Path

from tests.fuzz.material import SCRIPT

from samvirke.alternatives.plans import plans_of
from samvirke.checks.finding import Finding
from samvirke.checks.mend import mended
from samvirke.checks.registry import Checked, check
from samvirke.errors import Problem, StudyError
from samvirke.language import LANGUAGES, Text
from samvirke.report.compare.two_alternatives import two_alternatives
from samvirke.report.compare.two_studies import two_studies
from samvirke.report.explain.explanation import explanation
from samvirke.report.output import rendered, write_all
from samvirke.report.report import report
from samvirke.report.writing.data import figures_csv, results_json
from samvirke.report.writing.findings import findings_json
from samvirke.report.writing.html import html
from samvirke.report.writing.sarif import sarif
from samvirke.study.reading import read_study
from samvirke.study.study import Study
from samvirke.uncertainty.results import Results, run

READING, PLANNING, RUNNING, WHOLE = (
    "refused when read",
    "refused when planned",
    "refused when run",
    "reported",
)
LONGEST = 1500  # characters of a message that somebody is to read
ALL_FORMATS, ONE_PAGE = 0.05, 0.25  # how often the report is made in every format, and else as one page
EXPLAINED = 6  # figures of a run, chosen by chance
BREAKS = "\n\u00a0"  # of lines, and of none
STEERS = "\x1b\x00\u202e\u2066"  # characters that nothing put out may have


class WrongError(AssertionError):
    """Something came out that must not."""


def put_through(
    folder: Path, output: Path, good: Study, chance: random.Random, formats: float = ALL_FORMATS
) -> str:
    """How far a folder comes; raises what goes wrong otherwise than in words. Writes in `output` alone."""
    stage = READING
    try:
        study = read_study(folder)
        stage = PLANNING
        plans_of(study)
        _check(folder, study)
        stage = RUNNING
        results = run(study, chance.choice((2, 3, 8)), chance.randrange(3))
    except StudyError as error:
        _in_words(error.problems)
        return stage
    _found(results.findings)
    _put_out(results, output, chance, formats)
    _explain(results, chance)
    if len(study.alternatives) > 1:
        two_alternatives(results, *chance.sample(list(study.alternatives), 2), figures=True)
    two_studies(good, study)
    return WHOLE


def _in_words(problems: tuple[Problem, ...]) -> None:
    """A refusal is a list of problems, each with a place, what is wrong and what to do, in both languages."""
    _hold(bool(problems), "refused without a word")
    for problem in problems:
        _hold(bool(problem.place.file), "a problem without a place")
        _both(problem.text, problem.remedy)
        for told in (problem.told("nb"), problem.told("en")):
            _hold(told.count("\n") == 1 and len(told) < LONGEST, f"not two lines: {told[:200]!r}")
            _plain(told)


def _found(findings: Iterable[Finding]) -> None:
    for finding in findings:
        _hold(bool(finding.place.file), "a finding without a place")
        _both(finding.text, finding.remedy)
        for language in LANGUAGES:
            _plain(finding.told(language))


def _both(*texts: Text) -> None:
    for text in texts:
        _hold(bool(text.nb.strip()) and bool((text.en or "").strip()), f"not in both languages: {text}")


def _plain(told: str) -> None:
    _hold(
        all(letter.isprintable() or letter in BREAKS for letter in told), f"steers a terminal: {told[:200]!r}"
    )
    told.encode("utf-8")


def _hold(true: bool, otherwise: str) -> None:
    if not true:
        raise WrongError(otherwise)


def _check(folder: Path, study: Study) -> None:
    checked: Checked = check(study)
    _found((*checked.findings, *checked.excused))
    json.loads(findings_json(checked))
    json.loads(sarif(checked, "en"))
    mends = [one.mend for one in checked.findings if one.mend is not None]
    texts = {mend.file: (folder / mend.file).read_bytes().decode() for mend in mends}
    mended(texts, mends)


def _put_out(results: Results, output: Path, chance: random.Random, formats: float) -> None:
    """The files: whole, no numbers that are none, nothing in them that a browser or a sheet would run.

    The report as data is always made. Turning it into a page takes more time than all the rest and goes by
    one template for every study, so that it is done for some; in all formats, for a share of `formats`.
    """
    files = rendered(results) if chance.random() < formats else _with_one_page(results, chance)
    json.loads(files["results.json"], parse_constant=_no_number)
    rows = list(csv.reader(io.StringIO(files["figures.csv"].decode())))
    _hold(len({len(row) for row in rows}) == 1, "rows of unlike lengths")
    _hold(not any(cell[:1] in ("=", "+", "@", "\t") for row in rows for cell in row), "a formula for a sheet")
    for page in (content.decode() for name, content in files.items() if name.endswith(".html")):
        _hold(page.rstrip().endswith("</html>"), "half a page")
        _hold(SCRIPT not in page, "a page with a script of the study's own")
        _hold(not any(letter in page for letter in STEERS), "a page with characters that hide text")
    write_all(output, files)


def _with_one_page(results: Results, chance: random.Random) -> dict[str, bytes]:
    """The same with one of the pages or none."""
    document, language = report(results), chance.choice(LANGUAGES)
    files = {"results.json": results_json(results), "figures.csv": figures_csv(results)}
    if chance.random() < ONE_PAGE:
        files[f"report.{language}.html"] = html(document, language).encode()
    return files


def _no_number(name: str) -> float:
    raise WrongError(f"{name} in results.json")


def _explain(results: Results, chance: random.Random) -> None:
    figures = list(results.figures.values())
    for figure in chance.sample(figures, min(EXPLAINED, len(figures))):
        explanation(results, figure)
