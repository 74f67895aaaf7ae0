"""RSP: who does and decides what, and whether the rules and duties are kept."""

from collections.abc import Callable

import pytest

from samvirke.checks.finding import Finding
from samvirke.language import Text
from samvirke.quantities.expressions import Constant
from samvirke.study.organisation import Actor, Doer, Power, Responsibility, RuleEnd, Separation
from samvirke.study.study import Study

Ask = Callable[[str, Study], list[Finding]]
Subjects = Callable[[str, Study], list[str]]
Alter = Callable[..., Study]
NOTE = Text("Slik er det i dag.", "That is how it is today.")
POLICE, SOCIAL = Doer(actor="police"), Doer(actor="social")


def only(study: Study, **parts: object) -> Study:
    """The study with one task that somebody has a part in."""
    return study.with_(
        tasks={"aid": study.tasks["aid"]}, responsibilities={"aid": Responsibility.model_validate(parts)}
    )


def test_a_task_nobody_does_is_told_unless_a_note_says_so(study: Study, subjects: Subjects) -> None:
    assert subjects("RSP101", only(study, decides="social")) == ["aid"]
    assert subjects("RSP101", only(study, decides="social", note=NOTE)) == []
    assert subjects("RSP101", only(study, decides="social", does=("police",))) == []


@pytest.mark.parametrize("deciders", [(), ("police", "social")])
def test_a_task_has_exactly_one_decider(study: Study, ask: Ask, deciders: tuple[str, ...]) -> None:
    unclear = ask("RSP102", only(study, decides=deciders, does=("police",)))
    explained = ask("RSP102", only(study, decides=deciders, does=("police",), note=NOTE))
    assert [(f.severity, f.subject) for f in unclear] == [("should", "aid")]
    assert [(f.severity, f.subject) for f in explained] == [("note", "")]
    assert ask("RSP102", only(study, decides="police", does=("police",))) == []


def test_a_gap_is_not_also_a_task_without_a_decider(study: Study, ask: Ask) -> None:
    assert ask("RSP102", only(study)) == []


def test_several_doers_say_how_they_divide_the_task(study: Study, ask: Ask) -> None:
    divided = (
        Doer(actor="police", share=Constant(0.5)),
        Doer.model_validate({"actor": "social", "for": ["young"]}),
    )
    assert len(ask("RSP103", only(study, does=(POLICE, SOCIAL)))) == 1
    assert len(ask("RSP103", only(study, does=(divided[0], SOCIAL)))) == 1
    assert ask("RSP103", only(study, does=divided)) == []
    assert ask("RSP103", only(study, does=(POLICE,))) == []


@pytest.mark.parametrize("part", ["decides", "does", "consulted", "informed"])
def test_a_body_that_is_only_thought_of_has_no_part_today(
    study: Study, subjects: Subjects, alter: Alter, part: str
) -> None:
    real = only(study, **{part: ("desk",)})
    assert subjects("RSP104", real) == []
    assert subjects("RSP104", alter(real, "actors", "desk", exists=False)) == ["aid"]


@pytest.mark.parametrize(("breach", "severity"), [("error", "must"), ("finding", "should")])
def test_a_broken_rule_is_as_grave_as_it_says(study: Study, ask: Ask, breach: str, severity: str) -> None:
    apart = Separation(
        id="apart",
        kind="separate",
        a=RuleEnd(task="aid", part="does"),
        b=RuleEnd(task="aid", part="decides"),
        level="agency",
        reason=NOTE,
        breach="error" if breach == "error" else "finding",
    )
    ruled = study.with_(rules={"apart": apart})
    broken = ask("RSP105", only(ruled, decides="police", does=("desk",)))
    assert [(f.severity, f.subject) for f in broken] == [(severity, "apart")]
    assert ask("RSP105", only(ruled, decides="social", does=("desk",))) == []


def test_a_duty_is_met_by_a_task_that_somebody_does(study: Study, subjects: Subjects) -> None:
    covered = study.duties["helping"].model_validate(
        {"id": "helping", "text": "Ofre skal få hjelp.", "source": "budget", "tasks": ["aid"]}
    )
    bound = study.with_(duties={"helping": covered})
    assert subjects("RSP106", only(bound, decides="social")) == ["helping"]
    assert subjects("RSP106", only(bound, decides="social", does=("police",))) == []


@pytest.mark.parametrize(("members", "bound"), [(("justice", "welfare"), []), (("justice",), ["reports"])])
def test_ministries_together_give_a_power_over_the_agencies_of_all_of_them(
    study: Study, subjects: Subjects, members: tuple[str, ...], bound: list[str]
) -> None:
    both = Actor(id="both", name=Text("Begge", "Both"), kind="joint", members=members)
    reports = Power(
        id="reports",
        holder="desk",
        over=("police", "social"),
        kind="demand_reports",
        given_by="both",
        basis=NOTE,
    )
    asked = study.with_(actors={**study.actors, "both": both}, powers={"reports": reports}, alternatives={})
    assert subjects("RSP110", asked) == bound
