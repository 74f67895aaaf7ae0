"""Data written as YAML without any judgement: also what no sensible writer would write."""

import json
from collections.abc import Mapping, Sequence


class Raw(str):
    """Letters that go into the file as they are: a tag, an anchor, a number no number can be."""

    __slots__ = ()


def emitted(data: object, flow: bool) -> bytes:
    """A file: in lines, or all of it between brackets."""
    text = _flow(data) if flow or not isinstance(data, dict | list) or not data else "\n".join(_lines(data))
    return f"{text}\n".encode("utf-8", "surrogatepass")


def _scalar(value: object) -> str:
    return str(value) if isinstance(value, Raw) else json.dumps(value, ensure_ascii=False)


def _flow(data: object) -> str:
    if isinstance(data, Mapping):
        return "{" + ", ".join(f"{_scalar(key)}: {_flow(value)}" for key, value in data.items()) + "}"
    if isinstance(data, Sequence) and not isinstance(data, str):
        return "[" + ", ".join(map(_flow, data)) + "]"
    return _scalar(data)


def _lines(data: object) -> list[str]:
    found: list[str] = []
    heads = (
        [(f"{_scalar(key)}:", value) for key, value in data.items()]
        if isinstance(data, Mapping)
        else [("-", value) for value in data]  # type: ignore[attr-defined]
    )
    for head, value in heads:
        if isinstance(value, Mapping | list) and value:
            found.append(head)
            found.extend(f"  {line}" for line in _lines(value))
        else:
            found.append(f"{head} {_flow(value)}")
    return found
