"""What the README promises is what the program does."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_printed_answer_in_the_readme_is_the_real_one(tmp_path: Path) -> None:
    command = re.search(r'^    make run ARGS="([^"]*)"$', README, flags=re.MULTILINE)
    shown = re.search(r"<!-- answer -->\n```text\n(.*?)```\n<!-- /answer -->", README, flags=re.DOTALL)
    assert command is not None
    assert shown is not None
    program = str(Path(sys.executable).with_name("samvirke"))
    run = subprocess.run(
        [program, "run", *command[1].split()], cwd=tmp_path, capture_output=True, check=True, encoding="utf-8"
    )
    assert without_margin(shown[1]) == without_margin(run.stdout)


def without_margin(text: str) -> list[str]:
    """The lines without the spaces at their ends, which an editor may take away."""
    return [line.rstrip() for line in text.splitlines()]


@pytest.mark.parametrize("page", ["README.md", "CHANGELOG.md", *sorted(
    path.relative_to(ROOT).as_posix() for path in (ROOT / "docs").rglob("*.md")
)])  # fmt: skip
def test_every_link_leads_to_a_file(page: str) -> None:
    text = re.sub(r"```.*?```", "", (ROOT / page).read_text(encoding="utf-8"), flags=re.DOTALL)
    links = [link for link in re.findall(r"\]\(([^)#\s]+)[^)]*\)", text) if "://" not in link]
    gone = [link for link in links if not (ROOT / page).parent.joinpath(link).exists()]
    assert not gone, f"{page} leads to {gone}, which are not there"
