"""What the requirement files pin, what each package needs in its turn, and under which licence it is."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

from license_expression import get_spdx_licensing
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
# The systems that the requirement files are for, with the Python that they are locked for (`make lock`).
SYSTEMS = {"linux": "Linux", "darwin": "Darwin", "win32": "Windows"}
PLACES = tuple(
    {
        "sys_platform": name,
        "platform_system": system,
        "python_version": "3.11",
        "python_full_version": "3.11.0",
    }
    for name, system in SYSTEMS.items()
)
SPDX = get_spdx_licensing()
# What classifiers that mean one licence mean; “BSD License” and “GNU …” mean several.
CLASSIFIERS = {
    "Apache Software License": "Apache-2.0",
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
}


@dataclass(frozen=True)
class Pin:
    """One package of a requirement file: its name in canonical form, its version, its files' SHA-256."""

    name: str
    version: str
    hashes: tuple[str, ...]


@dataclass(frozen=True)
class Terms:
    """What is said of licences in requirements/licences.toml."""

    allowed: frozenset[str]
    read: Mapping[str, Mapping[str, str]]


def pins(file: str) -> dict[str, Pin]:
    """Everything that a file of `requirements/` pins, by name."""
    text = (ROOT / "requirements" / file).read_text(encoding="utf-8")
    found: dict[str, Pin] = {}
    for entry in re.split(r"\n(?=\S)", text.strip()):
        head = re.match(r"([A-Za-z0-9._-]+)==([^\s;]+)", entry)
        assert head is not None, f"requirements/{file}: `{entry.split(chr(10))[0]}` is not pinned"
        name = canonicalize_name(head[1])
        found[name] = Pin(name, head[2], tuple(re.findall(r"--hash=sha256:([0-9a-f]{64})", entry)))
    return found


def terms() -> Terms:
    """Which licences are allowed, and what was read of packages that do not say theirs in SPDX."""
    content = tomllib.loads((ROOT / "requirements" / "licences.toml").read_text(encoding="utf-8"))
    return Terms(frozenset(content["allowed"]), content["read"])


def asked(*groups: str) -> tuple[str, ...]:
    """The packages that the project itself asks for: always, for documents, and in some groups."""
    rows: list[Any] = list(PROJECT["project"]["dependencies"])
    for extra in PROJECT["project"]["optional-dependencies"].values():
        rows.extend(extra)
    for group in groups:
        rows.extend(PROJECT["dependency-groups"][group])
    return tuple(sorted({canonicalize_name(Requirement(row).name) for row in rows if isinstance(row, str)}))


def needs(name: str) -> tuple[str, ...]:
    """The packages that an installed package needs on one of the usual systems, without its extras."""
    return tuple(sorted({canonicalize_name(row.name) for row in _needed(name, "")}))


def _needed(name: str, extra: str) -> list[Requirement]:
    """What an installed package asks for, with one of its extras or none."""
    there = installed(name)
    rows = [Requirement(row) for row in (there.requires if there is not None else None) or ()]
    return [row for row in rows if row.marker is None or _holds(row.marker, extra)]


def _holds(marker: Marker, extra: str) -> bool:
    return any(marker.evaluate({**place, "extra": extra}) for place in PLACES)


def reached(first: Iterable[str]) -> set[str]:
    """Some packages, and everything that they need in their turn, with the extras that they ask for."""
    found: set[tuple[str, str]] = set()
    waiting = [(name, "") for name in first]
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            for row in _needed(*one):
                waiting.extend((canonicalize_name(row.name), extra) for extra in ("", *row.extras))
    return {name for name, _ in found}


def installed(name: str) -> Distribution | None:
    """A package as it is installed here; None when it is not, as those for another system."""
    try:
        return distribution(name)
    except PackageNotFoundError:
        return None


def licence(pin: Pin, said: Terms) -> str | None:
    """The licence of a package in SPDX; None when it is not known or a newer version must be read."""
    if pin.name in said.read:
        told = said.read[pin.name]
        return told["licence"] if told["version"] == pin.version else None
    there = installed(pin.name)
    return None if there is None else _stated(there)


def _stated(there: Distribution) -> str | None:
    """What a package's metadata say, when they say it in SPDX or by one classifier that means one licence."""
    for key in ("License-Expression", "License"):
        text = "\n".join(there.metadata.get_all(key) or [])
        if text and "\n" not in text and not SPDX.validate(text).errors:
            return str(SPDX.parse(text))
    rows = there.metadata.get_all("Classifier") or []
    names = [row.rpartition(" :: ")[2] for row in rows if row.startswith("License ::")]
    return CLASSIFIERS.get(names[0]) if len(names) == 1 else None


def is_allowed(expression: str, said: Terms) -> bool:
    """Whether a licence may be used: of those joined by OR one is enough, of those joined by AND all must."""
    return _allowed(SPDX.parse(expression, validate=True), said.allowed)


def _allowed(part: Any, allowed: frozenset[str]) -> bool:
    if isinstance(part, SPDX.OR):
        return any(_allowed(one, allowed) for one in part.args)
    if isinstance(part, SPDX.AND):
        return all(_allowed(one, allowed) for one in part.args)
    return str(part) in allowed
