"""One alternative's two sheets: its postings, and the tables that they add up to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from samvirke.consequences.budget import touched_lines
from samvirke.consequences.funding import outside_givers, rows_giving
from samvirke.language import Text
from samvirke.report.spreadsheet import words as said
from samvirke.report.spreadsheet.amounts import OPEN, Amounts, Moved
from samvirke.report.spreadsheet.called import NOBODY, row_at
from samvirke.report.spreadsheet.page import Cell, Page
from samvirke.report.spreadsheet.postings import (
    FIRST,
    GIVEN_UP,
    GIVER,
    GIVER_ROW,
    INSIDE,
    ONCE,
    PUBLIC,
    TAKER,
    USED,
    Postings,
)
from samvirke.report.words.naming import alternative_name, giver_name, item_name
from samvirke.uncertainty.results import Results

Weigh = Callable[[Moved], float]


@dataclass
class Tables:
    """The sheets of one alternative while they are written; `figures` are the cells of its sums by name."""

    results: Results
    found: Amounts
    name: str
    page: Page
    postings: Postings
    carried: Sequence[Cell]
    today: Cell
    figures: dict[str, Cell] = field(default_factory=dict)
    resources: list[Cell] = field(default_factory=list)
    public: list[Cell] = field(default_factory=list)
    line: int = 0

    def write(self, factors: Sequence[Cell], zero: Tables | None, tax: Cell) -> None:
        """Both sheets. `zero` is what the present value is held against; nothing for the zero alternative."""
        self.postings.write()
        price_year = str(self.found.study.assignment.price_year)
        self.page.top(alternative_name(self.results.study, self.name), said.UNIT.format(year=price_year))
        self.page.columns(58, *(15 for _ in self.years))
        self.line = 2
        self._expenditure()
        self._budget()
        self._funding()
        self._present_value(factors, zero, tax)
        self.page.sheet.freeze_panes(2, 1)

    @property
    def years(self) -> range:
        return self.postings.years

    @property
    def moved(self) -> Sequence[Moved]:
        return self.postings.moved

    def _span(self, column: int) -> str:
        return self.postings.span(column)

    def _sum(self, place: int, weigh: Weigh) -> float:
        """A year's postings, each with its weight."""
        return sum(one.amount * one.months[place] / 12 * weigh(one) for one in self.moved)

    def _weighed(self, place: int, column: int, *, once: bool | None = None) -> str:
        """A formula: a year's postings times the signs in a column, of one-off costs only or without them."""
        parts = [self._span(FIRST + place), self._span(column)]
        if once is not None:
            wanted = self.page.yes if once else self.page.no
            parts.append(f'({self._span(ONCE)}="{wanted}")')
        return f"SUMPRODUCT({'*'.join(parts)})"

    # ------------------------------------------------------------ tables

    def _head(self, said_: Text) -> None:
        self.page.words(self.line, 0, said_, "heading")
        self.page.words(self.line + 1, 0, "", "head")
        self.page.heads(self.line + 1, map(str, self.years), "year", 1)
        self.line += 2

    def _row(self, name: Text, cells: Callable[[int], tuple[str, float]], style: str = "money") -> list[Cell]:
        """A row of formulas, one for each year."""
        self.page.words(self.line, 0, name, "sum" if style == "total" else "text")
        found = []
        for place, _ in enumerate(self.years):
            text, value = cells(place)
            found.append(self.page.formula(self.line, place + 1, text, value, style))
        self.line += 1
        return found

    def _named(self, stem: str, cells: Sequence[Cell]) -> None:
        for year, cell in zip(self.years, cells, strict=True):
            self.figures[f"{stem}.{year}"] = cell

    def _expenditure(self) -> None:
        self._head(said.EXPENDITURE)
        carried = self._row(said.CARRIED, lambda p: (self.carried[p].ref, self.carried[p].value))
        running = self._row(
            said.RECURRING,
            lambda p: (
                self._weighed(p, INSIDE, once=False),
                self._sum(p, lambda one: one.inside * (not one.once)),
            ),
        )
        once = self._row(
            said.ONE_OFF,
            lambda p: (self._weighed(p, INSIDE, once=True), self._sum(p, lambda one: one.inside * one.once)),
        )
        whole = self._row(said.WHOLE, lambda p: _added((carried[p], running[p], once[p])), "total")
        self._row(
            said.AGAINST_TODAY,
            lambda p: (f"{whole[p].ref}-{self.today.ref}", whole[p].value - self.today.value),
        )
        self._named("expenditure.total", whole)
        self._named("expenditure.one_off", once)
        self.line += 1

    def _budget(self) -> None:
        lines = touched_lines(self.results.plans[self.name])
        if not lines:
            return
        self._head(said.BUDGET)
        net: list[list[Cell]] = [[] for _ in self.years]
        signs: list[int] = []
        for line in lines:
            side = -1 if self.found.study.lines[line].side == "income" else 1
            changes = [self._change(place, line, side) for place, _ in enumerate(self.years)]
            cells = self._row(item_name(self.found.study, line), changes.__getitem__)
            self._named(f"budget.change.{line}", cells)
            for place, cell in enumerate(cells):
                net[place].append(cell)
            signs.append(side)
        sums = self._row(said.NET, lambda p: _added(net[p], signs), "total")
        self._named("budget.net", sums)
        self.line += 1

    def _change(self, place: int, line: str, side: int) -> tuple[str, float]:
        """What a line gets less what it gives; a line of income gives by being higher."""
        year = self._span(FIRST + place)
        got, gave = (f'SUMIFS({year},{self._span(column)},"{line}")' for column in (TAKER, GIVER))
        sign = "-" if side < 0 else ""
        value = self._sum(place, lambda one: (one.taker == line) - (one.giver == line))
        return f"{sign}({got}-{gave})", side * value

    def _funding(self) -> None:
        plan = self.results.plans[self.name]
        rows, outside = rows_giving(plan), outside_givers(plan)
        if not rows and not outside:
            return
        self._head(said.FUNDING)
        given: list[list[Cell]] = [[] for _ in self.years]

        def add(stem: str, cells: list[Cell]) -> None:
            self._named(stem, cells)
            for place, cell in enumerate(cells):
                given[place].append(cell)

        for row in rows:
            name = row_at(plan, row)
            tests = f'{self._span(GIVER_ROW)},"{row}",{self._span(GIVEN_UP)},"{self.page.yes}"'
            mine = [one for one in self.moved if one.giver_row == row and one.given_up]
            add(f"funding.given_up.{row}", self._given(name, tests, mine))
        for account in outside:
            name = giver_name(self.found.study, account)
            tests = f'{self._span(GIVER)},"{account}",{self._span(GIVER_ROW)},"{NOBODY.nb}"'
            mine = [one for one in self.moved if one.giver == account and not one.giver_row]
            add(f"funding.outside.{account}", self._given(name, tests, mine))
        self._row(said.GIVEN, lambda p: _added(given[p]), "total")
        self.page.words(self.line, 0, said.OPEN)
        for place, year in enumerate(self.years, 1):
            self.page.number(self.line, place, self._run(f"{OPEN}.{year}"))
        self.line += 2

    def _given(self, name: Text, tests: str, mine: Sequence[Moved]) -> list[Cell]:
        """A row of what one giver gives up each year; `mine` are the postings that pass the tests."""
        return self._row(
            name,
            lambda p: (
                f"SUMIFS({self._span(FIRST + p)},{tests})",
                sum(one.amount * one.months[p] / 12 for one in mine),
            ),
        )

    def _present_value(self, factors: Sequence[Cell], zero: Tables | None, tax: Cell) -> None:
        self._head(said.PRESENT_VALUE)
        self.resources = self._row(
            said.RESOURCES, lambda p: (self._weighed(p, USED), self._sum(p, lambda one: one.resources))
        )
        self.public = self._row(
            said.PUBLIC, lambda p: (self._weighed(p, PUBLIC), self._sum(p, lambda one: one.public))
        )
        if zero is None:
            return
        before = self._row(said.ZERO_RESOURCES, lambda p: (zero.resources[p].ref, zero.resources[p].value))
        public = self._row(said.ZERO_PUBLIC, lambda p: (zero.public[p].ref, zero.public[p].value))
        worth = self._row(said.FACTOR, lambda p: (factors[p].ref, factors[p].value), "factor")
        parts = [
            self._one(
                "npv.resources", said.NPV_RESOURCES, *_discounted(worth, self.resources, before, 1.0, "")
            ),
            *self._tax(worth, public, tax),
            self._from_run("npv.dip", said.NPV_DIP),
            self._from_run("npv.residual", said.NPV_RESIDUAL),
        ]
        npv = self._one("npv", said.NPV, *_added(parts), style="total")
        over = "+".join(cell.ref for cell in worth)
        years = sum(cell.value for cell in worth)
        self._one("annual_value", said.ANNUAL, f"{npv.ref}/({over})", npv.value / years)

    def _tax(self, worth: Sequence[Cell], zero: Sequence[Cell], tax: Cell) -> list[Cell]:
        """What tax financing costs; how an uncertain price varies with the outlays comes from the run."""
        text, value = _discounted(worth, self.public, zero, tax.value, f"{tax.ref}*")
        if self.found.tax_is_known:
            return [self._one("npv.tax", said.NPV_TAX, text, value)]
        self.page.words(self.line, 0, said.NPV_TAX_BY_ITSELF)
        found = [self.page.formula(self.line, 1, text, value)]
        self.page.words(self.line + 1, 0, said.NPV_TAX_TOGETHER)
        found.append(self.page.number(self.line + 1, 1, self._run("npv.tax") - value))
        self.line += 2
        self._one("npv.tax", said.NPV_TAX, *_added(found))
        return found

    def _one(self, name: str, called: Text, text: str, value: float, style: str = "money") -> Cell:
        self.page.words(self.line, 0, called, "sum" if style == "total" else "text")
        self.figures[name] = cell = self.page.formula(self.line, 1, text, value, style)
        self.line += 1
        return cell

    def _from_run(self, name: str, called: Text) -> Cell:
        """A number that is no sum of others, as the run found it."""
        self.page.words(self.line, 0, called)
        cell = self.page.number(self.line, 1, self._run(name))
        self.line += 1
        return cell

    def _run(self, name: str) -> float:
        return self.found.from_run[self.name].get(name, 0.0)


def _added(cells: Sequence[Cell], signs: Sequence[int] = ()) -> tuple[str, float]:
    """A formula that adds cells, some of them with a minus."""
    every = list(zip(cells, signs or [1] * len(cells), strict=True))
    text = "".join(f"{'-' if sign < 0 else '+'}{cell.ref}" for cell, sign in every) or "0"
    return text, sum(sign * cell.value for cell, sign in every)


def _discounted(
    worth: Sequence[Cell], own: Sequence[Cell], zero: Sequence[Cell], price: float, written: str
) -> tuple[str, float]:
    """A formula: what is used beyond the zero alternative, a cost, in the comparison year's worth."""
    terms = (f"{w.ref}*({o.ref}-{z.ref})" for w, o, z in zip(worth, own, zero, strict=True))
    value = sum(w.value * (o.value - z.value) for w, o, z in zip(worth, own, zero, strict=True))
    return f"-{written}({'+'.join(terms)})", -price * value
