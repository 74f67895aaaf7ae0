"""`samvirke explain`: a figure told down to its grounds, within eighty columns, in both languages."""

from pathlib import Path

import pytest
from tests.cli.conftest import DRAWS, Command, Run, command

FIGURE = "joint-unit-bufdir:one_off.total"
LANGUAGES = pytest.mark.parametrize("language", ["nb", "en"])


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Run]:
    folder = tmp_path_factory.mktemp("explain")
    return {language: command(folder, "explain", FIGURE, "-l", language, *DRAWS) for language in ("nb", "en")}


def one_line(text: str) -> str:
    """The words of a tree, whatever lines they are on."""
    return " ".join(text.replace("│", " ").replace("├──", " ").replace("└──", " ").split())


@LANGUAGES
def test_a_figure_is_told_within_eighty_columns(told: dict[str, Run], language: str) -> None:
    ran = told[language]
    assert (ran.returncode, ran.stderr) == (0, "")
    assert [line for line in ran.stdout.splitlines() if len(line) > 80] == []


def test_a_figure_is_told_with_its_value_its_parts_and_their_grounds(told: dict[str, Run]) -> None:
    said = one_line(told["nb"].stdout)
    assert said.startswith(
        "Engangskostnader i alt – Felles enhet i Bufdir Det endringene koster én gang, uten diskontering. "
    )
    for words in ("mill. kr", "(folk som får ny arbeidsgiver)", "Hvorfor: ", "Kilder: ", "Vurdering: "):
        assert words in said
    english = one_line(told["en"].stdout)
    assert english.startswith("One-off costs in all – Joint unit in Bufdir What the changes cost once")
    for words in ("(people who get a new employer)", "Why: ", "Sources: ", "Judgement: "):
        assert words in english


def test_what_is_explained_once_is_not_explained_again(told: dict[str, Run]) -> None:
    said = one_line(told["nb"].stdout)
    assert "(se over)" in said
    assert said.count("Satsene er avledet av evalueringer av større omorganiseringer") == 1


def test_a_figure_that_is_read_from_another_names_it(samvirke: Command) -> None:
    ran = samvirke("explain", "joint-unit-bufdir:ceiling.strict", *DRAWS)
    assert ran.returncode == 0
    assert "joint-unit-bufdir:ceiling.worst_year" in ran.stdout


def test_a_difference_from_zero_says_that_it_is_one(samvirke: Command) -> None:
    ran = samvirke("explain", FIGURE, "--against-zero", "-l", "en", *DRAWS)
    assert ran.returncode == 0
    assert "difference from the zero alternative" in one_line(ran.stdout)
    assert "NOK\u00a0+" in ran.stdout


def test_zero_is_not_told_against_itself(samvirke: Command, tiny: Path) -> None:
    ran = samvirke("explain", "zero:today.total", "-s", tiny, "--against-zero", "-l", "en", *DRAWS)
    assert ran.returncode == 2
    assert "zero: the zero alternative is what the others are compared with" in ran.stderr


def test_an_alternative_alone_lists_its_figures_with_labels_and_values(samvirke: Command, tiny: Path) -> None:
    ran = samvirke("explain", "moved", "--study", tiny, "-l", "en", *DRAWS)
    assert ran.returncode == 0
    lines = ran.stdout.splitlines()
    assert lines[lines.index("one_off.total") + 1] == "  One-off costs in all: NOK\u00a00 million"
    assert lines[lines.index("admin.gaps") + 1].startswith("  Tasks that nobody does: ")
    assert not [line for line in lines if "--" in line]


def test_the_same_seed_tells_the_same(samvirke: Command, tiny: Path) -> None:
    asked = ("explain", "one-more:expenditure.total.2023", "-s", tiny, *DRAWS)
    assert samvirke(*asked).stdout == samvirke(*asked).stdout != ""


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("joint-unit-bufdi", "Did you mean `joint-unit-bufdir`?"),
        ("", "Name one of these: zero, "),
        ("x:one_off.total", "x: the study has no such alternative"),
    ],
)
def test_an_alternative_that_is_not_there_is_told_and_a_near_one_named(
    samvirke: Command, asked: str, said: str
) -> None:
    ran = samvirke("explain", asked, "-l", "en")
    assert ran.returncode == 2
    assert said in ran.stderr
    assert ran.stdout == ""


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("moved:one_off.totl", "moved:one_off.totl: the alternative has no such figure"),
        ("moved:one_off.totl", "Did you mean `one_off.total`?"),
        ("moved:nothing", "`samvirke explain moved` lists the figures."),
        ("moved:A\x1b[31mB", "moved:A·[31mB: "),
    ],
)
def test_a_figure_that_is_not_there_is_told_and_a_near_one_named(
    samvirke: Command, tiny: Path, asked: str, said: str
) -> None:
    ran = samvirke("explain", asked, "-s", tiny, "-l", "en", *DRAWS)
    assert ran.returncode == 2
    assert said in ran.stderr
    assert ran.stdout == ""
