"""Looking at a workbook before it is opened: what is locked, not whole, too large or dangerous is refused.

A workbook is a zip archive of XML. Its directory says how large everything is once unpacked, so that nothing
need be unpacked to know; Python's zipfile never gives out more than the directory says.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from samvirke.errors import Place, Problem, StudyError
from samvirke.language import Text
from samvirke.study.shown import shown

MAX_FILE = 25_000_000
MAX_UNPACKED = 150_000_000
MAX_STRINGS = 40_000_000
MAX_PARTS = 2_000
MOST_RATIO = 250  # repeated rows compress some tens of times; only what is made to swell does so more
SMALL = 2_000_000  # what is smaller unpacked does no harm, however well it is compressed
OLE = bytes.fromhex("D0CF11E0A1B11AE1")  # the old format, and what holds a workbook with a password
MAIN = "xl/workbook.xml"
ROOT = re.compile(rb"<[A-Za-z]")
HEAD = 4096

Message = tuple[Text, Text]
SAVE_AS = Text(
    "Lagre den som vanlig Excel-arbeidsbok (.xlsx) og prøv igjen.",
    "Save it as an ordinary Excel workbook (.xlsx) and try again.",
)
NOT_THERE: Message = (
    Text("filen finnes ikke", "there is no such file"),
    Text("Oppgi en arbeidsbok, som `study.xlsx`.", "Name a workbook, such as `study.xlsx`."),
)
A_FOLDER: Message = (
    Text("dette er en mappe, ikke en arbeidsbok", "this is a folder, not a workbook"),
    Text(
        "Oppgi arbeidsboken først, så studien: `samvirke excel import study.xlsx MAPPE`.",
        "Name the workbook first, then the study: `samvirke excel import study.xlsx FOLDER`.",
    ),
)
LOCKED: Message = (
    Text(
        "filen kan ikke åpnes; den er kanskje åpen i et annet program",
        "the file cannot be opened; it may be open in another program",
    ),
    Text(
        "Lukk den der, og se om du har tilgang til den.", "Close it there, and see whether you may read it."
    ),
)
PASSWORD: Message = (
    Text(
        "arbeidsboken har passord eller er i det gamle Excel-formatet",
        "the workbook has a password, or is in the old Excel format",
    ),
    Text("Ta bort passordet, og lagre den som .xlsx.", "Take the password away, and save it as .xlsx."),
)
NOT_WHOLE: Message = (
    Text("dette er ikke en hel Excel-arbeidsbok", "this is not a whole Excel workbook"),
    SAVE_AS,
)
MACROS: Message = (
    Text("arbeidsboken har makroer", "the workbook has macros"),
    Text("Lagre den som .xlsx, uten makroer.", "Save it as .xlsx, without macros."),
)
TOO_LARGE: Message = (
    Text(
        f"arbeidsboken er for stor (over {MAX_FILE // 1_000_000} MB)",
        f"the workbook is too large (more than {MAX_FILE // 1_000_000} MB)",
    ),
    Text(
        "Ta bort bilder og ark som ikke hører til studien.",
        "Take away pictures and sheets that are not the study's.",
    ),
)
SWELLS: Message = (
    Text(
        "arbeidsboken svulmer opp når den pakkes ut, og leses ikke",
        "the workbook swells when it is unpacked, and is not read",
    ),
    Text(
        "Kopier innholdet til en ny arbeidsbok fra `samvirke excel export`.",
        "Copy its content into a new workbook from `samvirke excel export`.",
    ),
)
DECLARES: Message = (
    Text("arbeidsboken er ikke laget av et regneark", "the workbook was not made by a spreadsheet"),
    SAVE_AS,
)


def refuse_dangerous(path: Path) -> None:
    """Raise StudyError with one problem for a file that is no workbook, or that could do harm to open."""
    wrong = _wrong(path)
    if wrong is not None:
        raise StudyError([Problem(Place(shown(path, 200)), *wrong)])


def _wrong(path: Path) -> Message | None:
    try:
        if path.is_dir():
            return A_FOLDER
        if not path.is_file():
            return NOT_THERE
        if path.stat().st_size > MAX_FILE:
            return TOO_LARGE
        with path.open("rb") as file:
            if file.read(len(OLE)) == OLE:
                return PASSWORD
        with zipfile.ZipFile(path) as archive:
            return next(_wrong_inside(archive), None)
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError):
        return NOT_WHOLE
    except OSError:
        return LOCKED


def _wrong_inside(archive: zipfile.ZipFile) -> Iterator[Message]:
    parts = archive.infolist()
    names = [part.filename for part in parts]
    if any(part.flag_bits & 1 for part in parts):
        yield PASSWORD
    if any(
        name.lower().endswith(("vbaproject.bin", ".xlm")) or "/macrosheets/" in name.lower() for name in names
    ):
        yield MACROS
    if MAIN not in names or len(set(names)) != len(names):
        yield NOT_WHOLE
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
        yield SWELLS
    for part in parts:
        swells = part.file_size > SMALL and part.file_size > MOST_RATIO * max(part.compress_size, 1)
        too_many = part.filename == "xl/sharedStrings.xml" and part.file_size > MAX_STRINGS
        if swells or too_many:
            yield SWELLS
    if any(_declares(archive, part) for part in parts):
        yield DECLARES


def _declares(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    """Whether an XML part does not come to its root at once, or declares entities before it."""
    if not part.filename.endswith((".xml", ".rels")) or part.file_size == 0:
        return False
    with archive.open(part) as file:
        head = file.read(HEAD)
    root = ROOT.search(head)
    return root is None or b"<!DOCTYPE" in head[: root.start()] or b"<!ENTITY" in head[: root.start()]
