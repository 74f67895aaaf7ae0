"""Work done aside: the same answers whoever gives them, and none that is waited for in vain."""

import os
import pickle
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from tests.aside import elsewhere
from tests.processes import gone

from samvirke.aside import second_process as second
from samvirke.aside.work import HELPED, help_at_hand, second_process

ROOT = Path(__file__).resolve().parents[2]
LONG = 600.0  # seconds; nothing here waits for it


@pytest.fixture(autouse=True)
def nobody_left(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The second process finds the tests' own module, and nothing is at hand when a test is over."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    yield
    assert HELPED.get() is None


def test_with_nobody_at_hand_all_is_done_here() -> None:
    elsewhere.process.ahead()
    assert elsewhere.process() == os.getpid()


def test_a_second_process_does_what_it_is_asked_and_only_that() -> None:
    with second_process():
        elsewhere.process.ahead()
        other = elsewhere.process()
        assert other != os.getpid()
        assert elsewhere.process() == other  # an answer is kept
        assert elsewhere.doubled("a") == "aa"  # not asked for ahead
    assert gone(other)
    assert elsewhere.process() == os.getpid()


def test_each_thread_of_a_program_has_its_own_help() -> None:
    """Or one would end what another waits for."""
    wrong: list[BaseException] = []

    def work(name: str) -> None:
        try:
            for number in range(30):
                with help_at_hand():
                    for letter in "abc":
                        elsewhere.printed.ahead(f"{name}{number}{letter}")
                    elsewhere.doubled.ahead(f"{name}{number}c")
                    assert elsewhere.doubled(f"{name}{number}c") == 2 * f"{name}{number}c"
        except BaseException as error:
            wrong.append(error)

    threads = [threading.Thread(target=work, args=(name,)) for name in "xyz"]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert wrong == []


def test_what_was_promised_is_forgotten_when_it_has_been_used() -> None:
    with second_process():
        with help_at_hand():
            elsewhere.process.ahead()
            assert elsewhere.process() != os.getpid()
        helped = HELPED.get()
        assert helped is not None
        assert not helped.promised


def test_what_is_asked_for_ahead_is_told_by_position() -> None:
    with pytest.raises(TypeError, match="by position"):
        elsewhere.printed.ahead(text="a")


def test_threads_do_it_in_this_process() -> None:
    with help_at_hand():
        elsewhere.process.ahead()
        elsewhere.printed.ahead("a")
        elsewhere.doubled.ahead("a")  # which waits for the one before it
        assert elsewhere.process() == os.getpid()
        assert elsewhere.doubled("a") == "aa"


def test_help_that_is_there_is_not_called_twice() -> None:
    with second_process(), help_at_hand():
        elsewhere.process.ahead()
        assert elsewhere.process() != os.getpid()


@pytest.mark.parametrize("helped", [second_process, help_at_hand])
def test_what_cannot_be_done_is_told_where_it_is_called_for(helped: type) -> None:
    context: AbstractContextManager[None] = helped()
    with context:
        elsewhere.refused.ahead("no")
        with pytest.raises(ValueError, match=f"no in {os.getpid()}"):
            elsewhere.refused("no")


def test_what_a_library_prints_is_no_answer(capfd: pytest.CaptureFixture[str]) -> None:
    with second_process():
        elsewhere.printed.ahead("x" * 100_000)
        elsewhere.process.ahead()
        assert elsewhere.printed("x" * 100_000) == "x" * 100_000
        assert elsewhere.process() != os.getpid()
    assert capfd.readouterr() == ("", "")


def test_what_cannot_be_sent_is_done_here() -> None:
    with second_process():
        elsewhere.unsendable.ahead("a")
        elsewhere.process.ahead()
        made = elsewhere.unsendable("a")
        assert callable(made)
        assert made() == "a"
        assert elsewhere.process() != os.getpid()  # and it goes on


def test_what_cannot_be_asked_for_is_done_here() -> None:
    def own() -> str:
        return "own"

    with second_process():
        elsewhere.called.ahead(own)
        elsewhere.process.ahead()
        assert elsewhere.called(own) == "own"
        assert elsewhere.process() != os.getpid()  # and it goes on


@pytest.mark.parametrize("end", [elsewhere.ended_unless, elsewhere.cut_unless])
def test_when_the_second_process_is_lost_all_is_done_here(end: type) -> None:
    work = getattr(elsewhere, end.__name__)
    with second_process():
        work.ahead(os.getpid())
        elsewhere.slow.ahead(0.0)
        assert work(os.getpid()) == os.getpid()
        elsewhere.process.ahead()
        assert elsewhere.process() == os.getpid()
        assert elsewhere.slow(0.0) == 0.0


@pytest.mark.parametrize("python", [None, "", "/no/such/python", "/bin/true", "/bin/cat"])
def test_where_none_can_be_started_all_is_done_here(
    python: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", python)
    with second_process():
        elsewhere.process.ahead()
        assert elsewhere.process() == os.getpid()


def test_where_no_thread_can_be_started_all_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def start(_thread: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    process = second._started(())
    monkeypatch.setattr(second, "_started", lambda _modules: process)
    monkeypatch.setattr(threading.Thread, "start", start)
    with second_process():
        elsewhere.process.ahead()
        assert elsewhere.process() == os.getpid()
    assert process.wait(10) != 0


def test_another_copy_of_the_program_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its answers may be others: it is what is installed, and this one was started from a folder."""
    monkeypatch.setattr(second, "HERE", "/another/copy")
    with second_process():
        elsewhere.process.ahead()
        assert elsewhere.process() == os.getpid()


def test_a_python_that_is_to_leave_the_environment_alone_says_so_to_the_other() -> None:
    code = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from samvirke.aside import second_process as second\n"
        "from samvirke.aside.work import second_process\n"
        "import subprocess\n"
        "real = subprocess.Popen\n"
        "second.subprocess.Popen = lambda command, **more: print(command[1:4]) or real(command, **more)\n"
        "with second_process(): pass\n"
    )
    for flag, told in (("-I", ["-P", "-E", "-s"]), ("-E", ["-P", "-E", "-m"]), ("-s", ["-P", "-s", "-m"])):
        ran = subprocess.run(
            [sys.executable, flag, "-c", code, str(ROOT / "src")], capture_output=True, text=True, check=True
        )
        assert ran.stdout.strip() == str(told)


def test_a_module_that_is_not_there_is_missed_where_it_is_wanted() -> None:
    with second_process("no_such_module"):
        elsewhere.process.ahead()
        assert elsewhere.process() == os.getpid()


def test_modules_that_are_named_are_read_first() -> None:
    with second_process("zipapp"):
        elsewhere.imported.ahead("zipapp")
        assert elsewhere.imported("zipapp")
    assert not elsewhere.imported("zipapp")


def test_it_ends_with_the_block_whatever_it_is_at() -> None:
    with second_process():
        elsewhere.process.ahead()
        elsewhere.slow.ahead(LONG)
        elsewhere.slow.ahead(LONG + 1)
        other = elsewhere.process()
    assert gone(other)


@pytest.mark.skipif(os.name != "posix", reason="other systems end processes in another way")
@pytest.mark.parametrize("how", ["SIGKILL", "SIGTERM"])
def test_it_ends_with_the_first_process_however_that_ends(how: str) -> None:
    code = (
        "import sys, time\n"
        "from tests.aside import elsewhere\n"
        "from samvirke.aside.work import second_process\n"
        "with second_process():\n"
        "    elsewhere.process.ahead(); elsewhere.slow.ahead(600.0)\n"
        "    print(elsewhere.process(), flush=True); time.sleep(600)\n"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as first:
        assert first.stdout is not None
        other = int(first.stdout.readline())
        first.send_signal(getattr(signal, how))
    assert gone(other, taken_down=False)


@pytest.mark.skipif(os.name != "posix", reason="other systems have no sessions")
def test_an_interrupt_of_the_terminal_is_not_for_the_second_process() -> None:
    with second_process():
        elsewhere.process.ahead()
        assert os.getpgid(elsewhere.process()) != os.getpgid(0)


def test_a_function_is_known_by_its_name() -> None:
    assert pickle.loads(pickle.dumps(elsewhere.process)) is elsewhere.process
    assert elsewhere.process.__doc__ == "The number of the process that does it."
