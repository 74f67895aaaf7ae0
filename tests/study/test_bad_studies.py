"""One mistake, one wrong study, one message. `SAMVIRKE_WRITE_EXPECTED=1` writes the messages anew."""

import os
from pathlib import Path

import pytest
from tests.study.overlays import BAD_STUDIES, EXPECTED, TINY, laid_over, names, problems_of, told


def test_the_good_study_has_no_problems() -> None:
    assert problems_of(TINY) == ()


@pytest.mark.parametrize("name", names())
def test_a_mistake_is_told_with_place_problem_and_remedy(name: str, tmp_path: Path) -> None:
    message = told(problems_of(laid_over(name, tmp_path / "study")))
    expected = BAD_STUDIES / name / EXPECTED
    if os.environ.get("SAMVIRKE_WRITE_EXPECTED") == "1":
        expected.write_text(message, encoding="utf-8")
    assert message == expected.read_text(encoding="utf-8")
    assert message.strip() != "---"
