"""Finding the records of a file by the keys of a table's rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from samvirke.workbook.rows import Keys, as_list, as_map
from samvirke.workbook.table import Table, Wild


def existing(table: Table, data: Any) -> list[Keys]:
    """The keys of the records that a table's rows can lie in."""
    found: list[tuple[Keys, Any]] = [((), data)]
    for part in table.above:
        more: list[tuple[Keys, Any]] = []
        for keys, one in found:
            if isinstance(part, str):
                more.append((keys, one.get(part) if isinstance(one, dict) else None))
            elif part.is_list:
                more += [((*keys, str(i.get("id"))), i) for i in as_list(one) if isinstance(i, dict)]
            else:
                more += [((*keys, key), item) for key, item in as_map(one).items()]
        found = more
    return [keys for keys, one in found if one is not None or not table.above]


def record_at(spot: tuple[str | Wild, ...], data: Any, keys: Keys) -> Any:
    left = list(keys)
    for part in spot:
        if isinstance(part, str):
            data = data.get(part) if isinstance(data, dict) else None
        elif part.is_list:
            wanted = left.pop(0)
            data = next(
                (i for i in as_list(data) if isinstance(i, dict) and str(i.get("id")) == wanted), None
            )
        else:
            wanted = left.pop(0)
            data = data.get(wanted) if isinstance(data, dict) else None
    return data


def value_at(parent: Any, names: Sequence[str]) -> Any:
    for name in names:
        parent = parent.get(name) if isinstance(parent, dict) else None
    return parent


def leaves(found: Mapping[Any, Any], depth: int) -> Iterable[tuple[Keys, Any]]:
    for key, below in found.items():
        if depth == 1:
            yield (key,), below
        else:
            for keys, leaf in leaves(as_map(below), depth - 1):
                yield (key, *keys), leaf
