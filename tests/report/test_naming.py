"""What things in a study are called."""

from samvirke.language import Text
from samvirke.report.words.naming import figure_called, figure_label
from samvirke.uncertainty.results import Results


def test_a_figure_that_is_not_there_is_called_what_it_was_written_as(results: Results) -> None:
    study = results.study
    assert figure_called(study, "admin.gaps") == figure_label(study, "admin.gaps")
    for name in ("admin.gapps", "budget.change.kap-0-99.2022"):
        assert figure_called(study, name) == Text(name, name)
