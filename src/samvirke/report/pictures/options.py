"""Picture: the grid of alternatives that was considered, with a sign for what each combination became."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from samvirke.language import Language, Text
from samvirke.report.document import Picture
from samvirke.report.pictures.chart import Specification, chart
from samvirke.report.pictures.key import Meaning, write_key
from samvirke.report.pictures.sheet import SHADES, Sheet, set_in_lines
from samvirke.report.words.naming import alternative_name
from samvirke.report.words.wording import both
from samvirke.study.purposes import OptionCell
from samvirke.study.study import Study
from samvirke.uncertainty.results import Results

NAME = "options"
CAPTION = Text("Hva som er vurdert, og hva det ble til", "What was considered, and what it became")
KEPT, JOINED, DROPPED = "●", "○", "×"  # told apart by shape, also on paper in grey
KEY = (
    Meaning(Text("beholdt som alternativ", "kept as an alternative"), Text(KEPT, KEPT), SHADES["good"]),
    Meaning(Text("går inn i et alternativ", "part of an alternative"), Text(JOINED, JOINED)),
    Meaning(Text("lagt bort", "set aside"), Text(DROPPED, DROPPED)),
)
ALONE = Text(
    "Ett tegn alene gjelder alle kombinasjonene i ruten.",
    "One sign alone holds for all the combinations of the square.",
)
HEADING, CELL, LINE, PAD = 180, 92, 15, 5


@dataclass(frozen=True, slots=True)
class Square:
    """Where two values meet: a sign for each value of the other dimensions, and what is kept."""

    signs: str
    kept: tuple[str, ...]


def options(results: Results) -> Picture | None:
    """The first two dimensions against each other; nothing when there are fewer, or no cells."""
    study = results.study
    if len(study.options.dimensions) < 2 or not study.options.cells:
        return None
    return Picture(NAME, CAPTION, _alt(study), chart(lambda language: _drawn(study, language)))


def fate(study: Study, at: dict[str, str]) -> OptionCell | None:
    """The cell that speaks of a combination, if any does; it speaks of all the values it does not name."""
    cells = study.options.cells
    return next((one for one in cells if all(at[key] == value for key, value in one.at.items())), None)


def sign(cell: OptionCell | None) -> str:
    """The sign of what became of a combination."""
    if cell is None:
        return "–"
    return KEPT if cell.kept is not None else JOINED if cell.merged_into is not None else DROPPED


def square(study: Study, at: dict[str, str]) -> Square:
    """What became of every combination with these values; one sign where one cell speaks of them all."""
    dimensions = study.options.dimensions
    free = [key for key in dimensions if key not in at]
    found = [
        fate(study, {**at, **dict(zip(free, values, strict=True))})
        for values in product(*(dimensions[key].values for key in free))
    ]
    kept = tuple(dict.fromkeys(one.kept for one in found if one is not None and one.kept is not None))
    alike = all(one is found[0] for one in found)
    return Square(sign(found[0]) if alike else "".join(map(sign, found)), kept)


def _drawn(study: Study, language: Language) -> Specification:
    (row_key, down), (column_key, across) = list(study.options.dimensions.items())[:2]
    heads = {key: set_in_lines(text[language], CELL, language) for key, text in across.values.items()}
    sheet = Sheet(HEADING + CELL * len(heads))
    y = _above(sheet, study, language) - LINE
    for line in set_in_lines(
        study.options.dimensions[column_key].text[language], CELL * len(heads), language
    ):
        y += LINE
        sheet.write(HEADING, y - LINE / 2, line, "strong")
    left = set_in_lines(study.options.dimensions[row_key].text[language], HEADING - 2 * PAD, language)
    top = y + PAD + LINE * max(len(left), *map(len, heads.values()))
    for number, line in enumerate(left):
        sheet.write(0, top - LINE * (len(left) - number - 0.5), line, "strong")
    for number, lines in enumerate(heads.values()):
        _lines(sheet, HEADING + CELL * number + CELL / 2, top - LINE * len(lines), lines)
    y = top + PAD
    for row, text in down.values.items():
        squares = [square(study, {row_key: row, column_key: column}) for column in across.values]
        y = _row(sheet, study, y, text[language], squares, language)
    sheet.height = y
    return sheet.drawn()


def _above(sheet: Sheet, study: Study, language: Language) -> float:
    """What the signs mean, and in which order they stand when there are more dimensions; where they end."""
    y = write_key(sheet, KEY, sheet.width, language)
    more = list(study.options.dimensions)[2:]
    told = [*(_order(study, key) for key in more), *([ALONE] if more else [])]
    lines = [line for one in told for line in set_in_lines(one[language], sheet.width, language)]
    for number, line in enumerate(lines):
        sheet.write(0, y + LINE * (number + 0.5), line)
    return y + LINE * (len(lines) + 2)


def _order(study: Study, key: str) -> Text:
    dimension = study.options.dimensions[key]
    values = both(lambda g: ", ".join(value[g] for value in dimension.values.values()))
    return Text(
        f"{dimension.text.nb}, fra venstre: {values.nb}",
        f"{dimension.text['en']}, from the left: {values['en']}",
    )


def _row(
    sheet: Sheet, study: Study, y: float, heading: str, squares: list[Square], language: Language
) -> float:
    """One row of squares, as high as the one that has most to say; where the next begins."""
    left = set_in_lines(heading, HEADING - 2 * PAD, language)
    said = [tuple(_said(study, one, language)) for one in squares]
    height = LINE * max(len(left), *(1 + len(lines) for lines in said)) + 2 * PAD
    for number, line in enumerate(left):
        sheet.write(0, y + PAD + LINE * (number + 0.5), line)
    for number, (one, lines) in enumerate(zip(squares, said, strict=True)):
        x = HEADING + CELL * number
        sheet.box(x, y, x + CELL, y + height, SHADES["good" if one.kept else "plain"])
        _lines(sheet, x + CELL / 2, y + PAD, (one.signs, *lines))
    return y + height


def _said(study: Study, square: Square, language: Language) -> Iterator[str]:
    """The names of the alternatives, in lines."""
    for one in square.kept:
        yield from set_in_lines(_name(study, one)[language], CELL, language)


def _lines(sheet: Sheet, x: float, y: float, lines: tuple[str, ...]) -> None:
    for number, line in enumerate(lines):
        sheet.write(x, y + LINE * (number + 0.5), line, "centred")


def _name(study: Study, alternative: str) -> Text:
    return alternative_name(study, alternative)


def _alt(study: Study) -> Text:
    """How many combinations became what, and where the alternatives lie."""
    dimensions = study.options.dimensions
    every = product(*(dimension.values for dimension in dimensions.values()))
    count = Counter(sign(fate(study, dict(zip(dimensions, values, strict=True)))) for values in every)
    places = both(lambda g: "; ".join(one[g] for one in _places(study)))
    kept = sum(one.kept is not None for one in study.options.cells)
    rows, columns = (len(dimension.values) for dimension in list(dimensions.values())[:2])
    return Text(
        f"Et rutenett på {rows} ganger {columns} ruter for {count.total()} kombinasjoner. {kept} er beholdt: "
        f"{places.nb}. Av de andre går {count[JOINED]} inn i et alternativ, og {count[DROPPED]} er lagt "
        "bort. Grunnene står i tabellen.",
        f"A grid of {rows} by {columns} squares for {count.total()} combinations. {kept} are kept: "
        f"{places['en']}. Of the others, {count[JOINED]} are part of an alternative and {count[DROPPED]} are "
        "set aside. The reasons stand in the table.",
    )


def _places(study: Study) -> Iterator[Text]:
    (row, down), (column, across) = list(study.options.dimensions.items())[:2]
    for one in study.options.cells:
        if one.kept is not None:
            named = [d.values[one.at[key]] for key, d in ((row, down), (column, across)) if key in one.at]
            yield _placed(_name(study, one.kept), named)


def _placed(name: Text, values: list[Text]) -> Text:
    return both(lambda g: f"{name[g]}: {', '.join(value[g] for value in values)}")
