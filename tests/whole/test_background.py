"""What the background pages say of the program is so."""

import inspect
import re
from pathlib import Path

from samvirke.report.words.verdict import CERTAIN, LIKELY, SHORT, Verdict
from samvirke.study.assignment import Assignment
from samvirke.uncertainty.results import run

DOCS = Path(__file__).resolve().parents[2] / "docs"
CONSEQUENCES = (DOCS / "background" / "consequences.md").read_text(encoding="utf-8")
UNCERTAINTY = (DOCS / "background" / "uncertainty.md").read_text(encoding="utf-8")
POWERS = (DOCS / "guides" / "powers-and-duties.md").read_text(encoding="utf-8")


def test_the_verdicts_are_told_in_the_words_of_the_report_and_in_their_order() -> None:
    order: tuple[Verdict, ...] = ("within", "uncertain", "host", "steady", "above")
    told = CONSEQUENCES.partition("the first that fits is used:")[2].partition("\n")[0]
    assert re.findall(r"\*\*(.*?)\*\*", told) == [SHORT[verdict]["en"] for verdict in order]
    assert f"at least {100 * CERTAIN} per cent" in CONSEQUENCES
    assert LIKELY == 0.5
    assert "in half of the draws or more" in told


def test_the_steps_of_the_ladder_are_those_that_a_study_has_unless_it_says_otherwise() -> None:
    rows = re.findall(r"^\| `(\w+)` \| .* \| (\d) \|$", POWERS, flags=re.MULTILINE)
    assert {kind: int(step) for kind, step in rows} == Assignment.model_fields["ladder"].get_default(
        call_default_factory=True
    )


def test_a_run_makes_as_many_draws_as_is_said() -> None:
    assert f"One run makes {inspect.signature(run).parameters['draws'].default:,} joint draws" in UNCERTAINTY
