"""`samvirke check`: an exit code for what must be mended, and every mistake at once."""

from pathlib import Path

import yaml
from tests.cli.conftest import DRAWS, Command

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
        ran = samvirke(name, tiny, "-l", "en", *(DRAWS if name == "run" else ()))
        assert ran.returncode == 2
        assert ran.stdout == ""
        assert "lines.yaml:" in ran.stderr
        assert "tasks.yaml:" in ran.stderr
        assert "cannot be used until this is mended" in ran.stderr
    assert set(tmp_path.iterdir()) == before
