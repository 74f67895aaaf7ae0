"""A reader who does what the tutorial says meets what the tutorial shows."""

from pathlib import Path

import pytest
from scripts.tutorial import BLOCK, COMMAND, PAGE, NotAsShown, Shown, renewed, walk

TUTORIAL = PAGE.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def walked(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Shown]]:
    """The folder after the last step, and every command on the way; each change of a file could be made."""
    folder = tmp_path_factory.mktemp("tutorial")
    return folder, [one for _, commands in walk(TUTORIAL, folder) for one in commands]


@pytest.mark.slow
def test_every_command_prints_what_the_tutorial_shows(walked: tuple[Path, list[Shown]]) -> None:
    stale = [f"{one.command}\n{one.printed}" for one in walked[1] if not one.agrees]
    assert stale == [], f"Run `{COMMAND}`, and choose again the lines that are shown of: " + "\n".join(stale)


@pytest.mark.slow
def test_the_tutorial_uses_the_commands_that_a_beginner_needs(walked: tuple[Path, list[Shown]]) -> None:
    used = {one.command.split()[0] for one in walked[1]}
    assert used == {"new", "run", "diff", "explain", "check", "rule"}


@pytest.mark.slow
def test_the_study_of_the_tutorial_ends_without_findings_of_the_run(walked: tuple[Path, list[Shown]]) -> None:
    last = walked[1][-1]
    assert last.command.startswith("run ")
    assert not any(code in last.printed for code in ("MNY9", "TRN9", "EVD9", "ALT9"))


def test_every_block_of_the_tutorial_is_of_a_kind_that_is_tried() -> None:
    assert {kind for kind, _ in BLOCK.findall(TUTORIAL)} == {"console", "yaml", "diff", "markdown", "text"}


FIRST = "children-0-24  The co-operation on vulnerable children and young people after 0–24 (illustration)\n"
LAST = "trafficking  The organisation of the effort against human trafficking (used when none is named)\n"
PAGE_OF_ONE = "```console\n$ samvirke list -l en\n{}```\n"


@pytest.mark.parametrize(
    ("shown", "agrees"),
    [
        ("…\n", True),
        (f"…\n{LAST}", True),
        (f"{FIRST}…\n", True),
        (FIRST, False),
        (f"…\n{FIRST}", False),
        ("…\nsomething else\n…\n", False),
    ],
)  # fmt: skip
def test_only_lines_that_are_said_to_be_left_out_are_left_out(
    shown: str, agrees: bool, tmp_path: Path
) -> None:
    ((_, (one,)),) = walk(PAGE_OF_ONE.format(shown), tmp_path)
    assert one.agrees is agrees


def test_a_page_that_is_stale_is_written_anew(tmp_path: Path) -> None:
    page, stale = renewed(PAGE_OF_ONE.format("nothing of the sort\n"), tmp_path)
    assert "starter  Young people" in page
    assert stale == []
    _, stale = renewed(PAGE_OF_ONE.format("…\nnothing of the sort\n"), tmp_path)
    assert stale[0].startswith("list -l en\n")


@pytest.mark.parametrize(
    "block",
    [
        "```diff\n# a.yaml\n-not there\n+there\n```\n",
        "```yaml\n# a.yaml, a new file\nid: a\n```\n",
        "```yaml\n# b.yaml, at the end\nid: a\n```\n",
        "```yaml\nid: a\n```\n",
        "```text\n# a.yaml\nnot there\n```\n",
    ],
)
def test_a_step_that_cannot_be_taken_is_refused(block: str, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("one: 1\n", encoding="utf-8")
    with pytest.raises(NotAsShown):
        list(walk(block, tmp_path))
