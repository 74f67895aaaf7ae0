"""PTH: where people can get to, and who hands them over to whom."""

from collections.abc import Callable

import pytest

from samvirke.checks.finding import Finding
from samvirke.checks.routes import handed_over, leads_out, reached
from samvirke.language import Text
from samvirke.quantities.expressions import ONE, ZERO, Constant, Expression
from samvirke.study.organisation import Responsibility
from samvirke.study.pathways import Sharing
from samvirke.study.study import Study

Ask = Callable[[str, Study], list[Finding]]
Subjects = Callable[[str, Study], list[str]]
Routes = dict[str, dict[str, Expression | str]]
HALF = Constant(0.5)


def routed(study: Study, routes: Routes, **fields: object) -> Study:
    """The study with other routes for its one group."""
    ways = study.pathways.model_copy(update={"routes": {"young": routes}, **fields})
    return study.with_(pathways=ways)


def test_a_route_that_nobody_takes_leads_nowhere(study: Study) -> None:
    closed = routed(study, {"contact": {"stay": ZERO, "lost": "rest"}, "stay": {"safe": ONE}})
    assert reached(closed, "young") == ("contact", "lost")
    assert reached(study, "young") == ("contact", "stay", "lost", "safe")


def test_a_circle_is_left_when_one_of_its_steps_has_an_exit(study: Study) -> None:
    caught = routed(study, {"contact": {"stay": ONE}, "stay": {"contact": ONE}})
    freed = routed(study, {"contact": {"stay": ONE}, "stay": {"contact": HALF, "safe": "rest"}})
    assert leads_out(caught, "young") == frozenset()
    assert {"contact", "stay"} <= leads_out(freed, "young")


def test_a_step_without_a_way_on_is_one_fault_and_not_a_circle_too(study: Study, subjects: Subjects) -> None:
    ends = routed(study, {"contact": {"stay": ONE}})
    assert (subjects("PTH105", ends), subjects("PTH106", ends)) == (["young stay"], [])
    circle = routed(study, {"contact": {"stay": ONE}, "stay": {"contact": ONE}})
    assert (subjects("PTH105", circle), subjects("PTH106", circle)) == ([], ["young"])


def test_a_step_kept_for_an_alternative_may_have_no_doer(study: Study, subjects: Subjects) -> None:
    step = study.pathways.steps["stay"].model_copy(update={"task": "statistics"})
    steps = {**study.pathways.steps, "count": step}
    routes: Routes = {"contact": {"count": HALF, "lost": "rest"}, "count": {"lost": ONE}}
    assert subjects("PTH103", routed(study, routes, steps=steps)) == ["count"]
    routes["contact"]["count"] = ZERO
    assert subjects("PTH103", routed(study, routes, steps=steps)) == []


@pytest.mark.parametrize(
    ("basis", "note", "severity"),
    [("none", None, "should"), ("none", "Vi har lett.", "note"), (Text("Samtykke", "Consent"), None, None)],
)
def test_a_hand_over_without_a_basis_is_milder_when_the_study_says_that_it_looked(
    study: Study, ask: Ask, basis: str | Text, note: str | None, severity: str | None
) -> None:
    said = Sharing.model_validate(
        {"from": "police", "to": "shelter", "basis": basis, "consent": True, "note": note}
    )
    ways = study.pathways.model_copy(update={"sharing": (said,)})
    found = ask("PTH101", study.with_(pathways=ways))
    assert [one.severity for one in found] == ([severity] if severity else [])


def test_bodies_of_one_agency_do_not_hand_over_to_each_other(study: Study) -> None:
    assert handed_over(study) == (("police", "shelter"),)
    within = Responsibility.model_validate({"decides": "police", "does": ["desk"]})
    together = study.with_(responsibilities={**study.responsibilities, "aid": within})
    assert handed_over(together) == ()
