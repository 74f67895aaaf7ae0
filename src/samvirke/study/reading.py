"""The door into the engine: a folder of YAML and Markdown becomes a frozen `Study`, or a list of mistakes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from samvirke.errors import Place, Problem, StudyError
from samvirke.language import Text
from samvirke.study.alternative import Alternative
from samvirke.study.assumptions import AssumptionFile
from samvirke.study.complaints import complaints
from samvirke.study.document import Document, FieldPath, control_problem, read_document
from samvirke.study.files import ALTERNATIVE, FILES, StudyFile, adapter
from samvirke.study.folder import Folder, read_folder
from samvirke.study.links import link_problems
from samvirke.study.migration.lifting import lifted
from samvirke.study.pathways import Pathways
from samvirke.study.prose import binding_problems
from samvirke.study.purposes import Options
from samvirke.study.schemes import scheme_problems
from samvirke.study.study import Study
from samvirke.study.unit_checks import unit_problems
from samvirke.study.ways import way_problems
from samvirke.study.yaml_faults import TOO_MANY

MAX_PROBLEMS = 50  # in one file; more would not help anyone


@dataclass
class _Reading:
    """What has been read so far, and what is wrong with it."""

    folder: Folder
    documents: dict[str, Document] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def has_many(self, name: str) -> bool:
        """Whether enough is said about one file; the last word is then that there is more."""
        places = [problem.place for problem in self.problems if problem.place.file == name]
        if len(places) == MAX_PROBLEMS:
            self.problems.append(Problem(Place(name, places[-1].line), *TOO_MANY))
        return len(places) >= MAX_PROBLEMS


def read_study(folder: Path) -> Study:
    """Read and check a study folder, in any format that was ever shipped.

    Raises StudyError with every mistake that was found: files that cannot be read, unknown and repeated
    keys, impossible values, ids that lead nowhere, units that do not fit.
    """
    read = _Reading(read_folder(folder))
    read.problems.extend(read.folder.problems)
    for name, text in lifted(read.folder.texts).items():
        if name.endswith(".yaml"):
            document = read_document(name, text)
            read.documents[name] = document
            read.problems.extend(document.problems)
        elif problem := control_problem(name, text):
            read.problems.append(problem)
    parts = {file.name: _records(read, file) for file in FILES}
    alternatives = _alternatives(read)
    # Links are looked up even where records are wrong, so that one reading tells everything it can.
    read.problems.extend(link_problems(parts, alternatives, read.documents))
    if read.problems:
        raise StudyError(read.problems)
    study = _study(read, parts, alternatives)
    problems = [
        *unit_problems(study),
        *binding_problems(study),
        *way_problems(study),
        *scheme_problems(study),
    ]
    if problems:
        raise StudyError(problems)
    return study


def _records(read: _Reading, file: StudyFile) -> Any:
    """The records of one file that could be used; None where there is no file to speak of."""
    document = read.documents.get(file.path)
    if document is None or document.data is None:
        if document is not None and file.required and not document.problems:
            read.problems.append(Problem(Place(file.path), *EMPTY))
        nothing: dict[str, Any] = {"map": {}, "list": (), "record": None}
        return nothing[file.form]
    if file.form == "map":
        return _map(read, file, document)
    if file.form == "record" and not isinstance(document.data, dict):
        read.problems.append(Problem(document.place(()), *NOT_A_MAP))
        return None
    return _validated(read, file.type, document.data, document)


def _map(read: _Reading, file: StudyFile, document: Document) -> dict[str, Any]:
    if not isinstance(document.data, dict):
        read.problems.append(Problem(document.place(()), *NOT_A_MAP))
        return {}
    found: dict[str, Any] = {}
    for key, value in document.data.items():
        if read.has_many(file.path):
            break
        record = _validated(read, file.model, value, document, key)
        if record is not None:
            found[str(key)] = record
    return found


def _validated(
    read: _Reading, model: Any, data: Any, document: Document, key: str | int | None = None
) -> Any:
    """Data as a record of its type, or None after writing down why not; `key` is its place in a map."""
    stem: FieldPath = () if key is None else (key,)
    if key is not None and "id" in model.model_fields:
        data = _with_id(read, document, data, stem, key)
    data = _with_inner_ids(read, document, model, data)
    try:
        return adapter(model).validate_python(data)
    except ValidationError as error:
        for problem in complaints(error, document, model, stem):
            if read.has_many(document.name):
                break
            read.problems.append(problem)
    return None


def _with_id(read: _Reading, document: Document, value: Any, path: FieldPath, key: str | int) -> Any:
    """A record with its key as its id; one that also states its id could contradict itself."""
    if not isinstance(value, dict):
        return value
    if "id" in value:
        read.problems.append(Problem(document.place((*path, "id")), *ID_TWICE))
    return {**value, "id": str(key)}


def _with_inner_ids(read: _Reading, document: Document, model: Any, data: Any) -> Any:
    """Assumptions lie one level down in their file and in alternatives; give them their ids too."""
    inner = data.get("assumptions") if isinstance(data, dict) else None
    if not isinstance(inner, dict) or "assumptions" not in getattr(model, "model_fields", {}):
        return data
    named = {key: _with_id(read, document, value, ("assumptions", key), key) for key, value in inner.items()}
    return {**data, "assumptions": named}


def _alternatives(read: _Reading) -> dict[str, Alternative]:
    found: dict[str, Alternative] = {}
    for name, document in read.documents.items():
        unusable = document.data is None and bool(document.problems)
        if unusable or not name.startswith("alternatives/"):
            continue
        if not isinstance(document.data, dict):
            read.problems.append(
                Problem(document.place(()), *(NOT_A_MAP if document.data is not None else EMPTY))
            )
            continue
        key = name.removeprefix("alternatives/").removesuffix(".yaml")
        named = _with_id(read, document, document.data, (), key)
        record = _validated(read, ALTERNATIVE.model, named, document)
        if record is not None:
            found[key] = record
    zeros = [key for key, alternative in found.items() if alternative.zero]
    for extra in zeros[1:]:
        read.problems.append(_second_zero(read.documents[f"alternatives/{extra}.yaml"], zeros[0]))
    # The zero alternative first: everything is compared with it.
    return dict(sorted(found.items(), key=lambda item: not item[1].zero))


def _study(read: _Reading, parts: Mapping[str, Any], alternatives: dict[str, Alternative]) -> Study:
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
        texts={
            name.removeprefix("texts/"): text
            for name, text in read.folder.texts.items()
            if name.endswith(".md")
        },
        documents=dict(read.documents),
        digest=read.folder.digest,
        **rest,
    )


def _second_zero(document: Document, first: str) -> Problem:
    return Problem(
        document.place(("zero",)),
        Text(f"`{first}` er allerede nullalternativet", f"`{first}` is already the zero alternative"),
        Text("La bare ett alternativ ha `zero: true`.", "Let just one alternative have `zero: true`."),
    )


EMPTY = (
    Text("filen er tom", "the file is empty"),
    Text(
        "Skriv det den skal si, eller begynn med `samvirke new MAPPE`.",
        "Write what it is to say, or begin with `samvirke new FOLDER`.",
    ),
)
NOT_A_MAP = (
    Text("filen er ikke et sett med navngitte felter", "the file is not a set of named fields"),
    Text(
        "Begynn hver linje med en id eller et felt og kolon.",
        "Begin each line with an id or a field and a colon.",
    ),
)
ID_TWICE = (
    Text(
        "`id` er allerede gitt: det er navnet oppføringen står under",
        "`id` is given already: it is the name the record stands under",
    ),
    Text("Ta bort `id`.", "Take `id` away."),
)
