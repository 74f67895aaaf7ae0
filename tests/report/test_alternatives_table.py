"""The main table of the first page."""

import pytest
from tests.making import alternative, small

from samvirke.language import LANGUAGES
from samvirke.report.document import Words
from samvirke.report.front.alternatives_table import alternatives_table
from samvirke.uncertainty.results import run

BODIES = ("advice", "patrol", "prisons")


def consulted(*ends: str | None) -> list[dict[str, str]]:
    """Each body is consulted on the co-ordination, until the month given."""
    asked = {"verb": "assign", "task": "coordination", "part": "consulted"}
    return [
        {**asked, "actor": body, **({"until": end} if end else {})}
        for body, end in zip(BODIES, ends, strict=False)
    ]


@pytest.mark.parametrize(
    ("ends", "said"),
    [
        ((None, None), None),
        (("2024-01", None), ("noen endringer opphører i januar 2024", "some changes end in January 2024")),
        (("2024-07", "2024-07"), ("alt opphører innen juli 2024", "everything ends by July 2024")),
        (("2023-07", "2025-01"), ("alt opphører innen januar 2025", "everything ends by January 2025")),
    ],
)
def test_what_is_for_a_time_only_says_so_beside_what_it_costs(
    ends: tuple[str | None, ...], said: tuple[str, str] | None
) -> None:
    study = small().with_(alternatives={"alt": alternative(*consulted(*ends))})
    (_, cost, *_) = alternatives_table(run(study, draws=8)).rows[0]
    for number, language in enumerate(LANGUAGES):
        last = [piece.text[language] for piece in cost.pieces if isinstance(piece, Words)][-1]
        if said is None:
            assert "opphører" not in last
            assert "end" not in last
        else:
            assert last == said[number]


def test_what_ends_at_different_times_says_when_it_begins_to() -> None:
    changes = consulted("2023-07", "2025-01", None)
    study = small().with_(alternatives={"alt": alternative(*changes)})
    (_, cost, *_) = alternatives_table(run(study, draws=8)).rows[0]
    last = cost.pieces[-1]
    assert isinstance(last, Words)
    assert last.text.nb == "noen endringer opphører, de første i juli 2023"
