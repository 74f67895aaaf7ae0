"""Writes made-up studies of any size: folders that read without errors, the same for the same size and seed.

The effort and everybody in it are invented, and so is every number: the studies are for measuring how time
and memory grow, and for tests that need a study larger than a person would write. Actors are ministries,
agencies, units and teams under them, municipalities and voluntary organisations. Each alternative uses all
twelve verbs. Records mostly have a source; one in twenty has none, so that `check` has something to find.

Run from the repository's folder: `python -m benchmarks.large_study FOLDER --share 0.25`.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml
from benchmarks.large_study.alternatives import every_alternative, packages
from benchmarks.large_study.effort import Effort
from benchmarks.large_study.records import other_records, study_record, texts
from benchmarks.large_study.size import LARGE, SMALL, Size

__all__ = ["LARGE", "SMALL", "Size", "study_files", "write_study"]


def write_study(folder: Path, size: Size = LARGE, seed: int = 1) -> None:
    """Write a study into a folder that is made if need be."""
    for name in ("alternatives", "texts"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    for name, content in study_files(size, seed).items():
        text = content if isinstance(content, str) else yaml.dump(content, Dumper=Plain, **FORM)
        (folder / name).write_text(text, encoding="utf-8")


def study_files(size: Size = LARGE, seed: int = 1) -> dict[str, Any]:
    """What the files of a study hold, by their names: data, or the text of one that is prose."""
    made = Effort(size, seed)
    named = {"study": study_record(made), "actors": made.actors, "tasks": made.tasks, **other_records(made)}
    named |= {"responsibilities": made.responsibilities, "spending": made.spending, "lines": made.lines}
    named |= {"assumptions": made.assumptions, "packages": packages(made)}
    alternatives = {f"alternatives/{key}.yaml": one for key, one in every_alternative(made)}
    return {**{f"{key}.yaml": value for key, value in named.items()}, **alternatives, **texts(made)}


class Plain(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]  # C's where it is to be had
    """Writes what stands in two places twice, since a study has no anchors."""

    def ignore_aliases(self, data: object) -> bool:
        return True


FORM: Mapping[str, Any] = {"sort_keys": False, "allow_unicode": True, "width": 10_000}
