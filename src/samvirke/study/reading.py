"""The door into the engine: a folder of YAML and Markdown becomes a frozen `Study`, or a list of mistakes."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from samvirke.errors import Place, Problem, StudyError, nearest
from samvirke.language import Text
from samvirke.study.assumptions import AssumptionFile
from samvirke.study.complaints import complaints
from samvirke.study.document import Document, FieldPath, read_document
from samvirke.study.files import ALTERNATIVE, FILES, FOLDERS, StudyFile, adapter
from samvirke.study.links import link_problems
from samvirke.study.pathways import Pathways
from samvirke.study.purposes import Options
from samvirke.study.study import Study
from samvirke.study.unit_checks import unit_problems

MAX_FILES = 500
MAX_FILE_BYTES = 4_000_000
NAMES = {file.path: file for file in FILES}


@dataclass
class _Folder:
    """What has been read so far, and what is wrong with it."""

    root: Path
    documents: dict[str, Document] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    digest: Any = field(default_factory=hashlib.sha256)


def read_study(folder: Path) -> Study:
    """Read and check a study folder.

    Raises StudyError with every mistake that was found: files that cannot be read, unknown and repeated
    keys, impossible values, ids that lead nowhere, units that do not fit.
    """
    read = _Folder(folder)
    _read_files(read)
    parts = {file.name: _records(read, file) for file in FILES}
    alternatives = _alternatives(read)
    if read.problems:
        # Links are looked up all the same, so that one reading tells everything it can.
        links = link_problems(parts, alternatives, read.documents) if _usable(parts) else ()
        raise StudyError([*read.problems, *links])
    study = _study(read, parts, alternatives)
    problems = [*link_problems(parts, alternatives, read.documents), *unit_problems(study)]
    if problems:
        raise StudyError(problems)
    return study


def _usable(parts: Mapping[str, Any]) -> bool:
    return all(parts[file.name] is not None for file in FILES if file.required)


def _read_files(read: _Folder) -> None:
    for name in _names(read):
        path = read.root / name
        text = _text(read, name, path)
        if text is None:
            continue
        read.digest.update(f"{name}\0{len(text)}\0{text}".encode())
        if name.endswith(".md"):
            read.texts[name.removeprefix("texts/")] = text
        else:
            document = read_document(name, text)
            read.documents[name] = document
            read.problems.extend(document.problems)
    for file in FILES:
        if file.required and file.path not in read.documents and not _complained(read, file.path):
            read.problems.append(_missing(file.path))


def _complained(read: _Folder, name: str) -> bool:
    return any(problem.place.file == name for problem in read.problems)


def _missing(name: str) -> Problem:
    return Problem(
        Place(name),
        Text(f"filen `{name}` mangler", f"the file `{name}` is missing"),
        Text(
            "Lag den, eller begynn med `samvirke new MAPPE`.",
            "Make it, or begin with `samvirke new FOLDER`.",
        ),
    )


def _names(read: _Folder) -> list[str]:
    """Every file of the study by its path inside the folder, sorted; refuses what does not belong."""
    if not read.root.is_dir():
        shown = str(read.root)
        raise StudyError(
            [
                Problem(
                    Place(shown),
                    Text(f"`{shown}` er ikke en mappe", f"`{shown}` is not a folder"),
                    Text(
                        "Oppgi mappen som study.yaml ligger i. `samvirke list` viser de innebygde studiene.",
                        "Give the folder that holds study.yaml. `samvirke list` shows the built-in studies.",
                    ),
                )
            ]
        )
    found: list[str] = []
    pending = [read.root]
    while pending and len(found) <= MAX_FILES:
        here = pending.pop()
        try:
            entries = sorted(here.iterdir())
        except OSError:
            read.problems.append(_unreadable(here.relative_to(read.root).as_posix()))
            continue
        for entry in entries:
            name = entry.relative_to(read.root).as_posix()
            if entry.name.startswith(".") or entry.name.endswith("~"):
                continue
            if entry.is_symlink():
                read.problems.append(_symlink(name))
            elif entry.is_dir():
                if here == read.root and entry.name in FOLDERS:
                    pending.append(entry)
            elif _belongs(read, name):
                found.append(name)
    if len(found) > MAX_FILES:
        read.problems.append(_too_many())
    return sorted(found)[:MAX_FILES]


def _belongs(read: _Folder, name: str) -> bool:
    """Whether a file is part of the study; a misspelt file name is a mistake, not something to skip."""
    folder, _, last = name.rpartition("/")
    if folder == "":
        if last in NAMES:
            return True
        if last.endswith((".yaml", ".yml")):
            read.problems.append(_unknown_file(name))
        return False
    if folder == "alternatives":
        return last.endswith(".yaml")
    return folder == "texts" and last.endswith(".md")


def _text(read: _Folder, name: str, path: Path) -> str | None:
    try:
        if not path.is_file() or path.stat().st_size > MAX_FILE_BYTES:
            read.problems.append(_too_large(name))
            return None
        return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        read.problems.append(_encoding(name, line))
    except OSError:
        read.problems.append(_unreadable(name))
    return None


def _records(read: _Folder, file: StudyFile) -> Any:
    """The records of one file, or None where nothing could be used."""
    document = read.documents.get(file.path)
    empty = {"map": {}, "list": (), "record": None}[file.form]
    if document is None or document.data is None:
        if document is not None and file.required and not document.problems:
            read.problems.append(_empty(file.path))
        return None if file.required else empty
    if file.form == "map":
        return _map(read, file, document)
    return _validated(read, file.type, document.data, document, ())


def _map(read: _Folder, file: StudyFile, document: Document) -> dict[str, Any] | None:
    if not isinstance(document.data, dict):
        read.problems.append(_not_a_map(document))
        return None
    found: dict[str, Any] = {}
    for key, value in document.data.items():
        record = _validated(read, file.model, _with_id(value, key, file.model), document, (key,))
        if record is not None:
            found[str(key)] = record
    return found


def _with_id(value: Any, key: object, model: Any) -> Any:
    """A record with its key as its id, where records of the kind carry one."""
    if isinstance(value, dict) and "id" in model.model_fields and "id" not in value:
        return {"id": str(key), **value}
    return value


def _validated(read: _Folder, model: Any, data: Any, document: Document, stem: FieldPath) -> Any:
    data = _with_inner_ids(model, data)
    try:
        return adapter(model).validate_python(data)
    except ValidationError as error:
        read.problems.extend(complaints(error, document, model, stem))
    return None


def _with_inner_ids(model: Any, data: Any) -> Any:
    """Assumptions lie one level down in their file and in alternatives; give them their ids too."""
    inner = data.get("assumptions") if isinstance(data, dict) else None
    if isinstance(inner, dict) and "assumptions" in getattr(model, "model_fields", {}):
        named = {
            k: ({"id": str(k), **v} if isinstance(v, dict) and "id" not in v else v) for k, v in inner.items()
        }
        return {**data, "assumptions": named}
    return data


def _alternatives(read: _Folder) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, document in read.documents.items():
        if not name.startswith("alternatives/"):
            continue
        key = name.removeprefix("alternatives/").removesuffix(".yaml")
        if not isinstance(document.data, dict):
            if not document.problems:
                read.problems.append(_not_a_map(document))
            continue
        record = _validated(read, ALTERNATIVE.model, {"id": key, **document.data}, document, ())
        if record is not None:
            found[key] = record
    zeros = [key for key, alternative in found.items() if alternative.zero]
    for extra in zeros[1:]:
        read.problems.append(_second_zero(f"alternatives/{extra}.yaml", zeros[0]))
    # The zero alternative first: everything is compared with it.
    return dict(sorted(found.items(), key=lambda item: not item[1].zero))


def _study(read: _Folder, parts: Mapping[str, Any], alternatives: dict[str, Any]) -> Study:
    assumed: AssumptionFile = parts["assumptions"] or AssumptionFile()
    rest = {name: part for name, part in parts.items() if name not in ("study", "assumptions")}
    rest["options"] = rest["options"] or Options()
    rest["pathways"] = rest["pathways"] or Pathways()
    own = {k: v for alternative in alternatives.values() for k, v in alternative.assumptions.items()}
    return Study(
        assignment=parts["study"],
        assumptions={**assumed.assumptions, **own},
        correlations=assumed.correlations,
        alternatives=alternatives,
        texts=dict(read.texts),
        documents=dict(read.documents),
        digest=read.digest.hexdigest(),
        **rest,
    )


def _unreadable(name: str) -> Problem:
    return Problem(
        Place(name),
        Text("filen kan ikke leses", "the file cannot be read"),
        Text("Se om du har tilgang til den.", "See whether you have access to it."),
    )


def _symlink(name: str) -> Problem:
    return Problem(
        Place(name),
        Text("snarveier (symbolske lenker) følges ikke", "symbolic links are not followed"),
        Text("Legg selve filen i mappen.", "Put the file itself in the folder."),
    )


def _too_many() -> Problem:
    return Problem(
        Place("."),
        Text(f"mappen har mer enn {MAX_FILES} filer", f"the folder has more than {MAX_FILES} files"),
        Text("Ta bort det som ikke hører til studien.", "Take away what does not belong to the study."),
    )


def _too_large(name: str) -> Problem:
    return Problem(
        Place(name),
        Text("filen er for stor eller ikke en vanlig fil", "the file is too large or not an ordinary file"),
        Text("En fil i en studie er på høyst 4 MB.", "A file of a study is at most 4 MB."),
    )


def _encoding(name: str, line: int) -> Problem:
    return Problem(
        Place(name, line),
        Text("teksten er ikke i UTF-8", "the text is not in UTF-8"),
        Text("Lagre filen på nytt som UTF-8.", "Save the file again as UTF-8."),
    )


def _empty(name: str) -> Problem:
    return Problem(
        Place(name),
        Text("filen er tom", "the file is empty"),
        Text("Skriv minst de feltene som kreves.", "Write at least the fields that are required."),
    )


def _not_a_map(document: Document) -> Problem:
    return Problem(
        document.place(()),
        Text("filen er ikke et sett med navngitte felter", "the file is not a set of named fields"),
        Text(
            "Begynn hver linje med en id eller et felt og kolon.",
            "Begin each line with an id or a field and a colon.",
        ),
    )


def _second_zero(name: str, first: str) -> Problem:
    return Problem(
        Place(name),
        Text(f"`{first}` er allerede nullalternativet", f"`{first}` is already the zero alternative"),
        Text("La bare ett alternativ ha `zero: true`.", "Let just one alternative have `zero: true`."),
    )


def _unknown_file(name: str) -> Problem:
    guess = nearest(name, NAMES)
    remedy = (
        Text(f"Mente du `{guess}`?", f"Did you mean `{guess}`?")
        if guess
        else Text(
            "Gi den et kjent navn, eller flytt den ut av mappen.", "Give it a known name, or move it out."
        )
    )
    return Problem(
        Place(name), Text("filen hører ikke til en studie", "the file is not part of a study"), remedy
    )
