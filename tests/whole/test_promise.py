"""What docs/api-promise.md promises is there, and stays there."""

import re
from pathlib import Path

import pytest
from scripts.promised import (
    CHANGELOG,
    COMMAND,
    NEXT,
    PLACE,
    RECORDS,
    WITHDRAWN,
    gone,
    read,
    reality,
    released,
    renewed,
    written,
)

import samvirke

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "api-promise.md").read_text(encoding="utf-8")
GUIDE = (ROOT / "docs" / "guides" / "python.md").read_text(encoding="utf-8")
TODAY = reality()
PROMISED = read(PLACE.read_text(encoding="utf-8"))
VERSIONS = released(CHANGELOG.read_text(encoding="utf-8"))
TWO = {"figures": {"old.figure MNOK": "0.1.0", "young.figure MNOK": "0.2.0"}}


def test_no_name_of_a_release_is_gone_without_being_withdrawn() -> None:
    assert gone(PROMISED, TODAY, VERSIONS) == []


def test_the_list_has_every_name_of_the_program_and_no_other() -> None:
    fresh = written(renewed(PROMISED, TODAY, VERSIONS, samvirke.__version__))
    assert PLACE.read_text(encoding="utf-8") == fresh, f"docs/promised.yaml is stale; run `{COMMAND}`."


@pytest.mark.parametrize("kind", TODAY)
def test_the_page_tells_of_every_kind_of_name(kind: str) -> None:
    assert TODAY[kind], "nothing of this kind was found; see scripts/promised.py"
    assert f"`{kind}`" in PAGE


def test_a_withdrawn_name_says_since_when_and_what_to_use_instead() -> None:
    for name, told in (PROMISED.get(WITHDRAWN) or {}).items():
        assert re.fullmatch(r"[0-9.]+ to [0-9.]+: \S.+\.", told), name


def test_every_record_has_what_the_guide_says_that_it_has() -> None:
    wanted = [f"{record}.{name}" for record, names in RECORDS.items() for name in names]
    assert TODAY["python records"] == wanted
    for record, names in RECORDS.items():
        rows = [line for line in GUIDE.splitlines() if line.startswith("| ") and f"`{record}`" in line]
        assert [name for name in names if not any(f"`{name}" in row for row in rows)] == [], record


def test_a_name_of_a_release_that_goes_is_told() -> None:
    assert gone(TWO, {"figures": ["young.figure MNOK"]}, ("0.1.0",)) == [
        "figures: old.figure MNOK, promised since 0.1.0"
    ]
    assert gone(TWO, {}, ("0.2.0", "0.1.0")) == [
        "figures: old.figure MNOK, promised since 0.1.0",
        "figures: young.figure MNOK, promised since 0.2.0",
    ]


def test_a_figure_whose_unit_changes_is_a_promised_name_that_goes() -> None:
    assert gone(TWO, {"figures": ["old.figure MNOK/yr", "young.figure MNOK"]}, ("0.1.0",)) != []


def test_a_name_that_no_release_has_had_may_still_go() -> None:
    assert gone(TWO, {"figures": ["old.figure MNOK"]}, ("0.1.0",)) == []
    assert renewed(TWO, {"figures": ["old.figure MNOK"]}, ("0.1.0",), "0.2.0") == {
        "figures": {"old.figure MNOK": "0.1.0"}
    }


def test_a_new_name_comes_with_the_version_that_is_not_released_yet() -> None:
    today = {"figures": ["old.figure MNOK", "new.figure MNOK"]}
    known = {"figures": {"old.figure MNOK": "0.1.0"}}
    before = renewed(known, today, ("0.1.0",), "0.2.0")
    after = renewed(known, today, ("0.1.0",), "0.1.0")
    assert before == {"figures": {"old.figure MNOK": "0.1.0", "new.figure MNOK": "0.2.0"}}
    assert after == {"figures": {"old.figure MNOK": "0.1.0", "new.figure MNOK": NEXT}}


def test_what_is_withdrawn_is_remembered() -> None:
    told = {WITHDRAWN: {"figures old.figure MNOK": "0.1.0 to 0.3.0: Use young.figure."}}
    assert renewed({**TWO, **told}, {"figures": []}, (), "0.3.0")[WITHDRAWN] == told[WITHDRAWN]


def test_the_releases_are_the_headings_of_the_release_notes() -> None:
    assert released("# Changes\n\n## 0.2.0, 2027-01-04\n\n### Added\n\n## 0.1.0, 2026-12-01\n") == (
        "0.2.0",
        "0.1.0",
    )
