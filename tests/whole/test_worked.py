"""No worked example lies unused: each is taken up by a test that works it out by the engine."""

import re
from pathlib import Path

from tests.worked import EXAMPLES

TESTS = Path(__file__).parents[1]


def test_every_worked_example_is_taken_up_by_a_test() -> None:
    written = "".join(path.read_text(encoding="utf-8") for path in sorted(TESTS.rglob("test_*.py")))
    assert set(re.findall(r'EXAMPLES\["([a-z-]+)"\]', written)) == set(EXAMPLES)


def test_every_worked_example_says_where_it_is_from_and_how_near_it_must_be_met() -> None:
    for name, example in EXAMPLES.items():
        assert example["kind"] in ("published", "derived"), name
        assert example["source"].startswith("https://"), name
        assert example["tolerance"] >= 0, name
