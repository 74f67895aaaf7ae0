"""GRT: what a grant scheme must have, who may run it, and what an alternative must say when it moves."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from samvirke.checks.finding import Finding
from samvirke.checks.registry import all_rules
from samvirke.study.alternative import Alternative
from samvirke.study.grants import GrantScheme
from samvirke.study.money import Spending
from samvirke.study.study import Study

Ask = Callable[[str, Study], list[Finding]]
Alter = Callable[..., Study]
Fields = Mapping[str, Any]

WHOLE: Fields = {
    "id": "grants",
    "name": "Tilskudd",
    "task": "grant-scheme",
    "goal": "Unge er trygge.",
    "target_group": "Utnyttede unge",
    "recipients": "Organisasjoner",
    "achievement_criteria": [{"text": "Andelen som er trygge et år etter", "measures": "user"}],
    "award_criteria": ["Plasser i botilbud"],
    "follow_up": "Revidert regnskap hvert år",
    "rules": {"published": True, "regulation": True},
    "announcement": {"text": "På nettet", "award_criteria": True},
    "appeal_body": "welfare",
    "impartiality": "Vurderes i hver sak",
    "reporting": {"text": "Hvert år", "achievement": True},
    "administrative_cost": 0.5,
    "judgement": "Antatt.",
}
MOVE: Fields = {
    "id": "scheme", "verb": "move", "start": "2022-01", "task": "grant-scheme", "from": "social",
    "to": "police", "parts": ["does", "decides"], "staff": "stays", "money": "stays",
    "reason": "Nærmere politiet.",
}  # fmt: skip
SAID: Fields = {
    "actor": "police", "reason": "Nærmere politiet.", "appeal_body": "justice",
    "responsibility": "Justis har regelverket, velferd har pengene.",
    "running_grants": "Følges opp av dagens.",
}  # fmt: skip
FAMILY = tuple(one.code for one in all_rules() if one.code.startswith("GRT"))


def with_scheme(study: Study, *without: str, **fields: Any) -> Study:
    """The study with one whole scheme, but for the fields left out or put in another way."""
    told = {key: value for key, value in {**WHOLE, **fields}.items() if key not in without}
    return study.with_(grant_schemes={"grants": GrantScheme.model_validate(told)})


def with_alternative(study: Study, *changes: Fields, **said: Any) -> Study:
    """The study with zero and one alternative; `said` is what it says of the grant administrator."""
    chosen = {"grant_administrator": said} if said else {}
    fields = {"id": "one", "name": "En", "summary": "En.", "changes": changes, **chosen}
    zero = {key: one for key, one in study.alternatives.items() if one.zero}
    return study.with_(alternatives={**zero, "one": Alternative.model_validate(fields)})


def told(ask: Ask, code: str, study: Study) -> list[tuple[str, str]]:
    """The severity and the subject of what a rule finds."""
    return [(finding.severity, finding.subject) for finding in ask(code, study)]


@pytest.mark.parametrize("code", FAMILY)
def test_a_scheme_that_has_everything_is_left_alone(study: Study, ask: Ask, code: str) -> None:
    whole = with_alternative(with_scheme(study), {**MOVE}, **SAID)
    assert told(ask, code, whole) == []


ELEMENTS = {
    "GRT101": "goal",
    "GRT102": "target_group",
    "GRT103": "achievement_criteria",
    "GRT104": "award_criteria",
    "GRT105": "follow_up",
    "GRT110": "appeal_body",
}


@pytest.mark.parametrize(("code", "element"), ELEMENTS.items())
def test_what_the_rules_lack_is_a_fault_and_what_nobody_knows_is_not(
    study: Study, ask: Ask, code: str, element: str
) -> None:
    assert told(ask, code, with_scheme(study, element, lacks=[element])) == [("should", "grants")]
    (found,) = ask(code, with_scheme(study, element))
    assert (found.severity, "ikke kjent" in found.text.nb, "not known" in found.text["en"]) == (
        "note",
        True,
        True,
    )


@pytest.mark.parametrize(
    ("code", "field", "fault"),
    [
        ("GRT109", "announcement", {"text": "På nettet", "award_criteria": False}),
        ("GRT117", "rules", {"published": False, "regulation": True}),
        ("GRT119", "reporting", {"text": "Hvert år", "achievement": False}),
    ],
)
def test_a_no_is_a_fault_and_silence_is_not(
    study: Study, ask: Ask, code: str, field: str, fault: Fields
) -> None:
    silent = {key: value for key, value in fault.items() if value is not False}
    assert told(ask, code, with_scheme(study, **{field: fault})) == [("should", "grants")]
    assert told(ask, code, with_scheme(study, **{field: silent})) == [("note", "grants")]
    assert told(ask, code, with_scheme(study, field)) == [("note", "grants")]


@pytest.mark.parametrize("rules", [None, {"published": True}, {"published": True, "regulation": False}])
def test_rules_that_are_no_regulation_are_told(study: Study, ask: Ask, rules: Fields | None) -> None:
    assert told(ask, "GRT118", with_scheme(study, rules=rules)) == [("note", "grants")]


@pytest.mark.parametrize(("code", "field"), [("GRT116", "administrative_cost"), ("GRT121", "impartiality")])
def test_cost_and_impartiality_that_are_not_known_are_told(
    study: Study, ask: Ask, code: str, field: str
) -> None:
    assert told(ask, code, with_scheme(study, field)) == [("note", "grants")]


@pytest.mark.parametrize(
    ("goal", "listed"),
    [
        ("Støtte rådgivning, kurs og oppsøkende arbeid.", True),
        ("Rådgivningen, rådgivninga og rådgivninger.", False),
        ("Unge som får rådgivning og botilbud, er trygge et år etter.", False),
        ("Driftige unge kursiverer ikke.", False),
        ("Ingen unge blir utnyttet.", False),
    ],
)
def test_a_goal_of_three_activities_is_no_state(study: Study, ask: Ask, goal: str, listed: bool) -> None:
    assert told(ask, "GRT106", with_scheme(study, goal=goal)) == ([("note", "grants")] if listed else [])


def test_whoever_gets_the_money_is_not_whom_it_is_for(study: Study, ask: Ask) -> None:
    same = with_scheme(
        study, target_group="Frivillige  organisasjoner.", recipients="frivillige organisasjoner"
    )
    assert told(ask, "GRT107", same) == [("should", "grants")]
    assert told(ask, "GRT107", with_scheme(study, "recipients", "target_group")) == []


@pytest.mark.parametrize(
    ("measured", "severity"),
    [(["activity", "society"], "should"), (["activity", None], "note"), (["activity", "user"], None)],
)
def test_some_criterion_measures_what_users_get(
    study: Study, ask: Ask, measured: list[str | None], severity: str | None
) -> None:
    criteria = [{"text": "Noe", **({} if one is None else {"measures": one})} for one in measured]
    found = told(ask, "GRT108", with_scheme(study, achievement_criteria=criteria))
    assert found == ([] if severity is None else [(severity, "grants")])


def test_nobody_hears_appeals_against_itself(study: Study, ask: Ask) -> None:
    assert told(ask, "GRT110", with_scheme(study, appeal_body="social")) == [("should", "grants")]


@pytest.mark.parametrize(
    ("code", "field"), [("GRT111", "appeal_body"), ("GRT113", "responsibility"), ("GRT120", "running_grants")]
)
def test_an_alternative_that_moves_the_scheme_says_what_follows(
    study: Study, ask: Ask, code: str, field: str
) -> None:
    unsaid = {key: value for key, value in SAID.items() if key != field}
    moved = with_alternative(with_scheme(study), MOVE, **unsaid)
    assert told(ask, code, moved) == [("should", "one")]
    assert told(ask, code, with_alternative(with_scheme(study), MOVE)) == [("should", "one")]
    stays = with_alternative(with_scheme(study), actor="social", reason="Som i dag.")
    assert told(ask, code, stays) == []
    assert told(ask, code, with_alternative(study, MOVE)) == []  # no scheme to speak of


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ({"appeal_body": "justice"}, False),
        ({"appeal_body": "police"}, True),
        ({"appeal_body": "welfare", "responsibility": None}, True),
        ({"appeal_body": "welfare"}, False),
    ],
    ids=["above", "itself", "today's, unexplained", "today's, explained"],
)
def test_appeals_go_to_somebody_above_the_new_decider(
    study: Study, ask: Ask, said: Fields, wrong: bool
) -> None:
    moved = with_alternative(with_scheme(study), MOVE, **{**SAID, **said})
    assert told(ask, "GRT111", moved) == ([("should", "one")] if wrong else [])


def test_a_unit_of_the_same_agency_is_no_new_decider(study: Study, ask: Ask, alter: Alter) -> None:
    inside = alter(study, "actors", "desk", parent="social")
    moved = with_alternative(with_scheme(inside), {**MOVE, "to": "desk"})
    assert [told(ask, code, moved) for code in ("GRT111", "GRT113", "GRT120")] == [[], [], []]


def test_the_ministries_are_the_same_when_the_money_follows(study: Study, ask: Ask, alter: Alter) -> None:
    line = study.lines["grant-line"].model_copy(
        update={"id": "police-grants", "ministry": "justice", "holder": "police"}
    )
    two = alter(study, "actors", "police", grant_line="police-grants")
    two = with_scheme(two.with_(lines={**two.lines, "police-grants": line}))
    follows, stays = (with_alternative(two, {**MOVE, "money": money}) for money in ("follows", "stays"))
    assert told(ask, "GRT113", follows) == []
    assert told(ask, "GRT113", stays) == [("should", "one")]


def test_a_scheme_run_under_another_ministry_today_is_told_once(study: Study, ask: Ask, alter: Alter) -> None:
    parts = study.responsibilities["grant-scheme"].model_copy(update={"decides": ("police",)})
    odd = with_alternative(with_scheme(study).with_(responsibilities={"grant-scheme": parts}))
    assert told(ask, "GRT113", odd) == [("should", "grants")]
    assert told(ask, "GRT113", with_scheme(odd, responsibility="Avtalt i 2019.")) == []


def test_a_unit_that_takes_the_scheme_along_to_another_ministry_is_followed(
    study: Study, ask: Ask, alter: Alter
) -> None:
    inside = alter(study, "actors", "desk", parent="social")
    held = inside.responsibilities["grant-scheme"].model_copy(update={"decides": ("desk",)})
    units = with_scheme(inside.with_(responsibilities={**inside.responsibilities, "grant-scheme": held}))
    away = {
        "id": "away",
        "verb": "move",
        "start": "2022-01",
        "unit": "desk",
        "to": "police",
        "reason": "Fordi.",
    }
    assert told(ask, "GRT113", with_alternative(units, away)) == [("should", "one")]
    assert told(ask, "GRT111", with_alternative(units, away)) == [("should", "one")]


def grant_to(study: Study, actor: str) -> Study:
    """The study with one more grant of the scheme."""
    row = {
        "id": "more", "actor": actor, "tasks": "aid", "line": "grant-line", "kind": "grant", "amount": 1,
        "administered_by": "grant-scheme",
    }  # fmt: skip
    return study.with_(spending={**study.spending, "more": Spending.model_validate(row)})


@pytest.mark.parametrize(
    ("decides", "does", "recipient", "severity"),
    [
        ("social", "social", "social", "must"),
        ("welfare", "social", "social", "should"),
        ("social", "social", "desk", "should"),
        ("social", "social", "police", None),
    ],
    ids=["decides on its own", "prepares its own", "of the same agency", "apart"],
)
def test_whoever_gives_grants_does_not_get_them(
    study: Study, ask: Ask, alter: Alter, decides: str, does: str, recipient: str, severity: str | None
) -> None:
    inside = alter(study, "actors", "desk", parent="social")
    parts = type(inside.responsibility("aid")).model_validate({"decides": decides, "does": [does]})
    made = inside.with_(responsibilities={**inside.responsibilities, "grant-scheme": parts})
    found = told(ask, "GRT112", with_scheme(grant_to(made, recipient)))
    assert found == ([] if severity is None else [(severity, "grants")])


def test_an_alternative_that_lets_a_recipient_decide_must_be_mended(study: Study, ask: Ask) -> None:
    moved = with_alternative(with_scheme(grant_to(study, "police")), MOVE, **SAID)
    (found,) = ask("GRT112", moved)
    assert (found.severity, found.subject, found.place.file) == ("must", "one", "alternatives/one.yaml")


def test_a_grant_without_a_scheme_is_told_and_one_that_is_paid_by_others_is_not(
    study: Study, ask: Ask
) -> None:
    (found,) = ask("GRT114", study)
    assert (found.severity, found.excused_by, "shelter-grant" in found.text.nb) == (
        "note",
        "spending.yaml",
        True,
    )
    own = study.spending["shelter-grant"].model_copy(update={"line": None, "funded_by": "own"})
    assert ask("GRT114", study.with_(spending={"shelter-grant": own})) == []


def test_a_scheme_has_grants_that_follow_it(study: Study, ask: Ask) -> None:
    assert told(ask, "GRT115", with_scheme(study, task="statistics")) == [("should", "grants")]


def test_what_is_said_of_the_administrator_is_what_is_worked_out(study: Study, ask: Ask) -> None:
    only_said = with_alternative(with_scheme(study), **SAID)
    assert told(ask, "GRT122", only_said) == [("should", "one")]
    assert told(ask, "GRT122", with_alternative(study, **SAID)) == []  # no scheme to speak of
    inside = with_alternative(with_scheme(study), {**MOVE, "to": "desk"}, **SAID)
    assert told(ask, "GRT122", inside) == []  # the desk is a unit of the police


def test_what_a_scheme_costs_to_run_rests_on_something(study: Study, ask: Ask) -> None:
    assert "grants" in [one.subject for one in ask("EVD101", with_scheme(study, "judgement"))]
    assert "grants" not in [one.subject for one in ask("EVD101", with_scheme(study))]
