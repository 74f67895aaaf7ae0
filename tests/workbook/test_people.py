"""What people do to a workbook: what changes nothing, what is read as it was meant, and what is refused."""

from pathlib import Path
from typing import Any

import pytest
from openpyxl.workbook import Workbook
from tests.workbook.sheets import TINY, Spoil, add, after, column, copied, line, put, refused, written

from samvirke.study.document import read_document
from samvirke.workbook.importing import read_in
from samvirke.workbook.problems import ENOUGH, ManyProblemsError


def moved_columns(book: Workbook) -> None:
    sheet = book["Aktører"]
    values = [[cell.value for cell in row] for row in sheet.iter_rows()]
    for number, row in enumerate(values, 1):
        for place, value in enumerate(reversed(row), 1):
            sheet.cell(number, place).value = value


def rows_apart(book: Workbook) -> None:
    for name in ("Aktører", "Utgifter", "Endringer"):
        book[name].insert_rows(3, 4)
        book[name].cell(4, 2).value = "   "


def rows_sorted(book: Workbook) -> None:
    for name in ("Aktører", "Ansvar", "Utgifter – oppgaver", "Endringer", "Informasjonsdeling"):
        sheet = book[name]
        values = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)][::-1]
        for number, row in enumerate(values, 2):
            for place, value in enumerate(row, 1):
                sheet.cell(number, place).value = value


def spaces_and_capitals(book: Workbook) -> None:
    put(book, "Aktører", "desk", "Overordnet", "  Police \u00a0")
    put(book, "Aktører", "desk", "Type", "UNIT ")
    put(book, "Aktører", "desk", "Navn", "Samordningskontoret\n")
    book["Aktører"].cell(1, column(book["Aktører"], "Navn")).value = " navn "


def titles_above(book: Workbook) -> None:
    sheet = book["Utgifter"]
    sheet.insert_rows(1, 3)
    sheet.cell(1, 1).value = "Utgifter til innsatsen, utkast 3"
    sheet.merge_cells("A1:F1")
    sheet.cell(3, 2).value = "Navn på begge språk"
    sheet.merge_cells("B3:C3")


def sheets_of_their_own(book: Workbook) -> None:
    book.create_sheet("Notater")["A1"] = "=1/0"
    sheet = book["Aktører"]
    sheet.cell(1, sheet.max_column + 1).value = "Ringt?"
    sheet.cell(2, sheet.max_column).value = "ja"
    del book["Kodeord"]
    book["Poster"].title = "Poster "


def dates_as_text(book: Workbook) -> None:
    put(book, "Oppdrag", "Frist", "Verdi", "01.03.2021")
    put(book, "Involvering", "shelter", "Invitert", "2020-12-01")
    put(book, "Endringer", ("moved", "move-desk"), "Fra", "1.2022")


def numbers_as_text(book: Workbook) -> None:
    put(book, "Forutsetninger", "grant-size", "Verdi", "3,5")
    put(book, "Forutsetninger", "salary", "P10", " 0,70 ")
    put(book, "Poster", "police-line", "Bevilgning: beløp", "20 000")
    put(book, "Poster", "police-line", "Kapittel", "440")


NOTHING_CHANGED = [
    moved_columns, rows_apart, rows_sorted, spaces_and_capitals, titles_above, sheets_of_their_own,
    dates_as_text, numbers_as_text,
]  # fmt: skip


@pytest.mark.parametrize("spoil", NOTHING_CHANGED, ids=lambda spoil: spoil.__name__)
def test_what_people_do_to_the_looks_of_a_workbook_changes_no_study(tmp_path: Path, spoil: Spoil) -> None:
    found = after(tmp_path, spoil)
    assert (found.differences, found.texts, found.gone) == ((), {}, ())


def test_sheets_that_are_not_the_studys_are_told_of(tmp_path: Path) -> None:
    told = [notice["en"] for notice in after(tmp_path, sheets_of_their_own).notices]
    assert told == ["The sheet “Notater” is not a table of the study, and was not read."]


def test_a_sheet_or_a_column_that_is_missing_leaves_what_the_study_has(tmp_path: Path) -> None:
    def partly(book: Workbook) -> None:
        del book["Kilder"]
        sheet = book["Aktører"]
        sheet.delete_cols(column(sheet, "Type"))
        put(book, "Aktører", "shelter", "Navn", "Tryggheim")

    found = after(tmp_path, partly)
    assert list(found.texts) == ["actors.yaml"]
    assert "Kilder" in found.notices[0].nb
    record = read_document("actors.yaml", found.texts["actors.yaml"]).data["shelter"]
    assert record == {"name": {"nb": "Tryggheim", "en": "The shelter"}, "kind": "ngo"}


def only_lines(before: str, now: str) -> list[tuple[str, str]]:
    """The lines that differ between two texts of as many lines."""
    old, new = before.splitlines(), now.splitlines()
    assert len(old) == len(new)
    return [(a, b) for a, b in zip(old, new, strict=True) if a != b]


def test_only_the_field_that_was_changed_is_written_anew(tmp_path: Path) -> None:
    found = after(tmp_path, lambda book: put(book, "Forutsetninger", "grant-size", "Verdi", 3.75))
    assert list(found.texts) == ["assumptions.yaml"]
    before = (TINY / "assumptions.yaml").read_text(encoding="utf-8")
    assert only_lines(before, found.texts["assumptions.yaml"]) == [("    value: 3.5", "    value: 3.75")]


def test_what_is_said_in_short_stays_short_until_more_is_said(tmp_path: Path) -> None:
    found = after(tmp_path, lambda book: put(book, "Trinn", "contact", "Dager: variasjon", 0.5))
    steps = read_document("pathways.yaml", found.texts["pathways.yaml"]).data["steps"]
    assert steps["contact"]["days"] == {"mean": 10, "cv": 0.5}


def test_a_row_that_is_added_becomes_a_record_and_one_deleted_is_gone(tmp_path: Path) -> None:
    def staffed(book: Workbook) -> None:
        add(book, "Aktører", Aktør="clinic", Navn="Klinikken", Type="ngo")
        add(book, "Ansvar", Oppgave="statistics", Rolle="does", Aktør="clinic")
        add(book, "Ansvar", Oppgave="aid", Rolle="consulted", Aktør="clinic")
        sheet = book["Ansvar"]
        sheet.delete_rows(line(sheet, "coordination", "consulted", "social"))

    found = after(tmp_path, staffed)
    told = {(one.file, one.path, one.kind) for one in found.differences}
    assert told == {
        ("actors.yaml", ("clinic",), "added"),
        ("responsibilities.yaml", ("statistics",), "added"),
        ("responsibilities.yaml", ("aid", "consulted"), "added"),
        ("responsibilities.yaml", ("coordination", "consulted"), "removed"),
    }
    data = read_document("responsibilities.yaml", found.texts["responsibilities.yaml"]).data
    assert data["statistics"] == {"does": ["clinic"]}
    assert data["coordination"]["consulted"] == ["police"]
    assert "# Nobody has the statistics today: a gap." in found.texts["responsibilities.yaml"]


def test_a_change_is_put_where_its_number_says(tmp_path: Path) -> None:
    def between(book: Workbook) -> None:
        for key, number in (("first", 0.5), ("second", 1.5)):
            add(book, "Endringer", Alternativ="moved", Endring=key, **{"Nr.": number}, Verb="assign",
                Fra="2022-01", Begrunnelse="Noen må", Oppgave="statistics", Aktør="desk",
                Rolle="does" if key == "first" else "decides")  # fmt: skip

    found = after(tmp_path, between)
    data = read_document("moved.yaml", found.texts["alternatives/moved.yaml"]).data
    before = read_document("moved.yaml", (TINY / "alternatives/moved.yaml").read_text(encoding="utf-8")).data
    ids = [one["id"] for one in before["changes"]]
    assert [one["id"] for one in data["changes"]] == ["first", ids[0], "second", *ids[1:]]


def test_an_alternative_that_is_deleted_takes_its_file_with_it(tmp_path: Path) -> None:
    def without(book: Workbook) -> None:
        for name in ("Alternativer", "Endringer", "Alternativer – utfordringer", "Alternativer – verter"):
            sheet = book[name]
            for number in range(sheet.max_row, 1, -1):
                if sheet.cell(number, 1).value == "one-more":
                    sheet.delete_rows(number)
        put(book, "Rutenett – celler", 1, "Beholdt som", None)
        put(book, "Rutenett – celler", 1, "Forkastet fordi", "For dyrt")

    assert after(tmp_path, without).gone == ("alternatives/one-more.yaml",)


def test_a_study_that_was_changed_meanwhile_is_told_of(tmp_path: Path) -> None:
    study = copied(tmp_path)
    book = written(tmp_path, study)
    path = study / "actors.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("Krisehjelpen", "Tryggheim"), encoding="utf-8")
    found = read_in(book, study)
    assert "was changed after the workbook was made" in found.notices[0]["en"]
    assert [one.path for one in found.differences] == [("shelter", "name", "nb")]


def cell(sheet: str, keys: Any, heading: str, value: Any) -> Spoil:
    return lambda book: put(book, sheet, keys, heading, value)


UNIT_WITHOUT_PLACE = (
    "Aktører!A6: “Actor”: a unit must have `parent` and `place`\n"
    "  Say which actor the unit belongs to, and in which town it sits."
)
TWO_VALUES = (
    "Forutsetninger!A6: “Assumption”: the value is given in 2 ways\n"
    "  Keep just one of `value`, `p10`/`p50`/`p90`, `triangular`, `uniform`, `beta` and `formula`."
)
SHARE_OF_ONE_CONSULTED = (
    "Ansvar!D4: “Share”: only whoever does a task has this\n  Leave the cell empty, or write the part `does`."
)
REFUSED: list[tuple[Spoil, str]] = [
    (
        cell("Forutsetninger", "grant-size", "Verdi", "ca. 3"),
        "Forutsetninger!B6: “Value”: `ca. 3` is not a number\n  Write for instance 0.25.",
    ),
    (
        cell("Utgifter", "desk-staff", "Aktør", "polise"),
        "Utgifter!D2: “Actor”: `polise` is not the id of an actor\n  Did you mean `police`?",
    ),
    (
        cell("Aktører", "desk", "Type", None),
        "Aktører!D6: “Kind”: the cell is empty\n  Fill it in.",
    ),
    (
        cell("Aktører", "desk", "Sted", None),
        UNIT_WITHOUT_PLACE,
    ),
    (
        cell("Ansvar", ("coordination", "consulted", "police"), "Andel", 0.5),
        SHARE_OF_ONE_CONSULTED,
    ),
    (
        cell("Endringer", ("moved", "move-desk"), "Fra", "i vår"),
        "Endringer!E2: “Start”: `i vår` is not a month\n  Write for instance 2022-01.",
    ),
    (
        cell("Poster", "police-line", "Kapittel", "#REF!"),
        "Poster!B2: “Chapter”: the cell shows #REF!\n  Mend the formula, or write the value.",
    ),
    (
        cell("Forutsetninger", "grant-size", "P10", 3),
        TWO_VALUES,
    ),
]


@pytest.mark.parametrize(("spoil", "said"), REFUSED)
def test_a_mistake_is_told_with_sheet_cell_problem_and_remedy(
    tmp_path: Path, spoil: Spoil, said: str
) -> None:
    assert refused(tmp_path, spoil, "en") == [said]


def test_every_mistake_is_told_at_once(tmp_path: Path) -> None:
    def many(book: Workbook) -> None:
        put(book, "Forutsetninger", "grant-size", "Verdi", "ca. 3")
        put(book, "Utgifter", "desk-staff", "Aktør", "polise")
        add(book, "Aktører", Aktør="desk", Navn="En til", Type="unit")
        add(book, "Endringer", Alternativ="moved-on", Endring="x", Verb="assign")

    told = refused(tmp_path, many, "nb")
    assert len(told) == 4
    assert {one.partition("!")[0] for one in told} == {"Forutsetninger", "Utgifter", "Aktører", "Endringer"}
    assert any("står også i rad 6" in one for one in told)
    assert any("`moved-on` står ikke i arket Alternativer" in one for one in told)


@pytest.mark.parametrize("key", ["Ikke en kilde {}", "samme", "ny-{}"])
def test_a_workbook_full_of_rubbish_is_not_read_to_its_end(tmp_path: Path, key: str) -> None:
    def rubbish(book: Workbook) -> None:
        sheet = book["Kilder"]
        for number in range(3 * ENOUGH):
            sheet.append([key.format(number)])

    study = copied(tmp_path)
    with pytest.raises(ManyProblemsError) as caught:
        read_in(written(tmp_path, study, spoil=rubbish), study)
    assert len(caught.value.problems) == ENOUGH


def test_a_sheet_is_called_what_it_is_called_in_the_workbook(tmp_path: Path) -> None:
    said = refused(tmp_path, cell("Utgifter – oppgaver", "desk-staff", "Utgift", "vekk"), "en")
    assert any("`vekk` is not on the sheet Utgifter" in one for one in said)


def test_a_formula_that_nobody_has_worked_out_is_refused(tmp_path: Path) -> None:
    said = refused(tmp_path, cell("Forutsetninger", "grant-size", "Verdi", "=3*1.25"), "en")
    assert said[0].startswith("Forutsetninger!B6: the cell has a formula that has not been worked out")
