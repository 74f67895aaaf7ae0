"""TRN901: a change that more likely than not cannot be in force when the alternative says that it starts."""

from tests.making import Records, alternative, assumed, quantity, small

from samvirke.checks.finding import Finding
from samvirke.uncertainty.results import Results, run

DURATIONS: Records = {
    "decision": "decision", "hearing": 3, "regulation": 8, "law": 20, "agreement": 4, "instruction": 2,
    "employees": 6, "recruitment": 5, "handover": 3, "budget_lead": 8,
}  # fmt: skip
POWER: Records = {
    "verb": "empower", "holder": "centre", "over": ["children"], "given_by": "justice", "basis": "Brev",
    "power": "reports", "kind": "demand_reports", "legal": "instruction",
}  # fmt: skip


def made(*changes: Records) -> Results:
    """The decision takes 4 to 12 months, all equally likely; the instruction is there by month 6 to 14."""
    study = small(
        assumptions=assumed(decision=quantity("months", uniform={"low": 4, "high": 12})),
        transition={"durations": DURATIONS},
    )
    return run(study.with_(alternatives={"alt": alternative(*changes)}), draws=256)


def too_early(results: Results) -> list[Finding]:
    return [finding for finding in results.findings if finding.code == "TRN901"]


def test_a_start_that_is_likely_to_be_kept_is_no_finding() -> None:
    """By September 2021, month 8, a quarter of the draws are done; by November, month 10, half."""
    assert too_early(made({**POWER, "start": "2021-11"})) == []


def test_a_start_that_is_likely_to_be_missed_says_what_it_waits_for_and_when_it_can_be_kept() -> None:
    (finding,) = too_early(made({**POWER, "start": "2021-09"}))
    assert finding.severity == "must"
    assert finding.text["en"] == (
        "`c1` starts 2021-09, but can probably not be in place before 2021-11 (25 per cent chance). "
        "It waits for instruction or allocation to `justice`"
    )
    assert finding.text.nb == (
        "`c1` starter 2021-09, men kan trolig ikke være på plass før 2021-11 (25 prosent sjanse). "
        "Endringen venter på instruks eller tildelingsbrev for `justice`"
    )
    assert "start: 2021-11" in finding.remedy.nb
    assert finding.excused_by == "alternatives/alt.yaml alt c1"


def test_the_start_that_the_remedy_names_is_no_finding() -> None:
    assert too_early(made({**POWER, "legal": "law"})) != []
    (finding,) = too_early(made({**POWER, "legal": "law"}))
    named = finding.remedy["en"].partition("start: ")[2][:7]
    assert too_early(made({**POWER, "legal": "law", "start": named})) == []


def test_changes_that_wait_for_the_same_are_told_together() -> None:
    kinds = ("demand_reports", "set_procedures", "advise_in_cases", "escalate", "instruct")
    several = [{**POWER, "power": f"p{n}", "kind": kind, "legal": "law"} for n, kind in enumerate(kinds)]
    (finding,) = too_early(made(*several))
    assert finding.text["en"].startswith("`c1`, `c2`, `c3` and 2 more start 2022-01")
    assert finding.text["en"].endswith("They wait for a law for `justice`")


def test_the_timetable_of_every_alternative_is_kept_with_the_results() -> None:
    results = made({**POWER, "start": "2021-09"})
    assert {name for name, timed in results.schedules.items() if timed.timings} == {"alt"}
    assert [str(group.earliest) for group in results.schedules["alt"].changes] == ["2021-11"]
    figure = results.figure("alt", "transition.months")
    assert figure is not None
    assert 10 < figure.expected < 11  # half a month is lost, on average, until the first of the next
    assert figure.unit == "months"
