"""All rules, found in `checks/rules`, and all findings of a study."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from samvirke.checks import rules
from samvirke.checks.finding import ORDER, Finding
from samvirke.checks.rule import Rule
from samvirke.study.involvement import Excuse
from samvirke.study.study import Study


@cache
def all_rules() -> tuple[Rule, ...]:
    """One of each rule, by code. A rule is a subclass of `Rule` in a module of `checks/rules`."""
    found: dict[str, Rule] = {}
    for module in pkgutil.iter_modules(rules.__path__):
        content = vars(importlib.import_module(f"{rules.__name__}.{module.name}"))
        for value in content.values():
            if isinstance(value, type) and issubclass(value, Rule) and value is not Rule:
                found[value.code] = value()
    return tuple(found[code] for code in sorted(found))


def rule(code: str) -> Rule | None:
    """A rule by its code or its name."""
    return next((r for r in all_rules() if code.upper() == r.code or code == r.name), None)


@dataclass(frozen=True, slots=True)
class Checked:
    """The findings of a study, gravest first, and those that the study has excused.

    `excuses` are those in force, by code and place; `left_out` counts what nobody asked to hear.
    """

    findings: tuple[Finding, ...]
    excused: tuple[Finding, ...]
    excuses: Mapping[tuple[str, str], Excuse] = field(default_factory=dict)
    left_out: int = 0

    @property
    def must(self) -> int:
        """How many findings must be mended."""
        return sum(finding.severity == "must" for finding in self.findings)

    def excuse(self, finding: Finding) -> Excuse | None:
        """Why the study accepts a finding, when it does."""
        return self.excuses.get((finding.code, finding.excused_by))

    def only(self, codes: Collection[str]) -> Checked:
        """The findings of some rules; those of the others are counted as left out."""
        findings = tuple(one for one in self.findings if one.code in codes)
        excused = tuple(one for one in self.excused if one.code in codes)
        gone = len(self.findings) + len(self.excused) - len(findings) - len(excused)
        return Checked(findings, excused, self.excuses, self.left_out + gone)


def check(study: Study, more: Iterable[Finding] = (), today: date | None = None) -> Checked:
    """Every finding of every rule, and of a run when there is one, sorted; excused ones apart.

    An excuse whose day has passed excuses nothing. It is judged by `today`, or by the date that the study
    speaks of when none is given.
    """
    day = today or study.assignment.as_of
    found = [finding for one in all_rules() for finding in one.find(study)]
    found.extend(more)
    found.extend([finding for one in all_rules() for finding in one.find_after(study, found, day)])
    found.sort(key=lambda f: (ORDER.index(f.severity), f.code, f.place.file, f.place.line or 0, f.subject))
    excuses = {(excuse.code, excuse.place): excuse for excuse in study.excuses if not excuse.lapsed(day)}
    excused = tuple(f for f in found if (f.code, f.excused_by) in excuses)
    return Checked(tuple(f for f in found if (f.code, f.excused_by) not in excuses), excused, excuses)
