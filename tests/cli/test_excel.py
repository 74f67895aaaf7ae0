"""`samvirke excel`: out to a workbook, shown in words on the way back, and written only when asked."""

from pathlib import Path

import openpyxl
import pytest
from tests.cli.conftest import Command
from tests.cli.test_migrate import contents
from tests.workbook.sheets import column, put

from samvirke.study.reading import read_study


@pytest.fixture
def book(samvirke: Command, tiny: Path, tmp_path: Path) -> Path:
    ran = samvirke("excel", "export", tiny, "study.xlsx")
    assert ran.returncode == 0
    assert "samvirke excel import study.xlsx" in ran.stdout
    return tmp_path / "study.xlsx"


def change(book: Path, value: object) -> None:
    read = openpyxl.load_workbook(book)
    put(read, "Forutsetninger", "grant-size", "Verdi", value)
    read.save(book)


def test_a_workbook_that_says_the_same_is_said_to(samvirke: Command, tiny: Path, book: Path) -> None:
    ran = samvirke("excel", "import", book, tiny, "--write", "-l", "en")
    assert (ran.returncode, ran.stdout) == (0, "The workbook says the same as the study.\n")


def test_what_differs_is_told_in_words_and_nothing_is_written(
    samvirke: Command, tiny: Path, book: Path
) -> None:
    before = contents(tiny)
    change(book, "3,75")
    ran = samvirke("excel", "import", book, tiny)
    assert ran.returncode == 0
    assert ran.stdout == (
        "assumptions.yaml\n- `grant-size` value fra 3,5 til 3,75\n\n"
        "Ingenting er skrevet. Legg til `--write` for å skrive det.\n"
    )
    assert contents(tiny) == before


def test_it_is_written_when_asked(samvirke: Command, tiny: Path, book: Path) -> None:
    before = contents(tiny)
    change(book, 3.75)
    ran = samvirke("excel", "import", book, tiny, "--write", "-l", "en")
    assert ran.stdout.endswith("1 file was changed.\n")
    assert read_study(tiny).assumptions["grant-size"].value == 3.75
    now = contents(tiny)
    assert [name for name in now if now[name] != before.get(name)] == ["assumptions.yaml"]


def test_a_mistake_changes_nothing_and_is_told_by_its_cell(samvirke: Command, tiny: Path, book: Path) -> None:
    before = contents(tiny)
    change(book, "mye")
    ran = samvirke("excel", "import", book, tiny, "--write", "-l", "en")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "Forutsetninger!B6: “Value”: `mye` is not a number" in ran.stderr
    assert ran.stderr.endswith("1 mistake. Nothing was changed.\n")
    assert contents(tiny) == before


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (60, "50 mistakes, and 10 more. Nothing was changed.\n"),
        (2000, "50 mistakes, and at least 450 more. Nothing was changed.\n"),
    ],
)
def test_the_first_of_many_mistakes_are_told_and_how_many_more_there_are(
    samvirke: Command, tiny: Path, book: Path, rows: int, said: str
) -> None:
    read = openpyxl.load_workbook(book)
    sheet = read["Kilder"]
    for _ in range(rows):
        sheet.cell(sheet.max_row + 1, column(sheet, "Tittel")).value = "uten id"
        sheet.cell(sheet.max_row, 1).value = "#REF!"
    read.save(book)
    ran = samvirke("excel", "import", book, tiny, "-l", "en")
    assert ran.returncode == 2
    assert ran.stderr.endswith(said)
    assert ran.stderr.count("Kilder!A") == 50


def test_a_folder_is_no_workbook(samvirke: Command, tiny: Path) -> None:
    ran = samvirke("excel", "import", tiny, tiny, "-l", "en")
    assert ran.returncode == 2
    assert "this is a folder, not a workbook" in ran.stderr


def test_a_folder_that_does_not_exist_becomes_a_study(samvirke: Command, book: Path, tmp_path: Path) -> None:
    assert samvirke("excel", "import", book, "fresh", "--write").returncode == 0
    assert read_study(tmp_path / "fresh").assignment.title.nb == "Hjelp til utnyttede unge"


def test_a_built_in_study_is_not_written_in(samvirke: Command, tmp_path: Path) -> None:
    samvirke("excel", "export", "starter", "starter.xlsx")
    ran = samvirke("excel", "import", "starter.xlsx", "starter", "--write", "-l", "en")
    assert ran.returncode == 2
    assert "samvirke new FOLDER --from starter" in ran.stderr


@pytest.mark.parametrize("name", ["study.xls", "study", ""])
def test_only_a_workbook_is_written(samvirke: Command, tiny: Path, name: str) -> None:
    ran = samvirke("excel", "export", tiny, name, "-l", "en")
    assert ran.returncode == 2
    assert "the name of a workbook ends in .xlsx" in ran.stderr


def test_a_file_that_stood_there_is_kept_when_the_study_is_no_good(
    samvirke: Command, tiny: Path, book: Path
) -> None:
    before = book.read_bytes()
    (tiny / "lines.yaml").write_text("nothing", encoding="utf-8")
    assert samvirke("excel", "export", tiny, book).returncode == 2
    assert book.read_bytes() == before
