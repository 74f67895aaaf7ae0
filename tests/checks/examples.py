"""The example on a rule's page, laid over the faultless study so that it can be tried.

`tests/studies/faultless` is a small study in which no rule finds anything. The `example` of every rule, and
of every finding of a run, is a change to it that brings in the fault:

    alternatives/one-more.yaml:
      grant_administrator: null

Each key is a file of the study folder, and its value is laid over what stands in that file as a JSON merge
patch (RFC 7396): records are gone into field by field, `null` takes a field, a record or a whole file away,
and all else, lists too, takes the place of what was there. A file that is not there is made. A text is
written as it is:

    texts/effects.nb.md: Alternativet koster 4,2 millioner kroner i året.

Whoever writes a rule writes `example`: it shows the reader the fault, and brings it in as gravely as
`severity` says. `good` may be left out; it shows what the example should have said, is laid over the
faultless study in the same way, and the rule must find nothing in it. Where the rule finds something in the
faultless study itself, mend that study. `tests/checks/test_examples.py` sees to all three, for every rule.
"""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from samvirke.checks.finding import Finding
from samvirke.checks.registry import check
from samvirke.study.document import read_document
from samvirke.study.reading import read_study
from samvirke.uncertainty.results import run

FAULTLESS = Path(__file__).parent.parent / "studies" / "faultless"
DRAWS = 64  # the faults of the examples are there in every draw, or in nearly all


def merged(target: Any, patch: Any) -> Any:
    """A JSON merge patch (RFC 7396).

    >>> merged({"a": 1, "b": {"c": 2, "d": 3}}, {"a": [4], "b": {"c": None}})
    {'a': [4], 'b': {'d': 3}}
    """
    if not isinstance(patch, dict):
        return patch
    kept = dict(target) if isinstance(target, dict) else {}
    for key, value in patch.items():
        if value is None:
            kept.pop(key, None)
        else:
            kept[key] = merged(kept.get(key), value)
    return kept


def laid_over(example: str, folder: Path) -> Path:
    """The faultless study in a new folder, with an example laid over it."""
    patch = read_document("example", example)
    assert not patch.problems, [one.told("en") for one in patch.problems]
    files = {path.relative_to(FAULTLESS).as_posix(): path for path in FAULTLESS.rglob("*.*")}
    for name in dict.fromkeys((*files, *(patch.data or {}))):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        text = files[name].read_text(encoding="utf-8") if name in files else ""
        if name not in (patch.data or {}):
            path.write_text(text, encoding="utf-8")
        elif (changed := patch.data[name]) is not None:
            path.write_text(_changed(name, text, changed), encoding="utf-8")
    return folder


def _changed(name: str, text: str, patch: Any) -> str:
    """What a file says with a patch over it; JSON is YAML."""
    if not name.endswith(".yaml"):
        return str(patch)
    return json.dumps(merged(read_document(name, text).data, patch), ensure_ascii=False, indent=1)


def found(folder: Path, code: str) -> tuple[Finding, ...]:
    """What one rule, or a run, finds in a study; excused findings too."""
    study = read_study(folder)
    more: Iterable[Finding] = run(study, DRAWS).findings if int(code[3:]) >= 900 else ()
    checked = check(study, more)
    return tuple(one for one in (*checked.findings, *checked.excused) if one.code == code)
