"""`samvirke list`: the built-in studies."""

from __future__ import annotations

from rich.console import Console

from samvirke.cases import DEFAULT, built_in
from samvirke.cli.choices import chosen
from samvirke.study.reading import read_study


def list_built_in() -> None:
    """Print each built-in study's name and title."""
    console = Console(highlight=False, soft_wrap=True, markup=False)
    for name, folder in built_in().items():
        title = read_study(folder).assignment.title[chosen.language]
        usual = (
            chosen.say(" (brukes når ingen er oppgitt)", " (used when none is named)")
            if name == DEFAULT
            else ""
        )
        console.print(f"{name}  {title}{usual}")
