"""The smaller commands, and what is true of all of them."""

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.conftest import Command, environment

from samvirke import __version__
from samvirke.cases import built_in
from samvirke.checks.registry import all_rules
from samvirke.cli.rule import BY_A_RUN, every_rule
from samvirke.study.json_schema import schemas
from samvirke.uncertainty.run_rules import RUN_RULES

HEAVY = ("numpy", "scipy", "pydantic", "yaml", "jinja2")


def test_the_version(samvirke: Command) -> None:
    ran = samvirke("--version")
    assert (ran.returncode, ran.stdout) == (0, f"{__version__}\n")


@pytest.mark.parametrize("name", ["", "run", "check", "diff", "explain", "rule", "new", "list", "schema"])
def test_help(samvirke: Command, name: str) -> None:
    ran = samvirke(*filter(None, [name]), "--help")
    assert ran.returncode == 0
    assert f"samvirke {name}".strip() in ran.stdout
    assert ran.stderr == ""


def test_help_is_quick_since_the_engine_is_not_read(tmp_path: Path) -> None:
    code = "import sys, samvirke.cli; print([name for name in sys.argv[1:] if name in sys.modules])"
    ran = subprocess.run(
        [sys.executable, "-c", code, *HEAVY], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert ran.stdout.strip() == "[]"


def test_a_command_that_is_not_there_is_refused(samvirke: Command) -> None:
    ran = samvirke("evaluate")
    assert ran.returncode == 2
    assert "evaluate" in ran.stderr


@pytest.mark.parametrize("name", list(built_in()))
def test_a_new_study_is_one_that_can_be_checked(samvirke: Command, tmp_path: Path, name: str) -> None:
    ran = samvirke("new", "deep/mine", "--from", name)
    assert ran.returncode == 0, ran.stderr
    assert "mine" in ran.stdout
    assert [path.name for path in (tmp_path / "deep").iterdir()] == ["mine"]
    assert samvirke("check", "deep/mine").returncode in (0, 1)


def test_a_new_study_needs_no_option(samvirke: Command) -> None:
    assert samvirke("new", "mine").returncode == 0


def test_a_new_study_is_not_written_over_an_old_one(samvirke: Command, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "study.yaml").write_text("mine", encoding="utf-8")
    ran = samvirke("new", "mine", "--from", "trafficking", "-l", "en")
    assert ran.returncode == 2
    assert "mine: exists already" in ran.stderr
    assert [path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")] == [
        "mine",
        "mine/study.yaml",
    ]
    assert (tmp_path / "mine" / "study.yaml").read_text(encoding="utf-8") == "mine"


def test_a_new_study_from_one_that_is_not_there_makes_nothing(samvirke: Command, tmp_path: Path) -> None:
    ran = samvirke("new", "mine", "--from", "traficking", "-l", "en")
    assert ran.returncode == 2
    assert "Did you mean `trafficking`?" in ran.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("language", ["nb", "en"])
def test_all_rules_are_listed(samvirke: Command, language: str) -> None:
    ran = samvirke("rule", "-l", language)
    assert ran.returncode == 0
    expected = [f"{one.code}  {one.summary['nb' if language == 'nb' else 'en']}" for one in every_rule()]
    assert ran.stdout.splitlines() == expected


def test_a_rule_is_explained_by_code_or_name(samvirke: Command) -> None:
    rule = next(one for one in all_rules() if one.code == "ALT101")
    by_code = samvirke("rule", "alt101", "-l", "en")
    assert by_code.returncode == 0
    for told in (rule.code, rule.name, rule.summary["en"], rule.why["en"], rule.example, rule.source["en"]):
        assert told in by_code.stdout
    assert samvirke("rule", rule.name, "-l", "en").stdout == by_code.stdout


@pytest.mark.parametrize(("language", "heading"), [("nb", "Slik er det riktig"), ("en", "As it should be")])
def test_a_rule_shows_what_its_example_should_have_been(
    samvirke: Command, language: str, heading: str
) -> None:
    rule = next(one for one in all_rules() if one.code == "EVD106")
    assert f"\n{heading}\n{rule.good}\n" in samvirke("rule", "EVD106", "-l", language).stdout


def test_a_finding_of_a_run_is_explained_and_said_to_be_one(samvirke: Command) -> None:
    ran = samvirke("rule", "mny902", "-l", "en")
    assert ran.returncode == 0
    rule = RUN_RULES["MNY902"]
    for told in (rule.name, rule.summary["en"], rule.why["en"], rule.example, BY_A_RUN["en"]):
        assert told in ran.stdout
    assert BY_A_RUN["en"] not in samvirke("rule", "mny102", "-l", "en").stdout


def test_a_rule_that_is_not_there_is_told_and_a_near_one_named(samvirke: Command) -> None:
    unlike, near = samvirke("rule", "ZZZ", "-l", "en"), samvirke("rule", "task-nobody-do", "-l", "en")
    assert unlike.returncode == near.returncode == 2
    assert "ZZZ: there is no such rule" in unlike.stderr
    assert "samvirke rule" in unlike.stderr
    assert "Did you mean `task-nobody-does`?" in near.stderr


def test_a_mistake_that_is_not_the_studys_is_not_told_as_one(samvirke: Command) -> None:
    assert "study" not in samvirke("rule", "ZZZ", "-l", "en").stderr.lower()


def test_the_built_in_studies_are_listed(samvirke: Command) -> None:
    ran = samvirke("list", "-l", "en")
    assert ran.returncode == 0
    assert [line.split()[0] for line in ran.stdout.splitlines()] == list(built_in())
    assert "The organisation of the effort against human trafficking" in ran.stdout


def test_the_schemas_are_printed_as_json(samvirke: Command) -> None:
    ran = samvirke("schema")
    assert ran.returncode == 0
    assert json.loads(ran.stdout) == json.loads(json.dumps(schemas()))


def test_the_schemas_are_written_one_to_a_file(samvirke: Command, tmp_path: Path) -> None:
    assert samvirke("schema", "made").returncode == 0
    files = list((tmp_path / "made").iterdir())
    assert len(files) == len(schemas())
    for path in files:
        assert path.name.endswith(".schema.json")
        assert "$schema" in json.loads(path.read_text(encoding="utf-8"))


def test_schemas_into_a_file_are_refused(samvirke: Command, tmp_path: Path) -> None:
    (tmp_path / "made").write_text("mine", encoding="utf-8")
    ran = samvirke("schema", "made")
    assert ran.returncode == 2
    assert "made" in ran.stderr
    assert (tmp_path / "made").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("arguments", [("rule",), ("check",), ("new", "mine", "--from")])
def test_what_steers_a_terminal_is_not_said_back(samvirke: Command, arguments: tuple[str, ...]) -> None:
    ran = samvirke(*arguments, "A\x1b[31m\u202eB")
    assert ran.returncode == 2
    assert "A·[31m·B: " in ran.stderr


def test_a_folder_is_named_without_what_steers_a_terminal(samvirke: Command, tmp_path: Path) -> None:
    made = samvirke("new", "A\x1b[31mB")
    again = samvirke("new", "A\x1b[31mB")
    assert (made.returncode, again.returncode) == (0, 2)
    assert "A·[31mB" in made.stdout
    assert "A·[31mB" in again.stderr
    assert "\x1b" not in made.stdout + again.stderr
    assert (tmp_path / "A\x1b[31mB").is_dir()


@pytest.mark.parametrize("name", ["schema", "new", "check"])
def test_an_empty_name_is_refused(samvirke: Command, tmp_path: Path, name: str) -> None:
    ran = samvirke(name, "")
    assert ran.returncode == 2
    assert "''" in ran.stderr
    assert list(tmp_path.iterdir()) == []


def spoilt(folder: Path, code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command in a process where something has been made to go wrong."""
    return subprocess.run(
        [sys.executable, "-c", f"{code}\nimport samvirke.cli\nsamvirke.cli.main()", *arguments],
        cwd=folder,
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_a_disk_that_is_full_is_told_in_few_words(tmp_path: Path) -> None:
    code = (
        "import shutil\n"
        "def full(source, target, **more):\n"
        "    raise OSError(28, 'No space left on device', source, None, target)\n"
        "really = shutil.copytree\n"
        "def copytree(source, target, *rest, **more):\n"
        "    return really(source, target, *rest, **(more if rest else {**more, 'copy_function': full}))\n"
        "shutil.copytree = copytree\n"
    )
    ran = spoilt(tmp_path, code, "new", "mine", "-l", "en")
    assert ran.returncode == 2
    assert ran.stderr.startswith("mine/")
    assert ".yaml: No space left on device\n" in ran.stderr or ".md: No space left" in ran.stderr
    assert len(ran.stderr) < 200
    assert list(tmp_path.iterdir()) == []


def test_an_interrupt_as_the_command_begins_is_no_traceback(tmp_path: Path) -> None:
    code = (
        "import sys\n"
        "class Interrupt:\n"
        "    def find_spec(self, name, *_):\n"
        "        if name == 'typer':\n"
        "            raise KeyboardInterrupt\n"
        "sys.meta_path.insert(0, Interrupt())\n"
    )
    ran = spoilt(tmp_path, code, "list")
    assert (ran.returncode, ran.stderr) == (130, "Avbrutt. Ingenting er skrevet.\n")


LOST = (
    "import signal, time\n"
    "class Lost:\n"
    "    def __del__(self):\n"
    "        signal.raise_signal(signal.SIGINT)\n"
    "import samvirke.cli.listing as listing\n"
    "def told(*_, **__):\n"
    "    lost = Lost()\n"
    "    del lost\n"
)


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="asks itself again by a timer")
@pytest.mark.parametrize(
    "after",
    [
        "    time.sleep(20)\n",
        "    pass\n",
        "    raise ValueError\n",
        "    time.sleep(0.03)\n    signal.raise_signal(signal.SIGINT)\n",
    ],
)
def test_an_interrupt_while_an_object_is_taken_down_is_not_lost(tmp_path: Path, after: str) -> None:
    ran = spoilt(tmp_path, f"{LOST}{after}listing.list_built_in = told\n", "list")
    assert (ran.returncode, ran.stderr) == (130, "Avbrutt. Ingenting er skrevet.\n")


def test_an_interrupt_on_which_a_library_ends_the_process_is_told(tmp_path: Path) -> None:
    code = (
        "import ctypes, signal\n"
        "import samvirke.cli.listing as listing\n"
        "def told(*_, **__):\n"
        "    try:\n"
        "        signal.raise_signal(signal.SIGTERM)\n"
        "    except SystemExit as left:\n"
        "        ctypes.pythonapi.Py_Exit(left.code)\n"
        "listing.list_built_in = told\n"
    )
    ran = spoilt(tmp_path, code, "list")
    assert (ran.returncode, ran.stderr) == (143, "Avbrutt. Ingenting er skrevet.\n")
