"""The samples are what the program makes today."""

import csv
import io
import json

import pytest
from scripts.samples import COMMAND, FOLDER, MADE_WITH, MOST_BYTES, made_with, outputs

from samvirke.consequences.catalogue import definition

VALUES = ("expected", "p10", "p50", "p90")


@pytest.mark.slow
def test_the_samples_are_what_a_run_makes_today() -> None:
    """Byte for byte where they were made; elsewhere the figures, to one in the last decimal that is told."""
    made = outputs()
    if json.loads((FOLDER / MADE_WITH).read_text(encoding="utf-8")) == made_with():
        stale = [name for name, content in made.items() if (FOLDER / name).read_bytes() != content]
    else:
        kept = (FOLDER / "figures.csv").read_text(encoding="utf-8")
        stale = apart(kept, made["figures.csv"].decode())
    assert stale == [], f"The samples are stale; run `{COMMAND}`."


def apart(kept: str, made: str) -> list[str]:
    """The figures that only one of two tables has, or that differ by more than one in the last decimal."""
    old, new = rows(kept), rows(made)
    return sorted(
        " ".join(key) for key in old.keys() | new.keys() if key not in old or key not in new or
        any(abs(a - b) > last_decimal(key[1]) for a, b in zip(old[key], new[key], strict=True))
    )  # fmt: skip


def rows(table: str) -> dict[tuple[str, str, str, str], list[float]]:
    return {
        (row["alternative"], row["figure"], row["against_zero"], row["unit"]): [float(row[v]) for v in VALUES]
        for row in csv.DictReader(io.StringIO(table))
    }


def last_decimal(figure: str) -> float:
    """One in the last decimal of a figure, with room for what a decimal number cannot be exactly."""
    found = definition(figure)
    assert found is not None
    return 1.001 * 10.0**-found.decimals


HEAD = "alternative,figure,against_zero,unit,expected,p10,p50,p90,assumptions,sources\n"


def test_elsewhere_the_last_decimal_may_differ_by_one_and_no_more() -> None:
    old = f"{HEAD}zero,today.total,no,MNOK/yr,46.729,36.513,46.656,56.969,,\n"
    assert apart(old, old.replace("46.729", "46.730")) == []
    assert apart(old, old.replace("46.729", "46.731")) == ["zero today.total no MNOK/yr"]
    assert apart(old, HEAD) == ["zero today.total no MNOK/yr"]


def test_the_samples_are_what_a_reader_wants_and_no_more() -> None:
    there = {path.name for path in FOLDER.iterdir()}
    assert there == {"report.nb.html", "report.en.html", "figures.csv", MADE_WITH}
    size = sum(path.stat().st_size for path in FOLDER.iterdir())
    assert size <= MOST_BYTES, "Make the reports smaller, or leave a file out of the samples."
