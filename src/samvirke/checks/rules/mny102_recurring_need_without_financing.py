"""MNY102: an alternative costs something every year that nobody pays for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from samvirke.checks.finding import Finding
from samvirke.checks.places import alternative_file
from samvirke.checks.rule import Rule
from samvirke.checks.wording import some
from samvirke.language import Text
from samvirke.quantities.expressions import Constant
from samvirke.study.changes import Agree, Change, Close, End, Establish, Merge, Move, Staff, Transfer
from samvirke.study.study import Study


def _added(change: Staff) -> bool:
    """Whether work-years are added; an uncertain number counts as added."""
    if change.fte == "all":
        return False
    by = change.share if change.fte is None else change.fte
    return not (isinstance(by, Constant) and by.value <= 0)


def _needs_money(change: Change, all_of_them: Sequence[Change]) -> bool:
    match change:
        case Staff():
            return _added(change)
        case Agree():
            return not change.absorbed
        case Establish():
            return not any(_fills(other, change.unit.id) for other in all_of_them)
        case _:
            return False


def _fills(change: Change, unit: str) -> bool:
    """Whether people and money that exist already come into a new unit."""
    match change:
        case Move():
            return change.to == unit
        case Merge():
            return change.into.parent == unit
        case _:
            return False


def _gives_money(change: Change) -> bool:
    match change:
        case Transfer():
            return change.to == "recurring" or (isinstance(change.to, End) and change.to.line is None)
        case Staff():
            return not _added(change)
        case Close():
            return change.rows_to is None
        case _:
            return False


class RecurringNeedWithoutFinancing(Rule):
    """Staff, agreements or new units in an alternative with no transfer, and no cut, to pay for them."""

    code, name, severity = "MNY102", "recurring-need-without-financing", "must"
    summary = Text(
        "Et alternativ koster noe hvert år som ingen betaler.",
        "An alternative costs something every year that nobody pays for.",
    )
    why = Text(
        "Nye årsverk og nye enheter må dekkes hvert år. Sier ikke alternativet hvem som avgir pengene, "
        "ser det billigere ut enn det er, og kan ikke kalles innenfor dagens utgifter.",
        "New work-years and new units must be paid for every year. If the alternative does not say who "
        "gives up the money, it looks cheaper than it is and cannot be said to lie within today's "
        "expenditure.",
    )
    example = (
        "alternatives/one-more.yaml:\n"
        "  changes:\n"
        "    - {id: two-more, verb: staff, start: 2023-01, unit: desk, fte: 2, reason: Flere saker}"
    )
    good = (
        "alternatives/one-more.yaml:\n"
        "  changes:\n"
        "    - {id: two-more, verb: staff, start: 2023-01, unit: desk, fte: 2, reason: Flere saker}\n"
        "    - {id: pay, verb: transfer, start: 2023-01, from: {row: desk-courses}, to: recurring,\n"
        "       amount: as-needed, reason: Færre kurs}"
    )
    remedy = Text(
        "Legg til en `transfer` til `recurring` med raden som avgir pengene i `from`, eller skriv `from: "
        "new-appropriation`.",
        "Add a `transfer` to `recurring` with the row that gives up the money in `from`, or write `from: "
        "new-appropriation`.",
    )
    source = Text(
        "Bevilgningsreglementet § 3: alle utgifter skal være med. Utredningsinstruksen punkt 2-2: "
        "budsjettvirkninger for staten skal utredes.",
        "The Appropriation Regulations, section 3: all outlays are to be included. The instructions for "
        "official studies, 2-2: budget effects for the state are to be studied.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every alternative with a recurring need and nothing that could meet it; a run says if it does."""
        for key, alternative in study.alternatives.items():
            changes = [written.change for written in study.changes(key)]
            needs = [change.id for change in changes if _needs_money(change, changes)]
            if needs and not any(_gives_money(change) for change in changes):
                own = [n for n, change in enumerate(alternative.changes) if change.id == needs[0]]
                shown = some(needs)
                path: tuple[str | int, ...] = ("changes", own[0]) if own else ("includes",)
                nb = f"ingen betaler det som følger av {shown.nb} hvert år"
                en = f"nobody pays what follows from {shown['en']} every year"
                yield self.finding(study, alternative_file(key), path, nb, en, subject=key)
