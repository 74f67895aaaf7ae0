"""An audit that could not ask is never told as in order, and never hangs."""

import sys
from collections.abc import Sequence
from typing import Any

import pytest
from scripts import audit
from scripts.audit import FOUND, NOT_RUN, Answer, heard, judged, looked_up

SOUND: dict[str, Any] = {"name": "numpy", "version": "2.4.6", "vulns": []}
WEAK: dict[str, Any] = {
    "name": "jinja2",
    "version": "3.1.5",
    "vulns": [{"id": "PYSEC-1", "fix_versions": ["3.1.6"]}, {"id": "PYSEC-2", "fix_versions": []}],
}
SKIPPED: dict[str, Any] = {"name": "rich", "skip_reason": "Dependency not found: rich (15.0.0)"}
WHOLE = Answer("By the index", 2, 2)
SOME = Answer("By the index", 1, 2)
NONE = Answer("By the index", failure="no answer within 90 seconds")
OTHER = Answer("By another", 2, 2)


def test_packages_that_no_service_knew_are_not_covered() -> None:
    assert heard("?", [SKIPPED, SKIPPED]) == Answer("?", 0, 2, (), "Dependency not found")
    assert heard("?", [SOUND, SKIPPED]) == Answer("?", 1, 2)
    assert heard("?", []).whole is False
    assert heard("?", [SOUND, SOUND]).whole is True


def test_every_vulnerability_is_told_with_the_version_that_mends_it() -> None:
    assert heard("?", [SOUND, WEAK]).found == (
        "jinja2 3.1.5: PYSEC-1, mended in 3.1.6",
        "jinja2 3.1.5: PYSEC-2, mended in no version yet",
    )


def test_a_version_that_its_makers_withdrew_is_found() -> None:
    said = (
        "Resolved 2 packages in 5ms\nWould install 2 packages\n - attrs==26.1.0\n + attrs==21.1.0\n"
        ' + numpy==2.4.6\nwarning: `attrs==21.1.0` is yanked (reason: "Cannot be imported")\n'
    )
    assert looked_up("?", said) == Answer("?", 2, 2, ("attrs==21.1.0: Cannot be imported",))
    assert looked_up("?", "Resolved nothing\n").whole is False


@pytest.mark.parametrize(
    ("answers", "required", "code", "words"),
    [
        ([WHOLE], False, 0, ["in order  By the index: 2 packages"]),
        ([WHOLE], True, 0, ["in order"]),
        ([NONE], False, 0, ["NOT RUN   By the index: no answer"]),
        ([NONE], True, NOT_RUN, ["NOT RUN"]),
        ([SOME], False, 0, ["NOT RUN   By the index for 1 of 2 packages"]),
        ([SOME], True, NOT_RUN, ["NOT RUN"]),
        ([SOME, OTHER], True, 0, ["in order  By another"]),
        ([NONE, SOME], True, NOT_RUN, ["NOT RUN", "NOT RUN"]),
    ],
)
def test_what_was_not_asked_is_not_in_order(
    answers: Sequence[Answer], required: bool, code: int, words: Sequence[str]
) -> None:
    found, lines = judged([answers], required)
    assert found == code
    assert len(lines) == len(words)
    assert all(line.startswith(word) for line, word in zip(lines, words, strict=True))


@pytest.mark.parametrize("others", [[], [WHOLE], [NONE]])
def test_what_is_found_counts_also_where_not_everything_was_asked(others: list[Answer]) -> None:
    weak = Answer("By the index", 1, 2, ("jinja2 3.1.5: PYSEC-1",))
    code, lines = judged([others, [weak]] if others else [[weak]], required=True)
    assert code == FOUND
    assert "          jinja2 3.1.5: PYSEC-1" in lines
    assert lines[-1] == "NOT RUN   By the index for 1 of 2 packages"


def test_a_question_that_gets_no_answer_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(audit, "SECONDS", 0.2)
    assert audit._run([sys.executable, "-c", "import time; time.sleep(60)"]) == "no answer within 0.2 seconds"
    assert audit._run(["no-such-program"]) == "No such file or directory"


def test_what_went_wrong_is_told_without_the_address_of_a_service() -> None:
    host = "index" + ".example.org"
    said = audit._last_line(f"Traceback\nConnectionError: no answer from https://{host}/simple, {host}\n")
    assert "ConnectionError" in said
    assert host not in said
