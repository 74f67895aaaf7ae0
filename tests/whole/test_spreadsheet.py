"""The built-in study worked out a second time, in a spreadsheet that was written without the engine.

The program in tests/spreadsheet reads the study's files and writes a workbook of live formulas, month by
month, from what the documentation says of the verbs. LibreOffice works it out. Every figure must be the
engine's to the krone, in draws near the middle, in both tails and where there is too little to pay with.
"""

import tempfile
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from tests.spreadsheet.case import Case
from tests.spreadsheet.office import worked_out
from tests.spreadsheet.workbook import write

from samvirke.alternatives.plans import plans_of
from samvirke.cases import DEFAULT, built_in
from samvirke.consequences.evaluation import evaluate
from samvirke.consequences.valuation import Array, Valuation
from samvirke.study.reading import read_study
from samvirke.study.study import Study
from samvirke.uncertainty import draws

Figures = dict[str, Array]  # each of shape (draws,)

FOLDER = built_in()[DEFAULT]
CASE = Case.read(FOLDER)
PLACES = list(CASE.assumptions)
WHOLE = (
    "today",
    "expenditure",
    "budget",
    "ceiling",
    "one_off",
    "funding",
)  # all figures of these are compared
KRONE = 1.0
MEDIANS, SHORT_OF_MONEY = 0, 3


def points(columns: int, count: int, seed: int) -> Array:
    """Where in its distribution each assumption lies: the middle, the tails, a hard case, and by chance."""
    middle, low, high = (np.full(columns, place) for place in (0.5, 0.02, 0.98))
    hard = middle.copy()  # a small unit that is to pay for a dear law
    hard[PLACES.index("kom-fte")], hard[PLACES.index("legal-change-cost")] = 0.003, 0.997
    return np.vstack([middle, low, high, hard, np.random.default_rng(seed).random((count - 4, columns))])


@cache
def study() -> Study:
    return read_study(FOLDER)


@cache
def valuation() -> Valuation:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(draws, "points", points)
        return draws.sample(study(), 6, seed=2020)


@cache
def spreadsheet() -> dict[str, Figures]:
    """The spreadsheet's figures; in the draw of medians, from what it has read in the files itself."""
    made = valuation()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        books = [folder / f"draw-{draw}.xlsx" for draw in range(made.draws)]
        for draw, book in enumerate(books):
            values = {id_: float(column[draw]) for id_, column in made.columns.items()}
            write(book, CASE, CASE.medians() if draw == MEDIANS else values)
        each = worked_out(books, folder)
    found: dict[str, Figures] = {alternative: {} for alternative in CASE.alternatives}
    for full in each[0]:
        alternative, figure = full.split(":")
        found[alternative][figure] = np.array([one[full] for one in each])
    return found


def engine(name: str) -> Figures:
    """The engine's figures, worked out anew for each test, which then sees every fault it reaches."""
    plans = plans_of(study())
    return {figure: one.values for figure, one in evaluate(plans[name], valuation(), plans["zero"]).items()}


def test_medians_are_those_of_the_files_in_the_prices_of_the_study() -> None:
    read = {name: valuation().columns[name][MEDIANS] for name in CASE.medians()}
    assert read == pytest.approx(CASE.medians(), rel=1e-9)


@pytest.mark.office
@pytest.mark.parametrize("name", CASE.alternatives)
def test_every_figure_is_the_spreadsheets_to_the_krone(name: str) -> None:
    """And what the engine leaves out is nothing in the spreadsheet."""
    theirs, all_mine = spreadsheet()[name], engine(name)
    mine = {f: v for f, v in all_mine.items() if f in theirs or f.split(".")[0] in WHOLE}
    assert mine.keys() <= theirs.keys()
    apart = {f: np.abs(values - theirs[f]).max() for f, values in mine.items()}
    assert {f: by for f, by in apart.items() if not by < KRONE} == {}
    counted = [f for f in mine if f.startswith("admin.") or f in ("ceiling.strict", "ceiling.state")]
    assert {f: apart[f] for f in (*counted, "ceiling.steady") if not apart[f] < 1e-9} == {}
    left_out = theirs.keys() - mine.keys()
    assert {f for f in left_out if not np.abs(theirs[f]).max() < KRONE} == set()


@pytest.mark.office
def test_the_draws_show_what_they_are_meant_to() -> None:
    """All cost something once, some lie within and some above, and in one draw a payer has too little."""
    sheet = spreadsheet()
    within = [figures["ceiling.strict"] for figures in sheet.values()]
    assert {0, 1} <= {float(value) for values in within for value in values}
    assert all((figures["one_off.total"] > 0).all() for figures in sheet.values())
    police = sheet["staged-pilot"]["funding.outside.kap-440-01.2023"]
    assert police[SHORT_OF_MONEY] > 0
    assert police[MEDIANS] == 0
