"""Every field of a study's records has a column in one of the sheets, with words in both languages."""

import pytest

from samvirke.language import LANGUAGES
from samvirke.workbook.export import number_column
from samvirke.workbook.instructions import CODES, SHEET
from samvirke.workbook.notes import note
from samvirke.workbook.table import Table
from samvirke.workbook.tables import tables
from samvirke.workbook.wording import _column, _words, code

TABLES = tables()
UNITS = next(c.choices for t in TABLES for c in t.columns if c.path == ("unit",) and "MNOK" in c.choices)


def test_no_two_sheets_have_the_same_name_in_either_language() -> None:
    names = [name[language].lower() for name in (SHEET, CODES) for language in LANGUAGES]
    for table in TABLES:
        names += sorted({table.name[language].lower() for language in LANGUAGES})
    assert len(names) == len(set(names))


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.where)
def test_a_sheet_has_a_name_that_a_spreadsheet_takes_and_a_sentence_of_its_own(table: Table) -> None:
    for language in LANGUAGES:
        assert 0 < len(table.name[language]) <= 31
        assert not set(table.name[language]) & set("[]:*?/\\")
        assert table.says[language].endswith(".")


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.where)
def test_a_heading_in_either_language_is_of_one_column_only(table: Table) -> None:
    columns = (*table.keys, number_column(), *table.columns)
    of = [(column.heading[language].lower(), column) for column in columns for language in LANGUAGES]
    assert len({heading for heading, _ in of}) == len({(heading, column) for heading, column in of})


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.where)
def test_a_column_says_in_both_languages_what_it_means(table: Table) -> None:
    """A field that is new needs its words in words.yaml; until then the Norwegian sheet has English ones."""
    for column in (*table.keys, *table.columns):
        told = [note(column, language) for language in LANGUAGES]
        assert told[0] != told[1], column.heading["en"]
        assert column.meaning.nb != column.meaning["en"], column.heading["en"]
        for word in column.choices:
            assert code(word) is not None or word in UNITS, word


def test_words_are_those_of_fields_that_there_are() -> None:
    from samvirke.study.files import ALTERNATIVE, FILES, adapter

    known = {"UnitName"}
    for file in (*FILES, ALTERNATIVE):
        known |= set(adapter(file.model).json_schema().get("$defs", {})) | {file.model.__name__}
    own = {"PartInTask", "ResponsibilityRows"}
    named = {name.partition(".")[0] for name in _words()["columns"] if name[:1].isupper()}
    assert named <= known | own
    assert _column("Nothing", "at_all") == {}
