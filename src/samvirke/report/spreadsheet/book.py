"""The money of a run as a workbook in each language: live formulas from spending rows to present value."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, time

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook

from samvirke.consequences.catalogue import parameters
from samvirke.language import LANGUAGES, Language, Text
from samvirke.report.document import Document
from samvirke.report.spreadsheet import words as said
from samvirke.report.spreadsheet.amounts import Amounts, amounts
from samvirke.report.spreadsheet.page import Cell, Page, made_formats
from samvirke.report.spreadsheet.tables import Tables
from samvirke.report.words.naming import actor_name, alternative_name, figure_label, line_name, row_name
from samvirke.report.writing.made import made_with
from samvirke.uncertainty.results import Results

MILLION = 1e6


def files(results: Results, document: Document) -> dict[str, bytes]:
    """The workbook in bokmål and in English."""
    found = amounts(results)
    return {
        f"results.{language}.xlsx": workbook(results, found, made_with(document), language)
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
            tables, postings = (self._page(one.format(number=number)) for one in (said.TABLES, said.POSTINGS))
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

    def _page(self, name: Text) -> Page:
        self.pages.append(Page(self.book, self.formats, name[self.language], self.language))
        return self.pages[-1]

    def _read_me(self, page: Page) -> None:
        page.columns(110)
        page.words(0, 0, self.results.study.assignment.title, "title")
        for line, one in enumerate(said.HOW, 2):
            page.words(line, 0, one)
        line = 3 + len(said.HOW)
        for number, name in enumerate(self.results.plans):
            sheet = said.TABLES.format(number=number)[self.language]
            shown = f"{number}  {alternative_name(self.results.study, name)[self.language]}"
            page.sheet.write_url(line + number, 0, f"internal:'{sheet}'!A1", None, shown)
        page.words(line + len(self.results.plans) + 1, 0, self.made, "faint")

    def _spending(self, page: Page) -> tuple[list[Cell], Cell]:
        """Today's rows by year; the year's sums of what is the effort's, and today's total."""
        study = self.found.study
        years = study.assignment.years
        base, first = len(said.SPENT_HEADS), len(said.SPENT_HEADS) + 1
        page.heads(0, said.SPENT_HEADS)
        page.heads(0, [str(study.assignment.base_year), *map(str, years)], "year", base)
        for line, row in enumerate(self.found.rows, 1):
            record = study.spending[row.id]
            page.words(line, 0, row.id, "faint")
            page.words(line, 1, row_name(study, row.id))
            page.words(line, 2, actor_name(study, record.actor))
            page.words(line, 3, line_name(study.lines[record.line]) if record.line else "–")
            page.number(line, 4, int(row.counts), "sign")
            page.number(line, 5, int(row.in_effort), "sign")
            amount = page.number(line, 6, row.amount)
            for place, months in enumerate((row.base_months, *row.months), base):
                page.formula(line, place, f"{amount.ref}*{months}/12", row.amount * months / 12)
        last = max(len(self.found.rows), 1)
        page.words(last + 1, 1, said.TODAY_TOTAL, "sum")
        page.words(last + 2, 1, said.CARRIED, "sum")
        value = sum(row.amount * row.base_months / 12 for row in self.found.rows if row.counts)
        text = f"SUMIFS({page.span(base, 1, last)},{page.span(4, 1, last)},1)"
        today = page.formula(last + 1, base, text, value, "total")
        carried = []
        for place, _ in enumerate(years):
            value = sum(row.amount * row.months[place] / 12 for row in self.found.rows if row.in_effort)
            text = f"SUMIFS({page.span(first + place, 1, last)},{page.span(5, 1, last)},1)"
            carried.append(page.formula(last + 2, first + place, text, value, "total"))
        page.columns(24, 38, 34, 34, 12, 12, 15, *(14 for _ in (0, *years)))
        page.sheet.freeze_panes(1, 2)
        return carried, today

    def _discounting(self, page: Page) -> list[Cell]:
        """Rates and factors by year, and the tax cost of a krone."""
        assignment = self.found.study.assignment
        page.heads(0, (said.FACTOR, said.RATE, said.FACTOR))
        page.words(0, 0, "", "head")
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
        page.heads(0, said.OVERVIEW_HEADS)
        line = 0
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
        page.sheet.freeze_panes(1, 0)
        page.sheet.autofilter(0, 0, line, len(said.OVERVIEW_HEADS) - 1)
