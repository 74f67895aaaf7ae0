"""Every text that the program itself has written stands in both languages."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[2] / "src" / "samvirke"
MODULES = sorted(SOURCE.rglob("*.py"))
# The same word in both languages, or a name that is not translated.
ALIKE = {"Administrator", "System", "Post", "Format", "Status", "For", "Person", "Digital", "Permanent"}
PAIRS = {"Text": ("nb", "en"), "words": ("nb", "en"), "say": ("nb", "en")}


def calls(tree: ast.AST, name: str) -> Iterator[ast.Call]:
    """Calls of a function, or of a method, by this name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = node.func
            if (isinstance(called, ast.Name) and called.id == name) or (
                isinstance(called, ast.Attribute) and called.attr == name
            ):
                yield node


def template(node: ast.expr) -> str | None:
    """What is written in a text; `{}` where a value is filled in. None when it is not written here."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(part.value if isinstance(part, ast.Constant) else "{}" for part in node.values)  # type: ignore[misc]
    return None


def pairs(path: Path) -> Iterator[tuple[int, str, str | None]]:
    """Texts written in a module: line, bokmål, and English or None when there is none."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for name, parameters in PAIRS.items():
        for call in calls(tree, name):
            given: dict[str, ast.expr] = dict(zip(parameters, call.args, strict=False))
            given |= {word.arg: word.value for word in call.keywords if word.arg in parameters}
            nb = template(given["nb"]) if "nb" in given else None
            if not nb:
                continue
            if "en" not in given:
                yield call.lineno, nb, None
            elif (en := template(given["en"])) is not None:
                yield call.lineno, nb, en


def letters(text: str) -> str:
    """The words of a text, without values, marks and code."""
    return re.sub(r"[\W\d_]+", " ", re.sub(r"`[^`]*`|\{[^}]*\}", " ", text)).strip()


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_texts_of_a_module_are_in_both_languages(path: Path) -> None:
    missing, alike = [], []
    for line, nb, en in pairs(path):
        if en is None or bool(nb.strip()) != bool(en.strip()):
            missing.append(f"{path.name}:{line}: {nb!r}")
        elif nb == en and len(letters(nb)) > 2 and letters(nb) not in ALIKE:
            alike.append(f"{path.name}:{line}: {nb!r}")
    assert missing == [], "These have no English."
    assert alike == [], "These are the same in both languages; add a word that truly is to ALIKE."


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_texts_of_a_module_fill_in_as_many_values_in_either_language(path: Path) -> None:
    """A value named in one language only is one that a reader of the other is not told."""
    unlike = [
        f"{path.name}:{line}: {nb!r} / {en!r}"
        for line, nb, en in pairs(path)
        if en is not None and named(nb) != named(en)
    ]
    assert unlike == []


def named(text: str) -> list[str]:
    """The values that `format` fills in by name."""
    return sorted(re.findall(r"\{(\w+)\}", text))


def test_the_program_has_texts() -> None:
    assert sum(1 for path in MODULES for _ in pairs(path)) > 500
