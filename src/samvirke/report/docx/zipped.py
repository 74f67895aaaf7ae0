"""Office files as ZIP archives: written to the same bytes every time, and opened with care.

A file comes from somebody else, so that its directory is looked at before anything in it is unpacked.
"""

from __future__ import annotations

import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

from samvirke.errors import Place, Problem, StudyError
from samvirke.language import Text
from samvirke.study.shown import shown

MAX_FILE = 50_000_000  # bytes of the whole file
MAX_PART = 8_000_000  # bytes of one XML part, unpacked; the larger built-in report has 3.2 million
MAX_UNPACKED = 200_000_000  # bytes of all parts, unpacked
MAX_PARTS = 5_000
MAX_DIRECTORY = 1_000_000  # bytes of the archive's own list of its parts
MAX_RATIO = 200  # a part that grows more than this when unpacked is no text that people wrote
SMALL = 1_000_000  # bytes; a part that is smaller than this may grow as it likes
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # how files of older Office programs begin, and encrypted ones
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
END, END_SIZE, ZIP64 = b"PK\x05\x06", 22, b"PK\x06\x07"
MACROS = ("vbaproject.bin", "vbadata.xml")
EPOCH = (1980, 1, 1, 0, 0, 0)
CONTENT_TYPES = "[Content_Types].xml"
# What zipfile raises for archives that are cut, packed in an unknown way, or say what is not so.
BROKEN = (
    zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, struct.error, EOFError, ValueError, OSError,
    RuntimeError,
)  # fmt: skip

Refusal = tuple[Text, Text]
SAVE_AGAIN = Text(
    "Åpne filen i Word, og lagre den på nytt som .docx.", "Open the file in Word, and save it again as .docx."
)
NOT_THERE: Refusal = (
    Text("filen finnes ikke", "the file is not there"),
    Text("Oppgi filen.", "Name the file."),
)
NOT_A_FILE: Refusal = (
    Text("dette er ikke en vanlig fil", "this is not an ordinary file"),
    Text("Oppgi en Word-fil (.docx).", "Name a Word file (.docx)."),
)
LOCKED: Refusal = (
    Text("filen kan ikke leses", "the file cannot be read"),
    Text(
        "Se om den er åpen i et annet program, og om du har tilgang til den.",
        "See whether it is open in another program, and whether you have access to it.",
    ),
)
TOO_LARGE: Refusal = (
    Text("filen er større enn 50 MB", "the file is larger than 50 MB"),
    Text("Ta ut bilder og vedlegg, og lagre på nytt.", "Take out pictures and attachments, and save again."),
)
PASSWORD: Refusal = (
    Text("filen er låst med et passord", "the file is locked with a password"),
    Text("Åpne den i Word, ta bort passordet og lagre.", "Open it in Word, take the password away and save."),
)
OLD: Refusal = (
    Text("filen er i et eldre format (.doc)", "the file is in an older format (.doc)"),
    SAVE_AGAIN,
)
CORRUPT: Refusal = (
    Text("filen er skadet eller ikke en Word-fil", "the file is damaged or no Word file"),
    SAVE_AGAIN,
)
BOMB: Refusal = (
    Text(
        "filen er pakket slik at den ikke kan åpnes trygt",
        "the file is packed so that it is not safe to open",
    ),
    SAVE_AGAIN,
)
TOO_LONG: Refusal = (
    Text("teksten i filen er for stor (mer enn 8 MB)", "the text of the file is too large (more than 8 MB)"),
    Text("Ta ut det som er lagt til, og lagre på nytt.", "Take out what was added, and save again."),
)
WITH_MACROS: Refusal = (
    Text("filen har makroer", "the file has macros"),
    Text("Lagre den som et vanlig Word-dokument (.docx).", "Save it as an ordinary Word document (.docx)."),
)


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """Parts as an archive: the same parts give the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(parts, key=lambda one: (one != CONTENT_TYPES, one)):
            entry = zipfile.ZipInfo(name, EPOCH)
            # A picture is packed already.
            entry.compress_type = zipfile.ZIP_STORED if name.endswith(".png") else zipfile.ZIP_DEFLATED
            entry.create_system = 3  # the same on every system
            entry.external_attr = (stat.S_IFREG | 0o644) << 16
            archive.writestr(entry, parts[name])
    return out.getvalue()


def refuse(path: Path, refusal: Refusal) -> NoReturn:
    """Raise StudyError about a file."""
    text, remedy = refusal
    raise StudyError([Problem(Place(shown(path, 200)), text, remedy)])


def office_bytes(path: Path) -> bytes:
    """The bytes of a Word file that is safe to open. Raises StudyError with one reason when it is not."""
    try:
        if not path.exists():
            refuse(path, NOT_THERE)
        if not path.is_file():
            refuse(path, NOT_A_FILE)
        if path.stat().st_size > MAX_FILE:
            refuse(path, TOO_LARGE)
        content = path.read_bytes()
    except OSError:
        refuse(path, LOCKED)
    if content.startswith(OLE):
        refuse(path, PASSWORD if ENCRYPTED in content else OLD)
    if not content.startswith(b"PK\x03\x04"):
        refuse(path, CORRUPT)
    _look_at_directory(path, content)
    return content


def _look_at_directory(path: Path, content: bytes) -> None:
    end = content.rfind(END)
    if end < 0 or len(content) - end < END_SIZE:
        refuse(path, CORRUPT)
    # A directory that is larger, or of the form for large files, would itself take up memory.
    (size,) = struct.unpack_from("<I", content, end + 12)
    if size > MAX_DIRECTORY or content.rfind(ZIP64, max(0, end - 20), end) >= 0:
        refuse(path, BOMB)
    with opened(path, content) as archive:
        entries = archive.infolist()
        if any(one.flag_bits & 0x1 for one in entries):
            refuse(path, PASSWORD)
        if any(one.filename.lower().rpartition("/")[2] in MACROS for one in entries):
            refuse(path, WITH_MACROS)
        if len(entries) > MAX_PARTS or sum(one.file_size for one in entries) > MAX_UNPACKED:
            refuse(path, BOMB)
        for one in entries:
            if one.file_size > SMALL and one.file_size > MAX_RATIO * max(1, one.compress_size):
                refuse(path, BOMB)
        if any(one.file_size > MAX_PART for one in entries if one.filename.endswith((".xml", ".rels"))):
            refuse(path, TOO_LONG)
        if CONTENT_TYPES not in archive.namelist():
            refuse(path, CORRUPT)


@contextmanager
def opened(path: Path, content: bytes) -> Iterator[zipfile.ZipFile]:
    """The archive in a file's bytes. Raises StudyError for whatever is wrong with it."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            yield archive
    except BROKEN:
        refuse(path, CORRUPT)


def part(archive: zipfile.ZipFile, name: str) -> bytes | None:
    """A part as it is unpacked, whatever the directory says of its size; None when it is not there."""
    if name not in archive.namelist():
        return None
    with archive.open(name) as packed:
        content = packed.read(MAX_PART + 1)
    if len(content) > MAX_PART:
        raise zipfile.LargeZipFile(name)
    return content
