"""How the challenges are met, and the changes that are told together."""

from samvirke.report.annexes.alternatives import alternatives_annex
from samvirke.report.annexes.answers import answer_anchor, answers_annex, has_answers, meets_none
from samvirke.report.document import Cell, Section, Table, Words
from samvirke.report.sections.challenges import challenges_matrix
from samvirke.report.words.changes import change_anchor, grounds
from samvirke.uncertainty.results import Results


def tables(section: Section) -> list[Table]:
    own = [block for block in section.blocks if isinstance(block, Table)]
    return own + [table for inner in section.sections for table in tables(inner)]


def lines(cell: Cell) -> list[str]:
    return [piece.text.nb for piece in cell.pieces if isinstance(piece, Words)]


def test_every_answer_stands_once_under_its_challenge_and_alike_answers_share_a_row(results: Results) -> None:
    study = results.study
    annex = answers_annex(results)
    told = {table.rows[0][0].anchor: table for table in tables(annex)}
    assert set(told) == {answer_anchor(key) for key in study.challenges}
    shared = 0
    for key in study.challenges:
        rows = told[answer_anchor(key)].rows
        names = [name for row in rows for name in lines(row[0])]
        answering = [one for one in study.alternatives.values() if not meets_none(one)]
        assert sorted(names) == sorted(one.name.nb for one in answering if key in one.answers)
        for row in rows:
            answers = {one.answers[key] for one in answering if one.name.nb in lines(row[0])}
            assert len(answers) == 1
            assert lines(row[2]) == [answers.pop().how.nb]
        shared += len(names) - len(rows)
    assert shared > 0


def test_the_table_of_degrees_leads_to_the_reason(results: Results) -> None:
    anchors = {table.rows[0][0].anchor for table in tables(answers_annex(results))}
    for row, key in zip(challenges_matrix(results).rows, results.study.challenges, strict=True):
        for cell in row[1:]:
            (said,) = (piece for piece in cell.pieces if isinstance(piece, Words))
            assert said.target == f"#{answer_anchor(key)}"
            assert answer_anchor(key) in anchors


def test_alternatives_that_meet_nothing_have_no_annex_of_answers(results: Results) -> None:
    study = results.study
    assert has_answers(study)
    nothing = {
        key: one.model_copy(
            update={"answers": {k: a.model_copy(update={"degree": "not"}) for k, a in one.answers.items()}}
        )
        for key, one in study.alternatives.items()
    }
    assert not has_answers(study.with_(alternatives=nothing))


def test_changes_for_one_reason_stand_in_one_row_and_each_leads_to_it(results: Results) -> None:
    study = results.study
    anchors = [row[0].anchor for table in tables(alternatives_annex(results)) for row in table.rows]
    assert len(anchors) == len({*anchors, None}) - 1 + anchors.count(None)
    rows: dict[str, set[tuple[object, ...]]] = {}
    every = [(name, written) for name in study.alternatives for written in study.changes(name)]
    for _, written in every:
        rows.setdefault(change_anchor(study, written), set()).add(grounds(written.change))
    assert set(rows) <= set(anchors)
    assert all(len(of_one) == 1 for of_one in rows.values())
    assert len(rows) < len({(written.file, written.path) for _, written in every})


def test_the_same_part_of_several_bodies_is_told_in_one_sentence(results: Results) -> None:
    said = [
        line for table in tables(alternatives_annex(results)) for row in table.rows for line in lines(row[0])
    ]
    assert "BFD, HOD og ASD avgjør ikke lenger «Kompetanse om menneskehandel på tvers av tjenestene»" in said
