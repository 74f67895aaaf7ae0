"""A study that goes out and comes back is the same study, and its files are the same to the byte."""

import math
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import yaml
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from tests.workbook.sheets import CASES, copied, written

from samvirke.language import LANGUAGES, Language
from samvirke.study.document import NOT_IN_VALUES
from samvirke.study.reading import read_study
from samvirke.study.study import Study
from samvirke.workbook.export import workbook
from samvirke.workbook.importing import read_in


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("case", CASES)
def test_a_study_that_comes_back_untouched_changes_no_file(
    tmp_path: Path, case: str, language: Language
) -> None:
    found = read_in(written(tmp_path, CASES[case], language), CASES[case])
    assert (found.texts, found.gone, found.differences) == ({}, (), ())


def put_in(folder: Path, texts: dict[str, str]) -> Path:
    for name, text in texts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    return folder


def told_alike(one: Study, other: Study) -> None:
    """The same records in the same order; texts/ is not part of a workbook."""
    assert one.with_(texts={}) == other.with_(texts={})
    for name in ("assumptions", "actors", "spending", "alternatives", "lines", "tasks"):
        assert list(getattr(one, name)) == list(getattr(other, name))


@pytest.mark.parametrize("case", CASES)
def test_a_new_study_made_from_a_workbook_is_the_study_it_was_made_from(tmp_path: Path, case: str) -> None:
    found = read_in(written(tmp_path, CASES[case]), tmp_path / "new")
    told_alike(read_study(put_in(tmp_path / "new", dict(found.texts))), read_study(CASES[case]))


def test_the_same_study_gives_the_same_bytes() -> None:
    study = read_study(CASES["tiny"])
    assert workbook(study, "nb") == workbook(study, "nb")


# ---------------------------------------------------------------- studies that nobody has written

LETTERS = st.characters(exclude_categories=["Cc", "Cs", "Co", "Cn"]).filter(
    lambda one: not NOT_IN_VALUES.search(one) and one != "\ufeff"
) | st.sampled_from("\t\n =+-@'\"<>&;,")
PROSE = st.text(LETTERS, min_size=1, max_size=40).map(lambda text: f"æ{text}")
TEXTS = (
    PROSE
    | st.fixed_dictionaries({"nb": PROSE, "en": PROSE})
    | st.sampled_from(
        [
            "=1+1",
            "+47 22",
            "-",
            "@SUM(A1)",
            "'quoted",
            "true",
            "12,5",
            "2022-01",
            "_x0041_",
            "a\nb\n\nc",
            "#N/A!",
        ]
    )
)
NUMBERS = (
    st.floats(1e-9, 1e12) | st.integers(1, 10**9) | st.sampled_from([0.1 + 0.2, 1 / 3, 1e-7, 12345678.9])
)
IDS = st.lists(
    st.from_regex(r"[a-z][a-z0-9]{0,6}(-[a-z0-9]{1,4}){0,2}", fullmatch=True),
    min_size=2,
    max_size=5,
    unique=True,
)

VALUES = NUMBERS.map(lambda one: {"value": one}) | NUMBERS.map(
    lambda one: {"uniform": {"low": 0, "high": one}}
)


@st.composite
def changes(draw: st.DrawFn) -> dict[str, Any]:
    """What generated files say, to be laid over those of the tiny study."""
    ids = [f"g-{one}" for one in draw(IDS)]
    actors = {one: {"name": draw(TEXTS), "kind": "ngo", "note": draw(TEXTS)} for one in ids}
    tasks = {f"t-{one}": {"name": draw(TEXTS), "area": "grants", "volume": draw(NUMBERS)} for one in ids}
    parts = {
        task: {
            "decides": draw(st.lists(st.sampled_from(ids), unique=True, max_size=3)),
            "does": [
                draw(
                    st.sampled_from(
                        [one, {"actor": one}, {"actor": one, "share": draw(st.integers(0, 1000)) / 1000}]
                    )
                )
                for one in draw(st.lists(st.sampled_from(ids), unique=True))
            ],
            "informed": draw(st.sampled_from(ids)),
        }
        for task in tasks
    }
    assumptions = {
        f"a-{one}": {
            "text": draw(TEXTS), "unit": "cases/yr", "judgement": draw(TEXTS), "could_answer": ids[0],
            **draw(VALUES),
        }
        for one in ids
    }  # fmt: skip
    share = draw(st.integers(0, 100)) / 100
    two = {f"t-{ids[0]}": share, f"t-{ids[1]}": 1 - share}
    spending = {
        f"s-{one}": {
            "actor": one, "funded_by": "own", "kind": "operations", "amount": draw(NUMBERS),
            "tasks": draw(st.sampled_from([f"t-{ids[0]}", ""])) or dict(two),
            "from": f"{draw(st.integers(2000, 2040))}-{draw(st.integers(1, 12)):02d}",
        }
        for one in ids
    }  # fmt: skip
    return {
        "actors": actors,
        "tasks": tasks,
        "responsibilities": parts,
        "spending": spending,
        "assumptions": assumptions,
    }


def laid_over(folder: Path, files: dict[str, Any]) -> None:
    for name, more in files.items():
        path = folder / f"{name}.yaml"
        records = yaml.safe_load(path.read_text(encoding="utf-8"))
        target = records["assumptions"] if name == "assumptions" else records
        target.update(more)
        path.write_text(yaml.safe_dump(records, allow_unicode=True, sort_keys=False), encoding="utf-8")


# No shrinking: each example is a whole workbook.
@settings(max_examples=20, phases=[Phase.explicit, Phase.generate])
@given(changes(), st.sampled_from(LANGUAGES))
def test_a_generated_study_comes_back_as_it_went(files: dict[str, Any], language: Language) -> None:
    with TemporaryDirectory() as place:
        folder = Path(place)
        study = copied(folder)
        laid_over(study, files)
        book = written(folder, study, language)
        found = read_in(book, study)
        assert (found.texts, found.gone, found.differences) == ({}, (), ())
        made = read_study(put_in(folder / "new", dict(read_in(book, folder / "new").texts)))
        before = read_study(study)
        assert list(made.assumptions) == list(before.assumptions)
        assert made.actors == before.actors
        assert made.responsibilities == before.responsibilities
        for key, row in before.spending.items():
            assert math.isclose(value_of(made.spending[key].amount), value_of(row.amount), rel_tol=1e-14)


def value_of(amount: Any) -> float:
    """Of a plain number; the tiny study's own rows rest on assumptions, which have names."""
    return float(getattr(amount, "value", 0.0))
