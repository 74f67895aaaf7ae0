"""ALT: what the alternatives answer, and where they come from."""

from collections.abc import Callable, Mapping

import pytest

from samvirke.checks.finding import Finding
from samvirke.study.alternative import Alternative
from samvirke.study.purposes import Options
from samvirke.study.study import Study

Ask = Callable[[str, Study], list[Finding]]
Subjects = Callable[[str, Study], list[str]]
Alter = Callable[..., Study]

HOW = {"how": "Slik.", "judgement": "Vår vurdering."}
ADMINISTRATOR = {"actor": "social", "reason": "Som i dag."}
ADD = {"id": "add", "verb": "staff", "start": "2022-01", "unit": "desk", "fte": 1, "reason": "Flere saker."}
SET = {
    "id": "fewer", "verb": "set", "start": "2022-01", "assumption": "desk-fte", "to": 2.0,
    "reason": "Én dør.",
}  # fmt: skip


def alternatives(study: Study, **made: Mapping[str, object]) -> Study:
    """The study with these alternatives and no others."""
    records = {
        key: Alternative.model_validate({"id": key, "name": key, "summary": key, **fields})
        for key, fields in made.items()
    }
    return study.with_(alternatives=records)


def grid(study: Study, *cells: Mapping[str, object]) -> Study:
    """The study with a grid of two models and two hosts."""
    values = {"text": "Valg", "values": {"first": "En", "second": "To"}}
    options = Options.model_validate({"dimensions": {"model": values, "host": values}, "cells": cells})
    return study.with_(options=options)


@pytest.mark.parametrize(
    ("degree", "met"), [("wholly", True), ("partly", True), ("not", False), ("worse", False)]
)
def test_a_challenge_is_met_by_some_alternative(
    study: Study, subjects: Subjects, degree: str, met: bool
) -> None:
    one = alternatives(study, one={"answers": {"scattered": {"degree": degree, **HOW}}})
    assert subjects("ALT101", one) == ([] if met else ["scattered"])


def test_zero_does_not_count_as_an_answer(study: Study, subjects: Subjects) -> None:
    zero = {"zero": True, "answers": {"scattered": {"degree": "wholly", **HOW}}}
    assert subjects("ALT101", alternatives(study, zero=zero, one={})) == ["scattered"]


def test_every_alternative_says_who_administers_the_grants(study: Study, subjects: Subjects) -> None:
    made = alternatives(study, zero={"zero": True}, one={"grant_administrator": ADMINISTRATOR})
    assert subjects("ALT102", made) == ["zero"]


def test_nobody_is_asked_about_grants_where_there_are_none(study: Study, subjects: Subjects) -> None:
    without = study.with_(
        spending={key: row for key, row in study.spending.items() if row.kind != "grant"},
        tasks={key: task for key, task in study.tasks.items() if task.area != "grants"},
    )
    assert subjects("ALT102", alternatives(without, one={})) == []


def test_an_alternative_answers_every_challenge(study: Study, subjects: Subjects) -> None:
    answered = {"answers": {"scattered": {"degree": "not", **HOW}}}
    made = alternatives(study, zero={"zero": True}, one={}, two=answered)
    assert subjects("ALT103", made) == ["one"]


def test_every_combination_of_the_grid_has_a_fate(study: Study, ask: Ask) -> None:
    first, second = (
        {"at": {"model": "first"}, "dropped": "Nei."},
        {"at": {"model": "second"}, "dropped": "Nei."},
    )
    assert ask("ALT104", grid(study, first, second)) == []
    found = ask("ALT104", grid(study, first, {**second, "at": {"model": "second", "host": "first"}}))
    assert [f.text.nb for f in found] == ["1 kombinasjon er ikke vurdert: `second · second`"]


def test_an_immense_grid_is_not_walked_to_its_end(study: Study, ask: Ask) -> None:
    values = {"text": "Valg", "values": {f"v{n}": "Verdi" for n in range(50)}}
    options = Options.model_validate({"dimensions": {f"d{n}": values for n in range(12)}})
    assert len(ask("ALT104", study.with_(options=options))) == 1


def test_an_alternative_stands_in_the_grid_and_where_it_says(study: Study, subjects: Subjects) -> None:
    kept = grid(study, {"at": {"model": "first"}, "kept": "one"})
    there, elsewhere = {"at": {"model": "first", "host": "second"}}, {"at": {"model": "second"}}
    assert subjects("ALT105", alternatives(kept, one=there)) == []
    assert subjects("ALT105", alternatives(kept, one=elsewhere)) == ["one"]
    assert subjects("ALT105", alternatives(kept, one=there, two={})) == ["two"]
    assert subjects("ALT105", alternatives(kept)) == ["one"]


def test_two_names_for_the_same_changes_are_one_alternative(study: Study, subjects: Subjects) -> None:
    renamed = {**ADD, "id": "more", "reason": "Mer hjelp."}
    other = {**ADD, "fte": 2}
    assert subjects("ALT106", alternatives(study, one={"changes": [ADD]}, two={"changes": [renamed]})) == [
        "two"
    ]
    assert subjects("ALT106", alternatives(study, one={"changes": [ADD]}, two={"changes": [other]})) == []


def test_only_zero_may_change_nothing(study: Study, subjects: Subjects) -> None:
    assert subjects("ALT106", alternatives(study, zero={"zero": True}, one={})) == ["one"]


@pytest.mark.parametrize("missing", ["judgement", "could_answer"])
def test_a_belief_has_a_reason_and_somebody_to_ask(study: Study, subjects: Subjects, missing: str) -> None:
    owned: dict[str, object] = {**SET, "judgement": "Vi tror det.", "could_answer": "police"}
    bare = {key: value for key, value in owned.items() if key != missing}
    assert subjects("ALT107", alternatives(study, one={"changes": [owned]})) == []
    assert subjects("ALT107", alternatives(study, one={"changes": [bare]})) == ["fewer"]


@pytest.mark.parametrize(
    ("name", "same"), [("Felles enhet", True), ("felles  Enhet", True), ("Felles enhet i nord", False)]
)
def test_two_alternatives_do_not_have_the_same_name(
    study: Study, subjects: Subjects, name: str, same: bool
) -> None:
    made = alternatives(study, one={"name": "Felles enhet"}, two={"name": name}, three={"name": "Noe annet"})
    assert subjects("ALT108", made) == (["two"] if same else [])


def test_an_alternative_may_not_have_the_name_of_zero_either(study: Study, ask: Ask) -> None:
    made = alternatives(study, zero={"zero": True, "name": "Som i dag"}, one={"name": "Som i dag"})
    assert [f.text.nb for f in ask("ALT108", made)] == ["`one` heter det samme som `zero`"]
