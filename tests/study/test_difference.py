"""What differs between two studies: nothing from itself, every kind of difference, and the same both ways."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.making import small
from tests.study.overlays import TINY

from samvirke.cases import built_in
from samvirke.language import LANGUAGES
from samvirke.report.words.differences import told
from samvirke.study.difference import Difference, differences
from samvirke.study.reading import read_study
from samvirke.study.study import Study

Edited = Callable[..., Study]
TURNED = {"added": "removed", "removed": "added", "changed": "changed"}


@pytest.fixture
def edited(tmp_path: Path) -> Edited:
    """The tiny study with a stretch of one file put in the place of another."""

    def edit(file: str, before: str, after: str) -> Study:
        made = len(list(tmp_path.iterdir()))
        folder = Path(shutil.copytree(TINY, tmp_path / str(made)))
        text = (folder / file).read_text(encoding="utf-8")
        assert before in text
        (folder / file).write_text(text.replace(before, after, 1), encoding="utf-8")
        return read_study(folder)

    return edit


@pytest.fixture(scope="module")
def tiny() -> Study:
    return read_study(TINY)


def turned(found: tuple[Difference, ...]) -> set[str]:
    """The differences as they are seen from the other study."""
    return {repr(Difference(d.file, d.path, TURNED[d.kind], d.after, d.before)) for d in found}  # type: ignore[arg-type]


@pytest.mark.parametrize("folder", [TINY, *built_in().values()], ids=lambda folder: folder.name)
def test_a_study_does_not_differ_from_itself_read_again(folder: Path) -> None:
    assert differences(read_study(folder), read_study(folder)) == ()


def test_two_studies_seen_from_either_side_differ_in_the_same(tiny: Study) -> None:
    others = [read_study(folder) for folder in built_in().values()]
    for other in (*others, small()):
        there, back = differences(tiny, other), differences(other, tiny)
        assert len(there) > 20
        assert turned(there) == {repr(one) for one in back}


def test_a_changed_value_is_told_with_record_and_field() -> None:
    old, new = small(), small(spending={"centre-running": {
        "actor": "centre", "tasks": "coordination", "line": "police-01", "kind": "operations", "amount": 0.75,
    }})  # fmt: skip
    (found,) = differences(old, new)
    assert found == Difference("spending.yaml", ("centre-running", "amount"), "changed", 0.5, 0.75)
    assert (found.id, found.field) == ("centre-running", "amount")
    assert told(found).nb == "`centre-running` amount fra 0,5 til 0,75"
    assert told(found).en == "`centre-running` amount from 0.5 to 0.75"


def test_a_record_is_added_or_removed_as_one_thing() -> None:
    without, with_it = small(), small(actors={"museum": {"kind": "ngo"}})
    (added,) = differences(without, with_it)
    (removed,) = differences(with_it, without)
    assert (added.path, added.kind, removed.kind) == (("museum",), "added", "removed")
    assert removed.before == {"name": "museum", "kind": "ngo"}
    assert told(removed).nb == "`museum` er fjernet (museum)"
    assert told(added).en == "`museum` is added (museum)"


def test_a_field_is_added_or_removed_inside_its_record(edited: Edited, tiny: Study) -> None:
    new = edited("alternatives/one-more.yaml", "at: {host: police}\n", "")
    (found,) = differences(tiny, new)
    assert found == Difference("alternatives/one-more.yaml", ("at",), "removed", {"host": "police"}, None)
    assert told(found).nb == "at: host: police er fjernet"


def test_an_assumption_is_called_by_its_id_alone(edited: Edited, tiny: Study) -> None:
    key, record = next(
        (k, r) for k, r in tiny.documents["assumptions.yaml"].data["assumptions"].items() if "p50" in r
    )
    new = edited("assumptions.yaml", f"p50: {record['p50']}", f"p50: {record['p50'] + 0.001}")
    (found,) = differences(tiny, new)
    assert found.path == ("assumptions", key, "p50")
    assert told(found).nb.startswith(f"`{key}` p50 fra ")


def test_a_change_is_known_by_its_id_wherever_it_stands(edited: Edited, tiny: Study) -> None:
    text = (TINY / "alternatives" / "one-more.yaml").read_text(encoding="utf-8")
    changes = text.partition("changes:\n")[2]
    first, second = ("  - id:" + part for part in changes.split("  - id:")[1:])
    new = edited("alternatives/one-more.yaml", changes, second + first)
    (found,) = differences(tiny, new)
    order = ["add-post", "pay-post"]
    assert found == Difference(found.file, ("changes",), "changed", order, order[::-1])
    assert told(found).nb == "changes står i en annen rekkefølge: pay-post, add-post"


def test_an_item_of_a_list_is_added_and_removed_by_itself() -> None:
    old, new = small(), small(study={"participants": ["children", "labour"]})
    found = differences(old, new)
    assert [(d.kind, d.before, d.after) for d in found] == [
        ("removed", "police", None),
        ("added", None, "labour"),
    ]
    assert told(found[1]).nb == "participants: labour er lagt til"


def test_the_order_of_a_list_is_told_when_nothing_else_differs() -> None:
    old, new = small(), small(study={"participants": ["children", "police"]})
    (found,) = differences(old, new)
    assert (found.kind, found.after) == ("changed", ["children", "police"])
    assert told(found).en == "participants stands in another order: children, police"


@pytest.mark.parametrize(
    ("file", "before", "after"),
    [
        ("alternatives/one-more.yaml", "fte: 1\n", "fte: 1.0\n"),
        ("alternatives/one-more.yaml", "at: {host: police}\n", "at:\n  host: police\n"),
        ("actors.yaml", "police:\n", "# a remark\npolice:\n"),
    ],
)
def test_another_way_of_writing_the_same_is_no_difference(
    edited: Edited, tiny: Study, file: str, before: str, after: str
) -> None:
    assert differences(tiny, edited(file, before, after)) == ()


def test_a_text_in_bokmål_alone_and_a_list_of_one_may_be_written_in_two_ways() -> None:
    old = small(actors={"town": {"kind": "municipality", "note": "Byen"}}, study={"participants": "police"})
    new = small(
        actors={"town": {"kind": "municipality", "note": {"nb": "Byen"}}}, study={"participants": ["police"]}
    )
    assert differences(old, new) == ()


def test_a_file_that_only_one_study_has_is_one_difference(tiny: Study, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(TINY, tmp_path / "study"))
    shutil.copy(folder / "alternatives" / "one-more.yaml", folder / "alternatives" / "two-more.yaml")
    (folder / "texts" / "problem.en.md").unlink()
    found = differences(tiny, read_study(folder))
    assert [(d.file, d.path, d.kind) for d in found] == [
        ("alternatives/two-more.yaml", (), "added"),
        ("texts/problem.en.md", (), "removed"),
    ]
    assert told(found[0]).en == "the whole file is added (One more post)"
    assert told(found[1]).nb == "hele filen er fjernet"


def test_a_text_is_told_by_the_sections_that_changed(tiny: Study) -> None:
    old = tiny.with_(texts={"problem.nb.md": "Innledning\n\n# Ett\na\n\n## To\nb\n\n# Tre\nc\n"})
    new = tiny.with_(texts={"problem.nb.md": "Ny innledning\n\n# Ett\na  \n\n# Tre\nd\n\n# Fire\ne\n"})
    found = differences(old, new)
    assert [(d.path, d.kind) for d in found] == [
        (("",), "changed"),
        (("To",), "removed"),
        (("Tre",), "changed"),
        (("Fire",), "added"),
    ]
    assert [told(d).nb for d in found] == [
        "det som står før første overskrift, er endret",
        "avsnittet «To» er fjernet",
        "avsnittet «Tre» er endret",
        "avsnittet «Fire» er lagt til",
    ]


def test_sections_that_change_places_are_told_so(tiny: Study) -> None:
    old, new = (tiny.with_(texts={"a.nb.md": text}) for text in ("# A\na\n# B\nb\n", "# B\nb\n# A\na\n"))
    (found,) = differences(old, new)
    assert told(found).nb == "rekkefølgen på avsnittene er endret"


def test_long_texts_are_told_from_where_they_part() -> None:
    same = "Dette er en lang innledning som ikke er endret i det hele tatt, og så kommer "
    end = ", og slutten er den samme i begge, uansett hvor langt den går videre."
    found = Difference("a.yaml", ("note",), "changed", f"{same}katten{end}", f"{same}hunden{end}")
    sentence = told(found).nb
    assert "katten" in sentence
    assert "hunden" in sentence
    assert "Dette er" not in sentence
    assert len(sentence) < 180


def test_whatever_differs_between_two_studies_can_be_told(tiny: Study) -> None:
    for other in built_in().values():
        for found in differences(tiny, read_study(other)):
            lines = [told(found)[language] for language in LANGUAGES]
            assert all(line.strip() and "\n" not in line for line in lines)
