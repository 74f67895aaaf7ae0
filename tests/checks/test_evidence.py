"""EVD: what the numbers and the texts rest on."""

from collections.abc import Callable
from datetime import date

import pytest

from samvirke.checks.finding import Finding
from samvirke.language import Text
from samvirke.quantities.expressions import Constant, Reference
from samvirke.study.assumptions import Assumption
from samvirke.study.involvement import Answer, Involved
from samvirke.study.money import Appropriation
from samvirke.study.study import Study

Ask = Callable[[str, Study], list[Finding]]
Subjects = Callable[[str, Study], list[str]]
Alter = Callable[..., Study]
JUDGED = Text("Vår vurdering.", "Our judgement.")


def test_an_assumption_needs_a_source_or_a_judgement(study: Study, subjects: Subjects, alter: Alter) -> None:
    bare = alter(study, "assumptions", "desk-fte", source=(), judgement=None)
    judged = alter(study, "assumptions", "desk-fte", source=(), judgement=JUDGED)
    assert "desk-fte" in subjects("EVD101", bare)
    assert "desk-fte" not in subjects("EVD101", judged)


@pytest.mark.parametrize(("formula", "bare"), [("salary * (1 + overhead)", False), ("salary * 1.3", True)])
def test_a_formula_needs_one_when_a_number_is_typed_in_it(
    study: Study, subjects: Subjects, alter: Alter, formula: str, bare: bool
) -> None:
    derived = alter(study, "assumptions", "post-cost", formula=formula, source=(), judgement=None)
    assert ("post-cost" in subjects("EVD101", derived)) == bare


def test_a_plain_number_in_a_row_needs_one_and_an_assumption_does_not(
    study: Study, subjects: Subjects, alter: Alter
) -> None:
    def row(**update: object) -> Study:
        return alter(study, "spending", "shelter-grant", **{"source": (), "judgement": None, **update})

    assert "shelter-grant" in subjects("EVD101", row(amount=Constant(2e6)))
    assert "shelter-grant" not in subjects("EVD101", row(amount=Constant(2e6), source=("budget",)))
    assert "shelter-grant" not in subjects("EVD101", row(amount=Reference("grant-size")))


def test_an_appropriation_needs_one(study: Study, subjects: Subjects, alter: Alter) -> None:
    voted = Appropriation(amount=20.0, year=2020)
    bare = alter(study, "lines", "grant-line", appropriation=voted, source=(), judgement=None)
    assert "grant-line" in subjects("EVD101", bare)
    assert "grant-line" not in subjects("EVD101", alter(bare, "lines", "grant-line", source=("budget",)))


@pytest.mark.parametrize(
    ("dated", "late"),
    [
        ("2021", True),
        ("2020", False),
        ("2020-12", False),
        ("2021-01-01", True),
        ("undated", False),
        ("0000", False),
    ],
)
def test_a_source_is_late_only_when_it_surely_is(
    study: Study, subjects: Subjects, alter: Alter, dated: str, late: bool
) -> None:
    of_2020 = study.with_(assignment=study.assignment.model_copy(update={"as_of": date(2020, 12, 31)}))
    assert (
        "budget" in subjects("EVD102", alter(of_2020, "sources", "budget", date=dated, note=None))
    ) == late


def test_a_late_source_with_a_note_is_for_information(study: Study, ask: Ask, alter: Alter) -> None:
    noted = alter(study, "sources", "budget", date="2099", note=Text("Brukt med vilje.", "Used knowingly."))
    assert [(f.severity, f.subject) for f in ask("EVD102", noted)] == [("note", "")]


def test_texts_without_english_are_counted_by_file(study: Study, ask: Ask, alter: Alter) -> None:
    norwegian = alter(study, "tasks", "aid", name=Text("Bistand"), note=Text("Bare i byene"))
    found = [f for f in ask("EVD103", norwegian) if f.place.file == "tasks.yaml"]
    assert [f.text.nb for f in found] == ["2 tekster uten engelsk"]
    assert "tasks.yaml" not in {f.place.file for f in ask("EVD103", study)}


def test_a_text_file_needs_its_english_beside_it(study: Study, ask: Ask) -> None:
    alone = study.with_(texts={"goals.nb.md": "Mål"})
    both = study.with_(texts={"goals.nb.md": "Mål", "goals.en.md": "Goals"})
    assert "texts/goals.nb.md" in {f.place.file for f in ask("EVD103", alone)}
    assert "texts/goals.nb.md" not in {f.place.file for f in ask("EVD103", both)}


def test_the_name_of_a_place_is_the_same_in_both_languages(study: Study, ask: Ask, alter: Alter) -> None:
    assert not ask("EVD103", alter(study, "actors", "desk", place=Text("Hamar")))


@pytest.mark.parametrize(("p10", "p90", "narrow"), [(3.95, 4.05, True), (3.0, 5.0, False)])
def test_a_narrow_judgement_is_shown(
    study: Study, subjects: Subjects, p10: float, p90: float, narrow: bool
) -> None:
    judged = Assumption(id="staff", text=JUDGED, unit="FTE", p10=p10, p50=4, p90=p90, min=0, judgement=JUDGED)
    assert ("staff" in subjects("EVD104", study.with_(assumptions={"staff": judged}))) == narrow


def test_a_narrow_range_from_a_source_is_not(study: Study, subjects: Subjects) -> None:
    known = Assumption(id="staff", text=JUDGED, unit="FTE", p10=3.95, p50=4, p90=4.05, min=0, source=("a",))
    assert subjects("EVD104", study.with_(assumptions={"staff": known})) == []


def test_a_record_with_only_unconfirmed_sources_is_told(study: Study, ask: Ask, alter: Alter) -> None:
    heard = alter(study, "sources", "budget", unverified=True)
    one = alter(heard, "actors", "desk", source=("budget",))
    two = alter(heard, "actors", "desk", source=("budget", "pay-report"))
    assert "actors.yaml" in {f.place.file for f in ask("EVD105", one)}
    assert "actors.yaml" not in {f.place.file for f in ask("EVD105", two)}


@pytest.mark.parametrize(
    "prose",
    [
        "Det koster 4,2 millioner kroner.",
        "Om lag 30 prosent (av alle) faller fra.",
        "Vi regner med 1 200 saker.",
        "Cost: 12",
    ],
)
def test_a_number_in_prose_is_found(study: Study, ask: Ask, prose: str) -> None:
    found = ask("EVD106", study.with_(texts={"effects.nb.md": f"Første linje.\n\n{prose}\n"}))
    assert [(f.place.file, f.place.line) for f in found] == [("texts/effects.nb.md", 3)]


@pytest.mark.parametrize(
    "prose",
    [
        "Det koster {{moved: expenditure.total.2023}} i året.",
        "Fristen var 31. desember 2020, og i 2021–2025 gjelder planen.",
        "The deadline was 31 December 2020, or December 31, 2020, or 2020-12-31, or 31.12.2020.",
        "Slik sier regelverket (NOU 2004:13) og [akt-12].",
        "Se forvaltningsloven § 29 og kapittel 440 post 70, article 13 and chapter 858 item 01.",
        "1. Først\n2. Så\n\n## 3 Til slutt",
        "Rundskriv R-109 og `post-70`.",
    ],
)
def test_dates_references_and_bindings_are_no_numbers(study: Study, ask: Ask, prose: str) -> None:
    assert [f.text.nb for f in ask("EVD106", study.with_(texts={"effects.nb.md": prose}))] == []


def test_looking_for_numbers_takes_no_longer_in_a_hostile_text(study: Study, ask: Ask) -> None:
    for hostile in ("([{{" * 20_000, "\n" * 100_000, "`" * 100_001, "(a" * 50_000):
        assert ask("EVD106", study.with_(texts={"effects.nb.md": hostile})) == []


def test_an_estimate_of_ours_names_who_could_answer(study: Study, subjects: Subjects, alter: Alter) -> None:
    ours = alter(study, "assumptions", "desk-fte", status="ours", could_answer=None)
    assert "desk-fte" in subjects("EVD107", ours)
    assert "desk-fte" not in subjects("EVD107", alter(ours, "assumptions", "desk-fte", could_answer="police"))
    assert "desk-fte" not in subjects("EVD107", alter(ours, "assumptions", "desk-fte", status="answered"))


@pytest.mark.parametrize("status", ["answered", "disputed"])
def test_an_answer_must_be_on_record(study: Study, subjects: Subjects, alter: Alter, status: str) -> None:
    claimed = alter(study.with_(involvement={}), "assumptions", "desk-fte", status=status)
    answer = Answer(to="desk-fte", wording="Tre årsverk.")
    body = Involved(actor="police", invited=date(2020, 9, 1), answers=(answer,))
    assert subjects("EVD108", claimed) == ["desk-fte"]
    assert subjects("EVD108", claimed.with_(involvement={"police": body})) == []
