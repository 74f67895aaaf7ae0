"""LibreOffice, to work out what stands in a workbook."""

import csv
import shutil
import subprocess
from pathlib import Path

# A new profile works out every formula when a file is opened, instead of trusting what the file says.
SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse">\
<value>0</value></prop></item>
</oor:items>
"""
AS_STORED = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false"  # all digits, not as shown


def office_path() -> str | None:
    return shutil.which("soffice") or shutil.which("libreoffice")


def worked_out(books: list[Path], folder: Path) -> list[dict[str, float]]:
    """The figures of each workbook, as LibreOffice works them out in one go."""
    _convert(books, folder, AS_STORED)
    return [_read(folder / f"{book.stem}.csv") for book in books]


def worked_out_again(book: Path, folder: Path) -> Path:
    """A workbook as LibreOffice writes it, with every formula worked out anew."""
    _convert([book], folder, "xlsx")
    return folder / book.name


def _convert(books: list[Path], folder: Path, form: str) -> None:
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(SETTINGS, encoding="utf-8")
    program = office_path()
    assert program is not None
    subprocess.run(
        [
            program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", "--convert-to",
            form, "--outdir", str(folder), *map(str, books),
        ],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip


def _read(path: Path) -> dict[str, float]:
    with path.open(encoding="utf-8", newline="") as file:
        return {name: float(value) for name, value, *_ in csv.reader(file)}
