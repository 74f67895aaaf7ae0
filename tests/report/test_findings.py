"""Findings for programs: JSON with both languages, and SARIF that follows the published schema."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator

from samvirke.cases import built_in
from samvirke.checks.registry import Checked, all_rules, check
from samvirke.language import LANGUAGES, Text
from samvirke.report.writing.findings import findings_json
from samvirke.report.writing.sarif import sarif
from samvirke.study.involvement import Excuse
from samvirke.study.reading import read_study

TESTS = Path(__file__).resolve().parents[1]
SCHEMA = json.loads((TESTS / "vendor" / "sarif-2.1.0.schema.json").read_text(encoding="utf-8"))
RULES_PAGE = TESTS.parent / "docs" / "reference" / "rules.md"
REASON = Text("Den som vet det, er spurt.")
REVIEW = date(2099, 1, 1)


@pytest.fixture(scope="module")
def checked() -> Checked:
    """The tiny study with one finding of each severity excused."""
    study = read_study(TESTS / "studies" / "tiny")
    found = {finding.severity: finding for finding in check(study.with_(excuses=())).findings}
    excuses = tuple(
        Excuse(code=one.code, place=one.excused_by, reason=REASON, review=REVIEW) for one in found.values()
    )
    checked = check(study.with_(excuses=excuses))
    assert len(checked.excused) == 3
    return checked


def log(checked: Checked, folder: str = "") -> Any:
    return json.loads(sarif(checked, "en", folder))


def results(checked: Checked, folder: str = "") -> list[Any]:
    (run,) = log(checked, folder)["runs"]
    return list(run["results"])


# ---------------------------------------------------------------- JSON


def test_json_has_every_finding_with_what_it_says_in_both_languages(checked: Checked) -> None:
    found = json.loads(findings_json(checked))
    whole = (*checked.findings, *checked.excused)
    assert [(one["code"], one["file"], one["line"], one["subject"]) for one in found] == [
        (f.code, f.place.file, f.place.line, f.subject) for f in whole
    ]
    for one, finding in zip(found, whole, strict=True):
        assert list(one) == [
            "code", "name", "severity", "file", "line", "field", "subject", "text", "remedy", "excused",
        ]  # fmt: skip
        assert one["text"] == {"nb": finding.text.nb, "en": finding.text["en"]}
        assert one["remedy"] == {"nb": finding.remedy.nb, "en": finding.remedy["en"]}
        assert one["name"]


def test_json_says_why_a_finding_is_excused_and_until_when(checked: Checked) -> None:
    found = json.loads(findings_json(checked))
    assert [one["excused"] for one in found[len(checked.findings) :]] == [
        {"reason": {"nb": REASON.nb, "en": None}, "review": "2099-01-01"}
    ] * 3
    assert {one["excused"] for one in found[: len(checked.findings)]} == {None}


def test_json_of_nothing_is_an_empty_list() -> None:
    assert json.loads(findings_json(Checked((), ()))) == []


# ---------------------------------------------------------------- SARIF


def test_sarif_follows_the_published_schema(checked: Checked) -> None:
    studies = [check(read_study(folder)) for folder in built_in().values()]
    for one in (checked, Checked((), ()), *studies):
        for language in LANGUAGES:
            written = json.loads(sarif(one, language, "a folder/study"))
            assert [error.message for error in Draft4Validator(SCHEMA).iter_errors(written)] == []


@pytest.mark.parametrize("wrong", ["level", "message", "locations"])
def test_the_schema_would_tell_of_a_mistake(checked: Checked, wrong: str) -> None:
    written = log(checked)
    written["runs"][0]["results"][0][wrong] = "must"
    assert not Draft4Validator(SCHEMA).is_valid(written)


def test_every_finding_is_a_result_at_its_line_and_with_its_gravity(checked: Checked) -> None:
    level = {"must": "error", "should": "warning", "note": "note"}
    told = [
        (one["ruleId"], one["level"], one["locations"][0]["physicalLocation"]["region"]["startLine"])
        for one in results(checked)
    ]
    whole = (*checked.findings, *checked.excused)
    assert told == [(f.code, level[f.severity], f.place.line or 1) for f in whole]
    assert {one[1] for one in told} == set(level.values())


def test_files_are_named_from_where_the_code_host_looks(checked: Checked) -> None:
    uris = [one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for one in results(checked)]
    assert uris == [f.place.file for f in (*checked.findings, *checked.excused)]
    under = [
        one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        for one in results(checked, "a folder/ø")
    ]
    assert under == [f"a%20folder/%C3%B8/{uri}" for uri in uris]


def test_what_is_found_of_a_whole_folder_is_shown_in_a_file() -> None:
    study = read_study(TESTS / "studies" / "tiny").with_(alternatives={})
    about = check(study)
    assert "alternatives/" in {f.place.file for f in about.findings}
    for one in results(about):
        assert not one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].endswith("/")


def test_excused_findings_are_suppressed_with_the_reason(checked: Checked) -> None:
    suppressed = [one["suppressions"] for one in results(checked) if "suppressions" in one]
    assert [[one["justification"] for one in each] for each in suppressed] == [[REASON.nb]] * 3
    assert {one["status"] for each in suppressed for one in each} == {"accepted"}


def test_every_rule_has_help_and_names_a_page_that_is_there(checked: Checked) -> None:
    (run,) = log(checked)["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [one["id"] for one in rules] == [one.code for one in all_rules()]
    headings = {
        line[3:].lower().replace(" ", "-")
        for line in RULES_PAGE.read_text(encoding="utf-8").splitlines()
        if line.startswith("## ")
    }
    for one, rule in zip(rules, all_rules(), strict=True):
        assert rule.remedy["en"] in one["help"]["text"]
        page, _, anchor = one["properties"]["page"].partition("#")
        assert page == RULES_PAGE.relative_to(TESTS.parent).as_posix()
        assert anchor in headings
        assert "helpUri" not in one  # it must be a whole address, and there is none


def test_a_finding_is_known_again_when_its_line_moves_but_not_from_its_like(checked: Checked) -> None:
    marks = [tuple(one["partialFingerprints"].values()) for one in results(checked)]
    assert len(set(marks)) == len(marks)
    study = read_study(TESTS / "studies" / "tiny")
    without_lines = check(study.with_(documents={}, excuses=()))
    with_lines = check(study.with_(excuses=()))
    assert {f.place.line for f in without_lines.findings} == {None}
    assert {tuple(one["partialFingerprints"].values()) for one in results(without_lines)} == {
        tuple(one["partialFingerprints"].values()) for one in results(with_lines)
    }
