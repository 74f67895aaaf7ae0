"""`samvirke run`: a short answer, four files, and the same bytes from the same seed."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import yaml
from tests.cli.conftest import RUN, Command, Run, command, environment
from tests.processes import gone

from samvirke.cli.run import named
from samvirke.report.formats import FORMATS

FILES = {"report.nb.html", "report.en.html", "results.json", "figures.csv"}
Answered = tuple[Path, dict[str, Run]]


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture(scope="module")
def answered(tmp_path_factory: pytest.TempPathFactory) -> Answered:
    """The built-in study run in both languages, each with its own hash seed."""
    folder = tmp_path_factory.mktemp("run")
    return folder, {
        language: command(
            folder, "run", "-o", language, "-l", language, *RUN, env={"PYTHONHASHSEED": hash_seed}
        )
        for language, hash_seed in (("nb", "1"), ("en", "2"))
    }


@pytest.mark.parametrize("language", ["nb", "en"])
def test_the_answer_fits_a_terminal(answered: Answered, language: str) -> None:
    run = answered[1][language]
    assert run.returncode == 0, run.stderr
    lines = run.stdout.splitlines()
    assert len(lines) <= 15
    assert [line for line in lines if len(line) > 80] == []
    assert run.stderr == ""


def test_many_files_are_named_by_both_languages_at_once() -> None:
    """All formats would otherwise take more than the fifteen lines there are."""
    few = ["report.nb.html", "report.en.html", "results.json"]
    many = [*(name for one in FORMATS for name in one.names), "results.json", "figures.csv"]
    assert named(few) == "report.nb.html, report.en.html, results.json"
    told = named(many).split(", ")
    expanded = {name.replace("{nb,en}", language) for name in told for language in ("nb", "en")}
    assert expanded == set(many)
    assert len(named(many)) < 2 * 80


def test_the_answer_is_in_the_language_asked_for(answered: Answered) -> None:
    nb, en = (answered[1][language].stdout for language in ("nb", "en"))
    assert nb.startswith("Organiseringen av innsatsen")
    assert "om lag 47 mill. kr" in nb
    assert en.startswith("The organisation of the effort")
    assert "about NOK 47 million" in en


@pytest.mark.parametrize("language", ["nb", "en"])
def test_four_files_are_written_and_named(answered: Answered, language: str) -> None:
    folder, runs = answered
    assert set(contents(folder / language)) == FILES
    assert all(name in runs[language].stdout for name in FILES)


def test_the_same_seed_gives_the_same_bytes(answered: Answered) -> None:
    folder, _ = answered
    assert contents(folder / "nb") == contents(folder / "en")


def test_another_seed_gives_other_figures(answered: Answered, samvirke: Command, tmp_path: Path) -> None:
    assert samvirke("run", *RUN, "--seed", "2").returncode == 0
    other, first = contents(tmp_path / "out"), contents(answered[0] / "nb")
    assert set(other) == FILES
    assert all(other[name] != first[name] for name in FILES)
    assert json.loads(other["results.json"])["provenance"]["seed"] == 2


@pytest.mark.parametrize("wrong", [("--draws", "1"), ("--seed", "-1"), ("--draws", "many"), ("-l", "sv")])
def test_an_option_that_cannot_be_is_refused(samvirke: Command, tmp_path: Path, wrong: tuple[str]) -> None:
    ran = samvirke("run", *wrong)
    assert ran.returncode == 2
    assert wrong[0] in ran.stderr
    assert contents(tmp_path) == {}


def test_a_file_where_the_folder_should_be_is_told_and_left_alone(samvirke: Command, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    ran = samvirke("run", "-o", "notes.txt", *RUN)
    assert ran.returncode == 2
    assert "notes.txt" in ran.stderr
    assert ran.stdout == ""
    assert contents(tmp_path) == {"notes.txt": b"mine"}


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_told(samvirke: Command, tmp_path: Path) -> None:
    (tmp_path / "closed").mkdir(mode=0o500)
    ran = samvirke("run", "-o", "closed", *RUN)
    assert ran.returncode == 2
    assert "closed" in ran.stderr
    assert contents(tmp_path / "closed") == {}


def test_names_that_look_like_commands_to_the_terminal_are_printed_as_they_are(
    samvirke: Command, tiny: Path, tmp_path: Path
) -> None:
    """Square brackets are markup to the library that prints."""
    study = tiny / "study.yaml"
    fields = yaml.safe_load(study.read_text(encoding="utf-8")) | {"title": "Innsats [/red] og [bold]mer"}
    study.write_text(yaml.safe_dump(fields, allow_unicode=True), encoding="utf-8")
    ran = samvirke("run", tiny, "-o", "out[/x]", *RUN)
    assert ran.returncode == 0, ran.stderr
    assert "Innsats [/red] og [bold]mer" in ran.stdout
    assert set(contents(tmp_path / "out[/x]")) == FILES


@pytest.mark.skipif(not Path("/proc/self/maps").exists(), reason="looks at what a process has loaded")
@pytest.mark.parametrize(("sent", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_an_interrupted_run_leaves_nothing_behind(tmp_path: Path, sent: signal.Signals, code: int) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "samvirke", "run", "--formats", "html", "--draws", str(1 << 18)],
        cwd=tmp_path,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    while process.poll() is None and "scipy" not in Path(f"/proc/{process.pid}/maps").read_text("utf-8"):
        time.sleep(0.05)
    time.sleep(1.0)  # the engine is read and at work, with many seconds left
    process.send_signal(sent)
    out, told = process.communicate(timeout=60)
    if process.returncode == 0:
        pytest.skip("the run was done before it could be interrupted")
    assert process.returncode == code
    assert "Traceback" not in out + told
    assert "Avbrutt. Ingenting er skrevet." in told
    assert contents(tmp_path) == {}


@pytest.mark.skipif(not Path("/proc/self/maps").exists(), reason="looks at what a process has loaded")
@pytest.mark.parametrize(
    ("sent", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGKILL, -9)]
)
def test_a_run_that_ends_while_the_report_is_set_takes_the_second_process_along(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, sent: signal.Signals, code: int
) -> None:
    temporary = tmp_path_factory.mktemp("temporary")
    first = subprocess.Popen(
        [sys.executable, "-m", "samvirke", "run", "--draws", "2"],
        cwd=tmp_path,
        env=environment(TMPDIR=str(temporary)),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    second, loaded = 0, ""
    while first.poll() is None and "typst" not in loaded:
        time.sleep(0.01)
        second = int(Path(f"/proc/{first.pid}/task/{first.pid}/children").read_text("utf-8") or 0)
        loaded = Path(f"/proc/{second}/maps").read_text("utf-8") if second else ""
    time.sleep(0.3)  # at its work, with seconds left
    first.send_signal(sent)
    out, told = first.communicate(timeout=60)
    assert first.returncode == code
    assert "Traceback" not in out + told
    assert gone(second, taken_down=sent != signal.SIGKILL)
    assert list(temporary.iterdir()) == []  # nothing of the study is left behind
    assert contents(tmp_path) == {}


def test_the_files_are_the_same_without_a_second_process(tiny: Path, tmp_path: Path) -> None:
    # Neither process can do the work of the other.
    with_it = "from samvirke.report.writing import drawing\ndrawing._converter = None\n"
    without = "from samvirke.aside import second_process\nsecond_process.SERVED_BY = 'nowhere'\n"
    for name, code in (("with", with_it), ("without", without)):
        arguments = ("run", str(tiny), "--draws", "16", "-o", name)
        subprocess.run(
            [sys.executable, "-c", f"{code}import samvirke.cli\nsamvirke.cli.main()", *arguments],
            cwd=tmp_path,
            env=environment(),
            capture_output=True,
            check=True,
        )
    made = contents(tmp_path / "with")
    assert len(made) == sum(len(one.names) for one in FORMATS) + 2  # and the figures
    assert contents(tmp_path / "without") == made


def test_an_answer_that_nobody_reads_to_the_end_is_no_fault(tmp_path: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "samvirke", "rule"],
        cwd=tmp_path,
        env=environment(PYTHONUNBUFFERED="1"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    told = process.stderr.read()
    process.stderr.close()
    process.wait(timeout=60)
    assert "Traceback" not in told
    assert "fault" not in told


@pytest.mark.parametrize("sent", ["SIGINT", "SIGTERM"])
@pytest.mark.parametrize(
    ("language", "told"), [("nb", "Alle filene var skrevet."), ("en", "All files had been written.")]
)
def test_an_interrupt_as_files_are_put_in_place_says_that_they_were(
    tmp_path: Path, sent: str, language: str, told: str
) -> None:
    code = (
        "import pathlib, signal, samvirke.cli\n"
        "really = pathlib.Path.replace\n"
        "def replace(*both):\n"
        f"    signal.raise_signal(signal.{sent})\n"
        "    return really(*both)\n"
        "pathlib.Path.replace = replace\n"
        "samvirke.cli.main()\n"
    )
    made = ("run", "--draws", "2", "--formats", "html", "-o", "made", "-l", language)
    ran = subprocess.run(
        [sys.executable, "-c", code, *made],
        cwd=tmp_path,
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert ran.returncode == (130 if sent == "SIGINT" else 143)
    assert told in ran.stderr
    assert not [path for path in (tmp_path / "made").iterdir() if path.name.endswith(".part")]


@pytest.mark.parametrize(("sent", "ends"), [("SIGINT", 130), ("SIGTERM", 143)])
def test_what_breaks_on_the_way_out_of_an_interrupted_run_is_no_fault(
    tmp_path: Path, tiny: Path, sent: str, ends: int
) -> None:
    """An interrupt can fall in the middle of a library that lets go of a lock."""
    code = (
        "import signal, samvirke.cli, samvirke.cli.run\n"
        "def read_study(_folder):\n"
        "    try:\n"
        f"        signal.raise_signal(signal.{sent})\n"
        "    finally:\n"
        "        raise RuntimeError('release unlocked lock')\n"
        "samvirke.cli.run.read_study = read_study\n"
        "samvirke.cli.main()\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code, "run", str(tiny), "-o", "made"],
        cwd=tmp_path,
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert ran.returncode == ends, ran.stderr
    assert ran.stderr.splitlines()[-1] == "Avbrutt. Ingenting er skrevet."


@pytest.mark.parametrize("inside", ["", "alternatives", "texts/deep", "../tiny/expected"])
def test_the_study_s_own_folders_are_refused_for_output(
    samvirke: Command, tiny: Path, tmp_path: Path, inside: str
) -> None:
    before = sorted(tmp_path.rglob("*"))
    ran = samvirke("run", tiny, "-o", tiny / inside, "-l", "en", *RUN)
    assert ran.returncode == 2
    assert "is a study's own" in ran.stderr
    assert "Choose another with `-o`" in ran.stderr
    assert sorted(tmp_path.rglob("*")) == before


def test_a_run_inside_the_study_writes_beside_its_files_and_leaves_it_readable(
    samvirke: Command, tiny: Path
) -> None:
    for _ in range(2):
        ran = samvirke("run", tiny, "-o", tiny / "out", "-l", "en", *RUN)
        assert ran.returncode == 0, ran.stderr


@pytest.mark.parametrize("output", ["notes.txt", "notes.txt/deep", ""])
def test_a_place_that_cannot_be_a_folder_is_refused_before_the_study_is_read(
    samvirke: Command, tiny: Path, tmp_path: Path, output: str
) -> None:
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    (tiny / "study.yaml").write_text("[", encoding="utf-8")
    ran = samvirke("run", tiny, "-o", output, "-l", "en", "--formats", "html")
    assert ran.returncode == 2
    assert "study.yaml" not in ran.stderr
    assert "folder" in ran.stderr


def test_a_terminal_without_norwegian_letters_is_told_the_rest(samvirke: Command, tiny: Path) -> None:
    ran = samvirke("run", tiny, *RUN, env={"PYTHONIOENCODING": "ascii"})
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "er spurt" in ran.stdout


def test_a_report_of_an_earlier_run_does_not_stand_beside_the_new_one(samvirke: Command, tiny: Path) -> None:
    out = tiny.parent / "made"
    out.mkdir()
    (out / "report.nb.pdf").write_bytes(b"old")
    (out / "notes.pdf").write_bytes(b"mine")
    assert samvirke("run", tiny, "-o", out, *RUN).returncode == 0
    assert not (out / "report.nb.pdf").exists()
    assert (out / "notes.pdf").read_bytes() == b"mine"
