"""What things in a study are called."""

from samvirke.language import Text
from samvirke.report.words.naming import figure_called, figure_label, with_names
from samvirke.uncertainty.results import Results


def test_a_figure_that_is_not_there_is_called_what_it_was_written_as(results: Results) -> None:
    study = results.study
    assert figure_called(study, "admin.gaps") == figure_label(study, "admin.gaps")
    for name in ("admin.gapps", "budget.change.kap-0-99.2022"):
        assert figure_called(study, name) == Text(name, name)


def test_a_figure_of_a_body_that_an_alternative_makes_is_called_by_its_name(results: Results) -> None:
    plan = results.plans["joint-unit-bufdir"]
    made = next(key for key in plan.final.actors if key not in plan.today.actors)
    told = figure_called(with_names(plan), f"expenditure.actor.{made}.2023")
    assert plan.final.actors[made].name.nb in told.nb
    assert made not in told.nb
