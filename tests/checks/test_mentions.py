"""What the records and texts of a study name."""

from samvirke.checks.mentions import named
from samvirke.study.study import Study


def test_an_assumption_is_named_by_fields_and_by_formulas(study: Study) -> None:
    assert {"salary", "overhead", "post-cost", "cases"} <= named(study)
    unpriced = study.with_(spending={}, assumptions={"salary": study.assumptions["salary"]})
    assert not {"post-cost", "salary"} & named(unpriced)


def test_a_source_is_named_by_a_record_or_by_a_text(study: Study) -> None:
    bare = study.with_(texts={}, assumptions={})
    assert "pay-report" not in named(bare)
    assert "pay-report" in named(bare.with_(texts={"goals.nb.md": "Slik er det. [@pay-report; @budget]"}))


def test_whoever_only_could_answer_has_nothing_else_in_the_study(study: Study) -> None:
    asked = study.with_(
        assumptions={
            key: one.model_copy(update={"could_answer": "the-auditor"})
            for key, one in study.assumptions.items()
        }
    )
    assert "the-auditor" in named(asked)
    assert "the-auditor" not in named(asked, but=("could_answer",))
