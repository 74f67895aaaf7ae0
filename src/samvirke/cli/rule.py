"""`samvirke rule`: the page of one rule, or the list of all."""

from __future__ import annotations

from rich.console import Console

from samvirke.checks.finding import SEVERITY
from samvirke.checks.registry import all_rules, rule
from samvirke.checks.rule import EXAMPLE, GOOD, MEND, REMEDY, SOURCE, WHY, Rule
from samvirke.cli.choices import chosen
from samvirke.errors import Place, Problem, StudyError
from samvirke.language import Text
from samvirke.study.shown import shown
from samvirke.study.suggestion import did_you_mean
from samvirke.uncertainty.run_rule import RunRule
from samvirke.uncertainty.run_rules import RUN_RULES, run_rule

BY_A_RUN = Text(
    "Funnet kommer av en kjøring (`samvirke run`), ikke av `samvirke check`.",
    "The finding comes from a run (`samvirke run`), not from `samvirke check`.",
)


def every_rule() -> tuple[Rule | RunRule, ...]:
    """The rules of the linter and those of a run, by code."""
    return tuple(sorted((*all_rules(), *RUN_RULES.values()), key=lambda one: one.code))


def explain_rule(code: str) -> None:
    """Print a rule's page; raises StudyError for a code that is not there."""
    console = Console(highlight=False, soft_wrap=True, markup=False)
    language = chosen.language
    if not code:
        for one in every_rule():
            console.print(f"{one.code}  {one.summary[language]}")
        return
    found = rule(code) or run_rule(code)
    if found is None:
        codes = [known for one in every_rule() for known in (one.code.lower(), one.name)]
        otherwise = Text("`samvirke rule` viser alle.", "`samvirke rule` lists them all.")
        text = Text("det finnes ingen slik regel", "there is no such rule")
        raise StudyError([Problem(Place(shown(code)), text, did_you_mean(code, codes, otherwise))])
    console.print(f"{found.code} {found.name} ({SEVERITY[found.severity][language]})")
    console.print(f"\n{found.summary[language]}")
    if isinstance(found, RunRule):
        console.print(BY_A_RUN[language])
    console.print(f"\n{WHY[language]}\n{found.why[language]}")
    console.print(f"\n{EXAMPLE[language]}\n{found.example}")
    if found.good:
        console.print(f"\n{GOOD[language]}\n{found.good}")
    console.print(f"\n{REMEDY[language]}\n{found.remedy[language]}")
    if isinstance(found, Rule) and found.mend is not None:
        console.print(f"\n{MEND[language]}\n{found.mend[language]}")
    console.print(f"\n{SOURCE[language]}\n{found.source[language]}")
