"""`samvirke check`: the findings of the linter, the five most important first."""

from __future__ import annotations

from rich.console import Console

from samvirke.checks.finding import ORDER, SEVERITY, Finding
from samvirke.checks.registry import check
from samvirke.cli.choices import chosen, study_folder
from samvirke.cli.failure import FINDINGS
from samvirke.study.reading import read_study

FIRST = 5


def check_study(study: str) -> int:
    """Print the findings; the exit code is 1 when something that is not excused must be mended."""
    from samvirke.alternatives.plans import plans_of

    content = read_study(study_folder(study))
    plans_of(content)  # changes that cannot be made are mistakes, not findings
    checked = check(content)
    console = Console(width=None, highlight=False, soft_wrap=True)
    say, language = chosen.say, chosen.language
    first = _first(checked.findings)
    for finding in first:
        _tell(console, finding)
    rest = [finding for finding in checked.findings if finding not in first]
    if rest:
        console.print(say(f"\nOg {len(rest)} til:", f"\nAnd {len(rest)} more:"), style="bold")
        for finding in rest:
            console.print(f"{finding.code} {finding.place}: {finding.text[language]}", markup=False)
    counts = ", ".join(
        f"{sum(f.severity == one for f in checked.findings)} {SEVERITY[one][language]}" for one in ORDER
    )
    excused = len(checked.excused)
    unused = say(f"; {excused} unnskyldt", f"; {excused} excused") if excused else ""
    console.print(
        say(
            f"\n{len(checked.findings)} funn: {counts}{unused}.",
            f"\n{len(checked.findings)} findings: {counts}{unused}.",
        )
    )
    if checked.findings:
        code = checked.findings[0].code
        console.print(
            say(f"`samvirke rule {code}` forklarer regelen.", f"`samvirke rule {code}` explains the rule.")
        )
    return FINDINGS if checked.must else 0


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
