"""Labels of an axis that go on on new lines."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from samvirke.report.pictures.labels import BREAK, EMPTY, HALF, broken, lines_of, offset


@given(st.lists(st.text(alphabet="abc ", min_size=1, max_size=60).filter(str.strip), min_size=1, max_size=5))
def test_the_lines_of_each_label_of_an_axis_have_their_middle_where_the_row_has_its(names: list[str]) -> None:
    labels = broken(names, 10)
    for name, label in zip(names, labels, strict=True):
        lines = label.split(BREAK)
        said = [number for number, line in enumerate(lines) if line != EMPTY]
        assert (said[0] + said[-1]) / 2 * HALF == offset(labels)
        assert all(after - before == 2 for before, after in pairwise(said))
        assert "".join(lines[number] for number in said).replace(" ", "") == name.replace(" ", "")
    assert lines_of(labels) == max(1 + label.count(f"{BREAK}{EMPTY}{BREAK}") for label in labels)
