"""MNY110: a spending row runs in none of the study's years."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.rule import Rule
from samvirke.language import Text
from samvirke.quantities.months import year_span
from samvirke.study.study import Study


class RowThatNeverRuns(Rule):
    """A row that ends before the base year begins, or begins after the last year."""

    code, name, severity = "MNY110", "row-that-never-runs", "should"
    summary = Text(
        "En utgiftsrad gjelder ingen av årene utredningen ser på.",
        "A spending row runs in none of the study's years.",
    )
    why = Text(
        "Raden står i listen, men teller ikke noe sted. Leseren tror at den er med.",
        "The row stands in the list but counts nowhere. The reader believes that it does.",
    )
    example = "spending.yaml:\n  desk-courses: {from: 2012-01, until: 2015-01}"
    remedy = Text(
        "Rett `from` eller `until`, eller ta raden bort.",
        "Mend `from` or `until`, or take the row away.",
    )
    source = Text(
        "Prosjektets egen regel: det som står blant utgiftene, teller i minst ett år.",
        "The project's own rule: what stands among the expenditure counts in at least one year.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every such row."""
        first = year_span(study.assignment.base_year)[0]
        for key, row in study.spending.items():
            over = row.until is not None and row.until <= first
            if over or (row.from_month is not None and row.from_month >= study.end):
                nb = f"`{key}` gjelder verken i {study.assignment.base_year} eller senere i utredningens år"
                en = f"`{key}` runs neither in {study.assignment.base_year} nor later in the study's years"
                yield self.finding(study, "spending.yaml", (key, "until" if over else "from"), nb, en)
