"""The pictures: everything that is to be seen is there, none of it stands on top of anything else."""

import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, product
from xml.etree import ElementTree

import pytest
from PIL import Image, ImageChops, ImageFont, ImageStat

from samvirke.consequences.interfaces import interfaces
from samvirke.language import LANGUAGES, Language
from samvirke.report.document import Picture
from samvirke.report.pictures.gallery import gallery
from samvirke.report.pictures.interfaces import gathered_by
from samvirke.report.pictures.options import fate, square
from samvirke.report.pictures.organisation import placings
from samvirke.report.pictures.sheet import set_in_lines
from samvirke.report.words.naming import actor_name
from samvirke.report.words.responsibility import LETTERS
from samvirke.report.words.states import states
from samvirke.report.writing import drawing
from samvirke.report.writing.drawing import FONTS, svg
from samvirke.uncertainty.results import Results

languages = pytest.mark.parametrize("language", LANGUAGES)
ON_A_SHEET = ("organisation", "organisation-after", "options", "interfaces", "responsibilities-")
INHERITED = ("font-size", "font-weight", "font-style", "text-anchor")
SPARE = 0.5  # points that two lines of text may touch by


@dataclass(frozen=True)
class Written:
    """A line of text in a picture, and the box it fills."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    sloping: bool


@pytest.fixture(scope="module")
def pictures(results: Results) -> dict[str, Picture]:
    return gallery(results)


def written(picture: Picture, language: Language) -> Iterator[Written]:
    root = ElementTree.fromstring(svg(picture, language))
    yield from _below(root, {}, 0.0, 0.0)


def _below(element: ElementTree.Element, look: dict[str, str], x: float, y: float) -> Iterator[Written]:
    look = {**look, **{key: element.attrib[key] for key in INHERITED if key in element.attrib}}
    moved = re.search(r"translate\(([-\d.e]+),([-\d.e]+)\)", element.get("transform", ""))
    x, y = (x + float(moved[1]), y + float(moved[2])) if moved else (x, y)
    if element.tag.endswith("}text"):
        text = "".join(element.itertext())
        cut = (
            "700Bold"
            if look.get("font-weight") == "bold"
            else "400Regular_Italic"
            if look.get("font-style") == "italic"
            else "400Regular"
        )
        size = float(look["font-size"].removesuffix("px"))
        width = ImageFont.truetype(str(FONTS / f"SourceSans3_{cut}.ttf"), 100).getlength(text) * size / 100
        left = x - {"middle": width / 2, "end": width}.get(look.get("text-anchor", ""), 0.0)
        sloping = "rotate" in element.get("transform", "")
        yield Written(text, left, y - size * 0.7, left + width, y + size * 0.2, sloping)
    for one in element:
        yield from _below(one, look, x, y)


def said(picture: Picture, language: Language) -> str:
    """All text in the picture, run together."""
    return run_together(" ".join(one.text for one in written(picture, language)))


def run_together(text: str) -> str:
    """A text without spaces and hyphens, so that it does not matter where it was broken into lines."""
    return re.sub(r"[\s-]", "", text)


@languages
def test_no_words_of_a_sheet_stand_on_others_or_outside_it(
    pictures: dict[str, Picture], language: Language
) -> None:
    drawn = [one for name, one in pictures.items() if name.startswith(ON_A_SHEET)]
    assert len(drawn) > 5
    for picture in drawn:
        across = float(ElementTree.fromstring(svg(picture, language)).attrib["width"])
        lines = [one for one in written(picture, language) if not one.sloping]
        for one in lines:
            assert 0 <= one.left < one.right <= across, (picture.name, one.text)
        for one, other in combinations(lines, 2):
            apart = (
                one.right <= other.left + SPARE
                or other.right <= one.left + SPARE
                or one.bottom <= other.top + SPARE
                or other.bottom <= one.top + SPARE
            )
            assert apart, (picture.name, one.text, other.text)


@languages
def test_everybody_with_a_part_in_a_task_stands_in_the_organisation(
    pictures: dict[str, Picture], results: Results, language: Language
) -> None:
    study = results.plans[results.zero].today
    text = said(pictures["organisation"], language)
    for task in study.tasks:
        for part in LETTERS:
            for actor in study.responsibility(task).of(part):
                assert run_together(actor_name(study, actor)[language]) in text


def test_what_is_moved_new_or_gone_is_what_the_studies_differ_in(results: Results) -> None:
    before, *after = states(results)
    for state in after:
        found = {one.actor: one for one in placings(before.study, state.plan)}
        was, now = before.study.actors, state.study.actors
        assert {key for key, one in found.items() if one.mark == "new"} == set(now) - set(was)
        assert {key for key, one in found.items() if one.mark == "gone"} == set(was) - set(now)
        moved = {key for key in set(was) & set(now) if was[key].parent != now[key].parent}
        assert {key for key, one in found.items() if one.mark == "here"} == moved


@languages
def test_a_moved_unit_is_told_in_words_in_the_picture_and_beside_it(
    pictures: dict[str, Picture], language: Language
) -> None:
    picture = pictures["organisation-after"]
    there, here, told = {
        "nb": ("flyttes til JD", "flyttet hit fra POD", "(KOM) flyttes fra POD til JD"),
        "en": ("moves to JD", "moved here from POD", "(KOM) moves from POD to JD"),
    }[language]
    text = said(picture, language)
    assert run_together(there) in text
    assert run_together(here) in text
    assert told in picture.alt[language]


def test_the_letters_are_as_many_as_the_parts(pictures: dict[str, Picture], results: Results) -> None:
    study = results.plans[results.zero].today
    areas = Counter(task.area for task in study.tasks.values())
    drawn = [key for key, task in study.tasks.items() if areas[task.area] > 1]  # one task needs no picture
    parts = sum(len(set(study.responsibility(t).of(part))) for t in drawn for part in LETTERS)
    signs = [
        one.text
        for name, picture in pictures.items()
        if name.startswith("responsibilities-")
        for one in written(picture, "nb")
        if re.fullmatch(r"[AURO]+", one.text)
    ]
    assert sum(map(len, signs)) == parts


def test_each_pair_of_bodies_stands_once_in_the_matrix(results: Results) -> None:
    pairs = {pair for state in states(results) for pair in interfaces(state.study).between}
    stand = [
        frozenset((hub, one)) for hub, others in gathered_by(tuple(sorted(pairs))).items() for one in others
    ]
    assert len(stand) == len(set(stand))
    assert set(stand) == {frozenset(pair) for pair in pairs}


def test_the_first_numbers_of_the_matrix_add_up_to_the_tasks_that_bodies_meet_in(
    pictures: dict[str, Picture], results: Results
) -> None:
    met = sum(len(tasks) for tasks in interfaces(states(results)[0].study).between.values())
    numbers = (re.fullmatch(r"(\d+)(→.*)?", one.text) for one in written(pictures["interfaces"], "nb"))
    assert sum(int(one[1]) for one in numbers if one) == met


def test_each_alternative_stands_in_the_square_of_its_values(results: Results) -> None:
    study = results.study
    (row, down), (column, across) = list(study.options.dimensions.items())[:2]
    for one in study.options.cells:
        if one.kept is not None:
            inside = {key: one.at[key] for key in (row, column)}
            assert one.kept in square(study, inside).kept
    for values in product(down.values, across.values):
        at = dict(zip((row, column), values, strict=True))
        assert all(study.alternatives.get(name) or name == "zero" for name in square(study, at).kept)


def test_no_combination_is_left_without_a_fate(results: Results) -> None:
    dimensions = results.study.options.dimensions
    for values in product(*(dimension.values for dimension in dimensions.values())):
        assert fate(results.study, dict(zip(dimensions, values, strict=True))) is not None


def test_there_is_a_picture_of_swings_for_each_measure_with_swings(
    pictures: dict[str, Picture], results: Results
) -> None:
    assert results.beliefs is not None
    measures = {one.measure for one in results.beliefs.swings}
    assert len([name for name in pictures if name.startswith("tornado-")]) == len(measures)


@languages
def test_every_picture_is_told_in_words_and_has_a_caption(
    pictures: dict[str, Picture], language: Language
) -> None:
    for picture in pictures.values():
        assert len(picture.alt[language]) > 20
        assert picture.caption[language]
    assert len({one.caption[language] for one in pictures.values()}) == len(pictures)


def test_a_long_word_is_broken_by_the_dictionary_and_nothing_is_lost() -> None:
    lines = set_in_lines("Justis- og beredskapsdepartementet", 92, "nb")
    assert lines == ("Justis- og", "beredskapsde-", "partementet")
    assert set_in_lines("", 92, "nb") == ()


def test_fewer_bytes_draw_the_same_picture(
    pictures: dict[str, Picture], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("powers", "ranges", "organisation-after"):
        lean = drawing._chart(pictures[name].drawing.nb, "nb")
        with monkeypatch.context() as patched:
            patched.setattr(drawing, "_lean", lambda drawn: drawn)
            whole = drawing._chart(pictures[name].drawing.nb, "nb")
        assert len(lean) < 0.7 * len(whole)
        images = [
            Image.open(io.BytesIO(drawing._converter().svg_to_png(one, scale=1))).convert("L")
            for one in (whole, lean)
        ]
        # Places are rounded to the hundredth of a point, which edges may show by a shade.
        assert ImageStat.Stat(ImageChops.difference(*images)).mean[0] < 0.2
