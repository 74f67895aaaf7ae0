"""A filled-in workbook against a study: what its files become, or everything that is wrong, cell by cell."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from samvirke.errors import Problem, StudyError
from samvirke.language import Text
from samvirke.study.difference import Difference, record_differences
from samvirke.study.document import Document, read_document
from samvirke.study.folder import read_folder
from samvirke.study.migration.lifting import lifted
from samvirke.study.reading import read_study
from samvirke.workbook.edits import rewritten
from samvirke.workbook.merging import Merged, merged
from samvirke.workbook.sheets import Filled, Sheet, filled, with_heading
from samvirke.workbook.table import Column
from samvirke.workbook.tables import tables

ENCODING = "utf-8"


@dataclass(frozen=True)
class Imported:
    """What a workbook makes of a study: new texts of files by path, files that go, and what is different."""

    texts: Mapping[str, str]
    gone: tuple[str, ...]
    differences: tuple[Difference, ...]
    notices: tuple[Text, ...] = field(default=())


def read_in(workbook: Path, folder: Path) -> Imported:
    """What a study's files become when a workbook is read in. Nothing is written.

    A folder that does not exist becomes a new study. Raises StudyError with all that is wrong: in cells that
    cannot be read, in what the study would then say, and in the file itself.
    """
    book = filled(workbook)
    written, digest = _texts(folder)
    texts = lifted(written)
    documents = {name: read_document(name, text) for name, text in texts.items() if name.endswith(".yaml")}
    if unreadable := [problem for one in documents.values() for problem in one.problems]:
        raise StudyError(unreadable)
    found = merged(documents, book)
    new = _rewritten(texts, documents, found)
    gone = tuple(name for name in documents if "/" in name and name not in found.files)
    after = {name: text for name, text in {**texts, **new}.items() if name not in gone}
    problems = list(found.problems)
    if new or gone or problems:
        problems += _problems_in(after, found)
    if problems:
        raise StudyError(problems)
    read = {name: read_document(name, text) for name, text in after.items() if name.endswith(".yaml")}
    notices = list(_notices(book, digest))
    if (new or gone) and texts != written:  # one folder is in one format
        new = {name: text for name, text in after.items() if text != written.get(name)}
        notices.append(LIFTED)
    return Imported(new, gone, record_differences(documents, read), tuple(notices))


def _texts(folder: Path) -> tuple[dict[str, str], str | None]:
    """The files of the study as they are, and its digest; nothing where there is no study yet."""
    if not folder.exists():
        return {}, None
    read = read_folder(folder)
    if read.problems:
        raise StudyError(read.problems)
    return {name: (folder / name).read_bytes().decode(ENCODING) for name in read.texts}, read.digest


LIFTED = Text(
    "Studien er i et eldre format, og skrives i det nyeste, som med `samvirke migrate`.",
    "The study is in an older format, and is written in the newest, as with `samvirke migrate`.",
)


def _rewritten(texts: Mapping[str, str], documents: Mapping[str, Document], found: Merged) -> dict[str, str]:
    new = {}
    for name, data in found.files.items():
        old = documents[name].data if name in documents else None
        if data is None or (old is None and not data):
            continue
        text = rewritten(texts.get(name), old, data)
        if text != texts.get(name):
            new[name] = text
    return new


def _problems_in(texts: Mapping[str, str], found: Merged) -> Iterator[Problem]:
    """What the ordinary reader says of the texts, told at cells; what a cell is refused for is told once."""
    with tempfile.TemporaryDirectory(prefix="samvirke-") as place:
        for name, text in texts.items():
            path = Path(place, name)
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(text.encode(ENCODING))
        try:
            read_study(Path(place))
        except StudyError as error:
            told = {(problem.place.file, problem.place.line) for problem in found.problems}
            for problem in error.problems:
                at = _cell_of(problem, found)
                if (at.place.file, at.place.line) not in told:
                    yield at


def _cell_of(problem: Problem, found: Merged) -> Problem:
    """The problem at the cell that the field came from, or where it stands when it came from none."""
    parts = problem.place.field.split(".") if problem.place.field else []
    for length in range(len(parts), -1, -1):
        origin = found.by_field.get((problem.place.file, ".".join(parts[:length])))
        if origin is not None:
            sheet, row = origin
            column = _nearest(tuple(parts[length:]), sheet)
            place = sheet.place(column, row.line)
            return replace(problem, place=place, text=with_heading(column, problem.text))
    return problem


def _nearest(rest: tuple[str, ...], sheet: Sheet) -> Column | None:
    """The column that a path inside a record is about: the one that is on the way to it, or below it."""

    def nearness(column: Column) -> int:
        path = tuple(part for part in column.path if part)
        alike = min(len(path), len(rest))
        return alike + 1 if path[:alike] == rest[:alike] and (path or not rest) else 0

    columns = [column for column in sheet.table.columns if column in sheet.letters]
    best = max(columns, key=nearness, default=None) if rest else None
    if best is not None and nearness(best):
        return best
    return sheet.table.keys[-1] if sheet.table.keys else None


def _notices(book: Filled, digest: str | None) -> Iterator[Text]:
    yield from book.notices
    missing = [table.name for table in tables() if table.where not in book.sheets]
    if missing and digest is not None:
        listed = Text(", ".join(name.nb for name in missing), ", ".join(name["en"] for name in missing))
        yield Text(
            f"Disse arkene er ikke i arbeidsboken, og det de har, blir stående: {listed.nb}.",
            f"These sheets are not in the workbook, and what they hold stays: {listed['en']}.",
        )
    if digest is not None and book.digest is not None and book.digest != digest:
        yield Text(
            "Studien er endret etter at arbeidsboken ble laget. Det som er skrevet i studien siden, "
            "går tilbake.",
            "The study was changed after the workbook was made. What has been written in it since goes back.",
        )
