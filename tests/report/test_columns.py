"""How the columns of a table share the line."""

from hypothesis import given
from hypothesis import strategies as st

from samvirke.language import Text
from samvirke.report.document import Break, Cell, Column, Table, Words
from samvirke.report.writing.columns import LINE, MOST_LINES, SPACE, columns

WORDS = st.text(alphabet="abcdefghijklmno ", max_size=300)


def table(*rows: tuple[str, ...], even: bool = False) -> Table:
    made = tuple(
        tuple(
            Cell(tuple(piece for line in one.split("/") for piece in (Break(), Words(Text(line, line))))[1:])
            for one in row
        )
        for row in rows
    )
    heads = tuple(Column(Text("a", "a")) for _ in rows[0])
    return Table(Text("Tabell", "Table"), heads, made, even=even)


def test_what_a_short_column_does_not_need_goes_to_the_one_with_much_to_read() -> None:
    first, second = columns(table(("januar 2022", "ord " * 60)), "nb").widths
    assert first < len("januar 2022") + 2 * SPACE
    assert abs(first + second - LINE) < 1e-9


def test_short_columns_are_not_spread_over_the_line() -> None:
    assert sum(columns(table(("ja", "nei"), ("nei", "ja")), "nb").widths) < LINE / 4


def test_columns_that_are_to_be_even_are() -> None:
    first, *rest = columns(table(("ord", "ja", "ord " * 60), even=True), "nb").widths
    assert len(set(rest)) == 1
    assert first > rest[0]


def test_a_table_is_roomy_when_its_longest_words_fit_side_by_side() -> None:
    assert columns(table(("a" * 30, "b" * 30, "c" * 30)), "nb").roomy
    assert not columns(table(tuple("a" * 30 for _ in range(5))), "nb").roomy
    assert not columns(table(("a" * 60, "b")), "nb").roomy or LINE > 60 + SPACE


def test_a_table_is_low_when_no_row_is_higher_than_a_third_of_a_page() -> None:
    assert columns(table(("/".join("a" for _ in range(MOST_LINES)), "b")), "nb").low
    assert not columns(table(("/".join("a" for _ in range(MOST_LINES + 1)), "b")), "nb").low
    assert not columns(table(("ord " * 1000, "b")), "nb").low


@given(st.lists(st.tuples(WORDS, WORDS, WORDS), min_size=1, max_size=4))
def test_every_column_has_room_for_its_longest_word_or_the_table_says_not(
    rows: list[tuple[str, str, str]],
) -> None:
    found = columns(table(*rows), "nb")
    scale = LINE / sum(found.widths)
    fits = all(word <= own * scale - SPACE for word, own in zip(found.longest, found.widths, strict=True))
    assert found.roomy == fits
    assert all(own > 0 for own in found.widths)
