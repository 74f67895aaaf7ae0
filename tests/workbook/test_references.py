"""Ids that lead nowhere are told at their own cells, together with everything else that is wrong."""

from pathlib import Path

import pytest
from openpyxl.workbook import Workbook
from tests.workbook.sheets import CASES, Spoil, after, written

from samvirke.cases import built_in
from samvirke.errors import StudyError
from samvirke.study.reading import read_study
from samvirke.workbook.references import dangling
from samvirke.workbook.sheets import filled

STARTER = built_in()["starter"]
Cell = tuple[str, str, str | float]  # sheet, place, value
ACTOR = "Utgifter!D2: «Aktør»: `polise` er ikke id-en til en aktør"


def spoilt(*cells: Cell) -> Spoil:
    """The starter with an actor that there is none of, and something else that is wrong."""

    def spoil(book: Workbook) -> None:
        book["Utgifter"]["D2"] = "polise"
        for sheet, place, value in cells:
            book[sheet][place] = value

    return spoil


def told(folder: Path, spoil: Spoil) -> list[str]:
    """The first line of every problem."""
    with pytest.raises(StudyError) as caught:
        after(folder, spoil, source=STARTER)
    return [problem.told("nb").splitlines()[0] for problem in caught.value.problems]


@pytest.mark.parametrize("name", sorted(CASES))
def test_every_id_of_a_study_that_can_be_used_leads_somewhere(tmp_path: Path, name: str) -> None:
    documents = read_study(CASES[name]).documents
    assert list(dangling(documents, filled(written(tmp_path, CASES[name])))) == []


BESIDE: list[tuple[Cell, str]] = [
    (("Utgifter", "G2", "tull"), "Utgifter!G2: «Art»: her står `tull`"),
    (
        ("Utgifter", "I2", "ca. 5"),
        "Utgifter!I2: «Årsverk»: `ca. 5` er verken et tall eller id-en til en forutsetning",
    ),
    (
        ("Utgifter – oppgaver", "C2", 0.9),
        "'Utgifter – oppgaver'!C2: «Andel»: andelene av oppgavene blir 1,3, ikke 1",
    ),
    (
        ("Utgifter – oppgaver", "B2", "vekk"),
        "'Utgifter – oppgaver'!B2: «Oppgave»: `vekk` er ikke id-en til en oppgave",
    ),
]


@pytest.mark.parametrize(("cell", "said"), BESIDE)
def test_an_unknown_id_and_another_fault_are_each_told_once_at_their_own_cell(
    tmp_path: Path, cell: Cell, said: str
) -> None:
    assert told(tmp_path, spoilt(cell)) == [ACTOR, said]


def test_faults_of_every_kind_are_told_together(tmp_path: Path) -> None:
    every = told(tmp_path, spoilt(BESIDE[0][0], BESIDE[1][0], BESIDE[3][0]))
    assert every == [ACTOR, BESIDE[0][1], BESIDE[1][1], BESIDE[3][1]]


def test_an_unreadable_cell_hides_no_fault_of_another_sheet(tmp_path: Path) -> None:
    assert told(tmp_path, spoilt(BESIDE[1][0], BESIDE[2][0])) == [ACTOR, BESIDE[1][1], BESIDE[2][1]]


def test_a_task_that_there_is_none_of_is_told_where_it_stands_and_not_in_a_file(tmp_path: Path) -> None:
    def spoil(book: Workbook) -> None:
        book["Ansvar"]["A2"] = "vekk"

    assert told(tmp_path, spoil) == ["Ansvar!A2: «Oppgave»: `vekk` er ikke id-en til en oppgave"]


def test_the_remedy_is_for_who_sits_in_a_spreadsheet(tmp_path: Path) -> None:
    with pytest.raises(StudyError) as caught:
        after(tmp_path, spoilt(), source=STARTER)
    assert [problem.remedy["en"] for problem in caught.value.problems] == [
        "Choose an id from the sheet Aktører, or write it there first."
    ]
