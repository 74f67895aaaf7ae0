"""`samvirke check`: the findings of the linter, the five most important first."""

from __future__ import annotations

import io
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rich.console import Console

from samvirke.checks.finding import ORDER, SEVERITY, Finding
from samvirke.checks.mend import mended
from samvirke.checks.registry import Checked, check
from samvirke.checks.selection import selected
from samvirke.cli.choices import FormChoice, chosen, study_folder
from samvirke.cli.destination import refuse_file
from samvirke.cli.failure import FINDINGS, done, tell
from samvirke.cli.mending import difference, refuse_built_in, texts_of, told, write
from samvirke.report.output import write_all
from samvirke.report.writing.findings import findings_json
from samvirke.report.writing.sarif import sarif
from samvirke.study.reading import read_study
from samvirke.study.study import Study

FIRST = 5


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked of a check: which rules, in what form, where to, whether to mend, and on which day."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    form: FormChoice = FormChoice.TEXT
    output: Path | None = None
    fix: bool = False
    diff: bool = False
    today: date | None = None


def check_study(study: str, asked: Asked) -> int:
    """Tell the findings; the exit code is 1 when something that is not excused must be mended."""
    codes = selected(asked.select, asked.ignore)
    folder = study_folder(study)
    if asked.output is not None:
        refuse_file(asked.output, folder)
    if asked.fix and not asked.diff:
        refuse_built_in(study)
    content, checked = _checked(folder, codes, asked.today)
    if (asked.fix or asked.diff) and _mend(folder, content, checked, asked):
        _, checked = _checked(folder, codes, asked.today)
    _tell_all(checked, folder, asked)
    return FINDINGS if checked.must else 0


def _checked(folder: Path, codes: frozenset[str], today: date | None) -> tuple[Study, Checked]:
    from samvirke.alternatives.plans import plans_of

    content = read_study(folder)
    plans_of(content)  # changes that cannot be made are mistakes, not findings
    return content, check(content, today=today).only(codes)


def _mend(folder: Path, study: Study, checked: Checked, asked: Asked) -> bool:
    """Show what can be mended, and mend it unless only the difference was asked for; whether it was."""
    findings = [one for one in checked.findings if one.mend is not None]
    mends = [one.mend for one in findings if one.mend is not None]
    before = texts_of(folder, study, mends)
    now = mended(before, mends)
    writes = bool(mends) and not asked.diff
    _beside(difference(before, now), asked)
    if writes:
        write(folder, now)
    _beside(told(findings, written=writes), asked)
    return writes


def _beside(text: str, asked: Asked) -> None:
    """Print what is no part of the findings: on standard error where those are for a program."""
    if asked.form is FormChoice.TEXT and asked.output is None:
        sys.stdout.write(f"{text}\n" if text else "")
    elif text:
        tell(text.rstrip("\n"))


def _tell_all(checked: Checked, folder: Path, asked: Asked) -> None:
    if asked.form is FormChoice.TEXT and asked.output is None:
        _print(Console(highlight=False, soft_wrap=True), checked)
        return
    text = _written(checked, folder, asked.form)
    if asked.output is None:
        sys.stdout.buffer.write(text.encode())  # JSON is UTF-8, whatever the terminal is
        sys.stdout.flush()
    else:
        write_all(asked.output.parent, {asked.output.name: text.encode()}, done.in_place)


def _written(checked: Checked, folder: Path, form: FormChoice) -> str:
    if form is FormChoice.JSON:
        return findings_json(checked)
    if form is FormChoice.SARIF:
        return sarif(checked, chosen.language, _from_here(folder))
    plain = io.StringIO()
    _print(Console(file=plain, highlight=False, soft_wrap=True, no_color=True), checked)
    return plain.getvalue()


def _from_here(folder: Path) -> str:
    """The study's path from the folder the command is given in; empty where it lies elsewhere."""
    here, there = Path.cwd().resolve(), folder.resolve()
    path = there.relative_to(here).as_posix() if there.is_relative_to(here) else "."
    return "" if path == "." else path


def _print(console: Console, checked: Checked) -> None:
    say, language = chosen.say, chosen.language
    first = _first(checked.findings)
    for finding in first:
        _tell(console, finding)
    rest = [finding for finding in checked.findings if finding not in first]
    if rest:
        console.print(say(f"\nOg {len(rest)} til:", f"\nAnd {len(rest)} more:"), style="bold")
        for finding in rest:
            console.print(f"{finding.code} {finding.place}: {finding.text[language]}", markup=False)
    console.print(f"\n{_summary(checked)}")
    if any(finding.mend is not None for finding in checked.findings):
        console.print(
            say(
                "`--diff` viser det som kan rettes av seg selv, og `--fix` retter det.",
                "`--diff` shows what can be mended by itself, and `--fix` mends it.",
            )
        )
    if checked.findings:
        code = checked.findings[0].code
        console.print(
            say(f"`samvirke rule {code}` forklarer regelen.", f"`samvirke rule {code}` explains the rule.")
        )


def _summary(checked: Checked) -> str:
    say, language = chosen.say, chosen.language
    total = len(checked.findings)
    counts = ", ".join(
        f"{sum(f.severity == one for f in checked.findings)} {SEVERITY[one][language]}" for one in ORDER
    )
    excused, left = len(checked.excused), checked.left_out
    more = say(f"; {excused} unnskyldt", f"; {excused} excused") if excused else ""
    more += say(f"; {left} utelatt", f"; {left} left out") if left else ""
    findings = "finding" if total == 1 else "findings"
    return say(f"{total} funn: {counts}{more}.", f"{total} {findings}: {counts}{more}.")


def _first(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """The most important findings: gravest first, one of each rule while there are others."""
    one_of_each = {finding.code: finding for finding in reversed(findings)}
    leading = sorted(one_of_each.values(), key=lambda f: (ORDER.index(f.severity), findings.index(f)))
    others = [finding for finding in findings if finding not in leading]
    ordered = sorted((*leading, *others), key=lambda f: ORDER.index(f.severity))
    return tuple(ordered[:FIRST])


def _tell(console: Console, finding: Finding) -> None:
    language = chosen.language
    style = {"must": "bold red", "should": "yellow", "note": "dim"}[finding.severity]
    console.print(f"{finding.code} {SEVERITY[finding.severity][language]}", style=style)
    console.print(f"  {finding.place}: {finding.text[language]}", markup=False)
    console.print(f"  → {finding.remedy[language]}", markup=False)
