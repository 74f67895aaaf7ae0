"""The pictures: everything that is to be seen is there, none of it stands on top of anything else."""

import io
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise, product
from typing import Any

import pytest
from PIL import Image, ImageChops, ImageStat
from tests.report.placed import SPARE, nothing_touches, written

from samvirke.consequences.interfaces import interfaces
from samvirke.language import LANGUAGES, Language, Text
from samvirke.report.document import Picture
from samvirke.report.pictures import interfaces as interfaces_pictured
from samvirke.report.pictures import key, spending
from samvirke.report.pictures.chart import chart
from samvirke.report.pictures.gallery import drawings, gallery
from samvirke.report.pictures.grid import Columns, Row, Sign, grid
from samvirke.report.pictures.interfaces import shared
from samvirke.report.pictures.options import fate, square
from samvirke.report.pictures.reorganisation import placings, tasks
from samvirke.report.pictures.sheet import EDGE, SHADES, set_in_lines
from samvirke.report.pictures.tornado import strongest
from samvirke.report.words.naming import actor_name
from samvirke.report.words.responsibility import LETTERS
from samvirke.report.words.states import states
from samvirke.report.words.wording import millions
from samvirke.report.writing import drawing
from samvirke.study.study import Study
from samvirke.uncertainty.results import Results

languages = pytest.mark.parametrize("language", LANGUAGES)
NOT_ON_A_SHEET = ("ranges", "transition-")
SAID_IN_WORDS = ("challenges",)  # a shade says there what the word on it says
SWATCH = key.HEIGHT - 2  # how high a box of the key is


@pytest.fixture(scope="module")
def pictures(results: Results) -> dict[str, Picture]:
    return gallery(results)


def said(picture: Picture, language: Language) -> str:
    """All text in the picture, run together."""
    return run_together(" ".join(one.text for one in written(picture, language)))


def run_together(text: str) -> str:
    """A text without spaces and hyphens, so that it does not matter where it was broken into lines."""
    return re.sub(r"[\s-]", "", text)


def on_a_sheet(pictures: dict[str, Picture]) -> list[Picture]:
    """The pictures that are no charts with axes."""
    return [one for name, one in pictures.items() if not name.startswith(NOT_ON_A_SHEET)]


def layers(picture: Picture, language: Language, mark: str) -> Iterator[list[dict[str, Any]]]:
    """What a sheet has of boxes, lines or words, as its specification says."""
    specification = picture.drawing.nb if language == "nb" else picture.drawing.en
    for layer in json.loads(specification)["layer"]:
        if layer["mark"]["type"] == mark:
            yield layer["data"]["values"]


@languages
def test_no_words_of_a_sheet_stand_on_others_or_outside_it(
    pictures: dict[str, Picture], language: Language
) -> None:
    drawn = on_a_sheet(pictures)
    assert len(drawn) > 12
    for picture in drawn:
        nothing_touches(picture, language)


@languages
@pytest.mark.parametrize("upright", [0.0, 190.0])
def test_long_names_above_and_beside_a_grid_do_not_touch(language: Language, upright: float) -> None:
    long = "Spesialisthelsetjenestesamhandlingsreformens forvaltningsdirektorat for menneskerettigheter"
    columns = Columns([long, "JD", f"{long} ({long})", long], 84 if not upright else 22, upright)
    rows = [Row(long, (Sign("AU", "good"),) * 4, "Flere avgjør og flere utfører", "doubt")] * 3
    meanings = tuple(key.Meaning(Text(text, text), fill="#fff") for text in ("flere", long, "færre"))
    drawing = chart(lambda _: grid(columns, rows, meanings, language))
    nothing_touches(Picture("long", Text("", ""), Text("", ""), drawing), language)


@languages
def test_a_long_name_of_what_alternatives_differ_in_is_not_cut(results: Results, language: Language) -> None:
    study = results.study
    long = Text(
        "Hvor samordningen, veiledningen og statistikken skal ligge, og hvem som styrer den der " * 3,
        "Where co-ordination, guidance and statistics are to lie, and who directs them there " * 3,
    )
    changed = {key: one.model_copy(update={"text": long}) for key, one in study.options.dimensions.items()}
    options = study.options.model_copy(update={"dimensions": changed})
    picture = drawings(study)["options"](replace(results, study=study.with_(options=options)))
    assert picture is not None
    nothing_touches(picture, language)


@languages
def test_no_words_go_over_the_edge_of_a_box(pictures: dict[str, Picture], language: Language) -> None:
    for picture in on_a_sheet(pictures):
        boxes = [box for own in layers(picture, language, "rect") for box in own]
        for one in written(picture, language):
            for box in boxes:
                left, right, top, bottom = (EDGE + box[side] for side in "xuyv")
                middle, height = (one.left + one.right) / 2, (one.top + one.bottom) / 2
                if left < middle < right and top < height < bottom:
                    assert left <= one.left + SPARE, (picture.name, one.text)
                    assert one.right <= right + SPARE, (picture.name, one.text)


def test_shades_are_apart_in_grey_and_black_words_on_them_can_be_read() -> None:
    greys = sorted(Image.new("RGB", (1, 1), shade).convert("L").tobytes()[0] for shade in SHADES.values())
    assert all(lighter - darker > 15 for darker, lighter in pairwise(greys))
    assert greys[0] > 140  # black on it has a contrast of more than seven to one


@languages
def test_every_shade_of_a_picture_is_in_its_key(pictures: dict[str, Picture], language: Language) -> None:
    for picture in on_a_sheet(pictures):
        boxes = [box for own in layers(picture, language, "rect") for box in own]
        swatches = {(one["f"], one["d"]) for one in boxes if one["x"] == 1 or one["v"] - one["y"] == SWATCH}
        shades = {(one["f"], one["d"]) for one in boxes} - {(SHADES["plain"], False)}
        assert picture.name in SAID_IN_WORDS or shades <= swatches, picture.name


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
def test_whoever_gets_or_loses_tasks_stands_among_the_changes(
    pictures: dict[str, Picture], results: Results, language: Language
) -> None:
    before, *after = states(results)
    text = said(pictures["organisation-after"], language)
    for state in after:
        for actor, own in tasks(before.study, state.study).items():
            assert own.gets or own.loses
            study = state.study if actor in state.study.actors else before.study
            assert run_together(actor_name(study, actor)[language]) in text


def test_tasks_got_and_lost_are_the_difference_in_how_many_one_has(results: Results) -> None:
    before, *after = states(results)

    def in_hand(study: Study, actor: str) -> int:
        each = (study.responsibility(task) for task in study.tasks)
        return sum(actor in (*own.decides, *own.doers) for own in each)

    for state in after:
        found = tasks(before.study, state.study)
        for actor in {*before.study.actors, *state.study.actors}:
            own = found.get(actor)
            more = in_hand(state.study, actor) - in_hand(before.study, actor)
            assert more == (own.gets - own.loses if own else 0)


def test_parliament_and_government_stand_above_the_ministries(pictures: dict[str, Picture]) -> None:
    strong = [text["t"] for own in layers(pictures["organisation"], "nb", "text") for text in own]
    assert strong[:3] == ["Stortinget", "Regjeringen", "Justis- og beredskapsdepartementet (JD)"]


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
    areas_drawn = [picture for name, picture in pictures.items() if name.startswith("responsibilities-")]
    signs = [
        one.text
        for picture in areas_drawn
        for one in written(picture, "nb")
        if re.fullmatch(r"[AURO]+", one.text)
    ]
    assert sum(map(len, signs)) == parts + len(LETTERS) * len(areas_drawn)  # each has them in its key too


def test_the_pairs_that_change_are_those_in_which_the_numbers_differ(results: Results) -> None:
    every = states(results)
    found = [interfaces(state.study).between for state in every]
    counts = {pair: {len(one.get(pair, ())) for one in found} for one in found for pair in one}
    pairs = shared(every)
    assert {one.pair for one in pairs if one.change} == {pair for pair, own in counts.items() if len(own) > 1}
    assert len(pairs) == len(counts)
    assert [one.change for one in pairs] == sorted((one.change for one in pairs), reverse=True)


@languages
@pytest.mark.parametrize("most", [20, 1000])
def test_drawn_unchanged_and_left_out_pairs_are_all_the_pairs(
    results: Results, language: Language, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(interfaces_pictured, "MOST_LINES", most)
    picture, pairs = interfaces_pictured.interfaces(results), shared(states(results))
    assert picture is not None
    changed = sum(one.change > 0 for one in pairs)
    rows = sum(" – " in one.text or one.text.endswith(" –") for one in written(picture, language))
    assert rows == min(most, changed)
    told = {"nb": ("parene som endres", "like i alle"), "en": ("pairs that change", "the same in all")}[
        language
    ]
    caption = picture.caption[language]
    drawn = re.search(rf"(\d+) \w+ \w+ (\d+) {told[0]}", caption)
    assert (drawn is not None) == (rows < changed)
    assert drawn is None or (int(drawn[1]), int(drawn[2])) == (rows, changed)
    same = re.search(rf"{told[1]}: (\d+)", caption)
    assert same is not None
    assert changed + int(same[1]) == len(pairs)


def test_the_sum_of_what_is_spent_is_the_expenditure_of_the_year(
    pictures: dict[str, Picture], results: Results
) -> None:
    year = results.study.assignment.years[-1]
    for name in ("spending", "spending-lines"):
        strong = [one.text for one in written(pictures[name], "nb")][-len(states(results)) - 1 :]
        amounts = [float(one.split()[0].replace(",", ".")) for one in strong if one[0].isdigit()]
        figures = [results.figure(state.id, f"expenditure.total.{year}") for state in states(results)]
        assert amounts == [pytest.approx(one.expected, abs=0.05) for one in figures if one is not None]


def test_more_lines_than_a_page_has_room_for_are_left_out_and_counted(
    pictures: dict[str, Picture], results: Results, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = pictures["spending"]
    monkeypatch.setattr(spending, "MOST_LINES", 4)
    fewer = spending.spending(results)
    assert fewer is not None
    assert "4 av de 9 som endres, er tegnet: de som endres mest" in fewer.caption.nb
    assert "4 av de 9 som endres, er tegnet: de som endres mest" in fewer.alt.nb
    assert "endres mest" not in whole.caption.nb
    monkeypatch.setattr(interfaces_pictured, "MOST_LINES", 5)
    pairs = interfaces_pictured.interfaces(results)
    assert pairs is not None
    assert "5 of the 31 pairs that change are drawn" in pairs.caption["en"]


@languages
def test_the_ends_of_every_swing_stand_at_its_bar(
    pictures: dict[str, Picture], results: Results, language: Language
) -> None:
    for measure in ("annual_value", "ceiling.worst_year", "one_off.total"):
        swings = strongest(results, measure)
        picture = pictures[f"tornado-{measure.replace('.', '-').replace('_', '-')}"]
        told = Counter(one.text for one in written(picture, language))
        ends = Counter(
            millions(end / 1e6, language, decimals=2) for one in swings for end in (one.low, one.high)
        )
        ends.update(
            millions(median / 1e6, language, decimals=2)
            for _, median in {(one.alternative, one.median) for one in swings}
        )
        assert {text: told[text] for text in ends} == ends


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


def test_every_picture_has_a_name_that_is_known_before_the_run(
    pictures: dict[str, Picture], results: Results
) -> None:
    known = set(drawings(results.study))
    assert set(pictures) <= known
    assert "transition-zero" not in known
    assert "responsibilities-grants" not in known  # of one task only
    assert all(name == picture.name for name, picture in pictures.items())


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
