"""MNY113: an alternative changes what others than the state pay."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.places import changes
from samvirke.checks.rule import Rule
from samvirke.language import Text
from samvirke.study.changes import Change, End, Staff, Transfer
from samvirke.study.money import FUNDED_ELSEWHERE
from samvirke.study.study import Study


def _rows(change: Change) -> tuple[str, ...]:
    """The spending rows that a change names."""
    match change:
        case Staff():
            return (change.row or "",)
        case Transfer():
            ends = [end for end in (change.sender, change.to) if isinstance(end, End)]
            return tuple(end.row for end in ends if end.row is not None)
        case _:
            return ()


class OtherPeoplesMoneyChanged(Rule):
    """A change that names a row paid by a municipality or from an organisation's own means."""

    code, name, severity = "MNY113", "other-peoples-money-changed", "note"
    summary = Text(
        "Et alternativ endrer det andre enn staten betaler.",
        "An alternative changes what others than the state pay.",
    )
    why = Text(
        "Staten rår ikke over kommunenes og organisasjonenes egne penger. Virkningen står ved siden "
        "av dagens total, og de det gjelder, må være med på det.",
        "The state has no say over the municipalities' and the organisations' own money. The effect "
        "stands beside today's total, and those concerned must agree.",
    )
    example = (
        "spending.yaml:\n"
        "  own-work: {actor: shelter, tasks: aid, kind: personnel, funded_by: own, fte: 1, amount: 0.6,\n"
        "    source: evaluation}\n"
        "alternatives/one-more.yaml:\n"
        "  changes:\n"
        "    - {id: fewer, verb: staff, start: 2023-01, row: own-work, fte: all, reason: Dobbeltarbeid}"
    )
    remedy = Text(
        "Spør dem det gjelder, og si i `summary` at alternativet forutsetter det.",
        "Ask those concerned, and say in the `summary` that the alternative presupposes it.",
    )
    source = Text(
        "Utredningsinstruksen punkt 2-1, spørsmål 4, og punkt 3-1: hvem som berøres, og at de tas med.",
        "The instructions for official studies, 2-1, question 4, and 3-1: who is affected, and that "
        "they are involved.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every such change."""
        for file, path, change in changes(study):
            rows = [study.spending[key] for key in _rows(change) if key in study.spending]
            theirs = [row for row in rows if row.funded_by in FUNDED_ELSEWHERE]
            if theirs:
                row = theirs[0]
                nb = f"`{change.id}` endrer `{row.id}`, som `{row.actor}` betaler uten staten"
                en = f"`{change.id}` changes `{row.id}`, which `{row.actor}` pays without the state"
                yield self.finding(study, file, path, nb, en, subject=change.id)
