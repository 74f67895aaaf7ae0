"""`samvirke check`: an exit code for what must be mended, and every mistake at once."""

import json
from pathlib import Path

import pytest
import yaml
from tests.cli.conftest import RUN, Command

from samvirke.checks.registry import check
from samvirke.study.reading import read_study


def findings(output: str) -> list[str]:
    """The codes of the findings that are told, in order."""
    return [line[:6] for line in output.splitlines() if line[:3].isupper() and line[3:6].isdigit()]


def test_the_built_in_study_needs_no_mending(samvirke: Command) -> None:
    ran = samvirke("check", "-l", "en")
    assert ran.returncode == 0, ran.stderr
    assert "0 must be mended" in ran.stdout
    assert findings(ran.stdout)


def test_a_study_with_something_that_must_be_mended_is_an_exit_code(samvirke: Command, tiny: Path) -> None:
    ran = samvirke("check", tiny)
    assert ran.returncode == 1
    assert ran.stderr == ""
    assert findings(ran.stdout)


def test_every_finding_is_told_once_and_counted(samvirke: Command, tiny: Path) -> None:
    out = samvirke("check", tiny).stdout
    told, *_ = out.strip().splitlines()[-2].split()
    assert len(findings(out)) == int(told)


def test_a_copy_that_no_longer_says_who_administers_grants_must_be_mended(
    samvirke: Command, copied: Path
) -> None:
    assert samvirke("check", copied).returncode == 0
    path = copied / "alternatives" / "joint-unit-bufdir.yaml"
    fields = yaml.safe_load(path.read_text(encoding="utf-8"))
    del fields["grant_administrator"]
    path.write_text(yaml.safe_dump(fields, allow_unicode=True, sort_keys=False), encoding="utf-8")
    ran = samvirke("check", copied, "-l", "en")
    assert ran.returncode == 1
    assert "ALT102" in findings(ran.stdout)


def test_findings_that_are_excused_are_only_counted(samvirke: Command, tiny: Path) -> None:
    before = check(read_study(tiny))
    must = [finding for finding in before.findings if finding.severity == "must"]
    assert must
    path = tiny / "excuses.yaml"
    more = [
        {"code": f.code, "place": f.excused_by, "reason": "Slik var det.", "review": "2099-01-01"}
        for f in must
    ]
    had = yaml.safe_load(path.read_text(encoding="utf-8"))
    path.write_text(yaml.safe_dump([*had, *more], allow_unicode=True), encoding="utf-8")
    ran = samvirke("check", tiny, "-l", "en")
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "0 must be mended" in ran.stdout
    assert f"{len(must) + len(before.excused)} excused" in ran.stdout
    assert {f.code for f in must}.isdisjoint(findings(ran.stdout))


def test_a_folder_that_is_not_there_is_told_with_a_way_on(samvirke: Command) -> None:
    ran = samvirke("check", "nowhere", "-l", "en")
    assert ran.returncode == 2
    assert "nowhere" in ran.stderr
    assert "samvirke list" in ran.stderr
    assert ran.stdout == ""


def test_a_misspelt_study_is_told_what_it_may_be(samvirke: Command) -> None:
    ran = samvirke("run", "traficking", "-l", "en")
    assert ran.returncode == 2
    assert "Did you mean `trafficking`?" in ran.stderr


def test_every_mistake_of_a_broken_study_is_told_at_once(
    samvirke: Command, tiny: Path, tmp_path: Path
) -> None:
    for name, added in (("lines", "surplus: yes please\n"), ("tasks", "odd: {area: nothing}\n")):
        path = tiny / f"{name}.yaml"
        path.write_text(path.read_text(encoding="utf-8") + added, encoding="utf-8")
    before = set(tmp_path.iterdir())
    for name in ("check", "run"):
        ran = samvirke(name, tiny, "-l", "en", *(RUN if name == "run" else ()))
        assert ran.returncode == 2
        assert ran.stdout == ""
        assert "lines.yaml:" in ran.stderr
        assert "tasks.yaml:" in ran.stderr
        assert "cannot be used until this is mended" in ran.stderr
    assert set(tmp_path.iterdir()) == before


# ---------------------------------------------------------------- selection


def test_what_is_ignored_does_not_count_and_is_said_to_be_left_out(samvirke: Command, tiny: Path) -> None:
    must = {f.code for f in check(read_study(tiny)).findings if f.severity == "must"}
    ran = samvirke("check", tiny, "-l", "en", *(part for code in sorted(must) for part in ("--ignore", code)))
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert must.isdisjoint(findings(ran.stdout))
    whole = check(read_study(tiny))
    gone = sum(f.code in must for f in (*whole.findings, *whole.excused))
    assert f"; {gone} left out." in ran.stdout


def test_only_what_is_selected_is_told(samvirke: Command, tiny: Path) -> None:
    ran = samvirke("check", tiny, "--select", "alt", "--select", "EVD101")
    assert ran.returncode == 1
    assert {code[:3] for code in findings(ran.stdout)} == {"ALT", "EVD"}
    assert {code for code in findings(ran.stdout) if code.startswith("EVD")} == {"EVD101"}


def test_a_code_that_is_not_there_is_an_error_with_a_guess(samvirke: Command, tiny: Path) -> None:
    for option in ("--select", "--ignore"):
        ran = samvirke("check", tiny, option, "EDV101", "-l", "en")
        assert ran.returncode == 2
        assert ran.stdout == ""
        assert "Did you mean `evd101`?" in ran.stderr


# ---------------------------------------------------------------- for programs


def test_nothing_but_the_findings_is_on_standard_output(samvirke: Command, tiny: Path) -> None:
    leave_excuse(tiny)
    for form, of in (("json", list), ("sarif", dict)):
        ran = samvirke("check", tiny, "--format", form, "--diff", env={"PYTHONIOENCODING": "ascii"})
        assert ran.returncode == 1
        assert isinstance(json.loads(ran.stdout), of)
        assert "--- a/excuses.yaml" in ran.stderr


def test_sarif_names_files_from_the_folder_the_command_is_given_in(samvirke: Command, tiny: Path) -> None:
    ran = samvirke("check", tiny, "--format", "sarif", "--select", "MNY101")
    (result,) = json.loads(ran.stdout)["runs"][0]["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "tiny/lines.yaml"


def test_findings_can_be_written_to_a_file(samvirke: Command, tiny: Path, tmp_path: Path) -> None:
    for form in ("text", "json", "sarif"):
        shown = samvirke("check", tiny, "--format", form)
        ran = samvirke("check", tiny, "--format", form, "-o", f"new/findings.{form}")
        assert (ran.returncode, ran.stdout, ran.stderr) == (1, "", "")
        assert (tmp_path / "new" / f"findings.{form}").read_text(encoding="utf-8") == shown.stdout
    assert len(list((tmp_path / "new").iterdir())) == 3


@pytest.mark.parametrize(
    "name", ["tiny/study.yaml", "tiny/new.yaml", "tiny/texts/problem.nb.md", "tiny/alternatives", ""]
)
def test_findings_are_not_written_over_a_study(samvirke: Command, tiny: Path, name: str) -> None:
    before = contents(tiny)
    ran = samvirke("check", tiny, "-o", name)
    assert ran.returncode == 2
    assert ran.stdout == ""
    assert contents(tiny) == before


# ---------------------------------------------------------------- mends and days


LEFTOVER = """\
# Accepted for now.
- code: RSP101
  place: tasks.yaml statistics
  reason: {nb: Dagens hull er poenget., en: Today's gap is the point.}  # as agreed
  review: 2021-06-01

- code: RSP105
  place: rules.yaml gone
  reason: {nb: Regelen var feil., en: The rule was wrong.}
  review: 2021-06-01
# No more.
"""
MENDED = """\
# Accepted for now.
- code: RSP101
  place: tasks.yaml statistics
  reason: {nb: Dagens hull er poenget., en: Today's gap is the point.}  # as agreed
  review: 2021-06-01

# No more.
"""


def leave_excuse(study: Path, newline: str = "\n") -> Path:
    """An excuse in the study for what is no longer there."""
    path = study / "excuses.yaml"
    path.write_bytes(LEFTOVER.replace("\n", newline).encode())
    return path


def contents(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["unix", "windows"])
def test_a_leftover_excuse_is_shown_taken_away_and_no_longer_found(
    samvirke: Command, tiny: Path, newline: str
) -> None:
    path = leave_excuse(tiny, newline)
    before = contents(tiny)
    ran = samvirke("check", tiny, "--fix", "-l", "en")
    assert ran.returncode == 1  # what must be mended is left to somebody
    assert path.read_bytes() == MENDED.replace("\n", newline).encode()
    assert contents(tiny) == {**before, path: path.read_bytes()}
    removed = [line for line in ran.stdout.splitlines() if line[:1] == "-" and line[:3] != "---"]
    assert removed == ["-" + line for line in LEFTOVER.splitlines()[6:10]]
    assert ran.stdout.index("--- a/excuses.yaml") < ran.stdout.index("1 mended.") < ran.stdout.index("ALT102")
    assert "EVD199 excuses.yaml:7: the excuse for RSP105 at `rules.yaml gone` is taken away" in ran.stdout
    assert "nothing to excuse" not in ran.stdout
    assert "1 excused" in ran.stdout
    again = samvirke("check", tiny, "--fix", "-l", "en")
    assert "None of the findings can be mended without somebody deciding." in again.stdout
    assert path.read_bytes() == MENDED.replace("\n", newline).encode()


@pytest.mark.parametrize("options", [("--diff",), ("--fix", "--diff")])
def test_a_difference_is_shown_and_nothing_written(
    samvirke: Command, tiny: Path, options: tuple[str, ...]
) -> None:
    leave_excuse(tiny)
    before = contents(tiny)
    ran = samvirke("check", tiny, "-l", "en", *options)
    assert "+++ b/excuses.yaml" in ran.stdout
    assert "1 can be mended. Nothing was written." in ran.stdout
    assert "nothing to excuse" in ran.stdout
    assert contents(tiny) == before


def test_what_is_ignored_is_not_mended(samvirke: Command, tiny: Path) -> None:
    leave_excuse(tiny)
    before = contents(tiny)
    assert samvirke("check", tiny, "--fix", "--ignore", "EVD199").returncode == 1
    assert contents(tiny) == before


def test_a_plain_check_says_that_something_can_be_mended(samvirke: Command, tiny: Path) -> None:
    assert "--fix" not in samvirke("check", tiny).stdout
    leave_excuse(tiny)
    assert "--fix" in samvirke("check", tiny).stdout


def test_a_study_that_comes_with_samvirke_is_not_mended(samvirke: Command) -> None:
    ran = samvirke("check", "starter", "--fix", "-l", "en")
    assert ran.returncode == 2
    assert "samvirke new FOLDER --from starter" in ran.stderr
    assert samvirke("check", "starter", "--diff").returncode == 0


def test_excuses_lapse_by_the_day_that_is_given(samvirke: Command, tiny: Path) -> None:
    held = samvirke("check", tiny, "-l", "en", "--today", "2021-06-01")
    lapsed = samvirke("check", tiny, "-l", "en", "--today", "2021-06-02")
    assert held.stdout == samvirke("check", tiny, "-l", "en").stdout
    assert "1 excused" in held.stdout
    assert "excused" not in lapsed.stdout.splitlines()[-2]
    assert {"RSP101", "EVD199"} <= set(findings(lapsed.stdout)) - set(findings(held.stdout))
    assert samvirke("check", tiny, "--today", "tomorrow").returncode == 2
