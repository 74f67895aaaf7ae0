"""Those whom the instructions for official studies, 2-1, name: effects on each of them are to be stated."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from samvirke.language import Text

Concerned = Literal[
    "individuals", "private-business", "public-business", "state", "county", "municipality",
]  # fmt: skip
CONCERNED: Mapping[Concerned, Text] = {
    "individuals": Text("privatpersoner", "individuals"),
    "private-business": Text("privat næringsliv", "private business"),
    "public-business": Text("offentlig næringsvirksomhet", "public business"),
    "state": Text("statsforvaltningen", "the state administration"),
    "county": Text("fylkeskommunene", "the county administrations"),
    "municipality": Text("kommunene", "the municipal administrations"),
}
