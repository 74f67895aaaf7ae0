"""`samvirke check`: what must be mended is an exit code, what is excused is not, what is broken is all told."""

from pathlib import Path

import yaml
from tests.cli.conftest import DRAWS, Command


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


def test_a_finding_is_gone_when_it_is_mended_and_quiet_when_it_is_excused(
    samvirke: Command, copied: Path
) -> None:
    """Taking a task from everyone who does it is a gap; the study may say why it stands."""
    responsibilities = copied / "responsibilities.yaml"
    records = yaml.safe_load(responsibilities.read_text(encoding="utf-8"))
    task = next(key for key, one in records.items() if set(one) >= {"does", "decides"})
    del records[task]
    responsibilities.write_text(yaml.safe_dump(records, allow_unicode=True), encoding="utf-8")
    gap = samvirke("check", copied, "-l", "en")
    assert gap.returncode == 1, gap.stdout + gap.stderr
    assert "RSP101" in findings(gap.stdout)

    excuses = copied / "excuses.yaml"
    had = yaml.safe_load(excuses.read_text(encoding="utf-8")) if excuses.exists() else None
    more = [
        {"code": code, "place": f"tasks.yaml {task}", "reason": "Slik var det.", "review": "2099-01-01"}
        for code in ("RSP101", "RSP102")
        if code in findings(gap.stdout)
    ]
    excuses.write_text(yaml.safe_dump([*(had or []), *more], allow_unicode=True), encoding="utf-8")
    excused = samvirke("check", copied, "-l", "en")
    assert excused.returncode == 0, excused.stdout + excused.stderr
    assert "excused" in excused.stdout


def test_a_folder_that_is_not_there_is_told_with_a_way_on(samvirke: Command) -> None:
    for name in ("check", "run"):
        ran = samvirke(name, "nowhere", "-l", "en")
        assert ran.returncode == 2
        assert "nowhere" in ran.stderr
        assert "samvirke list" in ran.stderr
        assert ran.stdout == ""


def test_a_misspelt_study_is_told_what_it_may_be(samvirke: Command) -> None:
    ran = samvirke("run", "traficking", "-l", "en")
    assert ran.returncode == 2
    assert "Did you mean `trafficking`?" in ran.stderr
    assert "`trafficking`" in samvirke("run", "traficking").stderr


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
