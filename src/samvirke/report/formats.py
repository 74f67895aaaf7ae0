"""What a report can be written as. Each format is a module that is imported only when it is asked for.

A module of a format has `files(results, document)`. It begins with what can be done aside, and gives by the
name of each file a function that gives its bytes.
"""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from samvirke.errors import Place, Problem, StudyError
from samvirke.language import LANGUAGES, Text
from samvirke.report.document import Document
from samvirke.study.shown import shown
from samvirke.study.suggestion import did_you_mean
from samvirke.uncertainty.results import Results


@dataclass(frozen=True, slots=True)
class Format:
    """One format: its name, the module that writes it, and what else must be installed for that.

    `pictures` says whether it has those of the report. `stem` and `endings` are what its files are called by,
    in each language; the ending is mostly the name.
    `template` is an agency's own, for a format that is written in one; None for ours.
    """

    name: str
    module: str
    needs: tuple[str, ...] = ()
    pictures: bool = False
    stem: str = "report"
    endings: tuple[str, ...] = ()
    template: bytes | None = None

    @property
    def installed(self) -> bool:
        """Whether everything it needs is there."""
        return all(importlib.util.find_spec(name) is not None for name in self.needs)

    @property
    def names(self) -> tuple[str, ...]:
        """What the files of the format are called."""
        endings = self.endings or (self.name,)
        return tuple(f"{self.stem}.{language}.{ending}" for ending in endings for language in LANGUAGES)

    def files(self, results: Results, document: Document) -> Mapping[str, Callable[[], bytes]]:
        """The files of the format, by name, each to be made when it is called for."""
        written_by: Any = importlib.import_module(self.module)
        given = {} if self.template is None else {"template": self.template}
        found: Mapping[str, Callable[[], bytes]] = written_by.files(results, document, **given)
        return found


FORMATS: tuple[Format, ...] = (
    Format("html", "samvirke.report.writing.html_files", pictures=True),
    Format("pdf", "samvirke.report.writing.pdf", ("typst",), pictures=True),
    Format("docx", "samvirke.report.docx.file", ("docx", "typst"), pictures=True),
    Format("xlsx", "samvirke.report.spreadsheet.book", ("xlsxwriter",), stem="results"),
    Format("brief", "samvirke.report.front.brief", ("typst",), stem="brief", endings=("html", "pdf")),
)
ALL, WORD = "all", "docx"


def asked_for(written: str) -> tuple[Format, ...]:
    """The formats of a list with commas, each once; all of them for `all`.

    Raises StudyError for names that are no format.
    """
    names = tuple(dict.fromkeys(name.strip().lower() for name in written.split(",") if name.strip()))
    known = {one.name: one for one in FORMATS}
    wrong = [name for name in names if name not in known and name != ALL]
    if wrong or not names:
        raise StudyError(_unknown(name, known) for name in wrong or [written])
    if ALL in names:
        return FORMATS
    return tuple(known[name] for name in names)


def in_template(formats: Iterable[Format], file: Path) -> tuple[Format, ...]:
    """The formats, Word in a template. Raises StudyError when it cannot be used, or nothing uses it."""
    found = tuple(formats)
    if not any(one.name == WORD and one.installed for one in found):
        text = Text(
            "malen er til Word, og rapporten skrives ikke som docx",
            "the template is for Word, and the report is not written as docx",
        )
        remedy = Text(
            "Ta med docx i `--formats`, eller ta bort malen.",
            "Put docx in `--formats`, or leave the template out.",
        )
        raise StudyError([Problem(Place("--word-template"), text, remedy)])
    from samvirke.report.docx.template import agency_template

    made = agency_template(file)
    return tuple(replace(one, template=made) if one.name == WORD else one for one in found)


def _unknown(name: str, known: Iterable[str]) -> Problem:
    listed = ", ".join(known)
    remedy = Text(
        f"Skriv ett eller flere av: {listed}. Tallene skrives alltid som JSON og CSV.",
        f"Write one or more of: {listed}. The figures are always written as JSON and CSV.",
    )
    text = Text("dette er ikke et format", "this is not a format")
    return Problem(Place(shown(name, 80) or "--formats"), text, did_you_mean(name, list(known), remedy))
