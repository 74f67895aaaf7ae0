"""Where things stand in a study folder: every record with its file and field, and what lies inside it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from pydantic import BaseModel

from samvirke.language import Text
from samvirke.study.assumptions import Assumption
from samvirke.study.changes import AnyChange
from samvirke.study.files import FILES
from samvirke.study.study import Study

Path = tuple[str | int, ...]


def alternative_file(alternative: str) -> str:
    """The file an alternative is written in."""
    return f"alternatives/{alternative}.yaml"


def assumptions(study: Study) -> Iterator[tuple[str, Path, Assumption]]:
    """Every assumption with the file it stands in: the common one, or that of the alternative it is for."""
    owner = {key: a.id for a in study.alternatives.values() for key in a.assumptions}
    for key, assumption in study.assumptions.items():
        file = alternative_file(owner[key]) if key in owner else "assumptions.yaml"
        yield file, ("assumptions", key), assumption


def records(study: Study) -> Iterator[tuple[str, Path, BaseModel]]:
    """Every record that a file holds, whatever lies inside it left in place."""
    yield "study.yaml", (), study.assignment
    for file, path, assumption in assumptions(study):
        if file == "assumptions.yaml":
            yield file, path, assumption
    for number, correlation in enumerate(study.correlations):
        yield "assumptions.yaml", ("correlations", number), correlation
    for kind in FILES:
        if kind.form == "map":
            yield from ((kind.path, (key,), record) for key, record in getattr(study, kind.name).items())
    for whole in ("options", "transition", "pathways"):
        if getattr(study, whole) is not None:
            yield f"{whole}.yaml", (), getattr(study, whole)
    for number, excuse in enumerate(study.excuses):
        yield "excuses.yaml", (number,), excuse
    for key, alternative in study.alternatives.items():
        yield alternative_file(key), (), alternative


def changes(study: Study) -> Iterator[tuple[str, Path, AnyChange]]:
    """Every change with where it is written, once: those of packages first, then each alternative's own."""
    for key, package in study.packages.items():
        for number, change in enumerate(package.changes):
            yield "packages.yaml", (key, "changes", number), change
    for key, alternative in study.alternatives.items():
        for number, change in enumerate(alternative.changes):
            yield alternative_file(key), ("changes", number), change


def inside(value: object, path: Path) -> Iterator[tuple[Path, BaseModel | Text]]:
    """The value itself when it is a record or a text, and every record and text inside it."""
    if isinstance(value, Text):
        yield path, value
    elif isinstance(value, BaseModel):
        yield path, value
        keys = _keys(type(value))
        for name, part in vars(value).items():
            if part is not None and not isinstance(part, str | int | float):
                yield from inside(part, (*path, keys[name]))
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from inside(part, (*path, key))
    elif isinstance(value, tuple):
        for number, part in enumerate(value):
            yield from inside(part, (*path, number))


@cache
def _keys(model: type[BaseModel]) -> dict[str, str]:
    """What each attribute of a record is called in the file."""
    return {name: field.alias or name for name, field in model.model_fields.items()}
