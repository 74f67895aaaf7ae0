"""What a rule can mend by itself: edits of a study's files that change nothing it says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from samvirke.language import Text
from samvirke.study.document import FieldPath
from samvirke.study.writing import edited


@dataclass(frozen=True, slots=True)
class Mend:
    """The one safe way to mend a finding: edits of one file, and what they do in words.

    `edits` are those of `samvirke.study.writing.edited`, all told of the file as it stands.
    """

    file: str
    edits: tuple[tuple[FieldPath, object], ...]
    told: Text


def mended(texts: Mapping[str, str], mends: Iterable[Mend]) -> dict[str, str]:
    """The texts of the files that mends touch, as they read afterwards.

    Edits are made from the end of a file to its beginning, so that taking away an item of a list does not
    move those that are still to be taken.
    """
    edits: dict[str, dict[FieldPath, object]] = {}
    for mend in mends:
        edits.setdefault(mend.file, {}).update(mend.edits)
    return {
        file: edited(texts[file], {path: edits[file][path] for path in sorted(edits[file], key=_place)[::-1]})
        for file in edits
    }


def _place(path: FieldPath) -> tuple[tuple[int, str], ...]:
    return tuple((part, "") if isinstance(part, int) else (0, part) for part in path)
