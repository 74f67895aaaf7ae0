"""Every rule is tried on the example of its page: the fault is found there, and not where there is none.

`tests/checks/examples.py` says how an example is written.
"""

from pathlib import Path

import pytest
from tests.checks.examples import FAULTLESS, found, laid_over

from samvirke.checks.finding import ORDER
from samvirke.checks.registry import all_rules, check
from samvirke.checks.rule import Rule
from samvirke.study.reading import read_study
from samvirke.uncertainty.results import run
from samvirke.uncertainty.run_rule import RunRule
from samvirke.uncertainty.run_rules import RUN_RULES

RULES: tuple[Rule | RunRule, ...] = (*all_rules(), *RUN_RULES.values())


def test_no_rule_and_no_run_finds_anything_in_the_faultless_study() -> None:
    study = read_study(FAULTLESS)
    assert study.excuses == ()
    assert [one.told("en") for one in check(study, run(study).findings).findings] == []


@pytest.mark.parametrize("one", RULES, ids=lambda one: str(one.code))
def test_the_example_of_a_page_has_the_fault_that_the_page_is_about(
    one: Rule | RunRule, tmp_path: Path
) -> None:
    findings = found(laid_over(one.example, tmp_path), one.code)
    assert findings, "the example, laid over the faultless study, brings in no such fault"
    assert min((each.severity for each in findings), key=ORDER.index) == one.severity


@pytest.mark.parametrize("one", [one for one in RULES if one.good], ids=lambda one: str(one.code))
def test_the_good_example_of_a_page_does_not_have_it(one: Rule | RunRule, tmp_path: Path) -> None:
    findings = found(laid_over(one.good, tmp_path), one.code)
    assert [each.told("en") for each in findings] == []
