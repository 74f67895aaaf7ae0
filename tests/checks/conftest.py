"""The tiny study, and how the tests alter it and ask one rule about it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from samvirke.checks.finding import Finding
from samvirke.checks.registry import rule
from samvirke.study.reading import read_study
from samvirke.study.study import Study

TINY = Path(__file__).parent.parent / "studies" / "tiny"


@pytest.fixture(scope="session")
def study() -> Study:
    return read_study(TINY)


@pytest.fixture
def alter() -> Callable[..., Study]:
    """The study with fields of one record replaced: `alter(study, "tasks", "aid", note=None)`."""

    def altered(study: Study, file: str, key: str, **update: object) -> Study:
        records = dict(getattr(study, file))
        records[key] = records[key].model_copy(update=update)
        return study.with_(**{file: records})

    return altered


@pytest.fixture
def ask() -> Callable[[str, Study], list[Finding]]:
    """What one rule finds in a study."""

    def findings(code: str, study: Study) -> list[Finding]:
        asked = rule(code)
        assert asked is not None
        return list(asked.find(study))

    return findings


@pytest.fixture
def subjects(ask: Callable[[str, Study], list[Finding]]) -> Callable[[str, Study], list[str]]:
    """What the findings of one rule are about."""
    return lambda code, study: [finding.subject for finding in ask(code, study)]
