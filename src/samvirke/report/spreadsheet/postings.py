"""An alternative's postings as a sheet: names for people, and hidden beside them the ids formulas go by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from samvirke.language import Text
from samvirke.report.explain.money_parts import PURPOSES
from samvirke.report.spreadsheet import words as said
from samvirke.report.spreadsheet.amounts import Amounts, Moved
from samvirke.report.spreadsheet.called import NOBODY, account_name, changes_told, row_at
from samvirke.report.spreadsheet.page import Page
from samvirke.report.words.naming import alternative_name
from samvirke.report.words.wording import capital
from samvirke.uncertainty.results import Results

AMOUNT, INSIDE, ONCE, USED, PUBLIC, GIVEN_UP = range(6, 12)
CHANGE, GIVER, GIVER_ROW, TAKER, TAKER_ROW = range(12, 17)  # ids
FIRST = 17  # year
HEADS = 2  # the row they stand in


@dataclass(frozen=True)
class Postings:
    """The sheet of what the changes of one alternative take from one account and give to another."""

    results: Results
    found: Amounts
    name: str
    page: Page

    @property
    def years(self) -> range:
        """The study's years, a column each."""
        return self.found.study.assignment.years

    @property
    def moved(self) -> Sequence[Moved]:
        """The postings, a row each."""
        return self.found.moved[self.name]

    def write(self) -> None:
        """All of it."""
        page = self.page
        page.top(said.POSTED.format(alternative=alternative_name(self.results.study, self.name)), self._unit)
        page.heads(HEADS, (*said.POSTED_HEADS, *said.POSTED_IDS))
        page.heads(HEADS, map(str, self.years), "year", FIRST)
        for line, one in enumerate(self.moved, HEADS + 1):
            self._row(line, one)
        if not self.moved:
            page.words(HEADS + 1, 0, said.NO_POSTINGS)
        page.columns(42, 22, 18, 26, 18, 26, 15, 12, 16, 12, 12, 12)
        page.columns(*(22 for _ in said.POSTED_IDS), first=CHANGE, hidden=True)
        page.columns(*(13 for _ in self.years), first=FIRST)
        page.table(HEADS, 1)

    @property
    def _unit(self) -> Text:
        return said.UNIT.format(year=str(self.found.study.assignment.price_year))

    @cached_property
    def _told(self) -> dict[str, Text]:
        return changes_told(self.results, self.name)

    def _row(self, line: int, one: Moved) -> None:
        page, plan = self.page, self.results.plans[self.name]
        purpose = PURPOSES.get(one.purpose)
        names = (
            self._told.get(one.change, Text(one.change, one.change)),
            NOBODY if purpose is None else capital(purpose),
            account_name(self.found.study, one.giver),
            row_at(plan, one.giver_row),
            account_name(self.found.study, one.taker),
            row_at(plan, one.taker_row),
        )
        for place, text in enumerate(names):
            page.words(line, place, text)
        amount = page.number(line, AMOUNT, one.amount)
        for place, sign in ((INSIDE, one.inside), (USED, one.resources), (PUBLIC, one.public)):
            page.number(line, place, sign, "sign")
        for place, holds in ((ONCE, one.once), (GIVEN_UP, one.given_up)):
            page.yes_or_no(line, place, bool(holds))
        ids = (one.change, one.giver, one.giver_row, one.taker, one.taker_row)
        for place, key in enumerate(ids, CHANGE):
            page.words(line, place, key or NOBODY, "faint")
        for place, months in enumerate(one.months, FIRST):
            page.formula(line, place, f"{amount.ref}*{months}/12", one.amount * months / 12)

    def span(self, column: int) -> str:
        """A column as formulas write it."""
        return self.page.span(column, HEADS + 1, HEADS + max(len(self.moved), 1))
