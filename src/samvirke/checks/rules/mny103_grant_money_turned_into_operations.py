"""MNY103: grant money becomes operating costs."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.places import changes
from samvirke.checks.rule import Rule
from samvirke.language import Text
from samvirke.study.changes import Change, End, Transfer
from samvirke.study.money import Spending
from samvirke.study.study import Study

OPERATIONS = range(1, 30)


def _giver(study: Study, change: Change) -> Spending | None:
    """The row on a line for transfers to others that a change takes money from."""
    if not isinstance(change, Transfer) or not isinstance(change.sender, End):
        return None
    row = study.spending.get(change.sender.row or "")
    line = study.lines.get(row.line or "") if row is not None else None
    return row if line is not None and line.is_transfer else None


def _to_operations(study: Study, change: Transfer) -> bool:
    if not isinstance(change.to, End):
        return True  # new posts and one-off costs are operating costs
    row = change.to.new_row or study.spending.get(change.to.row or "")
    line = study.lines.get(change.to.line or (row.line if row is not None else None) or "")
    return line is not None and line.item in OPERATIONS


class GrantMoneyTurnedIntoOperations(Rule):
    """A transfer from a row on items 50–89 to a need, or to a row on items 1–29."""

    code, name, severity = "MNY103", "grant-money-turned-into-operations", "note"
    summary = Text("Tilskuddsmidler blir til driftsutgifter.", "Grant money becomes operating costs.")
    why = Text(
        "Det er lov når Stortinget vedtar det, men det er ikke bare en flytting: mottakerne av tilskuddet "
        "får mindre. Leseren må få vite det med rene ord.",
        "It is lawful when the Storting so decides, but it is not a mere move: the recipients of the "
        "grants get less. The reader must be told in plain words.",
    )
    example = (
        "alternatives/one-more.yaml:\n"
        "  changes:\n"
        "    - {id: post, verb: staff, start: 2023-01, unit: desk, fte: 1, reason: Flere saker}\n"
        "    - {id: pay, verb: transfer, start: 2023-01, from: {row: shelter-grant}, to: recurring,\n"
        "       amount: as-needed, reason: Dekker stillingen}"
    )
    good = (
        "alternatives/one-more.yaml:\n"
        "  changes:\n"
        "    - {id: post, verb: staff, start: 2023-01, unit: desk, fte: 1, reason: Flere saker}\n"
        "    - {id: pay, verb: transfer, start: 2023-01, from: new-appropriation, to: recurring,\n"
        "       amount: as-needed, reason: Dekker stillingen}"
    )
    remedy = Text(
        "Si i alternativets `summary` hvem som får mindre, og spør mottakerne. Et annet valg er å ta "
        "pengene fra en driftspost eller be om ny bevilgning.",
        "Say in the `summary` of the alternative who gets less, and ask the recipients. Another choice is "
        "to take the money from an operating item or to ask for a new appropriation.",
    )
    source = Text(
        "Bevilgningsreglementet § 4 og postinndelingen: post 1–29 er statens egne driftsutgifter, post "
        "50–89 er overføringer til andre.",
        "The Appropriation Regulations, section 4, and the division into items: 1–29 are the state's own "
        "operating costs, 50–89 are transfers to others.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every such transfer, in the reader's words."""
        for file, path, change in changes(study):
            row = _giver(study, change)
            if isinstance(change, Transfer) and row is not None and _to_operations(study, change):
                name = row.name or Text(row.id)
                nb = f"«{name.nb}» avgir penger til drift: mottakerne får mindre (`{change.id}`)"
                en = f"“{name['en']}” gives money to operations: the recipients get less (`{change.id}`)"
                yield self.finding(study, file, path, nb, en, subject=change.id)
