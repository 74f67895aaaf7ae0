"""A study's files as plain records, and an alternative's changes in the order in which they start.

Nothing here knows the engine: the files are read as any program would read them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

Record = dict[str, Any]

# Consumer price index, yearly averages, 2015 = 100; Statistics Norway, table 03014.
PRICES = {2010: 92.1, 2015: 100.0, 2018: 108.4, 2020: 112.2}
FACTORS = {
    "MNOK": 1e6, "MNOK/yr": 1e6, "MNOK/FTE": 1e6, "NOK": 1, "NOK/FTE": 1, "FTE": 1, "share": 1, "factor": 1,
    "months": 1 / 12, "hours/yr": 1, "hours/FTE": 1,
}  # fmt: skip


class NotKnownHereError(Exception):
    """The study asks for something that the spreadsheet does not have; it is not guessed at."""


@dataclass(frozen=True)
class Case:
    """The files of a study that money depends on."""

    study: Record
    actors: Record
    tasks: Record
    lines: Record
    spending: Record
    transition: Record
    assumptions: Record
    packages: Record
    alternatives: Record

    @classmethod
    def read(cls, folder: Path) -> "Case":
        def load(name: str) -> Record:
            loaded: Record = yaml.safe_load((folder / f"{name}.yaml").read_text(encoding="utf-8"))
            return loaded

        names = ("study", "actors", "tasks", "lines", "spending", "transition", "packages")
        files = {name: load(name) for name in names}
        alternatives = {
            path.stem: load(f"alternatives/{path.stem}")
            for path in sorted(folder.glob("alternatives/*.yaml"))
        }
        if alternatives.pop("zero").get("changes"):
            raise NotKnownHereError("a zero alternative with changes")
        return cls(**files, assumptions=load("assumptions")["assumptions"], alternatives=alternatives)

    @property
    def years(self) -> range:
        return range(self.study["first_year"], self.study["first_year"] + self.study["horizon"])

    def month(self, text: str) -> int:
        """The place of a month, January of the first year being 0."""
        year, month = map(int, text.split("-"))
        return (year - self.years.start) * 12 + month - 1

    def changes(self, alternative: str) -> list[Record]:
        """Those of the packages it includes and then its own; earlier starts first, else as written."""
        one = self.alternatives[alternative]
        included = [change for name in one.get("includes", []) for change in self.packages[name]["changes"]]
        return sorted([*included, *one["changes"]], key=lambda change: self.month(change["start"]))

    def medians(self) -> dict[str, float]:
        """The median of every assumption but formulas: in base units and study prices."""
        return {id_: self._median(one) for id_, one in self.assumptions.items() if "formula" not in one}

    def _median(self, one: Record) -> float:
        beta = one.get("beta")
        if beta is not None and beta["a"] != beta["b"]:
            raise NotKnownHereError("the median of a skew beta distribution")
        plain = 0.5 if beta is not None else one.get("value", one.get("p50"))
        if plain is None:
            raise NotKnownHereError(f"the median of {one}")
        to: int = self.study["price_year"]
        year: int = one.get("price_year", to)
        return float(plain) * FACTORS[one["unit"]] * PRICES[to] / PRICES[year]


def under(actors: Record, top: str) -> Iterator[str]:
    """An actor and all that lie below it."""
    yield top
    for id_, actor in actors.items():
        if actor.get("parent") == top:
            yield from under(actors, id_)


def upwards(actors: Record, id_: str | None) -> Iterator[str]:
    """An actor and those it lies under, nearest first."""
    while id_ is not None and id_ in actors:
        yield id_
        id_ = actors[id_].get("parent")
