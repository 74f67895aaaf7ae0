"""Every rule is documented and found by itself."""

import importlib
import pkgutil
from pathlib import Path

import pytest

from samvirke.checks import rules
from samvirke.checks.finding import ORDER
from samvirke.checks.registry import all_rules, check, rule
from samvirke.checks.rule import Rule
from samvirke.language import LANGUAGES
from samvirke.study.reading import read_study
from samvirke.study.study import Study

MODULES = [module.name for module in pkgutil.iter_modules(rules.__path__)]
CASE = Path(importlib.import_module("samvirke").__path__[0]) / "cases" / "trafficking"


def test_every_module_holds_one_rule_with_a_code_of_its_own() -> None:
    assert len(all_rules()) == len(MODULES)


@pytest.mark.parametrize("one", all_rules(), ids=lambda one: str(one.code))
def test_a_file_is_named_by_its_code_and_its_fault(one: Rule) -> None:
    module = type(one).__module__.rsplit(".", 1)[1]
    code, _, fault = module.partition("_")
    assert (code.upper(), fault.replace("_", "-")) == (one.code, one.name)
    assert rule(one.name) is rule(one.code.lower()) is one


@pytest.mark.parametrize("one", all_rules(), ids=lambda one: str(one.code))
def test_a_page_has_every_field_in_both_languages(one: Rule) -> None:
    for page_text in (one.summary, one.why, one.remedy, one.source):
        for language in LANGUAGES:
            assert not page_text.lacks(language)
            assert page_text[language].strip().endswith((".", "?"))
    assert one.summary.nb != one.summary.en
    assert one.example.strip()
    assert one.severity in ORDER
    assert type(one).__doc__


def test_every_finding_tells_its_place_and_remedy_in_both_languages() -> None:
    for finding in check(read_study(CASE)).findings:
        for language in LANGUAGES:
            assert not finding.text.lacks(language)
            assert finding.told(language).startswith(f"{finding.code} {finding.place}: ")
        assert finding.text.nb != finding.text.en


def test_the_built_in_study_has_nothing_that_must_be_mended() -> None:
    assert [f.told("en") for f in check(read_study(CASE)).findings if f.severity == "must"] == []


def test_the_gravest_findings_come_first(study: Study) -> None:
    found = check(study).findings
    assert [ORDER.index(f.severity) for f in found] == sorted(ORDER.index(f.severity) for f in found)
