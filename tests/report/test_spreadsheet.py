"""The workbook of results: what its formulas come to is what the engine finds, to the krone."""

from dataclasses import replace
from functools import cache
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from tests.making import contents
from tests.spreadsheet.office import worked_out_again
from tests.workbook.sheets import STUDIES

from samvirke.cases import built_in
from samvirke.consequences.evaluation import evaluate
from samvirke.language import LANGUAGES, Language, Text
from samvirke.report.report import report
from samvirke.report.spreadsheet.book import files
from samvirke.report.spreadsheet.called import sheet_name
from samvirke.study.reading import read_study
from samvirke.uncertainty.draws import sample
from samvirke.uncertainty.results import Results, run

CASES = {"tiny": STUDIES / "tiny", **built_in()}
DRAWS, SEED, KRONE = 64, 7, 1.0
FIGURES = ("npv", "npv.resources", "npv.tax", "annual_value")
BY_YEAR = (
    "expenditure.total", "expenditure.one_off", "budget.change", "budget.net", "funding.given_up",
    "funding.outside",
)  # fmt: skip


@cache
def results(case: str) -> Results:
    return run(read_study(CASES[case]), DRAWS, SEED)


@cache
def engine(case: str) -> dict[str, float]:
    """Every figure of every alternative, expected and not rounded; money in kroner."""
    done = results(case)
    versions = {key: value for one in done.plans.values() for key, value in one.versions.items()}
    valuation, zero = sample(done.study, DRAWS, SEED, versions), done.plans[done.zero]
    return {
        f"{name}:{figure}": outcome.mean
        for name, plan in done.plans.items()
        for figure, outcome in evaluate(plan, valuation, zero).items()
    }


def written(case: str, folder: Path) -> Path:
    done = results(case)
    path = folder / "results.xlsx"
    path.write_bytes(files(done, report(done))["results.nb.xlsx"]())
    return path


def without_values(path: Path, folder: Path) -> Path:
    """The workbook with its formulas and none of the values they had."""
    book = openpyxl.load_workbook(path)
    bare = folder / "bare.xlsx"
    book.save(bare)
    return bare


def overview(path: Path) -> dict[str, float]:
    """What each figure is in the workbook, by alternative and name."""
    sheet = openpyxl.load_workbook(path, data_only=True)["Oversikt"]
    return {str(row[5]): float(row[2]) for row in sheet.iter_rows(min_row=4, values_only=True)}  # type: ignore[arg-type]


def apart(found: dict[str, float], wanted: dict[str, float]) -> dict[str, float]:
    return {name: by for name, value in found.items() if (by := abs(value - wanted[name])) > KRONE}


@pytest.mark.parametrize("case", CASES)
def test_every_total_is_the_engines_to_the_krone_as_it_is_written(case: str, tmp_path: Path) -> None:
    found = overview(written(case, tmp_path))
    assert apart(found, engine(case)) == {}


def is_wanted(name: str, zero: str) -> bool:
    """Whether the workbook is to have a figure: zero has no present value, and today's total is told once."""
    alternative, _, figure = name.partition(":")
    if figure.startswith(("npv", "annual_value")):
        return alternative != zero and figure in FIGURES
    if figure == "today.total":
        return alternative == zero
    return figure.startswith(BY_YEAR) and figure[-4:].isdigit()


@pytest.mark.parametrize("case", CASES)
def test_every_figure_that_can_be_added_up_is_in_the_workbook(case: str, tmp_path: Path) -> None:
    found, zero = overview(written(case, tmp_path)), results(case).zero
    wanted = {name: value for name, value in engine(case).items() if is_wanted(name, zero)}
    assert {name for name, value in wanted.items() if name not in found and abs(value) > KRONE} == set()
    assert len(wanted.keys() & found.keys()) > 40


@pytest.mark.office
@pytest.mark.parametrize("case", CASES)
def test_a_spreadsheet_program_finds_the_same_from_the_formulas_alone(case: str, tmp_path: Path) -> None:
    bare = without_values(written(case, tmp_path), tmp_path)
    assert apart(overview(worked_out_again(bare, tmp_path / "office")), engine(case)) == {}


HEADS = 3  # the row of a sheet that its headings stand in


def column_of(sheet: Worksheet, heading: str) -> int:
    return next(cell.column for cell in sheet[HEADS] if cell.value == heading)


def row_of(sheet: Worksheet, heading: str, text: str) -> int:
    column = column_of(sheet, heading)
    return next(row for row in range(HEADS + 1, sheet.max_row + 1) if sheet.cell(row, column).value == text)


def add(sheet: Worksheet, row: int, heading: str, more: float) -> None:
    cell = sheet.cell(row, column_of(sheet, heading))
    cell.value = float(cell.value) + more  # type: ignore[arg-type]


def sheets_of(book: Workbook, number: int) -> tuple[Worksheet, Worksheet]:
    """An alternative's tables and its postings."""
    tables, postings = (sheet for sheet in book.worksheets if sheet.title.startswith(f"{number} "))
    return tables, postings


@pytest.mark.office
def test_a_cell_that_is_changed_changes_what_rests_on_it_and_nothing_else(tmp_path: Path) -> None:
    """A million more for the desk each year; and two more, each year it runs, in what a change moves."""
    path = written("tiny", tmp_path)
    before = overview(path)
    book = openpyxl.load_workbook(path)
    spent = book["Utgifter"]
    add(spent, row_of(spent, "Id", "desk-staff"), "Kroner i året", 1e6)
    first = next(iter(results("tiny").compared))
    _, posted = sheets_of(book, 1)
    row = HEADS + 1
    taker, giver = (posted.cell(row, column_of(posted, f"Id: {end} konto")).value for end in ("til", "fra"))
    add(posted, row, "Kroner i året, eller i alt for engangs", 2e6)
    book.save(tmp_path / "changed.xlsx")
    after = overview(worked_out_again(tmp_path / "changed.xlsx", tmp_path / "office"))
    moved = {name: after[name] - before[name] for name in before if abs(after[name] - before[name]) > KRONE}
    totals = [name for name in before if ":expenditure.total." in name or name.endswith("today.total")]
    inside = {name: moved.pop(name, 0.0) for name in totals}
    others = {name: by for name, by in inside.items() if not name.startswith(f"{first}:")}
    assert all(by == pytest.approx(1e6) for by in others.values())
    assert moved
    assert all(name.startswith(f"{first}:") for name in moved)
    lines = {name for name in moved if ".change." in name}
    assert all(f".{taker}." in name or f".{giver}." in name for name in lines)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_formula_is_written_from_what_a_study_says(language: str, tmp_path: Path) -> None:
    done = results("tiny")
    dangerous = Text("=cmd|' /C calc'!A0", "=1+1")
    actors = {key: one.model_copy(update={"name": dangerous}) for key, one in done.study.actors.items()}
    spoilt = replace(done, study=done.study.with_(actors=actors))
    path = tmp_path / "results.xlsx"
    path.write_bytes(files(spoilt, report(done))[f"results.{language}.xlsx"]())
    sheet = openpyxl.load_workbook(path).worksheets[2]
    said = [cell for row in sheet.iter_rows(min_row=4, max_row=5) for cell in row if cell.column == 2]
    assert [cell.data_type for cell in said] == ["s", "s"]
    assert str(said[0].value).startswith("=")


def test_the_same_run_gives_the_same_workbook() -> None:
    done = results("tiny")
    assert contents(files(done, report(done))) == contents(files(done, report(done)))


@pytest.mark.office
def test_a_yes_that_becomes_a_no_takes_a_row_out_of_todays_total(tmp_path: Path) -> None:
    path = written("tiny", tmp_path)
    before = overview(path)
    book = openpyxl.load_workbook(path)
    sheet = book["Utgifter"]
    row = row_of(sheet, "Id", "desk-staff")
    cell = sheet.cell(row, column_of(sheet, "Med i dagens total"))
    amount = float(sheet.cell(row, column_of(sheet, "Kroner i året")).value)  # type: ignore[arg-type]
    assert cell.value == "ja"
    cell.value = "nei"
    book.save(tmp_path / "changed.xlsx")
    after = overview(worked_out_again(tmp_path / "changed.xlsx", tmp_path / "office"))
    moved = {name: after[name] - before[name] for name in before if abs(after[name] - before[name]) > KRONE}
    assert list(moved) == [f"{results('tiny').zero}:today.total"]
    assert list(moved.values()) == [pytest.approx(-amount)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("case", CASES)
def test_what_is_in_sight_is_names_and_the_ids_are_hidden(case: str, language: str, tmp_path: Path) -> None:
    """Every posting tells its change in a sentence, and no account or row by the id that formulas go by."""
    done = results(case)
    path = tmp_path / "results.xlsx"
    path.write_bytes(files(done, report(done))[f"results.{language}.xlsx"]())
    book = openpyxl.load_workbook(path)
    ids = {*done.study.lines, *done.study.spending, "need:recurring", "need:one-off", "new-appropriation"}
    ids |= {change.change.id for name in done.plans for change in done.plans[name].changes}
    price_year = f"{done.study.assignment.price_year}"
    for number, _ in enumerate(done.plans):
        for sheet in sheets_of(book, number):
            assert price_year in str(sheet.cell(2, 1).value)
        in_sight = [
            cell.value
            for row in sheet.iter_rows(min_row=HEADS + 1)
            for cell in row
            if not hidden(sheet, cell.column)
        ]
        assert ids.isdisjoint(str(value) for value in in_sight)
        assert {"ja", "nei", "yes", "no"} & set(in_sight) or sheet.max_row == HEADS + 1
    assert price_year in str(book.worksheets[2].cell(2, 1).value)


def hidden(sheet: Worksheet, column: int | None) -> bool:
    """Whether a column is out of sight; programs write columns that are alike as one span."""
    return any(
        one.hidden and (one.min or 0) <= (column or 0) <= (one.max or 0)
        for one in sheet.column_dimensions.values()
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_sheets_are_called_by_their_alternative_whatever_it_is_called(language: Language) -> None:
    long = "Enheten, som også [kan]: *hete* 'noe' som er lengre enn det er rom for"
    name = Text(long, long.upper())
    done = results("tiny")
    alternatives = {
        key: one.model_copy(update={"name": name}) for key, one in done.study.alternatives.items()
    }
    study = done.study.with_(alternatives=alternatives)
    called = [
        sheet_name(study, key, number, language, after)
        for number, key in enumerate(alternatives)
        for after in ("", ", posteringer")
    ]
    assert len({one.casefold() for one in called}) == len(called)
    assert all(len(one) <= 31 and not set("[]:*?/\\'") & set(one) for one in called)
    assert all(name[language].startswith(one[2:10].rstrip(" ,…")) for one in called)
    assert all(one.endswith(("…", "…, posteringer")) for one in called)
