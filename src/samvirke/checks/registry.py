"""All rules, found in `checks/rules`, and all findings of a study."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from samvirke.checks import rules
from samvirke.checks.finding import ORDER, Finding
from samvirke.checks.rule import Rule
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
    """The findings of a study, gravest first, and those that the study has excused."""

    findings: tuple[Finding, ...]
    excused: tuple[Finding, ...]

    @property
    def must(self) -> int:
        """How many findings must be mended."""
        return sum(finding.severity == "must" for finding in self.findings)


def check(study: Study, more: Iterable[Finding] = ()) -> Checked:
    """Every finding of every rule, and of a run when there is one, sorted; excused ones apart."""
    found = [finding for one in all_rules() for finding in one.find(study)]
    found.extend(more)
    found.extend([finding for one in all_rules() for finding in one.find_after(study, found)])
    found.sort(key=lambda f: (ORDER.index(f.severity), f.code, f.place.file, f.place.line or 0, f.subject))
    excuses = {(excuse.code, excuse.place) for excuse in study.excuses}
    excused = tuple(f for f in found if (f.code, f.excused_by) in excuses)
    return Checked(tuple(f for f in found if f not in excused), excused)
