"""Laws and regulations that the changes of a plan need, each counted once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from samvirke.alternatives.plan import Plan
from samvirke.quantities.months import Month

Rule = Literal["law", "regulation"]


@dataclass(frozen=True, slots=True)
class RuleToMake:
    """One law or regulation that a body needs from a month on, and every change that asks for it."""

    kind: Rule
    body: str
    month: Month
    changes: tuple[str, ...]


def rules_to_make(plan: Plan) -> tuple[RuleToMake, ...]:
    """One for each kind, body and month, however many changes need it, in the order in which they start."""
    found: dict[tuple[Rule, str, Month], list[str]] = {}
    for one in plan.obligations:
        if one.kind in ("law", "regulation"):
            assert one.actor is not None  # a rule is always somebody's
            found.setdefault((one.kind, one.actor, one.start), []).append(one.change)
    return tuple(RuleToMake(*key, tuple(dict.fromkeys(changes))) for key, changes in found.items())
