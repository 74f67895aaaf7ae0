"""Files that are no workbook, or that could do harm: one message, before anything is unpacked."""

import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl.workbook import Workbook
from tests.fuzz.watch import MEGABYTES
from tests.workbook.sheets import copied, written

from samvirke.errors import StudyError
from samvirke.workbook.archive import MAX_FILE, MOST_RATIO, OLE, SMALL
from samvirke.workbook.importing import read_in
from samvirke.workbook.opening import MOST_ROWS

ROOT = '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'


def repacked(path: Path, change: Callable[[str, bytes], bytes | None], **more: bytes) -> None:
    """The workbook with its parts changed, taken away or added."""
    parts = {}
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            content = change(name, archive.read(name))
            if content is not None:
                parts[name] = content
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {**parts, **more}.items():
            archive.writestr(name, content)


def not_there(path: Path) -> None:
    path.unlink()


def not_a_workbook(path: Path) -> None:
    path.write_text("Aktør;Navn\n", encoding="utf-8")


def cut_off(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-5000])


def spoilt_in_the_middle(path: Path) -> None:
    content = path.read_bytes()
    middle = content.index(b"xl/worksheets/sheet5.xml") + 60
    path.write_bytes(content[:middle] + b"\0" * 300 + content[middle + 300 :])


def with_password(path: Path) -> None:
    path.write_bytes(OLE + b"\0" * 5000)


def with_macros(path: Path) -> None:
    repacked(path, lambda name, content: content, **{"xl/vbaProject.bin": b"x"})


def huge(path: Path) -> None:
    with path.open("ab") as file:
        file.truncate(200_000_000)


def bomb(path: Path) -> None:
    swollen = (ROOT + " " * (4 * MOST_RATIO * SMALL // 100)).encode()
    repacked(path, lambda name, content: swollen if name == "xl/worksheets/sheet5.xml" else content)


def strings_without_end(path: Path) -> None:
    """A part that says it is short and unpacks to more than anybody has memory for."""
    strings = b"<sst>" + bytes(range(32, 60)) * 2_000_000
    repacked(path, lambda name, content: strings if name == "xl/sharedStrings.xml" else content)


def entities(path: Path) -> None:
    laughs = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha">]><worksheet>&a;</worksheet>'
    repacked(path, lambda name, content: laughs if name == "xl/worksheets/sheet5.xml" else content)


def no_xml(path: Path) -> None:
    repacked(path, lambda name, content: b"<worksheet><" if name == "xl/worksheets/sheet5.xml" else content)


def of_another_kind(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<document/>")


def of_something_else(path: Path) -> None:
    Workbook().save(path)


def a_cell_far_away(path: Path) -> None:
    far = b'<sheetData><row r="1048576"><c r="XFD1048576" t="n"><v>1</v></c></row></sheetData>'
    wide = (ROOT.encode() + far) + b"</worksheet>"
    repacked(path, lambda name, content: wide if name == "xl/worksheets/sheet5.xml" else content)


REFUSED: dict[Callable[[Path], None], str] = {
    not_there: "there is no such file",
    not_a_workbook: "this is not a whole Excel workbook",
    cut_off: "this is not a whole Excel workbook",
    spoilt_in_the_middle: "this is not a whole Excel workbook",
    with_password: "the workbook has a password, or is in the old Excel format",
    with_macros: "the workbook has macros",
    huge: f"the workbook is too large (more than {MAX_FILE // 1_000_000} MB)",
    bomb: "the workbook swells when it is unpacked, and is not read",
    strings_without_end: "the workbook swells when it is unpacked, and is not read",
    entities: "the workbook was not made by a spreadsheet",
    no_xml: "this is not a whole Excel workbook",
    of_another_kind: "this is not a whole Excel workbook",
    of_something_else: "none of the sheets is a study's",
}


@pytest.mark.parametrize("harm", REFUSED, ids=lambda harm: harm.__name__)
def test_a_file_that_is_no_good_gets_one_message_that_says_what_it_is(
    tmp_path: Path, harm: Callable[[Path], None]
) -> None:
    study = copied(tmp_path)
    book = written(tmp_path, study)
    harm(book)
    with pytest.raises(StudyError) as error:
        read_in(book, study)
    (problem,) = error.value.problems
    assert (problem.text["en"], str(problem.place)) == (REFUSED[harm], str(book))
    assert problem.remedy.nb


def test_a_row_beyond_what_is_read_is_refused(tmp_path: Path) -> None:
    study = copied(tmp_path)

    def far(book: Workbook) -> None:
        book["Aktører"].cell(MOST_ROWS + 50, 1).value = "far-away"

    with pytest.raises(StudyError) as error:
        read_in(written(tmp_path, study, spoil=far), study)
    assert [str(one.place) for one in error.value.problems] == [f"Aktører!A{MOST_ROWS + 1}"]


@pytest.mark.parametrize("harm", [huge, bomb, strings_without_end, a_cell_far_away], ids=lambda h: h.__name__)
def test_what_could_fill_the_memory_does_not(tmp_path: Path, harm: Callable[[Path], None]) -> None:
    """In a process of its own, which by `getrusage` would begin with what this one has held."""
    study = copied(tmp_path)
    book = written(tmp_path, study)
    harm(book)
    program = (
        "import sys\n"
        "from pathlib import Path\n"
        "from samvirke.errors import StudyError\n"
        "from samvirke.workbook.importing import read_in\n"
        "try: read_in(Path(sys.argv[1]), Path(sys.argv[2]))\n"
        "except StudyError: pass\n"
        "from tests.fuzz.watch import megabytes\n"
        "print(megabytes('VmHWM'))\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program, str(book), str(study)],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        check=True,
        timeout=120,
    )
    assert float(ran.stdout) < MEGABYTES


def test_text_that_looks_like_a_formula_is_written_as_text(tmp_path: Path) -> None:
    study = copied(tmp_path)
    path = study / "actors.yaml"
    text = path.read_text(encoding="utf-8")
    for number, danger in enumerate(("=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)")):
        text += f'danger-{number}: {{name: "{danger}", kind: ngo}}\n'
    path.write_text(text, encoding="utf-8")
    book = written(tmp_path, study)
    with zipfile.ZipFile(book) as archive:
        sheets = [name for name in archive.namelist() if name.startswith("xl/worksheets/")]
        assert not [name for name in sheets if b"<f>" in archive.read(name)]
    assert read_in(book, study).texts == {}
