"""ASG: what the assignment asks for, and who is to be involved."""

from collections.abc import Callable
from datetime import date

import pytest

from samvirke.checks.finding import Finding
from samvirke.language import Text
from samvirke.study.assignment import Requirement
from samvirke.study.involvement import Answer, Involved
from samvirke.study.organisation import Responsibility
from samvirke.study.study import Study

Ask = Callable[[str, Study], list[Finding]]
Subjects = Callable[[str, Study], list[str]]
INVITED = date(2020, 9, 1)


@pytest.mark.parametrize(("met_by", "found"), [(None, ["asked"]), (Text("Side 1", "Page 1"), [])])
def test_a_requirement_says_where_it_is_met(
    study: Study, subjects: Subjects, met_by: Text | None, found: list[str]
) -> None:
    requirement = Requirement(text=Text("Innenfor rammen.", "Within the total."), met_by=met_by)
    assignment = study.assignment.model_copy(update={"requirements": {"asked": requirement}})
    assert subjects("ASG101", study.with_(assignment=assignment)) == found


def test_those_who_take_part_are_invited(study: Study, ask: Ask) -> None:
    everyone = {
        actor: Involved(actor=actor, invited=INVITED)
        for actor in (study.assignment.lead, *study.assignment.participants, "shelter")
    }
    helped = study.with_(responsibilities={"aid": Responsibility.model_validate({"does": ["shelter"]})})
    assert ask("ASG102", helped.with_(involvement=everyone)) == []
    without = {key: body for key, body in everyone.items() if key != "shelter"}
    waiting = {**without, "shelter": Involved(actor="shelter")}
    for involvement in (without, waiting):
        found = ask("ASG102", helped.with_(involvement=involvement))
        assert [f.text.nb for f in found] == ["1 aktør er ikke invitert: `shelter`"]


def test_an_organisation_without_a_part_need_not_be(study: Study, ask: Ask) -> None:
    alone = study.with_(responsibilities={}, involvement={})
    assert "`shelter`" not in ask("ASG102", alone)[0].text.nb


def test_an_answer_presupposes_an_invitation(study: Study, subjects: Subjects) -> None:
    answer = Answer(to="desk-fte", wording="Tre årsverk.")
    for body in (Involved(actor="police", answers=(answer,)), Involved(actor="police", answered=INVITED)):
        asked = body.model_copy(update={"invited": INVITED})
        assert subjects("ASG103", study.with_(involvement={"police": body})) == ["police"]
        assert subjects("ASG103", study.with_(involvement={"police": asked})) == []
