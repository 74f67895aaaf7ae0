"""Keeps `docs/promised.yaml`: every name that docs/api-promise.md promises, with the version it came in.

Run from the repository's folder once Samvirke is installed for developers: `make reference`. A name that is
new is added. A name that a release had is never taken away here: whoever withdraws it does that by hand, as
the page says. Names that no release has had yet follow the program.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml
from scripts.reference import commands

import samvirke
from samvirke.cli.failure import FAULT, FINDINGS, INTERRUPTED, TERMINATED, UNUSABLE
from samvirke.cli.rule import every_rule
from samvirke.consequences.catalogue import FIGURES
from samvirke.report.writing.data import COLUMNS, results_json
from samvirke.report.writing.findings import findings_json
from samvirke.study.json_schema import schemas
from samvirke.study.migration.lifting import FORMAT, STEPS

ROOT = Path(__file__).resolve().parents[1]
PLACE = ROOT / "docs" / "promised.yaml"
CHANGELOG = ROOT / "CHANGELOG.md"
COMMAND = "make reference"
NEXT = "next"  # the version that a name will come in when the one of the program is released already
WITHDRAWN = "withdrawn"

# Of the records that the doors give, what programs may rely on; they have more, for the report.
RECORDS = {
    "Checked": ("findings", "excused", "must"),
    "Figure": (
        "name", "alternative", "against_zero", "unit",
        "expected", "p10", "p50", "p90", "assumptions", "sources",
    ),
    "Finding": ("code", "severity", "place", "text", "remedy", "subject"),
    "Results": ("figures", "figure", "zero", "compared", "findings", "provenance"),
    "Text": ("nb", "en"),
}  # fmt: skip

Names = dict[str, dict[str, str]]  # kind → name → the version it came in

HEAD = f"""# Every name that docs/api-promise.md promises, and the version it came in.
# `{COMMAND}` adds new names; a name that has been in a release is only ever moved to `{WITHDRAWN}`, by hand.
"""


def reality() -> dict[str, list[str]]:
    """The names that the program has today, by kind."""
    every = commands()
    return {
        "commands": list(every),
        "options": [f"{name} {option}" for name, command in every.items() for option in _options(command)],
        "exit codes": [str(code) for code in (0, FINDINGS, UNUSABLE, FAULT, INTERRUPTED, TERMINATED)],
        "format of a study": [f"format {number}" for number in _formats()],
        "fields of a study": [
            f"{file} {field}" for file, whole in schemas().items() for field in _fields(whole)
        ],
        "figures": [f"{one.name} {one.unit}" for one in FIGURES],
        "rules": [f"{one.code} {one.name}" for one in every_rule()],
        "figures.csv": list(COLUMNS),
        **_outputs(),
        "python": [name for name in samvirke.__all__ if name != "__version__"],
        "python records": [
            f"{record}.{name}" for record, names in RECORDS.items() for name in names if _has(record, name)
        ],
    }


def _has(record: str, name: str) -> bool:
    """Whether a record has a field or a property of a name."""
    type_ = getattr(samvirke, record)
    return name in getattr(type_, "__dataclass_fields__", ()) or hasattr(type_, name)


def _options(command: Any) -> list[str]:
    return [option for one in command.params for option in one.opts if option.startswith("--")]


def _formats() -> list[int]:
    """The formats of a study that can be read: the newest, and those that are lifted to it."""
    return list(range(FORMAT - len(STEPS), FORMAT + 1))


def _fields(part: Any) -> list[str]:
    """The names of all fields of a file, wherever in it they stand."""
    return sorted(set(_properties(part)))


def _properties(part: Any) -> Iterator[str]:
    if isinstance(part, list):
        for item in part:
            yield from _properties(item)
    elif isinstance(part, dict):
        yield from part.get("properties", ())
        for value in part.values():
            yield from _properties(value)


def _outputs() -> dict[str, list[str]]:
    """The keys of what is written for programs, from a run and a check of the starter."""
    study = samvirke.read_study(samvirke.built_in()["starter"])
    checked = samvirke.check(study)
    results = replace(samvirke.run(study, draws=2), findings=checked.findings)
    ids = frozenset(results.compared)  # not `zero`, which is also a key of the whole
    return {
        "results.json": list(_keys(json.loads(results_json(results)), ids)),
        "check --format json": list(_keys(json.loads(findings_json(checked)), ids)),
    }


def _keys(content: Any, ids: frozenset[str], above: str = "") -> Iterator[str]:
    """The keys of a JSON text as paths; `[]` is any item of a list. What lies under ids is left out."""
    if isinstance(content, list) and content:
        yield from _keys(content[0], ids, f"{above}[]")
    elif isinstance(content, dict) and ids.isdisjoint(content):
        for key, value in content.items():
            path = f"{above}.{key}" if above else key
            yield path
            yield from _keys(value, ids, path)


def released(changelog: str) -> tuple[str, ...]:
    """The versions that the release notes have, newest first."""
    return tuple(re.findall(r"^## ([0-9][^\s,]*)", changelog, flags=re.MULTILINE))


def read(text: str) -> Names:
    """What has been promised, by kind; those withdrawn stand under a kind of their own."""
    return yaml.safe_load(text) or {}


def gone(promised: Names, today: Mapping[str, list[str]], versions: tuple[str, ...]) -> list[str]:
    """Names of a release that the program no longer has, and that nobody has said are withdrawn."""
    return [
        f"{kind}: {name}, promised since {since}"
        for kind, names in promised.items()
        if kind != WITHDRAWN
        for name, since in names.items()
        if since in versions and name not in today.get(kind, ())
    ]


def renewed(
    promised: Names, today: Mapping[str, list[str]], versions: tuple[str, ...], version: str
) -> Names:
    """What is promised now: the names of releases as they were, and those of the program besides."""
    new = NEXT if version in versions else version
    now: Names = {}
    for kind, names in today.items():
        known = {name: since for name, since in promised.get(kind, {}).items() if since in versions}
        now[kind] = {**known, **{name: known.get(name, new) for name in names}}
    withdrawn = promised.get(WITHDRAWN)
    return {**now, WITHDRAWN: withdrawn} if withdrawn else now


def written(names: Names) -> str:
    """The file."""
    return HEAD + yaml.safe_dump(names, allow_unicode=True, sort_keys=False, width=110)


def main() -> None:
    """Add what is new; stop when something promised is gone."""
    promised = read(PLACE.read_text(encoding="utf-8")) if PLACE.is_file() else {}
    versions, today = released(CHANGELOG.read_text(encoding="utf-8")), reality()
    if lost := gone(promised, today, versions):
        raise SystemExit(
            "These names are promised, and are not there; see docs/api-promise.md:\n" + "\n".join(lost)
        )
    text = written(renewed(promised, today, versions, samvirke.__version__))
    if not PLACE.is_file() or PLACE.read_text(encoding="utf-8") != text:
        PLACE.write_text(text, encoding="utf-8", newline="\n")
        print(f"Wrote {PLACE.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
