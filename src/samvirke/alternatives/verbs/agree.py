"""Two actors agree to work together. It changes hand-offs between them, and it takes hours."""

from __future__ import annotations

from samvirke.alternatives.book import Book
from samvirke.alternatives.rows import increased
from samvirke.alternatives.situation import ChangeError, Situation, nothing_changes
from samvirke.language import Text
from samvirke.quantities.expressions import Constant, Expression, over, times
from samvirke.study.changes import Agree
from samvirke.study.money import AgreementForm, Spending
from samvirke.study.study import Agreement

FACTORS = ("delay", "loss", "rework")


def apply(change: Agree, situation: Situation, book: Book) -> Situation:
    """Put the agreement in force, and let each party's hours cost what its work-years cost."""
    for party in change.between:
        situation.actor(party, "between")
    if change.between[0] == change.between[1]:
        raise nothing_changes("en aktør avtaler med seg selv", "an actor agrees with itself", "between")
    parties = frozenset(change.between)
    form = _form(situation, change.form)
    for known in situation.study.agreements:
        if known.parties == parties and _as_good(_form(situation, known.form), form):
            raise nothing_changes(
                f"de har alt avtalt `{known.form}`", f"they have agreed `{known.form}` already", "form"
            )
    if not change.absorbed:
        hours_per_fte = situation.now(situation.study.assignment.hours_per_fte)
        for party in change.between:
            row = _staff_row(situation, party)
            assert row.cost_per_fte is not None
            cost = times(over(form.hours_per_party_year, hours_per_fte), row.cost_per_fte)
            book.needs(cost, row)
            situation = situation.with_row(increased(row, cost))
    book.requires("agreement", change.between[0])
    book.requires("secrecy", change.between[0])
    return situation.with_(agreements=(*situation.study.agreements, Agreement(parties, change.form)))


def _form(situation: Situation, name: str) -> AgreementForm:
    form: AgreementForm = getattr(situation.transition().agreement, name)
    return form


def _as_good(one: AgreementForm, other: AgreementForm) -> bool:
    """Whether one form surely does as much as another: no factor of it is higher in any draw."""
    return all(_at_most(getattr(one, name), getattr(other, name)) for name in FACTORS)


def _at_most(left: Expression, right: Expression) -> bool:
    plain = isinstance(left, Constant) and isinstance(right, Constant) and left.value <= right.value
    return plain or left == right


def _staff_row(situation: Situation, party: str) -> Spending:
    """The row that tells what a party's hours cost: one of the effort before one of ordinary work."""
    rows = [r for r in situation.rows_of((party,)) if r.cost_per_fte is not None and r.line is not None]
    if not rows:
        raise ChangeError(
            Text(
                f"det er ikke kjent hva et årsverk koster hos `{party}`",
                f"what a work-year costs at `{party}` is not known",
            ),
            Text(
                "Skriv `absorbed: true`, eller før aktørens årsverk i spending.yaml.",
                "Write `absorbed: true`, or state the actor's work-years in spending.yaml.",
            ),
            "between",
        )
    return next((row for row in rows if row.in_effort), rows[0])
