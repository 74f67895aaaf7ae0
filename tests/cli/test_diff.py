"""`samvirke diff`: two alternatives or two studies told from each other, within eighty columns."""

import re
import shutil
from pathlib import Path

import pytest
from tests.cli.conftest import DRAWS, Command, Run, command

TWO = ("clearer-mandate", "joint-unit-bufdir")
LANGUAGES = pytest.mark.parametrize("language", ["nb", "en"])


@pytest.fixture(scope="module")
def compared(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Run]:
    folder = tmp_path_factory.mktemp("diff")
    return {
        language: command(folder, "diff", *TWO, "--figures", "-l", language, *DRAWS)
        for language in ("nb", "en")
    }


def one_line(text: str) -> str:
    """The words of a text whatever lines they are on."""
    return " ".join(text.split())


@LANGUAGES
def test_two_alternatives_are_told_from_each_other_within_eighty_columns(
    compared: dict[str, Run], language: str
) -> None:
    ran = compared[language]
    assert (ran.returncode, ran.stderr) == (0, "")
    assert [line for line in ran.stdout.splitlines() if len(line) > 80] == []


def test_what_only_one_of_two_alternatives_does_stands_under_its_name(compared: dict[str, Run]) -> None:
    said = compared["nb"].stdout
    assert said.startswith("«Tydeligere mandat» og «Felles enhet i Bufdir»\n")
    first, second = (
        said.index(f"\nBare «{name}»") for name in ("Tydeligere mandat", "Felles enhet i Bufdir")
    )
    after = said.index("\nHvor samordningen og tilskuddene ligger")
    assert "slås sammen til" not in one_line(said[first:second])
    assert "slås sammen til" in one_line(said[second:after])


def test_changes_from_packages_of_both_are_told_as_shared_and_not_again(compared: dict[str, Run]) -> None:
    said = one_line(compared["en"].stdout)
    shared = re.search(r"The two have (\d+) changes in common\.", said)
    assert shared is not None
    assert int(shared[1]) > 5
    assert "decides “Formal national referral mechanism”" not in said


def test_where_the_co_ordination_and_the_grants_lie_is_told(compared: dict[str, Run]) -> None:
    said = compared["nb"].stdout
    placed = said[said.index("\nHvor samordningen") : said.index("\nHovedtall som er ulike")]
    assert "Forvaltningen av" in placed
    assert "Politidirektoratet" in placed
    assert "(Bufdir)" in placed


def test_the_difference_of_a_figure_is_the_second_less_the_first(samvirke: Command) -> None:
    there, back = (samvirke("diff", *two, "-l", "en", *DRAWS).stdout for two in (TWO, TWO[::-1]))
    rows = [
        re.search(r"^Tasks that .*?(\d+) +(\d+) +([+−]\d+) *$", text, re.MULTILINE) for text in (there, back)
    ]
    assert rows[0] is not None
    assert rows[1] is not None
    first, second, more = (int(part.replace("−", "-")) for part in rows[0].groups())
    assert more == second - first != 0
    assert rows[1].groups() == (str(second), str(first), f"{'−' if more > 0 else '+'}{abs(more)}")


def test_figure_by_figure_comes_only_when_asked_for(compared: dict[str, Run], samvirke: Command) -> None:
    asked, short = compared["en"].stdout, samvirke("diff", *TWO, "-l", "en", *DRAWS).stdout
    assert "Every figure that differs" not in short
    assert asked.startswith(short)
    assert "Expenditure in 2023" in one_line(asked[len(short) :])


@pytest.mark.parametrize(
    "pair", [("zero", "zero"), TWO[:1] * 2, ("trafficking", "trafficking"), ("tiny", "copy")]
)
@LANGUAGES
def test_no_difference_is_said_and_is_no_failure(
    samvirke: Command, tiny: Path, pair: tuple[str, str], language: str
) -> None:
    shutil.copytree(tiny, tiny.with_name("copy"))
    ran = samvirke("diff", *pair, "-l", language, *DRAWS)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ("Ingen forskjell." if language == "nb" else "No difference.") in ran.stdout
    assert len(ran.stdout.splitlines()) == 2


def test_the_alternatives_can_be_those_of_another_study(samvirke: Command, tiny: Path) -> None:
    ran = samvirke("diff", "moved", "one-more", "--study", tiny, "-l", "en", *DRAWS)
    assert ran.returncode == 0, ran.stderr
    assert "Only “The desk moves”" in ran.stdout
    assert "Only “One more post”" in ran.stdout


def test_two_studies_are_told_apart_file_by_file(samvirke: Command, tiny: Path) -> None:
    changed = Path(shutil.copytree(tiny, tiny.with_name("changed")))
    alternative = changed / "alternatives" / "one-more.yaml"
    alternative.write_text(
        alternative.read_text(encoding="utf-8").replace("fte: 1", "fte: 2"), encoding="utf-8"
    )
    (changed / "texts" / "problem.en.md").unlink()
    ran = samvirke("diff", "tiny", "changed", "-l", "en")
    assert ran.returncode == 0, ran.stderr
    said = [line.rstrip() for line in ran.stdout.splitlines() if line]
    assert said[1:] == [
        "2 differences in 2 files.",
        "alternatives/one-more.yaml",
        "  – the change `add-post` fte from 1 to 2",
        "texts/problem.en.md",
        "  – the whole file is removed",
    ]
    figures = samvirke("diff", "tiny", "changed", "--figures", "-l", "en", *DRAWS).stdout
    assert figures.startswith(ran.stdout)
    moved = figures[len(ran.stdout) :]
    assert "Headline figures that have moved" in moved
    assert "One more post" in moved
    assert "The desk moves" not in moved


def test_a_text_that_changes_moves_no_figure(samvirke: Command, tiny: Path) -> None:
    changed = Path(shutil.copytree(tiny, tiny.with_name("changed")))
    (changed / "texts" / "problem.en.md").unlink()
    ran = samvirke("diff", tiny, changed, "--figures", *DRAWS)
    assert ran.returncode == 0, ran.stderr
    assert "Ingen hovedtall er endret." in ran.stdout


def test_a_name_that_is_neither_is_refused_and_a_near_one_named(samvirke: Command) -> None:
    near, unlike = (
        samvirke("diff", "clearer-mandat", TWO[1], "-l", "en"),
        samvirke("diff", "", "what", "-l", "en"),
    )
    assert near.returncode == unlike.returncode == 2
    assert near.stdout == unlike.stdout == ""
    assert "clearer-mandat: this is neither an alternative of `trafficking`" in near.stderr
    assert "Did you mean `clearer-mandate`?" in near.stderr
    assert "what: this is neither" in unlike.stderr
    assert "joint-unit-bufdir" in unlike.stderr


def test_an_alternative_and_a_study_cannot_be_set_against_each_other(samvirke: Command) -> None:
    ran = samvirke("diff", TWO[0], "starter", "-l", "en")
    assert ran.returncode == 2
    assert f"{TWO[0]}, starter: one is an alternative and the other a study" in ran.stderr


def test_the_mistakes_of_two_studies_are_told_with_the_folder_they_are_in(
    samvirke: Command, tiny: Path
) -> None:
    wrong = Path(shutil.copytree(tiny, tiny.with_name("wrong")))
    (wrong / "actors.yaml").write_text("police: [\n", encoding="utf-8")
    ran = samvirke("diff", "tiny", "wrong", "-l", "en")
    assert ran.returncode == 2
    assert ran.stdout == ""
    assert "wrong/actors.yaml:" in ran.stderr
