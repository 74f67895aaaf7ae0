"""MNY: lines, transfers and who pays."""

from collections.abc import Callable, Mapping

import pytest

from samvirke.checks.finding import Finding
from samvirke.study.alternative import Alternative
from samvirke.study.money import Appropriation, Line, Spending
from samvirke.study.study import Study

Ask = Callable[[str, Study], list[Finding]]
Subjects = Callable[[str, Study], list[str]]
Alter = Callable[..., Study]

REASON = {"start": "2022-01", "reason": "Flere saker."}
ADD = {"id": "add", "verb": "staff", "unit": "desk", "fte": 1, **REASON}
CUT = {"id": "cut", "verb": "staff", "row": "grant-staff", "fte": -1, **REASON}
PAY = {"id": "pay", "verb": "transfer", "from": {"row": "shelter-grant"}, "amount": "as-needed", **REASON}
UNIT = {"id": "centre", "name": "Senteret", "parent": "social", "place": "Oslo"}
FOUND = {"id": "found", "verb": "establish", "unit": UNIT, **REASON}
MOVE = {"id": "in", "verb": "move", "unit": "desk", "to": "centre", **REASON}
AGREE = {"id": "meet", "verb": "agree", "between": ["desk", "social"], "form": "agreement", **REASON}


def with_changes(study: Study, *changes: Mapping[str, object]) -> Study:
    """The study with one alternative that makes these changes."""
    one = Alternative.model_validate({"id": "one", "name": "En", "summary": "En til.", "changes": changes})
    return study.with_(alternatives={"one": one})


def test_a_line_says_what_was_appropriated(study: Study, ask: Ask, alter: Alter) -> None:
    voted = Appropriation(amount=20.0, year=2020)
    lines = {key: line.model_copy(update={"appropriation": voted}) for key, line in study.lines.items()}
    known = study.with_(lines=lines)
    assert ask("MNY101", known) == []
    found = ask("MNY101", alter(known, "lines", "grant-line", appropriation=None))
    assert [(f.severity, "`grant-line`" in f.text.nb) for f in found] == [("note", True)]


@pytest.mark.parametrize(
    "changes",
    [(ADD,), (FOUND,), (AGREE,), (ADD, {**PAY, "to": "one-off"})],
    ids=["staff", "establish", "agree", "one-off only"],
)
def test_what_costs_every_year_is_paid_by_somebody(
    study: Study, subjects: Subjects, changes: tuple[Mapping[str, object], ...]
) -> None:
    assert subjects("MNY102", with_changes(study, *changes)) == ["one"]


@pytest.mark.parametrize(
    "changes",
    [
        (ADD, {**PAY, "to": "recurring"}),
        (ADD, {**PAY, "from": "new-appropriation", "to": "recurring"}),
        (ADD, {**PAY, "to": {"row": "desk-staff"}, "amount": 1}),
        (ADD, CUT),
        (CUT,),
        (FOUND, MOVE),
        ({**AGREE, "absorbed": True},),
    ],
    ids=["transfer", "new money", "to a row", "a cut", "only a cut", "people who move in", "absorbed"],
)
def test_a_need_that_something_meets_is_left_to_the_run(
    study: Study, subjects: Subjects, changes: tuple[Mapping[str, object], ...]
) -> None:
    assert subjects("MNY102", with_changes(study, *changes)) == []


@pytest.mark.parametrize("to", ["recurring", "one-off"])
def test_grants_that_pay_for_operations_are_told(study: Study, subjects: Subjects, to: str) -> None:
    assert subjects("MNY103", with_changes(study, {**PAY, "to": to})) == ["pay"]


def test_so_are_grants_moved_to_an_operating_row(study: Study, subjects: Subjects) -> None:
    moved = {**PAY, "to": {"row": "desk-staff"}, "amount": 1}
    assert subjects("MNY103", with_changes(study, moved)) == ["pay"]


def test_operating_money_that_pays_for_operations_is_not(study: Study, subjects: Subjects) -> None:
    own = {**PAY, "from": {"row": "grant-staff"}, "to": "recurring"}
    assert subjects("MNY103", with_changes(study, own)) == []


def row(key: str, **fields: object) -> Spending:
    common = {"id": key, "actor": "shelter", "tasks": "aid", "kind": "personnel"}
    return Spending.model_validate({**common, **fields})


@pytest.mark.parametrize(("pay", "too_much"), [(3, True), (2, False)])
def test_a_grant_pays_for_no_more_than_itself(
    study: Study, subjects: Subjects, pay: float, too_much: bool
) -> None:
    grant = row("grant", kind="grant", line="grant-line", amount=2, administered_by="grant-scheme")
    staff = row("staff", funded_by="grant", amount=pay)
    found = subjects("MNY104", study.with_(spending={"grant": grant, "staff": staff}))
    assert found == (["grant"] if too_much else [])


def test_people_paid_by_a_grant_do_not_stand_on_a_line_as_well(study: Study, subjects: Subjects) -> None:
    grant = row("grant", kind="grant", line="grant-line", amount=2, administered_by="grant-scheme")
    staff, again = row("staff", funded_by="grant", amount=1), row("again", line="social-line", amount=1)
    other = row("other", line="social-line", amount=1, actor="social")
    rows = {"grant": grant, "staff": staff}
    assert subjects("MNY104", study.with_(spending={**rows, "again": again})) == ["staff"]
    assert subjects("MNY104", study.with_(spending={**rows, "other": other})) == []


def test_an_income_line_has_no_appropriation_to_miss(study: Study, ask: Ask) -> None:
    income = Line(id="fees", chapter=3440, item=1, side="income", ministry="justice", holder="police")
    assert ask("MNY101", study.with_(lines={"fees": income})) == []
