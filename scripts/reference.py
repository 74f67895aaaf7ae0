"""Writes docs/reference from the program itself: rules, commands, files of a study, figures, arrows.

Run from the repository's folder once Samvirke is installed for developers: `make reference`.
"""

import ast
import re
import tomllib
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from scripts.markdown import block, code, table
from scripts.schema_page import schema_page
from typer import Context
from typer.core import TyperGroup
from typer.main import get_command

from samvirke.checks.finding import SEVERITY
from samvirke.checks.rule import EXAMPLE, GOOD, MEND, REMEDY, SOURCE, WHY, Rule
from samvirke.cli.application import application
from samvirke.cli.failure import FAULT, FINDINGS, INTERRUPTED, TERMINATED, UNUSABLE
from samvirke.cli.rule import BY_A_RUN, every_rule
from samvirke.consequences.catalogue import FIGURES
from samvirke.language import Text
from samvirke.uncertainty.run_rule import RunRule

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "docs" / "reference"
SOURCE_FOLDER = ROOT / "src" / "samvirke"
COMMAND = "make reference"

INDEX = f"""# Reference

Written by the program from its own code; `{COMMAND}` writes it anew, and a test fails when it is stale.

- [Rules](rules.md): the faults that `samvirke check` and `samvirke run` look for, and what to do
- [Commands](cli.md): every command and its options
- [The files of a study](schema.md): every file and field, and the units
- [Figures](figures.md): what each figure is called, its unit, and what it means
- [Arrows](arrows.md): which part of the program may import which
"""


def pages() -> dict[str, str]:
    """Every page by its file name."""
    return {
        "README.md": INDEX,
        "rules.md": rules_page(),
        "cli.md": commands_page(),
        "schema.md": schema_page(),
        "figures.md": figures_page(),
        "arrows.md": arrows_page(),
    }


# ---------------------------------------------------------------- rules


def rules_page() -> str:
    """Every rule of the linter and of a run, in both languages."""
    introduction = (
        "# Rules\n\n`samvirke check` looks for these faults in a study. Those whose codes end in 901 and up "
        "are found by `samvirke run`, since only the draws can show them. `samvirke rule CODE` tells the "
        "same as this page. The severity given is the gravest that a finding of the rule can have. In "
        "the examples `null` stands for what is left out, and what they do not mention is in order.\n"
    )
    rows = [
        (f"[{one.code}](#{one.code.lower()}-{one.name})", SEVERITY[one.severity]["en"], one.summary["en"])
        for one in every_rule()
    ]
    return "\n".join([introduction, table(("Rule", "Severity", "Fault"), rows), *map(_rule, every_rule())])


def _rule(one: Rule | RunRule) -> str:
    severity = SEVERITY[one.severity]
    run = [(_both(Text("Hvor", "Where")), BY_A_RUN["en"], BY_A_RUN.nb)] if isinstance(one, RunRule) else []
    rows = [
        (_both(Text("Feil", "Fault")), one.summary["en"], one.summary.nb),
        (_both(Text("Alvor", "Severity")), severity["en"], severity.nb),
        *run,
        *((_both(heading), text["en"], text.nb) for heading, text in (
            (WHY, one.why), (REMEDY, one.remedy), *_mend(one), (SOURCE, one.source),
        )),
    ]  # fmt: skip
    head = f"## {one.code} {one.name}\n\n"
    good = f"\n{_both(GOOD)}:\n\n{block(one.good)}" if one.good else ""
    return f"{head}{table(('', 'English', 'Bokmål'), rows)}\n{_both(EXAMPLE)}:\n\n{block(one.example)}{good}"


def _mend(one: Rule | RunRule) -> list[tuple[Text, Text]]:
    """The row on what the program can mend itself, for the rules that have one."""
    return [(MEND, one.mend)] if isinstance(one, Rule) and one.mend is not None else []


def _both(text: Text) -> str:
    return f"{text['en']} · {text.nb}"


# ---------------------------------------------------------------- commands


WIDTH = 78  # of help on a terminal of 80 columns


def program() -> TyperGroup:
    """The command line, with its commands in the order in which help tells them."""
    found = get_command(application)
    assert isinstance(found, TyperGroup)
    return found


def commands() -> dict[str, Any]:
    """Every command by its name; one that stands under another has both names."""
    found: dict[str, Any] = {}
    for name, command in program().commands.items():
        inner = command.commands.items() if isinstance(command, TyperGroup) else ()
        found |= {f"{name} {one}": below for one, below in inner} or {name: command}
    return found


def commands_page() -> str:
    """What `--help` says of the program and of each command, on a terminal of 80 columns."""
    introduction = (
        "# Commands\n\nWhat `samvirke --help` and `samvirke COMMAND --help` say. "
        f"Exit codes: 0 when all went well; {FINDINGS} when `check` found something that must be mended; "
        f"{UNUSABLE} when the study or the command cannot be used; {FAULT} when the fault is Samvirke's own; "
        f"{INTERRUPTED} when it was interrupted, {TERMINATED} when it was asked to stop.\n"
    )
    whole = Context(program(), info_name="samvirke", terminal_width=WIDTH)
    parts = [introduction, block(program().get_help(whole))]
    for name, command in commands().items():
        context = Context(command, info_name=name, parent=whole, terminal_width=WIDTH)
        parts.append(f"## samvirke {name}\n\n{block(command.get_help(context))}")
    return "\n".join(parts)


# ---------------------------------------------------------------- figures


def figures_page() -> str:
    """The catalogue of figures, in both languages."""
    introduction = (
        "# Figures\n\nThe figures of `figures.csv` and `results.json`. The first part of a name says what "
        "the figure is about; `{year}`, `{line}` and the like stand for one part each. An alternative has "
        "the figures that it gives rise to; each also has its difference from the zero alternative. "
        "*Better* says which way is better, where that can be said.\n"
    )
    parts = [introduction]
    for family, figures in groupby(FIGURES, key=lambda one: one.name.partition(".")[0]):
        rows = [
            (
                code(one.name),
                one.unit,
                one.better or "–",
                *(_meaning(one.label[x], one.text[x]) for x in ("en", "nb")),
            )
            for one in figures
        ]
        parts.append(f"## {family}\n\n" + table(("Figure", "Unit", "Better", "English", "Bokmål"), rows))
    return "\n".join(parts)


def _meaning(label: str, text: str) -> str:
    return f"**{label}.** {text}"


# ---------------------------------------------------------------- arrows


def arrows_page() -> str:
    """Who may import whom, from the contract in pyproject.toml that `make arrows` holds the code to."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    layers = next(one for one in contracts["contracts"] if one["type"] == "layers")
    rows = [row for line in layers["layers"] if (row := _layer(line))]
    drawing = "\n   ↓\n".join("".join(f"{sign} {part}" for sign, part in row).strip() for row in rows)
    others = [
        f"- {one['name']}: no part may import {', '.join(map(code, one['forbidden_modules']))}."
        for one in contracts["contracts"]
        if one["type"] == "forbidden"
    ]
    free = ", ".join(map(code, layers["exhaustive_ignores"]))
    introduction = (
        "# Arrows\n\nWhich part of the program may import which, drawn from the contract in `pyproject.toml` "
        "that `make arrows` holds the code to. A part may import those below it, never those above. Parts "
        "with │ between them may not import each other; those with : may.\n"
    )
    return "\n".join(
        [
            introduction,
            block(drawing),
            table(("Part", "What it is", "May import"), _parts(rows)),
            f"{free} stand outside the layers.\n",
            "\n".join(others) + "\n",
        ]
    )


Layer = list[tuple[str, str]]  # the sign in front of each part, and the part


def _layer(line: str) -> Layer:
    """The parts of one line of the contract that are there."""
    found = re.findall(r"([|:]?)\s*\(?(\w+)\)?", line)
    there = [(sign.replace("|", " │").replace(":", " :"), part) for sign, part in found if _file(part)]
    return [("" if number == 0 else sign, part) for number, (sign, part) in enumerate(there)]


def _file(part: str) -> Path | None:
    """The module of a part of the program, or its package's `__init__`."""
    places = (SOURCE_FOLDER / f"{part}.py", SOURCE_FOLDER / part / "__init__.py")
    return next((place for place in places if place.is_file()), None)


def _parts(rows: list[Layer]) -> Iterator[tuple[str, str, str]]:
    for number, row in enumerate(rows):
        below = [part for lower in rows[number + 1 :] for _, part in lower]
        for _, part in row:
            beside = [other for _, other in row if other != part and any(":" in sign for sign, _ in row)]
            file = _file(part)
            assert file is not None
            said = ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))) or ""
            may = ", ".join(map(code, [*beside, *below])) or "none of the others"
            yield code(part), said.partition("\n")[0], may


# ---------------------------------------------------------------- writing


def main() -> None:
    """Write every page, and say which ones changed."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, text in pages().items():
        place = FOLDER / name
        if not place.is_file() or place.read_text(encoding="utf-8") != text:
            place.write_text(text, encoding="utf-8", newline="\n")
            print(f"Wrote {place.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
