"""`samvirke rule`: the page of one rule, or the list of all."""

from __future__ import annotations

from rich.console import Console

from samvirke.checks.finding import SEVERITY
from samvirke.checks.registry import all_rules, rule
from samvirke.cli.choices import chosen
from samvirke.errors import Place, Problem, StudyError
from samvirke.language import Text
from samvirke.study.shown import shown
from samvirke.study.suggestion import did_you_mean


def explain_rule(code: str) -> None:
    """Print a rule's page; raises StudyError for a code that is not there."""
    console = Console(highlight=False, soft_wrap=True, markup=False)
    say, language = chosen.say, chosen.language
    if not code:
        for one in all_rules():
            console.print(f"{one.code}  {one.summary[language]}")
        return
    found = rule(code)
    if found is None:
        codes = [known for one in all_rules() for known in (one.code.lower(), one.name)]
        otherwise = Text("`samvirke rule` viser alle.", "`samvirke rule` lists them all.")
        text = Text("det finnes ingen slik regel", "there is no such rule")
        raise StudyError([Problem(Place(shown(code)), text, did_you_mean(code, codes, otherwise))])
    console.print(f"{found.code} {found.name} ({SEVERITY[found.severity][language]})")
    console.print(f"\n{found.summary[language]}")
    console.print(f"\n{say('Hvorfor', 'Why')}\n{found.why[language]}")
    console.print(f"\n{say('Eksempel', 'Example')}\n{found.example}")
    console.print(f"\n{say('Slik rettes det', 'Remedy')}\n{found.remedy[language]}")
    console.print(f"\n{say('Kilde', 'Source')}\n{found.source[language]}")
