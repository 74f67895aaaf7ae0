"""Every message that a study can be refused with is met by some wrong study."""

import ast
import inspect
import re
from collections.abc import Iterator
from types import ModuleType

import pytest
from tests.study.overlays import BAD_STUDIES, EXPECTED, names
from tests.study.test_odd_folders import ODD, file_that_may_not_be_read, odd_message

from samvirke.alternatives import plan, situation, verbs
from samvirke.quantities import expressions, units
from samvirke.study import (
    alternative,
    assignment,
    assumptions,
    changes,
    complaints,
    document,
    folder,
    grants,
    links,
    money,
    organisation,
    pathways,
    purposes,
    reading,
    records,
    schemes,
    suggestion,
    unit_checks,
    ways,
    yaml_faults,
)

VERBS = (
    getattr(verbs, name)
    for name in sorted({apply.__module__.rpartition(".")[2] for apply in verbs.APPLY.values()})
)
MODULES: tuple[ModuleType, ...] = (
    alternative, assignment, assumptions, changes, complaints, document, expressions, folder, grants, links,
    money, organisation, pathways, plan, purposes, reading, records, schemes, situation, suggestion,
    unit_checks, units, ways, yaml_faults, *VERBS,
)  # fmt: skip
# What cannot be brought about with files, or not by everyone who runs the tests.
ELSEWHERE = {
    "the file or folder cannot be read",  # the superuser reads everything
    "See whether you have access to it.",
    "See what can stand here, with `samvirke schema`.",  # for kinds of complaint that are not known yet
    "it is too long",  # the field is shorter than the longest formula; see tests/quantities
}
PLACES_OF_ENGLISH = {"mistake": 1, "nothing_changes": 1, "FormulaError": 1, "Text": 1}


def templates(module: ModuleType) -> Iterator[str]:
    """The English of every text in a module, as a regular expression with gaps for what is filled in."""
    for node in ast.walk(ast.parse(inspect.getsource(module))):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
            continue
        if node.func.id in PLACES_OF_ENGLISH:
            for position in (1, 3) if node.func.id == "mistake" else (1,):
                template = _pattern(node.args[position]) if position < len(node.args) else ""
                if re.search("[a-z]{2}", template):
                    yield template


def _pattern(node: ast.expr) -> str:
    if isinstance(node, ast.Constant):
        return re.sub(
            r"\\\{\w+(:\w+)?\\\}", ".*", re.escape(str(node.value).replace("{{", "{").replace("}}", "}"))
        )
    if isinstance(node, ast.JoinedStr):
        return "".join(_pattern(part) if isinstance(part, ast.Constant) else ".*" for part in node.values)
    return ""  # a name or a condition: its parts are texts of their own


@pytest.fixture(scope="module")
def everything_told(tmp_path_factory: pytest.TempPathFactory) -> str:
    told = [
        (BAD_STUDIES / name / EXPECTED).read_text(encoding="utf-8").split("\n---\n")[0] for name in names()
    ]
    for spoil, _, _ in ODD:
        if spoil is not file_that_may_not_be_read:
            told.append(str(odd_message(spoil, tmp_path_factory.mktemp("odd") / "study")))
    return "\n".join(told)


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_every_message_of_a_module_is_met_by_a_wrong_study(module: ModuleType, everything_told: str) -> None:
    known = {re.escape(text) for text in ELSEWHERE}
    missing = [t for t in templates(module) if t not in known and not re.search(t, everything_told)]
    assert [t.replace("\\", "") for t in missing] == [], "add a folder to tests/bad_studies for each"


def test_english_and_bokmal_have_the_same_blanks() -> None:
    for module in MODULES:
        for node in ast.walk(ast.parse(inspect.getsource(module))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Text":
                found = [sorted(re.findall(r"\{\w+\}", ast.unparse(part))) for part in node.args]
                assert len(found) < 2 or len(found[0]) == len(found[1]), ast.unparse(node)
