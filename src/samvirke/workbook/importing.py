"""A filled-in workbook against a study: what its files become, or everything that is wrong, cell by cell."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice
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
from samvirke.workbook.problems import ENOUGH, ManyProblemsError
from samvirke.workbook.references import dangling
from samvirke.workbook.sheets import Filled, Sheet, SheetRow, filled, with_heading
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
    read = {name: read_document(name, text) for name, text in after.items() if name.endswith(".yaml")}
    problems = list(found.problems)
    if new or gone or problems:
        problems += _problems_in(after, read, found, book)
    if len(problems) >= ENOUGH:
        raise ManyProblemsError(problems[:ENOUGH])
    if problems:
        raise StudyError(problems)
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


def _problems_in(
    texts: Mapping[str, str], documents: Mapping[str, Document], found: Merged, book: Filled
) -> Iterator[Problem]:
    """Ids that lead nowhere, and what the ordinary reader says of the texts, told at cells and each once."""
    nowhere = list(islice(dangling(documents, book), ENOUGH))
    yield from (one.problem for one in nowhere)
    links = {(_row(one.problem), one.text) for one in nowhere}
    cells = {problem.place for problem in found.problems}
    unread = {_row(problem) for problem in found.problems}
    for problem in _read_problems(texts):
        at, is_of_whole = _cell_of(problem, found)
        is_link = (_row(at), problem.text) in links or (
            at is problem and problem.text in {text for _, text in links}
        )
        # A row that could not be read in full may be wrong as a whole for that reason alone.
        if not is_link and at.place not in cells and not (is_of_whole and _row(at) in unread):
            yield at


def _row(problem: Problem) -> tuple[str, int | None]:
    return problem.place.file, problem.place.line


def _read_problems(texts: Mapping[str, str]) -> tuple[Problem, ...]:
    """What the ordinary reader says of the texts."""
    with tempfile.TemporaryDirectory(prefix="samvirke-") as place:
        for name, text in texts.items():
            path = Path(place, name)
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(text.encode(ENCODING))
        try:
            read_study(Path(place))
        except StudyError as error:
            return error.problems
    return ()


def _cell_of(problem: Problem, found: Merged) -> tuple[Problem, bool]:
    """The problem at the cell that the field came from, and whether it is about the row as a whole.

    A field that is rows of its own is told at the first of them; one that came from no cell, where it stands.
    """
    file, parts = problem.place.file, problem.place.field.split(".") if problem.place.field else []
    origin = found.by_field.get((file, problem.place.field)) or found.first_in((file, problem.place.field))
    length = len(parts)
    while origin is None and length:
        length -= 1
        origin = found.by_field.get((file, ".".join(parts[:length])))
    if origin is None:
        return problem, False
    sheet, row = origin
    column = _nearest(tuple(parts[length:]), sheet, row, problem.text)
    text = with_heading(column, _without_field(problem.text, parts[-1] if parts else ""))
    return replace(problem, place=sheet.place(column, row.line), text=text), column is None or column.is_key


def _without_field(text: Text, field: str) -> Text:
    """The text without the name that a field has in its file: its heading stands in front."""
    nb, en = f"`{field}` er `", f"`{field}` is `"
    if text.nb.startswith(nb) and text["en"].startswith(en):
        return Text(f"her står `{text.nb.removeprefix(nb)}", f"it says `{text['en'].removeprefix(en)}")
    return Text(text.nb.replace(f" (i `{field}`)", ""), text["en"].replace(f" (in `{field}`)", ""))


def _nearest(rest: tuple[str, ...], sheet: Sheet, row: SheetRow, text: Text) -> Column | None:
    """The column that a path inside a record is about: the one that is on the way to it, or below it.

    Of a row that is a key and a value, the value, unless what is told quotes the key.
    """

    def nearness(column: Column) -> int:
        path = tuple(part for part in column.path if part)
        alike = min(len(path), len(rest))
        return alike + 1 if path[:alike] == rest[:alike] and (path or not rest) else 0

    columns = [column for column in sheet.table.columns if column in sheet.letters]
    if sheet.table.is_value and columns and f"`{row.keys[-1]}`" not in text.nb:
        return columns[0]
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
