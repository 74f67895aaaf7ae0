"""The built-in study as a workbook of live formulas."""

from collections.abc import Mapping
from pathlib import Path

from tests.spreadsheet.case import Case
from tests.spreadsheet.cells import Assumed, Column
from tests.spreadsheet.figures import Figures
from tests.spreadsheet.ledger import Ledger
from tests.spreadsheet.sheets import Factors, LostWork, Months, Today
from xlsxwriter.workbook import Workbook


def write(path: Path, case: Case, values: Mapping[str, float]) -> None:
    """One draw of all alternatives: inputs, ledgers and formulas. The first sheet has the figures."""
    with Workbook(str(path)) as book:
        figures = Column(book, "Figures")
        assumed = Assumed(book, case.assumptions, dict(values))
        today, factors = Today(book, case, assumed), Factors(book, case)
        for place, name in enumerate(case.alternatives):
            ledger = Ledger(case, name, assumed, Column(book, f"Amounts {place}"))
            months = Months(book, case, ledger, today, name)
            lost = LostWork(book, ledger, factors.years, f"Lost work {place}")
            for figure, text in Figures(case, ledger, today, months, lost, factors):
                figures.worked_out(f"{name}:{figure}", text)
