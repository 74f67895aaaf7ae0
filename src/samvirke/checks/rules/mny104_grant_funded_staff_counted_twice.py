"""MNY104: pay that a grant covers is counted twice."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.rule import Rule
from samvirke.language import Text
from samvirke.quantities.expressions import Constant
from samvirke.quantities.rounding import KRONE
from samvirke.study.money import Spending
from samvirke.study.study import Study


def _on_lines(study: Study) -> dict[str, list[Spending]]:
    """Actor → the rows of its pay that a budget line pays."""
    found: dict[str, list[Spending]] = {}
    for row in study.spending.values():
        if row.kind == "personnel" and row.line is not None:
            found.setdefault(row.actor, []).append(row)
    return found


def _by_payer(study: Study) -> dict[str, float]:
    """What pays → what rows say that it pays, kroner a year, as far as that is plain numbers."""
    found: dict[str, float] = {}
    for row in study.spending.values():
        if row.funded_by is not None and isinstance(row.yearly, Constant):
            found[row.funded_by] = found.get(row.funded_by, 0.0) + row.yearly.value
    return found


class GrantFundedStaffCountedTwice(Rule):
    """Rows paid by a grant that stand on a line as well, or add to more than the grant."""

    code, name, severity = "MNY104", "grant-funded-staff-counted-twice", "should"
    summary = Text(
        "Lønn som et tilskudd betaler, er regnet med to ganger.",
        "Pay that a grant covers is counted twice.",
    )
    why = Text(
        "Tilskuddet står alt i totalen. Står de samme folkene også på en budsjettpost, eller for mer enn "
        "tilskuddet, blir innsatsen dyrere på papiret enn den er.",
        "The grant is in the total already. If the same people also stand on a budget line, or for more "
        "than the grant, the effort costs more on paper than it does.",
    )
    example = (
        "spending.yaml:\n"
        "  shelter-grant: {actor: shelter, tasks: aid, kind: grant, line: grant-line, amount: 2}\n"
        "  shelter-staff: {actor: shelter, tasks: aid, kind: personnel, funded_by: shelter-grant, amount: 3}"
    )
    good = (
        "spending.yaml:\n"
        "  shelter-grant: {actor: shelter, tasks: aid, kind: grant, line: grant-line, amount: 2}\n"
        "  shelter-staff: {actor: shelter, tasks: aid, kind: personnel, funded_by: shelter-grant,\n"
        "    amount: 2}\n"
        "  shelter-rest: {actor: shelter, tasks: aid, kind: personnel, funded_by: own, amount: 1}"
    )
    remedy = Text(
        "Behold bare én av radene, eller del beløpet så hver krone står ett sted. Betaler kommunen eller "
        "organisasjonen resten selv, før den på en egen rad med `funded_by: municipal` eller `own`.",
        "Keep just one of the rows, or divide the amount so that each krone stands in one place. If the "
        "municipality or the organisation pays the rest itself, enter it on a row of its own with "
        "`funded_by: municipal` or `own`.",
    )
    source = Text(
        "Bevilgningsreglementet § 3: utgifter føres fullstendig og brutto. At ingen krone telles to "
        "ganger, er prosjektets egen regel.",
        "The Appropriation Regulations, section 3: outlays are stated in full and gross. That no krone is "
        "counted twice is the project's own rule.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Rows of the same people on a grant and on a line, and grants that pay more than they are."""
        on_lines, by_payer = _on_lines(study), _by_payer(study)
        for key, row in study.spending.items():
            funded = row.kind == "personnel" and row.funded_by in study.spending
            for other in on_lines.get(row.actor, ()) if funded else ():
                if not row.tasks.keys().isdisjoint(other.tasks):
                    nb = f"`{key}` betales av et tilskudd, men de samme folkene står også i `{other.id}`"
                    en = f"`{key}` is paid by a grant, but the same people also stand in `{other.id}`"
                    yield self.finding(study, "spending.yaml", (key, "funded_by"), nb, en)
            known = by_payer.get(key, 0.0)
            if isinstance(row.yearly, Constant) and known > row.yearly.value + KRONE:
                nb = f"radene som `{key}` betaler, er til sammen større enn tilskuddet"
                en = f"the rows that `{key}` pays for add to more than the grant"
                yield self.finding(study, "spending.yaml", (key,), nb, en)
