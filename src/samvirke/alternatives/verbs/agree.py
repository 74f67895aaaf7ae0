"""Two actors agree to work together. It changes hand-offs between them, and it takes hours."""

from __future__ import annotations

from samvirke.alternatives.book import Book
from samvirke.alternatives.rows import increased
from samvirke.alternatives.situation import ChangeError, Situation, nothing_changes
from samvirke.language import Text
from samvirke.quantities.expressions import over, times
from samvirke.study.changes import Agree
from samvirke.study.money import AgreementForm, Spending
from samvirke.study.study import Agreement


def apply(change: Agree, situation: Situation, book: Book) -> Situation:
    """Put the agreement in force, and let each party's hours cost what its work-years cost."""
    for party in change.between:
        situation.actor(party, "between")
    if change.between[0] == change.between[1]:
        raise nothing_changes("en aktør avtaler med seg selv", "an actor agrees with itself", "between")
    agreement = Agreement(frozenset(change.between), change.form)
    if agreement in situation.study.agreements:
        raise nothing_changes("avtalen gjelder allerede", "the agreement is in force already", "form")
    if not change.absorbed:
        form: AgreementForm = getattr(situation.transition().agreement, change.form)
        for party in change.between:
            row = _staff_row(situation, party)
            assert row.cost_per_fte is not None
            hours = over(form.hours_per_party_year, situation.study.assignment.hours_per_fte)
            cost = times(hours, row.cost_per_fte)
            book.needs(cost, row)
            situation = situation.with_row(increased(row, cost))
    book.requires("secrecy", change.between[0])
    return situation.with_(agreements=(*situation.study.agreements, agreement))


def _staff_row(situation: Situation, party: str) -> Spending:
    rows = [r for r in situation.rows_of((party,)) if r.cost_per_fte is not None and r.line is not None]
    if not rows:
        raise ChangeError(
            Text(f"det er ikke kjent hva et årsverk koster hos `{party}`", f"what a work-year costs at `{party}` is not known"),
            Text("Skriv `absorbed: true`, eller før aktørens årsverk i spending.yaml.", "Write `absorbed: true`, or state the actor's work-years in spending.yaml."),
            "between",
        )
    return rows[0]
