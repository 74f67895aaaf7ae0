"""Which files a study folder has, what each holds, and which it cannot be without."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import GenericAlias
from typing import Any

from pydantic import TypeAdapter

from samvirke.study.alternative import Alternative, Package
from samvirke.study.assignment import Assignment
from samvirke.study.assumptions import AssumptionFile
from samvirke.study.grants import GrantScheme
from samvirke.study.involvement import Excuse, Involved
from samvirke.study.money import Line, Spending, Transition
from samvirke.study.organisation import Actor, Duty, Power, Responsibility, Separation, Task
from samvirke.study.pathways import NonPricedEffect, Observation, Pathways
from samvirke.study.purposes import Challenge, Options
from samvirke.study.records import Id
from samvirke.study.sources import Source


@dataclass(frozen=True, slots=True)
class StudyFile:
    """One file: its name without `.yaml`, the type of its records, and how they lie in it."""

    name: str
    model: Any
    form: str  # "record": the file is one record; "map": id → record; "list": records in a row
    required: bool = False
    kind: str | None = None  # what the ids of a map are called when something links to them

    @property
    def path(self) -> str:
        """The file's path inside the study folder."""
        return f"{self.name}.yaml"

    @property
    def type(self) -> Any:
        """The type of the whole file."""
        if self.form == "map":
            return GenericAlias(dict, (Id, self.model))
        return GenericAlias(tuple, (self.model, ...)) if self.form == "list" else self.model


FILES = (
    StudyFile("study", Assignment, "record", required=True),
    StudyFile("sources", Source, "map", kind="source"),
    StudyFile("assumptions", AssumptionFile, "record"),
    StudyFile("actors", Actor, "map", required=True, kind="actor"),
    StudyFile("tasks", Task, "map", required=True, kind="task"),
    StudyFile("responsibilities", Responsibility, "map"),
    StudyFile("powers", Power, "map", kind="power"),
    StudyFile("duties", Duty, "map", kind="duty"),
    StudyFile("rules", Separation, "map", kind="rule"),
    StudyFile("challenges", Challenge, "map", kind="challenge"),
    StudyFile("options", Options, "record"),
    StudyFile("lines", Line, "map", kind="line"),
    StudyFile("spending", Spending, "map", kind="row"),
    StudyFile("grant_schemes", GrantScheme, "map", kind="scheme"),
    StudyFile("transition", Transition, "record"),
    StudyFile("pathways", Pathways, "record"),
    StudyFile("observations", Observation, "map", kind="observation"),
    StudyFile("effects", NonPricedEffect, "map", kind="effect"),
    StudyFile("packages", Package, "map", kind="package"),
    StudyFile("involvement", Involved, "map"),
    StudyFile("excuses", Excuse, "list"),
)
ALTERNATIVE = StudyFile("alternative", Alternative, "record")
FOLDERS = ("alternatives", "texts", "expected")
# What answers the six questions in `texts/`; every other text there is about one alternative.
ANSWERS = ("problem", "goals", "measures", "principles", "effects", "recommendation", "conditions")


@cache
def adapter(model: Any) -> TypeAdapter[Any]:
    """The validator of a record type, made once."""
    return TypeAdapter(model)


def studies_around(folder: Path) -> set[Path]:
    """The study folders that a folder is or lies in."""
    return {one for one in (folder, *folder.parents) if (one / "study.yaml").exists()}


def is_part_of_a_study(folder: Path, *known: Path) -> bool:
    """Whether a folder is a study's own, or one of those inside it that a study reads.

    `known` are studies to mind besides those that are found around the folder.
    """
    target = folder.resolve()
    studies = {*(one.resolve() for one in known), *studies_around(target)}
    return target in studies or any(target.is_relative_to(one / name) for one in studies for name in FOLDERS)
