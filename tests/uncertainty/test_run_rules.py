"""Every finding of a run has a page, as every rule of the linter has."""

import re
from pathlib import Path

import pytest

from samvirke import uncertainty
from samvirke.checks.finding import ORDER
from samvirke.checks.registry import all_rules
from samvirke.checks.rules.evd199_excuse_that_excuses_nothing import FROM_RUNS
from samvirke.errors import Place
from samvirke.language import LANGUAGES, Text
from samvirke.uncertainty.run_rule import RunRule
from samvirke.uncertainty.run_rules import RUN_RULES, run_rule

SOURCE = Path(uncertainty.__path__[0])


def test_every_finding_that_a_run_can_make_has_a_page() -> None:
    made = {
        code
        for path in SOURCE.glob("*.py")
        if not path.name.startswith("run_rules")
        for code in re.findall(r'"([A-Z]{3}[0-9]{3})"', path.read_text(encoding="utf-8"))
    }
    assert made == set(RUN_RULES), "Write the page in uncertainty/run_rules.py."


@pytest.mark.parametrize("one", RUN_RULES.values(), ids=lambda one: str(one.code))
def test_a_page_has_every_field_in_both_languages(one: RunRule) -> None:
    for text in (one.summary, one.why, one.remedy, one.source):
        for language in LANGUAGES:
            assert not text.lacks(language)
            assert text[language].strip().endswith(".")
    assert one.example.strip()
    assert one.severity in ORDER


def test_codes_and_names_are_those_of_runs_and_of_nothing_else() -> None:
    codes, names = set(RUN_RULES), {one.name for one in RUN_RULES.values()}
    assert all(int(code[3:]) > FROM_RUNS for code in codes)
    assert codes.isdisjoint({one.code for one in all_rules()})
    assert names.isdisjoint({one.name for one in all_rules()})
    assert len(names) == len(codes)


def test_a_rule_is_found_by_code_or_name() -> None:
    assert run_rule("mny902") is run_rule("need-that-nothing-pays-for") is RUN_RULES["MNY902"]
    assert run_rule("MNY102") is None


def test_a_finding_has_the_rules_severity_and_remedy_unless_it_has_its_own() -> None:
    rule, place, text = RUN_RULES["MNY901"], Place("alternatives/moved.yaml"), Text("noe", "something")
    plain = rule.finding(place, text, "moved pay")
    assert (plain.code, plain.severity, plain.remedy) == ("MNY901", "must", rule.remedy)
    milder = rule.finding(place, text, "moved pay", severity="note", remedy=text)
    assert (milder.severity, milder.remedy, milder.excused_by) == ("note", text, f"{place.file} moved pay")
