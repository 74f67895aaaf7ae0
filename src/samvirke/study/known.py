"""Every id that something in the study could link to, also where its record has other mistakes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from samvirke.study.document import Document
from samvirke.study.files import FILES
from samvirke.study.money import FUNDED_ELSEWHERE
from samvirke.study.organisation import AREAS
from samvirke.study.records import is_id

REQUIRED = frozenset(file.path for file in FILES if file.required)


def known_ids(documents: Mapping[str, Document]) -> dict[str, set[str] | None]:
    """The ids of each kind; None where some of them could not be read, so that a link may be right."""
    known = {file.kind: _keys(documents, file.path) for file in FILES if file.kind}
    known["area"] = _joined(set(AREAS), _keys(documents, "study.yaml", "areas", needed=False))
    known["goal"] = _keys(documents, "study.yaml", "goals")
    known["group"] = _keys(documents, "pathways.yaml", "groups")
    known["step"] = _joined(
        _keys(documents, "pathways.yaml", "steps"), _keys(documents, "pathways.yaml", "exits")
    )
    alternatives = [name for name in documents if name.startswith("alternatives/")]
    known["alternative"] = {name.removeprefix("alternatives/").removesuffix(".yaml") for name in alternatives}
    assumed = [_keys(documents, name, "assumptions") for name in ("assumptions.yaml", *alternatives)]
    known["assumption"] = _joined(*assumed)
    known["funding"] = _joined(known["row"], set(FUNDED_ELSEWHERE))
    return known


def _keys(
    documents: Mapping[str, Document], file: str, field: str | None = None, *, needed: bool = True
) -> set[str] | None:
    document = documents.get(file)
    if document is None:
        return None if file in REQUIRED else set()
    data: Any = document.data
    if field is not None and isinstance(data, dict):
        data = data.get(field)
    if data is None:
        return None if document.problems or (needed and file in REQUIRED) else set()
    if not isinstance(data, dict) or document.problems:
        return None
    ids = {str(key) for key in data}
    return ids if all(is_id(key) for key in ids) else None


def _joined(*parts: set[str] | None) -> set[str] | None:
    found: set[str] = set()
    for part in parts:
        if part is None:
            return None
        found |= part
    return found
