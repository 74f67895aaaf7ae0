"""The money of a run as a workbook in each language: live formulas from spending rows to present value."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, time
from functools import partial

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook

from samvirke.consequences.catalogue import parameters
from samvirke.language import LANGUAGES, Language, Text
from samvirke.report.document import Document
from samvirke.report.spreadsheet import words as said
from samvirke.report.spreadsheet.amounts import Amounts, amounts
from samvirke.report.spreadsheet.called import sheet_name
from samvirke.report.spreadsheet.page import Cell, Page, made_formats
from samvirke.report.spreadsheet.postings import HEADS, Postings
from samvirke.report.spreadsheet.tables import Tables
from samvirke.report.words.naming import actor_name, alternative_name, figure_label, item_name, row_name
from samvirke.report.writing.made import made_with
from samvirke.uncertainty.results import Results

MILLION = 1e6
COUNTS, IN_EFFORT, YEARLY = 3, 4, 5  # columns of today's spending


def files(results: Results, document: Document) -> dict[str, Callable[[], bytes]]:
    """The workbook in bokmål and in English."""
    found, made = amounts(results), made_with(document)
    return {
        f"results.{language}.xlsx": partial(workbook, results, found, made, language)
        for language in LANGUAGES
    }


def workbook(results: Results, found: Amounts, made: Text, language: Language) -> bytes:
    """The workbook in one language. The same run gives the same bytes."""
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(out, options)
    _Book(book, results, found, made, language).all()
    book.close()
    return out.getvalue()


@dataclass
class _Book:
    """One workbook while it is written."""

    book: Workbook
    results: Results
    found: Amounts
    made: Text
    language: Language
    formats: Mapping[str, Format] = field(default_factory=dict)
    tax: Cell | None = None
    pages: list[Page] = field(default_factory=list)
    compared: list[tuple[str, str, Cell]] = field(default_factory=list)  # (alternative, figure, cell)

    def all(self) -> None:
        self.formats = made_formats(self.book)
        read_me, overview = self._page(said.READ_ME), self._page(said.OVERVIEW)
        carried, today = self._spending(self._page(said.SPENDING))
        self.compared.append((self.results.zero, "today.total", today))
        factors = self._discounting(self._page(said.DISCOUNTING))
        zero: Tables | None = None
        for number, name in enumerate(self.results.plans):
            tables, posted = (self._page(sheet) for sheet in self._sheets(number, name))
            postings = Postings(self.results, self.found, name, posted)
            one = Tables(self.results, self.found, name, tables, postings, carried, today)
            assert self.tax is not None
            one.write(factors, zero, self.tax)
            zero = zero or one
            self.compared += [(name, figure, cell) for figure, cell in one.figures.items()]
        self._overview(overview)
        self._read_me(read_me)
        for page in self.pages:
            page.finish()
        as_of = datetime.combine(self.results.study.assignment.as_of, time(), UTC).replace(tzinfo=None)
        title = self.results.study.assignment.title[self.language]
        self.book.set_properties({"title": title, "created": as_of, "author": ""})

    def _page(self, name: Text | str) -> Page:
        called = name if isinstance(name, str) else name[self.language]
        self.pages.append(Page(self.book, self.formats, called, self.language))
        return self.pages[-1]

    def _sheets(self, number: int, alternative: str) -> tuple[str, str]:
        """The names of an alternative's two sheets: its tables and its postings."""
        study, after = self.results.study, said.POSTINGS[self.language]
        whole = sheet_name(study, alternative, number, self.language)
        return whole, sheet_name(study, alternative, number, self.language, after)

    @property
    def _unit(self) -> Text:
        return said.UNIT.format(year=str(self.found.study.assignment.price_year))

    def _read_me(self, page: Page) -> None:
        page.columns(110)
        page.words(0, 0, self.results.study.assignment.title, "title")
        for line, one in enumerate(said.HOW, 2):
            page.words(line, 0, one.format(year=str(self.found.study.assignment.price_year)))
        line = 3 + len(said.HOW)
        for number, name in enumerate(self.results.plans):
            sheet, _ = self._sheets(number, name)
            shown = f"{number}  {alternative_name(self.results.study, name)[self.language]}"
            page.sheet.write_url(line + number, 0, f"internal:'{sheet}'!A1", None, shown)
        page.words(line + len(self.results.plans) + 1, 0, self.made, "faint")

    def _spending(self, page: Page) -> tuple[list[Cell], Cell]:
        """Today's rows by year; the year's sums of what is the effort's, and today's total."""
        study = self.found.study
        years = study.assignment.years
        base, first = len(said.SPENT_HEADS), len(said.SPENT_HEADS) + 1
        page.top(said.SPENT_TODAY, self._unit)
        page.heads(HEADS, said.SPENT_HEADS)
        page.heads(HEADS, [str(study.assignment.base_year), *map(str, years)], "year", base)
        page.words(HEADS, first + len(years), said.ID, "head")
        for line, row in enumerate(self.found.rows, HEADS + 1):
            record = study.spending[row.id]
            page.words(line, 0, row_name(study, row.id))
            page.words(line, 1, actor_name(study, record.actor))
            page.words(line, 2, item_name(study, record.line) if record.line else said.NOT_STATE)
            page.yes_or_no(line, COUNTS, row.counts)
            page.yes_or_no(line, IN_EFFORT, row.in_effort)
            amount = page.number(line, YEARLY, row.amount)
            for place, months in enumerate((row.base_months, *row.months), base):
                page.formula(line, place, f"{amount.ref}*{months}/12", row.amount * months / 12)
            page.words(line, first + len(years), row.id, "faint")
        last = HEADS + max(len(self.found.rows), 1)
        page.words(last + 1, 0, said.TODAY_TOTAL, "sum")
        page.words(last + 2, 0, said.CARRIED, "sum")
        value = sum(row.amount * row.base_months / 12 for row in self.found.rows if row.counts)
        today = page.formula(last + 1, base, self._those(page, base, COUNTS, last), value, "total")
        carried = []
        for place, _ in enumerate(years):
            value = sum(row.amount * row.months[place] / 12 for row in self.found.rows if row.in_effort)
            text = self._those(page, first + place, IN_EFFORT, last)
            carried.append(page.formula(last + 2, first + place, text, value, "total"))
        page.columns(38, 38, 20, 12, 12, 15, *(14 for _ in (0, *years)), 28)
        page.table(HEADS, 1)
        return carried, today

    def _those(self, page: Page, column: int, which: int, last: int) -> str:
        """A formula: the sum of a column, of the rows that a column says yes to."""
        return (
            f'SUMIFS({page.span(column, HEADS + 1, last)},{page.span(which, HEADS + 1, last)},"{page.yes}")'
        )

    def _discounting(self, page: Page) -> list[Cell]:
        """Rates and factors by year, and the tax cost of a krone."""
        assignment = self.found.study.assignment
        page.heads(0, (said.YEAR, said.RATE, said.FACTOR))
        cells: dict[int, Cell] = {}
        for line, year in enumerate(assignment.years, 1):
            factor = self.found.factors[year]
            page.words(line, 0, str(year))
            before = cells.get(year - 1)
            if before is None or year <= assignment.comparison_year:
                cells[year] = page.number(line, 2, factor, "factor")
                continue
            rate = page.number(line, 1, self.found.rates[year], "rate")
            cells[year] = page.formula(line, 2, f"{before.ref}/(1+{rate.ref})", factor, "factor")
        line = len(assignment.years) + 2
        page.words(line, 0, said.TAX_COST)
        self.tax = page.number(line, 1, self.found.tax, "rate")
        page.columns(44, 18, 18)
        return [cells[year] for year in assignment.years]

    def _label(self, alternative: str, figure: str) -> Text:
        """What a figure is called; a row that a change makes is known where it is made."""
        row = parameters(figure).get("row")
        study = self.results.plans[alternative].with_row(row) if row else None
        return figure_label(study or self.results.study, figure)

    def _overview(self, page: Page) -> None:
        """Every sum beside what the run found."""
        page.top(said.COMPARED, self._unit)
        page.heads(HEADS, said.OVERVIEW_HEADS)
        line = HEADS
        for alternative, figure, cell in self.compared:
            known = self.results.figure(alternative, figure)
            if known is None:
                continue
            line += 1
            page.words(line, 0, alternative_name(self.results.study, alternative))
            page.words(line, 1, self._label(alternative, figure))
            page.formula(line, 2, cell.ref, cell.value)
            run = page.number(line, 3, known.expected * MILLION, "money")
            here = Cell(page.name, line, 2, cell.value)
            page.formula(line, 4, f"ROUND({here.ref}-{run.ref},-3)", round(cell.value - run.value, -3))
            page.words(line, 5, f"{alternative}:{figure}", "faint")
        page.columns(36, 52, 18, 18, 14, 52)
        page.table(HEADS, 0)
        page.sheet.autofilter(HEADS, 0, line, len(said.OVERVIEW_HEADS) - 1)
