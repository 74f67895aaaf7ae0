"""The ways of persons and the sharing of information as the report tells them."""

from collections.abc import Iterator

from tests.consequences.test_way import study as one_person
from tests.making import alternative, small

from samvirke.consequences.way import final_way, hand_overs, sharing_gaps
from samvirke.report.annexes.sharing import sharing_section
from samvirke.report.annexes.way import ways_section
from samvirke.report.document import Cell, Section, Table, Words, pieces_of
from samvirke.uncertainty.results import Results, run


def tables(section: Section) -> list[Table]:
    own = [block for block in section.blocks if isinstance(block, Table)]
    return [*own, *(table for below in section.sections for table in tables(below))]


def said(cell: Cell) -> str:
    return "".join(piece.text.nb for piece in cell.pieces if isinstance(piece, Words))


def all_words(section: Section) -> Iterator[Words]:
    for block in section.blocks:
        yield from (piece for piece in pieces_of(block) if isinstance(piece, Words))
    for below in section.sections:
        yield from all_words(below)


def test_each_point_is_a_row_and_each_hole_is_red_and_in_words(results: Results) -> None:
    section = ways_section(results)
    for below, (key, person) in zip(section.sections, results.study.pathways.persons.items(), strict=True):
        today = tables(below)[0]
        points = final_way(results.plans[results.zero], key)
        assert len(today.rows) == len(person.way)
        for row, point in zip(today.rows, points, strict=True):
            red = [said(cell) for cell in row if cell.tone == "bad"]
            assert len(red) == len(point.holes)
            for hole, words in (
                ("undecided", "Ingen avgjør"),
                ("contested", "Flere avgjør"),
                ("undone", "Ingen utfører"),
                ("sharing", "grunnlag ikke kjent"),
            ):
                assert any(words in text for text in red) == (hole in point.holes)


def test_today_and_then_each_alternative_is_told_once_with_its_count_of_holes(results: Results) -> None:
    for below, key in zip(ways_section(results).sections, results.study.pathways.persons, strict=True):
        rows = tables(below)[1].rows
        today = results.figure(results.zero, f"way.holes.{key}")
        assert today is not None
        assert [said(cell) for cell in rows[0][:2]] == ["I dag", str(round(today.expected))]
        told = " ".join(said(row[0]) for row in rows)
        for name in results.compared:
            called = results.study.alternatives[name].name.nb
            count = results.figure(name, f"way.holes.{key}")
            assert count is not None
            assert called in told
            (row,) = (row for row in rows if called in said(row[0]))
            assert said(row[1]) == str(round(count.expected))


def test_everything_said_of_ways_and_sharing_is_there_in_english_too(results: Results) -> None:
    for section in (ways_section(results), sharing_section(results)):
        assert [one.text.nb for one in all_words(section) if one.text.en is None] == []


def test_the_answer_for_each_hand_over_leads_to_its_row(results: Results) -> None:
    rows = tables(sharing_section(results))[0].rows
    anchors = [row[0].anchor for row in rows]
    assert len(anchors) == len(set(anchors))
    targets = {one.target for one in all_words(ways_section(results)) if one.target}
    leading = {target for target in targets if target.startswith("#sharing-")}
    assert leading
    assert leading <= {f"#{anchor}" for anchor in anchors}


def test_a_basis_that_is_not_known_is_red(results: Results) -> None:
    study = results.plans[results.zero].final
    rows = tables(sharing_section(results))[0].rows
    assert len(rows) == len(list(hand_overs(study)))
    red = [row for row in rows if row[2].tone == "bad"]
    assert len(red) == len(sharing_gaps(study)) > 0
    assert all(said(row[2]).startswith("Ikke kjent") for row in red)


def test_a_pair_that_nothing_is_written_of_is_told_as_not_examined() -> None:
    rows = tables(sharing_section(run(one_person(sharing=()), draws=1)))[0].rows
    assert {said(row[4]) for row in rows} == {"Ikke undersøkt"}
    assert {row[2].tone for row in rows} == {"bad"}


def test_a_study_without_persons_says_that_nobody_is_followed() -> None:
    results = run(small(), draws=1)
    assert tables(ways_section(results)) == tables(sharing_section(results)) == []
    (first,) = (one.text.nb for one in all_words(ways_section(results)))
    assert first == "Utredningen følger ingen person ennå."


def test_a_zero_that_changes_something_is_not_called_today() -> None:
    adopted = {"verb": "assign", "task": "referral", "actor": "justice", "part": "decides"}
    zero = alternative(adopted, key="vedtatt", zero=True)
    changed = run(one_person().with_(alternatives={"vedtatt": zero, "alt": alternative()}), draws=1)
    plain = run(one_person().with_(alternatives={"alt": alternative()}), draws=1)
    for make in (ways_section, sharing_section):
        told = {
            id(one): [w.text.nb for w in all_words(make(one))] + captions(make(one))
            for one in (changed, plain)
        }
        assert not [text for text in told[id(changed)] if "i dag" in text.lower()]
        assert [text for text in told[id(changed)] if "vedtatt" in text]
        assert [text for text in told[id(plain)] if "i dag" in text.lower()]
    assert said(tables(ways_section(changed))[1].rows[0][0]) == "vedtatt"


def captions(section: Section) -> list[str]:
    return [one.caption.nb for one in tables(section)]


def test_only_a_study_with_alternatives_tells_what_they_change() -> None:
    assert [len(tables(below)) for below in ways_section(run(one_person(), draws=1)).sections] == [1]
    changed = one_person().with_(alternatives={"alt": alternative()})
    assert [len(tables(below)) for below in ways_section(run(changed, draws=1)).sections] == [2]
