"""One run of the built-in study, and its four files, for all tests of the report."""

from collections.abc import Mapping

import pytest
from tests.markup import Element, parsed

from samvirke.cases import DEFAULT, built_in
from samvirke.report.formats import asked_for
from samvirke.report.output import rendered
from samvirke.study.reading import read_study
from samvirke.study.study import Study
from samvirke.uncertainty.results import Results, run

DRAWS = 1024


@pytest.fixture(scope="session")
def case() -> Study:
    return read_study(built_in()[DEFAULT])


@pytest.fixture(scope="session")
def results(case: Study) -> Results:
    return run(case, draws=DRAWS)


@pytest.fixture(scope="session")
def files(results: Results) -> Mapping[str, bytes]:
    return rendered(results, asked_for("html"))


@pytest.fixture(scope="session")
def pages(files: Mapping[str, bytes]) -> Mapping[str, Element]:
    """The pages as trees, by language."""
    return {language: parsed(files[f"report.{language}.html"].decode()) for language in ("nb", "en")}
